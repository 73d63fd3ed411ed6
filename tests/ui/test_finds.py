"""Whatever the search finds leads somewhere; a refused file is explained in both languages."""

import shutil
import sqlite3

import pytest
from PySide6.QtCore import Qt

from council.db.search import SEARCHED
from council.domain.text import Text
from council.services import actions, history, meetings, minutes
from council.services.desk import open_desk
from council.services.members import bodies
from council.services.planning import agenda
from council.services.session import motions, notes
from council.ui.main_window import MainWindow
from council.ui.palette import PLACES_OF_HITS
from council.ui.shell import PAGES

WORD = "Zanzibar"


@pytest.fixture
def window(qtbot, host, settings, recorder):
    made = MainWindow(host, settings, recorder)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def _fill(path, host):
    """Put the word into one thing of each kind."""
    desk = open_desk(path, clock=host.clock, ids=host.ids)
    text = Text.of(WORD, "en")
    bodies.add_body(desk, name=text, kind="committee")
    body = bodies.list_bodies(desk)[0].uid
    starts = host.clock.now().replace(tzinfo=None)
    meeting = meetings.plan_meeting(desk, body_uid=body, starts_local=starts, title=text).value
    item = agenda.add_item(desk, meeting, title=text, kind="decision").value
    meetings.call_to_order(desk, meeting)
    motions.state_motion(desk, meeting, text=text, item_uid=item)
    notes.add_note(desk, meeting, text, item_uid=item)
    notes.add_comment(desk, meeting, item, speaker=text, summary=text, may_print_name=True)
    actions.add_action(desk, what=text)
    meetings.adjourn(desk, meeting)
    minutes.add_paragraph(desk, meeting, f"item/{item}", text)
    desk.close()


def test_each_kind_of_find_has_its_page():
    assert set(PLACES_OF_HITS) == set(SEARCHED)
    assert {route for _, route, _ in PLACES_OF_HITS.values()} <= set(PAGES)


def test_every_find_opens(qtbot, window, host, council_path):
    _fill(council_path, host)
    window.open_path(council_path)
    shell = window.shell()
    went = set()
    for row in range(8):
        palette = shell.open_palette()
        palette.field.setText(WORD)
        assert len([title for title in palette.titles() if WORD in title]) == 8
        for _ in range(row):
            qtbot.keyClick(palette.field, Qt.Key.Key_Down)
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        went.add((shell.route, tuple(shell.more)))
    assert {route for route, _ in went} == {"members", "meeting", "actions"}
    assert len(went) >= 6


def test_a_meeting_that_is_gone_gives_way_to_the_nearest(window, host, council_path):
    desk = open_desk(council_path, clock=host.clock, ids=host.ids)
    body = bodies.list_bodies(desk)[0].uid
    starts = host.clock.now().replace(tzinfo=None)
    meeting = meetings.plan_meeting(desk, body_uid=body, starts_local=starts).value
    history.undo(desk)
    desk.close()
    window.open_path(council_path)
    window.shell().navigate("meeting", meeting)
    assert window.shell().current_page().meeting is None


def test_the_file_that_is_open_is_no_stranger(window, council_path, recorder):
    assert window.open_path(council_path)
    assert window.open_path(council_path.parent / "." / council_path.name)
    assert recorder.said == []
    assert not window.opened.read_only


@pytest.fixture
def refused(tmp_path, council_path, host):
    """Return files that cannot be opened for writing, by what is wrong with each."""
    foreign, damaged, newer, locked, guarded = (
        tmp_path / f"{name}.council"
        for name in ("foreign", "damaged", "newer", "locked", "guarded")
    )
    foreign.write_text("no council")
    damaged.write_bytes(council_path.read_bytes()[:9000])
    for copy in (newer, locked, guarded):
        shutil.copy(council_path, copy)
    with sqlite3.connect(newer) as conn:
        conn.execute("PRAGMA user_version = 99")
    conn.close()
    guarded.chmod(0o444)
    holder = host.open(locked)
    yield {
        "is not a council file": foreign,
        "is damaged": damaged,
        "newer version": newer,
        "is open for writing by AH": locked,
        "cannot be written": guarded,
        "There is no file": tmp_path / "gone.council",
    }
    holder.close()


def test_each_refusal_has_a_sentence_of_its_own_in_both_languages(window, recorder, refused):
    for words, path in refused.items():
        assert not window.open_path(path)
        assert words in recorder.said[-1][1]
        assert path.name in recorder.said[-1][1]
    window.set_language("th")
    for path in refused.values():
        assert not window.open_path(path)
    thai = [sentence for _, sentence in recorder.said[len(refused) :]]
    assert len(set(thai)) == len(refused)
    assert all(any("ก" <= letter <= "๛" for letter in sentence) for sentence in thai)
    assert all(title != "This file cannot be opened" for title, _ in recorder.said[len(refused) :])

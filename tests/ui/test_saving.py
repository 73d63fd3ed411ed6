"""Nothing is called saved before it is on the disk."""

import sqlite3
import threading

import pytest

from council.domain.text import Text
from council.services import meetings
from council.services.desk import open_desk
from council.services.members import bodies
from council.services.session import notes
from council.ui.dispatcher import WorkerDispatcher
from council.ui.host import OpenCouncil
from council.ui.shell import Shell


@pytest.fixture
def shell(qtbot, council_path, settings):
    desks = []

    def writer():
        desks.append(open_desk(council_path, actor="AH"))
        return desks[0]

    dispatcher = WorkerDispatcher(writer, lambda: desks[0].reader())
    made = Shell(OpenCouncil(council_path, dispatcher, desks[0].reader()), settings, "en")
    qtbot.addWidget(made)
    made.navigate("today")
    made.show()
    yield made
    made.let_go()
    dispatcher.close()


def test_the_bar_says_saving_until_the_writer_has_answered(qtbot, shell):
    go_on = threading.Event()
    saved = shell.status._saved
    assert saved.words.startswith("All changes saved")

    def slow(desk):
        go_on.wait(10)
        return desk.today()

    shell.context.dispatcher.run(slow)
    assert saved.words == "Saving…"
    assert saved.isVisible()
    shell._refresh_bars()  # the clock of the bars comes by
    assert saved.words == "Saving…"
    go_on.set()
    qtbot.waitUntil(lambda: saved.words.startswith("All changes saved"))


def test_what_is_only_read_is_not_being_saved(qtbot, shell):
    told = []
    shell.context.dispatcher.writing.connect(told.append)
    seen = []
    shell.context.dispatcher.ask(lambda desk: desk.today(), on_done=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert told == []


def test_the_answer_comes_when_another_program_can_read_it(qtbot, shell, council_path):
    desk = shell.context.reader
    body = bodies.list_bodies(desk)[0].uid
    starts = desk.now().replace(tzinfo=None)
    found = []

    def read(_uid):
        # Not one of our connections: what it sees is committed to the file and its log.
        other = sqlite3.connect(f"{council_path.as_uri()}?mode=ro", uri=True)
        found.append(other.execute("SELECT text FROM note").fetchall())
        other.close()

    def note(uid):
        text = Text.of("On the disk.", "en")
        shell.context.dispatcher.run(notes.add_note, uid, text, on_done=read)

    shell.context.dispatcher.run(
        meetings.plan_meeting, body_uid=body, starts_local=starts, on_done=note
    )
    qtbot.waitUntil(lambda: bool(found))
    assert "On the disk." in found[0][0][0]

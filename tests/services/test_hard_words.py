"""Words that no keyboard should send: every writer takes them, or says why not in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from desks import local, planned, seated, words

from council.domain.messages import InputRefused
from council.domain.text import Text
from council.services import actions, council, drafts, history, meetings, minutes, publish
from council.services.members import bodies, people
from council.services.planning import agenda
from council.services.records import export_record
from council.services.search import search
from council.services.session import attendance, motions, notes
from council.services.verify import verify

if TYPE_CHECKING:
    from council.services.desk import Desk

HARD = ("cut \ud83d emoji", "a\x00b", "{", "\u202eabc", "<b>&=1+1", "ก" * 10_000)


def write_everywhere(desk: Desk, uids: list[str], typed: str) -> str:
    """Type the same into everything that takes words; return the meeting."""
    text = Text.of(typed, "en")
    council.update_council(desk, name=text, letterhead=text, place=text)
    person = people.add_person(
        desk, name=text, honorific=text, sort_name=typed, email=typed, phone=typed, note=typed
    ).value
    people.change_person(desk, person, address=typed)
    bodies.add_body(desk, name=text, kind="committee")
    bodies.change_seat(desk, bodies.list_seats(desk, bodies.list_bodies(desk)[0].uid)[0].uid,
                       label=text)  # fmt: skip
    meeting = planned(desk)
    meetings.change_meeting(desk, meeting, title=text, venue=text, number=typed)
    item = agenda.add_item(
        desk, meeting, title=text, kind="decision", body=text, presenter=text, proposed_motion=text
    ).value
    agenda.attach(desk, item, typed, b"paper")
    meetings.post_notice(desk, meeting, posted_at=local(2026, 11, 9), place=text, by=typed)
    meetings.call_to_order(desk, meeting)
    attendance.all_present_except(desk, meeting, [])
    attendance.mark(desk, meeting, uids[1], "excused", typed)
    attendance.add_guest(desk, meeting, text)
    attendance.recuse(desk, meeting, item, uids[2], typed)
    motions.state_motion(desk, meeting, text=text, mover_uid=uids[0], item_uid=item, until=typed)
    notes.add_note(desk, meeting, text, item_uid=item)
    notes.add_comment(desk, meeting, item, speaker=text, summary=text, may_print_name=True)
    actions.add_action(desk, what=text, owner=text, meeting_uid=meeting)
    meetings.adjourn(desk, meeting)
    minutes.add_paragraph(desk, meeting, f"item/{item}", text)
    minutes.add_correction(desk, meeting, place=text, was=text, now=text, asked_by=typed)
    drafts.put(desk, "note/1", typed)
    return meeting


@pytest.mark.parametrize("typed", HARD, ids=[ascii(each[:8]) for each in HARD])
def test_every_writer_takes_them(typed):
    desk, uids = seated()
    meeting = write_everywhere(desk, uids, typed)
    assert search(desk, typed) is not None
    assert motions.search_decisions(desk, text=typed) is not None
    with pytest.raises(InputRefused):
        meetings.find_meeting(desk, f"{typed}?")
    assert publish.minutes_pdf(desk, meeting, "en")
    assert export_record(desk, private=True).encode()
    steps = len(history.audit(desk, 1000))
    for _ in range(2):
        history.undo(desk)
    for _ in range(2):
        history.redo(desk)
    assert len(history.audit(desk, 1000)) == steps + 4
    assert [one for one in verify(desk).findings if one.severity == "error"] == []


@pytest.mark.parametrize("missing", ["place", "was", "now"])
def test_a_correction_names_its_place_and_both_wordings(missing):
    desk, _ = seated()
    meeting = planned(desk)
    meetings.call_to_order(desk, meeting)
    meetings.adjourn(desk, meeting)
    told = {"place": words("page 2"), "was": words("Roy"), "now": words("Moss"), missing: Text()}
    with pytest.raises(InputRefused) as caught:
        minutes.add_correction(desk, meeting, **told)
    assert caught.value.code == "error.correction_empty"
    assert minutes.list_corrections(desk, meeting) == []

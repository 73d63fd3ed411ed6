"""A closed session: entered on the spot, left again, minuted apart, and told to nobody else."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hall import Hall, convene, t

from council.catalogue import say
from council.domain.document import Heading, Paragraph
from council.domain.edits import Action, Edit
from council.domain.messages import InputRefused, NotAllowed
from council.domain.vocabulary import ItemKind, ItemState
from council.services import actions, decision_list, documents, history, meetings, minutes, publish
from council.services.planning import agenda, revisions
from council.services.records import export_record
from council.services.session import (
    attendance,
    closed_session,
    motions,
    notes,
    parts,
    projection,
    timeline,
)
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = "Zanzibar"
GROUND = "Personnel, § 54957"


@pytest.fixture
def hall() -> Iterator[Hall]:
    made = convene()
    made.present(15)
    yield made
    made.desk.close()


def enter(hall: Hall, **more: object) -> str:
    return closed_session.enter(hall.desk, hall.meeting, ground=t(GROUND), **more).value


def leave(hall: Hall) -> None:
    closed_session.leave(hall.desk, hall.meeting)


def items(hall: Hall) -> dict[str, agenda.ItemRow]:
    return {one.uid: one for one in agenda.list_items(hall.desk, hall.meeting)}


def test_it_lies_under_the_item_before_the_meeting_and_comes_back_to_it(hall: Hall) -> None:
    uid = enter(hall)
    item = items(hall)[uid]
    assert (item.parent_uid, item.kind, item.closed) == (hall.item, ItemKind.CLOSED_SESSION, True)
    assert (item.state, item.number) == (ItemState.CURRENT, "1.1")
    assert item.closed_ground == t(GROUND)
    assert closed_session.is_closed_now(hall.desk, hall.meeting)
    leave(hall)
    found = items(hall)
    assert (found[hall.item].state, found[uid].state) == (ItemState.CURRENT, ItemState.DONE)
    assert found[hall.item].opened_at is not None
    assert found[hall.item].opened_at < found[uid].opened_at
    assert not closed_session.is_closed_now(hall.desk, hall.meeting)


def test_it_is_one_step_each_way_and_undo_opens_the_room(hall: Hall) -> None:
    enter(hall)
    history.undo(hall.desk)
    assert not closed_session.is_closed_now(hall.desk, hall.meeting)
    assert list(items(hall)) == [hall.item]


def test_it_is_not_entered_twice_nor_left_when_open(hall: Hall) -> None:
    with pytest.raises(NotAllowed, match="not_closed"):
        leave(hall)
    enter(hall)
    with pytest.raises(NotAllowed, match="closed_already"):
        enter(hall)
    leave(hall)
    again = enter(hall)
    assert items(hall)[again].number == "1.2"


def test_a_closed_item_of_the_agenda_is_left_without_another_taken_up(hall: Hall) -> None:
    uid = agenda.add_item(hall.desk, hall.meeting, title=t("Lawsuit"), closed=True).value
    agenda.go_to_item(hall.desk, hall.meeting, uid)
    assert closed_session.leave(hall.desk, hall.meeting).value is None
    assert items(hall)[uid].state == ItemState.DONE


def test_what_is_moved_in_closed_session_belongs_to_it_whatever_it_hangs_on(hall: Hall) -> None:
    motions.state_motion(hall.desk, hall.meeting, text=t("Build it."))
    uid = enter(hall)
    made = motions.state_motion(
        hall.desk, hall.meeting, kind="amend", edits=[Edit(Action.INSERT, t("soon"))]
    ).value
    assert motions.get_motion(hall.desk, made).item_uid == uid


def test_going_into_closed_session_is_no_change_of_the_posted_agenda(hall: Hall) -> None:
    meetings.post_notice(hall.desk, hall.meeting, place=t("Door"))
    enter(hall)
    assert revisions.changes_since(hall.desk, hall.meeting) == []


def test_its_own_minutes_tell_all_and_only_it(hall: Hall) -> None:
    notes.add_note(hall.desk, hall.meeting, t("Open words."), item_uid=hall.item)
    uid = _hold(hall)
    for language in ("en", "th"):
        said = _words(minutes.closed_document(hall.desk, hall.meeting, language).blocks)
        assert GROUND in said
        assert "Open words." not in said
        assert said.count(SECRET) >= 5
    document = minutes.closed_document(hall.desk, hall.meeting, "en")
    keys = [one.key for one in document.blocks if isinstance(one, Paragraph | Heading)]
    assert f"item/{uid}/present" in keys
    assert publish.closed_minutes_pdf(hall.desk, hall.meeting, "en")[:5] == b"%PDF-"


def test_without_a_closed_session_there_are_no_such_minutes(hall: Hall) -> None:
    with pytest.raises(NotAllowed, match="no_closed_session"):
        minutes.closed_document(hall.desk, hall.meeting, "en")


def test_the_public_is_told_when_and_on_what_ground(hall: Hall) -> None:
    _hold(hall)
    said = _words(minutes.compose(hall.desk, hall.meeting, "en").blocks)
    assert GROUND in said
    assert "The meeting was in closed session from" in said


def _words(blocks: object) -> str:
    return str(blocks)


def _hold(hall: Hall) -> str:
    """Hold a closed session with a secret word in everything that can be recorded in one."""
    desk, meeting, people = hall.desk, hall.meeting, hall.people
    uid = enter(hall, title=t(f"About {SECRET}"))
    notes.add_note(desk, meeting, t(f"Note on {SECRET}."), item_uid=uid)
    notes.add_comment(
        desk, meeting, item_uid=uid, speaker=t(f"Guest of {SECRET}"), summary=t(f"Of {SECRET}"),
        stance="for", may_print_name=True,
    )  # fmt: skip
    attendance.recuse(desk, meeting, uid, people[14], reason=f"owns {SECRET}")
    actions.add_action(desk, what=t(f"Call {SECRET}"), meeting_uid=meeting, item_uid=uid)
    main = motions.state_motion(desk, meeting, text=t(f"Sue {SECRET}."), mover_uid=people[1]).value
    decide(hall, motions.state_motion(
        desk, meeting, kind="amend", edits=[Edit(Action.INSERT, t(f"and all of {SECRET}"))],
    ).value)  # fmt: skip
    for part in parts.divide(desk, main, (t(f"Sue {SECRET}."), t(f"Pay {SECRET}."))).value:
        decide(hall, part)
    motions.raise_point(desk, meeting, kind="point_of_order", text=t(f"{SECRET} is not here"),
                        granted=True, ruling=t(f"{SECRET} may wait"))  # fmt: skip
    below = agenda.add_item(desk, meeting, title=t(f"More on {SECRET}"), parent_uid=uid).value
    notes.add_note(desk, meeting, t(f"Below: {SECRET}."), item_uid=below)
    minutes.add_paragraph(desk, meeting, f"item/{uid}", t(f"Typed {SECRET}."))
    minutes.add_paragraph(desk, meeting, f"item/{below}", t(f"Typed {SECRET}."))
    leave(hall)
    return uid


def decide(hall: Hall, uid: str) -> None:
    votes.record_vote(hall.desk, uid, method="show_of_hands", counts=(10, 2, 0))


def test_nothing_of_it_reaches_the_public(hall: Hall) -> None:
    desk, meeting = hall.desk, hall.meeting
    _hold(hall)
    closed = [one for one in motions.list_motions(desk, meeting) if SECRET in str(one.text)]
    rescind = motions.state_motion(desk, meeting, kind="rescind", parent_uid=closed[-1].uid,
                                   mover_uid=hall.people[2]).value  # fmt: skip
    decide(hall, rescind)
    meetings.adjourn(desk, meeting)
    for language in ("en", "th"):
        for public in (
            minutes.compose(desk, meeting, language),
            minutes.agenda_document(desk, meeting, language),
            documents.notice_document(desk, meeting, language),
            documents.invitation_document(desk, meeting, language),
        ):
            assert SECRET not in _words(public), (language, public.kind)
    assert SECRET not in export_record(desk, public=True)
    assert SECRET in export_record(desk)
    assert SECRET not in _words(projection.project(desk, meeting))
    table = decision_list.decisions_csv(motions.search_decisions(desk), "en").decode()
    assert SECRET not in table
    assert SECRET in _words(minutes.compose(desk, meeting, "en", public=False))


def test_the_projector_shows_nothing_while_the_room_is_closed(hall: Hall) -> None:
    enter(hall, title=t(SECRET))
    motions.state_motion(hall.desk, hall.meeting, text=t(f"Sue {SECRET}."))
    shown = projection.project(hall.desk, hall.meeting)
    assert shown.showing == projection.Showing.CLOSED
    assert SECRET not in _words(shown)


def test_a_time_by_hand_is_the_time_of_the_session(hall: Hall) -> None:
    start = hall.clock.now() - timedelta(minutes=9)
    uid = enter(hall, at=start)
    assert items(hall)[uid].opened_at == start.replace(microsecond=0)


def test_the_timeline_says_when_the_room_was_closed_and_opened(hall: Hall) -> None:
    enter(hall)
    leave(hall)
    said = [say(one.message, "en") for one in timeline.timeline(hall.desk, hall.meeting)]
    assert [words for words in said if "losed session" in words or "opened again" in words] == [
        f"Closed session: 1.1 Closed session ({GROUND})",
        "The room was opened again",
    ]


def test_minutes_of_a_closed_session_cannot_be_published(hall: Hall) -> None:
    _hold(hall)
    for publishing in (
        lambda: publish.make_pdf(hall.desk, hall.meeting, "closed_minutes", "en"),
        lambda: publish.record_publication(
            hall.desk, hall.meeting, kind="closed_minutes", language="en", data=b"x", file_name="x",
        ),
    ):  # fmt: skip
        with pytest.raises(InputRefused, match="unknown_document"):
            publishing()
    assert closed_session.was_held(hall.desk, hall.meeting)


def test_the_approved_public_minutes_are_frozen_without_it(hall: Hall) -> None:
    _hold(hall)
    desk, meeting = hall.desk, hall.meeting
    meetings.adjourn(desk, meeting)
    later = meetings.plan_meeting(desk, body_uid=hall.body, starts_local=datetime(2026, 12, 17, 18))
    meetings.call_to_order(desk, later.value)
    minutes.approve(desk, meeting, at_meeting_uid=later.value)
    assert SECRET not in _words(minutes.compose(desk, meeting, "en"))
    assert SECRET not in export_record(desk, public=True)
    assert SECRET in _words(minutes.closed_document(desk, meeting, "en"))

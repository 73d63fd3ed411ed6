"""Who asks for the floor, has it and had it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from desks import back_and_forth, everything
from hall import convene, t

from council.catalogue import say
from council.domain.messages import InputRefused, NotAllowed
from council.services import history, meetings
from council.services.members import people
from council.services.planning import agenda
from council.services.session import motions, notes, speakers
from council.services.session.speakers import SpeakerKind, SpeakerState
from council.services.session.timeline import timeline


@pytest.fixture
def hall():
    made = convene(members=6, seats=6)
    made.present(6)
    yield made
    made.desk.close()


def line_of(hall, item=None):
    found = speakers.list_speakers(hall.desk, hall.meeting)
    return speakers.in_line(found, item or hall.item)


def ask(hall, place, **more):
    return speakers.ask_for_floor(hall.desk, hall.meeting, hall.people[place], **more).value


def of(hall, uid):
    return next(r for r in speakers.list_speakers(hall.desk, hall.meeting) if r.uid == uid)


def later(hall, seconds):
    hall.clock.pass_time(seconds=seconds - 1)  # the clock ticks a second with each look


def test_members_stand_in_line_as_they_asked(hall):
    first = back_and_forth(
        hall.desk, speakers.ask_for_floor, hall.meeting, hall.people[1], stance="for"
    )
    second = ask(hall, 2)
    assert [one.uid for one in line_of(hall)] == [first, second]
    row = of(hall, first)
    assert (row.kind, row.item_uid, row.stance) == (SpeakerKind.MEMBER, hall.item, "for")
    assert row.name == t("Kay Nunn")
    assert row.state is SpeakerState.WAITING
    back_and_forth(hall.desk, speakers.move_speaker, second, -1)
    assert [one.uid for one in line_of(hall)] == [second, first]
    assert speakers.move_speaker(hall.desk, second, -1).changes == frozenset()
    with pytest.raises(InputRefused):
        speakers.move_speaker(hall.desk, second, 2)


def test_nobody_stands_in_line_twice(hall):
    ask(hall, 1)
    with pytest.raises(NotAllowed) as refused:
        ask(hall, 1)
    for language in ("en", "th"):
        assert "Kay Nunn" in say(refused.value.message, language)


def test_the_clock_runs_is_stopped_and_goes_on(hall):
    uid = ask(hall, 1, limit_seconds=120)
    back_and_forth(hall.desk, speakers.give_floor, uid)
    begun = of(hall, uid)
    assert begun.state is SpeakerState.SPEAKING
    now = begun.began + timedelta(seconds=50)
    assert begun.spoken(now) == 50
    speakers.pause_or_go_on(hall.desk, hall.meeting, at=now)
    assert of(hall, uid).state is SpeakerState.PAUSED
    assert of(hall, uid).spoken(now + timedelta(hours=1)) == 50
    speakers.pause_or_go_on(hall.desk, hall.meeting, at=now + timedelta(seconds=30))
    assert of(hall, uid).spoken(now + timedelta(seconds=60)) == 80
    back_and_forth(hall.desk, speakers.end_turn, uid, at=now + timedelta(seconds=60))
    ended = of(hall, uid)
    assert (ended.state, ended.spoken(now), ended.limit) == (SpeakerState.DONE, 80, 120)


def test_the_next_one_ends_the_turn_before(hall):
    first, second = ask(hall, 1), ask(hall, 2)
    for wanted in (first, second):
        assert speakers.next_speaker(hall.desk, hall.meeting).value == wanted
    assert of(hall, first).state is SpeakerState.DONE
    speakers.next_speaker(hall.desk, hall.meeting)
    assert of(hall, second).state is SpeakerState.DONE
    with pytest.raises(NotAllowed):
        speakers.next_speaker(hall.desk, hall.meeting)
    with pytest.raises(NotAllowed):
        speakers.pause_or_go_on(hall.desk, hall.meeting)


def test_a_point_of_order_goes_first_and_only_interrupts(hall):
    speaking, waiting = ask(hall, 1), ask(hall, 2)
    speakers.give_floor(hall.desk, speaking)
    point = ask(hall, 3, priority=True)
    assert [one.uid for one in line_of(hall)] == [speaking, point, waiting]
    assert speakers.next_speaker(hall.desk, hall.meeting).value == point
    assert of(hall, speaking).state is SpeakerState.PAUSED
    assert [one.uid for one in line_of(hall)] == [point, speaking, waiting]
    assert speakers.next_speaker(hall.desk, hall.meeting).value == speaking
    assert of(hall, point).state is SpeakerState.DONE
    assert of(hall, speaking).state is SpeakerState.SPEAKING


def test_a_motion_that_may_interrupt_stops_the_clock(hall):
    uid = ask(hall, 1)
    speakers.give_floor(hall.desk, uid)
    motions.state_motion(hall.desk, hall.meeting, text=t("Paint"), mover_uid=hall.people[0])
    assert of(hall, uid).state is SpeakerState.SPEAKING
    motions.state_motion(
        hall.desk, hall.meeting, kind="point_of_order", mover_uid=hall.people[2],
        text=t("Time is up"),
    )  # fmt: skip
    assert of(hall, uid).state is SpeakerState.PAUSED


def test_a_wish_to_speak_becomes_a_point_of_order(hall):
    ask(hall, 1)
    uid = ask(hall, 2)
    assert ask(hall, 2, priority=True) == uid
    assert next(one.uid for one in line_of(hall)) == uid


def test_a_residents_turn_ends_in_a_comment(hall):
    uid = back_and_forth(
        hall.desk, speakers.ask_for_floor, hall.meeting, name=t("Mrs Fry"), stance="against"
    )
    speakers.give_floor(hall.desk, uid)
    later(hall, 100)
    speakers.end_turn(hall.desk, uid)
    (comment,) = notes.list_comments(hall.desk, hall.meeting)
    row = of(hall, uid)
    assert row.comment_uid == comment.uid
    assert (comment.speaker, comment.stance, comment.item_uid, comment.may_print_name) == (
        t("Mrs Fry"), "against", hall.item, False,
    )  # fmt: skip
    assert comment.at == row.began
    back_and_forth(hall.desk, speakers.change_speaker, uid, stance="for", may_print_name=True)
    (comment,) = notes.list_comments(hall.desk, hall.meeting)
    assert (comment.stance, comment.may_print_name) == ("for", True)
    back_and_forth(hall.desk, notes.remove_comment, comment.uid)
    assert of(hall, uid).comment_uid is None


def test_a_resident_needs_no_name(hall):
    one = speakers.ask_for_floor(hall.desk, hall.meeting).value
    other = speakers.ask_for_floor(hall.desk, hall.meeting).value
    assert [row.uid for row in line_of(hall)] == [one, other]
    speakers.next_speaker(hall.desk, hall.meeting)
    for language in ("en", "th"):
        assert "{" not in say(history.can_undo(hall.desk), language)


def test_going_on_to_another_item_ends_the_turn(hall):
    uid, waiting = ask(hall, 1), ask(hall, 2)
    speakers.give_floor(hall.desk, uid)
    other = agenda.add_item(hall.desk, hall.meeting, title=t("Grants")).value
    agenda.go_to_item(hall.desk, hall.meeting, other)
    assert of(hall, uid).state is SpeakerState.DONE
    assert line_of(hall, other) == []
    assert [one.uid for one in line_of(hall)] == [waiting]


def test_a_recess_stops_the_clock_and_the_end_of_the_meeting_ends_the_turn(hall):
    uid = ask(hall, 1)
    speakers.give_floor(hall.desk, uid)
    meetings.begin_recess(hall.desk, hall.meeting)
    assert of(hall, uid).state is SpeakerState.PAUSED
    meetings.end_recess(hall.desk, hall.meeting)
    meetings.adjourn(hall.desk, hall.meeting)
    assert of(hall, uid).state is SpeakerState.DONE
    with pytest.raises(NotAllowed):
        speakers.give_floor(hall.desk, uid)


def test_a_clock_set_back_makes_no_time_run_backwards(hall):
    uid = ask(hall, 1)
    speakers.give_floor(hall.desk, uid)
    begun = of(hall, uid).began
    speakers.end_turn(hall.desk, uid, at=begun - timedelta(minutes=10))
    (turn,) = of(hall, uid).turns
    assert turn.to_at == turn.from_at
    assert turn.seconds(begun) == 0


def test_who_withdraws_is_gone_who_has_spoken_is_not(hall):
    gone, spoken = ask(hall, 1), ask(hall, 2)
    back_and_forth(hall.desk, speakers.withdraw_speaker, gone)
    speakers.give_floor(hall.desk, spoken)
    speakers.pause_or_go_on(hall.desk, hall.meeting)
    speakers.withdraw_speaker(hall.desk, spoken)
    assert [one.uid for one in speakers.list_speakers(hall.desk, hall.meeting)] == [spoken]
    assert line_of(hall) == []


def test_how_often_and_how_long_somebody_spoke(hall):
    motion = motions.state_motion(
        hall.desk, hall.meeting, text=t("Paint it"), mover_uid=hall.people[0], item_uid=hall.item
    ).value
    for place in (1, 2, 1):
        uid = ask(hall, place)
        speakers.give_floor(hall.desk, uid)
        begun = of(hall, uid).began
        speakers.end_turn(hall.desk, uid, at=begun + timedelta(seconds=60 * place))
    asking = of(hall, ask(hall, 1))
    found = speakers.list_speakers(hall.desk, hall.meeting)
    assert asking.motion_uid == motion
    assert speakers.how_often(found, asking) == 2
    told = speakers.shares(found, hall.item, hall.desk.now())
    assert [(one.name, one.item_times, one.item_seconds) for one in told] == [
        (t("Kay Nunn"), 2, 120),
        (t("Ife Okafor"), 1, 120),
    ]
    point = of(hall, ask(hall, 3, priority=True))
    assert speakers.how_often(found, point) == 0


def test_a_third_speech_is_told_of_and_not_refused(hall):
    for _ in range(2):
        uid = ask(hall, 1)
        assert speakers.too_often(hall.desk, uid) is None
        speakers.give_floor(hall.desk, uid)
        speakers.end_turn(hall.desk, uid)
    third = ask(hall, 1)
    told = speakers.too_often(hall.desk, third)
    assert (told.holds, told.source[:8]) == (False, "RONR §43")
    for language in ("en", "th"):
        assert "Kay Nunn" in say(told.message, language)
    assert speakers.too_often(hall.desk, ask(hall, 2)) is None
    speakers.give_floor(hall.desk, third)


def test_limits_come_from_the_motion_then_the_meeting_then_the_rules(hall):
    def member():
        return speakers.limits_of(hall.desk, hall.meeting, hall.item).member

    assert member() == 600  # RONR §43
    assert speakers.limits_of(hall.desk, hall.meeting, hall.item).times == 2
    back_and_forth(hall.desk, speakers.set_limits, hall.meeting, member=300, resident=90)
    assert member() == 300
    assert speakers.limits_of(hall.desk, hall.meeting, hall.item).resident == 90
    uid = ask(hall, 1)
    speakers.give_floor(hall.desk, uid)
    assert of(hall, uid).limit == 300
    for bad in (0, -1, 90_000):
        with pytest.raises(InputRefused):
            speakers.set_limits(hall.desk, hall.meeting, member=bad)
    limiting = motions.state_motion(
        hall.desk, hall.meeting, kind="limit_debate", text=t("Two minutes each"),
        mover_uid=hall.people[0], item_uid=hall.item, speech_seconds=120,
    ).value  # fmt: skip
    assert member() == 300
    motions.set_outcome(hall.desk, limiting, "carried")
    assert member() == 120
    assert speakers.limits_of(hall.desk, hall.meeting, None).member == 300


def test_written_comments_are_counted_by_stance(hall):
    counts = {"for": 3, "against": 12}
    back_and_forth(hall.desk, speakers.count_written, hall.meeting, hall.item, counts)
    assert speakers.written_of(hall.desk, hall.meeting, hall.item) == counts
    speakers.count_written(hall.desk, hall.meeting, hall.item, {"against": 2, "neutral": 1})
    assert speakers.written_of(hall.desk, hall.meeting, hall.item) == {"against": 2, "neutral": 1}
    assert [one.written for one in notes.list_comments(hall.desk, hall.meeting)] == [2, 1]
    with pytest.raises(InputRefused):
        speakers.count_written(hall.desk, hall.meeting, hall.item, {"for": -1})
    speakers.count_written(hall.desk, hall.meeting, None, {"for": 1})
    speakers.count_written(hall.desk, hall.meeting, None, {})
    assert speakers.written_of(hall.desk, hall.meeting, None) == {}


def test_the_timeline_tells_who_spoke_and_for_how_long(hall):
    uid = ask(hall, 1, limit_seconds=60)
    speakers.give_floor(hall.desk, uid)

    def told(language="en"):
        return [
            (say(row.message, language), say(row.remark, language) if row.remark else "")
            for row in timeline(hall.desk, hall.meeting)
            if row.kind in ("speaking", "comment")
        ]

    assert told() == [("Kay Nunn has the floor", "")]
    begun = of(hall, uid).began
    speakers.end_turn(hall.desk, uid, at=begun + timedelta(seconds=75))
    resident = speakers.ask_for_floor(hall.desk, hall.meeting, stance="for").value
    speakers.give_floor(hall.desk, resident)
    begun = of(hall, resident).began
    speakers.end_turn(hall.desk, resident, at=begun + timedelta(seconds=130))
    assert told() == [
        ("Kay Nunn had the floor", "1:15 min, 0:15 over the limit of 1:00"),
        ("A resident spoke in favour", "2:10 min"),
    ]
    assert all("{" not in part for line in told("th") for part in line)


def test_who_spoke_cannot_be_removed_from_the_file(hall):
    guest = people.add_person(hall.desk, name=t("Ed Fry")).value
    uid = speakers.ask_for_floor(hall.desk, hall.meeting, guest).value
    assert of(hall, uid).kind is SpeakerKind.GUEST
    with pytest.raises(NotAllowed):
        people.remove_person(hall.desk, guest)


def test_what_cannot_be_is_refused(hall):
    before = everything(hall.desk)
    for bad in ({"stance": "maybe"}, {"limit_seconds": -5}):
        with pytest.raises(InputRefused):
            ask(hall, 1, **bad)
    assert everything(hall.desk) == before

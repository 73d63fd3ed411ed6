"""What waits for a meeting: nothing that was left open is dropped until somebody decides."""

from __future__ import annotations

from datetime import date

import pytest
from desks import back_and_forth, body_of, local, planned, seated, words

from council.catalogue import say
from council.db import rows
from council.domain.messages import InputRefused, NotAllowed
from council.domain.text import Text
from council.domain.vocabulary import ItemKind
from council.services import actions, history, meetings
from council.services.members import bodies
from council.services.planning import agenda, papers
from council.services.planning import agenda_carry as carry
from council.services.planning.carry_matters import CarryWhy
from council.services.session import motions


class House:
    """A council that meets once a month of 2027, and what it does there."""

    def __init__(self):
        self.desk, self.people = seated()

    def plan(self, month, *, body=None):
        when = local(2027, month, 11, 18, 30)
        return meetings.plan_meeting(
            self.desk, body_uid=body or body_of(self.desk), starts_local=when
        ).value

    def item(self, meeting, title, **more):
        return agenda.add_item(self.desk, meeting, title=words(title), **more).value

    def move(self, meeting, item, text, outcome=None, how=None, until=None):
        uid = motions.state_motion(
            self.desk, meeting, text=words(text), item_uid=item, mover_uid=self.people[0]
        ).value
        if how:
            put_off = motions.state_motion(
                self.desk, meeting, kind=how, parent_uid=uid, until=until,
                mover_uid=self.people[0], item_uid=item,
            ).value  # fmt: skip
            motions.set_outcome(self.desk, put_off, "carried")
        elif outcome:
            motions.set_outcome(self.desk, uid, outcome)
        return uid

    def open(self, meeting):
        meetings.call_to_order(self.desk, meeting)

    def take_up(self, meeting, item):
        agenda.go_to_item(self.desk, meeting, item)

    def close(self, meeting):
        meetings.adjourn(self.desk, meeting)

    def waits(self, meeting):
        return [
            (str(one.why), one.title.show("en"))
            for one in carry.carry_over_candidates(self.desk, meeting)
            if one.kind not in ("minutes", "action")
        ]

    def rows(self, meeting):
        return {one.title.show("en"): one for one in self.carried(meeting)}

    def carried(self, meeting):
        found = carry.carry_over_candidates(self.desk, meeting)
        return [one for one in found if one.kind not in ("minutes", "action")]

    def hold(self, month, title, **put_off):
        """Hold a meeting with one item on which a motion is made; return the meeting and item."""
        meeting = self.plan(month)
        item = self.item(meeting, title)
        self.open(meeting)
        self.take_up(meeting, item)
        self.move(meeting, item, f"That {title}", **put_off)
        self.close(meeting)
        return meeting, item


@pytest.fixture
def house():
    return House()


PUT_OFF = [
    ({"how": "postpone"}, CarryWhy.POSTPONED, True),
    ({"how": "postpone", "until": date(2027, 4, 11)}, CarryWhy.POSTPONED, True),
    ({"how": "postpone", "until": date(2027, 6, 1)}, CarryWhy.POSTPONED, False),
    ({"how": "postpone", "until": "the next meeting"}, CarryWhy.POSTPONED, True),
    ({"how": "postpone_indefinitely"}, CarryWhy.INDEFINITELY, False),
    ({"how": "refer"}, CarryWhy.REFERRED, False),
    ({"how": "lay_aside"}, CarryWhy.LAID_ASIDE, True),
    ({"outcome": "postponed"}, CarryWhy.POSTPONED, True),
    ({}, CarryWhy.PENDING, True),
]


@pytest.mark.parametrize(("put_off", "why", "suggested"), PUT_OFF)
def test_a_motion_that_was_put_off_waits(house, put_off, why, suggested):
    house.hold(3, "Lights", **put_off)
    (row,) = house.carried(house.plan(4))
    assert (row.why, row.suggested, row.kind) == (why, suggested, "motion")
    for language in ("en", "th"):
        assert "2027-1" in say(row.reason, language) or "2570" in say(row.reason, language)
    if "until" in put_off:
        assert row.until == str(put_off["until"])


@pytest.mark.parametrize(
    "outcome", ["carried", "lost", "withdrawn", "no_second", "out_of_order", "settled", "noted"]
)
def test_a_motion_that_was_dealt_with_does_not(house, outcome):
    house.hold(3, "Lights", outcome=outcome)
    assert house.waits(house.plan(4)) == []


def test_postponed_in_march_it_waits_until_somebody_decides(house):
    march, item = house.hold(3, "Lights", how="postpone")
    for month in (4, 5):
        other, _ = house.hold(month, f"Business {month}", outcome="carried")
        assert house.waits(house.plan(month + 1)) == [("postponed", "Lights")]
        assert other
    june = next(
        one.uid for one in meetings.list_meetings(house.desk) if one.starts_local.month == 6
    )
    (row,) = house.carried(june)
    (carried,) = back_and_forth(house.desk, carry.carry_over, june, [row.uid])
    assert house.waits(june) == []
    # On June's agenda it waits for no other meeting; struck from there it does again.
    july = house.plan(7)
    assert house.waits(july) == []
    meetings.post_notice(house.desk, june, place=words("Door"))
    agenda.remove_item(house.desk, carried)
    assert house.waits(july) == [("postponed", "Lights")]
    history.undo(house.desk)
    house.open(june)
    house.close(june)  # not reached: it is as open as before
    (row,) = house.carried(july)
    assert (row.why, row.from_meeting_uid, row.item_uid) == (CarryWhy.POSTPONED, march, carried)
    (again,) = carry.carry_over(house.desk, july, [row.uid]).value
    house.open(july)
    house.take_up(july, again)
    house.move(july, again, "That Lights", outcome="carried")
    house.close(july)
    assert house.waits(house.plan(8)) == []
    found = {one.uid: one for one in agenda.list_items(house.desk, july)}
    assert (found[again].carried_from_uid, found[again].matter_uid) == (carried, item)


def test_talk_alone_decides_nothing(house):
    house.hold(3, "Lights", how="postpone")
    april = house.plan(4)
    (item,) = carry.carry_over(house.desk, april, [house.carried(april)[0].uid]).value
    agenda.change_item(house.desk, item, proposed_motion=Text())
    house.open(april)
    house.take_up(april, item)
    house.close(april)
    assert house.waits(house.plan(5)) == [("postponed", "Lights")]


def test_put_off_again_the_later_motion_counts(house):
    house.hold(3, "Lights", how="postpone")
    april = house.plan(4)
    (item,) = carry.carry_over(house.desk, april, [house.carried(april)[0].uid]).value
    house.open(april)
    house.take_up(april, item)
    house.move(april, item, "That Lights burn longer", how="lay_aside")
    house.close(april)
    (row,) = house.carried(house.plan(5))
    assert (row.why, row.from_meeting_uid) == (CarryWhy.LAID_ASIDE, april)


def test_of_two_motions_each_is_decided_for_itself(house):
    march = house.plan(3)
    item = house.item(march, "Lights")
    house.open(march)
    for text in ("That A", "That B"):
        house.move(march, item, text, how="postpone")
    house.close(march)
    april = house.plan(4)
    first, second = house.carried(april)
    (taken,) = carry.carry_over(house.desk, april, [first.uid]).value
    assert [one.uid for one in house.carried(april)] == [second.uid]
    house.open(april)
    house.take_up(april, taken)
    house.move(april, taken, "That A", outcome="carried")
    house.close(april)
    assert [one.uid for one in house.carried(house.plan(5))] == [second.uid]


def test_the_same_words_decided_anywhere_close_it(house):
    house.hold(3, "Lights", how="postpone")
    april = house.plan(4)
    item = house.item(april, "Street lighting")
    house.open(april)
    house.move(april, item, "That Lights", outcome="lost")
    house.close(april)
    assert house.waits(house.plan(5)) == []


def test_a_motion_without_an_item_waits_too(house):
    march = house.plan(3)
    house.open(march)
    house.move(march, None, "That we write to the city", how="postpone")
    house.close(march)
    april = house.plan(4)
    (row,) = house.carried(april)
    assert (row.item_uid, row.title.show("en")) == (None, "That we write to the city")
    back_and_forth(house.desk, carry.carry_over, april, [row.uid])
    assert house.waits(april) == []


def test_unfinished_items_of_all_earlier_meetings_wait(house):
    march = house.plan(3)
    left = house.item(march, "Lights")
    done = house.item(march, "Grants")
    house.open(march)
    house.take_up(march, done)
    house.close(march)
    house.hold(4, "Other", outcome="carried")
    may = house.plan(5)
    assert house.waits(may) == [("unfinished", "Lights")]
    (item,) = carry.carry_over(house.desk, may, [left]).value
    house.open(may)
    house.take_up(may, item)
    house.close(may)
    assert house.waits(house.plan(6)) == []


def test_what_a_cancelled_meeting_had_on_its_agenda_waits(house):
    march, april = house.plan(3), house.plan(4)
    house.item(march, "Lights")
    assert house.waits(april) == []
    back_and_forth(house.desk, meetings.cancel_meeting, march, "Flood")
    (row,) = house.carried(april)
    assert row.why is CarryWhy.CANCELLED
    assert say(row.reason, "en") == "Was on the agenda of meeting 1/2027, which was cancelled"


def test_a_meeting_whose_day_went_by_leaves_what_it_had(house):
    past, soon = planned(house.desk, 1), planned(house.desk, 19)
    house.item(past, "Lights")
    assert house.waits(soon) == [("not_held", "Lights")]


def test_heads_and_formalities_do_not_wait(house):
    march = house.plan(3)
    agenda.apply_template(house.desk, march, "regular")
    house.item(march, "Welcome", kind="announcement")
    house.item(march, "Comments", kind="public_comment")
    house.open(march)
    house.close(march)
    assert house.waits(house.plan(4)) == []


def test_a_head_with_something_on_it_waits(house):
    march = house.plan(3)
    uids = agenda.apply_template(house.desk, march, "regular").value
    agenda.change_item(house.desk, uids[5], proposed_motion=words("That we do"))
    house.open(march)
    house.close(march)
    assert house.waits(house.plan(4)) == [("unfinished", "Business")]


def test_notice_of_a_motion_was_given(house):
    march = house.plan(3)
    told = house.item(march, "Rules", kind="announcement", proposed_motion=words("That we change"))
    unmoved = house.item(march, "Trees", proposed_motion=words("That we plant"))
    house.open(march)
    house.take_up(march, told)
    house.take_up(march, unmoved)
    house.close(march)
    april = house.plan(4)
    assert house.waits(april) == [("notice", "Rules"), ("not_moved", "Trees")]
    carry.carry_over(house.desk, april, [told])
    row = agenda.list_items(house.desk, april)[0]
    assert (row.kind, row.proposed_motion) == (ItemKind.DECISION, words("That we change"))


def test_what_was_agreed_in_the_consent_group_does_not_wait(house):
    march = house.plan(3)
    head = house.item(march, "Consent", kind="consent")
    house.item(march, "A", parent_uid=head, consent=True, proposed_motion=words("That A"))
    house.item(march, "B", parent_uid=head, consent=True)
    house.item(march, "C", parent_uid=head)
    house.open(march)
    house.take_up(march, head)
    house.move(march, head, "That the consent group be adopted", outcome="carried")
    house.close(march)
    assert house.waits(house.plan(4)) == [("unfinished", "C")]


def test_referred_business_that_a_committee_dealt_with_is_reported_back(house):
    _, item = house.hold(3, "Lights", how="refer")
    committee = bodies.add_body(
        house.desk, name=words("Streets"), kind="committee", parent_uid=body_of(house.desk), seats=3
    ).value
    council_april = house.plan(4)
    (row,) = house.carried(council_april)
    assert (row.why, row.suggested) == (CarryWhy.REFERRED, False)
    at_committee = house.plan(3, body=committee)
    theirs = house.item(at_committee, "Lights")
    with house.desk.step("step.change_item", title=words("x")):
        rows.update(house.desk.conn, "agenda_item", theirs, {"matter_uid": item})
    house.open(at_committee)
    house.take_up(at_committee, theirs)
    house.close(at_committee)
    (row,) = house.carried(council_april)
    assert (row.why, row.suggested) == (CarryWhy.REPORTED_BACK, True)
    assert say(row.reason, "en") == "Motion 2027-1 was referred, and Streets has dealt with it"


def test_what_comes_back_brings_all_it_had(house):
    march = house.plan(3)
    item = house.item(
        march, "Lights", presenter=words("Ann"), topic="funding", minutes=7, closed=True,
        closed_ground=words("Code 1"),
    )  # fmt: skip
    papers.add_paper(house.desk, item, "plan.txt", b"words", public=False)
    house.open(march)
    house.take_up(march, item)
    house.move(march, item, "That Lights", how="postpone")
    house.close(march)
    april = house.plan(4)
    carry.carry_over(house.desk, april, [house.carried(april)[0].uid])
    (row,) = agenda.list_items(house.desk, april)
    assert row.proposed_motion == words("That Lights")
    assert (row.presenter, row.topic, row.minutes) == (words("Ann"), "funding", 7)
    assert (row.closed, row.closed_ground) == (True, words("Code 1"))
    assert [(one.name, one.public) for one in row.attachments] == [("plan.txt", False)]


def test_an_action_on_an_agenda_comes_back_as_itself(house):
    march = house.plan(3)
    house.open(march)
    actions.add_action(
        house.desk, what=words("Write"), owner_uid=house.people[1], meeting_uid=march
    )
    house.close(march)
    april = house.plan(4)
    offered = carry.carry_over_candidates(house.desk, april)
    action = next(one for one in offered if one.kind == "action")
    carry.carry_over(house.desk, april, [action.uid])
    assert agenda.list_items(house.desk, april)[0].presenter == words("Ben Roy")
    house.open(april)
    house.close(april)
    may = house.plan(5)
    assert house.waits(may) == []
    assert "action" in {one.kind for one in carry.carry_over_candidates(house.desk, may)}


def test_what_is_dismissed_is_on_record_and_may_come_back(house):
    house.hold(3, "Lights", how="postpone")
    april = house.plan(4)
    (row,) = house.carried(april)
    dismissal = back_and_forth(
        house.desk, carry.dismiss_candidate, april, row.uid, "The city does it"
    )
    assert {"agenda", "meetings"} <= history.undo(house.desk).changes
    assert {"agenda", "meetings"} <= history.redo(house.desk).changes
    assert house.waits(april) == house.waits(house.plan(5)) == []
    (told,) = carry.list_dismissed(house.desk, april)
    assert (told.uid, told.title, told.reason) == (
        dismissal,
        words("Lights"),
        words("The city does it"),
    )
    assert (told.meeting_uid, told.kind, told.source_uid) == (april, "motion", row.uid)
    back_and_forth(house.desk, carry.restore_candidate, dismissal)
    assert house.waits(april) == [("postponed", "Lights")]
    with pytest.raises(NotAllowed) as caught:
        carry.restore_candidate(house.desk, dismissal)
    assert caught.value.code == "error.not_dismissed"


def test_dismissing_needs_a_reason_and_something_offered(house):
    house.hold(3, "Lights", how="postpone")
    april = house.plan(4)
    (row,) = house.carried(april)
    with pytest.raises(InputRefused) as caught:
        carry.dismiss_candidate(house.desk, april, row.uid, " ")
    assert caught.value.code == "error.empty"
    with pytest.raises(InputRefused) as caught:
        carry.dismiss_candidate(house.desk, april, "mo-99", "x")
    assert caught.value.code == "error.not_offered"


def test_minutes_and_actions_are_dismissed_as_well(house):
    march, _ = house.hold(3, "Lights", outcome="carried")
    actions.add_action(house.desk, what=words("Write"), owner=words("Ann"), meeting_uid=march)
    april = house.plan(4)
    for one in carry.carry_over_candidates(house.desk, april):
        back_and_forth(house.desk, carry.dismiss_candidate, april, one.uid, words("No"))
    assert carry.carry_over_candidates(house.desk, april) == []
    assert len(carry.list_dismissed(house.desk, april)) == 2
    for one in carry.list_dismissed(house.desk, april):
        back_and_forth(house.desk, carry.restore_candidate, one.uid)


def test_a_locked_agenda_takes_nothing_over(house):
    march, item = house.hold(3, "Lights", how="postpone")
    april = house.plan(4)
    with house.desk.step("step.change_meeting", number="1"):
        values = {"uid": "mi-9", "meeting_uid": april, "state": "approved"}
        rows.insert(house.desk.conn, "minutes", values)
    with pytest.raises(NotAllowed):
        carry.carry_over(house.desk, april, [house.carried(april)[0].uid])
    assert march
    assert item

"""RONR §29: one member who doubts a voice vote has it counted."""

import pytest
from hall import convene, t

from council.catalogue import say
from council.domain.messages import NotAllowed
from council.services import history
from council.services.session import divisions, motions
from council.services.voting import votes


def voiced(**more):
    hall = convene(**more)
    hall.present(11)
    motion = motions.state_motion(hall.desk, hall.meeting, text=t("That we paint.")).value
    return hall, motion, votes.open_vote(hall.desk, motion, method="voice").value


def test_a_doubted_voice_vote_is_counted_and_the_demand_is_on_record():
    hall, motion, vote = voiced()
    needed = votes.get_vote(hall.desk, vote).resolved
    divisions.demand_division(hall.desk, vote, mover_uid=hall.people[3])
    row = votes.open_vote_of(hall.desk, hall.meeting)
    assert (row.uid, row.method, row.resolved) == (vote, "show_of_hands", needed)
    demand = motions.list_motions(hall.desk, hall.meeting)[-1]
    assert (demand.kind, demand.outcome) == ("division_of_assembly", "carried")
    assert demand.mover_uid == hall.people[3]
    votes.set_counts(hall.desk, vote, 4, 6)
    assert votes.declare(hall.desk, vote).value == "lost"
    assert motions.get_motion(hall.desk, motion).outcome == "lost"


def test_the_demand_is_one_step_named_in_both_languages_and_undone_whole():
    hall, _motion, vote = voiced()
    divisions.demand_division(hall.desk, vote)
    name = history.can_undo(hall.desk)
    assert "demand" in say(name, "en")
    assert "นับคะแนน" in say(name, "th")
    history.undo(hall.desk)
    assert votes.open_vote_of(hall.desk, hall.meeting).method == "voice"
    assert len(motions.list_motions(hall.desk, hall.meeting)) == 1


@pytest.mark.parametrize("method", ["show_of_hands", "roll_call", "secret_ballot", "no_objection"])
def test_only_a_voice_vote_can_be_doubted(method):
    hall, motion, vote = voiced()
    votes.drop_vote(hall.desk, vote)
    other = votes.open_vote(hall.desk, motion, method=method).value
    with pytest.raises(NotAllowed, match="no_voice_vote"):
        divisions.demand_division(hall.desk, other)


def test_a_declared_voice_vote_stays_as_it_was_taken():
    hall, _motion, vote = voiced()
    votes.declare(hall.desk, vote, "carried")
    with pytest.raises(NotAllowed, match="no_voice_vote"):
        divisions.demand_division(hall.desk, vote)

"""Whether the chair may vote now, and whether that vote would decide (RONR §4, §44, §49).

Advice only: what the chair did is recorded, and the verdict counts what the rules count.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.domain.messages import Message
from council.domain.rulings import Ruling
from council.domain.vocabulary import Choice, Method
from council.domain.votes.tallies import TIE_UNKNOWN
from council.domain.votes.voting import Counting, Tie, chair_can_decide, judge
from council.domain.votes.voting_words import TIE_NOT_KNOWN

if TYPE_CHECKING:
    from council.domain.votes.requirements import AnyRequirement
    from council.domain.votes.tallies import Room, Tally
    from council.domain.votes.voting import Verdict

SMALL_BOARD = 12
"""Up to about so many present RONR §49 lets the chair vote like every member."""

_NONE: frozenset[Choice] = frozenset()
_LIKE_ALL = frozenset({"always", "second_vote"})


@dataclass(frozen=True, slots=True)
class Question:
    """The vote that the chair is asked about; ``tally`` holds the chair's vote when it was given.

    ``chair_votes`` is the word of the rules (always, ballot_or_if_decisive, only_tie, second_vote),
    None when it is not known on that day. ``small_board`` also means a committee.
    """

    chair_votes: str | None
    requirement: AnyRequirement | None
    tally: Tally
    room: Room
    method: Method
    tie: str = "lost"
    counting: Counting = Counting()  # noqa: RUF009 - frozen
    voted: bool = False
    small_board: bool = False

    def verdict(self, casting: Choice | None = None) -> Verdict:
        """Return what the requirement makes of the vote as it stands."""
        return judge(
            self.requirement, self.tally, self.room, method=self.method, tie=self.tie,
            casting=casting, counting=self.counting,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChairVote:
    """What the chair may do now.

    ``may_vote`` is an ordinary vote, ``casting`` one beside the ordinary votes after a tie;
    ``deciding`` are the choices by which that vote would change the outcome. ``asked`` can be asked
    again while further answers come in.
    """

    may_vote: bool
    casting: bool
    deciding: frozenset[Choice]
    ruling: Ruling
    asked: Question | None = None


def chair_vote(asked: Question, *, source: str = "", verified: bool = True) -> ChairVote:
    """Say whether the chair may vote now; ``source`` and ``verified`` are those of the rule."""
    may_vote, casting, deciding, holds, message = _answer(asked)
    ruling = Ruling(holds, message, source, verified)
    return ChairVote(may_vote, casting, deciding, ruling, asked)


_Answer = tuple[bool, bool, frozenset[Choice], bool | None, Message]


def _answer(asked: Question) -> _Answer:
    if asked.chair_votes is None:
        return False, False, _NONE, None, Message("chair_vote.unknown")
    like_all, verdict = _like_all(asked), asked.verdict()
    may_vote = bool(like_all) and not asked.voted
    # Nobody sees in counted hands whether the chair was among them; a roll call says it.
    all_in = not may_vote or asked.method is not Method.ROLL_CALL
    if verdict.tied and asked.tie == Tie.CHAIR_CASTING and all_in:
        return may_vote, True, _casting_decides(asked), True, Message("chair_vote.casting")
    if may_vote:
        return True, False, _deciding(asked), True, Message(f"chair_vote.{like_all}")
    if asked.voted:
        return False, False, _NONE, False, Message("chair_vote.voted")
    if verdict.outcome == "cannot_be_determined":
        return False, False, _NONE, None, Message("chair_vote.no_sum", {"why": verdict.message})
    return _when_it_decides(asked, tied=verdict.tied)


def _like_all(asked: Question) -> str:
    """Return by what the chair votes like every member, nothing when it does not."""
    if asked.chair_votes in _LIKE_ALL:
        return str(asked.chair_votes)
    if asked.chair_votes == "only_tie":
        return ""
    if asked.method is Method.SECRET_BALLOT:
        return "ballot"
    return "small_board" if asked.small_board else ""


def _when_it_decides(asked: Question, *, tied: bool) -> _Answer:
    deciding = _deciding(asked)
    if asked.chair_votes == "only_tie":
        if tied:
            return True, False, deciding, True, Message("chair_vote.tie")
        return False, False, _NONE, False, Message("chair_vote.no_tie")
    if not deciding:
        return False, False, _NONE, False, Message("chair_vote.not_decisive")
    choices = [Message(f"verdict.vote_{one}") for one in sorted(deciding)]
    return True, False, deciding, True, Message("chair_vote.decisive", {"choices": choices})


def _deciding(asked: Question) -> frozenset[Choice]:
    return chair_can_decide(
        asked.requirement, asked.tally, asked.room, tie=asked.tie, counting=asked.counting
    )


def _casting_decides(asked: Question) -> frozenset[Choice]:
    now = asked.verdict().outcome
    choices = (Choice.YES, Choice.NO)
    return frozenset(one for one in choices if asked.verdict(one).outcome != now)


def judge_casting(verdict: Verdict, *, source: str = "", verified: bool = True) -> Ruling:
    """Say whether the rules give the chair a casting vote beside the votes of this verdict."""
    if verdict.asked.tie == TIE_UNKNOWN:
        return Ruling(None, TIE_NOT_KNOWN, source, verified)
    if verdict.asked.tie != Tie.CHAIR_CASTING:
        return Ruling(False, Message("verdict.casting_no_right"), source, verified)
    if not verdict.tied:
        return Ruling(False, Message("verdict.casting_no_tie"), source, verified)
    return Ruling(True, Message("chair_vote.casting"), source, verified)

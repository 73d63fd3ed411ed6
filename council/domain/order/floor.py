"""The floor of a meeting at one moment: what is pending, what was decided, who is in the room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.domain.text import Text
from council.domain.vocabulary import Outcome

if TYPE_CHECKING:
    from datetime import date

    from council.domain.order.motions import PendingMotion
    from council.domain.vocabulary import Method, MotionKind

_NO_NAME = Text()
_DISPOSED = {Outcome.CARRIED: "adopted", Outcome.LAID_ASIDE: "aside", Outcome.REFERRED: "referred"}


@dataclass(frozen=True, slots=True)
class Decided:
    """A motion that is no longer pending, with what a motion about it has to know.

    ``day`` is that of the decision; ``session``: in the session that is going on. ``prevailed``
    holds who voted with the side that won, None when nobody wrote it down; ``unopposed``: nobody
    objected. ``reconsidered``: a motion to reconsider it was put once; ``executed``: carried out;
    ``begun``: a committee took it up, or a vote was taken under it.
    """

    uid: str
    kind: MotionKind
    outcome: Outcome
    day: date | None = None
    session: bool = True
    prevailed: frozenset[str] | None = None
    unopposed: bool = False
    reconsidered: bool = False
    executed: bool = False
    begun: bool = False

    @property
    def what(self) -> str | None:
        """Return what can be brought back of it: adopted, aside, referred; None for nothing."""
        return _DISPOSED.get(self.outcome)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who moves or seconds; ``voting``: a member of the body with a vote in it.

    ``executive`` is who heads the administration and sits with the council by office.
    """

    uid: str
    name: Text = _NO_NAME
    here: bool = True
    voting: bool = True
    recused: bool = False
    presiding: bool = False
    executive: bool = False


@dataclass(frozen=True, slots=True)
class Floor:
    """What the order of motions depends on.

    ``pending`` runs from the main motion to the one immediately pending. ``voting`` is how the vote
    is taken that is open, ``just_voted`` how the last one was, until something else is stated.
    ``debated``: debate on the immediately pending question has begun; ``closed``: the previous
    question is ordered on it; ``ends``: a time is set for the end of its debate. ``ruled``: the
    chair has just ruled. ``noticed`` holds the decisions of which previous notice was given.
    ``earlier`` names what other meetings left that can be brought back: adopted, aside, referred.
    ``members`` are those in office; ``small_board``: the chair takes part like every member.
    """

    pending: tuple[PendingMotion, ...] = ()
    voting: Method | None = None
    just_voted: Method | None = None
    quorum: bool | None = None
    debated: bool = False
    closed: bool = False
    ends: bool = False
    ruled: bool = False
    decided: tuple[Decided, ...] = ()
    noticed: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    today: date | None = None
    members: int | None = None
    committee: bool = False
    small_board: bool = False

    @property
    def top(self) -> PendingMotion | None:
        """Return the motion immediately pending."""
        return self.pending[-1] if self.pending else None

    def holds(self, kind: MotionKind) -> bool:
        """Tell whether a motion of this kind is pending."""
        return any(motion.kind is kind for motion in self.pending)

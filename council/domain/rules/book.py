"""What rules can be asked, whether they are one pack or a council's own layers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from council.domain.messages import InputRefused
from council.domain.vocabulary import MotionKind

if TYPE_CHECKING:
    from council.domain.rules.values import MotionRule, Notice, Value
    from council.domain.votes.quorum import QuorumRule
    from council.domain.votes.requirements import AnyRequirement


class RuleNotKnown(InputRefused):
    """A rule that is known only from a later day: what hangs on it cannot be determined."""


class RuleBook(ABC):
    """The questions; every answer comes from one Value, which also tells its source.

    An answer that needs a rule raises as ``get`` does; ``value_of`` never raises.
    """

    @abstractmethod
    def find(self, key: str) -> Value | None:
        """Return the value of a dotted key, or None when the rules say nothing."""

    @abstractmethod
    def keys(self) -> tuple[str, ...]:
        """Return all dotted keys there are, in the pack's order."""

    def get(self, key: str) -> Value:
        """Return the value of a key that is known.

        Raises InputRefused ``error.rule_missing`` when the rules say nothing, and RuleNotKnown on a
        day before the first from which the rule is known.
        """
        found = self.find(key)
        if found is None:
            raise InputRefused("error.rule_missing", key=key)
        if not found.known:
            raise RuleNotKnown("error.rule_not_known", key=key, day=found.effective_from)
        return found

    def value_of(self, key: str, default: Any = None) -> Any:
        """Return the typed value of a key: the default when the rules say nothing of it.

        None when the rule is not known on the day; ``find(key).known`` tells the two apart.
        """
        found = self.find(key)
        return default if found is None else found.value

    def requirement(self, name: str) -> AnyRequirement:
        """Return the requirement of a name such as ``majority`` or ``two_thirds``."""
        requirement: AnyRequirement = self.get(f"requirement.{name}").value
        return requirement

    def requirement_names(self) -> tuple[str, ...]:
        """Return the names of all requirements, in the pack's order."""
        return tuple(key.partition(".")[2] for key in self.keys() if key.startswith("requirement."))

    def motion(self, kind: MotionKind | str) -> MotionRule:
        """Return what the rules say of a kind of motion."""
        rule: MotionRule = self.get(f"motion.{kind}").value
        return rule

    def vote_for(self, kind: MotionKind | str) -> str:
        """Return the name of the requirement a kind of motion needs."""
        return self.motion(kind).vote

    def seconds_needed(self, kind: MotionKind | str, members: int | None = None) -> int:
        """Return how many seconders a kind of motion needs in a body of so many in office.

        A ``second_table`` counts for main motions when the members are given.
        """
        steps = self.value_of("second_table")
        if kind == MotionKind.MAIN and members is not None and steps is not None:
            return int(steps.needed(members))
        return self.motion(kind).second

    def tie_for(self, kind: MotionKind | str) -> str:
        """Return what a tie means for a kind of motion: lost, chair_casting or chair_sustained."""
        key = "tie.appeal" if kind == MotionKind.APPEAL else "tie.motion"
        return str(self.get(key).value)

    def notice(self, kind: str) -> Notice | None:
        """Return the notice a kind of meeting needs; None when none is stated or known."""
        notice: Notice | None = self.value_of(f"notice.{kind}")
        return notice

    @property
    def quorum(self) -> QuorumRule:
        """The quorum rule."""
        rule: QuorumRule = self.get("quorum").value
        return rule

    @property
    def tie(self) -> str:
        """What a tie means for ordinary motions."""
        return str(self.get("tie.motion").value)

    @property
    def chair_votes(self) -> str:
        """When the chair votes: always, ballot_or_if_decisive, only_tie, second_vote."""
        return str(self.get("chair_votes").value)

    @property
    def secret_ballot(self) -> str:
        """Whether a vote may be secret: allowed or forbidden."""
        return str(self.get("secret_ballot").value)

    @property
    def seconder_printed(self) -> bool:
        """Whether minutes name the seconder."""
        return bool(self.get("minutes.seconder_printed").value)

    @property
    def mover_printed(self) -> bool:
        """Whether minutes name the mover."""
        return bool(self.get("minutes.mover_printed").value)

    @property
    def corrections_listed(self) -> bool:
        """Whether later minutes list the corrections made to earlier ones."""
        return bool(self.get("minutes.corrections_listed").value)

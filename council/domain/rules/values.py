"""The values of a rule pack: where each comes from, and how its data is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NoReturn

from council.domain.messages import CouncilError, InputRefused, Message
from council.domain.quorum import QuorumBase, QuorumKind, QuorumRule
from council.domain.requirements import read_fraction, requirement_from_data
from council.domain.vocabulary import MeetingKind, MotionKind
from council.domain.voting import Tie

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Value:
    """One rule: what it says (``value`` typed, ``data`` as written), who says so, and when.

    ``verified`` is false for what the council must confirm; ``overridden`` for what is its own.
    ``effective_to`` is the last day on which the value holds.
    """

    value: Any
    data: Any
    source: str
    verified: bool
    effective_from: date | None = None
    effective_to: date | None = None
    overridden: bool = False

    def holds_on(self, day: date | None) -> bool:
        """Tell whether the value is in force on a day; without a day, whether it has no end."""
        if day is None:
            return self.effective_to is None
        begun = self.effective_from is None or self.effective_from <= day
        return begun and (self.effective_to is None or day <= self.effective_to)


class ChairVotes(StrEnum):
    """When the chair votes."""

    ALWAYS = "always"
    BALLOT_OR_IF_DECISIVE = "ballot_or_if_decisive"
    ONLY_TIE = "only_tie"
    SECOND_VOTE = "second_vote"


class SecretBallot(StrEnum):
    """Whether the rules let a vote be secret."""

    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"


class MotionClass(StrEnum):
    """The family of a motion, which says what may be pending when it is made."""

    MAIN = "main"
    SUBSIDIARY = "subsidiary"
    PRIVILEGED = "privileged"
    INCIDENTAL = "incidental"
    BRING_BACK = "bring_back"


class Debatable(StrEnum):
    """Whether a motion may be debated; some only when the motion they apply to may."""

    YES = "yes"
    NO = "no"
    IF_TARGET = "if_target"


@dataclass(frozen=True, slots=True)
class MotionRule:
    """What the rules say of one kind of motion.

    ``rank`` 0 is none; ``second`` counts seconders; ``vote`` names a requirement.
    """

    family: MotionClass
    rank: int
    second: int
    debatable: Debatable
    amendable: bool
    vote: str


class NoticeUnit(StrEnum):
    """How notice is counted."""

    HOURS_ELAPSED = "hours_elapsed"
    CLEAR_DAYS = "clear_days"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Notice:
    """How long before a meeting its notice must be posted."""

    amount: int
    unit: NoticeUnit


Reader = Callable[[Any], Any]


def refuse(key: str, reason: str, **params: Any) -> NoReturn:
    """Raise InputRefused ``error.rule_value`` with the key inside the value and the reason."""
    raise InputRefused("error.rule_value", key=key, reason=Message(f"reason.{reason}", params))


def table(data: Any, needed: tuple[str, ...], optional: tuple[str, ...] = ()) -> Mapping[str, Any]:
    """Return the data when it is a table with the needed keys and no strange ones."""
    if not isinstance(data, Mapping):
        refuse("value", "no_table")
    for key in needed:
        if key not in data:
            refuse(key, "missing")
    for key in data:
        if key not in needed + optional:
            refuse(key, "unknown_key")
    return data


def choice(key: str, data: Any, kind: type[StrEnum]) -> Any:
    """Return the member of a closed list of words."""
    try:
        return kind(data)
    except ValueError:
        refuse(key, "not_one_of", value=str(data), words=[one.value for one in kind])


def whole(key: str, data: Any, least: int = 0) -> int:
    """Return a whole number that is not below ``least``."""
    if type(data) is not int or data < least:
        refuse(key, "not_whole", value=str(data), least=least)
    return data


def truth(key: str, data: Any) -> bool:
    """Return true or false."""
    if not isinstance(data, bool):
        refuse(key, "not_true_or_false")
    return data


def read_quorum(data: Any) -> QuorumRule:
    """Read ``{kind, base?, fraction?, floor?, fixed?, table?}``."""
    given = table(data, ("kind",), ("base", "fraction", "floor", "fixed", "table"))
    kind = choice("kind", given["kind"], QuorumKind)
    fraction = read_fraction(given.get("fraction", "1/2"))
    if fraction is None or not 0 < fraction <= 1:
        refuse("fraction", "out_of_range", value=str(given.get("fraction")))
    for name in ("fraction", "fixed"):
        if kind == name and name not in given:
            refuse(name, "missing")
    if kind is QuorumKind.SEATS_TABLE and not given.get("table"):
        refuse("table", "missing")
    return QuorumRule(
        kind=kind,
        base=choice("base", given.get("base", "members_in_office"), QuorumBase),
        fraction=fraction,
        floor=whole("floor", given.get("floor", 1), 1),
        fixed=whole("fixed", given["fixed"], 1) if "fixed" in given else None,
        table=tuple(_step(row) for row in given.get("table", ())),
    )


def _step(row: Any) -> tuple[int, int]:
    given = table(row, ("from", "needed"))
    return whole("from", given["from"]), whole("needed", given["needed"], 1)


def read_motion(data: Any) -> MotionRule:
    """Read ``{class, rank, second, debatable, amendable, vote}``; ``vote`` names a requirement."""
    given = table(data, ("class", "second", "debatable", "amendable", "vote"), ("rank",))
    if not isinstance(given["vote"], str):
        refuse("vote", "no_name")
    return MotionRule(
        family=choice("class", given["class"], MotionClass),
        rank=whole("rank", given.get("rank", 0)),
        second=whole("second", given["second"]),
        debatable=choice("debatable", given["debatable"], Debatable),
        amendable=truth("amendable", given["amendable"]),
        vote=given["vote"],
    )


def read_notice(data: Any) -> Notice:
    """Read ``{amount, unit}``."""
    given = table(data, ("amount", "unit"))
    return Notice(whole("amount", given["amount"], 1), choice("unit", given["unit"], NoticeUnit))


def _word(kind: type[StrEnum]) -> Reader:
    return lambda data: choice("value", data, kind)


def _truth(data: Any) -> bool:
    return truth("value", data)


_EXACT: dict[str, Reader] = {
    "quorum": read_quorum,
    "tie.motion": _word(Tie),
    "tie.appeal": _word(Tie),
    "chair_votes": _word(ChairVotes),
    "secret_ballot": _word(SecretBallot),
    "minutes.seconder_printed": _truth,
    "minutes.mover_printed": _truth,
    "minutes.corrections_listed": _truth,
}
_FAMILIES: dict[str, tuple[Reader, type[StrEnum] | None]] = {
    "requirement": (requirement_from_data, None),
    "motion": (read_motion, MotionKind),
    "notice": (read_notice, MeetingKind),
}


def reader_of(key: str) -> Reader | None:
    """Return what reads the data of a key such as ``motion.amend``; None when it is unknown."""
    if key in _EXACT:
        return _EXACT[key]
    family, dot, name = key.partition(".")
    if not dot or "." in name or family not in _FAMILIES:
        return None
    reader, names = _FAMILIES[family]
    known = names is None or name in {one.value for one in names}
    return reader if known else None


def read(key: str, data: Any) -> Any:
    """Return the typed value of a key's data; raises InputRefused with ``key`` and ``reason``."""
    reader = reader_of(key)
    if reader is None:
        raise InputRefused("error.rule_value", key=key, reason=Message("reason.unknown_key"))
    try:
        return reader(data)
    except CouncilError as error:
        inner = error.message.params.get("key", "value")
        place = key if inner == "value" else f"{key}.{inner}"
        reason = error.message.params["reason"]
        raise InputRefused("error.rule_value", key=place, reason=reason) from None

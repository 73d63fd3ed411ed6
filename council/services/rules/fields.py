"""The fields by which a person changes a rule, for every key: which there are, and back to data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from council.domain.duties.duty_rules import DueUnit, NoticeUnit
from council.domain.messages import Message
from council.domain.rules.kinds_papers import MinutesField
from council.domain.vocabulary import MotionKind, Role
from council.domain.votes.quorum import QuorumBase, QuorumKind
from council.domain.votes.requirements import Base
from council.services.rules import requirement_fields
from council.services.rules.field_kinds import (
    Field,
    Many,
    choice,
    fraction,
    many,
    named,
    truth,
    whole,
    words,
)
from council.services.rules.motion_words import NO_VOTE
from council.services.rules.words import coded, need_name

if TYPE_CHECKING:
    from council.domain.rules.book import RuleBook

__all__ = ["Field", "can_edit", "fields_of", "gather", "spread"]

Given = Mapping[str, Any]
_SIGNERS = ("chair", "vice_chair", "secretary", "treasurer")


@dataclass(frozen=True, slots=True)
class _Shape:
    """How one kind of value is taken apart into fields and put together again."""

    fields: Callable[[RuleBook, Any], tuple[Field, ...]]
    spread: Callable[[Any], dict[str, Any]] = dict
    gather: Callable[[Given, Any], Any] = lambda given, _before: _said(given)


def _said(given: Given) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value not in (None, "")}


def fields_of(key: str, data: Any, book: RuleBook) -> tuple[Field, ...]:
    """Return the fields of a rule; ``book`` lends names of requirements and qualifications."""
    return _shape(key).fields(book, data)


def can_edit(key: str) -> bool:
    """Tell whether there are fields for a rule."""
    family = key.partition(".")[0]
    return key in _EXACT or family in _FAMILIES


def spread(key: str, data: Any) -> dict[str, Any]:
    """Return what stands in each field; an optional one that is not set is left out."""
    return {} if data is None else _shape(key).spread(data)


def gather(key: str, given: Given, before: Any) -> Any:
    """Return the data the fields say; parts that have no field are kept from ``before``."""
    return _shape(key).gather(given, before)


def _shape(key: str) -> _Shape:
    return _EXACT[key] if key in _EXACT else _FAMILIES[key.partition(".")[0]]


def _fixed(*fields: Field) -> Callable[[RuleBook, Any], tuple[Field, ...]]:
    return lambda _book, _data: fields


def _table(*fields: Field) -> _Shape:
    return _Shape(_fixed(*fields))


def _single(field: Field) -> _Shape:
    return _Shape(
        _fixed(field),
        lambda data: {"value": data},
        lambda given, _before: given.get("value"),
    )


_YES_NO = _single(truth("value"))
_COUNT = _single(whole("value", 1))


def _one_of(*codes_: str) -> _Shape:
    return _single(choice("value", codes_))


def _number(name: str) -> _Shape:
    """Shape ``{name: number}``."""
    return _table(whole(name, 1))


# --- quorum --------------------------------------------------------------------------------------


def _quorum_fields(_book: RuleBook, data: Any) -> tuple[Field, ...]:
    has_table = isinstance(data, Mapping) and bool(data.get("table"))
    kinds = [kind for kind in QuorumKind if has_table or kind is not QuorumKind.SEATS_TABLE]
    shares = ("majority", "fraction", "seats_table")
    return (
        choice("kind", kinds),
        fraction("fraction", when=("kind", ("fraction",))),
        named("base", "rule_base", QuorumBase, when=("kind", shares)),
        whole("fixed", 1, when=("kind", ("fixed",))),
        whole("floor", 1, optional=True, when=("kind", shares)),
    )


def _gather_quorum(given: Given, before: Any) -> dict[str, Any]:
    data = _said(given)
    if data["kind"] == QuorumKind.SEATS_TABLE and isinstance(before, Mapping):
        data["table"] = before["table"]
    return data


# --- motions -------------------------------------------------------------------------------------


def _motion_fields(book: RuleBook, _data: Any) -> tuple[Field, ...]:
    votes: list[tuple[str, Message | str]] = [
        (name, need_name(name)) for name in book.requirement_names()
    ]
    votes += [(code, Message(f"rule_choice.{code}")) for code in NO_VOTE]
    again = ("yes", "no", "affirmative_only", "negative_only", "unexecuted")
    return (
        whole("second", 0, most=99),
        Field("vote", "choice", choices=tuple(votes)),
        choice("debatable", ("yes", "no", "if_target")),
        truth("amendable"),
        truth("interrupt"),
        choice("reconsider", (*again, "not_begun", "before_vote")),
    )


def _gather_motion(given: Given, before: Any) -> dict[str, Any]:
    return {**(before or {}), **_said(given)}


def _late_fields(book: RuleBook, _data: Any) -> tuple[Field, ...]:
    votes = tuple((name, need_name(name)) for name in book.requirement_names())
    return (
        Field("vote", "choice", choices=votes, optional=True),
        fraction("unless_present", optional=True),
        named("of", "rule_base", Base, optional=True),
        Field("then", "choice", choices=votes, optional=True),
        whole("within_days", 0, optional=True),
    )


def _gather_late(given: Given, _before: Any) -> dict[str, Any]:
    data = _said(given)
    if "unless_present" not in data or "then" not in data:
        for name in ("unless_present", "of", "then"):
            data.pop(name, None)
    return data


def _spread_steps(data: Any) -> dict[str, Any]:
    rows = list(data)
    last = rows[-1]
    return {"small": rows[0]["needed"], "from": max(1, last["from"]), "large": last["needed"]}


def _gather_steps(given: Given, _before: Any) -> list[dict[str, int]]:
    first = {"from": 0, "needed": given["small"]}
    return [first, {"from": given["from"], "needed": given["large"]}]


# --- lists ---------------------------------------------------------------------------------------


def _listed(field: Many) -> _Shape:
    """Shape a list of codes; codes of the pack that have no word are offered too."""

    def fields(book: RuleBook, data: Any) -> tuple[Field, ...]:
        return (field(book, data if isinstance(data, list) else []),)

    return _Shape(fields, lambda data: {"value": list(data)}, _gather_list)


def _gather_list(given: Given, before: Any) -> list[str]:
    """Keep the order there was; what is new comes last."""
    ticked, known = list(given["value"]), list(before or ())
    return [*(c for c in known if c in ticked), *(c for c in ticked if c not in known)]


def _kinds(_book: RuleBook, _data: list[Any]) -> Field:
    return many("value", "motion_kind", [kind.value for kind in MotionKind])


def _signers(_book: RuleBook, data: list[Any]) -> Field:
    return many("value", "role", [*_SIGNERS, *(r.value for r in Role if r.value in data)])


def _minutes_fields(_book: RuleBook, data: list[Any]) -> Field:
    return many("value", "minutes_field", [*MinutesField, *data])


def _needs(book: RuleBook, data: Any) -> tuple[Field, ...]:
    keys = book.keys()
    known = [key.partition(".")[2] for key in keys if key.startswith("qualification.")]
    needed = data.get("needs", []) if isinstance(data, Mapping) else []
    return (many("needs", "qualification_name", [*known, *needed]),)


def _place_fields(_book: RuleBook, data: Any) -> tuple[Field, ...]:
    said = [row["place"] for row in data or () if "place" in row]
    known = ("physical_place", "website", "mailing_list", "media", "members")
    return (
        many("places", "posting_place", [*known, *said]),
        whole("least_places", 1, optional=True),
    )


def _spread_places(data: Any) -> dict[str, Any]:
    places = [row["place"] for row in data if "place" in row]
    least = max((row.get("least", 0) for row in data), default=0)
    return {"places": places, "least_places": least or None}


def _gather_places(given: Given, _before: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [{"place": code} for code in given["places"]]
    if given.get("least_places"):
        rows.append({"least": given["least_places"]})
    return rows


# --- times, remote, duties -----------------------------------------------------------------------


def _notice_fields(_book: RuleBook, data: Any) -> tuple[Field, ...]:
    units = choice("unit", NoticeUnit)
    exclude = data.get("exclude") if isinstance(data, Mapping) else None
    if not exclude:
        return (whole("amount", 1), units)
    calendars = ((str(exclude), coded("calendar_name", exclude)),)
    days = ("unit", ("clear_days", "days"))
    return (
        whole("amount", 1),
        units,
        Field("exclude", "choice", choices=calendars, optional=True, when=days),
    )


def _spread_retention(data: Given) -> dict[str, Any]:
    return {"forever": bool(data.get("forever")), "days": data.get("days")}


def _gather_retention(given: Given, _before: Any) -> dict[str, Any]:
    return {"forever": True} if given["forever"] else {"days": given.get("days") or 1}


def _spread_duty(data: Given) -> dict[str, Any]:
    text = data.get("text", {})
    return {"text_en": text.get("en", ""), "text_th": text.get("th", "")}


def _gather_duty(given: Given, _before: Any) -> dict[str, Any]:
    return {"text": {"en": given.get("text_en", ""), "th": given.get("text_th", "")}}


_NOTICE = _Shape(_notice_fields)
_DUE = _table(whole("amount", 1), choice("unit", DueUnit))
_REMOTE = tuple(
    truth(name, when=("allowed", (True,)))
    for name in ("roll_call", "listed_in_minutes", "quorum_inside")
)

_EXACT: dict[str, _Shape] = {
    "quorum": _Shape(_quorum_fields, gather=_gather_quorum),
    "quorum_presence": _one_of("any", "in_person"),
    "without_quorum": _listed(_kinds),
    "vote.abstain": _one_of("ignored", "in_base", "as_yes"),
    "vote.silence": _one_of("ignored", "as_yes", "disallowed"),
    "tie.motion": _one_of("lost", "chair_casting"),
    "tie.appeal": _one_of("lost", "chair_casting", "chair_sustained"),
    "chair_votes": _one_of("always", "ballot_or_if_decisive", "only_tie", "second_vote"),
    "secret_ballot": _one_of("allowed", "forbidden"),
    "roll_call": _table(whole("on_demand", 0), choice("mandatory", ("never", "remote", "always"))),
    "vote_by_member": _YES_NO,
    "proxies": _one_of("allowed", "forbidden"),
    "substitutes": _one_of("vote", "attend", "none"),
    "second_table": _Shape(
        _fixed(whole("small", 0), whole("from", 1), whole("large", 0)),
        _spread_steps,
        _gather_steps,
    ),
    "reconsider": _table(
        choice("mover", ("prevailing", "anyone")),
        whole("within_days", 0, optional=True),
        truth("session"),
    ),
    "motion_notice": _NOTICE,
    "notice_documents": _NOTICE,
    "posting_places": _Shape(_place_fields, _spread_places, _gather_places),
    "announce_late_item": _YES_NO,
    "speaker_name_optional": _YES_NO,
    "public_comment.translator_factor": _COUNT,
    "public_comment.minutes": _COUNT,
    "speaking.minutes": _COUNT,
    "speaking.times": _single(whole("value", 0)),
    "agenda.title_words": _COUNT,
    "agenda.new_business_special": _YES_NO,
    "remote": _table(
        truth("allowed"), *_REMOTE, whole("yearly_in_person", 0, when=("allowed", (True,)))
    ),
    "record_meeting": _YES_NO,
    "identify_participants": _YES_NO,
    "keep_log": _YES_NO,
    "minutes.mover_printed": _YES_NO,
    "minutes.seconder_printed": _YES_NO,
    "minutes.corrections_listed": _YES_NO,
    "minutes.speakers_printed": _YES_NO,
    "minutes.special_approves": _YES_NO,
    "minutes.signers": _listed(_signers),
    "minutes.required_fields": _listed(_minutes_fields),
    "minutes.draft_due": _DUE,
    "minutes.approved_due": _DUE,
    "minutes.open_before": _NOTICE,
    "term": _number("years"),
    "meetings_a_year": _number("least"),
    "attendance_alarm": _Shape(
        _fixed(
            whole("consecutive", 1, optional=True),
            whole("total", 1, optional=True),
            whole("months", 1),
            truth("unless_excused"),
        ),
        lambda data: {"months": 12, "unless_excused": True, **data},
    ),
    "seat_lost": _number("months"),
    "vacancy": _number("days"),
    "locale.calendar": _one_of("gregorian", "buddhist"),
    "locale.digits": _one_of("latn", "thai"),
    "locale.meeting_number": _one_of("per_calendar_year", "running"),
}
_FAMILIES: dict[str, _Shape] = {
    "requirement": _Shape(
        _fixed(*requirement_fields.FIELDS), requirement_fields.spread, requirement_fields.gather
    ),
    "motion": _Shape(_motion_fields, gather=_gather_motion),
    "notice": _NOTICE,
    "late_item": _Shape(_late_fields, gather=_gather_late),
    "public_comment": _table(truth("general"), truth("items")),
    "eligibility": _Shape(_needs),
    "qualification": _table(
        whole("months", 1, optional=True), whole("score", 1, most=100, optional=True)
    ),
    "retention": _Shape(
        _fixed(truth("forever"), whole("days", 1, when=("forever", (False,)))),
        _spread_retention,
        _gather_retention,
    ),
    "duty": _Shape(_fixed(words("text_en"), words("text_th")), _spread_duty, _gather_duty),
}

"""What a vote was judged by: found on import, carried by the record where it cannot be found again.

A vote that was declared in the program, or that an older pack judged, keeps its requirement and the
numbers of the room; an import by a later pack then judges it as it was judged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.domain.messages import InputRefused
from council.domain.votes.vote_checks import CheckedBallot, tally_of
from council.domain.votes.voting import requirement_from_data, requirement_to_data
from council.services import guard
from council.services.voting import vote_rows, vote_rules

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from council.services.records.fields import Codec, Data
    from council.services.session.roll import Roll

_BY = {"pack": "pack", "version": "pack_version", "requirement": "resolved", "tie": "tie"}
_ROOM = (
    "present", "present_entitled", "members_in_office", "entitled", "seats", "quorum_needed",
    "quorum_present",
)  # fmt: skip
_SILENT = "not_voting"
_GIVEN = ("counting", "ineligible")
"""What a record may say of a vote beside ``judged``, and an import finds where it says nothing."""


def find(roll: Roll, motion: Mapping[str, Any], vote: Mapping[str, Any]) -> Data:
    """Return the columns of a vote by the rules of its day and the attendance on record.

    ``motion`` and ``vote`` are rows; what the vote has of ``counting`` and ``ineligible`` stays.
    Raises InputRefused when the rules know no such requirement.
    """
    rule, tie, *_ = vote_rules.resolve(roll.rules, vote["requirement"], motion["kind"])
    facts = roll.facts(
        item_uid=motion["item_uid"],
        vote_uid=vote["uid"],
        at=guard.moment_of(vote, "at") or guard.moment_of(motion, "made_at"),
        ineligible=vote["ineligible"],
    )
    values: Data = {"resolved": rule and requirement_to_data(rule), "tie": str(tie)}
    values["counting"] = vote["counting"]
    if vote["counting"] is None:
        values["counting"] = vote_rules.counting_to_data(vote_rules.counting_of(roll.rules))
    values |= {"pack": roll.rules.pack, "pack_version": roll.rules.edition}
    values |= facts.columns() if roll.entries else dict.fromkeys(_ROOM)
    if vote["ineligible"] is not None or not roll.entries:
        values["ineligible"] = vote["ineligible"]
    return values


def columns(judged: Data, codec: Codec, where: str) -> Data:
    """Return the columns of what a record says a vote was judged by; what it leaves out is empty.

    Raises InputRefused for a requirement that no vote can have.
    """
    if "requirement" in judged:
        try:
            requirement_from_data(judged["requirement"])
        except (TypeError, ValueError, InputRefused) as fault:
            rule = str(judged["requirement"])
            raise InputRefused("error.record_unknown_rule", where=where, rule=rule) from fault
    made = {column: judged.get(key) for key, column in _BY.items()}
    made |= {name: judged.get(name) for name in _ROOM}
    if "at" in judged:
        made["declared_at"] = codec.moment(judged["at"], f"{where}/at")
    return made


def first(vote: Mapping[str, Any], codec: Codec, ballots: Sequence[Mapping[str, Any]]) -> Data:
    """Return what was declared first, where the meeting put the result right; else nothing."""
    declared, numbers = vote["first_declared"], vote["first_tally"]
    if declared is None:
        return {}
    cast = [
        CheckedBallot(one["person_uid"], one["choice"], one["weight"])
        for one in ballots
        if not one["casting"] and one["person_uid"] not in (vote["ineligible"] or ())
    ]
    now = vote_rows.tally_data(tally_of(cast) if cast else vote_rows.counts_of(vote))
    if declared == vote["declared"] and numbers in (None, now):
        return {}
    made: Data = {"declared": declared}
    if vote["first_at"]:
        made["at"] = codec.moment_data(vote["first_at"])
    if numbers:
        made["counts"] = {key: value for key, value in numbers.items() if value or key != _SILENT}
    return made


def first_columns(first: Data, codec: Codec, where: str) -> Data:
    """Return the columns of what was declared first."""
    counts = first.get("counts")
    return {
        "first_declared": first["declared"],
        "first_at": codec.moment(first["at"], f"{where}/at") if "at" in first else None,
        "first_tally": counts and {_SILENT: 0, **counts},
    }


def told(
    roll: Roll, motion: Mapping[str, Any], vote: Mapping[str, Any], codec: Codec, *, public: bool
) -> Data:
    """Return the keys ``judged``, ``counting`` and ``ineligible`` of a vote's record.

    What an import finds by itself is left out, unless the vote was declared in the program. A
    public record has no qualifications: an import of it cannot find who was ineligible.
    """
    if vote["declared_at"] is None:
        bare = {**vote, **dict.fromkeys(_GIVEN)}
        alone = _found(roll, motion, bare)
        said = {key: vote[key] for key in _GIVEN if not _same(key, vote, alone)}
        if public and roll.rules.find(f"eligibility.{roll.topic(motion['item_uid'])}") is not None:
            said["ineligible"] = vote["ineligible"] or []
        again = _found(roll, motion, {**bare, **said})
        names = (*_BY.values(), *_ROOM, *_GIVEN)
        if again is not None and all(_same(name, vote, again) for name in names):
            return said
    judged = {key: vote[column] for key, column in _BY.items()}
    judged |= {name: vote[name] for name in _ROOM}
    if vote["declared_at"]:
        judged = {"at": codec.moment_data(vote["declared_at"]), **judged}
    kept = {key: value for key, value in judged.items() if value is not None}
    return {"judged": kept, **{key: vote[key] for key in _GIVEN if vote[key]}}


def _found(roll: Roll, motion: Mapping[str, Any], vote: Mapping[str, Any]) -> Data | None:
    try:
        return find(roll, motion, vote)
    except InputRefused:  # the rules of today know the requirement no more
        return None


def _same(name: str, vote: Mapping[str, Any], found: Data | None) -> bool:
    return (vote[name] or None) == ((found or {}).get(name) or None)

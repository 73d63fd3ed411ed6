"""The bench: one set of numbers, judged by several packs side by side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from council.domain.duties.holiday_reader import load_calendar
from council.domain.duties.holidays import NO_CALENDAR, Calendar
from council.domain.duties.notice import deadline
from council.domain.messages import Message
from council.domain.vocabulary import Choice, Method, MotionKind
from council.domain.votes.quorum import judge_quorum
from council.domain.votes.voting import Counting, Room, Tally, judge
from council.paths import resources
from council.services.rules.motion_words import NO_VOTE
from council.services.rules.sentences import sentence
from council.services.rules.words import coded
from council.services.voting.vote_rules import tie_of

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from council.domain.duties.duty_rules import Notice
    from council.domain.rules.layers import Rules
    from council.domain.text import Text

UNKNOWN, NO_VOTE_TAKEN = "cannot_be_determined", "no_vote"


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is tried: how many people there are, and what they did.

    ``remote`` of the ``present`` take part from elsewhere; ``silent`` neither voted nor abstained.
    """

    seats: int
    in_office: int
    present: int
    yes: int
    no: int
    abstain: int = 0
    silent: int = 0
    recused: int = 0
    remote: int = 0
    method: Method = Method.SHOW_OF_HANDS
    kind: MotionKind = MotionKind.MAIN
    casting: Choice | None = None


@dataclass(frozen=True, slots=True)
class QuorumLine:
    """Whether those present are a quorum; ``met`` None is not known."""

    met: bool | None
    message: Message
    source: str


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """Until when notice of a meeting must be posted, with its sum."""

    message: Message
    source: str


@dataclass(frozen=True, slots=True)
class BenchLine:
    """What one pack makes of the numbers.

    ``outcome`` is carried, lost, cannot_be_determined or no_vote; ``because`` is the rule it rests
    on; ``warnings`` are other rules that the vote would break.
    """

    pack: str
    name: Text | Message
    outcome: str
    message: Message
    because: Message | None
    source: str
    verified: bool
    quorum: QuorumLine
    warnings: tuple[Message, ...] = ()


def problems(numbers: Numbers) -> list[Message]:
    """Return what cannot be about the numbers, in sentences; nothing when they can."""
    n, found = numbers, []
    if n.in_office > n.seats:
        params = {"office": n.in_office, "seats": n.seats}
        found.append(Message("bench.too_many_in_office", params))
    if n.present > n.in_office:
        params = {"present": n.present, "office": n.in_office}
        found.append(Message("bench.too_many_present", params))
    for name in ("recused", "remote"):
        if getattr(n, name) > n.present:
            params = {name: getattr(n, name), "present": n.present}
            found.append(Message(f"bench.too_many_{name}", params))
    entitled, count = n.present - n.recused, n.yes + n.no + n.abstain + n.silent
    if n.recused <= n.present and count > entitled:
        params = {"count": count, "present": entitled}
        found.append(Message("bench.too_many_votes", params))
    return found


def notice_line(rules: Rules, kind: str, starts: datetime, zone: ZoneInfo) -> NoticeLine:
    """Return the deadline for the notice of a meeting that starts at ``starts``."""
    found = rules.find(f"notice.{kind}")
    if found is None or found.value is None:
        return NoticeLine(Message("bench.notice_none"), found.source if found else "")
    rule: Notice = found.value
    calendar = _calendar(rule.exclude) if rule.exclude else NO_CALENDAR
    return NoticeLine(deadline(rule, starts, zone, calendar).message, found.source)


@lru_cache(maxsize=16)
def _calendar(name: str) -> Calendar:
    return load_calendar(resources() / "rules" / "calendars" / f"{name}.toml")


def silent_left(numbers: Numbers) -> int:
    """Return how many present and entitled neither voted nor abstained."""
    n = numbers
    return max(0, n.present - n.recused - n.yes - n.no - n.abstain)


def try_numbers(pack: str, name: Text | Message, rules: Rules, numbers: Numbers) -> BenchLine:
    """Judge the numbers by one set of rules; ask ``problems`` first."""
    outcome, message, because, source, verified = _vote(rules, numbers)
    return BenchLine(
        pack=pack,
        name=name,
        outcome=outcome,
        message=message,
        because=because,
        source=source,
        verified=verified,
        quorum=_quorum(rules, numbers),
        warnings=_warnings(rules, numbers),
    )


_Judged = tuple[str, Message, Message | None, str, bool]


def _vote(rules: Rules, n: Numbers) -> _Judged:
    motion = rules.find(f"motion.{n.kind}")
    if motion is None or motion.value is None:
        return UNKNOWN, Message("bench.no_rule"), None, "", True
    name = str(motion.value.vote)
    if name in NO_VOTE:
        params = {"kind": coded("motion_kind", n.kind), "how": Message(f"motion_part.vote_{name}")}
        return NO_VOTE_TAKEN, Message("bench.no_vote", params), None, motion.source, motion.verified
    key = f"requirement.{name}"
    asked = rules.find(key)
    verdict = judge(
        asked.value if asked is not None else None,
        Tally(n.yes, n.no, n.abstain, n.silent),
        _room(n),
        method=n.method,
        tie=tie_of(rules, n.kind),
        casting=n.casting,
        counting=counting_of(rules),
        name=name,
    )
    if asked is None:
        return UNKNOWN, Message("bench.no_requirement"), None, "", True
    because = sentence(key, asked.data, rules) if asked.known else None
    return verdict.outcome, verdict.message, because, asked.source, asked.verified


def _room(n: Numbers) -> Room:
    return Room(
        present=n.present,
        present_entitled=n.present - n.recused,
        members_in_office=n.in_office,
        entitled=n.in_office - n.recused,
        seats=n.seats,
    )


def counting_of(rules: Rules) -> Counting:
    """Return what the rules make of abstaining and of silence."""
    abstain, silence = (_plain(rules, f"vote.{name}", "ignored") for name in ("abstain", "silence"))
    return Counting(str(abstain), str(silence))


def _plain(rules: Rules, key: str, default: Any) -> Any:
    found = rules.find(key)
    return default if found is None or found.value is None else found.value


def _quorum(rules: Rules, n: Numbers) -> QuorumLine:
    found = rules.find("quorum")
    if found is None or found.value is None:
        return QuorumLine(None, Message("bench.quorum_unknown"), found.source if found else "")
    verdict = judge_quorum(
        found.value,
        n.present,
        members_in_office=n.in_office,
        seats=n.seats,
        entitled_on_item=n.in_office - n.recused,
        in_person=n.present - n.remote,
        presence=str(_plain(rules, "quorum_presence", "any")),
        source=found.source,
    )
    return QuorumLine(verdict.met, verdict.message, found.source)


def _warnings(rules: Rules, n: Numbers) -> tuple[Message, ...]:
    """Say which rules on the way of voting stand against this vote."""
    keys = []
    if n.method is Method.SECRET_BALLOT and _plain(rules, "secret_ballot", "") == "forbidden":
        keys.append("secret_ballot")
    if n.silent and _plain(rules, "vote.silence", "") == "disallowed":
        keys.append("vote.silence")
    roll = rules.find("roll_call")
    if roll is not None and isinstance(roll.data, dict) and n.method is not Method.ROLL_CALL:
        when = roll.data.get("mandatory")
        if when == "always" or (when == "remote" and n.remote):
            keys.append("roll_call")
    found = ((key, rules.find(key)) for key in keys)
    return tuple(sentence(key, value.data, rules) for key, value in found if value is not None)

"""Duties of a meeting: public comment, people elsewhere, ways of voting, titles of the agenda.

Sources: rules.md 2.6 to 2.8 and the packs, whose values say which of these hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from council.domain.duties.duty_rules import PublicComment, RemoteRule, RollCallRule, RollCallWhen
from council.domain.messages import Message
from council.domain.rulings import Ruling
from council.domain.vocabulary import UNOPPOSED, ItemKind, Method

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.domain.text import Text

DECIDING = frozenset({ItemKind.DECISION, ItemKind.CONSENT, ItemKind.APPROVAL, ItemKind.HEARING})
"""Kinds of item on which something is decided."""
_UNSPACED = frozenset({"th", "lo", "km", "my", "zh", "ja"})
"""Languages that write no space between words: their words are not counted."""


def unknown(what: str, source: str = "") -> Ruling:
    """Return the ruling for a rule of which nobody knows what it said on the day.

    ``what`` is the rule's name in the catalogue, such as ``notice`` or ``secret_ballot``.
    """
    params = {"rule": Message(f"duty_rule.{what}")}
    return Ruling(None, Message("duty.not_known", params), source, verified=False)


# --------------------------------------------------------------------- public comment


def judge_comment(
    rule: PublicComment,
    kinds: Sequence[ItemKind],
    *,
    source: str = "",
    verified: bool = True,
) -> list[Ruling]:
    """Judge an agenda, given as its items' kinds in order, on where the public may speak.

    First whether there is an item for any matter, when the rule asks for one; then whether the
    public can speak before each item that is decided.
    """
    found = []
    first = next((n for n, kind in enumerate(kinds) if kind is ItemKind.PUBLIC_COMMENT), None)
    if rule.general:
        code = "comment.general_missing" if first is None else "comment.general_met"
        found.append(Ruling(first is not None, Message(code), source, verified))
    decided = next((n for n, kind in enumerate(kinds) if kind in DECIDING), None)
    if rule.items and decided is not None:
        early = first is not None and first < decided
        code = "comment.items_met" if early else "comment.items_missing"
        found.append(Ruling(early, Message(code), source, verified))
    return found


def speaking_minutes(limit: int, *, translated: bool, factor: int = 1) -> int:
    """Return a speaker's minutes; who speaks through a translator has ``factor`` times as many."""
    return limit * factor if translated else limit


# ------------------------------------------------------------------- people elsewhere


def judge_remote(
    rule: RemoteRule, names: Sequence[Text], *, source: str = "", verified: bool = True
) -> Ruling:
    """Judge that these members take part from elsewhere."""
    if not names:
        return Ruling(True, Message("remote.nobody"), source, verified)
    code = "remote.allowed" if rule.allowed else "remote.not_allowed"
    return Ruling(rule.allowed, Message(code, {"names": list(names)}), source, verified)


def judge_in_person(
    needed: int | None, in_person: int, *, source: str = "", verified: bool = True
) -> Ruling:
    """Judge whether the quorum is there in person, whoever else takes part from elsewhere."""
    params = {"present": in_person, "needed": needed or 0}
    if needed is None:
        return Ruling(None, Message("remote.quorum_unknown", params), source, verified)
    code = "remote.quorum_met" if in_person >= needed else "remote.quorum_short"
    return Ruling(in_person >= needed, Message(code, params), source, verified)


def judge_yearly(
    rule: RemoteRule, held: int, left: int, *, source: str = "", verified: bool = True
) -> Ruling:
    """Judge whether enough meetings of a year had their quorum in one room.

    ``held`` so far, ``left`` those still planned: it is not met only once they do not suffice.
    """
    params = {"held": held, "needed": rule.yearly_in_person}
    if held >= rule.yearly_in_person:
        return Ruling(True, Message("remote.yearly_met", params), source, verified)
    open_ = held + left >= rule.yearly_in_person
    code = "remote.yearly_open" if open_ else "remote.yearly_short"
    return Ruling(None if open_ else False, Message(code, params), source, verified)


# --------------------------------------------------------------------- ways of voting

_NAMED = UNOPPOSED | {Method.ROLL_CALL}
"""Ways of voting after which everybody knows how each member voted."""


def judge_method(
    method: Method,
    *,
    secret: Literal["allowed", "forbidden"],
    roll_call: RollCallRule,
    remote: bool,
    by_member: bool,
    demanded: int = 0,
    source: str = "",
    verified: bool = True,
) -> Ruling:
    """Judge one way of voting.

    ``remote``: some member takes part from elsewhere; ``by_member``: the record must say how each
    member voted; ``demanded``: so many members ask for a roll call.
    """
    holds, message = _method(method, secret, roll_call, remote, by_member, demanded)
    return Ruling(holds, message, source, verified)


def _method(
    method: Method, secret: str, rule: RollCallRule, remote: bool, by_member: bool, demanded: int
) -> tuple[bool, Message]:
    if method is Method.SECRET_BALLOT and secret == "forbidden":
        return False, Message("voting_way.secret_forbidden")
    compelled = _compelled(rule, remote, demanded)
    if compelled is not None:
        return method is Method.ROLL_CALL, compelled
    if by_member and method not in _NAMED:
        if method is Method.SHOW_OF_HANDS:
            return True, Message("voting_way.note_each")
        return False, Message("voting_way.each_unknown")
    if method is Method.ROLL_CALL and rule.on_demand:
        return True, Message("voting_way.on_demand", {"count": rule.on_demand})
    return True, Message("voting_way.allowed")


def _compelled(rule: RollCallRule, remote: bool, demanded: int) -> Message | None:
    """Return why the vote must be a roll call, None when it need not be."""
    if rule.mandatory is RollCallWhen.ALWAYS:
        return Message("voting_way.roll_call_always")
    if rule.mandatory is RollCallWhen.REMOTE and remote:
        return Message("voting_way.roll_call_remote")
    if rule.on_demand and demanded >= rule.on_demand:
        return Message(
            "voting_way.roll_call_demanded", {"count": demanded, "needed": rule.on_demand}
        )
    return None


def judge_named(
    method: Method, *, named: bool, unanimous: bool, source: str = "", verified: bool = True
) -> Ruling:
    """Judge whether a vote on record says how each member voted, as the rules ask."""
    holds = named or unanimous or method in UNOPPOSED
    code = "voting_way.each_recorded" if holds else "voting_way.each_missing"
    return Ruling(holds, Message(code), source, verified)


# ----------------------------------------------------------------------------- titles


def title_words(title: Text) -> int:
    """Return how many words a title has in the language in which it has most.

    Languages written without spaces are not counted.
    """
    counts = [len(words.split()) for language, words in title if language not in _UNSPACED]
    return max(counts, default=0)


def judge_title(title: Text, most: int, *, source: str = "", verified: bool = True) -> Ruling:
    """Judge whether an agenda title is brief: at most so many words."""
    words = title_words(title)
    params = {"words": words, "most": most}
    code = "title.brief" if words <= most else "title.long"
    return Ruling(words <= most, Message(code, params), source, verified)

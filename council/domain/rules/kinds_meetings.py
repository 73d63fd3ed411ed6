"""Rules about notice, the agenda, the public and people elsewhere, read as the judges take them."""

from __future__ import annotations

from typing import Any

from council.domain.duties.duty_rules import (
    LateItem,
    Notice,
    NoticeUnit,
    PostingPlaces,
    PublicComment,
    RemoteRule,
)
from council.domain.rules.parts import (
    choice,
    code,
    entries,
    fraction,
    refuse,
    table,
    truth,
    whole,
    whole_or_none,
)
from council.domain.votes.requirements import Base


def read_notice(data: Any) -> Notice:
    """Read ``{amount, unit, exclude?}``; ``exclude`` names a calendar."""
    given = table(data, ("amount", "unit"), ("exclude",))
    unit = choice("unit", given["unit"], NoticeUnit)
    exclude = code("exclude", given["exclude"]) if "exclude" in given else ""
    if exclude and unit is NoticeUnit.HOURS_ELAPSED:
        refuse("exclude", "hours_exclude_nothing")
    return Notice(whole("amount", given["amount"], 1), unit, exclude)


def read_posting_places(data: Any) -> PostingPlaces:
    """Read ``[{place: code}, …, {least: n}]``: all of the places, and so many altogether."""
    places: list[str] = []
    least = 0
    for entry in entries("value", data, 1):
        given = table(entry, (), ("place", "least"))
        if not given:
            refuse("place", "missing")
        if "place" in given:
            places.append(code("place", given["place"]))
        least = max(least, whole("least", given.get("least", 0)))
    return PostingPlaces(tuple(places), least)


def read_late_item(data: Any) -> LateItem:
    """Read ``{vote?, unless_present?, of?, then?, within_days?}``."""
    given = table(data, (), ("vote", "unless_present", "of", "then", "within_days"))
    together = [name for name in ("unless_present", "of", "then") if name in given]
    if together and len(together) < 3:
        missing = next(name for name in ("unless_present", "of", "then") if name not in given)
        refuse(missing, "missing")
    return LateItem(
        vote=code("vote", given["vote"]) if "vote" in given else "",
        unless_present=fraction("unless_present", given["unless_present"]) if together else None,
        of=choice("of", given["of"], Base) if together else None,
        then=code("then", given["then"]) if together else "",
        within_days=whole_or_none("within_days", given),
    )


def read_public_comment(data: Any) -> PublicComment:
    """Read ``{general, items}``."""
    given = table(data, ("general", "items"))
    return PublicComment(truth("general", given["general"]), truth("items", given["items"]))


def read_translator_factor(data: Any) -> int:
    """Read how many times the time a speaker with a translator has."""
    return whole("value", data, 1)


def read_speech_minutes(data: Any) -> int:
    """Read the most minutes a speech may last."""
    return whole("value", data, 1)


def read_speech_times(data: Any) -> int:
    """Read how often a member may speak to one question; 0 means as often as they like."""
    return whole("value", data, 0)


def read_title_words(data: Any) -> int:
    """Read the most words an agenda title should have."""
    return whole("value", data, 1)


def read_remote(data: Any) -> RemoteRule:
    """Read ``{allowed, roll_call?, listed_in_minutes?, yearly_in_person?, quorum_inside?}``."""
    flags = ("roll_call", "listed_in_minutes", "quorum_inside")
    given = table(data, ("allowed",), (*flags, "yearly_in_person"))
    roll_call, listed, inside = (truth(name, given.get(name, False)) for name in flags)
    return RemoteRule(
        allowed=truth("allowed", given["allowed"]),
        roll_call=roll_call,
        listed_in_minutes=listed,
        yearly_in_person=whole("yearly_in_person", given.get("yearly_in_person", 0)),
        quorum_inside=inside,
    )

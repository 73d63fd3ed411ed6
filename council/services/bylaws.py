"""A council's own rules, one by one: what its bylaws say, in which article, why, and since when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import InputRefused, Message, NotAllowed
from council.domain.rules import bylaws as own
from council.domain.rules import layers, spans
from council.domain.rules.bylaws import Bylaw
from council.paths import resources
from council.services import guard
from council.services.council import RuleChoice, rule_choices, rule_sources
from council.services.desk import Changes, Desk, Done
from council.services.rules.sentences import label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from council.domain.text import Text

_CHANGED: Changes = frozenset({"council", "rules"})


def get_bylaws(desk: Desk) -> list[Bylaw]:
    """Return the council's own values by key, then by their first day."""
    found = [one for choice in rule_choices(desk) for one in own.read_bylaws(choice.overrides)]
    return sorted(found, key=lambda one: (one.key, str(one.from_on or "")))


def set_bylaw(
    desk: Desk,
    key: str,
    value: Any,
    *,
    article: str = "",
    reason: Text = guard.NO_TEXT,
    from_on: date | None = None,
    to_on: date | None = None,
) -> Done[str]:
    """Put a value of the council's own, or a part of one (``quorum.fixed``); return its key.

    ``value`` is written as a pack would write it. On other days than its own, earlier values of the
    key go on. InputRefused ``error.rule_override`` with ``key`` and ``reason`` when it makes no
    sense; a value that a higher rule does not allow is kept, and does not bind.
    """
    choices = _choices(desk)
    wanted = Bylaw(key, value, article.strip(), reason, from_on, to_on)
    laid = {choice.uid: _without(choice, key, (from_on, to_on)) for choice in choices}
    # The first choice of packs also holds before its day: what lies there holds on every day.
    laid[choices[0].uid].append(wanted)
    kept = {uid: _kept(entries) for uid, entries in laid.items()}
    _check(desk, choices, kept, wanted)
    _store(desk, "step.set_bylaw", key, choices, kept)
    return Done(key, _CHANGED)


def remove_bylaw(desk: Desk, key: str) -> Done[str]:
    """Take a value of the council's own away for all time, and what was said of parts of it.

    InputRefused ``error.no_bylaw`` when there is none.
    """
    choices = _choices(desk)
    kept = {one.uid: _kept(_without(one, key, (None, None))) for one in choices}
    if all(kept[one.uid] == one.overrides for one in choices):
        raise InputRefused("error.no_bylaw", key=key)
    _store(desk, "step.remove_bylaw", key, choices, kept)
    return Done(key, _CHANGED)


def _choices(desk: Desk) -> list[RuleChoice]:
    found = rule_choices(desk)
    if not found:
        raise NotAllowed("error.no_council")
    return found


def _without(choice: RuleChoice, key: str, taken: spans.Span) -> list[Bylaw]:
    """Return a choice's own values, those of the key (and of its parts) only outside the span."""
    left = []
    for one in own.read_bylaws(choice.overrides):
        if one.key != key and not one.key.startswith(f"{key}."):
            left.append(one)
            continue
        for start, end in spans.without((one.from_on, one.to_on), taken):
            left.append(replace(one, from_on=start, to_on=end))
    return left


def _kept(entries: Sequence[Bylaw]) -> dict[str, Any]:
    """Return the values as the file keeps them; several of one key are a list of tables."""
    times: dict[str, list[Bylaw]] = {}
    for one in entries:
        times.setdefault(one.key, []).append(one)
    return {key: _told(found) for key, found in times.items()}


def _told(found: Sequence[Bylaw]) -> Any:
    if len(found) == 1:
        return found[0].to_data()
    ordered = sorted(found, key=lambda one: str(one.from_on or ""))
    return [one.to_table() for one in ordered]


def _check(
    desk: Desk, choices: Sequence[RuleChoice], kept: dict[str, dict[str, Any]], wanted: Bylaw
) -> None:
    """Refuse what cannot be read on the days of the new value, or needs a calendar there is not."""
    day = wanted.from_on or desk.today()
    if wanted.to_on and wanted.to_on < day:
        day = wanted.to_on
    bylaws: dict[str, Any] = {}
    for choice in choices:
        if choice is choices[0] or choice.from_on is None or choice.from_on <= day:
            bylaws.update(kept[choice.uid])
    rules = layers.resolve(rule_sources(desk, day)[0], bylaws, day)
    whole, _ = own.split(wanted.key)
    for layer in rules.layers_of(whole):
        name = getattr(layer.value.value, "exclude", "")
        if layer.pack == layers.BYLAWS and name and not _is_calendar(name):
            reason = Message("reason.no_calendar", {"value": name})
            raise InputRefused("error.rule_override", key=f"{whole}.exclude", reason=reason)


def _is_calendar(name: str) -> bool:
    return (resources() / "rules" / "calendars" / f"{name}.toml").is_file()


def _store(
    desk: Desk,
    step: str,
    key: str,
    choices: Sequence[RuleChoice],
    kept: dict[str, dict[str, Any]],
) -> None:
    with desk.step(step, rule=label(own.split(key)[0])):
        for choice in choices:
            if kept[choice.uid] != choice.overrides:
                values = {"overrides": kept[choice.uid] or None}
                rows.update(desk.conn, "council_rule", choice.uid, values)

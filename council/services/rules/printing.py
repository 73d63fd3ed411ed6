"""Rule packs for the command line: as lines of text, and as data for scripts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from council import catalogue
from council.domain.messages import InputRefused
from council.domain.rules.layers import Rules, resolve
from council.services.desk import Packs
from council.services.rules.lines import RuleLine, lines_of

if TYPE_CHECKING:
    from council.domain.rules.pack import RulePack


@dataclass(frozen=True, slots=True)
class OpenPack:
    """A pack with its rules of a day."""

    pack: RulePack
    rules: Rules
    lines: tuple[RuleLine, ...]


def list_packs() -> list[RulePack]:
    """Return the packs that travel with the program, by their uid."""
    packs = Packs()
    return [packs[uid] for uid in packs]


def open_pack(uid: str, day: date | None = None) -> OpenPack:
    """Return a pack as it holds on a day, today when none; raises ``error.pack_unknown``."""
    packs = Packs()
    if uid not in packs:
        raise InputRefused("error.pack_unknown", pack=uid)
    found = packs[uid]
    resolved = resolve([found], {}, day or date.today())  # noqa: DTZ011 - the clerk's own today
    return OpenPack(found, resolved, tuple(lines_of(resolved, packs)))


def pack_line(pack: RulePack, language: str) -> str:
    """Return a pack in one line: uid, name, version, and the source it is drawn from."""
    params = {"uid": pack.uid, "name": pack.name, "version": pack.version}
    return f"{catalogue.word('cli.rules_pack', language, **params)}\n    {pack.source}"


def pack_data(pack: RulePack, language: str) -> dict[str, Any]:
    """Return a pack's head as data."""
    return {
        "uid": pack.uid,
        "version": str(pack.version),
        "name": pack.name.show(language),
        "about": pack.about.show(language),
        "source": pack.source,
    }


def rule_lines(opened: OpenPack, language: str) -> list[str]:
    """Return a pack's rules as text, group by group, each with its source under it."""
    lines = [pack_line(opened.pack, language)]
    group = ""
    for line in opened.lines:
        if line.group != group:
            group = line.group
            lines += ["", catalogue.word(f"rule_group.{group}", language)]
        lines.append(f"  {catalogue.say(line.sentence, language)}")
        lines.append(f"      {_below(line, language)}")
    return lines


def _below(line: RuleLine, language: str) -> str:
    """Return where a rule stands, since when it holds, and whether it must be confirmed."""
    parts = [line.source]
    if line.since is not None and line.known:
        parts.append(catalogue.word("rule_state.since", language, date=line.since))
    if line.until is not None:
        parts.append(catalogue.word("rule_state.until", language, date=line.until))
    if not line.verified:
        parts.append(catalogue.word("rule_state.to_confirm", language))
    return "; ".join(part for part in parts if part)


def rules_data(opened: OpenPack, language: str) -> dict[str, Any]:
    """Return a pack and its rules as data, each with its sentence."""
    return {
        **pack_data(opened.pack, language),
        "rules": [_rule(line, opened.rules, language) for line in opened.lines],
    }


def _rule(line: RuleLine, rules: Rules, language: str) -> dict[str, Any]:
    value = rules.find(line.key)
    return {
        "key": line.key,
        "group": line.group,
        "sentence": catalogue.say(line.sentence, language),
        "value": value.data if value else None,
        "known": line.known,
        "source": line.source,
        "verified": line.verified,
        "effective_from": line.since.isoformat() if line.since else None,
        "effective_to": line.until.isoformat() if line.until else None,
    }

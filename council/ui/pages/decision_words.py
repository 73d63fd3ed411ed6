"""How a decision is told in a row: its outcome, its tally, its mover, its day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from council.domain import calendars
from council.domain.vocabulary import UNOPPOSED, MotionKind, Outcome
from council.ui.kit import width_of

if TYPE_CHECKING:
    from datetime import date

    from council.services.session.motions import MotionRow
    from council.ui.context import Context

#: outcome: (icon, token)
OUTCOME_LOOK: dict[str, tuple[str, str]] = {
    Outcome.CARRIED.value: ("check-circle", "yes"),
    Outcome.LOST.value: ("x-circle", "no"),
    Outcome.REFERRED.value: ("arrow-bend-down-right", "neutral"),
    Outcome.POSTPONED.value: ("hourglass", "neutral"),
    Outcome.LAID_ASIDE.value: ("tray", "neutral"),
    Outcome.DIVIDED.value: ("arrows-split", "neutral"),
    Outcome.WITHDRAWN.value: ("arrow-u-up-left", "neutral"),
    Outcome.NO_SECOND.value: ("minus-circle", "neutral"),
    Outcome.OUT_OF_ORDER.value: ("prohibit", "neutral"),
    Outcome.NOTED.value: ("eye", "neutral"),
    Outcome.SETTLED.value: ("check", "neutral"),
}


def outcome_look(motion: MotionRow) -> tuple[str, str]:
    """Return the icon and the token of a decided motion."""
    return OUTCOME_LOOK.get(motion.outcome or "", ("circle-dashed", "neutral"))


def outcome_words(context: Context, motion: MotionRow) -> str:
    """Return the outcome in a word or two; carried without objection says so."""
    if motion.outcome is None:
        return ""
    last = motion.vote
    if motion.outcome == Outcome.CARRIED.value and last and last.method in UNOPPOSED:
        return context.word(f"method.{last.method}")
    return context.word(f"outcome.{motion.outcome}")


def tally_words(motion: MotionRow) -> str:
    """Return ``10–0–1`` (yes, no, abstain), nothing where nobody counted."""
    counts = motion.vote.counts if motion.vote else None
    return f"{counts.yes}–{counts.no}–{counts.abstain}" if counts else ""


def motion_words(context: Context, motion: MotionRow) -> str:
    """Return what was decided in one line; a motion about another is named by its kind."""
    words = " ".join(motion.text.show(context.language).split())
    last = words.rpartition(" ")[2]
    if last != "น." and last.count(".") == 1:  # the stop of "6:30 p.m." and "18.30 น." is theirs
        words = words.removesuffix(".")
    if motion.kind == MotionKind.MAIN.value:
        return _plain_wish(words)
    kind = context.word(f"motion_kind.{motion.kind}")
    said = words.casefold().startswith(kind.casefold().split()[0])
    return words if said else f"{kind}: {words}"


def _plain_wish(words: str) -> str:
    """Leave out the opening that most English motions share: "That the council ask" is "Ask"."""
    found = re.match(r"That the (?:council|board|committee) (?=[a-z])", words, re.IGNORECASE)
    return words[found.end()].upper() + words[found.end() + 1 :] if found else words


def short_name(words: str) -> str:
    """Return the name that leads a row: the last of a Latin name, the given one of a Thai name."""
    parts = words.split()
    if not parts:
        return ""
    thai = any("\u0e00" <= sign <= "\u0e7f" for sign in words)
    return parts[0] if thai else parts[-1]


def day_and_month(context: Context, day: date) -> str:
    """Return ``19 Nov`` in the window's language."""
    language = context.language if context.language in calendars.SHORT_MONTHS else "en"
    return f"{day.day} {calendars.SHORT_MONTHS[language][day.month - 1]}"


def month_letter(context: Context, day: date, *, every: bool = True) -> str:
    """Return the month as a chart writes it: one letter in English, the short form in Thai."""
    if context.language == "th":
        return calendars.SHORT_MONTHS["th"][day.month - 1] if every else ""
    return calendars.SHORT_MONTHS["en"][day.month - 1][0]


def outcome_width(context: Context) -> int:
    """Return the pixels that the longest outcome needs with its icon; Thai words are long."""
    words = [context.word(f"outcome.{code}") for code in OUTCOME_LOOK]
    words += [context.word(f"method.{one}") for one in UNOPPOSED]
    return int(max(width_of(word, "small", "medium") for word in words)) + 28

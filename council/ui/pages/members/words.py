"""How people, seats and terms are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from council.domain import calendars
from council.domain.vocabulary import Role

if TYPE_CHECKING:
    from datetime import date

    from council.domain.text import Text
    from council.services.members.bodies import MembershipRow
    from council.ui.context import Context

SOON_DAYS = 60
ROLES = tuple(Role)


def full_name(context: Context, name: Text, honorific: Text) -> str:
    """Return the honorific with the name: glued in Thai, divided by a space elsewhere."""
    words, language = name.best(context.language)
    title = honorific.get(language)
    if not title:
        return words
    return f"{title}{words}" if language == "th" else f"{title} {words}"


def initials(words: str) -> str:
    """Return up to two letters that stand for a name: Benita Roy is BR, สมชาย ใจดี is ส."""
    parts = words.split()
    if not parts:
        return ""
    if any("\u0e00" <= sign <= "\u0e7f" for sign in words):
        return next((sign for sign in parts[0] if "ก" <= sign <= "ฮ"), parts[0][0])
    return (parts[0][0] + (parts[-1][0] if len(parts) > 1 else "")).upper()


def month_year(context: Context, day: date) -> str:
    """Return ``Jan 2027`` in the window's language and era."""
    language = context.language if context.language in calendars.SHORT_MONTHS else "en"
    month = calendars.SHORT_MONTHS[language][day.month - 1]
    return f"{month} {calendars.year_number(day, language)}"


def role_word(context: Context, role: Role) -> str:
    """Return the office in words."""
    return context.word(f"role.{role.value}")


def term_words(context: Context, held: MembershipRow) -> str:
    """Return ``Jan 2026 to Dec 2027`` or what of it is known."""
    start = month_year(context, held.start_on) if held.start_on else ""
    end = month_year(context, held.end_on) if held.end_on else ""
    if start and end:
        words = QCoreApplication.translate("Members", "{start} to {end}")
        return words.format(start=start, end=end)
    if start:
        return QCoreApplication.translate("Members", "since {start}").format(start=start)
    if end:
        return QCoreApplication.translate("Members", "to {end}").format(end=end)
    return ""


def days_left(held: MembershipRow, today: date) -> int | None:
    """Return in how many days a term ends, None when that is far or unknown."""
    if held.end_on is None:
        return None
    left = (held.end_on - today).days
    return left if 0 <= left <= SOON_DAYS else None


def used_part(held: MembershipRow, today: date) -> float | None:
    """Return how much of a term is over, 0 to 1, None when its days are not known."""
    if held.start_on is None or held.end_on is None or held.end_on <= held.start_on:
        return None
    part = (today - held.start_on).days / (held.end_on - held.start_on).days
    return max(0.0, min(1.0, part))

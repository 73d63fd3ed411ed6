"""Decisions as a table for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.catalogue import word
from council.domain import calendars
from council.exchange.csv_text import csv_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from council.services.session.motion_rows import MotionRow

_HEADS = (
    *("number", "date", "meeting", "kind", "text", "mover", "seconders", "method"),
    *("yes", "no", "abstain", "not_voting", "outcome"),
)


def decisions_csv(found: Iterable[MotionRow], language: str) -> bytes:
    """Return the motions as a CSV file with heads in a language; days are ISO for sorting.

    A table goes from hand to hand: of what was decided in closed session it has number, day and
    outcome, and says so in place of the words.
    """
    heads = [word(f"csv.{head}", language) for head in _HEADS]
    return csv_bytes(heads, [_cells(one, language) for one in found])


def _cells(one: MotionRow, language: str) -> list[str]:
    vote = one.vote
    counts = vote.counts if vote else None
    numbers = (counts.yes, counts.no, counts.abstain, counts.not_voting) if counts else ()
    if one.closed:
        words, mover, seconders = word("minutes.closed_title", language), "", ""
    else:
        words = one.current_text.show(language) or one.text.show(language)
        mover = one.mover_name.show(language)
        seconders = "; ".join(name.show(language) for name in one.seconder_names)
    return [
        calendars.fold_digits(one.number or ""),
        one.meeting_date.isoformat(),
        one.meeting_number or "",
        word(f"motion_kind.{one.kind}", language),
        words,
        mover,
        seconders,
        word(f"method.{vote.method}", language) if vote else "",
        *([str(number) for number in numbers] or [""] * 4),
        word(f"outcome.{one.outcome}", language) if one.outcome else "",
    ]

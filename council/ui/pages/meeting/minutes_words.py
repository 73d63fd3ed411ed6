"""Words of the minutes step: where a sentence comes from, and the words of its spans."""

from __future__ import annotations

import html as html_module
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from council.domain.document import Box, Heading, Listing, Paragraph, Table
from council.ui.kit import fact_html
from council.ui.pages.meeting.words import hhmm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from council.domain.document import Block, Span
    from council.services.motions import MotionRow
    from council.services.votes import VoteRow
    from council.ui.context import Context

_NUMBER = re.compile(r"[\d.]*\d")


def plain(spans: Sequence[Span]) -> str:
    """Return the words of a run of spans."""
    return "".join(span.text for span in spans)


def spans_html(spans: Sequence[Span]) -> str:
    """Return spans as HTML for ``FactText``: facts dotted, bold words bold."""
    made = []
    for span in spans:
        words = fact_html(span.text) if span.fact else html_module.escape(span.text)
        words = words.replace("\n", "<br>").replace("  ", "&nbsp; ")
        made.append(f"<b>{words}</b>" if span.bold else words)
    return "".join(made)


def block_key(block: Block) -> str:
    """Return the key of a block, an empty string for one without."""
    return block.key if isinstance(block, Heading | Paragraph | Listing | Table | Box) else ""


def block_words(block: Block) -> str:
    """Return what a screen reader says of a block."""
    if isinstance(block, Heading | Paragraph):
        return plain(block.spans)
    if isinstance(block, Box):
        lines = (plain(line.spans) for line in block.body)
        return f"{plain(block.title)}, {block.chip}. {' '.join(lines)}"
    if isinstance(block, Table):
        return block.caption or ", ".join(plain(line[0]) for line in block.rows if line)
    if isinstance(block, Listing):
        return ", ".join(plain(item) for item in block.items)
    return ", ".join(part for place in block.places for part in place if part.strip("."))


def heading_parts(heading: Heading) -> tuple[str, str]:
    """Return (number, title) of a heading; the number is empty where there is none."""
    if len(heading.spans) < 2:
        return "", plain(heading.spans)
    found = _NUMBER.search(heading.spans[0].text)
    return (found[0] if found else ""), plain(heading.spans[1:])


def origin_words(origin: str) -> str:
    """Return in a word whose words a paragraph holds."""
    return {
        "record": QCoreApplication.translate("Minutes", "from the record"),
        "override": QCoreApplication.translate("Minutes", "reworded, facts bound"),
        "detached": QCoreApplication.translate("Minutes", "reworded, a fact was cut"),
        "free": QCoreApplication.translate("Minutes", "your words"),
    }.get(origin, "")


def source_line(
    context: Context, paragraph: Paragraph, motions: Mapping[str, MotionRow]
) -> str:
    """Return where the facts of a sentence stand in the record, in the window's language."""
    if paragraph.origin == "free":
        return QCoreApplication.translate("Minutes", "typed here, bound to no fact")
    parts = paragraph.key.split("/")
    if "motion" in parts:
        motion = motions.get(parts[parts.index("motion") + 1])
        if motion is not None:
            return _motion_source(context, paragraph, motion)
    return _plain_source(paragraph.code)


def _motion_source(context: Context, paragraph: Paragraph, motion: MotionRow) -> str:
    ending = paragraph.key.rpartition("/")[2]
    vote = motion.votes[-1] if motion.votes else None
    if ending in ("decided", "resolved", "numbers", "quorum", "final") and vote is not None:
        return _vote_source(context, vote)
    words = QCoreApplication.translate("Minutes", "from motion {number}")
    said = words.format(number=motion.number)
    if motion.made_at is not None:
        words = QCoreApplication.translate("Minutes", "from motion {number}, made at {time}")
        said = words.format(number=motion.number, time=hhmm(motion.made_at, context.language))
    return said


def _vote_source(context: Context, vote: VoteRow) -> str:
    parts = [context.word(f"method.{vote.method}")]
    if vote.at is not None:
        parts.append(hhmm(vote.at, context.language))
    if vote.counts is not None:
        counted = ((n, getattr(vote.counts, n)) for n in ("yes", "no", "abstain"))
        parts.append(", ".join(f"{context.word(f'choice.{n}')} {count}" for n, count in counted))
    words = QCoreApplication.translate("Minutes", "from the vote: {vote}")
    return words.format(vote=" · ".join(parts))


def _plain_source(code: str) -> str:
    name = code.removeprefix("minutes.").removeprefix("th.")
    for start, words in _sources():
        if name.startswith(start):
            return words
    return QCoreApplication.translate("Minutes", "from the agenda")


def _sources() -> tuple[tuple[str, str], ...]:
    tr = QCoreApplication.translate
    return (
        ("notice", tr("Minutes", "from the posting log")),
        ("not_opened", tr("Minutes", "from the life of the meeting")),
        ("not_adjourned", tr("Minutes", "from the life of the meeting")),
        ("called", tr("Minutes", "from the call to order")),
        ("opened", tr("Minutes", "from the call to order")),
        ("secretary", tr("Minutes", "from the meeting's offices")),
        ("quorum", tr("Minutes", "from the attendance, when most members were there")),
        ("guests", tr("Minutes", "from the attendance")),
        ("presented", tr("Minutes", "from the item's presenter")),
        ("recused", tr("Minutes", "from the declarations of interest")),
        ("comment", tr("Minutes", "from the list of speakers")),
        ("spoke", tr("Minutes", "from the list of speakers")),
        ("note", tr("Minutes", "from a note taken at the meeting")),
        ("action", tr("Minutes", "from the list of actions")),
        ("adjourned", tr("Minutes", "from the adjournment")),
        ("closed", tr("Minutes", "from the adjournment")),
    )

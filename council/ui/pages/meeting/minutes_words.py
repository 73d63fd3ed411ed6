"""Words of the minutes step: where a sentence comes from, and the words of its spans."""

from __future__ import annotations

import html as html_module
import re
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from council.domain import calendars
from council.domain.document import Box, Heading, Listing, Paragraph, Table
from council.domain.document_data import block_lines
from council.services import meetings
from council.services.session import motions
from council.ui import facts
from council.ui.i18n import LANGUAGES
from council.ui.kit import SegmentedSwitch, fact_html
from council.ui.pages.meeting.words import hhmm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from council.domain.document import Block, Span
    from council.services.minutes import Approval
    from council.services.session.motions import MotionRow
    from council.services.voting.votes import VoteRow
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
    return ", ".join(line for line in block_lines(block) if line.strip("."))


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
        "override": QCoreApplication.translate("Minutes", "reworded, still linked"),
        "detached": QCoreApplication.translate("Minutes", "reworded, link removed"),
        "free": QCoreApplication.translate("Minutes", "your words"),
    }.get(origin, "")


def source_line(
    context: Context, paragraph: Paragraph, rows: Mapping[str, MotionRow], zone: str
) -> str:
    """Return where the facts of a sentence stand in the record, in the window's language.

    Times are those of the meeting's ``zone``.
    """
    if paragraph.origin == "free":
        return QCoreApplication.translate("Minutes", "typed here, not linked")
    parts = paragraph.key.split("/")
    if "motion" in parts:
        motion = rows.get(parts[parts.index("motion") + 1])
        if motion is not None:
            return _motion_source(context, paragraph, motion, ZoneInfo(zone))
    return _plain_source(paragraph.code)


def _motion_source(
    context: Context, paragraph: Paragraph, motion: MotionRow, zone: ZoneInfo
) -> str:
    ending = paragraph.key.rpartition("/")[2]
    vote = motion.votes[-1] if motion.votes else None
    if ending in ("decided", "resolved", "numbers", "quorum", "final") and vote is not None:
        return _vote_source(context, vote, zone)
    words = QCoreApplication.translate("Minutes", "from motion {number}")
    said = words.format(number=motion.number)
    if motion.made_at is not None:
        words = QCoreApplication.translate("Minutes", "from motion {number}, made at {time}")
        said = words.format(
            number=motion.number, time=hhmm(motion.made_at.astimezone(zone), context.language)
        )
    return said


def _vote_source(context: Context, vote: VoteRow, zone: ZoneInfo) -> str:
    parts = [context.word(f"method.{vote.method}")]
    if vote.at is not None:
        parts.append(hhmm(vote.at.astimezone(zone), context.language))
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
    return (
        ("notice", QCoreApplication.translate("Minutes", "from the posting log")),
        ("not_opened", QCoreApplication.translate("Minutes", "from the meeting's state")),
        ("not_adjourned", QCoreApplication.translate("Minutes", "from the meeting's state")),
        ("called", QCoreApplication.translate("Minutes", "from the call to order")),
        ("opened", QCoreApplication.translate("Minutes", "from the call to order")),
        ("secretary", QCoreApplication.translate("Minutes", "from the meeting's offices")),
        (
            "quorum",
            QCoreApplication.translate(
                "Minutes", "from the attendance, when most members were there"
            ),
        ),
        ("guests", QCoreApplication.translate("Minutes", "from the attendance")),
        ("presented", QCoreApplication.translate("Minutes", "from the item's presenter")),
        ("recused", QCoreApplication.translate("Minutes", "from the declarations of interest")),
        ("comment", QCoreApplication.translate("Minutes", "from the list of speakers")),
        ("spoke", QCoreApplication.translate("Minutes", "from the list of speakers")),
        ("speakers", QCoreApplication.translate("Minutes", "from the list of speakers")),
        ("written", QCoreApplication.translate("Minutes", "from the written comments")),
        ("note", QCoreApplication.translate("Minutes", "from a note taken at the meeting")),
        ("action", QCoreApplication.translate("Minutes", "from the list of actions")),
        ("adjourned", QCoreApplication.translate("Minutes", "from the adjournment")),
        ("closed", QCoreApplication.translate("Minutes", "from the adjournment")),
    )


def language_switch(context: Context, name: str) -> SegmentedSwitch:
    """Make the switch between a council's languages; hidden where there is only one."""
    codes = context.council.languages
    here = context.language if context.language in codes else codes[0]
    made = SegmentedSwitch([(code, LANGUAGES.get(code, code)) for code in codes], here, name)
    if len(codes) == 1:
        made.hide()  # never shown here: without a parent it would be a window of its own
    return made


def approval_words(context: Context, approval: Approval) -> str:
    """Return when and where minutes were approved, and by which motion."""
    desk, language = context.reader, context.language
    at = meetings.get_meeting(desk, approval.meeting_uid)
    day = calendars.long_date(at.starts_local.date(), language)
    found = motions.list_motions(desk, at.uid) if approval.motion_uid else []
    numbers = [row.number for row in found if row.uid == approval.motion_uid]
    name = facts.meeting_name(at, language)
    if numbers:
        words = QCoreApplication.translate(
            "Minutes",
            "Approved on {day} at {meeting}, by motion {motion}. The words are locked; a later "
            "error is corrected by a motion to amend them.",
        )
        return words.format(day=day, meeting=name, motion=numbers[0])
    words = QCoreApplication.translate(
        "Minutes",
        "Approved on {day} at {meeting}. The words are locked; a later error is corrected by a "
        "motion to amend them.",
    )
    return words.format(day=day, meeting=name)

"""Rules in the window's words: from lines of the core to rows of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from council.domain.calendars import long_date
from council.ui.pages.rules.rows import GroupRow
from council.ui.pages.rules.rule_rows import MotionHeadRow, MotionRow, RuleRow, Told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.domain.messages import Message
    from council.domain.text import Text
    from council.services.rules.lines import RuleLine
    from council.services.rules.motion_words import MotionCells
    from council.ui.context import Context
    from council.ui.pages.rules.rows import Row


def show(context: Context, what: Message | Text | str) -> str:
    """Return a message, a text or plain words in the window's language."""
    from council import catalogue

    return catalogue.show(what, context.language)


def seal(context: Context, line: RuleLine) -> str:
    """Return what stands beside the seal of an unconfirmed rule, else nothing."""
    return "" if line.verified else context.word("rule_state.to_confirm")


def span(context: Context, line: RuleLine) -> str:
    """Return since when and until when a rule holds, nothing when it always does."""
    start = long_date(line.since, context.language) if line.since and line.known else ""
    end = long_date(line.until, context.language) if line.until else ""
    if start and end:
        return context.word("rule_state.span", **{"from": start, "to": end})
    if start:
        return context.word("rule_state.since", date=start)
    return context.word("rule_state.until", date=end) if end else ""


def tell(context: Context, line: RuleLine) -> Told:
    """Return a rule in words."""
    source = " · ".join(part for part in (line.source, span(context, line)) if part)
    return Told(
        key=line.key,
        label=context.say(line.label),
        sentence=context.say(line.sentence),
        source=source,
        seal=seal(context, line),
        remark=context.say(line.remark) if line.remark else "",
    )


def _cells(context: Context, cells: MotionCells) -> tuple[str, ...]:
    return (
        show(context, cells.name),
        str(cells.rank) if cells.rank else "–",
        context.say(cells.interrupt),
        str(cells.second),
        context.say(cells.debate),
        context.say(cells.amend),
        show(context, cells.vote),
        context.say(cells.again),
    )


def heads() -> tuple[str, ...]:
    """Return the heads of the table of motions."""
    return (
        QCoreApplication.translate("RulesList", "Motion"),
        QCoreApplication.translate("RulesList", "Rank"),
        QCoreApplication.translate("RulesList", "Interrupt"),
        QCoreApplication.translate("RulesList", "Seconders"),
        QCoreApplication.translate("RulesList", "Debate"),
        QCoreApplication.translate("RulesList", "Amend"),
        QCoreApplication.translate("RulesList", "Vote"),
        QCoreApplication.translate("RulesList", "Reconsider"),
    )


def rows_of(context: Context, lines: Sequence[tuple[RuleLine, Told]]) -> list[Row]:
    """Return the rows of the list: each group with its head, motions as a table."""
    rows: list[Row] = []
    group = ""
    head: MotionHeadRow | None = None
    for line, told in lines:
        if line.group != group:
            group, head = line.group, None
            rows.append(GroupRow(context.word(f"rule_group.{group}")))
        if line.cells is None:
            rows.append(RuleRow(told))
            continue
        if head is None:
            head = MotionHeadRow(heads())
            rows.append(head)
        rows.append(MotionRow(told, _cells(context, line.cells), head))
    return rows

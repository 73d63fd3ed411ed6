"""What makes a meeting's agenda hard to follow, beside what the rules say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain.agenda_lint import MOST_WORDS, Lint, LintItem, lint
from council.domain.vocabulary import ItemState
from council.services import guard
from council.services.planning.agenda_items import ItemRow, list_items
from council.services.session.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.services.desk import Desk

__all__ = ["Lint", "lint_agenda"]


def lint_agenda(desk: Desk, meeting_uid: str) -> list[Lint]:
    """Return remarks on a meeting's agenda, about the whole first, then in reading order.

    Where the rules of the day name the length of titles or periods of comment themselves, their
    own remarks (``agenda_duties.plan_remarks``) are enough.
    """
    rules = Roll(desk, meeting_uid).rules
    meeting = guard.row(desk, "meeting", meeting_uid)
    found = [one for one in list_items(desk, meeting_uid) if one.state is not ItemState.STRUCK]
    commented = any(
        rules.find(key) for key in ("public_comment", f"public_comment.{meeting['kind']}")
    )
    return lint(
        _lint_items(found),
        most_words=None if rules.find("agenda.title_words") else MOST_WORDS,
        comment=not commented,
        planned_minutes=meeting["minutes_planned"],
    )


def _lint_items(found: Sequence[ItemRow]) -> list[LintItem]:
    parents = {one.parent_uid for one in found}
    return [
        LintItem(
            uid=one.uid,
            kind=one.kind,
            title=one.title,
            minutes=one.minutes,
            presenter=bool(one.presenter),
            closed=one.closed,
            closed_ground=bool(one.closed_ground),
            proposed_motion=bool(one.proposed_motion),
            has_content=bool(one.body or one.proposed_motion or one.attachments),
            has_children=one.uid in parents,
            top_level=one.parent_uid is None,
        )
        for one in found
    ]

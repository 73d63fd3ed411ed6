"""What changed on a posted agenda since, in words; and every revision that was posted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFrame, QWidget

from council.domain.revisions import Mark
from council.services.planning import revisions
from council.ui.kit import GROW, chip, frame, group, hline, label, refill, row, small, stack
from council.ui.pages.meeting.words import short_when

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.services.planning.revisions import ChangeRow, RevisionRow
    from council.ui.context import Context

_LOOK: Final = {
    Mark.ADDED: ("yes", "plus"),
    Mark.CHANGED: ("accent", "pencil-simple"),
    Mark.STRUCK: ("no", "x"),
    Mark.MOVED: ("neutral", "arrows-down-up"),
}
_CHIP_W: Final = 112


class Revisions(QFrame):
    """The changes nobody has posted yet, then the postings that made a revision, newest first."""

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context, self._uid = context, meeting_uid
        self.changes: list[ChangeRow] = []
        self.number = 0
        self._head = label("", "body", "strong", wrap=True)
        self._body = stack(gap=6)
        title = group(self.tr("Revisions of the agenda"))
        self.setLayout(stack(title, self._head, self._body, gap=8, pad=(20, 16, 20, 16)))

    def refresh(self) -> None:
        """Compare anew; hidden as long as no revision is kept."""
        desk = self._context.reader
        found = revisions.revisions_of(desk, self._uid)
        self.number = found[-1].number if found else 0
        self.changes = revisions.changes_since(desk, self._uid) if found else []
        self.setVisible(bool(found))
        self._head.setText(self._headline())
        lines = [self._line(one) for one in self.changes]
        listed: list[QWidget] = []
        for one in reversed(found):
            listed += [hline(), self._revision(one)]
        refill(self._body, *lines, *listed)

    def pending(self) -> bool:
        """Tell whether the agenda differs from the one posted."""
        return bool(self.changes)

    def _headline(self) -> str:
        count = len(self.changes)
        if not count:
            return self.tr("Nothing has changed since it was posted.")
        if count == 1:
            return self.tr("1 change is not posted yet")
        return self.tr("{count} changes are not posted yet").format(count=count)

    def _line(self, one: ChangeRow) -> QWidget:
        tone, glyph = _LOOK[one.mark]
        mark = frame("", row(chip(self._mark(one.mark), tone, glyph), GROW), _CHIP_W)
        language = self._context.language
        words = f"{one.number}  {one.title.show(language)}".strip()
        told = self._told(one)
        title = label(words, wrap=True)
        more = small(told, "ink_2", wrap=True) if told else None
        return frame("", row(mark, (stack(title, more, gap=0), 1), gap=8))

    def _mark(self, mark: Mark) -> str:
        return {
            Mark.ADDED: self.tr("added"),
            Mark.CHANGED: self.tr("changed"),
            Mark.STRUCK: self.tr("struck"),
            Mark.MOVED: self.tr("moved"),
        }[mark]

    def _told(self, one: ChangeRow) -> str:
        """Say what of an item is different, and how it was called."""
        if one.mark is not Mark.CHANGED:
            return ""
        language = self._context.language
        names = self._fields()
        parts = [names[code] for code in one.what if code != "title"]
        was, now = one.title_before.show(language), one.title.show(language)
        if "title" in one.what and was != now:
            parts.insert(0, self.tr("was called “{title}”").format(title=was))
        elif "title" in one.what:
            parts.insert(0, self.tr("title"))
        if one.moved:
            parts.append(self.tr("moved"))
        return " · ".join(parts)

    def _fields(self) -> dict[str, str]:
        return {
            "kind": self.tr("kind"),
            "body": self.tr("text"),
            "presenter": self.tr("presenter"),
            "minutes": self.tr("minutes"),
            "proposed_motion": self.tr("motion to be proposed"),
            "consent": self.tr("decided together or not"),
            "closed": self.tr("closed session or not"),
            "closed_ground": self.tr("legal ground"),
            "topic": self.tr("who votes on it"),
            "papers": self.tr("papers"),
        }

    def _revision(self, one: RevisionRow) -> QWidget:
        language = self._context.language
        words = self.tr("Revision {number}").format(number=one.number)
        if one.number == 1:
            words = self.tr("First posting")
        when = small(short_when(one.at, language), "ink_2")
        head = row((label(words, "body", "medium"), 1), when, gap=8)
        told = [one.reason.show(language), self._counts(one.changes)]
        more = " · ".join(part for part in told if part)
        return frame("", stack(head, small(more, "ink_2", wrap=True) if more else None, gap=0))

    def _counts(self, changes: Sequence[ChangeRow]) -> str:
        counts = [(mark, sum(1 for one in changes if one.mark is mark)) for mark in _LOOK]
        return ", ".join(f"{self._mark(mark)} {count}" for mark, count in counts if count)

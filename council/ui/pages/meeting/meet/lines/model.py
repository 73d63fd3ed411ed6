"""The lines as they are said, for a view: only what changed is put in or taken out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from council.domain.text import Text
from council.ui.pages.meeting.meet.lines.filters import Filter
from council.ui.pages.meeting.words import hhmm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from council.services.session.timeline import TimelineRow
    from council.ui.context import Context

Index = QModelIndex | QPersistentModelIndex
SAID_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
One = TypeVar("One")


@dataclass(eq=False)
class Said:
    """A line in the window's language; ``heights`` keeps how high it is, by width and weight."""

    row: TimelineRow
    time: str
    sentence: str
    notes: tuple[str, ...]
    heights: dict[tuple[int, bool], int] = field(default_factory=dict)

    @property
    def whole(self) -> str:
        """Return everything it says, for a screen reader and a tooltip."""
        return "\n".join((f"{self.time} {self.sentence}", *self.notes))


def splice(
    old: Sequence[One], new: Sequence[One], same: Callable[[One, One], bool]
) -> tuple[int, int, int]:
    """Return (from where, how many went, how many came) that turns one list into another."""
    most = min(len(old), len(new))
    start = 0
    while start < most and same(old[start], new[start]):
        start += 1
    end = 0
    while end < most - start and same(old[-1 - end], new[-1 - end]):
        end += 1
    return start, len(old) - start - end, len(new) - start - end


class LinesModel(QAbstractListModel):
    """The lines that pass the filter, the newest first."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._lines: tuple[TimelineRow, ...] = ()
        self._all: list[Said] = []
        self._shown: list[Said] = []
        self.filter = Filter()

    # ------------------------------------------------------------------ changing

    def set_lines(self, lines: tuple[TimelineRow, ...]) -> None:
        """Show these; what is said already is kept as it is."""
        start, gone, come = splice(self._lines, lines, lambda a, b: a is b or a == b)
        self._all[start : start + gone] = [self._said(one) for one in lines[start : start + come]]
        self._lines = lines
        self._follow()

    def set_filter(self, wanted: Filter) -> None:
        """Show only what passes."""
        self.filter = wanted
        self._follow()

    def _follow(self) -> None:
        passing = [one for one in self._all if self.filter.passes(one)]
        start, gone, come = splice(self._shown, passing, lambda a, b: a is b)
        if gone:
            self.beginRemoveRows(QModelIndex(), start, start + gone - 1)
            del self._shown[start : start + gone]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), start, start + come - 1)
            self._shown[start:start] = passing[start : start + come]
            self.endInsertRows()

    def _said(self, row: TimelineRow) -> Said:
        context = self._context
        notes = [context.say(row.remark)] if row.remark else []
        for one in row.corrected:
            time = hhmm(one.at, context.language)
            was = one.was
            told = context.show(was) if isinstance(was, Text) else hhmm(was, context.language)
            words = self.tr("corrected {time}, was {was}")
            notes.append(words.format(time=time, was=told))
        time = hhmm(row.at, context.language)
        return Said(row, time, context.say(row.message), tuple(notes))

    # ------------------------------------------------------------------ reading

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines pass the filter."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def count_all(self) -> int:
        """Return how many lines there are."""
        return len(self._all)

    def at(self, place: int) -> Said | None:
        """Return a line by its place, None beyond the last."""
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def place_of(self, uids: Sequence[str]) -> int | None:
        """Return the place of the first of these things that has a line, None without one."""
        places: dict[str, int] = {}
        for place, one in enumerate(self._shown):
            for uid in (one.row.uid, *one.row.rows):
                places.setdefault(uid, place)
        return next((places[uid] for uid in uids if uid in places), None)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a line says."""
        one = self.at(index.row())
        if one is None:
            return None
        if role == SAID_ROLE:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return one.whole
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return one.whole.replace("\n", ", ")
        return None

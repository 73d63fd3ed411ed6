"""What each column of a list of meetings says: as it was guessed, until somebody chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from council.services.schedule.calendars import LIST_FIELDS
from council.ui.kit import Field, clear, combo, row, scrolled, small, stack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.services.schedule.calendars import ListColumn

_IGNORE = "ignore"
_MOST, _LONG = 60, 24
_WIDE, _TALL = 190, 106


class ColumnChoice(QWidget):
    """A choice for each column, its heading above and the first words of it below.

    Signals: ``chosen()`` when somebody says what a column is.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: list[QComboBox] = []
        self._fields: list[str] = []
        self._shown: list[tuple[str, str]] = []
        self._at, self._before = -1, list[str]()
        self._row = row(gap=12)
        holder = QWidget()
        holder.setLayout(self._row)
        area = scrolled(holder, sideways=True)
        area.setFixedHeight(_TALL)
        self.setLayout(stack(area))

    def _words(self, field: str) -> str:
        return {
            "when": self.tr("Day and time"),
            "day": self.tr("Day"),
            "time": self.tr("Time"),
            "what": self.tr("Who meets"),
            "title": self.tr("Title"),
            "place": self.tr("Place"),
            "cancelled": self.tr("Cancelled or not"),
            "minutes": self.tr("Minutes it takes"),
            "id": self.tr("Its number or id"),
            _IGNORE: self.tr("not read"),
        }[field]

    def show_columns(self, columns: Sequence[ListColumn]) -> None:
        """Show what the columns are taken to say; a choice that has the keyboard keeps it."""
        self._fields = [one.field for one in columns]
        shown = [(one.heading, one.sample) for one in columns]
        if shown == self._shown:
            for box, one in zip(self.boxes, columns, strict=False):
                box.setCurrentIndex(LIST_FIELDS.index(one.field))
            return
        self._shown, self._at = shown, -1
        clear(self._row)
        self.boxes = [self._box(place, one) for place, one in enumerate(columns[:_MOST])]
        for one, box in zip(columns, self.boxes, strict=False):
            self._row.addLayout(self._column(one, box))
        self._row.addStretch(1)

    def _box(self, place: int, one: ListColumn) -> QComboBox:
        box = combo([(field, self._words(field)) for field in LIST_FIELDS], one.field)
        box.activated.connect(lambda _index, place=place: self._on_chosen(place))
        return box

    def _column(self, one: ListColumn, box: QComboBox) -> QVBoxLayout:
        heading = one.heading.strip() or "–"
        sample = small(_cut(one.sample) or "–", "ink_3")
        sample.setToolTip(one.sample)
        box.setToolTip(heading)
        made = stack(Field(_cut(heading), box, width=_WIDE), sample, gap=2)
        made.addStretch(1)
        return made

    def _on_chosen(self, place: int) -> None:
        """Take the choice; a field is said by one column, so another one gives it up.

        It gets it back when the arrow keys only passed through it.
        """
        field = str(self.boxes[place].currentData())
        if field == self._fields[place]:
            return
        if place != self._at:
            self._at, self._before = place, list(self._fields)
        self._fields = [_IGNORE if one == field else one for one in self._before]
        self._fields[place] = field
        self.chosen.emit()

    def fields(self) -> tuple[str, ...]:
        """Return what each column says."""
        return tuple(self._fields)


def _cut(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[: _LONG - 1]}…"


__all__ = ["ColumnChoice"]

"""The seats board: every seat of a body with who sits in it, as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from council.domain import calendars
from council.domain.vocabulary import Role
from council.ui.kit import (
    GROW,
    A,
    Brush,
    EmptyState,
    Tile,
    chip,
    clear,
    frame,
    row,
    stack,
    width_of,
)
from council.ui.kit import scrolled as scrolled_area
from council.ui.kit.flow import Flow
from council.ui.pages.members.words import (
    days_left,
    full_name,
    month_year,
    role_word,
    used_part,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from council.services.members.bodies import SeatRow
    from council.ui.context import Context

CARD_HEIGHT = 108
_LEAST_WIDTH = 236
RING = 4
"""What a card leaves free around it for its focus ring, in pixels."""
_SIDE = A.AlignRight | A.AlignVCenter


class SeatsBoard(QWidget):
    """Cards of seats; arrows walk from one to the next.

    Signals: ``person_chosen(str)`` with a person's uid, ``vacancy_chosen(str)`` with a seat's.
    """

    person_chosen = Signal(str)
    vacancy_chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.tiles: list[Tile] = []
        self._seats: list[SeatRow] = []
        self._chosen = ""
        self._keys = Flow(16, 2)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._grid.setContentsMargins(RING, RING, RING, RING)
        board = frame("canvas", stack(self._grid, GROW, gap=0))
        self._empty = EmptyState(
            "armchair",
            self.tr("No seats yet"),
            self.tr("Import a list of members, or say on the committees tab how many seats."),
        )
        self._empty.hide()
        area = scrolled_area(board)
        keys = row((self._keys, 1), pad=(RING, 0, 0, 0))
        self.setLayout(stack(keys, self._empty, (area, 1), gap=8))

    def set_seats(self, seats: list[SeatRow], today: date, chosen: str) -> None:
        """Show the seats; ``chosen`` is the uid of the person or seat beside the board."""
        self._seats, self._chosen = seats, chosen
        self._fill_keys(today)
        self._empty.setVisible(not seats)
        focus = next((i for i, tile in enumerate(self.tiles) if tile.hasFocus()), -1)
        clear(self._grid)
        self.tiles = [self._tile(seat, today) for seat in seats]
        self._place()
        if 0 <= focus < len(self.tiles):
            self.tiles[focus].setFocus(Qt.FocusReason.OtherFocusReason)

    def _columns(self) -> int:
        return max(1, min(3, (self.width() + 12) // (_LEAST_WIDTH + 12)))

    def _place(self) -> None:
        columns = self._columns()
        for i, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, i // columns, i % columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out again when there is room for another column or too little."""
        super().resizeEvent(event)
        if self.tiles and self._grid.columnCount() != self._columns():
            self._place()

    def _fill_keys(self, today: date) -> None:
        self._keys.clear()
        held = [seat.holder for seat in self._seats if seat.holder]
        vacant = len(self._seats) - len(held)
        ending = sum(days_left(one, today) is not None for one in held)
        if not self._seats:
            return
        words = self.tr("{held} of {all} filled").format(held=len(held), all=len(self._seats))
        self._keys.add(chip(words, "yes", "check-circle", bare=True))
        if vacant:
            words = self.tr("{count} vacant").format(count=vacant)
            glyph = "user-circle-dashed"
            self._keys.add(chip(words, "neutral", glyph, bare=True, weight="regular"))
        if ending:
            words = self.tr("{count} terms end within 60 days").format(count=ending)
            self._keys.add(chip(words, "warn", "warning", bare=True))

    def _tile(self, seat: SeatRow, today: date) -> Tile:
        paint = self._paint_held(seat, today) if seat.holder else self._paint_vacant(seat, today)
        label = self._context.show(seat.label)
        if seat.holder:
            name = self._context.show(seat.holder.person_name)
            office = role_word(self._context, seat.holder.role)
            made = Tile(paint, f"{label}: {name}, {office}", 0, CARD_HEIGHT)
        else:
            words = self.tr("{seat}: vacant").format(seat=label)
            made = Tile(paint, words, 0, CARD_HEIGHT)
        made.clicked.connect(self._chooser(seat))
        made.installEventFilter(self)
        return made

    def _chooser(self, seat: SeatRow) -> Callable[[], None]:
        def choose() -> None:
            if seat.holder:
                self.person_chosen.emit(seat.holder.person_uid)
            else:
                self.vacancy_chosen.emit(seat.uid)

        return choose

    # ------------------------------------------------------------------------ painting

    def _paint_held(self, seat: SeatRow, today: date) -> Callable[[Brush, QRectF], None]:
        context, held = self._context, seat.holder
        if held is None:
            raise ValueError("a vacant seat")
        here = held.person_uid == self._chosen
        name = full_name(context, held.person_name, held.honorific)
        label = " · ".join(filter(None, (context.show(seat.label), seat.class_)))
        office = "" if held.role is Role.MEMBER else role_word(context, held.role)
        left, used = days_left(held, today), used_part(held, today)
        since = ""
        if held.start_on:
            since = self.tr("since {month}").format(month=month_year(context, held.start_on))
        end = (
            self.tr("to {month}").format(month=month_year(context, held.end_on))
            if held.end_on
            else ""
        )
        warning = self.tr("ends in {count} days").format(count=left) if left is not None else ""

        def paint(brush: Brush, box: QRectF) -> None:
            wide, ink = box.width(), "accent" if here else "line"
            ground = "accent_soft" if here else "surface"
            brush.plate(box, ground, ink, 10, 2 if here else 1)
            said = QRectF(14, 8, wide - 28, 22)
            end_of = brush.write(said, office, "small", "strong", "accent", _SIDE) if office else 0
            label_box = QRectF(14, 8, wide - 36 - end_of, 22)
            brush.write(label_box, label, "small", "medium", "ink_3")
            brush.write(QRectF(14, 29, wide - 28, 26), name, 17, "strong")
            taken = width_of(warning, "small", "medium") + 34 if warning else 0
            if width_of(since, "small") <= wide - 28 - taken:  # else the warning matters more
                brush.write(QRectF(14, 54, wide - 28, 22), since, "small", "regular", "ink_2")
            if used is not None:
                tone = "warn" if warning else "accent"
                brush.meter(QRectF(14, 83, 72, 6), used, tone)
                brush.write(QRectF(96, 75, wide - 106, 22), end, "small", "regular", "ink_3")
            elif end:
                brush.write(QRectF(14, 75, wide - 28, 22), end, "small", "regular", "ink_3")
            if warning:  # shape and word, never the tint alone
                spot = QRectF(wide - 164, 54, 150, 22)
                used_width = brush.write(spot, warning, "small", "medium", "warn", _SIDE)
                brush.icon("warning", wide - 14 - used_width - 22, 57, 16, "warn", "fill")

        return paint

    def _paint_vacant(self, seat: SeatRow, today: date) -> Callable[[Brush, QRectF], None]:
        context, here = self._context, seat.uid == self._chosen
        label = " · ".join(filter(None, (context.show(seat.label), seat.class_)))
        vacant, fill = self.tr("Vacant"), self.tr("Seat somebody")
        since = self.tr("nobody has held it")
        if seat.vacant_since:
            day = calendars.short_date(seat.vacant_since, context.language)
            days = (today - seat.vacant_since).days
            since = self.tr("since {day}, {count} days").format(day=day, count=days)

        def paint(brush: Brush, box: QRectF) -> None:
            wide = box.width()
            if here:
                brush.plate(box, "accent_soft", "accent", 10, 2)
            else:
                brush.plate(box, "sunken", "line_strong", 10, 1.2, dash=True)
            brush.write(QRectF(14, 8, wide - 28, 22), label, "small", "medium", "ink_3")
            brush.write(QRectF(14, 29, wide - 28, 26), vacant, 17, "strong", "ink_2")
            brush.write(QRectF(14, 54, wide - 28, 22), since, "small", "regular", "ink_2")
            brush.write(QRectF(14, 76, wide - 28, 22), fill, "small", "strong", "accent")

        return paint

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk over the cards with the arrows; a button alone would only know next and before."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        columns = self._columns()
        steps = {
            int(Qt.Key.Key_Left): -1,
            int(Qt.Key.Key_Right): 1,
            int(Qt.Key.Key_Up): -columns,
            int(Qt.Key.Key_Down): columns,
        }
        step = steps.get(event.key())
        if step is None or watched not in self.tiles:
            return False
        there = self.tiles.index(watched) + step
        if 0 <= there < len(self.tiles):
            self.tiles[there].setFocus(Qt.FocusReason.TabFocusReason)
        return True

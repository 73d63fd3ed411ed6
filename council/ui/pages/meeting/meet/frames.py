"""Where the widgets of the console's parts stand: left, middle, right, and the keys below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from council.ui.kit import GROW, frame, hline, row, scrolled, stack
from council.ui.pages.meeting.meet.part import Side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QScrollArea

    from council.ui.kit.boxes import Item
    from council.ui.pages.meeting.meet.form_set import FormSet
    from council.ui.pages.meeting.meet.part import Placed

ROOM_W = 344
FORMS_ORDER = 50
"""Where in the middle forms open; lower numbers stand above them."""


class ConsoleFrames:
    """The console's three columns: ``whole`` lays them out, ``scroll`` is the middle."""

    def __init__(self, placed: list[Placed], forms: FormSet, foot: QWidget) -> None:
        self._placed = sorted(placed, key=lambda one: one.order)
        # Whatever is not shown at once must not make the window grow while it is built.
        for one in self._placed:
            if one.shut:
                one.widget.hide()
        for form in forms.values():
            form.hide()
        self._left = [one.widget for one in self._on(Side.LEFT)]
        self.scroll = self._make_scroll(forms)
        self.right = self._make_right()
        head = stack(*(one.widget for one in self._on(Side.HEAD)), gap=8, pad=(20, 12, 20, 0))
        instead: list[Item] = [(one.widget, 1) for one in self._on(Side.INSTEAD)]
        middle = frame("canvas", stack(head, *instead, (self.scroll, 1), gap=0))
        self.scroll.hide()
        body = row(*self._left, (middle, 1), self.right, gap=0)
        self.whole = stack((body, 1), foot, gap=0)

    def _on(self, side: Side) -> Iterable[Placed]:
        return (one for one in self._placed if one.side is side)

    def _make_scroll(self, forms: FormSet) -> QScrollArea:
        above = [one.widget for one in self._on(Side.CENTRE) if one.order < FORMS_ORDER]
        below = [one.widget for one in self._on(Side.CENTRE) if one.order >= FORMS_ORDER]
        live = QWidget()
        live.setLayout(stack(*above, *forms.values(), *below, GROW, gap=12, pad=(20, 12, 20, 12)))
        return scrolled(live)

    def _make_right(self) -> QFrame:
        """Make the right column: it scrolls only where a large council leaves its foot no room."""
        box = stack(gap=10, pad=(16, 14, 16, 8))
        for place, one in enumerate(self._on(Side.RIGHT)):
            if place:
                box.addWidget(hline())
            box.addWidget(one.widget, one.grow)
        column = QFrame()
        column.setProperty("role", "side_r")
        column.setFixedWidth(ROOM_W)
        column.setLayout(stack(scrolled(frame("canvas", box)), gap=0))
        return column

    def fold(self, narrow: bool) -> None:
        """Let the left column go where there is no room: the strip and the middle say the item."""
        for widget in self._left:
            widget.setHidden(narrow)

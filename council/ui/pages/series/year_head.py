"""The year above its calendar, with the way to other years, and what the marks mean."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from council.domain import calendars
from council.domain.vocabulary import MeetingState
from council.ui.kit import GROW, A, Brush, Button, Painted, label, row, small, stack
from council.ui.pages.series.year import LOOKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRectF

    from council.ui.context import Context
    from council.ui.pages.series.year import YearView

_SHOWN = (
    MeetingState.PLANNED, MeetingState.NOTICED, MeetingState.IN_SESSION, MeetingState.HELD,
    MeetingState.CANCELLED,
)  # fmt: skip


class YearPage(QFrame):
    """A card with the year, its months and a legend."""

    def __init__(self, context: Context, view: YearView) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context, self._view = context, view
        self.back = Button("", "caret-left", "plain")
        self.on = Button("", "caret-right", "plain")
        self.back.setAccessibleName(self.tr("The year before"))
        self.on.setAccessibleName(self.tr("The year after"))
        self.back.clicked.connect(lambda: view.show_year(view.year - 1))
        self.on.clicked.connect(lambda: view.show_year(view.year + 1))
        view.picked.connect(self._show_year)
        self._year = label("", "body", "strong", align=A.AlignCenter, width=90)
        legend = row(gap=6)
        for state in _SHOWN:
            legend.addWidget(Painted(_sample(state), 30, 22))
            legend.addWidget(small(context.word(f"meeting_state.{state.value}"), "ink_2"))
            legend.addSpacing(8)
        head = row(self.back, self._year, self.on, GROW, legend, gap=4)
        self.setLayout(stack(head, (view, 1), gap=8, pad=(20, 10, 20, 14)))
        self._show_year()

    def _show_year(self) -> None:
        day = date(self._view.year, 1, 1)
        self._year.setText(calendars.year_number(day, self._context.language))


def _sample(state: MeetingState) -> Callable[[Brush, QRectF], None]:
    ground, line, ink, glyph = LOOKS[state]

    def paint(brush: Brush, box: QRectF) -> None:
        mark = box.adjusted(1, 1, -1, -1)
        brush.plate(mark, ground, line, 4, 1.5)
        brush.write(mark, "8", "small", "strong", ink, A.AlignCenter)
        if glyph:
            middle = mark.center().y()
            brush.rule(mark.left() + 3, middle, mark.right() - 3, middle, ink, 1.5)

    return paint

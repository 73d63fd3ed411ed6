"""Carry over: what waits from earlier meetings, one list with ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame

from council.services import agenda
from council.ui.kit import (
    GROW,
    Button,
    check,
    frame,
    group,
    icon,
    refill,
    row,
    scrolled,
    small,
    stack,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from council.services.agenda import CarryRow
    from council.ui.context import Context

_GLYPH = {
    "minutes": "clipboard-text",
    "item": "arrow-bend-down-right",
    "motion": "gavel",
    "action": "list-checks",
}


class CarryPanel(QFrame):
    """Ticks for minutes to approve, unfinished items, postponed motions and actions due.

    Signals: ``closed()`` when it was done or given up.
    """

    closed = Signal()

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.context, self.meeting_uid = context, meeting_uid
        self.boxes: dict[str, QCheckBox] = {}
        self._list = stack(gap=6)
        self.add = Button(
            self.tr("Add what is ticked"), "arrow-bend-down-right", "primary", "Enter"
        )
        self.cancel = Button(self.tr("Cancel"), None, "plain", "Esc")
        self.add.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.closed)
        holder = scrolled(frame("", self._list))
        holder.setMinimumHeight(120)
        self.setLayout(
            stack(
                group(self.tr("Waiting from earlier meetings")),
                (holder, 1),
                row(self.add, self.cancel, GROW),
                gap=10,
                pad=(16, 14, 16, 14),
            )
        )

    def show_rows(self, rows: list[CarryRow]) -> None:
        """Offer these; all are ticked at first."""
        language = self.context.language
        self.boxes.clear()
        lines = []
        for one in rows:
            box = check(one.title.show(language), on=True)
            self.boxes[one.uid] = box
            reason = small(self.context.say(one.reason), "ink_3")
            reason.setContentsMargins(28, 0, 0, 0)
            glyph = icon(_GLYPH.get(str(one.kind), "arrow-bend-down-right"), "ink_3", 18)
            line = row((stack(box, reason, gap=0), 1), glyph, gap=10, pad=(0, 0, 8, 6))
            lines.append(frame("", line))
        refill(self._list, *lines, GROW)

    def submit(self) -> None:
        """Add the ticked ones to the agenda."""
        chosen = [uid for uid, box in self.boxes.items() if box.isChecked()]
        if chosen:
            self.context.dispatcher.run(agenda.carry_over, self.meeting_uid, chosen)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)

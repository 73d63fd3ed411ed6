"""What happened, in words with its times: the foot of the console's right column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from council.ui.kit import GROW, TimelineLine, frame, refill, row, scrolled, small, stack
from council.ui.pages.meeting.words import hhmm

if TYPE_CHECKING:
    from council.services.session.timeline import TimelineRow
    from council.ui.context import Context

MOST_LINES = 60
LEAST_TIMELINE = 120


class TimelinePanel(QWidget):
    """The lines, the newest on top.

    Signals: ``line_wanted(object)`` the timeline row somebody pressed.
    """

    line_wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.wanted = ""
        self._shown: tuple[TimelineRow, ...] = ()
        self._rows: dict[TimelineLine, TimelineRow] = {}
        self._lines = stack(gap=0)
        head = row(
            small(self.tr("Timeline"), "ink_2", "strong"),
            GROW,
            small(self.tr("press a line to correct it")),
        )
        self._thread = stack(self._lines, GROW, gap=0)
        self.timeline = scrolled(frame("canvas", self._thread))
        self.timeline.setMinimumHeight(LEAST_TIMELINE)
        self.setLayout(stack(head, (self.timeline, 1), gap=10))

    def show_lines(self, lines: tuple[TimelineRow, ...]) -> None:
        """Show what happened."""
        if lines != self._shown or not self._lines.count():
            self._shown = lines
            self._build(lines[:MOST_LINES])

    def _build(self, lines: tuple[TimelineRow, ...]) -> None:
        self._rows.clear()
        made = []
        for place, one in enumerate(lines):
            remark = self.context.say(one.remark) if one.remark else ""
            line = TimelineLine(
                hhmm(one.at, self.context.language), one.icon, self.context.say(one.message),
                remark, newest=place == 0, struck=one.taken_back,
            )  # fmt: skip
            line.clicked.connect(self._on_line)
            self._rows[line] = one
            made.append(line)
        if made:
            refill(self._lines, *made)
        else:
            words = self.tr("What happens is written here by itself.")
            refill(self._lines, small(words, wrap=True))

    def reveal_wanted(self) -> bool:
        """Put the keyboard on the line somebody came for; tell whether there is one.

        ``wanted`` is a uid or a sentence's key of the minutes: its last uid with a line counts.
        """
        parts, self.wanted = self.wanted.split("/")[::-1], ""
        uids = [row.uid for row in self._shown]
        found = next((uids.index(part) for part in parts if part in uids), None)
        if found is None:
            return False
        if found >= len(self._rows):
            self._build(self._shown)
        line = list(self._rows)[found]
        self._thread.activate()  # new lines have their places before one is scrolled to
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.timeline.ensureWidgetVisible(line, 0, 40)
        return True

    def _on_line(self) -> None:
        sender = self.sender()
        if isinstance(sender, TimelineLine):
            self.line_wanted.emit(self._rows[sender])

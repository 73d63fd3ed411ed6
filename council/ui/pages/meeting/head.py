"""Head of the meeting page: what, when, where, what can be done, and the stepper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from council.domain.vocabulary import MeetingState
from council.ui.kit import (
    Elided,
    Stepper,
    add_to,
    chip,
    heading,
    icon,
    link,
    refill,
    row,
    small,
    stack,
)
from council.ui.pages.meeting.words import when

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.services.meetings import MeetingRow
    from council.ui.kit import Button, Item
    from council.ui.kit import Step as KitStep


class MeetingHead(QFrame):
    """Title, facts, the step's buttons and the stepper.

    Signals: ``move_wanted()`` and ``cancel_wanted()`` while the meeting has not begun.
    """

    move_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "top")
        self._title = heading("")
        self._chip_box = row(gap=0)
        self._when, self._where = small("", "ink_2"), Elided("", "small", "regular", "ink_2")
        self._pin = icon("map-pin", "ink_3", 18)
        self._actions = row(gap=8)
        self._shown: list[Button] = []
        self._steps: tuple[list[KitStep], str] = ([], "")
        self.stepper = Stepper()
        self._move = link(self.tr("Move…"), self.move_wanted.emit)
        self._cancel = link(self.tr("Cancel…"), self.cancel_wanted.emit)
        where = row(
            icon("calendar-dots", "ink_3", 18), self._when, self._move, self._cancel, 12,
            self._pin, (self._where, 1), gap=6,
        )  # fmt: skip
        names = stack(row(self._title, self._chip_box, gap=12), where, gap=0)
        top = row((names, 1), self._actions, gap=16)
        self.setLayout(stack(top, self.stepper, gap=8, pad=(24, 12, 24, 8)))

    def set_meeting(self, meeting: MeetingRow, name: str, language: str) -> None:
        """Show what, when and where."""
        self._title.setText(name)
        self._when.setText(when(meeting, language))
        venue = meeting.venue.show(language)
        self._where.set_text(venue)
        self._pin.setVisible(bool(venue))
        cancelled = meeting.state == MeetingState.CANCELLED
        told: list[Item] = []
        if cancelled:
            reason = Elided(meeting.cancel_reason.show(language), "small", "regular", "ink_2")
            told = [chip(self.tr("cancelled"), "no", "x-circle"), 8, (reason, 1)]
        refill(self._chip_box, *told)
        for shown in (self._move, self._cancel):
            shown.setVisible(meeting.state in (MeetingState.PLANNED, MeetingState.NOTICED))
        self._chip_box.addStretch(1)

    def set_steps(self, steps: list[KitStep], open_code: str) -> None:
        """Show the stepper; it is built anew only when something changed."""
        if (steps, open_code) != self._steps:
            self._steps = (steps, open_code)
            self.stepper.set_steps(steps, open_code)

    def set_actions(self, buttons: Sequence[Button]) -> None:
        """Lay out the open step's buttons; those of other steps are hidden."""
        for button in self._shown:
            if button not in buttons:
                self._actions.removeWidget(button)
                button.hide()
        self._shown = list(buttons)
        while self._actions.count():
            self._actions.takeAt(0)
        for button in buttons:
            add_to(self._actions, button)
            button.show()

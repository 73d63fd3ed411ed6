"""Where a meeting offers its recording sheet, and the page that takes it afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from council.domain.vocabulary import MeetingState
from council.services import publish
from council.ui.actions import Command
from council.ui.kit import Button

if TYPE_CHECKING:
    from council.services.meetings import MeetingRow
    from council.ui.context import Context

PAPER: Final = "paper"
_BEFORE: Final = (MeetingState.PLANNED, MeetingState.NOTICED)
_OPEN: Final = (*_BEFORE, MeetingState.IN_SESSION)


class PaperOffer(QObject):
    """Buttons beside a step's own, and their commands."""

    def __init__(self, context: Context, owner: QObject) -> None:
        super().__init__(owner)
        self._context = context
        self._meeting: MeetingRow | None = None
        words = self.tr("Print the recording sheet, for the day the computer cannot be used")
        self.sheet = Button(self.tr("Recording sheet"), "printer", "plain")
        self.mark = Button("", "printer", "plain", name=self.tr("Recording sheet"))
        for button in (self.sheet, self.mark):
            button.setToolTip(words)
            button.clicked.connect(self.make_sheet)
        self.enter = Button(self.tr("Enter from paper"), "note-pencil", "plain")
        self.enter.clicked.connect(self.go)

    def show_meeting(self, meeting: MeetingRow | None) -> None:
        """Offer them for another meeting, or for none."""
        self._meeting = meeting

    def buttons(self, step: str) -> list[Button]:
        """Return the buttons that belong beside those of a step."""
        state = self._meeting.state if self._meeting else None
        if state in _BEFORE and step in ("plan", "notice"):
            return [self.mark]  # beside words of their own there is no room for more
        if state in _OPEN and step == "meet":
            return [self.sheet, self.enter]
        return []

    def commands(self) -> list[Command]:
        """Return them as commands, by name."""
        if self._meeting is None or self._meeting.state not in _OPEN:
            return []
        group = self.tr("Meeting")
        sheet, enter = self.tr("Recording sheet as PDF"), self.tr("Enter from paper")
        return [
            Command(sheet, self.make_sheet, "printer", "", group),
            Command(enter, self.go, "note-pencil", "", group),
        ]

    def go(self) -> None:
        """Open the page that takes the sheet."""
        if self._meeting is not None:
            self._context.navigate("meeting", self._meeting.uid, step=PAPER)

    def make_sheet(self) -> None:
        """Make the sheet in the window's language, else in the council's first."""
        if self._meeting is None:
            return
        spoken, language = self._context.council.languages, self._context.language
        language = language if language in spoken else spoken[0]
        uid, name = self._meeting.uid, self._name(language)

        def made(data: bytes) -> None:
            self._context.open_pdf(data, name)

        self._context.dispatcher.ask(publish.sheet_pdf, uid, language, on_done=made)

    def _name(self, language: str) -> str:
        uid = self._meeting.uid if self._meeting else ""
        return publish.suggested_name(self._context.reader, uid, "recording-sheet", language)

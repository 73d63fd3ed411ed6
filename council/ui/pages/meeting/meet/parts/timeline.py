"""What happened, line by line, and correcting it in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from council.ui.actions import Command
from council.ui.pages.meeting.meet.advice_form import AdviceForm
from council.ui.pages.meeting.meet.correct_form import CorrectForm
from council.ui.pages.meeting.meet.part import Part, Placed, Side
from council.ui.pages.meeting.meet.timeline_panel import TimelinePanel

if TYPE_CHECKING:
    from council.services.session.timeline import TimelineRow
    from council.ui.pages.meeting.meet.console import MeetStep
    from council.ui.pages.meeting.meet.forms import ConsoleForm
    from council.ui.pages.meeting.meet.snapshot import Snapshot

_LINES = ("key", "motion", "note", "comment")


class Timeline(Part):
    """The timeline and the forms that correct its lines."""

    shows: ClassVar[frozenset[str]] = frozenset({"lines"})

    def __init__(self, console: MeetStep) -> None:
        super().__init__(console)
        self.panel = TimelinePanel(self.context, self.meeting_uid)
        self.panel.line_wanted.connect(self.correct_line)
        self.panel.left.connect(self.console.rest)
        self.correct = CorrectForm(self.context, self.meeting_uid)
        self.advice = AdviceForm(self.context, self.meeting_uid)

    def placed(self) -> list[Placed]:
        """Return the foot of the right column."""
        return [Placed(self.panel, Side.RIGHT, 90, grow=1)]

    def forms(self) -> list[ConsoleForm]:
        """Return what corrects a line, and what notes whether advice was followed."""
        return [self.correct, self.advice]

    def show_meeting(self, shot: Snapshot) -> None:
        """Show the lines."""
        self.panel.show_lines(shot.lines)

    def leave(self) -> None:
        """Keep what the lines are filtered by."""
        self.panel.draft.flush()

    def commands(self) -> list[Command]:
        """Return how the lines are reached and found."""
        words = self.tr("Words")
        lines, find = self.panel.go_to_lines, self.panel.open_filter
        return [
            Command(
                self.tr("Correct a line of the timeline"), lines, "pencil-simple", "Ctrl+L", words
            ),
            Command(self.tr("Filter the timeline"), find, "funnel", "Ctrl+F", words),
        ]

    def reveal(self, **more: Any) -> None:
        """Remember which line somebody comes for."""
        self.panel.wanted = next((str(more[name]) for name in _LINES if more.get(name)), "")

    def arrive(self) -> bool:
        """Put the keyboard on the line somebody came for."""
        return self.panel.reveal_wanted()

    def correct_line(self, line: TimelineRow) -> None:
        """Open what corrects a line."""
        if line.kind == "advice":
            self.console.close_forms()
            self.advice.begin(line.uid, self.shot)
            self.console.opened(self.advice)
            return
        if not self.correct.can_correct(line):
            words = self.tr("This line follows from others. Correct the line it follows from.")
            self.context.announce(words, "info")
            return
        self.console.close_forms()
        self.correct.begin(line, self.shot)
        self.console.opened(self.correct)

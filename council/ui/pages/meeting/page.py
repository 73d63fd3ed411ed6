"""The meeting page: title, stepper, and the step that is open."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from council.services import meetings
from council.services.planning import agenda
from council.ui import facts
from council.ui.actions import Command
from council.ui.kit import EmptyState, scrolled, stack
from council.ui.page import Page
from council.ui.pages.meeting.head import MeetingHead
from council.ui.pages.meeting.life import default_step, steps_of
from council.ui.pages.meeting.paper.offer import PAPER, PaperOffer
from council.ui.pages.series.one import OPEN, OneMeeting

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.services.meetings import MeetingRow
    from council.ui.context import Context
    from council.ui.pages.meeting.step import Step

HEAD_MS: Final = 120
"""So much later the head follows a step that shows very much."""
HEADED: Final = frozenset({"council", "bodies", "meetings"})
"""The kinds of change that alter which meeting this is and what it is called."""

#: step: (module in this package, class); each is imported when it is first wanted
STEPS: Final[dict[str, tuple[str, str]]] = {
    "plan": ("plan", "PlanStep"),
    "notice": ("notice", "NoticeStep"),
    "meet": ("meet.console", "MeetStep"),
    "minutes": ("minutes", "MinutesStep"),
    "approve": ("approve", "ApproveStep"),
    "publish": ("publish", "PublishStep"),
    PAPER: ("paper.entry", "PaperStep"),
}


def step_class(code: str) -> type[Step]:
    """Return the class of a step."""
    module, name = STEPS[code]
    found: type[Step] = getattr(import_module(f"council.ui.pages.meeting.{module}"), name)
    return found


class MeetingPage(Page):
    """One meeting; its life runs across the top and one step of it is open."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            *("council", "people", "bodies", "meetings", "agenda", "attendance", "motions"),
            *("votes", "notes", "actions", "minutes", "publications", "rules", "advice"),
            "speakers",
        }
    )
    scrolls: ClassVar[bool] = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.uid, self.code = "", ""
        self.meeting: MeetingRow | None = None
        self.steps: dict[str, Step] = {}
        self._holders: dict[str, QWidget] = {}
        self._headed = ""
        self._head_timer = QTimer(self)
        self._head_timer.setSingleShot(True)
        self._head_timer.setInterval(HEAD_MS)
        self._head_timer.timeout.connect(self._show_head)
        self.head = MeetingHead()
        self.head.stepper.chosen.connect(self._on_step)
        self.paper = PaperOffer(context, self)
        self.one = OneMeeting(context, line=False)
        self.one.closed.connect(self.one.hide)
        self.one.hide()
        self.head.move_wanted.connect(self._on_move)
        self.head.cancel_wanted.connect(self._on_cancel)
        self.body = QStackedWidget()
        self._none = EmptyState(
            "calendar-dots",
            self.tr("No meeting yet"),
            self.tr("Plan the first meeting: its agenda, notice, votes and minutes come here."),
            self.tr("New meeting"),
        )
        self._none.acted.connect(self._on_new)
        self.body.addWidget(self._none)
        self.setLayout(stack(self.head, self.one, (self.body, 1), gap=0))

    def title(self) -> str:
        """Return the meeting's name."""
        if self.meeting is None:
            return self.tr("Meeting")
        return facts.meeting_name(self.meeting, self.context.language)

    # ---------------------------------------------------------------------- coming and going

    def show_for(self, uid: str = "", **more: Any) -> None:
        """Show a meeting; ``step`` names the step to open; the rest goes to the step."""
        wanted = uid or self.uid
        if wanted not in {m.uid for m in meetings.list_meetings(self.context.reader)}:
            wanted = self._nearest()  # its planning was undone since somebody asked for it
        self.leave()
        self.one.hide()
        if wanted != self.uid:
            self._drop_steps()
        self.uid = wanted
        self.meeting = meetings.get_meeting(self.context.reader, wanted) if wanted else None
        if self.meeting is None:
            self.code = ""
            self.body.setCurrentWidget(self._none)
            return
        code = str(more.get("step", ""))
        self.code = code if code in STEPS else default_step(self.meeting)
        self._open(self.code)
        self.steps[self.code].reveal(**more)

    def _nearest(self) -> str:
        """Return the meeting in session, else the next one, else the last one."""
        desk = self.context.reader
        session = facts.meeting_in_session(desk)
        if session is not None:
            return session.uid
        found = meetings.list_meetings(desk)
        now = desk.now().replace(tzinfo=None)
        coming = [m for m in found if m.starts_local >= now]
        chosen = coming[-1:] or found[:1]
        return chosen[0].uid if chosen else ""

    def _drop_steps(self) -> None:
        for holder in self._holders.values():
            self.body.removeWidget(holder)
            holder.deleteLater()
        self.steps.clear()
        self._holders.clear()
        self.code = ""

    def _open(self, code: str) -> None:
        if code not in self.steps:
            step = step_class(code)(self.context, self.uid)
            step.header_changed.connect(self._show_head)
            self.steps[code] = step
            self._holders[code] = scrolled(step) if step.scrolls else step
            self.body.addWidget(self._holders[code])
        self.body.setCurrentWidget(self._holders[code])

    def _on_step(self, code: str) -> None:
        self.context.navigate("meeting", self.uid, step=code)

    def _on_move(self) -> None:
        self._begin(self.one.begin_move)

    def _on_cancel(self) -> None:
        self._begin(self.one.begin_cancel)

    def _begin(self, open_form: Callable[[], None]) -> None:
        """Open a form about the whole meeting under its head."""
        self.one.show_meeting(self.meeting)
        self.one.setVisible(self.meeting is not None and self.meeting.state in OPEN)
        open_form()

    def _on_new(self) -> None:
        self.context.navigate("meetings", new=True)

    def leave(self) -> None:
        """Keep what is half typed in the open step."""
        step = self.current()
        if step is not None:
            step.leave()

    def current(self) -> Step | None:
        """Return the step that is open."""
        return self.steps.get(self.code)

    # ---------------------------------------------------------------------- showing

    def refresh(self) -> None:
        """Read the meeting anew; the open step reads itself."""
        if not self.uid:
            self.head.hide()
            return
        known = {m.uid for m in meetings.list_meetings(self.context.reader)}
        if self.uid not in known:  # its planning was undone
            self.show_for(self._nearest())
            if not self.uid:
                self.head.hide()
                return
        self.meeting = meetings.get_meeting(self.context.reader, self.uid)
        step = self.current()
        if step is not None:
            step.refresh()
        if step is not None and step.long() and self._headed == self.uid:
            self._head_timer.start()
        else:
            self._show_head()

    def follow(self, kinds: frozenset[str]) -> None:
        """Let a step that has the whole height follow a change by itself: it hides the head."""
        step = self.current()
        if step is not None and step.bare() and not kinds & HEADED:
            step.follow(kinds)
        else:
            self.refresh()

    def _show_head(self) -> None:
        step, meeting = self.current(), self.meeting
        if step is None or meeting is None:
            return
        self._headed = meeting.uid
        count = len(agenda.list_items(self.context.reader, meeting.uid))
        self.head.set_meeting(meeting, self.title(), self.context.language)
        here = "meet" if self.code == PAPER else self.code  # the meeting, by another way
        steps = steps_of(self.context, meeting, count, here)
        self.head.set_steps(steps, here)
        self.paper.show_meeting(meeting)
        self.head.set_actions([*self.paper.buttons(self.code), *step.header_actions()])
        self.head.setVisible(not step.bare())

    def last(self) -> QWidget | None:
        """Return where Shift+Tab comes in: the end of the open step, where it has an order."""
        step = self.current()
        return step.last() if step is not None else None

    def commands(self) -> list[Command]:
        """Return what the open step can do, and what can be done to the meeting itself."""
        step = self.current()
        own = []
        if self.meeting is not None and self.meeting.state in OPEN:
            words = self.tr("Meeting")
            own = [
                Command(self.tr("Move this meeting"), self._on_move, "calendar-dots", "", words),
                Command(self.tr("Cancel this meeting"), self._on_cancel, "calendar-x", "", words),
            ]
        self.paper.show_meeting(self.meeting)
        return [*(step.commands() if step is not None else []), *own, *self.paper.commands()]


__all__ = ["STEPS", "MeetingPage", "step_class"]

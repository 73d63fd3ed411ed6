"""All meetings: coming and past, and the form that plans a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QStackedWidget

from council.domain.vocabulary import MeetingState, MinutesState
from council.services import bodies, meetings
from council.ui import facts
from council.ui.actions import Command
from council.ui.kit import (
    GROW,
    Button,
    Column,
    DataTable,
    EmptyState,
    Tabs,
    combo,
    frame,
    heading,
    line_edit,
    row,
    small,
    stack,
)
from council.ui.page import Page
from council.ui.pages.meeting.words import short_when
from council.ui.pages.new_meeting import NewMeeting

if TYPE_CHECKING:
    from council.services.meetings import MeetingRow
    from council.ui.context import Context

_STATE_LOOK = {
    MeetingState.PLANNED: ("calendar-dots", "neutral"),
    MeetingState.NOTICED: ("megaphone-simple", "accent"),
    MeetingState.IN_SESSION: ("broadcast", "accent"),
    MeetingState.HELD: ("check-circle", "yes"),
    MeetingState.CANCELLED: ("x-circle", "no"),
}


class MeetingsPage(Page):
    """A table of meetings with filters; Enter opens one, Ctrl+N plans a new one."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"meetings", "bodies", "agenda", "motions", "minutes", "council"}
    )
    scrolls: ClassVar[bool] = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.new = Button(self.tr("New meeting"), "plus", "primary", "Ctrl N")
        self.new.clicked.connect(self.open_form)
        self.form = NewMeeting(context)
        self.form.planned.connect(self._on_planned)
        self.form.closed.connect(self._on_form_closed)
        self.form.hide()
        choices = [
            ("all", self.tr("All")),
            ("coming", self.tr("Coming")),
            ("past", self.tr("Past")),
        ]
        self.tabs = Tabs(choices, "all", self.tr("Which meetings"))
        self.tabs.chosen.connect(self.refresh)
        self.body = combo([("", self.tr("Every body"))], name=self.tr("Body"), width=240)
        self.body.currentIndexChanged.connect(self._fill)
        self.filter = line_edit("", self.tr("Filter by number, kind, place"), self.tr("Filter"))
        self.filter.setFixedWidth(260)
        self.filter.textChanged.connect(self._on_filter)
        self._count = small("")
        self.table = self._make_table()
        self.table.opened.connect(self._on_opened)
        self._empty = EmptyState(
            "calendar-dots",
            self.tr("No meeting yet"),
            self.tr("A meeting starts with a day, a place and an agenda. The rest follows."),
            self.tr("New meeting"),
            "Ctrl N",
        )
        self._empty.acted.connect(self.open_form)
        self._pages = QStackedWidget()
        self._pages.addWidget(frame("card", stack(self.table, pad=(8, 4, 8, 8))))
        self._pages.addWidget(self._empty)
        self._tools = frame("canvas", row(self.tabs, GROW, self.body, self.filter, gap=12))
        self._pages.setMinimumHeight(100)  # or the form would be squeezed in a low window
        head = row(heading(self.tr("Meetings")), 12, self._count, GROW, self.new, gap=8)
        box = stack(head, self.form, self._tools, (self._pages, 1), gap=12, pad=(24, 16, 24, 24))
        self.setLayout(box)

    def _make_table(self) -> DataTable:
        context, language = self.context, self.context.language

        def state(m: MeetingRow) -> str:
            if m.minutes_state == MinutesState.APPROVED:
                return self.tr("Minutes approved")
            if m.minutes_state == MinutesState.DRAFT:
                return self.tr("Minutes in draft")
            return context.word(f"meeting_state.{m.state.value}")

        def look(m: MeetingRow) -> tuple[str, str]:
            draft = m.minutes_state == MinutesState.DRAFT
            return ("file-text", "accent") if draft else _STATE_LOOK[m.state]

        columns: list[Column[MeetingRow]] = [
            Column(
                self.tr("Day"),
                lambda m: short_when(m.starts_local, language),
                168,
                key=lambda m: m.starts_local,
            ),
            Column(
                self.tr("Meeting"), lambda m: facts.meeting_name(m, language), weight="medium"
            ),
            Column(
                self.tr("Body"), lambda m: m.body_name.show(language), 220, size="small",
                color="ink_2", spare=True,
            ),
            Column(
                self.tr("Place"), lambda m: m.venue.show(language), 200, size="small",
                color="ink_2", spare=True,
            ),
            Column(
                self.tr("Items"), lambda m: str(m.item_count), 72, right=True,
                key=lambda m: m.item_count,
            ),
            Column(
                self.tr("Motions"), lambda m: str(m.motion_count), 84, right=True,
                key=lambda m: m.motion_count,
            ),
            Column(self.tr("State"), state, 200, tone=look),
        ]  # fmt: skip
        return DataTable(columns, lambda m: m.uid, self.tr("Meetings"), sort_by=0, descending=True)

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("Meetings")

    def show_for(self, uid: str = "", **more: Any) -> None:
        """Show the list; ``new`` opens the form."""
        if more.get("new"):
            self.open_form()

    def refresh(self) -> None:
        """Read bodies and meetings anew."""
        found = bodies.list_bodies(self.context.reader)
        chosen = self.body.currentData() or ""
        self.body.blockSignals(True)
        self.body.clear()
        self.body.addItem(self.tr("Every body"), "")
        for one in found:
            self.body.addItem(one.name.show(self.context.language), one.uid)
        self.body.setCurrentIndex(max(0, self.body.findData(chosen)))
        self.body.blockSignals(False)
        self.body.setVisible(len(found) > 1)
        self.form.refresh()
        self._fill()

    def _fill(self) -> None:
        everything = meetings.list_meetings(self.context.reader)
        wanted = self.body.currentData() or ""
        which = self.tabs.value()
        over = (MeetingState.HELD, MeetingState.CANCELLED)
        shown = [
            m
            for m in everything
            if (not wanted or m.body_uid == wanted)
            and (which == "all" or (m.state in over) == (which == "past"))
        ]
        self.table.rows_model.set_rows(shown)
        self._count.setText(self.tr("{count} in all").format(count=len(everything)))
        self._count.setVisible(bool(everything))
        self._tools.setVisible(bool(everything))
        self._pages.setCurrentIndex(0 if everything else 1)

    def _on_filter(self, words: str) -> None:
        self.table.set_filter(words)

    # ------------------------------------------------------------------------------- doing

    def open_form(self) -> None:
        """Open the form of a new meeting and go into it."""
        self.form.refresh()
        self.form.show()
        self.new.setEnabled(False)
        self.form.day.setFocus()
        self.form.day.selectAll()

    def _on_form_closed(self) -> None:
        self.form.hide()
        self.new.setEnabled(True)
        self.table.setFocus()

    def _on_planned(self, uid: str) -> None:
        self.form.hide()
        self.new.setEnabled(True)
        if self.isVisible():  # whoever went elsewhere meanwhile is not called back
            self.context.navigate("meeting", uid, step="plan")

    def _on_opened(self, uid: str) -> None:
        self.context.navigate("meeting", uid)

    def commands(self) -> list[Command]:
        """Return what can be done here."""
        words = self.tr("Meetings")
        return [Command(self.tr("New meeting"), self.open_form, "plus", "Ctrl+N", words)]

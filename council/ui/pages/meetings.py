"""All meetings: coming and past, and the form that plans a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from council.domain.vocabulary import MeetingState, MinutesState
from council.services import meetings
from council.services.members import bodies
from council.ui import facts
from council.ui.actions import Command
from council.ui.kit import (
    GROW,
    Button,
    Column,
    DataTable,
    EmptyState,
    SegmentedSwitch,
    Tabs,
    combo,
    frame,
    heading,
    line_edit,
    row,
    scrolled,
    small,
    stack,
)
from council.ui.page import Page
from council.ui.pages.meeting.words import short_when
from council.ui.pages.new_meeting import NewMeeting
from council.ui.pages.series.one import OneMeeting

if TYPE_CHECKING:
    from council.services.meetings import MeetingRow
    from council.ui.context import Context
    from council.ui.pages.series.files import CalendarFiles
    from council.ui.pages.series.form import SeriesForm
    from council.ui.pages.series.import_page import ImportCalendar
    from council.ui.pages.series.year import YearView

_STATE_LOOK = {
    MeetingState.PLANNED: ("calendar-dots", "neutral"),
    MeetingState.NOTICED: ("megaphone-simple", "accent"),
    MeetingState.IN_SESSION: ("broadcast", "accent"),
    MeetingState.HELD: ("check-circle", "yes"),
    MeetingState.CANCELLED: ("x-circle", "no"),
}


class MeetingsPage(Page):
    """Meetings in a table or a year; Enter opens one, Ctrl+N plans one, Ctrl+Shift+N a series.

    What is seldom wanted (series, calendar files, the year) is built when it is first asked for.
    """

    watches: ClassVar[frozenset[str]] = frozenset(
        {"meetings", "bodies", "agenda", "motions", "minutes", "council"}
    )
    scrolls: ClassVar[bool] = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.new = Button(self.tr("New meeting"), "plus", "primary", "Ctrl N")
        self.new.clicked.connect(self.open_form)
        self.new_series = Button(self.tr("New series"), "calendar-plus")
        self.new_series.clicked.connect(self.open_series)
        self.calendar = Button(self.tr("Calendar files"), "calendar-dots")
        self.calendar.clicked.connect(self.open_files)
        views = [("list", self.tr("List")), ("year", self.tr("Year"))]
        self.view = SegmentedSwitch(views, "list", self.tr("How to show meetings"))
        self.view.chosen.connect(self.show_view)
        self.series: SeriesForm | None = None
        self.importer: ImportCalendar | None = None
        self.files: CalendarFiles | None = None
        self.year: YearView | None = None
        self.one = OneMeeting(context)
        self.one.opened.connect(self._on_opened)
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
        self.body = combo([("", self.tr("Every body"))], name=self.tr("Body"))
        self.body.currentIndexChanged.connect(self._fill)
        self.filter = line_edit("", self.tr("Filter by number, kind, place"), self.tr("Filter"))
        self.filter.setMinimumWidth(120)
        self.filter.setMaximumWidth(260)
        self.body.setMaximumWidth(240)
        self.filter.textChanged.connect(self._on_filter)
        self._count = small("")
        self.table = self._make_table()
        self.table.opened.connect(self._on_opened)
        self.table.picked.connect(self._on_picked)
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
        tools = row(self.view, 8, self.tabs, GROW, self.body, self.filter, gap=12)
        self._tools = frame("canvas", tools)
        self._pages.setMinimumHeight(100)  # or the form would be squeezed in a low window
        buttons = row(self.calendar, self.new_series, self.new, gap=8)
        head = row(heading(self.tr("Meetings")), 12, self._count, GROW, buttons, gap=8)
        self._above = stack(gap=0)
        box = stack(
            head, self.form, self._above, self._tools, (self._pages, 1), self.one,
            gap=12, pad=(24, 16, 24, 16),
        )  # fmt: skip
        usual = QWidget()
        usual.setLayout(box)
        self._stack = QStackedWidget()
        self._stack.addWidget(usual)
        self.setLayout(stack(self._stack, gap=0))

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
        if more.get("view") in ("list", "year"):
            self.show_view(str(more["view"]))

    def refresh(self) -> None:
        """Read bodies and meetings anew."""
        if self.files is not None:
            self.files.refresh()
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
        if self.year is not None:
            self.year.set_meetings([m for m in everything if not wanted or m.body_uid == wanted])
        self._count.setText(self.tr("{count} in all").format(count=len(everything)))
        self._count.setVisible(bool(everything))
        self._tools.setVisible(bool(everything))
        self._show_pages(bool(everything))
        self._show_one({m.uid: m for m in everything})

    def _show_pages(self, filled: bool) -> None:
        year = self.view.value() == "year"
        place = 2 if filled and year else 0 if filled else 1
        self._pages.setCurrentIndex(place)
        self.tabs.setVisible(not year)
        self.filter.setVisible(not year)
        self.one.setVisible(filled and self._room())

    def _room(self) -> bool:
        """Tell whether no panel is open above the list: a low window has no room for both."""
        return self.form.isHidden() and (self.files is None or self.files.isHidden())

    def _show_one(self, found: dict[str, MeetingRow]) -> None:
        """Show what is chosen in the table or the year below it."""
        if self.view.value() == "year" and self.year is not None:
            self.one.show_meeting(self.year.current())
            return
        self.one.show_meeting(found.get(self.table.current_uid()))

    def _on_picked(self, uid: str) -> None:
        found = meetings.meetings_of(self.context.reader, {uid}) if uid else []
        self.one.show_meeting(found[0] if found else None)

    def show_view(self, value: str) -> None:
        """Show the meetings as a list or as a year."""
        self.view.set_value(value)
        if value == "year" and self.year is None:
            self._make_year()
        self._fill()
        shown = self.year if value == "year" else self.table
        if shown is not None:
            shown.setFocus()

    def _make_year(self) -> None:
        from council.ui.pages.series.year import YearView
        from council.ui.pages.series.year_head import YearPage

        self.year = YearView(self.context)
        self.year.picked.connect(self._on_picked)
        self.year.opened.connect(self._on_opened)
        chosen = meetings.meetings_of(self.context.reader, {self.table.current_uid()})
        if chosen:
            self.year.show_day(chosen[0].starts_local.date(), chosen[0].uid)
        self._pages.addWidget(scrolled(YearPage(self.context, self.year)))

    def _on_filter(self, words: str) -> None:
        self.table.set_filter(words)

    # ------------------------------------------------------------------------------- doing

    def open_form(self) -> None:
        """Open the form of a new meeting and go into it."""
        self._stack.setCurrentIndex(0)
        if self.files is not None:
            self.files.hide()
        self.form.refresh()
        self.form.show()
        self.one.hide()
        self.new.setEnabled(False)
        self.form.day.setFocus()
        self.form.day.selectAll()

    def open_series(self) -> None:
        """Plan a series in place of the list."""
        if self.series is None:
            from council.ui.pages.series.form import SeriesForm

            self.series = SeriesForm(self.context)
            self.series.done.connect(self.show_list)
            self.series.closed.connect(self.show_list)
            # In an area of its own: the widest page sets how narrow the window can be.
            self._series_area = scrolled(self.series)
            self._stack.addWidget(self._series_area)
        self._stack.setCurrentWidget(self._series_area)
        self.series.begin()

    def open_import(self) -> None:
        """Take in a calendar in place of the list."""
        if self.importer is None:
            from council.ui.pages.series.import_page import ImportCalendar

            self.importer = ImportCalendar(self.context)
            self.importer.done.connect(self.show_list)
            self.importer.closed.connect(self.show_list)
            self._import_area = scrolled(self.importer)
            self._stack.addWidget(self._import_area)
        self._stack.setCurrentWidget(self._import_area)
        self.importer.begin()

    def open_files(self) -> None:
        """Open or close the panel of calendar files above the list."""
        if self.files is None:
            from council.ui.pages.series.files import CalendarFiles

            self.files = CalendarFiles(self.context)
            self.files.hide()
            self.files.import_wanted.connect(self.open_import)
            self.files.closed.connect(self.open_files)
            self._above.addWidget(self.files)
        if not self.form.isHidden():
            self._on_form_closed()
        self.files.refresh()
        self.files.setVisible(self.files.isHidden())
        self.one.setVisible(self._room())

    def first(self) -> QWidget:
        """Put the keyboard on the list or the year, where arrows choose and Enter opens."""
        shown = self.year if self.view.value() == "year" else self.table
        return shown if shown is not None and shown.isVisibleTo(self) else self

    def show_list(self) -> None:
        """Come back to the list or the year."""
        self._stack.setCurrentIndex(0)
        self._fill()
        self.table.setFocus()

    def _on_form_closed(self) -> None:
        self.form.hide()
        self.one.show()
        self.new.setEnabled(True)
        self.table.setFocus()

    def _on_planned(self, uid: str) -> None:
        self.form.hide()
        self.one.show()
        self.new.setEnabled(True)
        if self.isVisible():  # whoever went elsewhere meanwhile is not called back
            self.context.navigate("meeting", uid, step="plan")

    def _on_opened(self, uid: str) -> None:
        self.context.navigate("meeting", uid)

    def commands(self) -> list[Command]:
        """Return what can be done here."""
        words = self.tr("Meetings")
        return [
            Command(self.tr("New meeting"), self.open_form, "plus", "Ctrl+N", words),
            Command(
                self.tr("New series"), self.open_series, "calendar-plus", "Ctrl+Shift+N", words
            ),
            Command(self.tr("Import a calendar"), self.open_import, "download-simple", "", words),
            Command(
                self.tr("Move this meeting"), self.one.begin_move, "calendar-dots", "F2", words
            ),
            Command(self.tr("Cancel this meeting"), self.one.begin_cancel, "calendar-x", "", words),
        ]

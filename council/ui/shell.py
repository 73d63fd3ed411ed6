"""The window around every page of an open council: rail, bars, and the pages behind each other."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QWidget

from council.services import council as council_service
from council.services import history
from council.ui import facts
from council.ui.actions import Command, KeySheet, add_actions
from council.ui.bars import Announcer, SessionStrip, StatusBar, TopBar
from council.ui.context import Context
from council.ui.kit import row, scrolled, stack
from council.ui.projector.remote import Remote
from council.ui.rail import PLACES, Rail, place_words
from council.ui.reminders import Reminder

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent

    from council.domain.messages import Message
    from council.services.desk import Desk
    from council.ui.feed import Feed
    from council.ui.host import OpenCouncil
    from council.ui.initials import InitialsBar
    from council.ui.page import Page
    from council.ui.palette import Palette
    from council.ui.settings import Settings

#: route: (module in council.ui.pages, class, the place in the rail it belongs to)
PAGES: Final[dict[str, tuple[str, str, str]]] = {
    "today": ("today", "TodayPage", "today"),
    "meetings": ("meetings", "MeetingsPage", "meetings"),
    "meeting": ("meeting", "MeetingPage", "meetings"),
    "members": ("members", "MembersPage", "members"),
    "person": ("person", "PersonPage", "members"),
    "decisions": ("decisions", "DecisionsPage", "decisions"),
    "actions": ("actions", "ActionsPage", "actions"),
    "publish": ("publish", "PublishPage", "publish"),
    "council": ("council", "CouncilPage", "council"),
}
CLOCK_MS = 20_000


def page_class(route: str) -> type[Page]:
    """Return the class of a route; its module is imported when it is first wanted."""
    module, name, _ = PAGES[route]
    found: type[Page] = getattr(import_module(f"council.ui.pages.{module}"), name)
    return found


class Shell(QWidget):
    """An open council.

    Signals: ``language_chosen(str)``, ``scheme_chosen(str)``: the owner saves the choice and builds
    a new shell; ``close_wanted()``: back to the start page.
    """

    language_chosen = Signal(str)
    scheme_chosen = Signal(str)
    close_wanted = Signal()

    def __init__(self, opened: OpenCouncil, settings: Settings, language: str) -> None:
        super().__init__()
        self.opened, self.settings = opened, settings
        info = council_service.get_council(opened.reader)
        if info is None:
            raise ValueError("a shell needs a council")
        opened.reader.language = language
        self.context = Context(
            dispatcher=opened.dispatcher,
            reader=opened.reader,
            council=info,
            language=language,
            navigate=self.navigate,
            announce=self.announce,
            settings=settings,
            open_pdf=self.open_pdf,
            dress=self.scheme_chosen.emit,
        )
        self.route, self.uid, self.more = "", "", dict[str, Any]()
        self.pages: dict[str, Page] = {}
        self._dirty: set[str] = set()
        self._page_actions: list[QAction] = []
        self._session_uid, self._strip_step = "", "meet"
        self.second = Remote(self.context, self, self._meeting_in_front)
        self._lay_out(info.name.show(language), language)
        self.commands = self._make_commands()
        add_actions(self, self.commands)
        self.feed: Feed | None = None
        opened.dispatcher.changed.connect(self._on_changed)
        opened.dispatcher.failed.connect(self._on_failed)
        opened.dispatcher.writing.connect(self.status.set_saving)
        self.reminder = Reminder(self.context, self)
        self.reminder.looked.connect(self._show_strip)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._refresh_bars)
        self._clock.start(CLOCK_MS)
        self._refresh_bars()
        QTimer.singleShot(0, self, self.second.restore)

    def _meeting_in_front(self) -> str:
        return self.uid if self.route == "meeting" else ""

    def _lay_out(self, name: str, language: str) -> None:
        self.rail = Rail()
        self.top = TopBar(name, language, self.second.mark)
        self.strip = SessionStrip()
        self.stack = QStackedWidget()
        self.status = StatusBar()
        self.announcer = Announcer(self)
        self.initials: InitialsBar | None = None
        self._right = stack(self.top, self.strip, (self.stack, 1), self.status, gap=0)
        self.setLayout(row(self.rail, (self._right, 1), gap=0))
        self.rail.chosen.connect(self.navigate)
        self.rail.keys_wanted.connect(self.show_keys)
        self.top.search.clicked.connect(self.open_palette)
        self.top.undo.clicked.connect(self.undo)
        self.top.redo.clicked.connect(self.redo)
        self.top.language.chosen.connect(self.language_chosen)
        self.strip.wanted.connect(self._on_strip)

    def ask_initials(self, on_asked: Callable[[], object]) -> None:
        """Ask whose steps these will be, in a line that waits as long as it likes."""
        from council.ui.initials import InitialsBar

        bar = InitialsBar(self.settings.actor)
        bar.kept.connect(self._on_initials)
        bar.closed.connect(on_asked)
        self.initials = bar
        self._right.insertWidget(1, bar)

    def asked(self) -> None:
        """Let the line go: the answer is known."""
        if self.initials is not None:
            self.initials.later.click()

    def _on_initials(self, initials: str) -> None:
        from council.ui.initials import keep_initials

        uid = self.context.council.uid
        keep_initials(self.settings, self.context.dispatcher, uid, initials)

    def _make_commands(self) -> list[Command]:
        pages, record, window = self.tr("Pages"), self.tr("Record"), self.tr("Window")
        words = place_words()
        made = [
            Command(words[route], self._goer(route), glyph, f"Alt+{number}", pages)
            for number, (route, glyph) in enumerate(PLACES.items(), start=1)
        ]
        return [
            *made,
            Command(self.tr("Search"), self.open_palette, "magnifying-glass", "Ctrl+K", window),
            Command(self.tr("Undo"), self.undo, "arrow-counter-clockwise", "Ctrl+Z", record),
            Command(self.tr("Redo"), self.redo, "arrow-clockwise", "Ctrl+Shift+Z", record),
            Command(
                self.tr("Next colour scheme"),
                self.next_scheme,
                "circle-half",
                "Ctrl+Shift+L",
                window,
            ),
            Command(self.tr("All keys"), self.show_keys, "keyboard", "Ctrl+/", window),
            *self.second.commands(),
            Command(
                self.tr("Close this council"), self.close_wanted.emit, "sign-out", "Ctrl+W", window
            ),
        ]

    def _goer(self, route: str) -> Any:
        def go() -> None:
            self.navigate(route)

        return go

    # ------------------------------------------------------------------------ going somewhere

    def navigate(self, route: str, uid: str = "", **more: Any) -> None:
        """Show the page of a route; it is built when first wanted."""
        if route not in PAGES:
            raise KeyError(route)
        if self.route in self.pages:
            self.pages[self.route].leave()
        page = self._page(route)
        self.route, self.uid, self.more = route, uid, more
        page.show_for(uid, **more)
        self._dirty.discard(route)
        page.refresh()
        fresh = page.focusWidget() is None
        self.stack.setCurrentWidget(self._holder(page))
        self._take_keyboard(page, fresh=fresh)
        self.rail.set_here(PAGES[route][2])
        self._take_page_keys(page)
        self.second.look_again()
        self.window().setWindowTitle(f"{page.title()} – {self.opened.path.name}")
        self._refresh_bars()

    def _take_keyboard(self, page: Page, *, fresh: bool) -> None:
        """Let the keyboard be on the page; Qt would put it on whatever button comes next."""
        here = self.focusWidget()
        if fresh or here is None or not page.isAncestorOf(here):
            page.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _page(self, route: str) -> Page:
        if route not in self.pages:
            page = page_class(route)(self.context)
            page.setAccessibleName(page.title())
            self.pages[route] = page
            self.stack.addWidget(scrolled(page) if page.scrolls else page)
        return self.pages[route]

    def _holder(self, page: Page) -> QWidget:
        for index in range(self.stack.count()):
            held = self.stack.widget(index)
            if held is page or (isinstance(held, QScrollArea) and held.widget() is page):
                return held
        return page

    def _take_page_keys(self, page: Page) -> None:
        for action in self._page_actions:
            self.removeAction(action)
            action.deleteLater()
        self._page_actions = add_actions(self, page.commands())

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802 - Qt's name
        """Let Shift+Tab come into a page at its end, where the page knows of one."""
        was, page = QApplication.focusWidget(), self.current_page()
        moved = super().focusNextPrevChild(onward)
        here = QApplication.focusWidget()
        if page is not None and here is not None and not onward and page.isAncestorOf(here):
            last = page.last()
            if last is not None and (was is None or not page.isAncestorOf(was)):
                last.setFocus(Qt.FocusReason.BacktabFocusReason)
        return moved

    def current_page(self) -> Page | None:
        """Return the page in front."""
        return self.pages.get(self.route)

    # ------------------------------------------------------------------------ what changed

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if "council" in kinds:
            info = council_service.get_council(self.context.reader)
            if info is not None:
                self.context.council = info
        for route, page in self.pages.items():
            if page.cares_for(kinds):
                if route == self.route:
                    page.follow(kinds)
                else:
                    self._dirty.add(route)
        self._refresh_bars()
        self._feed(kinds)
        self.second.on_record(kinds)

    def _feed(self, kinds: frozenset[str]) -> None:
        """Have the calendar file written, where one is kept; most councils keep none."""
        if self.feed is None and self.settings.extra.get("calendar_feeds"):
            from council.ui.feed import Feed

            self.feed = Feed(self.context)
        if self.feed is not None:
            self.feed.on_changed(kinds)

    def _on_failed(self, message: Message) -> None:
        self.announce(self.context.say(message), "no")

    def _refresh_bars(self) -> None:
        with self.context.reader.reading():
            self._show_bars(self.context.reader)

    def _show_bars(self, reader: Desk) -> None:
        undo, redo = history.can_undo(reader), history.can_redo(reader)
        self.top.undo.set_step(self.context.say(undo) if undo else "", shown=True)
        self.top.redo.set_step(self.context.say(redo) if redo else "", shown=False)
        self._show_strip()
        read_only = self.opened.read_only
        self.status.set_status(facts.status(self.context, self.opened.path, read_only=read_only))

    def _show_strip(self) -> None:
        """Show the meeting in session, else the last day of a deadline for posting."""
        self._session_uid, parts = facts.session_parts(self.context)
        self._strip_step = "meet"
        if parts:
            self.strip.set_parts(parts, inside=self.uid == self._session_uid)
            return
        self._strip_step = "notice"
        self._session_uid, parts = self.reminder.last_day()
        inside = self.uid == self._session_uid and self.more.get("step") == "notice"
        way = self.tr("Go to the notice")
        self.strip.set_parts(parts, inside=inside, glyph="clock-countdown", way=way)

    def _on_strip(self) -> None:
        self.navigate("meeting", self._session_uid, step=self._strip_step)

    # ------------------------------------------------------------------------ commands

    def undo(self) -> None:
        """Take back the last step."""
        self.context.dispatcher.run(history.undo, on_done=self._on_undone)

    def redo(self) -> None:
        """Do again what was taken back."""
        self.context.dispatcher.run(history.redo, on_done=self._on_redone)

    def _on_undone(self, message: Message) -> None:
        words = self.tr("Taken back: {step}").format(step=self.context.say(message))
        self.announce(words, "info")

    def _on_redone(self, message: Message) -> None:
        words = self.tr("Done again: {step}").format(step=self.context.say(message))
        self.announce(words, "info")

    def next_scheme(self) -> None:
        """Go from light to dark to high contrast and round again."""
        order = {"light": "dark", "dark": "high_contrast", "high_contrast": "light"}
        from council.ui import theme

        self.scheme_chosen.emit(order[theme.scheme()])

    def all_commands(self) -> list[Command]:
        """Return the window's commands and those of the page in front."""
        page = self.current_page()
        return [*(page.commands() if page else []), *self.commands]

    def show_keys(self) -> None:
        """Show all keys on one sheet."""
        # No shortcut: in fields it is a letter, and on the Thai keyboard its sign is elsewhere.
        by_name = Command(
            self.tr("A command by its name"), self.open_commands, "keyboard", "/",
            self.tr("Window"),
        )  # fmt: skip
        sheet = KeySheet([*self.all_commands(), by_name], self)
        sheet.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the slash that nobody else took: a command by name."""
        from council.ui.pages.meeting.meet.keys import is_slash

        if is_slash(event):
            self.open_commands()
        else:
            super().keyPressEvent(event)

    def open_commands(self) -> Palette:
        """Open the palette of commands."""
        return self.open_palette(only_commands=True)

    def open_palette(self, *, only_commands: bool = False) -> Palette:
        """Open the palette over the search field, or that of commands; return it."""
        from council.ui.palette import Palette

        palette = Palette(self.context, self.all_commands(), self, only_commands=only_commands)
        palette.went.connect(self._on_went)
        corner = self.mapToGlobal(self.rect().topLeft())
        left = corner.x() + (self.width() - palette.width()) // 2
        palette.move(left, corner.y() + 48)
        palette.show()
        return palette

    def _on_went(self, route: str, uid: str, more: object) -> None:
        options = more if isinstance(more, dict) else {}
        self.navigate(route, uid, **options)

    def announce(self, text: str, tone: str = "ok") -> None:
        """Say something short over the foot of the window."""
        self.announcer.say(text, tone)

    def open_pdf(self, data: bytes, suggested_name: str) -> None:
        """Keep a PDF beside the council file and offer to open, find or print it."""
        from council.ui.printing import PdfBar, keep_pdf

        path = self.opened.path
        chosen = self.settings.pdf_folder
        folder = Path(chosen) if chosen else path.parent / f"{path.stem} PDF"
        try:
            saved = keep_pdf(data, folder, suggested_name)
        except OSError as error:
            words = self.tr("The PDF could not be written to {folder}: {reason}")
            self.announce(words.format(folder=folder, reason=error.strerror), "no")
            return
        bar = PdfBar(saved)
        bar.closed.connect(self.announcer.clear)
        self.announcer.show_widget(bar)

    def let_go(self) -> None:
        """Stop looking at the file: the shell is about to be replaced."""
        self._clock.stop()
        self.second.let_go()
        self.reminder.close()
        if self.feed is not None:
            self.feed.stop()
        self.opened.dispatcher.changed.disconnect(self._on_changed)
        self.opened.dispatcher.failed.disconnect(self._on_failed)
        self.opened.dispatcher.writing.disconnect(self.status.set_saving)
        page = self.current_page()
        if page is not None:
            page.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep announcements in their place."""
        super().resizeEvent(event)
        self.announcer.place()

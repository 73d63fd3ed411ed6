"""The one window: the start page, a new council, or an open one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from council import catalogue
from council.domain.messages import CouncilError, Message
from council.services import council as council_service
from council.services import history
from council.ui import facts, theme
from council.ui.i18n import LANGUAGES, install_language, system_language
from council.ui.messages import Messenger, QtMessenger, council_pattern
from council.ui.shell import Shell

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from council.ui.host import Founding, Host, OpenCouncil
    from council.ui.settings import Settings

SMALLEST = (1024, 640)
FIRST_SIZE = (1440, 900)


class MainWindow(QMainWindow):
    """Shows the start page until a council is open; language and scheme rebuild it in place."""

    def __init__(
        self,
        host: Host,
        settings: Settings,
        messenger: Messenger | None = None,
        *,
        empty: bool = False,
    ) -> None:
        """Show the start page; ``empty`` when a file is opened at once, which then decides."""
        super().__init__()
        self.host, self.settings = host, settings
        self.messenger: Messenger = messenger or QtMessenger(self)
        self.opened: OpenCouncil | None = None
        self._asks = False
        self.language = settings.language if settings.language in LANGUAGES else system_language()
        self.setMinimumSize(*SMALLEST)
        self._dress()
        self._restore()
        if not empty:
            self.show_start()

    def _dress(self) -> None:
        install_language(self.language)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, self.settings.scheme)

    def _restore(self) -> None:
        self.resize(*FIRST_SIZE)
        if len(self.settings.window) == 4:
            kept = QRect(*self.settings.window)
            screen = self.screen().availableGeometry()
            if screen.intersects(kept):
                self.setGeometry(kept)

    # ------------------------------------------------------------------------ what is shown

    def _put(self, widget: QWidget) -> None:
        self._drop()
        self.setCentralWidget(widget)

    def _drop(self) -> None:
        """Let go of what is shown."""
        shell, old = self.shell(), self.takeCentralWidget()
        if shell is not None:
            shell.let_go()
        if old is not None:
            old.hide()
            old.deleteLater()

    def show_start(self) -> None:
        """Show the start page."""
        from council.ui.pages.start import StartPage

        page = StartPage(self.settings, self.language)
        page.open_wanted.connect(self.open_path)
        page.browse_wanted.connect(self.browse)
        page.new_wanted.connect(self.show_new)
        page.demo_wanted.connect(self.open_demo)
        page.language_chosen.connect(self.set_language)
        self.setWindowTitle(self.tr("Council"))
        self._put(page)

    def show_new(self) -> None:
        """Show the three pages of a new council."""
        from council.ui.pages.new_council import NewCouncilPage

        page = NewCouncilPage(self.settings, self.language, self.messenger)
        page.cancelled.connect(self.show_start)
        page.founded.connect(self._on_founded)
        self.setWindowTitle(self.tr("New council"))
        self._put(page)

    def shell(self) -> Shell | None:
        """Return the shell of the open council, if one is open."""
        central = self.centralWidget()
        return central if isinstance(central, Shell) else None

    def _show_shell(self, route: str, uid: str = "", more: dict[str, Any] | None = None) -> None:
        if self.opened is None:
            return
        shell = Shell(self.opened, self.settings, self.language)
        shell.language_chosen.connect(self.set_language)
        shell.scheme_chosen.connect(self.set_scheme)
        shell.close_wanted.connect(self.close_council)
        self._put(shell)
        if self._asks:
            shell.ask_initials(self._on_asked)
        shell.navigate(route, uid, **(more or {}))

    def _rebuild(self) -> None:
        """Build what is shown anew, at the same place."""
        self._dress()
        shell = self.shell()
        if shell is not None:
            self._show_shell(shell.route, shell.uid, shell.more)
        elif self.opened is None:
            self.show_start()

    def set_language(self, language: str) -> None:
        """Speak another language from now on."""
        self.language = self.settings.language = language
        self.settings.save()
        self._rebuild()

    def set_scheme(self, scheme: str) -> None:
        """Wear another colour scheme from now on."""
        self.settings.scheme = scheme
        self.settings.save()
        self._rebuild()

    # ------------------------------------------------------------------------ files

    def browse(self) -> None:
        """Ask for a council file and open it."""
        folder = Path(self.settings.recent[0].path).parent if self.settings.recent else Path.home()
        path = self.messenger.open_path(self.tr("Open a council"), folder, council_pattern())
        if path is not None:
            self.open_path(path)

    def reopen(self) -> bool:
        """Open the file that was open when the program was killed; tell whether there was one.

        Nobody asked for it, so nobody is told when another window has it by now.
        """
        path = Path(self.settings.open_now) if self.settings.open_now else None
        return path is not None and path.exists() and self.open_path(path, asked=False)

    def open_path(self, path: Path | str, *, read_only: bool = False, asked: bool = True) -> bool:
        """Open a council file and show it; return whether that was possible.

        One that was open when the program was killed opens where the meeting stands. ``asked``:
        a refusal is told.
        """
        path = Path(path)
        if self._is_open(path):
            self._show_shell("today")
            return True
        try:
            opened = self.host.open(path, read_only=read_only)
        except CouncilError as refusal:
            if asked:
                self._refuse(path, refusal.message)
            return False
        info = council_service.get_council(opened.reader)
        if info is None:
            opened.close()
            self._refuse(path, Message("error.no_council"))
            return False
        broken_off = self.settings.open_now == str(path.absolute())
        self._drop()
        self._let_go()
        self.opened = opened
        self.settings.open_now = "" if read_only else str(path.absolute())
        now = datetime.now().astimezone()
        self.settings.remember(path.absolute(), info.name.show(self.language), now)
        self._sign(opened, info.uid)
        sits = facts.meeting_in_session(opened.reader) if broken_off else None
        if sits is not None:
            self._show_shell("meeting", sits.uid, {"step": "meet"})
        else:
            self._show_shell("today")
        return True

    def _sign(self, opened: OpenCouncil, council: str) -> None:
        """Sign with the person's initials in this council; ask for them where none are known."""
        known = self.settings.initials.get(council)
        self._asks = known is None and not opened.read_only
        if known is not None:
            opened.dispatcher.jot(history.sign_as, known)

    def _on_asked(self) -> None:
        self._asks = False

    def _is_open(self, path: Path) -> bool:
        """Tell whether this window writes the file already: it would be refused its own lock."""
        if self.opened is None or self.opened.read_only:
            return False
        return path.exists() and path.samefile(self.opened.path)

    def _refuse(self, path: Path, message: Message) -> None:
        if self.centralWidget() is None:
            self.show_start()
        sentence = catalogue.say(message, self.language)
        can_read = message.code in ("error.file_locked", "error.file_read_only")
        choices = [self.tr("Open for reading only")] if can_read else []
        title = self.tr("This file cannot be opened")
        if self.messenger.refuse(title, sentence, choices) == 0 and can_read:
            self.open_path(path, read_only=True)

    def _on_founded(self, path: Path, founding: Founding) -> None:
        try:
            self.host.found(path, founding)
        except CouncilError as refusal:
            sentence = catalogue.say(refusal.message, self.language)
            self.messenger.refuse(self.tr("The council cannot be created here"), sentence)
            return
        if self.open_path(path) and self.settings.actor:  # they were asked for with the name
            self._founder_signs()

    def _founder_signs(self) -> None:
        shell = self.shell()
        if shell is not None:
            self.settings.sign(shell.context.council.uid, self.settings.actor)
            shell.asked()

    def open_demo(self) -> None:
        """Build the demo council and open it."""
        try:
            path = self.host.demo()
        except CouncilError as refusal:
            sentence = catalogue.say(refusal.message, self.language)
            self.messenger.refuse(self.tr("The demo cannot be built"), sentence)
            return
        self.open_path(path)

    def close_council(self) -> None:
        """Close the council and go back to the start page."""
        self.show_start()
        self._let_go()

    def _let_go(self) -> None:
        if self.opened is not None:
            self.opened.close()
            self.opened = None
            self.settings.open_now = ""
            self.settings.save()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place and let go of the file; there is nothing to save."""
        box = self.geometry()
        self.settings.window = [box.x(), box.y(), box.width(), box.height()]
        self._drop()
        self._let_go()
        self.settings.save()
        super().closeEvent(event)

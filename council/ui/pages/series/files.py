"""Calendar files of the council: save a copy, or keep one up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame

from council.services.members import bodies
from council.ui import feed
from council.ui.kit import GROW, Button, Elided, combo, group, row, small, stack

if TYPE_CHECKING:
    from council.ui.context import Context


class CalendarFiles(QFrame):
    """What goes out; signals: ``import_wanted()`` and ``closed()``."""

    import_wanted = Signal()
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self.body = combo([], name=self.tr("Whose meetings"), width=240)
        self.take_in = Button(self.tr("Import a calendar"), "download-simple")
        self.save = Button(self.tr("Save a copy…"), "upload-simple")
        self.keep = Button(self.tr("Keep a calendar file up to date…"), "arrows-clockwise")
        self.stop = Button(self.tr("Stop keeping it"), None, "plain")
        close = Button(self.tr("Close"), None, "plain", "Esc")
        self._where = Elided("", "small", "regular", "ink_2")
        self.take_in.clicked.connect(self.import_wanted)
        self.save.clicked.connect(self._on_save)
        self.keep.clicked.connect(self._on_keep)
        self.stop.clicked.connect(self._on_stop)
        close.clicked.connect(self.closed)
        note = small(
            self.tr(
                "Others can subscribe to a file in a shared folder. It tells days, places and what "
                "is cancelled, never what is on an agenda. It is written after every change."
            ),
            wrap=True,
        )
        head = group(self.tr("Calendar files"), close)
        first = row(self.take_in, 16, self.save, self.body, GROW, gap=8)
        second = row(self.keep, self.stop, (self._where, 1), gap=8)
        self.setLayout(stack(head, first, second, note, gap=10, pad=(20, 12, 20, 14)))

    def refresh(self) -> None:
        """Read the bodies and where the file is kept."""
        chosen = self.body.currentData() or ""
        self.body.clear()
        self.body.addItem(self.tr("Every body"), "")
        for one in bodies.list_bodies(self._context.reader):
            self.body.addItem(self._context.show(one.name), one.uid)
        self.body.setCurrentIndex(max(0, self.body.findData(chosen)))
        path = feed.feed_path(self._context)
        self._where.set_text(self.tr("Kept at {path}").format(path=path) if path else "")
        self.stop.setVisible(bool(path))

    def _ask_where(self, title: str) -> str:
        name = f"{self._context.council.name.show(self._context.language)}.ics"
        pattern = self.tr("Calendars (*.ics)")
        chosen, _ = QFileDialog.getSaveFileName(self, title, name.replace("/", "-"), pattern)
        if chosen and not Path(chosen).suffix:
            chosen += ".ics"
        return chosen

    def _on_save(self) -> None:
        chosen = self._ask_where(self.tr("Save the calendar"))
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write a copy there, off the GUI thread."""
        from council.services.schedule.calendar_export import write_calendar_file

        self._context.dispatcher.ask(
            write_calendar_file,
            path,
            body_uid=self.body.currentData() or None,
            language=self._context.language,
            on_done=self._on_saved,
        )

    def _on_saved(self, path: Path) -> None:
        words = self.tr("The calendar is saved: {file}")
        self._context.announce(words.format(file=path.name))

    def _on_keep(self) -> None:
        chosen = self._ask_where(self.tr("Keep the calendar here"))
        if chosen:
            self.keep_at(chosen)

    def keep_at(self, path: str) -> None:
        """Keep the calendar in a file from now on, and write it at once."""
        feed.keep_feed(self._context, path)
        self.refresh()
        from council.services.schedule.calendar_export import write_calendar_file

        self._context.dispatcher.ask(write_calendar_file, Path(path), on_done=self._on_saved)

    def _on_stop(self) -> None:
        feed.keep_feed(self._context, "")
        self.refresh()
        self._context.announce(self.tr("The file stays as it is and is not written any more."))

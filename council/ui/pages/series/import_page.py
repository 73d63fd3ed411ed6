"""Take in meetings from a calendar or a list: look at what was understood, then import."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from council.domain import calendars as dates
from council.services.members import bodies
from council.services.schedule import calendars
from council.services.schedule.calendars import LEFT_OUT, NEW_BODY, Fate, ImportPreview, ImportRow
from council.ui.kit import (
    GROW,
    Banner,
    Button,
    Column,
    Elided,
    Field,
    clear,
    combo,
    frame,
    heading,
    row,
    scrolled,
    small,
    stack,
)
from council.ui.once import run_once
from council.ui.pages.meeting.words import hhmm
from council.ui.pages.series.columns import ColumnChoice
from council.ui.pages.series.ticks import TickTable

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent

    from council.domain.messages import Message
    from council.services.schedule.calendars import Imported, ListColumn
    from council.ui.context import Context

MOST_BYTES = 20_000_000
_MOST_GROUPS = 60
_TONES = {
    Fate.PRESENT: ("check-circle", "yes"),
    Fate.CHANGED: ("arrows-clockwise", "accent"),
    Fate.ALIKE: ("warning", "warn"),
    Fate.REPEATED: ("copy-simple", "neutral"),
}


class ImportCalendar(QWidget):
    """The import on one page; nothing is written before *Import*.

    Signals: ``done()`` after it was imported, ``closed()``.
    """

    done = Signal()
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._raw = b""
        self._chosen: dict[str, str] = {}
        self._fields: tuple[str, ...] | None = None
        self._asked = 0
        self.preview: ImportPreview | None = None
        self.setAcceptDrops(True)
        self.file_button = Button(self.tr("Choose a file"), "folder-open")
        self.file_button.clicked.connect(self._on_choose)
        hint = self.tr("Calendar (.ics), or a list as CSV or JSON; or drop one here")
        self._file = Elided(hint, "small", "regular", "ink_3")
        self.columns_button = Button(self.tr("Columns"), "columns", "quiet")
        self.columns_button.setToolTip(self.tr("Say what each column of the list is"))
        self.columns_button.clicked.connect(self._on_columns)
        self.columns_button.hide()
        self.columns = ColumnChoice()
        self.columns.chosen.connect(self._on_fields)
        self.columns.hide()
        self.body = combo([], name=self.tr("Whose meetings"), width=280)
        self.body.activated.connect(self._on_body)
        self._told = stack(gap=6)
        self._groups = row(gap=12)
        holder = QWidget()
        holder.setLayout(self._groups)
        self._group_area = scrolled(holder, sideways=True)
        self._group_area.setFixedHeight(84)
        self._group_area.hide()
        self.group_boxes: list[QComboBox] = []
        self.table = self._make_table()
        self._sum = small(self.tr("Nothing is written before you say so."), "ink_2", wrap=True)
        self.apply_button = Button(self.tr("Import"), "check", "primary")
        self.apply_button.setEnabled(False)
        self.apply_button.clicked.connect(self.apply)
        self._lay_out()

    def _lay_out(self) -> None:
        back = Button(self.tr("Back"), "caret-left", "plain", "Esc")
        back.clicked.connect(self.closed)
        head = row(heading(self.tr("Import a calendar")), GROW, back)
        source = row(
            self.file_button, (self._file, 1), self.columns_button,
            Field(self.tr("Where the file does not say: meetings of"), self.body, width=280),
            gap=10,
        )  # fmt: skip
        card = frame("card", stack(self.table, gap=0, pad=(12, 4, 12, 4)))
        foot = row((self._sum, 1), self.apply_button, gap=16)
        self.setLayout(
            stack(
                head, source, self._told, self.columns, self._group_area, (card, 1), foot,
                gap=10, pad=(24, 14, 24, 14),
            )
        )  # fmt: skip

    def _make_table(self) -> TickTable:
        columns = [
            Column[ImportRow](
                self.tr("Day"), self._when, 210, weight="medium", key=lambda r: r.event.starts
            ),
            Column[ImportRow](self.tr("In the file"), lambda r: r.event.what, 0),
            Column[ImportRow](
                self.tr("Body"), self._body_word, 220, size="small", color="ink_2", spare=True
            ),
            Column[ImportRow](
                self.tr("Place"), lambda r: r.event.place, 170, size="small", color="ink_2",
                spare=True,
            ),
            Column[ImportRow](
                self.tr("Remarks"), self._remark, 330, size="small", tone=self._tone
            ),
        ]  # fmt: skip
        made = TickTable(columns, lambda r: str(r.place), self.tr("Preview of the calendar"))
        made.ticked.connect(self._show_sum)
        return made

    # ------------------------------------------------------------------------ words

    def _when(self, one: ImportRow) -> str:
        language = self._context.language
        day = dates.short_date(one.event.starts.date(), language)
        if one.event.untimed:
            return day
        return f"{day} {hhmm(one.event.starts, language)}"

    def _body_word(self, one: ImportRow) -> str:
        if one.body_uid == LEFT_OUT:
            return self.tr("left out")
        name = one.body_name.show(self._context.language)
        if one.body_uid == NEW_BODY:
            return self.tr("new: {name}").format(name=name)
        return name

    def _remark(self, one: ImportRow) -> str:
        return " · ".join(self._context.say(note) for note in one.notes)

    def _tone(self, one: ImportRow) -> tuple[str, str] | None:
        if one.event.cancelled and one.fate is Fate.NEW:
            return ("x-circle", "no")
        return _TONES.get(one.fate)

    # ------------------------------------------------------------------------ the source

    def begin(self) -> None:
        """Empty the page and offer the bodies."""
        self._raw, self._chosen, self._fields = b"", {}, None
        self.body.clear()
        for one in bodies.list_bodies(self._context.reader):
            self.body.addItem(self._context.show(one.name), one.uid)
        self._file.set_text(self.tr("Calendar (.ics), or a list as CSV or JSON; or drop one here"))
        self._take(None)
        self.file_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def load_file(self, path: Path) -> None:
        """Read a file; what cannot be read is said on the page."""
        clear(self._told)
        try:
            large = path.stat().st_size > MOST_BYTES
            data = b"" if large else path.read_bytes()
        except OSError as refused:
            words = self.tr("{file} could not be read: {reason}")
            self._say("no", words.format(file=path.name, reason=refused.strerror or refused))
            return
        if large:
            self._say("no", self.tr("{file} is too large for a calendar.").format(file=path.name))
            return
        self._file.set_text(path.name)
        self._raw, self._chosen, self._fields = data, {}, None
        self.columns.hide()
        self._ask()

    def _on_choose(self) -> None:
        title = self.tr("Choose a calendar or a list")
        pattern = self.tr("Calendars and lists (*.ics *.csv *.tsv *.json);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", pattern)
        if chosen:
            self.load_file(Path(chosen))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        self.load_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def _on_body(self) -> None:
        self._chosen = {}
        self._ask()

    def _on_columns(self) -> None:
        """Open what each column says, or close it."""
        self.columns.setVisible(not self.columns.isVisible())
        if self.columns.isVisible() and self.columns.boxes:
            self.columns.boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_fields(self) -> None:
        self._fields, self._chosen = self.columns.fields(), {}
        self._ask()

    def _ask(self) -> None:
        """Have the file read off the GUI thread; a late answer to an older question is dropped."""
        self._asked += 1
        number = self._asked
        if not self._raw:
            self._take(None)
            return

        def shown(found: ImportPreview) -> None:
            if number == self._asked:
                self._take(found)

        def refused(message: Message) -> None:
            if number == self._asked:
                self._take(None)
                self._say("no", self._context.say(message))

        self._context.dispatcher.ask(
            calendars.preview_import,
            self._raw,
            body_uid=self.body.currentData() or "",
            chosen=self._chosen,
            fields=self._fields,
            on_done=shown,
            on_error=refused,
        )

    # ------------------------------------------------------------------------ the preview

    def _say(self, tone: str, words: str) -> None:
        self._told.addWidget(Banner(words, tone))

    def _take(self, found: ImportPreview | None) -> None:
        self.preview = found
        clear(self._told)
        for note in found.notes if found else ():
            self._say("warn", self._context.say(note))
        self._show_columns(found.columns if found else ())
        self._show_groups()
        listed = found.rows if found else ()
        self.table.set_ticked_rows(
            listed,
            {str(one.place) for one in listed if one.wanted},
            {str(one.place) for one in listed if _can(one)},
        )
        self._show_sum()

    def _show_columns(self, columns: tuple[ListColumn, ...]) -> None:
        """Show the columns of a list; they open by themselves where no day was found."""
        self.columns_button.setVisible(bool(columns))
        self.columns.show_columns(columns)
        if not columns:
            self.columns.hide()
        elif self.preview is not None and not self.preview.rows:
            self.columns.show()

    def _show_groups(self) -> None:
        clear(self._groups)
        self.group_boxes = []
        groups = self.preview.groups if self.preview else ()
        self._group_area.setVisible(len(groups) > 1)
        known = [
            (one.uid, self._context.show(one.name))
            for one in bodies.list_bodies(self._context.reader)
        ]
        if len(groups) > 1:
            for one in groups[:_MOST_GROUPS]:
                choices = [
                    *known, (NEW_BODY, self.tr("a new body")), (LEFT_OUT, self.tr("leave out")),
                ]  # fmt: skip
                box = combo(choices, one.body_uid)
                box.setProperty("words", one.words)
                box.activated.connect(self._on_group)
                self.group_boxes.append(box)
                title = f"{one.words[:22] or '–'} ({one.count})"
                self._groups.addWidget(Field(title, box, width=260))
        self._groups.addStretch(1)

    def _on_group(self) -> None:
        self._chosen = {str(box.property("words")): box.currentData() for box in self.group_boxes}
        self._ask()

    def _show_sum(self) -> None:
        found = self.preview
        count = len(self.table.ticks())
        self.apply_button.setEnabled(count > 0)
        self.apply_button.set_text(self.tr("Import {count}").format(count=count))
        if found is None:
            self._sum.setText(self.tr("Nothing is written before you say so."))
            return
        parts = [self.tr("{count} in the file").format(count=len(found.rows))]
        if found.cancelled:
            parts.append(self.tr("{count} cancelled").format(count=found.cancelled))
        for fate, words in (
            (Fate.PRESENT, self.tr("{count} already here")),
            (Fate.CHANGED, self.tr("{count} changed")),
            (Fate.ALIKE, self.tr("{count} probably here")),
            (Fate.REPEATED, self.tr("{count} said twice")),
        ):
            if found.count(fate):
                parts.append(words.format(count=found.count(fate)))
        self._sum.setText(" · ".join(parts))

    # ------------------------------------------------------------------------ bringing in

    def apply(self) -> None:
        """Bring the ticked rows in, in one step that Ctrl+Z takes back."""
        if self.preview is None:
            return
        ticks = self.table.ticks()
        wanted = [replace(one, wanted=True) for one in self.preview.rows if str(one.place) in ticks]
        run_once(
            self,
            self._context.dispatcher,
            calendars.apply_rows,
            wanted,
            on_done=self._on_applied,
            on_error=self._on_refused,
        )

    def _on_applied(self, value: Imported) -> None:
        words = self.tr("{made} meetings are in, {changed} changed. Ctrl+Z takes all of it back.")
        self._context.announce(words.format(made=len(value.made), changed=len(value.changed)))
        self.done.emit()

    def _on_refused(self, message: Message) -> None:
        self._say("no", self._context.say(message))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


def _can(one: ImportRow) -> bool:
    return one.fate not in (Fate.PRESENT, Fate.REPEATED) and one.body_uid != LEFT_OUT

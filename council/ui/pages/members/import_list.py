"""Import a list: paste names or choose a CSV file, look at what was understood, apply it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from council.domain import calendars
from council.services.members import bodies, rosters
from council.services.members.rosters import ColumnKind, RosterPreview, RosterRow
from council.ui.kit import (
    GROW,
    Banner,
    Button,
    Column,
    DataTable,
    Field,
    check,
    clear,
    combo,
    frame,
    heading,
    label,
    row,
    scrolled,
    small,
    stack,
    text_edit,
)
from council.ui.pages.members.words import full_name, role_word

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent

    from council.domain.messages import Message
    from council.ui.context import Context

WAIT_MS = 250
MOST_BYTES = 4_000_000


class ImportList(QWidget):
    """The whole import on one page; nothing is written before *Import*.

    Signals: ``done()`` after it was imported, ``cancelled()``.
    """

    done = Signal()
    cancelled = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._source: bytes | str = ""
        self._kinds: list[ColumnKind] | None = None
        self._asked = 0
        self.preview: RosterPreview | None = None
        self.rows: list[RosterRow] = []
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self._on_typed)
        self.setAcceptDrops(True)
        self._build_source()
        self._build_table()
        self._build_foot()
        cancel = Button(self.tr("Back"), "caret-left")
        cancel.clicked.connect(self.cancelled)
        head = row(heading(self.tr("Import a list")), GROW, cancel)
        self._findings = stack(gap=6)
        columns = scrolled(self._columns_box, sideways=True)
        columns.setFixedHeight(84)
        self._columns_area = columns
        self._columns_area.hide()
        card = frame("card", stack(self.table, gap=0, pad=(12, 4, 12, 4)))
        self._card = card
        content = stack(
            head,
            self._source_box,
            self._findings,
            columns,
            (card, 1),
            self._detail,
            self._foot,
            gap=10,
            pad=(24, 12, 24, 12),
        )
        self.setLayout(content)
        self._show_rows()

    # ------------------------------------------------------------------------ parts

    def _build_source(self) -> None:
        self.text = text_edit(
            "",
            self.tr("Paste names here, one a line: from a letter, a web page or a spreadsheet"),
            self.tr("List to import"),
            4,
        )
        self.text.textChanged.connect(self._wait.start)
        self.file_button = Button(self.tr("Choose a file"), "folder-open")
        self.file_button.clicked.connect(self._on_choose)
        self._file = small(self.tr("CSV, or drop one here"), "ink_3")
        self.body_box = combo([], name=self.tr("Into"), width=280)
        self.body_box.activated.connect(self._on_body)
        right = stack(
            Field(self.tr("Into"), self.body_box, width=280),
            row(self.file_button, self._file, GROW, gap=10),
            GROW,
            gap=8,
        )
        holder = QWidget()
        holder.setLayout(row((self.text, 1), right, gap=16))
        self._source_box = holder

    def _build_table(self) -> None:
        self._columns_box = QWidget()
        self._columns_row = row(gap=12)
        self._columns_box.setLayout(self._columns_row)
        self.column_boxes: list[QComboBox] = []
        columns = [
            Column[RosterRow]("", self._mark_word, 44, size="small", tone=self._mark),
            Column[RosterRow](self.tr("Line"), lambda r: str(r.line), 52, color="ink_3",
                              size="small", right=True, key=lambda r: r.line),
            Column[RosterRow](self.tr("Understood as"), self._name, 240, weight="medium"),
            Column[RosterRow](self.tr("Seat"), lambda r: r.seat, 120, size="small"),
            Column[RosterRow](self.tr("Office"), self._office, 120, size="small"),
            Column[RosterRow](self.tr("From, to"), self._days, 190, size="small", color="ink_2"),
            Column[RosterRow](self.tr("What it does, what is odd"), self._remark, 0, size="small",
                              tone=self._remark_tone),
        ]  # fmt: skip
        self.table = DataTable(columns, lambda r: str(r.line), self.tr("Preview of the list"))
        self.table.picked.connect(self._on_picked)
        self.table.opened.connect(self._on_toggled)

    def _build_foot(self) -> None:
        self.take = check(self.tr("Import this row"))
        self.take.toggled.connect(self._on_take)
        self.same = combo([], name=self.tr("Who this is"), width=320)
        self.same.activated.connect(self._on_same)
        self._cells = small("", "ink_3", wrap=True)
        holder = frame("well", stack(
            row(self.take, 16, label(self.tr("This is")), self.same, GROW, gap=8),
            self._cells, gap=4, pad=(14, 8, 14, 8),
        ))  # fmt: skip
        self._detail = holder
        self._summary = small("", "ink_2", wrap=True)
        self.apply_button = Button(self.tr("Import"), "check", "primary", "Ctrl Enter")
        self.apply_button.clicked.connect(self.apply)
        foot = QWidget()
        foot.setLayout(row((self._summary, 1), self.apply_button, gap=16))
        self._foot = foot

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring the list in with Ctrl+Enter, once it is seen what was understood."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.apply_button.click()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------------ words of a row

    def _name(self, one: RosterRow) -> str:
        if one.vacant:
            return self.tr("Vacant seat")
        return full_name(self._context, one.name, one.honorific)

    def _office(self, one: RosterRow) -> str:
        return "" if one.vacant else role_word(self._context, one.role)

    def _days(self, one: RosterRow) -> str:
        language = self._context.language
        days = [calendars.short_date(day, language) for day in (one.start_on, one.end_on) if day]
        return " – ".join(days)

    def _mark_word(self, one: RosterRow) -> str:
        return "" if one.wanted else "–"

    def _mark(self, one: RosterRow) -> tuple[str, str] | None:
        return ("check-square", "accent") if one.wanted else None

    def _remark(self, one: RosterRow) -> str:
        context = self._context
        said = []
        if one.merge_uid and one.merge_uid == one.known_uid:
            said.append(self.tr("is on file"))
        elif one.merge_uid:
            said.append(self.tr("merged with {name}").format(name=self._same_name(one)))
        elif one.alike:
            name = context.show(one.alike[0][1])
            said.append(self.tr("perhaps the same as {name}").format(name=name))
        if one.replaces:
            name = context.show(one.replaces)
            said.append(self.tr("{name} leaves this seat").format(name=name))
        said += [context.say(finding.message) for finding in one.findings]
        return " · ".join(said)

    def _same_name(self, one: RosterRow) -> str:
        return next((self._context.show(n) for uid, n in one.alike if uid == one.merge_uid), "")

    def _remark_tone(self, one: RosterRow) -> tuple[str, str] | None:
        open_question = one.alike and not one.merge_uid
        if one.findings or open_question or one.replaces:
            return ("warning", "warn")
        return ("check-circle", "yes") if one.merge_uid else None

    # ------------------------------------------------------------------------ the source

    def begin(self, body_uid: str) -> None:
        """Empty the page and offer the bodies."""
        self.body_box.clear()
        for body in bodies.list_bodies(self._context.reader):
            self.body_box.addItem(self._context.show(body.name), body.uid)
        self.body_box.setCurrentIndex(max(0, self.body_box.findData(body_uid)))
        self.text.clear()
        self._wait.stop()
        self._file.setText(self.tr("CSV, or drop one here"))
        self._take_source("")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def load_file(self, path: Path) -> None:
        """Read a CSV file; what cannot be read is said on the page."""
        try:
            large = path.stat().st_size > MOST_BYTES
            data = b"" if large else path.read_bytes()
        except OSError as refused:
            words = self.tr("{file} could not be read: {reason}")
            self._say("no", words.format(file=path.name, reason=refused.strerror or refused))
            return
        if large:
            words = self.tr("{file} is too large for a list of people.")
            self._say("no", words.format(file=path.name))
            return
        self._file.setText(path.name)
        self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(False)
        self._take_source(data)

    def _take_source(self, source: bytes | str) -> None:
        self._source, self._kinds = source, None
        self._ask()

    def _ask(self) -> None:
        """Have the list read off the GUI thread; a late answer to an older question is dropped."""
        self._asked += 1
        body = self.body_box.currentData()
        blank = not self._source.strip()
        if blank or not body:
            self._take_preview(None)
            return
        number = self._asked
        self._context.dispatcher.ask(
            rosters.preview_roster,
            body,
            self._source,
            self._kinds,
            on_done=lambda value: self._on_preview(number, value),
            on_error=lambda message: self._on_refused(number, message),
        )

    def _on_typed(self) -> None:
        self._wait.stop()  # the headings' choices are made anew only once
        text = self.text.toPlainText()
        if text.strip() or isinstance(self._source, str):
            self._take_source(text)

    def _on_choose(self) -> None:
        title, pattern = (
            self.tr("Choose a list"),
            self.tr("Lists (*.csv *.tsv *.txt);;All files (*)"),
        )
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", pattern)
        if chosen:
            self.load_file(Path(chosen))

    def _on_body(self) -> None:
        self._ask()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        self.load_file(Path(event.mimeData().urls()[0].toLocalFile()))

    # ------------------------------------------------------------------------ the preview

    def _on_preview(self, number: int, preview: RosterPreview) -> None:
        if number == self._asked:
            self._take_preview(preview)

    def _on_refused(self, number: int, message: Message) -> None:
        if number == self._asked:
            self._take_preview(None)
            self._say("no", self._context.say(message))

    def _take_preview(self, preview: RosterPreview | None) -> None:
        self.preview = preview
        self.rows = list(preview.rows) if preview else []
        clear(self._findings)
        for finding in preview.findings if preview else ():
            self._say("neutral", self._context.say(finding.message))
        self._show_columns()
        self._show_rows()
        if self.rows:
            self.table.pick(str(self.rows[0].line))

    def _say(self, tone: str, words: str) -> None:
        self._findings.addWidget(Banner(words, tone))

    def _show_columns(self) -> None:
        clear(self._columns_row)
        self.column_boxes = []
        table = self.preview.table if self.preview else None
        many = table is not None and len(table.kinds) > 1
        self._columns_area.setVisible(many)
        if table is None or not many:
            return
        words = _kind_words()
        for i, kind in enumerate(table.kinds):
            first = table.rows[0][1][i] if table.rows else ""
            head = table.headings[i] or first or str(i + 1)
            box = combo([(k.value, word) for k, word in words.items()], kind.value)
            box.activated.connect(self._on_column)
            self.column_boxes.append(box)
            self._columns_row.addWidget(Field(head[:24], box, width=180))
        self._columns_row.addStretch(1)

    def _on_column(self) -> None:
        self._kinds = [ColumnKind(box.currentData()) for box in self.column_boxes]
        self._ask()

    def _show_rows(self) -> None:
        self.table.set_rows(self.rows)
        self._detail.setVisible(bool(self.rows))
        people = sum(one.wanted and not one.vacant for one in self.rows)
        vacant = sum(one.wanted and one.vacant for one in self.rows)
        parts = []
        if self.rows:
            parts.append(self.tr("{count} people").format(count=people))
        if vacant:
            parts.append(self.tr("{count} vacant seats").format(count=vacant))
        fresh = sum(one.wanted and not one.vacant and not one.merge_uid for one in self.rows)
        if self.rows:
            parts.append(self.tr("{count} of them new").format(count=fresh))
        left = self.preview.left if self.preview and self.rows else ()
        if left:
            names = ", ".join(self._context.show(name) for name in left[:6])
            words = self.tr("not in the list, and staying: {names}")
            parts.append(words.format(names=names + (" …" if len(left) > 6 else "")))
        self._summary.setText(" · ".join(parts) or self.tr("Nothing is written before you say so."))
        self.apply_button.set_text(self.tr("Import {count}").format(count=people + vacant))
        self.apply_button.setEnabled(people + vacant > 0)

    def _current(self) -> int:
        uid = self.table.current_uid()
        return next((i for i, one in enumerate(self.rows) if str(one.line) == uid), -1)

    def _on_picked(self, _: str) -> None:
        at = self._current()
        if at < 0:
            return
        one = self.rows[at]
        self.take.blockSignals(True)
        self.take.setChecked(one.wanted)
        self.take.blockSignals(False)
        self.same.clear()
        self.same.addItem(self.tr("somebody new"), "")
        if one.known_uid:
            self.same.addItem(self.tr("the person on file of this name"), one.known_uid)
        for uid, name in one.alike:
            words = self.tr("the same as {name}").format(name=self._context.show(name))
            self.same.addItem(words, uid)
        self.same.setCurrentIndex(max(0, self.same.findData(one.merge_uid or "")))
        self.same.setEnabled(not one.vacant and self.same.count() > 1)
        typed = " | ".join(cell for cell in one.cells if cell)
        self._cells.setText(self.tr("As typed: {cells}").format(cells=typed))

    def _on_toggled(self, _: str) -> None:
        self.take.toggle()

    def _on_take(self, on: bool) -> None:
        self._change(wanted=on)

    def _on_same(self) -> None:
        self._change(merge_uid=self.same.currentData() or None)

    def _change(self, **values: object) -> None:
        at = self._current()
        if at >= 0:
            self.rows[at] = replace(self.rows[at], **values)  # type: ignore[arg-type]
            self._show_rows()

    # ------------------------------------------------------------------------ bringing in

    def apply(self) -> None:
        """Bring the ticked rows in, in one step that Ctrl+Z takes back."""
        self._context.dispatcher.run(
            rosters.apply_roster,
            self.body_box.currentData(),
            tuple(self.rows),
            on_done=self._on_applied,
            on_error=self._on_apply_refused,
        )

    def _on_applied(self, uids: list[str]) -> None:
        words = self.tr("{count} people are in. Ctrl+Z takes the whole list back.")
        self._context.announce(words.format(count=len(uids)))
        self.done.emit()

    def _on_apply_refused(self, message: Message) -> None:
        self._say("no", self._context.say(message))


def _kind_words() -> dict[ColumnKind, str]:
    return {
        ColumnKind.IGNORE: QCoreApplication.translate("ImportList", "left out"),
        ColumnKind.NAME: QCoreApplication.translate("ImportList", "name"),
        ColumnKind.FIRST: QCoreApplication.translate("ImportList", "first name"),
        ColumnKind.LAST: QCoreApplication.translate("ImportList", "last name"),
        ColumnKind.HONORIFIC: QCoreApplication.translate("ImportList", "title"),
        ColumnKind.OFFICE: QCoreApplication.translate("ImportList", "office"),
        ColumnKind.SEAT: QCoreApplication.translate("ImportList", "seat"),
        ColumnKind.CLASS: QCoreApplication.translate("ImportList", "class of seat"),
        ColumnKind.START: QCoreApplication.translate("ImportList", "first day"),
        ColumnKind.END: QCoreApplication.translate("ImportList", "last day"),
        ColumnKind.EMAIL: QCoreApplication.translate("ImportList", "e-mail"),
        ColumnKind.PHONE: QCoreApplication.translate("ImportList", "telephone"),
        ColumnKind.ADDRESS: QCoreApplication.translate("ImportList", "address"),
        ColumnKind.NOTE: QCoreApplication.translate("ImportList", "note"),
        ColumnKind.VACANT: QCoreApplication.translate("ImportList", "vacant, yes or no"),
        ColumnKind.CHAIR: QCoreApplication.translate("ImportList", "chair, yes or no"),
    }

"""Templates: put one on the agenda, keep this agenda as one, change what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from council.domain.text import Text
from council.domain.vocabulary import ItemKind, MeetingKind
from council.services import meetings
from council.services.planning import agenda_templates
from council.ui.kit import (
    GROW,
    Brush,
    Button,
    Field,
    ListModel,
    check,
    combo,
    line_edit,
    row,
    small,
    stack,
)
from council.ui.pages.meeting.panel import Panel
from council.ui.pages.meeting.templates_lines import LinesView, flatten, nest
from council.ui.pages.meeting.words import minutes_words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPainter

    from council.domain.messages import Message
    from council.services.planning.agenda_templates import TemplateLine, TemplateRow
    from council.ui.context import Context
    from council.ui.pages.meeting.templates_lines import Flat

Index = QModelIndex | QPersistentModelIndex
_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
_ROW: Final = 50
_LIST_W: Final = 186


class _Model(ListModel["TemplateRow"]):
    """The council's templates."""

    def __init__(self, panel: TemplatesPanel) -> None:
        super().__init__(panel)
        self._panel = panel

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name, a sentence for screen readers, or the template itself."""
        one = self.at(index)
        if one is None:
            return None
        name = one.name.show(self._panel.context.language)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}, {self._panel.facts(one)}"
        return one if role == _ROLE else None


class _Delegate(QStyledItemDelegate):
    """Paints a template: name, and below for what it is and how long."""

    def __init__(self, view: QListView, panel: TemplatesPanel) -> None:
        super().__init__(view)
        self._panel = panel

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for two lines."""
        return QSize(100, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            line, wide = ("focus", 2) if focused else ("accent_line", 1)
            Brush.plate(painter, box.adjusted(1, 1, -1, -1), "accent_soft", line, 6, wide)
        else:
            y = box.bottom() - 0.5
            Brush.rule(painter, 8, y, box.right() - 8, y)
        room = box.width() - 20
        name = QRectF(10, box.y() + 3, room, 24)
        Brush.write(painter, name, str(index.data()), "body", "medium")
        below = QRectF(10, box.y() + 25, room, 22)
        words = self._panel.facts(index.data(_ROLE))
        Brush.write(painter, below, words, "small", "regular", "ink_2")
        painter.restore()


class TemplatesPanel(Panel):
    """The council's templates beside what the chosen one holds.

    Signals: ``used(str)`` the uid of the template whose items are wanted.
    """

    used = Signal(str)

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, self.tr("Templates"))
        self.meeting_uid = meeting_uid
        self._filling = False
        languages = context.council.languages
        shown = context.language if context.language in languages else languages[0]
        self._language = shown
        self.model = _Model(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(self.list, self))
        self.list.setAccessibleName(self.tr("Templates"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedWidth(_LIST_W)
        self.list.selectionModel().currentChanged.connect(self._on_picked)
        self.lines = LinesView(shown, self._kind_word)
        self.lines.changed.connect(self._on_lines)
        self.lines.picked.connect(self._show_line)
        self._note = small("", "ink_2", wrap=True)
        self._make_fields()
        self._make_buttons()
        self._lay_out()

    # ---------------------------------------------------------------------- building

    def _make_fields(self) -> None:
        meeting_kinds = [("", self.tr("Every meeting"))]
        meeting_kinds += [(k.value, self.context.word(f"meeting_kind.{k}")) for k in MeetingKind]
        self.name = line_edit()
        self.name.editingFinished.connect(self._on_name)
        self.meeting_kind = combo(meeting_kinds, name=self.tr("For which meetings"))
        self.meeting_kind.activated.connect(self._on_meeting_kind)
        item_kinds = [(k.value, self.context.word(f"item_kind.{k}")) for k in ItemKind]
        self.kind = combo(item_kinds, name=self.tr("Kind"))
        self.kind.activated.connect(self._on_kind)
        self.minutes = line_edit("", "–", self.tr("Length in minutes"), 68)
        self.minutes.editingFinished.connect(self._on_minutes)
        self.new_name = line_edit("", self.tr("Name of the new template"), self.tr("Name"))
        self.take_enter(self.new_name, self.keep_agenda)
        self.new_kind = combo(meeting_kinds, name=self.tr("For which meetings"))
        self.heads_only = check(self.tr("Only the top level"))

    def _tool(self, glyph: str, name: str) -> Button:
        return Button("", glyph, "plain", h=32, name=name)

    def _make_buttons(self) -> None:
        self.use = Button(self.tr("Put on the agenda"), "plus", "primary", "Enter")
        self.change = Button(self.tr("Change"), "pencil-simple")
        self.remove = Button(self.tr("Remove"), "trash", "plain")
        self.done = Button(self.tr("Done"), "check")
        self.keep = Button(self.tr("Keep as a template"), "floppy-disk")
        self.add_line = self._tool("plus", self.tr("Add an item below"))
        self.up = self._tool("arrow-up", self.tr("Move up (Alt+Up)"))
        self.down = self._tool("arrow-down", self.tr("Move down (Alt+Down)"))
        self.deeper = self._tool("text-indent", self.tr("One level deeper (Alt+Right)"))
        self.higher = self._tool("text-outdent", self.tr("One level up (Alt+Left)"))
        self.drop = self._tool("x", self.tr("Remove the item (Delete)"))
        self.use.clicked.connect(self.submit)
        self.change.clicked.connect(lambda: self.edit_template(on=True))
        self.done.clicked.connect(lambda: self.edit_template(on=False))
        self.remove.clicked.connect(self._on_remove)
        self.keep.clicked.connect(self.keep_agenda)
        self.add_line.clicked.connect(lambda: self.lines.add(self.tr("New item")))
        self.up.clicked.connect(lambda: self.lines.shift(-1))
        self.down.clicked.connect(lambda: self.lines.shift(1))
        self.deeper.clicked.connect(lambda: self.lines.indent(1))
        self.higher.clicked.connect(lambda: self.lines.indent(-1))
        self.drop.clicked.connect(self.lines.remove)

    def _lay_out(self) -> None:
        head = row(
            (Field(self.tr("Name"), self.name), 3),
            (Field(self.tr("For which meetings"), self.meeting_kind), 2),
        )
        tools = (self.add_line, self.up, self.down, self.higher, self.deeper, self.drop)
        self._editing = QWidget()
        self._editing.setLayout(head)
        self._line_tools = QWidget()
        self._line_tools.setLayout(row((self.kind, 1), self.minutes, gap=8))
        right = stack(self._editing, self._note, (self.lines, 1), self._line_tools, gap=6)
        self._feet = QStackedWidget()
        for buttons in ((self.use, self.change, self.remove), (self.done, GROW, *tools)):
            foot = QWidget()
            foot.setLayout(row(*buttons, GROW, gap=6))
            self._feet.addWidget(foot)
        self._feet.setFixedHeight(48)
        kept = row((self.new_name, 3), (self.new_kind, 2), self.keep, gap=8)
        self._keep_box = QWidget()
        self._keep_box.setLayout(
            stack(
                row(small(self.tr("Keep this agenda as a template"), "ink_2", "medium"), GROW,
                    self.heads_only),
                kept,
                gap=4,
            )
        )  # fmt: skip
        self.lay((row(self.list, (right, 1), gap=12), 1), self._feet, self._keep_box, least=370)
        self.edit_template(on=False)

    def _kind_word(self, line: TemplateLine) -> str:
        if line.kind == ItemKind.HEADING:
            return ""
        return self.context.word(f"item_kind.{line.kind}")

    # ---------------------------------------------------------------------- showing

    def facts(self, one: TemplateRow) -> str:
        """Return for which meetings a template is, and how long its items take."""
        kind = self.tr("every meeting")
        if one.meeting_kind is not None:
            kind = self.context.word(f"meeting_kind.{one.meeting_kind}")
        total = sum(_minutes(line) for line in one.lines)
        return " · ".join(part for part in (kind, minutes_words(total) if total else "") if part)

    def begin(self) -> None:
        """Show the templates that fit this meeting first and take the keyboard."""
        self.edit_template(on=False)
        self.refresh()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the templates anew."""
        desk = self.context.reader
        kind = meetings.get_meeting(desk, self.meeting_uid).kind
        fitting = agenda_templates.list_templates(desk, kind)
        rest = [one for one in agenda_templates.list_templates(desk) if one not in fitting]
        before = self.current()
        self.model.set_rows([*fitting, *rest])
        self._pick(before.uid if before else "", before.origin if before else "")
        self._keep_box.setVisible(self._feet.currentIndex() == 0 and self._agenda_has_items())

    def _agenda_has_items(self) -> bool:
        from council.services.planning import agenda

        return bool(agenda.list_items(self.context.reader, self.meeting_uid))

    def _pick(self, uid: str, origin: str = "") -> None:
        """Choose a template, or the council's own copy of it."""
        rows = self.model.rows
        same = (i for i, one in enumerate(rows) if uid and uid in (one.uid, one.origin))
        like = (i for i, one in enumerate(rows) if origin and origin in (one.uid, one.origin))
        place = next(same, next(like, 0))
        if rows:
            self.list.setCurrentIndex(self.model.index(place))
        self._show()

    def current(self) -> TemplateRow | None:
        """Return the template that is chosen."""
        found: TemplateRow | None = self.list.currentIndex().data(_ROLE)
        return found

    def _on_picked(self) -> None:
        self._show()

    def _show(self) -> None:
        one = self.current()
        if one is None:
            return
        self._filling = True
        self.name.setText(one.name.get(self._language) or one.name.show(self._language))
        self.meeting_kind.setCurrentIndex(
            max(0, self.meeting_kind.findData(str(one.meeting_kind or "")))
        )
        self.lines.show_lines(one.lines)
        count = len(flatten(one.lines))
        words = self.tr("1 item") if count == 1 else self.tr("{count} items").format(count=count)
        from_us = self.tr("comes with the program; changing it makes your own copy")
        self._note.setText(f"{words} · {from_us}" if one.builtin else words)
        self.remove.setEnabled(not one.builtin)
        self._show_line(self.lines.place())
        self._filling = False

    def _show_line(self, place: int) -> None:
        flat = self.lines.lines.flat
        if 0 <= place < len(flat):
            line = flat[place].line
            self.kind.setCurrentIndex(max(0, self.kind.findData(str(line.kind))))
            self.minutes.setText("" if line.minutes is None else str(line.minutes))

    # ---------------------------------------------------------------------- doing

    def submit(self) -> None:
        """Ask for the chosen template's items."""
        one = self.current()
        if one is not None:
            self.used.emit(one.uid)

    def edit_template(self, *, on: bool) -> None:
        """Open the chosen template for changes, or end that; each change is kept at once."""
        self._editing.setVisible(on)
        self._line_tools.setVisible(on)
        self.lines.set_editable(on=on)
        self._feet.setCurrentIndex(1 if on else 0)
        self._keep_box.setVisible(not on and self._agenda_has_items())
        (self.lines if on else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, **fields: Any) -> None:
        one = self.current()
        if one is None or self._filling:
            return
        self.context.dispatcher.run(
            agenda_templates.change_template,
            one.uid,
            on_done=self._pick,
            on_error=self._on_refused,
            **fields,
        )

    def _on_refused(self, message: Message) -> None:
        self.context.announce(self.context.say(message), "no")
        self._show()

    def _on_name(self) -> None:
        one, words = self.current(), self.name.text().strip()
        if one is not None and words and words != one.name.show(self._language):
            self._change(name=one.name.put(self._language, words))

    def _on_meeting_kind(self) -> None:
        self._change(meeting_kind=self.meeting_kind.currentData() or None)

    def _on_lines(self, flat: list[Flat]) -> None:
        self._change(lines=nest(flat))

    def _on_kind(self) -> None:
        if self.lines.place() >= 0:
            self.lines.change(self.lines.place(), kind=ItemKind(self.kind.currentData()))

    def _on_minutes(self) -> None:
        typed = self.minutes.text().strip()
        if self.lines.place() >= 0 and (not typed or typed.isdecimal()):
            self.lines.change(self.lines.place(), minutes=int(typed) if typed else None)

    def _on_remove(self) -> None:
        one = self.current()
        if one is not None and not one.builtin:
            self.context.dispatcher.run(agenda_templates.remove_template, one.uid)

    def keep_agenda(self) -> None:
        """Keep the present agenda as a template."""
        words = self.new_name.text().strip()
        if not words:
            self.context.announce(self.tr("Type a name for the template first."), "no")
            self.new_name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.context.dispatcher.run(
            agenda_templates.template_from_agenda,
            self.meeting_uid,
            name=Text.of(words, self._language),
            meeting_kind=self.new_kind.currentData() or None,
            heads_only=self.heads_only.isChecked(),
            on_done=self._on_kept,
            on_error=self._on_refused,
        )

    def _on_kept(self, uid: str) -> None:
        self.new_name.clear()
        self._pick(uid)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Use on Enter; Escape ends changing before it closes."""
        editing = self._feet.currentIndex() == 1
        if editing and event.key() == Qt.Key.Key_Escape:
            self.edit_template(on=False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not editing and self.list.hasFocus():
                self.submit()
        elif event.key() == Qt.Key.Key_F2 and not editing:
            self.edit_template(on=True)
        elif event.key() == Qt.Key.Key_Delete and not editing and self.list.hasFocus():
            self._on_remove()
        else:
            super().keyPressEvent(event)


def _minutes(line: TemplateLine) -> int:
    """Return an item's minutes; one with sub-items takes at least as long as they do."""
    return max(line.minutes or 0, sum(_minutes(one) for one in line.children))


__all__ = ["TemplatesPanel"]

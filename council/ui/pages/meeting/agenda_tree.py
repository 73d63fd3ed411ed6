"""The agenda tree: a view that types, indents and moves by keys, its rows painted whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from council.domain.vocabulary import ItemState
from council.ui.kit import A, Brush
from council.ui.pages.meeting.agenda_model import ITEM_ROLE, REMARKS_ROLE, AgendaModel, ItemRemarks
from council.ui.pages.meeting.words import hhmm
from council.ui.theme import draw_icon

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QAbstractItemModel, QEvent, QObject
    from PySide6.QtGui import QKeyEvent, QPainter

    from council.services.agenda import ItemRow

Index = QModelIndex | QPersistentModelIndex
ROW = 40
DENSE = 33
MANY = 11
KIND_W, MIN_W, CLOCK_W, EDGE = 138, 44, 54, 16
SIGN_W = 26
"""The margin of the signs, beside the titles; it is there while any row has a remark."""


def number_x(depth: int) -> float:
    """Return where a row's number begins."""
    return 34.0 + 22 * min(depth, 4)


def title_x(depth: int, number: str) -> float:
    """Return where a row's title begins: titles of one level share one edge."""
    return number_x(depth) + (34 if depth == 0 and "." not in number else 42)


class AgendaDelegate(QStyledItemDelegate):
    """Paints a whole row; the editor lies over the title."""

    def __init__(self, view: AgendaTree, kind_word: Callable[[ItemRow], str]) -> None:
        super().__init__(view)
        self._view, self._kind_word = view, kind_word

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for 40, or 34 in a long agenda."""
        return QSize(100, self._view.row_height())

    def _title_box(self, box: QRectF, item: ItemRow) -> QRectF:
        left = title_x(item.depth, item.number)
        right = box.width() - EDGE - CLOCK_W - MIN_W - KIND_W - 8
        if self._view.agenda.has_remarks():
            right -= SIGN_W
        return QRectF(left, box.y(), max(right - left, 60), box.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        item: ItemRow = index.data(ITEM_ROLE)
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        box.setLeft(0)
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        if on:
            Brush.plate(painter, box.adjusted(8, 1, -8, -1), "accent_soft", "accent_line")
            Brush.plate(painter, QRectF(8, box.y() + 8, 4, box.height() - 16), "accent", None, 2)
            grip = QRectF(number_x(item.depth) - 19, box.center().y() - 8, 16, 16)
            draw_icon(painter, "dots-six-vertical", grip, "accent", "bold")
        else:
            y = box.bottom() - 0.5
            Brush.rule(painter, 24, y, box.width() - EDGE, y)
        self._paint_words(painter, box, item, on=on)
        remarks: ItemRemarks | None = index.data(REMARKS_ROLE)
        if remarks is not None:
            x = box.width() - EDGE - CLOCK_W - MIN_W - KIND_W - SIGN_W
            y = box.center().y() - 9
            Brush.icon(painter, remarks.glyph, x, y, 18, remarks.tone, "fill")
        painter.restore()

    def _paint_words(self, p: QPainter, box: QRectF, item: ItemRow, *, on: bool) -> None:
        struck = item.state == ItemState.STRUCK
        head = item.depth == 0 and item.kind.value == "heading"
        weight = "strong" if on or head else "regular"
        ink = "ink_3" if struck else "ink"
        y, h = box.y(), box.height()
        wide = title_x(item.depth, item.number) - number_x(item.depth) - 4
        number = QRectF(number_x(item.depth), y, wide, h)
        Brush.write(p, number, item.number, "body", weight, "ink_3" if struck else "ink_2")
        room = self._title_box(box, item)
        extra = 26 if item.closed or item.attachments else 0
        used = Brush.write(
            p, room.adjusted(0, 0, -extra, 0), str(self._view.title_of(item)), "body", weight, ink
        )
        if extra:
            glyph = "lock-simple" if item.closed else "paperclip"
            Brush.icon(p, glyph, room.x() + used + 8, box.center().y() - 8, 16, "ink_3")
        if struck:
            Brush.rule(p, room.x(), box.center().y() + 1, room.x() + used, box.center().y() + 1,
                       "ink_3")  # fmt: skip
        right = box.width() - EDGE
        side = A.AlignRight | A.AlignVCenter
        kind = QRectF(right - CLOCK_W - MIN_W - KIND_W, y, KIND_W - 4, h)
        Brush.write(p, kind, self._kind_word(item), "small", "regular", "ink_2")
        minutes = "" if item.minutes is None else str(item.minutes)
        box_m = QRectF(right - CLOCK_W - MIN_W, y, MIN_W - 6, h)
        Brush.write(p, box_m, minutes, "body", "regular", ink, side)
        clock = hhmm(item.starts_at, self._view.language) if item.starts_at else ""
        box_c = QRectF(right - CLOCK_W, y, CLOCK_W, h)
        Brush.write(p, box_c, clock, "small", "regular", "ink_3", side)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make a plain line over the title."""
        made = QLineEdit(parent)
        made.setAccessibleName(self.tr("Title of the item"))
        return made

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the editor over the title."""
        item: ItemRow = index.data(ITEM_ROLE)
        box = QRectF(option.rect)
        box.setLeft(0)
        room = self._title_box(box, item).toRect()
        editor.setGeometry(room.adjusted(-6, 4, 0, -4))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the words over."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Commit on Enter and go on to the next row."""
        from PySide6.QtGui import QKeyEvent

        if isinstance(event, QKeyEvent) and event.type() == event.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                self._view.go_on()
                return True
        return bool(super().eventFilter(editor, event))


class AgendaTree(QTreeView):
    """The agenda: type into a row, Tab indents, Alt+Up moves, Delete removes, drag moves.

    Signals: ``picked(str)`` the current item's uid; ``next_wanted()`` Enter on the last row;
    ``indent_wanted(str, bool)`` uid, in or out; ``shift_wanted(str, int)`` uid, up or down;
    ``remove_wanted(str)``.
    """

    picked = Signal(str)
    next_wanted = Signal()
    indent_wanted = Signal(str, bool)
    shift_wanted = Signal(str, int)
    remove_wanted = Signal(str)

    def __init__(self, language: str, kind_word: Callable[[ItemRow], str]) -> None:
        super().__init__()
        self.language = language
        self.posted = False
        self.agenda = AgendaModel(language)
        self.agenda.setParent(self)
        self.setModel(self.agenda)
        self.setItemDelegate(AgendaDelegate(self, kind_word))
        self.setAccessibleName(self.tr("Agenda"))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.selectionModel().currentChanged.connect(self._on_current)

    def title_of(self, item: ItemRow) -> str:
        """Return an item's title in the window's language."""
        return item.title.show(self.language)

    def row_height(self) -> int:
        """Return 40 while the agenda is short, 34 for a long one."""
        return ROW if len(self.agenda.items()) <= MANY else DENSE

    def show_items(self, items: list[ItemRow]) -> None:
        """Show these items; the current one stays current."""
        current = self.current_uid()
        if self.agenda.set_items(items):
            self.expandAll()
            if not self.pick(current) and items and self.hasFocus():
                self.pick(items[0].uid)
        self.updateGeometry()
        self.viewport().update()

    def show_remarks(self, remarks: Mapping[str, ItemRemarks]) -> None:
        """Show which items the rules say something of."""
        self.agenda.set_remarks(remarks)
        self.viewport().update()

    def current_uid(self) -> str:
        """Return the current item's uid, empty when there is none."""
        item = self.agenda.item_at(self.currentIndex())
        return item.uid if item else ""

    def pick(self, uid: str) -> bool:
        """Make an item the current one; return whether it is there."""
        index = self.agenda.index_of(uid)
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def go_on(self) -> None:
        """Go to the row below, or ask for a new one after the last."""
        below = self.indexBelow(self.currentIndex())
        if below.isValid():
            self.setCurrentIndex(below)
            self.setFocus()
        else:
            self.next_wanted.emit()

    def sizeHint(self) -> QSize:
        """Ask for the height of all rows."""
        return QSize(360, self.row_height() * max(1, len(self.agenda.items())) + 2)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        item = self.agenda.item_at(current)
        self.picked.emit(item.uid if item else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Indent, move, remove and add by keys."""
        uid, key = self.current_uid(), event.key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if not uid:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Backtab:
            self.indent_wanted.emit(uid, False)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift_wanted.emit(uid, -1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(uid)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Indent on Tab while a row can go deeper; else leave the tree, as everywhere.

        Once the agenda is posted no row goes deeper.
        """
        item = self.agenda.item_at(self.currentIndex())
        if item is None or self.posted or not self.hasFocus():
            return super().focusNextPrevChild(forward)
        if forward and self.currentIndex().row() > 0:
            self.indent_wanted.emit(item.uid, True)
            return True
        if not forward and item.parent_uid is not None:
            self.indent_wanted.emit(item.uid, False)
            return True
        return super().focusNextPrevChild(forward)

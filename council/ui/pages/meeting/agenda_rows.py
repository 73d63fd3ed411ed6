"""The rows of the agenda tree, each painted whole, with an editor that lies over the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from council.domain.vocabulary import ItemState
from council.ui.kit import A, Brush
from council.ui.pages.meeting.agenda_model import ITEM_ROLE, REMARKS_ROLE, ItemRemarks
from council.ui.pages.meeting.words import hhmm
from council.ui.theme import draw_icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QAbstractItemModel, QEvent, QObject
    from PySide6.QtGui import QPainter

    from council.services.planning.agenda import ItemRow
    from council.ui.pages.meeting.agenda_tree import AgendaTree

Index = QModelIndex | QPersistentModelIndex
KIND_W, MIN_W, CLOCK_W, EDGE = 138, 44, 54, 16
SIGN_W = 26
"""The margin of the signs, beside the titles; it is there while any row has a remark."""


def number_x(depth: int) -> float:
    """Return where a row's number begins."""
    return 34.0 + 22 * min(depth, 4)


def title_x(depth: int, number: str) -> float:
    """Return where a row's title begins: titles of one level share one edge."""
    return number_x(depth) + (34 if depth == 0 and "." not in number else 42)


def _glyphs(item: ItemRow) -> list[str]:
    """Return the signs behind a title: closed, decided with the consent group, with papers."""
    told = {"lock-simple": item.closed, "handshake": item.consent}
    return [*(glyph for glyph, on in told.items() if on), *["paperclip"] * bool(item.attachments)]


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
        if item.consent and item.state != ItemState.STRUCK:
            left = number_x(item.depth) - 12
            Brush.plate(painter, QRectF(left, box.y(), 3, box.height()), "accent_line", None, 0)
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
        glyphs = _glyphs(item)
        extra = 22 * len(glyphs) + 4 if glyphs else 0
        used = Brush.write(
            p, room.adjusted(0, 0, -extra, 0), str(self._view.title_of(item)), "body", weight, ink
        )
        for place, glyph in enumerate(glyphs):
            x = room.x() + used + 8 + 22 * place
            Brush.icon(p, glyph, x, box.center().y() - 8, 16, "ink_3")
        if self._view.is_empty_head(item):
            left = used + 12 + extra
            Brush.write(p, room.adjusted(left, 0, 0, 0), self._view.nothing, "small", "regular",
                        "ink_3")  # fmt: skip
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

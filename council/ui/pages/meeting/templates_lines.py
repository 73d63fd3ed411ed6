"""The items of a template as a list with depths: moved, indented, retitled by keys."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from council.domain.text import Text
from council.services.planning.agenda_templates import TemplateLine
from council.ui.kit import A, Brush

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QPainter

Index = QModelIndex | QPersistentModelIndex
_ROW, _INDENT, _KIND_W, _MIN_W = 36, 22, 128, 40


@dataclass(frozen=True, slots=True)
class Flat:
    """One item of a template with its depth; ``line`` has no children here."""

    depth: int
    line: TemplateLine


def flatten(lines: Sequence[TemplateLine], depth: int = 0) -> list[Flat]:
    """Return the items in reading order."""
    flat: list[Flat] = []
    for line in lines:
        flat.append(Flat(depth, replace(line, children=())))
        flat += flatten(line.children, depth + 1)
    return flat


def nest(flat: Sequence[Flat]) -> tuple[TemplateLine, ...]:
    """Return the tree of items in reading order; one that is too deep lies under the one above."""
    made: list[TemplateLine] = []
    place = 0
    while place < len(flat):
        end = subtree_end(flat, place)
        made.append(replace(flat[place].line, children=nest(flat[place + 1 : end])))
        place = end
    return tuple(made)


def subtree_end(flat: Sequence[Flat], place: int) -> int:
    """Return the place behind an item and what lies under it."""
    end = place + 1
    while end < len(flat) and flat[end].depth > flat[place].depth:
        end += 1
    return end


def moved(flat: Sequence[Flat], place: int, way: int) -> tuple[list[Flat], int]:
    """Return the list with an item moved past its neighbor of the same depth, and its new place."""
    end, depth = subtree_end(flat, place), flat[place].depth
    part = list(flat[place:end])
    if way > 0:
        if end >= len(flat) or flat[end].depth < depth:
            return list(flat), place
        behind = subtree_end(flat, end)
        return [*flat[:place], *flat[end:behind], *part, *flat[behind:]], place + behind - end
    before = next((i for i in range(place - 1, -1, -1) if flat[i].depth <= depth), -1)
    if before < 0 or flat[before].depth < depth:
        return list(flat), place
    return [*flat[:before], *part, *flat[before:place], *flat[end:]], before


def indented(flat: Sequence[Flat], place: int, way: int) -> list[Flat]:
    """Return the list with an item and what lies under it one level deeper, or higher."""
    depth = flat[place].depth + way
    if depth < 0 or place == 0 or depth > flat[place - 1].depth + 1:
        return list(flat)
    end = subtree_end(flat, place)
    part = [replace(one, depth=one.depth + way) for one in flat[place:end]]
    return [*flat[:place], *part, *flat[end:]]


class LinesModel(QAbstractListModel):
    """A template's items.

    Signals: ``retitled(int, str)`` a place and the words typed.
    """

    retitled = Signal(int, str)

    def __init__(self, language: str, kind_word: Callable[[TemplateLine], str]) -> None:
        super().__init__()
        self.flat: list[Flat] = []
        self._language, self._kind_word = language, kind_word

    def set_flat(self, flat: Sequence[Flat]) -> None:
        """Show these."""
        same = len(flat) == len(self.flat)
        if not same:
            self.beginResetModel()
        self.flat = list(flat)
        if not same:
            self.endResetModel()
        elif flat:
            self.dataChanged.emit(self.index(0), self.index(len(flat) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.flat)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, or a sentence for screen readers."""
        if not index.isValid() or index.row() >= len(self.flat):
            return None
        one = self.flat[index.row()]
        title = one.line.title.show(self._language)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            minutes = "" if one.line.minutes is None else f", {one.line.minutes}"
            return f"{title}, {self._kind_word(one.line)}{minutes}"
        return title if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another title."""
        words = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not words:
            return False
        self.retitled.emit(index.row(), words)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let titles be edited."""
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: LinesView, kind_word: Callable[[TemplateLine], str]) -> None:
        super().__init__(view)
        self._view, self._kind_word = view, kind_word

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one = self._view.lines.flat[index.row()]
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if option.state & QStyle.StateFlag.State_Selected:
            Brush.plate(
                painter, box.adjusted(1, 1, -1, -1), "accent_soft",
                "focus" if focused else "accent_line", 6, 2 if focused else 1,
            )  # fmt: skip
        else:
            y = box.bottom() - 0.5
            Brush.rule(painter, 8, y, box.right() - 8, y)
        left, right = 12 + _INDENT * one.depth, box.right() - 10
        title = QRectF(left, box.y(), right - left - _KIND_W - _MIN_W, _ROW)
        weight = "regular" if one.depth else "medium"
        Brush.write(painter, title, str(index.data()), "body", weight)
        kind = QRectF(right - _KIND_W - _MIN_W + 8, box.y(), _KIND_W - 8, _ROW)
        Brush.write(painter, kind, self._kind_word(one.line), "small", "regular", "ink_2")
        minutes = "" if one.line.minutes is None else str(one.line.minutes)
        end = QRectF(right - _MIN_W, box.y(), _MIN_W, _ROW)
        side = A.AlignRight | A.AlignVCenter
        Brush.write(painter, end, minutes, "body", "regular", "ink", side)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        made = QLineEdit(parent)
        made.setAccessibleName(self.tr("Title of the item"))
        return made

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        depth = self._view.lines.flat[index.row()].depth
        box = option.rect
        editor.setGeometry(box.adjusted(4 + _INDENT * depth, 2, -_KIND_W - _MIN_W, -2))

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Commit on Enter here, so that the list does not take the same Enter for its own."""
        if isinstance(event, QKeyEvent) and event.type() == event.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                return True
        return bool(super().eventFilter(editor, event))


class LinesView(QListView):
    """A template's items; with ``editable`` F2 retitles, Alt and arrows move, Delete removes.

    Signals: ``changed(object)`` the whole new list of ``Flat``; ``picked(int)``.
    """

    changed = Signal(object)
    picked = Signal(int)

    def __init__(self, language: str, kind_word: Callable[[TemplateLine], str]) -> None:
        super().__init__()
        self.language, self.editable = language, False
        self.lines = LinesModel(language, kind_word)
        self.lines.setParent(self)
        self.lines.retitled.connect(self._on_retitled)
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(self, kind_word))
        self.setAccessibleName(self.tr("Items of the template"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(_ROW * 2)
        self.set_editable(on=False)
        self.selectionModel().currentChanged.connect(self._on_current)

    def set_editable(self, *, on: bool) -> None:
        """Let the items be changed, or only looked at."""
        self.editable = on
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.EditKeyPressed | trigger.DoubleClicked if on else trigger.NoEditTriggers
        )

    def show_lines(self, lines: Sequence[TemplateLine]) -> None:
        """Show a template's items; the current place stays."""
        place = self.place()
        self.lines.set_flat(flatten(lines))
        self.pick(max(0, min(place, len(self.lines.flat) - 1)))

    def place(self) -> int:
        """Return the current place, -1 for none."""
        return self.currentIndex().row()

    def pick(self, place: int) -> None:
        """Make a place the current one."""
        self.setCurrentIndex(self.lines.index(place))

    def _on_current(self, index: QModelIndex) -> None:
        self.picked.emit(index.row())

    def _on_retitled(self, place: int, words: str) -> None:
        line = self.lines.flat[place].line
        self.change(place, title=line.title.put(self.language, words))

    def change(self, place: int, **fields: Any) -> None:
        """Change an item."""
        flat = list(self.lines.flat)
        before = flat[place].line
        flat[place] = replace(flat[place], line=replace(before, **fields))
        if flat[place].line != before:
            self._put(flat, place)

    def add(self, words: str) -> None:
        """Add an item below the current one and type its title."""
        place = self.place()
        flat = list(self.lines.flat)
        end = subtree_end(flat, place) if place >= 0 else 0
        depth = flat[place].depth if place >= 0 else 0
        flat.insert(end, Flat(depth, TemplateLine(Text.of(words, self.language))))
        self._put(flat, end)
        self.setFocus()
        self.edit(self.currentIndex())

    def remove(self) -> None:
        """Remove the current item and what lies under it; the last one stays."""
        flat, place = self.lines.flat, self.place()
        end = subtree_end(flat, place)
        if place >= 0 and end - place < len(flat):
            self._put([*flat[:place], *flat[end:]], min(place, len(flat) - (end - place) - 1))

    def shift(self, way: int) -> None:
        """Move the current item up or down."""
        if self.place() >= 0:
            self._put(*moved(self.lines.flat, self.place(), way))

    def indent(self, way: int) -> None:
        """Put the current item one level deeper or higher."""
        if self.place() >= 0:
            self._put(indented(self.lines.flat, self.place(), way), self.place())

    def _put(self, flat: list[Flat], place: int) -> None:
        if flat != self.lines.flat:
            self.lines.set_flat(flat)
            self.changed.emit(flat)
        self.pick(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, indent and remove by keys."""
        key = event.key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        levels = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if not self.editable:
            super().keyPressEvent(event)
        elif alt and key in ways:
            self.shift(ways[Qt.Key(key)])
        elif alt and key in levels:
            self.indent(levels[Qt.Key(key)])
        elif key == Qt.Key.Key_Delete:
            self.remove()
        else:
            super().keyPressEvent(event)

"""The list of an item's papers: a model of frozen rows and a view that opens, renames, removes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

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
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from council.ui.kit import Brush
from council.ui.pages.meeting.papers.kinds import access_words, facts_words, glyph_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QFocusEvent, QPainter

    from council.services.planning.papers import PaperRow

Index = QModelIndex | QPersistentModelIndex
PAPER_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
_ROW: Final = 54


class PapersModel(QAbstractListModel):
    """Papers in the order of their item.

    Signals: ``renamed(str, str)`` a paper's uid and the words typed.
    """

    renamed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.papers: list[PaperRow] = []

    def set_papers(self, papers: Sequence[PaperRow]) -> None:
        """Show these; rows that stay are not built anew."""
        if [one.uid for one in papers] == [one.uid for one in self.papers]:
            self.papers = list(papers)
            if papers:
                self.dataChanged.emit(self.index(0), self.index(len(papers) - 1))
            return
        self.beginResetModel()
        self.papers = list(papers)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many papers there are."""
        return 0 if parent is not None and parent.isValid() else len(self.papers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name, a sentence for screen readers, or the paper itself."""
        if not index.isValid() or index.row() >= len(self.papers):
            return None
        paper = self.papers[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return paper.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return paper.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{paper.name}, {access_words(public=paper.public)}, {facts_words(paper)}"
        return paper if role == PAPER_ROLE else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; the row changes when the record has."""
        words = str(value).strip()
        paper = self.papers[index.row()]
        if role != Qt.ItemDataRole.EditRole or not words:
            return False
        if words != paper.name:
            self.renamed.emit(paper.uid, words)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let names be edited."""
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable


class _Delegate(QStyledItemDelegate):
    """Paints a paper: sign, name, and under it who may have it and what it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for two lines."""
        return QSize(120, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        paper: PaperRow = index.data(PAPER_ROLE)
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
            Brush.rule(painter, 8, box.bottom() - 0.5, box.width() - 8, box.bottom() - 0.5)
        x, y = box.x() + 10, box.y()
        Brush.icon(painter, glyph_of(paper.media_type), x, y + 7, 20, "accent")
        x += 30
        wide = box.right() - x - 8
        Brush.write(painter, QRectF(x, y + 4, wide, 24), paper.name, "body", "medium")
        sign, tone = ("globe", "ink_3") if paper.public else ("lock-simple", "warn")
        Brush.icon(painter, sign, x, y + 31, 15, tone, "regular" if paper.public else "fill")
        words = access_words(public=paper.public)
        ink, weight = ("ink_2", "regular") if paper.public else ("warn", "medium")
        room = QRectF(x + 20, y + 27, wide - 20, 22)
        used = Brush.write(painter, room, words, "small", weight, ink)
        rest = room.adjusted(used, 0, 0, 0)
        Brush.write(painter, rest, f" · {facts_words(paper)}", "small", "regular", "ink_3")
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make a plain line over the name."""
        made = QLineEdit(parent)
        made.setAccessibleName(self.tr("Name of the paper"))
        return made

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the editor over the name."""
        editor.setGeometry(option.rect.adjusted(34, 2, -2, -22))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Select the name without its ending."""
        if isinstance(editor, QLineEdit):
            name = str(index.data(Qt.ItemDataRole.EditRole))
            editor.setText(name)
            stem = name.rpartition(".")[0] or name
            editor.setSelection(0, len(stem))

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        """Hand the words over."""
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


class PaperList(QListView):
    """The papers of an item: Enter opens, F2 renames, Delete removes.

    Signals: ``picked(str)`` the current paper's uid, empty for none; ``open_wanted(str)``;
    ``remove_wanted(str)``.
    """

    picked = Signal(str)
    open_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.papers = PapersModel()
        self.papers.setParent(self)
        self.setModel(self.papers)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(self.tr("Papers"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(never)
        self.setHorizontalScrollBarPolicy(never)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_double)

    def show_papers(self, papers: Sequence[PaperRow]) -> None:
        """Show these papers; the current one stays current, a newer version takes its place."""
        before = self.current()
        kept = next((p.uid for p in papers if before and before.uid in (p.uid, p.replaces_uid)), "")
        self.papers.set_papers(papers)
        self.setFixedHeight(_ROW * len(papers))
        self.setVisible(bool(papers))
        if papers:
            self.pick(kept or papers[0].uid)
        self.picked.emit(self.current_uid())

    def current(self) -> PaperRow | None:
        """Return the current paper."""
        found: PaperRow | None = self.currentIndex().data(PAPER_ROLE)
        return found

    def current_uid(self) -> str:
        """Return the current paper's uid, empty when there is none."""
        found = self.current()
        return found.uid if found else ""

    def pick(self, uid: str) -> None:
        """Make a paper the current one."""
        for place, paper in enumerate(self.papers.papers):
            if paper.uid == uid:
                self.setCurrentIndex(self.papers.index(place))

    def let_rename(self, *, on: bool) -> None:
        """Let F2 edit names."""
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed if on else trigger.NoEditTriggers)

    def rename(self) -> None:
        """Edit the current paper's name."""
        if self.currentIndex().isValid():
            self.setFocus()
            self.edit(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def _on_current(self) -> None:
        self.picked.emit(self.current_uid())

    def _on_double(self, index: QModelIndex) -> None:
        paper: PaperRow = index.data(PAPER_ROLE)
        self.open_wanted.emit(paper.uid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, remove and rename by keys."""
        uid = self.current_uid()
        if uid and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_wanted.emit(uid)
        elif uid and event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit(uid)
        else:
            super().keyPressEvent(event)

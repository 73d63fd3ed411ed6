"""The agenda as a tree model over frozen rows; edits and moves are asked for by signals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from council.domain.vocabulary import ItemState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from council.services.agenda import ItemRow

Index = QModelIndex | QPersistentModelIndex
MIME: Final = "application/x-council-agenda-item"
ITEM_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
REMARKS_ROLE: Final = ITEM_ROLE + 1


@dataclass(frozen=True, slots=True)
class ItemRemarks:
    """What the rules say of an item: the sign in its row, and all of it in words."""

    glyph: str
    tone: str
    words: str


class Node:
    """One item with its place in the tree."""

    def __init__(self, item: ItemRow | None, parent: Node | None) -> None:
        self.item, self.parent = item, parent
        self.children: list[Node] = []

    def place(self) -> int:
        """Return the node's row among its siblings."""
        return self.parent.children.index(self) if self.parent else 0


class AgendaModel(QAbstractItemModel):
    """Items by their parents.

    Signals: ``retitled(str, str)`` uid and the words typed; ``moved(str, str, int)`` uid, the new
    parent's uid ("" for the top level) and the place among its children.
    """

    retitled = Signal(str, str)
    moved = Signal(str, str, int)

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._root = Node(None, None)
        self._nodes: dict[str, Node] = {}
        self._remarks: Mapping[str, ItemRemarks] = {}

    def set_remarks(self, remarks: Mapping[str, ItemRemarks]) -> None:
        """Show a sign in the rows of these items (by uid)."""
        before, self._remarks = self._remarks, dict(remarks)
        for uid in before.keys() | self._remarks.keys():
            index = self.index_of(uid)
            if index.isValid() and before.get(uid) != self._remarks.get(uid):
                self.dataChanged.emit(index, index)

    def has_remarks(self) -> bool:
        """Tell whether any row has a sign."""
        return bool(self._remarks)

    def set_items(self, items: Sequence[ItemRow]) -> bool:
        """Show these items; return True when the tree had to be built anew."""
        shape = [(i.uid, i.parent_uid) for i in items]
        if shape == [(n.item.uid, n.item.parent_uid) for n in self._nodes.values() if n.item]:
            for item in items:
                node = self._nodes[item.uid]
                if node.item != item:
                    node.item = item
                    index = self.index_of(item.uid)
                    self.dataChanged.emit(index, index)
            return False
        self.beginResetModel()
        self._root, self._nodes = Node(None, None), {}
        for item in items:
            parent = self._nodes.get(item.parent_uid or "", self._root)
            node = Node(item, parent)
            parent.children.append(node)
            self._nodes[item.uid] = node
        self.endResetModel()
        return True

    def items(self) -> list[ItemRow]:
        """Return all items in reading order."""
        return [node.item for node in self._nodes.values() if node.item is not None]

    def index_of(self, uid: str) -> QModelIndex:
        """Return the index of an item, an invalid one when it is gone."""
        node = self._nodes.get(uid)
        return self.createIndex(node.place(), 0, node) if node else QModelIndex()

    def item_at(self, index: Index) -> ItemRow | None:
        """Return the item of an index."""
        return self._node(index).item if index.isValid() else None

    def _node(self, index: Index | None) -> Node:
        if index is None or not index.isValid():
            return self._root
        node = index.internalPointer()
        return node if isinstance(node, Node) else self._root

    # ------------------------------------------------------------------------- Qt's questions

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a place."""
        children = self._node(parent).children
        if 0 <= row < len(children) and column == 0:
            return self.createIndex(row, column, children[row])
        return QModelIndex()

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """Return the index of the parent."""
        node = self._node(index).parent
        if node is None or node is self._root:
            return QModelIndex()
        return self.createIndex(node.place(), 0, node)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of children."""
        return len(self._node(parent).children)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return one: a delegate paints the whole row."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, a sentence for screen readers, or the item itself."""
        item = self.item_at(index)
        if item is None:
            return None
        title = item.title.show(self._language)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return title
        remarks = self._remarks.get(item.uid)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{item.number} {title}" + (f". {remarks.words}" if remarks else "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{title}\n{remarks.words}" if remarks else title
        if role == REMARKS_ROLE:
            return remarks
        return item if role == ITEM_ROLE else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another title; the row changes when the record has."""
        item = self.item_at(index)
        words = str(value).strip()
        if item is None or role != Qt.ItemDataRole.EditRole or not words:
            return False
        if words != item.title.show(self._language):
            self.retitled.emit(item.uid, words)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let items be edited and dragged; between and onto items can be dropped."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item = self.item_at(index)
        if item is not None and item.state != ItemState.STRUCK:
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    # ------------------------------------------------------------------------- drag and drop

    def supportedDropActions(self) -> Qt.DropAction:
        """Return moving."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return our own type."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry the uid."""
        data = QMimeData()
        item = self.item_at(indexes[0]) if indexes else None
        data.setData(MIME, QByteArray((item.uid if item else "").encode()))
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for the move; the view must not remove the row itself, so the answer is no."""
        uid = bytes(data.data(MIME).data()).decode()
        node = self._nodes.get(uid)
        if node is None:
            return False
        under = self._node(parent)
        place = row if row >= 0 else len(under.children)
        if node.parent is under and node.place() < place:
            place -= 1
        self.moved.emit(uid, under.item.uid if under.item else "", place)
        return False

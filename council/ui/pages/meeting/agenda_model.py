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

    from council.services.planning.agenda import ItemRow

Index = QModelIndex | QPersistentModelIndex
MIME: Final = "application/x-council-agenda-item"
ITEM_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
REMARKS_ROLE: Final = ITEM_ROLE + 1

_STRUCK: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_LIVING: Final = (
    _STRUCK
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
)
"""Put together once: Qt asks for them thousands of times."""


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
        found = self.parent.children if self.parent else []
        return next((place for place, one in enumerate(found) if one is self), 0)


class AgendaModel(QAbstractItemModel):
    """Items by their parents, patched row by row.

    Signals: ``retitled(str, str)`` uid and the words typed; ``moved(list, str, int)`` uids, the new
    parent's uid ("" for the top level) and the place among those of its children that stay.
    """

    retitled = Signal(str, str)
    moved = Signal(object, str, int)

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._root = Node(None, None)
        self._nodes: dict[str, Node] = {}
        self._remarks: Mapping[str, ItemRemarks] = {}
        # An index points at its node: one that Qt still holds must not point into the void.
        self._removed: list[Node] = []

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
        """Show these items by patching the tree; return True when its shape has changed.

        Rows are inserted, moved, removed and told to be different one by one, never reset: what is
        chosen, scrolled to or being typed stays.
        """
        shaped = self._shape(items)
        nodes: dict[str, Node] = {}
        for item in items:  # what is left over has gone to the removed ones
            node = nodes[item.uid] = self._nodes[item.uid]
            if node.item != item:
                node.item = item
                index = self.createIndex(node.place(), 0, node)
                self.dataChanged.emit(index, index)
        self._nodes = nodes
        return shaped

    def _shape(self, items: Sequence[ItemRow]) -> bool:
        known = {item.uid for item in items}
        wanted: dict[str, list[ItemRow]] = {"": []}
        for item in items:
            parent = item.parent_uid or ""
            wanted.setdefault(parent if parent in known else "", []).append(item)
        changed = False
        for parent in ["", *(item.uid for item in items)]:  # a parent has its place before its own
            under = self._nodes[parent] if parent else self._root
            order = wanted.get(parent, [])
            for place, item in enumerate(order):
                ahead = order[place + 1].uid if place + 1 < len(order) else ""
                changed |= self._put(under, place, item, ahead)
        return self._remove(self._root, known) or changed

    def _put(self, under: Node, place: int, item: ItemRow, ahead: str) -> bool:
        """See to it that an item is the child of a node at a place."""
        node = self._nodes.get(item.uid)
        index = self._index_of(under)
        if node is None:
            self.beginInsertRows(index, place, place)
            self._nodes[item.uid] = made = Node(item, under)
            under.children.insert(place, made)
            self.endInsertRows()
            return True
        if place < len(under.children) and under.children[place] is node:
            return False
        here = under.children[place] if place < len(under.children) else None
        last = len(under.children)
        steps_up = node.parent is under and node.place() == place + 1
        if steps_up and here is not None and here.item and here.item.uid != ahead:
            self._move(here, under, last)  # one row went down: not all others up
        else:
            self._move(node, under, place)
        return True

    def _move(self, node: Node, under: Node, place: int) -> None:
        """Move a node before the child that now stands at a place."""
        above = node.parent or self._root
        at = node.place()
        self.beginMoveRows(self._index_of(above), at, at, self._index_of(under), place)
        above.children.pop(at)
        under.children.insert(place - (above is under and at < place), node)
        node.parent = under
        self.endMoveRows()

    def _remove(self, under: Node, known: set[str]) -> bool:
        """Take away what is no longer known, neighbors together; tell whether there was any."""
        gone = False
        end = len(under.children)
        while end:
            first = end
            while first and self._is_gone(under.children[first - 1], known):
                first -= 1
            if first == end:
                end -= 1
                gone = self._remove(under.children[end], known) or gone
                continue
            self.beginRemoveRows(self._index_of(under), first, end - 1)
            removed = under.children[first:end]
            del under.children[first:end]
            for node in removed:
                node.parent = None
            self._removed += removed
            self.endRemoveRows()
            gone, end = True, first
        return gone

    @staticmethod
    def _is_gone(node: Node, known: set[str]) -> bool:
        return node.item is not None and node.item.uid not in known

    def _index_of(self, node: Node) -> QModelIndex:
        """Return a node's index, an invalid one for the root."""
        return QModelIndex() if node is self._root else self.createIndex(node.place(), 0, node)

    def parents(self) -> list[QModelIndex]:
        """Return the indexes of all items with sub-items."""
        return [self._index_of(node) for node in self._nodes.values() if node.children]

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
        item = self.item_at(index)
        return _STRUCK if item is None or item.state == ItemState.STRUCK else _LIVING

    # ------------------------------------------------------------------------- drag and drop

    def supportedDropActions(self) -> Qt.DropAction:
        """Return moving."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return our own type."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry the uids, a line for each."""
        data = QMimeData()
        found = (self.item_at(index) for index in indexes)
        data.setData(MIME, QByteArray("\n".join(one.uid for one in found if one).encode()))
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for the move; the view must not remove the rows itself, so the answer is no."""
        uids = [one for one in bytes(data.data(MIME).data()).decode().split("\n") if one]
        if not uids or any(uid not in self._nodes for uid in uids):
            return False
        under = self._node(parent)
        before = under.children[:row] if row >= 0 else under.children
        place = sum(1 for one in before if one.item and one.item.uid not in uids)
        self.moved.emit(uids, under.item.uid if under.item else "", place)
        return False

"""The agenda tree: a view that types, chooses, indents and moves by keys and by drag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from council.ui.pages.meeting.agenda_model import AgendaModel, ItemRemarks
from council.ui.pages.meeting.agenda_rows import AgendaDelegate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from council.domain.text import Text
    from council.services.planning.agenda import ItemRow

ROW = 40
DENSE = 33
MANY = 11
_MODIFIERS = Qt.KeyboardModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class AgendaTree(QTreeView):
    """The agenda: type into a row, choose several, Tab indents, Alt+Up moves, Delete removes.

    Signals: ``picked(str)`` the current item's uid; ``chosen(list)`` the uids that are chosen, in
    reading order; ``next_wanted()`` Enter on the last row; each with the chosen uids:
    ``indent_wanted(list, bool)`` in or out, ``shift_wanted(list, int)`` up or down,
    ``remove_wanted(list)``, ``copies_wanted(list)``; ``pasted(str)`` a list from the clipboard.
    """

    picked = Signal(str)
    chosen = Signal(object)
    next_wanted = Signal()
    indent_wanted = Signal(object, bool)
    shift_wanted = Signal(object, int)
    remove_wanted = Signal(object)
    copies_wanted = Signal(object)
    pasted = Signal(str)

    def __init__(self, language: str, kind_word: Callable[[ItemRow], str]) -> None:
        super().__init__()
        self.language = language
        self.posted = False
        self.nothing = ""
        self._heads: Collection[Text] = ()
        self._all_heads = False
        self.agenda = AgendaModel(language)
        self.agenda.setParent(self)
        self.setModel(self.agenda)
        self.setItemDelegate(AgendaDelegate(self, kind_word))
        self.setAccessibleName(self.tr("Agenda"))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.selectionModel().currentChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._on_chosen)

    def title_of(self, item: ItemRow) -> str:
        """Return an item's title in the window's language."""
        return item.title.show(self.language)

    def row_height(self) -> int:
        """Return 40 while the agenda is short, 34 for a long one."""
        return ROW if len(self.agenda.items()) <= MANY else DENSE

    # ---------------------------------------------------------------------- showing

    def show_items(self, items: list[ItemRow]) -> None:
        """Show these items; what is current, chosen and being typed stays."""
        current, typing = self.current_uid(), self.state() == self.State.EditingState
        height = self.row_height()
        if self.agenda.set_items(items):
            for index in self.agenda.parents():
                if not self.isExpanded(index):
                    self.setExpanded(index, True)
            if not typing and not self.pick(current) and items and self.hasFocus():
                self.pick(items[0].uid)
            if height != self.row_height():
                self.scheduleDelayedItemsLayout()
            self.updateGeometry()
        titles = {item.title for item in items if not item.depth}
        self._all_heads = bool(self._heads) and titles.issuperset(self._heads)
        self.viewport().update()

    def show_remarks(self, remarks: Mapping[str, ItemRemarks]) -> None:
        """Show which items the rules say something of."""
        self.agenda.set_remarks(remarks)
        self.viewport().update()

    def set_heads(self, titles: Collection[Text], nothing: str) -> None:
        """Say ``nothing`` behind these titles as long as no item stands under them.

        Only on an agenda that has them all: some of the titles are usual elsewhere, too.
        """
        self._heads, self.nothing = titles, nothing

    def is_empty_head(self, item: ItemRow) -> bool:
        """Tell whether an item is one of the heads and has nothing to say yet."""
        if not self._all_heads or item.depth or item.title not in self._heads:
            return False
        if item.body or item.proposed_motion:
            return False
        return self.agenda.rowCount(self.agenda.index_of(item.uid)) == 0

    # ---------------------------------------------------------------------- choosing

    def current_uid(self) -> str:
        """Return the current item's uid, empty when there is none."""
        item = self.agenda.item_at(self.currentIndex())
        return item.uid if item else ""

    def chosen_uids(self) -> list[str]:
        """Return the uids that are chosen, in reading order; the current one when none is."""
        indexes = self.selectionModel().selectedIndexes()
        found = {item.uid for item in map(self.agenda.item_at, indexes) if item is not None}
        listed = [item.uid for item in self.agenda.items() if item.uid in found]
        return listed or [uid for uid in [self.current_uid()] if uid]

    def roots(self) -> list[ItemRow]:
        """Return the chosen items that do not lie under another chosen one."""
        chosen = set(self.chosen_uids())
        inside: set[str | None] = set()
        roots = []
        for item in self.agenda.items():
            if item.parent_uid in inside or item.parent_uid in chosen:
                inside.add(item.uid)
            elif item.uid in chosen:
                roots.append(item)
        return roots

    def pick(self, uid: str) -> bool:
        """Make an item the current one; return whether it is there."""
        index = self.agenda.index_of(uid)
        if index.isValid() and (
            index != self.currentIndex() or not self.selectionModel().hasSelection()
        ):
            self._go(index)
        return index.isValid()

    def _go(self, index: QModelIndex) -> None:
        """Choose one row; the view's own way would add to the choice while Shift is down."""
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def choose(self, uids: Sequence[str]) -> None:
        """Choose these items, the first one current."""
        found = [index for index in map(self.agenda.index_of, uids) if index.isValid()]
        if not found:
            return
        flags = QItemSelectionModel.SelectionFlag
        wanted = QItemSelection()
        for index in found:
            wanted.select(index, index)
        self.selectionModel().setCurrentIndex(found[0], flags.NoUpdate)
        self.selectionModel().select(wanted, flags.ClearAndSelect)
        self.scrollTo(found[0])

    def go_on(self) -> None:
        """Go to the row below, or ask for a new one after the last."""
        below = self.indexBelow(self.currentIndex())
        if below.isValid():
            self._go(below)
            self.setFocus()
        else:
            self.next_wanted.emit()

    def sizeHint(self) -> QSize:
        """Ask for the height of all rows."""
        return QSize(360, self.row_height() * max(1, len(self.agenda.items())) + 2)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        item = self.agenda.item_at(current)
        self.picked.emit(item.uid if item else "")

    def _on_chosen(self) -> None:
        self.chosen.emit(self.chosen_uids())

    # ---------------------------------------------------------------------- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Indent, move, copy, remove, paste and add by keys."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif not self.current_uid() or not (self._clip(event) or self._rearrange(event)):
            super().keyPressEvent(event)

    def _clip(self, event: QKeyEvent) -> bool:
        """Take the keys that copy: Ctrl+C as lines for elsewhere, Ctrl+D in place."""
        control = event.modifiers() == _MODIFIERS.ControlModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_lines())
        elif control and event.key() == Qt.Key.Key_D:
            self.copies_wanted.emit(self.chosen_uids())
        else:
            return False
        return True

    def _rearrange(self, event: QKeyEvent) -> bool:
        uids, key = self.chosen_uids(), event.key()
        alt = bool(event.modifiers() & _MODIFIERS.AltModifier)
        if key == Qt.Key.Key_Backtab:
            self.indent_wanted.emit(uids, False)
        elif alt and key in _ARROWS:
            self.shift_wanted.emit(uids, -1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(uids)
        elif key == Qt.Key.Key_Escape and len(uids) > 1:
            self._go(self.currentIndex())
        elif key in _ENTER:
            self.next_wanted.emit()
        else:
            return False
        return True

    def as_lines(self) -> str:
        """Return the chosen items as a list, one to a line, set in by a tab for each level."""
        chosen = set(self.chosen_uids())
        items = [item for item in self.agenda.items() if item.uid in chosen]
        least = min((item.depth for item in items), default=0)
        return "\n".join("\t" * (item.depth - least) + self.title_of(item) for item in items)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Indent on Tab while the rows can go deeper; else leave the tree, as everywhere.

        Once the agenda is posted no row goes deeper.
        """
        roots = self.roots()
        if not roots or self.posted or not self.hasFocus():
            return super().focusNextPrevChild(forward)
        if forward and self.agenda.index_of(roots[0].uid).row() > 0:
            self.indent_wanted.emit(self.chosen_uids(), True)
            return True
        if not forward and all(item.parent_uid is not None for item in roots):
            self.indent_wanted.emit(self.chosen_uids(), False)
            return True
        return super().focusNextPrevChild(forward)

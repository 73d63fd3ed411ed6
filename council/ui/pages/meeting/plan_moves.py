"""What keys and drags do to the chosen items of an agenda, each one step that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from council.services.planning import agenda, agenda_bulk
from council.ui.actions import Command

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from council.services.planning.agenda import ItemRow
    from council.ui.context import Context
    from council.ui.pages.meeting.agenda_tree import AgendaTree


class Moves(QObject):
    """Moves, indents, copies, removes and renames what is chosen in the tree.

    ``before`` is called first: a half-typed field goes into the record before its item moves.
    """

    def __init__(self, context: Context, tree: AgendaTree, before: Callable[[], object]) -> None:
        super().__init__(tree)
        self._context, self._tree, self._before = context, tree, before
        tree.indent_wanted.connect(self.indent)
        tree.shift_wanted.connect(self.shift)
        tree.remove_wanted.connect(self.remove)
        tree.copies_wanted.connect(self.duplicate)
        tree.agenda.retitled.connect(self._on_retitled)
        tree.agenda.moved.connect(self._on_moved)

    def _run(self, service: Callable[..., object], *args: object) -> None:
        self._before()
        self._context.dispatcher.run(service, *args)

    def indent(self, uids: Sequence[str], deeper: bool) -> None:
        """Put items one level deeper, or one up."""
        self._run(agenda_bulk.indent_items if deeper else agenda_bulk.outdent_items, list(uids))

    def shift(self, uids: Sequence[str], way: int) -> None:
        """Put items one place up or down among their neighbors, all of one level together."""
        roots = self._tree.roots()
        if len({item.parent_uid for item in roots}) != 1:
            words = self.tr("Choose items of one level to move them together.")
            self._context.announce(words, "info")
            return
        parent = roots[0].parent_uid
        going = {item.uid for item in roots}
        listed = [i.uid for i in self._tree.agenda.items() if i.parent_uid == parent]
        stay = [uid for uid in listed if uid not in going]
        edge = listed.index(roots[0].uid if way < 0 else roots[-1].uid)
        place = sum(1 for uid in listed[:edge] if uid not in going) + way
        if 0 <= place <= len(stay):
            self._run(agenda_bulk.move_items, list(uids), parent, place)

    def _on_moved(self, uids: list[str], parent: str, place: int) -> None:
        self._run(agenda_bulk.move_items, uids, parent or None, place)

    def remove(self, uids: Sequence[str]) -> None:
        """Take items off the agenda; the row after them is the current one then."""
        order = [item.uid for item in self._tree.agenda.items()]
        gone = {item.uid for item in self._below(uids)}
        last = max(order.index(uid) for uid in gone)
        next_up = next((uid for uid in order[last + 1 :] if uid not in gone), "")
        left = [uid for uid in order if uid not in gone]
        self._run(agenda_bulk.remove_items, list(uids))
        if not self._tree.pick(next_up or (left[-1] if left else "")):
            self._tree.clearSelection()

    def _below(self, uids: Sequence[str]) -> list[ItemRow]:
        """Return items with all that lies under them."""
        inside: set[str | None] = set(uids)
        found = []
        for item in self._tree.agenda.items():
            if item.uid in inside or item.parent_uid in inside:
                inside.add(item.uid)
                found.append(item)
        return found

    def duplicate(self, uids: Sequence[str]) -> None:
        """Put copies of items behind them and choose the copies."""
        self._before()
        self._context.dispatcher.run(
            agenda_bulk.duplicate_items, list(uids), on_done=self._tree.choose
        )

    def _on_retitled(self, uid: str, words: str) -> None:
        item = next(i for i in self._tree.agenda.items() if i.uid == uid)
        title = item.title.put(self._context.language, words)
        self._context.dispatcher.run(agenda.change_item, uid, title=title)

    # ---------------------------------------------------------------------- by name

    def commands(self) -> list[Command]:
        """Return what can be done to the chosen items by name."""
        group = self.tr("Agenda")
        made = (
            (self.tr("Indent"), self._deeper, "text-indent", "Ctrl+]"),
            (self.tr("Outdent"), self._out, "text-outdent", "Ctrl+["),
            (self.tr("Duplicate"), self._copies, "copy", ""),
            (self.tr("Choose all items"), self._all, "check-square", ""),
        )
        return [Command(words, act, glyph, key, group) for words, act, glyph, key in made]

    def _deeper(self) -> None:
        self._with(lambda uids: self.indent(uids, True))

    def _out(self) -> None:
        self._with(lambda uids: self.indent(uids, False))

    def _copies(self) -> None:
        self._with(self.duplicate)

    def _all(self) -> None:
        self._tree.setFocus()
        self._tree.selectAll()

    def _with(self, act: Callable[[list[str]], object]) -> None:
        if uids := self._tree.chosen_uids():
            act(uids)


def count_words(count: int) -> str:
    """Return "5 items"."""
    return QCoreApplication.translate("PlanStep", "{count} items").format(count=count)

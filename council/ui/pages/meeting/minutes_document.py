"""The document in the middle: blocks one below the other, one current, one perhaps being edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from council.domain.document import Box, Heading, Paragraph
from council.ui.kit import GROW, Button, chip, frame, keycap, label, link, row, small, stack
from council.ui.pages.meeting.minutes_blocks import GUTTER, BlockView
from council.ui.pages.meeting.minutes_editor import GrowingEdit, WriteRow
from council.ui.pages.meeting.minutes_words import block_key, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.domain.document import Block, Document
    from council.services.minutes import Wording


class StaleChoice(QWidget):
    """What the record would now say beside own words, and the two ways to settle it.

    Signals: ``kept(str)`` and ``renewed(str)`` with the sentence's key.
    """

    kept = Signal(str)
    renewed = Signal(str)

    def __init__(self, key: str, from_record: str) -> None:
        super().__init__()
        self._key = key
        self.mine = Button(self.tr("Keep mine"), dense=True)
        self.new = Button(self.tr("Take new"), dense=True)
        self.mine.clicked.connect(self._on_mine)
        self.new.clicked.connect(self._on_new)
        head = row(
            chip(self.tr("the record has changed"), "warn", "warning", bare=True),
            (small(self.tr("It would now say:"), "ink_2"), 1),
            gap=8,
        )
        inner = stack(
            head,
            label(from_record, wrap=True),
            row(self.mine, self.new, GROW, gap=8, pad=(0, 4, 0, 0)),
            gap=4,
            pad=(14, 10, 14, 12),
        )
        self.setLayout(row((frame("warn", inner), 1), pad=(GUTTER + 10, 2, 0, 2)))

    def _on_mine(self) -> None:
        self.kept.emit(self._key)

    def _on_new(self) -> None:
        self.renewed.emit(self._key)


class DocumentView(QWidget):
    """Shows a document and lets one sentence at a time be worded.

    Signals: ``current_changed(str)`` with a block's key; ``reworded(str, str)`` key and new words
    of a sentence or typed paragraph; ``kept(str)`` and ``renewed(str)`` for a stale sentence;
    ``facts_wanted(str)`` when the facts themselves shall be changed; ``written(str, str)`` key
    of the block before, and the words; ``typed(str, str)`` the same, while half typed;
    ``retyped()`` when the words in the open editor change, or when it closes.
    """

    current_changed = Signal(str)
    reworded = Signal(str, str)
    kept = Signal(str)
    renewed = Signal(str)
    facts_wanted = Signal(str)
    written = Signal(str, str)
    typed = Signal(str, str)
    retyped = Signal()

    def __init__(
        self, source_of: Callable[[Paragraph], str], wording_of: Callable[[str], Wording]
    ) -> None:
        super().__init__()
        self._source_of, self._wording_of = source_of, wording_of
        self._views: list[BlockView] = []
        self._placed: list[QWidget] = []
        self._editable, self._language = False, ""
        self._after = ""
        self.current = ""
        self.editor: GrowingEdit | None = None
        self._editing = ""
        self._host: BlockView | None = None
        self.write_row = WriteRow()
        self.write_row.written.connect(self._on_written)
        self.write_row.typed.connect(self._on_typed)
        self._box = stack(GROW, gap=4, pad=(20, 0, 16, 32))
        self.setLayout(self._box)

    # ---------------------------------------------------------------------- showing

    def set_document(self, document: Document, *, editable: bool) -> None:
        """Show a document; blocks that did not change keep their widgets, an open editor too."""
        fresh = document.language != self._language or editable != self._editable
        self._editable, self._language = editable, document.language
        old = {} if fresh else {(view.key, view.block): view for view in self._views}
        if fresh:
            self._close_editor()
        views = []
        for block in document.blocks:
            view = old.pop((block_key(block), block), None) if not fresh else None
            views.append(view or self._new_view(block))
        gone = [view for view in self._views if view not in views]
        focused = any(view.hasFocus() for view in gone)
        self._views = views
        if self._after not in self.block_keys():
            self._after = self.current if self.current in self.block_keys() else ""
            if self.write_row.words() and not self._after:
                self._after = self.block_keys()[-1]  # words being typed stay in sight
        self._lay_out()
        if self.current not in self.block_keys():
            self.current = ""
        if self._editing and self._editing not in self.block_keys():
            self._close_editor()
        self._mark(focused)  # before the old blocks go: an open editor moves out of its one first
        for view in gone:
            view.hide()
            view.deleteLater()

    def _new_view(self, block: Block) -> BlockView:
        view = BlockView(block)
        view.picked.connect(self.go_to)
        view.stepped.connect(self._on_stepped)
        view.opened.connect(self._on_opened)
        return view

    def _lay_out(self) -> None:
        """Put the blocks in their order and the row to write behind its block.

        Widgets leave by ``removeWidget``: an item taken by ``takeAt`` lives on beside Python and
        keeps the widget's cached height (PySide 6.12).
        """
        wanted: list[QWidget] = []
        for view in self._views:
            wanted.append(view)
            if self._editable and view.key and view.key == self._after:
                wanted.append(self.write_row)
        for widget in self._placed:
            if widget not in wanted:
                self._box.removeWidget(widget)
        for index, widget in enumerate(wanted):
            if self._box.indexOf(widget) != index:
                self._box.removeWidget(widget)
                self._box.insertWidget(index, widget)
            widget.show()
        self._placed = wanted
        self.write_row.setVisible(self.write_row in wanted)

    def block_keys(self) -> list[str]:
        """Return the keys of the blocks that can be current, in their order."""
        return [view.key for view in self._views if view.key]

    def view(self, key: str) -> BlockView | None:
        """Return the widget of a block."""
        return next((view for view in self._views if key and view.key == key), None)

    def _mark(self, focus: bool = False) -> None:
        """Draw every block that is, was or should be drawn otherwise than plain."""
        for view in self._views:
            here = bool(view.key) and view.key == self.current
            if self.editor is not None and view.key == self._editing:
                view.set_current(here)
                self._host_editor(view)
                continue
            stale = isinstance(view.block, Paragraph) and view.block.stale
            if here or view.current or stale:
                view.set_current(here)
                view.show_body(self._below(view.block, here))
            if here and focus:
                view.setFocus()
        first = self._views[0] if self._views and not self.current else None
        if first is not None and first.key:
            first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # ---------------------------------------------------------------------- the current block

    def go_to(self, key: str) -> None:
        """Make a block current; the row to write follows it unless words stand in it."""
        if key == self.current or key not in self.block_keys():
            return
        self.current = key
        if not self.write_row.words():
            self._after = key
            self._lay_out()
        self._mark()
        self.current_changed.emit(key)

    def settle(self) -> None:
        """Give every block its place now, before somebody scrolls to one."""
        self._box.activate()

    def focus_current(self) -> None:
        """Put the keyboard on the current block."""
        view = self.view(self.current)
        if view is not None:
            view.setFocus()

    def _on_stepped(self, key: str, step: int) -> None:
        keys = self.block_keys()
        at = max(0, min(len(keys) - 1, keys.index(key) + step))
        self.go_to(keys[at])
        self.focus_current()

    def _on_opened(self, key: str) -> None:
        self.go_to(key)
        self.edit_current()

    def section_of(self, key: str) -> str:
        """Return the key of the heading under which a block stands."""
        found = ""
        for view in self._views:
            if isinstance(view.block, Heading):
                found = view.key
            if view.key == key:
                return found
        return ""

    def _below(self, block: Block, here: bool) -> tuple[QWidget, ...]:
        if not isinstance(block, Paragraph) or not self._editable or not block.origin:
            return self._box_below(block) if here and self._editable else ()
        if block.stale:
            return (self._both_texts(block),)
        if not here:
            return ()
        tools: list[QWidget] = []
        if block.origin in ("override", "detached"):
            tools.append(link(self.tr("Take the record's words"), self._on_renew))
        if block.origin != "free":
            tools.append(link(self.tr("Change the fact"), self._on_fact))
        source = self._source_of(block)
        if block.origin == "detached":
            mark = chip(self.tr("link removed"), "warn", "link-break")
        else:
            mark = None
        edit = link(self.tr("Reword"), self.edit_current)
        words = small(source, "ink_2", wrap=True)
        line = row(mark, (words, 1), *tools, edit, keycap("F2"), gap=12, pad=(GUTTER + 10, 0, 4, 0))
        return (frame("", line),)

    def _box_below(self, block: Block) -> tuple[QWidget, ...]:
        if not isinstance(block, Box):
            return ()
        tool = link(self.tr("Change the fact"), self._on_fact)
        return (frame("", row(GROW, tool, gap=12, pad=(14, 0, 4, 0))),)

    def _both_texts(self, block: Paragraph) -> QWidget:
        made = StaleChoice(block.key, self._wording_of(block.key).from_record)
        made.kept.connect(self.kept)
        made.renewed.connect(self.renewed)
        return made

    def _on_renew(self) -> None:
        self.renewed.emit(self.current)

    def _on_fact(self) -> None:
        self.facts_wanted.emit(self.current)

    # ---------------------------------------------------------------------- editing in place

    def edit_current(self) -> None:
        """Open the current sentence or typed paragraph for other words."""
        view = self.view(self.current)
        if view is None or not self._editable or not isinstance(view.block, Paragraph):
            return
        if not view.block.origin or self._editing == self.current:
            return
        self._commit()
        self._editing = view.key
        self.editor = GrowingEdit(plain(view.block.spans), "", self.tr("Words of this sentence"))
        self.editor.committed.connect(self._on_enter)
        self.editor.cancelled.connect(self._on_escape)
        self.editor.left.connect(self._commit)
        self.editor.textChanged.connect(self.retyped)
        self._host_editor(view)
        self.editor.selectAll()

    def edit_again(self, key: str, words: str) -> bool:
        """Open a sentence with words that were half typed; False when it cannot be opened."""
        self.go_to(key)
        if self.current == key:
            self.edit_current()
        if self.editor is None or self._editing != key:
            return False
        self.editor.setPlainText(words)
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)
        return True

    def half_reworded(self) -> tuple[str, str]:
        """Return (key, words) of the open editor; no words when they are those of the sentence."""
        view = self.view(self._editing)
        if self.editor is None or view is None or not isinstance(view.block, Paragraph):
            return "", ""
        words = self.editor.toPlainText()
        same = words.strip() == plain(view.block.spans).strip()
        return self._editing, "" if same else words

    def _host_editor(self, view: BlockView) -> None:
        """Put the open editor into its block; moving it to a redrawn block keeps the keyboard."""
        if self.editor is None or self._host is view:
            return
        self._host = view
        self.editor.blockSignals(True)
        view.show_editor(self.editor, self._editor_help())
        self.editor.setFocus()
        self.editor.blockSignals(False)

    def _editor_help(self) -> tuple[QWidget, ...]:
        view = self.view(self._editing)
        free = (
            view is not None and isinstance(view.block, Paragraph) and view.block.origin == "free"
        )
        if free:
            words = self.tr("Enter keeps it, Esc leaves it as it was. Empty words remove it.")
        else:
            words = self.tr(
                "Enter keeps it, Esc leaves it as it was. Facts you leave standing stay bound."
            )
        return (frame("", row((small(words, "ink_2", wrap=True), 1), pad=(GUTTER + 10, 0, 4, 0))),)

    def _on_enter(self) -> None:
        self._commit()
        self.focus_current()

    def _on_escape(self) -> None:
        self._close_editor()
        self._mark()
        self.focus_current()

    def _commit(self) -> None:
        """Send the words of an open editor, if they are others than before."""
        if self.editor is None:
            return
        key, words = self._editing, self.editor.words()
        view = self.view(key)
        before = plain(view.block.spans) if view and isinstance(view.block, Paragraph) else words
        self._close_editor()
        self._mark()
        if words != before.strip():
            self.reworded.emit(key, words)

    def _close_editor(self) -> None:
        if self.editor is not None:
            self.editor.blockSignals(True)
            self.retyped.emit()
            view = self.view(self._editing)
            self.editor, self._editing, self._host = None, "", None
            if view is not None:
                view.show_body(self._below(view.block, view.key == self.current))

    def leave(self) -> None:
        """Keep what an open editor holds."""
        self._commit()

    # ---------------------------------------------------------------------- writing a paragraph

    def start_writing(self) -> None:
        """Put the keyboard into the row after the current block."""
        if not self.current and self.block_keys():
            self.go_to(self.block_keys()[-1])
        if self._editable:
            self.write_row.edit.setFocus()

    def half_typed(self) -> tuple[str, str]:
        """Return (key of the block before, words) of the paragraph being written."""
        return self._after, self.write_row.edit.toPlainText()

    def set_half_typed(self, after: str, words: str) -> None:
        """Show words that were half typed, after their block."""
        keys = self.block_keys()
        self._after = after if after in keys else self._after or (keys[-1] if keys else "")
        self.write_row.set_words(words)
        self._lay_out()

    def _on_written(self, words: str) -> None:
        after = self._after
        self.write_row.set_words("")
        self.written.emit(after, words)

    def _on_typed(self, words: str) -> None:
        self.typed.emit(self._after, words)

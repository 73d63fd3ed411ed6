"""The papers of the chosen item: their list, what can be done with one, and adding more."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from council.services.planning import papers
from council.ui.kit import GROW, Button, SegmentedSwitch, frame, row, small, stack
from council.ui.pages.meeting.papers.drops import FileDrops, Target
from council.ui.pages.meeting.papers.kinds import access_words
from council.ui.pages.meeting.papers.listing import PaperList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.domain.messages import Message
    from council.services.planning.agenda import ItemRow
    from council.services.planning.papers import PaperRow
    from council.ui.context import Context


class PapersCard(QWidget):
    """Papers of one item, kept by the dispatcher's thread, which reads and hashes the files.

    Signals: ``open_wanted(str)`` a paper's uid; ``reading(str)`` the name of the file being read.
    """

    open_wanted = Signal(str)
    reading = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.item: ItemRow | None = None
        self._stop = Event()
        self._under_way = 0
        self._changeable = True
        self.list = PaperList()
        self.access = SegmentedSwitch(
            [("public", access_words(public=True)), ("members", access_words(public=False))],
            "public",
            self.tr("Who may have the paper"),
        )
        self.open_button = self._tool("eye", self.tr("Look at the paper"))
        self.version_button = self._tool("files", self.tr("Put a newer version in its place"))
        self.rename_button = self._tool("pencil-simple", self.tr("Rename the paper"))
        self.remove_button = self._tool("trash", self.tr("Remove the paper"))
        self.add = Button(self.tr("Add paper"), "paperclip", "quiet")
        self.cancel = Button(self.tr("Cancel"), None, "plain", dense=True)
        self._note = small("", "ink_2", wrap=True)
        self._count = small("")
        self._hint = small(self.tr("or drop files here"))
        self._lay_out()
        self._connect()

    def _tool(self, glyph: str, name: str) -> Button:
        return Button("", glyph, "plain", h=36, name=name)

    def _lay_out(self) -> None:
        buttons = (self.open_button, self.version_button, self.rename_button, self.remove_button)
        self._changing = (self.access, *buttons[1:], self.add)
        self._tools = frame("", stack(self.access, row(*buttons, GROW, gap=4), gap=6))
        self._progress = frame("well", row((self._note, 1), self.cancel, pad=(10, 4, 4, 4)))
        self._progress.hide()
        self.setLayout(
            stack(
                row(small(self.tr("Papers"), "ink_2", "medium"), GROW, self._count),
                self.list,
                self._tools,
                self._progress,
                row(self.add, self._hint, GROW, gap=4),
                gap=6,
            )
        )

    def _connect(self) -> None:
        self.list.picked.connect(self._show_tools)
        self.list.open_wanted.connect(self.open_wanted)
        self.list.remove_wanted.connect(self._on_remove)
        self.list.papers.renamed.connect(self._on_renamed)
        self.access.chosen.connect(self._on_access)
        self.open_button.clicked.connect(self._on_open)
        self.version_button.clicked.connect(self._on_version)
        self.rename_button.clicked.connect(self.list.rename)
        self.remove_button.clicked.connect(self._on_remove)
        self.add.clicked.connect(self._on_add)
        self.cancel.clicked.connect(self._stop.set)
        self.reading.connect(self._on_reading, Qt.ConnectionType.QueuedConnection)
        self._drops = FileDrops(self, self._drop_target)
        self._drops.dropped.connect(self._on_dropped)

    # ---------------------------------------------------------------------- showing

    def let_change(self, *, on: bool) -> None:
        """Let papers come, change and go; without it they are only looked at."""
        self._changeable = on
        self.list.let_rename(on=on)
        for widget in self._changing:
            widget.setVisible(on)

    def show_item(self, item: ItemRow | None) -> None:
        """Show the papers of an item."""
        self.item = item
        found: Sequence[PaperRow] = ()
        if item is not None and item.attachments:
            found = papers.list_papers(self.context.reader, item.meeting_uid, item.uid)
        self.list.show_papers(found)
        self._count.setText(str(len(found)) if len(found) > 1 else "")
        self._hint.setVisible(self._changeable and not found)
        self.setVisible(self._changeable or bool(found))
        self._show_tools()

    def _show_tools(self) -> None:
        paper = self.list.current()
        self._tools.setVisible(paper is not None)
        if paper is not None:
            self.access.set_value("public" if paper.public else "members")

    # ---------------------------------------------------------------------- adding

    def _drop_target(self, at: QPoint) -> Target | None:
        """Tell what files would do here: replace the paper under them, else come to the item."""
        if self.item is None or not self._changeable:
            return None
        index = self.list.indexAt(self.list.mapFrom(self, at))
        if self.list.isVisible() and index.isValid():
            box = self.list.visualRect(index)
            corner = self.list.viewport().mapTo(self, box.topLeft())
            paper = self.list.papers.papers[index.row()]
            return Target(paper.uid, QRect(corner, box.size()), self.tr("Newer version"))
        return Target("", self.rect(), self.tr("Add to this item"))

    def _on_dropped(self, paper_uid: str, paths: list[Path]) -> None:
        if not paper_uid:
            self.attach_files(paths)
        elif len(paths) == 1:
            self.replace(paper_uid, paths[0])
        else:
            words = self.tr("A paper is replaced by one file. Drop one, or drop all beside it.")
            self.context.announce(words, "no")

    def _on_add(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Papers for this item"))
        if names:
            self.attach_files([Path(name) for name in names])

    def _on_version(self) -> None:
        uid = self.list.current_uid()
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Newer version of the paper"))
        if name:
            self.replace(uid, Path(name))

    def attach_files(self, paths: Sequence[Path], item_uid: str = "") -> None:
        """Attach files to the item shown, or to another one; all of them or none."""
        uid = item_uid or (self.item.uid if self.item else "")
        if uid and paths:
            self._begin(paths)
            self.context.dispatcher.run(
                papers.add_paper_files,
                uid,
                list(paths),
                go_on=self._go_on,
                on_done=self._on_attached,
                on_error=self._on_refused,
            )

    def replace(self, paper_uid: str, path: Path) -> None:
        """Put a file in place of a paper; the older version is kept."""
        self._begin([path])
        self.context.dispatcher.run(
            papers.add_version_file,
            paper_uid,
            path,
            on_done=self._on_ended,
            on_error=self._on_refused,
        )

    def _begin(self, paths: Sequence[Path]) -> None:
        self._stop.clear()
        self._under_way += 1
        self._on_reading(paths[0].name)
        self.cancel.setVisible(len(paths) > 1)
        self._progress.show()
        self.add.setEnabled(False)

    def _go_on(self, path: Path) -> bool:
        """Tell which file comes next; this is asked in the thread that reads."""
        self.reading.emit(path.name)
        return not self._stop.is_set()

    def _on_reading(self, name: str) -> None:
        self._note.setText(self.tr("Reading {name} …").format(name=name))

    def _on_attached(self, uids: list[str]) -> None:
        self._on_ended(uids[0] if uids else "")
        if not uids:
            self.context.announce(self.tr("Cancelled: no paper was added."), "info")

    def _on_ended(self, uid: str) -> None:
        self._under_way -= 1
        if not self._under_way:
            self._progress.hide()
            self.add.setEnabled(True)
        self.list.pick(uid)

    def _on_refused(self, message: Message) -> None:
        self._on_ended("")
        self.context.announce(self.context.say(message), "no")

    # ---------------------------------------------------------------------- the chosen paper

    def _on_open(self) -> None:
        self.open_wanted.emit(self.list.current_uid())

    def _on_remove(self) -> None:
        uid = self.list.current_uid()
        if uid and self._changeable:
            self.context.dispatcher.run(papers.remove_paper, uid)

    def _on_renamed(self, uid: str, name: str) -> None:
        self.context.dispatcher.run(papers.rename_paper, uid, name)

    def _on_access(self, value: str) -> None:
        uid = self.list.current_uid()
        if uid:
            self.context.dispatcher.run(papers.set_public, uid, public=value == "public")


__all__ = ["PapersCard"]

"""What opens in the place of the tree: papers, history, earlier items, comparing, templates."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QMenu

from council.domain.vocabulary import ItemState
from council.services.planning import agenda, compare, threads
from council.ui.actions import Command
from council.ui.pages.meeting.compare_panel import ComparePanel
from council.ui.pages.meeting.panel import Panel
from council.ui.pages.meeting.papers.drops import FileDrops, Target
from council.ui.pages.meeting.papers.viewer import PaperViewer
from council.ui.pages.meeting.templates_panel import TemplatesPanel
from council.ui.pages.meeting.thread_panel import SearchPanel, ThreadPanel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QStackedWidget

    from council.services.planning.agenda import ItemRow
    from council.ui.context import Context
    from council.ui.kit import Button
    from council.ui.pages.meeting.agenda_tree import AgendaTree
    from council.ui.pages.meeting.inspector import Inspector

_Made = TypeVar("_Made", PaperViewer, ThreadPanel, SearchPanel, ComparePanel, TemplatesPanel)


class PlanPanels(QObject):
    """The panels of Plan, each made when it is first wanted.

    They lie in ``pages`` beside the tree; ``back`` brings the tree to the front again.
    """

    def __init__(
        self,
        context: Context,
        meeting_uid: str,
        pages: QStackedWidget,
        tree: AgendaTree,
        inspector: Inspector,
        back: Callable[[], object],
    ) -> None:
        super().__init__(pages)
        self.context, self.meeting_uid = context, meeting_uid
        self._pages, self._tree, self._inspector, self._back = pages, tree, inspector, back
        self.viewer: PaperViewer | None = None
        self.thread_panel: ThreadPanel | None = None
        self.search: SearchPanel | None = None
        self.compare: ComparePanel | None = None
        self.templates: TemplatesPanel | None = None
        inspector.papers.open_wanted.connect(self.open_paper)
        inspector.history.clicked.connect(self.show_thread)
        tree.picked.connect(self._on_picked)
        drops = FileDrops(tree.viewport(), self._row_at)
        drops.dropped.connect(self._on_dropped)

    # ---------------------------------------------------------------------- files on a row

    def _row_at(self, at: QPoint) -> Target | None:
        """Tell on which item files would be dropped."""
        index = self._tree.indexAt(at)
        item = self._tree.agenda.item_at(index)
        if item is None or item.state == ItemState.STRUCK:
            return None
        box = self._tree.visualRect(index)
        wide = QRect(4, box.y(), self._tree.viewport().width() - 8, box.height())
        return Target(item.uid, wide, self.tr("Add to {number}").format(number=item.number))

    def _on_dropped(self, item_uid: str, paths: list[Path]) -> None:
        self._tree.pick(item_uid)
        self._inspector.papers.attach_files(paths, item_uid)

    # ---------------------------------------------------------------------- opening

    def _ready(self, made: _Made, back: Callable[[], object]) -> _Made:
        made.closed.connect(back)
        self._pages.addWidget(made)
        return made

    def open_paper(self, uid: str) -> None:
        """Show a paper inside the window; closing leads back to the list of papers."""
        if self.viewer is None:
            self.viewer = self._ready(PaperViewer(self.context), self._back_to_papers)
        self._pages.setCurrentWidget(self.viewer)
        self.viewer.show_paper(uid)

    def _back_to_papers(self) -> None:
        self._back()
        if self._inspector.papers.list.isVisible():
            self._inspector.papers.list.setFocus()

    def show_thread(self) -> None:
        """Show each time the chosen item's matter was before the council."""
        if self.thread_panel is None:
            made = ThreadPanel(self.context, self.meeting_uid)
            self.thread_panel = self._ready(made, self._back)
            made.search_wanted.connect(self.show_search)
        self.thread_panel.show_item(self._item())
        self._pages.setCurrentWidget(self.thread_panel)
        self.thread_panel.begin()

    def show_search(self) -> None:
        """Look for an earlier item to bring in."""
        if self.search is None:
            made = SearchPanel(self.context, self.meeting_uid)
            self.search = self._ready(made, self._back)
            made.bring_wanted.connect(self._on_bring)
        self.search.set_place(self._item())
        self._pages.setCurrentWidget(self.search)
        self.search.begin()

    def show_compare(self) -> None:
        """Put the last meeting's agenda beside this one."""
        if self.compare is None:
            made = ComparePanel(self.context, self.meeting_uid)
            self.compare = self._ready(made, self._back)
            made.copy_wanted.connect(self._on_copy)
        self._pages.setCurrentWidget(self.compare)
        self.compare.begin()

    def show_templates(self) -> None:
        """Show the council's templates."""
        if self.templates is None:
            made = TemplatesPanel(self.context, self.meeting_uid)
            self.templates = self._ready(made, self._back)
            made.used.connect(self._on_use)
        self._pages.setCurrentWidget(self.templates)
        self.templates.begin()

    def keep_as_template(self) -> None:
        """Show the templates, ready to keep this agenda as one."""
        self.show_templates()
        if self.templates is not None:
            self.templates.new_name.setFocus()

    def in_front(self) -> bool:
        """Tell whether one of them is in front and wants the room of the preview."""
        return isinstance(self._pages.currentWidget(), PaperViewer | Panel)

    def refresh(self) -> None:
        """Read anew what is in front."""
        shown = self._pages.currentWidget()
        if isinstance(shown, PaperViewer | Panel):
            shown.refresh()

    def _on_picked(self) -> None:
        shown = self._pages.currentWidget()
        if shown is self.thread_panel and self.thread_panel is not None:
            self.thread_panel.show_item(self._item())

    def _item(self) -> ItemRow | None:
        return self._tree.agenda.item_at(self._tree.currentIndex())

    # ---------------------------------------------------------------------- doing

    def _on_bring(self, uid: str) -> None:
        after = self._item()
        self.context.dispatcher.run(
            threads.bring_in,
            self.meeting_uid,
            uid,
            after_uid=after.uid if after else None,
            on_done=self._on_brought,
        )

    def _on_brought(self, uid: str) -> None:
        self._back()
        self._tree.pick(uid)
        self._tree.scrollTo(self._tree.currentIndex())

    def _on_copy(self, uids: list[str]) -> None:
        self.context.dispatcher.run(
            compare.copy_items, uids, self.meeting_uid, on_done=self._on_copied
        )

    def _on_copied(self, uids: list[str]) -> None:
        words = self.tr("1 item copied") if len(uids) == 1 else self.tr("{count} items copied")
        self.context.announce(words.format(count=len(uids)))

    def _on_use(self, uid: str) -> None:
        self.context.dispatcher.run(
            agenda.apply_template, self.meeting_uid, uid, on_done=self._on_applied
        )

    def _on_applied(self, uids: list[str]) -> None:
        self._back()
        if uids:
            self._tree.pick(uids[0])

    # ---------------------------------------------------------------------- by name

    def commands(self) -> list[Command]:
        """Return what can be done here by name."""
        group = self.tr("Agenda")
        return [
            Command(
                self.tr("This matter before"), self.show_thread, "repeat", "Ctrl+Shift+H", group
            ),
            Command(
                self.tr("Bring in an earlier item"),
                self.show_search,
                "magnifying-glass",
                "Ctrl+Shift+B",
                group,
            ),
            Command(
                self.tr("Compare with an earlier meeting"), self.show_compare, "columns", "", group
            ),
            Command(self.tr("From a template"), self.show_templates, "files", "", group),
            Command(
                self.tr("Keep this agenda as a template"),
                self.keep_as_template,
                "floppy-disk",
                "",
                group,
            ),
        ]

    def menu_under(self, button: Button) -> None:
        """Open all of it as a menu below a button."""
        menu = QMenu(button)
        for one in self.commands():
            menu.addAction(one.words).triggered.connect(one.run)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


__all__ = ["PlanPanels"]

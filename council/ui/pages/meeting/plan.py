"""Plan: the agenda tree, the editor of what is chosen, and the page as it will print."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from council.domain.vocabulary import ItemKind, ItemState, MeetingState
from council.services import meetings, publish
from council.services.council import words_in
from council.services.planning import agenda
from council.ui.actions import Command
from council.ui.kit import (
    GROW,
    A,
    Brush,
    Button,
    Elided,
    EmptyState,
    Painted,
    PdfPage,
    chip,
    frame,
    hline,
    label,
    refill,
    row,
    scrolled,
    small,
    stack,
)
from council.ui.pages.meeting.agenda_rows import CLOCK_W, EDGE, KIND_W, MIN_W
from council.ui.pages.meeting.agenda_tree import AgendaTree
from council.ui.pages.meeting.carry import CarryPanel
from council.ui.pages.meeting.inspector import Inspector
from council.ui.pages.meeting.many import ManyItems
from council.ui.pages.meeting.plan_entry import Entry, EntryLine
from council.ui.pages.meeting.plan_moves import Moves
from council.ui.pages.meeting.plan_panels import PlanPanels
from council.ui.pages.meeting.plan_remarks import RemarkBar, RemarksPanel, signs
from council.ui.pages.meeting.plan_rules import AgendaRules
from council.ui.pages.meeting.step import Step
from council.ui.pages.meeting.words import hhmm, minutes_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from council.services.planning.agenda import ItemRow, Waiting
    from council.ui.context import Context

PREVIEW_MS = 350
LONG = 40
REST_MS = 40
PREVIEW_FROM = 1180
THAI_HEADS = 6


class PlanStep(Step):
    """The agenda being written. Nothing asks to be saved: leaving a field keeps it."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"agenda", "meetings", "council", "motions", "rules", "people", "publications"}
    )

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.items: list[ItemRow] = []
        self.tree = AgendaTree(context.language, self._kind_word)
        self.entry = EntryLine(self.tr("Type the next item"), self.tr("Next item"))
        self.typing = Entry(context, meeting_uid, self.entry)
        self.inspector, self.many = Inspector(context), ManyItems(context)
        self.moves = Moves(context, self.tree, self._commit)
        self.carry = CarryPanel(context, meeting_uid)
        self.rules = AgendaRules()
        self.remark_bar, self.remarks_panel = RemarkBar(context), RemarksPanel(context)
        self.preview = PdfPage(268)
        self._preview_note = small("")
        self._wanted = ""
        self._waiting: Waiting | None = None  # not read yet
        self._carry_asked = False
        self._make_buttons()
        self._lay_out()
        self._connect()
        languages = context.council.languages
        heads = [words_in(languages, f"head.thai_{n + 1}") for n in range(THAI_HEADS)]
        self.tree.set_heads(frozenset(heads), context.word("minutes.th.none"))

    def _kind_word(self, item: ItemRow) -> str:
        if item.kind == ItemKind.HEADING:
            return ""
        return self.context.word(f"item_kind.{item.kind.value}")

    # ---------------------------------------------------------------------- building

    def _make_buttons(self) -> None:
        self.add = Button(self.tr("Add item"), "plus")
        self.carry_over = Button(self.tr("Carry over"), "arrow-bend-down-right")
        self.template = Button(self.tr("From template"), "files", "quiet")
        self.more = Button("", "dots-three", "plain", name=self.tr("More for this agenda"))
        self.pdf = Button(self.tr("Agenda PDF"), "file-pdf")
        self.next = Button(self.tr("On to notice"), "arrow-right", "primary")

    def _lay_out(self) -> None:
        self._hint = small(self.tr("Enter adds a row · drag to move"))
        tools = row(self.add, self.carry_over, self.template, GROW, self._hint, self.more)
        self._total = row(gap=8, pad=(16, 6, 16, 8))
        plus = Painted(lambda b, r: b.icon("plus", 0, 0, 18, "ink_3"), 18, 18)
        entry = row(plus, (self.entry, 1), gap=16, pad=(34, 0, 16, 0))
        empty = EmptyState(
            "list-numbers",
            self.tr("The agenda is empty"),
            self.tr("Type the first item below, or take a template and change it."),
        )
        self._tree_pages = QStackedWidget()
        self._tree_pages.addWidget(self.tree)
        self._tree_pages.addWidget(empty)
        self._heads = Painted(self._paint_heads, 0, 28)
        card = frame(
            "card",
            stack(
                self._heads,
                (self._tree_pages, 1),
                entry,
                hline(),
                self.remark_bar,
                self._total,
                gap=0,
                pad=(1, 4, 1, 0),
            ),
        )
        self._left = QStackedWidget()
        self._left.addWidget(card)
        self._left.addWidget(self.carry)
        self._left.addWidget(self.remarks_panel)
        self.panels = PlanPanels(
            self.context, self.meeting_uid, self._left, self.tree, self.inspector, self._on_back
        )
        self._editors = QStackedWidget()
        self._editors.addWidget(scrolled(self.inspector))
        self._editors.addWidget(scrolled(self.many))
        side = frame("card", stack(self._editors, pad=1))
        side.setFixedWidth(320)
        work = stack(tools, (row((self._left, 1), side, gap=12), 1), gap=10, pad=(24, 12, 16, 16))
        self._preview_side = frame("side_r", self._preview_box(), 301)
        self.setLayout(row((frame("canvas", work), 1), self._preview_side, gap=0))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PREVIEW_MS)
        self._timer.timeout.connect(self._ask_preview)
        self._rest, self._last = QTimer(self), QTimer(self)
        for timer, act in ((self._rest, self._read_rest_later), (self._last, self._read_last)):
            timer.setSingleShot(True)
            timer.setInterval(REST_MS)
            timer.timeout.connect(act)

    def _preview_box(self) -> QLayout:
        head = row(small(self.tr("Preview"), "ink_2", "strong"), GROW, self._preview_note)
        return stack(head, self.preview, GROW, gap=12, pad=(16, 12, 16, 12))

    def _paint_heads(self, brush: Brush, box: QRectF) -> None:
        right = min(box.width(), self.tree.viewport().width()) - EDGE
        side = A.AlignRight | A.AlignVCenter
        brush.write(QRectF(68, 0, 200, 28), self.tr("Item"), "small", "medium", "ink_3")
        kind = QRectF(right - CLOCK_W - MIN_W - KIND_W, 0, KIND_W, 28)
        brush.write(kind, self.tr("Kind"), "small", "medium", "ink_3")
        minutes = QRectF(right - CLOCK_W - MIN_W, 0, MIN_W - 6, 28)
        brush.write(minutes, self.tr("Min"), "small", "medium", "ink_3", side)
        starts = QRectF(right - CLOCK_W, 0, CLOCK_W, 28)
        brush.write(starts, self.tr("Starts"), "small", "medium", "ink_3", side)
        brush.rule(16, 27.5, right, 27.5)

    def _connect(self) -> None:
        tree = self.tree
        tree.picked.connect(self._on_picked)
        tree.chosen.connect(self._on_chosen)
        tree.next_wanted.connect(self.type_after)
        tree.pasted.connect(self._on_pasted)
        self.many.copies_wanted.connect(self.moves.duplicate)
        self.many.remove_wanted.connect(self.moves.remove)
        self.typing.made.connect(self._on_added)
        self.typing.many.connect(self._on_many)
        self.typing.left.connect(tree.setFocus)
        self.add.clicked.connect(self.type_after)
        self.carry_over.clicked.connect(self._on_carry)
        self.carry.closed.connect(self._on_back)
        self.remark_bar.clicked.connect(self.show_remarks)
        self.remarks_panel.closed.connect(self._on_back)
        self.remarks_panel.wanted.connect(self._on_remarked)
        self._left.currentChanged.connect(self._fit_preview)
        self.template.clicked.connect(self.panels.show_templates)
        self.more.clicked.connect(lambda: self.panels.menu_under(self.more))
        self.pdf.clicked.connect(self._on_pdf)
        self.next.clicked.connect(self._on_next)

    # ---------------------------------------------------------------------- showing

    def refresh(self) -> None:
        """Read the agenda anew."""
        desk = self.context.reader
        self.items = agenda.list_items(desk, self.meeting_uid)
        self.typing.set_known(frozenset(i.uid for i in self.items))
        self.tree.show_items(self.items)
        self._tree_pages.setCurrentIndex(0 if self.items else 1)
        self._heads.setVisible(bool(self.items))
        self._show_total()
        if not self.long():
            self._read_rest()
        else:  # what only depends on the agenda is read when the key has been answered
            self._rest.start()
        current = self.tree.current_uid() or (self.items[0].uid if self.items else "")
        if self._wanted in {i.uid for i in self.items}:
            current = self._wanted
        self._wanted = ""
        self.tree.pick(current)
        self._show_item(current)
        self._on_chosen(self.tree.chosen_uids())
        self._timer.start()

    def long(self) -> bool:
        """Tell whether the agenda is long, so that the page's head is read apart as well."""
        return len(self.items) > LONG

    def _read_rest(self) -> None:
        self._read_rules()
        self._read_last()

    def _read_rest_later(self) -> None:
        self._read_rules()
        self._show_item(self.tree.current_uid())
        self._last.start()

    def _read_last(self) -> None:
        self.template.setVisible(not self.items)
        self._hint.setVisible(bool(self.items))
        self.context.dispatcher.ask(
            agenda.list_waiting, self.meeting_uid, on_done=self._show_waiting
        )
        self.panels.refresh()

    def reveal(self, **more: Any) -> None:
        """Choose the item somebody came for."""
        self._wanted = str(more.get("item", ""))

    def _show_waiting(self, waiting: Waiting) -> None:
        self._waiting = waiting
        count = len(waiting.rows)
        words = self.tr("Carry over {count}").format(count=count)
        self.carry_over.set_text(words if count else self.tr("Nothing to carry over"))
        self.carry_over.setEnabled(bool(count or waiting.dismissed))
        if self._left.currentWidget() is self.carry:
            self.carry.show_waiting(waiting)
        elif self._carry_asked and self.carry_over.isEnabled():
            self._on_carry()
        self._carry_asked = False

    def _read_rules(self) -> None:
        """Ask the rules once for everything that is shown until the record changes."""
        self.rules = AgendaRules.read(self.context, self.meeting_uid, self.items)
        self.tree.show_remarks(signs(self.context, self.rules.remarks))
        self.remark_bar.set_remarks(self.rules.remarks)
        if self._left.currentWidget() is self.remarks_panel:
            self.remarks_panel.show_remarks(self.rules.remarks, self.items)

    def _show_item(self, uid: str) -> None:
        item = next((i for i in self.items if i.uid == uid), None)
        self.inspector.show_item(item)
        if item is None:
            self.inspector.show_rules([], (), "")
            return
        rulings = [one.ruling for one in self.rules.remarks if one.item_uid == uid]
        barred = self.rules.barred(self.context, item.topic)
        self.inspector.show_rules(rulings, self.rules.topics, barred)

    def _show_total(self) -> None:
        language = self.context.language
        meeting = meetings.get_meeting(self.context.reader, self.meeting_uid)
        total = self.planned_minutes()
        end = meeting.starts_local + timedelta(minutes=total)
        span = self.tr("{start} to {end}").format(
            start=hhmm(meeting.starts_local, language), end=hhmm(end, language)
        )
        parents = {i.parent_uid for i in self.items}
        without = sum(1 for i in self.items if i.minutes is None and i.uid not in parents)
        note = None
        if without and self.items:
            words = self.tr("{count} without minutes").format(count=without)
            note = chip(words, "warn", "clock")
        elif self.items:
            note = chip(self.tr("every item has its time"), "yes", "check-circle")
        posted = meeting.state != MeetingState.PLANNED
        self.tree.posted = posted
        fixed = chip(self.tr("posted: numbers stand"), "accent", "push-pin") if posted else None
        refill(
            self._total,
            label(minutes_words(total), "body", "strong"),
            Elided(span, "small", "regular", "ink_2", hug=True) if total else None,
            GROW,
            self._consent_chip(),
            fixed,
            note,
        )

    def _consent_chip(self) -> QWidget | None:
        alive = (item for item in self.items if item.state != ItemState.STRUCK)
        count = sum(1 for item in alive if item.consent)
        words = self.tr("decided together: {count}").format(count=count)
        return chip(words, "neutral", "handshake") if count else None

    def planned_minutes(self) -> int:
        """Return the minutes of all items; one with sub-items takes at least as long as they do."""
        below: dict[str | None, list[ItemRow]] = {}
        for item in self.items:
            if item.state != ItemState.STRUCK:
                below.setdefault(item.parent_uid, []).append(item)

        def length(parent: str | None) -> int:
            return sum(max(i.minutes or 0, length(i.uid)) for i in below.get(parent, ()))

        return length(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the preview go where there is no room for it."""
        super().resizeEvent(event)
        self._fit_preview()

    def _fit_preview(self) -> None:
        room = self.width() >= PREVIEW_FROM and not self.panels.in_front()
        self._preview_side.setVisible(room)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard where one goes on: the tree, or the line of the first item."""
        super().showEvent(event)
        (self.tree if self.items else self.entry).setFocus()

    def _ask_preview(self) -> None:
        if not self.isVisible() or not self._preview_side.isVisible():
            return
        self.context.dispatcher.ask(
            publish.agenda_pdf, self.meeting_uid, self.context.language, on_done=self._on_preview
        )

    def _on_preview(self, data: bytes) -> None:
        self.preview.set_pdf(data)
        count = self.preview.page_count()
        words = self.tr("1 page") if count == 1 else self.tr("{count} pages").format(count=count)
        self._preview_note.setText(words)

    def header_actions(self) -> list[Button]:
        """Return the PDF and the way on."""
        return [self.pdf, self.next]

    # ---------------------------------------------------------------------- typing

    def type_after(self) -> None:
        """Go to the line that adds an item after the current one."""
        self.typing.go_below(self.tree.current_uid())
        item = next((i for i in self.items if i.uid == self.tree.current_uid()), None)
        if item is None or item is self.items[-1]:
            self.entry.setPlaceholderText(self.tr("Type the next item"))
        else:
            words = self.tr("Type the item after {number}").format(number=item.number)
            self.entry.setPlaceholderText(words)
        self.entry.setFocus()

    def _on_added(self, uid: str) -> None:
        self.tree.pick(uid)
        self.tree.scrollTo(self.tree.currentIndex())

    def _on_many(self, uids: list[str]) -> None:
        def choose() -> None:
            self.tree.choose(uids)
            self.tree.setFocus()

        QTimer.singleShot(0, self, choose)  # the new rows are shown first
        words = self.tr("{count} items added").format(count=len(uids))
        self.context.announce(words)

    def _on_pasted(self, words: str) -> None:
        self.typing.go_below(self.tree.current_uid())
        self.typing.paste(words)

    def _on_picked(self, uid: str) -> None:
        if not self.typing.busy():
            self.typing.go_below(uid)
        self._show_item(uid)

    def _on_chosen(self, uids: list[str]) -> None:
        """Show the editor of one item, or that of many."""
        chosen = set(uids)
        found = [item for item in self.items if item.uid in chosen]
        several = len(found) > 1
        if several:
            self.inspector.commit()
            self.many.show_items(found, self.rules.topics)
        elif self._editors.currentIndex():
            self.many.commit()
        self._editors.setCurrentIndex(1 if several else 0)

    def _commit(self) -> None:
        """Put what is half typed beside the agenda into the record."""
        if self._editors.currentIndex():
            self.many.commit()
        self.inspector.commit()

    # ---------------------------------------------------------------------- the buttons

    def _on_carry(self) -> None:
        """Open the list; what waits may still be under way, then it opens as soon as it is here."""
        if self._waiting is None:
            self._carry_asked = True
            return
        self.carry.show_waiting(self._waiting)
        self._left.setCurrentWidget(self.carry)
        self.carry.add.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_back(self) -> None:
        self._left.setCurrentIndex(0)
        self.tree.setFocus()

    def show_remarks(self) -> None:
        """Show everything the rules say of the agenda, in the place of the tree."""
        self.remarks_panel.show_remarks(self.rules.remarks, self.items)
        self._left.setCurrentWidget(self.remarks_panel)
        self.remarks_panel.close_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_remarked(self, uid: str) -> None:
        self._on_back()
        self.tree.pick(uid)

    def _on_pdf(self) -> None:
        self._commit()
        self.context.dispatcher.ask(
            publish.agenda_pdf, self.meeting_uid, self.context.language, on_done=self._on_made
        )

    def _on_made(self, data: bytes) -> None:
        name = publish.suggested_name(
            self.context.reader, self.meeting_uid, "agenda", self.context.language
        )
        self.context.open_pdf(data, name)

    def _on_next(self) -> None:
        self.context.navigate("meeting", self.meeting_uid, step="notice")

    def leave(self) -> None:
        """Keep what is half typed."""
        self._commit()
        if self.entry.text().strip():
            self.typing.keep()

    def commands(self) -> list[Command]:
        """Return what can be done here."""
        group = self.tr("Agenda")
        return [
            Command(self.tr("Add an item"), self.type_after, "plus", "Ctrl+Return", group),
            *self.moves.commands(),
            *self.panels.commands(),
            Command(self.tr("Agenda PDF"), self._on_pdf, "file-pdf", "Ctrl+P", group),
            Command(self.tr("What the rules say"), self.show_remarks, "scales", "", group),
        ]


__all__ = ["PlanStep"]

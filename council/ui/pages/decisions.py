"""Decisions: every motion that was ever decided, found by its words, year, outcome, mover, body."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QFileDialog, QStackedWidget, QWidget

from council.domain import calendars
from council.domain.vocabulary import Outcome
from council.services import meetings
from council.services.decision_list import decisions_csv
from council.services.members import bodies, people
from council.services.session import motions
from council.ui.actions import Command
from council.ui.kit import (
    GROW,
    ROW_ROLE,
    Button,
    Column,
    DataTable,
    EmptyState,
    combo,
    frame,
    heading,
    line_edit,
    row,
    small,
    stack,
)
from council.ui.kit.flow import Flow
from council.ui.kit.narrow import when_narrow
from council.ui.page import Page
from council.ui.pages.decision_card import DecisionCard
from council.ui.pages.decision_words import (
    motion_words,
    outcome_look,
    outcome_width,
    outcome_words,
    short_name,
    tally_words,
)

if TYPE_CHECKING:
    from council.services.session.motions import MotionRow
    from council.ui.context import Context

NARROW = 1100
WAIT_MS = 150


class DecisionsPage(Page):
    """A search field, filters, rows; the chosen decision on the right."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"motions", "votes", "meetings", "people", "bodies"}
    )
    scrolls: ClassVar[bool] = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.rows: list[MotionRow] = []
        self._wanted = ""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self.search)
        self._make_filters()
        self._make_table()
        self.card = DecisionCard(context)
        self.card.motion_wanted.connect(self.pick)
        self.export_button = Button(self.tr("Export CSV"), "download-simple")
        self.export_button.clicked.connect(self._on_export)
        self._count = small("", "ink_2")
        self._lay_out()

    def _make_filters(self) -> None:
        self.text = line_edit(
            "", self.tr("Words or number of a motion"), self.tr("Search decisions")
        )
        self.text.textChanged.connect(self._wait.start)
        self.text.returnPressed.connect(self.search)
        self.year = combo([], name=self.tr("Year"), width=120)
        outcomes = [(one.value, self.context.word(f"outcome.{one.value}")) for one in Outcome]
        self.outcome = combo([("", self.tr("Any outcome")), *outcomes], "", self.tr("Outcome"), 168)
        self.mover = combo([], name=self.tr("Mover"), width=176)
        self.body = combo([], name=self.tr("Body"), width=200)
        for box in (self.year, self.outcome, self.mover, self.body):
            box.activated.connect(self.search)

    def _make_table(self) -> None:
        context = self.context
        wide = outcome_width(context) + 16
        columns = [
            Column["MotionRow"](self.tr("Number"), lambda r: r.number or "", 88, "medium",
                                "ink_3", "small", key=_number_key),
            Column["MotionRow"](self.tr("Motion"), lambda r: motion_words(context, r), 0, "medium"),
            Column["MotionRow"](self.tr("Mover"), lambda r: short_name(context.show(r.mover_name)),
                                92, color="ink_2", size="small", spare=True),
            Column["MotionRow"](self.tr("Tally"), tally_words, 72, "medium", size="small",
                                right=True, key=_margin),
            Column["MotionRow"](self.tr("Outcome"), lambda r: outcome_words(context, r), wide,
                                "medium", size="small", tone=outcome_look),
            Column["MotionRow"](self.tr("Date"), self._day, 104, color="ink_3", size="small",
                                key=lambda r: (r.meeting_date, str(r.made_at or "")), spare=True),
        ]  # fmt: skip
        self.table = DataTable(
            columns, lambda r: r.uid, self.tr("Decisions"), sort_by=5, descending=True
        )
        self.table.picked.connect(self._on_picked)
        self.table.opened.connect(self._on_opened)

    def _lay_out(self) -> None:
        head = row(heading(self.tr("Decisions")), 8, self._count, GROW, self.export_button, gap=8)
        filters = Flow(8, 6)
        for box in (self.year, self.outcome, self.mover, self.body):
            filters.add_piece(row(box))
        card = frame("card", stack(self.table, gap=0, pad=(12, 4, 12, 4)))
        self.empty = EmptyState(
            "gavel",
            self.tr("No decisions here"),
            self.tr("Every motion that a meeting decides appears here with its votes."),
        )
        self._views = QStackedWidget()
        self._views.addWidget(card)
        self._views.addWidget(self.empty)
        left = stack(head, self.text, filters, (self._views, 1), gap=10, pad=(24, 12, 20, 16))
        self.setLayout(row((left, 1), self.card, gap=0))
        when_narrow(self, NARROW, self.card.fold)

    def _day(self, motion: MotionRow) -> str:
        return calendars.short_date(motion.meeting_date, self.context.language)

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("Decisions")

    def first(self) -> QWidget:
        """Begin in the search field."""
        return self.text

    def commands(self) -> list[Command]:
        """Offer searching and the export."""
        where = self.tr("Decisions")
        return [
            Command(
                self.tr("Search decisions"), self._on_find, "magnifying-glass", "Ctrl+F", where
            ),
            Command(self.tr("Export CSV"), self._on_export, "download-simple", "Ctrl+E", where),
        ]

    def show_for(self, uid: str = "", **more: Any) -> None:
        """Show a motion, or the list; ``text``, ``mover``, ``outcome`` filter it."""
        self._wanted = uid
        if more.get("text") is not None:
            self.text.setText(str(more["text"]))
        if uid:  # a filter must not hide what somebody came for
            self.text.clear()
            for box in (self.year, self.outcome, self.mover, self.body):
                box.setCurrentIndex(0)

    def refresh(self) -> None:
        """Read the filters' choices and the decisions anew."""
        context, desk = self.context, self.context.reader
        years = sorted(
            {one.starts_local.year for one in meetings.list_meetings(desk)}, reverse=True
        )
        thai = context.language == "th"
        shown = [(year, str(year + calendars.BE_OFFSET if thai else year)) for year in years]
        _refill(self.year, [(None, self.tr("Any year")), *shown])
        persons = [(one.uid, context.show(one.name)) for one in people.list_people(desk)]
        _refill(self.mover, [(None, self.tr("Any mover")), *persons])
        found = [(one.uid, context.show(one.name)) for one in bodies.list_bodies(desk)]
        _refill(self.body, [(None, self.tr("Any body")), *found])
        self.body.setVisible(len(found) > 1)
        self.search()

    def search(self) -> None:
        """Show what fits the search field and the filters."""
        self._wait.stop()
        self.rows = motions.search_decisions(
            self.context.reader,
            text=self.text.text(),
            year=self.year.currentData(),
            outcome=self.outcome.currentData() or None,
            mover_uid=self.mover.currentData(),
            body_uid=self.body.currentData(),
        )
        self._count.setText(self.tr("{count} listed").format(count=len(self.rows)))
        self.export_button.setEnabled(bool(self.rows))
        self._views.setCurrentIndex(0 if self.rows else 1)
        self.table.set_rows(self.rows)
        keep = self._wanted or self.card.uid
        uids = [one.uid for one in self.rows]
        chosen = keep if keep in uids else (uids[0] if uids else "")
        self._wanted = ""
        self._show(chosen)
        if chosen:
            self.table.pick(chosen)

    def pick(self, uid: str) -> None:
        """Choose a decision, dropping the filters when they hide it."""
        if uid not in {one.uid for one in self.rows}:
            self.show_for(uid)
            self.search()
        else:
            self.table.pick(uid)

    def _on_picked(self, uid: str) -> None:
        self._show(uid)

    def _on_opened(self, uid: str) -> None:
        motion = next((one for one in self.rows if one.uid == uid), None)
        if motion is not None:
            self.context.navigate("meeting", motion.meeting_uid)

    def _show(self, uid: str) -> None:
        self.card.show_motion(next((one for one in self.rows if one.uid == uid), None))

    def _on_find(self) -> None:
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    # ------------------------------------------------------------------------ export

    def listed(self) -> list[MotionRow]:
        """Return the decisions in the order in which the table shows them."""
        model = self.table.model()
        return [model.index(i, 0).data(ROW_ROLE) for i in range(model.rowCount())]

    def export_to(self, path: Path) -> None:
        """Write what is listed, in its order, as a CSV file."""
        data = decisions_csv(self.listed(), self.context.language)
        try:
            path.write_bytes(data)
        except OSError as refused:
            words = self.tr("{file} could not be written: {reason}")
            said = words.format(file=path.name, reason=refused.strerror or refused)
            self.context.announce(said, "no")
            return
        words = self.tr("{count} decisions written to {file}")
        self.context.announce(words.format(count=len(self.rows), file=path.name))

    def _on_export(self) -> None:
        if not self.rows:
            return
        suggested = str(Path.home() / (self.tr("decisions") + ".csv"))
        title, pattern = self.tr("Export CSV"), self.tr("CSV (*.csv)")
        chosen, _ = QFileDialog.getSaveFileName(self, title, suggested, pattern)
        if chosen:
            self.export_to(Path(chosen))


def _refill(box: QComboBox, choices: list[tuple[Any, str]]) -> None:
    chosen = box.currentData()
    box.clear()
    for value, words in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))


def _number_key(motion: MotionRow) -> tuple[int, ...]:
    """Sort 2026-9 before 2026-10 and 2026-9/1 between them."""
    plain = calendars.fold_digits(motion.number or "")
    parts = "".join(sign if sign.isdigit() else " " for sign in plain).split()
    return tuple(int(part) for part in parts)


def _margin(motion: MotionRow) -> tuple[int, int]:
    counts = motion.vote.counts if motion.vote else None
    return (counts.yes - counts.no, counts.yes) if counts else (-(10**6), 0)

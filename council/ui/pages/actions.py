"""Actions: who does what by when; overdue ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from council.domain import calendars
from council.domain.text import Text
from council.domain.vocabulary import ActionState
from council.services import actions
from council.ui.actions import Command
from council.ui.kit import (
    GROW,
    Button,
    Column,
    DataTable,
    EmptyState,
    SegmentedSwitch,
    chip,
    combo,
    frame,
    heading,
    line_edit,
    refill,
    row,
    stack,
)
from council.ui.kit.flow import Flow
from council.ui.kit.narrow import when_narrow
from council.ui.page import Page
from council.ui.pages.action_card import ActionCard

if TYPE_CHECKING:
    from council.services.actions import ActionRow
    from council.ui.context import Context

_NOBODY = "-"
NARROW = 1100
_ALL = "all"


class ActionsPage(Page):
    """A line to add, filters by state and owner, rows; the chosen action on the right."""

    watches: ClassVar[frozenset[str]] = frozenset({"actions", "people", "meetings"})
    scrolls: ClassVar[bool] = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.rows: list[ActionRow] = []
        self._wanted = ""
        self.what = line_edit(
            "", self.tr("What is to be done? Enter adds it."), self.tr("New action")
        )
        self.what.returnPressed.connect(self.add)
        self.add_button = Button(self.tr("Add action"), "plus", "primary")
        self.add_button.clicked.connect(self._on_add)
        states = [(one.value, context.word(f"action_state.{one.value}")) for one in ActionState]
        states.append((_ALL, self.tr("All")))
        self.state = SegmentedSwitch(states, ActionState.OPEN.value, self.tr("State"))
        self.state.chosen.connect(self.show_rows)
        self.owner = combo([], name=self.tr("Owner"), width=220)
        self.owner.activated.connect(self.show_rows)
        self._counts = row(gap=16)
        self._make_table()
        self.card = ActionCard(context)
        self._lay_out()

    def _make_table(self) -> None:
        columns = [
            Column["ActionRow"](self.tr("Number"), lambda r: r.number, 76, "medium", "ink_3",
                                "small", key=lambda r: _digits(r.number)),
            Column["ActionRow"](self.tr("What"), self._what, 0, "medium"),
            Column["ActionRow"](self.tr("Owner"), self._owner, 140, color="ink_2", size="small",
                                spare=True),
            Column["ActionRow"](self.tr("Due"), self._due, 126, size="small", tone=_due_tone,
                                key=lambda r: str(r.due_on or "9999")),
            Column["ActionRow"](self.tr("State"), self._state, 152, size="small", tone=_state_tone,
                                key=lambda r: (r.state.value, not r.overdue)),
            Column["ActionRow"](self.tr("Given at"), self._given_at, 90,
                                color="ink_3", size="small", spare=True),
        ]  # fmt: skip
        self.table = DataTable(columns, lambda r: r.uid, self.tr("Actions"), sort_by=3)
        self.table.picked.connect(self._on_picked)
        self.table.opened.connect(self._on_opened)

    def _lay_out(self) -> None:
        head = row(heading(self.tr("Actions")), 8, self._counts, GROW, gap=8)
        add = row((self.what, 1), self.add_button, gap=8)
        filters = Flow(12, 6)
        for part in (self.state, self.owner):
            filters.add_piece(row(part))
        card = frame("card", stack(self.table, gap=0, pad=(12, 4, 12, 4)))
        self.empty = EmptyState(
            "list-checks",
            self.tr("Nothing here"),
            self.tr("What somebody promised at a meeting stands here until it is done."),
        )
        self._views = QStackedWidget()
        self._views.addWidget(card)
        self._views.addWidget(self.empty)
        left = stack(head, add, filters, (self._views, 1), gap=10, pad=(24, 12, 20, 16))
        self.setLayout(row((left, 1), self.card, gap=0))
        when_narrow(self, NARROW, self.card.fold)

    # ------------------------------------------------------------------------ words of a row

    def _what(self, one: ActionRow) -> str:
        return " ".join(self.context.show(one.what).split())

    def _given_at(self, row: ActionRow) -> str:
        return calendars.meeting_number(row.meeting_number, self.context.language)

    def _owner(self, one: ActionRow) -> str:
        return self.context.show(one.owner_name) or self.tr("nobody yet")

    def _due(self, one: ActionRow) -> str:
        return calendars.short_date(one.due_on, self.context.language) if one.due_on else ""

    def _state(self, one: ActionRow) -> str:
        if one.overdue and one.due_on:
            days = (self.context.reader.today() - one.due_on).days
            return self.tr("{count} days over").format(count=days)
        return self.context.word(f"action_state.{one.state.value}")

    # ------------------------------------------------------------------------ page

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("Actions")

    def commands(self) -> list[Command]:
        """Offer adding, finishing and dropping."""
        where = self.tr("Actions")
        return [
            Command(self.tr("Add action"), self._focus_new, "plus", "Ctrl+N", where),
            Command(self.tr("Done"), self.card.finish, "check", "Ctrl+D", where),
        ]

    def show_for(self, uid: str = "", **more: Any) -> None:
        """Show one action, whatever its state, or the list; ``owner`` chooses a person's."""
        self._wanted = uid
        if uid:
            found = next(
                (a for a in actions.list_actions(self.context.reader) if a.uid == uid), None
            )
            self.state.set_value(found.state.value if found else _ALL)
            self.owner.setCurrentIndex(0)

    def refresh(self) -> None:
        """Read the actions anew."""
        found = actions.list_actions(self.context.reader)
        chosen = self.owner.currentData()
        self.owner.clear()
        self.owner.addItem(self.tr("Anybody"), "")
        owners = {one.owner_uid: one.owner_name for one in found if one.owner_uid}
        names = sorted((self.context.show(name), uid) for uid, name in owners.items())
        for name, uid in names:
            self.owner.addItem(name, uid)
        self.owner.addItem(self.tr("Nobody on file"), _NOBODY)
        self.owner.setCurrentIndex(max(0, self.owner.findData(chosen or "")))
        waiting = [one for one in found if one.state is ActionState.OPEN]
        late = sum(one.overdue for one in waiting)
        words = self.tr("{count} open").format(count=len(waiting))
        over = self.tr("{count} overdue").format(count=late)
        refill(
            self._counts,
            chip(words, "accent", "list-checks", bare=True, weight="regular"),
            chip(over, "no", "warning-circle", bare=True) if late else None,
        )
        self.show_rows()

    def show_rows(self) -> None:
        """Show what fits the filters."""
        state = self.state.value()
        found = actions.list_actions(self.context.reader, None if state == _ALL else state)
        owner = self.owner.currentData() or ""
        if owner == _NOBODY:
            found = [one for one in found if one.owner_uid is None]
        elif owner:
            found = [one for one in found if one.owner_uid == owner]
        self.rows = found
        self._views.setCurrentIndex(0 if found else 1)
        self.table.set_rows(found)
        keep = self._wanted or self.card.uid
        uids = [one.uid for one in found]
        chosen = keep if keep in uids else (uids[0] if uids else "")
        self._wanted = ""
        self._show(chosen)
        if chosen:
            self.table.pick(chosen)

    def _show(self, uid: str) -> None:
        self.card.show_action(next((one for one in self.rows if one.uid == uid), None))

    def _on_picked(self, uid: str) -> None:
        self._show(uid)

    def _on_opened(self, uid: str) -> None:
        self._show(uid)
        self.card.what.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------------ adding

    def _focus_new(self) -> None:
        self.what.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_add(self) -> None:
        if self.what.text().strip():
            self.add()
        else:
            self._focus_new()

    def add(self) -> None:
        """Add what stands in the line; owner and day are given on the right."""
        words = self.what.text().strip()
        if words:
            self.context.dispatcher.run(
                actions.add_action,
                what=Text.of(words, self.context.council.languages[0]),
                on_done=self._on_added,
            )

    def _on_added(self, uid: str) -> None:
        self.what.clear()
        self.show_for(uid)
        self.refresh()
        self.card.owner.setFocus(Qt.FocusReason.OtherFocusReason)


def _digits(number: str) -> int:
    return int("".join(sign for sign in number if sign.isdigit()) or 0)


def _due_tone(one: ActionRow) -> tuple[str, str] | None:
    return ("warning-circle", "no") if one.overdue else None


def _state_tone(one: ActionRow) -> tuple[str, str] | None:
    if one.overdue:
        return ("clock-countdown", "no")
    looks = {
        ActionState.OPEN: ("circle-half", "accent"),
        ActionState.DONE: ("check-circle", "yes"),
        ActionState.DROPPED: ("minus-circle", "neutral"),
    }
    return looks[one.state]

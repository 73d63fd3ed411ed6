"""The roll call: one cell a seat, Y N A R, the next name by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from council.domain.vocabulary import Choice
from council.ui.kit import VoteCell, VoteCellState, clear
from council.ui.pages.meeting.meet.keys import is_enter, letter
from council.ui.pages.meeting.words import hhmm, short_name

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from council.services.attendance import RoomRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

CHOICES: Final = {
    "Y": Choice.YES.value, "N": Choice.NO.value, "A": Choice.ABSTAIN.value,
    "R": Choice.RECUSED.value,
}  # fmt: skip
CELL_W = 124


class RollCall(QWidget):
    """The grid of a vote by name.

    Y N A R answer for the framed seat; with Shift for everybody who has not answered. A seat's
    letter or the arrows go to a seat; Backspace goes back one and takes its answer away.

    Signals: ``answered(dict)`` person uid to choice (None takes it away); ``declare_wanted()``;
    ``gave_up()``; ``moved()`` when another seat is framed.
    """

    answered = Signal(dict)
    declare_wanted = Signal()
    gave_up = Signal()
    moved = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.order: list[RoomRow] = []
        self.given: dict[str, str] = {}
        self.waiting: dict[str, str | None] = {}  # answers on their way to the record
        self.cells: dict[str, VoteCell] = {}
        self.next_uid = ""
        self._vote_uid, self._typed = "", ""
        self._columns = 5
        self._all: list[tuple[str, VoteCell]] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._grid)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Roll call"))

    # ------------------------------------------------------------------ showing

    def show_vote(self, shot: Snapshot) -> None:
        """Show the ballots of the open vote; answers still under way win over the record."""
        vote = shot.vote
        if vote is None:
            return
        presiding = shot.meeting.presiding_uid
        members = [r for r in shot.members if r.person_uid != presiding]
        members += [r for r in shot.members if r.person_uid == presiding]
        shape = [r.person_uid for r in members]
        fresh = vote.uid != self._vote_uid
        if fresh or shape != [r.person_uid for r in self.order]:
            self._build(members, shot)
        self.order = members
        self._recused = set(vote.recused)
        stored = {b.person_uid: b.choice for b in vote.ballots if not b.casting}
        if fresh:
            self.waiting.clear()
            self._vote_uid = vote.uid
        self.given = stored
        for uid, choice in self.waiting.items():
            self._give(uid, choice)
        if fresh or self.next_uid not in self._callable():
            self.next_uid = self._first_open()
        self._paint_cells()

    def _build(self, members: list[RoomRow], shot: Snapshot) -> None:
        clear(self._grid)
        self.cells, self._all = {}, []
        for one in members:
            cell = VoteCell(VoteCellState("", ""))
            cell.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            cell.clicked.connect(self._on_cell)
            self.cells[str(one.person_uid)] = cell
            self._all.append((str(one.person_uid), cell))
        for label in shot.vacant:
            name = label.show(self.context.language)
            state = VoteCellState(name, self.tr("vacant"), presence="vacant")
            cell = VoteCell(state)
            cell.setEnabled(False)
            cell.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._all.append(("", cell))
        self._place()

    def _place(self) -> None:
        for _uid, cell in self._all:
            self._grid.removeWidget(cell)
        for number, (_uid, cell) in enumerate(self._all):
            self._grid.addWidget(cell, number // self._columns, number % self._columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as there is room for."""
        super().resizeEvent(event)
        columns = max(2, min(6, (self.width() + 8) // (CELL_W + 8)))
        if columns != self._columns:
            self._columns = columns
            self._place()
            # Whoever holds this is being laid out just now and would not hear of the new height.
            QTimer.singleShot(0, self, self._tell_height)

    def _tell_height(self) -> None:
        holder: QWidget | None = self
        while holder is not None and not holder.isWindow():
            holder.updateGeometry()
            holder = holder.parentWidget()

    def _callable(self) -> list[str]:
        """Return who is called, in order: members in the room, without those recused before."""
        return [str(r.person_uid) for r in self.order if r.here]

    def open_uids(self) -> list[str]:
        """Return who has not answered, the recused left out."""
        return [
            uid for uid in self._callable() if uid not in self.given and uid not in self._recused
        ]

    def _first_open(self) -> str:
        waiting = self.open_uids()
        return waiting[0] if waiting else ""

    def _paint_cells(self) -> None:
        for one in self.order:
            uid = str(one.person_uid)
            self.cells[uid].set_state(self._state(one, uid))

    def _state(self, one: RoomRow, uid: str) -> VoteCellState:
        name = short_name(one.name, self.context.language)
        choice = self.given.get(uid, "")
        if not choice and uid in self._recused:
            choice = Choice.RECUSED.value
        if uid == self.next_uid:
            words = "Y  N  A  R" if not choice else self.context.word(f"choice.{choice}")
            return VoteCellState(name, words, one.code, "next")
        if choice:
            words = self.context.word(f"choice.{choice}")
            return VoteCellState(name, words, one.code, choice)
        if one.here:
            return VoteCellState(name, "–", one.code, "", "present")
        return VoteCellState(name, self._away(one), one.code, "", one.state)

    def _away(self, one: RoomRow) -> str:
        if one.state == "left":
            time = hhmm(one.until, self.context.language) if one.until else ""
            return self.tr("left {time}").format(time=time)
        return {
            "excused": self.tr("excused"),
            "absent": self.tr("absent"),
        }.get(one.state, self.tr("not here"))

    # ------------------------------------------------------------------ answering

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take answers, seats, arrows, Enter and Escape."""
        if self._navigate(event):
            return
        typed = letter(event)
        if typed in CHOICES and not self._typed:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.answer_rest(CHOICES[typed])
            else:
                self.answer(CHOICES[typed])
        elif typed:
            self._go_to_code(typed)
        else:
            super().keyPressEvent(event)

    def _navigate(self, event: QKeyEvent) -> bool:
        key = event.key()
        steps = {
            Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_Up: -self._columns,
        }  # fmt: skip
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in steps and not control:
            self._step(steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Backspace and not control:
            self._step(-1)
            if self.next_uid in self.given:
                self._send({self.next_uid: None})
        elif is_enter(event):
            self.declare_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.gave_up.emit()
        else:
            return False
        return True

    def _step(self, step: int) -> None:
        called = self._callable()
        if not called:
            return
        here = called.index(self.next_uid) if self.next_uid in called else len(called)
        self._frame(called[max(0, min(len(called) - 1, here + step))])

    def _frame(self, uid: str) -> None:
        self.next_uid = uid
        self._paint_cells()
        self.moved.emit()

    def _go_to_code(self, typed: str) -> None:
        self._typed += typed
        found = next((r for r in self.order if r.code == self._typed), None)
        if found is None and any(r.code.startswith(self._typed) for r in self.order):
            return
        self._typed = ""
        if found is not None and found.here:
            self._frame(str(found.person_uid))

    def answer(self, choice: str) -> None:
        """Answer for the framed seat and frame the next one that is open."""
        uid = self.next_uid
        if not uid:
            return
        called = self._callable()
        after = called[called.index(uid) + 1 :] if uid in called else []
        self._give(uid, choice)
        waiting = [one for one in self.open_uids() if one in after] or self.open_uids()
        self.next_uid = waiting[0] if waiting else ""
        self._send({uid: choice})

    def answer_rest(self, choice: str) -> None:
        """Answer the same for everybody who has not answered."""
        rest: dict[str, str | None] = dict.fromkeys(self.open_uids(), choice)
        if rest:
            self.next_uid = ""
            self._send(rest)

    def _give(self, uid: str, choice: str | None) -> None:
        if choice is None:
            self.given.pop(uid, None)
        else:
            self.given[uid] = choice

    def _send(self, ballots: dict[str, str | None]) -> None:
        for uid, choice in ballots.items():
            self._give(uid, choice)
        self.waiting |= ballots
        self._paint_cells()
        self.answered.emit(ballots)

    def arrived(self, ballots: dict[str, str | None]) -> None:
        """Learn that answers are in the record."""
        for uid, choice in ballots.items():
            if self.waiting.get(uid, "") == choice:
                del self.waiting[uid]

    def _on_cell(self) -> None:
        sender = self.sender()
        uid = next((u for u, cell in self.cells.items() if cell is sender), "")
        if uid in self._callable():
            self.setFocus()
            self._frame(uid)

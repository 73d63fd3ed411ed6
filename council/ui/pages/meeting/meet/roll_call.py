"""The roll call: one cell a seat, Y N A R, the next name by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from council.domain.vocabulary import Choice
from council.domain.votes.named import Voter
from council.ui.kit import VoteCell, VoteCellState, clear, remeasure
from council.ui.pages.meeting.meet.keys import digit, is_enter, letter
from council.ui.pages.meeting.meet.roll_cells import RollCells
from council.ui.pages.meeting.meet.roll_standing import RollStanding

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from council.services.session.attendance import RoomRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

CHOICES: Final = {
    "Y": Choice.YES.value, "N": Choice.NO.value, "A": Choice.ABSTAIN.value,
    "R": Choice.RECUSED.value,
}  # fmt: skip
CELL_W = 124


class RollCall(QWidget):
    """The grid of a vote by name.

    Y N A R answer for the framed seat (with Shift for everybody who has not answered), 0 notes
    that somebody who is there gives no vote. A seat's
    letter or the arrows go to a seat; Backspace goes back one and takes its answer away. The roll
    passes over who is recused or may not vote on the item, and comes to the chair only when the
    rules let the chair vote; all of them can be gone to all the same.

    Signals: ``answered(dict)`` person uid to choice (None takes it away); ``declare_wanted()``;
    ``gave_up()``; ``moved()`` when another seat is framed; ``cast(str)`` a Y or N typed when
    everybody has answered; ``paste_wanted()``; ``grew()`` when it takes more or fewer lines.
    """

    answered = Signal(dict)
    declare_wanted = Signal()
    gave_up = Signal()
    moved = Signal()
    cast = Signal(str)
    paste_wanted = Signal()
    grew = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.at = RollStanding()
        self.cells: dict[str, VoteCell] = {}
        self.next_uid = ""
        self._words = RollCells(context)
        self._seated: list[str] = []
        self._typed = ""
        self._columns = 5
        self._all: list[VoteCell] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._grid)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Roll call"))

    @property
    def order(self) -> list[RoomRow]:
        """Return the members as they are called."""
        return self.at.order

    @property
    def given(self) -> dict[str, str]:
        """Return who answered what, answers under way included."""
        return self.at.given

    def open_uids(self) -> list[str]:
        """Return who is still to be asked."""
        return self.at.open_uids()

    # ------------------------------------------------------------------ showing

    def show_vote(self, shot: Snapshot) -> None:
        """Show the ballots of the open vote; answers still under way win over the record."""
        if shot.vote is None:
            return
        fresh = self.at.load(shot, shot.vote)
        seated = [str(one.person_uid) for one in self.at.order]
        if fresh or seated != self._seated:
            self._seated = seated
            self._build(shot)
        if fresh or self.next_uid not in self.at.callable():
            waiting = self.at.open_uids()
            self.next_uid = waiting[0] if waiting else ""
        self._paint_cells()

    def _build(self, shot: Snapshot) -> None:
        clear(self._grid)
        self.cells, self._all = {}, []
        for uid in self._seated:
            cell = VoteCell(VoteCellState("", ""))
            cell.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            cell.clicked.connect(self._on_cell)
            self.cells[uid] = cell
            self._all.append(cell)
        for label in shot.vacant:
            cell = VoteCell(self._words.vacant(label))
            cell.setEnabled(False)
            cell.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._all.append(cell)
        self._place()

    def _place(self) -> None:
        for cell in self._all:
            self._grid.removeWidget(cell)
        for number, cell in enumerate(self._all):
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
        remeasure(self)
        self.grew.emit()

    def _paint_cells(self) -> None:
        like_all = self.at.votes_like_all()
        for one in self.at.order:
            state = self._words.state(one, self.at, self.next_uid, like_all=like_all)
            self.cells[str(one.person_uid)].set_state(state)

    # ------------------------------------------------------------------ answering

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take answers, seats, arrows, a paste, Enter and Escape."""
        if self._navigate(event):
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
            return
        typed = letter(event)
        if digit(event) == "0":
            self.answer(Choice.NOT_VOTING.value)
        elif typed in CHOICES and not self._typed:
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
            if self.next_uid in self.at.given:
                self._send({self.next_uid: None})
        elif is_enter(event):
            self.declare_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.gave_up.emit()
        else:
            return False
        return True

    def _step(self, step: int) -> None:
        called = self.at.callable()
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
        found = next((r for r in self.at.order if r.code == self._typed), None)
        if found is None and any(r.code.startswith(self._typed) for r in self.at.order):
            return
        self._typed = ""
        if found is not None and str(found.person_uid) in self.at.callable():
            self._frame(str(found.person_uid))

    def answer(self, choice: str) -> None:
        """Answer for the framed seat and frame the next one that is open."""
        uid = self.next_uid
        if not uid:
            if choice in (Choice.YES, Choice.NO) and not self.at.open_uids():
                self.cast.emit(choice)
            return
        self.at.give({uid: choice})
        self.next_uid = self.at.after(uid)
        self._send({uid: choice})

    def answer_rest(self, choice: str) -> None:
        """Answer the same for everybody who has not answered."""
        rest: dict[str, str | None] = dict.fromkeys(self.at.open_uids(), choice)
        if rest:
            self.next_uid = ""
            self._send(rest)

    def voters(self) -> list[Voter]:
        """Return who can be meant by a name in a list."""
        return [Voter(str(one.person_uid), one.name, one.code) for one in self.at.order]

    def take(self, ballots: dict[str, str | None]) -> None:
        """Take answers that came in another way, such as by a paste."""
        if not ballots:
            return
        self.at.give(ballots)
        waiting = self.at.open_uids()
        self.next_uid = waiting[0] if waiting else ""
        self._send(ballots)

    def _send(self, ballots: dict[str, str | None]) -> None:
        self.at.give(ballots)
        self._paint_cells()
        self.answered.emit(ballots)

    def arrived(self, ballots: dict[str, str | None]) -> None:
        """Learn that answers are in the record."""
        self.at.arrived(ballots)

    def _on_cell(self) -> None:
        sender = self.sender()
        uid = next((u for u, cell in self.cells.items() if cell is sender), "")
        if uid in self.at.callable():
            self.setFocus()
            self._frame(uid)

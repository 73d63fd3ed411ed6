"""The roll call: one cell a seat, Y N A R, the next name by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from council.domain.vocabulary import Choice
from council.domain.votes.chair import chair_vote
from council.domain.votes.voting import Tally
from council.ui.kit import VoteCell, VoteCellState, clear, remeasure
from council.ui.pages.meeting.meet.keys import is_enter, letter
from council.ui.pages.meeting.words import hhmm, short_name

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from council.domain.votes.chair import ChairVote
    from council.services.session.attendance import RoomRow
    from council.services.voting.votes import VoteRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

CHOICES: Final = {
    "Y": Choice.YES.value, "N": Choice.NO.value, "A": Choice.ABSTAIN.value,
    "R": Choice.RECUSED.value,
}  # fmt: skip
_COUNTED: Final = (
    Choice.YES.value, Choice.NO.value, Choice.ABSTAIN.value, Choice.NOT_VOTING.value,
)  # fmt: skip
_VOTED: Final = frozenset(_COUNTED[:3])
_IF_NEEDED: Final = (".tie", ".decisive")
CELL_W = 124


class RollCall(QWidget):
    """The grid of a vote by name.

    Y N A R answer for the framed seat; with Shift for everybody who has not answered. A seat's
    letter or the arrows go to a seat; Backspace goes back one and takes its answer away. The roll
    passes over who is recused or may not vote on the item, and comes to the chair only when the
    rules let the chair vote; all of them can be gone to all the same.

    Signals: ``answered(dict)`` person uid to choice (None takes it away); ``declare_wanted()``;
    ``gave_up()``; ``moved()`` when another seat is framed; ``cast(str)`` a Y or N typed when
    everybody has answered; ``grew()`` when it takes more or fewer lines.
    """

    answered = Signal(dict)
    declare_wanted = Signal()
    gave_up = Signal()
    moved = Signal()
    cast = Signal(str)
    grew = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.order: list[RoomRow] = []
        self.given: dict[str, str] = {}
        self.waiting: dict[str, str | None] = {}  # answers on their way to the record
        self.cells: dict[str, VoteCell] = {}
        self.next_uid = ""
        self.vote: VoteRow | None = None
        self._chair = ""
        self._recused: frozenset[str] = frozenset()
        self._barred: frozenset[str] = frozenset()
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
        self.vote, self._chair = vote, presiding or ""
        members = [r for r in shot.members if r.person_uid != presiding]
        members += [r for r in shot.members if r.person_uid == presiding]
        shape = [r.person_uid for r in members]
        fresh = vote.uid != self._vote_uid
        if fresh or shape != [r.person_uid for r in self.order]:
            self._build(members, shot)
        self.order = members
        self._recused, self._barred = frozenset(vote.recused), frozenset(vote.ineligible)
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
        remeasure(self)
        self.grew.emit()

    def _callable(self) -> list[str]:
        """Return who can be gone to, in order: the members in the room."""
        return [str(r.person_uid) for r in self.order if r.here]

    def open_uids(self) -> list[str]:
        """Return who is still to be asked: not the recused, nor who may not vote on the item.

        The chair is asked last, and only where the rules let the chair vote as things stand.
        """
        left_out = self._recused | self._barred
        waiting = [u for u in self._callable() if u not in self.given and u not in left_out]
        if self._chair in waiting:
            others = [uid for uid in waiting if uid != self._chair]
            said = self.chair_now()
            aloof = said is not None and said.ruling.holds is False
            if aloof or (others and not self.votes_like_all()):
                return others
        return waiting

    def others_left(self) -> bool:
        """Tell whether somebody beside the chair is still to be asked."""
        return any(uid != self._chair for uid in self.open_uids())

    def votes_like_all(self) -> bool:
        """Tell whether the chair votes whatever the others do; so it is where nobody knows."""
        said = self.vote.chair_vote if self.vote else None
        if said is None or said.asked is None or said.ruling.holds is None:
            return True
        empty = chair_vote(replace(said.asked, tally=Tally(0, 0), voted=False))
        return empty.may_vote and not empty.ruling.message.code.endswith(_IF_NEEDED)

    def chair_now(self) -> ChairVote | None:
        """Return what the chair may do after the answers there are; None where nobody presides."""
        said = self.vote.chair_vote if self.vote and self._chair else None
        if said is None or said.asked is None:
            return None
        voted = self.given.get(self._chair) in _VOTED
        asked = replace(said.asked, tally=self.tally(), voted=voted)
        return chair_vote(asked, source=said.ruling.source, verified=said.ruling.verified)

    def tally(self) -> Tally:
        """Return what is answered so far; who may not vote on the item is not counted."""
        weights = {str(one.person_uid): one.weight for one in self.order}
        sums = dict.fromkeys(_COUNTED, 0)
        for uid, choice in self.given.items():
            if choice in sums and uid not in self._barred:
                sums[choice] += weights.get(uid, 1)
        return Tally(**sums)

    def weight_left(self) -> int:
        """Return how many votes those still to be asked have."""
        waiting = set(self.open_uids())
        return sum(one.weight for one in self.order if one.person_uid in waiting)

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
        if uid in self._barred and uid != self.next_uid:
            return self._barred_state(one, name, choice)
        if uid == self.next_uid:
            words = "Y  N  A  R" if not choice else self.context.word(f"choice.{choice}")
            return VoteCellState(name, words, one.code, "next")
        if choice:
            words = self.context.word(f"choice.{choice}")
            return VoteCellState(name, words, one.code, choice)
        if one.here:
            aloof = uid == self._chair and not self.votes_like_all()
            words = self.tr("if it decides") if aloof else "–"
            return VoteCellState(name, words, one.code, "", "present")
        return VoteCellState(name, self._away(one), one.code, "", one.state)

    def _barred_state(self, one: RoomRow, name: str, choice: str) -> VoteCellState:
        """Show who may not vote on the item: no abstention, and counted nowhere."""
        words = self.tr("ineligible")
        if choice:
            given = self.context.word(f"choice.{choice}")
            words = self.tr("{choice}, not counted").format(choice=given)
        return VoteCellState(name, words, one.code, "ineligible", one.state)

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
            if choice in (Choice.YES, Choice.NO) and not self.open_uids():
                self.cast.emit(choice)
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

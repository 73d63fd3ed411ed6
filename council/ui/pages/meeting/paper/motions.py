"""One motion of the sheet in one line: words, who, when, how it was voted, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from council.domain.paper_marks import NotUnderstood, Voted, read_clock, read_voted
from council.domain.text import Text
from council.domain.vocabulary import Choice, MotionKind, Outcome
from council.services.session.on_paper import PaperMotion
from council.ui.kit import GROW, combo, row, stack
from council.ui.kit.narrow import when_narrow
from council.ui.kit.text import set_color
from council.ui.pages.meeting.meet.keys import is_enter
from council.ui.pages.meeting.meet.person_field import find_person
from council.ui.pages.meeting.paper.marks import MarkLine, understood

if TYPE_CHECKING:
    from datetime import time

    from PySide6.QtGui import QKeyEvent

    from council.services.session.attendance import RoomRow
    from council.ui.context import Context

KINDS: Final = (
    *(MotionKind.MAIN, MotionKind.AMEND, MotionKind.REFER, MotionKind.POSTPONE),
    *(MotionKind.POSTPONE_INDEFINITELY, MotionKind.LAY_ASIDE, MotionKind.PREVIOUS_QUESTION),
    *(MotionKind.LIMIT_DEBATE, MotionKind.RECESS, MotionKind.ADJOURN),
)
OUTCOMES: Final = (
    *(Outcome.CARRIED, Outcome.LOST, Outcome.WITHDRAWN, Outcome.NO_SECOND),
    *(Outcome.OUT_OF_ORDER, Outcome.POSTPONED, Outcome.REFERRED, Outcome.LAID_ASIDE),
)
_PERSON, _TIME, _VOTE, _RESULT, _KIND, _NARROW = 70, 76, 132, 150, 170, 960


class MotionLine(QWidget):
    """The fields of one motion; below them what they mean.

    ``prepared`` is the motion of the agenda: left as it is, with nothing beside it, it was not
    moved. Signals: ``typed()`` whenever something changed.
    """

    typed = Signal()

    def __init__(self, context: Context, prepared: str = "") -> None:
        super().__init__()
        self._context, self._prepared = context, prepared
        self._people: list[RoomRow] = []
        self._members, self._present = 0, 0
        self.text = MarkLine(self.tr("Motion"), 0, self.tr("What was moved"))
        self.text.setText(prepared)
        self.mover = MarkLine(self.tr("Moved by"), _PERSON, self.tr("Moved"))
        self.seconder = MarkLine(self.tr("Seconded by"), _PERSON, self.tr("Sec."))
        self.at = MarkLine(self.tr("Time"), _TIME, "1855")
        self.vote = MarkLine(self.tr("Vote"), _VOTE, "7-1-1")
        word = context.word
        self.kind = combo(
            [(one.value, word(f"motion_kind.{one.value}")) for one in KINDS], "",
            self.tr("Kind of motion"), _KIND,
        )  # fmt: skip
        results = [("", self.tr("by the vote"))]
        results += [(one.value, word(f"outcome.{one.value}")) for one in OUTCOMES]
        self.result = combo(results, "", self.tr("Result"), _RESULT)
        self._lay_out()
        for line in self.lines().values():
            line.textChanged.connect(self._on_typed)
        for box in (self.kind, self.result):
            box.setProperty("dense", True)
            box.activated.connect(self._on_typed)

    def _lay_out(self) -> None:
        others = row(
            self.mover, self.seconder, self.at, self.vote, self.result, self.kind, GROW, gap=6
        )
        self._fields = row((self.text, 1), others, gap=6)
        self.told = self.vote.told
        self.setLayout(stack(self._fields, self.told, gap=0, pad=(24, 0, 0, 0)))
        when_narrow(self, _NARROW, self._fold)

    def _fold(self, narrow: bool) -> None:
        """Give the words a line of their own where there is little room beside them."""
        ways = QBoxLayout.Direction
        self._fields.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def lines(self) -> dict[str, MarkLine]:
        """Return the typed lines by the names under which they are kept."""
        return {
            "text": self.text,
            "mover": self.mover,
            "seconder": self.seconder,
            "at": self.at,
            "vote": self.vote,
        }

    def order(self) -> list[QWidget]:
        """Return its fields in the order of the sheet."""
        return [*self.lines().values(), self.result, self.kind]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter from a choice as from a line."""
        if is_enter(event):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ kept while half typed

    def values(self) -> dict[str, str]:
        """Return what is typed and chosen, nothing when it was left as prepared."""
        found = {name: line.text() for name, line in self.lines().items()}
        found["kind"] = str(self.kind.currentData() or "")
        found["result"] = str(self.result.currentData() or "")
        return found if self.is_moved() else {}

    def load(self, values: dict[str, str]) -> None:
        """Fill in what was kept."""
        for name, line in self.lines().items():
            line.setText(values.get(name, line.text()))
        for name, box in (("kind", self.kind), ("result", self.result)):
            box.setCurrentIndex(max(0, box.findData(values.get(name, ""))))
        self.tell()

    # ------------------------------------------------------------------ understanding

    def set_room(self, people: list[RoomRow], members: int, present: int) -> None:
        """Know who may move, how many letters a roll call has, and how many can vote."""
        self._people, self._members, self._present = people, members, present
        self.tell()

    def is_moved(self) -> bool:
        """Tell whether the sheet says that it was moved."""
        others = [line for name, line in self.lines().items() if name != "text"]
        if any(line.words() for line in others) or self.result.currentData():
            return True
        return bool(self.text.words()) and self.text.words() != self._prepared

    def _on_typed(self) -> None:
        self.tell()
        self.typed.emit()

    def tell(self) -> None:
        """Say below the line what it means, or what is wrong with it."""
        for line in self.lines().values():
            line.tell("")
        if not self.is_moved():
            self.told.setText(self.tr("not moved") if self._prepared else " ")
            return
        self._check_people()
        if not self.text.words() and self.kind.currentData() in ("main", "amend"):
            self._blame(self.text, self.tr("Write what was moved."))
        try:
            self.moved_at()
        except NotUnderstood:
            self._blame(self.at, self.tr("Write a time, such as 1855."))
        self._tell_vote()

    def _check_people(self) -> None:
        for line in (self.mover, self.seconder):
            if line.words() and self._person(line) is None:
                words = self.tr("“{code}” is nobody on the roster.")
                self._blame(line, words.format(code=line.words()))

    def _tell_vote(self) -> None:
        try:
            voted = self.voted()
        except NotUnderstood:
            words = self.tr(
                "Write 7-1-1, o, v y, v n, s 7-1-1, c 7-1-1, or {count} letters Y N A R –."
            )
            self._blame(self.vote, words.format(count=self._members))
            return
        if self.problem() or voted is None:
            if not self.problem():
                self.told.setText(self._who())
            return
        words, tone = (
            " · ".join(part for part in (self._who(), self._count(voted)) if part),
            "ink_2",
        )
        if self._given(voted) > self._present:
            more = self.tr("more votes than the {count} members present")
            words, tone = f"{words} · {more.format(count=self._present)}", "warn"
        self.vote.tell(words, tone)

    def _blame(self, line: MarkLine, words: str) -> None:
        line.complain(words)
        if line is not self.vote:
            self.told.setText(words)
            set_color(self.told, "no")

    def _who(self) -> str:
        names = [self._person(line) for line in (self.mover, self.seconder)]
        return ", ".join(one.name.show(self._context.language) for one in names if one)

    def _count(self, voted: Voted) -> str:
        method = self._context.word(f"method.{voted.method.value}")
        numbers = [(choice, self._number(voted, choice)) for choice in _COUNTED]
        if voted.heard is not None:
            return f"{method}: {self._context.word(f'outcome.{voted.heard.value}')}"
        if voted.counts is None and not voted.choices:
            return method
        told = ", ".join(
            f"{number} {self._context.word(f'choice.{choice.value}')}" for choice, number in numbers
        )
        return f"{method}: {told}"

    def _number(self, voted: Voted, choice: Choice) -> int:
        if voted.counts is None:
            return sum(one is choice for one in voted.choices)
        counts = voted.counts
        return {Choice.YES: counts.yes, Choice.NO: counts.no}.get(choice, counts.abstain)

    def _given(self, voted: Voted) -> int:
        return sum(self._number(voted, choice) for choice in _COUNTED)

    def _person(self, line: QLineEdit) -> RoomRow | None:
        return find_person(line.text(), self._people, self._context.language)

    def problem(self) -> str:
        """Return what is wrong, empty when nothing is."""
        return next((line.problem for line in self.lines().values() if line.problem), "")

    def first_wrong(self) -> MarkLine | None:
        """Return the line that nobody understands."""
        return next((line for line in self.lines().values() if line.problem), None)

    # ------------------------------------------------------------------ what it says

    def moved_at(self) -> time | None:
        """Return its time; NotUnderstood when that is none."""
        return understood(self.at.words(), read_clock) if self.at.words() else None

    def voted(self) -> Voted | None:
        """Return how it was voted; NotUnderstood when that is no vote."""
        if not self.vote.words():
            return None
        return understood(self.vote.words(), lambda words: read_voted(words, self._members))

    def motion(self) -> PaperMotion:
        """Return the motion; NotUnderstood when a line is wrong."""
        mover, seconder = self._person(self.mover), self._person(self.seconder)
        result = self.result.currentData()
        return PaperMotion(
            text=Text.of(self.text.words(), self._context.council.languages[0]),
            kind=MotionKind(self.kind.currentData()),
            mover_uid=mover.person_uid if mover else None,
            seconder_uids=(seconder.person_uid,) if seconder and seconder.person_uid else (),
            at=self.moved_at(),
            voted=self.voted(),
            outcome=Outcome(result) if result else None,
        )


_COUNTED: Final = (Choice.YES, Choice.NO, Choice.ABSTAIN)

"""What the cell of each seat in a roll call shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from council.domain.codes import code_sign
from council.domain.vocabulary import Choice
from council.ui.kit import VoteCellState
from council.ui.pages.meeting.words import hhmm, short_name

if TYPE_CHECKING:
    from council.domain.text import Text
    from council.services.session.attendance import RoomRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.roll_standing import RollStanding


class RollCells(QObject):
    """Makes the states of the cells of one roll call."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._names: dict[Text, str] = {}

    def state(
        self, one: RoomRow, at: RollStanding, next_uid: str, *, like_all: bool
    ) -> VoteCellState:
        """Return what a seat's cell shows; ``like_all``: the chair votes as every member does."""
        uid = str(one.person_uid)
        name = self._name(one.name)
        code = code_sign(one.code, one.name, self.context.language)
        choice = at.given.get(uid, "")
        if not choice and uid in at.recused:
            choice = Choice.RECUSED.value
        if uid in at.barred and uid != next_uid:
            return self._barred(one, name, code, choice)
        if uid == next_uid:
            if not choice:
                asked = self.tr("is asked now")
                return VoteCellState(name, "Y  N  A  R", code, "next", spoken=asked)
            words = self.context.word(f"choice.{choice}")
            asked = self.tr("{choice}, is asked now").format(choice=words)
            return VoteCellState(name, words, code, "next", spoken=asked)
        if choice:
            words = self.context.word(f"choice.{choice}")
            if one.here or one.until is None:
                return VoteCellState(name, words, code, choice)
            # The mark says how somebody answered; the room for words is for who left since.
            return VoteCellState(name, self._away(one), code, choice, spoken=self._gone(one, words))
        if one.here:
            aloof = uid == at.chair and not like_all
            if aloof:
                return VoteCellState(name, self.tr("if it decides"), code, "", "present")
            return VoteCellState(name, "–", code, "", "present", spoken=self.tr("not asked yet"))
        return VoteCellState(name, self._away(one), code, "", one.state)

    def vacant(self, label: Text) -> VoteCellState:
        """Return the cell of a seat nobody holds."""
        name = label.show(self.context.language)
        return VoteCellState(name, self.tr("vacant"), presence="vacant")

    def _name(self, name: Text) -> str:
        if name not in self._names:
            self._names[name] = short_name(name, self.context.language)
        return self._names[name]

    def _gone(self, one: RoomRow, choice: str) -> str:
        time = hhmm(one.until, self.context.language) if one.until else ""
        return self.tr("{choice}, left {time}").format(choice=choice, time=time)

    def _barred(self, one: RoomRow, name: str, code: str, choice: str) -> VoteCellState:
        """Show who may not vote on the item: no abstention, and counted nowhere."""
        words = self.tr("ineligible")
        if choice:
            given = self.context.word(f"choice.{choice}")
            words = self.tr("{choice}, not counted").format(choice=given)
        return VoteCellState(name, words, code, "ineligible", one.state)

    def _away(self, one: RoomRow) -> str:
        if one.state == "left":
            time = hhmm(one.until, self.context.language) if one.until else ""
            return self.tr("left {time}").format(time=time)
        return {
            "excused": self.tr("excused"),
            "absent": self.tr("absent"),
        }.get(one.state, self.tr("not here"))

"""What stands in the lines of the room: sign, name and what is to be said of somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from council.domain.codes import code_sign
from council.domain.vocabulary import Role
from council.ui.pages.meeting.meet.room_names import short_names
from council.ui.pages.meeting.words import hhmm

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from council.domain.text import Text
    from council.services.session.attendance import RoomRow

VACANT = "vacant"
_PLAIN = (Role.MEMBER, Role.OBSERVER, Role.ALTERNATE)
_AWAY = ("left", "excused", "absent", "expected", VACANT)


@dataclass(frozen=True, slots=True)
class RoomEntry:
    """One line of the room; a vacant seat has no ``row``.

    ``uid`` is the person, a guest's line of the attendance list, or nothing for a vacant seat.
    ``code`` are the keys, ``sign`` is what is shown of them; ``brief`` stands for the ``remark``
    where a name needs its place: a time alone, or nothing for an office.
    """

    uid: str
    row: RoomRow | None
    code: str
    sign: str
    name: str
    state: str
    remark: str
    brief: str = ""

    @property
    def quiet(self) -> bool:
        """Tell whether the name steps back, because nobody is there."""
        return self.state in _AWAY


class RoomWords(QObject):
    """Puts the room into words of one language."""

    def __init__(self, language: str, word: Callable[[str], str]) -> None:
        super().__init__()
        self._language, self._word = language, word

    def entries(
        self, rows: Sequence[RoomRow], vacant: Iterable[Text], absent: Collection[str]
    ) -> list[RoomEntry]:
        """Return the lines of the room; ``absent`` are marks of a roll that is being taken."""
        names = short_names([row.name for row in rows if row.person_uid], self._language)
        made = [self._entry(row, names, row.person_uid in absent) for row in rows]
        return made + [
            RoomEntry("", None, "", "", label.show(self._language), VACANT, self.tr("vacant"))
            for label in vacant
        ]

    def _entry(self, row: RoomRow, names: dict[Text, str], marked: bool) -> RoomEntry:
        state = "absent" if marked else "recused" if row.recused and row.here else row.state
        remark, brief = self._remark(row, state, names)
        return RoomEntry(
            uid=row.person_uid or row.attendance_uid or "",
            row=row,
            code=row.code,
            sign=code_sign(row.code, row.name, self._language),
            name=names[row.name] if row.person_uid else row.name.show(self._language),
            state=state,
            remark=remark,
            brief=brief,
        )

    def _remark(self, row: RoomRow, state: str, names: dict[Text, str]) -> tuple[str, str]:
        """Return what is said beside a name, and what is left of it where space is short."""
        if state == "left" and row.until:
            time = hhmm(row.until, self._language)
            return self.tr("left {time}").format(time=time), time
        if state == "present" and row.late and row.since and not row.presides:
            time = hhmm(row.since, self._language)
            return self.tr("late {time}").format(time=time), time
        if state in ("present", "expected") and self._odd(row, names) == "":
            return ("" if row.role in _PLAIN else self._word(f"role.{row.role}")), ""
        words = (self._odd(row, names) if row.here else "") or self.state_word(state)
        return words, words

    def _odd(self, row: RoomRow, names: dict[Text, str]) -> str:
        """Return what is out of the common about somebody who is here."""
        if row.presides and row.role != Role.CHAIR:
            return self.tr("chairs")
        if row.ineligible and not row.recused:
            return self.tr("may not vote")
        return self._in_place(row, names) if row.substitute_for else ""

    def _in_place(self, row: RoomRow, names: dict[Text, str]) -> str:
        member = names.get(row.in_place_of, row.in_place_of.show(self._language))
        words = self.tr("for {name}") if row.voting else self.tr("for {name}, no vote")
        return words.format(name=member)

    def state_word(self, state: str) -> str:
        """Return a state's word."""
        return {
            "remote": self.tr("remote"),
            "excused": self.tr("excused"),
            "absent": self.tr("absent"),
            "recused": self.tr("recused"),
            "left": self.tr("left"),
            "present": self.tr("present"),
            "expected": self.tr("expected"),
            VACANT: self.tr("vacant"),
        }.get(state, state)

    def spoken(self, entry: RoomEntry) -> str:
        """Return a line as a screen reader says it."""
        name = entry.row.name.show(self._language) if entry.row else entry.name
        parts = [name, self.state_word(entry.state)]
        if entry.remark not in ("", parts[1]):
            parts.append(entry.remark)
        if entry.sign:
            parts.append(self.tr("code {code}").format(code=entry.sign))
        return ", ".join(parts)

"""The times of the sheet: called to order, recess, adjourned; and who presided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from council.domain.paper_marks import NotUnderstood, Stay, read_attended, read_clock
from council.ui.kit import GROW, group, row, small, stack
from council.ui.pages.meeting.meet.person_field import find_person
from council.ui.pages.meeting.paper.marks import MarkLine, understood
from council.ui.pages.meeting.words import from_to, hhmm

if TYPE_CHECKING:
    from datetime import time

    from council.services.meetings import MeetingRow
    from council.services.session.attendance import RoomRow

_WIDE = 138


class TimesCard(QFrame):
    """Its lines side by side."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._language = language
        self._people: list[RoomRow] = []
        self.called = MarkLine(self.tr("Called to order"), _WIDE, "1830")
        self.presiding = MarkLine(self.tr("Presiding"), _WIDE, self.tr("Code or name"))
        self.handed = MarkLine(self.tr("Chair handed to"), _WIDE, self.tr("Code and time"))
        self.recess = MarkLine(self.tr("Recess"), _WIDE, "1910-1920")
        self.adjourned = MarkLine(self.tr("Adjourned"), _WIDE, "2105")
        for line in self.lines().values():
            line.textChanged.connect(self.tell)
        columns = [
            stack(small(line.accessibleName(), "ink_2", "medium"), line, line.told, gap=2)
            for line in self.lines().values()
        ]
        self.setLayout(
            stack(group(self.tr("Times")), row(*columns, GROW, gap=16), gap=8, pad=(20, 14, 20, 10))
        )

    def lines(self) -> dict[str, MarkLine]:
        """Return the lines by the names under which they are kept."""
        return {
            "called": self.called,
            "presiding": self.presiding,
            "handed": self.handed,
            "recess": self.recess,
            "adjourned": self.adjourned,
        }

    def show_meeting(self, meeting: MeetingRow, people: list[RoomRow]) -> None:
        """Show when the meeting was called to order, where that is on record already."""
        self._people = people
        at = meeting.called_to_order_at
        for line in (self.called, self.presiding):
            line.setEnabled(at is None)
        if at is not None:
            self.called.setText(hhmm(at, self._language))
        self.tell()

    def tell(self) -> None:
        """Say what each line means."""
        for line in (self.called, self.adjourned):
            self._tell_time(line)
        person = self.presider()
        self.presiding.tell(person.name.show(self._language) if person else "")
        if self.presiding.words() and person is None:
            self.presiding.complain(self.tr("Nobody on the roster"))
        self._tell_recess()
        self._tell_handed()

    def _tell_handed(self) -> None:
        try:
            taken = self.handed_to()
        except NotUnderstood:
            self.handed.complain(self.tr("Write code and time, such as K 1950"))
            return
        names = {one.person_uid: one.name.show(self._language) for one in self._people}
        self.handed.tell(", ".join(f"{names[uid]} {hhmm(at, self._language)}" for uid, at in taken))

    def _tell_time(self, line: MarkLine) -> None:
        try:
            at = self._clock(line)
        except NotUnderstood:
            line.complain(self.tr("Write a time, such as 1830"))
            return
        line.tell("" if at is None else hhmm(at, self._language))

    def _tell_recess(self) -> None:
        try:
            stays = self.recesses()
        except NotUnderstood:
            self.recess.complain(self.tr("Write from and to, such as 1910-1920"))
            return
        spans = [
            from_to(stay.begin, stay.end, self._language)
            for stay in stays
            if stay.begin and stay.end
        ]
        self.recess.tell(", ".join(spans))

    def _clock(self, line: MarkLine) -> time | None:
        return understood(line.words(), read_clock) if line.words() else None

    def called_at(self) -> time | None:
        """Return when the meeting was called to order; NotUnderstood when that is no time."""
        return self._clock(self.called) if self.called.isEnabled() else None

    def adjourned_at(self) -> time | None:
        """Return when it was adjourned; NotUnderstood when that is no time."""
        return self._clock(self.adjourned)

    def presider(self) -> RoomRow | None:
        """Return who presided, None for the chair."""
        return find_person(self.presiding.words(), self._people, self._language)

    def handed_to(self) -> tuple[tuple[str, time], ...]:
        """Return who took the chair, and when; NotUnderstood for nobody on the roster."""
        return tuple(self._taken(part) for part in self.handed.words().split(",") if part.strip())

    def _taken(self, words: str) -> tuple[str, time]:
        name, _space, at = words.strip().rpartition(" ")
        person = find_person(name, self._people, self._language)
        if person is None or person.person_uid is None:
            raise NotUnderstood(words)
        return person.person_uid, understood(at, read_clock)

    def recesses(self) -> tuple[Stay, ...]:
        """Return the recesses, each with both its times; NotUnderstood when one is missing."""
        if not self.recess.words():
            return ()
        stays = understood(self.recess.words(), read_attended).stays
        if not stays or any(stay.begin is None or stay.end is None for stay in stays):
            raise NotUnderstood(self.recess.words())
        return stays

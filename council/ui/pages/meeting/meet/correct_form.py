"""Correcting a line of the timeline: its time, who it names, its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from council.domain.clocks import nearest_moment
from council.domain.text import Text
from council.services.session.correctable import sheet_of
from council.services.session.corrections import Correction, Who, correct
from council.ui.kit import Field, label, line_edit, row, stack, text_edit
from council.ui.pages.meeting.meet.console_form import ConsoleForm
from council.ui.pages.meeting.meet.person_field import PeopleField, PersonField
from council.ui.pages.meeting.words import hhmm, parse_time

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from council.services.session.correctable import Sheet
    from council.services.session.timeline import TimelineRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot


class CorrectForm(ConsoleForm):
    """Opens for one line; the correction is a step, and the line says what stood there."""

    name = "correct"

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.line: TimelineRow | None = None
        self._sheet: Sheet | None = None
        self._loaded: dict[str, str] = {}
        self._what = label("", color="ink_2", wrap=True)
        self.time, self.words = line_edit(width=112), text_edit(lines=3)
        self.who = PersonField(self.tr("Who"), context.language)
        self.seconders = PeopleField(self.tr("Seconded by"), context.language)
        self._words_field = Field(self.tr("Words"), self.words)
        for name, widget in (
            ("time", self.time), ("who", self.who.line), ("seconders", self.seconders.line),
            ("text", self.words),
        ):  # fmt: skip
            self.take(name, widget)
        head = self.head_row("pencil-simple", self.tr("Correct a line"))
        time = Field(self.tr("Time"), self.time, " ", width=112)
        facts = row(time, (self.who, 1), (self.seconders, 1), gap=12)
        self.setLayout(
            stack(
                head, self._what, facts, self._words_field, self.foot_row(), gap=8,
                pad=(16, 12, 16, 14),
            )
        )  # fmt: skip

    # ------------------------------------------------------------------ opening

    def can_correct(self, line: TimelineRow) -> bool:
        """Tell whether a line can be corrected in place."""
        return sheet_of(self.context.reader, line) is not None

    def begin(self, line: TimelineRow, shot: Snapshot) -> None:
        """Open for a line, as it stands."""
        sheet = sheet_of(self.context.reader, line)
        if sheet is None:
            return
        self.line, self.shot, self._sheet = line, shot, sheet
        self._what.setText(self.context.say(line.message))
        people = [one for one in shot.room if one.person_uid]
        self.who.set_people(people)
        self.seconders.set_people(people)
        self.who.setVisible(sheet.names)
        self.seconders.setVisible(sheet.seconders is not None)
        self._words_field.setVisible(sheet.words is not None)
        self.one_line = sheet.words is None
        self._loaded = {
            "time": hhmm(line.at, self.context.language),
            "who": self._code(sheet.person_uid) or sheet.name.show(self._language()),
            "seconders": ", ".join(self._code(uid) for uid in sheet.seconders or ()),
            "text": sheet.words.show(self._language()) if sheet.words else "",
        }
        self.load(self._loaded)
        self.show()
        self.time.setFocus()
        self.time.selectAll()

    def start(self, shot: Snapshot) -> None:
        """Open again for the line that was being corrected when the program ended."""
        kept = self.draft()
        line = next((one for one in shot.lines if _identity(one) == kept.get("line")), None)
        if line is None or not self.can_correct(line):
            self.drop_draft()
            return
        self.begin(line, shot)
        self.load({**self._loaded, **kept})

    def more(self) -> dict[str, str]:
        """Keep with the words which line they are about."""
        return {"line": _identity(self.line)} if self.line else {}

    def _language(self) -> str:
        return self.context.council.languages[0]

    def _code(self, uid: str | None) -> str:
        """Return what is typed for a person: the code beside the name, else the name."""
        if uid is None:
            return ""
        found = next((one for one in self.who.people if one.person_uid == uid), None)
        return (found.code or found.name.show(self._language())) if found else ""

    # ------------------------------------------------------------------ recording

    def submit(self) -> None:
        """Write the correction."""
        line, change = self.line, self._change()
        if line is None or change is None:
            return
        if change == Correction():
            self.give_up()
        else:
            self.send(correct, self.meeting_uid, line, change)

    def _change(self) -> Correction | None:
        """Return what was changed; None, and a word about it, where something is not clear."""
        line, sheet, typed = self.line, self._sheet, self.values()
        if line is None or sheet is None:
            return None
        changed = {name for name, words in self._loaded.items() if typed[name].strip() != words}
        at = self._moment(line) if "time" in changed else None
        if "time" in changed and at is None:
            self._ask_again(self.tr("Write a time, such as 18:30."), self.time)
            return None
        who = self._who(sheet) if "who" in changed else None
        if "who" in changed and who is None:
            self._ask_again(
                self.tr("Say who it was by a code or a name in the room."), self.who.line
            )
            return None
        if self.seconders.wrong():
            self._ask_again(self.tr("Say who seconded by codes or names."), self.seconders.line)
            return None
        named = tuple(str(one.person_uid) for one in self.seconders.found() if one is not None)
        seconders = named if "seconders" in changed else None
        words = None
        if "text" in changed:
            words = (sheet.words or Text()).put(self._language(), typed["text"].strip())
        return Correction(at, who, seconders, words)

    def _ask_again(self, words: str, field: QWidget) -> None:
        self.complain(words)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _who(self, sheet: Sheet) -> Who | None:
        """Return who is typed; None where it is nobody that can be named here."""
        person = self.who.person()
        if person is not None:
            return Who(person.person_uid)
        typed = self.values()["who"].strip()
        if sheet.typed:
            return Who(name=sheet.name.put(self._language(), typed))
        return None if typed else Who()

    def _moment(self, line: TimelineRow) -> datetime | None:
        """Return the moment nearest to the line's with the time that is typed."""
        try:
            typed = parse_time(self.time.text())
        except ValueError:
            return None
        return nearest_moment(typed, line.at, self.context.reader.zone())


def _identity(line: TimelineRow) -> str:
    return "/".join((line.kind, line.uid, line.column))

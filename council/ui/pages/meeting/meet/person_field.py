"""Lines that take a code, initials or a name, and say who is understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from council.ui.kit import Field, line_edit, stack
from council.ui.pages.meeting.meet.keys import as_latin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.services.session.attendance import RoomRow


def find_person(words: str, people: Sequence[RoomRow], language: str) -> RoomRow | None:
    """Return who is meant by a code, initials or the beginning of a name; None when unclear."""
    typed = words.strip().casefold()
    if not typed:
        return None
    codes = {typed, as_latin(words.strip()).casefold()}
    for one in people:
        if one.code.casefold() in codes:
            return one
    named = [one for one in people if _initials(one, language) == typed]
    if len(named) != 1:
        named = [one for one in people if _begins(one, typed)]
    return named[0] if len(named) == 1 else None


def _initials(one: RoomRow, language: str) -> str:
    return "".join(part[0] for part in one.name.show(language).split()).casefold()


def _begins(one: RoomRow, typed: str) -> bool:
    for _language, words in one.name:
        folded = words.casefold()
        if folded.startswith(typed) or any(p.startswith(typed) for p in folded.split()):
            return True
    return False


class PersonField(QWidget):
    """A line that takes a code, initials or a name, and says who is understood."""

    def __init__(self, words: str, language: str) -> None:
        super().__init__()
        self._language = language
        self.people: Sequence[RoomRow] = ()
        self.line = line_edit("", self.tr("Code or name"), words)
        self.field = Field(words, self.line, " ")
        self.line.textChanged.connect(self._tell)
        self.setLayout(stack(self.field, gap=0))

    def set_people(self, people: Sequence[RoomRow]) -> None:
        """Choose among these."""
        self.people = people
        self._tell()

    def set_words(self, words: str) -> None:
        """Ask in other words."""
        for child in self.field.findChildren(QLabel):
            if child.buddy() is self.line:
                child.setText(words)
        self.line.setAccessibleName(words)

    def person(self) -> RoomRow | None:
        """Return who is understood."""
        return find_person(self.line.text(), self.people, self._language)

    def wrong(self) -> bool:
        """Tell whether something is typed that means nobody."""
        return bool(self.line.text().strip()) and self.person() is None

    def _tell(self) -> None:
        found = self.person()
        if found is not None:
            self.field.set_hint(found.name.show(self._language))
        elif self.line.text().strip():
            self.field.set_hint(self.tr("Nobody in the room matches this"))
        else:
            self.field.set_hint(" ")


class PeopleField(QWidget):
    """A line that takes several people, with commas between, and says who is understood."""

    def __init__(self, words: str, language: str) -> None:
        super().__init__()
        self._language = language
        self.people: Sequence[RoomRow] = ()
        self.line = line_edit("", self.tr("Codes or names"), words)
        self.field = Field(words, self.line, " ")
        self.line.textChanged.connect(self._tell)
        self.setLayout(stack(self.field, gap=0))

    def set_people(self, people: Sequence[RoomRow]) -> None:
        """Choose among these."""
        self.people = people
        self._tell()

    def found(self) -> list[RoomRow | None]:
        """Return who is understood by each part, None by one that means nobody."""
        parts = [part.strip() for part in self.line.text().replace(";", ",").split(",")]
        return [find_person(part, self.people, self._language) for part in parts if part]

    def wrong(self) -> bool:
        """Tell whether a part means nobody."""
        return None in self.found()

    def _tell(self) -> None:
        if self.wrong():
            self.field.set_hint(self.tr("Nobody in the room matches this"))
            return
        names = [one.name.show(self._language) for one in self.found() if one is not None]
        self.field.set_hint(", ".join(names) or " ")

"""The last tables of the sheet: what residents said, and what somebody was given to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QWidget

from council.domain import calendars
from council.domain.messages import InputRefused
from council.domain.paper_marks import NotUnderstood
from council.domain.text import Text
from council.services.session.notes import STANCES
from council.services.session.on_paper import PaperAction, PaperComment
from council.ui.kit import combo, group, row, stack
from council.ui.pages.meeting.meet.keys import is_enter
from council.ui.pages.meeting.meet.person_field import find_person
from council.ui.pages.meeting.paper.marks import MarkLine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from council.services.planning.agenda import ItemRow
    from council.services.session.attendance import RoomRow
    from council.ui.context import Context

_ITEM, _NAME, _STANCE, _DUE = 76, 200, 130, 176


class SpokenLine(QWidget):
    """One line of such a table; it belongs to an item by its number.

    Signals: ``typed()`` whenever something changed.
    """

    typed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.items: Sequence[ItemRow] = ()
        self.people: Sequence[RoomRow] = ()
        self.item = MarkLine(self.tr("Number of the item"), _ITEM, "6.1")
        self.told = self.item.told

    def lay(self, *fields: QWidget | tuple[QWidget, int]) -> None:
        """Lay the fields side by side and listen to the typed ones."""
        self.setLayout(stack(row(*fields, gap=6), self.told, gap=0))
        for line in self.lines().values():
            line.textChanged.connect(self.on_typed)

    def lines(self) -> dict[str, MarkLine]:
        """Return the typed lines by the names under which they are kept."""
        return {"item": self.item}

    def order(self) -> list[QWidget]:
        """Return the fields in their order."""
        return list(self.lines().values())

    def is_typed(self) -> bool:
        """Tell whether anything stands there beside the number of an item."""
        return any(line.words() for name, line in self.lines().items() if name != "item")

    def values(self) -> dict[str, str]:
        """Return what is typed, by name."""
        return {name: line.text() for name, line in self.lines().items() if line.text()}

    def load(self, values: dict[str, str]) -> None:
        """Fill in what was kept."""
        for name, line in self.lines().items():
            line.setText(values.get(name, ""))

    def on_typed(self) -> None:
        """Say what is understood, and that something changed."""
        self.tell()
        self.typed.emit()

    def tell(self) -> None:
        """Say which item is meant, and what is wrong."""
        try:
            item = self._item()
        except NotUnderstood:
            self.item.complain(self.tr("The agenda has no item with this number."))
            return
        self.item.tell(item.title.show(self.context.language) if item else "")

    def _item(self) -> ItemRow | None:
        words = calendars.fold_digits(self.item.words())
        if not words:
            return None
        found = next((one for one in self.items if one.number == words), None)
        if found is None:
            raise NotUnderstood(words)
        return found

    def item_uid(self) -> str | None:
        """Return the uid of the item, None where no number stands."""
        found = self._item()
        return found.uid if found else None

    def text(self, words: str) -> Text:
        """Return words in the council's first language."""
        return Text.of(words, self.context.council.languages[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter from a choice as from a line."""
        if is_enter(event):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class CommentLine(SpokenLine):
    """Number, name if it may be printed, stance, what was said."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.name = MarkLine(self.tr("Name"), _NAME, self.tr("Name, if it may be printed"))
        words = {
            "for": self.tr("for"),
            "against": self.tr("against"),
            "neutral": self.tr("neutral"),
        }
        choices = [("", self.tr("stance")), *((one, words[one]) for one in STANCES)]
        self.stance = combo(choices, "", self.tr("Stance"), _STANCE)
        self.stance.setProperty("dense", True)
        self.stance.activated.connect(self.on_typed)
        self.said = MarkLine(self.tr("What was said"), 0, self.tr("What was said"))
        self.lay(self.item, self.name, self.stance, (self.said, 1))

    def lines(self) -> dict[str, MarkLine]:
        """Return the typed lines by the names under which they are kept."""
        return {"item": self.item, "name": self.name, "said": self.said}

    def order(self) -> list[QWidget]:
        """Return the fields in their order."""
        return [self.item, self.name, self.stance, self.said]

    def is_typed(self) -> bool:
        """Tell whether somebody spoke."""
        return super().is_typed() or bool(self.stance.currentData())

    def values(self) -> dict[str, str]:
        """Return what is typed and chosen, by name."""
        chosen = str(self.stance.currentData() or "")
        return {**super().values(), **({"stance": chosen} if chosen else {})}

    def load(self, values: dict[str, str]) -> None:
        """Fill in what was kept."""
        super().load(values)
        self.stance.setCurrentIndex(max(0, self.stance.findData(values.get("stance", ""))))

    def comment(self) -> PaperComment:
        """Return what the line says; NotUnderstood for an item there is not."""
        return PaperComment(
            self.item_uid(), self.text(self.name.words()),
            str(self.stance.currentData() or "neutral"), self.text(self.said.words()),
        )  # fmt: skip


class ActionLine(SpokenLine):
    """Number, who, what, by when."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.who = MarkLine(self.tr("Who"), _NAME, self.tr("Code or name"))
        self.what = MarkLine(self.tr("What"), 0, self.tr("What is to be done"))
        self.due = MarkLine(self.tr("By when"), _DUE, self.tr("such as 19 Nov 2026"))
        self.lay(self.item, self.who, (self.what, 1), self.due)

    def lines(self) -> dict[str, MarkLine]:
        """Return the typed lines by the names under which they are kept."""
        return {"item": self.item, "who": self.who, "what": self.what, "due": self.due}

    def tell(self) -> None:
        """Say who and what day is meant, and what is wrong."""
        super().tell()
        for line in (self.what, self.due):
            line.tell("")
        if not self.is_typed() or self.item.problem:
            return
        if not self.what.words():
            self._blame(self.what, self.tr("Write what is to be done."))
        try:
            due = self.due_on()
        except NotUnderstood:
            self._blame(self.due, self.tr("Write a day, such as 19 Nov 2026."))
            return
        person, language = self._person(), self.context.language
        parts = [person.name.show(language)] if person else []
        parts += [calendars.long_date(due, language, weekday=True)] if due else []
        if parts and self.what.words():
            self.item.tell(" · ".join(parts))

    def _blame(self, line: MarkLine, words: str) -> None:
        line.complain(words)
        self.item.tell(words, "no")

    def _person(self) -> RoomRow | None:
        return find_person(self.who.words(), self.people, self.context.language)

    def due_on(self) -> date | None:
        """Return the day by which; NotUnderstood when it is none."""
        if not self.due.words():
            return None
        try:
            return calendars.parse_date(self.due.words(), self.context.language)
        except (InputRefused, ValueError) as error:
            raise NotUnderstood(self.due.words()) from error

    def action(self) -> PaperAction:
        """Return what the line says; NotUnderstood for an item or a day there is not."""
        person = self._person()
        return PaperAction(
            self.item_uid(), self.text(self.what.words()), person.person_uid if person else None,
            Text() if person else self.text(self.who.words()), self.due_on(),
        )  # fmt: skip


Line = TypeVar("Line", bound=SpokenLine)


class _Table(QFrame, Generic[Line]):
    """Lines below each other: one is always left empty.

    Signals: ``typed()`` whenever something changed; ``grew()`` when a line was added.
    """

    typed = Signal()
    grew = Signal()

    def __init__(self, context: Context, title: str, make: type[Line]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context, self._make = context, make
        self._items: Sequence[ItemRow] = ()
        self._people: Sequence[RoomRow] = ()
        self.rows: list[Line] = []
        self._box = stack(gap=4)
        self.setLayout(stack(group(title), self._box, gap=8, pad=(20, 14, 20, 10)))
        self._add()

    def _add(self) -> Line:
        made = self._make(self._context)
        made.items, made.people = self._items, self._people
        made.typed.connect(self._on_typed)
        self.rows.append(made)
        self._box.addWidget(made)
        return made

    def _on_typed(self) -> None:
        if self.rows[-1].is_typed():
            self._add().show()
            self.grew.emit()
        self.typed.emit()

    def set_meeting(self, items: Sequence[ItemRow], people: Sequence[RoomRow]) -> None:
        """Know which items there are, and who may be given something to do."""
        self._items, self._people = items, people
        for one in self.rows:
            one.items, one.people = items, people

    def order(self) -> list[QWidget]:
        """Return the fields in their order."""
        return [field for one in self.rows for field in one.order()]

    def typed_rows(self) -> list[Line]:
        """Return the lines in which something stands."""
        return [one for one in self.rows if one.is_typed()]

    def first_wrong(self) -> MarkLine | None:
        """Return the first line that nobody understands."""
        lines = (line for one in self.typed_rows() for line in one.lines().values())
        return next((line for line in lines if line.problem), None)

    def values(self) -> dict[str, str]:
        """Return what is typed, by name."""
        return {
            f"{place}/{name}": words
            for place, one in enumerate(self.rows)
            for name, words in one.values().items()
        }

    def load(self, values: dict[str, str]) -> None:
        """Fill in what was kept."""
        for place in sorted({int(name.split("/")[0]) for name in values}):
            while len(self.rows) <= place:
                self._add()
            own = {n.split("/")[1]: w for n, w in values.items() if n.startswith(f"{place}/")}
            self.rows[place].load(own)

    def clear(self) -> None:
        """Empty the table."""
        for one in self.rows:
            self._box.removeWidget(one)
            one.deleteLater()
        self.rows = []
        self._add()


class CommentsCard(_Table[CommentLine]):
    """Residents' comments."""

    def __init__(self, context: Context) -> None:
        words = QCoreApplication.translate("CommentsCard", "Residents’ comments")
        super().__init__(context, words, CommentLine)

    def comments(self) -> tuple[PaperComment, ...]:
        """Return what was said; NotUnderstood when a line is wrong."""
        return tuple(one.comment() for one in self.typed_rows())


class ActionsCard(_Table[ActionLine]):
    """Action items."""

    def __init__(self, context: Context) -> None:
        words = QCoreApplication.translate("ActionsCard", "Action items")
        super().__init__(context, words, ActionLine)

    def given(self) -> tuple[PaperAction, ...]:
        """Return what was given out; NotUnderstood when a line is wrong."""
        return tuple(one.action() for one in self.typed_rows())

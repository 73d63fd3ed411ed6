"""The consent group: what is decided together, each item pulled out by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from council.domain.vocabulary import ItemKind, ItemState
from council.services.planning import agenda_bulk
from council.ui.kit import Button, Elided, frame, keycap, label, refill, row, small, stack
from council.ui.pages.meeting.meet.part import Part, Placed, Press, Side

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from council.services.planning.agenda import ItemRow
    from council.ui.pages.meeting.meet.console import MeetStep
    from council.ui.pages.meeting.meet.snapshot import Snapshot

KEYS: Final = "ABCEGHIJKNUVXYZ"
"""Letters that mean nothing else in the console, in the order in which items get them."""


class Consent(Part):
    """The items decided together, while they are before the meeting."""

    shows: ClassVar[frozenset[str]] = frozenset({"meeting", "items", "decided", "pending"})

    def __init__(self, console: MeetStep) -> None:
        super().__init__(console)
        self.keys: dict[str, ItemRow] = {}
        self._shown: tuple[object, ...] = ()
        self._rows = stack(gap=2)
        title = label(self.tr("Decided together"), "body", "strong")
        self._told = small(
            self.tr("A key pulls an item out, to be taken up by itself afterwards."), "ink_3"
        )
        self.card = frame("card", stack(title, self._told, self._rows, gap=4, pad=(16, 10, 12, 12)))

    def placed(self) -> list[Placed]:
        """Return the list, between the item and the questions."""
        return [Placed(self.card, Side.CENTRE, 15, shut=True)]

    def show_meeting(self, shot: Snapshot) -> None:
        """Show what is in the group, as long as it can be changed."""
        found = consented(shot)
        self.keys = dict(zip(KEYS, found, strict=False))
        self.card.setVisible(bool(found))
        key = tuple((one.uid, one.number, one.title) for one in found)
        if key != self._shown:
            self._shown = key
            refill(self._rows, *(self._row(letter, one) for letter, one in self.keys.items()))

    def _row(self, letter: str, item: ItemRow) -> QWidget:
        words = f"{item.number}  {item.title.show(self.context.language)}"
        button = Button(self.tr("Pull out"), "arrow-square-out", "plain", dense=True)
        button.setAccessibleName(self.tr("Pull out {item}").format(item=words))
        button.setProperty("item", item.uid)
        button.clicked.connect(self._on_pull)
        return frame("", row(keycap(letter), (Elided(words, "body"), 1), button, gap=10))

    def arrange(self, *, writing: bool, asking: bool) -> None:
        """Give way to a form and to what is asked."""
        self.card.setVisible(bool(self.keys) and not writing and not asking)

    def take_key(self, press: Press) -> bool:
        """Take the letter of an item."""
        item = self.keys.get(press.letter)
        if item is None or not self.console.is_free():
            return False
        self.run(agenda_bulk.pull_from_consent, item.uid)
        return True

    def _on_pull(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.run(agenda_bulk.pull_from_consent, str(sender.property("item")))


def consented(shot: Snapshot) -> list[ItemRow]:
    """Return the items of the consent group while it is before the meeting and not decided."""
    current = shot.current
    if not shot.in_session or current is None or shot.decided:
        return []
    if current.kind is not ItemKind.CONSENT and not current.consent:
        return []
    return [one for one in shot.items if one.consent and one.state != ItemState.STRUCK]

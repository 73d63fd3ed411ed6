"""One person's own page: what stands beside the seats board, with room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from council.services.members import people
from council.ui.actions import Command
from council.ui.kit import GROW, Button, row, stack
from council.ui.page import Page
from council.ui.pages.members.side import Side

if TYPE_CHECKING:
    from council.ui.context import Context

WIDTH = 720


class PersonPage(Page):
    """A person reached from a search, a motion or the first page."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"people", "bodies", "attendance", "votes", "actions", "rules"}
    )
    scrolls: ClassVar[bool] = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.side = Side(context, width=0)
        self.side.setProperty("role", "card")
        self.side.setMaximumWidth(WIDTH)
        self.back = Button(self.tr("All members"), "caret-left")
        self.back.clicked.connect(self._on_back)
        middle = row(GROW, (self.side, 8), GROW, gap=0)
        self.setLayout(stack(row(self.back, GROW), (middle, 1), gap=12, pad=(24, 12, 24, 16)))

    def title(self) -> str:
        """Return the person's name once there is one."""
        if not self.side.uid:
            return self.tr("Person")
        person = people.get_person(self.context.reader, self.side.uid).person
        return self.context.show(person.name)

    def show_for(self, uid: str = "", **more: Any) -> None:
        """Show a person."""
        if uid in {one.uid for one in people.list_people(self.context.reader)}:
            self.side.show_person(uid)
        else:
            self.side.show_nobody()

    def refresh(self) -> None:
        """Read the person anew."""
        self.side.refresh()

    def commands(self) -> list[Command]:
        """Offer changing the person."""
        words, where = self.tr("Change this person"), self.tr("Person")
        return [Command(words, self._on_edit, "pencil-simple", "F2", where)]

    def _on_edit(self) -> None:
        if self.side.part() is self.side.view:
            self.side.begin_edit()

    def _on_back(self) -> None:
        self.context.navigate("members")

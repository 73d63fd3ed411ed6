"""The finding by which a late item may be decided, put on record with its yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from council.domain import calendars
from council.services import duties
from council.ui.kit import GROW, Button, Field, combo, hline, line_edit, row, small, stack
from council.ui.once import run_once

if TYPE_CHECKING:
    from collections.abc import Mapping

    from council.domain.messages import Message
    from council.domain.rulings import Ruling
    from council.ui.context import Context


class FindingForm(QFrame):
    """Item, ground and the number of yes; hidden where no ground takes a vote."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[tuple[str, str], ...] = ()
        self.item = combo([], name=self.tr("Item"))
        self.ground = combo([], name=self.tr("Ground"))
        self.yes = line_edit(width=86)
        self.yes.returnPressed.connect(self.submit)
        self.item.currentIndexChanged.connect(self._on_item)
        self.yes_field = Field(self.tr("Yes"), self.yes, width=86)
        self.keep = Button(self.tr("Record the finding"), "gavel")
        self.keep.clicked.connect(self.submit)
        item, ground = Field(self.tr("Item"), self.item), Field(self.tr("Ground"), self.ground)
        title = small(self.tr("The meeting found a ground to decide it"), "ink_2", "strong")
        fields = row((item, 2), (ground, 2), self.yes_field, gap=8)
        self.setLayout(stack(hline(), 4, title, fields, row(self.keep, GROW), gap=8))
        self.hide()

    def show_items(self, titles: Mapping[str, str], *, begun: bool) -> None:
        """Offer these late items (titles by uid); only once the meeting has begun."""
        shown = tuple(titles.items())
        if shown != self._shown:
            self._shown, here = shown, self.item.currentData()
            self.item.clear()
            for uid, words in shown:
                self.item.addItem(words, uid)
            self.item.setCurrentIndex(max(0, self.item.findData(here)))
        self._on_item()
        self.setVisible(begun and self.ground.count() > 0)

    def _on_item(self) -> None:
        uid, here = self.item.currentData(), self.ground.currentData()
        needs = duties.late_needs(self._context.reader, uid) if uid else ()
        self.ground.clear()
        for one in needs:
            if one.requirement:
                words = self._context.word(f"late_ground.{one.ground}")
                words = words[:1].upper() + words[1:]
                if one.yes is not None:
                    told = self.tr("{ground}: {count} yes needed")
                    words = told.format(ground=words, count=one.yes)
                self.ground.addItem(words, one.ground.value)
        self.ground.setCurrentIndex(max(0, self.ground.findData(here)))

    def submit(self) -> None:
        """Put it on record, enough yes or not."""
        typed = calendars.fold_digits(self.yes.text().strip())
        if not typed.isdecimal():
            self.yes_field.set_error(self.tr("How many?"))
            self.yes.setFocus()
            return
        self.yes_field.set_error("")
        run_once(
            self.keep,
            self._context.dispatcher,
            duties.find_ground,
            self.item.currentData(),
            self.ground.currentData(),
            int(typed),
            on_done=self._on_kept,
            on_error=self._on_refused,
        )

    def _on_kept(self, ruling: Ruling) -> None:
        self.yes.clear()
        self._context.announce(self._context.say(ruling.message), "ok" if ruling.holds else "warn")

    def _on_refused(self, message: Message) -> None:
        self._context.announce(self._context.say(message), "no")

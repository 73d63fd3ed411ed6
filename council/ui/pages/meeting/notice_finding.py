"""The finding by which a late item may be decided, put on record with its motion or its yes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame

from council.domain import calendars
from council.domain.vocabulary import Outcome
from council.services.duties import meeting_duties as duties
from council.services.planning import late_admission
from council.services.session import motions
from council.ui.kit import GROW, Button, Field, combo, hline, line_edit, row, small, stack
from council.ui.once import run_once

if TYPE_CHECKING:
    from collections.abc import Mapping

    from council.domain.messages import Message
    from council.domain.rulings import Ruling
    from council.ui.context import Context


class FindingForm(QFrame):
    """Item, ground, the carried motion that admitted it, else the number of yes.

    Hidden where no ground takes a vote.
    """

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__()
        self._context, self._meeting = context, meeting_uid
        self._shown: tuple[tuple[str, str], ...] = ()
        self.item = combo([], name=self.tr("Item"))
        self.ground = combo([], name=self.tr("Ground"))
        self.motion = combo([], name=self.tr("Motion"))
        self.yes = line_edit(width=86)
        self.yes.returnPressed.connect(self.submit)
        self.item.currentIndexChanged.connect(self._on_item)
        self.yes_field = Field(self.tr("Yes"), self.yes, width=86)
        self.keep = Button(self.tr("Record the finding"), "gavel")
        self.keep.clicked.connect(self.submit)
        item, ground = Field(self.tr("Item"), self.item), Field(self.tr("Ground"), self.ground)
        title = small(self.tr("The meeting found a ground to decide it"), "ink_2", "strong")
        self._motion_field = Field(self.tr("Motion that admitted it"), self.motion)
        fields = row((item, 1), (ground, 1), gap=8)
        vote = row((self._motion_field, 1), self.yes_field, GROW, gap=8)
        self.setLayout(stack(hline(), 4, title, fields, vote, row(self.keep, GROW), gap=8))
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
        self._list_motions()
        self.setVisible(begun and self.ground.count() > 0)

    def _list_motions(self) -> None:
        """Offer the motions this meeting carried."""
        here = self.motion.currentData()
        self.motion.clear()
        self.motion.addItem(self.tr("none: a finding alone"), "")
        for one in motions.list_motions(self._context.reader, self._meeting):
            if one.outcome == Outcome.CARRIED:
                words = f"{one.number or ''} {self._context.show(one.text)}".strip()
                self.motion.addItem(words, one.uid)
        self._motion_field.setVisible(self.motion.count() > 1)
        self.motion.setCurrentIndex(max(0, self.motion.findData(here)))

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
        motion = self.motion.currentData()
        if not typed.isdecimal() and (typed or not motion):
            self.yes_field.set_error(self.tr("How many?"))
            self.yes.setFocus()
            return
        self.yes_field.set_error("")
        item, ground = self.item.currentData(), self.ground.currentData()
        told: dict[str, Any] = {"on_done": self._on_kept, "on_error": self._on_refused}
        run = self._context.dispatcher
        if motion:
            yes = int(typed) if typed else None
            admit = late_admission.admit_late_item
            run_once(self.keep, run, admit, item, motion, ground, yes=yes, **told)
        else:
            run_once(self.keep, run, duties.find_ground, item, ground, int(typed), **told)

    def _on_kept(self, ruling: Ruling | None) -> None:
        self.yes.clear()
        if ruling is None:  # nobody counted: the motion alone is on record
            return
        self._context.announce(self._context.say(ruling.message), "ok" if ruling.holds else "warn")

    def _on_refused(self, message: Message) -> None:
        self._context.announce(self._context.say(message), "no")

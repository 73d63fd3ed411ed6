"""Enter from paper: the page that takes a recording sheet, line by line in its order, by keys."""

from __future__ import annotations

import itertools
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from council.domain.text import Text
from council.domain.vocabulary import ItemKind, ItemState, MeetingState
from council.services import meetings
from council.services.planning import agenda
from council.services.session import attendance
from council.services.session.on_paper import PaperSheet, enter_sheet
from council.ui.actions import Command
from council.ui.draft import Draft
from council.ui.kit import GROW, Button, frame, row, scrolled, small, stack
from council.ui.kit.text import set_color
from council.ui.pages.meeting.paper.items import ItemBlock
from council.ui.pages.meeting.paper.roster import RosterCard
from council.ui.pages.meeting.paper.spoken import ActionsCard, CommentsCard
from council.ui.pages.meeting.paper.times import TimesCard
from council.ui.pages.meeting.step import Step

if TYPE_CHECKING:
    from council.domain.messages import Message
    from council.ui.context import Context
    from council.ui.pages.meeting.paper.marks import MarkLine

_SHOWN_LATE_MS = 30


class PaperStep(Step):
    """Times, roster and items of the sheet; Ctrl+Enter puts them on record in one step."""

    watches: ClassVar[frozenset[str]] = frozenset({"meetings", "agenda", "attendance", "people"})

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.setAccessibleName(self.tr("Enter from paper"))
        self.times, self.roster = TimesCard(context.language), RosterCard(context)
        self.items: list[ItemBlock] = []
        self._shown: tuple[str, ...] = ()
        self._blocks = stack(gap=8)
        self.comments, self.given = CommentsCard(context), ActionsCard(context)
        self.late = Button(self.tr("Item that is not on the agenda"), "plus", "plain", "Ctrl I")
        self.late.clicked.connect(self.add_item)
        self.record = Button(self.tr("Put on record"), "check", "primary", "Ctrl Enter")
        self.record.clicked.connect(self.submit)
        self.back = Button(self.tr("Back"), "caret-left", "plain", "Esc")
        self.back.clicked.connect(self._on_back)
        self.said = small("", "ink_2", wrap=True)
        self.draft = Draft(context, f"paper:{meeting_uid}", self.values, self)
        self._scroll: QScrollArea = scrolled(self._body())
        foot = frame("foot", row(self.record, self.back, (self.said, 1), gap=8, pad=(24, 8, 24, 8)))
        self.setLayout(stack((self._scroll, 1), foot, gap=0))
        for line in self.times.lines().values():
            line.textChanged.connect(self._on_typed)
        self.roster.typed.connect(self._on_typed)
        for card in (self.comments, self.given):
            card.typed.connect(self._on_typed)
            card.grew.connect(self._order)
        self._filled = False

    def _body(self) -> QWidget:
        made = QWidget()
        made.setLayout(
            stack(self.times, self.roster, self._blocks, row(self.late, GROW), self.comments,
                  self.given, GROW, gap=12,
                  pad=(24, 16, 24, 16))
        )  # fmt: skip
        return made

    # ------------------------------------------------------------------ showing

    def refresh(self) -> None:
        """Show the meeting; what is typed stays."""
        reader, uid = self.context.reader, self.meeting_uid
        meeting = meetings.get_meeting(reader, uid)
        people = [one for one in attendance.room(reader, uid) if one.person_uid]
        self.times.show_meeting(meeting, people)
        self.roster.show_people(people)
        self._show_items([
            one for one in agenda.list_items(reader, uid)
            if one.state != ItemState.STRUCK and one.kind != ItemKind.HEADING
        ])  # fmt: skip
        self._filled = self._filled or self._fill()
        self._order()
        over = meeting.state in (MeetingState.HELD, MeetingState.CANCELLED)
        self.record.setEnabled(not over)
        self._tell()

    def _order(self) -> None:
        """Let Enter go from line to line as they follow each other on the sheet."""
        lines: list[QWidget] = [*self.times.lines().values(), *self.roster.lines.values()]
        lines.append(self.roster.guests)
        for block in self.items:
            lines += block.order()
        lines += [self.late, *self.comments.order(), *self.given.order()]
        for before, line in itertools.pairwise([*lines, self.record, self.back]):
            self.setTabOrder(before, line)

    def _show_items(self, found: list[agenda.ItemRow]) -> None:
        uids = tuple(one.uid for one in found)
        if uids == self._shown:
            return
        kept, self._shown = self._item_values(), uids
        late = [one for one in self.items if one.item is None]
        for block in self.items:
            self._blocks.removeWidget(block)
            if block not in late:
                block.deleteLater()
        self.items = []
        for one in found:
            self._put(self._make(one))
        for block in late:
            self._put(block)
        self._load_items(kept)

    def _put(self, block: ItemBlock) -> None:
        self.items.append(block)
        self._blocks.addWidget(block)

    def _make(self, item: agenda.ItemRow | None) -> ItemBlock:
        made = ItemBlock(self.context, item)
        made.typed.connect(self._on_typed)
        made.more_wanted.connect(partial(self._add_to, made))
        return made

    def _add_to(self, block: ItemBlock) -> None:
        made = block.add_motion()
        self._order()
        self._reveal(made)

    def _on_typed(self) -> None:
        self.draft.touch()
        self._tell()

    def _tell(self) -> None:
        """Say what would be recorded; let each motion know who was there."""
        people = self.roster.known()
        members = sum(one.voting for one in people)
        present = self.roster.present()
        for block in self.items:
            block.set_room(people, members, present)
        listed = [block.item for block in self.items if block.item is not None]
        for card in (self.comments, self.given):
            card.set_meeting(listed, people)
        moved = sum(len(block.moved()) for block in self.items)
        words = self.tr("{present} of {members} members present at some time, {moved} motions")
        self._say(words.format(present=present, members=members, moved=moved))

    def _say(self, words: str, tone: str = "ink_2") -> None:
        self.said.setText(words)
        set_color(self.said, tone)

    # ------------------------------------------------------------------ kept while half typed

    def values(self) -> dict[str, str]:
        """Return everything that is typed, by name."""
        lines = {f"t/{name}": line for name, line in self.times.lines().items() if line.isEnabled()}
        lines |= {f"p/{uid}": line for uid, line in self.roster.lines.items()}
        lines["guests"] = self.roster.guests
        found = {name: line.text() for name, line in lines.items()} | self._item_values()
        for key, card in self._cards().items():
            found |= {f"{key}/{name}": words for name, words in card.values().items()}
        return found

    def _cards(self) -> dict[str, CommentsCard | ActionsCard]:
        return {"c": self.comments, "a": self.given}

    def _item_values(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for place, block in enumerate(self.items):
            key = block.item.uid if block.item else f"+{place}"
            found |= {f"i/{key}/{name}": words for name, words in block.values().items() if words}
        return found

    def _fill(self) -> bool:
        """Fill in what was half typed when the page was left, or the program ended."""
        kept = self.draft.kept()
        for name, line in self.times.lines().items():
            if line.isEnabled():
                line.setText(kept.get(f"t/{name}", line.text()))
        for uid, line in self.roster.lines.items():
            line.setText(kept.get(f"p/{uid}", ""))
        self.roster.guests.setText(kept.get("guests", ""))
        for key, card in self._cards().items():
            card.load({n[2:]: w for n, w in kept.items() if n.startswith(f"{key}/")})
        late = sorted({name.split("/")[1] for name in kept if name.startswith("i/+")})
        for _key in late:
            self._put(self._make(None))
        self._load_items(kept)
        return True

    def _load_items(self, kept: dict[str, str]) -> None:
        late = iter(sorted({n.split("/")[1] for n in kept if n.startswith("i/+")}))
        for block in self.items:
            key = block.item.uid if block.item else next(late, "")
            prefix = f"i/{key}/"
            own = {n.removeprefix(prefix): w for n, w in kept.items() if n.startswith(prefix)}
            if own:
                block.load(own)

    def leave(self) -> None:
        """Keep what is half typed."""
        self.draft.flush()

    # ------------------------------------------------------------------ keys

    def first(self) -> QWidget:
        """Return the line to begin with."""
        return self.times.called if self.times.called.isEnabled() else self.times.adjourned

    def showEvent(self, event: object) -> None:
        """Put the keyboard on the first line."""
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        if self.isVisible() and not self._has_keyboard(self):
            self.first().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _has_keyboard(self, widget: QWidget) -> bool:
        here = QApplication.focusWidget()
        return here is not None and here is not widget and widget.isAncestorOf(here)

    def add_motion(self) -> None:
        """Add a motion to the item that is being typed, else to the last that was taken up."""
        here = next((one for one in self.items if self._has_keyboard(one)), None)
        if here is None:
            here = next((one for one in reversed(self.items) if one.at.words()), None)
        if here is not None or self.items:
            self._add_to(here or self.items[0])

    def add_item(self) -> None:
        """Add an item that was not on the agenda."""
        block = self._make(None)
        self._put(block)
        block.show()
        block.title.setFocus()
        self._order()
        self._tell()
        self._reveal(block)

    def _reveal(self, widget: QWidget) -> None:
        # With the widget as its context the timer dies with it.
        QTimer.singleShot(
            _SHOWN_LATE_MS, widget, lambda: self._scroll.ensureWidgetVisible(widget, 0, 24)
        )

    def _on_back(self) -> None:
        self.context.navigate("meeting", self.meeting_uid, step="meet")

    def commands(self) -> list[Command]:
        """Return what can be done here."""
        group = self.tr("Enter from paper")
        return [
            Command(self.tr("Put the sheet on record"), self.submit, "check", "Ctrl+Return", group),
            Command(self.tr("Add a motion to the item"), self.add_motion, "plus", "Ctrl+M", group),
            Command(self.tr("Add an item that is not on the agenda"), self.add_item, "plus",
                    "Ctrl+I", group),
            Command(self.tr("Back to the meeting"), self._on_back, "caret-left", "Esc", group),
        ]  # fmt: skip

    # ------------------------------------------------------------------ recording

    def wrong(self) -> MarkLine | None:
        """Return the first line that nobody understands, in the order of the sheet."""
        lines = [*self.times.lines().values(), *self.roster.lines.values()]
        found = next((line for line in lines if line.problem), None)
        if found is None:
            parts: tuple[ItemBlock | CommentsCard | ActionsCard, ...] = (
                *self.items, self.comments, self.given,
            )  # fmt: skip
            blamed = (part.first_wrong() for part in parts)
            found = next((line for line in blamed if line is not None), None)
        return found

    def submit(self) -> None:
        """Put the sheet on record, or go to the first line that is wrong."""
        wrong = self.wrong()
        if wrong is not None:
            words = self.tr("{line}: {problem}")
            told = words.format(line=wrong.accessibleName(), problem=wrong.problem)
            self._say(told, "no")
            self.context.announce(told, "warn")
            wrong.setFocus()
            self._reveal(wrong)
            return
        self.record.setEnabled(False)
        self.context.dispatcher.run(
            self.draft.recording(enter_sheet), self.meeting_uid, self.sheet(),
            on_done=self._on_recorded, on_error=self._on_refused,
        )  # fmt: skip

    def sheet(self) -> PaperSheet:
        """Return what is typed; every line of it is understood."""
        presider = self.times.presider()
        language = self.context.council.languages[0]
        items = (block.paper_item() for block in self.items)
        return PaperSheet(
            called=self.times.called_at(),
            presiding_uid=presider.person_uid if presider else None,
            people=self.roster.people(),
            guests=tuple(Text.of(name, language) for name in self.roster.guest_names()),
            handed=self.times.handed_to(),
            recesses=self.times.recesses(),
            items=tuple(one for one in items if one is not None),
            comments=self.comments.comments(),
            actions=self.given.given(),
            adjourned=self.times.adjourned_at(),
        )

    def _on_recorded(self, _uid: object) -> None:
        meeting = meetings.get_meeting(self.context.reader, self.meeting_uid)
        step = "minutes" if meeting.state == MeetingState.HELD else "meet"
        self.context.announce(self.tr("The sheet is on record."))
        self._clear()
        self.context.navigate("meeting", self.meeting_uid, step=step)

    def _clear(self) -> None:
        """Empty the page: what it said is on record."""
        for line in (*self.times.lines().values(), *self.roster.lines.values(), self.roster.guests):
            line.clear()
        for block in self.items:
            self._blocks.removeWidget(block)
            block.deleteLater()
        for card in self._cards().values():
            card.clear()
        self.items, self._shown = [], ()
        self.draft.wait()

    def _on_refused(self, message: Message) -> None:
        self.record.setEnabled(True)
        words = self.context.say(message)
        self._say(words, "no")
        self.context.announce(words, "warn")

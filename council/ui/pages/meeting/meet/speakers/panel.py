"""The speakers in the right column: the clock, the line, written comments, what the keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from council.domain.durations import minutes_and_seconds
from council.services.session.speakers import (
    SpeakerKind,
    SpeakerRow,
    SpeakerState,
    has_floor,
    how_often,
    in_line,
)
from council.ui.kit import GROW, Button, Elided, icon, keycap, row, small, stack
from council.ui.kit.flow import Flow
from council.ui.pages.meeting.meet.speakers.card import SpeakerCard
from council.ui.pages.meeting.meet.speakers.clock import Clock
from council.ui.pages.meeting.meet.speakers.line import SpeakerLine, Waiting
from council.ui.pages.meeting.words import short_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

LAID_OUT_MS = 20  # what grew has its place by then


class SpeakerPanel(QFrame):
    """Who has the floor and who waits for it.

    Signals: ``turned(str, str)`` state and name when a speaker's time is soon up or over.
    """

    turned = Signal(str, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.now: SpeakerRow | None = None
        self._all: Sequence[SpeakerRow] = ()
        self._line: list[SpeakerRow] = []
        self._away: set[str] = set()
        self._has_written = False
        self.card, self.line = SpeakerCard(), SpeakerLine()
        self._count = Elided("", "small", "regular", "ink_3", hug=True)
        self._wrote, self._letters = small(""), QWidget()
        self._letters.setLayout(row(icon("envelope-simple", "ink_3", 16), self._wrote, gap=4))
        self._letters.hide()
        self._written = small("", "ink_2", wrap=True)
        self._keys = self._make_keys()
        self._help = small(
            self.tr("A code asks for the floor. Enter gives it, Space stops the clock."),
            "ink_2",
            wrap=True,
        )
        self.line.focus_changed.connect(self._show_help)
        self.card.turned.connect(self._on_turned)
        self.card.hide()
        self._written.hide()
        resident = Button(
            "", "user-plus", "plain", h=28, name=self.tr("Resident asks for the floor")
        )
        following = Button("", "skip-forward", "plain", h=28, name=self.tr("Next speaker"))
        resident.clicked.connect(self.line.resident)
        following.clicked.connect(lambda: self.line.given.emit(""))
        title = small(self.tr("Speakers"), "ink_2", "strong")
        buttons = row(resident, following, gap=0)
        head = row(title, keycap("F6"), GROW, self._count, self._letters, buttons, gap=8)
        self.setLayout(
            stack(head, self.card, self.line, self._written, self._keys, self._help, gap=4)
        )
        self._show_help()

    def _make_keys(self) -> Flow:
        words = {
            "1": self.tr("for"), "2": self.tr("against"), "3": self.tr("neutral"),
            "4": self.tr("point of order"), "5": self.tr("one minute more"),
            "6": self.tr("translator"), "R": self.tr("resident"), "N": self.tr("next"),
            "F2": self.tr("name and words"), "Del": self.tr("take out"),
        }  # fmt: skip
        flow = Flow(6, 2)
        for key, word in words.items():
            flow.add_piece(row(keycap(key), small(word, "ink_2"), gap=4))
        return flow

    def take_focus(self) -> None:
        """Put the keyboard on the line, and the whole of it into sight."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(LAID_OUT_MS, self, self._into_sight)

    def _into_sight(self) -> None:
        """Scroll the column so far that the keys below the line are seen too."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self, 0, 8)

    # ------------------------------------------------------------------ showing

    def show_meeting(self, shot: Snapshot) -> None:
        """Show the line on the item before the meeting."""
        item = shot.current.uid if shot.current else None
        self._all = shot.speakers
        found = self._line = in_line(shot.speakers, item)
        self.now = has_floor(found)
        waiting = [one for one in found if one is not self.now]
        self._show_count(len(waiting))
        self.card.setVisible(self.now is not None)
        if self.now is not None:
            self.card.show_speaker(
                self.now.uid, self._name(self.now), self._remark(self.now, shot),
                Clock.of(self.now, shot.now),
            )  # fmt: skip
        away = {one.person_uid for one in shot.room if one.person_uid and not one.here}
        self._away = away if shot.roll_taken else set()
        self.line.setVisible(bool(waiting) or self.now is None or self.line.hasFocus())
        codes = {one.code: one.person_uid for one in shot.room if one.code and one.person_uid}
        speaking = self.now.uid if self.now else ""
        self.line.show_rows([self._waiting(one, shot) for one in waiting], codes, speaking)
        self._show_written(shot)

    def line_rows(self) -> list[SpeakerRow]:
        """Return who is in the line, who has the floor among them."""
        return self._line

    def set_now(self, now: datetime) -> None:
        """Let the clock go on."""
        if self.now is not None:
            self.card.set_clock(Clock.of(self.now, now))

    def _show_count(self, waiting: int) -> None:
        words = self.tr("{count} waiting").format(count=waiting) if waiting else ""
        self._count.set_text(words)

    def _name(self, one: SpeakerRow) -> str:
        if not one.name:
            return self.tr("Resident, no name given")
        language = self.context.language
        return short_name(one.name, language) if one.person_uid else one.name.show(language)

    def _remark(self, one: SpeakerRow, shot: Snapshot) -> str:
        """Say as what, for what and how often somebody speaks, and why the clock stands."""
        said = []
        if one.priority:
            said.append(self.tr("point of order"))
        elif one.kind is not SpeakerKind.MEMBER and one.name:
            guest = one.kind is SpeakerKind.GUEST
            said.append(self.tr("guest") if guest else self.tr("resident"))
        if one.stance:
            said.append(self._stance(one.stance))
        if one.state is SpeakerState.PAUSED:
            voting = shot.vote is not None and one is self.now
            said.insert(0, self.tr("paused for the vote") if voting else self.tr("stopped"))
        return " · ".join(said) or self._times(one, shot)

    def _stance(self, stance: str) -> str:
        return {
            "for": self.tr("for"), "against": self.tr("against"), "neutral": self.tr("neutral")
        }.get(stance, stance)  # fmt: skip

    def _times(self, one: SpeakerRow, shot: Snapshot) -> str:
        """Say how often somebody had the floor on this question, and what the rules allow."""
        before = how_often(self._all, one)
        if self._too_often(one, before, shot):
            words = self.tr("has spoken {count} of {most} times")
            return words.format(count=before, most=shot.limits.times)
        if before > 1:
            return self.tr("has spoken {count} times").format(count=before)
        return self.tr("has spoken once") if before else ""

    def _too_often(self, one: SpeakerRow, before: int, shot: Snapshot) -> bool:
        most = shot.limits.times
        return most is not None and before >= most and one.kind is SpeakerKind.MEMBER

    def _waiting(self, one: SpeakerRow, shot: Snapshot) -> Waiting:
        odd = self._too_often(one, how_often(self._all, one), shot)
        remark = self._times(one, shot) if odd else self._remark(one, shot)
        if one.person_uid in self._away:
            odd, remark = True, self.tr("not in the room")
        spoken = self._spoken(one, shot.now)
        return Waiting(
            uid=one.uid,
            name=self._name(one),
            remark=remark,
            right=minutes_and_seconds(spoken) if spoken else "",
            glyph=self._glyph(one, odd=odd),
            odd=odd,
        )

    def _spoken(self, one: SpeakerRow, now: datetime) -> int:
        """Return the seconds somebody spoke on the item, in all turns."""
        return sum(
            other.spoken(now)
            for other in self._all
            if other.turns and other.who == one.who and other.item_uid == one.item_uid
        )

    def _glyph(self, one: SpeakerRow, *, odd: bool) -> str:
        if one.priority:
            return "hand-palm"
        if one.state is SpeakerState.PAUSED:
            return "pause"
        return "warning" if odd else ""

    def _show_written(self, shot: Snapshot) -> None:
        words = {
            "for": self.tr("{count} for"), "against": self.tr("{count} against"),
            "neutral": self.tr("{count} neutral"),
        }  # fmt: skip
        parts = [words[stance].format(count=count) for stance, count in shot.written if count]
        self._written.setText(self.tr("Written: {parts}").format(parts=", ".join(parts)))
        self._has_written = bool(parts)
        self._wrote.setText(str(sum(count for _stance, count in shot.written)))
        self._wrote.setAccessibleName(self._written.text())
        self._letters.setToolTip(self._written.text())
        self._letters.setVisible(self._has_written)
        self._show_help()

    def _show_help(self) -> None:
        focus = self.line.hasFocus()
        self._keys.setVisible(focus)
        self._help.setVisible(focus)
        self._written.setVisible(focus and self._has_written)

    def _on_turned(self, state: str) -> None:
        if self.now is not None:
            self.turned.emit(state, self._name(self.now))

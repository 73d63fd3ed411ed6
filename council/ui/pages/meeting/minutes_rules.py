"""What the rules ask of minutes: by when they are public, and which advice was not followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from council.domain.rulings import Ruling
from council.services import advice, minutes
from council.services.duties import meeting_duties as duties
from council.ui.kit import GROW, chip, combo, frame, group, hline, refill, row, small, stack
from council.ui.pages.rulings import RulingLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from council.domain.messages import Message
    from council.services.advice import AdviceRow
    from council.services.duties.meeting_duties import MinutesDeadline
    from council.ui.context import Context

_FOLLOWED = {"": None, "yes": True, "no": False}


def due_words(one: MinutesDeadline, now: datetime) -> tuple[str, str, str]:
    """Return (words, tone, icon): how many days are left or over, or whether it was in time."""
    if one.done_at is not None:
        if one.ruling.holds:
            return QCoreApplication.translate("MinutesRules", "in time"), "yes", "check-circle"
        return QCoreApplication.translate("MinutesRules", "late"), "warn", "warning"
    if one.until is None:
        return QCoreApplication.translate("MinutesRules", "not known"), "neutral", "question"
    left = one.until - now
    if one.ruling.holds is False:
        words = QCoreApplication.translate("MinutesRules", "1 day over")
        over = -left.days
        if over != 1:
            words = QCoreApplication.translate("MinutesRules", "{count} days over")
        return words.format(count=over), "no", "warning"
    words = QCoreApplication.translate("MinutesRules", "{count} days left")
    if left.days == 1:
        words = QCoreApplication.translate("MinutesRules", "1 day left")
    if left.days == 0:
        words = QCoreApplication.translate("MinutesRules", "until midnight")
        if one.until.minute or one.until.hour:
            words = QCoreApplication.translate("MinutesRules", "less than a day left")
    return words.format(count=left.days), "accent", "clock-countdown"


class MinutesDue(QFrame):
    """The deadlines of a meeting's minutes; hidden where the rules set none."""

    def __init__(self, context: Context, meeting_uid: str, *, narrow: bool = False) -> None:
        super().__init__()
        self._context, self._uid, self._narrow = context, meeting_uid, narrow
        self.lines: list[RulingLine] = []
        self._body = stack(gap=8)
        title = group(self.tr("Deadlines by the rules"))
        pad = 0 if narrow else (20, 16, 20, 16)
        if not narrow:
            self.setProperty("role", "card")
        self.setLayout(stack(title, self._body, gap=8, pad=pad))
        self.hide()

    def refresh(self) -> None:
        """Ask the rules anew."""
        desk = self._context.reader
        found = duties.minutes_deadlines(desk, self._uid)
        self.setVisible(bool(found))
        size = "small" if self._narrow else "body"
        self.lines = []
        rows: list[QWidget] = []
        for one in found:
            line = RulingLine(self._context, one.ruling, size=size)
            words, tone, glyph = due_words(one, desk.now())
            mark = chip(words, tone, glyph)
            line.setAccessibleName(f"{words}. {line.accessibleName()}")
            self.lines.append(line)
            if self._narrow:
                rows += [frame("", row(mark, GROW)), line]
            else:
                rows.append(frame("", row((line, 1), stack(mark, GROW, gap=0), gap=12)))
        refill(self._body, *rows)


class AdviceList(QFrame):
    """What the rules said and was not followed, or nobody knows; a choice notes it on record."""

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context, self._uid = context, meeting_uid
        self.choices: dict[str, QComboBox] = {}
        self._count = small("")
        self._body = stack(gap=10)
        title = group(self.tr("What the rules said during the meeting"), self._count)
        self.setLayout(stack(title, self._body, gap=8, pad=(20, 16, 20, 16)))
        self.hide()

    def refresh(self) -> None:
        """Show the advice of the meeting; locked minutes lock it too."""
        desk = self._context.reader
        found = advice.list_advice(desk, self._uid)
        locked = minutes.get_approval(desk, self._uid) is not None
        self.setVisible(bool(found))
        against = sum(1 for one in found if not one.followed)
        words = self.tr("{count} of {all} not followed").format(count=against, all=len(found))
        self._count.setText(words if against else self.tr("all followed"))
        self.choices = {}
        lines: list[QWidget] = []
        for one in found:
            lines += [hline()] if lines else []
            lines.append(self._line(one, locked=locked))
        refill(self._body, *lines)

    def _line(self, one: AdviceRow, *, locked: bool) -> QWidget:
        ruling = Ruling(one.followed or None, one.message, one.source, one.verified)
        if one.followed is False:
            ruling = Ruling(False, one.message, one.source, one.verified)
        said = RulingLine(self._context, ruling)
        words = self._words()
        now = "yes" if one.followed else "" if one.followed is None else "no"
        note = small(one.note, "ink_2", wrap=True) if one.note else None
        if locked:
            mark = small(words[now], "ink_2", "medium")
            return frame("", row((stack(said, note, gap=0), 1), stack(mark, GROW), gap=12))
        box = combo(list(words.items()), now, self.tr("Was it followed?"), 148)
        box.setAccessibleDescription(self._context.say(one.message))
        box.activated.connect(self._writer(one, box))
        self.choices[one.uid] = box
        return frame("", row((stack(said, note, gap=0), 1), stack(box, GROW), gap=12))

    def _words(self) -> dict[str, str]:
        return {
            "": self.tr("not known"),
            "yes": self.tr("followed"),
            "no": self.tr("not followed"),
        }

    def _writer(self, one: AdviceRow, box: QComboBox) -> Callable[[int], None]:
        def write(_index: int) -> None:
            self._context.dispatcher.run(
                advice.set_followed,
                one.uid,
                _FOLLOWED[box.currentData()],
                one.note,
                on_error=self._on_refused,
            )

        return write

    def _on_refused(self, message: Message) -> None:
        self._context.announce(self._context.say(message), "no")
        self.refresh()

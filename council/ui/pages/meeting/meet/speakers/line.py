"""The line of speakers: with the keyboard on it, a member's code asks for the floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from council.ui.kit import A, Brush
from council.ui.kit.text import width_of
from council.ui.pages.meeting.meet.keys import digit, is_enter, letter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

LINE, FEW, MANY = 26, 3, 9
#: digit: what it says of the chosen speaker
MARKS: Final = {
    "1": "for", "2": "against", "3": "neutral", "4": "point", "5": "minute", "6": "translator",
}  # fmt: skip
_NEXT, _RESIDENT = "N", "R"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One of the line as it is drawn; ``glyph`` marks a point of order or an interrupted turn.

    ``odd`` tells whether the rules say something against it, which ``remark`` says in words.
    """

    uid: str
    name: str
    remark: str
    right: str = ""
    glyph: str = ""
    odd: bool = False


class SpeakerLine(QWidget):
    """Those who wait, in order. Codes ask for the floor, Enter gives it to the chosen or the next.

    Signals: ``asked(str)`` person uid; ``resident()``; ``given(str)`` uid or empty for the next;
    ``marked(str, str)`` uid and mark; ``moved(str, int)``; ``dropped(str)``; ``edited(str)``;
    ``stopped()`` the clock; ``left()`` Escape.
    """

    asked, resident, given = Signal(str), Signal(), Signal(str)
    marked, moved, dropped, edited = Signal(str, str), Signal(str, int), Signal(str), Signal(str)
    stopped, left, focus_changed = Signal(), Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Waiting] = ()
        self.codes: Mapping[str, str] = {}
        self.speaking = ""
        self.chosen = ""
        self._typed = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Line of speakers"))
        self._fit()

    def show_rows(self, rows: Sequence[Waiting], codes: Mapping[str, str], speaking: str) -> None:
        """Show who waits; ``codes`` is person by code, ``speaking`` who has the floor, by uid."""
        self.codes, self.speaking = codes, speaking
        if rows != self.rows:
            self.rows = rows
            if self.chosen not in {one.uid for one in rows}:
                self.chosen = ""
            self._fit()
            self._tell()
            self.update()

    def choose(self, uid: str) -> None:
        """Choose one of the line."""
        self.chosen = uid
        self._fit()
        self._tell()
        self.update()

    # ---------------------------------------------------------------------- painting

    def _window(self) -> tuple[int, int]:
        """Return the first row that is drawn and the one after the last; the chosen is in it."""
        most = MANY if self.hasFocus() else FEW
        if len(self.rows) <= most:
            return 0, len(self.rows)
        here = next((n for n, one in enumerate(self.rows) if one.uid == self.chosen), 0)
        first = max(0, min(here - most // 2, len(self.rows) - most))
        return first, first + most

    def _fit(self) -> None:
        first, last = self._window()
        # Elsewhere the number that waits stands above; the room is the timeline's.
        hidden = self.hasFocus() and last - first < len(self.rows)
        self.setFixedHeight(max(1, last - first) * LINE + (LINE - 4 if hidden else 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        brush = Brush(self)
        first, last = self._window()
        if not self.rows:
            ink = "ink_2" if self.hasFocus() else "ink_3"
            box = QRectF(0, 0, self.width(), LINE)
            if self.hasFocus():
                brush.plate(box, None, "focus", 4, 2)
                box = box.adjusted(8, 0, 0, 0)
            brush.write(box, self.tr("Nobody is waiting."), "small", "regular", ink)
        for place in range(first, last):
            box = QRectF(0, (place - first) * LINE, self.width(), LINE)
            self._paint_one(brush, box, self.rows[place], place)
        more = len(self.rows) - (last - first)
        if more > 0 and self.hasFocus():
            words = self.tr("and {count} more").format(count=more)
            box = QRectF(28, (last - first) * LINE - 2, self.width() - 28, LINE - 4)
            brush.write(box, words, "small")
        brush.end()

    def _paint_one(self, brush: Brush, box: QRectF, one: Waiting, place: int) -> None:
        if self.hasFocus() and one.uid == self.chosen:
            brush.plate(box, "surface", "focus", 4, 2)
        if one.glyph:
            tone = "ink_2" if one.glyph == "pause" else "warn"
            brush.icon(one.glyph, box.x() + 4, box.y() + 5, 16, tone, "fill")
        else:
            number = QRectF(box.x() + 2, box.y() + 1, 20, LINE)
            brush.write(number, str(place + 1), "small", "medium", "ink_3", A.AlignCenter)
        end = box.right() - 6
        if one.right:
            wide = width_of(one.right, "small") + 2
            right = QRectF(end - wide, box.y() + 1, wide, LINE)
            brush.write(
                right, one.right, "small", "regular", "ink_3", A.AlignRight | A.AlignVCenter
            )
            end -= wide + 8
        taken = min(width_of(one.remark, "small") + 6, (end - 28) * 0.6) if one.remark else 0
        name = QRectF(box.x() + 28, box.y(), end - 28 - taken, LINE)
        used = brush.write(name, one.name, "body", "medium")
        if one.remark:
            beside = QRectF(name.x() + used + 8, box.y() + 1, end - name.x() - used - 8, LINE)
            brush.write(beside, one.remark, "small", "regular", "warn" if one.odd else "ink_2")

    # ---------------------------------------------------------------------- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take codes, digits, arrows, Space, Delete, F2, Enter and Escape."""
        if self._navigate(event) or self._act(event):
            return
        number, typed = digit(event), letter(event)
        if number in MARKS and (self.chosen or self.speaking):
            self.marked.emit(self.chosen or self.speaking, MARKS[number])
        elif typed == _NEXT:
            self.given.emit("")
        elif typed == _RESIDENT:
            self.resident.emit()
        elif typed:
            self._type(typed)
        else:
            super().keyPressEvent(event)

    def _navigate(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.chosen:
                self.moved.emit(self.chosen, step)
        elif self.rows:
            uids = [one.uid for one in self.rows]
            here = uids.index(self.chosen) if self.chosen in uids else (-1 if step > 0 else 0)
            self.choose(uids[max(0, min(len(uids) - 1, here + step))])
        return True

    def _act(self, event: QKeyEvent) -> bool:
        key, about = event.key(), self.chosen or self.speaking
        if is_enter(event):
            self.given.emit(self.chosen)
        elif key == Qt.Key.Key_Space:
            self.stopped.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if about:
                self.dropped.emit(about)
        elif key == Qt.Key.Key_F2:
            if about:
                self.edited.emit(about)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True

    def _type(self, typed: str) -> None:
        self._typed += typed
        found = self.codes.get(self._typed)
        if found is None:
            if not any(code.startswith(self._typed) for code in self.codes):
                self._typed = ""
            return
        self._typed = ""
        self.asked.emit(found)

    def _tell(self) -> None:
        one = next((row for row in self.rows if row.uid == self.chosen), None)
        words = self.tr("{count} waiting").format(count=len(self.rows))
        if one is not None:
            words = ", ".join(filter(None, (one.name, one.remark, one.right)))
        self.setAccessibleDescription(words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose who was clicked; a second click gives them the floor."""
        first, last = self._window()
        place = first + int(event.position().y()) // LINE
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if first <= place < last:
            uid = self.rows[place].uid
            if uid == self.chosen:
                self.given.emit(uid)
            else:
                self.choose(uid)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys work here."""
        super().focusInEvent(event)
        self._fit()
        self.focus_changed.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget a half-typed code."""
        super().focusOutEvent(event)
        self._typed = ""
        self._fit()
        self.focus_changed.emit()
        self.update()

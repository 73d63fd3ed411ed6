"""Who is in the room: one code a member, so that one key says that somebody came or left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from council.ui.kit import A, Brush, presence_mark
from council.ui.kit.text import width_of
from council.ui.pages.meeting.meet.keys import digit, is_enter, letter
from council.ui.pages.meeting.words import hhmm, short_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from council.services.session.attendance import RoomRow

LINE = 26
#: digit: what it makes of the chosen person
STATES: Final = {
    "1": "present", "2": "remote", "3": "left", "4": "excused", "5": "absent", "6": "recused",
}  # fmt: skip


class RoomList(QWidget):
    """People in two columns. With the focus on it, codes and digits work.

    Before the roll is taken codes mark who is absent, and Enter says that all others are present.
    Afterwards a code lets somebody come or leave. Shift with a code, or the arrows, choose a
    person without doing anything; a digit then says remote, excused, recused.

    Signals: ``toggled(str)`` person uid; ``marked(str, str)`` person uid and state;
    ``roll_called(list)`` the uids of the absent; ``left()`` Escape.
    """

    toggled = Signal(str)
    marked = Signal(str, str)
    roll_called = Signal(list)
    left = Signal()
    focus_changed = Signal()

    def __init__(self, language: str, word: Callable[[str], str]) -> None:
        super().__init__()
        self._language, self._word = language, word
        self.rows: list[RoomRow] = []
        self.roll = False
        self.absent: set[str] = set()
        self.chosen = ""
        self._typed = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Room"))

    def show_rows(self, rows: list[RoomRow], *, roll: bool) -> None:
        """Show these people; ``roll`` while nobody has said anything about anybody."""
        self.rows = rows
        if self.roll and not roll:
            self.absent.clear()
        self.roll = roll
        self.setFixedHeight(max(1, self._per_column()) * LINE + 8)
        self._tell()
        self.update()

    def _per_column(self) -> int:
        return (len(self.rows) + 1) // 2

    def _uid(self, one: RoomRow) -> str:
        return one.person_uid or one.attendance_uid or ""

    def state_of(self, one: RoomRow) -> str:
        """Return the state shown: while the roll is being taken the marks made so far."""
        if self.roll and one.person_uid in self.absent:
            return "absent"
        return "recused" if one.recused and one.here else one.state

    def _remark(self, one: RoomRow) -> str:
        state = self.state_of(one)
        if state == "left" and one.until:
            return hhmm(one.until, self._language)
        if one.ineligible and one.here and state != "recused":
            return self.tr("may not vote")
        if state in ("present", "expected"):
            return self._word(f"role.{one.role}") if one.role not in ("member", "observer") else ""
        return self._state_word(state)

    def _state_word(self, state: str) -> str:
        return {
            "remote": self.tr("remote"),
            "excused": self.tr("excused"),
            "absent": self.tr("absent"),
            "recused": self.tr("recused"),
            "left": self.tr("left"),
            "present": self.tr("present"),
            "expected": self.tr("expected"),
        }.get(state, state)

    def _box(self, place: int) -> QRectF:
        half = (self.width() - 12) / 2
        per = max(1, self._per_column())
        return QRectF((place // per) * (half + 12), 4 + (place % per) * LINE, half, LINE)

    # ---------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the people."""
        brush = Brush(self)
        for place, one in enumerate(self.rows):
            self._paint_one(brush, self._box(place), one)
        brush.end()

    def _paint_one(self, brush: Brush, box: QRectF, one: RoomRow) -> None:
        state = self.state_of(one)
        if self.hasFocus() and self._uid(one) == self.chosen:
            brush.plate(box.adjusted(-4, 0, 2, 0), "surface", "focus", 4, 2)
        presence_mark(brush, state, box.x(), box.y() + 6, 14)
        quiet = state in ("left", "excused", "absent", "expected")
        words = (
            short_name(one.name, self._language)
            if one.person_uid
            else one.name.show(self._language)
        )
        remark = self._remark(one)
        code = width_of(one.code, "small", "medium") + 6
        room = box.width() - 22 - code
        office = state in ("present", "expected")
        if office and width_of(words, "body") + 12 + width_of(remark, "small") > room:
            remark = ""  # a state may shorten a name, an office may not
        taken = min(width_of(remark, "small") + 6, room * 0.55) if remark else 0
        name = QRectF(box.x() + 22, box.y(), room - taken, LINE)
        used = brush.write(name, words, "body", "regular", "ink_3" if quiet else "ink")
        if remark:
            beside = QRectF(name.x() + used + 6, box.y() + 1, taken, LINE)
            ink = "recused" if state == "recused" else "no" if state == "absent" else "ink_3"
            brush.write(beside, remark, "small", "regular", ink)
        right = QRectF(box.right() - code, box.y() + 1, code - 2, LINE)
        strong = "strong" if self.hasFocus() else "medium"
        ink = "accent" if self.hasFocus() else "ink_3"
        brush.write(right, one.code, "small", strong, ink, A.AlignRight | A.AlignVCenter)

    # ---------------------------------------------------------------------- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take codes, digits, arrows, Space, Enter and Escape."""
        if self._navigate(event):
            return
        number = digit(event)
        if number in STATES and self.chosen:
            self._mark(STATES[number])
            return
        typed = letter(event)
        if typed:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._type(typed, only_choose=shift)
            return
        super().keyPressEvent(event)

    def _navigate(self, event: QKeyEvent) -> bool:
        key, per = event.key(), max(1, self._per_column())
        steps = {
            Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: per, Qt.Key.Key_Left: -per,
        }  # fmt: skip
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in steps and not control:
            self._step(steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Space:
            self._space()
        elif is_enter(event):
            if self.roll:
                self.roll_called.emit(sorted(self.absent))
            else:
                self.left.emit()
        elif key == Qt.Key.Key_Escape:
            self.absent.clear()
            self.left.emit()
        else:
            return False
        return True

    def _step(self, step: int) -> None:
        if not self.rows:
            return
        uids = [self._uid(one) for one in self.rows]
        here = uids.index(self.chosen) if self.chosen in uids else (-1 if step > 0 else len(uids))
        self.chosen = uids[max(0, min(len(uids) - 1, here + step))]
        self._tell()
        self.update()

    def _space(self) -> None:
        """While the roll is taken: everybody is present (again). Afterwards: the chosen toggles."""
        if self.roll:
            self.absent.clear()
            self.update()
        elif self.chosen:
            self._act(self.chosen)

    def _type(self, typed: str, *, only_choose: bool) -> None:
        self._typed += typed
        found = next((r for r in self.rows if r.code and r.code == self._typed), None)
        if found is None:
            if not any(r.code.startswith(self._typed) for r in self.rows):
                self._typed = ""
            return
        self._typed = ""
        self.chosen = self._uid(found)
        if not only_choose:
            self._act(self.chosen)
        self._tell()
        self.update()

    def _act(self, uid: str) -> None:
        one = next((r for r in self.rows if self._uid(r) == uid), None)
        if one is None or one.person_uid is None:
            return
        if self.roll:
            self.absent.symmetric_difference_update({uid})
            self.update()
        else:
            self.toggled.emit(uid)

    def _mark(self, state: str) -> None:
        one = next((r for r in self.rows if self._uid(r) == self.chosen), None)
        if one is not None and one.person_uid is not None:
            self.absent.discard(one.person_uid)
            self.marked.emit(one.person_uid, state)

    def _tell(self) -> None:
        one = next((r for r in self.rows if self._uid(r) == self.chosen), None)
        words = ""
        if one is not None:
            words = f"{one.name.show(self._language)}, {self._state_word(self.state_of(one))}"
        self.setAccessibleDescription(words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose who was clicked; a second click on the same person toggles."""
        for place, one in enumerate(self.rows):
            if self._box(place).contains(event.position()):
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                again = self.chosen == self._uid(one)
                self.chosen = self._uid(one)
                if again:
                    self._act(self.chosen)
                self._tell()
                self.update()
                return
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys work here."""
        super().focusInEvent(event)
        self.focus_changed.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget a half-typed code."""
        super().focusOutEvent(event)
        self._typed = ""
        self.focus_changed.emit()
        self.update()

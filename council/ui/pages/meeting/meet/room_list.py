"""Who is in the room: one code a member, so that one key says that somebody came or left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from council.ui.kit import A, Brush, presence_mark
from council.ui.kit.spoken import speak
from council.ui.kit.text import width_of
from council.ui.pages.meeting.meet.keys import digit, is_enter, letter
from council.ui.pages.meeting.meet.room_entries import RoomEntry, RoomWords

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from council.domain.text import Text
    from council.services.session.attendance import RoomRow

LINE = 26
#: digit: what it makes of the chosen person
STATES: Final = {
    "1": "present", "2": "remote", "3": "left", "4": "excused", "5": "absent", "6": "recused",
}  # fmt: skip
#: digit: what it asks for the chosen person
ASKED: Final = {"7": "substitute", "8": "chair", "9": "times"}


class RoomList(QWidget):
    """People in two columns. With the focus on it, codes and digits work.

    Before the roll is taken codes mark who is absent, and Enter says that all others are present.
    Afterwards a code lets somebody come or leave. Shift with a code, or the arrows, choose a
    person without doing anything; a digit then says remote, excused, recused, or asks for a
    substitute, the chair, the times.

    Signals: ``toggled(str)`` person uid; ``guest_toggled(str)`` attendance uid;
    ``marked(str, str)`` person uid and state; ``asked(str, str)`` uid and what for;
    ``roll_called(list)`` the uids of the absent; ``left()`` Escape; ``chose(object)`` the box of
    the line that was chosen; ``roll_typed()`` somebody is absent, or is not, in a roll being taken.
    """

    toggled = Signal(str)
    guest_toggled = Signal(str)
    marked = Signal(str, str)
    asked = Signal(str, str)
    roll_called = Signal(list)
    left = Signal()
    focus_changed = Signal()
    chose = Signal(object)
    roll_typed = Signal()

    def __init__(self, language: str, word: Callable[[str], str]) -> None:
        super().__init__()
        self.words = RoomWords(language, word)
        self.rows: list[RoomRow] = []
        self.entries: list[RoomEntry] = []
        self._vacant: tuple[Text, ...] = ()
        self.roll = False
        self.absent: set[str] = set()
        self.chosen = ""
        self._typed = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Room"))

    def show_rows(self, rows: list[RoomRow], *, roll: bool, vacant: tuple[Text, ...] = ()) -> None:
        """Show these people; ``roll`` while nobody has said anything about anybody."""
        if self.roll and not roll:
            self.absent.clear()
        self.rows, self.roll, self._vacant = rows, roll, vacant
        self._make()
        self.setFixedHeight(self.height_wanted())

    def height_wanted(self) -> int:
        """Return the height in pixels at which everybody is seen."""
        return max(1, self._per_column()) * LINE + 8

    def _make(self) -> None:
        self.entries = self.words.entries(self.rows, self._vacant, self.absent)
        self._tell()
        self.update()

    def mark_absent(self, uids: set[str]) -> None:
        """Go on with a roll that was being taken: these were absent so far."""
        if self.roll:
            self.absent = uids & {str(one.person_uid) for one in self.rows if one.person_uid}
            self._make()

    def _per_column(self) -> int:
        return (len(self.entries) + 1) // 2

    def entry(self) -> RoomEntry | None:
        """Return the line of whoever is chosen."""
        found = (one for one in self.entries if one.uid and one.uid == self.chosen)
        return next(found, None)

    def _box(self, place: int) -> QRectF:
        half = (self.width() - 12) / 2
        per = max(1, self._per_column())
        return QRectF((place // per) * (half + 12), 4 + (place % per) * LINE, half, LINE)

    # ---------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the people who are to be seen."""
        brush = Brush(self)
        for place, one in enumerate(self.entries):
            box = self._box(place)
            if box.toAlignedRect().intersects(event.rect()):
                self._paint_one(brush, box, one)
        brush.end()

    def _paint_one(self, brush: Brush, box: QRectF, one: RoomEntry) -> None:
        focus = self.hasFocus()
        if focus and one.uid and one.uid == self.chosen:
            brush.plate(box.adjusted(-4, 0, 2, 0), "surface", "focus", 4, 2)
        presence_mark(brush, one.state, box.x(), box.y() + 6, 14)
        code = width_of(one.sign, "small", "medium") + 6
        room = box.width() - 22 - code
        remark = one.remark
        wide = width_of(one.name, "body") + 12
        if remark and wide + width_of(remark, "small") > room:
            remark = one.brief
        taken = min(width_of(remark, "small") + 6, max(room * 0.6, room - wide)) if remark else 0
        name = QRectF(box.x() + 22, box.y(), room - taken, LINE)
        used = brush.write(name, one.name, "body", "regular", "ink_3" if one.quiet else "ink")
        if remark:
            beside = QRectF(name.x() + used + 6, box.y() + 1, taken, LINE)
            ink = {"recused": "recused", "absent": "no"}.get(one.state, "ink_3")
            brush.write(beside, remark, "small", "regular", ink)
        right = QRectF(box.right() - code, box.y() + 1, code - 2, LINE)
        strong, ink = ("strong", "accent") if focus else ("medium", "ink_3")
        brush.write(right, one.sign, "small", strong, ink, A.AlignRight | A.AlignVCenter)

    # ---------------------------------------------------------------------- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take codes, digits, arrows, Space, F2, Enter and Escape."""
        if self._navigate(event):
            return
        if self._by_digit("9" if event.key() == Qt.Key.Key_F2 else digit(event)):
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
            self._make()
            self.roll_typed.emit()
            self.left.emit()
        else:
            return False
        return True

    def _step(self, step: int) -> None:
        uids = [one.uid for one in self.entries if one.uid]
        if not uids:
            return
        here = uids.index(self.chosen) if self.chosen in uids else (-1 if step > 0 else len(uids))
        self._choose(uids[max(0, min(len(uids) - 1, here + step))])

    def _choose(self, uid: str) -> None:
        self.chosen = uid
        self._tell()
        self.update()
        place = next((at for at, one in enumerate(self.entries) if one.uid == uid), None)
        if place is not None:
            self.chose.emit(self._box(place))

    def _space(self) -> None:
        """While the roll is taken: everybody is present (again). Afterwards: the chosen toggles."""
        if self.roll:
            self.absent.clear()
            self._make()
            self.roll_typed.emit()
        elif self.chosen:
            self._act()

    def _type(self, typed: str, *, only_choose: bool) -> None:
        self._typed += typed
        found = next((one for one in self.entries if one.code and one.code == self._typed), None)
        if found is None:
            if not any(one.code.startswith(self._typed) for one in self.entries):
                self._typed = ""
            return
        self._typed = ""
        self._choose(found.uid)
        if not only_choose:
            self._act()

    def _act(self) -> None:
        """Let the chosen person come or leave; while the roll is taken, be absent or not."""
        one = self.entry()
        if one is None or one.row is None:
            return
        if self.roll and one.row.person_uid:
            self.absent.symmetric_difference_update({one.uid})
            self._make()
            self.roll_typed.emit()
        elif one.row.person_uid:
            self.toggled.emit(one.uid)
        else:
            self.guest_toggled.emit(one.uid)

    def _by_digit(self, number: str) -> bool:
        one = self.entry()
        if one is None or one.row is None or number not in STATES | ASKED:
            return False
        if number in ASKED:
            self.asked.emit(one.uid, ASKED[number])
        elif one.row.person_uid:
            self.absent.discard(one.uid)
            self.marked.emit(one.uid, STATES[number])
        elif number == ("3" if one.row.here else "1"):
            self.guest_toggled.emit(one.uid)
        return True

    def _tell(self) -> None:
        """Let a screen reader say who is chosen, and what became of them."""
        one = self.entry()
        words = self.words.spoken(one) if one else ""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            if words and self.hasFocus():
                speak(self, words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose who was clicked; a second click on the same person toggles."""
        for place, one in enumerate(self.entries):
            if one.uid and self._box(place).contains(event.position()):
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                again = self.chosen == one.uid
                self._choose(one.uid)
                if again:
                    self._act()
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

"""Things to press: buttons, tiles, switches, tabs, and a question asked in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QWidget

from council.ui.kit.boxes import GROW, A, row
from council.ui.kit.focus import Pressable
from council.ui.kit.paint import Brush, Paint, cap_width, icon
from council.ui.kit.text import label, width_of
from council.ui.theme import RADIUS, SIZE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

#: kind: (fill, fill under the pointer, outline, ink)
_LOOK: Final[dict[str, tuple[str | None, str | None, str | None, str]]] = {
    "primary": ("accent", "accent_hover", None, "on_accent"),
    "normal": ("surface", "sunken", "line_strong", "ink"),
    "quiet": (None, "accent_soft", None, "accent"),
    "plain": (None, "sunken", None, "ink_2"),
    "danger": ("surface", "no_soft", "no", "no"),
    "strip": (None, None, "on_strip", "on_strip"),
    "off": (None, None, "line", "ink_3"),
}


class Button(Pressable):
    """A push button: primary, normal, quiet, plain, danger, strip; with an icon and its key.

    ``key`` is only shown; the page or an action makes the shortcut. Without words it is a square
    with an icon and wants ``name``. Disabled it looks "off": say beside it why.
    """

    def __init__(
        self,
        text: str,
        glyph: str | None = None,
        kind: str = "normal",
        key: str | None = None,
        h: int = 0,
        name: str = "",
        dense: bool = False,
    ) -> None:
        super().__init__(text, name)
        self._glyph, self._kind, self._key = glyph, kind, key
        self._h = h or (32 if dense else SIZE["hit"])
        if name and not text:
            self.setToolTip(name)
        self._fit()

    def _weight(self) -> str:
        return "strong" if self._kind == "primary" else "medium"

    def _fit(self) -> None:
        width = float(self._h)
        if self.text():
            width = 24 + width_of(self.text(), "body", self._weight()) + (26 if self._glyph else 0)
            width += cap_width(self._key) + 10 if self._key else 0
        self.setFixedSize(int(width + 1), self._h)

    def set_text(self, text: str) -> None:
        """Change the words and the width."""
        self.setText(text)
        self.setAccessibleName(text)
        self._fit()
        self.update()

    def set_key(self, key: str | None) -> None:
        """Show another key."""
        self._key = key
        self._fit()
        self.update()

    def set_kind(self, kind: str) -> None:
        """Change the look."""
        self._kind = kind
        self._fit()
        self.update()

    def set_glyph(self, glyph: str | None) -> None:
        """Change the icon."""
        self._glyph = glyph
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the fixed size."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the plate, the icon, the words and the key."""
        fill, hover, line, ink = _LOOK[self._kind if self.isEnabled() else "off"]
        brush = Brush(self)
        box = QRectF(self.rect())
        brush.plate(box, hover if self.hot() or self.isDown() else fill, line)
        middle = box.center().y()
        if not self.text():
            brush.icon(self._glyph or "dots-three", box.center().x() - 10, middle - 10, 20, ink)
        else:
            x = box.x() + 12
            if self._glyph:
                brush.icon(self._glyph, x - 2, middle - 10, 20, ink)
                x += 26
            room = QRectF(x, box.y(), box.right() - x, box.height())
            x += brush.write(room, self.text(), "body", self._weight(), ink) + 10
            if self._key and self._kind == "primary" and self.isEnabled():
                brush.cap(x, middle - 10, self._key, "on_accent", "accent", "on_accent")
            elif self._key:
                brush.cap(x, middle - 10, self._key)
        brush.end()


class Tile(Pressable):
    """A pressable area drawn by paint(brush, rect): cards to choose, rows that lead somewhere.

    ``name`` is what a screen reader says; ``checkable`` tiles draw their own state.
    """

    def __init__(
        self, paint: Paint, name: str, w: int = 0, h: int = 0, radius: float = RADIUS["card"]
    ) -> None:
        super().__init__("", name)
        self.ring_radius = radius
        self._paint = paint
        grow, fixed = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.setSizePolicy(fixed if w else grow, fixed if h else grow)
        if w:
            self.setFixedWidth(w)
        if h:
            self.setFixedHeight(h)

    def set_paint(self, paint: Paint) -> None:
        """Draw by another function from now on."""
        self._paint = paint
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a modest size; the layout gives the rest."""
        return QSize(max(self.minimumWidth(), 80), max(self.minimumHeight(), SIZE["hit"]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw."""
        brush = Brush(self)
        self._paint(brush, QRectF(self.rect()))
        brush.end()


def link(text: str, on_click: Callable[[], object] | None = None) -> Tile:
    """Make a pressable word in accent, without a plate."""
    made = Tile(
        lambda b, r: b.write(r, text, "small", "strong", "accent"),
        text,
        int(width_of(text, "small", "strong")) + 2,
        24,
        4,
    )
    if on_click is not None:
        made.clicked.connect(on_click)
    return made


class SegmentedSwitch(QWidget):
    """One choice out of a few words, side by side; arrows move it.

    Signals: ``chosen(str)`` with the value a person picked.
    """

    chosen = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        value: str,
        name: str,
        width: int = 0,
    ) -> None:
        super().__init__()
        self._choices, self._value = list(choices), value
        part = max(width_of(word, "small", "strong") for _, word in choices) + 28
        self.setFixedSize(width or int(part * len(self._choices)), 36)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = name
        self._tell()

    def value(self) -> str:
        """Return the value that is chosen."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show a value without a signal."""
        self._value = value
        self._tell()
        self.update()

    def _index(self) -> int:
        return next((i for i, (code, _) in enumerate(self._choices) if code == self._value), 0)

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._name}: {self._choices[self._index()][1]}")

    def _pick(self, index: int) -> None:
        index = max(0, min(len(self._choices) - 1, index))
        code = self._choices[index][0]
        if code != self._value:
            self.set_value(code)
            self.chosen.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Space: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        count = len(self._choices)
        wrap = event.key() == Qt.Key.Key_Space
        target = self._index() + step
        self._pick(target % count if wrap else target)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick what was clicked."""
        self._pick(int(event.position().x() * len(self._choices) // max(1, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the well and the plate of the choice."""
        brush = Brush(self)
        box = QRectF(self.rect())
        brush.plate(
            box,
            "sunken",
            "focus" if self.hasFocus() else "line_strong",
            width=2 if self.hasFocus() else 1,
        )
        part = box.width() / len(self._choices)
        for i, (code, word) in enumerate(self._choices):
            on = code == self._value
            cell = QRectF(i * part, 0, part, box.height())
            if on:
                brush.plate(cell.adjusted(3, 3, -3, -3), "surface", "line_strong", 4)
            brush.write(
                cell,
                word,
                "small",
                "strong" if on else "regular",
                "ink" if on else "ink_2",
                A.AlignCenter,
            )
        brush.end()


class _Tab(Pressable):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setFixedSize(int(width_of(text, "body", "strong")) + 2, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        brush = Brush(self)
        box = QRectF(self.rect())
        on = self.isChecked()
        ink = "accent" if on else "ink" if self.hot() else "ink_2"
        brush.write(box, self.text(), "body", "strong" if on else "regular", ink)
        if on:
            brush.plate(QRectF(0, box.bottom() - 3, box.width(), 3), "accent", None, 1.5)
        brush.end()


class Tabs(QWidget):
    """Underlined words that choose what the page shows.

    Signals: ``chosen(str)`` with the value picked.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], value: str, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._tabs: dict[str, _Tab] = {}
        for code, word in choices:
            tab = _Tab(word)
            tab.setChecked(code == value)
            self._group.addButton(tab)
            self._tabs[code] = tab
        self.setLayout(row(*self._tabs.values(), GROW, gap=28))
        self._group.buttonClicked.connect(self._on_clicked)

    def value(self) -> str:
        """Return the value that is chosen."""
        return next((code for code, tab in self._tabs.items() if tab.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Show a value without a signal."""
        self._tabs[value].setChecked(True)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.value())


class ConfirmInline(QFrame):
    """A question asked in place instead of a dialog: a sentence, what to do, and Keep.

    Signals: ``confirmed()``, ``cancelled()``. It hides itself after either.
    """

    confirmed = Signal()
    cancelled = Signal()

    def __init__(self, question: str, yes: str, no: str = "", tone: str = "warn") -> None:
        super().__init__()
        self.setProperty("role", tone)
        keep = no or QCoreApplication.translate("Kit", "Cancel")
        self.yes_button = Button(yes, None, "danger" if tone == "no" else "primary")
        self.no_button = Button(keep)
        self._words = label(question, wrap=True)
        self.setLayout(
            row(
                icon("warning", tone, 20, "fill"),
                (self._words, 1),
                self.no_button,
                self.yes_button,
                gap=12,
                pad=(16, 10, 12, 10),
            )
        )
        self.yes_button.clicked.connect(self._on_yes)
        self.no_button.clicked.connect(self._on_no)

    def set_question(self, question: str) -> None:
        """Ask something else."""
        self._words.setText(question)

    def _on_yes(self) -> None:
        self.hide()
        self.confirmed.emit()

    def _on_no(self) -> None:
        self.hide()
        self.cancelled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape as a no."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_no()
            return
        super().keyPressEvent(event)

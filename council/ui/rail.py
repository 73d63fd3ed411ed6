"""The rail: where one can go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtWidgets import QFrame

from council.ui.kit import GROW, A, Brush, Painted, Pressable, emblem, stack
from council.ui.theme import SIZE

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

#: route: icon, in the order of the rail
PLACES: Final = {
    "today": "sun-horizon",
    "meetings": "calendar-dots",
    "members": "users-three",
    "decisions": "gavel",
    "actions": "list-checks",
    "publish": "megaphone",
    "council": "bank",
}


def place_words() -> dict[str, str]:
    """Return the name of each place in the window's language."""
    return {
        "today": QCoreApplication.translate("Rail", "Today"),
        "meetings": QCoreApplication.translate("Rail", "Meetings"),
        "members": QCoreApplication.translate("Rail", "Members"),
        "decisions": QCoreApplication.translate("Rail", "Decisions"),
        "actions": QCoreApplication.translate("Rail", "Actions"),
        "publish": QCoreApplication.translate("Rail", "Publish"),
        "council": QCoreApplication.translate("Rail", "Council"),
    }


class RailItem(Pressable):
    """Icon over a word; the current one has a white plate, a bar, a filled icon and a bold word."""

    ring_radius = 8

    def __init__(self, glyph: str, word: str, key: str = "") -> None:
        super().__init__("", word)
        self._glyph, self._word = glyph, word
        self.setCheckable(True)
        self.setFixedSize(SIZE["rail"] - 1, 62)
        if key:
            self.setToolTip(f"{word}  {key}")
            self.setAccessibleDescription(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the item."""
        brush, box, on = Brush(self), QRectF(self.rect()), self.isChecked()
        plate = box.adjusted(8, 0, -8, 0)
        if on:
            brush.plate(plate, "surface", "line", 8)
            brush.plate(QRectF(0, 10, 4, box.height() - 20), "accent", None, 2)
        elif self.hot():
            brush.plate(plate, "canvas", None, 8)
        ink = "accent" if on else "ink_2"
        middle = box.center().x() - 12
        brush.icon(self._glyph, middle, 8, 24, ink, "fill" if on else "regular")
        words = QRectF(2, 33, box.width() - 4, 24)
        brush.write(words, self._word, "small", "strong" if on else "regular", ink, A.AlignCenter)
        brush.end()


class Rail(QFrame):
    """The column at the left.

    Signals: ``chosen(str)`` with the route; ``keys_wanted()``.
    """

    chosen = Signal(str)
    keys_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setFixedWidth(SIZE["rail"])
        self.setAccessibleName(self.tr("Pages"))
        words = place_words()
        self.items: dict[str, RailItem] = {}
        for number, (route, glyph) in enumerate(PLACES.items(), start=1):
            item = RailItem(glyph, words[route], f"Alt+{number}")
            item.clicked.connect(self._on_clicked)
            self.items[route] = item
        mark = Painted(lambda b, r: emblem(b, r.center().x() - 18, 10, 36), SIZE["rail"] - 1, 56)
        self.keys = RailItem("keyboard", self.tr("All keys"), "Ctrl+/")
        self.keys.setCheckable(False)
        self.keys.clicked.connect(self.keys_wanted)
        self.setLayout(stack(mark, 4, *self.items.values(), GROW, self.keys, gap=4))

    def set_here(self, route: str) -> None:
        """Mark where one is."""
        for name, item in self.items.items():
            item.setChecked(name == route)

    def _on_clicked(self) -> None:
        sender = self.sender()
        for route, item in self.items.items():
            if item is sender:
                self.chosen.emit(route)

"""A keyboard in hands: physical keys, counted, under the Latin and the Thai (Kedmanee) layout.

A press is one key struck; modifiers are held and not counted. A key that writes is named by what
stands on it on a Latin keyboard; under Kedmanee the window gets what Qt delivers there: the Thai
character as text, that character as ``key()`` or none at all, and the scan code of the place.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
ENTER, TAB, ESC = Key.Key_Return, Key.Key_Tab, Key.Key_Escape
LEFT, RIGHT, UP, DOWN, HOME = (
    getattr(Key, f"Key_{n}") for n in ("Left", "Right", "Up", "Down", "Home")
)
F2, F4, F5, F6, F7, F8, F9, F12 = (getattr(Key, f"Key_F{n}") for n in (2, 4, 5, 6, 7, 8, 9, 12))
LAYOUTS: Final = ("latin", "kedmanee", "kedmanee, no key code")

#: the four rows of keys that write, as they are numbered by the kernel (evdev)
_PLACES: Final = (
    (41, "`"), (2, "1234567890-="), (16, "qwertyuiop[]"), (43, "\\"), (30, "asdfghjkl;'"),
    (44, "zxcvbnm,./"),
)  # fmt: skip
_SHIFTED: Final = dict(zip("`1234567890-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?', strict=True))
#: TIS 820-2538, plain and with Shift, key by key in the order of the Latin ones
_LATIN: Final = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
_THAI: Final = "_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ"
_THAI_SHIFT: Final = '%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ'
_SCAN: Final = {place: first + number for first, row in _PLACES for number, place in enumerate(row)}
_OFFSET: Final = 0 if sys.platform == "win32" else 8


def _written(layout: str) -> dict[str, tuple[str, bool]]:
    """Return of each character a layout writes its key and whether Shift is held."""
    shifted = [_SHIFTED.get(place, place.upper()) for place in _LATIN]
    plain: list[str] | str = _LATIN
    if layout != "latin":
        plain, shifted = _THAI, list(_THAI_SHIFT)
    made = {char: (place, True) for char, place in zip(shifted, _LATIN, strict=True)}
    return made | {char: (place, False) for char, place in zip(plain, _LATIN, strict=True)}


class NoMouse(QObject):
    """Notes what a mouse did anywhere in the program."""

    KINDS = frozenset(
        {
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseButtonRelease,
            QEvent.Type.MouseButtonDblClick,
            QEvent.Type.Wheel,
        }
    )

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in self.KINDS:
            self.seen.append(f"{event.type().name} on {type(watched).__name__}")
        return False


class Keyboard:
    """Strikes keys where the focus is; ``pressed`` counts them."""

    def __init__(self, window: QWidget, layout: str = "latin") -> None:
        self.window, self.layout = window, layout
        self.pressed = 0
        self._chars = _written(layout)
        self._by_place = {where: char for char, where in self._chars.items()}

    def press(self, *keys: object) -> None:
        """Strike keys: a name of Qt's, places as a string, or a pair of one and what is held."""
        for key in keys:
            one, held = key if isinstance(key, tuple) else (key, NONE)
            for stroke in one.lower() if isinstance(one, str) else (one,):
                self._strike(stroke, held)

    def write(self, words: str) -> None:
        """Write words in one go, a stroke a character.

        A character that the layout lacks comes from an input method, one press as well.
        """
        QApplication.processEvents()
        for char in words:
            if char in self._chars:
                place, shifted = self._chars[char]
                self._write_key(place, SHIFT if shifted else NONE)
            elif char == " ":
                QTest.keyClick(self._target(), Key.Key_Space)
            else:
                QApplication.sendEvent(self._target(), QKeyEvent(_DOWN, 0, NONE, char))
            self.pressed += 1
        QApplication.processEvents()

    def paste(self, words: str) -> None:
        """Paste words that were copied elsewhere."""
        QGuiApplication.clipboard().setText(words)
        self.press((Key.Key_V, CTRL))

    def count(self, *keys: object) -> int:
        """Strike keys and tell how many those were."""
        before = self.pressed
        self.press(*keys)
        return self.pressed - before

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def _strike(self, key: Qt.Key | str, held: Qt.KeyboardModifier) -> None:
        QApplication.processEvents()  # nobody strikes a key before the page is on the screen
        if isinstance(key, str) and not held & (CTRL | ALT):
            self._write_key(key, held)
        elif isinstance(key, str):  # with Control Qt reports the Latin key under any layout
            QTest.keyClick(self._target(), key, held)
        else:
            QTest.keyClick(self._target(), key, held)
        QApplication.processEvents()
        self.pressed += 1

    def _write_key(self, place: str, held: Qt.KeyboardModifier) -> None:
        char = self._by_place[place, bool(held & SHIFT)]
        code = ord(char.upper()) if self.layout != LAYOUTS[2] else 0
        scan = _SCAN[place] + _OFFSET
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, code, held, scan, 0, 0, char)
        asked.ignore()
        target = self._target()
        QApplication.sendEvent(target, asked)
        QApplication.sendEvent(target, QKeyEvent(_DOWN, code, held, scan, 0, 0, char))
        QApplication.sendEvent(self._target(), QKeyEvent(_UP, code, held, scan, 0, 0, char))


_DOWN, _UP = QEvent.Type.KeyPress, QEvent.Type.KeyRelease

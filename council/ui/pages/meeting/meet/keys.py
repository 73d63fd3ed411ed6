"""Keys by their place on the keyboard, so that Y N A R and codes work under a Thai layout too.

Three sources, in this order: the Latin key Qt reports, the Kedmanee character that was typed (the
Thai national layout TIS 820-2531), and the scan code (evdev under X11 and Wayland, set 1 under
Windows).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication

from council.domain.calendars import fold_digits
from council.domain.kedmanee import LATIN_ROWS, LETTERS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_DIGITS: Final = "1234567890"
_KEDMANEE_DIGITS: Final = "ๅ/-ภถุึคตจ"
_KEDMANEE_DIGITS_SHIFT: Final = "+๑๒๓๔ู฿๕๖๗"

_THAI_DIGITS: Final[dict[str, str]] = {
    typed: digit
    for row in (_KEDMANEE_DIGITS, _KEDMANEE_DIGITS_SHIFT)
    for typed, digit in zip(row, _DIGITS, strict=True)
    if typed not in "+"
}
_THAI_SLASHES: Final = "ฝฦ"
_SLASHES: Final = frozenset(f"/{_THAI_SLASHES}")
_COMMANDING: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_DIVIDERS: Final = frozenset("-–—/:;, ")
#: scan code of the first key of each row, without the offset of the platform
_SCAN_ROWS: Final = ((16, LATIN_ROWS[0]), (30, LATIN_ROWS[1]), (44, LATIN_ROWS[2]))
_SCAN_DIGITS: Final = 2
_SCAN_OFFSETS: Final = {"linux": 8, "win32": 0}


def _scan(event: QKeyEvent) -> int:
    """Return the scan code without the platform's offset; 0 where there is none."""
    offset = _SCAN_OFFSETS.get(sys.platform)
    return 0 if offset is None else max(0, event.nativeScanCode() - offset)


def letter(event: QKeyEvent) -> str:
    """Return the Latin capital on the key that was pressed, or an empty string."""
    if event.modifiers() & (
        Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.MetaModifier
    ):
        return ""
    if Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z:
        return chr(event.key())
    if event.text() in LETTERS:
        return LETTERS[event.text()]
    if event.text() and event.text() in _DIGITS:
        return ""
    scan = _scan(event)
    for first, row in _SCAN_ROWS:
        if first <= scan < first + len(row):
            return row[scan - first]
    return ""


def digit(event: QKeyEvent) -> str:
    """Return the digit on the key that was pressed, or an empty string."""
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return ""
    if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
        return chr(event.key())
    if event.text() in _THAI_DIGITS and not is_slash(event):
        return _THAI_DIGITS[event.text()]
    scan = _scan(event) - _SCAN_DIGITS
    return _DIGITS[scan] if 0 <= scan < len(_DIGITS) and not event.text().isalpha() else ""


def is_slash(event: QKeyEvent) -> bool:
    """Tell whether the key of the slash was pressed, which calls a command by name.

    Kedmanee has its slash on the key of 2: there the place decides, and where no place is known,
    the layout that is in use.
    """
    if event.modifiers() & _COMMANDING or event.text() not in _SLASHES:
        return False
    if event.text() in _THAI_SLASHES:
        return True
    place = _scan(event)
    if place:
        return place != _SCAN_DIGITS + _DIGITS.index("2")
    return QGuiApplication.inputMethod().locale().language() != QLocale.Language.Thai


def number_typed(event: QKeyEvent) -> str:
    """Return the digit that was typed into a number; a Thai numeral means itself.

    Unlike ``digit``, which goes by the place of the key alone.
    """
    folded = fold_digits(event.text())
    plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return folded if plain and folded and folded in _DIGITS else digit(event)


def is_divider(event: QKeyEvent) -> bool:
    """Tell whether a sign between numbers was typed, as in ``7-4-1``.

    Kedmanee has two such signs on the row of digits: there the place of the key decides.
    """
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return False
    place = _scan(event) - _SCAN_DIGITS
    return event.text() in _DIVIDERS and not 0 <= place < len(_DIGITS)


def as_latin(words: str) -> str:
    """Return what would have been typed had the layout been Latin."""
    return "".join(LETTERS.get(char, char) for char in words)


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether Enter was pressed, on either side."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)

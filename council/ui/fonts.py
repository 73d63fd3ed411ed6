"""Load the faces that travel with the program."""

from __future__ import annotations

import logging

from PySide6.QtGui import QFontDatabase

from council.paths import resources
from council.ui.theme import TYPE

_log = logging.getLogger(__name__)


def load_fonts() -> list[str]:
    """Add every font file in the resources to the application; return the families found.

    The weights of one family join, so that ``setWeight(500)`` finds the medium cut.
    """
    if QFontDatabase.hasFamily(TYPE["face"]) and QFontDatabase.hasFamily(TYPE["paper"]):
        return [TYPE["face"], TYPE["paper"]]
    found: set[str] = set()
    folder = resources() / "fonts"
    files = [f for name in ("plex-thai-looped", "sarabun") for f in (folder / name).glob("*.ttf")]
    for file in sorted(files):
        number = QFontDatabase.addApplicationFont(str(file))
        if number < 0:
            _log.warning("font not readable: %s", file.name)
            continue
        found.update(QFontDatabase.applicationFontFamilies(number))
    return sorted(found)

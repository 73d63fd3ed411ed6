"""The window's language: Qt's translators for widgets; the core has its own catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from council.paths import resources

#: code: what the language calls itself
LANGUAGES: Final = {"en": "English", "th": "ไทย"}


def language_words() -> dict[str, str]:
    """Return what each language is called in the window's language."""
    return {
        "en": QCoreApplication.translate("Languages", "English"),
        "th": QCoreApplication.translate("Languages", "Thai"),
    }


#: the translators at work, each with the bytes it reads from: Qt keeps no copy of them
_installed: list[tuple[QTranslator, bytes]] = []


def system_language() -> str:
    """Return the platform's language if the program speaks it, else English."""
    code = QLocale.system().name()[:2]
    return code if code in LANGUAGES else "en"


def install_language(language: str) -> None:
    """Translate all words that are asked for from now on; rebuild windows after it."""
    app = QCoreApplication.instance()
    if app is None:
        return
    while _installed:
        old, _words = _installed.pop()
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(language))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file in (Path(qt_folder) / f"qtbase_{language}.qm", our_file(language)):
        if language == "en" or not file.exists():
            continue
        # Given a name Qt maps the file into memory, and dies when an update writes it anew.
        words = file.read_bytes()
        translator = QTranslator(app)
        if translator.load(words):
            app.installTranslator(translator)
            _installed.append((translator, words))


def our_file(language: str) -> Path:
    """Return where the built words of a language lie."""
    return resources() / "i18n" / f"council_{language}.qm"

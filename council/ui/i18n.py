"""The window's language: Qt's translators for widgets; the core has its own catalogue."""

from __future__ import annotations

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


_installed: list[QTranslator] = []


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
        app.removeTranslator(_installed.pop())
    QLocale.setDefault(QLocale(language))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file in (f"{qt_folder}/qtbase_{language}.qm", str(our_file(language))):
        translator = QTranslator(app)
        if language != "en" and translator.load(file):
            app.installTranslator(translator)
            _installed.append(translator)


def our_file(language: str) -> object:
    """Return where the built words of a language lie."""
    return resources() / "i18n" / f"council_{language}.qm"

"""Turn the design tokens into Qt: colours, fonts, palette, style sheet and tinted icons."""

from __future__ import annotations

import tempfile
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory

from council.paths import resources
from council.ui.qss import QSS

SCHEMES: Final = ("light", "dark", "high_contrast")
WEIGHTS: Final = ("regular", "fill", "bold")

TOKENS: Final[dict[str, Any]] = tomllib.loads(
    (resources() / "themes" / "tokens.toml").read_text("utf-8")
)
SPACE: Final[dict[str, int]] = TOKENS["space"]
SIZE: Final[dict[str, int]] = TOKENS["size"]
RADIUS: Final[dict[str, int]] = TOKENS["radius"]
TYPE: Final[dict[str, Any]] = TOKENS["type"]

_state = {"scheme": "light"}


def scheme() -> str:
    """Return the colour scheme that is applied: light, dark or high_contrast."""
    return _state["scheme"]


def set_scheme(name: str) -> None:
    """Choose the colour scheme for all colours asked for from now on, without touching widgets."""
    if name not in SCHEMES:
        raise ValueError(name)
    _state["scheme"] = name


def system_scheme() -> str:
    """Return light or dark as the platform says; light where it says nothing."""
    hints = QGuiApplication.styleHints()
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def hexa(name: str) -> str:
    """Return a token, or a literal '#rrggbb', as a hex string."""
    if name.startswith("#"):
        return name
    value: str = TOKENS[scheme()][name]
    return value


def col(name: str) -> QColor:
    """Return the colour of a token in the present scheme."""
    return QColor(hexa(name))


def font(size: str | int = "body", weight: str = "regular", face: str = "face") -> QFont:
    """Build a font from the type tokens; sizes are pixels at 100 %."""
    return QFont(_font(size, weight, face))


@cache
def _font(size: str | int, weight: str, face: str) -> QFont:
    made = QFont(TYPE[face])
    made.setPixelSize(TYPE[size] if isinstance(size, str) else size)
    made.setWeight(QFont.Weight(TYPE[weight]))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # same widths at 1x and 2x
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


# ---------------------------------------------------------------- icons


def icon_file(name: str, weight: str = "regular") -> Path:
    """Return the SVG file of an icon; a weight that is not kept falls back to the regular one."""
    folder = resources() / "icons"
    wanted = folder / (f"{name}.svg" if weight == "regular" else f"{name}-{weight}.svg")
    return wanted if wanted.is_file() else folder / f"{name}.svg"


@lru_cache(maxsize=512)
def _renderer(name: str, weight: str, colour: str) -> QSvgRenderer:
    data = icon_file(name, weight).read_bytes().replace(b"currentColor", colour.encode())
    return QSvgRenderer(QByteArray(data))


def draw_icon(
    painter: QPainter, name: str, box: QRectF, colour: str, weight: str = "regular"
) -> None:
    """Paint an SVG straight into the device: sharp at any device pixel ratio."""
    _renderer(name, weight, hexa(colour)).render(painter, box)


def q_icon(name: str, colour: str = "ink_2", weight: str = "regular", size: int = 20) -> QIcon:
    """Return a QIcon of a tinted SVG, for menus and item views that want one."""
    made = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap(size * ratio, size * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_icon(painter, name, QRectF(0, 0, size * ratio, size * ratio), colour, weight)
        painter.end()
        made.addPixmap(pixmap)
    return made


# ---------------------------------------------------------------- palette and style sheet

_ROLES: Final = {
    "Window": "canvas",
    "WindowText": "ink",
    "Base": "surface",
    "AlternateBase": "canvas",
    "Text": "ink",
    "Button": "surface",
    "ButtonText": "ink",
    "BrightText": "on_accent",
    "Highlight": "accent_soft",
    "HighlightedText": "ink",
    "Link": "accent",
    "LinkVisited": "accent",
    "PlaceholderText": "ink_3",
    "ToolTipBase": "ink",
    "ToolTipText": "surface",
    "Light": "surface",
    "Midlight": "line",
    "Mid": "line",
    "Dark": "line_strong",
    "Shadow": "line",
    "Accent": "accent",
}


def palette() -> QPalette:
    """Fill every role Fusion reads, in all three groups, so that nothing falls back to grey."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(QPalette.ColorRole[role], col(token))
    for role in ("WindowText", "Text", "ButtonText"):
        made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[role], col("ink_3"))
    return made


@cache
def _tint_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="council-theme-")


def tinted(name: str, colour: str, weight: str = "regular") -> str:
    """Return the path of an SVG file in one colour; a style sheet takes images as files."""
    value = hexa(colour)
    file = Path(_tint_folder().name) / f"{name}-{weight}-{value[1:]}.svg"
    if not file.exists():
        data = icon_file(name, weight).read_bytes()
        file.write_bytes(data.replace(b"currentColor", value.encode()))
    return file.as_posix()


def style_sheet() -> str:
    """Return the style sheet of the present scheme."""
    images = {
        "caret": tinted("caret-down", "ink_2"),
        "caret_up": tinted("caret-up", "ink_2"),
        "caret_left": tinted("caret-left", "ink_2"),
        "caret_right": tinted("caret-right", "ink_2"),
        "tick": tinted("check", "on_accent", "bold"),
        "partial": tinted("minus", "on_accent", "bold"),
    }
    return QSS.format(**TOKENS[scheme()], **RADIUS, **images)


def apply(app: QApplication, name: str) -> None:
    """Dress the application in a scheme, or "system"; rebuild windows after it."""
    set_scheme(system_scheme() if name == "system" else name)
    if app.property("council_scheme") == scheme():
        return  # dressing polishes every widget there is, which takes a while
    app.setProperty("council_scheme", scheme())
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(font())
    app.setPalette(palette())
    app.setStyleSheet(style_sheet())

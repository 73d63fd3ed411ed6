"""Every icon that is named is there, and nothing tinted is lost."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from council.paths import resources
from council.ui import theme

ROOT = Path(__file__).resolve().parents[2]
ICONS = {p.stem for p in (resources() / "icons").glob("*.svg")}
NAMED = re.compile(r"(?:\bicon\(|_icon\(|\.icon\(\s*(?:painter,)?\s*)\s*\"([a-z0-9-]+)\"")


def _named():
    for file in sorted((ROOT / "council" / "ui").rglob("*.py")):
        for name in NAMED.findall(file.read_text("utf-8")):
            yield file.name, name


def test_every_icon_named_in_the_source_is_kept():
    assert [(f, n) for f, n in _named() if n not in ICONS] == []


@pytest.mark.parametrize("scheme", theme.SCHEMES)
def test_an_icon_takes_the_colour_of_its_token(qapp, scheme):
    theme.set_scheme(scheme)
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    theme.draw_icon(painter, "square", QRectF(0, 0, 40, 40), "accent", "fill")
    painter.end()
    assert image.pixelColor(20, 20).name() == theme.col("accent").name()


def test_a_weight_that_is_not_kept_falls_back(qapp):
    assert theme.icon_file("bank", "bold").name == "bank.svg"


def _luminance(value):
    parts = [int(value[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    lin = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * lin[0] + 0.7152 * lin[1] + 0.0722 * lin[2]


@pytest.mark.parametrize("scheme", theme.SCHEMES)
@pytest.mark.parametrize(("kind", "floor"), [("text", 4.5), ("shape", 3.0)])
def test_every_pair_of_colours_has_enough_contrast(scheme, kind, floor):
    weak = []
    for pair in theme.TOKENS["pairs"][kind]:
        values = sorted(
            (_luminance(theme.TOKENS[scheme][n]) for n in pair.split("/")), reverse=True
        )
        if (values[0] + 0.05) / (values[1] + 0.05) < floor:
            weak.append(pair)
    assert weak == []

"""Every pair of colours that the tokens name is strong enough, in all three schemes."""

import re

import pytest

from council.paths import resources
from council.ui import theme
from council.ui.kit.fact_text import FACT

FLOORS = {"text": 4.5, "shape": 3.0}


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb by WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_the_known_one():
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("scheme", theme.SCHEMES)
@pytest.mark.parametrize("kind", FLOORS)
def test_every_pair_is_strong_enough(scheme, kind):
    tokens = theme.TOKENS[scheme]
    weak = {}
    for pair in theme.TOKENS["pairs"][kind]:
        fore, back = pair.split("/")
        found = ratio(tokens[fore], tokens[back])
        if found < FLOORS[kind]:
            weak[pair] = round(found, 2)
    assert not weak


def test_the_schemes_name_the_same_colours():
    first = set(theme.TOKENS["light"])
    assert all(set(theme.TOKENS[scheme]) == first for scheme in theme.SCHEMES)


def test_every_state_stands_on_the_grounds_it_is_used_on():
    pairs = set(theme.TOKENS["pairs"]["text"])
    for state in ("yes", "no", "neutral", "recused", "warn"):
        wanted = {f"{state}/surface", f"{state}/canvas", f"{state}/{state}_soft"}
        assert wanted | {f"on_state/{state}"} <= pairs


def test_no_colour_is_written_beside_the_tokens():
    files = sorted((resources().parent / "council" / "ui").rglob("*.py"))
    written = [c for f in files for c in re.findall(r'"(#[0-9a-fA-F]{6})"', f.read_text("utf-8"))]
    assert written == [FACT]  # it marks facts in HTML and is never drawn

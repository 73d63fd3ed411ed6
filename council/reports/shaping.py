"""From characters to placed glyphs, each of which knows the source text it stands for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

import uharfbuzz

from council.reports.fonts import REPLACEMENT, FontProgram, font_for, invisible, program
from council.reports.thai import has_thai


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: the characters it stands for, its step and its shift, in thousandths of an em."""

    number: int
    source: str
    advance: float
    dx: float = 0
    dy: float = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one font, from left to right.

    ``spoken`` asks for ActualText. In an ``rtl`` run the glyphs stand against the order of the
    text, as every reader of PDF expects: it turns them back itself.
    """

    font: str
    glyphs: tuple[Glyph, ...]
    text: str
    width: float
    spoken: bool = False
    rtl: bool = False


def right_to_left(text: str) -> bool:
    """Tell whether the strong characters of a piece run from right to left."""
    kinds = [unicodedata.bidirectional(character) for character in text]
    return any(kind in ("R", "AL") for kind in kinds) and "L" not in kinds


@lru_cache(maxsize=50_000)
def shape(text: str, font: str) -> tuple[Run, ...]:
    """Shape a piece of text without line breaks; the runs' texts joined are the text.

    ``font`` is the short name of the wanted text font; characters it lacks come from a fallback,
    and those that no font has are drawn as a square that still stands for the character.
    """
    parts: list[tuple[str, str]] = []
    for character in text:
        name = font_for(character, font)
        joins = invisible(character) or unicodedata.category(character) in ("Mn", "Me", "Mc")
        if parts and joins and _can_join(parts[-1][0], character):
            name = parts[-1][0]
        parts.append((name, character))
    return tuple(
        _shape_run("".join(character for _, character in group), name)
        for name, group in groupby(parts, key=lambda part: part[0])
    )


def _can_join(font: str, character: str) -> bool:
    return bool(font) and (invisible(character) or program(font).has(character))


def _shape_run(text: str, font: str) -> Run:
    if not font:
        return _squares(text)
    rtl = any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)
    face = program(font)
    if rtl or has_thai(text) or font == "emoji" or _composes(text):
        glyphs = _harfbuzz(text, face, rtl=rtl)
    else:
        glyphs = tuple(_plain(character, face) for character in text)
    width = sum(glyph.advance for glyph in glyphs)
    return Run(
        font, glyphs, text, width, spoken=not rtl and (has_thai(text) or font == "emoji"), rtl=rtl
    )


def _composes(text: str) -> bool:
    return any(unicodedata.category(character) in ("Mn", "Me") for character in text)


def _squares(text: str) -> Run:
    face = program("symbols")
    number = face.glyph(REPLACEMENT)
    glyphs = tuple(
        Glyph(number, character, face.advance(number))
        if not invisible(character)
        else _plain(character, face)
        for character in text
    )
    return Run("symbols", glyphs, text, sum(glyph.advance for glyph in glyphs), spoken=True)


def _plain(character: str, face: FontProgram) -> Glyph:
    if invisible(character) and not face.has(character):
        return Glyph(face.glyph(" "), character, 0)
    number = face.glyph(" " if character == "\xa0" else character)
    return Glyph(number, character, face.advance(number))


def _harfbuzz(text: str, face: FontProgram, *, rtl: bool) -> tuple[Glyph, ...]:
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    if rtl:
        buffer.direction = "rtl"
    uharfbuzz.shape(face.shaper, buffer, {"kern": True, "liga": True})
    placed = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    starts = [*sorted({info.cluster for info, _ in placed}), len(text)]
    ends = dict(pairwise(starts))
    glyphs: list[Glyph] = []
    for cluster, group in groupby(placed, key=lambda pair: pair[0].cluster):
        members = list(group)
        sources = _share(text[cluster : ends[cluster]], len(members))
        glyphs += [
            Glyph(
                info.codepoint,
                source,
                position.x_advance * face.scale,
                position.x_offset * face.scale,
                position.y_offset * face.scale,
            )
            for (info, position), source in zip(members, sources, strict=True)
        ]
    return tuple(glyphs)


def _share(source: str, count: int) -> list[str]:
    """Share the characters of a cluster over its glyphs, the last one taking what is left over.

    Thai SARA AM is one character and two glyphs: the ring says nothing, the vowel says it all.
    """
    if len(source) < count:
        return [""] * (count - len(source)) + list(source)
    return [*source[: count - 1], source[count - 1 :]]

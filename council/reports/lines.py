"""Breaking runs of words into lines that fit a width."""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from council.domain.document import Span
from council.reports.fonts import text_font
from council.reports.shaping import Glyph, Run, right_to_left, shape
from council.reports.thai import hangs, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_PIECE = re.compile(r"[ \t\u2009\u3000]+|\n|[^ \t\u2009\u3000\n]+")

_CLUSTER = 8  # more glyphs than any written syllable piles up; beyond it a piece is parted anyway


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set: size and line distance in points, weight, slope, colour, side."""

    size: float
    leading: float
    bold: bool = False
    italic: bool = False
    colour: str = "#19232D"
    align: str = "l"


@dataclass(frozen=True, slots=True)
class Atom:
    """The smallest piece of a line: no break inside it, except when it is wider than a line."""

    text: str
    runs: tuple[Run, ...]
    width: float
    space: bool = False
    mark: str = ""
    glued: bool = False  # no break before it
    rtl: bool = False
    lang: str = ""  # where it differs from the document's


@dataclass(frozen=True, slots=True)
class Line:
    """Atoms that stand on one line, and their width without the spaces at its end."""

    atoms: tuple[Atom, ...]
    width: float

    @property
    def text(self) -> str:
        """Return the words of the line with the space at which it was broken."""
        return "".join(atom.text for atom in self.atoms)


def clean(text: str) -> str:
    """Return text without control characters, which no page can show; line ends stay."""
    if text.isprintable():  # nearly always, and quick to tell
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))


def atoms(spans: Iterable[Span], style: Type) -> list[Atom]:
    """Cut spans into atoms: words, spaces and line ends (an atom of a line feed)."""
    found: list[Atom] = []
    for word in _words([replace(span, text=clean(span.text)) for span in spans]):
        found += _word_atoms(word, style)
    return [_held(found, place) for place in range(len(found))]


def _words(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Gather what stands without a space between it, over the borders of spans."""
    word: list[Span] = []
    for span in spans:
        for piece in _PIECE.findall(span.text):
            if piece[0] in " \t\u2009\u3000\n":
                if word:
                    yield word
                    word = []
                yield [_cut(span, piece)]
            else:
                word.append(_cut(span, piece))
    if word:
        yield word


def _cut(span: Span, piece: str) -> Span:
    """Return the span with other words; written out, for ``replace`` takes ten times as long."""
    return Span(piece, span.bold, span.italic, span.lang, span.mark, span.fact, span.whole)


def _word_atoms(word: list[Span], style: Type) -> Iterator[Atom]:
    text = "".join(span.text for span in word)
    cuts = _cuts(word, text)
    place = 0
    for span in word:
        end = place + len(span.text)
        inside = [place, *sorted(cut for cut in cuts if place < cut < end), end]
        for a, b in itertools.pairwise(inside):
            yield _atom(text[a:b], span, style, glued=a > 0 and a not in cuts)
        place = end


def _cuts(word: list[Span], text: str) -> set[int]:
    """Return where the word may break: at words of the dictionary, never inside a whole span."""
    cuts, place = set(), 0
    for token in tokens(text):
        place += len(token)
        cuts.add(place)
    cuts.discard(len(text))
    place = 0
    for span in word:
        end = place + len(span.text)
        if span.whole:
            cuts -= set(range(place + 1, end))
        place = end
    return cuts


def _atom(text: str, span: Span, style: Type, *, glued: bool) -> Atom:
    if text == "\n":
        return Atom(text, (), 0)
    shown = " " * len(text) if text.isspace() else text
    font = text_font(bold=style.bold or span.bold, italic=style.italic or span.italic)
    runs = shape(shown, font)
    width = sum(run.width for run in runs) * style.size / 1000
    rtl = right_to_left(text)
    return Atom(shown, runs, width, shown.isspace(), span.mark, glued, rtl, span.lang)


def _held(found: list[Atom], place: int) -> Atom:
    """Return the atom, glued where it or the mark behind it may not begin a line."""
    atom = found[place]
    after_space = place > 0 and found[place - 1].space and hangs(atom.text)
    before_mark = atom.space and 0 < place < len(found) - 1 and hangs(found[place + 1].text)
    return replace(atom, glued=True) if after_space or before_mark else atom


def break_lines(found: Sequence[Atom], width: float, first: float = 0.0) -> list[Line]:
    """Fill lines from the left; a piece wider than a whole line is parted between its glyphs.

    ``first`` is the room that the first line leaves free.
    """
    lines: list[Line] = []
    line: list[Atom] = []
    used = first
    for unit in _units(found):
        if unit[0].text == "\n":
            lines.append(_line(line))
            line, used = [], 0.0
            continue
        size = _visible(unit)
        if line and not unit[0].space and used + size > width + 0.01:
            lines.append(_line(line))
            line, used = [], 0.0
        parts = [unit] if size <= width + 0.01 else list(_parted(unit, width))
        lines.extend(_line(part) for part in parts[:-1])
        line += parts[-1]
        used += sum(atom.width for atom in parts[-1])
    if line or not lines:
        lines.append(_line(line))
    return lines


def capitals(line: Line, style: Type) -> Line:
    """Return the line drawn in capitals; the text that it stands for keeps its letters."""
    shown = tuple(_capital(atom, style) for atom in line.atoms)
    return Line(shown, sum(atom.width for atom in shown))


def _capital(atom: Atom, style: Type) -> Atom:
    if any(len(letter.upper()) != 1 for letter in atom.text) or any(r.spoken for r in atom.runs):
        return atom
    font = text_font(bold=style.bold, italic=style.italic)
    letters = iter(atom.text)
    runs = []
    for run in shape(atom.text.upper(), font):
        if len(run.glyphs) != len(run.text):
            return atom
        glyphs = tuple(replace(glyph, source=next(letters)) for glyph in run.glyphs)
        runs.append(replace(run, glyphs=glyphs, text="".join(glyph.source for glyph in glyphs)))
    width = sum(run.width for run in runs) * style.size / 1000
    return replace(atom, runs=tuple(runs), width=width)


def _units(found: Sequence[Atom]) -> Iterator[list[Atom]]:
    """Gather atoms between which no line may break; a space that must hold joins its sides."""
    unit: list[Atom] = []
    for atom in found:
        if unit and (not atom.glued or unit[-1].text == "\n"):
            yield unit
            unit = []
        unit.append(atom)
    if unit:
        yield unit


def _visible(unit: Sequence[Atom]) -> float:
    return sum(atom.width for atom in unit)


def _line(line: Sequence[Atom]) -> Line:
    end = len(line)
    while end and line[end - 1].space:
        end -= 1
    return Line(tuple(line), sum(atom.width for atom in line[:end]))


def _parted(unit: Sequence[Atom], width: float) -> Iterator[list[Atom]]:
    """Part a piece that is wider than a line, keeping marks with the letters that carry them."""
    part: list[Atom] = []
    used = 0.0
    for atom in unit:
        for bit in _bits(atom):
            if part and used + bit.width > width:
                yield part
                part, used = [], 0.0
            if part and part[-1].mark == bit.mark and bit.runs and part[-1].runs:
                part[-1] = _joined(part[-1], bit)
            else:
                part.append(bit)
            used += bit.width
    yield part


def _joined(left: Atom, right: Atom) -> Atom:
    runs = left.runs + right.runs
    if left.runs[-1].font == right.runs[0].font and left.runs[-1].rtl == right.runs[0].rtl:
        a, b = left.runs[-1], right.runs[0]
        glyphs = b.glyphs + a.glyphs if a.rtl else a.glyphs + b.glyphs
        both = Run(a.font, glyphs, a.text + b.text, a.width + b.width, a.spoken, a.rtl)
        runs = (*left.runs[:-1], both, *right.runs[1:])
    return replace(left, text=left.text + right.text, runs=runs, width=left.width + right.width)


def _clings(glyphs: Sequence[Glyph], place: int) -> bool:
    """Tell whether the glyph at the place belongs to the letter before it."""
    if place == len(glyphs):
        return False
    source = glyphs[place].source
    if not source or not glyphs[place - 1].source:
        return True
    if source[0] in "ะาำๅๆฯ" or glyphs[place - 1].source[-1] in "เแโใไ":
        return True
    return unicodedata.category(source[0]) in ("Mn", "Me", "Cf")


def _bits(atom: Atom) -> Iterator[Atom]:
    scale = atom.width / total if (total := sum(run.width for run in atom.runs)) else 0
    for run in atom.runs:
        start = 0
        ordered = run.glyphs[::-1] if run.rtl else run.glyphs  # in the order of the text
        for end in range(1, len(ordered) + 1):
            if end - start < _CLUSTER and _clings(ordered, end):
                continue
            taken = ordered[start:end]
            text = "".join(glyph.source for glyph in taken)
            width = sum(glyph.advance for glyph in taken)
            glyphs = taken[::-1] if run.rtl else taken
            piece = Run(run.font, glyphs, text, width, run.spoken, run.rtl)
            yield replace(atom, text=text, runs=(piece,), width=width * scale, glued=False)
            start = end

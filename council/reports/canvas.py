"""The pen that draws on pages: shaped lines of text, hairlines, frames."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor

from council.reports.fonts import EmbeddedFont, program
from council.reports.tagged.marks import TaggedCanvas
from council.reports.thai import has_thai

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from council.reports.lines import Atom, Line, Type
    from council.reports.shaping import Glyph, Run
    from council.reports.tagged.structure import Element

rl_config.useA85 = 0  # streams as plain bytes; as letters they would be a quarter larger

_STEP = 60  # thousandths of an em; some readers take a longer step in a text array for a space
_PLAIN = (False, "")  # of a run: its glyphs tell its words, in the language of the document
_JUMP = 0.6  # parts of an em; only words written from right to left need a longer way


@dataclass(frozen=True, slots=True)
class Ink:
    """A drawn line of text: page from 1, left and right end and base line in points, its words."""

    page: int
    left: float
    right: float
    base: float
    text: str
    role: str


class Pen(TaggedCanvas):
    """A tagged canvas that sets own shaped text and embeds what it used of each font."""

    def __init__(self, file: Any, size: tuple[float, float], *, title: str, language: str) -> None:
        self._fonts: dict[str, EmbeddedFont] = {}
        self.ink: list[Ink] = []
        self._outline_level, self._outline_count = -1, 0
        super().__init__(file, size, title=title, language=language)

    def line_of_text(self, line: Line, x: float, base: float, style: Type) -> None:
        """Draw a line with its left end at x and its base line at ``base``, in points."""
        if not line.atoms:
            return
        element = self.marked
        role = element.role if element else f"Artifact/{self.artifact_kind}"
        self.ink.append(Ink(self.getPageNumber(), x, x + line.width, base, line.text, role))
        placed = list(_places(line.atoms, x))
        runs = [
            (run, left, self._manner(atom, run))
            for atom, start in placed
            for run, left in _runs(atom, start, style)
        ]
        groups = [
            (manner, [(run, left) for run, left, _ in group])
            for manner, group in groupby(_with_spaces(runs), key=lambda part: part[2])
        ]
        inside = element is not None and any(manner != _PLAIN for manner, _ in groups)
        self.end_marked() if inside else self.begin_marked()
        writer = _Writer(self, style.size, base)
        for manner, group in groups:
            writer.show(group, self._opening(element, manner, group) if inside else "")
        red, green, blue = HexColor(style.colour).rgb()
        self._code.append(f"BT {red:.4g} {green:.4g} {blue:.4g} rg {writer.code()} ET")
        for atom, start in placed:
            if atom.mark:
                self._strike(atom, start, base, style)

    def _manner(self, atom: Atom, run: Run) -> tuple[bool, str]:
        """Return whether a run needs its words beside its glyphs, and its language if another."""
        spoken = atom.lang
        if not spoken and has_thai(run.text):
            spoken = "th"
        same = spoken.split("-")[0] == self.language.split("-")[0]
        return run.spoken, "" if same else spoken

    def _opening(
        self, element: Element | None, manner: tuple[bool, str], group: list[tuple[Run, float]]
    ) -> str:
        """Return the operator that begins a marked piece of an element inside a text object.

        One flat sequence a piece: poppler loses what follows a sequence inside another, and reads
        ActualText only under the name Span.
        """
        if element is None:
            return ""
        spoken, language = manner
        more = f"/Lang ({language})" if language else ""
        if spoken:
            words = "".join(run.text for run, _ in group)
            more += f"/ActualText <FEFF{words.encode('utf-16-be').hex()}>"
        role = "Span" if more else element.role
        return f"/{role} <</MCID {self.number(element)}{more}>> BDC"

    def _strike(self, atom: Atom, x: float, base: float, style: Type) -> None:
        height = base + style.size * (-0.14 if atom.mark == "ins" else 0.27)
        self.hairline(x, height, x + atom.width, height, style.colour, 0.06 * style.size)

    def bookmark(self, words: str, level: int, top: float) -> None:
        """Add an outline entry that leads to this height; a level may be only one deeper."""
        level = min(level, self._outline_level + 1)
        self._outline_level = level
        self._outline_count += 1
        key = f"h{self._outline_count}"
        self.bookmarkPage(key, fit="XYZ", left=0, top=top + 6)
        self.addOutlineEntry(words or " ", key, level)

    def font(self, name: str) -> EmbeddedFont:
        """Return what this document embeds of a font, starting it at its first use."""
        if name not in self._fonts:
            self._fonts[name] = EmbeddedFont(program(name), f"T{len(self._fonts)}")
            self._doc.delayedFonts.append(self._fonts[name])
        return self._fonts[name]

    def hairline(
        self, x0: float, y0: float, x1: float, y1: float, colour: str, weight: float = 0.5
    ) -> None:
        """Draw a straight rule."""
        with self.artifact():
            self.setStrokeColor(HexColor(colour))
            self.setLineWidth(weight)
            self.line(x0, y0, x1, y1)

    def panel(
        self,
        box: tuple[float, float, float, float],
        *,
        fill: str = "",
        edge: str = "",
        weight: float = 0.6,
        radius: float = 0,
    ) -> None:
        """Draw a rectangle (left, bottom, width, height), filled, edged or both."""
        with self.artifact():
            if fill:
                self.setFillColor(HexColor(fill))
            if edge:
                self.setStrokeColor(HexColor(edge))
                self.setLineWidth(weight)
            self.roundRect(*box, radius, stroke=int(bool(edge)), fill=int(bool(fill)))

    def outlines(self, line: Line, style: Type) -> None:
        """Fill the shapes of a line's glyphs at the origin: seen, but not text."""
        path = self.beginPath()
        for atom, start in _places(line.atoms, 0.0):
            for run, left in _runs(atom, start, style):
                _trace(path, run, left, style.size)
        with self.artifact():
            self.setFillColor(HexColor(style.colour))
            self.drawPath(path, stroke=0, fill=1)


def _trace(path: Any, run: Run, left: float, size: float) -> None:
    face = program(run.font)
    unit = face.scale * size / 1000
    for glyph in run.glyphs:
        dx, dy = left + glyph.dx * size / 1000, glyph.dy * size / 1000
        face.shaper.draw_glyph_with_pen(glyph.number, _PathPen(path, dx, dy, unit))
        left += glyph.advance * size / 1000


class _PathPen:
    """Turns HarfBuzz's outline calls into a path of the page."""

    def __init__(self, path: Any, dx: float, dy: float, unit: float) -> None:
        self.path, self.dx, self.dy, self.unit = path, dx, dy, unit
        self.here = (0.0, 0.0)

    def _at(self, point: tuple[float, float]) -> tuple[float, float]:
        return self.dx + point[0] * self.unit, self.dy + point[1] * self.unit

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self.here = point
        self.path.moveTo(*self._at(point))

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self.here = point
        self.path.lineTo(*self._at(point))

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self.here = points[2]
        self.path.curveTo(*(value for point in points for value in self._at(point)))

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        first = tuple(a + (c - a) * 2 / 3 for a, c in zip(self.here, control, strict=True))
        second = tuple(b + (c - b) * 2 / 3 for b, c in zip(end, control, strict=True))
        self.curveTo((first[0], first[1]), (second[0], second[1]), end)

    def closePath(self) -> None:  # noqa: N802
        self.path.close()

    def endPath(self) -> None:  # noqa: N802
        pass


def _places(atoms: Sequence[Atom], x: float) -> Iterator[tuple[Atom, float]]:
    """Yield atoms in the order of the text with the left end of each.

    Words written from right to left that stand in a row take their places from the right.
    """
    at = 0
    while at < len(atoms):
        end = at + 1
        while end < len(atoms) and atoms[at].rtl and (atoms[end].rtl or atoms[end].space):
            end += 1
        while end > at + 1 and atoms[end - 1].space:
            end -= 1
        right = x + sum(atom.width for atom in atoms[at:end])
        x = right
        for atom in atoms[at:end]:
            right -= atom.width
            yield atom, right
        at = end


def _runs(atom: Atom, x: float, style: Type) -> Iterator[tuple[Run, float]]:
    for run in atom.runs:
        yield run, x
        x += run.width * style.size / 1000


def _with_spaces(
    runs: list[tuple[Run, float, tuple[bool, str]]],
) -> Iterator[tuple[Run, float, tuple[bool, str]]]:
    """Yield runs with their manner; a space between two of the same manner takes it too."""
    for place, (run, left, manner) in enumerate(runs):
        between = run.text.isspace() and 0 < place < len(runs) - 1
        if between and runs[place - 1][2] == runs[place + 1][2]:
            yield run, left, runs[place - 1][2]
        else:
            yield run, left, manner


class _Writer:
    """Collects the operators of one text object."""

    def __init__(self, pen: Pen, size: float, base: float) -> None:
        self.pen, self.size, self.base = pen, size, base
        self.out: list[str] = []
        self.array: list[str] = []
        self.font = ""
        self.rise = 0.0
        self.x: float | None = None

    def code(self) -> str:
        """Return the operators; the rise is put back, for it would outlive the text object."""
        self._flush()
        if self.rise:
            self.out.append("0 Ts")
        return " ".join(self.out)

    def show(self, runs: list[tuple[Run, float]], opening: str) -> None:
        """Show runs as one marked piece that begins with ``opening``; inside an open one if ""."""
        self._flush()
        if opening:
            self.out.append(opening)
        for run, left in runs:
            self._run(run, left)
        self._flush()
        if opening:
            self.out.append("EMC")

    def _run(self, run: Run, left: float) -> None:
        font = self.pen.font(run.font)
        scale = self.size / 1000
        for glyph in run.glyphs:
            if not self._next(font, glyph, left):
                self._glyph(font, glyph, left)
            left += glyph.advance * scale

    def _next(self, font: EmbeddedFont, glyph: Glyph, left: float) -> bool:
        """Show a glyph that simply follows the one before, and tell whether it was one."""
        if glyph.dx or glyph.dy or self.rise or self.x is None or not self.array:
            return False
        subset, code = font.code(glyph.number, glyph.source)
        if abs(left - self.x) > 0.0005 * self.size or font.name(subset) != self.font:
            return False
        self.array.append(f"<{code:02X}>")
        self.x += font.program.advance(glyph.number) * self.size / 1000
        return True

    def _glyph(self, font: EmbeddedFont, glyph: Glyph, left: float) -> None:
        subset, code = font.code(glyph.number, glyph.source)
        self._select(font.name(subset), glyph.dy * self.size / 1000)
        left += glyph.dx * self.size / 1000
        gap = None if self.x is None else (left - self.x) / self.size
        if self.x is None or gap is None or abs(gap) > _JUMP:
            self._flush()
            self.out.append(f"1 0 0 1 {left:.3f} {self.base:.3f} Tm")
        elif abs(gap) > 0.0005:
            left = self._step(round(-gap * 1000), self.x)
        self.array.append(f"<{code:02X}>")
        self.x = left + font.program.advance(glyph.number) * self.size / 1000

    def _step(self, way: int, x: float) -> float:
        """Move back by thousandths of an em, in short steps; return the new place."""
        full, rest = divmod(abs(way), _STEP)
        sign = 1 if way > 0 else -1
        steps = [sign * _STEP] * full + ([sign * rest] if rest else [])
        self.array.append(" ".join(map(str, steps)))
        return x - way * self.size / 1000

    def _select(self, font: str, rise: float) -> None:
        if font != self.font:
            self._flush()
            self.out.append(f"/{font} {self.size:g} Tf")
            self.font = font
        if abs(rise - self.rise) > 0.001:
            self._flush()
            self.out.append(f"{rise:.3f} Ts")
            self.rise = rise

    def _flush(self) -> None:
        if self.array:
            self.out.append(f"[{''.join(self.array).replace('><', '')}] TJ")
            self.array = []

"""Font programs: what is parsed once, and what one document embeds of them.

A PDF font here is a TrueType subset of at most 222 codes. Each pair of glyph and source text has a
code of its own, so that the file says for every glyph which characters it stands for. Copying text
out of the PDF then gives back the source, however the glyphs were shaped.
"""

from __future__ import annotations

import copy
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

import uharfbuzz
from reportlab.pdfbase import pdfdoc, ttfonts

from council.paths import resources

REPLACEMENT = "\u25a1"
FIRST_CODE, LAST_CODE = 33, 255

_FILES = {
    "regular": "sarabun/Sarabun-Regular.ttf",
    "bold": "sarabun/Sarabun-Bold.ttf",
    "italic": "sarabun/Sarabun-Italic.ttf",
    "bolditalic": "sarabun/Sarabun-BoldItalic.ttf",
    "symbols": "dejavu/DejaVuSans.ttf",
    "emoji": "noto-emoji/NotoEmoji-Regular.ttf",
}
_FALLBACKS = ("symbols", "emoji")


@dataclass(frozen=True, eq=False)
class FontProgram:
    """A parsed font file: ReportLab's face for embedding and HarfBuzz's font for shaping.

    Lengths leave this class in thousandths of an em.
    """

    name: str
    face: Any
    shaper: Any

    def has(self, character: str) -> bool:
        """Tell whether the font draws this character."""
        return ord(character) in self.face.charToGlyph

    def glyph(self, character: str) -> int:
        """Return the number of the character's glyph; 0 is the missing glyph."""
        return int(self.face.charToGlyph.get(ord(character), 0))

    def advance(self, glyph: int) -> float:
        """Return how far the pen moves after the glyph, in thousandths of an em."""
        return float(self.face.hmetrics[glyph][0] * 1000 / self.face.unitsPerEm)

    @property
    def scale(self) -> float:
        """Return thousandths of an em to one font unit."""
        return float(1000 / self.face.unitsPerEm)


@cache
def program(name: str) -> FontProgram:
    """Load a font of the program by its short name (``regular``, ``bold``, ``symbols``, …)."""
    path = resources() / "fonts" / _FILES[name]
    face = ttfonts.TTFontFace(str(path))
    face.filename = path.name  # object names in the PDF must not tell where the program lies
    return FontProgram(
        name, face, uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(path.read_bytes())))
    )


def text_font(*, bold: bool, italic: bool) -> str:
    """Return the short name of the text font with this weight and slope."""
    return ("bold" if bold else "") + ("italic" if italic else "") or "regular"


@lru_cache(maxsize=8192)
def font_for(character: str, wanted: str) -> str:
    """Return the font that draws the character: the wanted one, a fallback, or "" for none."""
    if character == "\xa0" or program(wanted).has(character):
        return wanted
    for name in _FALLBACKS:
        if program(name).has(character):
            return name
    return ""


def invisible(character: str) -> bool:
    """Tell whether a character has no shape of its own (joiners, marks of direction, selectors)."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


@dataclass(eq=False)
class EmbeddedFont:
    """What one document uses of a font program, in subsets of at most 222 codes."""

    program: FontProgram
    prefix: str
    codes: dict[tuple[int, str], tuple[int, int]] = field(default_factory=dict)
    subsets: list[list[tuple[int, str]]] = field(default_factory=list)

    def code(self, glyph: int, source: str) -> tuple[int, int]:
        """Return (subset, code) of a glyph standing for the source text, giving one if needed."""
        found = self.codes.get((glyph, source))
        if found:
            return found
        if not self.subsets or len(self.subsets[-1]) > LAST_CODE - FIRST_CODE:
            self.subsets.append([])
        self.subsets[-1].append((glyph, source))
        place = len(self.subsets) - 1, FIRST_CODE + len(self.subsets[-1]) - 1
        self.codes[glyph, source] = place
        return place

    def name(self, subset: int) -> str:
        """Return the name by which page content selects a subset."""
        return f"{self.prefix}S{subset}"

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab calls it at save
        """Write font, descriptor, program and ToUnicode of each subset into the document."""
        for number, pairs in enumerate(self.subsets):
            self._add_subset(document, number, pairs)

    def _add_subset(self, document: Any, number: int, pairs: list[tuple[int, str]]) -> None:
        face = copy.copy(self.program.face)  # its maps are this subset's own; the file is shared
        codes = [0] * FIRST_CODE + list(range(FIRST_CODE, FIRST_CODE + len(pairs)))
        face.charToGlyph = {FIRST_CODE + i: glyph for i, (glyph, _) in enumerate(pairs)}
        base = f"{_tag(self.prefix, number)}+{self.program.face.name.decode('ascii')}"
        font = pdfdoc.PDFTrueTypeFont()
        font.Name, font.BaseFont = self.name(number), base
        font.FirstChar, font.LastChar = 0, len(codes) - 1
        widths = [0.0] * FIRST_CODE + [round(self.program.advance(glyph), 3) for glyph, _ in pairs]
        font.Widths = pdfdoc.PDFArray(widths)
        stream = pdfdoc.PDFStream(content=_to_unicode(pairs), filters=[pdfdoc.PDFZCompress])
        font.ToUnicode = document.Reference(stream, f"toUnicode:{base}")
        font.FontDescriptor = face.addSubsetObjects(document, base, codes)
        document.Reference(font, self.name(number))
        document.idToObject["BasicFonts"].dict[self.name(number)] = font


def _tag(prefix: str, number: int) -> str:
    """Return the six capitals that mark a subset, different for each in a document."""
    letters = f"{sum(map(ord, prefix)) % 676:03d}{number:03d}"
    return "".join(chr(ord("A") + int(digit)) for digit in letters)


def _to_unicode(pairs: list[tuple[int, str]]) -> str:
    """Return the CMap from codes to source text; a block holds at most 100 lines."""
    lines = [
        f"<{FIRST_CODE + i:02X}> <{source.encode('utf-16-be').hex().upper()}>"
        for i, (_, source) in enumerate(pairs)
    ]
    blocks = "".join(
        f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n"
        for part in (lines[i : i + 100] for i in range(0, len(lines), 100))
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        f"{blocks}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )

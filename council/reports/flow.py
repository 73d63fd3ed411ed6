"""Things that flow down pages: each knows its height, how to part and how to draw itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from council.reports.theme import INK, LINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.reports.canvas import Pen
    from council.reports.lines import Line, Type
    from council.reports.tagged.structure import Element


class Flow(Protocol):
    """What a page is filled with. Lengths are points; y grows upward, drawing starts at ``top``."""

    @property
    def before(self) -> float:
        """Room wanted above, except at the head of a page."""

    @property
    def after(self) -> float:
        """Room wanted below; the greater of two neighbours' wishes counts."""

    @property
    def keep(self) -> bool:
        """Whether it must stand on the page on which the next thing begins."""

    @property
    def height(self) -> float:
        """The whole height."""

    @property
    def least(self) -> float:
        """The least height that may stand at the end of a page."""

    def part(self, room: float) -> tuple[Flow, Flow] | None:
        """Return a first part no higher than the room, and the rest; None when it cannot be."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw with the left end at x and the upper edge at ``top``."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a bookmark says and where it stands in the outline."""

    text: str
    level: int


@dataclass(frozen=True)
class Prose:
    """Lines of one paragraph. ``indent`` is the left edge inside the column; ``label`` hangs there.

    ``bar`` colours a rule at the left; ``mark`` makes a bookmark of the first line, which is set in
    by ``first``. ``tag`` is what the words say in the structure, ``label_tag`` what the label says.
    """

    lines: tuple[Line, ...]
    style: Type
    width: float
    tag: Element | None = None
    before: float = 0
    after: float = 0
    keep: bool = False
    indent: float = 0
    label: Line | None = None
    label_at: float = 0
    bar: str = ""
    mark: Mark | None = None
    first: float = 0
    label_tag: Element | None = None

    @property
    def height(self) -> float:
        """Return the height of all lines."""
        return len(self.lines) * self.style.leading

    @property
    def least(self) -> float:
        """Return the height of the least part that may stand alone at the end of a page."""
        return (len(self.lines) if len(self.lines) <= 3 else 2) * self.style.leading

    def part(self, room: float) -> tuple[Prose, Prose] | None:
        """Part between lines; neither side keeps a single line where that can be helped."""
        count = min(int((room + 0.01) // self.style.leading), len(self.lines) - 1)
        if len(self.lines) > 3 and count == len(self.lines) - 1:
            count -= 1
        if count < 1:
            return None
        first = replace(self, lines=self.lines[:count], after=0)
        rest = replace(self, lines=self.lines[count:], before=0, label=None, mark=None, first=0)
        return first, rest

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the lines, their label and the rule at their side."""
        style = self.style
        if self.mark:
            pen.bookmark(self.mark.text, self.mark.level, top)
        if self.bar:
            at = x + self.indent - 9
            pen.panel((at, top - self.height + 2, 2, self.height - 3), fill=self.bar)
        base = top - style.leading / 2 - style.size * 0.31
        if self.label:
            with pen.mark(self.label_tag or self.tag):
                pen.line_of_text(self.label, x + self.label_at, base, style)
        with pen.mark(self.tag):
            for place, line in enumerate(self.lines):
                left = self.indent + (
                    self._shift(line) if place else self.first or self._shift(line)
                )
                pen.line_of_text(line, x + left, base, style)
                base -= style.leading

    def _shift(self, line: Line) -> float:
        free = self.width - self.indent - line.width
        return {"l": 0.0, "c": free / 2, "r": free}[self.style.align]


@dataclass(frozen=True)
class Gap:
    """Empty room, or a hairline across the column with room around it."""

    height: float
    width: float = 0
    colour: str = ""
    before: float = 0
    after: float = 0
    keep: bool = False
    weight: float = 0.6

    @property
    def least(self) -> float:
        """Return the whole height."""
        return self.height

    def part(self, room: float) -> tuple[Flow, Flow] | None:
        """Never part."""
        return None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the hairline, if it has a colour."""
        if self.colour:
            y = top - self.height / 2
            pen.hairline(x, y, x + self.width, y, self.colour, self.weight)


@dataclass(frozen=True)
class Strip:
    """One paragraph on a tinted ground: the state of the document at its head."""

    prose: Prose
    fill: str
    edge: str
    before: float = 0
    after: float = 10
    keep: bool = True

    @property
    def height(self) -> float:
        """Return the height of words and ground."""
        return self.prose.height + 8

    @property
    def least(self) -> float:
        """Return the whole height."""
        return self.height

    def part(self, room: float) -> tuple[Flow, Flow] | None:
        """Part the words; each part has its ground."""
        parts = self.prose.part(room - 8)
        return parts and (replace(self, prose=parts[0]), replace(self, prose=parts[1]))

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the ground and the words on it."""
        box = (x, top - self.height, self.prose.width, self.height)
        pen.panel(box, fill=self.fill, edge=self.edge, radius=3)
        self.prose.draw(pen, x, top - 4)


@dataclass(frozen=True)
class Chip:
    """A short word in a rounded field."""

    line: Line
    style: Type
    fill: str
    tag: Element | None = None

    @property
    def width(self) -> float:
        """Return the width of word and field."""
        return self.line.width + 14

    def draw(self, pen: Pen, right: float, top: float) -> None:
        """Draw with the right end and the upper edge given."""
        height = self.style.leading + 2
        box = (right - self.width, top - height, self.width, height)
        pen.panel(box, fill=self.fill, edge=self.style.colour, radius=height / 2)
        base = top - height / 2 - self.style.size * 0.31
        with pen.mark(self.tag):
            pen.line_of_text(self.line, right - self.width + 7, base, self.style)


@dataclass(frozen=True)
class Frame:
    """A framed group: a title, a chip at its right, paragraphs; it parts at a page's end."""

    title: Prose | None
    chip: Chip | None
    body: tuple[Prose, ...]
    width: float
    colour: str
    before: float = 8
    after: float = 10
    keep: bool = False
    pad: float = 9

    @property
    def height(self) -> float:
        """Return the height of frame and contents."""
        return self._head() + _stack(self.body) + 2 * self.pad

    @property
    def least(self) -> float:
        """Return the whole height for a small frame, else that of its head and first lines."""
        if self.height < 220:
            return self.height
        return self._head() + (self.body[0].least if self.body else 0) + 2 * self.pad

    def _head(self) -> float:
        chip = self.chip.style.leading + 2 if self.chip else 0
        head = max(self.title.height if self.title else 0, chip)
        return head + (4 if head and self.body else 0)

    def part(self, room: float) -> tuple[Flow, Flow] | None:
        """Part between or inside the paragraphs; the frame is drawn around both parts."""
        first, rest = fill(self.body, room - self._head() - 2 * self.pad)
        if not first or not rest:
            return None
        return (
            replace(self, body=tuple(first), after=0),
            replace(self, title=None, chip=None, body=tuple(rest), before=0),
        )

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the frame, the coloured edge and the contents."""
        height = self.height
        pen.panel((x, top - height, self.width, height), edge=LINE, weight=0.7)
        pen.panel((x, top - height, 3, height), fill=self.colour)
        y = top - self.pad
        if self.title:
            self.title.draw(pen, x + self.pad + 5, y)
        if self.chip:
            self.chip.draw(pen, x + self.width - self.pad, y)
        y -= self._head()
        for place, prose in enumerate(self.body):
            y -= prose.before if place else 0
            prose.draw(pen, x + self.pad + 5, y)
            y -= prose.height + prose.after


@dataclass(frozen=True)
class Place:
    """One place to sign: the word that begins it, a rule after it or not, what stands under."""

    word: Prose
    ruled: bool
    under: tuple[Prose, ...]


@dataclass(frozen=True)
class Signing:
    """Places to sign, side by side."""

    places: tuple[Place, ...]
    width: float
    before: float = 16
    after: float = 6
    keep: bool = False
    room: float = 40
    between: float = 28

    @property
    def height(self) -> float:
        """Return the height of the room to write in and the words beneath."""
        return self.room + max((_stack(place.under) for place in self.places), default=0)

    @property
    def least(self) -> float:
        """Return the whole height: a signature stands beside its words."""
        return self.height

    def part(self, room: float) -> tuple[Flow, Flow] | None:
        """Never part."""
        return None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw each place: word and rule on one level, then what stands under them."""
        for place in self.places:
            wide = place.word.width
            y = top - self.room
            place.word.draw(pen, x, y + place.word.style.leading)
            if place.ruled:
                start = max((line.width for line in place.word.lines), default=0)
                base = y + place.word.style.leading * 0.22
                pen.hairline(x + start + (5 if start else 0), base, x + wide, base, INK, 0.6)
            for prose in place.under:
                prose.draw(pen, x, y)
                y -= prose.height
            x += wide + self.between


def _stack(parts: Sequence[Prose]) -> float:
    total = sum(part.height + part.after for part in parts)
    return total + sum(part.before for part in parts[1:])


def fill(parts: Sequence[Prose], room: float) -> tuple[list[Prose], list[Prose]]:
    """Return what of a stack of prose fits the room, and the rest; one paragraph may part."""
    taken: list[Prose] = []
    for place, prose in enumerate(parts):
        left = room - (prose.before if taken else 0)
        if prose.height <= left:
            taken.append(prose)
            room = left - prose.height - prose.after
            continue
        halves = prose.part(left)
        if halves:
            return [*taken, halves[0]], [halves[1], *parts[place + 1 :]]
        return taken, list(parts[place:])
    return taken, []

"""The pen with which minutes and agendas are written: facts in one language, blocks in order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from council import catalogue
from council.domain import calendars
from council.domain.clocks import happens_twice
from council.domain.document import (
    Block,
    Box,
    Heading,
    Listing,
    Paragraph,
    Signatures,
    Span,
    Table,
)
from council.domain.text import Text
from council.services.minutes.sentences import Fact, Facts, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.services.minutes.facts import MeetingFacts
    from council.services.minutes.store import Typed


@dataclass(slots=True)
class Writer:
    """Collects the blocks of one document in one language."""

    facts: MeetingFacts
    language: str
    digits: str
    public: bool
    blocks: list[Block] = field(default_factory=list)
    said: dict[str, tuple[str, Facts]] = field(default_factory=dict)

    # ---------------------------------------------------------------- words
    def word(self, code: str, **params: object) -> str:
        """Return a word of the catalogue in the document's language."""
        return catalogue.word(code, self.language, **params)

    def number(self, value: object) -> str:
        """Return a number or an agenda number in the document's digits."""
        words = str(value)
        return calendars.to_thai_digits(words) if self.digits == "thai" else words

    def meeting_number(self) -> str:
        """Return the meeting's number.

        The year after its stroke follows the document's calendar.
        """
        return self.number(calendars.meeting_number(self.facts.meeting.number, self.language))

    def clock(self, moment: datetime) -> str:
        """Return the clock time of a moment, in the meeting's zone unless it is local already.

        In the hour that happens twice, because clocks are set back, the zone's letters tell which.
        """
        if moment.tzinfo is None:
            return calendars.clock_time(moment, self.language, self.digits)
        zone = ZoneInfo(self.facts.meeting.zone)
        moment = moment.astimezone(zone)
        words = calendars.clock_time(moment, self.language, self.digits)
        return f"{words} {moment.tzname()}" if happens_twice(moment, zone) else words

    def day(self, day: date) -> str:
        """Return a day in full, with its weekday when it is a meeting's."""
        weekday = isinstance(day, datetime)
        made = day.date() if isinstance(day, datetime) else day
        return calendars.long_date(made, self.language, self.digits, weekday=weekday)

    def span(self, text: Text, **more: object) -> Span:
        """Return words in the document's language, marked when they are in another."""
        words, language = text.best(self.language)
        return Span(words, lang="" if language == self.language else language, **more)  # type: ignore[arg-type]

    # ---------------------------------------------------------------- facts
    def text_fact(self, text: Text, uid: str = "") -> Fact:
        """Make a fact of a text in several languages."""
        words, language = text.best(self.language)
        return Fact(words, uid, lang="" if language == self.language else language)

    def person(self, uid: str | None, name: Text | None = None) -> Fact:
        """Make a fact of a person's name; Thai puts the title of address before it, unspaced."""
        found = name if name else self.facts.name_of(uid)
        words, language = found.best(self.language)
        if language == "th":
            words = self.facts.honorific_of(uid).get("th") + words
        return Fact(words, uid or "", True, "" if language == self.language else language)

    def between(self, uids: Sequence[str | None]) -> str:
        """Return what stands between names in a row.

        Thai writes a space where a title of address begins each name. Names without titles keep
        the comma: a name holds a space itself, so nobody could tell where the next begins.
        """
        thai = self.language == "th"
        return " " if thai and all(self.facts.honorific_of(uid).get("th") for uid in uids) else ", "

    def people(self, uids: Sequence[str | None], names: list[Text] | None = None) -> str:
        """Return names in a row, separated as the language does."""
        given = names or [Text()] * len(uids)
        return self.between(uids).join(
            self.person(uid, name).words for uid, name in zip(uids, given, strict=True)
        )

    # ---------------------------------------------------------------- blocks
    def heading(self, level: int, words: str | tuple[Span, ...], key: str) -> None:
        """Add a heading."""
        spans = (Span(words),) if isinstance(words, str) else words
        self.blocks.append(Heading(level, spans, key))

    def say(self, key: str, code: str, style: str = "body", /, **facts: Fact) -> None:
        """Add a sentence bound to facts, and remember them by its key."""
        self.said[key] = (code, facts)
        self.blocks.append(sentence(key, code, facts, self.language, self.facts.overrides, style))

    def line(self, words: str, style: str = "body", key: str = "") -> None:
        """Add a line that nobody edits, such as a place or a date."""
        self.blocks.append(Paragraph((Span(words),), style, key))  # type: ignore[arg-type]

    def with_typed(self) -> tuple[Block, ...]:
        """Return all blocks with the paragraphs that people typed after the block they follow.

        A paragraph whose block is gone goes to the end of that block's section, or of the document
        before the signatures. What was typed into a closed item stays out of the public version.
        """
        waiting = [typed for typed in self.facts.typed if not self._is_hidden(typed)]
        made: list[Block] = []
        known = {_key(block) for block in self.blocks} | {f"typed/{t.uid}" for t in waiting}
        for index, block in enumerate(self.blocks):
            made.append(block)
            key = _key(block)
            made.extend(self._following(key, waiting))
            section = _section(key)
            following = self.blocks[index + 1 : index + 2]
            if section and section not in [_section(_key(other)) for other in following]:
                lost = [t for t in waiting if t.after_key not in known]
                for typed in [t for t in lost if _section(self._anchor(t)) == section]:
                    made.extend(self._with_followers(typed, waiting))
        end = len(made) - 1 if made and isinstance(made[-1], Signatures) else len(made)
        rest = [block for typed in list(waiting) for block in self._with_followers(typed, waiting)]
        return (*made[:end], *rest, *made[end:])

    def typed_in(self, items: set[str]) -> tuple[Block, ...]:
        """Return all blocks with what was typed into these items, and nothing typed elsewhere."""
        sections = {f"item/{uid}" for uid in items}
        inside = tuple(t for t in self.facts.typed if _section(self._anchor(t)) in sections)
        return replace(self, facts=replace(self.facts, typed=inside)).with_typed()

    def _following(self, key: str, waiting: list[Typed]) -> list[Block]:
        """Return what was typed after a block, with what was typed after that; it waits no more."""
        here = [typed for typed in waiting if key and typed.after_key == key]
        return [block for typed in here for block in self._with_followers(typed, waiting)]

    def _with_followers(self, typed: Typed, waiting: list[Typed]) -> list[Block]:
        if typed not in waiting:
            return []
        waiting.remove(typed)
        return [self._typed(typed), *self._following(f"typed/{typed.uid}", waiting)]

    def _anchor(self, typed: Typed) -> str:
        """Return the key of the block of the record that a paragraph hangs on in the end."""
        by_key = {f"typed/{other.uid}": other for other in self.facts.typed}
        seen: set[str] = set()
        while typed.after_key in by_key and typed.uid not in seen:
            seen.add(typed.uid)
            typed = by_key[typed.after_key]
        return typed.after_key

    def _is_hidden(self, typed: Typed) -> bool:
        closed = {f"item/{uid}" for uid in self.facts.closed}
        return self.public and _section(self._anchor(typed)) in closed

    def _typed(self, typed: Typed) -> Paragraph:
        return Paragraph(
            (self.span(typed.text),), key=f"typed/{typed.uid}", facts=(typed.uid,), origin="free"
        )


def _key(block: Block) -> str:
    return block.key if isinstance(block, Heading | Paragraph | Listing | Table | Box) else ""


def _section(key: str) -> str:
    """Return the part of a key that names its section: ``item/<uid>`` or the first word."""
    parts = key.split("/")
    return "/".join(parts[:2]) if parts[0] == "item" else parts[0]


def emphasise(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the spans in bold."""
    return tuple(replace(span, bold=True) for span in spans)

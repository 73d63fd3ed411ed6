"""Sentences made of a template and the facts it names; the mechanism behind all minutes.

A template is catalogue text with ``{placeholders}``. An override is a template that a person wrote:
what they type is matched against the facts' present words, so that facts still flow in. When a fact
no longer stands in the text, the sentence is detached: it stays as typed, and when a fact changes
it is marked stale until somebody keeps it or takes the new one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from council import catalogue
from council.domain.document import Paragraph, Span

if TYPE_CHECKING:
    from council.services.minutes.store import Override

_PLACE = re.compile(r"\{(\w+)\}|\{\{|\}\}|[^{}]+|[{}]")


@dataclass(frozen=True, slots=True)
class Fact:
    """One value in a sentence.

    Its words, the uid of the row it comes from, and whether it is a name (names are never broken
    inside a part) and in which language its words are when not the document's.
    """

    words: str
    uid: str = ""
    name: bool = False
    lang: str = ""


Facts = dict[str, Fact]


def fill(template: str, facts: Facts) -> tuple[Span, ...]:
    """Put facts into a template; a placeholder without a fact stays as typed."""
    spans: list[Span] = []
    for match in _PLACE.finditer(template):
        fact = facts.get(match[1] or "")
        if fact is not None:
            spans.append(Span(fact.words, fact=fact.uid, whole=fact.name, lang=fact.lang))
        else:
            literal = {"{{": "{", "}}": "}"}.get(match[0], match[0])
            if literal.startswith(("”.", "”;")) and spans and spans[-1].text.endswith("."):
                literal = "”" + literal[2:]  # a quoted sentence has its own full stop
            elif literal.startswith(".") and spans and spans[-1].text.endswith("."):
                literal = literal[1:]  # "6:30 p.m." already ends the sentence
            if spans and not spans[-1].fact and not spans[-1].whole:
                spans[-1] = Span(spans[-1].text + literal)
            else:
                spans.append(Span(literal))
    return tuple(span for span in spans if span.text)


def bind(typed: str, facts: Facts) -> str:
    """Turn typed words into a template again.

    Each fact's words, where they stand, become its placeholder.

    Longer words are looked for first, so that "Nunn-Lee" is not taken for "Nunn". A fact is bound
    once for each time the words occur, left to right, as long as different facts share the same
    words.
    """
    pieces: list[tuple[str, bool]] = [(typed, False)]
    by_length = sorted(
        (item for item in facts.items() if item[1].words), key=lambda i: -len(i[1].words)
    )
    for name, fact in by_length:
        for index, (piece, bound) in enumerate(pieces):
            at = -1 if bound else _word_at(piece, fact.words)
            if at >= 0:
                before, after = piece[:at], piece[at + len(fact.words) :]
                pieces[index : index + 1] = [(before, False), (f"{{{name}}}", True), (after, False)]
                break
    return "".join(
        piece if bound else piece.replace("{", "{{").replace("}", "}}") for piece, bound in pieces
    )


def _word_at(piece: str, words: str) -> int:
    """Return where the words stand by themselves: no Latin letter or digit on either side."""
    start = piece.find(words)
    while start >= 0:
        before = piece[start - 1 : start] if start else ""
        after = piece[start + len(words) : start + len(words) + 1]
        inside_left = bool(before) and _joins(before, words[0])
        inside_right = bool(after) and _joins(words[-1], after)
        if not inside_left and not inside_right:
            return start
        start = piece.find(words, start + 1)
    return -1


def _joins(left: str, right: str) -> bool:
    return left.isascii() and right.isascii() and left.isalnum() and right.isalnum()


def placeholders(template: str) -> set[str]:
    """Return the names of the placeholders in a template."""
    return {match[1] for match in _PLACE.finditer(template) if match[1]}


def is_detached(text: str, template: str) -> bool:
    """Tell whether an override lost one of the facts that its template names."""
    return not placeholders(template) <= placeholders(text)


def sentence(
    key: str,
    code: str,
    facts: Facts,
    language: str,
    overrides: dict[tuple[str, str], Override],
    style: str = "body",
) -> Paragraph:
    """Write one sentence.

    The override of this language if there is one, else the catalogue's template.
    """
    override = overrides.get((key, language))
    uids = tuple(fact.uid for fact in facts.values() if fact.uid)
    if override is None:
        spans = fill(catalogue.template(code, language), facts)
        return Paragraph(spans, style, key, code, uids, "record")  # type: ignore[arg-type]
    now = {name: fact.words for name, fact in facts.items()}
    stale = override.detached and now != override.basis
    origin = "detached" if override.detached else "override"
    return Paragraph(fill(override.text, facts), style, key, code, uids, origin, stale)  # type: ignore[arg-type]

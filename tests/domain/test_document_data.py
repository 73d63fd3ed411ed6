"""Documents as data: nothing is lost, and the fingerprint covers what prints."""

from __future__ import annotations

import json
from dataclasses import replace

from council.domain.document import (
    Box,
    Document,
    Heading,
    Listing,
    Paragraph,
    Signatures,
    Span,
    Table,
)
from council.domain.document_data import fingerprint, from_data, plain_text, to_data

DOCUMENT = Document(
    kind="minutes",
    language="th",
    title="รายงาน",
    author="สภา",
    subject="s",
    paper="A4",
    digits="thai",
    letterhead=("สภา", "ซอย 1"),
    blocks=(
        Heading(1, (Span("Head", bold=True),), "head"),
        Paragraph(
            (Span("A ", lang="en"), Span("B", fact="p1", whole=True)),
            "lead",
            "k",
            "c",
            ("p1",),
            "record",
        ),
        Listing(((Span("one"),), (Span("two", mark="ins"),)), ("1.", "2.")),
        Table(("x", "y"), (((Span("a"),), (Span("b"),)),), (1, 2), "lr", "cap", "t", borders=False),
        Box((Span("Motion"),), "Carried", "yes", (Paragraph((Span("That"),)),), "m"),
        Signatures((("....", "(N)", "Chair"),)),
    ),
    stamp="DRAFT",
    fingerprint="f",
    extra={"a": [1, {"b": 2}]},
)


def test_data_goes_there_and_back() -> None:
    through = json.loads(json.dumps(to_data(DOCUMENT), ensure_ascii=False))
    assert from_data(through) == DOCUMENT


def test_plain_text_holds_every_word() -> None:
    assert plain_text(DOCUMENT).splitlines() == [
        "Head",
        "A B",
        "1. one",
        "2. two",
        "x  y",
        "a  b",
        "Motion Carried",
        "That",
        "....",
        "(N)",
        "Chair",
    ]


def test_the_fingerprint_is_of_what_prints() -> None:
    paragraph = DOCUMENT.blocks[1]
    assert isinstance(paragraph, Paragraph)
    other_ties = replace(paragraph, key="z", facts=("q",), origin="override")
    same = replace(
        DOCUMENT, fingerprint="", blocks=(DOCUMENT.blocks[0], other_ties, *DOCUMENT.blocks[2:])
    )
    assert fingerprint(same) == fingerprint(DOCUMENT)
    other_words = replace(paragraph, spans=(Span("A C"),))
    changed = replace(DOCUMENT, blocks=(DOCUMENT.blocks[0], other_words, *DOCUMENT.blocks[2:]))
    assert fingerprint(changed) != fingerprint(DOCUMENT)

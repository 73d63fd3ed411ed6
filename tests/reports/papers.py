"""Invented documents in English and Thai, for the tests of the printed page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain.document import (
    Block,
    Box,
    Document,
    Heading,
    Listing,
    Paragraph,
    Signatures,
    Span,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = "The members heard the report of the traffic group and asked about the cost of lights. "
THAI_LONG = (
    "ที่ประชุมรับฟังรายงานเรื่องงบประมาณน้ำประปาหมู่บ้าน จำนวน ๑๒๕,๐๐๐ บาท โดยให้ผู้ดูแลจัดซื้อปั้มน้ำ"
    "ตามคำสั่งฎีกา และขอให้สมาชิกทุก ๆ ท่านช่วยกันดูแลรักษาทรัพย์สินส่วนรวมด้วยความกตัญญู "
)


def say(text: str, style: str = "body", **more) -> Paragraph:
    return Paragraph((Span(text, **more),), style)


def document(*blocks: Block, language: str = "en", **changes) -> Document:
    values = {
        "kind": "minutes",
        "language": language,
        "title": "Minutes of the regular meeting",
        "author": "Riverbend Council",
        "subject": "Minutes 11/2026",
        "paper": "A4",
        "digits": "latn",
        "letterhead": ("Riverbend Council", "12 Mill Lane"),
        "blocks": blocks,
    }
    return Document(**(values | changes))


def english(repeat: int = 1, **changes) -> Document:
    blocks: list[Block] = [
        Heading(1, (Span("Minutes of the regular meeting"),), "head"),
        say("Thursday, 19 November 2026, 6:30 p.m.", "lead"),
        say("Notice: posted 72 h 50 min before.", "small"),
    ]
    for turn in range(repeat):
        blocks += [
            Heading(2, (Span(f"{turn + 1}.  "), Span("Roll call")), f"roll{turn}"),
            Table(
                ("Member", "Seat", "Status"),
                tuple(
                    (
                        (Span(f"Member {n} Haddad", whole=True),),
                        (Span(f"Seat {n}"),),
                        (Span("Here"),),
                    )
                    for n in range(6)
                ),
                (5, 3, 3),
                "llr",
                "Members in office",
            ),
            Heading(3, (Span("Crossing at School Road"),), f"item{turn}"),
            say(LONG * 4),
            Listing(((Span("First " + LONG),), (Span("Second"),)), ("a)", "b)")),
            Box(
                (Span("Motion 2026-11-03", bold=True),),
                "Carried",
                "yes",
                (say("That the crossing be painted."), say("Yes 8, no 1, abstain 1.", "small")),
            ),
            Paragraph((Span("by spring", mark="del"), Span(" by March", mark="ins"))),
            say("Resolved: the Secretary writes to the city.", "resolution"),
        ]
    blocks.append(Signatures((("Signed", "P. Suda", "Secretary"), ("Signed", "M. Ortiz", "Chair"))))
    return document(*blocks, footer="Riverbend Council", fingerprint="Fingerprint 9f2c", **changes)


def thai(repeat: int = 1, **changes) -> Document:
    blocks: list[Block] = [
        Heading(1, (Span("รายงานการประชุมสภาชุมชน"),), "head"),
        say("เมื่อวันพฤหัสบดีที่ ๑๙ พฤศจิกายน ๒๕๖๙ เวลา ๑๓.๓๐ น.", "centre"),
    ]
    for turn in range(repeat):
        blocks += [
            Heading(2, (Span("ระเบียบวาระที่ ๖  เรื่องอื่น ๆ (ถ้ามี)"),), f"other{turn}"),
            Table(
                ("", "", ""),
                (
                    ((Span("๑."),), (Span("นางมาลี  ใจงาม", whole=True),), (Span("ประธาน"),)),
                    ((Span("๒."),), (Span("นายกตัญญู  ปั้นฝีมือ", whole=True),), (Span("กรรมการ"),)),
                ),
                (1, 6, 5),
                borders=False,
            ),
            say(THAI_LONG * 3, "indent"),
            Box((Span("ญัตติที่ ๓ ทำน้ำดื่ม ญู"),), "เห็นชอบ", "yes", (say("ให้จัดซื้อปั้มน้ำ"),)),
            Paragraph((Span("มติที่ประชุม", bold=True), Span("  รับทราบ")), "resolution"),
        ]
    blocks.append(Signatures((("(ลงชื่อ) ........", "(นางมาลี ใจงาม)", "ผู้ตรวจรายงานการประชุม"),)))
    return document(
        *blocks,
        language="th",
        digits="thai",
        title="รายงานการประชุมสภาชุมชน ครั้งที่ ๑๑/๒๕๖๙",
        letterhead=("สภาชุมชนบ้านสวนพลู",),
        page_words="หน้า {page} จาก {pages}",
        **changes,
    )


def words(document: Document) -> Iterator[str]:
    """Yield every text of a document's blocks."""
    for block in document.blocks:
        match block:
            case Heading() | Paragraph():
                yield "".join(span.text for span in block.spans)
            case Listing():
                yield from block.labels
                yield from ("".join(span.text for span in item) for item in block.items)
            case Table():
                yield from (*block.header, block.caption)
                for row in block.rows:
                    yield from ("".join(span.text for span in cell) for cell in row)
            case Box():
                yield from ("".join(span.text for span in block.title), block.chip)
                yield from ("".join(span.text for span in part.spans) for part in block.body)
            case Signatures():
                yield from (word for place in block.places for word in place)


def squeezed(text: str) -> str:
    """Return a text without white space: Thai lines break where there is none."""
    return "".join(text.split())


def flat(text: str) -> str:
    """Return a text with each white space as one space: English lines break at them."""
    return " ".join(text.split())

# ruff: noqa: E501 - a table reads better unbroken
"""Who lives in the demo: an invented, bilingual neighborhood council of fifteen seats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from council.domain.text import Text


def both(english: str, thai: str) -> Text:
    """Return a text in English and Thai."""
    return Text((("en", english), ("th", thai)))


@dataclass(frozen=True, slots=True)
class Player:
    """One seat: its label, who holds it (nobody: vacant), the role, the term."""

    key: str
    seat: Text
    name: Text
    role: str = "member"
    start: date = date(2026, 1, 1)
    end: date = date(2027, 12, 31)


COUNCIL = both("Riverbend Neighborhood Council", "สภาชุมชนริมคุ้ง")
PLACE = both("Riverbend", "ย่านริมคุ้ง")
HALL = both("Riverbend Hall, 12 Mill Lane", "ศาลาริมคุ้ง เลขที่ 12 ซอยโรงสี")
LETTERHEAD = both(
    "Riverbend Neighborhood Council\n12 Mill Lane, Riverbend", "สภาชุมชนริมคุ้ง\nเลขที่ 12 ซอยโรงสี"
)
COMMITTEE = both("Shade and Water Committee", "คณะกรรมการร่มไม้และสายน้ำ")

_SHORT = date(2026, 12, 31)
PLAYERS = (
    Player("adeyemi", both("District A, first seat", "เขต ก ตำแหน่งที่ 1"), both("Femi Adeyemi", "เฟมี อาเดเยมี"), end=_SHORT),
    Player("ferreira", both("District A, second seat", "เขต ก ตำแหน่งที่ 2"), both("Luisa Ferreira", "ลุยซา เฟร์เรรา"), "treasurer", end=_SHORT),
    Player("haddad", both("District B, first seat", "เขต ข ตำแหน่งที่ 1"), both("Amal Haddad", "อมัล ฮัดดาด"), "vice_chair"),
    Player("kowalczyk", both("District B, second seat", "เขต ข ตำแหน่งที่ 2"), both("Ewa Kowalczyk", "เอวา โควัลชิก")),
    Player("lee", both("Business, first seat", "ผู้ประกอบการ ตำแหน่งที่ 1"), both("Jiwoo Lee", "จีอู ลี"), start=date(2026, 3, 1)),
    Player("", both("Business, second seat", "ผู้ประกอบการ ตำแหน่งที่ 2"), Text()),
    Player("lindau", both("District C, first seat", "เขต ค ตำแหน่งที่ 1"), both("Tove Lindau", "ทูเว ลินเดา"), end=_SHORT),
    Player("marchetti", both("District C, second seat", "เขต ค ตำแหน่งที่ 2"), both("Sandro Marchetti", "ซานโดร มาร์เคตตี")),
    Player("novak", both("Renters, first seat", "ผู้เช่า ตำแหน่งที่ 1"), both("Goran Novak", "โกรัน โนวัก")),
    Player("nunn", both("Renters, second seat", "ผู้เช่า ตำแหน่งที่ 2"), both("Keisha Nunn", "คีชา นันน์"), end=_SHORT),
    Player("", both("Youth", "เยาวชน"), Text()),
    Player("okafor", both("Schools", "สถานศึกษา"), both("Dayo Okafor", "ดาโย โอคาฟอร์")),
    Player("roy", both("At large, first seat", "ทั่วไป ตำแหน่งที่ 1"), both("Benita Roy", "เบนิตา รอย")),
    Player("tanaka", both("At large, second seat", "ทั่วไป ตำแหน่งที่ 2"), both("Wanida Tanaka", "วนิดา ทานากะ"), "secretary"),
    Player("ortiz", both("At large, third seat", "ทั่วไป ตำแหน่งที่ 3"), both("Malee Ortiz", "มาลี ออร์ทิซ"), "chair"),
)  # fmt: skip

COMMITTEE_MEMBERS = (
    ("marchetti", "chair"),
    ("nunn", "member"),
    ("okafor", "member"),
    ("roy", "secretary"),
)

NO_INTEREST = both("No member declared an interest.", "ไม่มีสมาชิกแจ้งส่วนได้เสีย")
INTEREST = both("Interests were declared as each item came up.", "สมาชิกแจ้งส่วนได้เสียเมื่อถึงแต่ละเรื่อง")
NO_MINUTES = both("There were no minutes to approve.", "ไม่มีรายงานการประชุมที่ต้องรับรอง")
NO_REPORT = both("There was no report.", "ไม่มีรายงาน")
ACTIONS_READ = both("The secretary read the actions due.", "เลขานุการแจ้งงานที่ครบกำหนด")

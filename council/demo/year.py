# ruff: noqa: E501 - a table reads better unbroken
"""What happened in the demo's year: ten meetings and some sixty motions, all of them invented.

How a question was decided is written in one word or a few: ``none`` (no objection), ``voice``,
``hands 9-2-1``, ``secret 7-4-0``, ``roll no=roy,lee abstain=nunn recused=lee`` (the others who are there
say yes), ``withdrawn``, ``no_second``, ``postponed``, ``referred``, ``out_of_order``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from council.demo.cast import both
from council.domain.text import Text


@dataclass(frozen=True, slots=True)
class Change:
    """An amendment: its words, the motion's whole words with it, who moved it, how it was decided."""

    words: Text
    whole: Text
    mover: str
    how: str
    second: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A main motion under an item: the item's title, the motion's words, people, the decision."""

    title: Text
    words: Text
    mover: str
    second: str
    how: str
    changes: tuple[Change, ...] = ()
    action: tuple[Text, str, str] | None = None  # what, owner, due day
    note: Text = field(default_factory=Text)
    requirement: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting: when, what kind, who was away and why, who came late or left, its questions."""

    starts: datetime
    kind: str = "regular"
    away: dict[str, str] = field(default_factory=dict)
    late: dict[str, int] = field(default_factory=dict)  # minutes after the start
    left: dict[str, int] = field(default_factory=dict)  # how many questions had been decided
    remote: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    comments: tuple[tuple[str, str, str], ...] = ()  # stance, English, Thai
    cancelled: str = ""
    planned_only: bool = False


def _at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 18, 30)  # noqa: DTZ001 - planned times are local


def _q(
    title: tuple[str, str],
    words: tuple[str, str],
    people: str,
    how: str,
    *changes: Change,
    action: tuple[str, str, str, str] | None = None,
    note: tuple[str, str] | None = None,
    requirement: str | None = None,
) -> Question:
    mover, _, second = people.partition("/")
    task = (both(action[0], action[1]), action[2], action[3]) if action else None
    return Question(
        both(*title),
        both(*words),
        mover,
        second,
        how,
        changes,
        task,
        both(*note) if note else Text(),
        requirement,
    )


def _c(words: tuple[str, str], whole: tuple[str, str], people: str, how: str) -> Change:
    mover, _, second = people.partition("/")
    return Change(both(*words), both(*whole), mover, how, second)


JANUARY = Session(
    _at(1, 15),
    away={"novak": "absent", "lee": "skip"},
    questions=(
        _q(
            ("Meeting calendar for the year", "ปฏิทินการประชุมประจำปี"),
            (
                "That the council meet on the third Thursday of the month at 6:30 p.m.",
                "ให้สภาชุมชนประชุมทุกวันพฤหัสบดีที่สามของเดือน เวลา 18.30 น.",
            ),
            "haddad/roy",
            "none",
        ),
        _q(
            ("Rules for speaking", "กติกาการแสดงความคิดเห็น"),
            (
                "That each resident may speak for three minutes on each item.",
                "ให้ผู้อยู่อาศัยแต่ละคนแสดงความคิดเห็นได้สามนาทีต่อหนึ่งเรื่อง",
            ),
            "nunn/ferreira",
            "hands 10-1-0",
            _c(
                ("Replace “three” with “two”.", "แก้ “สาม” เป็น “สอง”"),
                (
                    "That each resident may speak for two minutes on each item.",
                    "ให้ผู้อยู่อาศัยแต่ละคนแสดงความคิดเห็นได้สองนาทีต่อหนึ่งเรื่อง",
                ),
                "kowalczyk/lindau",
                "hands 3-8-0",
            ),
        ),
        _q(
            ("Committee on shade and water", "คณะกรรมการร่มไม้และสายน้ำ"),
            (
                "That a Shade and Water Committee of four members be set up.",
                "ให้ตั้งคณะกรรมการร่มไม้และสายน้ำจำนวนสี่คน",
            ),
            "marchetti/okafor",
            "none",
        ),
        _q(
            ("Bench at the landing", "ม้านั่งที่ท่าน้ำ"),
            (
                "That up to 480 dollars be spent to repair the bench at the landing.",
                "ให้ใช้เงินไม่เกิน 480 ดอลลาร์ซ่อมม้านั่งที่ท่าน้ำ",
            ),
            "ferreira/adeyemi",
            "roll no=kowalczyk abstain=lindau",
            action=(
                "Have the bench at the landing repaired",
                "ดำเนินการซ่อมม้านั่งที่ท่าน้ำ",
                "ferreira",
                "2026-03-31",
            ),
        ),
        _q(
            ("Letter on the bus stop", "หนังสือเรื่องป้ายรถประจำทาง"),
            (
                "That the council ask the city for a roof over the bus stop on Mill Lane.",
                "ให้สภาชุมชนขอให้เทศบาลสร้างหลังคาที่ป้ายรถประจำทางในซอยโรงสี",
            ),
            "okafor/tanaka",
            "hands 11-0-0",
            action=(
                "Write to the city about the bus stop",
                "ทำหนังสือถึงเทศบาลเรื่องป้ายรถประจำทาง",
                "ortiz",
                "2026-02-10",
            ),
        ),
        _q(
            ("Loudspeaker at the hall", "เครื่องขยายเสียงที่ศาลา"),
            ("That a second loudspeaker be bought.", "ให้ซื้อเครื่องขยายเสียงเพิ่มหนึ่งเครื่อง"),
            "lindau",
            "no_second",
        ),
        _q(
            ("Newsletter", "จดหมายข่าว"),
            (
                "That a newsletter in English and Thai be printed four times a year.",
                "ให้พิมพ์จดหมายข่าวภาษาอังกฤษและภาษาไทยปีละสี่ฉบับ",
            ),
            "roy/nunn",
            "voice",
        ),
    ),
)

FEBRUARY = Session(
    _at(2, 19),
    away={"okafor": "excused", "lee": "skip"},
    late={"haddad": 35},
    questions=(
        _q(
            ("Speed survey on Mill Lane", "สำรวจความเร็วรถในซอยโรงสี"),
            (
                "That the city be asked for a speed survey on Mill Lane.",
                "ให้สภาชุมชนขอให้เทศบาลสำรวจความเร็วรถในซอยโรงสี",
            ),
            "nunn/roy",
            "referred",
        ),
        _q(
            ("Movie night", "ฉายหนังกลางแปลง"),
            (
                "That 150 dollars be spent on a movie night in the park.",
                "ให้ใช้เงิน 150 ดอลลาร์จัดฉายหนังกลางแปลงในสวน",
            ),
            "adeyemi/lindau",
            "roll no=kowalczyk,novak",
            _c(
                ("Insert “with subtitles in Thai”.", "เพิ่ม “โดยมีคำบรรยายภาษาไทย”"),
                (
                    "That 150 dollars be spent on a movie night in the park, with subtitles in Thai.",
                    "ให้ใช้เงิน 150 ดอลลาร์จัดฉายหนังกลางแปลงในสวน โดยมีคำบรรยายภาษาไทย",
                ),
                "tanaka/roy",
                "none",
            ),
        ),
        _q(
            ("Recycling days", "วันเก็บขยะรีไซเคิล"),
            (
                "That the city be asked for a second recycling day each month.",
                "ให้สภาชุมชนขอให้เทศบาลเก็บขยะรีไซเคิลเพิ่มเป็นเดือนละสองครั้ง",
            ),
            "lindau/ferreira",
            "hands 8-1-1",
        ),
        _q(
            ("Hall for meetings", "สถานที่ประชุม"),
            (
                "That the council meet at the school from March on.",
                "ให้สภาชุมชนประชุมที่โรงเรียนตั้งแต่เดือนมีนาคม",
            ),
            "kowalczyk/novak",
            "hands 2-7-1",
        ),
        _q(
            ("Handrail at the steps", "ราวจับที่บันได"),
            ("That a handrail be put up at the steps to the river.", "ให้ติดตั้งราวจับที่บันไดลงแม่น้ำ"),
            "marchetti/nunn",
            "postponed",
        ),
        _q(
            ("Recording of meetings", "การบันทึกเสียงการประชุม"),
            (
                "That sound recordings be kept until the minutes are approved.",
                "ให้เก็บบันทึกเสียงไว้จนกว่าจะรับรองรายงานการประชุม",
            ),
            "tanaka/haddad",
            "none",
        ),
        _q(
            ("Flag at the hall", "ธงที่ศาลา"),
            ("That a new flag be bought.", "ให้ซื้อธงใหม่"),
            "novak/adeyemi",
            "withdrawn",
        ),
    ),
    comments=(
        ("for", "A resident asked for lower speeds near the school.", "ขอให้ลดความเร็วรถใกล้โรงเรียน"),
    ),
)

MARCH = Session(
    _at(3, 19),
    away={
        "adeyemi": "absent",
        "ferreira": "excused",
        "kowalczyk": "excused",
        "lindau": "absent",
        "novak": "absent",
        "okafor": "excused",
        "lee": "absent",
    },
    questions=(
        _q(
            ("No quorum", "ไม่ครบองค์ประชุม"),
            ("That the meeting adjourn.", "ให้เลิกประชุม"),
            "haddad/roy",
            "hands 6-0-0",
        ),
    ),
)

APRIL = Session(
    _at(4, 16),
    away={"kowalczyk": "excused"},
    remote=("lindau",),
    questions=(
        _q(
            ("Handrail at the steps", "ราวจับที่บันได"),
            (
                "That up to 900 dollars be spent on a handrail at the steps to the river.",
                "ให้ใช้เงินไม่เกิน 900 ดอลลาร์ติดตั้งราวจับที่บันไดลงแม่น้ำ",
            ),
            "marchetti/nunn",
            "roll",
            _c(
                ("Replace “900” with “750”.", "แก้ “900” เป็น “750”"),
                (
                    "That up to 750 dollars be spent on a handrail at the steps to the river.",
                    "ให้ใช้เงินไม่เกิน 750 ดอลลาร์ติดตั้งราวจับที่บันไดลงแม่น้ำ",
                ),
                "ferreira/adeyemi",
                "hands 8-4-0",
            ),
            action=(
                "Get three offers for the handrail",
                "ขอใบเสนอราคาราวจับสามราย",
                "marchetti",
                "2026-05-15",
            ),
        ),
        _q(
            ("Second stage night", "คืนดนตรีครั้งที่สอง"),
            ("That the stage be used on two nights each month.", "ให้ใช้เวทีได้เดือนละสองคืน"),
            "tanaka/lee",
            "roll no=adeyemi,haddad,marchetti,okafor,novak,roy",
        ),
        _q(
            ("Grant rules, first round", "หลักเกณฑ์เงินอุดหนุน รอบแรก"),
            (
                "That grants of up to 300 dollars be given to resident groups.",
                "ให้เงินอุดหนุนกลุ่มผู้อยู่อาศัยกลุ่มละไม่เกิน 300 ดอลลาร์",
            ),
            "haddad/ferreira",
            "hands 10-1-1",
            _c(
                ("Add “once a year”.", "เพิ่ม “ปีละหนึ่งครั้ง”"),
                (
                    "That grants of up to 300 dollars be given to resident groups once a year.",
                    "ให้เงินอุดหนุนกลุ่มผู้อยู่อาศัยกลุ่มละไม่เกิน 300 ดอลลาร์ ปีละหนึ่งครั้ง",
                ),
                "nunn/roy",
                "none",
            ),
        ),
        _q(
            ("Street trees", "ต้นไม้ริมทาง"),
            (
                "That the city be asked to plant shade trees on School Road.",
                "ให้สภาชุมชนขอให้เทศบาลปลูกต้นไม้ให้ร่มเงาริมถนนโรงเรียน",
            ),
            "roy/marchetti",
            "none",
        ),
        _q(
            ("Noise at the riverside stage", "เสียงดังที่เวทีริมน้ำ"),
            ("That music at the stage end at 10 p.m.", "ให้ดนตรีที่เวทีเลิกเวลา 22.00 น."),
            "novak/okafor",
            "hands 6-6-0",
            note=(
                "The chair reported that the vote was a tie and the motion lost.",
                "ประธานแจ้งว่าคะแนนเสียงเท่ากัน ญัตติตกไป",
            ),
        ),
        _q(
            ("Sign at the garden", "ป้ายที่สวนผัก"),
            ("That a sign with the garden rules be put up.", "ให้ติดป้ายกติกาสวนผัก"),
            "lindau/nunn",
            "voice",
        ),
        _q(
            ("Vacant business seat", "ตำแหน่งว่างผู้ประกอบการ"),
            (
                "That the vacancy of the second business seat be posted until 30 September.",
                "ให้ปิดประกาศตำแหน่งว่างผู้ประกอบการ ตำแหน่งที่ 2 ถึงวันที่ 30 กันยายน",
            ),
            "ortiz/haddad",
            "none",
        ),
    ),
)

MAY_SPECIAL = Session(
    _at(5, 7),
    kind="special",
    away={"novak": "excused", "lindau": "absent"},
    questions=(
        _q(
            ("Flood wall", "กำแพงกันน้ำท่วม"),
            (
                "That the council support the city's plan for a flood wall along Mill Lane.",
                "ให้สภาชุมชนสนับสนุนแผนสร้างกำแพงกันน้ำท่วมตามซอยโรงสีของเทศบาล",
            ),
            "marchetti/okafor",
            "roll no=kowalczyk abstain=lee",
            _c(
                ("Add “provided that the river steps stay open”.", "เพิ่ม “โดยให้เปิดบันไดลงแม่น้ำไว้”"),
                (
                    "That the council support the city's plan for a flood wall along Mill Lane, provided that the river steps stay open.",
                    "ให้สภาชุมชนสนับสนุนแผนสร้างกำแพงกันน้ำท่วมตามซอยโรงสีของเทศบาล โดยให้เปิดบันไดลงแม่น้ำไว้",
                ),
                "roy/nunn",
                "hands 9-1-1",
            ),
            action=(
                "Send the position on the flood wall to the city",
                "ส่งความเห็นเรื่องกำแพงกันน้ำท่วมถึงเทศบาล",
                "ortiz",
                "2026-05-15",
            ),
        ),
        _q(
            ("Public hearing on the flood wall", "การรับฟังความคิดเห็นเรื่องกำแพงกันน้ำท่วม"),
            (
                "That a hearing be held before the plan is final.",
                "ให้จัดการรับฟังความคิดเห็นก่อนสรุปแผนขั้นสุดท้าย",
            ),
            "haddad/tanaka",
            "none",
        ),
        _q(
            ("Boat landing during the works", "ท่าน้ำระหว่างก่อสร้าง"),
            ("That the landing stay open during the works.", "ให้เปิดท่าน้ำไว้ระหว่างก่อสร้าง"),
            "ferreira/lee",
            "hands 8-2-1",
        ),
    ),
    comments=(
        (
            "for",
            "A resident said that her cellar had been flooded twice.",
            "ชั้นใต้ดินของบ้านถูกน้ำท่วมสองครั้ง",
        ),
        ("against", "A resident feared for the view.", "เกรงว่าจะบังทิวทัศน์"),
    ),
)

MAY = Session(
    _at(5, 21),
    away={"tanaka": "excused"},
    left={"okafor": 4},
    questions=(
        _q(
            ("Summer market", "ตลาดฤดูร้อน"),
            ("That the street be closed for a market on 13 June.", "ให้ปิดถนนจัดตลาดในวันที่ 13 มิถุนายน"),
            "lee/adeyemi",
            "roll no=kowalczyk,novak recused=lee",
            _c(
                ("Replace “13” with “20”.", "แก้ “13” เป็น “20”"),
                (
                    "That the street be closed for a market on 20 June.",
                    "ให้ปิดถนนจัดตลาดในวันที่ 20 มิถุนายน",
                ),
                "roy/haddad",
                "none",
            ),
        ),
        _q(
            ("Handrail, choice of offer", "ราวจับ การเลือกใบเสนอราคา"),
            ("That the offer of 720 dollars be accepted.", "ให้รับใบเสนอราคา 720 ดอลลาร์"),
            "marchetti/ferreira",
            "roll",
        ),
        _q(
            ("School garden", "สวนผักโรงเรียน"),
            ("That 200 dollars be given to the school garden.", "ให้เงิน 200 ดอลลาร์แก่สวนผักโรงเรียน"),
            "okafor/nunn",
            "roll recused=okafor",
        ),
        _q(
            ("Dog run", "ลานวิ่งสุนัข"),
            ("That a dog run be asked for in the park.", "ให้สภาชุมชนขอให้จัดลานวิ่งสุนัขในสวน"),
            "lindau/adeyemi",
            "hands 5-6-1",
        ),
        _q(
            ("Night bus", "รถประจำทางกลางคืน"),
            (
                "That the city be asked to keep the night bus.",
                "ให้สภาชุมชนขอให้เทศบาลคงรถประจำทางกลางคืนไว้",
            ),
            "nunn/roy",
            "hands 11-0-0",
        ),
        _q(
            ("Order of the agenda", "ลำดับระเบียบวาระการประชุม"),
            ("That reports be taken before business.", "ให้พิจารณารายงานก่อนเรื่องพิจารณา"),
            "kowalczyk/novak",
            "out_of_order",
        ),
        _q(
            ("Lamp on the footbridge", "โคมไฟบนสะพานคนเดิน"),
            (
                "That the city be asked to repair the lamp on the footbridge.",
                "ให้สภาชุมชนขอให้เทศบาลซ่อมโคมไฟบนสะพานคนเดิน",
            ),
            "adeyemi/lindau",
            "none",
            action=(
                "Report the lamp on the footbridge",
                "แจ้งซ่อมโคมไฟบนสะพานคนเดิน",
                "adeyemi",
                "2026-06-05",
            ),
        ),
    ),
)

JULY = Session(_at(7, 16), cancelled="The hall was closed after the storm.")

SEPTEMBER = Session(
    _at(9, 17),
    away={"ferreira": "excused", "novak": "absent"},
    questions=(
        _q(
            ("Storm damage", "ความเสียหายจากพายุ"),
            (
                "That the council thank the volunteers who cleared the paths.",
                "ให้สภาชุมชนขอบคุณอาสาสมัครที่เก็บกวาดทางเดิน",
            ),
            "haddad/nunn",
            "acclamation",
        ),
        _q(
            ("Grants, first round", "เงินอุดหนุน รอบแรก"),
            (
                "That the nine grants on the list be given, 2,450 dollars in all.",
                "ให้เงินอุดหนุนเก้ารายการตามบัญชี รวม 2,450 ดอลลาร์",
            ),
            "haddad/okafor",
            "roll recused=nunn abstain=kowalczyk",
            _c(
                ("Strike the eighth grant.", "ตัดรายการที่แปด"),
                (
                    "That the eight grants left on the list be given, 2,250 dollars in all.",
                    "ให้เงินอุดหนุนแปดรายการที่เหลือตามบัญชี รวม 2,250 ดอลลาร์",
                ),
                "kowalczyk/lindau",
                "hands 2-8-0",
            ),
            action=("Pay out the nine grants", "จ่ายเงินอุดหนุนเก้ารายการ", "ferreira", "2026-10-10"),
        ),
        _q(
            ("Bylaws, Article V", "ข้อบังคับ หมวด 5"),
            (
                "That Article V be amended so that vacancies are posted for 30 days.",
                "ให้แก้ข้อบังคับหมวด 5 ให้ปิดประกาศตำแหน่งว่าง 30 วัน",
            ),
            "roy/tanaka",
            "roll no=kowalczyk,lindau",
            requirement="two_thirds",
        ),
        _q(
            ("Second footbridge", "สะพานคนเดินแห่งที่สอง"),
            ("That a second footbridge be studied.", "ให้ศึกษาการสร้างสะพานคนเดินแห่งที่สอง"),
            "lindau/marchetti",
            "referred",
        ),
        _q(
            ("Fence at the garden", "รั้วสวนผัก"),
            ("That 120 dollars be spent on a fence at the garden.", "ให้ใช้เงิน 120 ดอลลาร์ทำรั้วสวนผัก"),
            "marchetti/lee",
            "hands 9-2-0",
        ),
        _q(
            ("Thai New Year", "วันสงกรานต์"),
            (
                "That the street be asked for on 13 April 2027.",
                "ให้สภาชุมชนขอใช้ถนนในวันที่ 13 เมษายน 2570",
            ),
            "tanaka/adeyemi",
            "none",
        ),
        _q(
            ("Hours of the hall", "เวลาเปิดศาลา"),
            ("That the hall be open on Sundays.", "ให้เปิดศาลาในวันอาทิตย์"),
            "lee/roy",
            "hands 10-1-0",
        ),
    ),
)

OCTOBER = Session(
    _at(10, 15),
    away={"lindau": "excused"},
    late={"lee": 20},
    left={"novak": 5},
    questions=(
        _q(
            ("Crosswalk at School Road", "ทางข้ามถนนโรงเรียน"),
            (
                "That the council ask the city to install a marked crosswalk with flashing lights on School Road at Mill Lane.",
                "ให้สภาชุมชนขอให้เทศบาลทำทางข้ามพร้อมไฟกะพริบบนถนนโรงเรียนตรงซอยโรงสี",
            ),
            "haddad/nunn",
            "roll no=kowalczyk abstain=novak recused=lee",
            _c(
                ("Insert “by 31 March 2027”.", "เพิ่ม “ให้แล้วเสร็จภายใน 31 มีนาคม 2570”"),
                (
                    "That the council ask the city to install a marked crosswalk with flashing lights on School Road at Mill Lane by 31 March 2027.",
                    "ให้สภาชุมชนขอให้เทศบาลทำทางข้ามพร้อมไฟกะพริบบนถนนโรงเรียนตรงซอยโรงสี ให้แล้วเสร็จภายใน 31 มีนาคม 2570",
                ),
                "roy/tanaka",
                "roll no=kowalczyk abstain=nunn recused=lee",
            ),
            action=(
                "Write to the city about the crosswalk",
                "ทำหนังสือถึงเทศบาลเรื่องทางข้าม",
                "ortiz",
                "2026-11-01",
            ),
        ),
        _q(
            ("Grants, second round", "เงินอุดหนุน รอบที่สอง"),
            ("That a second round of grants be opened.", "ให้เปิดรับคำขอเงินอุดหนุนรอบที่สอง"),
            "haddad/ferreira",
            "hands 11-0-0",
        ),
        _q(
            ("Garden lease", "สัญญาเช่าสวนผัก"),
            ("That the lease of the garden be renewed for five years.", "ให้ต่อสัญญาเช่าสวนผักห้าปี"),
            "marchetti/okafor",
            "postponed",
        ),
        _q(
            ("Noise at the riverside stage", "เสียงดังที่เวทีริมน้ำ"),
            ("That music at the stage end at 10:30 p.m.", "ให้ดนตรีที่เวทีเลิกเวลา 22.30 น."),
            "novak/okafor",
            "secret 7-3-1",
        ),
        _q(
            ("Training for new members", "การอบรมสมาชิกใหม่"),
            (
                "That new members attend one training in their first three months.",
                "ให้สมาชิกใหม่เข้าอบรมหนึ่งครั้งภายในสามเดือนแรก",
            ),
            "tanaka/roy",
            "hands 9-0-2",
        ),
        _q(
            ("Bench repair, final cost", "ค่าซ่อมม้านั่งงวดสุดท้าย"),
            ("That 35 dollars more be paid for the bench.", "ให้จ่ายค่าม้านั่งเพิ่มอีก 35 ดอลลาร์"),
            "ferreira/adeyemi",
            "none",
        ),
        _q(
            ("Letter on shade trees", "หนังสือเรื่องต้นไม้ให้ร่มเงา"),
            (
                "That the council ask the parks office when the trees will come.",
                "ให้สภาชุมชนถามสำนักสวนสาธารณะว่าจะปลูกต้นไม้เมื่อใด",
            ),
            "roy/nunn",
            "hands 10-0-1",
            action=(
                "Ask the parks office about the trees",
                "สอบถามสำนักสวนสาธารณะเรื่องต้นไม้",
                "roy",
                "2026-11-20",
            ),
        ),
    ),
    comments=(
        (
            "for",
            "A resident said that children cross there every morning.",
            "เด็ก ๆ ข้ามถนนตรงนั้นทุกเช้า",
        ),
        ("for", "A resident asked for a light as well.", "ขอให้มีไฟส่องสว่างด้วย"),
    ),
)

DECEMBER = Session(
    _at(12, 10),
    planned_only=True,
    questions=(
        _q(
            ("Garden lease", "สัญญาเช่าสวนผัก"),
            ("That the lease of the garden be renewed for five years.", "ให้ต่อสัญญาเช่าสวนผักห้าปี"),
            "marchetti/okafor",
            "",
        ),
        _q(
            ("Grants, second round", "เงินอุดหนุน รอบที่สอง"),
            ("That the grants of the second round be given as listed.", "ให้เงินอุดหนุนรอบที่สองตามบัญชี"),
            "haddad/ferreira",
            "",
        ),
        _q(
            ("Officers for the next year", "ผู้ดำรงตำแหน่งปีหน้า"),
            (
                "That the officers be chosen at the January meeting.",
                "ให้เลือกผู้ดำรงตำแหน่งในการประชุมเดือนมกราคม",
            ),
            "ortiz/roy",
            "",
        ),
    ),
)

YEAR = (JANUARY, FEBRUARY, MARCH, APRIL, MAY_SPECIAL, MAY, JULY, SEPTEMBER, OCTOBER, DECEMBER)

"""Thirteen people, one meeting, minutes in Thai: the page says all of it, and breaks no name."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pypdf
import pytest

from council.domain.document_data import plain_text
from council.domain.text import Text
from council.reports.press import Press
from council.services import actions, council, meetings, minutes, publish
from council.services.desk import CountingIds, FixedClock, create_council_file
from council.services.members import bodies, people
from council.services.planning import agenda
from council.services.records import export_record, import_record
from council.services.session import attendance, motions, notes
from council.services.voting import votes

BANGKOK = ZoneInfo("Asia/Bangkok")
ROLL = """นายสมชาย ใจกว้างขวางวงศ์ ประธาน
นางสาววราภรณ์ ศรีสุวรรณรัตน์ เลขานุการ
นางจันทร์เพ็ญ ทองประเสริฐกุล
ร้อยตำรวจเอกธนากร พิทักษ์ราษฎร์ภักดี
ว่าที่ร้อยตรีกิตติศักดิ์ น้ำทิพย์วารีรมย์
นายประเสริฐ ก้องเกียรติกำจร
นางสาวณัฐฐิณีย์ ปิ่นแก้วกาญจน์
นายอิทธิฤทธิ์ เพ็ชรรุ่งเรืองศรี
นางบุญเรือน แซ่ตั้ง
นายฐิติวุฒิ ผู้ใหญ่พงศ์
นางสาวญาณิศา ฟ้าใสสกุล
นายธีรพงษ์ ณ บางช้าง
นางสุดารัตน์ เหลืองอร่ามเรืองรอง"""
TEXTS = (
    "ให้จัดซื้อเครื่องกรองน้ำประปาหมู่บ้าน จำนวน ๒ เครื่อง งบประมาณไม่เกิน ๑๒๕,๐๐๐ บาท โดยใช้เงินกองทุนชุมชน",
    "ให้ซ่อมแซมสะพานไม้ข้ามคลองหลังวัด และติดตั้งไฟส่องสว่างตลอดทางเดินริมน้ำ",
)


def th(words: str) -> Text:
    return Text.of(words, "th")


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture
def held():
    """Return a desk, the meeting and its people after a whole meeting."""
    clock = FixedClock(datetime(2026, 11, 19, 13, 25, tzinfo=BANGKOK), timedelta(seconds=20))
    desk = create_council_file(":memory:", actor="วศ", clock=clock, ids=CountingIds())
    council.found_council(
        desk, name=th("สภาองค์กรชุมชนตำบลริมคุ้ง"), languages=("th",), time_zone="Asia/Bangkok",
        pack="ronr", seats=13, digits="thai",
    )  # fmt: skip
    body = bodies.list_bodies(desk)[0].uid
    uids = people.seat_people(desk, body, people.parse_names(ROLL, "th")).value
    meeting = meetings.plan_meeting(
        desk, body_uid=body, kind="regular", starts_local=datetime(2026, 11, 19, 13, 30),
        venue=th("ศาลาอเนกประสงค์ หมู่ที่ ๔"),
    ).value  # fmt: skip
    agenda.apply_template(desk, meeting, "thai6")
    items = agenda.list_items(desk, meeting)
    meetings.call_to_order(desk, meeting)
    attendance.all_present_except(desk, meeting, uids[-2:])
    attendance.add_guest(desk, meeting, th("นายมาลัย ผู้สังเกตการณ์"))
    for words, yes in zip(TEXTS, (8, 6), strict=True):
        item = agenda.add_item(
            desk, meeting, title=th(words[:30]), parent_uid=items[-2].uid, kind="decision"
        ).value
        agenda.go_to_item(desk, meeting, item)
        motion = motions.state_motion(
            desk, meeting, text=th(words), mover_uid=uids[3], seconder_uids=[uids[4], uids[5]]
        ).value
        ballots = {uid: "yes" if place < yes else "no" for place, uid in enumerate(uids[:11])}
        votes.record_vote(desk, motion, method="roll_call", ballots=ballots)
        notes.add_note(desk, meeting, th("ที่ประชุมซักถามเรื่องค่าใช้จ่าย"), item_uid=item)
        actions.add_action(
            desk, what=th("ติดต่อผู้รับจ้าง"), owner_uid=uids[6], meeting_uid=meeting, item_uid=item
        )
    meetings.adjourn(desk, meeting)
    yield desk, meeting
    desk.close()


def test_the_list_is_read_as_thirteen_names_with_their_titles():
    guesses = people.parse_names(ROLL, "th")
    assert len(guesses) == 13
    titles = {guess.honorific.show("th") for guess in guesses}
    assert titles == {"นาย", "นาง", "นางสาว", "ร้อยตำรวจเอก", "ว่าที่ร้อยตรี"}


def test_the_printed_minutes_say_all_that_the_document_says(held):
    desk, meeting = held
    document = minutes.compose(desk, meeting, "th")
    pdf = publish.minutes_pdf(desk, meeting, "th")
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    said = squeezed("".join(page.extract_text() for page in pages))
    blocks = plain_text(document).split("\n")
    assert len(blocks) > 40
    # Cells of one row may be printed in turns, so they are looked for one by one.
    parts = [part for block in blocks for part in block.split("  ") if part.strip()]
    assert [part for part in parts if squeezed(part) not in said] == []
    for person in people.list_people(desk):
        assert squeezed(person.name.show("th")) in said


def test_no_line_leaves_the_page_and_no_name_is_broken(held):
    desk, meeting = held
    document = minutes.compose(desk, meeting, "th")
    press = Press(document, "")
    _, ink = press.run()
    right = press.theme.size[0] - press.theme.right
    assert [line.text for line in ink if line.right > right + 0.01] == []
    assert [line.text for line in ink if line.left < press.theme.left - 0.01] == []
    lines = [squeezed(line.text) for line in ink]
    joined = "".join(lines)
    parts = {part for row in people.list_people(desk) for part in row.name.show("th").split()}
    for part in parts - {"ณ"}:
        within = sum(line.count(part) for line in lines)
        assert within == joined.count(part)
        assert within > 0


def test_the_thai_meeting_survives_the_record(held):
    desk, meeting = held
    text = export_record(desk)
    other = create_council_file(":memory:", actor="x", ids=CountingIds())
    import_record(other, text)
    assert export_record(other) == text
    said = plain_text(minutes.compose(other, meeting, "th"))
    assert said == plain_text(minutes.compose(desk, meeting, "th"))
    other.close()

"""Notices, letters of invitation and revised agendas: what they say, and what they must not."""

from __future__ import annotations

import hashlib
import io
from datetime import datetime

import pypdf
import pytest
from desks import body_of, founded, local, planned, words

from council.domain.document import Box, Labelled, LetterEnd, LetterTop, Paragraph, Span, Table
from council.domain.document_data import from_data, plain_text, to_data
from council.domain.messages import InputRefused
from council.domain.text import Text
from council.reports import render
from council.services import council, meetings, publish
from council.services.documents import invitation_document, notice_document
from council.services.members import bodies, people
from council.services.minutes import agenda_document
from council.services.planning import agenda, papers, revisions

TITLE = words("Crosswalk at School Road", "ทางข้ามหน้าโรงเรียน")
SECRET = words("Complaint about PLANTED-NEIGHBOR", "ข้อร้องเรียนเรื่องลับมาก")
GROUND = words("Act 12, section 7", "พ.ร.บ. มาตรา 7")
MEMBERS = (
    ("นาง", words("Malee Jaingam", "มาลี ใจงาม"), "chair"),
    ("นาย", words("Sommai Deeprom", "สมหมาย ดีพร้อม"), "member"),
    ("", words("Ann Watcher", "แอน ผู้สังเกต"), "observer"),
)


@pytest.fixture
def desk():
    made = founded(seats=5)
    for honorific, name, role in MEMBERS:
        uid = people.add_person(made, name=name, honorific=Text.of(honorific, "th")).value
        bodies.add_membership(made, person_uid=uid, body_uid=body_of(made), role=role)
    yield made
    made.close()


@pytest.fixture
def meeting(desk):
    uid = planned(desk)
    meetings.change_meeting(desk, uid, venue=words("Hall, 12 Mill Lane", "ศาลา เลขที่ 12"))
    return uid


def post(desk, meeting, day=16, place="Hall door"):
    meetings.post_notice(
        desk, meeting, place=words(place), by="PS", posted_at=local(2026, 11, day, 17, 40)
    )


def add(desk, meeting, title=TITLE, **fields) -> str:
    return agenda.add_item(desk, meeting, title=title, **fields).value


def read(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def squeezed(text: str) -> str:
    return "".join(text.split())


def of_kind(document, kind):
    return [block for block in document.blocks if isinstance(block, kind)]


def text(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans)


# ----------------------------------------------------------------------------- the notice


def test_a_notice_says_what_when_where_and_how_to_take_part(desk, meeting):
    meetings.change_meeting(desk, meeting, remote=words("Dial 555 0100"))
    council.update_council(desk, contact=words("Secretary's office"), phone="555 0199")
    add(desk, meeting, title=words("Public comment"), kind="public_comment", minutes=15)
    add(desk, meeting)
    said = plain_text(notice_document(desk, meeting, "en")).splitlines()
    assert said[0] == "Notice of regular meeting"
    assert "When Thursday, 19 November 2026, 6:30 p.m." in said
    assert "Where Hall, 12 Mill Lane" in said
    assert "From elsewhere Dial 555 0100" in said
    assert "Contact Secretary's office · 555 0199" in said
    assert "2 Crosswalk at School Road" in said
    comment = (
        "The public may speak on any matter under item 1, Public comment; 15 minutes are set aside."
    )
    assert comment in said
    assert "Posted at" in said[-1]
    assert "....." in said[-1]


def test_a_notice_is_a_draft_until_it_is_posted(desk, meeting):
    assert notice_document(desk, meeting, "en").stamp == "DRAFT – not posted yet"
    post(desk, meeting)
    made = notice_document(desk, meeting, "en")
    assert made.stamp == ""
    assert plain_text(made).splitlines()[-1] == (
        "Posted at Hall door, 16 November 2026, 5:40 p.m., by PS"
    )


def test_each_posting_stands_on_the_notice(desk, meeting):
    post(desk, meeting)
    post(desk, meeting, 17, "Website")
    said = plain_text(notice_document(desk, meeting, "th"))
    assert "ปิดประกาศที่ Hall door เมื่อวันที่ 16 พฤศจิกายน 2569 เวลา 17.40 น. โดย PS" in said
    assert "Website" in said


@pytest.mark.parametrize(
    ("language", "stamp", "reason"),
    [("en", "CANCELLED", "Reason: Storm"), ("th", "งดการประชุม", "เหตุผล พายุ")],
)
def test_a_cancelled_meeting_says_so_with_its_reason_and_no_agenda(
    desk, meeting, language, stamp, reason
):
    add(desk, meeting)
    post(desk, meeting)
    meetings.cancel_meeting(desk, meeting, words("Storm", "พายุ"))
    made = notice_document(desk, meeting, language)
    said = plain_text(made)
    assert made.stamp == stamp
    assert reason in said
    assert TITLE.get(language) not in said
    assert "Hall door" not in said  # that was the posting of the notice, not of this
    assert "....." in said


def test_the_council_words_its_own_help(desk, meeting):
    assert "interpreter" in plain_text(notice_document(desk, meeting, "en"))
    council.update_council(desk, accommodation=words("Ask three days before.", "แจ้งล่วงหน้าสามวัน"))
    assert "Ask three days before." in plain_text(notice_document(desk, meeting, "en"))
    said = plain_text(notice_document(desk, meeting, "th"))
    assert "แจ้งล่วงหน้าสามวัน" in said
    assert "ล่าม" not in said


def test_the_rules_tell_the_public_where_to_speak(desk, meeting):
    silent = plain_text(notice_document(desk, meeting, "en"))
    assert "Comments from the public" not in silent
    council.set_rules(desk, "us-ca-brown", {})
    said = plain_text(notice_document(desk, meeting, "en"))
    assert "The public may speak on each item of the agenda before it is decided." in said


# ----------------------------------------------------------------------------- closed matters


@pytest.fixture
def closed(desk, meeting):
    uid = add(desk, meeting, SECRET, closed=True, closed_ground=GROUND, minutes=10)
    add(desk, meeting, words("PLANTED-CHILD", "เรื่องย่อยลับ"), parent_uid=uid)
    agenda.change_item(desk, uid, presenter=words("PLANTED-PRESENTER", "ผู้ชี้แจงลับ"))
    papers.add_paper(desk, uid, "PLANTED-PAPER.pdf", b"%PDF-1.4")
    return uid


LEAKS = ("PLANTED", "ลับมาก", "เรื่องย่อยลับ", "ผู้ชี้แจงลับ")


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("kind", sorted({*publish.KINDS} - {"minutes"}))
def test_nothing_closed_is_in_a_public_paper(desk, meeting, closed, kind, language):
    said = read(publish.make_pdf(desk, meeting, kind, language))
    assert [leak for leak in LEAKS if leak in said] == []


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("make", [agenda_document, notice_document])
def test_a_closed_item_tells_the_public_its_ground(desk, meeting, closed, make, language):
    assert GROUND.get(language) in plain_text(make(desk, meeting, language))
    full = plain_text(make(desk, meeting, language, public=False))
    assert SECRET.get(language) in full


@pytest.mark.parametrize("language", ["en", "th"])
def test_what_was_closed_before_a_revision_stays_closed(desk, meeting, closed, language):
    post(desk, meeting)
    agenda.change_item(desk, closed, closed=False, title=words("Open matter", "เรื่องเปิดเผย"))
    revisions.post_again(desk, meeting, reason=words("Opened", "เปิดเผย"), place=words("Door"))
    made = agenda_document(desk, meeting, language)
    assert SECRET.get(language) not in plain_text(made)
    assert of_kind(made, Table)[0].marks[0] == "changed"
    full = agenda_document(desk, meeting, language, public=False)
    assert SECRET.get(language) in plain_text(full)


def test_papers_stand_under_their_item_and_only_public_ones_in_public(desk, meeting):
    item = add(desk, meeting)
    papers.add_paper(desk, item, "plan.pdf", b"%PDF-1.4 plan")
    private = papers.add_paper(desk, item, "names.pdf", b"%PDF-1.4 names").value
    papers.set_public(desk, private, public=False)
    public = plain_text(agenda_document(desk, meeting, "en"))
    assert "plan.pdf" in public
    assert "names.pdf" not in public
    assert "names.pdf (members only)" in plain_text(
        agenda_document(desk, meeting, "en", public=False)
    )


# ----------------------------------------------------------------------------- the agenda


def test_the_consent_group_stands_together_with_its_meaning(desk, meeting):
    add(desk, meeting)
    add(desk, meeting, words("Treasurer's report"), consent=True)
    add(desk, meeting, words("Meeting days"), consent=True)
    struck = add(desk, meeting, words("Old matter"), consent=True)
    post(desk, meeting)
    agenda.remove_item(desk, struck)
    (box,) = of_kind(agenda_document(desk, meeting, "en"), Box)
    assert text(box.title) == "Consent agenda: 2, 3"
    lines = [text(line.spans) for line in box.body]
    assert lines[:2] == ["2  Treasurer's report", "3  Meeting days"]
    assert "one vote" in lines[2]


def test_an_agenda_without_consent_has_no_box(desk, meeting):
    add(desk, meeting)
    assert of_kind(agenda_document(desk, meeting, "en"), Box) == []


@pytest.fixture
def revised(desk, meeting):
    kept, changed = add(desk, meeting, words("Kept")), add(desk, meeting, minutes=5)
    struck = add(desk, meeting, words("Dropped", "ถอนแล้ว"))
    post(desk, meeting)
    added = add(desk, meeting, words("Pump", "เครื่องสูบน้ำ"))
    agenda.change_item(desk, changed, title=words("Crosswalk at Mill Lane"), minutes=10)
    agenda.remove_item(desk, struck)
    del kept, added
    return meeting


def rows_of(document):
    (table,) = of_kind(document, Table)
    return table, [text(row[1]) for row in table.rows]


def test_changes_that_are_not_posted_make_a_draft(desk, revised):
    made = agenda_document(desk, revised, "en")
    assert made.stamp == "DRAFT – changes not posted yet"
    assert not [one for one in of_kind(made, Paragraph) if text(one.spans).startswith("Revised")]


def test_a_revision_marks_what_was_added_changed_and_struck(desk, revised):
    revisions.post_again(desk, revised, reason=words("The pump broke"), place=words("Door"))
    made = agenda_document(desk, revised, "en")
    table, titles = rows_of(made)
    assert made.stamp == ""
    assert table.marks == ("", "changed", "struck", "added")
    assert titles == [
        "Kept",
        "Changed: Crosswalk at School Road Crosswalk at Mill Lane (new: time)",
        "Struck: Dropped (struck from the agenda)",
        "Added: Pump",
    ]
    marks = [(span.text, span.mark) for span in table.rows[1][1] if span.mark]
    assert marks == [("Crosswalk at School Road", "del"), ("Crosswalk at Mill Lane", "ins")]
    assert [text(row[0]) for row in table.rows] == ["1", "2", "3", "4"]
    assert text(table.rows[2][2]) == ""
    said = plain_text(made)
    assert "Revised 2, posted " in said
    assert "(replaces the agenda posted " in said
    assert "Reason: The pump broke" in said


def test_a_thai_revision_says_so_in_thai(desk, revised):
    revisions.post_again(desk, revised, reason=words("x", "ปั้มน้ำเสีย"), place=words("Door"))
    made = agenda_document(desk, revised, "th")
    assert "ฉบับแก้ไขครั้งที่ 2 ปิดประกาศเมื่อวันที่ " in plain_text(made)
    assert "เหตุผล ปั้มน้ำเสีย" in plain_text(made)
    assert [title.split(" ")[0] for title in rows_of(made)[1][1:]] == ["แก้ไข:", "ถอน:", "เพิ่ม:"]


def test_a_further_revision_marks_only_what_is_new(desk, revised):
    revisions.post_again(desk, revised, reason=words("One"), place=words("Door"))
    add(desk, revised, words("Bench"))
    revisions.post_again(desk, revised, reason=words("Two"), place=words("Door"))
    table, titles = rows_of(agenda_document(desk, revised, "en"))
    assert table.marks == ("", "", "", "", "added")
    assert titles[2] == "Dropped (struck from the agenda)"
    assert any(span.mark == "del" for span in table.rows[2][1])


def test_a_paper_for_members_is_no_change_in_public(desk, meeting):
    item = add(desk, meeting)
    post(desk, meeting)
    private = papers.add_paper(desk, item, "names.pdf", b"%PDF-1.4 names").value
    papers.set_public(desk, private, public=False)
    assert rows_of(agenda_document(desk, meeting, "en"))[0].marks == ()
    assert rows_of(agenda_document(desk, meeting, "en", public=False))[0].marks == ("changed",)


# ----------------------------------------------------------------------------- letters


def test_the_thai_letter_follows_the_official_order(desk, meeting):
    meetings.change_meeting(desk, meeting, letter_number="รน 7/2569")
    council.update_council(
        desk,
        letterhead=words("Riverbend Council\nMill Lane", "สภาชุมชนริมน้ำ\nซอยโรงสี"),
        contact=words("Office", "ฝ่ายเลขานุการ"),
        phone="0 5300 0000",
    )
    post(desk, meeting)
    made = invitation_document(desk, meeting, "th")
    (top,), (labelled,), (end,) = (of_kind(made, k) for k in (LetterTop, Labelled, LetterEnd))
    assert (text(top.number), top.sender, top.day) == (
        "ที่ รน 7/2569", ("ซอยโรงสี",), "16 พฤศจิกายน 2569",
    )  # fmt: skip
    assert [(label, text(spans)) for label, spans in labelled.lines] == [
        ("เรื่อง", "ขอเชิญประชุมสภาชุมชนริมน้ำ ครั้งที่ 1/2569"),
        ("เรียน", "สมาชิกทุกท่าน"),
        ("สิ่งที่ส่งมาด้วย", "ระเบียบวาระการประชุม จำนวน 1 ชุด"),
    ]
    first, last = [text(one.spans) for one in of_kind(made, Paragraph)]
    assert first.startswith(
        "ด้วยสภาชุมชนริมน้ำ กำหนดจัดการประชุมสามัญ ครั้งที่ 1/2569 ในวันพฤหัสบดีที่ 19 พฤศจิกายน 2569"
        " เวลา 18.30 น. ณ ศาลา เลขที่ 12"
    )
    assert last == "จึงเรียนมาเพื่อโปรดเข้าร่วมประชุม"
    assert (end.closing, text(end.name)) == ("ขอแสดงความนับถือ", "(นางมาลี ใจงาม)")
    assert (end.office, end.contact) == (
        "ประธานสภาชุมชนริมน้ำ", ("ฝ่ายเลขานุการ", "โทร. 0 5300 0000"),
    )  # fmt: skip
    order = [type(block) for block in made.blocks]
    assert order == [LetterTop, Labelled, Paragraph, Paragraph, LetterEnd]
    assert made.letterhead == ("สภาชุมชนริมน้ำ",)


def test_what_nobody_said_is_left_blank(desk, meeting):
    made = invitation_document(desk, meeting, "en")
    (top,), (end,) = of_kind(made, LetterTop), of_kind(made, LetterEnd)
    dots = "." * 40
    assert (text(top.number), top.day) == (f"Ref. {dots}", dots)
    assert end.contact == (f"Contact: {dots}", f"Telephone {dots}")


def test_each_member_gets_a_letter_and_observers_none(desk, meeting):
    made = invitation_document(desk, meeting, "th", each=True)
    names = [block.lines[1][1] for block in of_kind(made, Labelled)]
    assert [text(spans) for spans in names] == ["นางมาลี ใจงาม", "นายสมหมาย ดีพร้อม"]
    assert all(span.whole and span.fact for spans in names for span in spans)
    pages = pypdf.PdfReader(io.BytesIO(render(made))).pages
    assert len(pages) == 2
    assert all("หน้า 1 จาก 1" in page.extract_text() for page in pages)


def test_the_letter_of_a_cancelled_meeting_refers_to_the_invitation(desk, meeting):
    meetings.change_meeting(desk, meeting, letter_number="รน 7/2569")
    meetings.cancel_meeting(desk, meeting, words("Storm", "พายุ"))
    said = plain_text(invitation_document(desk, meeting, "th"))
    assert "อ้างถึง หนังสือ ที่ รน 7/2569" in said
    assert "เรื่อง ขอแจ้งงดการประชุมสภาชุมชนริมน้ำ ครั้งที่ 1/2569" in said
    assert "เนื่องจาก พายุ" in said
    assert "จึงเรียนมาเพื่อโปรดทราบ" in said
    assert "สิ่งที่ส่งมาด้วย" not in said


def test_papers_are_enclosed(desk, meeting):
    papers.add_paper(desk, add(desk, meeting), "plan.pdf", b"%PDF-1.4")
    (lines,) = of_kind(invitation_document(desk, meeting, "en"), Labelled)
    assert text(lines.lines[2][1]) == "1. Agenda (1 copy)\n2. Papers for the meeting: 1"


@pytest.mark.parametrize("public", [True, False])
def test_those_invited_get_the_papers_for_members_too(desk, meeting, public):
    item, closed = add(desk, meeting), add(desk, meeting, words("Lease", "สัญญาเช่า"), closed=True)
    for where, name in ((item, "plan.pdf"), (item, "names.pdf"), (closed, "offer.pdf")):
        made = papers.add_paper(desk, where, name, name.encode()).value
        papers.set_public(desk, made, public=name == "plan.pdf")
    dropped = add(desk, meeting, words("Dropped", "ตัดออก"))
    papers.add_paper(desk, dropped, "old.pdf", b"old")
    post(desk, meeting)
    agenda.remove_item(desk, dropped)
    (lines,) = of_kind(invitation_document(desk, meeting, "en", public=public), Labelled)
    assert text(lines.lines[2][1]).endswith("Papers for the meeting: 3")
    said = str(invitation_document(desk, meeting, "en", public=public))
    assert "offer.pdf" not in said
    assert "Lease" not in said


# ----------------------------------------------------------------------------- as files


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("kind", ["notice", "invitation", "invitations", "agenda"])
def test_the_file_says_what_the_document_says(desk, meeting, kind, language):
    add(desk, meeting, minutes=5)
    makers = {
        "notice": notice_document,
        "invitation": invitation_document,
        "invitations": lambda *given: invitation_document(*given, each=True),
        "agenda": agenda_document,
    }
    made = makers[kind](desk, meeting, language)
    pdf = publish.make_pdf(desk, meeting, kind, language)
    found = squeezed(read(pdf))
    lines = plain_text(made).splitlines()
    assert [line for line in lines if squeezed(line) not in found] == []
    assert pdf == publish.make_pdf(desk, meeting, kind, language)
    assert from_data(to_data(made)) == made
    assert made.fingerprint in read(pdf)


def test_a_publication_is_recorded_by_its_kind(desk, meeting, tmp_path):
    out = tmp_path / "a.pdf"

    def stamp(kind):
        uid = publish.publish_pdf(desk, meeting, kind=kind, language="en", out=out).value
        (row,) = [one for one in publish.list_publications(desk) if one.uid == uid]
        assert (row.kind, row.sha256) == (kind, hashlib.sha256(out.read_bytes()).hexdigest())
        return row.stamp

    item = add(desk, meeting)
    assert [stamp(kind) for kind in ("notice", "invitation", "agenda")] == ["draft", "", ""]
    post(desk, meeting)
    assert stamp("notice") == ""
    agenda.change_item(desk, item, minutes=7)
    assert stamp("agenda") == "draft"
    revisions.post_again(desk, meeting, reason=words("Time"), place=words("Door"))
    assert stamp("agenda") == "revised 2"
    meetings.cancel_meeting(desk, meeting, words("Storm"))
    assert [stamp(kind) for kind in ("notice", "invitations")] == ["cancelled", "cancelled"]


def test_a_revised_agenda_waits_to_be_published_again(desk, meeting, tmp_path):
    def waits():
        return ("agenda", "en") in {(one.kind, one.language) for one in publish.list_waiting(desk)}

    item = add(desk, meeting)
    post(desk, meeting)
    out = tmp_path / "a.pdf"
    publish.publish_pdf(desk, meeting, kind="agenda", language="en", out=out)
    assert not waits()
    agenda.change_item(desk, item, minutes=7)
    assert not waits()
    revisions.post_again(desk, meeting, reason=words("Time"), place=words("Door"))
    assert waits()


def test_an_unknown_kind_is_refused(desk, meeting):
    with pytest.raises(InputRefused):
        publish.make_pdf(desk, meeting, "poster", "en")


def test_a_body_without_members_still_has_a_letter_to_fill_in():
    empty = founded(seats=3)
    uid = meetings.plan_meeting(
        empty, body_uid=body_of(empty), starts_local=datetime(2026, 11, 19, 18, 30)
    ).value
    made = invitation_document(empty, uid, "en", each=True)
    (end,) = of_kind(made, LetterEnd)
    assert text(end.name) == end.office == "." * 40
    empty.close()

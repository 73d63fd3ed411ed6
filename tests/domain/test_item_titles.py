"""The kind of an agenda item, guessed from its title in either language."""

import pytest

from council import catalogue
from council.domain.duties.item_titles import guess_kind
from council.services.planning.agenda_templates import TEMPLATES


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Call to order", "call_to_order"),
        ("Meeting called to order", "call_to_order"),
        ("Roll call and quorum", "roll_call"),
        ("Apologies for absence", "roll_call"),
        ("Declarations of interest", "procedure"),
        ("Approval of the minutes of 15 October", "approval"),
        ("Approve minutes", "approval"),
        ("Minutes of the last meeting", "approval"),
        ("Public comment on items not on the agenda", "public_comment"),
        ("Residents’ forum", "public_comment"),
        ("Public hearing: liquor licence", "hearing"),
        ("Consent agenda", "consent"),
        ("Executive session", "closed_session"),
        ("Matters arising", "matters_arising"),
        ("Treasurer's report", "report"),
        ("Reports of committees", "report"),
        ("Report on the playground", "report"),
        ("Announcements", "announcement"),
        ("Next meeting", "announcement"),
        ("Any other business", "other"),
        ("Adjournment", "adjournment"),
        ("ADJOURN", "adjournment"),
        ("Update from the police", "report"),
        ("General public comment", "public_comment"),
        ("Correspondence", "information"),
        ("เปิดประชุม", "call_to_order"),
        ("ขานชื่อ", "roll_call"),
        ("รับรองรายงานการประชุมครั้งที่ ๙/๒๕๖๙", "approval"),
        ("เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", "announcement"),
        ("เรื่องแจ้งให้ทราบ", "announcement"),
        ("เรื่องเพื่อทราบ", "information"),
        ("เรื่องสืบเนื่อง", "matters_arising"),
        ("ความคิดเห็นของประชาชน", "public_comment"),
        ("รายงานผลการดำเนินงาน", "report"),
        ("เรื่องอื่น ๆ (ถ้ามี)", "other"),
        ("เลิกประชุม", "adjournment"),
        ("ปิดประชุม", "adjournment"),
    ],
)
def test_the_usual_heads_of_an_agenda_are_known(title, kind):
    assert guess_kind(title) == kind


@pytest.mark.parametrize(
    "title",
    [
        "Crosswalk at School Road",
        "Approve the budget",
        "Adopt the annual report",
        "Limit speeches to three minutes",
        "Minutes per speaker",
        "Rename the community forum building",
        "Change the public comment rules",
        "Open the garden on Sundays",
        "Opening hours of the hall",
        "Closing School Road for the fair",
        "Attendance policy",
        "Update the bylaws",
        "ขอทางม้าลายหน้าโรงเรียน",
        "พิจารณางบประมาณประจำปี",
        "เรื่องเสนอให้ที่ประชุมพิจารณา",
        "",
    ],
)
def test_a_title_that_tells_nothing_is_for_decision(title):
    assert guess_kind(title) == "decision"


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("line", [line for lines in TEMPLATES.values() for line in lines])
def test_the_heads_of_the_templates_are_guessed_as_they_stand_there(line, language):
    word, kind, _minutes = line
    assert guess_kind(catalogue.word(word, language)) == kind

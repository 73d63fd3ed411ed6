"""What minutes, records and public papers tell of those who spoke."""

from __future__ import annotations

import json

import pytest
from hall import convene, t

from council.domain.document_data import plain_text
from council.domain.text import Text
from council.services import minutes
from council.services.planning import agenda
from council.services.records import export_record
from council.services.session import notes, speakers


@pytest.fixture
def hall():
    made = convene(members=5, seats=5)
    made.present(5)
    yield made
    made.desk.close()


def speak(hall, *args, **more):
    uid = speakers.ask_for_floor(hall.desk, hall.meeting, *args, **more).value
    speakers.give_floor(hall.desk, uid)
    speakers.end_turn(hall.desk, uid)
    return uid


def said(hall, language="en", *, public=True):
    return plain_text(minutes.compose(hall.desk, hall.meeting, language, public=public))


def test_residents_are_told_of_with_their_side(hall):
    speak(hall, stance="for")
    against = speak(hall, name=t("Mrs Fry"), stance="against")
    speakers.change_speaker(hall.desk, against, summary=t("It is too wide."))
    words = said(hall)
    assert "A resident spoke in favour." in words
    assert "A resident spoke against: It is too wide." in words
    assert "Fry" not in words
    speakers.change_speaker(hall.desk, against, may_print_name=True)
    assert "Mrs Fry spoke against: It is too wide." in said(hall)
    assert "แสดงความคิดเห็นสนับสนุน" in said(hall, "th")


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"for": 1}, "One written comment was received, in favour."),
        ({"against": 12}, "12 written comments were received, against."),
        (
            {"for": 3, "neutral": 1},
            "4 written comments were received: 3 in favour, 1 neither for nor against.",
        ),
    ],
)
def test_written_comments_are_counted_in_the_minutes(hall, counts, told):
    speakers.count_written(hall.desk, hall.meeting, hall.item, counts)
    assert told in said(hall)
    assert "A resident" not in said(hall)
    assert "{" not in said(hall, "th")


def test_members_in_debate_are_named_where_the_rules_want_it():
    hall = convene(pack="th-custom", members=5, seats=5)
    hall.present(5)
    for place in (2, 1, 2):
        speak(hall, hall.people[place])
    speak(hall, hall.people[3], priority=True)
    speak(hall, name=t("Ed Guest"), kind="guest")
    speak(hall, name=t("Ada Guest"), kind="guest", may_print_name=True)
    assert "Speakers: Ife Okafor, Kay Nunn, Ada Guest." in said(hall)
    assert "ผู้อภิปราย ได้แก่" in said(hall, "th")
    hall.desk.close()


def test_members_in_debate_are_not_named_under_roberts_rules(hall):
    speak(hall, hall.people[2])
    assert "Speakers" not in said(hall)


def test_nobody_learns_who_spoke_behind_closed_doors(hall):
    agenda.change_item(hall.desk, hall.item, closed=True)
    speak(hall, name=t("Silent Witness"), may_print_name=True)
    speak(hall, hall.people[1])
    speakers.count_written(hall.desk, hall.meeting, hall.item, {"against": 4})
    assert "Witness" not in said(hall)
    assert "written comments" not in said(hall)
    assert "Witness" in said(hall, public=False)
    public = json.loads(export_record(hall.desk, public=True))
    assert "speakers" not in public["meetings"][0]
    assert "comments" not in public["meetings"][0]


def test_the_public_record_names_members_and_who_agreed(hall):
    speak(hall, hall.people[1], stance="for")
    speak(hall, name=t("Secret Resident"))
    speak(hall, name=Text((("en", "Open Resident"), ("th", "ผู้เปิดเผย"))), may_print_name=True)
    speak(hall, name=t("Secret Guest"), kind="guest")
    text = export_record(hall.desk, public=True)
    assert "Secret" not in text
    found = json.loads(text)["meetings"][0]["speakers"]
    assert [one.get("person", one.get("name", {})) for one in found] == [
        hall.people[1], {}, {"en": "Open Resident", "th": "ผู้เปิดเผย"}, {},
    ]  # fmt: skip
    assert all(one["spans"] and one["done"] for one in found)
    assert "Secret Resident" in export_record(hall.desk)


def test_a_comment_that_is_gone_leaves_the_speaker(hall):
    uid = speak(hall, name=t("Mrs Fry"), stance="for")
    (comment,) = notes.list_comments(hall.desk, hall.meeting)
    notes.remove_comment(hall.desk, comment.uid)
    found = json.loads(export_record(hall.desk))["meetings"][0]["speakers"]
    assert [one["uid"] for one in found] == [uid]
    assert "comment" not in found[0]


def test_what_was_said_between_two_items_is_not_lost(hall):
    notes.add_comment(hall.desk, hall.meeting, summary=t("The hall is cold."))
    for language in ("en", "th"):
        assert "The hall is cold." in said(hall, language)
    assert "Comments outside the agenda" in said(hall)

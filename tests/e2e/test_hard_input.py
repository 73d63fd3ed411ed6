"""Words that break careless programs: they are printed and recorded as they were typed."""

from __future__ import annotations

import io
import json
from datetime import datetime

import pypdf
import pytest
from helpers.full_record import dump, full_record

from council.domain.text import Text
from council.services import council, meetings, minutes, publish
from council.services.desk import CountingIds, create_council_file
from council.services.members import bodies, people
from council.services.planning import agenda
from council.services.records import export_record, import_record
from council.services.session import attendance, motions, notes
from council.services.verify import verify
from council.services.voting import votes

HARD = {
    "markup": "<b>Ann</b> &amp; Söhne <script>alert(1)</script>",
    "formula": "=1+1",
    "template": "{mover} {0} %s ${x} {{y}}",
    "emoji": "Ann 🌳👩‍👩‍👧‍👦 Moss",
    "right_to_left": "שלום עולם مرحبا",
    "override": "Ann \u202egnol\u202c \u200bMoss",
    "combining": "Z\u0351\u0302\u0300a\u0327lgo ก็็็็",
    "quotes": 'O\'Brien "Bob" \\ /etc; DROP TABLE person;--',
    "control": "Ann\x00\x07\x1b[31m\u0085 Moss",
    "lines": "Ann\nMoss\r\n\tBob",
    "long": "x" * 10_000,
    "long_thai": "ก" * 10_000,
    "spaces": "\u00a0 \u3000Ann\u2009",
}

SLOW = ("long", "long_thai")


def held_with(words: str):
    """Hold a meeting in which everything is called by the same words."""
    text = Text.of(words, "en")
    desk = create_council_file(":memory:", actor=words[:20], ids=CountingIds())
    council.found_council(
        desk, name=text, languages=("en", "th"), time_zone="Asia/Bangkok", pack="ronr", seats=3,
        place=text,
    )  # fmt: skip
    body = bodies.list_bodies(desk)[0].uid
    seats = bodies.list_seats(desk, body)
    uids = []
    for seat in seats[:2]:
        uid = people.add_person(desk, name=text, honorific=text, note=words).value
        bodies.add_membership(desk, person_uid=uid, body_uid=body, role="member", seat_uid=seat.uid)
        uids.append(uid)
    evening = datetime(2026, 11, 19, 18, 30)
    meeting = meetings.plan_meeting(
        desk, body_uid=body, kind="regular", starts_local=evening, venue=text, title=text
    ).value
    item = agenda.add_item(
        desk, meeting, title=text, kind="decision", body=text, presenter=text, proposed_motion=text
    ).value
    meetings.call_to_order(desk, meeting)
    attendance.all_present_except(desk, meeting, [])
    agenda.go_to_item(desk, meeting, item)
    motion = motions.state_motion(desk, meeting, text=text, mover_uid=uids[0]).value
    votes.record_vote(desk, motion, method="roll_call", ballots=dict.fromkeys(uids, "yes"))
    notes.add_note(desk, meeting, text, item_uid=item)
    notes.add_comment(desk, meeting, item, speaker=text, summary=text, may_print_name=True)
    meetings.adjourn(desk, meeting)
    minutes.add_paragraph(desk, meeting, f"item/{item}", text)
    return desk, meeting


@pytest.mark.parametrize("name", HARD)
def test_hard_words_print_and_come_back(name):
    words = HARD[name]
    desk, meeting = held_with(words)
    made = [(publish.agenda_pdf, "en"), (publish.minutes_pdf, "th")]
    if name not in SLOW:
        made += [(publish.agenda_pdf, "th"), (publish.minutes_pdf, "en")]
    for make, language in made:
        pdf = make(desk, meeting, language)
        pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
        assert pages
        if name in ("markup", "formula", "template", "quotes"):
            said = "".join(page.extract_text() for page in pages)
            assert "".join(words.split()) in "".join(said.split())
    assert verify(desk).intact
    text = export_record(desk, private=True)
    data = json.loads(text)
    assert data["people"][0]["name"] == words
    assert data["people"][0]["private"]["note"] == words
    assert data["meetings"][0]["motions"][0]["text"] == words
    other = create_council_file(":memory:", actor="x", ids=CountingIds())
    import_record(other, text)
    assert export_record(other, private=True) == text
    other.close()
    desk.close()


def words_replaced(value: object, words: str, path: tuple[str, ...] = ()) -> object:
    """Put the words wherever a record holds a text."""
    texts = {"name", "title", "text", "venue", "label", "final_text", "summary", "speaker", "what"}
    if isinstance(value, dict):
        if "en" in value or "th" in value:
            return dict.fromkeys(value, words)
        return {
            key: words
            if key in texts and isinstance(part, str) and "wordings" not in path
            else words_replaced(part, words, (*path, key))
            for key, part in value.items()
        }
    return [words_replaced(one, words, path) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", HARD)
def test_a_record_full_of_hard_words_comes_back(name):
    data = full_record()
    data["meetings"][0]["minutes"].pop("frozen")
    text = dump(words_replaced(data, HARD[name]))
    desk = create_council_file(":memory:", actor="x", ids=CountingIds())
    import_record(desk, text)
    assert export_record(desk, private=True) == text
    assert verify(desk).intact
    for language in () if name in SLOW else ("en", "th"):
        assert publish.agenda_pdf(desk, "meeting-1", language)
        assert publish.minutes_pdf(desk, "meeting-1", language)
    desk.close()

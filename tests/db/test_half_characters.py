"""What no file can hold is mended on its way in; what only looks dangerous is kept."""

from __future__ import annotations

import time

import pytest

from council.db import council_file, drafts, journal, rows, search
from council.domain.messages import FileRefused
from council.domain.text import Text, whole

HALF = "Ann \ud83d Moss"
MENDED = "Ann \ufffd Moss"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("plain", "plain"),
        ("ต้นไม้ 🌳", "ต้นไม้ 🌳"),
        (HALF, MENDED),
        ("\udc00", "\ufffd"),
        ("\ud83c\udf33", "🌳"),
        ("\ud83d\ud83c\udf33x", "\ufffd🌳x"),
        ("a\x00b", "a\x00b"),
    ],
)
def test_half_characters_become_whole_ones(typed, kept):
    assert whole(typed) == kept


def test_rows_steps_drafts_and_searches_take_half_characters(scribe):
    scribe.person("p1", HALF, email=HALF, note=HALF)
    with scribe.step(params={"what": HALF, "names": [HALF]}):
        rows.update(scribe.conn, "person", "p1", {"phone": HALF})
    row = rows.get(scribe.conn, "person", "p1")
    assert row["name"] == Text.of(MENDED, "en")
    assert row["email"] == row["phone"] == row["note"] == MENDED
    assert journal.steps(scribe.conn, 1)[0].params == {"what": MENDED, "names": [MENDED]}
    drafts.put_draft(scribe.conn, "k", HALF, clock=scribe.clock)
    assert drafts.get_draft(scribe.conn, "k") == MENDED
    assert [hit.uid for hit in search.search(scribe.conn, HALF)] == ["p1"]
    assert rows.find(scribe.conn, "person", order="uid", email=HALF)
    assert rows.get(scribe.conn, "person", HALF) is None
    assert not journal.verify_chain(scribe.conn) + journal.replay(scribe.conn)


def test_an_actor_with_half_a_character_can_work(memory_file, clock):
    with journal.step(memory_file.conn, "step.test", {}, clock=clock, actor=HALF):
        rows.insert(memory_file.conn, "person", {"uid": "p1", "name": Text.of("Ann", "en")})
    assert journal.steps(memory_file.conn, 1)[0].actor == MENDED


def test_a_holder_with_half_a_character_is_named(council_path, clock):
    holder = council_file.create(council_path, clock=clock, actor=HALF)
    with holder, pytest.raises(FileRefused) as caught:
        council_file.open_file(council_path, clock=clock, actor="CD")
    assert caught.value.message.params["who"] == MENDED


@pytest.mark.parametrize("words", ["\x00", "Moss\x00", '\x00"', "Mo\x00ss AND", '"', "%_\\"])
def test_any_words_can_be_looked_for(scribe, words):
    scribe.person("p1", "Ann Moss")
    found = search.search(scribe.conn, words)
    assert [hit.uid for hit in found] == (["p1"] if words == "Moss\x00" else [])


@pytest.mark.parametrize("number", ["{", '{"a": 1}', "{}", "[1]"])
def test_a_number_that_looks_like_data_is_found(scribe, number):
    scribe.meeting()
    with scribe.step():
        rows.update(scribe.conn, "meeting", "m1", {"number": f"{number} 12/2569"})
    assert [hit.uid for hit in search.search(scribe.conn, "12/2569")] == ["m1"]


def test_a_page_pasted_into_the_search_takes_no_time(scribe):
    scribe.person("p1", "ก" * 10_000)
    began = time.process_time()
    assert [hit.uid for hit in search.search(scribe.conn, "ก" * 10_000)] == ["p1"]
    assert time.process_time() - began < 2

"""The catalogue: complete in every language, and its sentences take any parameter."""

from __future__ import annotations

import string
from collections import Counter
from datetime import UTC, date, datetime, time
from fractions import Fraction

import pytest

from council import catalogue
from council.domain import vocabulary
from council.domain.messages import Message
from council.domain.text import Text
from council.domain.votes.voting import Base


def _all(language):
    return [pair for path in catalogue.files(language) for pair in catalogue.entries(path)]


def _placeholders(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_no_code_stands_twice(language):
    twice = [
        code for code, count in Counter(code for code, _ in _all(language)).items() if count > 1
    ]
    assert twice == []


def test_both_languages_know_the_same_codes():
    english, thai = (dict(_all(language)) for language in catalogue.LANGUAGES)
    assert sorted(english.keys() - thai.keys()) == []
    assert sorted(thai.keys() - english.keys()) == []


def test_both_languages_take_the_same_parameters():
    english, thai = (dict(_all(language)) for language in catalogue.LANGUAGES)
    differ = [
        code
        for code in english.keys() & thai.keys()
        if _placeholders(english[code]) != _placeholders(thai[code])
    ]
    assert differ == []


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_no_sentence_is_empty(language):
    assert [code for code, words in _all(language) if not words.strip()] == []


GROUPS = {
    "body_kind": vocabulary.BodyKind, "role": vocabulary.Role, "end_reason": vocabulary.EndReason,
    "meeting_kind": vocabulary.MeetingKind, "meeting_state": vocabulary.MeetingState,
    "item_kind": vocabulary.ItemKind, "item_state": vocabulary.ItemState,
    "presence": vocabulary.Presence, "mode": vocabulary.Mode, "motion_kind": vocabulary.MotionKind,
    "outcome": vocabulary.Outcome, "method": vocabulary.Method, "choice": vocabulary.Choice,
    "declared": vocabulary.Declared, "action_state": vocabulary.ActionState,
    "minutes_state": vocabulary.MinutesState, "severity": vocabulary.Severity, "base": Base,
}  # fmt: skip


@pytest.mark.parametrize("group", GROUPS)
def test_every_word_of_the_vocabulary_is_there(group):
    for value in GROUPS[group]:
        assert catalogue.has(f"{group}.{value}"), value
        assert catalogue.has(f"{group}.{value}", "th"), value


@pytest.mark.parametrize(
    ("value", "english", "thai"),
    [
        ("as typed", "as typed", "as typed"),
        (7, "7", "7"),
        (Fraction(2, 3), "2/3", "2/3"),
        (Text((("en", "Hall"), ("th", "หอประชุม"))), "Hall", "หอประชุม"),
        (Text.of("Hall", "en"), "Hall", "Hall"),
        (date(2026, 11, 19), "19 November 2026", "19 พฤศจิกายน 2569"),
        (time(18, 35), "6:35 p.m.", "18.35 น."),
        (
            datetime(2026, 11, 19, 18, 30, tzinfo=UTC),
            "19 November 2026, 6:30 p.m.",
            "19 พฤศจิกายน 2569 เวลา 18.30 น.",
        ),
        (Message("role.chair"), "Chair", "ประธาน"),
        (["A", "B", "C"], "A, B and C", "A B และ C"),
        (["ก", "ข"], "ก and ข", "ก และข"),
        (["ก ข", "ค ง", "จ ฉ"], "ก ข, ค ง and จ ฉ", "ก ข, ค ง และจ ฉ"),
        (["A"], "A", "A"),
        ([], "", ""),
        (None, "", ""),
    ],
)
def test_any_parameter_is_shown(value, english, thai):
    assert catalogue.show(value, "en") == english
    assert catalogue.show(value, "th") == thai


def test_numbers_take_thai_digits_when_asked():
    message = Message("base_count.seats", {"count": 15})
    assert catalogue.say(message, "th", digits="thai") == "มี ๑๕ ตำแหน่ง"


@pytest.mark.parametrize(("count", "words"), [(1, "1 seat"), (0, "0 seats"), (15, "15 seats")])
def test_a_word_fits_its_number(count, words):
    assert catalogue.word("base_count.seats", "en", count=count) == words


def test_a_missing_word_is_a_fault_under_test():
    with pytest.raises(KeyError):
        catalogue.word("no.such.code", "en")
    with pytest.raises(KeyError):
        catalogue.word("base_count.seats", "en")


def test_a_missing_word_shows_its_code_in_production(monkeypatch):
    monkeypatch.delenv("PYTEST_VERSION")
    assert catalogue.word("no.such.code", "en") == "no.such.code"
    assert catalogue.word("base_count.present", "en") == "{count} present"


def test_an_unknown_language_gets_the_first():
    assert catalogue.word("role.chair", "fr") == "Chair"


def test_a_refusal_never_fills_the_window_but_a_document_says_everything():
    long = "ก" * 10_000
    told = catalogue.say(Message("error.meeting_unknown", {"ref": long}), "en")
    assert "…" in told
    assert len(told) < 400
    codes = [code for code in catalogue.codes() if not code.startswith(("error.", "step."))]
    whole = next(code for code in codes if "{text}" in catalogue.template(code, "en"))
    names = _placeholders(catalogue.template(whole, "en"))
    assert long in catalogue.say(Message(whole, dict.fromkeys(names, long)), "en")

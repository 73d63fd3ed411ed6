"""Whose votes a pasted list gives."""

from __future__ import annotations

import pytest

from council.domain.text import Text
from council.domain.votes.named import Voter, find_voter, match_ballots
from council.domain.votes.typed import read_ballots

VOTERS = [
    Voter("h", Text((("en", "Amal Haddad"), ("th", "อมัล ฮัดดัด"))), "H"),
    Voter("l", Text.of("Sue Lee", "en"), "L"),
    Voter("k", Text.of("Kim Lee", "en"), "K"),
    Voter("c", Text.of("Zoë Çelik", "en"), "C"),
    Voter("s", Text.of("สมชาย ใจดี", "th"), "S"),
]


@pytest.mark.parametrize(
    ("name", "uid"),
    [
        ("Amal Haddad", "h"), ("HADDAD", "h"), ("haddad, amal", "h"), ("A. Haddad", "h"),
        ("A.Haddad", "h"), ("Ms. Haddad", "h"), ("Cllr Amal Haddad", "h"), ("อมัล ฮัดดัด", "h"),
        ("H", "h"), ("h", "h"), ("S. Lee", "l"), ("Kim Lee", "k"), ("Lee, K", "k"),
        ("Zoe Celik", "c"), ("Çelik", "c"), ("นายสมชาย ใจดี", "s"), ("สมชาย", "s"), ("ใจดี", "s"),
        ("Lee", None), ("Hadad", None), ("John Haddad", None), ("", None), (" . ", None),
    ],
)  # fmt: skip
def test_one_person_is_meant_or_nobody(name, uid):
    found = find_voter(name, VOTERS)
    assert (found.uid if found else None) == uid


def test_a_list_is_understood_and_what_is_not_is_told():
    read = match_ballots(
        read_ballots("Haddad\tyes\nS. Lee\tno\nLee\tyes\nÇelik maybe\nนายสมชาย ใจดี\tงดออกเสียง"),
        VOTERS,
    )
    assert read.ballots == {"h": "yes", "l": "no", "s": "abstain"}
    assert read.unclear == ["Lee"]
    assert not read.twice


def test_two_answers_of_one_person_are_no_answer():
    read = match_ballots(read_ballots("Haddad yes\nAmal Haddad no\nKim Lee yes\nK yes"), VOTERS)
    assert read.ballots == {"k": "yes"}
    assert read.twice == ["Amal Haddad"]

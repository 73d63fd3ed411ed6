"""Counts and columns of votes as people type and paste them."""

from __future__ import annotations

import pytest

from council.domain.vocabulary import Choice
from council.domain.votes.tallies import Tally
from council.domain.votes.typed import TypedBallot, choice_meant, read_ballots, read_counts

YES, NO, ABSTAIN, RECUSED, ABSENT = (
    Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.RECUSED, Choice.ABSENT,
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "counts"),
    [
        ("7-4-1", (7, 4, 1)),
        ("7 4 1", (7, 4, 1)),
        ("7–4–1", (7, 4, 1)),
        (" 7 - 4 ", (7, 4)),
        ("๗-๔-๑", (7, 4, 1)),
        ("๑๐ ๔", (10, 4)),
        ("7:4:1", (7, 4, 1)),
        ("7/4/1/2", (7, 4, 1, 2)),
        ("(10, 4, 1)", (10, 4, 1)),
        ("7\n4\n1", (7, 4, 1)),
        ("7 yes, 4 no, 1 abstaining", (7, 4, 1)),
        ("Yes: 7 No: 4 Abstain: 1", (7, 4, 1)),
        ("Noes 4, Ayes 7", (7, 4)),
        ("7 in favour, 4 against", (7, 4)),
        ("12 for; 1 against; 2 not voting", (12, 1, 0, 2)),
        ("เห็นชอบ ๗ ไม่เห็นชอบ ๔ งดออกเสียง ๑", (7, 4, 1)),
        ("เห็นชอบ 7 เสียง ไม่เห็นชอบ 4 เสียง", (7, 4)),
        ("7 yes", (7, 0)),
    ],
)
def test_counts_are_read(typed, counts):
    assert read_counts(typed) == Tally(*counts)


@pytest.mark.parametrize(
    "typed",
    ["", "7", "seven to four", "7-4-1-2-9", "7 yes 4", "yes no", "7 yes 4 yes", "19:30 Uhr",
     "2026-1", "Haddad yes"],
)  # fmt: skip
def test_what_is_no_count_is_not_guessed(typed):
    found = read_counts(typed)
    assert found is None or typed == "2026-1"  # two numbers are two numbers


@pytest.mark.parametrize(
    ("word", "choice"),
    [("Aye", YES), ("N", NO), ("abst.", ABSTAIN), ("เห็นชอบ", YES), ("ไม่เห็นชอบ", NO),
     ("Recused", RECUSED), ("excused", ABSENT), ("voted against", NO), ("maybe", None), ("", None)],
)  # fmt: skip
def test_answers_are_meant_by_a_word(word, choice):
    assert choice_meant(word) is choice


@pytest.mark.parametrize(
    ("line", "name", "choice"),
    [
        ("Haddad\tYes", "Haddad", YES),
        ("1\tAmal Haddad\tno", "Amal Haddad", NO),
        ("Amal Haddad, Y", "Amal Haddad", YES),
        ("Haddad, Amal; abstained", "Haddad, Amal", ABSTAIN),
        ("Amal Haddad: aye", "Amal Haddad", YES),
        ("Amal Haddad - nay", "Amal Haddad", NO),
        ("Amal Haddad nay", "Amal Haddad", NO),
        ("Mary-Ann Smith-Jones    recused", "Mary-Ann Smith-Jones", RECUSED),
        ("สมชาย ใจดี\tไม่เห็นชอบ", "สมชาย ใจดี", NO),
        ("yes, Amal Haddad", "Amal Haddad", YES),
        ("Amal Haddad\tmaybe", "Amal Haddad", None),
    ],
)
def test_a_line_names_one_person(line, name, choice):
    assert read_ballots(line) == [TypedBallot(name, choice)]


def test_a_list_by_answers_is_read_too():
    found = read_ballots(
        "Vote on 2026-14\nYes: Haddad, Nunn and Roy.\nNoes: Lee\nAbsent: Weiss\n\n"
    )
    assert [(one.name, one.choice) for one in found] == [
        ("Haddad", YES), ("Nunn", YES), ("Roy", YES), ("Lee", NO), ("Weiss", ABSENT),
    ]  # fmt: skip


def test_headings_and_empty_lines_are_passed_over():
    assert read_ballots("Roll call\n\n12\nAmal Haddad\tY\n") == [TypedBallot("Amal Haddad", YES)]

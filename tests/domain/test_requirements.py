"""Requirements as the record and the packs write them: what is read, what is refused and why."""

from __future__ import annotations

from fractions import Fraction

import pytest

from council.catalogue import say
from council.domain.messages import InputRefused, Message
from council.domain.votes.requirements import (
    AllOf,
    AnyOf,
    Base,
    Requirement,
    read_fraction,
    requirement_from_data,
    requirement_to_data,
)

HALF = {"fraction": "1/2", "strict": True, "base": "seats"}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2/3", Fraction(2, 3)),
        ("1/1", Fraction(1)),
        ("0/3", Fraction(0)),
        ("4/6", Fraction(2, 3)),
        ("12/25", Fraction(12, 25)),
        pytest.param("1/" + "2" * 38, Fraction(1, int("2" * 38)), id="the longest"),
        pytest.param("1/" + "2" * 39, None, id="longer than anybody needs"),
        pytest.param("1/" + "2" * 6000, None, id="longer than Python reads"),
        ("", None),
        ("/", None),
        ("1", None),
        ("1/", None),
        ("/2", None),
        ("1/0", None),
        ("1/2/3", None),
        ("-1/2", None),
        ("1/-2", None),
        (" 1/2", None),
        ("1 /2", None),
        ("²/3", None),
        ("1/³", None),
        ("๑/๒", None),
        ("x/2", None),
        ("1/x", None),
        ("0.5", None),
        (0.5, None),
        (1, None),
        (None, None),
        (Fraction(1, 2), None),
    ],
)
def test_a_fraction_is_two_whole_numbers(written, value):
    assert read_fraction(written) == value


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (HALF, Requirement(Fraction(1, 2), True, Base.SEATS)),
        ({**HALF, "minimum_yes": 1}, Requirement(Fraction(1, 2), True, Base.SEATS, 1)),
        ({**HALF, "minimum_yes": None}, Requirement(Fraction(1, 2), True, Base.SEATS)),
        (
            {"fraction": "1/1", "strict": False, "base": "present"},
            Requirement(Fraction(1), False, Base.PRESENT),
        ),
        ({"any_of": [HALF]}, AnyOf((Requirement(Fraction(1, 2), True, Base.SEATS),))),
        (
            {"all_of": [HALF, {"any_of": [HALF]}]},
            AllOf(
                (
                    Requirement(Fraction(1, 2), True, Base.SEATS),
                    AnyOf((Requirement(Fraction(1, 2), True, Base.SEATS),)),
                )
            ),
        ),
    ],
)
def test_a_requirement_is_read(data, wanted):
    assert requirement_from_data(data) == wanted


@pytest.mark.parametrize("base", Base)
def test_every_base_is_written_as_it_is_read(base):
    data = {"fraction": "2/3", "strict": False, "base": base.value}
    assert requirement_to_data(requirement_from_data(data)) == data
    assert list(requirement_to_data(requirement_from_data({**data, "minimum_yes": 5}))) == [
        "fraction", "strict", "base", "minimum_yes",
    ]  # fmt: skip


def test_compound_requirements_are_written_as_they_are_read():
    data = {"any_of": [HALF, {"all_of": [HALF, {**HALF, "minimum_yes": 4}]}]}
    assert requirement_to_data(requirement_from_data(data)) == data


@pytest.mark.parametrize(
    ("data", "key", "reason"),
    [
        ("majority", "requirement", Message("reason.not_a_table")),
        (None, "requirement", Message("reason.not_a_table")),
        ([HALF], "requirement", Message("reason.not_a_table")),
        (
            {**HALF, "fraction": "3/2"}, "fraction",
            Message("reason.out_of_range", {"value": "3/2"}),
        ),
        (
            {**HALF, "fraction": "0/2"}, "fraction",
            Message("reason.out_of_range", {"value": "0/2"}),
        ),
        ({**HALF, "fraction": 0.5}, "fraction", Message("reason.not_a_fraction", {"value": 0.5})),
        (
            {"strict": True, "base": "seats"}, "fraction",
            Message("reason.not_a_fraction", {"value": None}),
        ),
        (
            {**HALF, "fraction": "1/1"}, "fraction",
            Message("reason.more_than_all", {"value": "1/1"}),
        ),
        ({**HALF, "strict": 1}, "strict", Message("reason.not_true_or_false")),
        ({"fraction": "1/2", "base": "seats"}, "strict", Message("reason.not_true_or_false")),
        ({**HALF, "base": "dogs"}, "base", Message("reason.unknown_base", {"value": "dogs"})),
        (
            {"fraction": "1/2", "strict": True}, "base",
            Message("reason.unknown_base", {"value": None}),
        ),
        ({**HALF, "minimum_yes": 0}, "minimum_yes", Message("reason.not_positive")),
        ({**HALF, "minimum_yes": True}, "minimum_yes", Message("reason.not_positive")),
        ({**HALF, "minimum_yes": "3"}, "minimum_yes", Message("reason.not_positive")),
        ({**HALF, "minimum_yes": 1.5}, "minimum_yes", Message("reason.not_positive")),
        ({**HALF, "z": 0, "y": 0}, "y", Message("reason.unknown_key")),
        ({"any_of": []}, "any_of", Message("reason.not_a_list")),
        ({"any_of": HALF}, "any_of", Message("reason.not_a_list")),
        ({"all_of": (HALF,)}, "all_of", Message("reason.not_a_list")),
        ({"any_of": [HALF], "all_of": [HALF]}, "any_of", Message("reason.not_a_list")),
        ({"all_of": [HALF], "strict": True}, "all_of", Message("reason.not_a_list")),
        ({"all_of": [HALF, {**HALF, "base": "x"}]}, "base",
         Message("reason.unknown_base", {"value": "x"})),
    ],
)  # fmt: skip
def test_a_fault_names_the_key_and_the_reason(data, key, reason):
    with pytest.raises(InputRefused) as caught:
        requirement_from_data(data)
    assert caught.value.message == Message("error.requirement", {"key": key, "reason": reason})
    assert say(caught.value.message, "en")
    assert say(caught.value.message, "th")

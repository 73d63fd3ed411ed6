"""Every requirement and quorum of every pack against an oracle that counts people one by one.

The oracle shares nothing with the judges: it reads a pack's TOML itself, writes each person down as
a letter (Y, N, A abstains, S silent, R recused, X absent, V a vacant seat) and compares a fraction
by dealing chips: each yes brings as many as the fraction's lower number, each head of the base
takes as many as its upper number.
"""

from __future__ import annotations

import itertools
import json
import tomllib

import pytest

from council.domain.rules.reader import load_pack
from council.domain.vocabulary import Choice, Method
from council.domain.votes.quorum import judge_quorum
from council.domain.votes.requirements import requirement_from_data
from council.domain.votes.voting import Counting, Room, Tally, judge
from council.paths import resources

FILES = sorted((resources() / "rules").glob("*.toml"))
MOST = 8  # people who may vote
FEWER = 5  # where ways of counting and ties are tried together

HEADS = {
    "votes_cast": "YN",
    "votes_cast_and_abstentions": "YNA",
    "present_entitled": "YNAS",
    "present": "YNASR",
    "members_in_office": "YNASRX",
    "entitled": "YNASX",
    "seats": "YNASRXV",
}
OTHERS = ("", "RXXV")  # nobody else; one recused, two absent, one seat vacant
TIES = (("lost", None), ("chair_casting", Choice.YES), ("chair_casting", Choice.NO),
        ("chair_casting", None), ("chair_sustained", None))  # fmt: skip
COUNTINGS = (("in_base", "ignored"), ("as_yes", "ignored"), ("ignored", "as_yes"),
             ("as_yes", "as_yes"), ("in_base", "as_yes"), ("ignored", "disallowed"))  # fmt: skip


def times(data):
    return data if isinstance(data, list) else [data]


def requirements():
    """Return all different requirements of all packs as data, with the packs that have them."""
    found = {}
    for path in FILES:
        tables = tomllib.loads(path.read_text("utf-8")).get("requirement", {})
        for name, data in tables.items():
            for one in times(data):
                found.setdefault(json.dumps(one["value"]), []).append(f"{path.stem} {name}")
    found[json.dumps({"fraction": "1/2", "strict": True, "base": "votes_cast",
                      "minimum_yes": 3})] = ["a fixed minimum of yes"]  # fmt: skip
    found[json.dumps({"all_of": [
        {"fraction": "2/3", "strict": False, "base": "entitled"},
        {"fraction": "1/2", "strict": True, "base": "votes_cast_and_abstentions"},
    ]})] = ["two at once"]  # fmt: skip
    return [
        pytest.param(json.loads(text), id=", ".join(names[:2])) for text, names in found.items()
    ]


def enough(data, yes, heads):
    """Deal the chips: do so many yes reach the fraction of so many heads?"""
    upper, lower = (int(number) for number in data["fraction"].split("/"))
    left = yes * lower - heads * upper
    return yes >= data.get("minimum_yes", 1) and (left > 0 if data["strict"] else left >= 0)


def reaches(data, people, ballots):
    """Tell whether the yes among the ballots reach the requirement."""
    for key, needed in (("any_of", any), ("all_of", all)):
        if key in data:
            return needed(reaches(part, people, ballots) for part in data[key])
    cast = data["base"].startswith("votes_cast")
    heads = sum(one in HEADS[data["base"]] for one in (ballots if cast else people))
    return enough(data, ballots.count("Y"), heads)


def with_abstentions(data):
    """Put those who abstain into the base of votes cast."""
    for key in ("any_of", "all_of"):
        if key in data:
            return {key: [with_abstentions(part) for part in data[key]]}
    cast = data["base"] == "votes_cast"
    return {**data, "base": "votes_cast_and_abstentions"} if cast else data


def oracle(data, people, tie, casting, counting):
    """Return the outcome as a person would find it with a list of names."""
    abstain, silence = counting
    if abstain == "in_base":
        data = with_abstentions(data)
    if "Y" not in people and tie != "chair_sustained":
        return "lost"
    said = {"A": "Y"} if abstain == "as_yes" else {}
    said |= {"S": "Y"} if silence == "as_yes" else {}
    ballots = "".join(said.get(one, one) for one in people)
    tied = ballots.count("Y") == ballots.count("N") and "Y" in people
    if tie == "chair_sustained":
        turned = ballots.translate(str.maketrans("YN", "NY"))
        return "lost" if reaches(data, people, turned) else "carried"
    if tied and tie == "chair_casting" and casting:
        ballots += "Y" if casting is Choice.YES else "N"
    return "carried" if reaches(data, people, ballots) else "lost"


def crowds(most):
    """Yield every crowd of up to so many voters, with and without others around them."""
    for numbers in itertools.product(range(most + 1), repeat=4):
        if sum(numbers) <= most:
            voters = "".join(letter * count for letter, count in zip("YNAS", numbers, strict=True))
            for others in OTHERS:
                yield numbers, voters + others


def room(people):
    return Room(
        **{
            base: sum(people.count(letter) for letter in letters)
            for base, letters in HEADS.items()
            if not base.startswith("votes_cast")
        }
    )


PLAIN = list(crowds(MOST))
SMALL = list(crowds(FEWER))


@pytest.mark.parametrize("data", requirements())
def test_the_outcome_of_every_tally_up_to_eight_people_is_the_oracles(data):
    requirement = requirement_from_data(data)
    cases = [(crowd, tie, ("ignored", "ignored")) for crowd in PLAIN for tie in TIES]
    cases += [(crowd, tie, way) for crowd in SMALL for tie in TIES for way in COUNTINGS]
    ways = {way: Counting(*way) for _, _, way in cases}
    rooms = {people: room(people) for (_, people), _, _ in cases}
    for (numbers, people), (tie, casting), way in cases:
        verdict = judge(
            requirement, Tally(*numbers), rooms[people], method=Method.ROLL_CALL, tie=tie,
            casting=casting, counting=ways[way],
        )  # fmt: skip
        told = oracle(data, people, tie, casting, way)
        assert verdict.outcome == told, (people, tie, casting, way)


SINGLE = [one for one in requirements() if "fraction" in one.values[0]]


@pytest.mark.parametrize("data", SINGLE)
def test_the_needed_yes_is_the_least_that_the_oracle_lets_carry(data):
    requirement = requirement_from_data(data)
    for numbers, people in PLAIN:
        verdict = judge(requirement, Tally(*numbers), room(people), method=Method.ROLL_CALL)
        heads = sum(one in HEADS[data["base"]] for one in people)
        carrying = [yes for yes in range(1, heads + 4) if enough(data, yes, heads)]
        assert verdict.base == heads
        assert verdict.needs == carrying[0]
        assert verdict.has == numbers[0]


def quorums():
    return [
        pytest.param(path, one["value"], id=path.stem)
        for path in FILES
        for one in times(tomllib.loads(path.read_text("utf-8")).get("quorum", []))
    ]


@pytest.mark.parametrize(("path", "data"), quorums())
def test_a_packs_quorum_is_what_counting_heads_gives(path, data):
    rule = load_pack(path).quorum
    for size in range(61):
        for present in range(size + 1):
            absent = size - present
            if data["kind"] == "majority":
                enough = present > absent
            else:
                upper, lower = (int(number) for number in data["fraction"].split("/"))
                enough = present * lower >= size * upper
            enough = enough and present >= data.get("floor", 1)
            numbers = {"members_in_office": None, "seats": None, data["base"]: size}
            assert judge_quorum(rule, present, **numbers).met is enough, (size, present)

"""The rule packs that travel with the program, and small ones written for a test."""

from __future__ import annotations

from council.domain.rules.reader import load_pack
from council.domain.vocabulary import Method
from council.domain.votes.tallies import Counting, Room, Tally
from council.domain.votes.voting import judge
from council.paths import resources

FOLDER = resources() / "rules"
CALENDARS = FOLDER / "calendars"
PACKS = sorted(path.stem for path in FOLDER.glob("*.toml"))
NAMES = (
    "majority", "two_thirds", "three_quarters", "majority_of_membership", "majority_of_seats",
    "majority_of_present", "unanimous",
)  # fmt: skip

_LOADED = {}


def pack(name):
    """Return a pack of the program's, read once."""
    if name not in _LOADED:
        _LOADED[name] = load_pack(FOLDER / f"{name}.toml")
    return _LOADED[name]


def counting(rules):
    """Return how abstaining and silence count under the rules."""
    return Counting(
        rules.value_of("vote.abstain", "ignored"), rules.value_of("vote.silence", "ignored")
    )


def outcome(rules, name, tally, *, method=Method.ROLL_CALL, tie="", casting=None, **room):
    """Return what the rules make of (yes, no, abstain) on the requirement of that name."""
    return judge(
        rules.requirement(name),
        Tally(*tally),
        Room(**room),
        method=method,
        tie=tie or rules.tie,
        casting=casting,
        counting=counting(rules),
    ).outcome

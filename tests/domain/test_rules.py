"""Rule packs: what they say, how faults are named, and how a council's own values lie on top."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from council.catalogue import has, say
from council.domain.messages import InputRefused
from council.domain.rules.layers import resolve
from council.domain.rules.reader import load_pack
from council.domain.vocabulary import Method, MotionKind
from council.domain.votes.quorum import QuorumKind, needed_for
from council.domain.votes.voting import Base, Requirement, Room, Tally, judge
from council.paths import resources

FOLDER = resources() / "rules"
PACKS = sorted(path.stem for path in FOLDER.glob("*.toml"))
NAMES = (
    "majority", "two_thirds", "three_quarters", "majority_of_membership", "majority_of_seats",
    "majority_of_present", "unanimous",
)  # fmt: skip


def pack(name):
    return load_pack(FOLDER / f"{name}.toml")


@pytest.mark.parametrize("name", PACKS)
def test_every_pack_answers_every_question(name):
    rules = pack(name)
    assert set(NAMES) <= set(rules.requirement_names())
    for kind in MotionKind:
        assert not rules.motion(kind).is_voted_on or rules.requirement(rules.vote_for(kind))
        assert rules.seconds_needed(kind) in (0, 1, 2)
        assert has(f"tie.{rules.tie_for(kind)}")
    assert has(f"chair_votes.{rules.chair_votes}")
    assert has(f"ballot_rule.{rules.secret_ballot}")
    assert rules.mover_printed in (True, False)
    assert rules.corrections_listed in (True, False)
    assert rules.name.get("en")
    assert rules.name.get("th")
    assert all(value.source for values in rules.values.values() for value in values)


def test_roberts_rules():
    rules = pack("ronr")
    assert rules.requirement("majority") == Requirement(Fraction(1, 2), True, Base.VOTES_CAST)
    assert rules.requirement("two_thirds").fraction == Fraction(2, 3)
    assert rules.vote_for("previous_question") == "two_thirds"
    assert rules.tie == "lost"
    assert rules.tie_for(MotionKind.APPEAL) == "chair_sustained"
    assert rules.seconds_needed(MotionKind.MAIN) == 1
    assert rules.chair_votes == "ballot_or_if_decisive"
    assert rules.secret_ballot == "allowed"
    assert rules.seconder_printed is False
    assert rules.mover_printed is True
    assert rules.notice("regular") is None
    assert [needed_for(rules.quorum, number) for number in (15, 14)] == [8, 8]


def test_the_small_board_differs_only_where_it_says_so():
    small, full = pack("ronr-small-board"), pack("ronr")
    assert small.based_on == ("ronr",)
    assert small.chair_votes == "always"
    assert {small.seconds_needed(kind) for kind in MotionKind} == {0}
    assert small.quorum == full.quorum
    for kind in MotionKind:
        assert small.motion(kind).rank == full.motion(kind).rank
        assert small.vote_for(kind) == full.vote_for(kind)


@pytest.mark.parametrize(
    ("name", "counts", "room", "outcome"),
    [
        ("majority", (10, 9, 7), Room(), "carried"),
        ("two_thirds", (10, 5), Room(), "carried"),
        ("two_thirds", (0, 0), Room(), "lost"),
        ("three_quarters", (9, 3), Room(), "carried"),
        ("three_quarters", (8, 3), Room(), "lost"),
        ("majority_of_membership", (6, 0), Room(members_in_office=12), "lost"),
        ("majority_of_seats", (8, 0), Room(seats=15), "carried"),
        ("majority_of_present", (5, 2), Room(present=10), "lost"),
        ("unanimous", (3, 0, 4), Room(), "carried"),
        ("rescind", (7, 5), Room(members_in_office=12), "carried"),
    ],
)
def test_outcomes_by_name(name, counts, room, outcome):
    requirement = pack("ronr").requirement(name)
    verdict = judge(requirement, Tally(*counts), room, method=Method.ROLL_CALL)
    assert verdict.outcome == outcome


# --- faults --------------------------------------------------------------------------------------

HEAD = '[pack]\nuid = "p"\nversion = "1"\nname = "P"\nsource = "s"\n'
GOOD = '\n[tie.motion]\nvalue = "lost"\nsource = "s"\nverified = true\n'


def requirement(text, more='source = "s"\nverified = true'):
    return f"{HEAD}[requirement.majority]\nvalue = {text}\n{more}\n"


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        ("[pack", "", "not_toml"),
        (GOOD, "pack", "missing"),
        (HEAD.replace('source = "s"', ""), "pack.source", "missing"),
        (HEAD.replace('"p"', '"q"'), "pack.uid", "not_file_name"),
        (HEAD + "colour = 1\n", "pack.colour", "unknown_key"),
        (HEAD + 'based_on = "p"\n', "pack.based_on", "goes_round"),
        (HEAD + "[dogs]\nvalue = 1\n", "dogs", "unknown_key"),
        (HEAD + "[motion.dance]\nvalue = 1\n", "motion.dance", "unknown_key"),
        (HEAD + "[[tie.motion]]\nsource = 's'\n", "tie.motion.value", "missing"),
        (
            requirement('{ fraction = "3/2", strict = false, base = "seats" }'),
            "requirement.majority.fraction", "out_of_range",
        ),
        (
            requirement('{ fraction = "1/2", strict = true, base = "dogs" }'),
            "requirement.majority.base", "unknown_base",
        ),
        (
            requirement('{ fraction = "1/2", strict = true, base = "seats" }', "verified = true"),
            "requirement.majority.source", "missing",
        ),
        (
            requirement('{ fraction = "1/2", strict = true, base = "seats" }', 'source = "s"'),
            "requirement.majority.verified", "not_true_or_false",
        ),
        (HEAD + GOOD + "note = 1\n", "tie.motion.note", "unknown_key"),
        (HEAD + GOOD + "effective_from = 3\n", "tie.motion.effective_from", "not_a_day"),
        (
            HEAD + GOOD + "effective_from = 2026-02-01\neffective_to = 2026-01-01\n",
            "tie.motion.effective_to", "ends_first",
        ),
        (HEAD + GOOD.replace("lost", "won"), "tie.motion", "not_one_of"),
        (
            HEAD + '[quorum]\nvalue = { kind = "fixed" }\nsource = "s"\nverified = true\n',
            "quorum.fixed", "missing",
        ),
        (
            HEAD + '[quorum]\nvalue = { kind = "fraction", fraction = "4/3" }\n'
            'source = "s"\nverified = true\n',
            "quorum.fraction", "out_of_range",
        ),
        (
            HEAD + '[motion.main]\nvalue = { class = "main", second = 1, debatable = "yes", '
            'amendable = true, vote = "majority" }\nsource = "s"\nverified = true\n',
            "motion.main.vote", "no_requirement",
        ),
        (
            HEAD + '[motion.main]\nvalue = { class = "main", second = true, debatable = "yes", '
            'amendable = true, vote = "majority" }\nsource = "s"\nverified = true\n',
            "motion.main.second", "not_whole",
        ),
        (
            HEAD + '[notice.regular]\nvalue = { amount = 3, unit = "moons" }\nsource = "s"\n'
            "verified = true\n",
            "notice.regular.unit", "not_one_of",
        ),
        (
            HEAD + '[notice.regular]\nvalue = { amount = -72, unit = "hours_elapsed" }\n'
            'source = "s"\nverified = true\n',
            "notice.regular.amount", "not_whole",
        ),
        (
            HEAD + '[notice.regular]\nvalue = { amount = 3, unit = "days", exclude = "moon" }\n'
            'source = "s"\nverified = true\n',
            "notice.regular.exclude", "no_calendar",
        ),
        (HEAD + 'authority = "king"\n', "pack.authority", "not_one_of"),
        (HEAD + GOOD + 'authority = "king"\n', "tie.motion.authority", "not_one_of"),
        (HEAD + GOOD + 'bound = "wall"\n', "tie.motion.bound", "not_one_of"),
        (HEAD + GOOD + 'bound = "floor"\n', "tie.motion.bound", "no_order"),
        (
            HEAD + "[[tie.motion]]\nvalue = 'lost'\nsource = 's'\nverified = true\n"
            "effective_to = 2026-01-01\n"
            "[[tie.motion]]\nvalue = 'lost'\nsource = 's'\nverified = true\n"
            "effective_from = 2026-01-01\n",
            "tie.motion", "overlap",
        ),
        (HEAD + "based_on = [3]\n", "pack.based_on", "no_list"),
        (
            HEAD + '[late_item.urgent]\nvalue = { vote = "whim" }\nsource = "s"\n'
            "verified = true\n",
            "late_item.urgent.vote", "no_requirement",
        ),
        (
            HEAD + '[eligibility.funding]\nvalue = { needs = ["magic"] }\nsource = "s"\n'
            "verified = true\n",
            "eligibility.funding.needs", "no_qualification",
        ),
    ],
)  # fmt: skip
def test_a_fault_names_file_key_and_reason(tmp_path, text, key, reason):
    path = tmp_path / "p.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputRefused) as caught:
        load_pack(path)
    message = caught.value.message
    assert message.code == "error.rule_pack"
    assert (message.params["file"], message.params["key"]) == ("p.toml", key)
    assert message.params["reason"].code == f"reason.{reason}"
    for language in ("en", "th"):
        assert "p.toml" in say(message, language)


def test_a_missing_pack_is_refused(tmp_path):
    with pytest.raises(InputRefused) as caught:
        load_pack(tmp_path / "gone.toml")
    assert caught.value.message.params["reason"].code == "reason.no_file"


# --- a council's own values ----------------------------------------------------------------------


def test_own_values_lie_on_top():
    own = {
        "minutes.seconder_printed": True,
        "quorum.kind": "fixed",
        "quorum.fixed": 8,
        "motion.main.second": 2,
        "requirement.majority.base": "present_entitled",
        "tie.motion": "chair_casting",
        "notice.regular": {"amount": 72, "unit": "hours_elapsed"},
    }
    rules = resolve([pack("ronr")], own)
    assert rules.seconder_printed is True
    assert (rules.quorum.kind, rules.quorum.fixed) == (QuorumKind.FIXED, 8)
    assert rules.seconds_needed("main") == 2
    assert rules.seconds_needed("amend") == 1
    assert rules.requirement("majority").base is Base.PRESENT_ENTITLED
    assert rules.requirement("two_thirds").base is Base.VOTES_CAST
    assert rules.tie == "chair_casting"
    assert rules.notice("regular").amount == 72
    assert rules.get("quorum").overridden
    assert not rules.get("tie.appeal").overridden
    assert (rules.pack, rules.version) == ("ronr", pack("ronr").version)


@pytest.mark.parametrize(
    ("own", "key", "reason"),
    [
        ({"dogs": 1}, "dogs", "unknown_key"),
        ({"quorum.dogs": 1}, "quorum.dogs", "unknown_key"),
        ({"quorum.kind": "fixed"}, "quorum.fixed", "missing"),
        ({"tie.motion.x": 1}, "tie.motion.x", "unknown_key"),
        ({"requirement.majority.fraction": "5/4"}, "requirement.majority.fraction", "out_of_range"),
        ({"motion.main.vote": "whim"}, "motion.main.vote", "no_requirement"),
        ({"secret_ballot": "sometimes"}, "secret_ballot", "not_one_of"),
    ],
)
def test_a_wrong_own_value_is_refused(own, key, reason):
    with pytest.raises(InputRefused) as caught:
        resolve([pack("ronr")], own)
    message = caught.value.message
    assert (message.code, message.params["key"]) == ("error.rule_override", key)
    assert message.params["reason"].code == f"reason.{reason}"
    assert say(message, "en")
    assert say(message, "th")


def test_the_upper_pack_wins_and_the_lower_fills_in(tmp_path):
    path = tmp_path / "p.toml"
    path.write_text(HEAD + GOOD.replace("lost", "chair_casting"), encoding="utf-8")
    rules = resolve([pack("ronr"), load_pack(path)])
    assert rules.tie == "chair_casting"
    assert rules.tie_for("appeal") == "chair_sustained"
    assert rules.pack == "p"


def test_a_value_holds_in_its_time(tmp_path):
    path = tmp_path / "p.toml"
    path.write_text(
        HEAD
        + '[[tie.motion]]\nvalue = "lost"\nsource = "old"\nverified = true\n'
        + "effective_to = 2025-12-31\n"
        + '[[tie.motion]]\nvalue = "chair_casting"\nsource = "new"\nverified = true\n'
        + "effective_from = 2026-01-01\n",
        encoding="utf-8",
    )
    dated = load_pack(path)
    assert resolve([dated], on_date=date(2025, 12, 31)).tie == "lost"
    assert resolve([dated], on_date=date(2026, 1, 1)).tie == "chair_casting"
    assert dated.tie == "chair_casting"


def test_what_the_rules_do_not_say_is_refused():
    with pytest.raises(InputRefused) as caught:
        pack("ronr").requirement("whim")
    assert caught.value.code == "error.rule_missing"


def test_rules_need_a_pack():
    with pytest.raises(ValueError, match="pack"):
        resolve([])

"""Layers: statute before bylaws before standing rules before the parliamentary authority."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council.catalogue import say
from council.domain.messages import InputRefused, Message
from council.domain.rules.book import RuleNotKnown
from council.domain.rules.layers import resolve
from council.domain.rules.pack import RulePack
from council.domain.rules.reader import load_pack
from council.domain.rules.values import Authority, Bound, Value, read
from council.domain.text import Text
from council.paths import resources

RONR = load_pack(resources() / "rules" / "ronr.toml")
NOTICE = "notice.regular"
DAY = date(2026, 11, 19)


def value(key, data, authority=Authority.PARLIAMENTARY, bound=None, start=None, end=None):
    typed = read(key, data)
    return Value(typed, data, "s", True, start, end, authority=Authority(authority), bound=bound)


def pack(uid, *values, bases=(), key=NOTICE):
    own = {key: values} if values else {}
    return RulePack(uid, "1", Text.of(uid, "en"), "s", own, bases=tuple(bases))


def hours(number, **more):
    return value(NOTICE, {"amount": number, "unit": "hours_elapsed"}, **more)


def amount(*packs, bylaws=None, on=DAY):
    return resolve(packs, bylaws, on).value_of(NOTICE).amount


def why(rules, uid, key=NOTICE):
    found = next(layer for layer in rules.layers_of(key) if layer.pack == uid)
    return found.why.code.partition(".")[2] if found.why else None


# --- authority -----------------------------------------------------------------------------------


def test_the_higher_authority_binds_whatever_lies_on_top():
    law = pack("law", hours(72, authority="statute"))
    custom = pack("custom", hours(24), bases=[law])
    assert amount(custom) == 72
    assert amount(custom, law) == amount(law, custom) == 72
    rules = resolve([custom], on_date=DAY)
    assert [(one.pack, one.binds) for one in rules.layers_of(NOTICE)] == [
        ("law", True),
        ("custom", False),
    ]
    assert (why(rules, "law"), why(rules, "custom")) == (None, "higher")


def test_bylaws_lie_between_statute_and_standing_rules():
    law = pack("law", hours(72, authority="statute"))
    rules_of_order = pack("orders", hours(48, authority="standing_rules"))
    own = {NOTICE: {"amount": 24, "unit": "hours_elapsed"}}
    assert amount(rules_of_order, bylaws=own) == 24
    assert amount(law, rules_of_order, bylaws=own) == 72
    assert [layer.pack for layer in resolve([rules_of_order, law], own).layers_of(NOTICE)] == [
        "law",
        "bylaws",
        "orders",
    ]


def test_of_the_same_authority_the_pack_binds_over_what_it_is_based_on():
    base = pack("base", hours(72, authority="statute"))
    city = pack("city", hours(24, authority="statute"), bases=[base])
    assert amount(city) == 24
    rules = resolve([city])
    assert why(rules, "base") == "replaced"
    assert "city" in say(rules.layers_of(NOTICE)[1].why, "en")


def test_a_pack_under_two_others_is_one_layer():
    base = pack("base", hours(72))
    left, right = pack("left", hours(48), bases=[base]), pack("right", bases=[base])
    rules = resolve([pack("top", bases=[left, right])])
    assert [layer.pack for layer in rules.layers_of(NOTICE)] == ["left", "base"]
    assert (rules.pack, rules.version) == ("top", "1")


def test_one_value_may_have_another_authority_than_its_pack():
    law = pack("law", hours(72, authority="standing_rules"))
    assert amount(law, bylaws={NOTICE: {"amount": 24, "unit": "hours_elapsed"}}) == 24


# --- floor and ceiling ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bound", "law", "below", "binding", "reason"),
    [
        (Bound.FLOOR, 72, 96, 96, "stricter"),
        (Bound.FLOOR, 72, 24, 72, "beyond_floor"),
        (Bound.FLOOR, 72, 72, 72, "same"),
        (Bound.CEILING, 72, 24, 24, "stricter"),
        (Bound.CEILING, 72, 96, 72, "beyond_ceiling"),
        (Bound.CEILING, 72, 72, 72, "same"),
        (None, 72, 96, 72, "higher"),
    ],
)
def test_a_floor_may_be_raised_and_a_ceiling_lowered(bound, law, below, binding, reason):
    statute = pack("law", hours(law, authority="statute", bound=bound))
    custom = pack("custom", hours(below))
    rules = resolve([statute, custom])
    assert rules.value_of(NOTICE).amount == binding
    barred = "custom" if binding == law else "law"
    assert why(rules, barred) == reason
    assert sum(layer.binds for layer in rules.layers_of(NOTICE)) == 1


def test_what_cannot_be_compared_does_not_stand_against_a_floor():
    statute = pack("law", hours(72, authority="statute", bound=Bound.FLOOR))
    custom = pack("custom", value(NOTICE, {"amount": 3, "unit": "days"}))
    rules = resolve([statute, custom])
    assert rules.value_of(NOTICE).unit == "hours_elapsed"
    assert why(rules, "custom") == "not_comparable"
    told = [say(layer.why, language) for layer in rules.layers_of(NOTICE)[1:]
            for language in ("en", "th")]  # fmt: skip
    assert all("law" in words for words in told)


def test_the_lower_layers_settle_it_among_themselves_before_the_floor_is_laid():
    """Bylaws of 48 hours bar a custom of 100, and the law's floor of 72 bars the bylaws."""
    statute = pack("law", hours(72, authority="statute", bound=Bound.FLOOR))
    custom = pack("custom", hours(100))
    own = {NOTICE: {"amount": 48, "unit": "hours_elapsed"}}
    assert amount(statute, custom, bylaws=own) == 72
    own[NOTICE]["amount"] = 96
    rules = resolve([statute, custom], own)
    assert rules.value_of(NOTICE).amount == 96
    assert (why(rules, "law"), why(rules, "custom")) == ("stricter", "higher")


def test_a_layer_that_gave_way_to_one_that_is_barred_is_barred_too():
    statute = pack("law", hours(72, authority="statute"))
    orders = pack("orders", hours(24, authority="standing_rules", bound=Bound.FLOOR))
    custom = pack("custom", hours(48))
    rules = resolve([statute, orders, custom])
    assert rules.value_of(NOTICE).amount == 72
    assert (why(rules, "orders"), why(rules, "custom")) == ("higher", "higher")


def fields(*codes, **more):
    return value("minutes.required_fields", list(codes), **more)


def test_what_minutes_must_hold_adds_up_over_a_floor():
    key = "minutes.required_fields"
    statute = {"authority": "statute", "bound": Bound.FLOOR}
    law = pack("law", fields("present", "place", **statute), key=key)
    custom = pack("custom", fields("motions", "place"), key=key)
    rules = resolve([law, custom])
    assert rules.value_of(key) == ("present", "place", "motions")
    assert rules.find(key).data == ["present", "place", "motions"]
    assert (why(rules, "law", key), why(rules, "custom", key)) == ("stricter", None)
    fuller = pack("custom", fields("motions", "present", "place"), key=key)
    assert resolve([law, fuller]).find(key) == fuller.find(key)
    less = resolve([law, pack("custom", fields("place"), key=key)])
    assert (less.value_of(key), why(less, "custom", key)) == (("present", "place"), "beyond_floor")


def test_without_a_floor_and_for_other_lists_nothing_adds_up():
    key = "minutes.required_fields"
    law = pack("law", fields("present", authority="statute"), key=key)
    custom = pack("custom", fields("motions"), key=key)
    assert resolve([law, custom]).value_of(key) == ("present",)
    lawful = "without_quorum"
    statute = value(lawful, ["adjourn"], "statute", Bound.FLOOR)
    packs = [pack("law", statute, key=lawful), pack("c", value(lawful, ["recess"]), key=lawful)]
    assert resolve(packs).value_of(lawful) == ("adjourn",)


def test_what_adds_up_names_both_sources():
    key = "minutes.required_fields"
    law = replace(fields("present", authority="statute", bound=Bound.FLOOR), source="Act s.3")
    custom = replace(fields("motions"), source="V.3")
    rules = resolve([pack("law", law, key=key), pack("custom", custom, key=key)])
    assert rules.find(key).source == "Act s.3; V.3"


def test_a_layer_tells_its_authority_and_what_took_its_place():
    rules = resolve([pack("custom", hours(24))], {NOTICE: {"amount": 48, "unit": "hours_elapsed"}})
    assert [(one.pack, one.authority, one.why) for one in rules.layers_of(NOTICE)] == [
        ("bylaws", Authority.BYLAWS, None),
        (
            "custom",
            Authority.PARLIAMENTARY,
            Message("layer.higher", {"by": Message("layer.bylaws")}),
        ),
    ]
    assert rules.keys() == (NOTICE,)


def test_a_part_of_an_own_value_may_name_what_only_a_pack_has():
    rules = resolve([RONR], {"motion.main.second": 2})
    assert (rules.seconds_needed("main"), rules.vote_for("main")) == (2, "majority")


def test_nothing_speaks_of_a_key_that_no_layer_has():
    assert resolve([pack("law", hours(72))]).layers_of("quorum") == ()


# --- time ----------------------------------------------------------------------------------------

OLD, NEW = date(2020, 1, 1), date(2026, 1, 1)


def test_the_value_in_force_on_the_day_counts():
    law = pack("law", hours(72, end=NEW - timedelta(1)), hours(96, start=NEW))
    assert amount(law, on=NEW - timedelta(1)) == 72
    assert amount(law, on=NEW) == 96
    assert amount(law, on=None) == 96


def test_before_its_first_known_day_a_rule_is_not_known_and_nothing_lower_is_guessed():
    law = pack("law", hours(96, start=NEW, authority="statute"))
    rules = resolve([law, pack("custom", hours(24))], on_date=NEW - timedelta(1))
    found = rules.find(NOTICE)
    assert (found.known, found.value, found.data, found.effective_from) == (False, None, None, NEW)
    assert rules.value_of(NOTICE, "anything") is None
    assert rules.notice("regular") is None
    assert why(rules, "law") == "not_known"
    with pytest.raises(RuleNotKnown) as caught:
        rules.get(NOTICE)
    for language in ("en", "th"):
        assert say(caught.value.message, language)
        assert say(rules.layers_of(NOTICE)[0].why, language)


def test_a_rule_not_known_on_the_day_calls_on_no_other():
    key = "late_item.urgent"
    late = value(key, {"vote": "gone"}, start=NEW)
    assert resolve([pack("law", late, key=key)], on_date=OLD).find(key).known is False


def test_what_is_not_known_below_does_not_weigh_against_what_is_known_above():
    law = pack("law", hours(72, authority="statute", bound=Bound.FLOOR))
    custom = pack("custom", hours(96, start=NEW))
    rules = resolve([law, custom], on_date=OLD)
    assert rules.value_of(NOTICE).amount == 72
    assert why(rules, "custom") == "not_known"


def test_after_its_end_and_in_a_gap_a_layer_says_nothing():
    law = pack("law", hours(72, start=OLD, end=date(2021, 1, 1)), hours(96, start=NEW))
    custom = pack("custom", hours(24))
    assert amount(law, custom, on=date(2022, 1, 1)) == 24
    ended = pack("law", hours(72, end=OLD, authority="statute"))
    assert amount(ended, custom) == 24


def test_an_own_value_from_a_day_leaves_what_holds_before_alone():
    custom = pack("custom", hours(24))
    own = {NOTICE: {"value": {"amount": 72, "unit": "hours_elapsed"}, "from": "2026-01-01"}}
    assert amount(custom, bylaws=own, on=NEW - timedelta(1)) == 24
    assert amount(custom, bylaws=own, on=NEW) == 72


def test_parts_of_a_rule_not_known_on_the_day_must_stand_alone():
    law = pack("law", hours(96, start=NEW))
    with pytest.raises(InputRefused):
        resolve([law], {f"{NOTICE}.amount": 48}, OLD)
    own = {f"{NOTICE}.amount": 48, f"{NOTICE}.unit": "days"}
    assert amount(law, bylaws=own, on=OLD) == 48


# --- bylaws --------------------------------------------------------------------------------------


def test_an_own_value_tells_article_and_reason():
    own = {"tie.motion": {"value": "chair_casting", "article": "V.3", "reason": {"en": "Agreed"}}}
    found = resolve([RONR], own).get("tie.motion")
    assert (found.value, found.data) == ("chair_casting", "chair_casting")
    assert (found.article, found.reason, found.source) == ("V.3", Text.of("Agreed", "en"), "V.3")
    assert (found.authority, found.overridden) == (Authority.BYLAWS, True)


def test_the_parts_of_an_own_value_tell_all_their_articles():
    own = {
        "quorum.kind": {"value": "fixed", "article": "V.2"},
        "quorum.fixed": {"value": 8, "article": "V.2.1"},
    }
    found = resolve([RONR], own).get("quorum")
    assert (found.value.fixed, found.article) == (8, "V.2, V.2.1")
    assert found.data == {"kind": "fixed", "base": "members_in_office", "fixed": 8}


def test_an_own_value_that_is_a_list_is_no_list_of_times():
    rules = resolve([RONR], {"without_quorum": ["adjourn"]})
    assert rules.value_of("without_quorum") == ("adjourn",)
    steps = [{"from": 1, "needed": 1}, {"from": 8, "needed": 2}]
    rules = resolve([RONR], {"second_table": steps})
    assert [rules.seconds_needed("main", members) for members in (7, 8, None)] == [1, 2, 1]
    assert rules.seconds_needed("amend", 8) == 1


@pytest.mark.parametrize(
    ("own", "key", "reason"),
    [
        ({"tie.motion": {"value": "lost", "colour": 1}}, "tie.motion.colour", "unknown_key"),
        ({"tie.motion": {"value": "lost", "article": 5}}, "tie.motion.article", "no_words"),
        ({"tie.motion": {"value": "lost", "reason": {"en": 5}}}, "tie.motion.reason", "no_words"),
        ({"tie.motion": {"value": "lost", "from": "soon"}}, "tie.motion.from", "not_a_day"),
        ({"tie.motion": {"value": "lost", "to": 3}}, "tie.motion.to", "not_a_day"),
        (
            {"tie.motion": {"value": "lost", "from": "2026-02-01", "to": "2026-01-01"}},
            "tie.motion.to", "ends_first",
        ),
        (
            {"tie.motion": [{"value": "lost"}, {"value": "chair_casting", "from": "2026-01-01"}]},
            "tie.motion", "overlap",
        ),
        (
            {"tie.motion": [{"value": "won", "to": "2026-01-01"}]}, "tie.motion", "not_one_of",
        ),
        ({"late_item.urgent": {"vote": "whim"}}, "late_item.urgent.vote", "no_requirement"),
    ],
)  # fmt: skip
def test_an_own_value_that_cannot_be_read_is_refused(own, key, reason):
    with pytest.raises(InputRefused) as caught:
        resolve([RONR], own)
    params = caught.value.message.params
    assert (caught.value.code, params["key"]) == ("error.rule_override", key)
    assert params["reason"].code == f"reason.{reason}"
    for language in ("en", "th"):
        assert say(caught.value.message, language)


# --- of all packs and orders ---------------------------------------------------------------------

_BOUNDS = st.sampled_from([None, Bound.FLOOR, Bound.CEILING])
_LAYERS = st.lists(
    st.tuples(st.integers(1, 200), _BOUNDS), min_size=len(Authority), max_size=len(Authority)
)


@settings(max_examples=150)
@given(_LAYERS, st.permutations(range(len(Authority))))
def test_the_order_of_packs_of_different_authority_does_not_matter(said, order):
    packs = [
        pack(authority, hours(number, authority=authority, bound=bound))
        for authority, (number, bound) in zip(Authority, said, strict=True)
    ]
    straight, mixed = resolve(packs), resolve([packs[at] for at in order])
    assert straight.value_of(NOTICE) == mixed.value_of(NOTICE)
    assert straight.layers_of(NOTICE) == mixed.layers_of(NOTICE)


@settings(max_examples=150)
@given(_LAYERS)
def test_no_lower_layer_goes_below_a_floor_or_above_a_ceiling(said):
    packs = [
        pack(authority, hours(number, authority=authority, bound=bound))
        for authority, (number, bound) in zip(Authority, said, strict=True)
    ]
    for top in range(len(packs)):
        number, bound = said[top]
        holds = amount(*packs[top:])
        if bound is None:
            assert holds == number
        else:
            assert holds >= number if bound is Bound.FLOOR else holds <= number
    for layer in resolve(packs).layers_of(NOTICE):
        assert layer.binds == (layer.why is None)
        for language in ("en", "th"):
            assert layer.binds or say(layer.why, language)


def test_every_order_of_the_real_packs_gives_the_same_law():
    folder = resources() / "rules"
    names = ("us-ca-brown", "ronr", "ronr-small-board")
    packs = [load_pack(folder / f"{name}.toml") for name in names]
    binding = {
        tuple((key, resolve(order).find(key).source) for key in ("secret_ballot", NOTICE))
        for order in permutations(packs)
    }
    assert len(binding) == 1
    assert {resolve(order).secret_ballot for order in permutations(packs)} == {"forbidden"}


def test_a_pack_that_binds_as_a_copy_says_the_same():
    law = hours(72, authority="statute", bound=Bound.FLOOR)
    assert why(resolve([pack("law", law), pack("copy", replace(law, bound=None))]), "law") == (
        "replaced"
    )

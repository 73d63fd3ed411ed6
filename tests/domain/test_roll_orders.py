"""In which order a roll is called."""

from __future__ import annotations

import pytest

from council.domain.text import Text
from council.domain.vocabulary import RollOrder
from council.domain.votes.roll_orders import by_lot, call_order, name_key

NAMES = {"h": "Amal Haddad", "n": "Kay Nunn", "o": "Ife Okafor", "r": "Ben Roy", "l": "Sue Lee"}
SEATED = tuple(NAMES)
KEYS = {uid: name_key(Text.of(name, "en"), "en") for uid, name in NAMES.items()}


def called(order: RollOrder, **more: object) -> str:
    return "".join(call_order(order, SEATED, KEYS, **more))


@pytest.mark.parametrize(
    ("order", "chair", "people"),
    [
        (RollOrder.SEAT, "h", "hnorl"),
        (RollOrder.CHAIR_LAST, "h", "norlh"),
        (RollOrder.CHAIR_LAST, "o", "hnrlo"),
        (RollOrder.CHAIR_LAST, None, "hnorl"),
        (RollOrder.ALPHABETICAL, "h", "hlnor"),
    ],
)
def test_the_plain_orders(order, chair, people):
    assert called(order, chair=chair) == people


def test_a_rotating_roll_begins_one_name_later_each_time():
    before, begun = "", []
    for _time in range(6):
        before = called(RollOrder.ROTATING, before=before)
        assert sorted(before) == sorted(SEATED)
        begun.append(before[0])
    assert begun == ["h", "l", "n", "o", "r", "h"]


def test_a_rotating_roll_goes_on_when_who_began_has_left_the_council():
    assert called(RollOrder.ROTATING, before="xyro") == "rhlno"
    assert called(RollOrder.ROTATING, before="xyz") == "hlnor"


def test_a_roll_by_lot_holds_everybody_and_is_drawn():
    assert called(RollOrder.RANDOM, shuffle=lambda people: people.reverse()) == "lronh"
    drawn = {called(RollOrder.RANDOM) for _time in range(60)}
    assert {"".join(sorted(one)) for one in drawn} == {"".join(sorted(SEATED))}
    assert len(drawn) > 10
    hundred = list(range(100))
    by_lot(hundred)
    assert hundred != sorted(hundred)
    assert sorted(hundred) == list(range(100))


def test_thai_names_are_sorted_by_the_given_name_and_a_written_sort_name_wins():
    thai = {"k": Text.of("เกศินี จันทร์", "th"), "a": Text.of("อารี กลิ่นหอม", "th")}
    keys = {uid: name_key(name, "th") for uid, name in thai.items()}
    assert call_order("alphabetical", ["a", "k"], keys) == ("k", "a")
    keys["a"] = name_key(thai["a"], "th", "กลิ่นหอม อารี")
    assert call_order("alphabetical", ["k", "a"], keys) == ("a", "k")


def test_two_of_one_family_are_called_by_their_given_names():
    keys = {uid: name_key(Text.of(name, "en"), "en") for uid, name in
            (("z", "Zoe Lee"), ("a", "Ann Lee"), ("k", "Kim Leeds"))}  # fmt: skip
    assert call_order("alphabetical", ["z", "k", "a"], keys) == ("a", "z", "k")


def test_an_unknown_order_is_refused():
    with pytest.raises(ValueError, match="by height"):
        call_order("by height", SEATED, KEYS)

"""Who may move and second, and how many seconders there must be (RONR §4, §49; th-lao)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from council.catalogue import say
from council.domain.order.precedence import Floor, Member, may_move, seconds
from council.domain.rules.book import RuleBook
from council.domain.rules.layers import resolve
from council.domain.rules.reader import load_pack
from council.domain.text import Text
from council.domain.vocabulary import MotionKind
from council.paths import resources

FOLDER = resources() / "rules"
DAY = date(2026, 6, 1)
MAIN = MotionKind.MAIN


def rules(name: str):
    """Return the rules of a pack with what it is based on."""
    packs = [load_pack(FOLDER / f"{name}.toml")]
    while packs[0].based_on:
        above = packs[0].based_on
        above = above if isinstance(above, str) else above[0]
        packs.insert(0, load_pack(FOLDER / f"{above}.toml"))
    return resolve(packs, on_date=DAY)


RONR = rules("ronr")
LAO = rules("th-lao")
ANN = Member("ann", Text.of("Ann Moss", "en"))
BEN = Member("ben", Text.of("Ben Roy", "en"))
CORA = Member("cora", Text.of("Cora Lee", "en"))
MAYOR = Member("mayor", Text.of("The Mayor", "en"), voting=False, executive=True)


def said(ruling):
    """Return (holds, the last part of the code), and see that it can be said in both languages."""
    for language in ("en", "th"):
        assert say(ruling.message, language)
    return ruling.holds, ruling.message.code.partition(".")[2]


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (ANN, (True, "may_move")),
        (replace(ANN, here=False), (False, "mover_absent")),
        (replace(ANN, voting=False), (False, "mover_no_member")),
        (replace(ANN, recused=True), (False, "mover_recused")),
        (replace(ANN, presiding=True), (False, "mover_presides")),
        (MAYOR, (False, "mover_no_member")),
    ],
)
def test_members_present_move_ronr_4(person, expected):
    ruling = may_move(Floor(), MAIN, person, RONR)
    assert said(ruling) == expected
    assert person.name.show("en") in say(ruling.message, "en")
    assert ruling.source == ("RONR §43" if person.presiding else "RONR §10")


@pytest.mark.parametrize("kind", ["point_of_order", "question_of_privilege", "inquiry"])
def test_who_is_recused_may_still_raise_what_decides_nothing(kind):
    assert may_move(Floor(), MotionKind(kind), replace(ANN, recused=True), RONR).holds
    assert not may_move(Floor(), MotionKind(kind), replace(ANN, here=False), RONR).holds


def test_the_chair_of_a_small_board_moves_ronr_49():
    chair = replace(ANN, presiding=True)
    assert may_move(Floor(small_board=True), MAIN, chair, RONR).holds
    assert may_move(Floor(), MAIN, chair, rules("ronr-small-board")).holds
    assert may_move(Floor(), MAIN, chair, RONR).holds is False
    assert may_move(Floor(), MAIN, chair, RONR).verified is False


def test_the_executive_moves_in_a_thai_local_council_th_lao():
    assert may_move(Floor(), MAIN, MAYOR, LAO).holds
    assert may_move(Floor(), MAIN, replace(MAYOR, executive=False), LAO).holds is False
    assert may_move(Floor(), MAIN, replace(MAYOR, here=False), LAO).holds is False


@pytest.mark.parametrize(
    ("seconders", "expected"),
    [
        ([BEN], (True, "second_enough")),
        ([BEN, CORA], (True, "second_enough")),
        ([], (False, "second_missing")),
        ([ANN], (False, "second_own")),
        ([ANN, BEN], (True, "second_enough")),
        ([replace(BEN, here=False)], (False, "second_absent")),
        ([replace(BEN, voting=False)], (False, "second_no_member")),
        ([replace(BEN, recused=True)], (False, "second_recused")),
        ([replace(BEN, presiding=True)], (True, "second_enough")),
        ([replace(BEN, here=False), CORA], (True, "second_enough")),
        ([replace(BEN, here=False), ANN], (False, "second_absent")),
    ],
)
def test_a_main_motion_needs_one_seconder_ronr_4(seconders, expected):
    ruling = seconds(Floor(), MAIN, ANN, seconders, RONR)
    assert said(ruling) == expected
    assert ruling.source == "RONR §10"


def test_what_is_missing_is_told_with_numbers_and_name():
    ruling = seconds(Floor(), MAIN, ANN, [ANN], RONR)
    assert say(ruling.message, "en") == (
        "Ann Moss made the motion and cannot second it. 1 seconder needed, 0 recorded."
    )
    ruling = seconds(Floor(members=9), MAIN, ANN, [BEN], LAO)
    assert say(ruling.message, "en") == "2 seconders needed, 1 recorded."


def test_a_small_board_and_a_point_of_order_need_no_second_ronr_49_23():
    assert said(seconds(Floor(), MAIN, ANN, [], rules("ronr-small-board"))) == (True, "second_none")
    for kind in ("point_of_order", "withdraw", "inquiry", "object_to_consideration"):
        assert said(seconds(Floor(), MotionKind(kind), ANN, [], RONR)) == (True, "second_none")


@pytest.mark.parametrize(
    ("seconders", "code"),
    [([], "second_cured"), ([ANN], "second_cured"), ([BEN], "second_enough")],
)
def test_once_debate_has_begun_a_missing_second_is_cured_ronr_4(seconders, code):
    ruling = seconds(Floor(), MAIN, ANN, seconders, RONR, begun=True)
    assert said(ruling) == (True, code)
    assert ruling.source == RONR.get("motion.main").source


def test_who_moved_may_be_unknown():
    assert said(seconds(Floor(), MAIN, None, [BEN], RONR)) == (True, "second_enough")
    assert said(seconds(Floor(), MAIN, None, [], RONR)) == (False, "second_missing")


@pytest.mark.parametrize(
    ("members", "seconders", "holds"),
    [
        (7, [BEN], True),
        (7, [], False),
        (8, [BEN], False),
        (8, [BEN, CORA], True),
        (8, [BEN, BEN], False),
        (8, [ANN, BEN], False),
        (20, [BEN, CORA], True),
    ],
)
def test_seconders_by_size_of_the_council_th_lao(members, seconders, holds):
    ruling = seconds(Floor(members=members), MAIN, ANN, seconders, LAO)
    assert ruling.holds is holds
    assert ruling.source == LAO.get("second_table").source


def test_the_executives_own_motion_needs_no_second_th_lao():
    assert said(seconds(Floor(members=20), MAIN, MAYOR, [], LAO)) == (True, "second_none")
    assert seconds(Floor(members=20), MAIN, ANN, [], LAO).holds is False
    # elsewhere who heads the administration has no such right
    assert seconds(Floor(members=20), MAIN, MAYOR, [], RONR).holds is False


def test_the_executive_does_not_second_th_lao():
    ruling = seconds(Floor(members=5), MAIN, ANN, [MAYOR], LAO)
    assert said(ruling) == (False, "second_no_member")


def test_the_table_of_seconders_is_for_main_motions_th_lao():
    ruling = seconds(Floor(members=20), MotionKind.POINT_OF_ORDER, ANN, [], LAO)
    assert said(ruling) == (True, "second_none")
    assert ruling.source == LAO.get("motion.point_of_order").source


@pytest.mark.parametrize("gone", ["motion.main", "second_table"])
def test_what_the_rules_do_not_know_that_day_cannot_be_determined(gone):
    class Unknown:
        def find(self, key):
            value = LAO.find(key)
            return replace(value, known=False, value=None) if key == gone else value

        def __getattr__(self, name):
            return getattr(LAO, name)

    ruling = seconds(Floor(members=20), MAIN, ANN, [], Unknown())
    assert said(ruling) == (None, "no_rule")
    assert (ruling.source, ruling.verified) == (LAO.get(gone).source, False)


def test_who_is_recused_may_second_what_decides_nothing():
    book = Doubled(replace(LAO.get("motion.point_of_order"), value=replace(
        LAO.motion("point_of_order"), second=1
    )))  # fmt: skip
    recused = replace(BEN, recused=True)
    assert seconds(Floor(), MotionKind.POINT_OF_ORDER, ANN, [recused], book).holds
    assert seconds(Floor(members=5), MAIN, ANN, [recused], LAO).holds is False


class Doubled(RuleBook):
    """The rules of a Thai local council with another rule for points of order."""

    def __init__(self, point, every=None) -> None:
        self.point, self.every = point, every or (lambda value: value)

    def find(self, key):
        found = self.point if key == "motion.point_of_order" else LAO.find(key)
        return found and self.every(found)

    def keys(self):
        return LAO.keys()


@pytest.mark.parametrize("verified", [True, False])
def test_each_answer_says_whether_its_rule_is_confirmed(verified):
    book = Doubled(LAO.get("motion.point_of_order"), lambda v: replace(v, verified=verified))
    floor = Floor(members=20)
    for listed in ([], [BEN], [BEN, CORA]):
        for begun in (False, True):
            assert seconds(floor, MAIN, ANN, listed, book, begun=begun).verified is verified
    assert may_move(floor, MAIN, ANN, book).verified is verified
    assert may_move(floor, MAIN, replace(ANN, here=False), book).verified is verified


def test_what_the_rules_do_not_name_has_no_source():
    class Silent(Doubled):
        def find(self, key):
            return None if key == "motion.recess" else super().find(key)

    book = Silent(LAO.get("motion.point_of_order"))
    ruling = may_move(Floor(), MotionKind.RECESS, ANN, book)
    assert (ruling.holds, ruling.source, ruling.verified) == (True, "", False)
    ruling = seconds(Floor(), MotionKind.RECESS, ANN, [], book)
    assert (ruling.holds, ruling.source, ruling.verified) == (None, "", False)

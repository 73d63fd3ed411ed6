"""Every rule pack loads, answers every question in both languages, and names its sources."""

from __future__ import annotations

import re
from datetime import date

import pytest

from council.catalogue import has
from council.domain.rules.layers import resolve
from council.domain.rules.values import Authority
from council.domain.vocabulary import MotionKind
from tests.helpers.packs import FOLDER, NAMES, PACKS, pack

OWN_LAW = sorted(set(PACKS) - {"ronr", "ronr-small-board", "th-custom"})
THAI = re.compile("[\u0e01-\u0e5b]")
LATIN = re.compile("[A-Za-z]")
TAG = re.compile(r"\[?\b(GK|[STLPC]\d+)\b\]?|\.\./|/[a-z]+/|https?:")
UNVERIFIED = {
    "us-ca-brown": {"speaker_name_optional", "retention.minutes"},
    "us-ny-oml": set(),
    "us-nyc-cb": {"requirement.two_thirds"},
}


def own_values(name):
    return [(key, value) for key, times in pack(name).own.items() for value in times]


def test_the_packs_of_the_issue_are_all_there():
    assert set(PACKS) >= {
        *("ronr", "ronr-small-board", "us-ca-brown", "us-ca-la-nc", "us-ny-oml", "us-nyc-cb"),
        *("uk-parish", "th-coc", "th-muni", "th-lao", "th-emeet"),
    }


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_defines_every_requirement_and_every_motion(name):
    rules = resolve([pack(name)], on_date=date(2026, 11, 23))
    assert set(NAMES) <= set(rules.requirement_names())
    for kind in MotionKind:
        rule = rules.motion(kind)
        assert not rule.is_voted_on or rules.requirement(rule.vote)
        assert rules.seconds_needed(kind) in (0, 1, 2)
    assert has(f"tie.{rules.tie}")
    assert has(f"chair_votes.{rules.chair_votes}")
    assert rules.quorum


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_speaks_both_languages(name):
    rules = pack(name)
    texts = [rules.name, rules.about]
    texts += [value.value for key, value in own_values(name) if key.startswith("duty.")]
    for text in texts:
        assert LATIN.search(text.get("en") or "")
        assert not THAI.search(text.get("en"))
        assert THAI.search(text.get("th") or "")


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_names_sources_a_reader_can_find(name):
    assert not TAG.search(pack(name).source)
    for key, value in own_values(name):
        assert value.source.strip(), key
        assert not TAG.search(value.source), (key, value.source)


@pytest.mark.parametrize("name", PACKS)
def test_thai_words_are_those_of_the_glossary(name):
    text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    for avoided in ("บันทึกการประชุม", "เปิดประชุมเวลา", "ปิดประชุมเวลา", "องค์ประชุมครบ"):
        assert avoided not in text
    # "วาระ" alone is an agenda item and a term of office: never the bare word.
    assert not re.search("(?<!ระเบียบ)วาระ(?!การดำรงตำแหน่ง)", text)


@pytest.mark.parametrize("name", OWN_LAW)
def test_a_law_ranks_as_statute_and_typical_bylaws_below_the_councils_own(name):
    assert pack(name).authority is Authority.STATUTE
    for key, value in own_values(name):
        if not value.verified and key in ("quorum", "requirement.majority"):
            assert value.authority is Authority.STANDING_RULES or value.bound, key


@pytest.mark.parametrize("name", PACKS)
def test_the_least_notice_of_a_law_is_a_floor_and_a_deadline_a_ceiling(name):
    for key, value in own_values(name):
        if value.authority is not Authority.STATUTE:
            continue
        if key.startswith("notice.") or key in ("motion_notice", "notice_documents"):
            assert value.bound == "floor", key
        if key in ("minutes.draft_due", "minutes.approved_due"):
            assert value.bound == "ceiling", key


@pytest.mark.parametrize(("name", "keys"), UNVERIFIED.items())
def test_only_what_is_general_knowledge_waits_to_be_confirmed(name, keys):
    assert {key for key, value in own_values(name) if not value.verified} == keys


def test_nothing_of_thai_practice_passes_for_confirmed():
    assert not any(value.verified for _, value in own_values("th-custom"))


def test_thai_packs_do_not_lean_on_roberts_rules():
    for name in PACKS:
        if name.startswith("th-"):
            assert "ronr" not in {base.uid for base in pack(name).tree()}


@pytest.mark.parametrize(
    ("name", "uids"),
    [
        ("us-ca-la-nc", {"us-ca-brown", "ronr"}),
        ("us-nyc-cb", {"us-ny-oml", "ronr"}),
        ("uk-parish", {"ronr"}),
        ("th-lao", {"th-custom"}),
    ],
)
def test_a_pack_lies_on_those_it_is_based_on(name, uids):
    assert {one.uid for one in pack(name).tree()} - {name} == uids


# --- facts over time ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "carried"), [(date(2025, 12, 31), "2/3"), (date(2026, 1, 1), "1/2")]
)
def test_los_angeles_teleconferencing_needs_two_thirds_until_2025_then_a_majority(day, carried):
    """Gov. Code §54953.8 to 2025; Senate Bill 707 from 2026."""
    rules = resolve([pack("us-ca-la-nc")], on_date=day)
    assert str(rules.requirement("teleconference").fraction) == carried


@pytest.mark.parametrize(
    ("name", "key", "before", "first"),
    [
        ("us-ca-brown", "remote", date(2025, 12, 31), date(2026, 1, 1)),
        ("us-ca-la-nc", "remote", date(2025, 12, 31), date(2026, 1, 1)),
        ("th-muni", "eligibility.membership", date(2021, 4, 25), date(2021, 4, 26)),
        ("th-emeet", "remote", date(2020, 4, 18), date(2020, 4, 19)),
        ("th-coc", "term", date(2008, 1, 30), date(2008, 1, 31)),
        ("us-ny-oml", "duty.minutes_on_website", date(2021, 11, 7), date(2021, 11, 8)),
    ],
)
def test_a_rule_is_not_known_before_its_first_day(name, key, before, first):
    assert resolve([pack(name)], on_date=before).find(key).known is False
    assert resolve([pack(name)], on_date=first).find(key).known is True


def test_old_rules_of_the_brown_act_hold_in_earlier_years():
    rules = resolve([pack("us-ca-brown")], on_date=date(2020, 3, 1))
    assert rules.notice("regular").amount == 72
    assert rules.secret_ballot == "forbidden"

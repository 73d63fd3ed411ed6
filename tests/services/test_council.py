from __future__ import annotations

from datetime import UTC, date, timedelta

import pytest
from desks import MORNING, back_and_forth, empty_desk, founded, local, words

from council.catalogue import say
from council.domain.messages import CouncilError, InputRefused, NotAllowed
from council.domain.rules import layers
from council.domain.text import Text
from council.services import bylaws, council
from council.services.desk import CountingIds, FixedClock, RandomIds, open_desk
from council.services.members import bodies

GOOD = {
    "name": words("Riverbend"),
    "languages": ("en", "th"),
    "time_zone": "America/Los_Angeles",
    "pack": "ronr",
    "seats": 3,
}


def test_a_new_file_has_no_council():
    desk = empty_desk()
    assert council.get_council(desk) is None
    with pytest.raises(NotAllowed) as caught:
        council.get_rules(desk)
    assert caught.value.code == "error.no_council"


def test_founding_makes_council_body_and_seats_in_one_step():
    desk = empty_desk()
    back_and_forth(desk, council.found_council, **GOOD, place=words("Hall"), digits="thai")
    info = council.get_council(desk)
    assert (info.name, info.languages, info.paper, info.digits) == (
        words("Riverbend"),
        ("en", "th"),
        "A4",
        "thai",
    )
    assert info.rules[0].pack == "ronr"
    body = bodies.list_bodies(desk)[0]
    assert (body.name, body.seats) == (words("Riverbend"), 3)
    labels = [seat.label for seat in bodies.list_seats(desk, body.uid)]
    assert labels[2] == Text((("en", "Seat 3"), ("th", "ตำแหน่งที่ 3")))


def test_one_file_holds_one_council():
    desk = founded()
    with pytest.raises(NotAllowed):
        council.found_council(desk, **GOOD)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name", Text(), "error.empty"),
        ("name", words("  \n"), "error.empty"),
        ("languages", (), "error.empty"),
        ("languages", ("English",), "error.language"),
        ("time_zone", "Mars/Base", "error.time_zone"),
        ("pack", "none-such", "error.pack_unknown"),
        ("seats", 0, "error.seat_count"),
        ("seats", 1000, "error.seat_count"),
        ("paper", "A5", "error.paper"),
        ("digits", "roman", "error.digits"),
    ],
)
def test_what_cannot_be_a_council_is_refused_with_a_sentence(field, value, code):
    desk = empty_desk()
    with pytest.raises(InputRefused) as caught:
        council.found_council(desk, **{**GOOD, field: value})
    assert caught.value.code == code
    assert say(caught.value.message, "en")
    assert say(caught.value.message, "th")
    assert council.get_council(desk) is None


def test_council_is_changed_field_by_field():
    desk = founded()
    back_and_forth(desk, council.update_council, name=words("New"), languages=("th", "en", "th"))
    info = council.get_council(desk)
    assert (info.name, info.languages) == (words("New"), ("th", "en"))
    with pytest.raises(InputRefused):
        council.update_council(desk, name=Text())
    with pytest.raises(TypeError):
        council.update_council(desk, colour="red")


@pytest.mark.parametrize("typed", ["x" * 10_000, "<b>&amp;</b>", "\u202eمجلس\u202c", "ก็ \u200b ๏"])
def test_words_are_stored_as_typed(typed):
    desk = founded()
    council.update_council(desk, name=words(typed))
    assert council.get_council(desk).name == words(typed)


def test_rules_follow_pack_overrides_and_day():
    desk = founded()
    assert council.get_rules(desk).seconds_needed("main") == 0
    back_and_forth(desk, council.set_rules, "ronr", {"minutes.seconder_printed": True})
    assert council.get_rules(desk).seconds_needed("main") == 1
    assert council.get_rules(desk).seconder_printed
    council.set_rules(desk, "ronr-small-board", {}, from_on=date(2027, 1, 1))
    assert council.get_rules(desk, date(2026, 12, 31)).seconds_needed("main") == 1
    assert council.get_rules(desk, date(2027, 1, 1)).seconds_needed("main") == 0
    with pytest.raises(InputRefused):
        council.set_rules(desk, "none-such", {})


def test_rules_kept_for_days_together_are_those_of_each_day():
    desk = founded()
    council.set_rules(desk, "us-ca-la-nc", {})
    council.set_rules(desk, "th-lao", {"tie.motion": "lost"}, from_on=date(2026, 7, 1))
    bylaws.set_bylaw(desk, "quorum.floor", 4, from_on=date(2026, 3, 3), to_on=date(2026, 3, 5))
    turns = {date(2026, 7, 1), date(2026, 3, 3), date(2026, 3, 6), date(2026, 1, 1)}
    for turn in turns:
        for day in (turn - timedelta(1), turn, turn + timedelta(1)):
            exact = layers.resolve(*council.rule_sources(desk, day), day)
            assert council.get_rules(desk, day) == exact, day
    assert council.get_rules(desk, date(1900, 1, 1)) == layers.resolve(
        *council.rule_sources(desk, date(1900, 1, 1)), date(1900, 1, 1)
    )
    assert council.get_rules(desk, date(2026, 3, 3)) is council.get_rules(desk, date(2026, 3, 5))


def test_unreadable_overrides_are_refused_when_they_are_set():
    desk = founded()
    with pytest.raises(CouncilError):
        council.set_rules(desk, "ronr", {"quorum.kind": "nonsense"})
    assert council.get_rules(desk).quorum


def test_rule_lines_speak_both_languages_and_name_their_source():
    lines = council.rule_lines(founded(), "en")
    assert {line.key for line in lines} >= {"quorum", "requirement.majority", "chair_votes"}
    for line in lines:
        assert line.source
        for language in ("en", "th"):
            assert say(line.label, language)
            assert say(line.value, language)


def test_packs_are_listed():
    found = {pack.uid: pack for pack in council.list_packs(empty_desk())}
    assert found["ronr"].name.show("en")


def test_stamps_carry_the_offset_of_the_council():
    desk = empty_desk()
    assert desk.stamp() == "2026-11-02T09:00:00+00:00"
    council.found_council(desk, **GOOD)
    assert desk.stamp() == "2026-11-02T01:00:00-08:00"
    assert desk.stamp(local(2026, 7, 1, 12)) == "2026-07-01T12:00:00-07:00"
    assert desk.today() == date(2026, 11, 2)


def test_a_file_is_written_read_beside_and_opened_again(tmp_path):
    path = tmp_path / "river.council"
    desk = empty_desk(path)
    reader = desk.reader()
    assert council.get_council(reader) is None
    council.found_council(desk, **GOOD)
    assert council.get_council(reader).name == words("Riverbend")
    reader.close()
    desk.close()
    again = open_desk(path, actor="X", clock=FixedClock(MORNING), ids=CountingIds(), read_only=True)
    assert council.get_council(again).time_zone == "America/Los_Angeles"
    assert again.path == path
    again.close()


def test_random_uids_differ():
    ids = RandomIds()
    assert len({ids.new("p") for _ in range(1000)}) == 1000
    assert FixedClock(MORNING).now().tzinfo is UTC

"""Damaged rule packs: refused with file, key and reason, or read; never anything else."""

from __future__ import annotations

import shutil
import time
import tomllib
from datetime import date

import pytest
from helpers.damage import NONSENSE, damages, dump_toml, scratched
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from council.catalogue import say
from council.domain.duties.holiday_reader import load_calendar
from council.domain.messages import InputRefused
from council.domain.rules.layers import resolve
from council.domain.rules.reader import load_pack
from council.domain.vocabulary import Method, MotionKind
from council.domain.votes.requirements import requirement_to_data
from council.domain.votes.voting import Room, Tally, judge
from council.paths import resources

FOLDER = resources() / "rules"
FILES = {path.stem: path.read_bytes() for path in sorted(FOLDER.glob("*.toml"))}
DATA = {name: tomllib.loads(raw.decode()) for name, raw in FILES.items()}
DAYS = (None, date(1900, 1, 1), date(2026, 6, 1), date(2099, 1, 1))
SOON = 2  # seconds of work, for the worst single file
FEW = settings(
    max_examples=25, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """All packs in a folder of their own, so that one can be damaged and still finds its bases."""
    made = tmp_path_factory.mktemp("rules")
    for name, raw in FILES.items():
        (made / f"{name}.toml").write_bytes(raw)
    shutil.copytree(resources() / "rules" / "calendars", made / "calendars")
    return made


def attempt(folder, name, raw, load=load_pack, code="error.rule_pack"):
    """Load a file from bytes; return it or the refusal, which must name file, key and reason."""
    path = folder / f"{name}.toml"
    before = path.read_bytes()
    path.write_bytes(raw)
    started = time.process_time()
    found = asked(load, path)
    assert time.process_time() - started < SOON
    path.write_bytes(before)
    if isinstance(found, InputRefused):
        params = found.message.params
        assert found.code == code
        assert params["file"].endswith(".toml")
        assert isinstance(params["key"], str)
        assert params["reason"].code.startswith("reason.")
        for language in ("en", "th"):
            assert params["file"][:60] in say(found.message, language)
    return found


def asked(question, *arguments):
    """Return the answer, or the refusal that came instead."""
    try:
        return question(*arguments)
    except InputRefused as refused:
        return refused


def use(pack):
    """Ask a pack that was read what the program asks: answers or refusals, nothing else."""
    for day in DAYS:
        rules = resolve([pack], {}, day)
        for key in rules.keys():  # noqa: SIM118  a book of rules is no mapping
            assert sum(layer.binds for layer in rules.layers_of(key)) == 1
        for name in rules.requirement_names():
            requirement = rules.value_of(f"requirement.{name}")
            judge(requirement, Tally(2, 1, 1), Room(4, 4, 5, 5, 6), method=Method.ROLL_CALL)
        for ask in (rules.motion, rules.vote_for, rules.seconds_needed, rules.tie_for):
            for kind in MotionKind:
                answer = asked(ask, kind)
                assert not isinstance(answer, InputRefused) or say(answer.message, "th")


@pytest.mark.parametrize("name", FILES)
@FEW
@given(data=st.data())
def test_a_pack_damaged_anywhere_is_read_or_refused(folder, name, data):
    hurt = data.draw(damages(DATA[name]))
    found = attempt(folder, name, dump_toml(hurt).encode("utf-8", "replace"))
    if not isinstance(found, InputRefused):
        use(found)


@pytest.mark.parametrize("name", ["ronr", "th-lao", "us-ca-brown"])
@FEW
@given(data=st.data())
def test_a_scratched_file_is_read_or_refused(folder, name, data):
    found = attempt(folder, name, data.draw(scratched(FILES[name])))
    if not isinstance(found, InputRefused):
        use(found)


@pytest.mark.parametrize("name", FILES)
def test_the_undamaged_pack_survives_being_rewritten(folder, name):
    pack = load_pack(folder / f"{name}.toml")
    again = attempt(folder, name, dump_toml(DATA[name]).encode())
    assert again == pack
    use(pack)


HEAD = '[pack]\nuid = "ronr"\nversion = "1"\nname = "P"\nsource = "s"\n'
TAIL = 'source = "s"\nverified = true\n'
DEEP = 3000


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("x = " + "[" * DEEP + "]" * DEEP, "", id="lists in lists"),
        pytest.param("x = " + "{a=" * DEEP + "1" + "}" * DEEP, "", id="tables in tables"),
        pytest.param("[" + ".".join("a" * DEEP) + "]\n", "pack", id="a long dotted key"),
        pytest.param(
            HEAD + "[requirement.r]\nvalue = " + "{any_of=[" * 90 + "1" + "]}" * 90 + "\n" + TAIL,
            "requirement.r", id="compounds in compounds",
        ),
        pytest.param(
            HEAD + f'[requirement.r]\nvalue = {{fraction="{"1" * 6000}/{"2" * 6000}", strict=true, '
            f'base="seats"}}\n' + TAIL,
            "requirement.r.fraction", id="a fraction of 6000 digits",
        ),
        pytest.param(HEAD + f"x = {'9' * 6000}\n", "", id="a number of 6000 digits"),
        pytest.param(HEAD + 'based_on = "a/b"\n', "pack.based_on", id="based on a path"),
        pytest.param(HEAD + 'based_on = "../ronr"\n', "pack.based_on", id="based on a way out"),
        pytest.param(HEAD + 'based_on = ""\n', "pack.based_on", id="based on nothing"),
        pytest.param(HEAD + 'based_on = "a\\u0000"\n', "pack.based_on", id="based on a zero"),
        pytest.param(HEAD + f'based_on = "{"a" * 5000}"\n', "", id="based on a long name"),
        pytest.param(HEAD.replace('"P"', "7"), "pack.name", id="a number for a name"),
        pytest.param(HEAD.replace('"P"', "{ en = 7 }"), "pack.name", id="a number in a name"),
        pytest.param(HEAD.replace('"1"', "1"), "pack.version", id="a number for a version"),
        pytest.param(HEAD.replace('"s"', "1"), "pack.source", id="a number for a source"),
        pytest.param(HEAD + "about = 7\n", "pack.about", id="a number about it"),
        pytest.param(HEAD.replace('"ronr"', '["ronr"]'), "pack.uid", id="a list for a uid"),
        pytest.param(
            HEAD + '[tie.motion]\nvalue = "lost"\n' + TAIL
            + '["tie.motion"]\nvalue = "chair_casting"\n' + TAIL,
            "tie.motion", id="one rule written twice",
        ),
    ],
)  # fmt: skip
def test_a_hostile_pack_is_refused_by_its_place(folder, text, key):
    found = attempt(folder, "ronr", text.encode())
    assert isinstance(found, InputRefused)
    assert found.message.params["key"].startswith(key)


# --- calendars -----------------------------------------------------------------------------------

CALENDARS = {path.stem: path.read_bytes() for path in sorted(FOLDER.glob("calendars/*.toml"))}
CALENDAR_DATA = {name: tomllib.loads(raw.decode()) for name, raw in CALENDARS.items()}


def attempt_calendar(folder, name, raw):
    found = attempt(folder / "calendars", name, raw, load_calendar, "error.calendar")
    if isinstance(found, InputRefused):
        return found
    started = time.process_time()
    for month in range(1, 13):
        for year in (1900, 2026, 2100):
            reason = found.excludes(date(year, month, 26))
            assert reason is None or isinstance(reason.show("th"), str)
    assert time.process_time() - started < SOON
    return found


@pytest.mark.parametrize("name", CALENDARS)
@FEW
@given(data=st.data())
def test_a_calendar_damaged_anywhere_is_read_or_refused(folder, name, data):
    hurt = data.draw(damages(CALENDAR_DATA[name]))
    attempt_calendar(folder, name, dump_toml(hurt).encode("utf-8", "replace"))


CALENDAR = '[calendar]\nname = "uk-england"\ntitle = "T"\nsource = "s"\nversion = "1"\n'
DAY = '[[day]]\nname = "D"\nsource = "s"\nverified = true\n'


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("x = " + "[" * DEEP + "]" * DEEP, "", id="lists in lists"),
        pytest.param(CALENDAR + f"x = {'9' * 6000}\n", "", id="a number of 6000 digits"),
        pytest.param(
            CALENDAR.replace('"T"', "{ en = 7 }"), "calendar.title", id="a number in a title"
        ),
        pytest.param(
            CALENDAR + DAY.replace('"D"', "{ en = 7 }") + 'kind = "once"\non = 2026-01-01\n',
            "day.1.name", id="a number in a name",
        ),
        pytest.param(
            CALENDAR + DAY + 'kind = "fixed"\nmonth = 2\nday = true\n',
            "day.1.day", id="true for a day",
        ),
        pytest.param(
            CALENDAR + 'weekday_excluded = ["monday", "tuesday", "wednesday", "thursday", '
            '"friday"]\n' + DAY + 'kind = "once"\non = 2026-11-28\nsubstitute = true\n',
            "calendar.weekday_excluded", id="a substitute that finds no weekday",
        ),
    ],
)  # fmt: skip
def test_a_hostile_calendar_is_refused_by_its_place(folder, text, key):
    found = attempt_calendar(folder, "uk-england", text.encode())
    assert isinstance(found, InputRefused)
    assert found.message.params["key"] == key


# --- a council's own values ----------------------------------------------------------------------

KEYS = [
    "quorum", "quorum.fixed", "quorum.fraction", "requirement.majority",
    "requirement.majority.fraction", "requirement.x", "motion.main", "motion.main.second",
    "motion.main.vote", "notice.regular", "notice.regular.amount", "tie.motion", "tie.x", "x",
    "late_item.urgent", "minutes.signers", "minutes.draft_due", "remote", "roll_call.on_demand",
    "eligibility.money", "qualification.x.months", "second_table", "", ".", "duty.x",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    bylaws=st.dictionaries(
        st.sampled_from(KEYS) | st.text(max_size=8),
        NONSENSE | st.fixed_dictionaries(
            {"value": NONSENSE},
            optional=dict.fromkeys(("article", "reason", "from", "to", "x"), NONSENSE),
        ),
        max_size=3,
    ),
    day=st.sampled_from(DAYS),
)  # fmt: skip
def test_a_councils_own_nonsense_is_read_or_refused(bylaws, day):
    packs = [load_pack(FOLDER / "ronr.toml")]
    rules = asked(resolve, packs, bylaws, day)
    if isinstance(rules, InputRefused):
        assert rules.code == "error.rule_override"
        assert isinstance(rules.message.params["key"], str)
        assert say(rules.message, "en") != say(rules.message, "th")
    else:
        for name in rules.requirement_names():
            requirement = rules.value_of(f"requirement.{name}")
            assert requirement is None or requirement_to_data(requirement)

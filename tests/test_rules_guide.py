"""The pack-writer's guide says what is so: its example loads, its table has every key."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from council.domain.rules.keys import EXACT, FAMILIES, find_key
from council.domain.rules.kinds_papers import MinutesField
from council.domain.rules.layers import resolve
from council.domain.rules.reader import load_pack
from council.paths import resources

GUIDE = (Path(__file__).parents[1] / "docs" / "rule-packs.md").read_text(encoding="utf-8")
ROWS = [line.split(" | ") for line in GUIDE.splitlines() if line.startswith("| `")]
TABLE = {key: row[-1].rstrip(" |") for row in ROWS for key in re.findall(r"`([^`]+)`", row[0])}


@pytest.fixture
def example(tmp_path):
    shutil.copytree(resources() / "rules", tmp_path / "rules")
    path = tmp_path / "rules" / "us-ex-millbrook.toml"
    path.write_text(re.search(r"```toml\n(.+?)```", GUIDE, re.S)[1], encoding="utf-8")
    return load_pack(path)


def test_the_example_reads_as_the_guide_says(example):
    assert example.based_on == ("ronr-small-board",)
    before, after = (resolve([example], None, date(year, 6, 1)) for year in (2025, 2026))
    assert (before.notice("regular").amount, after.notice("regular").amount) == (48, 72)
    more = {"notice.regular.amount": 96, "quorum.floor": 5, "secret_ballot": "allowed"}
    own = resolve([example], more, date(2026, 6, 1))
    assert (own.notice("regular").amount, own.quorum.floor) == (96, 5)
    assert own.secret_ballot == "forbidden"
    assert own.seconds_needed("main") == 0


def test_the_examples_own_values_can_be_read(example):
    given = json.loads(re.search(r"```json\n(.+?)```", GUIDE, re.S)[1])
    assert resolve([example], given, date(2026, 7, 1)).tie == "chair_casting"
    assert resolve([example], given, date(2026, 6, 30)).tie == "lost"


def test_the_table_has_every_key_and_no_other():
    whole = set(EXACT) | {key for key in TABLE if "<" in key}
    families = {key.partition(".")[0] for key in TABLE if "<" in key}
    assert families == set(FAMILIES)
    known = set(TABLE) - {"value", "source", "verified", "effective_from", "effective_to"}
    assert known - {"authority", "bound"} == whole


@pytest.mark.parametrize("key", sorted(EXACT))
def test_the_table_says_truly_whether_a_bound_may_be_set(key):
    assert (TABLE[key] == "–") == (find_key(key).compare is None)


def test_the_table_says_truly_which_families_take_a_bound():
    for key, order in TABLE.items():
        if "<" in key:
            assert (order == "–") == (FAMILIES[key.partition(".")[0]][0].compare is None), key


def test_the_guide_names_all_that_minutes_may_have_to_hold():
    row = next(row[1] for row in ROWS if row[0] == "| `minutes.required_fields`")
    assert re.findall(r"`(\w+)`", row) == [field.value for field in MinutesField]

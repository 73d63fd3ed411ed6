"""The JSON Schema of a rule pack says what the reader takes: the same keys, words and shapes."""

from __future__ import annotations

import json
import tomllib
from datetime import date

import pytest
from jsonschema import Draft202012Validator
from test_rules_keys import BAD, READ

from council.domain.rules.keys import EXACT, FAMILIES
from council.domain.rules.reader import PACK_NEEDED, PACK_OPTIONAL, VALUE_NEEDED, VALUE_OPTIONAL
from council.paths import resources

SCHEMA = json.loads((resources() / "schema" / "rule-pack.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
PACKS = sorted((resources() / "rules").glob("*.toml"))
HEAD = {"uid": "p", "version": "1", "name": "P", "source": "s"}
NOT_FOR_A_SCHEMA = {"not_rising", "out_of_range"}


def as_json(data):
    """Return TOML data as JSON has it: days as strings."""
    return json.loads(json.dumps(data, default=date.isoformat))


def with_rule(key, data):
    """Return a pack with one rule, its key's first part a table of the others."""
    entry = {"value": data, "source": "s", "verified": True}
    family, dot, name = key.partition(".")
    return as_json({"pack": HEAD, family: {name: entry} if dot else entry})


def is_leaf(schema):
    return schema.get("$ref") == "#/$defs/rule"


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_every_pack_fits_the_schema(path):
    data = as_json(tomllib.loads(path.read_text(encoding="utf-8")))
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


def test_schema_and_reader_know_the_same_keys():
    exact, families = set(), {}
    for name, schema in SCHEMA["properties"].items():
        if is_leaf(schema):
            exact.add(name)
        elif "patternProperties" in schema:
            families[name] = None
        elif name != "pack":
            exact |= {f"{name}.{part}" for part in schema["properties"]} & set(EXACT)
            others = {part for part in schema["properties"] if f"{name}.{part}" not in EXACT}
            if others:
                families[name] = others
    assert exact == set(EXACT)
    assert families == {
        name: None if words is None else {one.value for one in words}
        for name, (_, words) in FAMILIES.items()
    }


def test_schema_and_reader_know_the_same_parts_of_a_pack_and_a_value():
    head, entry = SCHEMA["properties"]["pack"], SCHEMA["$defs"]["entry"]
    assert set(head["required"]) == set(PACK_NEEDED)
    assert set(head["properties"]) == {*PACK_NEEDED, *PACK_OPTIONAL}
    assert set(entry["required"]) == set(VALUE_NEEDED)
    assert set(entry["properties"]) == {*VALUE_NEEDED, *VALUE_OPTIONAL}


@pytest.mark.parametrize(("key", "data"), [row[:2] for row in READ], ids=lambda one: str(one)[:40])
def test_what_the_reader_reads_fits(key, data):
    assert VALIDATOR.is_valid(with_rule(key, data))


@pytest.mark.parametrize(
    ("key", "data"),
    [(key, data) for key, data, _, reason in BAD if reason not in NOT_FOR_A_SCHEMA],
    ids=lambda one: str(one)[:40],
)
def test_what_the_reader_refuses_does_not_fit(key, data):
    assert not VALIDATOR.is_valid(with_rule(key, data))


@pytest.mark.parametrize(
    "spoilt",
    [
        {"source": ""},
        {"verified": "yes"},
        {"effective_from": "soon"},
        {"authority": "king"},
        {"bound": "wall"},
        {"note": "x"},
    ],
)
def test_a_spoilt_value_does_not_fit(spoilt):
    good = {"value": "lost", "source": "s", "verified": True}
    assert VALIDATOR.is_valid({"pack": HEAD, "tie": {"motion": good}})
    assert VALIDATOR.is_valid({"pack": HEAD, "tie": {"motion": [good, good]}})
    assert not VALIDATOR.is_valid({"pack": HEAD, "tie": {"motion": {**good, **spoilt}}})
    assert not VALIDATOR.is_valid({"pack": HEAD, "tie": {"motion": [good, {**good, **spoilt}]}})

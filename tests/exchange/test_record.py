"""The format by itself: order of keys, places, what the schema allows."""

from __future__ import annotations

import json

import jsonschema
import pytest
from helpers.full_record import dump, full_record, small_record

from council.exchange import record


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(record.schema())


@pytest.mark.parametrize("make", [full_record, small_record])
def test_parsing_changes_nothing(make):
    assert record.parse(dump(make())) == make()


def test_the_canonical_form_puts_keys_in_the_order_of_the_schema():
    data = full_record()
    mixed = json.loads(json.dumps(data, sort_keys=True))
    again = json.loads(record.canonical(mixed))
    assert list(again) == list(data)
    assert list(again["meetings"][0]) == list(data["meetings"][0])
    vote = again["meetings"][0]["motions"][1]["votes"][0]
    assert list(vote["requirement"]["any_of"][0]) == ["fraction", "strict", "base", "minimum_yes"]


def test_a_place_names_things_by_their_uid():
    data = full_record()
    path = ["meetings", 0, "agenda", 1, "children", 0, "title"]
    assert record.place(data, path) == "meetings/meeting-1/agenda/i2/children/i2a/title"
    assert record.place(data, ["meetings", 0, "attendance", 4]) == "meetings/meeting-1/attendance/4"
    assert record.place(data, []) == "/"


def test_whole_numbers_may_be_spelled_with_a_point():
    text = dump(small_record()).replace('"seats": 3', '"seats": 3.0')
    assert record.parse(text)["bodies"][0]["seats"] == 3

"""Records come back as they went in; what cannot be read is refused with its place."""

from __future__ import annotations

import json

import pytest
from desks import MORNING, everything
from helpers.full_record import dump, full_record, small_record

from council import catalogue
from council.domain.messages import InputRefused
from council.exchange import record
from council.services.desk import CountingIds, Desk, FixedClock, create_council_file
from council.services.history import can_undo, undo
from council.services.records import export_record, import_record
from council.services.verify import verify


def new_desk(path: object = ":memory:") -> Desk:
    return create_council_file(str(path), actor="PS", clock=FixedClock(MORNING), ids=CountingIds())


@pytest.fixture
def desk():
    made = new_desk()
    yield made
    made.close()


def keys_of(rule: dict, path: str = "") -> set[str]:
    """Return every key the schema knows, as a path without list positions."""
    rule = record.schema()["$defs"][rule["$ref"].rsplit("/", 1)[1]] if "$ref" in rule else rule
    found: set[str] = set()
    for key, part in rule.get("properties", {}).items():
        found.add(f"{path}/{key}")
        if key not in ("children", "requirement"):
            found |= keys_of(part, f"{path}/{key}")
    if "items" in rule:
        found |= keys_of(rule["items"], path)
    for part in rule.get("oneOf", ()):
        found |= keys_of(part, path)
    return found


def keys_in(value: object, path: str = "") -> set[str]:
    if isinstance(value, list):
        return set().union(*(keys_in(one, path) for one in value)) if value else set()
    if not isinstance(value, dict):
        return set()
    found = set()
    for key, part in value.items():
        found.add(f"{path}/{key}")
        if key == "children":
            found |= keys_in(part, path)
        elif key not in ("requirement", "overrides", "document"):
            found |= keys_in(part, f"{path}/{key}")
    return found


def test_the_example_has_every_key_of_the_schema():
    data = full_record()
    data["actions"] += data["meetings"][0]["actions"]
    assert keys_of(record.schema()) - keys_in(data) == set()


def test_a_full_canonical_record_comes_back_byte_for_byte(desk):
    text = dump(full_record())
    assert record.canonical(json.loads(text)) == text
    import_record(desk, text.encode())
    assert export_record(desk, private=True) == text
    report = verify(desk)
    assert report.intact


def test_the_record_of_an_export_gives_the_same_file(desk):
    import_record(desk, dump(full_record()))
    other = new_desk()
    import_record(other, export_record(desk, private=True))
    assert everything(other) == everything(desk)
    other.close()


def reversed_keys(value: object) -> object:
    if isinstance(value, dict):
        return {key: reversed_keys(value[key]) for key in reversed(value)}
    return [reversed_keys(one) for one in value] if isinstance(value, list) else value


def test_other_spellings_come_back_equal_as_data(desk):
    """Key order, layout, BOM, other offsets, Z, spelled-out defaults: the same record."""
    data = small_record()
    motion = data["meetings"][0]["motions"][0]
    motion["made_at"] = "2026-11-20T02:40:00Z"
    motion["votes"][0]["at"] = "2026-11-20T09:49:00+07:00"
    data["meetings"][0]["starts_at"] = "2026-11-20T02:30:00Z"
    data["meetings"][0]["agenda"][0] |= {"closed": False, "consent": False, "state": "waiting"}
    data["memberships"][0]["weight"] = 1.0
    data["council"] |= {"paper": "A4", "digits": "latn", "name": {"en": "Riverbend"}}
    for one in motion["votes"][0]["ballots"]:
        one["weight"] = 1
    raw = b"\xef\xbb\xbf" + json.dumps(reversed_keys(data)).encode()
    import_record(desk, raw)
    wanted = small_record()
    wanted["meetings"][0]["motions"][0]["made_at"] = "2026-11-19T18:40-08:00"
    assert json.loads(export_record(desk)) == wanted


def test_an_import_is_one_step_that_can_be_undone(desk):
    before = everything(desk)
    import_record(desk, dump(full_record()))
    for language in ("en", "th"):
        assert catalogue.say(can_undo(desk), language)
    undo(desk)
    assert everything(desk) == before


def test_a_second_import_is_refused(desk):
    import_record(desk, dump(small_record()))
    before = everything(desk)
    with pytest.raises(InputRefused) as refused:
        import_record(desk, dump(small_record()))
    assert refused.value.code == "error.record_not_empty"
    assert everything(desk) == before


def test_an_export_needs_a_council(desk):
    with pytest.raises(InputRefused) as refused:
        export_record(desk)
    assert refused.value.code == "error.no_council"


def test_old_local_time_stays_within_the_format(desk):
    """Before 1883 Los Angeles was 7 h 52 min 58 s behind; the format knows whole minutes."""
    data = small_record()
    data["meetings"][0] |= {
        "starts_at": "1880-11-19T18:30-07:53",
        "called_to_order": "1880-11-19T18:31-07:53",
        "adjourned": "1880-11-19T20:30-07:53",
    }
    data["meetings"][0]["motions"][0]["votes"][0]["at"] = "1880-11-19T18:49-07:53"
    import_record(desk, dump(data))
    assert export_record(desk) == dump(data)


def test_without_private_contacts_stay_out(desk):
    import_record(desk, dump(full_record()))
    assert "ann@example.org" not in export_record(desk)
    assert "PLANTED-NOTE" not in export_record(desk)


def test_the_public_record_keeps_what_is_not_public_out(desk):
    import_record(desk, dump(full_record()))
    text = export_record(desk, public=True, private=True)
    assert "PLANTED" not in text
    assert "example.org/1" in text
    assert "Agreed Speaker" in text
    for uid in ("i4", "i2b", "i2c", "x3", "x4", "v4", "k3", "a3", "n2", "t2", "p2", "p3", "w2"):
        assert f'"{uid}"' not in text
    assert "ann@example.org" not in text
    assert '"dan"' in text


def test_the_public_record_can_be_imported_again(desk):
    import_record(desk, dump(full_record()))
    text = export_record(desk, public=True)
    other = new_desk()
    import_record(other, text)
    assert export_record(other) == text
    assert export_record(other, public=True) == text
    other.close()


def test_the_first_rules_also_hold_before_their_day(desk):
    data = small_record()
    data["council"]["rules"] = [{"pack": "ronr", "from": "2027-01-01"}]
    assert import_record(desk, dump(data)).value == []
    assert export_record(desk) == dump(data)


def test_a_file_with_a_history_is_backed_up_before_the_import(tmp_path):
    path = tmp_path / "a.council"
    made = new_desk(path)
    import_record(made, dump(small_record()))
    assert not (tmp_path / "backups").exists()
    undo(made)
    import_record(made, dump(full_record()))
    assert len(list((tmp_path / "backups").iterdir())) == 1
    made.close()

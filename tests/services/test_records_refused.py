"""What is no record is refused with the place, in both languages, and nothing is half-written."""

from __future__ import annotations

import json

import pytest
from desks import MORNING, everything
from helpers.full_record import dump, full_record, small_record

from council import catalogue
from council.db import journal
from council.domain.messages import CouncilError
from council.services.desk import CountingIds, FixedClock, create_council_file
from council.services.records import import_record
from council.services.verify import verify

HALF = "\ud83d"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    path = tmp_path_factory.mktemp("records") / "empty.council"
    made = create_council_file(path, actor="PS", clock=FixedClock(MORNING), ids=CountingIds())
    yield made
    made.close()


def changed(path: str, value: object, data: dict | None = None) -> str:
    """Return a record with the value at a dotted path changed; ``-`` takes the key away."""
    data = full_record() if data is None else data
    *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    inner = data
    for part in parents:
        inner = inner[part]
    if value == "-":
        del inner[last]
    elif isinstance(inner, list) and last == len(inner):
        inner.append(value)
    else:
        inner[last] = value
    return json.dumps(data)


def refused(desk, raw: bytes | str, **how) -> CouncilError:
    """Import, expect a refusal, prove that the file is as it was, return the refusal."""
    before, head = everything(desk), journal.head(desk.conn)
    with pytest.raises(CouncilError) as caught:
        import_record(desk, raw, **how)
    assert everything(desk) == before
    assert journal.head(desk.conn) == head
    report = verify(desk)
    assert (report.ok, report.findings) == (True, ())
    for language in catalogue.LANGUAGES:
        assert catalogue.say(caught.value.message, language)
    return caught.value


M = "meetings.0"
V = f"{M}.motions.0.votes.0"


@pytest.mark.parametrize(
    ("path", "value", "code", "where"),
    [
        ("colour", "blue", "record_unknown_key", "/"),
        ("people.1.colour", "blue", "record_unknown_key", "people/ben"),
        (f"{M}.agenda.1.children.0.colour", 1, "record_unknown_key",
         "meetings/meeting-1/agenda/i2/children/i2a"),
        (f"{V}.colour", 1, "record_unknown_key", "meetings/meeting-1/motions/x1/votes/v1"),
        (f"{M}.attendance.0.uid", "u", "record_unknown_key", "meetings/meeting-1/attendance/u"),
        ("council.rules", "-", "record_missing_key", "council"),
        ("people.1.name", "-", "record_missing_key", "people/ben"),
        (f"{V}.method", "-", "record_missing_key", "meetings/meeting-1/motions/x1/votes/v1"),
        (f"{V}.method", "telepathy", "record_wrong_value",
         "meetings/meeting-1/motions/x1/votes/v1/method"),
        (f"{V}.counts.yes", -1, "record_wrong_value",
         "meetings/meeting-1/motions/x1/votes/v1/counts/yes"),
        (f"{V}.counts.yes", 2.5, "record_wrong_value",
         "meetings/meeting-1/motions/x1/votes/v1/counts/yes"),
        ("people.1.name", "", "record_wrong_value", "people/ben/name"),
        ("people.1.name", {}, "record_wrong_value", "people/ben/name"),
        ("people.1.name", f"Ben{HALF}", "record_wrong_value", "people/ben/name"),
        ("people.1.name", None, "record_wrong_value", "people/ben/name"),
        ("council.languages", [], "record_wrong_value", "council/languages"),
        ("council.languages.0", "", "record_wrong_value", "council/languages/0"),
        ("version", 0, "record_wrong_value", "version"),
        ("version", "1", "record_wrong_value", "version"),
        ("version", 2, "record_newer", None),
        ("format", "xml", "record_foreign", None),
        ("people.5", {"uid": "ben", "name": "Twin"}, "record_uid_twice", "people/ben"),
        (f"{M}.agenda.1.children.0.uid", "i1", "record_uid_twice",
         "meetings/meeting-1/agenda/i2/children/i1"),
        (f"{M}.motions.0.mover", "zed", "record_dangling", "meetings/meeting-1/motions/x1/mover"),
        (f"{M}.motions.0.seconders.1", "zed", "record_dangling",
         "meetings/meeting-1/motions/x1/seconders"),
        (f"{M}.motions.0.item", "x1", "record_dangling", "meetings/meeting-1/motions/x1/item"),
        (f"{M}.motions.1.parent", "i1", "record_dangling", "meetings/meeting-1/motions/x2/parent"),
        (f"{V}.recused.0", "zed", "record_dangling",
         "meetings/meeting-1/motions/x1/votes/v1/recused"),
        (f"{V}.ballots.1.person", "zed", "record_dangling",
         "meetings/meeting-1/motions/x1/votes/v1/ballots/2/person"),
        (f"{M}.minutes.approved_by_motion", "zed", "record_dangling",
         "meetings/meeting-1/minutes/approved_by_motion"),
        ("memberships.0.seat", "board", "record_dangling", "memberships/m1/seat"),
        ("actions.0.owner", "zed", "record_dangling", "actions/a9/owner"),
        ("bodies.0.parent", "trees", "record_circle", "bodies/board/parent"),
        (f"{M}.motions.0.parent", "x1", "record_circle", "meetings/meeting-1/motions/x1/parent"),
        (f"{V}.method", "secret_ballot", "record_secret_ballots",
         "meetings/meeting-1/motions/x1/votes/v1"),
        (f"{M}.starts_at", "2026-02-30T18:30-08:00", "record_bad_time",
         "meetings/meeting-1/starts_at"),
        (f"{M}.adjourned", "2026-11-19T25:00-08:00", "record_bad_time",
         "meetings/meeting-1/adjourned"),
        (f"{M}.adjourned", "9999-12-31T23:59-14:00", "record_bad_time",
         "meetings/meeting-1/adjourned"),
        (f"{M}.adjourned", "2026-11-19T20:30", "record_wrong_value",
         "meetings/meeting-1/adjourned"),
        (f"{M}.starts_at", "2026-11-19T18:30:30-08:00", "record_wrong_value",
         "meetings/meeting-1/starts_at"),
        ("memberships.0.start", "2026-13-01", "record_bad_time", "memberships/m1/start"),
        ("council.rules.1.from", "2026-13-01", "record_bad_time", "council/rules/2"),
        ("council.rules.0.pack", "sharia", "record_unknown_pack", "council/rules/1"),
        ("council.rules.0.overrides", {"quorum.colour": 1}, "rule_override", None),
        ("council.time_zone", "Mars/Base", "record_unknown_zone", None),
        ("council.time_zone", "../../etc/passwd", "record_unknown_zone", None),
        ("council.time_zone", "America", "record_unknown_zone", None),
        (f"{V}.requirement", "by_acclamation", "record_unknown_rule",
         "meetings/meeting-1/motions/x1/votes/v1"),
        (f"{M}.motions.1.votes.0.requirement.any_of.0.fraction", "5/3", "record_unknown_rule",
         "meetings/meeting-1/motions/x2/votes/v3"),
        (f"{M}.minutes.frozen.0.document", {"blocks": 3}, "record_wrong_value",
         "meetings/meeting-1/minutes/frozen/f1/document"),
        ("council.uid", 10**30, "record_number", None),
    ],
)  # fmt: skip
def test_a_fault_is_refused_with_its_place(desk, path, value, code, where):
    found = refused(desk, changed(path, value))
    assert found.code == f"error.{code}"
    assert found.message.params.get("where") == where


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "record_not_json"),
        (b"{", "record_not_json"),
        (b"minutes of 3 May", "record_not_json"),
        (b'{"format": "council-record", "version": NaN}', "record_number"),
        (b'{"format": "council-record", "version": 1e999}', "record_number"),
        (b"\xff\xfe{}", "record_not_utf8"),
        (b"[]", "record_foreign"),
        (b"{}", "record_foreign"),
        (b'{"format": "council-record", "format": "council-record"}', "record_key_twice"),
        (b"[" * 100_000, "record_too_deep"),
    ],
)
def test_what_is_no_record_is_refused(desk, raw, code):
    assert refused(desk, raw).code == f"error.{code}"


def test_the_line_of_a_slip_is_named(desk):
    found = refused(desk, '{\n  "format": "council-record",\n  "version": 1,,\n}')
    assert found.message.params == {"line": 3, "column": 16}


def test_items_nested_without_end_are_refused(desk):
    data = small_record()
    item = data["meetings"][0]["agenda"][0]
    for number in range(400):
        item["children"] = [{"uid": f"deep-{number}", "kind": "other", "title": "Deeper"}]
        item = item["children"][0]
    assert refused(desk, dump(data)).code == "error.record_too_deep"


def test_strict_refuses_findings_of_severity_error(desk):
    data = small_record()
    data["meetings"][0]["motions"][0]["votes"][0]["declared"] = "lost"
    found = refused(desk, dump(data), strict=True)
    assert found.code == "error.record_findings"
    assert found.message.params["count"] == 1

"""What is odd about a record is told as findings, and never changes what was recorded."""

from __future__ import annotations

import json

import pytest
from desks import empty_desk
from helpers.full_record import dump, small_record

from council import catalogue
from council.services.records import export_record, import_record
from council.services.verify import verify


def findings_of(change) -> list[tuple[str, str, str]]:
    """Import a changed small record; return (severity, code, where) of what was found."""
    data = small_record()
    meeting = data["meetings"][0]
    change(meeting, meeting["motions"][0]["votes"][0])
    desk = empty_desk()
    found = import_record(desk, dump(data)).value
    assert json.loads(export_record(desk)) == data
    report = verify(desk)
    assert list(report.findings) == found
    assert report.intact
    for one in found:
        for language in catalogue.LANGUAGES:
            assert catalogue.say(one.message, language)
    desk.close()
    return [(one.severity.value, one.code, one.where) for one in found]


VOTE = "meetings/meeting-1/motions/x1/votes/v1"


def tally(meeting, vote):
    del vote["ballots"]
    vote["method"] = "show_of_hands"
    vote["counts"] = {"yes": 3, "no": 1, "abstain": 0}


def twice(meeting, vote):
    vote["ballots"].append({"person": "ann", "choice": "yes"})


def outcome(meeting, vote):
    vote["declared"] = "lost"


def differs(meeting, vote):
    vote["counts"] = {"yes": 1, "no": 2, "abstain": 0}


def absent(meeting, vote):
    meeting["attendance"][1]["status"] = "absent"


def gone(meeting, vote):
    span = {"from": "2026-11-19T18:31-08:00", "to": "2026-11-19T18:40-08:00", "mode": "in_person"}
    meeting["attendance"][2]["spans"] = [span]


def backwards(meeting, vote):
    meeting["adjourned"] = "2026-11-19T18:30-08:00"


def speech_backwards(meeting, vote):
    turn = {"from": "2026-11-19T18:40-08:00", "to": "2026-11-19T18:39-08:00"}
    meeting["speakers"] = [{"uid": "u1", "kind": "resident", "spans": [turn]}]


def unmoved(meeting, vote):
    meeting["attendance"][0]["status"] = "excused"


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (lambda meeting, vote: None, set()),
        (tally, {("error", "more_votes_than_present", VOTE)}),
        (twice, {("error", "double_ballot", VOTE), ("error", "more_votes_than_present", VOTE)}),
        (outcome, {("error", "outcome_differs", VOTE)}),
        (differs, {("error", "tally_differs", VOTE)}),
        (absent, {("error", "voter_not_present", VOTE),
                  ("error", "more_votes_than_present", VOTE)}),
        (gone, {("error", "voter_not_present", VOTE),
                ("error", "more_votes_than_present", VOTE)}),
        (backwards, {("error", "ends_before_start", "meetings/meeting-1")}),
        (speech_backwards, {("error", "ends_before_start", "meetings/meeting-1/speakers/u1")}),
        (unmoved, {("warning", "mover_not_present", "meetings/meeting-1/motions/x1"),
                   ("error", "voter_not_present", VOTE),
                   ("error", "more_votes_than_present", VOTE)}),
    ],
)  # fmt: skip
def test_an_oddity_is_found(change, wanted):
    assert set(findings_of(change)) == wanted


def test_a_vote_without_quorum_is_a_warning():
    def alone(meeting, vote):
        meeting["attendance"] = [
            {"person": "ann", "status": "present"},
            {"person": "ben", "status": "absent"},
            {"person": "cora", "status": "absent"},
        ]
        vote["ballots"] = vote["ballots"][:1]

    assert findings_of(alone) == [("warning", "no_quorum", VOTE)]


def test_names_that_look_alike_and_terms_that_end_first_are_found():
    data = small_record()
    data["people"] += [{"uid": "ben2", "name": "Roy, Ben"}]
    data["memberships"][0] |= {"start": "2026-05-01", "end": "2026-04-01"}
    desk = empty_desk()
    found = {(one.code, one.where) for one in import_record(desk, dump(data)).value}
    assert ("names_alike", "people/ben2") in found
    assert ("ends_before_start", "memberships/m-ann") in found
    desk.close()


def test_a_vote_that_cannot_be_judged_is_a_note():
    def seats(meeting, vote):
        meeting.pop("attendance")
        vote["requirement"] = {"fraction": "1/2", "strict": True, "base": "present"}

    assert findings_of(seats) == [("note", "cannot_be_determined", VOTE)]


def test_without_an_attendance_list_nobody_is_called_absent():
    assert findings_of(lambda meeting, vote: meeting.pop("attendance")) == []

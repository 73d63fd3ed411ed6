"""Real votes become records, are imported, judged and exported; an invented twin always runs."""

from __future__ import annotations

import csv
import json
import time
from collections import Counter

import pytest
from helpers import real_data
from helpers.full_record import dump

from council.domain.vocabulary import Severity
from council.services.desk import CountingIds, create_council_file
from council.services.records import export_record, import_record
from council.services.session import motions
from council.services.verify import verify

SECONDS = 5


def scan_twin() -> list[dict]:
    """Invent a session: five members; carried, a tie, lost, nobody votes, only abstentions."""
    names = ["Anna Ahlers", "Bernd Böhm", "Dr. Clara Çelik", "Dorte Dähne", "Emil Ernst"]
    letters = ["JJJNO", "JJNNE", "JNNEO", "OOOOO", "EEEEE"]
    return [
        {
            "videoTimestamp": f"00:{place:02}:07",
            "votingSubject": {
                "agendaItem": f"6.{place}",
                "motionId": "",
                "title": f"Antrag {place}",
            },
            "votes": [
                {"name": name, "vote": letter} for name, letter in zip(names, row, strict=True)
            ],
        }
        for place, row in enumerate(letters, 1)
    ]


def scan_of(day: str) -> list[dict]:
    if day == "twin":
        return scan_twin()
    found = real_data.folder("magdeburg_votes") / "data" / "magdeburg-7" / day
    return json.loads((found / f"session-scan-{day}.json").read_text("utf-8"))


@pytest.fixture
def desk():
    made = create_council_file(":memory:", actor="T", ids=CountingIds())
    yield made
    made.close()


SEATS = 56  # a city council of 56 and the mayor, who votes too
TERM = [
    # day, named votes, voters, ties, carried
    ("2022-09-01", 85, 56, 0, 74),
    ("2022-10-06", 28, 57, 0, 25),
    ("2022-12-08", 86, 57, 0, 75),
    ("2023-03-16", 63, 57, 0, 52),
    ("2023-06-22", 21, 57, 0, 20),
    ("2023-10-12", 47, 57, 0, 41),
    ("2024-01-18", 85, 57, 0, 74),
    ("2024-04-04", 30, 57, 0, 27),
    ("2024-06-17", 74, 57, 1, 62),
]


@pytest.mark.parametrize(
    ("day", "calls", "voters", "ties", "carried"), [("twin", 5, 5, 3, 1), *TERM]
)
def test_named_votes_are_counted_and_judged(desk, day, calls, voters, ties, carried):
    scan = scan_of(day)
    counted = [Counter(one["vote"] for one in vote["votes"]) for vote in scan]
    assert len(scan) == calls
    assert {sum(one.values()) for one in counted} == {voters}
    assert sum(one["J"] == one["N"] for one in counted) == ties
    assert sum(one["J"] > one["N"] for one in counted) == carried

    seats = 5 if day == "twin" else SEATS
    text = dump(real_data.scan_record(scan, "2026-11-19" if day == "twin" else day, seats))
    started = time.perf_counter()
    found = import_record(desk, text).value
    assert time.perf_counter() - started < SECONDS
    assert found == []
    assert export_record(desk) == text
    judged = verify(desk)
    assert judged.ok
    assert not judged.findings

    rows = motions.list_motions(desk, "session")
    assert len(rows) == calls
    by_uid = {row.uid: row for row in rows}
    for place, one in enumerate(counted, 1):
        (vote,) = by_uid[f"motion-{place}"].votes
        tally = (vote.counts.yes, vote.counts.no, vote.counts.abstain, vote.counts.not_voting)
        assert tally == (one["J"], one["N"], one["E"], one["O"])
        # More yes than no carries; abstentions and the silent do not count; a tie is lost.
        assert vote.verdict.outcome == ("carried" if one["J"] > one["N"] else "lost")
        assert vote.verdict.tied == (one["J"] == one["N"] and one["J"] > 0)


def test_every_session_of_the_real_term_is_judged():
    found = real_data.folder("magdeburg_votes") / "data" / "magdeburg-7"
    days = sorted(path.parent.name for path in found.glob("*/session-scan-*.json"))
    assert days == [day for day, *_ in TERM]


@pytest.mark.parametrize("day", ["twin", "2024-06-17"])
def test_a_wrongly_declared_tie_is_found(desk, day):
    data = real_data.scan_record(scan_of(day), "2024-06-17", SEATS)
    tied = [vote for motion in data["meetings"][0]["motions"] for vote in motion["votes"]
            if _count(vote, "yes") == _count(vote, "no") > 0]  # fmt: skip
    assert len(tied) == 1
    tied[0]["declared"] = "carried"
    (found,) = import_record(desk, dump(data)).value
    assert (found.severity, found.code) == (Severity.ERROR, "outcome_differs")
    assert tied[0]["uid"] in found.where


def _count(vote, choice):
    return sum(ballot["choice"] == choice for ballot in vote["ballots"])


COLUMNS = (
    "event_id", "event_date", "event_time", "event_location", "event_item_id", "agenda_number",
    "matter_file", "title", "passed", "tally", "mover", "seconder", "student_votes",
    "Ada Lund", "Bo Reyes", "Cy Stone",
)  # fmt: skip


def board_twin() -> list[dict[str, str]]:
    """Invent a board of three with two meetings."""
    rows = [
        ("E1", "2026-02-03", "1:00 PM", "Board Room", "I1", "1", "Res-1", "Trees", "1",
         "Ayes: 2; Nays: 1", "Ada Lund", "Bo Reyes", "", "Yes", "Yes", "No"),
        ("E1", "2026-02-03", "1:00 PM", "Board Room", "I2", "2", "Res-2", "Water", "0",
         "Ayes: 1; Nays: 1; Abstain: 1", "Cy Stone", "Ada Lund", "", "Abstain", "No", "Yes"),
        ("E2", "2026-02-10", "", "", "I3", "1", "Res-3", "Shade", "1",
         "Ayes: 2", "Bo Reyes", "", "Dee Park: Advisory", "Yes", "Yes", "Absent"),
    ]  # fmt: skip
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def real_board() -> list[dict[str, str]]:
    found = real_data.folder("lausd_votes") / "LAUSD" / "LAUSD-2020-Q1-Votes.csv"
    with found.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("pack", ["ronr", "us-ca-brown"])
@pytest.mark.parametrize("source", [board_twin, real_board], ids=["twin", "real"])
def test_a_boards_resolutions_keep_mover_seconder_and_tally(desk, source, pack):
    rows = source()
    text = dump(real_data.board_record(rows, pack))
    found = import_record(desk, text).value
    assert found == []
    assert export_record(desk) == text
    judged = verify(desk)
    assert judged.ok
    assert not judged.findings
    by_number = {row.uid: row for row in motions.list_motions(desk)}
    assert len(by_number) == len(rows)
    for row in rows:
        motion = by_number[f"m-{row['event_item_id']}"]
        assert motion.mover_name.show("en") == row["mover"]
        seconders = [name.show("en") for name in motion.seconder_names]
        assert seconders == ([row["seconder"]] if row["seconder"] else [])
        assert motion.outcome == ("carried" if row["passed"] == "1" else "lost")
        (vote,) = motion.votes
        told = real_data.tally_of(row["tally"])
        counted = {"yes": vote.counts.yes, "no": vote.counts.no, "abstain": vote.counts.abstain}
        assert counted == told
        assert vote.verdict.outcome == motion.outcome


@pytest.mark.parametrize("source", [board_twin, real_board], ids=["twin", "real"])
def test_a_board_that_declares_the_opposite_of_its_roll_call_is_found(desk, source):
    data = real_data.board_record(source())
    vote = data["meetings"][-1]["motions"][-1]["votes"][0]
    assert vote["declared"] == "carried"
    vote["declared"] = "lost"
    (found,) = import_record(desk, dump(data)).value
    assert (found.severity, found.code) == (Severity.ERROR, "outcome_differs")

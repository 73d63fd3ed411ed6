"""Official results of real ward councils have an outcome; an invented twin always runs."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from helpers import real_data
from helpers.full_record import dump
from helpers.ward_councils import Result, council_record, result_of

from council.catalogue import say
from council.domain.messages import Message
from council.domain.vocabulary import Outcome, Severity
from council.services.desk import CountingIds, create_council_file
from council.services.records import export_record, import_record
from council.services.session import motions
from council.services.verify import verify

AGREED = Result(Outcome.CARRIED, unanimous=True)
BY_MAJORITY = Result(Outcome.CARRIED, majority=True)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("einstimmig angenommen", AGREED),
        ("Einstimmig zugestimmt", AGREED),
        ("mehrheitlich beschlossen", BY_MAJORITY),
        ("Zustimmung", Result(Outcome.CARRIED)),
        ("Zugestimmt zum geänderten Text", Result(Outcome.CARRIED, amended=True)),
        ("gewählt", Result(Outcome.CARRIED)),
        ("einstimmig abgelehnt", Result(Outcome.LOST, unanimous=True)),
        ("mehrheitlich abgelehnt", Result(Outcome.LOST, majority=True)),
        ("bei Stimmengleichheit abgelehnt", Result(Outcome.LOST, tie=True)),
        ("Ablehnung (Stimmengleichheit)", Result(Outcome.LOST, tie=True)),
        ("vertagt", Result(Outcome.POSTPONED)),
        ("zurückgezogen", Result(Outcome.WITHDRAWN)),
        ("verwiesen in einen Ausschuss", Result(Outcome.REFERRED)),
        ("vorberaten mit Änderungen", Result(Outcome.REFERRED, amended=True)),
        ("zur Kenntnis genommen", Result(Outcome.NOTED)),
        ("erledigt durch Auskunft", Result(Outcome.SETTLED)),
        ("keine Abstimmung", Result(Outcome.SETTLED)),
        ("siehe Anlage", Result(None)),
    ],
)
def test_a_result_text_says_what_became_of_the_matter_and_how_it_was_voted(text, result):
    assert result_of(text) == result


def test_an_unknown_result_text_is_not_guessed():
    with pytest.raises(LookupError):
        result_of("verlost")


TWIN = ("Kenntnisnahme", "einstimmig zugestimmt", "bei Stimmengleichheit abgelehnt", "vertagt",
        "erledigt durch Auskunft", "siehe Anlage", None)  # fmt: skip


def twin() -> tuple[list[dict], dict[str, str]]:
    """Invent a ward council with two meetings: one held, one to come."""
    held = [
        {"id": f"x/{place}", "number": str(place), "name": f"Sache {place}", "public": place != 7}
        | ({"result": text} if text else {})
        for place, text in enumerate(TWIN, 1)
    ]
    first = {
        "id": "m/1",
        "organization": ["o/1"],
        "start": "2026-02-03T19:00:00+01:00",
        "agendaItem": held,
    }
    second = {"id": "m/2", "organization": ["o/1"], "start": "2026-07-03T19:00:00+02:00"}
    return [first, second], {"o/1": "Ortschaftsrat Auental"}


def real() -> tuple[list[dict], dict[str, str]]:
    found = real_data.folder("karlsruhe_ortschaftsraete") / "docs" / "meetings"
    meetings = [json.loads(path.read_text("utf-8")) for path in sorted(found.glob("*.json"))]
    return meetings, {one["organization"][0]: one["name"].partition(" (")[0] for one in meetings}


FIGURES = {
    twin: {
        "carried": 1, "lost": 1, "postponed": 1, "noted": 1, "settled": 1, None: 1,
    },
    real: {
        "noted": 388, "carried": 337, "settled": 39, "lost": 24, "referred": 23, "postponed": 19,
        "withdrawn": 2, None: 1,
    },
}  # fmt: skip


@pytest.fixture
def desk():
    made = create_council_file(":memory:", actor="T", ids=CountingIds())
    yield made
    made.close()


@pytest.mark.parametrize("source", [twin, real], ids=["twin", "real"])
def test_every_official_result_has_an_outcome_on_record(desk, source):
    meetings, names = source()
    text = dump(council_record(meetings, names))
    found = import_record(desk, text).value
    assert [one for one in found if one.severity is Severity.ERROR] == []
    assert export_record(desk) == text
    assert verify(desk).ok
    rows = [row for one in meetings for row in motions.list_motions(desk, _uid(one))]
    assert Counter(row.outcome for row in rows) == FIGURES[source]
    for vote in (vote for row in rows for vote in row.votes):
        # No counts are told: what can be judged is that nobody objected, else nothing.
        if vote.unanimous:
            assert vote.verdict.outcome == "carried"
        else:
            assert vote.verdict is None


def _uid(meeting):
    return f"meeting-{meeting['id'].rpartition('/')[2]}"


def test_real_result_texts_are_26_and_one_of_them_only_points_elsewhere():
    meetings, _ = real()
    texts = {
        item["result"] for one in meetings for item in one.get("agendaItem", []) if "result" in item
    }
    assert len(texts) == 26
    results = {text: result_of(text) for text in texts}
    assert sum(one.outcome is None for one in results.values()) == 1
    assert not any(one.unanimous and one.majority for one in results.values())


@pytest.mark.parametrize("outcome", list(Outcome))
def test_each_outcome_has_words_in_minutes_of_both_kinds(outcome):
    for code in (f"outcome.{outcome}", f"minutes.became.{outcome}",
                 f"minutes.th.resolved.{outcome}"):  # fmt: skip
        for language in ("en", "th"):
            assert say(Message(code), language)

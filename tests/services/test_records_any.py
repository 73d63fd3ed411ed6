"""Any record that the schema allows comes back, and every page can be read from it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from desks import empty_desk
from helpers.full_record import Data, dump, full_record, small_record
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from council.exchange import record
from council.services import actions, council, meetings, minutes, publish, search, today
from council.services.members import bodies, people
from council.services.planning import agenda
from council.services.records import export_record, import_record
from council.services.session import attendance, motions, notes, timeline
from council.services.verify import verify

if TYPE_CHECKING:
    from council.services.desk import Desk

ROOT = Path(__file__).resolve().parents[2]

WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)
MINUTE = st.integers(0, 59).map(lambda minute: f"2026-11-19T19:{minute:02}-08:00")
SECOND = st.integers(1, 59).map(lambda second: f"2026-11-19T19:00:{second:02}-08:00")
MOMENT = MINUTE | SECOND
PERSON = st.sampled_from(["ann", "ben", "cora"])
THAI = st.fixed_dictionaries({"th": WORDS})
TEXT = WORDS | THAI | st.fixed_dictionaries({"en": WORDS, "th": WORDS})
RULES = st.sampled_from(["majority", "two_thirds", "unanimous", "majority_of_seats"])
SPAN = st.fixed_dictionaries({"mode": st.just("remote")}, optional={"from": MOMENT, "to": MOMENT})
KINDS = {
    "kind": st.sampled_from(["regular", "special"]),
    "state": st.sampled_from(["held", "planned"]),
}


def maybe(**fields: st.SearchStrategy) -> st.SearchStrategy[Data]:
    return st.fixed_dictionaries({}, optional=fields)


BALLOT = st.tuples(
    st.fixed_dictionaries({"person": PERSON, "choice": st.sampled_from(["yes", "no", "abstain"])}),
    maybe(weight=st.integers(2, 9), casting=st.just(True)),
).map(lambda parts: {**parts[0], **parts[1]})

NUMBER = st.integers(0, 99)
JUDGED = st.fixed_dictionaries(
    {"at": MOMENT},
    optional={
        "pack": st.sampled_from(["ronr", "of-another-time"]),
        "version": WORDS,
        "requirement": st.sampled_from(["votes_cast", "seats", "present_entitled"]).map(
            lambda base: {"fraction": "2/3", "strict": True, "base": base, "minimum_yes": 2}
        ),
        "tie": st.sampled_from(["lost", "chair_casting", "chair_sustained"]),
        "present": NUMBER,
        "present_entitled": NUMBER,
        "members_in_office": NUMBER,
        "entitled": NUMBER,
        "seats": NUMBER,
        "quorum_needed": NUMBER,
        "quorum_present": NUMBER,
    },
)

VOTE = st.fixed_dictionaries(
    {"method": st.sampled_from(["voice", "show_of_hands", "roll_call", "no_objection"])},
    optional={
        "at": MOMENT,
        "requirement": RULES,
        "recused": st.lists(PERSON, min_size=1, max_size=2, unique=True),
        "judged": JUDGED,
        "counts": st.fixed_dictionaries(
            {name: st.integers(0, 99) for name in ("yes", "no", "abstain")},
            optional={"not_voting": st.integers(1, 9)},
        ),
        "ballots": st.lists(BALLOT, min_size=1, max_size=4),
        "declared": st.sampled_from(["carried", "lost"]),
    },
)

MOTION = st.fixed_dictionaries(
    {"kind": st.sampled_from(["main", "amend", "refer", "appeal", "recess"]), "text": TEXT},
    optional={
        "number": WORDS,
        "mover": PERSON,
        "seconders": st.lists(PERSON, min_size=1, max_size=3),
        "final_text": TEXT,
        "until": WORDS,
        "made_at": MOMENT,
        "outcome": st.sampled_from(["carried", "lost", "withdrawn", "divided"]),
        "decided_at": MOMENT,
        "votes": st.lists(VOTE, min_size=1, max_size=2),
    },
)

ATTENDANCE = st.tuples(
    st.fixed_dictionaries({"person": PERSON}) | st.fixed_dictionaries({"guest": TEXT}),
    st.fixed_dictionaries({"status": st.sampled_from(["present", "excused", "absent"])}),
    maybe(
        reason=WORDS,
        spans=st.lists(SPAN, min_size=1, max_size=2),
    ),
).map(lambda parts: {**parts[0], **parts[1], **parts[2]})

MEETING = st.fixed_dictionaries(
    KINDS,
    optional={
        "number": WORDS,
        "title": TEXT,
        "venue": TEXT,
        "called_to_order": MOMENT,
        "adjourned": MOMENT,
        "presiding": PERSON,
        "attendance": st.lists(ATTENDANCE, min_size=1, max_size=4),
        "motions": st.lists(MOTION, min_size=1, max_size=3),
    },
)


def whole(drawn: list[Data]) -> Data:
    """Give what was drawn its uids and put it into a record."""
    data = small_record()
    data["meetings"] = []
    for place, meeting in enumerate(drawn):
        made = {**meeting, "uid": f"g{place}", "body": "board"}
        made["starts_at"] = "2026-11-19T18:30-08:00"
        for number, motion in enumerate(made.get("motions", ())):
            motion["uid"] = f"g{place}x{number}"
            for turn, vote in enumerate(motion.get("votes", ())):
                vote["uid"] = f"g{place}x{number}v{turn}"
        data["meetings"].append(made)
    return data


def read_everything(desk: Desk) -> None:
    """Open what every page shows."""
    council.get_council(desk)
    council.rule_lines(desk)
    today.today(desk)
    search.search(desk, "paint")
    actions.list_actions(desk)
    for person in people.list_people(desk):
        people.get_person(desk, person.uid)
    for body in bodies.list_bodies(desk):
        bodies.list_seats(desk, body.uid)
        bodies.list_memberships(desk, body_uid=body.uid)
    motions.search_decisions(desk, text="paint")
    for meeting in meetings.list_meetings(desk):
        agenda.list_items(desk, meeting.uid)
        attendance.room(desk, meeting.uid)
        attendance.quorum(desk, meeting.uid)
        motions.list_motions(desk, meeting.uid)
        motions.order_now(desk, meeting.uid)
        timeline.timeline(desk, meeting.uid)
        notes.list_notes(desk, meeting.uid)
        publish.list_publications(desk, meeting.uid)
        for language in ("en", "th"):
            minutes.checklist(desk, meeting.uid, language)
            for public in (True, False):
                minutes.compose(desk, meeting.uid, language, public=public)
                minutes.agenda_document(desk, meeting.uid, language, public=public)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MEETING, min_size=1, max_size=2))
def test_any_record_comes_back_and_can_be_read(drawn):
    text = record.canonical(whole(drawn))
    desk = empty_desk()
    import_record(desk, text)
    assert export_record(desk) == record.canonical(json.loads(text))
    assert export_record(desk) == text
    assert verify(desk).intact
    read_everything(desk)
    desk.close()


@pytest.mark.parametrize("make", [full_record, small_record])
def test_every_page_can_be_read_from_an_import(make):
    desk = empty_desk()
    import_record(desk, dump(make()))
    read_everything(desk)
    desk.close()


def bare() -> Data:
    """Return a record in which all that may be left out is left out."""
    data = full_record()
    schema = {
        "people": ("uid", "name"),
        "bodies": ("uid", "name", "kind"),
        "memberships": ("uid", "person", "body", "role", "voting"),
    }
    for key, kept in schema.items():
        data[key] = [{name: one[name] for name in kept} for one in data[key]]
    meeting = data["meetings"][0]
    lean = {key: meeting[key] for key in ("uid", "body", "kind", "starts_at", "state")}
    lean["agenda"] = [{"uid": "i1", "kind": "decision", "title": "Crosswalk"}]
    lean["motions"] = [
        {
            "uid": "x1",
            "kind": "main",
            "text": "Paint it.",
            "votes": [{"uid": "v1", "method": "voice"}],
        }
    ]
    lean["comments"] = [{"uid": "k1"}]
    lean["actions"] = [{"uid": "a1", "what": "Buy paint"}]
    lean["notes"] = [{"uid": "n1", "text": "Rain."}]
    lean["recusals"] = [{"uid": "r1", "person": "ann"}]
    lean["minutes"] = {"state": "approved"}
    data["meetings"] = [lean]
    data["actions"] = [{"uid": "a2", "what": "Buy paint"}]
    data["series"] = data["series"][1:]
    data["templates"] = [{"uid": "template-1", "name": "Plain", "items": []}]
    data["dismissals"] = data["dismissals"][1:]
    return data


def test_a_bare_record_can_be_read():
    desk = empty_desk()
    text = record.canonical(bare())
    import_record(desk, text)
    assert export_record(desk) == text
    read_everything(desk)
    desk.close()


def test_the_example_of_the_documentation_is_a_record():
    page = (ROOT / "docs" / "record-format.md").read_text("utf-8")
    text = page.split("```json\n")[1].split("```")[0]
    desk = empty_desk()
    assert import_record(desk, text).value == []
    assert json.loads(export_record(desk)) == json.loads(text)
    desk.close()

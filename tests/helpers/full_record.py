"""An invented record that holds every key of the format, in canonical form."""

from __future__ import annotations

import copy
import json
from typing import Any

from council.domain.document import Document, Heading, Span
from council.domain.document_data import to_data

Data = dict[str, Any]


def dump(data: Data) -> str:
    """Return data as the canonical form writes it: keys as they stand."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def frozen_document(words: str) -> Data:
    """Return approved minutes of one heading."""
    return to_data(
        Document(
            kind="minutes",
            language="en",
            title=words,
            author="Riverbend",
            subject=words,
            paper="A4",
            digits="latn",
            letterhead=("Riverbend",),
            blocks=(Heading(1, (Span(words, bold=True),), key="title"),),
            footer="Approved",
        )
    )


PEOPLE = [
    {
        "uid": "ann",
        "name": {"en": "Ann Moss", "th": "แอน มอส"},
        "sort_name": "Moss Ann",
        "honorific": {"en": "Dr", "th": "ดร."},
        "qualifications": [
            {
                "uid": "q1",
                "code": "funding_training",
                "passed": "2025-03-01",
                "valid_until": "2027-03-01",
                "score": 85,
                "note": "PLANTED-QUALIFICATION",
            },
            {"uid": "q2", "code": "age_18"},
        ],
        "private": {
            "email": "ann@example.org",
            "phone": "+66 2 000 0000",
            "address": "1 River Road",
            "note": "PLANTED-NOTE",
        },
    },
    {"uid": "ben", "name": "Ben Roy"},
    {"uid": "cora", "name": "Cora Lee"},
    {"uid": "dan", "name": {"th": "ดนัย ใจดี"}},
    {"uid": "eve", "name": "Eve PLANTED-WITNESS"},
]

BODIES = [
    {
        "uid": "board",
        "name": {"en": "Board", "th": "คณะกรรมการ"},
        "kind": "council",
        "seats": [
            {"uid": "s1", "label": "Seat 1", "class": "resident"},
            {"uid": "s2", "label": {"en": "Seat 2", "th": "ที่ ๒"}},
        ],
    },
    {"uid": "parks", "name": "Parks", "kind": "committee", "parent": "board", "seats": 5},
    {"uid": "trees", "name": "Trees", "kind": "working_group", "parent": "parks"},
]

MEMBERSHIPS = [
    {
        "uid": "m1",
        "person": "ann",
        "body": "board",
        "seat": "s1",
        "role": "chair",
        "voting": True,
        "weight": 2,
        "start": "2024-01-01",
        "end": "2028-12-31",
        "end_reason": "term_ended",
    },
    {"uid": "m2", "person": "ben", "body": "board", "role": "member", "voting": True},
    {"uid": "m3", "person": "cora", "body": "board", "role": "secretary", "voting": True},
    {"uid": "m4", "person": "dan", "body": "board", "role": "observer", "voting": False},
]

AGENDA = [
    {"uid": "i1", "number": "1", "kind": "call_to_order", "title": "Call to order"},
    {
        "uid": "i2",
        "number": "2",
        "kind": "decision",
        "title": {"en": "Crosswalk", "th": "ทางม้าลาย"},
        "text": "Paint a crosswalk.",
        "consent": True,
        "minutes": 15,
        "presenter": "Ann Moss",
        "proposed_motion": "That the crosswalk be painted.",
        "topic": "funding",
        "state": "done",
        "opened_at": "2026-11-19T18:35:10-08:00",
        "closed_at": "2026-11-19T18:50-08:00",
        "carried_from": "j9",
        "late_ground": "urgent",
        "late_motion": "x1",
        "matter": "j9",
        "copied_from": "j9",
        "children": [
            {"uid": "i2a", "number": "2.1", "kind": "report", "title": "Traffic count"},
            {
                "uid": "i2b",
                "number": "2.2",
                "kind": "closed_session",
                "title": "PLANTED-SUBITEM",
                "closed": True,
                "closed_ground": {"en": "PLANTED-GROUND", "th": "เหตุ"},
                "children": [{"uid": "i2c", "kind": "other", "title": "PLANTED-CHILD"}],
            },
        ],
    },
    {"uid": "i3", "kind": "approval", "title": "Minutes", "approves": "meeting-2"},
    {
        "uid": "i4",
        "number": "4",
        "kind": "closed_session",
        "title": "PLANTED-CLOSED",
        "closed": True,
        "state": "struck",
    },
]

MOTIONS = [
    {
        "uid": "x1",
        "number": "2026-1",
        "item": "i2",
        "kind": "main",
        "mover": "ann",
        "seconders": ["ben", "cora"],
        "text": {"en": "Paint it.", "th": "ทาสี"},
        "edits": [
            {
                "action": "replace",
                "words": {"en": "green", "th": "เขียว"},
                "with": {"en": "white", "th": "ขาว"},
                "after": {"en": "it", "th": "สี"},
            }
        ],
        "final_text": "Paint it white.",
        "until": "next meeting",
        "speech_seconds": 120,
        "made_at": "2026-11-19T18:40-08:00",
        "outcome": "carried",
        "decided_at": "2026-11-19T18:49:59-08:00",
        "votes": [
            {
                "uid": "v1",
                "method": "roll_call",
                "at": "2026-11-19T18:49-08:00",
                "requirement": "majority",
                "counting": {"abstain": "in_base", "silence": "disallowed"},
                "recused": ["cora"],
                "ineligible": ["dan", "ben"],
                "roll_order": "chair_last",
                "roll": ["ben", "dan", "ann"],
                "first": {
                    "declared": "lost",
                    "at": "2026-11-19T18:48-08:00",
                    "counts": {"yes": 1, "no": 2, "abstain": 0, "not_voting": 1},
                },
                "counts": {"yes": 2, "no": 1, "abstain": 0, "not_voting": 1},
                "ballots": [
                    {"person": "ann", "choice": "yes", "weight": 2},
                    {"person": "ben", "choice": "no"},
                    {"person": "dan", "choice": "not_voting"},
                    {"person": "ann", "choice": "yes", "casting": True},
                ],
                "declared": "carried",
            },
            {
                "uid": "v2",
                "method": "no_objection",
                "unanimous": True,
                "judged": {
                    "at": "2026-11-19T18:52-08:00",
                    "pack": "ronr",
                    "version": "0.9",
                    "requirement": {"fraction": "2/3", "strict": False, "base": "votes_cast"},
                    "tie": "lost",
                    "present": 4,
                    "present_entitled": 3,
                    "members_in_office": 5,
                    "entitled": 4,
                    "seats": 5,
                    "quorum_needed": 3,
                    "quorum_present": 4,
                },
                "declared": "carried",
            },
        ],
    },
    {
        "uid": "x2",
        "parent": "x1",
        "kind": "amend",
        "mover": "ben",
        "text": "Add “white”.",
        "votes": [
            {
                "uid": "v3",
                "method": "show_of_hands",
                "requirement": {
                    "any_of": [
                        {
                            "fraction": "2/3",
                            "strict": False,
                            "base": "votes_cast",
                            "minimum_yes": 2,
                        },
                        {
                            "all_of": [
                                {"fraction": "1/2", "strict": True, "base": "present"},
                                {"fraction": "1/3", "strict": True, "base": "seats"},
                            ]
                        },
                    ]
                },
                "counts": {"yes": 3, "no": 0, "abstain": 0},
            }
        ],
    },
    {
        "uid": "x3",
        "item": "i4",
        "kind": "main",
        "text": "PLANTED-MOTION",
        "votes": [
            {
                "uid": "v4",
                "method": "secret_ballot",
                "counts": {"yes": 1, "no": 1, "abstain": 1},
                "declared": "lost",
            }
        ],
    },
    {"uid": "x4", "parent": "x3", "kind": "refer", "text": "PLANTED-REFERRAL"},
]

MINUTES = {
    "state": "approved",
    "approved_at": "2026-12-17T19:00-08:00",
    "approved_at_meeting": "meeting-2",
    "approved_by_motion": "y1",
    "sections": [
        {"uid": "p1", "after": "item/i2", "text": {"en": "It rained.", "th": "ฝนตก"}},
        {"uid": "p2", "after": "item/i4/title", "text": "PLANTED-SECTION"},
        {"uid": "p3", "after": "typed/p2", "text": "PLANTED-AFTER"},
    ],
    "wordings": [
        {
            "uid": "w1",
            "key": "item/i2/motion/x1",
            "language": "en",
            "text": "{mover} moved it.",
            "detached": True,
            "basis": {"mover": "Ann Moss"},
        },
        {"uid": "w2", "key": "item/i4/motion/x3", "language": "en", "text": "PLANTED-WORDING"},
    ],
    "corrections": [
        {"uid": "c1", "where": "Item 2", "from": "blue", "to": "white", "by": "Ben Roy"},
        {"uid": "c2", "where": {"th": "หน้า ๑"}, "from": "a", "to": "b"},
    ],
    "frozen": [
        {
            "uid": "f1",
            "language": "en",
            "public": True,
            "frozen_at": "2026-12-17T19:00-08:00",
            "document": frozen_document("Minutes of 19 November"),
        },
        {
            "uid": "f2",
            "language": "en",
            "public": False,
            "frozen_at": "2026-12-17T19:00-08:00",
            "document": frozen_document("PLANTED-FROZEN"),
        },
    ],
}

FIRST = {
    "uid": "meeting-1",
    "body": "board",
    "number": "11/2026",
    "kind": "regular",
    "title": {"en": "November meeting", "th": "ประชุมเดือนพฤศจิกายน"},
    "starts_at": "2026-11-19T18:30-08:00",
    "duration": 120,
    "venue": "Hall",
    "series": "series-1",
    "series_on": "2026-11-12",
    "feed_uid": "november@example.org",
    "sequence": 2,
    "called_to_order": "2026-11-19T18:31:05-08:00",
    "adjourned": "2026-11-19T20:30-08:00",
    "state": "held",
    "presiding": "ann",
    "secretary": "cora",
    "recording": "https://example.org/1",
    "letter_number": "RB 11/2026",
    "remote": {"en": "By telephone", "th": "ทางโทรศัพท์"},
    "member_seconds": 300,
    "resident_seconds": 180,
    "recorded_from": "paper",
    "notices": [
        {
            "posted_at": "2026-11-16T09:00-08:00",
            "where": "Library",
            "by": "Cora Lee",
            "photo_sha256": "3" * 64,
            "photo_name": "board.jpg",
        },
        {"posted_at": "2026-11-16T10:00-08:00", "where": "Website"},
    ],
    "revisions": [
        {
            "uid": "g1",
            "number": 1,
            "at": "2026-11-16T09:00-08:00",
            "snapshot": [
                {
                    "uid": "i2",
                    "parent": None,
                    "number": "2",
                    "kind": "decision",
                    "title": {"en": "PLANTED-SNAPSHOT", "th": "ทางม้าลาย"},
                    "body": {},
                    "presenter": {"en": "Ann Moss"},
                    "proposed_motion": {},
                    "closed_ground": {},
                    "closed": 0,
                    "consent": 1,
                    "minutes": 15,
                    "topic": "",
                    "state": "",
                    "papers": [["t1", "0" * 64, "map.pdf", 1]],
                }
            ],
        },
        {
            "uid": "g2",
            "number": 2,
            "at": "2026-11-17T09:00-08:00",
            "snapshot": [],
            "reason": {"en": "PLANTED-REVISION", "th": "แก้ไข"},
        },
    ],
    "attendance": [
        {
            "person": "ann",
            "status": "present",
            "spans": [
                {
                    "from": "2026-11-19T18:31-08:00",
                    "to": "2026-11-19T19:00-08:00",
                    "mode": "in_person",
                },
                {"from": "2026-11-19T19:10-08:00", "mode": "remote"},
            ],
        },
        {"person": "ben", "status": "present"},
        {
            "person": "cora",
            "status": "excused",
            "reason": "PLANTED-REASON",
            "noted_at": "2026-11-19T18:30-08:00",
        },
        {"person": "dan", "status": "present", "substitute_for": "cora", "votes": True},
        {"guest": "PLANTED-GUEST", "status": "present"},
    ],
    "presided": [
        {"person": "ann", "from": "2026-11-19T18:30-08:00"},
        {"person": "ben", "from": "2026-11-19T19:15-08:00"},
    ],
    "clock_changes": [{"at": "2026-11-19T19:20-08:00", "shown_at": "2026-11-19T18:20-08:00"}],
    "recesses": [
        {"from": "2026-11-19T19:00-08:00", "to": "2026-11-19T19:10-08:00"},
        {"from": "2026-11-19T20:00-08:00"},
    ],
    "agenda": AGENDA,
    "motions": MOTIONS,
    "recusals": [
        {
            "uid": "r1",
            "item": "i2",
            "person": "cora",
            "reason": "PLANTED-INTEREST",
            "at": "2026-11-19T18:36-08:00",
        },
        {"uid": "r2", "item": "i4", "person": "eve"},
    ],
    "advice": [
        {
            "uid": "d1",
            "at": "2026-11-19T18:40-08:00",
            "code": "out_of_order",
            "message": {
                "code": "in_order.yields",
                "params": {"pending": {"$message": ["motion_kind.refer", {}]}},
            },
            "source": "RONR §6",
            "verified": False,
            "pack": "ronr",
            "pack_version": "1",
            "followed": False,
            "note": "PLANTED-ADVICE",
            "item": "i2",
            "motion": "x2",
            "vote": "v3",
            "person": "ben",
        },
        {
            "uid": "d2",
            "at": "2026-11-19T18:41-08:00",
            "code": "no_second",
            "message": {"code": "in_order.third_degree"},
        },
    ],
    "comments": [
        {
            "uid": "k1",
            "item": "i2",
            "at": "2026-11-19T18:38-08:00",
            "speaker": "Agreed Speaker",
            "may_print_name": True,
            "stance": "for",
            "summary": "Good idea.",
        },
        {"uid": "k2", "item": "i2", "speaker": "PLANTED-SPEAKER", "summary": "Too wide."},
        {"uid": "k3", "item": "i2c", "summary": "PLANTED-COMMENT"},
        {"uid": "k4", "item": "i2", "stance": "against", "written": 3},
    ],
    "speakers": [
        {
            "uid": "u1",
            "item": "i2",
            "motion": "x1",
            "person": "ben",
            "kind": "member",
            "asked_at": "2026-11-19T18:41-08:00",
            "priority": True,
            "limit": 120,
            "done": True,
            "spans": [
                {"from": "2026-11-19T18:41:30-08:00", "to": "2026-11-19T18:42-08:00"},
                {"from": "2026-11-19T18:43-08:00"},
            ],
        },
        {
            "uid": "u2",
            "item": "i2",
            "name": {"en": "Agreed Speaker", "th": "ผู้ยินยอม"},
            "kind": "resident",
            "stance": "for",
            "may_print_name": True,
            "comment": "k1",
        },
        {"uid": "u3", "item": "i2", "name": "PLANTED-RESIDENT", "kind": "resident"},
        {"uid": "u4", "item": "i2", "person": "eve", "kind": "guest"},
        {"uid": "u5", "item": "i4", "name": "PLANTED-CLOSED-SPEAKER", "kind": "guest"},
    ],
    "actions": [
        {
            "uid": "a1",
            "number": "A-1",
            "item": "i2",
            "motion": "x1",
            "owner": "ben",
            "what": {"en": "Buy paint", "th": "ซื้อสี"},
            "due": "2026-12-01",
            "state": "done",
            "done": "2026-11-30",
            "at": "2026-11-19T19:20-08:00",
        },
        {"uid": "a2", "owner_name": "The city", "what": "Close the road"},
        {"uid": "a3", "motion": "x4", "what": "PLANTED-ACTION"},
    ],
    "notes": [
        {"uid": "n1", "item": "i2", "at": "2026-11-19T18:45-08:00", "text": "Map shown."},
        {"uid": "n2", "item": "i4", "text": "PLANTED-REMARK"},
    ],
    "attachments": [
        {
            "uid": "t1",
            "item": "i2",
            "name": "map.pdf",
            "media_type": "application/pdf",
            "sha256": "0" * 64,
            "replaces": "t3",
            "pages": 4,
            "added_at": "2026-11-14T09:00-08:00",
        },
        {
            "uid": "t2",
            "item": "i4",
            "name": "PLANTED.pdf",
            "media_type": "application/pdf",
            "sha256": "1" * 64,
        },
        {
            "uid": "t3",
            "item": "i2",
            "name": "PLANTED-MAP.pdf",
            "media_type": "application/pdf",
            "sha256": "2" * 64,
            "public": False,
        },
    ],
    "minutes": MINUTES,
}

SECOND = {
    "uid": "meeting-2",
    "body": "board",
    "number": "12/2026",
    "kind": "special",
    "starts_at": "2026-12-17T18:30-08:00",
    "state": "held",
    "agenda": [
        {
            "uid": "j1",
            "kind": "decision",
            "title": "Carried on",
            "carried_from": "i4",
            "matter": "i4",
        },
        {"uid": "j9", "kind": "decision", "title": "Older"},
    ],
    "motions": [{"uid": "y1", "kind": "main", "text": "Approve.", "outcome": "carried"}],
    "actions": [{"uid": "a4", "what": "Thank the painters"}],
    "minutes": {"state": "draft"},
}

THIRD = {
    "uid": "meeting-3",
    "body": "parks",
    "kind": "hearing",
    "starts_at": "2027-06-01T10:00-07:00",
    "state": "cancelled",
    "cancel_reason": {"en": "Rain", "th": "ฝนตก"},
}

SERIES = [
    {
        "uid": "series-1",
        "body": "board",
        "kind": "regular",
        "title": {"en": "Monthly meeting", "th": "ประชุมประจำเดือน"},
        "venue": "Hall",
        "rule": {
            "kind": "monthly_nth",
            "weekday": "TH",
            "nth": 2,
            "interval": 1,
            "months_out": [8],
            "on_holiday": "week_before",
        },
        "starts": "2026-01-01",
        "until": "2027-12-31",
        "time": "18:30",
        "zone": "America/Los_Angeles",
        "duration": 120,
        "calendar": "th-public",
        "template": "template-1",
    },
    {
        "uid": "series-2",
        "body": "parks",
        "kind": "workshop",
        "rule": {"kind": "monthly_day", "day": -1},
        "starts": "2026-01-01",
        "time": "09:00",
        "zone": "America/Los_Angeles",
    },
]

TEMPLATES = [
    {
        "uid": "template-1",
        "name": {"en": "PLANTED-TEMPLATE", "th": "แบบ"},
        "meeting_kind": "regular",
        "items": [
            {"title": "Call to order", "kind": "call_to_order", "minutes": 2},
            {
                "title": {"en": "Business", "th": "เรื่องพิจารณา"},
                "kind": "decision",
                "consent": True,
                "closed": True,
                "topic": "funding",
                "children": [{"title": "Parks", "kind": "report"}],
            },
        ],
        "origin": "regular",
    }
]

DISMISSALS = [
    {
        "uid": "z1",
        "body": "board",
        "kind": "postponed",
        "source": "i2",
        "meeting": "meeting-2",
        "reason": {"en": "PLANTED-DISMISSAL", "th": "ไม่ต้องแล้ว"},
        "at": "2026-12-01T09:00-08:00",
    },
    {
        "uid": "z2",
        "body": "parks",
        "kind": "action",
        "source": "a2",
        "at": "2026-12-01T09:00-08:00",
    },
]


def full_record() -> Data:
    """Return a record with every key of the schema, canonical and without errors."""
    return copy.deepcopy(
        {
            "format": "council-record",
            "version": 1,
            "council": {
                "uid": "riverbend",
                "name": {"en": "Riverbend Council", "th": "สภาชุมชนริมน้ำ"},
                "languages": ["en", "th"],
                "time_zone": "America/Los_Angeles",
                "place": "Riverbend",
                "letterhead": {"en": "Riverbend", "th": "ริมน้ำ"},
                "contact": {"en": "Secretary's office", "th": "ฝ่ายเลขานุการ"},
                "phone": "+1 555 0100",
                "accommodation": "Ask the office three days before.",
                "paper": "Letter",
                "digits": "thai",
                "rules": [
                    {"pack": "ronr", "overrides": {"minutes.seconder_printed": True}},
                    {"pack": "ronr-small-board", "from": "2026-01-01"},
                ],
            },
            "people": PEOPLE,
            "bodies": BODIES,
            "memberships": MEMBERSHIPS,
            "series": SERIES,
            "templates": TEMPLATES,
            "meetings": [FIRST, SECOND, THIRD],
            "actions": [{"uid": "a9", "number": "A-9", "owner": "ann", "what": "PLANTED-LOOSE"}],
            "dismissals": DISMISSALS,
        }
    )


def small_record() -> Data:
    """Return the least that shows a meeting with one roll call; three members, all present."""
    names = {"ann": "Ann Moss", "ben": "Ben Roy", "cora": "Cora Lee"}
    vote = {
        "uid": "v1",
        "method": "roll_call",
        "at": "2026-11-19T18:49-08:00",
        "ballots": [
            {"person": "ann", "choice": "yes"},
            {"person": "ben", "choice": "yes"},
            {"person": "cora", "choice": "no"},
        ],
        "declared": "carried",
    }
    motion = {"uid": "x1", "item": "i1", "kind": "main", "mover": "ann", "text": "Paint it."}
    meeting = {
        "uid": "meeting-1",
        "body": "board",
        "kind": "regular",
        "starts_at": "2026-11-19T18:30-08:00",
        "called_to_order": "2026-11-19T18:31-08:00",
        "adjourned": "2026-11-19T20:30-08:00",
        "state": "held",
        "attendance": [{"person": uid, "status": "present"} for uid in names],
        "agenda": [{"uid": "i1", "kind": "decision", "title": "Crosswalk"}],
        "motions": [{**motion, "outcome": "carried", "votes": [vote]}],
    }
    return {
        "format": "council-record",
        "version": 1,
        "council": {
            "uid": "riverbend",
            "name": "Riverbend",
            "languages": ["en"],
            "time_zone": "America/Los_Angeles",
            "rules": [{"pack": "ronr"}],
        },
        "people": [{"uid": uid, "name": name} for uid, name in names.items()],
        "bodies": [{"uid": "board", "name": "Board", "kind": "council", "seats": 3}],
        "memberships": [
            {"uid": f"m-{uid}", "person": uid, "body": "board", "role": "member", "voting": True}
            for uid in names
        ],
        "meetings": [meeting],
    }

"""The tables of a council file: constraints hold shape only.

What can go wrong in a room is a finding, so it must be storable.

Times: ``*_local`` is local wall time ``YYYY-MM-DDTHH:MM`` with the zone beside it (what is
planned); ``*_at`` is a stamp ``YYYY-MM-DDTHH:MM:SS+HH:MM`` (what happened, with the offset in
force); ``*_on`` is a day ``YYYY-MM-DD``; ``time`` is ``HH:MM`` of local wall time. Columns that
hold a text in several languages contain a JSON object of language to words.
"""

from __future__ import annotations

APPLICATION_ID = 0x434E434C  # "CNCL"
SCHEMA_VERSION = 4

# name -> column definitions; every journalled table has ``uid TEXT PRIMARY KEY``.
TABLES: dict[str, str] = {
    "council": """
        uid TEXT PRIMARY KEY, name TEXT NOT NULL, languages TEXT NOT NULL,
        time_zone TEXT NOT NULL,
        paper TEXT NOT NULL DEFAULT 'A4' CHECK (paper IN ('A4', 'Letter')),
        digits TEXT NOT NULL DEFAULT 'latn' CHECK (digits IN ('latn', 'thai')), letterhead TEXT,
        place TEXT, contact TEXT, phone TEXT, accommodation TEXT""",
    "council_rule": """
        uid TEXT PRIMARY KEY, position INTEGER NOT NULL, pack TEXT NOT NULL, from_on TEXT,
        overrides TEXT""",
    "person": """
        uid TEXT PRIMARY KEY, name TEXT NOT NULL, sort_name TEXT, honorific TEXT, email TEXT,
        phone TEXT, address TEXT, note TEXT""",
    "qualification": """
        uid TEXT PRIMARY KEY, person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE,
        code TEXT NOT NULL, passed_on TEXT, valid_until TEXT, score INTEGER, note TEXT""",
    "body": """
        uid TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
        parent_uid TEXT REFERENCES body (uid) DEFERRABLE, seats INTEGER""",
    "seat": """
        uid TEXT PRIMARY KEY, body_uid TEXT NOT NULL REFERENCES body (uid) DEFERRABLE,
        position INTEGER NOT NULL, label TEXT NOT NULL, class TEXT""",
    "membership": """
        uid TEXT PRIMARY KEY, person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE,
        body_uid TEXT NOT NULL REFERENCES body (uid) DEFERRABLE,
        seat_uid TEXT REFERENCES seat (uid) DEFERRABLE, role TEXT NOT NULL,
        voting INTEGER NOT NULL DEFAULT 1, weight INTEGER NOT NULL DEFAULT 1, start_on TEXT,
        end_on TEXT, end_reason TEXT, position INTEGER NOT NULL DEFAULT 0""",
    "series": """
        uid TEXT PRIMARY KEY, position INTEGER NOT NULL,
        body_uid TEXT NOT NULL REFERENCES body (uid) DEFERRABLE, kind TEXT NOT NULL, title TEXT,
        venue TEXT, rule TEXT NOT NULL, starts_on TEXT NOT NULL, until_on TEXT, time TEXT NOT NULL,
        zone TEXT NOT NULL, minutes INTEGER, calendar TEXT, template_uid TEXT""",
    "meeting": """
        uid TEXT PRIMARY KEY, body_uid TEXT NOT NULL REFERENCES body (uid) DEFERRABLE,
        number TEXT, kind TEXT NOT NULL, title TEXT, starts_local TEXT NOT NULL,
        zone TEXT NOT NULL, venue TEXT, state TEXT NOT NULL, called_to_order_at TEXT,
        adjourned_at TEXT, presiding_uid TEXT REFERENCES person (uid) DEFERRABLE,
        secretary_uid TEXT REFERENCES person (uid) DEFERRABLE, recording TEXT,
        cancel_reason TEXT, series_uid TEXT REFERENCES series (uid) DEFERRABLE, series_on TEXT,
        feed_uid TEXT, sequence INTEGER NOT NULL DEFAULT 0, minutes_planned INTEGER,
        letter_number TEXT, remote TEXT, member_seconds INTEGER, resident_seconds INTEGER,
        recorded_from TEXT""",
    "notice": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL REFERENCES meeting (uid) DEFERRABLE,
        posted_at TEXT NOT NULL, place TEXT NOT NULL, posted_by TEXT, photo_sha256 TEXT,
        photo_name TEXT""",
    "attendance": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL REFERENCES meeting (uid) DEFERRABLE,
        position INTEGER NOT NULL, person_uid TEXT REFERENCES person (uid) DEFERRABLE,
        guest TEXT, status TEXT NOT NULL, reason TEXT,
        substitute_for_uid TEXT REFERENCES person (uid) DEFERRABLE, noted_at TEXT,
        votes INTEGER NOT NULL DEFAULT 0""",
    "span": """
        uid TEXT PRIMARY KEY,
        attendance_uid TEXT NOT NULL REFERENCES attendance (uid) DEFERRABLE,
        position INTEGER NOT NULL, from_at TEXT, to_at TEXT, mode TEXT NOT NULL""",
    "presiding": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL REFERENCES meeting (uid) DEFERRABLE,
        position INTEGER NOT NULL, person_uid TEXT REFERENCES person (uid) DEFERRABLE,
        from_at TEXT""",
    "clock_change": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL REFERENCES meeting (uid) DEFERRABLE,
        at TEXT NOT NULL, shown_at TEXT NOT NULL""",
    "recess": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL REFERENCES meeting (uid) DEFERRABLE,
        from_at TEXT NOT NULL, to_at TEXT""",
    "agenda_item": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL REFERENCES meeting (uid) DEFERRABLE,
        parent_uid TEXT REFERENCES agenda_item (uid) DEFERRABLE, position INTEGER NOT NULL,
        number TEXT, kind TEXT NOT NULL, title TEXT NOT NULL, body TEXT,
        closed INTEGER NOT NULL DEFAULT 0, consent INTEGER NOT NULL DEFAULT 0, minutes INTEGER,
        presenter TEXT, proposed_motion TEXT, state TEXT NOT NULL DEFAULT 'waiting',
        opened_at TEXT, closed_at TEXT,
        carried_from_uid TEXT REFERENCES agenda_item (uid) DEFERRABLE,
        approves_uid TEXT REFERENCES meeting (uid) DEFERRABLE, topic TEXT, late_ground TEXT,
        late_motion_uid TEXT REFERENCES motion (uid) DEFERRABLE, closed_ground TEXT,
        matter_uid TEXT REFERENCES agenda_item (uid) DEFERRABLE,
        copied_from_uid TEXT REFERENCES agenda_item (uid) DEFERRABLE""",
    "agenda_template": """
        uid TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, meeting_kind TEXT,
        items TEXT NOT NULL, origin TEXT""",
    "agenda_revision": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL REFERENCES meeting (uid) DEFERRABLE,
        number INTEGER NOT NULL, at TEXT NOT NULL, snapshot TEXT NOT NULL, reason TEXT""",
    "carry_dismissal": """
        uid TEXT PRIMARY KEY, body_uid TEXT NOT NULL REFERENCES body (uid) DEFERRABLE,
        kind TEXT NOT NULL, source_uid TEXT NOT NULL,
        meeting_uid TEXT REFERENCES meeting (uid) DEFERRABLE, reason TEXT, at TEXT NOT NULL""",
    "motion": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL REFERENCES meeting (uid) DEFERRABLE,
        item_uid TEXT REFERENCES agenda_item (uid) DEFERRABLE,
        parent_uid TEXT REFERENCES motion (uid) DEFERRABLE, position INTEGER NOT NULL,
        number TEXT, kind TEXT NOT NULL, mover_uid TEXT REFERENCES person (uid) DEFERRABLE,
        text TEXT NOT NULL, final_text TEXT, until TEXT, made_at TEXT, outcome TEXT,
        decided_at TEXT, edit TEXT, speech_seconds INTEGER""",
    "seconder": """
        uid TEXT PRIMARY KEY, motion_uid TEXT NOT NULL REFERENCES motion (uid) DEFERRABLE,
        position INTEGER NOT NULL, person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE""",
    "vote": """
        uid TEXT PRIMARY KEY, motion_uid TEXT NOT NULL REFERENCES motion (uid) DEFERRABLE,
        position INTEGER NOT NULL, method TEXT NOT NULL, at TEXT, requirement TEXT,
        resolved TEXT, pack TEXT, pack_version TEXT, tie TEXT, unanimous INTEGER, yes INTEGER,
        no INTEGER, abstain INTEGER, not_voting INTEGER, present INTEGER,
        present_entitled INTEGER, members_in_office INTEGER, entitled INTEGER, seats INTEGER,
        quorum_needed INTEGER, quorum_present INTEGER, declared TEXT, first_declared TEXT,
        declared_at TEXT, counting TEXT, ineligible TEXT, roll_order TEXT, roll TEXT,
        first_at TEXT, first_tally TEXT""",
    "ballot": """
        uid TEXT PRIMARY KEY, vote_uid TEXT NOT NULL REFERENCES vote (uid) DEFERRABLE,
        position INTEGER NOT NULL, person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE,
        choice TEXT NOT NULL, weight INTEGER NOT NULL DEFAULT 1,
        casting INTEGER NOT NULL DEFAULT 0, cast_at TEXT""",
    "recusal": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL REFERENCES meeting (uid) DEFERRABLE,
        item_uid TEXT REFERENCES agenda_item (uid) DEFERRABLE,
        vote_uid TEXT REFERENCES vote (uid) DEFERRABLE,
        person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE, reason TEXT, at TEXT""",
    "advice": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL REFERENCES meeting (uid) DEFERRABLE,
        position INTEGER NOT NULL, at TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
        source TEXT, verified INTEGER NOT NULL DEFAULT 1, pack TEXT, pack_version TEXT,
        followed INTEGER, note TEXT, item_uid TEXT REFERENCES agenda_item (uid) DEFERRABLE,
        motion_uid TEXT REFERENCES motion (uid) DEFERRABLE,
        vote_uid TEXT REFERENCES vote (uid) DEFERRABLE,
        person_uid TEXT REFERENCES person (uid) DEFERRABLE""",
    "note": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL REFERENCES meeting (uid) DEFERRABLE,
        item_uid TEXT REFERENCES agenda_item (uid) DEFERRABLE, position INTEGER NOT NULL,
        at TEXT, text TEXT NOT NULL""",
    "comment": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL REFERENCES meeting (uid) DEFERRABLE,
        item_uid TEXT REFERENCES agenda_item (uid) DEFERRABLE, position INTEGER NOT NULL,
        at TEXT, speaker TEXT, may_print_name INTEGER NOT NULL DEFAULT 0, stance TEXT,
        summary TEXT, written INTEGER""",
    "speaker": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL REFERENCES meeting (uid) DEFERRABLE,
        item_uid TEXT REFERENCES agenda_item (uid) DEFERRABLE,
        motion_uid TEXT REFERENCES motion (uid) DEFERRABLE, position INTEGER NOT NULL,
        person_uid TEXT REFERENCES person (uid) DEFERRABLE, name TEXT, kind TEXT NOT NULL,
        stance TEXT, may_print_name INTEGER NOT NULL DEFAULT 0, asked_at TEXT,
        priority INTEGER NOT NULL DEFAULT 0, limit_seconds INTEGER,
        done INTEGER NOT NULL DEFAULT 0,
        comment_uid TEXT REFERENCES comment (uid) DEFERRABLE""",
    "speaking": """
        uid TEXT PRIMARY KEY, speaker_uid TEXT NOT NULL REFERENCES speaker (uid) DEFERRABLE,
        position INTEGER NOT NULL, from_at TEXT NOT NULL, to_at TEXT""",
    "action": """
        uid TEXT PRIMARY KEY, position INTEGER NOT NULL, number TEXT,
        meeting_uid TEXT REFERENCES meeting (uid) DEFERRABLE,
        item_uid TEXT REFERENCES agenda_item (uid) DEFERRABLE,
        motion_uid TEXT REFERENCES motion (uid) DEFERRABLE,
        owner_uid TEXT REFERENCES person (uid) DEFERRABLE, owner TEXT, what TEXT NOT NULL,
        due_on TEXT, state TEXT NOT NULL DEFAULT 'open', done_on TEXT, at TEXT""",
    "attachment": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT REFERENCES meeting (uid) DEFERRABLE,
        item_uid TEXT REFERENCES agenda_item (uid) DEFERRABLE, position INTEGER NOT NULL,
        name TEXT NOT NULL, media_type TEXT NOT NULL, sha256 TEXT NOT NULL,
        replaces_uid TEXT REFERENCES attachment (uid) DEFERRABLE,
        public INTEGER NOT NULL DEFAULT 1, pages INTEGER, added_at TEXT""",
    "minutes": """
        uid TEXT PRIMARY KEY,
        meeting_uid TEXT NOT NULL UNIQUE REFERENCES meeting (uid) DEFERRABLE,
        state TEXT NOT NULL, approved_at TEXT,
        approved_meeting_uid TEXT REFERENCES meeting (uid) DEFERRABLE,
        approved_motion_uid TEXT REFERENCES motion (uid) DEFERRABLE""",
    "minutes_override": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL REFERENCES meeting (uid) DEFERRABLE,
        key TEXT NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL,
        detached INTEGER NOT NULL DEFAULT 0, basis TEXT NOT NULL""",
    "minutes_paragraph": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL REFERENCES meeting (uid) DEFERRABLE,
        item_uid TEXT REFERENCES agenda_item (uid) DEFERRABLE, after_key TEXT NOT NULL,
        position INTEGER NOT NULL, text TEXT NOT NULL""",
    "correction": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL REFERENCES meeting (uid) DEFERRABLE,
        position INTEGER NOT NULL, place TEXT NOT NULL, was TEXT NOT NULL, now TEXT NOT NULL,
        asked_by TEXT, at_meeting_uid TEXT""",
    "frozen_document": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL REFERENCES meeting (uid) DEFERRABLE,
        kind TEXT NOT NULL, language TEXT NOT NULL, public INTEGER NOT NULL,
        content TEXT NOT NULL, sha256 TEXT NOT NULL, frozen_at TEXT NOT NULL""",
    "publication": """
        uid TEXT PRIMARY KEY, meeting_uid TEXT NOT NULL REFERENCES meeting (uid) DEFERRABLE,
        kind TEXT NOT NULL, language TEXT NOT NULL, public INTEGER NOT NULL,
        stamp TEXT NOT NULL, file_name TEXT NOT NULL, sha256 TEXT NOT NULL,
        chain_head TEXT NOT NULL, published_at TEXT NOT NULL, place TEXT""",
}

# Columns whose values may be erased later: the journal hashes SHA-256(salt || value) for them.
PRIVATE: dict[str, frozenset[str]] = {"person": frozenset({"email", "phone", "address", "note"})}

# Tables outside the journal, each with the reason; a test walks the schema against this list.
UNJOURNALLED: dict[str, str] = {
    "step": "the journal itself",
    "change": "the journal itself",
    "draft": "half-typed text, kept for a crash, not a record",
    "blob": "attachment bytes, insert-only, named by their own SHA-256",
    "holder": "who has the file open now",
    "search": "an index made from the other tables",
    "_sqlite_migrations": "the migrations that ran",
}

JOURNAL: dict[str, str] = {
    "step": """
        seq INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL,
        code TEXT NOT NULL, params TEXT NOT NULL, target INTEGER,
        final INTEGER NOT NULL DEFAULT 0, digests TEXT, previous TEXT NOT NULL, hash TEXT""",
    "change": """
        id INTEGER PRIMARY KEY, seq INTEGER NOT NULL REFERENCES step (seq), tbl TEXT NOT NULL,
        row_uid TEXT NOT NULL, op TEXT NOT NULL, before TEXT, after TEXT, salts TEXT,
        private TEXT""",
    "draft": "key TEXT PRIMARY KEY, text TEXT NOT NULL, at TEXT NOT NULL",
    "blob": "sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, bytes BLOB NOT NULL",
    "holder": """
        one INTEGER PRIMARY KEY CHECK (one = 1), who TEXT NOT NULL, machine TEXT NOT NULL,
        pid INTEGER NOT NULL, since_at TEXT NOT NULL""",
}

# Columns that hold a ``Text`` (JSON object of language to words); rows.py reads and writes them.
TEXT_COLUMNS: dict[str, frozenset[str]] = {
    "council": frozenset({"name", "letterhead", "place", "contact", "accommodation"}),
    "person": frozenset({"name", "honorific"}),
    "body": frozenset({"name"}),
    "seat": frozenset({"label"}),
    "series": frozenset({"title", "venue"}),
    "meeting": frozenset({"title", "venue", "cancel_reason", "remote"}),
    "notice": frozenset({"place"}),
    "attendance": frozenset({"guest"}),
    "agenda_item": frozenset({"title", "body", "presenter", "proposed_motion", "closed_ground"}),
    "agenda_template": frozenset({"name"}),
    "agenda_revision": frozenset({"reason"}),
    "carry_dismissal": frozenset({"reason"}),
    "motion": frozenset({"text", "final_text"}),
    "note": frozenset({"text"}),
    "comment": frozenset({"speaker", "summary"}),
    "speaker": frozenset({"name"}),
    "action": frozenset({"owner", "what"}),
    "minutes_paragraph": frozenset({"text"}),
    "correction": frozenset({"place", "was", "now"}),
    "publication": frozenset({"place"}),
}

# Columns that hold other JSON: lists, names of rules or rule objects, overrides by dotted key.
JSON_COLUMNS: dict[str, frozenset[str]] = {
    "council": frozenset({"languages"}),
    "council_rule": frozenset({"overrides"}),
    "series": frozenset({"rule"}),
    "agenda_template": frozenset({"items"}),
    "agenda_revision": frozenset({"snapshot"}),
    "motion": frozenset({"edit"}),
    "vote": frozenset({"requirement", "resolved", "counting", "ineligible", "roll", "first_tally"}),
    "advice": frozenset({"message"}),
    "minutes_override": frozenset({"basis"}),
    "frozen_document": frozenset({"content"}),
}

# Foreign keys by which lists are read; every other search runs over a handful of rows.
INDEXES: dict[str, tuple[str, ...]] = {
    "seat": ("body_uid",),
    "membership": ("body_uid", "person_uid"),
    "qualification": ("person_uid",),
    "series": ("body_uid",),
    "meeting": ("body_uid", "series_uid"),
    "notice": ("meeting_uid",),
    "attendance": ("meeting_uid", "person_uid"),
    "span": ("attendance_uid",),
    "presiding": ("meeting_uid",),
    "clock_change": ("meeting_uid",),
    "recess": ("meeting_uid",),
    "agenda_item": ("meeting_uid", "parent_uid", "carried_from_uid", "matter_uid"),
    "agenda_revision": ("meeting_uid",),
    "carry_dismissal": ("body_uid",),
    "motion": ("meeting_uid", "item_uid", "parent_uid"),
    "seconder": ("motion_uid",),
    "vote": ("motion_uid",),
    "ballot": ("vote_uid", "person_uid"),
    "recusal": ("meeting_uid",),
    "advice": ("meeting_uid",),
    "note": ("meeting_uid",),
    "comment": ("meeting_uid",),
    "speaker": ("meeting_uid",),
    "speaking": ("speaker_uid",),
    "action": ("meeting_uid", "owner_uid"),
    "attachment": ("item_uid",),
    "minutes_override": ("meeting_uid",),
    "minutes_paragraph": ("meeting_uid",),
    "correction": ("meeting_uid",),
    "frozen_document": ("meeting_uid",),
    "publication": ("meeting_uid",),
    "step": ("code", "target"),
    "change": ("seq",),
}

# One row a findable thing; ``rowid`` is made from kind and uid: replacing a row needs no scan.
SEARCH = (
    "CREATE VIRTUAL TABLE search USING fts5 (kind UNINDEXED, uid UNINDEXED, meeting_uid UNINDEXED, "
    "title UNINDEXED, shown UNINDEXED, folded, tokenize = 'trigram')"
)

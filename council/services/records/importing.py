"""Importing a council record: one step, all or nothing, findings as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from council.db import backup, journal, rows
from council.domain.document_data import fingerprint, from_data
from council.domain.messages import InputRefused
from council.domain.rules import layers
from council.domain.vocabulary import Severity
from council.exchange import record
from council.services.desk import ALL_CHANGES, Desk, Done
from council.services.findings import file_findings
from council.services.records import judging
from council.services.records.fields import Codec, Data
from council.services.session.roll import Roll

if TYPE_CHECKING:
    from council.domain.findings import Finding


def import_record(desk: Desk, raw: bytes | str, *, strict: bool = False) -> Done[list[Finding]]:
    """Import a record into an empty council file; return what is odd about it.

    Raises InputRefused for a record that cannot be read (the place is named), for a file that holds
    a council already, and, with ``strict``, when there are findings of severity error. Nothing is
    half-written: the import is one journal step, and a file with a history is backed up before it.
    """
    data = record.parse(raw)
    if rows.count(desk.conn, "council"):
        raise InputRefused("error.record_not_empty")
    if desk.path is not None and journal.steps(desk.conn, 1):
        backup.automatic_backup(desk.conn, desk.path, clock=desk.clock, reason="import")
    with desk.step("step.import_record"):
        journal.defer_references(desk.conn)  # what points forward may stand before its target
        _Importer(desk, data).run()
        found = file_findings(desk)
        wrong = [one for one in found if one.severity is Severity.ERROR]
        if strict and wrong:
            raise InputRefused("error.record_findings", count=len(wrong))
    return Done(found, ALL_CHANGES)


class _Importer:
    """Writes one record's rows, parents before children."""

    def __init__(self, desk: Desk, data: Data) -> None:
        self._desk = desk
        self._data = data
        info = data["council"]
        try:
            zone = ZoneInfo(info["time_zone"])
        except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
            raise InputRefused("error.record_unknown_zone", zone=info["time_zone"]) from fault
        self._codec = Codec(zone, info["languages"][0])
        self._actions = 0

    def run(self) -> None:
        """Write everything."""
        self._council(self._data["council"])
        for one in self._data.get("people", ()):
            private = dict(one.get("private", {}))
            where = f"people/{one['uid']}"
            uid = self._put("person", one, where, **private)
            for part in one.get("qualifications", ()):
                self._put("qualification", part, where, person_uid=uid)
        for position, one in enumerate(self._data.get("bodies", ()), 1):
            self._body(position, one)
        for position, one in enumerate(self._data.get("memberships", ()), 1):
            self._put("membership", one, f"memberships/{one['uid']}", position=position)
        self._plans()
        meetings = self._data.get("meetings", ())
        for one in meetings:
            where = f"meetings/{one['uid']}"
            starts = self._codec.local(one["starts_at"], f"{where}/starts_at")
            zone = str(self._codec.zone)
            self._put("meeting", one, where, starts_local=starts, zone=zone)
        for one in meetings:
            self._meeting(one, f"meetings/{one['uid']}")
        for one in self._data.get("actions", ()):
            self._action(one, None, f"actions/{one['uid']}")
        for one in self._data.get("dismissals", ()):
            self._put("carry_dismissal", one, f"dismissals/{one['uid']}")
        for one in meetings:
            self._judge(one)

    def _plans(self) -> None:
        """Write what meetings are planned by."""
        for table, key in (("series", "series"), ("agenda_template", "templates")):
            for position, one in enumerate(self._data.get(key, ()), 1):
                self._put(table, one, f"{key}/{one['uid']}", position=position)

    def _put(self, table: str, one: Data, where: str, **more: Any) -> str:
        """Insert one object and return its uid; what the record gives no uid gets a new one."""
        values = {**self._codec.row(table, one, where), **more}
        uid = str(values.setdefault("uid", self._desk.ids.new(table)))
        rows.insert(self._desk.conn, table, values)
        return uid

    def _action(self, one: Data, meeting: str | None, where: str) -> None:
        """Insert an action; their order runs through all meetings."""
        self._actions += 1
        self._put("action", one, where, meeting_uid=meeting, position=self._actions)

    def _council(self, one: Data) -> None:
        self._put("council", one, "council")
        for position, rule in enumerate(one["rules"], 1):
            where = f"council/rules/{position}"
            pack = self._desk.packs.get(rule["pack"])
            if pack is None:
                raise InputRefused("error.record_unknown_pack", where=where, pack=rule["pack"])
            if "overrides" in rule:
                layers.resolve([pack], rule["overrides"])
            rows.insert(
                self._desk.conn,
                "council_rule",
                {
                    "uid": self._desk.ids.new("rule"),
                    "position": position,
                    "pack": rule["pack"],
                    "from_on": self._codec.day(rule["from"], where) if "from" in rule else None,
                    "overrides": rule.get("overrides"),
                },
            )

    def _body(self, position: int, one: Data) -> None:
        seats = one.get("seats")
        number = seats if isinstance(seats, int) else len(seats) if seats is not None else None
        where = f"bodies/{one['uid']}"
        uid = self._put("body", one, where, position=position, seats=number)
        if isinstance(seats, list):
            for place, seat in enumerate(seats, 1):
                self._put("seat", seat, f"{where}/seats/{place}", body_uid=uid, position=place)

    def _meeting(self, one: Data, where: str) -> None:
        uid = one["uid"]
        self._items(one.get("agenda", ()), uid, None, f"{where}/agenda")
        for position, motion in enumerate(one.get("motions", ()), 1):
            self._motion(position, motion, uid, f"{where}/motions/{motion['uid']}")
        for index, (table, key) in enumerate(_LISTS):
            for position, part in enumerate(one.get(key, ()), 1):
                more: Data = {"meeting_uid": uid}
                if index >= _FIRST_WITH_POSITION:
                    more["position"] = position
                made = self._put(table, part, f"{where}/{key}/{part.get('uid', position)}", **more)
                if table == "attendance":
                    self._spans(part, made, where)
                elif table == "speaker":
                    self._turns(part, made, where)
        for part in one.get("actions", ()):
            self._action(part, uid, f"{where}/actions/{part['uid']}")
        if "minutes" in one:
            self._minutes(one["minutes"], uid, f"{where}/minutes")

    def _spans(self, attendance: Data, uid: str, where: str) -> None:
        for position, span in enumerate(attendance.get("spans", ()), 1):
            place = f"{where}/attendance/{uid}/spans/{position}"
            self._put("span", span, place, attendance_uid=uid, position=position)

    def _turns(self, speaker: Data, uid: str, where: str) -> None:
        for position, turn in enumerate(speaker.get("spans", ()), 1):
            place = f"{where}/speakers/{uid}/spans/{position}"
            self._put("speaking", turn, place, speaker_uid=uid, position=position)

    def _items(self, items: Any, meeting: str, parent: str | None, where: str) -> None:
        for position, one in enumerate(items, 1):
            place = f"{where}/{one['uid']}"
            more = {"meeting_uid": meeting, "parent_uid": parent, "position": position}
            uid = self._put("agenda_item", one, place, **more)
            self._items(one.get("children", ()), meeting, uid, f"{place}/children")

    def _motion(self, position: int, one: Data, meeting: str, where: str) -> None:
        uid = self._put("motion", one, where, meeting_uid=meeting, position=position)
        for place, person in enumerate(one.get("seconders", ()), 1):
            rows.insert(
                self._desk.conn,
                "seconder",
                {
                    "uid": self._desk.ids.new("seconder"),
                    "motion_uid": uid,
                    "position": place,
                    "person_uid": person,
                },
            )
        for place, vote in enumerate(one.get("votes", ()), 1):
            self._vote(place, vote, uid, meeting, f"{where}/votes/{vote['uid']}")

    def _vote(self, position: int, one: Data, motion: str, meeting: str, where: str) -> None:
        counts = one.get("counts", {})
        more = {"first_declared": one["declared"]} if "declared" in one else {}
        if "first" in one:
            more |= judging.first_columns(one["first"], self._codec, f"{where}/first")
        if "judged" in one:
            more |= judging.columns(one["judged"], self._codec, f"{where}/judged")
        uid = self._put("vote", one, where, motion_uid=motion, position=position, **counts, **more)
        for place, ballot in enumerate(one.get("ballots", ()), 1):
            self._put("ballot", ballot, f"{where}/ballots/{place}", vote_uid=uid, position=place)
        for person in one.get("recused", ()):
            rows.insert(
                self._desk.conn,
                "recusal",
                {
                    "uid": self._desk.ids.new("recusal"),
                    "meeting_uid": meeting,
                    "vote_uid": uid,
                    "person_uid": person,
                },
            )

    def _minutes(self, one: Data, meeting: str, where: str) -> None:
        conn = self._desk.conn
        approved = one.get("approved_at")
        values = {
            "uid": self._desk.ids.new("minutes"),
            "meeting_uid": meeting,
            "state": one["state"],
            "approved_at": self._codec.moment(approved, where) if approved else None,
            "approved_meeting_uid": one.get("approved_at_meeting"),
            "approved_motion_uid": one.get("approved_by_motion"),
        }
        rows.insert(conn, "minutes", values)
        for position, part in enumerate(one.get("sections", ()), 1):
            more = {"meeting_uid": meeting, "position": position}
            self._put("minutes_paragraph", part, f"{where}/sections/{part['uid']}", **more)
        for part in one.get("wordings", ()):
            basis = {"basis": part.get("basis", {})}
            place = f"{where}/wordings/{part['uid']}"
            self._put("minutes_override", {**part, **basis}, place, meeting_uid=meeting)
        for position, part in enumerate(one.get("corrections", ()), 1):
            more = {"meeting_uid": meeting, "position": position}
            self._put("correction", part, f"{where}/corrections/{part['uid']}", **more)
        for part in one.get("frozen", ()):
            self._frozen(part, meeting, f"{where}/frozen/{part['uid']}")

    def _frozen(self, one: Data, meeting: str, where: str) -> None:
        """Keep approved minutes as they were; what is no document of ours is refused."""
        rows.insert(
            self._desk.conn,
            "frozen_document",
            {
                "uid": one["uid"],
                "meeting_uid": meeting,
                "kind": "minutes",
                "language": one["language"],
                "public": int(one["public"]),
                "content": one["document"],
                "sha256": _fingerprint(one["document"], f"{where}/document"),
                "frozen_at": self._codec.moment(one["frozen_at"], f"{where}/frozen_at"),
            },
        )

    def _judge(self, meeting: Data) -> None:
        """Keep with each vote the requirement it fell under and the numbers of the room.

        What the record itself says a vote was judged by is kept as it is.
        """
        motions = meeting.get("motions", ())
        votes = [(motion, vote) for motion in motions for vote in motion.get("votes", ())]
        votes = [(motion, vote) for motion, vote in votes if "judged" not in vote]
        if not votes:
            return
        roll = Roll(self._desk, meeting["uid"])
        for motion, vote in votes:
            where = f"meetings/{meeting['uid']}/motions/{motion['uid']}/votes/{vote['uid']}"
            stored = rows.get(self._desk.conn, "vote", vote["uid"]) or {}
            on = rows.get(self._desk.conn, "motion", motion["uid"]) or {}
            try:
                found = judging.find(roll, on, stored)
            except (KeyError, InputRefused) as fault:
                wanted = str(vote.get("requirement"))
                raise InputRefused("error.record_unknown_rule", where=where, rule=wanted) from fault
            rows.update(self._desk.conn, "vote", vote["uid"], found)


# The plain lists of a meeting: those without a position column come first.
_LISTS = (
    ("notice", "notices"),
    ("agenda_revision", "revisions"),
    ("recess", "recesses"),
    ("clock_change", "clock_changes"),
    ("recusal", "recusals"),
    ("presiding", "presided"),
    ("attendance", "attendance"),
    ("advice", "advice"),
    ("comment", "comments"),
    ("speaker", "speakers"),
    ("note", "notes"),
    ("attachment", "attachments"),
)
_FIRST_WITH_POSITION = 5


def _fingerprint(document: Data, where: str) -> str:
    """Return the SHA-256 of a frozen document."""
    try:
        return fingerprint(from_data(document))
    except (AttributeError, KeyError, TypeError, ValueError) as fault:
        shown = json.dumps(document, ensure_ascii=False)[:80]
        raise InputRefused("error.record_wrong_value", where=where, value=shown) from fault

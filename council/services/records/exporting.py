"""Exporting the council as a record: full, or public by type and not by filter of the reader's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from council.db import rows
from council.domain.messages import InputRefused
from council.exchange import record
from council.services.records import judging
from council.services.records.fields import Codec, Data
from council.services.session.roll import Roll

if TYPE_CHECKING:
    from council.services.desk import Desk

_PRIVATE = ("email", "phone", "address", "note")


def export_record(desk: Desk, *, public: bool = False, private: bool = False) -> str:
    """Return the council as a record in canonical form.

    ``public`` leaves out closed items with all that hangs on them, guests, reasons of absence, and
    names of speakers who did not agree; ``private`` adds contacts to the full record. Raises
    InputRefused when the file holds no council yet.
    """
    return record.canonical(_Exporter(desk, public, private and not public).run())


class _Exporter:
    """Reads the whole file once and writes one record."""

    def __init__(self, desk: Desk, public: bool, private: bool) -> None:
        self._desk, self._public, self._private = desk, public, private
        found = rows.find(desk.conn, "council", order="uid")
        if not found:
            raise InputRefused("error.no_council")
        self._council = found[0]
        self._codec = Codec(ZoneInfo(self._council["time_zone"]), self._council["languages"][0])
        self._closed = self._below("agenda_item", self._hidden_items()) if public else set()
        self._closed_motions = self._below("motion", self._hidden_motions())

    def _hidden_items(self) -> set[str]:
        return {row["uid"] for row in self._all("agenda_item") if row["closed"]}

    def _hidden_motions(self) -> set[str]:
        return {row["uid"] for row in self._all("motion") if row["item_uid"] in self._closed}

    def _below(self, table: str, uids: set[str]) -> set[str]:
        """Return the rows with all that hang on them, however deep."""
        found, rest = set(uids), self._all(table)
        while more := {row["uid"] for row in rest if row["parent_uid"] in found} - found:
            found |= more
        return found

    def run(self) -> Data:
        """Return the record as data."""
        data: Data = {"format": "council-record", "version": record.VERSION}
        data["council"] = self._one_council()
        lists = {
            "people": [self._person(row) for row in self._all("person", "rowid")],
            "bodies": [self._body(row) for row in self._all("body", "position")],
            "memberships": self._many("membership", "rowid"),
            "series": [self._series(row) for row in self._all("series")],
            "templates": [] if self._public else self._many("agenda_template"),
            "meetings": [self._meeting(row) for row in self._all("meeting", "rowid")],
            "actions": [] if self._public else self._many("action", meeting_uid=None),
            "dismissals": [] if self._public else self._many("carry_dismissal", "rowid"),
        }
        if self._public:
            lists["people"] = _pointed_to(lists)
        data.update({key: value for key, value in lists.items() if value})
        return data

    def _many(self, table: str, order: str = "position", **equals: Any) -> list[Data]:
        return [self._codec.one(table, row) for row in self._all(table, order, **equals)]

    def _all(self, table: str, order: str = "position", **equals: Any) -> list[Data]:
        return rows.find(self._desk.conn, table, order=order, **equals)

    def _one_council(self) -> Data:
        made = self._codec.one("council", self._council)
        rules = []
        for row in self._all("council_rule"):
            rule: Data = {"pack": row["pack"]}
            if row["from_on"]:
                rule["from"] = row["from_on"]
            if row["overrides"]:
                rule["overrides"] = row["overrides"]
            rules.append(rule)
        return {**made, "rules": rules} if rules else made

    def _person(self, row: Data) -> Data:
        made = self._codec.one("person", row)
        if not self._public:
            passed = self._many("qualification", "rowid", person_uid=row["uid"])
            made |= {"qualifications": passed} if passed else {}
        private = {key: row[key] for key in _PRIVATE if row[key]} if self._private else {}
        return {**made, "private": private} if private else made

    def _body(self, row: Data) -> Data:
        made = self._codec.one("body", row)
        seats = [self._codec.one("seat", seat) for seat in self._all("seat", body_uid=row["uid"])]
        if seats:
            made["seats"] = seats
        elif row["seats"] is not None:
            made["seats"] = row["seats"]
        return made

    def _series(self, row: Data) -> Data:
        made = self._codec.one("series", row)
        if self._public:
            made.pop("template", None)
        return made

    def _meeting(self, row: Data) -> Data:
        uid = row["uid"]
        made = self._codec.one("meeting", row)
        made["starts_at"] = self._codec.local_data(row["starts_local"])
        parts: Data = {
            "notices": [self._codec.one("notice", one) for one in self._of("notice", uid, "rowid")],
            "revisions": self._revisions(uid),
            "attendance": self._attendance(uid),
            "presided": [self._codec.one("presiding", one) for one in self._of("presiding", uid)],
            "clock_changes": self._clock_changes(uid),
            "recesses": [
                self._codec.one("recess", one) for one in self._of("recess", uid, "rowid")
            ],
            "agenda": self._items(self._of("agenda_item", uid), None),
        }
        parts["motions"] = self._motions(uid)
        parts["speakers"] = self._speakers(uid)
        for table, key, order in (
            ("recusal", "recusals", "rowid"),
            ("advice", "advice", "position"),
            ("comment", "comments", "position"),
            ("action", "actions", "position"),
            ("note", "notes", "position"),
            ("attachment", "attachments", "position"),
        ):
            parts[key] = self._parts(table, uid, order)
        made.update({key: value for key, value in parts.items() if value})
        minutes = self._minutes(uid)
        return {**made, "minutes": minutes} if minutes else made

    def _of(self, table: str, meeting: str, order: str = "position") -> list[Data]:
        return self._all(table, order, meeting_uid=meeting)

    def _revisions(self, meeting: str) -> list[Data]:
        """Return the agendas as they were posted; they tell of closed items, so never in public."""
        found = [] if self._public else self._of("agenda_revision", meeting, "number")
        return [self._codec.one("agenda_revision", row) for row in found]

    def _clock_changes(self, meeting: str) -> list[Data]:
        """Return when the computer's clock was set; nothing that the public has to know."""
        found = [] if self._public else self._of("clock_change", meeting, "rowid")
        return [self._codec.one("clock_change", row) for row in found]

    def _attendance(self, meeting: str) -> list[Data]:
        made = []
        for row in self._of("attendance", meeting):
            if self._public and not row["person_uid"]:
                continue
            one = self._codec.one("attendance", row)
            if self._public:
                one.pop("reason", None)
                one.pop("noted_at", None)
            spans = self._all("span", attendance_uid=row["uid"])
            if spans:
                one["spans"] = [self._codec.one("span", span) for span in spans]
            made.append(one)
        return made

    def _items(self, items: list[Data], parent: str | None) -> list[Data]:
        made = []
        for row in items:
            if row["parent_uid"] != parent:
                continue
            if row["uid"] in self._closed:
                continue
            one = self._codec.one("agenda_item", row)
            for key in ("carried_from", "matter", "copied_from", "late_motion"):
                if one.get(key) in self._closed | self._closed_motions:
                    one.pop(key)
            children = self._items(items, row["uid"])
            made.append({**one, "children": children} if children else one)
        return made

    def _motions(self, meeting: str) -> list[Data]:
        made = []
        for row in self._of("motion", meeting):
            if row["uid"] in self._closed_motions:
                continue
            one = self._codec.one("motion", row)
            seconders = [one["person_uid"] for one in self._all("seconder", motion_uid=row["uid"])]
            if seconders:
                one["seconders"] = seconders
            votes = [self._vote(vote, row) for vote in self._all("vote", motion_uid=row["uid"])]
            made.append({**one, "votes": votes} if votes else one)
        return made

    def _vote(self, row: Data, motion: Data) -> Data:
        plain = {**row, "counting": None, "ineligible": None}
        one = self._codec.one("vote", plain)
        roll = Roll(self._desk, motion["meeting_uid"])
        one |= judging.told(roll, motion, row, self._codec, public=self._public)
        if row["unanimous"] == 0:
            one.pop("unanimous", None)
        recused = [r["person_uid"] for r in self._all("recusal", "rowid", vote_uid=row["uid"])]
        if recused:
            one["recused"] = recused
        if row["yes"] is not None:
            names = ("yes", "no", "abstain")
            counts = {name: row[name] or 0 for name in names}
            if row["not_voting"]:
                counts["not_voting"] = row["not_voting"]
            one["counts"] = counts
        ballots = self._all("ballot", vote_uid=row["uid"])
        if ballots:
            one["ballots"] = [self._codec.one("ballot", ballot) for ballot in ballots]
        first = judging.first(row, self._codec, ballots)
        if first:
            one["first"] = first
        return one

    def _parts(self, table: str, meeting: str, order: str) -> list[Data]:
        made = []
        for row in self._of(table, meeting, order):
            closed = row["item_uid"] in self._closed
            if table == "advice":
                if not self._public:
                    made.append(self._codec.one(table, row))
                continue
            if table == "attachment" and self._hidden_paper(row):
                continue
            if closed or row.get("vote_uid") or row.get("motion_uid") in self._closed_motions:
                continue
            one = self._codec.one(table, row)
            if self._public:
                if table == "comment" and not row["may_print_name"]:
                    one.pop("speaker", None)
                if table == "recusal":
                    one.pop("reason", None)
                if table == "attachment" and self._replaces_hidden(row):
                    one.pop("replaces")
            made.append(one)
        return made

    def _hidden_paper(self, row: Data) -> bool:
        """Return whether a paper is for members alone, or hangs on a closed item."""
        return self._public and (not row["public"] or row["item_uid"] in self._closed)

    def _replaces_hidden(self, row: Data) -> bool:
        before = rows.get(self._desk.conn, "attachment", row["replaces_uid"])
        return before is not None and self._hidden_paper(before)

    def _speakers(self, meeting: str) -> list[Data]:
        """Return who asked for the floor; in public, a name only of members and who agreed."""
        hushed = {
            one["uid"] for one in self._of("comment", meeting) if one["item_uid"] in self._closed
        }
        made = []
        for row in self._of("speaker", meeting):
            if row["item_uid"] in self._closed or row["motion_uid"] in self._closed_motions:
                continue
            one = self._codec.one("speaker", row)
            if self._public and row["kind"] != "member" and not row["may_print_name"]:
                one = {key: value for key, value in one.items() if key not in ("person", "name")}
            if one.get("comment") in hushed:
                one.pop("comment")
            spans = self._all("speaking", speaker_uid=row["uid"])
            if spans:
                one["spans"] = [self._codec.one("speaking", span) for span in spans]
            made.append(one)
        return made

    def _minutes(self, meeting: str) -> Data | None:
        found = self._of("minutes", meeting, "uid")
        if not found:
            return None
        row = found[0]
        made: Data = {"state": row["state"]}
        if row["approved_at"]:
            made["approved_at"] = self._codec.moment_data(row["approved_at"])
        if row["approved_meeting_uid"]:
            made["approved_at_meeting"] = row["approved_meeting_uid"]
        if row["approved_motion_uid"] and row["approved_motion_uid"] not in self._closed_motions:
            made["approved_by_motion"] = row["approved_motion_uid"]
        parts = {
            "sections": self._worded("minutes_paragraph", "after_key", meeting, "position"),
            "wordings": self._worded("minutes_override", "key", meeting, "rowid"),
            "corrections": [
                self._codec.one("correction", one) for one in self._of("correction", meeting)
            ],
            "frozen": self._frozen(meeting),
        }
        made.update({key: value for key, value in parts.items() if value})
        return made

    def _worded(self, table: str, column: str, meeting: str, order: str) -> list[Data]:
        """Return what people wrote into minutes; what hangs on something closed goes with it."""
        gone = self._closed | self._closed_motions
        made = []
        for row in self._of(table, meeting, order):
            if row.get("item_uid") in gone or not gone.isdisjoint(row[column].split("/")):
                gone = gone | {row["uid"]}
                continue
            one = self._codec.one(table, row)
            if not one.get("basis", True):
                one.pop("basis")
            made.append(one)
        return made

    def _frozen(self, meeting: str) -> list[Data]:
        return [
            {
                "uid": row["uid"],
                "language": row["language"],
                "public": bool(row["public"]),
                "frozen_at": self._codec.moment_data(row["frozen_at"]),
                "document": row["content"],
            }
            for row in self._of("frozen_document", meeting, "rowid")
            if row["public"] or not self._public
        ]


def _pointed_to(lists: Data) -> list[Data]:
    """Return the people that something else in the record points to."""
    seen: set[str] = set()
    _collect({key: value for key, value in lists.items() if key != "people"}, seen)
    return [person for person in lists["people"] if person["uid"] in seen]


def _collect(value: Any, seen: set[str]) -> None:
    if isinstance(value, str):
        seen.add(value)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key != "frozen":
                _collect(part, seen)
    elif isinstance(value, list):
        for part in value:
            _collect(part, seen)

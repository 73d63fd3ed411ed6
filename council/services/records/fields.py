"""How the record's objects and the file's rows correspond: one table for both directions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from council.domain.messages import InputRefused
from council.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from zoneinfo import ZoneInfo

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One key of the record and the column that holds it.

    ``kind``: plain, text, moment (a stamp), day, flag (0 and 1), tree (items
    with titles). ``default`` is the column's value that the record leaves out.
    """

    key: str
    column: str
    kind: str = "plain"
    default: Any = None


def _fields(words: str) -> tuple[Field, ...]:
    """Read ``key[:column][/kind][=default]`` words; uid comes first in every table."""
    made = [Field("uid", "uid")]
    for word in words.split():
        head, _, default = word.partition("=")
        head, _, kind = head.partition("/")
        key, _, column = head.partition(":")
        value: Any = int(default) if default.isdigit() else default or None
        made.append(Field(key, column or key, kind or "plain", value))
    return tuple(made)


FIELDS: dict[str, tuple[Field, ...]] = {
    "council": _fields(
        "name/text languages time_zone place/text letterhead/text contact/text phone "
        "accommodation/text paper=A4 digits=latn"
    ),
    "person": _fields("name/text sort_name honorific/text"),
    "qualification": _fields("code passed:passed_on/day valid_until/day score note"),
    "body": _fields("name/text kind parent:parent_uid"),
    "seat": _fields("label/text class"),
    "membership": _fields(
        "person:person_uid body:body_uid seat:seat_uid role voting/always weight=1 "
        "start:start_on/day end:end_on/day end_reason"
    ),
    "series": _fields(
        "body:body_uid kind title/text venue/text rule starts:starts_on/day until:until_on/day "
        "time zone duration:minutes calendar template:template_uid"
    ),
    "agenda_template": _fields("name/text meeting_kind items/tree origin"),
    "carry_dismissal": _fields(
        "body:body_uid kind source:source_uid meeting:meeting_uid reason/text at/moment"
    ),
    "meeting": _fields(
        "body:body_uid number kind title/text duration:minutes_planned venue/text "
        "series:series_uid series_on/day feed_uid sequence=0 "
        "called_to_order:called_to_order_at/moment adjourned:adjourned_at/moment state "
        "cancel_reason/text presiding:presiding_uid secretary:secretary_uid recording "
        "letter_number remote/text member_seconds resident_seconds recorded_from"
    ),
    "notice": _fields("posted_at/moment where:place/text by:posted_by photo_sha256 photo_name")[1:],
    "agenda_revision": _fields("number at/moment snapshot reason/text"),
    "attendance": _fields(
        "person:person_uid guest/text status reason substitute_for:substitute_for_uid "
        "noted_at/moment votes/flag=0"
    )[1:],
    "presiding": _fields("person:person_uid from:from_at/moment")[1:],
    "clock_change": _fields("at/moment shown_at/moment")[1:],
    "span": _fields("from:from_at/moment to:to_at/moment mode")[1:],
    "recess": _fields("from:from_at/moment to:to_at/moment")[1:],
    "agenda_item": _fields(
        "number kind title/text text:body/text closed/flag=0 consent/flag=0 minutes presenter/text "
        "proposed_motion/text state=waiting opened_at/moment closed_at/moment "
        "carried_from:carried_from_uid approves:approves_uid topic late_ground "
        "late_motion:late_motion_uid closed_ground/text matter:matter_uid "
        "copied_from:copied_from_uid"
    ),
    "motion": _fields(
        "number item:item_uid parent:parent_uid kind mover:mover_uid text/text final_text/text "
        "edits:edit until speech_seconds made_at/moment outcome decided_at/moment"
    ),
    "vote": _fields(
        "method at/moment requirement counting ineligible unanimous/flag roll_order roll declared"
    ),
    "ballot": _fields("person:person_uid choice weight=1 casting/flag=0")[1:],
    "recusal": _fields("item:item_uid person:person_uid reason at/moment"),
    "advice": _fields(
        "at/moment code message source verified/flag=1 pack pack_version followed/flag note "
        "item:item_uid motion:motion_uid vote:vote_uid person:person_uid"
    ),
    "comment": _fields(
        "item:item_uid at/moment speaker/text may_print_name/flag=0 stance summary/text written"
    ),
    "speaker": _fields(
        "item:item_uid motion:motion_uid person:person_uid name/text kind stance "
        "may_print_name/flag=0 asked_at/moment priority/flag=0 limit:limit_seconds done/flag=0 "
        "comment:comment_uid"
    ),
    "speaking": _fields("from:from_at/moment to:to_at/moment")[1:],
    "action": _fields(
        "number item:item_uid motion:motion_uid owner:owner_uid owner_name:owner/text what/text "
        "due:due_on/day state=open done:done_on/day at/moment"
    ),
    "note": _fields("item:item_uid at/moment text/text"),
    "attachment": _fields(
        "item:item_uid name media_type sha256 replaces:replaces_uid public/flag=1 pages "
        "added_at/moment"
    ),
    "minutes_paragraph": _fields("after:after_key text/text"),
    "minutes_override": _fields("key language text detached/flag=0 basis"),
    "correction": _fields("where:place/text from:was/text to:now/text by:asked_by"),
}


@dataclass(frozen=True, slots=True)
class Codec:
    """Turns values of the record into columns and back; knows zone and first language."""

    zone: ZoneInfo
    language: str

    def row(self, table: str, one: Mapping[str, Any], where: str) -> Data:
        """Return the columns of a record object."""
        made: Data = {}
        for field in FIELDS[table]:
            if field.key in one:
                made[field.column] = self._in(field.kind, one[field.key], f"{where}/{field.key}")
        return made

    def one(self, table: str, row: Mapping[str, Any]) -> Data:
        """Return the record object of a row; what is empty or at its default is left out."""
        made: Data = {}
        for field in FIELDS[table]:
            value = row[field.column]
            if (
                value is None
                or value == Text()
                or (field.default is not None and value == field.default)
            ):
                continue
            made[field.key] = self._out(field.kind, value)
        return made

    def _in(self, kind: str, value: Any, where: str) -> Any:
        readers: dict[str, Callable[[Any], Any]] = {
            "text": self.text,
            "flag": int,
            "always": int,
            "tree": lambda items: self._tree(items, lambda title: self.text(title).to_data()),
        }
        if kind == "moment":
            return self.moment(value, where)
        if kind == "day":
            return self.day(value, where)
        return readers[kind](value) if kind in readers else value

    def _out(self, kind: str, value: Any) -> Any:
        match kind:
            case "text":
                return self.text_data(value)
            case "moment":
                return self.moment_data(value)
            case "flag" | "always":
                return bool(value)
            case "tree":
                return self._tree(value, lambda title: self.text_data(self.text(title)))
        return value

    def _tree(self, items: list[Data], spell: Callable[[Any], Any]) -> list[Data]:
        """Return a template's items with each title spelled anew."""
        made = []
        for one in items:
            item = {**one, "title": spell(one["title"])}
            if "children" in one:
                item["children"] = self._tree(one["children"], spell)
            made.append(item)
        return made

    def text(self, value: Any) -> Text:
        """Read a text of the record."""
        return Text.from_data(value, self.language)

    def text_data(self, text: Text) -> Any:
        """Return a plain string for words in the first language alone, else an object."""
        data = text.to_data()
        return data[self.language] if list(data) == [self.language] else data

    def day(self, value: str, where: str) -> str:
        """Read a day."""
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError as fault:
            raise InputRefused("error.record_bad_time", where=where, value=value) from fault

    def moment(self, value: str, where: str) -> str:
        """Read a moment as a stamp in the council's zone."""
        try:
            return self._here(datetime.fromisoformat(value)).isoformat(timespec="seconds")
        except (ValueError, OverflowError) as fault:
            raise InputRefused("error.record_bad_time", where=where, value=value) from fault

    def moment_data(self, stamp: str) -> str:
        """Return a stamp with the offset in force, seconds only when they are not zero."""
        moment = self._here(datetime.fromisoformat(stamp))
        return moment.isoformat(timespec="seconds" if moment.second else "minutes")

    def _here(self, moment: datetime) -> datetime:
        """Return a moment with the zone's offset; offsets of old local time in whole minutes."""
        offset = moment.astimezone(self.zone).utcoffset() or timedelta()
        return moment.astimezone(timezone(_whole(offset)))

    def local(self, value: str, where: str) -> str:
        """Read a planned moment as local wall time."""
        return self.moment(value, where)[:16]

    def local_data(self, local: str) -> str:
        """Return planned local wall time with the offset in force."""
        moment = datetime.fromisoformat(local)
        offset = moment.replace(tzinfo=self.zone).utcoffset() or timedelta()
        return moment.replace(tzinfo=timezone(_whole(offset))).isoformat(timespec="minutes")


def _whole(offset: timedelta) -> timedelta:
    return timedelta(minutes=round(offset / timedelta(minutes=1)))

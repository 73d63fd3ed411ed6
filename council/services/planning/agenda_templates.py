"""Ready-made agendas: the regular order of business, the six heads of Thai form 11, own ones.

Two templates travel with the program; the first change to one makes the council's own copy of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.messages import InputRefused, NotAllowed
from council.domain.text import Text
from council.domain.vocabulary import ItemKind, ItemState, MeetingKind
from council.services import guard
from council.services.council import words_in
from council.services.desk import Changes, Desk, Done
from council.services.planning.agenda_items import Planned, check_fields, outline_of, put_items

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from council.services.planning.agenda_tree import Outline

# (catalogue word, kind, minutes)
_Line = tuple[str, ItemKind, int]

TEMPLATES: Mapping[str, tuple[_Line, ...]] = {
    "regular": (
        ("head.call_to_order", ItemKind.CALL_TO_ORDER, 2),
        ("head.roll_call", ItemKind.ROLL_CALL, 3),
        ("head.declarations", ItemKind.PROCEDURE, 2),
        ("head.approval_of_minutes", ItemKind.APPROVAL, 5),
        ("head.public_comment", ItemKind.PUBLIC_COMMENT, 15),
        ("head.business", ItemKind.DECISION, 45),
        ("head.committee_reports", ItemKind.REPORT, 15),
        ("head.actions_due", ItemKind.MATTERS_ARISING, 10),
        ("head.next_meeting", ItemKind.ANNOUNCEMENT, 2),
        ("head.adjournment", ItemKind.ADJOURNMENT, 1),
    ),
    # The six heads of form 11; the Correspondence Regulation B.E. 2526, clause 25, and usage.
    "thai6": (
        ("head.thai_1", ItemKind.ANNOUNCEMENT, 10),
        ("head.thai_2", ItemKind.APPROVAL, 5),
        ("head.thai_3", ItemKind.MATTERS_ARISING, 15),
        ("head.thai_4", ItemKind.INFORMATION, 20),
        ("head.thai_5", ItemKind.DECISION, 45),
        ("head.thai_6", ItemKind.OTHER, 10),
    ),
}
_CHANGED: Changes = frozenset({"agenda"})
_FIELDS = frozenset({"name", "meeting_kind", "lines"})


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """One item of a template with those under it."""

    title: Text
    kind: ItemKind = ItemKind.DECISION
    minutes: int | None = None
    consent: bool = False
    closed: bool = False
    topic: str = ""
    children: tuple[TemplateLine, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A template; ``meeting_kind`` None fits every kind of meeting.

    ``builtin``: it travels with the program and is unchanged, its uid is its name there.
    ``origin`` names the built-in of which this is the council's own copy, else "".
    """

    uid: str
    name: Text
    meeting_kind: MeetingKind | None
    lines: tuple[TemplateLine, ...] = field(repr=False)
    builtin: bool = False
    origin: str = ""


def list_templates(desk: Desk, meeting_kind: MeetingKind | str | None = None) -> list[TemplateRow]:
    """Return the templates, those of the program (or the council's copies of them) first.

    With a kind of meeting only those that fit it, its own before those for every kind.
    """
    own = [_row(one) for one in rows.find(desk.conn, "agenda_template")]
    copied = {one.origin: one for one in own if one.origin in TEMPLATES}
    shipped = [copied.get(code) or _builtin(desk, code) for code in TEMPLATES]
    listed = [*shipped, *(one for one in own if one not in shipped)]
    if meeting_kind is None:
        return listed
    wanted = MeetingKind(meeting_kind)
    fitting = [one for one in listed if one.meeting_kind in (None, wanted)]
    return sorted(fitting, key=lambda one: one.meeting_kind is None)


def get_template(desk: Desk, uid: str) -> TemplateRow:
    """Return one template by its uid, or by the name of a built-in (then the council's copy)."""
    for one in list_templates(desk):
        if uid in (one.uid, one.origin):
            return one
    raise InputRefused("error.template_unknown", template=uid)


def _builtin(desk: Desk, code: str) -> TemplateRow:
    languages = desk.languages()
    lines = tuple(
        TemplateLine(words_in(languages, title), kind, minutes)
        for title, kind, minutes in TEMPLATES[code]
    )
    return TemplateRow(code, words_in(languages, f"template.{code}"), None, lines, builtin=True)


def _row(one: Mapping[str, Any]) -> TemplateRow:
    kind = one["meeting_kind"]
    return TemplateRow(
        uid=one["uid"],
        name=guard.text_of(one, "name"),
        meeting_kind=MeetingKind(kind) if kind else None,
        lines=tuple(_line(line) for line in one["items"]),
        origin=one["origin"] or "",
    )


def _line(data: Mapping[str, Any]) -> TemplateLine:
    return TemplateLine(
        title=Text(tuple(data["title"].items())),
        kind=ItemKind(data.get("kind", ItemKind.DECISION)),
        minutes=data.get("minutes"),
        consent=bool(data.get("consent")),
        closed=bool(data.get("closed")),
        topic=data.get("topic") or "",
        children=tuple(_line(one) for one in data.get("children", ())),
    )


def _data(line: TemplateLine) -> dict[str, Any]:
    """Return a line as it is stored; what is as usual is left out."""
    values = {
        "title": line.title.to_data(),
        "kind": ItemKind(line.kind).value,
        "minutes": line.minutes,
        "consent": line.consent or None,
        "closed": line.closed or None,
        "topic": line.topic or None,
        "children": [_data(one) for one in line.children] or None,
    }
    return {key: value for key, value in values.items() if value is not None}


# ------------------------------------------------------------------------------- writing


def save_template(
    desk: Desk,
    *,
    name: Text,
    lines: Iterable[TemplateLine],
    meeting_kind: MeetingKind | str | None = None,
) -> Done[str]:
    """Keep a new template; return its uid."""
    kept = tuple(lines)
    _check(name, kept)
    with desk.step("step.save_template", name=name):
        uid = _put(desk, name, kept, meeting_kind, "")
    return Done(uid, _CHANGED)


def _check(name: Text, lines: tuple[TemplateLine, ...]) -> None:
    guard.words(name, "field.name")
    if not lines:
        raise InputRefused("error.template_items")
    _check_lines(lines)


def _check_lines(lines: tuple[TemplateLine, ...]) -> None:
    for line in lines:
        check_fields({"title": line.title, "minutes": line.minutes})
        _check_lines(line.children)


def _put(
    desk: Desk,
    name: Text,
    lines: tuple[TemplateLine, ...],
    meeting_kind: MeetingKind | str | None,
    origin: str,
) -> str:
    values = {
        "uid": desk.ids.new("te"),
        "position": rows.next_position(desk.conn, "agenda_template"),
        "name": name,
        "meeting_kind": MeetingKind(meeting_kind).value if meeting_kind else None,
        "items": [_data(one) for one in lines],
        "origin": origin or None,
    }
    rows.insert(desk.conn, "agenda_template", values)
    return str(values["uid"])


def change_template(desk: Desk, uid: str, **fields: Any) -> Done[str]:
    """Change name, meeting_kind or lines; return the uid, a new one for a built-in's copy."""
    guard.known(fields, _FIELDS)
    was = get_template(desk, uid)
    name, lines = fields.get("name", was.name), tuple(fields.get("lines", was.lines))
    kind = fields.get("meeting_kind", was.meeting_kind)
    _check(name, lines)
    with desk.step("step.change_template", name=name):
        if was.builtin:
            return Done(_put(desk, name, lines, kind, was.uid), _CHANGED)
        values = {
            "name": name,
            "meeting_kind": MeetingKind(kind).value if kind else None,
            "items": [_data(one) for one in lines],
        }
        rows.update(desk.conn, "agenda_template", was.uid, values)
    return Done(was.uid, _CHANGED)


def remove_template(desk: Desk, uid: str) -> Done[str]:
    """Remove a template; a copy of a built-in gives way to the built-in as it came."""
    found = get_template(desk, uid)
    if found.builtin:
        raise NotAllowed("error.template_builtin", name=found.name)
    with desk.step("step.remove_template", name=found.name):
        rows.delete(desk.conn, "agenda_template", found.uid)
    return Done(found.uid, _CHANGED)


def template_from_agenda(
    desk: Desk,
    meeting_uid: str,
    *,
    name: Text,
    meeting_kind: MeetingKind | str | None = None,
    heads_only: bool = False,
) -> Done[str]:
    """Keep a meeting's agenda as a template: titles, kinds, minutes, marks; nothing struck.

    ``heads_only`` leaves out what lies under the top level.
    """
    lines = _lines_of(outline_of(desk, meeting_uid), None, heads_only=heads_only)
    if not lines:
        raise InputRefused("error.template_empty")
    return save_template(desk, name=name, lines=lines, meeting_kind=meeting_kind)


def _lines_of(
    outline: Outline, parent: str | None, *, heads_only: bool
) -> tuple[TemplateLine, ...]:
    found = (outline.rows[uid] for uid in outline.children(parent))
    return tuple(
        TemplateLine(
            title=guard.text_of(one, "title"),
            kind=ItemKind(one["kind"]),
            minutes=one["minutes"],
            consent=bool(one["consent"]),
            closed=bool(one["closed"]),
            topic=one["topic"] or "",
            children=() if heads_only else _lines_of(outline, one["uid"], heads_only=False),
        )
        for one in found
        if one["state"] != ItemState.STRUCK
    )


def apply_template(desk: Desk, meeting_uid: str, template: str) -> Done[list[str]]:
    """Add a template's items behind what the agenda has already; return their uids.

    Built-in titles stand in every language of the council that the catalogue knows. A built-in's
    name means the council's own copy as soon as there is one.
    """
    meeting = guard.row(desk, "meeting", meeting_uid)
    guard.unlocked(desk, meeting_uid)
    found = get_template(desk, template)
    with desk.step("step.apply_template", number=guard.spoken_number(meeting["number"])):
        uids = put_items(desk, meeting_uid, [_planned(line) for line in found.lines])
    return Done(uids, frozenset({"agenda", "meetings"}))


def _planned(line: TemplateLine) -> Planned:
    values = {
        "title": line.title,
        "kind": line.kind,
        "minutes": line.minutes,
        "consent": line.consent,
        "closed": line.closed,
        "topic": line.topic,
    }
    return Planned(values, tuple(_planned(one) for one in line.children))


def head_titles(desk: Desk) -> frozenset[Text]:
    """Return the titles that templates give to top-level items: heads, as far as they are empty."""
    return frozenset(
        [
            *(line.title for one in list_templates(desk) for line in one.lines),
            *(line.title for code in TEMPLATES for line in _builtin(desk, code).lines),
        ]
    )


def head_of(desk: Desk, meeting_uid: str, kind: ItemKind) -> str | None:
    """Return the top-level item under which items of a kind belong, None where there is none."""
    found = rows.find(
        desk.conn, "agenda_item", meeting_uid=meeting_uid, parent_uid=None, kind=kind.value
    )
    heads = [one for one in found if one["state"] != "struck"]
    return str(heads[0]["uid"]) if heads else None

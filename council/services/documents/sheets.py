"""The recording sheet: a meeting on paper, for the day the computer dies.

Attendance, times, items and motions in the order in which they are typed in afterwards, the codes
of the members as the console has them, and a grid for votes by name.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from council.domain.codes import code_sign
from council.domain.document import Document, Span, Table
from council.domain.vocabulary import ItemKind, ItemState
from council.services.members import bodies
from council.services.minutes.compose import finish, new_pen
from council.services.minutes.facts import gather

if TYPE_CHECKING:
    from council.services.desk import Desk
    from council.services.minutes.writer import Writer
    from council.services.planning.agenda import ItemRow
    from council.services.session.attendance import RoomRow

    Cells = tuple[tuple[Span, ...], ...]

GUESTS, EXTRA, VOTES, ACTIONS, COMMENTS = 4, 6, 8, 5, 5
"""Lines for guests, for late items, columns for votes by name, lines for actions and comments."""
LOW, HIGH = 21, 30
"""Least heights of rows in points: for a mark, for words written by hand."""
_DECIDES = frozenset(
    {ItemKind.DECISION, ItemKind.APPROVAL, ItemKind.CONSENT, ItemKind.HEARING, ItemKind.REPORT}
)


def sheet_document(
    desk: Desk, meeting_uid: str, language: str, paper: Literal["", "A4", "Letter"] = ""
) -> Document:
    """Return the recording sheet of a meeting, on the council's paper unless another is named.

    It holds what is closed too: it is for the secretary alone.
    """
    spoken = replace(desk, language=language)  # codes are those of a window in this language
    pen = new_pen(gather(spoken, meeting_uid), language, public=False)
    meeting = pen.facts.meeting
    kind = pen.word(f"meeting_kind.{meeting.kind}")
    pen.heading(1, pen.word("sheet.title"), "head")
    when = pen.word("minutes.when", date=pen.day(meeting.starts_local),
                    time=pen.clock(meeting.starts_local))  # fmt: skip
    number = pen.word("minutes.number", number=pen.meeting_number()) if meeting.number else ""
    parts = (pen.facts.body_name.show(language), kind, number, when, meeting.venue.show(language))
    pen.line(" · ".join(part for part in parts if part), "lead")
    pen.line(pen.word("sheet.how_to"), "small", "how")
    _times(pen)
    _roster(desk, pen)
    _agenda(pen)
    _grid(pen)
    _comments(pen)
    _actions(pen)
    day = pen.day(meeting.starts_local.date())
    body = pen.facts.body_name.show(language)
    title = pen.word("sheet.meta_title", body=body, date=day)
    made = finish(pen, "sheet", title, tuple(pen.blocks), "")
    return replace(made, paper=paper) if paper else made


def _cells(*words: str) -> Cells:
    return tuple((Span(one),) if one else () for one in words)


def _form(
    pen: Writer,
    key: str,
    columns: tuple[str, ...],
    rows: list[Cells],
    widths: tuple[int, ...],
    *,
    least: int = LOW,
    caption: str = "",
    together: bool = False,
) -> None:
    header = tuple(pen.word(f"sheet.column.{name}") if name else "" for name in columns)
    pen.blocks.append(
        Table(
            header, tuple(rows), widths, "l" * len(widths), caption, key, form=True, least=least,
            together=together,
        )
    )  # fmt: skip


def _times(pen: Writer) -> None:
    pen.heading(2, pen.word("sheet.times"), "times")
    presiding = pen.facts.name_of(pen.facts.meeting.presiding_uid).show(pen.language)
    lines = (
        ("called", "", "presiding", presiding),
        ("recess", "", "recess_to", ""),
        ("adjourned", "", "handed", ""),
    )
    rows = [
        _cells(pen.word(f"sheet.{one}"), filled, pen.word(f"sheet.{two}"), known)
        for one, filled, two, known in lines
    ]
    _form(pen, "times/form", ("", "", "", ""), rows, (4, 3, 4, 6))


def _roster(desk: Desk, pen: Writer) -> None:
    """Write who may come, by seat, with the code that stands for them everywhere on the sheet."""
    pen.heading(2, pen.word("sheet.roster"), "roster")
    needed, told = pen.facts.quorum.needed, ""
    if needed is not None:
        told = pen.word(
            "sheet.quorum", needed=pen.number(needed),
            members=pen.number(pen.facts.quorum.members_in_office),
        )  # fmt: skip
    people = [one for one in pen.facts.room if one.person_uid]
    rows = [_person(pen, one) for one in people]
    rows += [_cells("", f"{label} – {pen.word('sheet.vacant')}") for label in _vacant(desk, pen)]
    rows += [_cells() for _ in range(GUESTS)]
    columns = ("code", "name", "present", "remote", "arrived", "left", "absent")
    _form(pen, "roster/form", columns, rows, (5, 17, 6, 6, 7, 7, 12), caption=told)


def _person(pen: Writer, one: RoomRow) -> Cells:
    office = "" if one.role == "member" else pen.word(f"role.{one.role}")
    name = pen.facts.name_of(one.person_uid).show(pen.language)
    return _cells(_sign(pen, one), f"{name}, {office}" if office else name)


def _sign(pen: Writer, one: RoomRow) -> str:
    """Return the code as the console shows it: a Thai initial stands on a Latin key too."""
    return code_sign(one.code, one.name, pen.language)


def _vacant(desk: Desk, pen: Writer) -> list[str]:
    meeting = pen.facts.meeting
    seats = bodies.list_seats(desk, meeting.body_uid, meeting.starts_local.date())
    return [one.label.show(pen.language) for one in seats if one.holder is None]


def _agenda(pen: Writer) -> None:
    pen.heading(2, pen.word("sheet.agenda"), "agenda")
    rows: list[Cells] = []
    for item in pen.facts.items:
        if item.state != ItemState.STRUCK:
            rows += _item(pen, item)
    rows += [_cells() for _ in range(EXTRA)]
    columns = ("number", "item", "time", "mover", "seconder", "method", "yes", "no", "abstain",
               "result")  # fmt: skip
    widths = (10, 42, 12, 11, 12, 10, 15, 15, 11, 13)
    told = pen.word("sheet.methods")
    _form(pen, "agenda/form", columns, rows, widths, least=HIGH, caption=told)


def _item(pen: Writer, item: ItemRow) -> list[Cells]:
    """Return a row for an item, and one for each motion to be expected on it."""
    title = replace(pen.span(item.title), bold=True)
    head: Cells = ((Span(pen.number(item.number or ""), whole=True),), (title,))
    if item.kind == ItemKind.HEADING:
        return [head]
    words = item.proposed_motion.show(pen.language)
    if words:
        return [head, _cells("", pen.word("sheet.motion", text=words)), _cells()]
    return [head, _cells()] if item.kind in _DECIDES else [head]


def _grid(pen: Writer) -> None:
    """Write the grid for votes by name: one row a member, one column a vote."""
    pen.heading(2, pen.word("sheet.grid"), "grid")
    members = [one for one in pen.facts.room if one.voting and one.person_uid]
    blank = ("",) * VOTES
    rows = [_cells("", pen.word("sheet.motion_number"), *blank)]
    rows += [
        _cells(_sign(pen, one), pen.facts.name_of(one.person_uid).show(pen.language), *blank)
        for one in members
    ]
    rows += [_cells("", pen.word(f"choice.{one}"), *blank) for one in ("yes", "no", "abstain")]
    rows.append(_cells("", pen.word("sheet.column.result"), *blank))
    _form(pen, "grid/form", ("code", "name", *blank), rows, (6, 24, *(7,) * VOTES),
          caption=pen.word("sheet.letters"), together=True)  # fmt: skip


def _comments(pen: Writer) -> None:
    pen.heading(2, pen.word("sheet.comments"), "comments")
    columns = ("number", "speaker", "stance", "said")
    rows = [_cells() for _ in range(COMMENTS)]
    _form(pen, "comments/form", columns, rows, (5, 16, 9, 40), least=HIGH, together=True)


def _actions(pen: Writer) -> None:
    pen.heading(2, pen.word("sheet.actions"), "actions")
    rows = [_cells() for _ in range(ACTIONS)]
    columns = ("number", "who", "what", "due")
    _form(pen, "actions/form", columns, rows, (5, 14, 40, 11), least=HIGH, together=True)

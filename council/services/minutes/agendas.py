"""The agenda as a semantic document, in English and in Thai order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain.document import Span, Table
from council.domain.vocabulary import ItemState

if TYPE_CHECKING:
    from council.domain.text import Text
    from council.services.minutes.writer import Writer


def write(pen: Writer) -> None:
    """Write the whole agenda: head, items with their planned clock times, closing words."""
    meeting = pen.facts.meeting
    kind = pen.word(f"meeting_kind.{meeting.kind}").lower()
    body = pen.facts.body_name.show(pen.language)
    thai = pen.language == "th"
    title = pen.word("agenda.th.title", body=body) if thai else pen.word("agenda.title", kind=kind)
    pen.heading(1, title, "head")
    time = pen.clock(meeting.starts_local)
    number = pen.word("minutes.number", number=pen.meeting_number()) if meeting.number else ""
    if thai:
        if meeting.number:
            pen.line(pen.word("minutes.th.number", number=pen.meeting_number()), "centre")
        pen.line(
            pen.word("agenda.th.when", date=pen.day(meeting.starts_local), time=time), "centre"
        )
        if meeting.venue:
            pen.line(pen.word("minutes.th.place", place=meeting.venue.show("th")), "centre")
    else:
        pen.line(body, "lead")
        when = pen.word("minutes.when", date=pen.day(meeting.starts_local), time=time)
        parts = (when, meeting.venue.show(pen.language), number)
        pen.line(" · ".join(part for part in parts if part), "lead")
    if meeting.title:
        pen.line(meeting.title.show(pen.language), "body")
    rows = tuple(_rows(pen))
    if rows:
        header = tuple(pen.word(f"agenda.column.{name}") for name in ("number", "item", "start"))
        caption = pen.word("agenda.caption")
        pen.blocks.append(Table(header, rows, (2, 14, 3), "llr", caption, "items", borders=False))
    else:
        pen.line(pen.word("agenda.empty"))
    pen.line(pen.word("agenda.open_to_all"), "small", "foot")


def _rows(pen: Writer) -> list[tuple[tuple[Span, ...], ...]]:
    rows: list[tuple[tuple[Span, ...], ...]] = []
    for item in pen.facts.items:
        hidden = item.closed and pen.public
        title = (
            Span(pen.word("minutes.closed_title"))
            if hidden
            else pen.span(item.title, bold=item.depth == 0)
        )
        spans = [title]
        if item.state == ItemState.STRUCK:
            spans.append(Span(f" ({pen.word('agenda.struck')})"))
        detail = [] if hidden else _details(pen, item.presenter, item.body, item.proposed_motion)
        for span in detail:
            spans += [Span("\n"), span]
        start = ""
        if item.starts_at is not None:
            start = pen.clock(item.starts_at)
        rows.append(((Span(pen.number(item.number or "")),), tuple(spans), (Span(start),)))
    return rows


def _details(pen: Writer, presenter: Text, body: Text, proposed: Text) -> list[Span]:
    made = []
    if presenter:
        made.append(Span(pen.word("agenda.presenter", name=presenter.show(pen.language))))
    if body:
        made.append(pen.span(body))
    if proposed:
        made.append(Span(pen.word("agenda.proposed", text=proposed.show(pen.language))))
    return made

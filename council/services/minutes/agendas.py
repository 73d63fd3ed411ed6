"""The agenda as a semantic document, in English and in Thai order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from council.domain.document import Box, Paragraph, Span, Table
from council.domain.vocabulary import ItemKind, ItemState

if TYPE_CHECKING:
    from council.services.minutes.revised import Revised
    from council.services.minutes.writer import Writer
    from council.services.planning.agenda import ItemRow
    from council.services.planning.papers import AttachmentRow


def write(pen: Writer, revised: Revised | None = None) -> None:
    """Write the whole agenda: head, items with their planned clock times, closing words.

    ``revised`` marks what changed since the agenda was posted before.
    """
    _head(pen)
    if revised is not None:
        _revision(pen, revised)
    items = shown_items(pen)
    if items:
        rows = tuple(_row(pen, item, revised) for item in items)
        marks = tuple(revised.mark(item.uid) if revised else "" for item in items)
        header = tuple(pen.word(f"agenda.column.{name}") for name in ("number", "item", "start"))
        caption = pen.word("agenda.caption")
        pen.blocks.append(
            Table(
                header, rows, (2, 14, 3), "llr", caption, "items", borders=False,
                marks=marks if any(marks) else (),
            )
        )  # fmt: skip
        _consent(pen, items)
    else:
        pen.line(pen.word("agenda.empty"))
    pen.line(pen.word("agenda.open_to_all"), "small", "foot")


def _head(pen: Writer) -> None:
    meeting = pen.facts.meeting
    body = pen.facts.body_name.show(pen.language)
    time = pen.clock(meeting.starts_local)
    number = pen.word("minutes.number", number=pen.meeting_number()) if meeting.number else ""
    if pen.language == "th":
        pen.heading(1, pen.word("agenda.th.title", body=body), "head")
        if meeting.number:
            pen.line(pen.word("minutes.th.number", number=pen.meeting_number()), "centre")
        pen.line(
            pen.word("agenda.th.when", date=pen.day(meeting.starts_local), time=time), "centre"
        )
        if meeting.venue:
            pen.line(pen.word("minutes.th.place", place=meeting.venue.show("th")), "centre")
    else:
        kind = pen.word(f"meeting_kind.{meeting.kind}").lower()
        pen.heading(1, pen.word("agenda.title", kind=kind), "head")
        pen.line(body, "lead")
        when = pen.word("minutes.when", date=pen.day(meeting.starts_local), time=time)
        parts = (when, meeting.venue.show(pen.language), number)
        pen.line(" · ".join(part for part in parts if part), "lead")
    if meeting.title:
        pen.line(meeting.title.show(pen.language), "body")


def _revision(pen: Writer, revised: Revised) -> None:
    """Say which edition this is, which one it replaces, and why."""
    if revised.number > 1:
        words = pen.word(
            "agenda.revised.posted",
            number=pen.number(revised.number),
            date=pen.day(revised.at.date()),
            time=pen.clock(revised.at),
            before_date=pen.day(revised.replaces_at.date()),
            before_time=pen.clock(revised.replaces_at),
        )
        pen.blocks.append(Paragraph((Span(words, bold=True),), "resolution", "revised"))
        if revised.reason:
            why = pen.word("agenda.revised.why", reason=revised.reason.show(pen.language))
            pen.line(why, "resolution", "revised/why")
    if revised.pending:
        pen.line(pen.word("agenda.revised.pending"), "resolution", "revised/pending")
    if any(revised.mark(item.uid) for item in shown_items(pen)):
        pen.line(pen.word("agenda.revised.legend"), "small", "revised/legend")


# ------------------------------------------------------------------------------- what is shown


def shown_items(pen: Writer) -> list[ItemRow]:
    """Return the items to print; in public what lies under a closed item is left out with it."""
    if not pen.public:
        return list(pen.facts.items)
    closed: set[str] = set()
    shown = []
    for item in pen.facts.items:
        inside = item.parent_uid in closed
        if item.closed or inside:
            closed.add(item.uid)
        if not inside:
            shown.append(item)
    return shown


def is_hidden(pen: Writer, item: ItemRow) -> bool:
    """Tell whether nothing but its ground may be told of an item."""
    return item.closed and pen.public


def shown_title(pen: Writer, item: ItemRow) -> Span:
    """Return an item's title; in public a closed one tells only that it is, and on what ground."""
    if not is_hidden(pen, item):
        return pen.span(item.title)
    words = pen.word("minutes.closed_title")
    ground = item.closed_ground.show(pen.language)
    told = pen.word("agenda.closed_ground", ground=ground) if ground else ""
    return Span(f"{words} – {told}" if told else words)


def shown_papers(pen: Writer, item: ItemRow) -> list[AttachmentRow]:
    """Return the papers to list at an item: in public none of those for members only."""
    if is_hidden(pen, item):
        return []
    return [paper for paper in item.attachments if paper.public or not pen.public]


# ------------------------------------------------------------------------------- rows


def _row(pen: Writer, item: ItemRow, revised: Revised | None) -> tuple[tuple[Span, ...], ...]:
    spans = _title(pen, item, revised)
    for span in _details(pen, item):
        spans += [Span("\n"), span]
    start = ""
    if item.starts_at is not None and item.state != ItemState.STRUCK:
        start = pen.clock(item.starts_at)
    return ((Span(pen.number(item.number or "")),), tuple(spans), (Span(start),))


def _title(pen: Writer, item: ItemRow, revised: Revised | None) -> list[Span]:
    """Return the words of a title, before it in bold how it changed."""
    mark = revised.mark(item.uid) if revised else ""
    spans = [Span(pen.word(f"agenda.revised.{mark}") + " ", bold=True)] if mark else []
    title = shown_title(pen, item)
    title = title if is_hidden(pen, item) else replace(title, bold=item.depth == 0)
    if item.state == ItemState.STRUCK:
        return [*spans, replace(title, mark="del"), Span(f" ({pen.word('agenda.struck')})")]
    change = revised.items.get(item.uid) if revised else None
    if change is not None and change.title_before:
        spans += [replace(pen.span(change.title_before), mark="del"), Span(" ")]
        title = replace(title, mark="ins")
    if change is not None and change.what:
        fields = ", ".join(pen.word(f"agenda.changed.{name}") for name in change.what)
        return [*spans, title, Span(f" ({pen.word('agenda.revised.what', fields=fields)})")]
    return [*spans, title]


def _details(pen: Writer, item: ItemRow) -> list[Span]:
    if is_hidden(pen, item):
        return []
    made = []
    if item.presenter:
        made.append(Span(pen.word("agenda.presenter", name=item.presenter.show(pen.language))))
    if item.body:
        made.append(pen.span(item.body))
    if item.proposed_motion:
        text = item.proposed_motion.show(pen.language)
        made.append(Span(pen.word("agenda.proposed", text=text)))
    if item.closed_ground:
        ground = item.closed_ground.show(pen.language)
        made.append(Span(pen.word("agenda.closed_ground", ground=ground)))
    if item.consent and item.kind != ItemKind.CONSENT and item.state != ItemState.STRUCK:
        made.append(Span(pen.word("agenda.consent_mark"), italic=True))
    papers = shown_papers(pen, item)
    if papers:
        names = "; ".join(_paper(pen, paper) for paper in papers)
        made.append(Span(pen.word("agenda.papers", names=names)))
    return made


def _paper(pen: Writer, paper: AttachmentRow) -> str:
    name = paper.name
    if paper.pages:
        code = "agenda.paper_page" if paper.pages == 1 else "agenda.paper_pages"
        name = pen.word(code, name=name, pages=pen.number(paper.pages))
    return name if paper.public else pen.word("agenda.members_only", name=name)


def _consent(pen: Writer, items: list[ItemRow]) -> None:
    """Write the consent group together, with what it means for who reads it."""
    group = [
        item
        for item in items
        if item.consent and item.kind != ItemKind.CONSENT and item.state != ItemState.STRUCK
    ]
    if not group:
        return
    numbers = ", ".join(pen.number(item.number or "") for item in group)
    lines = [
        Paragraph((Span(f"{pen.number(item.number or '')}  "), shown_title(pen, item)), "indent")
        for item in group
    ]
    meaning = Paragraph((Span(pen.word("agenda.consent_meaning")),), "small")
    title = (Span(pen.word("agenda.consent", numbers=numbers)),)
    pen.blocks.append(Box(title, "", "neutral", (*lines, meaning), "consent"))

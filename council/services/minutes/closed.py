"""What minutes tell of a closed session: the public its times and ground, its own minutes all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain.document import Paragraph, Signatures, Span
from council.domain.vocabulary import ItemState
from council.services.minutes.sentences import Fact

if TYPE_CHECKING:
    from council.services.minutes.writer import Writer
    from council.services.planning.agenda import ItemRow
    from council.services.session.attendance import RoomRow


def hidden(pen: Writer, item: ItemRow) -> bool:
    """Tell whether the document may not say what happened on an item."""
    return pen.public and item.uid in pen.facts.closed


def shown(pen: Writer) -> list[ItemRow]:
    """Return the items to write about; what lies under a closed one is not for the public."""
    return [item for item in pen.facts.items if not _inside(pen, item)]


def _inside(pen: Writer, item: ItemRow) -> bool:
    return pen.public and item.parent_uid in pen.facts.closed


def sessions(pen: Writer) -> list[ItemRow]:
    """Return the closed items that were held, with what lies under them."""
    waiting = (ItemState.WAITING, ItemState.STRUCK)
    return [
        item
        for item in pen.facts.items
        if item.uid in pen.facts.closed and item.state not in waiting
    ]


def write_head(pen: Writer) -> None:
    """Write the head of the minutes of the closed sessions."""
    meeting = pen.facts.meeting
    pen.heading(1, pen.word("minutes.closed_head"), "head")
    pen.line(pen.facts.body_name.show(pen.language), "lead")
    date, time = pen.day(meeting.starts_local), pen.clock(meeting.starts_local)
    when = pen.word("minutes.when", date=date, time=time)
    number = pen.word("minutes.number", number=pen.meeting_number()) if meeting.number else ""
    place = meeting.venue.show(pen.language)
    pen.line(" · ".join(part for part in (when, place, number) if part), "lead")
    if meeting.presiding_uid:
        presiding = pen.person(meeting.presiding_uid)
        pen.say("head/presiding", "minutes.closed_presiding", presiding=presiding)


def tell_private(pen: Writer, item: ItemRow, section: str) -> None:
    """Say when the session was closed, on what ground, and which members were there."""
    if item.closed_ground:
        ground = pen.word("agenda.closed_ground", ground=item.closed_ground.show(pen.language))
        pen.blocks.append(Paragraph((Span(ground),), key=f"{section}/ground"))
    times(pen, item, section)
    there = [row for row in pen.facts.room if _was_in(row, item)]
    if there and item.opened_at is not None:
        names = pen.people([row.person_uid for row in there], [row.name for row in there])
        pen.say(f"{section}/present", "minutes.closed_present", names=Fact(names, item.uid))


def _was_in(row: RoomRow, item: ItemRow) -> bool:
    """Tell whether somebody was in the room at any time of a closed session."""
    start, end = item.opened_at, item.closed_at
    return start is not None and any(
        (end is None or span.from_at is None or span.from_at < end)
        and (span.to_at is None or span.to_at > start)
        for span in row.spans
    )


def sign(pen: Writer) -> None:
    """Leave the lines for the signatures."""
    meeting = pen.facts.meeting
    people = {"role.secretary": meeting.secretary_uid, "minutes.presiding": meeting.presiding_uid}
    signed = pen.word("minutes.signed")
    places = tuple((signed, pen.person(uid).words, pen.word(code)) for code, uid in people.items())
    pen.blocks.append(Signatures(places))


def tell_public(pen: Writer, item: ItemRow, section: str) -> None:
    """Say that an item was held in closed session, when, and on what ground; nothing else."""
    pen.say(f"{section}/closed", "minutes.closed")
    if item.closed_ground:
        ground = pen.word("agenda.closed_ground", ground=item.closed_ground.show(pen.language))
        pen.blocks.append(Paragraph((Span(ground),), "small", f"{section}/ground/closed"))
    times(pen, item, section)


def times(pen: Writer, item: ItemRow, section: str) -> None:
    """Say from when to when the session was closed."""
    if item.opened_at is None:
        return
    facts = {"start": Fact(pen.clock(item.opened_at), item.uid)}
    code = "minutes.closed_from"
    if item.closed_at is not None:
        facts["end"] = Fact(pen.clock(item.closed_at), item.uid)
        code = "minutes.closed_times"
    pen.say(f"{section}/times/closed", code, **facts)

"""How minutes tell of the room: who attended from when to when, the quorum, who presided."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from council.domain.vocabulary import ItemKind, ItemState, Mode, Presence
from council.domain.votes.presence import roll_over
from council.services.minutes.sentences import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.services.minutes.writer import Writer
    from council.services.planning.agenda import ItemRow
    from council.services.session.attendance import RoomRow
    from council.services.session.presiding import PresidingRow
    from council.services.session.roll import SpanRow

AWAY = (Presence.EXCUSED.value, Presence.ABSENT.value, "expected")


def attendance_words(pen: Writer, row: RoomRow) -> str:
    """Return a member's attendance in words, with the times of late arrival and early leaving."""
    if row.state in AWAY:
        word = away_word(pen, row)
        return f"{word} ({row.reason})" if row.reason and not pen.public else word
    remote = bool(row.spans) and row.spans[0].mode == Mode.REMOTE
    parts = [pen.word("mode.remote") if remote else pen.word("presence.present")]
    if row.substitute_for:
        member = pen.person(row.substitute_for, row.in_place_of)
        parts = [pen.word("minutes.in_place_of", member=member.words)]
    parts += _times(pen, row.spans)
    return (" " if pen.language == "th" else ", ").join(parts)


def away_word(pen: Writer, row: RoomRow) -> str:
    """Return the word for not having been there: excused, or absent without notice."""
    return pen.word("presence.excused" if row.state == Presence.EXCUSED else "presence.absent")


def _times(pen: Writer, spans: tuple[SpanRow, ...]) -> Iterator[str]:
    """Yield when somebody came late, went and came back, or went on in another way."""
    adjourned, rolled = pen.facts.meeting.adjourned_at, _roll_over_at(pen)
    for place, span in enumerate(spans):
        before = spans[place - 1] if place else None
        goes_on = before is not None and before.to_at is not None and before.to_at == span.from_at
        if span.from_at and (goes_on or span.from_at > rolled):
            yield pen.word(_came(span, before, goes_on=goes_on), time=pen.clock(span.from_at))
        following = spans[place + 1 : place + 2]
        changes = bool(following) and following[0].from_at == span.to_at
        if span.to_at and not changes and (not adjourned or span.to_at < adjourned):
            yield pen.word("minutes.until_time", time=pen.clock(span.to_at))


def _came(span: SpanRow, before: SpanRow | None, *, goes_on: bool) -> str:
    remote = span.mode == Mode.REMOTE
    if goes_on:
        return "minutes.remote_from" if remote else "minutes.in_person_from"
    if before is None:
        return "minutes.from_time"
    return "minutes.again_remote_from" if remote else "minutes.again_from"


def _roll_over_at(pen: Writer) -> datetime:
    """Return until when somebody who came counts as there from the start."""
    item = pen.facts.of_kind(ItemKind.ROLL_CALL)
    closed = item.closed_at if item is not None else None
    over = roll_over(pen.facts.meeting.called_to_order_at, closed)
    return over or datetime.max.replace(tzinfo=UTC)


# ------------------------------------------------------------------------------ who presided


def opened_by(pen: Writer) -> str | None:
    """Return who called the meeting to order."""
    presided = pen.facts.presided
    return presided[0].person_uid if presided else pen.facts.meeting.presiding_uid


def presided_words(pen: Writer, person_uid: str | None) -> str:
    """Return the remark on somebody who presided, with the time where the chair was taken over."""
    for place, one in enumerate(pen.facts.presided):
        if person_uid and one.person_uid == person_uid:
            if place == 0 or one.from_at is None:
                return pen.word("minutes.th.presides")
            return pen.word("minutes.presided_from", time=pen.clock(one.from_at))
    return ""


# ------------------------------------------------------------------------------ what happened


def happened(pen: Writer, item: ItemRow | None, section: str) -> None:
    """Say on an item what befell the room while it was before the meeting.

    That the quorum was lost or was there again, and that somebody else took the chair; what came
    before any item is told with the opening.
    """
    for at, one in _events(pen):
        if _item_at(pen, at) == (item.uid if item else None):
            if isinstance(one, bool):
                _tell_turn(pen, section, at, met=one)
            else:
                time = Fact(pen.clock(at), one.uid)
                key = f"{section}/chair/{one.uid}"
                pen.say(key, "minutes.took_chair", person=pen.person(one.person_uid), time=time)


def _events(pen: Writer) -> list[tuple[datetime, bool | PresidingRow]]:
    found: list[tuple[datetime, bool | PresidingRow]] = [
        (turn.at, bool(turn.met)) for turn in pen.facts.turns if turn.at is not None
    ]
    found += [(one.from_at, one) for one in pen.facts.presided[1:] if one.from_at is not None]
    return sorted(found, key=lambda event: event[0])


def _item_at(pen: Writer, at: datetime) -> str | None:
    """Return the item that was before the meeting at a moment."""
    opened = [
        (item.opened_at, place, item.uid)
        for place, item in enumerate(pen.facts.items)
        if item.opened_at is not None and item.opened_at <= at and item.state != ItemState.STRUCK
    ]
    return max(opened)[2] if opened else None


def _tell_turn(pen: Writer, section: str, at: datetime, *, met: bool) -> None:
    uid = pen.facts.meeting.uid
    turn = next(one for one in pen.facts.turns if one.at == at)
    needed = pen.facts.quorum.needed
    code = "minutes.quorum_regained" if met else "minutes.quorum_lost"
    pen.say(
        f"{section}/quorum/{at:%Y%m%dT%H%M%S}",
        code,
        time=Fact(pen.clock(at), uid),
        present=Fact(pen.number(turn.present), uid),
        needed=Fact(pen.number("–" if needed is None else needed), uid),
    )

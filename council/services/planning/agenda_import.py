"""Agendas from a city hall's open interface, put into a meeting's agenda."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.db import rows
from council.domain.duties.item_titles import guess_kind
from council.domain.text import Text
from council.exchange.oparl_agenda import OparlItem, OparlMeeting, read_agenda
from council.services import guard
from council.services.desk import Done
from council.services.planning.agenda_items import Planned, put_items

if TYPE_CHECKING:
    from council.services.desk import Desk

__all__ = ["ImportedAgenda", "OparlItem", "OparlMeeting", "import_agenda", "preview_agenda"]


@dataclass(frozen=True, slots=True)
class ImportedAgenda:
    """What an import made: the items in reading order.

    ``renumbered`` are (printed number, number here) of items whose number is another now, as where
    the file leaves items out.
    """

    uids: tuple[str, ...]
    renumbered: tuple[tuple[str, str], ...]


def preview_agenda(content: bytes) -> OparlMeeting:
    """Read a file without changing anything; InputRefused says what it is not."""
    return read_agenda(content)


def import_agenda(
    desk: Desk, meeting_uid: str, content: bytes, *, language: str | None = None
) -> Done[ImportedAgenda]:
    """Add a published agenda behind what the meeting has already, nested as it was printed.

    ``language`` is that of the file, the council's first when none is given.
    """
    told = read_agenda(content)
    meeting = guard.row(desk, "meeting", meeting_uid)
    guard.unlocked(desk, meeting_uid)
    spoken = language or desk.languages()[0]
    listed = list(told.walk())
    with desk.step(
        "step.import_agenda", count=len(listed), number=guard.spoken_number(meeting["number"])
    ):
        uids = put_items(desk, meeting_uid, [_planned(one, spoken) for one in told.items])
    found = {one["uid"]: one["number"] for one in rows.find(desk.conn, "agenda_item", uid=uids)}
    pairs = ((one.number, found[uid]) for one, uid in zip(listed, uids, strict=True))
    renumbered = tuple((was, now) for was, now in pairs if was and was != now)
    return Done(ImportedAgenda(tuple(uids), renumbered), frozenset({"agenda", "meetings"}))


def _planned(item: OparlItem, language: str) -> Planned:
    values = {
        "title": Text.of(item.title, language),
        "kind": guess_kind(item.title),
        "closed": not item.public,
    }
    return Planned(values, tuple(_planned(one, language) for one in item.children))

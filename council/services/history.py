"""What was done to the file, by whom and when; the last of it taken back or done again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from council.db import journal
from council.domain.messages import Message
from council.services.desk import ALL_CHANGES, Changes, Desk, Done

if TYPE_CHECKING:
    from council.db.journal import StepInfo

# Which kinds of thing a change in a table is announced as.
_KINDS: dict[str, tuple[str, ...]] = {
    "council": ("council", "rules"),
    "council_rule": ("council", "rules"),
    "person": ("people", "bodies", "meetings", "motions", "actions"),
    "body": ("bodies", "meetings"),
    "seat": ("bodies", "people"),
    "membership": ("bodies", "people", "attendance"),
    "qualification": ("people",),
    "meeting": ("meetings", "agenda", "attendance", "motions", "votes", "minutes"),
    "notice": ("meetings",),
    "attendance": ("attendance",),
    "span": ("attendance",),
    "presiding": ("meetings", "attendance", "minutes"),
    "clock_change": ("meetings",),
    "recess": ("meetings",),
    "agenda_item": ("agenda", "meetings", "minutes"),
    "agenda_template": ("agenda",),
    "agenda_revision": ("agenda", "meetings"),
    "carry_dismissal": ("agenda", "meetings"),
    "series": ("meetings",),
    "motion": ("motions", "votes", "minutes"),
    "seconder": ("motions",),
    "vote": ("votes", "motions"),
    "ballot": ("votes", "motions"),
    "recusal": ("attendance", "votes"),
    "note": ("notes", "minutes"),
    "comment": ("notes", "minutes"),
    "speaker": ("speakers", "notes", "minutes"),
    "speaking": ("speakers", "notes", "minutes"),
    "action": ("actions", "minutes"),
    "attachment": ("agenda", "meetings"),
    "publication": ("publications",),
}


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One step of the history; ``taken_back`` when it was undone and not done again."""

    seq: int
    at: datetime
    actor: str
    kind: str
    message: Message
    final: bool
    taken_back: bool


def sign_as(desk: Desk, actor: str) -> Done[str]:
    """Sign every step from now on with these initials; return them."""
    desk.actor = actor
    return Done(actor, frozenset())


def undo(desk: Desk) -> Done[Message]:
    """Take back the last step that still stands; return its name. NotAllowed when it is final."""
    return _done(desk, journal.undo(desk.conn, clock=desk.clock, actor=desk.actor))


def redo(desk: Desk) -> Done[Message]:
    """Do again what was taken back last; return its name."""
    return _done(desk, journal.redo(desk.conn, clock=desk.clock, actor=desk.actor))


def _done(desk: Desk, info: StepInfo) -> Done[Message]:
    kinds: set[str] = set()
    for table, _ in journal.changed_rows(desk.conn, info.seq):
        kinds.update(_KINDS.get(table, ("minutes", "publications")))
    changes: Changes = frozenset(kinds) & ALL_CHANGES
    return Done(_name(info), changes)


def _name(info: StepInfo) -> Message:
    return Message(info.code, info.params)


def can_undo(desk: Desk) -> Message | None:
    """Return the name of the step that undo would take back, None when there is none."""
    info = journal.can_undo(desk.conn)
    return _name(info) if info else None


def can_redo(desk: Desk) -> Message | None:
    """Return the name of the step that redo would do again, None when there is none."""
    info = journal.can_redo(desk.conn)
    return _name(info) if info else None


def audit(desk: Desk, limit: int = 100, *, meeting_uid: str | None = None) -> list[AuditRow]:
    """Return the newest steps of the file, or of one meeting, the newest first."""
    zone = desk.zone()
    return [
        AuditRow(
            seq=info.seq,
            at=datetime.fromisoformat(info.at).astimezone(zone),
            actor=info.actor,
            kind=info.kind,
            message=_name(info),
            final=info.final,
            taken_back=info.taken_back,
        )
        for info in journal.steps(desk.conn, limit, meeting_uid)
    ]

"""What a resident's turn leaves behind: a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.db import rows
from council.services import guard

if TYPE_CHECKING:
    from council.services.desk import Desk
    from council.services.session.speakers.rows import SpeakerRow


def comment_of(desk: Desk, one: SpeakerRow) -> str:
    """Return the comment a resident's turn ends in, written now if it is not there yet."""
    if one.comment_uid:
        return one.comment_uid
    uid = desk.ids.new("co")
    values = {
        "uid": uid,
        "meeting_uid": one.meeting_uid,
        "item_uid": one.item_uid,
        "position": rows.next_position(desk.conn, "comment", meeting_uid=one.meeting_uid),
        "at": one.began or one.asked_at,
        "speaker": one.name,
        "may_print_name": one.may_print_name,
        "stance": one.stance,
    }
    rows.insert(desk.conn, "comment", guard.store(desk, values))
    rows.update(desk.conn, "speaker", one.uid, {"comment_uid": uid})
    return uid

"""Recording that an agenda was posted: place, time, by whom, with a photo; again after changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from council.db import blobs, rows
from council.domain import media_types
from council.domain.messages import InputRefused, NotAllowed
from council.services import guard, meetings
from council.services.desk import Changes, Done
from council.services.planning import revisions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from council.domain.text import Text
    from council.services.desk import Desk

_CHANGED: Changes = frozenset({"meetings", "agenda"})
_MEGABYTE: Final = 1 << 20
MOST_BYTES: Final = 25 * _MEGABYTE
"""A photo of a notice board is never larger; a film is."""


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """The photo of a posting: its file's name and the SHA-256 of its bytes."""

    notice_uid: str
    name: str
    sha256: str


def record_posting(
    desk: Desk,
    meeting_uid: str,
    *,
    place: Text | str,
    by: str = "",
    posted_at: datetime | None = None,
    reason: Text = guard.NO_TEXT,
    photo: Path | None = None,
) -> Done[str]:
    """Log a posting with its photo in one step; return the posting's uid.

    An agenda that changed since it was posted last becomes the next revision and needs a reason
    (InputRefused). A photo that cannot be read, is empty, too large or no picture is refused
    before anything is logged.
    """
    content = _read(photo) if photo is not None else b""
    meeting = guard.row(desk, "meeting", meeting_uid)
    changed = bool(revisions.changes_since(desk, meeting_uid))
    if changed:
        guard.words(reason, "field.reason")
    number = guard.spoken_number(meeting["number"])
    with desk.step("step.record_posting", number=number):
        uid = meetings.post_notice(
            desk, meeting_uid, place=place, by=by, posted_at=posted_at, reason=reason
        ).value
        if photo is not None:
            _keep(desk, uid, photo.name, content)
    return Done(uid, _CHANGED)


def add_photo(desk: Desk, notice_uid: str, path: Path) -> Done[str]:
    """Keep a photo of a posting that is logged already, in place of the one there was."""
    found = _posting(desk, notice_uid)
    content = _read(path)
    with desk.step("step.add_photo", number=_number(desk, found)):
        _keep(desk, notice_uid, path.name, content)
    return Done(notice_uid, _CHANGED)


def remove_photo(desk: Desk, notice_uid: str) -> Done[str]:
    """Take the photo off a posting; NotAllowed when there is none."""
    found = _posting(desk, notice_uid)
    if not found["photo_sha256"]:
        raise NotAllowed("error.no_photo")
    with desk.step("step.remove_photo", number=_number(desk, found)):
        rows.update(desk.conn, "notice", notice_uid, {"photo_sha256": None, "photo_name": None})
    return Done(notice_uid, _CHANGED)


def photos_of(desk: Desk, meeting_uid: str) -> dict[str, PhotoRow]:
    """Return the photos of a meeting's postings by the posting's uid, without their bytes."""
    found = rows.find(desk.conn, "notice", order="posted_at", meeting_uid=meeting_uid)
    return {
        one["uid"]: PhotoRow(one["uid"], one["photo_name"] or "", one["photo_sha256"])
        for one in found
        if one["photo_sha256"]
    }


def photo_bytes(desk: Desk, notice_uid: str) -> bytes:
    """Return a posting's photo; NotAllowed when there is none."""
    found = guard.row(desk, "notice", notice_uid)
    content = blobs.get_blob(desk.conn, found["photo_sha256"] or "")
    if content is None:
        raise NotAllowed("error.no_photo")
    return content


def _posting(desk: Desk, notice_uid: str) -> dict[str, Any]:
    found = guard.row(desk, "notice", notice_uid)
    guard.unlocked(desk, found["meeting_uid"])
    return found


def _number(desk: Desk, posting: Mapping[str, Any]) -> Text:
    return guard.spoken_number(guard.row(desk, "meeting", posting["meeting_uid"])["number"])


def _keep(desk: Desk, notice_uid: str, name: str, content: bytes) -> None:
    digest = blobs.put_blob(desk.conn, content)
    rows.update(desk.conn, "notice", notice_uid, {"photo_sha256": digest, "photo_name": name})


def _read(path: Path) -> bytes:
    """Read a picture; refuse what cannot be read, is empty, too large or of another kind."""
    try:
        if path.stat().st_size > MOST_BYTES:
            most = MOST_BYTES // _MEGABYTE
            raise InputRefused("error.paper_large", name=path.name, most=most)
        content = path.read_bytes()
    except OSError as error:
        raise InputRefused("error.paper_unreadable", name=path.name) from error
    if not content:
        raise InputRefused("error.file_empty", name=path.name)
    if not media_types.media_type(content, path.name).startswith("image/"):
        raise InputRefused("error.no_picture", name=path.name)
    return content

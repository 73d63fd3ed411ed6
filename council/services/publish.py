"""PDFs of a meeting's documents, and the record of what was published where."""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from council import reports
from council.db import journal, rows
from council.domain.messages import FileRefused, InputRefused
from council.domain.text import Text
from council.domain.vocabulary import MeetingState, MinutesState
from council.services import council, documents, meetings, minutes
from council.services.desk import Desk, Done
from council.services.planning import revisions

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from council.domain.document import Document


@dataclass(frozen=True, slots=True)
class PublicationRow:
    """One published document.

    Which meeting's, in which language and state, its file and SHA-256.
    """

    uid: str
    meeting_uid: str
    meeting_number: str
    starts_local: datetime
    kind: str
    language: str
    public: bool
    stamp: str
    file_name: str
    sha256: str
    chain_head: str
    published_at: str
    place: Text


def agenda_pdf(
    desk: Desk, meeting_uid: str, language: str, out: Path | None = None, *, public: bool = True
) -> bytes:
    """Return the agenda as PDF bytes, and write them to ``out`` when given."""
    return _pdf(minutes.agenda_document(desk, meeting_uid, language, public=public), out, public)


def minutes_pdf(
    desk: Desk, meeting_uid: str, language: str, out: Path | None = None, *, public: bool = True
) -> bytes:
    """Return the minutes as PDF bytes, and write them to ``out`` when given."""
    return _pdf(minutes.compose(desk, meeting_uid, language, public=public), out, public)


def closed_minutes_pdf(
    desk: Desk, meeting_uid: str, language: str, out: Path | None = None
) -> bytes:
    """Return the minutes of the closed sessions as PDF bytes, marked as not for the public."""
    return _pdf(minutes.closed_document(desk, meeting_uid, language), out, public=False)


def notice_pdf(
    desk: Desk, meeting_uid: str, language: str, out: Path | None = None, *, public: bool = True
) -> bytes:
    """Return the notice of a meeting as PDF bytes, and write them to ``out`` when given."""
    return _pdf(documents.notice_document(desk, meeting_uid, language, public=public), out, public)


def invitation_pdf(
    desk: Desk, meeting_uid: str, language: str, out: Path | None = None, *, public: bool = True
) -> bytes:
    """Return the letter to all members as PDF bytes, and write them to ``out`` when given."""
    made = documents.invitation_document(desk, meeting_uid, language, public=public)
    return _pdf(made, out, public)


def invitations_pdf(
    desk: Desk, meeting_uid: str, language: str, out: Path | None = None, *, public: bool = True
) -> bytes:
    """Return a letter to each member, one after another, as PDF bytes; write them when asked."""
    made = documents.invitation_document(desk, meeting_uid, language, each=True, public=public)
    return _pdf(made, out, public)


def sheet_pdf(
    desk: Desk,
    meeting_uid: str,
    language: str,
    out: Path | None = None,
    *,
    paper: Literal["", "A4", "Letter"] = "",
) -> bytes:
    """Return the recording sheet as PDF bytes, and write them to ``out`` when given.

    It is no document that is published: it holds what is closed.
    """
    made = documents.sheet_document(desk, meeting_uid, language, paper)
    return _pdf(made, out, public=False)


_MAKERS = {
    "agenda": agenda_pdf,
    "minutes": minutes_pdf,
    "notice": notice_pdf,
    "invitation": invitation_pdf,
    "invitations": invitations_pdf,
}
KINDS = tuple(_MAKERS)
"""The kinds of document that can be published, as publications name them."""


def make_pdf(
    desk: Desk,
    meeting_uid: str,
    kind: str,
    language: str,
    out: Path | None = None,
    *,
    public: bool = True,
) -> bytes:
    """Return the PDF of a kind of document; InputRefused for a kind there is not."""
    if kind not in _MAKERS:
        raise InputRefused("error.unknown_document", kind=kind)
    return _MAKERS[kind](desk, meeting_uid, language, out, public=public)


def _revision_stamp(desk: Desk, meeting_uid: str) -> str:
    """Return which revision of an agenda was posted last, empty for its first edition."""
    number = len(revisions.revisions_of(desk, meeting_uid))
    return f"revised {number}" if number > 1 else ""


def document_state(desk: Desk, meeting_uid: str, kind: str) -> str:
    """Return in which state a document is, empty for as posted.

    Else approved, draft, cancelled or, for an agenda posted again, such as ``revised 2``.
    """
    if kind == "minutes":
        return "approved" if minutes.get_approval(desk, meeting_uid) is not None else "draft"
    if kind == "agenda":
        pending = revisions.changes_since(desk, meeting_uid)
        return "draft" if pending else _revision_stamp(desk, meeting_uid)
    if meetings.get_meeting(desk, meeting_uid).state == MeetingState.CANCELLED:
        return "cancelled"
    posted = kind != "notice" or meetings.list_notices(desk, meeting_uid)
    return "" if posted else "draft"


def _pdf(document: Document, out: Path | None, public: bool) -> bytes:
    made = reports.render(document, public=public)
    if out is not None:
        write_whole(out, made)
    return made


def write_whole(out: Path, data: bytes) -> None:
    """Write a file whole or not at all: a full disk leaves what was there before."""
    part = out.with_name(out.name + ".part")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(out)
    except OSError as problem:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        reason = problem.strerror or ""
        raise FileRefused("error.cannot_write", file=str(out), reason=reason) from problem


def suggested_name(
    desk: Desk, meeting_uid: str, kind: str, language: str, *, draft: bool = False
) -> str:
    """Return a file name that sorts by date and says what it is."""
    meeting = meetings.get_meeting(desk, meeting_uid)
    ending = "-draft" if draft else ""
    return f"{meeting.starts_local.date().isoformat()}-{kind}-{language}{ending}.pdf"


def record_publication(
    desk: Desk,
    meeting_uid: str,
    *,
    kind: str,
    language: str,
    data: bytes,
    file_name: str,
    place: Text | None = None,
    public: bool = True,
) -> Done[str]:
    """Put on record that a PDF was published: its SHA-256, the head of the chain before it, where.

    The step is final: what the public has seen is not undone, only followed by something newer.
    """
    if kind not in _MAKERS:
        raise InputRefused("error.unknown_document", kind=kind)
    stamp = document_state(desk, meeting_uid, kind)
    uid = desk.ids.new("publication")
    head = journal.head(desk.conn)
    with desk.step("step.record_publication", final=True, file=file_name):
        rows.insert(
            desk.conn,
            "publication",
            {
                "uid": uid,
                "meeting_uid": meeting_uid,
                "kind": kind,
                "language": language,
                "public": int(public),
                "stamp": stamp,
                "file_name": file_name,
                "sha256": hashlib.sha256(data).hexdigest(),
                "chain_head": head,
                "published_at": desk.stamp(),
                "place": place or None,
            },
        )
    return Done(uid, frozenset({"publications", "meetings"}))


def publish_pdf(
    desk: Desk,
    meeting_uid: str,
    *,
    kind: str,
    language: str,
    out: Path,
    place: Text | None = None,
    public: bool = True,
) -> Done[str]:
    """Write the PDF of one of the ``KINDS`` to ``out`` and put its publication on record.

    Nothing is recorded when the file cannot be written. Raises FileRefused, InputRefused.
    """
    data = make_pdf(desk, meeting_uid, kind, language, out, public=public)
    return record_publication(
        desk,
        meeting_uid,
        kind=kind,
        language=language,
        data=data,
        file_name=out.name,
        place=place,
        public=public,
    )


def list_publications(desk: Desk, meeting_uid: str | None = None) -> list[PublicationRow]:
    """Return what was published, the newest first."""
    where = {"meeting_uid": meeting_uid} if meeting_uid else {}
    found = rows.find(desk.conn, "publication", order="published_at desc", **where)
    by_uid = {row.uid: row for row in meetings.list_meetings(desk)}
    return [
        PublicationRow(
            row["uid"],
            row["meeting_uid"],
            by_uid[row["meeting_uid"]].number or "",
            by_uid[row["meeting_uid"]].starts_local,
            row["kind"],
            row["language"],
            bool(row["public"]),
            row["stamp"],
            row["file_name"],
            row["sha256"],
            row["chain_head"],
            row["published_at"],
            row["place"] or Text(),
        )
        for row in found
    ]


@dataclass(frozen=True, slots=True)
class PublishWaiting:
    """A document that was not published in its present state.

    ``state`` is posted for an agenda (in its last revision), approved or draft for minutes.
    """

    meeting: meetings.MeetingRow
    kind: str
    language: str
    state: str


def list_waiting(desk: Desk) -> list[PublishWaiting]:
    """Return what waits to be published, the newest meeting first.

    Posted agendas of meetings to come, and the minutes of meetings that were held; drafts wait too
    where none was published, since some laws want minutes in public before they are approved.
    """
    info = council.get_council(desk)
    if info is None:
        return []
    out = {
        (row.meeting_uid, row.kind, row.language, row.stamp)
        for row in list_publications(desk)
        if row.public
    }
    waiting: list[PublishWaiting] = []
    for meeting in meetings.list_meetings(desk):
        kind, state = _due(meeting)
        stamp = _revision_stamp(desk, meeting.uid) if kind == "agenda" else state
        waiting.extend(
            PublishWaiting(meeting, kind, language, state)
            for language in info.languages
            if kind and (meeting.uid, kind, language, stamp) not in out
        )
    return waiting


def _due(meeting: meetings.MeetingRow) -> tuple[str, str]:
    """Return (kind, state) of the document that a meeting owes the public, empty for none."""
    if meeting.state in (MeetingState.NOTICED, MeetingState.IN_SESSION):
        return "agenda", "posted"
    if meeting.state == MeetingState.HELD:
        approved = meeting.minutes_state == MinutesState.APPROVED
        return "minutes", "approved" if approved else "draft"
    return "", ""

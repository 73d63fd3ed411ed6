"""Minutes and agendas from the record, or from the freezer once they were approved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from council import catalogue
from council.db import rows
from council.domain.document import Block, Document
from council.domain.document_data import fingerprint, from_data
from council.domain.vocabulary import MinutesState
from council.services.minutes import agendas, english, thai
from council.services.minutes.facts import MeetingFacts, gather
from council.services.minutes.writer import Writer

if TYPE_CHECKING:
    from council.services.desk import Desk


def compose(desk: Desk, meeting_uid: str, language: str, *, public: bool = True) -> Document:
    """Return the minutes of a meeting in a language.

    Approved minutes come as they were frozen; a language that was not frozen is written anew.
    """
    frozen = frozen_document(desk, meeting_uid, language, public=public)
    if frozen is not None:
        return frozen
    return compose_fresh(desk, meeting_uid, language, public=public)


def compose_fresh(
    desk: Desk, meeting_uid: str, language: str, *, public: bool = True, approved: str = ""
) -> Document:
    """Write the minutes from the record as it stands.

    ``approved`` is the line that replaces DRAFT.
    """
    pen = write_minutes(desk, meeting_uid, language, public=public)
    facts = pen.facts
    kind = pen.word(f"meeting_kind.{facts.meeting.kind}").lower()
    body = facts.body_name.show(language)
    title = pen.word(
        "minutes.meta_title", kind=kind, body=body, date=pen.day(facts.meeting.starts_local)
    )
    stamp = "" if approved else pen.word("minutes.draft_stamp")
    return _document(pen, "minutes", title, pen.with_typed(), stamp, approved)


def write_minutes(desk: Desk, meeting_uid: str, language: str, *, public: bool) -> Writer:
    """Return the pen with which the minutes were just written; it knows each sentence's facts."""
    pen = _pen(gather(desk, meeting_uid), language, public)
    (thai if language == "th" else english).write(pen)
    return pen


def frozen_document(
    desk: Desk, meeting_uid: str, language: str, *, public: bool
) -> Document | None:
    """Return the approved document of a language, None while the minutes are a draft."""
    found = rows.find(
        desk.conn,
        "frozen_document",
        order="uid",
        meeting_uid=meeting_uid,
        kind="minutes",
        language=language,
        public=int(public),
    )
    return from_data(found[-1]["content"]) if found else None


def agenda_document(
    desk: Desk, meeting_uid: str, language: str, *, public: bool = True
) -> Document:
    """Return the agenda of a meeting in a language."""
    facts = gather(desk, meeting_uid)
    pen = _pen(facts, language, public)
    agendas.write(pen)
    kind = pen.word(f"meeting_kind.{facts.meeting.kind}").lower()
    body = facts.body_name.show(language)
    title = pen.word(
        "agenda.meta_title", kind=kind, body=body, date=pen.day(facts.meeting.starts_local)
    )
    return _document(pen, "agenda", title, tuple(pen.blocks), "", "")


def _pen(facts: MeetingFacts, language: str, public: bool) -> Writer:
    digits = facts.council.digits if language == "th" else "latn"
    return Writer(facts, language, digits, public)


def _document(
    pen: Writer, kind: str, title: str, blocks: tuple[Block, ...], stamp: str, footer: str
) -> Document:
    info = pen.facts.council
    head = info.letterhead.show(pen.language) or info.name.show(pen.language)
    document = Document(
        kind=kind,  # type: ignore[arg-type]
        language=pen.language,
        title=title,
        author=info.name.show(pen.language),
        subject=pen.word(f"{kind}.subject"),
        paper=info.paper,  # type: ignore[arg-type]
        digits=pen.digits,  # type: ignore[arg-type]
        letterhead=tuple(line for line in head.splitlines() if line.strip()),
        blocks=blocks,
        stamp=stamp,
        footer=footer,
        page_words=catalogue.template("document.page", pen.language),
    )
    mark = fingerprint(document)
    return replace(document, fingerprint=pen.word("document.fingerprint", mark=mark[:16]))


def minutes_state(desk: Desk, meeting_uid: str) -> MinutesState | None:
    """Return where the minutes are, None while there are none."""
    found = rows.find(desk.conn, "minutes", order="uid", meeting_uid=meeting_uid)
    return MinutesState(found[0]["state"]) if found else None

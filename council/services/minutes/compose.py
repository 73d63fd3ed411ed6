"""Minutes and agendas from the record, or from the freezer once they were approved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from council import catalogue
from council.db import rows
from council.domain.document import Block, Document, Signatures
from council.domain.document_data import fingerprint, from_data
from council.domain.messages import NotAllowed
from council.domain.vocabulary import MinutesState
from council.services.minutes import agendas, closed, english, thai
from council.services.minutes.facts import MeetingFacts, gather
from council.services.minutes.revised import revised_agenda
from council.services.minutes.writer import Writer

if TYPE_CHECKING:
    from council.services.council import CouncilInfo
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
    return finish(pen, "minutes", title, pen.with_typed(), stamp, approved)


def write_minutes(desk: Desk, meeting_uid: str, language: str, *, public: bool) -> Writer:
    """Return the pen with which the minutes were just written; it knows each sentence's facts."""
    pen = new_pen(gather(desk, meeting_uid), language, public)
    (thai if language == "th" else english).write(pen)
    _say_origin(pen)
    return pen


def _say_origin(pen: Writer) -> None:
    """Say before the signatures that the meeting was recorded on paper, when it was."""
    if not pen.facts.meeting.recorded_from:
        return
    signed = [pen.blocks.pop()] if isinstance(pen.blocks[-1], Signatures) else []
    pen.say("origin/paper", "minutes.from_paper", "small")
    pen.blocks += signed


def closed_document(desk: Desk, meeting_uid: str, language: str) -> Document:
    """Return the minutes of a meeting's closed sessions alone; they are never public.

    NotAllowed when the meeting held no closed session.
    """
    pen = new_pen(gather(desk, meeting_uid), language, public=False)
    held = closed.sessions(pen)
    if not held:
        raise NotAllowed("error.no_closed_session")
    closed.write_head(pen)
    for item in held:
        (thai if language == "th" else english).write_item(pen, item)
    closed.sign(pen)
    body = pen.facts.body_name.show(language)
    day = pen.day(pen.facts.meeting.starts_local)
    title = pen.word("minutes.closed_meta", body=body, date=day)
    approved = minutes_state(desk, meeting_uid) == MinutesState.APPROVED
    stamp = "" if approved else pen.word("minutes.draft_stamp")
    return finish(pen, "minutes", title, pen.typed_in({item.uid for item in held}), stamp)


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
    pen = new_pen(facts, language, public)
    revised = revised_agenda(desk, meeting_uid, facts.items, public=public)
    agendas.write(pen, revised)
    kind = pen.word(f"meeting_kind.{facts.meeting.kind}").lower()
    body = facts.body_name.show(language)
    title = pen.word(
        "agenda.meta_title", kind=kind, body=body, date=pen.day(facts.meeting.starts_local)
    )
    stamp = pen.word("agenda.pending_stamp") if revised and revised.pending else ""
    return finish(pen, "agenda", title, tuple(pen.blocks), stamp)


def new_pen(facts: MeetingFacts, language: str, public: bool) -> Writer:
    """Return a pen for a language; Thai digits are for Thai alone."""
    digits = facts.council.digits if language == "th" else "latn"
    return Writer(facts, language, digits, public)


def letterhead(info: CouncilInfo, language: str) -> tuple[str, ...]:
    """Return the lines of a council's letterhead, its name where it has none."""
    head = info.letterhead.show(language) or info.name.show(language)
    return tuple(line for line in head.splitlines() if line.strip())


def finish(
    pen: Writer,
    kind: str,
    title: str,
    blocks: tuple[Block, ...],
    stamp: str,
    footer: str = "",
    *,
    head: tuple[str, ...] | None = None,
) -> Document:
    """Make a document of blocks: the council's letterhead, paper and digits, its fingerprint.

    ``head`` are other lines than those of the letterhead.
    """
    info = pen.facts.council
    document = Document(
        kind=kind,  # type: ignore[arg-type]
        language=pen.language,
        title=title,
        author=info.name.show(pen.language),
        subject=pen.word(f"{kind}.subject"),
        paper=info.paper,  # type: ignore[arg-type]
        digits=pen.digits,  # type: ignore[arg-type]
        letterhead=letterhead(info, pen.language) if head is None else head,
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

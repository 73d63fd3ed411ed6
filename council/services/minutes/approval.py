"""Approving minutes.

The rendered documents are frozen as data, one for each language, and locked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council import catalogue
from council.db import rows
from council.domain import calendars
from council.domain.document import Paragraph
from council.domain.document_data import fingerprint, to_data
from council.domain.messages import Message, NotAllowed
from council.domain.rulings import Ruling
from council.domain.vocabulary import MeetingState, MinutesState, Outcome
from council.services import council, meetings
from council.services.advice import put_advice
from council.services.desk import Desk, Done
from council.services.duties import meeting_duties as duties
from council.services.minutes import proofs, ruled
from council.services.minutes.compose import compose_fresh, minutes_state
from council.services.minutes.edits import list_corrections
from council.services.session import attendance, motions
from council.services.session.closed_session import closed_items
from council.services.session.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Iterator, Sized

    from council.domain.document import Document
    from council.domain.text import Text
    from council.services.voting.votes import VoteRow


SPECIAL_APPROVAL = "special_approval"
"""The code of the advice that a special meeting does not approve minutes."""


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the list "before it goes out": whether it is in order, and a short remark.

    ``rulings`` say what the rules miss, each with its source; ``code`` is the last part of the
    label's code, so that the window can lead where it is mended; ``where`` names the motions.
    """

    ok: bool
    label: Message
    remark: Message | None = None
    rulings: tuple[Ruling, ...] = ()
    where: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Return which check this is, such as ``quorum``."""
        return self.label.code.rpartition(".")[2]


def checklist(desk: Desk, meeting_uid: str, language: str) -> list[Check]:
    """Return what to look at before the minutes go out."""
    meeting = meetings.get_meeting(desk, meeting_uid)
    rows_ = motions.list_motions(desk, meeting_uid)
    undecided = [row for row in rows_ if not row.outcome]
    document = compose_fresh(desk, meeting_uid, language, public=True)
    stale = [b for b in document.blocks if isinstance(b, Paragraph) and b.stale]
    quorum = any(isinstance(b, Paragraph) and b.key.endswith("/quorum") for b in document.blocks)
    votes = [vote for row in rows_ for vote in row.votes]
    differs = [vote for vote in votes if _differs(vote)]
    return [
        Check(quorum, Message("check.quorum")),
        _counted("check.motions_decided", undecided, len(rows_)),
        _counted("check.tallies", differs, len(votes)),
        _counted("check.sentences_current", stale, 0),
        *_proofs(desk, meeting_uid, document),
        Check(bool(meeting.adjourned_at), Message("check.adjourned")),
        Check(bool(meeting.secretary_uid), Message("check.secretary")),
        *_ruled(desk, meeting_uid, rows_),
    ]


def _ruled(desk: Desk, meeting_uid: str, found: list[motions.MotionRow]) -> Iterator[Check]:
    """Yield what the rules of the meeting's day ask of its minutes; nothing they do not ask."""
    held = ruled.fields_ruling(desk, meeting_uid, found)
    if held is not None:
        yield _told("check.required_fields", held)
    by_member = ruled.unnamed_votes(desk, meeting_uid, found)
    if by_member is not None:
        ruling, lacking = by_member
        remark = Message("check.count", {"count": len(lacking)}) if lacking else None
        where = tuple(one.number for one in lacking if one.number)
        rulings = () if ruling.holds else (ruling,)
        yield Check(not lacking, Message("check.votes_by_member"), remark, rulings, where)
    signing = duties.signers(desk, meeting_uid)
    if signing is not None:
        yield _told("check.signers", signing)
    against = ruled.not_followed(desk, meeting_uid)
    told: list[Ruling] = []
    for one in against:
        ruling = Ruling(False, one.message, one.source, one.verified)
        told += [ruling] if ruling not in told else []
    remark = Message("check.count", {"count": len(against)}) if against else None
    code = "check.rules_not_followed" if against else "check.rules_followed"
    yield Check(not against, Message(code), remark, tuple(told))


def _told(code: str, ruling: Ruling) -> Check:
    ok = ruling.holds is not False
    return Check(ok, Message(code), None, () if ok else (ruling,))


def _proofs(desk: Desk, meeting_uid: str, document: Document) -> list[Check]:
    """Look through what people typed into the public version."""
    typed = proofs.typed_words(document)
    room = attendance.room(desk, meeting_uid)
    names = [words for row in room for _, words in row.name]
    wrong = next(filter(None, (proofs.misspelt_name(words, names) for words in typed)), "")
    private = next(filter(None, (proofs.personal_data(words) for words in typed)), "")
    closed = closed_items(desk)
    return [
        Check(not wrong, Message("check.names"), _quoted(wrong)),
        Check(not private, Message("check.personal_data"), _quoted(private)),
        Check(not proofs.leaked_keys(document, closed), Message("check.no_closed_item")),
    ]


def _quoted(words: str) -> Message | None:
    return Message("check.found", {"words": words}) if words else None


def _differs(vote: VoteRow) -> bool:
    return bool(
        vote.declared
        and vote.verdict is not None
        and vote.verdict.outcome in ("carried", "lost")
        and vote.declared != vote.verdict.outcome
    )


def _counted(code: str, wrong: Sized, of: int) -> Check:
    remark = Message("check.of", {"good": of - len(wrong), "all": of}) if of else None
    return Check(len(wrong) == 0, Message(code), remark)


def approve(
    desk: Desk,
    meeting_uid: str,
    *,
    at_meeting_uid: str,
    motion_uid: str | None = None,
    as_corrected: bool = False,
) -> Done[None]:
    """Approve a meeting's minutes at a later meeting: freeze the documents, lock the words.

    The step is final: undo stops at it. Errors found later go through a motion to amend.
    Raises NotAllowed when the meeting was not held, or the minutes are approved already.
    """
    meeting = meetings.get_meeting(desk, meeting_uid)
    if meeting.state != MeetingState.HELD:
        raise NotAllowed("error.minutes_of_unheld")
    if minutes_state(desk, meeting_uid) is MinutesState.APPROVED:
        raise NotAllowed("error.minutes_approved_already")
    if motion_uid and not _carried(desk, at_meeting_uid, motion_uid):
        raise NotAllowed("error.approval_not_carried")
    info = council.get_council(desk)
    if info is None:
        raise NotAllowed("error.no_council")
    at = meetings.get_meeting(desk, at_meeting_uid)
    if at.state not in (MeetingState.HELD, MeetingState.IN_SESSION):
        raise NotAllowed("error.approval_not_begun")
    now = desk.stamp()
    corrected = as_corrected or bool(list_corrections(desk, meeting_uid))
    with desk.step("step.approve_minutes", final=True, number=meeting.number or ""):
        for language in info.languages:
            line = _approved_line(info, at, language, corrected)
            for public in (True, False):
                _freeze(desk, meeting_uid, language, line, now, public=public)
        _store(desk, meeting_uid, at_meeting_uid, motion_uid, now)
        _advise(desk, at_meeting_uid)
    return Done(None, frozenset({"minutes", "meetings"}))


def _advise(desk: Desk, at_meeting_uid: str) -> None:
    """Keep on record, within the step that is open, that a meeting does not approve minutes."""
    ruling = duties.approval_ruling(desk, at_meeting_uid)
    if ruling is not None:
        rules = Roll(desk, at_meeting_uid).rules
        put_advice(
            desk, meeting_uid=at_meeting_uid, code=SPECIAL_APPROVAL, ruling=ruling, rules=rules,
            followed=False,
        )  # fmt: skip


def _carried(desk: Desk, meeting_uid: str, motion_uid: str) -> bool:
    found = [row for row in motions.list_motions(desk, meeting_uid) if row.uid == motion_uid]
    return bool(found) and found[0].outcome == Outcome.CARRIED


def _approved_line(
    info: council.CouncilInfo, at: meetings.MeetingRow, language: str, corrected: bool
) -> str:
    digits = info.digits if language == "th" else "latn"
    day = calendars.long_date(at.starts_local.date(), language, digits)
    code = "minutes.approved_as_corrected" if corrected else "minutes.approved_line"
    return catalogue.word(code, language, date=day)


def _freeze(
    desk: Desk, meeting_uid: str, language: str, line: str, now: str, *, public: bool
) -> None:
    document = compose_fresh(desk, meeting_uid, language, public=public, approved=line)
    rows.insert(
        desk.conn,
        "frozen_document",
        {
            "uid": desk.ids.new("frozen"),
            "meeting_uid": meeting_uid,
            "kind": "minutes",
            "language": language,
            "public": int(public),
            "content": to_data(document),
            "sha256": fingerprint(document),
            "frozen_at": now,
        },
    )


def _store(
    desk: Desk, meeting_uid: str, at_meeting_uid: str, motion_uid: str | None, now: str
) -> None:
    values = {
        "state": MinutesState.APPROVED,
        "approved_at": now,
        "approved_meeting_uid": at_meeting_uid,
        "approved_motion_uid": motion_uid,
    }
    found = rows.find(desk.conn, "minutes", order="uid", meeting_uid=meeting_uid)
    if found:
        rows.update(desk.conn, "minutes", found[0]["uid"], values)
    else:
        uid = desk.ids.new("minutes")
        rows.insert(desk.conn, "minutes", {"uid": uid, "meeting_uid": meeting_uid, **values})


@dataclass(frozen=True, slots=True)
class Approval:
    """How and when minutes were approved."""

    at: str
    meeting_uid: str
    motion_uid: str | None
    title: Text


def get_approval(desk: Desk, meeting_uid: str) -> Approval | None:
    """Return the approval of a meeting's minutes, None while they are a draft."""
    found = rows.find(desk.conn, "minutes", order="uid", meeting_uid=meeting_uid)
    if not found or found[0]["state"] != MinutesState.APPROVED:
        return None
    row = found[0]
    at = meetings.get_meeting(desk, row["approved_meeting_uid"])
    return Approval(row["approved_at"], at.uid, row["approved_motion_uid"], at.title)

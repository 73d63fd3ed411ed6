"""English minutes, in the order in which American councils publish them (Robert's Rules § 48)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain.document import Box, Paragraph, Signatures, Span, Table
from council.domain.order.motions import REWORDS
from council.domain.vocabulary import (
    ItemKind,
    ItemState,
    MotionKind,
    Outcome,
    Role,
)
from council.services.minutes import attending, closed, points
from council.services.minutes.facts import is_member
from council.services.minutes.sentences import Fact
from council.services.minutes.speaking import said_between, speaking
from council.services.minutes.vote_lines import vote_lines

if TYPE_CHECKING:
    from council.services.minutes.writer import Writer
    from council.services.planning.agenda import ItemRow
    from council.services.session.attendance import RecusalRow, RoomRow
    from council.services.session.motions import MotionRow

_FIXED = (ItemKind.CALL_TO_ORDER, ItemKind.ROLL_CALL, ItemKind.ADJOURNMENT)


def write(pen: Writer) -> None:
    """Write the whole document."""
    _head(pen)
    facts = pen.facts
    opened = facts.of_kind(ItemKind.CALL_TO_ORDER)
    if not opened:
        pen.heading(2, pen.word("minutes.opening"), "opening")
        call_to_order(pen, "opening")
    if not opened and not facts.of_kind(ItemKind.ROLL_CALL):
        pen.heading(2, pen.word("minutes.attendance"), "attendance")
        _attendance(pen, "attendance")
    for item in closed.shown(pen):
        if item.state != ItemState.STRUCK:
            write_item(pen, item)
    loose = facts.motions_on(None)
    if loose:
        pen.heading(2, pen.word("minutes.without_item"), "loose")
        _motions(pen, "loose", loose)
    said_between(pen)
    if not facts.of_kind(ItemKind.ADJOURNMENT):
        pen.heading(2, pen.word("item_kind.adjournment"), "adjournment")
        adjournment(pen, "adjournment")
    _sign(pen)


def _head(pen: Writer) -> None:
    meeting = pen.facts.meeting
    kind = pen.word(f"meeting_kind.{meeting.kind}").lower()
    pen.heading(1, pen.word("minutes.title", kind=kind), "head")
    pen.line(pen.facts.body_name.show(pen.language), "lead")
    place = meeting.venue.show(pen.language)
    when = pen.word(
        "minutes.when", date=pen.day(meeting.starts_local), time=pen.clock(meeting.starts_local)
    )
    number = pen.word("minutes.number", number=pen.meeting_number()) if meeting.number else ""
    pen.line(" · ".join(part for part in (when, place, number) if part), "lead")
    for notice in pen.facts.notices:
        pen.say(
            f"head/notice/{notice.uid}",
            "minutes.notice",
            "small",
            date=Fact(pen.day(notice.posted_at), notice.uid),
            time=Fact(pen.clock(notice.posted_at), notice.uid),
            place=pen.text_fact(notice.place, notice.uid),
        )


def call_to_order(pen: Writer, section: str) -> None:
    """Say who opened the meeting and when."""
    meeting = pen.facts.meeting
    if not meeting.called_to_order_at:
        pen.say(f"{section}/not_opened", "minutes.not_opened")
        return
    time = Fact(pen.clock(meeting.called_to_order_at), meeting.uid)
    opener = attending.opened_by(pen)
    if opener:
        presiding = pen.person(opener)
        pen.say(f"{section}/called", "minutes.called_to_order", presiding=presiding, time=time)
    else:
        pen.say(f"{section}/called", "minutes.called_to_order_by_none", time=time)
    if meeting.secretary_uid:
        secretary = pen.person(meeting.secretary_uid)
        pen.say(f"{section}/secretary", "minutes.secretary", secretary=secretary)


def _attendance(pen: Writer, section: str) -> None:
    members = [row for row in pen.facts.room if is_member(row)]
    guests = others_present(pen)
    if members:
        rows = tuple(_attendance_row(pen, row) for row in members)
        header = tuple(
            pen.word(f"minutes.column.{name}")
            for name in ("member", "seat", "office", "attendance")
        )
        caption = pen.word("minutes.roll_caption")
        pen.blocks.append(Table(header, rows, (5, 5, 3, 6), "llll", caption, f"{section}/roll"))
    quorum_line(pen, section)
    if guests:
        names = pen.people([row.person_uid for row in guests], [row.name for row in guests])
        pen.say(f"{section}/guests", "minutes.guests", names=Fact(names))
    attending.happened(pen, None, section)


def others_present(pen: Writer) -> list[RoomRow]:
    """Return who was there without belonging to the body."""
    return [row for row in pen.facts.room if not is_member(row) and row.state not in attending.AWAY]


def _attendance_row(pen: Writer, row: RoomRow) -> tuple[tuple[Span, ...], ...]:
    person = pen.person(row.person_uid, row.name)
    office = pen.word(f"role.{row.role}") if row.role and row.role != Role.MEMBER else ""
    return (
        (Span(person.words, lang=person.lang, fact=person.uid, whole=True),),
        (pen.span(row.seat_label),),
        (Span(office),),
        (Span(attending.attendance_words(pen, row)),),
    )


def quorum_line(pen: Writer, section: str) -> None:
    """Say how many were there, of how many, and whether that is a quorum."""
    now = pen.facts.quorum
    verdict = now.verdict
    code = {
        True: "minutes.quorum_met",
        False: "minutes.quorum_not_met",
        None: "minutes.quorum_unknown",
    }[verdict.met]
    uid = pen.facts.meeting.uid
    pen.say(
        f"{section}/quorum",
        code,
        present=Fact(pen.number(now.present), uid),
        in_office=Fact(pen.number(now.members_in_office), uid),
        needed=Fact(pen.number(verdict.needed if verdict.needed is not None else "–"), uid),
    )


def write_item(pen: Writer, item: ItemRow) -> None:
    """Write one agenda item with all that happened on it."""
    section = f"item/{item.uid}"
    level = 2 if item.depth == 0 else 3
    if closed.hidden(pen, item):
        title = f"{pen.number(item.number)}  {pen.word('minutes.closed_title')}"
        pen.heading(level, title, section)
        closed.tell_public(pen, item, section)
        return
    number = f"{pen.number(item.number)}  " if item.number else ""
    pen.heading(
        level, (Span(number), pen.span(item.title)) if number else (pen.span(item.title),), section
    )
    if item.closed:
        closed.tell_private(pen, item, section)
    before = len(pen.blocks)
    if item.kind == ItemKind.CALL_TO_ORDER:
        call_to_order(pen, section)
        if not pen.facts.of_kind(ItemKind.ROLL_CALL):  # "Call to order and roll call" is one item
            _attendance(pen, "attendance")
    elif item.kind == ItemKind.ROLL_CALL:
        _attendance(pen, section)
    _happened(pen, item, section)
    if item.kind == ItemKind.ADJOURNMENT:
        adjournment(pen, section)
    has_children = any(other.parent_uid == item.uid for other in pen.facts.items)
    if len(pen.blocks) == before and not has_children:
        reached = item.state != ItemState.WAITING
        pen.say(f"{section}/nothing", "minutes.no_action" if reached else "minutes.not_reached")


def _happened(pen: Writer, item: ItemRow, section: str) -> None:
    if item.kind == ItemKind.NOTICE_OF_MOTION and item.state != ItemState.WAITING:
        notice_of_motion(pen, item, section)
    elif item.presenter and item.state != ItemState.WAITING and item.kind not in _FIXED:
        pen.say(
            f"{section}/presented",
            "minutes.presented",
            presenter=pen.text_fact(item.presenter, item.uid),
        )
    for recusal in pen.facts.recusals:
        if recusal.item_uid == item.uid:
            told_recusal(pen, recusal, section)
    attending.happened(pen, item, section)
    speaking(pen, item.uid, section)
    for note in pen.facts.notes:
        if note.item_uid == item.uid:
            text = pen.text_fact(note.text, note.uid)
            pen.say(f"{section}/note/{note.uid}", "minutes.note", text=text)
    _motions(pen, section, pen.facts.motions_on(item.uid))
    actions(pen, item.uid, section)


def told_recusal(pen: Writer, recusal: RecusalRow, section: str) -> None:
    """Say who took no part in an item, and why where somebody wrote it down."""
    code = "minutes.recused_because" if recusal.reason else "minutes.recused"
    more = {"reason": Fact(recusal.reason, recusal.uid)} if recusal.reason else {}
    person = pen.person(recusal.person_uid)
    pen.say(f"{section}/recusal/{recusal.uid}", code, person=person, **more)


def notice_of_motion(pen: Writer, item: ItemRow, section: str) -> None:
    """Write who gave notice of which motion; minutes hold previous notices (RONR §48:4)."""
    facts: dict[str, Fact] = {}
    if item.presenter:
        facts["presenter"] = pen.text_fact(item.presenter, item.uid)
    if item.proposed_motion:
        facts["text"] = pen.text_fact(item.proposed_motion, item.uid)
    ending = "".join(f"_{name}" for name in facts)
    pen.say(f"{section}/noticed", f"minutes.motion_noticed{ending}", **facts)


def actions(pen: Writer, item_uid: str | None, section: str) -> None:
    """Write the tasks given on an item."""
    for action in pen.facts.actions:
        if action.item_uid != item_uid:
            continue
        owner = pen.person(action.owner_uid, action.owner_name)
        facts = {
            "number": Fact(action.number, action.uid),
            "owner": owner,
            "what": pen.text_fact(action.what, action.uid),
        }
        code = "minutes.action" if owner.words else "minutes.action_nobody"
        if action.due_on:
            facts["due"] = Fact(pen.day(action.due_on), action.uid)
            code += "_due"
        pen.say(f"{section}/action/{action.uid}", code, **facts)


def _motions(pen: Writer, section: str, motions: list[MotionRow]) -> None:
    """Write each question with what hangs on it, then the decision; motions about one later."""
    for motion in motions:
        if points.root(motion, motions) != motion.uid:
            continue
        if motion.kind in points.RAISED:
            _secondary(pen, section, motion)
            continue
        _moved(pen, section, motion)
        points.until(pen, f"{section}/motion/{motion.uid}", motion)
        for other in motions:
            if other is not motion and points.root(other, motions) == motion.uid:
                _secondary(pen, section, other)
        _box(pen, section, motion)
        points.consequence(pen, f"{section}/motion/{motion.uid}", motion)


def _movers(pen: Writer, motion: MotionRow) -> tuple[str, dict[str, Fact]]:
    """Return the ending of the sentence's code and the facts of mover and seconders."""
    facts: dict[str, Fact] = {}
    ending = ""
    if motion.mover_uid:
        facts["mover"] = pen.person(motion.mover_uid, motion.mover_name)
    else:
        ending = "_nobody"
    if motion.seconder_uids and pen.facts.seconder_printed:
        names = pen.people(list(motion.seconder_uids), list(motion.seconder_names))
        facts["seconder"] = Fact(names, motion.seconder_uids[0], True)
        ending += "_seconded"
    return ending, facts


def _moved(pen: Writer, section: str, motion: MotionRow) -> None:
    ending, facts = _movers(pen, motion)
    key = f"{section}/motion/{motion.uid}"
    if points.part(pen, key, motion) or points.brought_back(pen, key, motion, ending, facts):
        return
    if motion.kind == MotionKind.APPEAL:
        points.raised(pen, key, motion, ending, facts)
        return
    if ending == "_nobody":
        return
    facts["number"] = Fact(motion.number or "", motion.uid)
    pen.say(f"{key}/moved", f"minutes.moved{ending}", **facts)


def _secondary(pen: Writer, section: str, motion: MotionRow) -> None:
    ending, facts = _movers(pen, motion)
    key = f"{section}/motion/{motion.uid}"
    if motion.kind in points.TOLD:
        points.raised(pen, key, motion, ending, facts)
        if not points.ruled(pen, key, motion, points.tally(pen, motion)):
            _became(pen, key, motion)
        return
    kind = "amend" if motion.kind == MotionKind.AMEND else "secondary"
    facts["text"] = pen.text_fact(motion.text, motion.uid)
    if kind == "secondary":
        facts["kind"] = Fact(pen.word(f"motion_kind.{motion.kind}"), motion.uid)
        ending += "" if points.is_worded(pen, motion) else "_plain"
    elif motion.edits:
        kind = "amend_edit"
    pen.say(f"{key}/moved", f"minutes.{kind}{ending}", **facts)
    points.until(pen, key, motion)
    _became(pen, key, motion)
    points.without_place(pen, key, motion)


def _became(pen: Writer, key: str, motion: MotionRow) -> None:
    """Say what became of a motion, with the numbers where somebody counted."""
    if not motion.outcome:
        return
    tally = points.tally(pen, motion)
    code = "minutes.secondary_decided" if tally else "minutes.secondary_outcome"
    decided = {"outcome": Fact(pen.word(f"minutes.became.{motion.outcome}"), motion.uid)}
    if tally:
        decided["tally"] = Fact(tally, motion.votes[-1].uid)
    pen.say(f"{key}/decided", code, **decided)


def _box(pen: Writer, section: str, motion: MotionRow) -> None:
    key = f"{section}/motion/{motion.uid}"
    reworded = motion.kind in REWORDS
    amended = motion.final_text and motion.final_text != motion.text and not reworded
    code = "minutes.box_amended" if amended else "minutes.box"
    title = pen.word(code, number=motion.number or "")
    text = motion.text if reworded else motion.final_text or motion.current_text or motion.text
    body = [Paragraph((pen.span(text, fact=motion.uid),), key=f"{key}/text")]
    for vote in motion.votes:
        body.extend(vote_lines(pen, vote, f"{key}/vote/{vote.uid}"))
    outcome = motion.outcome or ""
    chip = points.outcome_words(pen, motion) if outcome else pen.word("minutes.undecided")
    tone = {Outcome.CARRIED: "yes", Outcome.LOST: "no"}.get(outcome, "neutral")  # type: ignore[call-overload]
    pen.blocks.append(Box((Span(title, bold=True),), chip, tone, tuple(body), key))


def adjournment(pen: Writer, section: str) -> None:
    """Say when the meeting ended."""
    meeting = pen.facts.meeting
    if meeting.adjourned_at:
        time = Fact(pen.clock(meeting.adjourned_at), meeting.uid)
        pen.say(f"{section}/adjourned", "minutes.adjourned", time=time)
    else:
        pen.say(f"{section}/adjourned", "minutes.not_adjourned")


def _sign(pen: Writer) -> None:
    meeting = pen.facts.meeting
    places = (
        (
            pen.word("minutes.signed"),
            pen.person(meeting.secretary_uid).words,
            pen.word("role.secretary"),
        ),
        (
            pen.word("minutes.signed"),
            pen.person(meeting.presiding_uid).words,
            pen.word("minutes.presiding"),
        ),
    )
    pen.blocks.append(Signatures(places))

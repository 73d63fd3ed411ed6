"""Thai minutes: รายงานการประชุม, form 11 of the Correspondence Regulation B.E. 2526, clause 25.

The order of the fields and their words are the form's; see documents on the form for what is
custom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain.document import Paragraph, Signatures, Span, Table
from council.domain.order.motions import REWORDS
from council.domain.text import Text
from council.domain.vocabulary import UNCOUNTED, UNOPPOSED, ItemKind, ItemState, MotionKind, Outcome
from council.services.minutes import attending, closed, english, points
from council.services.minutes.facts import is_member
from council.services.minutes.sentences import Fact
from council.services.minutes.speaking import said_between, speaking
from council.services.minutes.vote_lines import vote_history, vote_names

if TYPE_CHECKING:
    from council.services.minutes.writer import Writer
    from council.services.planning.agenda import ItemRow
    from council.services.session.attendance import RoomRow
    from council.services.session.motions import MotionRow
    from council.services.voting.votes import VoteRow


def write(pen: Writer) -> None:
    """Write the whole document in the order of form 11."""
    _head(pen)
    _lists(pen)
    meeting = pen.facts.meeting
    if meeting.called_to_order_at:
        time = Fact(pen.clock(meeting.called_to_order_at), meeting.uid)
        pen.say("opening/time", "minutes.th.opened", "lead", time=time)
        _opening(pen)
    else:
        pen.say("opening/not_opened", "minutes.not_opened")
    for item in closed.shown(pen):
        if item.state != ItemState.STRUCK:
            write_item(pen, item)
    loose = pen.facts.motions_on(None)
    if loose:
        pen.heading(2, pen.word("minutes.without_item"), "loose")
        _motions(pen, "loose", loose)
    said_between(pen)
    if meeting.adjourned_at:
        time = Fact(pen.clock(meeting.adjourned_at), meeting.uid)
        pen.say("closing/time", "minutes.th.closed", "lead", time=time)
    _sign(pen)


def _head(pen: Writer) -> None:
    meeting = pen.facts.meeting
    pen.heading(1, pen.word("minutes.th.title", body=pen.facts.body_name.show("th")), "head")
    if meeting.number:
        pen.line(pen.word("minutes.th.number", number=pen.meeting_number()), "centre")
    time = pen.clock(meeting.starts_local)
    day = pen.day(meeting.starts_local)
    pen.line(pen.word("minutes.th.when", date=day, time=time), "centre")
    if meeting.venue:
        pen.line(pen.word("minutes.th.place", place=meeting.venue.show("th")), "centre")


def _lists(pen: Writer) -> None:
    """Write who came, who did not, and who else was there."""
    members = [row for row in pen.facts.room if is_member(row)]
    came = [row for row in members if row.state not in attending.AWAY]
    missed = [row for row in members if row.state in attending.AWAY]
    guests = english.others_present(pen)
    presiding = attending.opened_by(pen)
    came.sort(key=lambda row: row.person_uid != presiding)
    for name, rows in (("present", came), ("absent", missed), ("others", guests)):
        if not rows and name == "others":
            continue
        pen.heading(2, pen.word(f"minutes.th.{name}"), f"list_{name}")
        if rows:
            table = tuple(_person_row(pen, index, row) for index, row in enumerate(rows, 1))
            empty = ("", "", "", "")
            pen.blocks.append(
                Table(empty, table, (1, 6, 5, 4), "llll", key=f"list_{name}/table", borders=False)
            )
        else:
            pen.line(pen.word("minutes.th.none"), key=f"list_{name}/none")


def _person_row(pen: Writer, index: int, row: RoomRow) -> tuple[tuple[Span, ...], ...]:
    person = pen.person(row.person_uid, row.name)
    office = pen.word(f"role.{row.role}") if row.role else ""
    if row.state in attending.AWAY:
        away = attending.away_word(pen, row)
        remark = (row.reason or away) if not pen.public else away
    else:
        words = attending.attendance_words(pen, row)
        told = "" if words == pen.word("presence.present") else words
        remark = " ".join(filter(None, (attending.presided_words(pen, row.person_uid), told)))
    return (
        (Span(pen.number(f"{index}.")),),
        (Span(person.words, lang=person.lang, fact=person.uid, whole=True),),
        (Span(office),),
        (Span(remark),),
    )


def _opening(pen: Writer) -> None:
    now = pen.facts.quorum
    code = {
        True: "minutes.th.quorum_met",
        False: "minutes.th.quorum_not_met",
        None: "minutes.th.quorum_unknown",
    }[now.verdict.met]
    uid = pen.facts.meeting.uid
    pen.say(
        "opening/quorum",
        code,
        present=Fact(pen.number(now.present), uid),
        in_office=Fact(pen.number(now.members_in_office), uid),
    )
    attending.happened(pen, None, "opening")


def write_item(pen: Writer, item: ItemRow) -> None:
    """Write one agenda item with all that happened on it."""
    section, hidden = f"item/{item.uid}", closed.hidden(pen, item)
    title = Text.of(pen.word("minutes.closed_title"), "th") if hidden else item.title
    number = pen.number(item.number or "")
    if item.depth == 0:
        pen.heading(
            2, (Span(pen.word("minutes.th.item", number=number) + "  "), pen.span(title)), section
        )
    else:
        pen.heading(3, (Span(f"{number}  "), pen.span(title)), section)
    if hidden:
        closed.tell_public(pen, item, section)
        return
    if item.closed:
        closed.tell_private(pen, item, section)
    before = len(pen.blocks)
    _happened(pen, item, section)
    has_children = any(other.parent_uid == item.uid for other in pen.facts.items)
    if len(pen.blocks) == before and not has_children:
        fixed = (ItemKind.CALL_TO_ORDER, ItemKind.ROLL_CALL, ItemKind.ADJOURNMENT)
        code = "minutes.th.done" if item.kind in fixed else "minutes.th.none"
        pen.say(f"{section}/nothing", code)


def _happened(pen: Writer, item: ItemRow, section: str) -> None:
    if item.kind == ItemKind.NOTICE_OF_MOTION and item.state != ItemState.WAITING:
        english.notice_of_motion(pen, item, section)
    elif item.presenter and item.state != ItemState.WAITING:
        fact = pen.text_fact(item.presenter, item.uid)
        pen.say(f"{section}/presented", "minutes.presented", presenter=fact)
    for recusal in pen.facts.recusals:
        if recusal.item_uid == item.uid:
            english.told_recusal(pen, recusal, section)
    attending.happened(pen, item, section)
    speaking(pen, item.uid, section)
    for note in pen.facts.notes:
        if note.item_uid == item.uid:
            text = pen.text_fact(note.text, note.uid)
            pen.say(f"{section}/note/{note.uid}", "minutes.note", text=text)
    _motions(pen, section, pen.facts.motions_on(item.uid))
    english.actions(pen, item.uid, section)


def _motions(pen: Writer, section: str, motions: list[MotionRow]) -> None:
    for motion in points.in_order(motions):
        key = f"{section}/motion/{motion.uid}"
        points.part(pen, key, motion)
        _moved(pen, key, motion)
        points.until(pen, key, motion, "indent")
        for vote in motion.votes:
            _counts(pen, key, vote)
            _history(pen, key, vote)
        if motion.outcome and not points.ruled(pen, key, motion, style="resolution"):
            _resolution(pen, key, motion)
        points.without_place(pen, key, motion, "indent")
        points.consequence(pen, key, motion, "indent")


def _moved(pen: Writer, key: str, motion: MotionRow) -> None:
    ending = ""
    facts = {"text": pen.text_fact(motion.text, motion.uid)}
    if motion.mover_uid:
        facts["mover"] = pen.person(motion.mover_uid, motion.mover_name)
        ending += "_moved"
    if motion.seconder_uids and pen.facts.seconder_printed:
        names = pen.people(list(motion.seconder_uids), list(motion.seconder_names))
        facts["seconder"] = Fact(names, motion.seconder_uids[0], True)
        ending += "_seconded"
    if motion.number:
        facts["number"] = Fact(motion.number, motion.uid)
    plain = motion.kind == MotionKind.MAIN or not points.is_worded(pen, motion)
    kind = "motion" if plain else "secondary"
    if motion.about is not None:
        kind = "about"
        facts["about"] = points.about(pen, motion)
        facts["kind"] = Fact(pen.word(f"motion_kind.{motion.kind}"), motion.uid)
        if points.is_secret(pen, motion):
            facts["text"] = Fact(pen.word("minutes.closed_title"), motion.about.uid)
        elif plain:
            facts["text"] = pen.text_fact(motion.about.text, motion.about.uid)
    if kind == "secondary":
        facts["kind"] = Fact(pen.word(f"motion_kind.{motion.kind}"), motion.uid)
    pen.say(f"{key}/text", f"minutes.th.{kind}_text", **facts)
    if ending:
        pen.say(f"{key}/people", f"minutes.th.people{ending}", "indent", **facts)


def _counts(pen: Writer, key: str, vote: VoteRow) -> None:
    if vote.counts is None or vote.method in UNCOUNTED:
        return
    facts = {
        name: Fact(pen.number(getattr(vote.counts, name)), vote.uid)
        for name in ("yes", "no", "abstain")
    }
    pen.say(f"{key}/vote/{vote.uid}/numbers", "minutes.th.counts", "indent", **facts)
    if vote.quorum_met is False:
        pen.say(f"{key}/vote/{vote.uid}/quorum", "minutes.without_quorum", "indent")
    for line in vote_names(pen, vote, f"{key}/vote/{vote.uid}"):
        pen.blocks.append(Paragraph(line.spans, "indent", line.key))


def _history(pen: Writer, key: str, vote: VoteRow) -> None:
    for line in vote_history(pen, vote, f"{key}/vote/{vote.uid}"):
        pen.blocks.append(Paragraph(line.spans, "indent", line.key))


def _resolution(pen: Writer, key: str, motion: MotionRow) -> None:
    """Write มติที่ประชุม with the word that fits.

    Unanimous, by majority, by no objection, lost …
    """
    vote = motion.votes[-1] if motion.votes else None
    code = f"minutes.th.resolved.{motion.outcome}"
    facts: dict[str, Fact] = {}
    if motion.outcome == Outcome.CARRIED and vote is not None:
        if vote.method in UNOPPOSED:
            code = f"minutes.th.resolved.{vote.method}"
        elif vote.counts is not None and vote.counts.no == 0 and vote.counts.abstain == 0:
            code = "minutes.th.resolved.unanimous"
        elif vote.counts is not None:
            code = "minutes.th.resolved.majority"
            facts = {
                "yes": Fact(pen.number(vote.counts.yes), vote.uid),
                "no": Fact(pen.number(vote.counts.no), vote.uid),
            }
    pen.say(f"{key}/resolved", code, "resolution", **facts)
    changed = motion.final_text and motion.final_text != motion.text
    changed = changed and motion.kind not in REWORDS - {MotionKind.AMEND}
    if changed and motion.outcome == Outcome.CARRIED:
        text = pen.text_fact(motion.final_text, motion.uid)
        pen.say(f"{key}/final", "minutes.th.as_amended", "indent", text=text)


def _sign(pen: Writer) -> None:
    meeting = pen.facts.meeting
    secretary = pen.person(meeting.secretary_uid).words
    checker = pen.person(meeting.presiding_uid).words
    blank = "." * 40
    places = tuple(
        (pen.word("minutes.th.signed"), f"({name or blank})", pen.word(f"minutes.th.{office}"))
        for name, office in ((secretary, "taker"), (checker, "checker"))
    )
    pen.blocks.append(Signatures(places))

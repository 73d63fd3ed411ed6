"""The notice of a meeting for the board and the website, in English and in Thai."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council import catalogue
from council.domain.document import Document, Labelled, Listing, Paragraph, Span
from council.domain.duties.duty_rules import PublicComment
from council.domain.vocabulary import ItemKind, ItemState, MeetingState
from council.services.council import get_rules
from council.services.duties import duty_facts
from council.services.duties.agenda_duties import comment_duties
from council.services.minutes.agendas import shown_items, shown_title
from council.services.minutes.compose import finish, new_pen
from council.services.minutes.facts import gather
from council.services.minutes.sentences import Fact, fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.domain.text import Text
    from council.services.desk import Desk
    from council.services.meetings import NoticeRow
    from council.services.minutes.facts import MeetingFacts
    from council.services.minutes.writer import Writer

    Line = tuple[str, tuple[Span, ...]]


def notice_document(
    desk: Desk, meeting_uid: str, language: str, *, public: bool = True
) -> Document:
    """Return the notice of a meeting in a language.

    It is a draft until a posting is on record; that of a cancelled meeting says so and why. What
    the council has not said yet is left as a blank to fill in.
    """
    facts = gather(desk, meeting_uid)
    pen = new_pen(facts, language, public)
    kind = pen.word(f"meeting_kind.{facts.meeting.kind}")
    kind = kind if language == "th" else kind.lower()
    state = notice_state(facts)
    ending = "_cancelled" if state == "cancelled" else ""
    pen.heading(1, pen.word(f"notice_paper.title{ending}", kind=kind), "head")
    pen.line(facts.body_name.show(language), "centre" if language == "th" else "lead")
    if state == "cancelled":
        _write_cancelled(pen)
    else:
        _write_meeting(pen)
        _write_items(pen)
        _section(pen, "comment", [*_comment_items(pen), *_comment_rules(desk, pen)])
        _section(pen, "help", [_accommodation(pen)])
    _write_postings(pen)
    stamp = pen.word(f"notice_paper.{state}_stamp") if state else ""
    day = pen.day(facts.meeting.starts_local)
    body = facts.body_name.show(language)
    title = pen.word("notice_paper.meta_title", kind=kind, body=body, date=day)
    return finish(pen, "notice", title, tuple(pen.blocks), stamp)


def notice_state(facts: MeetingFacts) -> str:
    """Return ``cancelled``, ``draft`` as long as nothing was posted, else an empty string."""
    if facts.meeting.state == MeetingState.CANCELLED:
        return "cancelled"
    return "" if facts.notices else "draft"


def _write_cancelled(pen: Writer) -> None:
    words = (Span(pen.word("notice_paper.not_held"), bold=True),)
    pen.blocks.append(Paragraph(words, "resolution", "cancelled"))
    reason = pen.facts.meeting.cancel_reason
    if reason:
        why = fill(
            catalogue.template("notice_paper.why", pen.language), {"reason": pen.text_fact(reason)}
        )
        pen.blocks.append(Paragraph(why, "resolution", "reason"))
    pen.blocks.append(Labelled(tuple(_when_and_where(pen)), "meeting", strong=True))


def _write_meeting(pen: Writer) -> None:
    meeting, info = pen.facts.meeting, pen.facts.council
    lines = [*_when_and_where(pen)]
    if meeting.remote:
        lines.append((pen.word("notice_paper.remote"), (pen.span(meeting.remote),)))
    contact = " · ".join(part for part in (info.contact.show(pen.language), info.phone) if part)
    if contact:
        lines.append((pen.word("notice_paper.contact"), (Span(contact),)))
    pen.blocks.append(Labelled(tuple(lines), "meeting", strong=True))


def _when_and_where(pen: Writer) -> Iterator[Line]:
    meeting = pen.facts.meeting
    if meeting.title:
        yield pen.word("notice_paper.matter"), (pen.span(meeting.title),)
    if meeting.number:
        yield pen.word("notice_paper.number"), (Span(pen.meeting_number()),)
    day, time = pen.day(meeting.starts_local), pen.clock(meeting.starts_local)
    yield (
        pen.word("notice_paper.when"),
        (Span(pen.word("notice_paper.date_time", date=day, time=time)),),
    )
    yield pen.word("notice_paper.where"), (span_or_blank(pen, meeting.venue),)


def span_or_blank(pen: Writer, text: Text) -> Span:
    """Return words, or a blank to fill in where there are none."""
    return pen.span(text) if text else Span(pen.word("document.blank"))


def _write_items(pen: Writer) -> None:
    pen.heading(2, pen.word("notice_paper.items"), "items")
    items = [item for item in shown_items(pen) if item.state != ItemState.STRUCK]
    if not items:
        pen.line(pen.word("agenda.empty"))
        return
    titles = tuple((shown_title(pen, item),) for item in items)
    labels = tuple(pen.number(item.number or "") for item in items)
    pen.blocks.append(Listing(titles, labels, "items/list"))


def _section(pen: Writer, name: str, lines: list[str]) -> None:
    """Write a heading and its sentences, nothing where nobody has anything to say."""
    if lines:
        pen.heading(2, pen.word(f"notice_paper.{name}"), name)
    for place, line in enumerate(lines):
        pen.line(line, "body", f"{name}/{place}")


def _comment_items(pen: Writer) -> Iterator[str]:
    codes = {ItemKind.PUBLIC_COMMENT: "comment_item", ItemKind.HEARING: "comment_hearing"}
    for item in shown_items(pen):
        code = codes.get(item.kind)
        if code is None or item.closed or item.state == ItemState.STRUCK:
            continue
        timed = "_minutes" if item.minutes and item.kind == ItemKind.PUBLIC_COMMENT else ""
        yield pen.word(
            f"notice_paper.{code}{timed}",
            number=pen.number(item.number or ""),
            title=item.title.show(pen.language),
            minutes=pen.number(item.minutes or ""),
        )


def _comment_rules(desk: Desk, pen: Writer) -> Iterator[str]:
    """Yield what the rules of the meeting's day give the public."""
    meeting = pen.facts.meeting
    rules = get_rules(desk, meeting.starts_local.date())
    rule = duty_facts.known(rules, f"public_comment.{meeting.kind}")
    if rule is not None and isinstance(rule.value, PublicComment):
        if rule.value.general and not pen.facts.of_kind(ItemKind.PUBLIC_COMMENT):
            yield pen.word("notice_paper.comment_general")
        if rule.value.items:
            yield pen.word("notice_paper.comment_each")
    for ruling in comment_duties(desk, meeting.uid):
        if ruling.message.code in ("comment.translator", "comment.name_optional"):
            yield catalogue.say(ruling.message, pen.language, digits=pen.digits)


def _accommodation(pen: Writer) -> str:
    said = pen.facts.council.accommodation.show(pen.language)
    return said or pen.word("notice_paper.accommodation")


def _write_postings(pen: Writer) -> None:
    """Write where, when and by whom it was posted; a blank to fill in as long as nobody did.

    What was posted before a meeting was cancelled is no posting of its cancellation.
    """
    off = pen.facts.meeting.state == MeetingState.CANCELLED
    postings = () if off else pen.facts.notices
    for notice in postings:
        spans = fill(_posting(pen, notice), _posting_facts(pen, notice))
        pen.blocks.append(Paragraph(spans, "small", f"posting/{notice.uid}"))
    if not postings:
        blank = pen.word("document.blank_short")
        pen.line(pen.word("notice_paper.posted_blank", blank=blank), "body", "posting/blank")


def _posting(pen: Writer, notice: NoticeRow) -> str:
    code = "notice_paper.posted_by" if notice.posted_by else "notice_paper.posted"
    return catalogue.template(code, pen.language)


def _posting_facts(pen: Writer, notice: NoticeRow) -> dict[str, Fact]:
    return {
        "date": Fact(pen.day(notice.posted_at.date())),
        "time": Fact(pen.clock(notice.posted_at)),
        "place": pen.text_fact(notice.place, notice.uid),
        "by": Fact(notice.posted_by, notice.uid, name=True),
    }

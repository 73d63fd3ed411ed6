"""Letters of invitation: หนังสือเชิญประชุม in the official order, and the same in English.

The order is that of form 1 of the Correspondence Regulation B.E. 2526: number, sender and address,
day, subject, addressee, reference, enclosures, text, closing words, signature, contact. A community
council writes under its own letterhead; the garuda is for offices of the state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from council import catalogue
from council.domain.document import Document, Labelled, LetterEnd, LetterTop, Paragraph, Span
from council.domain.vocabulary import ItemState, MeetingState, Role
from council.services.members import bodies
from council.services.minutes.compose import finish, letterhead, new_pen
from council.services.minutes.facts import gather
from council.services.minutes.sentences import Fact, fill

if TYPE_CHECKING:
    from council.services.desk import Desk
    from council.services.members.bodies import MembershipRow
    from council.services.minutes.writer import Writer

    Line = tuple[str, tuple[Span, ...]]

_SIGNERS = (Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY)


def invitation_document(
    desk: Desk, meeting_uid: str, language: str, *, each: bool = False, public: bool = True
) -> Document:
    """Return the letter that invites to a meeting, or tells that it is cancelled.

    One letter to all members, or with ``each`` one to every member in office that day, each on a
    page of its own. What the council has not said is left as a blank to fill in.
    """
    pen = new_pen(gather(desk, meeting_uid), language, public)
    meeting = pen.facts.meeting
    members = _members(desk, meeting.body_uid, pen)
    signer = _signer(members)
    for member in members if each else [None]:
        _Letter(pen, member, signer).write()
    if not pen.blocks:
        _Letter(pen, None, signer).write()
    kind = pen.word(f"meeting_kind.{meeting.kind}")
    title = pen.word(
        "letter.meta_cancelled" if _is_off(pen) else "letter.meta_title",
        kind=kind if language == "th" else kind.lower(),
        body=pen.facts.body_name.show(language),
        date=pen.day(meeting.starts_local),
    )
    return finish(pen, "invitation", title, tuple(pen.blocks), "", head=_head(pen)[:1])


def _head(pen: Writer) -> tuple[str, ...]:
    """Return the lines of the letterhead: the name, which heads a letter, then the address."""
    return letterhead(pen.facts.council, pen.language)


def _is_off(pen: Writer) -> bool:
    return pen.facts.meeting.state == MeetingState.CANCELLED


def _members(desk: Desk, body_uid: str, pen: Writer) -> list[MembershipRow]:
    """Return who is invited: everybody in office that day, once each, but no observers."""
    day = pen.facts.meeting.starts_local.date()
    found = bodies.list_memberships(desk, body_uid=body_uid, on=day)
    return list({one.person_uid: one for one in found if one.role != Role.OBSERVER}.values())


def _signer(members: list[MembershipRow]) -> MembershipRow | None:
    """Return who signs: the chair, else the vice chair, else the secretary."""
    by_role = {one.role: one for one in members}
    return next((by_role[role] for role in _SIGNERS if role in by_role), None)


class _Letter:
    """Writes one letter with a pen."""

    def __init__(self, pen: Writer, to: MembershipRow | None, signer: MembershipRow | None) -> None:
        self.pen, self.to, self.signer = pen, to, signer
        self.key = f"letter/{to.person_uid if to else 'all'}"

    def write(self) -> None:
        """Write the whole letter."""
        self._top()
        self._lines()
        if self.pen.language != "th":
            facts = {"name": self._addressee("members")}
            self._say("letter.dear", "body", facts)
        self._text()
        self._end()

    # ---------------------------------------------------------------- head

    def _top(self) -> None:
        pen, meeting = self.pen, self.pen.facts.meeting
        blank = pen.word("document.blank")
        # A letter of cancellation has a number of its own, which nobody has given yet.
        number = "" if _is_off(pen) else meeting.letter_number
        outline = pen.word(
            "letter.outline", subject=self._subject(), to=self._addressee("everybody").words
        )
        pen.blocks.append(
            LetterTop(
                fill(
                    catalogue.template("letter.ref", pen.language),
                    {"number": Fact(number or blank)},
                ),
                self._sender(),
                self._day() or blank,
                outline,
                self.key,
            )
        )

    def _sender(self) -> tuple[str, ...]:
        """Return the body and the address; what stands in the letterhead is not said twice."""
        pen = self.pen
        head = _head(pen)
        body, place = pen.facts.body_name.show(pen.language), pen.facts.council.place
        address = head[1:] or ((place.show(pen.language),) if place else ())
        return address if body == head[0] else (body, *address)

    def _day(self) -> str:
        """Return the day of the first posting, on which the letters went out."""
        notices = self.pen.facts.notices
        if not notices or _is_off(self.pen):
            return ""
        return self.pen.day(notices[0].posted_at.date())

    def _lines(self) -> None:
        pen = self.pen
        to = self._addressee("everybody")
        name = Span(to.words, lang=to.lang, fact=to.uid, whole=to.name)
        lines: list[Line] = [
            (pen.word("letter.about"), (Span(self._subject()),)),
            (pen.word("letter.to"), (name,)),
        ]
        earlier = pen.facts.meeting.letter_number
        if _is_off(pen) and earlier:
            words = pen.word("letter.earlier", number=earlier)
            lines.append((pen.word("letter.refers"), (Span(words),)))
        if not _is_off(pen):
            lines.append((pen.word("letter.enclosed"), (Span("\n".join(self._enclosed())),)))
        pen.blocks.append(Labelled(tuple(lines), f"{self.key}/lines"))

    def _subject(self) -> str:
        pen = self.pen
        code = "letter.subject_off" if _is_off(pen) else "letter.subject"
        ending = "_number" if pen.facts.meeting.number else ""
        body = pen.facts.body_name.show(pen.language)
        return pen.word(f"{code}{ending}", body=body, number=pen.meeting_number())

    def _addressee(self, everybody: str) -> Fact:
        if self.to is None:
            return Fact(self.pen.word(f"letter.{everybody}"))
        return _name(self.pen, self.to)

    def _enclosed(self) -> list[str]:
        """Return what comes with the letter: those it invites get the papers for members too."""
        pen = self.pen
        made = [pen.word("letter.agenda", count=pen.number(1))]
        alive = (item for item in pen.facts.items if item.state != ItemState.STRUCK)
        papers = sum(len(item.attachments) for item in alive)
        if papers:
            made.append(pen.word("letter.papers", count=pen.number(papers)))
        if len(made) == 1:
            return made
        return [
            pen.word("letter.listed", place=pen.number(place), what=what)
            for place, what in enumerate(made, start=1)
        ]

    # ---------------------------------------------------------------- text

    def _text(self) -> None:
        pen, meeting = self.pen, self.pen.facts.meeting
        blank = Fact(pen.word("document.blank"))
        kind = pen.word(f"meeting_kind.{meeting.kind}")
        facts = {
            "body": pen.text_fact(pen.facts.body_name),
            "kind": Fact(kind if pen.language == "th" else kind.lower()),
            "number": Fact(pen.meeting_number()),
            "date": Fact(pen.day(meeting.starts_local)),
            "time": Fact(pen.clock(meeting.starts_local)),
            "place": pen.text_fact(meeting.venue) if meeting.venue else blank,
            "reason": pen.text_fact(meeting.cancel_reason) if meeting.cancel_reason else blank,
        }
        code = "letter.off" if _is_off(pen) else "letter.body"
        self._say(f"{code}_number" if meeting.number else code, "letter", facts)
        if meeting.remote and not _is_off(pen):
            self._say("letter.remote", "letter", {"how": pen.text_fact(meeting.remote)})
        self._say("letter.off_please" if _is_off(pen) else "letter.please", "letter", {})

    def _say(self, code: str, style: str, facts: dict[str, Fact]) -> None:
        spans = fill(catalogue.template(code, self.pen.language), facts)
        self.pen.blocks.append(Paragraph(spans, style, f"{self.key}/{code}", code))  # type: ignore[arg-type]

    # ---------------------------------------------------------------- end

    def _end(self) -> None:
        pen, info = self.pen, self.pen.facts.council
        blank = pen.word("document.blank")
        name, office = Fact(blank), blank
        if self.signer is not None:
            name = _name(pen, self.signer)
            role = pen.word(f"role.{self.signer.role}")
            office = pen.word(
                "letter.office", role=role, body=pen.facts.body_name.show(pen.language)
            )
        unit = info.contact.show(pen.language)
        pen.blocks.append(
            LetterEnd(
                pen.word("letter.closing"),
                fill(catalogue.template("letter.signed", pen.language), {"name": name}),
                office,
                (
                    pen.word("letter.unit" if unit else "letter.unit_blank", unit=unit or blank),
                    pen.word("letter.phone", phone=info.phone or blank),
                ),
                f"{self.key}/end",
            )
        )


def _name(pen: Writer, member: MembershipRow) -> Fact:
    """Return a member's name; Thai puts the title of address before it, unspaced."""
    words, language = member.person_name.best(pen.language)
    if language == "th":
        words = member.honorific.get("th") + words
    return Fact(words, member.person_uid, True, "" if language == pen.language else language)

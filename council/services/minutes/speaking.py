"""What the minutes tell of those who spoke: residents, written comments, members in debate."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from council.services.minutes.sentences import Fact
from council.services.session.notes import STANCES
from council.services.session.speakers import SpeakerKind

if TYPE_CHECKING:
    from council.services.minutes.writer import Writer
    from council.services.session.notes import CommentRow
    from council.services.session.speakers import SpeakerRow


def said_between(pen: Writer) -> None:
    """Write what was said while no item was before the meeting."""
    if any(one.item_uid is None for one in pen.facts.comments):
        pen.heading(2, pen.word("minutes.said_between"), "said")
        speaking(pen, None, "said")


def speaking(pen: Writer, item_uid: str | None, section: str) -> None:
    """Write who spoke on an item, what residents said, and how many wrote."""
    _debaters(pen, item_uid, section)
    here = [one for one in pen.facts.comments if one.item_uid == item_uid]
    for comment in here:
        if comment.written is None:
            _comment(pen, comment, section)
    _written(pen, [one for one in here if one.written], section)


def _comment(pen: Writer, comment: CommentRow, section: str) -> None:
    """Write what a resident said and on which side; a name only where it may be printed."""
    named = bool(comment.speaker) and comment.may_print_name
    who = pen.person(None, comment.speaker) if named else Fact(pen.word("minutes.a_resident"))
    facts = {"speaker": replace(who, uid=comment.uid)}
    if comment.summary:
        facts["summary"] = pen.text_fact(comment.summary, comment.uid)
    code = "minutes.comment" if comment.summary else "minutes.spoke"
    side = f"_{comment.stance}" if comment.stance in ("for", "against") else ""
    pen.say(f"{section}/comment/{comment.uid}", code + side, **facts)


def _written(pen: Writer, found: list[CommentRow], section: str) -> None:
    counts = {
        stance: sum(one.written or 0 for one in found if (one.stance or "neutral") == stance)
        for stance in STANCES
    }
    told = {stance: count for stance, count in counts.items() if count}
    if not told:
        return
    key, total, uid = f"{section}/written", sum(told.values()), found[0].uid
    count = Fact(pen.number(total), uid)
    if len(told) > 1:
        parts = [
            pen.word(f"minutes.written_part_{stance}", count=pen.number(number))
            for stance, number in told.items()
        ]
        pen.say(key, "minutes.written_many", count=count, parts=Fact(", ".join(parts), uid))
        return
    stance = Fact(pen.word(f"minutes.written_{next(iter(told))}"), uid)
    if total == 1:
        pen.say(key, "minutes.written_one", stance=stance)
    else:
        pen.say(key, "minutes.written_of_one", count=count, stance=stance)


def _debaters(pen: Writer, item_uid: str | None, section: str) -> None:
    """Write who spoke in debate, where the rules want them named; a point of order is no debate.

    Residents are told of by their comments; a guest is named only if they agreed.
    """
    if not pen.facts.speakers_printed:
        return
    once: dict[tuple[str, object], SpeakerRow] = {}
    for one in pen.facts.speakers:
        if one.item_uid == item_uid and one.turns and not one.priority and _may_be_named(one):
            once.setdefault(one.who, one)
    ordered = sorted(once.values(), key=lambda one: one.turns[0].from_at)
    if ordered:
        names = pen.people([one.person_uid for one in ordered], [one.name for one in ordered])
        pen.say(f"{section}/speakers", "minutes.speakers", names=Fact(names, ordered[0].uid))


def _may_be_named(one: SpeakerRow) -> bool:
    if one.kind is SpeakerKind.MEMBER:
        return True
    return one.kind is SpeakerKind.GUEST and one.may_print_name and bool(one.name)

"""Sentences about motions that are not plain ones: raised points, demands, motions that bring back.

Points of order and appeals go into the minutes with the chair's ruling and its reasons (RONR §48).
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from council import catalogue
from council.domain import calendars
from council.domain.order.motions import ABOUT_DECIDED, BRING_BEFORE, DEMANDS, REWORDS, RULED
from council.domain.vocabulary import UNOPPOSED, MotionKind, Outcome
from council.services.minutes.sentences import Fact
from council.services.session.motions import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.services.minutes.writer import Writer
    from council.services.session.motions import MotionRow

RAISED = RULED | DEMANDS | {MotionKind.WITHDRAW, MotionKind.OBJECT_TO_CONSIDERATION}
"""Kinds told in sentences alone: who raised what, and what the chair or the meeting said to it."""

TOLD = RAISED | {MotionKind.APPEAL}
"""Kinds whose outcome has words of its own: a ruling is upheld, leave is given."""


def raised(pen: Writer, key: str, motion: MotionRow, ending: str, facts: dict[str, Fact]) -> None:
    """Say who raised a point, made a demand or appealed; ``ending`` tells whether nobody knows."""
    facts = {**facts, "act": Fact(pen.word(f"minutes.act.{motion.kind}"), motion.uid)}
    code = "minutes.acted" + ("_nobody" if ending.startswith("_nobody") else "")
    facts.pop("seconder", None)
    if is_worded(pen, motion):
        facts["text"] = pen.text_fact(motion.text, motion.uid)
    else:
        code += "_plain"
    pen.say(f"{key}/moved", code, **facts)


def is_worded(pen: Writer, motion: MotionRow) -> bool:
    """Tell whether a motion has words of its own, not only the name of its kind."""
    return motion.text.best(pen.language)[0] != pen.word(f"motion_kind.{motion.kind}")


def ruled(pen: Writer, key: str, motion: MotionRow, tally: str = "", style: str = "body") -> bool:
    """Say what the chair or the meeting said to it; False where it has no words of its own."""
    code = f"minutes.ruling.{motion.kind}_{motion.outcome}"
    if motion.kind in DEMANDS and motion.outcome == Outcome.CARRIED:
        return True
    if motion.kind not in TOLD or not catalogue.has(code):
        return False
    facts = {"ruling": Fact(pen.word(code), motion.uid)}
    said = "minutes.ruled" if motion.kind in RULED else "minutes.decided_so"
    if motion.ruling:
        facts["reasons"] = pen.text_fact(motion.ruling, motion.uid)
        said += "_because"
    elif tally:
        facts["tally"] = Fact(tally, motion.votes[-1].uid)
        said += "_tally"
    pen.say(f"{key}/decided", said, style, **facts)
    return True


def brought_back(
    pen: Writer, key: str, motion: MotionRow, ending: str, facts: dict[str, Fact]
) -> bool:
    """Say which decision a motion would bring back or change; False when it is about none."""
    if motion.kind not in ABOUT_DECIDED or motion.about is None:
        return False
    facts = {
        **facts,
        "act": Fact(pen.word(f"minutes.act.{motion.kind}"), motion.uid),
        "about": about(pen, motion),
    }
    if is_secret(pen, motion):
        pen.say(f"{key}/moved", f"minutes.about_closed{ending}", **facts)
        return True
    facts["old"] = pen.text_fact(motion.about.text, motion.about.uid)
    pen.say(f"{key}/moved", f"minutes.about{ending}", **facts)
    return True


def is_secret(pen: Writer, motion: MotionRow) -> bool:
    """Tell whether a motion is about a decision whose words the public is not told."""
    about = motion.about
    return pen.public and about is not None and about.item_uid in pen.facts.closed


def about(pen: Writer, motion: MotionRow) -> Fact:
    """Name the decision that a motion is about, such as "motion 2026-14"."""
    if motion.about is None:
        return Fact("")
    named = label(motion.about.number, motion.about.kind)
    return Fact(catalogue.say(named, pen.language, digits=pen.digits), motion.about.uid)


def part(pen: Writer, key: str, motion: MotionRow, style: str = "body") -> bool:
    """Say which part of a divided question a motion is; False for one that is none."""
    if motion.part is None or motion.whole is None:
        return False
    place, count = motion.part
    pen.say(
        f"{key}/moved", "minutes.part", style,
        place=Fact(pen.number(place), motion.uid), count=Fact(pen.number(count), motion.uid),
        whole=Fact(pen.number(motion.whole.number or ""), motion.whole.uid),
        number=Fact(pen.number(motion.number or ""), motion.uid),
    )  # fmt: skip
    return True


def without_place(pen: Writer, key: str, motion: MotionRow, style: str = "body") -> None:
    """Say of a carried amendment which of its words had no place in the text."""
    if motion.outcome != Outcome.CARRIED or motion.kind not in REWORDS:
        return
    for number, (_edit, why) in enumerate(motion.failed, start=1):
        facts = {"words": Fact(why.words, motion.uid)}
        pen.say(f"{key}/failed/{number}", "minutes.amendment_failed", style, **facts)


def in_order(motions: Sequence[MotionRow]) -> list[MotionRow]:
    """Return motions with each part of a divided question before what hangs on it."""
    if not any(motion.part for motion in motions):
        return list(motions)
    roots = [root(motion, motions) for motion in motions]
    first = {uid: roots.index(uid) for uid in roots}
    order = sorted(range(len(motions)), key=lambda place: (first[roots[place]], place))
    return [motions[place] for place in order]


def root(motion: MotionRow, motions: Sequence[MotionRow]) -> str:
    """Return the motion under which this one is told; a part and one about a decision by itself."""
    by_uid = {other.uid: other for other in motions}
    seen: set[str] = set()
    while motion.parent_uid in by_uid and motion.uid not in seen:
        if motion.kind in ABOUT_DECIDED or motion.kind == MotionKind.MAIN:
            break
        seen.add(motion.uid)
        motion = by_uid[motion.parent_uid]
    return motion.uid


def consequence(pen: Writer, key: str, motion: MotionRow, style: str = "body") -> None:
    """Say what a carried motion did to the decision it is about."""
    if motion.about is None or motion.outcome != Outcome.CARRIED:
        return
    again = motion.kind in BRING_BEFORE and motion.about.meeting_uid == motion.meeting_uid
    code = f"minutes.then.{'again' if again else motion.kind}"
    facts = {"about": about(pen, motion)}
    if motion.kind in REWORDS and motion.final_text and not is_secret(pen, motion):
        facts["text"] = pen.text_fact(motion.final_text, motion.uid)
        code += "_text"
    pen.say(f"{key}/then", code, style, **facts)


def until(pen: Writer, key: str, motion: MotionRow, style: str = "body") -> None:
    """Say to when a motion would postpone, recess, limit or meet again, as it was written down.

    Of a motion to limit debate, also how long each may speak.
    """
    if motion.speech_seconds:
        minutes, seconds = divmod(motion.speech_seconds, 60)
        time = Fact(pen.number(f"{minutes}:{seconds:02}"), motion.uid)
        pen.say(f"{key}/speech", "minutes.speech_limit", style, time=time)
    if not motion.until:
        return
    words = motion.until
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        pass
    else:
        words = pen.day(moment.date())
        if "T" in motion.until:
            words = calendars.long_datetime(moment, pen.language, pen.digits)
    pen.say(f"{key}/until", "minutes.until", style, until=Fact(words, motion.uid))


def outcome_words(pen: Writer, motion: MotionRow) -> str:
    """Return the word of an outcome; an appeal upholds or overturns a ruling."""
    if motion.kind == MotionKind.APPEAL and motion.outcome in (Outcome.CARRIED, Outcome.LOST):
        return pen.word(f"minutes.ruling.appeal_chip_{motion.outcome}")
    return pen.word(f"outcome.{motion.outcome}")


def tally(pen: Writer, motion: MotionRow) -> str:
    """Return ``10–2–0`` (yes, no, abstaining) of the last vote, nothing where nobody counted."""
    vote = motion.vote
    if vote is None or vote.counts is None or vote.method in UNOPPOSED:
        return ""
    numbers = (vote.counts.yes, vote.counts.no, vote.counts.abstain)
    return "–".join(pen.number(number) for number in numbers)

"""The lines of the minutes that tell one vote: how, by which rule, the numbers, the names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council import catalogue
from council.domain.document import Paragraph, Span
from council.domain.vocabulary import UNCOUNTED, Choice, Presence, RollOrder
from council.domain.votes.presence import was_there
from council.domain.votes.vote_checks import figures

if TYPE_CHECKING:
    from council.domain.text import Text
    from council.services.minutes.writer import Writer
    from council.services.voting.votes import VoteRow


def vote_lines(pen: Writer, vote: VoteRow, key: str) -> list[Paragraph]:
    """Return the lines that tell one vote.

    How, by which rule, the numbers, the names of a roll call.
    """
    lines = []
    method = pen.word(f"method.{vote.method}")
    counts = vote.counts
    if counts is not None and vote.method not in UNCOUNTED:
        numbers = [
            pen.word(f"minutes.count.{name}", number=pen.number(getattr(counts, name)))
            for name in ("yes", "no", "abstain", "not_voting")
            if name in ("yes", "no") or getattr(counts, name)
        ]
        lines.append(
            Paragraph((Span(f"{method}. {'; '.join(numbers)}."),), "small", f"{key}/numbers")
        )
        if vote.verdict is not None and vote.verdict.outcome != "cannot_be_determined":
            rule = catalogue.say(vote.verdict.message, pen.language, digits=pen.digits)
            lines.append(Paragraph((Span(rule),), "small", f"{key}/rule"))
    else:
        lines.append(Paragraph((Span(f"{method}."),), "small", f"{key}/numbers"))
    if vote.quorum_met is False:
        lines.append(
            Paragraph((Span(pen.word("minutes.without_quorum"), bold=True),), "small", f"{key}/q")
        )
    lines.extend(vote_history(pen, vote, key))
    lines.extend(vote_names(pen, vote, key))
    return lines


def vote_history(pen: Writer, vote: VoteRow, key: str) -> list[Paragraph]:
    """Return what was declared first where it was put right, and the order a lot gave a roll."""
    lines = []
    first = vote.first
    if vote.corrected and first is not None and first.at is not None:
        words = {"time": pen.clock(first.at), "outcome": pen.word(f"outcome.{first.declared}")}
        code = "minutes.first_declared"
        if first.tally is not None:
            code = "minutes.first_counted"
            words["figures"] = pen.number(figures(first.tally))
        lines.append(Paragraph((Span(pen.word(code, **words)),), "small", f"{key}/first"))
    if vote.roll_order == RollOrder.RANDOM and vote.ballots:
        place = {uid: number for number, uid in enumerate(vote.roll)}
        called = sorted(
            (one for one in vote.ballots if one.person_uid in place and not one.casting),
            key=lambda one: place[one.person_uid],
        )
        names = pen.people([one.person_uid for one in called], [one.name for one in called])
        told = pen.word("minutes.roll_by_lot", names=names)
        lines.append(Paragraph((Span(told),), "small", f"{key}/order"))
    return lines


def vote_names(pen: Writer, vote: VoteRow, key: str) -> list[Paragraph]:
    """Return the lines that name who voted how, one for each choice, then who may not vote."""
    lines = []
    for choice in Choice:
        chosen = [
            (ballot.person_uid, ballot.name)
            for ballot in vote.ballots
            if ballot.choice == choice and ballot.person_uid not in vote.ineligible
        ]
        if chosen:
            lines.append(_named(pen, f"choice.{choice}", chosen, f"{key}/{choice}"))
    barred = [(uid, pen.facts.name_of(uid)) for uid in _barred(pen, vote)]
    if barred:
        lines.append(_named(pen, "minutes.ineligible", barred, f"{key}/ineligible"))
    return lines


def _barred(pen: Writer, vote: VoteRow) -> list[str]:
    """Return who was in the room and may not vote on the item."""
    return [
        str(row.person_uid)
        for row in pen.facts.room
        if row.person_uid in vote.ineligible
        and (row.here or row.spans)
        and was_there(Presence.PRESENT.value, [span.plain() for span in row.spans], vote.at)
    ]


def _named(pen: Writer, code: str, people: list[tuple[str, Text]], key: str) -> Paragraph:
    spans = [Span(pen.word(code) + ": ", bold=True)]
    gap = pen.between([uid for uid, _ in people])
    for index, (uid, name) in enumerate(people):
        person = pen.person(uid, name)
        spans.append(Span(person.words, fact=person.uid, whole=True, lang=person.lang))
        if index + 1 < len(people):
            spans.append(Span(gap))
        elif pen.language != "th":
            spans.append(Span("" if person.words.endswith(".") else "."))
    return Paragraph(tuple(spans), "small", key)

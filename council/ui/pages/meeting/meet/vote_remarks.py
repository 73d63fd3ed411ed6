"""What is told beside an open vote: who may not vote, the chair, silence, the first declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from council.domain.text import Text
from council.domain.vocabulary import Method
from council.domain.votes.chair import judge_casting
from council.domain.votes.vote_checks import figures
from council.domain.votes.voting import Tie
from council.services.voting.vote_room import why_ineligible
from council.ui.pages.meeting.meet.sayings import told
from council.ui.pages.meeting.words import hhmm, short_name

if TYPE_CHECKING:
    from council.domain.rules.book import RuleBook
    from council.services.voting.votes import VoteRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.roll_standing import RollStanding
    from council.ui.pages.meeting.meet.snapshot import Snapshot
    from council.ui.pages.meeting.meet.vote_words import Standing, VoteWords

_HAS_VOTED = "chair_vote.voted"


class VoteRemarks(QObject):
    """The lines below the numbers; ``pasted`` is what the last paste could not use."""

    def __init__(self, context: Context, words: VoteWords) -> None:
        super().__init__()
        self.context = context
        self.pasted = ""
        self._words = words
        self._lasting: list[tuple[str, str]] = []

    def begin(self, vote: VoteRow, shot: Snapshot) -> None:
        """Find what is to be known about a vote from its first moment on."""
        self.pasted = ""
        self._lasting = [("", self._first(vote))] if vote.first else []
        if not vote.ineligible:
            return
        named: dict[str, list[str]] = {}
        for uid, ruling in why_ineligible(self.context.reader, vote).items():
            name = next((one.name for one in shot.members if one.person_uid == uid), Text())
            people = named.setdefault(told(self.context, ruling), [])
            people.append(short_name(name, self.context.language))
        self._lasting += [(", ".join(people), words) for words, people in named.items()]

    def _first(self, vote: VoteRow) -> str:
        """Say what was declared, where that was taken back."""
        if vote.first is None:
            return ""
        outcome = self._words.outcome_word(vote.first.declared)
        if vote.first.tally is not None:
            outcome = f"{outcome} {figures(vote.first.tally)}"
        if vote.first.at is None:
            words = self.tr("Declared before: {outcome}. Put it right; Enter declares it again.")
            return words.format(outcome=outcome)
        words = self.tr(
            "Declared {outcome} at {time}. Put it right; Enter declares it again, Esc lets it "
            "stand as it was."
        )
        return words.format(outcome=outcome, time=hhmm(vote.first.at, self.context.language))

    def lines(
        self, now: Standing, roll: RollStanding, rules: RuleBook | None
    ) -> list[tuple[str, str]]:
        """Return the lines of a vote as it stands: of whom, and what."""
        lines = [
            self._quorum(now.vote), self.pasted, self._words.silence(now), self._chair(now, roll),
        ]  # fmt: skip
        if now.counted and not now.left and now.judged.tied and now.vote.tie == Tie.LOST:
            lines.append(self._no_casting(now, rules))
        return [*self._lasting, *(("", words) for words in lines if words)]

    def _quorum(self, vote: VoteRow) -> str:
        """Say that the vote is marked, where fewer are there than a quorum needs."""
        if vote.quorum_met is not False:
            return ""
        words = self.tr(
            "No quorum: {present} present, {needed} needed. The vote is marked as taken without "
            "one."
        )
        return words.format(present=vote.quorum_present, needed=vote.quorum_needed)

    def _chair(self, now: Standing, roll: RollStanding) -> str:
        """Return whether the chair votes, where that depends on the vote."""
        if now.vote.method != Method.ROLL_CALL or not now.counted or roll.votes_like_all():
            return ""
        said = roll.chair_now()
        if said is None or roll.others_left() or said.ruling.message.code == _HAS_VOTED:
            return ""
        return told(self.context, said.ruling)

    def _no_casting(self, now: Standing, rules: RuleBook | None) -> str:
        rule = rules.find("tie.motion") if rules else None
        source, verified = (rule.source, rule.verified) if rule else ("", True)
        return told(self.context, judge_casting(now.judged, source=source, verified=verified))

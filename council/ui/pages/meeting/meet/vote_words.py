"""What the frame of an open vote says: the outcome so far, its numbers, what can still change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from council.domain.vocabulary import UNCOUNTED, UNOPPOSED, Declared, Method
from council.domain.votes.voting import Silence, describe, running
from council.ui.kit import VerdictState
from council.ui.pages.meeting.meet.sayings import cited

if TYPE_CHECKING:
    from council.domain.votes.named import Read
    from council.domain.votes.voting import Tally
    from council.domain.votes.voting import Verdict as Judged
    from council.services.voting.votes import VoteRow
    from council.ui.context import Context


@dataclass(frozen=True)
class Standing:
    """An open vote as it stands on the screen, with answers that are still under way.

    ``left`` people have not answered yet; they have ``left_votes`` votes. ``heard`` is what the
    chair heard in a voice vote.
    """

    vote: VoteRow
    judged: Judged
    tally: Tally
    left: int = 0
    left_votes: int = 0
    heard: Declared | None = None

    @property
    def counted(self) -> bool:
        """Tell whether anything was counted."""
        return bool(self.tally.yes or self.tally.no or self.tally.abstain)

    @property
    def by_count(self) -> bool:
        """Tell whether numbers decide it."""
        return self.vote.method not in UNCOUNTED


class VoteWords(QObject):
    """Makes the words of the verdict frame."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def frame(self, now: Standing) -> VerdictState:
        """Return what the frame shows."""
        remark = self.tr("not yet declared")
        if now.vote.method in UNOPPOSED:
            rule = self.tr("No objection: carried without a count.")
            if now.vote.method == Method.ACCLAMATION:
                rule = self.tr("By acclamation: carried without a count.")
            return VerdictState("yes", self.tr("Carries"), remark, (), rule)
        if now.vote.method == Method.VOICE:
            return self._voice(now, remark)
        if now.vote.resolved is None:
            rule = self.context.say(now.judged.message)
            return VerdictState("warn", self.tr("Not known"), remark, (), rule)
        rule = self.context.say(describe(now.vote.resolved))
        if not now.counted:
            return VerdictState("neutral", self.tr("Waiting"), self._left(now), (), rule)
        tone, word = self._outcome(now.judged)
        return VerdictState(tone, word, remark, self._facts(now), self._running(now) or rule)

    def _facts(self, now: Standing) -> tuple[tuple[str, str], ...]:
        judged, tally = now.judged, now.tally
        return (
            (self.tr("Yes–No–Abst."), f"{tally.yes}–{tally.no}–{tally.abstain}"),
            (self.tr("Base"), "?" if judged.base is None else str(judged.base)),
            (self.tr("Needs"), "?" if judged.needs is None else str(judged.needs)),
            (self.tr("Has"), str(judged.has)),
        )

    def sum(self, now: Standing) -> str:
        """Return the whole sum with its source; empty where nothing is counted."""
        if not (now.by_count and now.counted and now.vote.resolved is not None):
            return ""
        return cited(self.context.say(now.judged.message), now.judged.source)

    def _voice(self, now: Standing, remark: str) -> VerdictState:
        rule = self.tr("By voice: what the chair hears is what counts.")
        if now.heard is None:
            return VerdictState("neutral", self.tr("Waiting"), self.tr("Y or N"), (), rule)
        carried = now.heard is Declared.CARRIED
        word = self.tr("Carries") if carried else self.tr("Lost")
        return VerdictState("yes" if carried else "no", word, remark, (), rule)

    def _outcome(self, judged: Judged) -> tuple[str, str]:
        if judged.outcome == "carried":
            return "yes", self.tr("Carries")
        if judged.outcome == "lost":
            return ("warn", self.tr("Tie")) if judged.tied else ("no", self.tr("Lost"))
        return "warn", self.tr("Not known")

    def _left(self, now: Standing) -> str:
        if now.left:
            return self.tr("{count} to answer").format(count=now.left)
        return self.tr("no votes yet")

    def _running(self, now: Standing) -> str:
        vote = now.vote
        if now.left and vote.resolved is not None:
            found = running(
                vote.resolved, now.tally, vote.room, now.left_votes, tie=vote.tie,
                counting=vote.counting,
            )  # fmt: skip
            if found.settled:
                return self.tr("{left} left: no change.").format(left=now.left)
            if found.more_yes is None:
                return self.tr("{left} left.").format(left=now.left)
            if found.more_yes == 1:
                return self.tr("{left} left, one more yes carries it.").format(left=now.left)
            words = self.tr("{left} left, {more} more yes carry it.")
            return words.format(left=now.left, more=found.more_yes)
        if now.judged.casting_open:
            return self.tr("A tie: lost, unless the chair votes yes.")
        if now.judged.tied and now.judged.outcome == "lost":
            return self.tr("A tie is lost.")
        return ""

    def outcome_word(self, outcome: str) -> str:
        """Return an outcome in words, such as Carried."""
        if outcome == "cannot_be_determined":
            return self.tr("Not known")
        return self.context.word(f"outcome.{outcome}")

    def otherwise(self, now: Standing, declared: str) -> str:
        """Return what is told before a declaration that the rules do not give; empty if they do."""
        if not declared or declared == now.judged.outcome:
            return ""
        if now.judged.outcome == "cannot_be_determined":
            return self.tr("The rules give no outcome: Enter records what the chair declares.")
        words = self.tr(
            "By the rules this is: {computed}. Enter records that the chair declared it: "
            "{declared}, and that the rules say otherwise."
        )
        return words.format(
            computed=self.outcome_word(now.judged.outcome), declared=self.outcome_word(declared)
        )

    def impossible(self, vote: VoteRow, tally: Tally) -> str:
        """Return what cannot be about the numbers: more votes than there are people to give them.

        Empty where they can be, or nobody knows how many may vote.
        """
        room = vote.room
        if room.present_entitled is not None and tally.given > room.present_entitled:
            words = self.tr("{total} votes, but only {entitled} may vote here.")
            return words.format(total=tally.given, entitled=room.present_entitled)
        most = room.entitled if room.entitled is not None else room.members_in_office
        if room.present_entitled is None and most is not None and tally.given > most:
            words = self.tr("{total} votes, but the council has only {members} members.")
            return words.format(total=tally.given, members=most)
        if room.present_entitled is not None and tally.not_voting > room.present_entitled:
            words = self.tr("{count} who stay silent, but only {entitled} may vote here.")
            return words.format(count=tally.not_voting, entitled=room.present_entitled)
        return ""

    def pasted(self, read: Read, *, numbers: bool) -> str:
        """Return what a paste could not use; numbers alone name nobody."""
        if not read.ballots and not read.unclear and not read.twice:
            if numbers:
                return self.tr("These are only numbers: a roll call needs names with answers.")
            return self.tr("Nothing to paste: copy lines such as “Haddad yes”.")
        said = []
        if read.unclear:
            words = self.tr("Not understood: {names}. Answer for them by their letters.")
            said.append(words.format(names=", ".join(read.unclear)))
        if read.twice:
            words = self.tr("Two different answers: {names}. Nothing was taken for them.")
            said.append(words.format(names=", ".join(read.twice)))
        return " ".join(said)

    def silence(self, now: Standing) -> str:
        """Return how many gave no vote where the rules ask everybody to vote or abstain."""
        room = now.vote.room.present_entitled
        if now.vote.counting.silence != Silence.DISALLOWED or room is None or now.left:
            return ""
        quiet = max(room - now.tally.given, now.tally.not_voting)
        if not quiet or not now.counted:
            return ""
        return self.tr("{count} gave no vote; by the rules all present vote or abstain.").format(
            count=quiet
        )

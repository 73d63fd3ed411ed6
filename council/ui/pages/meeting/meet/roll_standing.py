"""Where a roll call stands: who is called in which order, who answered what, who is left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from council.domain.vocabulary import Choice
from council.domain.votes.chair import chair_vote
from council.domain.votes.voting import Tally

if TYPE_CHECKING:
    from collections.abc import Mapping

    from council.domain.votes.chair import ChairVote
    from council.services.session.attendance import RoomRow
    from council.services.voting.votes import VoteRow
    from council.ui.pages.meeting.meet.snapshot import Snapshot

_COUNTED: Final = (
    Choice.YES.value, Choice.NO.value, Choice.ABSTAIN.value, Choice.NOT_VOTING.value,
)  # fmt: skip
_VOTED: Final = frozenset(_COUNTED[:3])
_IF_NEEDED: Final = (".tie", ".decisive")


class RollStanding:
    """The open roll call as the screen shows it, with answers that are still on their way.

    ``order`` holds the members as they are called, ``given`` person uid to choice, ``waiting`` what
    was answered and is not yet in the record. ``chair`` is whoever presides, ``recused`` and
    ``barred`` (not entitled on the item) are passed over.
    """

    def __init__(self) -> None:
        self.vote: VoteRow | None = None
        self.order: list[RoomRow] = []
        self.given: dict[str, str] = {}
        self.waiting: dict[str, str | None] = {}
        self.chair = ""
        self.recused: frozenset[str] = frozenset()
        self.barred: frozenset[str] = frozenset()
        self.vote_uid = ""

    def load(self, shot: Snapshot, vote: VoteRow) -> bool:
        """Take the open vote as it is on record; tell whether it is another vote than before."""
        fresh = vote.uid != self.vote_uid
        self.vote, self.chair = vote, shot.meeting.presiding_uid or ""
        self.order = _in_order(shot.members, vote, self.chair)
        self.recused, self.barred = frozenset(vote.recused), frozenset(vote.ineligible)
        if fresh:
            self.waiting.clear()
            self.vote_uid = vote.uid
        self.given = {b.person_uid: b.choice for b in vote.ballots if not b.casting}
        for uid, choice in self.waiting.items():
            self._give(uid, choice)
        return fresh

    def give(self, ballots: Mapping[str, str | None]) -> None:
        """Answer for people; None takes an answer away."""
        for uid, choice in ballots.items():
            self._give(uid, choice)
        self.waiting |= ballots

    def _give(self, uid: str, choice: str | None) -> None:
        if choice is None:
            self.given.pop(uid, None)
        else:
            self.given[uid] = choice

    def arrived(self, ballots: Mapping[str, str | None]) -> None:
        """Learn that answers are in the record."""
        for uid, choice in ballots.items():
            if self.waiting.get(uid, "") == choice:
                del self.waiting[uid]

    # ------------------------------------------------------------------ who is asked

    def callable(self) -> list[str]:
        """Return who can be gone to, in order: who is in the room, and who left after answering."""
        return [
            str(one.person_uid)
            for one in self.order
            if one.here or one.person_uid in self.given
        ]  # fmt: skip

    def open_uids(self) -> list[str]:
        """Return who is still to be asked: not the recused, nor who may not vote on the item.

        The chair is asked last where the rules let the chair vote only if it decides, and not at
        all where it does not.
        """
        left_out = self.recused | self.barred
        here = [str(one.person_uid) for one in self.order if one.here]
        waiting = [uid for uid in here if uid not in self.given and uid not in left_out]
        if self.chair in waiting:
            others = [uid for uid in waiting if uid != self.chair]
            said = self.chair_now()
            aloof = said is not None and said.ruling.holds is False
            if aloof or (others and not self.votes_like_all()):
                return others
        return waiting

    def others_left(self) -> bool:
        """Tell whether somebody beside the chair is still to be asked."""
        return any(uid != self.chair for uid in self.open_uids())

    def after(self, uid: str) -> str:
        """Return who is asked after somebody, from the beginning again at the end; or nobody."""
        called, waiting = self.callable(), self.open_uids()
        later = set(called[called.index(uid) + 1 :]) if uid in called else set()
        return next((one for one in waiting if one in later), waiting[0] if waiting else "")

    # ------------------------------------------------------------------ what it amounts to

    def votes_like_all(self) -> bool:
        """Tell whether the chair votes whatever the others do; so it is where nobody knows."""
        said = self.vote.chair_vote if self.vote else None
        if said is None or said.asked is None or said.ruling.holds is None:
            return True
        empty = chair_vote(replace(said.asked, tally=Tally(0, 0), voted=False))
        return empty.may_vote and not empty.ruling.message.code.endswith(_IF_NEEDED)

    def chair_now(self) -> ChairVote | None:
        """Return what the chair may do after the answers there are; None where nobody presides."""
        said = self.vote.chair_vote if self.vote and self.chair else None
        if said is None or said.asked is None:
            return None
        voted = self.given.get(self.chair) in _VOTED
        asked = replace(said.asked, tally=self.tally(), voted=voted)
        return chair_vote(asked, source=said.ruling.source, verified=said.ruling.verified)

    def tally(self) -> Tally:
        """Return what is answered so far; who may not vote on the item is not counted."""
        weights = {str(one.person_uid): one.weight for one in self.order}
        sums = dict.fromkeys(_COUNTED, 0)
        for uid, choice in self.given.items():
            if choice in sums and uid not in self.barred:
                sums[choice] += weights.get(uid, 1)
        return Tally(**sums)

    def weight_left(self) -> int:
        """Return how many votes those still to be asked have."""
        waiting = set(self.open_uids())
        return sum(one.weight for one in self.order if one.person_uid in waiting)


def _in_order(members: tuple[RoomRow, ...], vote: VoteRow, chair: str) -> list[RoomRow]:
    """Return the members as they are called: by the roll the vote kept, later ones behind.

    A vote that kept none is called by seat, whoever presides last.
    """
    if not vote.roll:
        return sorted(members, key=lambda one: one.person_uid == chair)
    place = {uid: number for number, uid in enumerate(vote.roll)}

    def where(one: RoomRow) -> int:
        # Who sits in for a member from now on is called where the member would be.
        own = place.get(str(one.person_uid))
        return place.get(str(one.substitute_for), len(place)) if own is None else own

    return sorted(members, key=where)

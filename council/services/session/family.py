"""Motions with those that hang on them: which are pending, how each reads by now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from council.db import rows
from council.domain.edits import CannotEdit, Edit, apply_all, read_edits
from council.domain.order.motions import ABOUT_DECIDED, REWORDS
from council.domain.text import Text
from council.domain.vocabulary import MotionKind, Outcome
from council.services import guard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from council.services.desk import Desk

    Motion = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Related:
    """Another motion, as one that is about a decision, or was carried about one, names it."""

    uid: str
    meeting_uid: str
    number: str | None
    kind: str
    outcome: str | None
    text: Text
    item_uid: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """How a motion reads; ``failed`` are the edits that had no place in the words they amend."""

    text: Text
    failed: tuple[tuple[Edit, CannotEdit], ...] = ()


class Family:
    """Some motions with all those that hang on them and those they hang on.

    A part of a divided question hangs on nothing: it is a question of its own, and the parts are
    before the meeting one after the other.
    """

    def __init__(self, desk: Desk, motions: Iterable[Motion]) -> None:
        self.members: dict[str, Motion] = {str(one["uid"]): one for one in motions}
        self._gather(desk)
        self.children: dict[str, list[Motion]] = {}
        ordered = sorted(
            self.members.values(), key=lambda one: (one["made_at"] or "", one["position"])
        )
        for one in ordered:
            if one["parent_uid"] and not self._goes_round(one):
                self.children.setdefault(one["parent_uid"], []).append(one)

    def _gather(self, desk: Desk) -> None:
        fresh = dict(self.members)
        while fresh:
            above = {one["parent_uid"] for one in fresh.values()} - {None}
            found = rows.find(desk.conn, "motion", parent_uid=list(fresh))
            found += rows.find(desk.conn, "motion", uid=list(above - set(self.members)))
            fresh = {one["uid"]: one for one in found if one["uid"] not in self.members}
            self.members |= fresh

    def _goes_round(self, one: Motion) -> bool:
        """Tell whether a motion hangs on itself in the end, as a foreign record may have it."""
        seen: set[str] = set()
        uid: str | None = one["parent_uid"]
        while uid in self.members and uid not in seen:
            if uid == one["uid"]:
                return True
            seen.add(uid)
            uid = self.members[uid]["parent_uid"]
        return False

    # -------------------------------------------------------------------- what hangs on what

    def above(self, uid: str) -> list[Motion]:
        """Return the motions this one hangs on, the nearest first; a circle ends it."""
        line: list[Motion] = []
        one = self.members[uid]
        seen = {uid}
        while _hangs(one) and one["parent_uid"] in self.members:
            if one["parent_uid"] in seen:
                break
            seen.add(one["parent_uid"])
            one = self.members[one["parent_uid"]]
            line.append(one)
        return line

    def below(self, uid: str) -> list[Motion]:
        """Return all the motions that hang on this one."""
        line: list[Motion] = []
        for one in self.children.get(uid, ()):
            if _hangs(one):
                line += [one, *self.below(one["uid"])]
        return line

    def is_pending(self, uid: str) -> bool:
        """Tell whether a motion and everything it hangs on is undecided, and its turn has come."""
        line = [self.members[uid], *self.above(uid)]
        return all(one["outcome"] is None for one in line) and not self._waits(line[-1])

    def parts(self, uid: str) -> list[Motion]:
        """Return the parts into which a question was divided, in their order."""
        found = [one for one in self.children.get(uid, ()) if one["kind"] == MotionKind.MAIN]
        return sorted(found, key=lambda one: one["position"])

    def part(self, uid: str) -> tuple[int, int] | None:
        """Return which part of a divided question a motion is, of how many; None for none."""
        one = self.members[uid]
        whole = self.members.get(one["parent_uid"] or "")
        if one["kind"] != MotionKind.MAIN or whole is None or whole["outcome"] != Outcome.DIVIDED:
            return None
        siblings = [part["uid"] for part in self.parts(one["parent_uid"])]
        return siblings.index(uid) + 1, len(siblings)

    def whole(self, uid: str) -> Related | None:
        """Return the divided question that a motion is a part of."""
        found = self.members.get(self.members[uid]["parent_uid"] or "")
        return _related(found) if found is not None and self.part(uid) else None

    def _waits(self, root: Motion) -> bool:
        """Tell whether a part of a divided question waits for an earlier one."""
        if self.part(root["uid"]) is None:
            return False
        siblings = self.parts(root["parent_uid"])
        undecided = [one["uid"] for one in siblings if one["outcome"] is None]
        return bool(undecided) and undecided[0] != root["uid"]

    # ------------------------------------------------------------------------- how it reads

    def current_text(self, uid: str) -> Text:
        """Return the wording that stands: as adopted, with what was changed since."""
        return self.reads(uid).text

    def wording(self, uid: str) -> Text:
        """Return the wording with carried amendments applied; later decisions are left out."""
        return self.reads(uid, frozenset({MotionKind.AMEND})).text

    def reads(self, uid: str, kinds: frozenset[MotionKind] = REWORDS) -> Wording:
        """Return how a motion reads with what was carried about it, of these kinds.

        Of an amendment that is the whole wording of what it amends. Its edits are made anew in the
        words that stand; one that was kept without edits has the wording that was proposed.
        """
        one = self.members[uid]
        if one["kind"] not in REWORDS:
            return self._with_carried(uid, Wording(guard.text_of(one, "text")), kinds)
        parent = self._parent(one)
        if not _edits(one) or parent is None:
            return self._with_carried(uid, Wording(guard.text_of(one, "final_text")), kinds)
        return self._amended(one, self._before(one, parent, kinds), kinds)

    def _parent(self, one: Motion) -> Motion | None:
        """Return what an amendment amends, None where that would lead round in a circle."""
        found = self.members.get(one["parent_uid"] or "")
        return None if found is None or self._goes_round(one) else found

    def before(self, uid: str) -> Text:
        """Return the words that an amendment amends, as they stood before it."""
        one = self.members[uid]
        parent = self._parent(one)
        return self._before(one, parent, REWORDS) if parent is not None else Text()

    def _before(self, one: Motion, parent: Motion, kinds: frozenset[MotionKind]) -> Text:
        """Return the words that a motion amends: with all that was carried earlier."""
        if parent["kind"] in REWORDS:
            above = self._parent(parent)
            if _edits(parent) and above is not None:
                base = apply_all(_edits(parent), self._before(parent, above, kinds)).text
            else:
                base = guard.text_of(parent, "final_text")
        else:
            base = guard.text_of(parent, "text")
        return self._with_carried(parent["uid"], Wording(base), kinds, until=one).text

    def _with_carried(
        self, uid: str, base: Wording, kinds: frozenset[MotionKind], until: Motion | None = None
    ) -> Wording:
        """Apply what was carried about a motion in order, up to one of them."""
        made = base
        for child in self._carried(uid, kinds):
            if until is not None and child["uid"] == until["uid"]:
                break
            if _edits(child):
                found = self._amended(child, made.text, kinds)
                made = Wording(found.text, made.failed + found.failed)
            else:
                proposed = self.reads(child["uid"], kinds)
                made = Wording(proposed.text or made.text, made.failed)
        return made

    def _amended(self, one: Motion, before: Text, kinds: frozenset[MotionKind]) -> Wording:
        """Make an amendment's edits in the words before it, then what was carried about itself."""
        done = apply_all(_edits(one), before)
        return self._with_carried(one["uid"], Wording(done.text, done.failed), kinds)

    def _carried(self, uid: str, kinds: frozenset[MotionKind]) -> list[Motion]:
        found = [
            child
            for child in self.children.get(uid, ())
            if child["kind"] in kinds and child["outcome"] == Outcome.CARRIED
        ]
        return sorted(found, key=lambda one: (one["decided_at"] or "", one["position"]))

    # ----------------------------------------------------------------- decisions it is about

    def about(self, uid: str) -> Related | None:
        """Return the decision that a motion is about; None for one about nothing decided."""
        one = self.members[uid]
        found = self.members.get(one["parent_uid"] or "")
        return _related(found) if found and one["kind"] in ABOUT_DECIDED else None

    def later(self, uid: str) -> tuple[Related, ...]:
        """Return the motions carried about this one."""
        return tuple(_related(one) for one in self._carried(uid, ABOUT_DECIDED))


def _hangs(one: Motion) -> bool:
    """Tell whether a motion hangs on its parent: not a part, nor one about a decision."""
    return one["kind"] != MotionKind.MAIN and one["kind"] not in ABOUT_DECIDED


def _edits(one: Motion) -> tuple[Edit, ...]:
    return read_edits(one["edit"]) if one["kind"] in REWORDS else ()


def _related(one: Motion) -> Related:
    text = guard.text_of(one, "text")
    return Related(
        one["uid"], one["meeting_uid"], one["number"], one["kind"], one["outcome"], text,
        one["item_uid"],
    )  # fmt: skip


def pending_rows(desk: Desk, meeting_uid: str) -> list[dict[str, Any]]:
    """Return the undecided questions as stored, the main one first."""
    undecided = rows.find(desk.conn, "motion", meeting_uid=meeting_uid, outcome=None)
    family = Family(desk, undecided)
    return [one for one in undecided if family.is_pending(one["uid"])]

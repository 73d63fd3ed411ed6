"""Changing the words of draft minutes: overrides of sentences, free paragraphs, corrections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council import catalogue
from council.db import rows
from council.domain.messages import InputRefused, NotAllowed
from council.domain.vocabulary import MinutesState
from council.services.desk import Desk, Done
from council.services.minutes.compose import minutes_state, write_minutes
from council.services.minutes.sentences import Facts, bind, fill, is_detached
from council.services.minutes.store import list_overrides

if TYPE_CHECKING:
    from council.domain.text import Text

_MINUTES = frozenset({"minutes"})


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence of the minutes as it can be worded.

    What stands now, what the record would write, and whether the present words are somebody's own,
    lost a fact, or lag behind a changed fact.
    """

    key: str
    now: str
    from_record: str
    own: bool
    detached: bool
    stale: bool


def _open(desk: Desk, meeting_uid: str) -> None:
    if minutes_state(desk, meeting_uid) is MinutesState.APPROVED:
        raise NotAllowed("error.minutes_locked")


def _said(desk: Desk, meeting_uid: str, key: str, language: str) -> tuple[str, Facts]:
    said = write_minutes(desk, meeting_uid, language, public=False).said
    if key not in said:
        raise InputRefused("error.sentence_gone")
    return said[key]


def _words(template: str, facts: Facts) -> str:
    return "".join(span.text for span in fill(template, facts))


def get_wording(desk: Desk, meeting_uid: str, key: str, language: str) -> Wording:
    """Return both texts of a sentence.

    The one that stands, and the one that the record would write.
    """
    code, facts = _said(desk, meeting_uid, key, language)
    fresh = _words(catalogue.template(code, language), facts)
    override = list_overrides(desk, meeting_uid).get((key, language))
    if override is None:
        return Wording(key, fresh, fresh, own=False, detached=False, stale=False)
    stale = override.detached and {n: f.words for n, f in facts.items()} != override.basis
    return Wording(key, _words(override.text, facts), fresh, True, override.detached, stale)


def set_override(desk: Desk, meeting_uid: str, key: str, language: str, text: str) -> Done[bool]:
    """Word a sentence anew, in one language; return whether it still carries all its facts.

    The facts' words found in ``text`` stay bound and change with the record. Empty words, or the
    words of the record itself, take the override away.
    """
    _open(desk, meeting_uid)
    code, facts = _said(desk, meeting_uid, key, language)
    template = catalogue.template(code, language)
    bound = bind(text.strip(), facts)
    own = bool(text.strip()) and text.strip() != _words(template, facts)
    old = list_overrides(desk, meeting_uid).get((key, language))
    detached = own and is_detached(bound, template)
    with desk.step("step.set_override"):
        if old and not own:
            rows.delete(desk.conn, "minutes_override", old.uid)
        elif own:
            values = {
                "text": bound,
                "detached": int(detached),
                "basis": {name: fact.words for name, fact in facts.items()},
            }
            if old:
                rows.update(desk.conn, "minutes_override", old.uid, values)
            else:
                where = {"meeting_uid": meeting_uid, "key": key, "language": language}
                uid = {"uid": desk.ids.new("override")}
                rows.insert(desk.conn, "minutes_override", {**uid, **where, **values})
    return Done(not detached, _MINUTES)


def clear_override(desk: Desk, meeting_uid: str, key: str, language: str) -> Done[None]:
    """Take the words of the record again ("take new")."""
    _open(desk, meeting_uid)
    old = list_overrides(desk, meeting_uid).get((key, language))
    if old:
        with desk.step("step.clear_override"):
            rows.delete(desk.conn, "minutes_override", old.uid)
    return Done(None, _MINUTES)


def keep_override(desk: Desk, meeting_uid: str, key: str, language: str) -> Done[None]:
    """Keep own words although a fact changed ("keep mine").

    It is not asked again until the next change.
    """
    _open(desk, meeting_uid)
    _, facts = _said(desk, meeting_uid, key, language)
    old = list_overrides(desk, meeting_uid).get((key, language))
    if old:
        basis = {name: fact.words for name, fact in facts.items()}
        with desk.step("step.keep_override"):
            rows.update(desk.conn, "minutes_override", old.uid, {"basis": basis})
    return Done(None, _MINUTES)


def add_paragraph(desk: Desk, meeting_uid: str, after_key: str, text: Text) -> Done[str]:
    """Type a paragraph after the block with this key; return its uid."""
    _open(desk, meeting_uid)
    if not text:
        raise InputRefused("error.paragraph_empty")
    uid = desk.ids.new("paragraph")
    there = rows.find(desk.conn, "minutes_paragraph", meeting_uid=meeting_uid)
    with desk.step("step.add_paragraph"):
        rows.insert(
            desk.conn,
            "minutes_paragraph",
            {
                "uid": uid,
                "meeting_uid": meeting_uid,
                "after_key": after_key,
                "position": max((row["position"] for row in there), default=-1) + 1,
                "text": text,
            },
        )
    return Done(uid, _MINUTES)


def change_paragraph(desk: Desk, meeting_uid: str, uid: str, text: Text) -> Done[None]:
    """Change a typed paragraph; an empty text removes it."""
    if not text:
        return remove_paragraph(desk, meeting_uid, uid)
    _open(desk, meeting_uid)
    with desk.step("step.change_paragraph"):
        rows.update(desk.conn, "minutes_paragraph", uid, {"text": text})
    return Done(None, _MINUTES)


def remove_paragraph(desk: Desk, meeting_uid: str, uid: str) -> Done[None]:
    """Remove a typed paragraph; what was typed after it moves up to where it stood."""
    _open(desk, meeting_uid)
    row = rows.get(desk.conn, "minutes_paragraph", uid)
    if row is None:
        raise InputRefused("error.sentence_gone")
    after = rows.find(desk.conn, "minutes_paragraph", after_key=f"typed/{uid}")
    with desk.step("step.remove_paragraph"):
        for follower in after:
            values = {"after_key": row["after_key"]}
            rows.update(desk.conn, "minutes_paragraph", follower["uid"], values)
        rows.delete(desk.conn, "minutes_paragraph", uid)
    return Done(None, _MINUTES)


def get_paragraph(desk: Desk, uid: str) -> Text:
    """Return the words of a typed paragraph."""
    row = rows.get(desk.conn, "minutes_paragraph", uid)
    if row is None:
        raise InputRefused("error.sentence_gone")
    text: Text = row["text"]
    return text


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """One correction asked for before approval: where, from what to what, who asked."""

    uid: str
    place: Text
    was: Text
    now: Text
    asked_by: str


def list_corrections(desk: Desk, meeting_uid: str) -> list[CorrectionRow]:
    """Return the corrections listed for a meeting's minutes."""
    return [
        CorrectionRow(row["uid"], row["place"], row["was"], row["now"], row["asked_by"] or "")
        for row in rows.find(desk.conn, "correction", meeting_uid=meeting_uid)
    ]


def add_correction(
    desk: Desk, meeting_uid: str, *, place: Text, was: Text, now: Text, asked_by: str = ""
) -> Done[str]:
    """List a correction of the draft.

    Page and line or item, the words that stood, the words that stand.
    """
    _open(desk, meeting_uid)
    if not place or not was or not now:
        raise InputRefused("error.correction_empty")
    uid = desk.ids.new("correction")
    count = len(rows.find(desk.conn, "correction", meeting_uid=meeting_uid))
    with desk.step("step.add_correction"):
        rows.insert(
            desk.conn,
            "correction",
            {
                "uid": uid,
                "meeting_uid": meeting_uid,
                "position": count,
                "place": place,
                "was": was,
                "now": now,
                "asked_by": asked_by.strip() or None,
            },
        )
    return Done(uid, _MINUTES)

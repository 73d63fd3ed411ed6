"""An amendment's edits: read from a new wording, said in words, checked against what they amend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain.edits import Action, Edit, Problem, apply_all, derive
from council.domain.messages import InputRefused, Message
from council.domain.text import Text
from council.services.council import words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from council.domain.edits import CannotEdit

_PROBLEMS = {Problem.GONE: "words_gone", Problem.SEVERAL: "words_several"}


def edits_between(before: Text, after: Text) -> tuple[Edit, ...]:
    """Return the edits that make one wording of another, in every language of the new one.

    Where the languages do not change alike, or one of them is new, the whole text is substituted.
    """
    if before == after or not after:
        return ()
    whole = (Edit(Action.SUBSTITUTE, new=after),)
    if not all(before.get(language) for language, _words in after):
        return whole
    found = [derive(before.get(language), words, language) for language, words in after]
    shapes = {tuple(one.action for one in edits) for edits in found}
    if len(shapes) != 1:
        return whole
    merged = tuple(_merged(several) for several in zip(*found, strict=True))
    reads = apply_all(merged, before).text
    return merged if all(reads.get(one) == words.strip() for one, words in after) else whole


def _merged(several: Sequence[Edit]) -> Edit:
    """Put one edit's languages together."""
    first = several[0]

    def joined(name: str) -> Text:
        return Text(tuple(pair for one in several for pair in getattr(one, name)))

    return Edit(first.action, joined("words"), joined("new"), joined("after"))


def say_edit(edit: Edit) -> Message:
    """Say what an edit does, such as "insert “by March” after “Road”"."""
    params = {"words": edit.words, "new": edit.new, "after": edit.after}
    placed = "_after" if edit.after else ""
    return Message(f"amendment.{edit.action}{placed}", params)


def say_edits(languages: Iterable[str], edits: Iterable[Edit]) -> Text:
    """Say what edits do, in each language of the council."""
    told = [say_edit(one) for one in edits]
    if len(told) == 1:
        return words_in(languages, told[0].code, **told[0].params)
    return words_in(languages, "amendment.several", edits=told)


def say_problem(why: CannotEdit) -> Message:
    """Say why an edit has no place, and what to do."""
    return Message(f"error.{_PROBLEMS[why.problem]}", {"words": why.words})


def check(edits: Sequence[Edit], before: Text) -> Text:
    """Return how a text reads after edits; InputRefused with the words that have no place in it."""
    done = apply_all(edits, before)
    for _edit, why in done.failed:
        said = say_problem(why)
        raise InputRefused(said.code, **said.params)
    return done.text

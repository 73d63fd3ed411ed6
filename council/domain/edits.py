"""Amendments as edits of the words they amend: insert, strike, strike and insert, substitute.

An edit is kept as data beside the words that say it (RONR §12), so that the resulting text can be
computed anew whenever the words below it change. Words that are gone by then, or that stand in the
text more than once, are said and never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from council.domain.text import Text
from council.domain.wording import changes, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_EMPTY = Text()
_MARK = "\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u0300-\u036f"
_MOST_CONTEXT = 12
_THAI = ("\u0e00", "\u0e7f")
_CLOSES, _OPENS = ",.;:!?)]}”’%", "([{“‘"
_END = re.compile(r"[.!?…]*\s*\Z")


class Action(StrEnum):
    """What an edit does; a part is one of those a question is divided into."""

    INSERT = "insert"
    STRIKE = "strike"
    REPLACE = "replace"
    SUBSTITUTE = "substitute"
    PART = "part"


class Problem(StrEnum):
    """Why an edit cannot be made: its words are not in the text, or in several places."""

    GONE = "gone"
    SEVERAL = "several"


class CannotEdit(Exception):
    """An edit that has no place, or more than one; ``words`` are those that were looked for."""

    def __init__(self, problem: Problem, words: str) -> None:
        super().__init__(f"{problem}: {words}")
        self.problem, self.words = problem, words

    def __eq__(self, other: object) -> bool:
        """Tell whether the same words are missing: rows that hold it are compared."""
        if not isinstance(other, CannotEdit):
            return NotImplemented
        return (self.problem, self.words) == (other.problem, other.words)

    def __hash__(self) -> int:
        return hash((self.problem, self.words))


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a text.

    ``words`` are inserted or struck, or a part's own; ``new`` takes the place of those struck or of
    the whole text. ``after`` stands before the place; without it words are added at the end.
    """

    action: Action
    words: Text = _EMPTY
    new: Text = _EMPTY
    after: Text = _EMPTY

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> Edit:
        """Read an edit as the record keeps it; ValueError for an action nobody knows."""
        texts = {key: _text(data.get(key)) for key in ("words", "with", "after")}
        return cls(Action(str(data.get("action"))), texts["words"], texts["with"], texts["after"])

    def to_data(self) -> dict[str, object]:
        """Return the edit as the record keeps it, without what is empty."""
        texts = {"words": self.words, "with": self.new, "after": self.after}
        kept = {key: text.to_data() for key, text in texts.items() if text}
        return {"action": self.action.value, **kept}

    def in_language(self, language: str) -> bool:
        """Tell whether the edit says in a language what it does."""
        own = {Action.INSERT: self.words, Action.STRIKE: self.words, Action.PART: self.words}
        return bool(own.get(self.action, self.new).get(language))


def _text(data: object) -> Text:
    return Text.from_data(data, "en") if isinstance(data, dict) else Text()


def read_edits(data: object) -> tuple[Edit, ...]:
    """Read edits as the record keeps them: one object or a list of such."""
    listed = data if isinstance(data, list) else [data] if isinstance(data, dict) else []
    return tuple(Edit.from_data(one) for one in listed)


def parts(edits: Iterable[Edit]) -> tuple[Text, ...]:
    """Return the parts a question is divided into."""
    return tuple(one.words for one in edits if one.action is Action.PART)


# ----------------------------------------------------------------------------------- applying


@dataclass(frozen=True, slots=True)
class Edited:
    """A text after its edits; ``failed`` holds those that had no place, with why and what."""

    text: Text
    failed: tuple[tuple[Edit, CannotEdit], ...] = ()


def apply_all(edits: Sequence[Edit], text: Text) -> Edited:
    """Make edits one after the other in every language that all of them speak.

    A language that the edits do not speak is left out of the result: its words no longer hold.
    """
    found: list[tuple[str, str]] = []
    failed: list[tuple[Edit, CannotEdit]] = []
    for language, words in text:
        if not all(one.in_language(language) for one in edits):
            continue
        for one in edits:
            try:
                words = apply(one, words, language)
            except CannotEdit as why:
                failed.append((one, why))
        found.append((language, words))
    if not found and edits and all(one.action is Action.SUBSTITUTE for one in edits):
        return Edited(edits[-1].new)
    return Edited(Text(tuple(found)) if found else text, tuple(failed))


def apply(edit: Edit, text: str, language: str) -> str:
    """Return a text with an edit made in it; CannotEdit when it has no place in it."""
    words, after = edit.words.get(language).strip(), edit.after.get(language).strip()
    match edit.action:
        case Action.SUBSTITUTE:
            return edit.new.get(language).strip()
        case Action.INSERT:
            place = _end_of(text, after) if after else _END.search(text).start()  # type: ignore[union-attr]
            return _joined(text[:place], words, text[place:])
        case Action.STRIKE | Action.REPLACE:
            start, stop = _span_of(text, words, after)
            if edit.action is Action.REPLACE:
                return text[:start] + edit.new.get(language).strip() + text[stop:]
            return _closed_up(text[:start].rstrip(" "), text[stop:].lstrip(" "))
    return text


def _end_of(text: str, after: str) -> int:
    return _only(_places(text, after), after)[1]


def _span_of(text: str, words: str, after: str) -> tuple[int, int]:
    found = _places(text, words)
    if after:
        ends = {stop for _start, stop in _places(text, after)}
        if not ends:
            raise CannotEdit(Problem.GONE, after)
        found = [one for one in found if _space_before(text, one[0]) in ends] or [
            one for one in found if len(ends) == 1 and one[0] >= min(ends)
        ][:1]
    return _only(found, words)


def _space_before(text: str, place: int) -> int:
    return len(text[:place].rstrip())


def _only(found: list[tuple[int, int]], words: str) -> tuple[int, int]:
    if not found:
        raise CannotEdit(Problem.GONE, words)
    if len(found) > 1:
        raise CannotEdit(Problem.SEVERAL, words)
    return found[0]


def _places(text: str, words: str) -> list[tuple[int, int]]:
    """Return where words stand by themselves; without regard to case where they do not as typed.

    Never inside a Latin word or number, never before a mark that belongs to a Thai character.
    """
    if not words:
        return []
    inner = r"\s+".join(re.escape(part) for part in words.split())
    head = r"(?<![A-Za-z0-9])" if _is_latin(words[0]) else ""
    tail = r"(?![A-Za-z0-9])" if _is_latin(words[-1]) else ""
    pattern = rf"{head}{inner}{tail}(?![{_MARK}])"
    found = [one.span() for one in re.finditer(pattern, text)]
    return found or [one.span() for one in re.finditer(pattern, text, re.IGNORECASE)]


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _joined(left: str, words: str, right: str) -> str:
    """Put words between two parts, with the spaces that a reader expects."""
    return left + _gap(left, words) + words + _gap(words, right) + right


def _closed_up(left: str, right: str) -> str:
    return left + _gap(left, right) + right


def _gap(left: str, right: str) -> str:
    if not left or not right or left[-1].isspace() or right[0].isspace():
        return ""
    if right[0] in _CLOSES or left[-1] in _OPENS:
        return ""
    return "" if _is_thai(left[-1]) and _is_thai(right[0]) else " "


def _is_thai(letter: str) -> bool:
    return _THAI[0] <= letter <= _THAI[1]


# ---------------------------------------------------------------------------------- deriving


def derive(before: str, after: str, language: str) -> tuple[Edit, ...]:
    """Return the edits that make one wording of another, in the order in which they are made.

    Made one after the other they give exactly ``after``; where no such edits can be told, the whole
    text is substituted. Nothing where nothing changes.
    """
    before, after = before.strip(), after.strip()
    if before == after:
        return ()
    whole = (Edit(Action.SUBSTITUTE, new=Text.of(after, language)),)
    if not before:
        return whole
    made: list[Edit] = []
    done, rest, gone = "", before, ""
    for kind, words in [*changes(before, after), ("same", "")]:
        if kind == "del":
            gone = words
            continue
        come = words if kind == "ins" else ""
        if gone or come:
            edit = _between(done, gone, come, rest[len(gone) :], language)
            if edit is None:
                return whole
            made.append(edit)
            done, rest, gone = done + come, rest[len(gone) :], ""
        if kind == "same":
            done, rest = done + words, rest[len(words) :]
    return tuple(made) if _gives(made, before, after, language) else whole


def _gives(made: Sequence[Edit], before: str, after: str, language: str) -> bool:
    words = before
    try:
        for one in made:
            words = apply(one, words, language)
    except CannotEdit:
        return False
    return words == after


def _between(done: str, gone: str, come: str, rest: str, language: str) -> Edit | None:
    """Return the edit that strikes and inserts between two parts, with what tells its place."""
    gone_words, come_words = gone.strip(), come.strip()
    if not gone_words and not done.strip():
        first = next((one for one in pieces(rest) if one.strip()), "")
        gone_words, come_words = first, f"{come.lstrip()}{first}".strip()
    text, wanted = done + gone + rest, done + come + rest
    for after in _contexts(done, needed=not gone_words):
        edit = _edit(gone_words, come_words, after, language)
        if edit is not None and _gives([edit], text, wanted, language):
            return edit
    return None


def _edit(gone: str, come: str, after: str, language: str) -> Edit | None:
    struck, new, where = (Text.of(words, language) for words in (gone, come, after))
    if gone and come:
        return Edit(Action.REPLACE, struck, new, where)
    if gone:
        return Edit(Action.STRIKE, struck, after=where)
    return Edit(Action.INSERT, new, after=where) if come else None


def _contexts(done: str, *, needed: bool) -> Iterable[str]:
    """Yield ever longer last words of a text, none of them first where none are needed."""
    yield "" if not needed else _last(done, 1)
    cut = pieces(done)
    for count in range(1, min(len(cut), _MOST_CONTEXT) + 1):
        words = "".join(cut[-count:]).strip()
        if words:
            yield words


def _last(done: str, count: int) -> str:
    return "".join([one for one in pieces(done) if one.strip()][-count:])

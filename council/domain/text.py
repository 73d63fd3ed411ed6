"""A text in one or more languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def whole(words: str) -> str:
    """Return words without half characters, which no file can hold.

    Two halves that belong together become their character, a lone one U+FFFD. A keyboard or a
    paste hands such halves over when it cuts an emoji in two.
    """
    try:
        words.encode()
    except UnicodeEncodeError:
        return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return words


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one or more languages, kept in the order in which they were given.

    ``values`` holds (language code, words) pairs; a language stands in it at most once.
    """

    values: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, words: str, language: str) -> Text:
        """Make a text in one language; empty words give the empty text."""
        return cls(((language, words),)) if words else cls()

    @classmethod
    def from_data(cls, data: str | Mapping[str, str] | None, first_language: str) -> Text:
        """Read a string (the first language) or a mapping of language to words."""
        if data is None:
            return cls()
        if isinstance(data, str):
            return cls.of(data, first_language)
        return cls(tuple((language, words) for language, words in data.items() if words))

    def to_data(self) -> dict[str, str]:
        """Return a plain mapping of language to words."""
        return dict(self.values)

    def __bool__(self) -> bool:
        return bool(self.values)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.values)

    def get(self, language: str) -> str:
        """Return the words in exactly this language, or an empty string."""
        return dict(self.values).get(language, "")

    def best(self, language: str) -> tuple[str, str]:
        """Return (words, their language): the wanted one, else the first there is."""
        words = self.get(language)
        if words:
            return words, language
        return (self.values[0][1], self.values[0][0]) if self.values else ("", language)

    def show(self, language: str) -> str:
        """Return the words in the wanted language, else in the first there is."""
        return self.best(language)[0]

    def put(self, language: str, words: str) -> Text:
        """Return a copy with the words of one language set, or removed when empty."""
        kept = [(code, value) for code, value in self.values if code != language or words]
        found = any(code == language for code, _ in kept)
        changed = [(code, words if code == language else value) for code, value in kept]
        return Text(tuple(changed if found or not words else [*changed, (language, words)]))

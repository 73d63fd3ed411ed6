"""The kinds of field a rule may have."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from council.domain.messages import Message
from council.services.rules.words import coded

if TYPE_CHECKING:
    from council.domain.rules.book import RuleBook

Kind = Literal["whole", "choice", "fraction", "truth", "words", "many"]
When = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Field:
    """One field; ``when`` names another field and what it must hold for this one to count.

    ``choices`` are (code, words); an ``optional`` field may stay empty.
    """

    name: str
    kind: Kind
    choices: tuple[tuple[str, Message | str], ...] = ()
    least: int = 0
    most: int = 9999
    optional: bool = False
    when: When | None = None

    @property
    def label(self) -> Message:
        """What stands above the field."""
        return Message(f"rule_field.{self.name.rpartition('.')[2]}")

    def counts(self, given: dict[str, Any]) -> bool:
        """Tell whether the field counts with what the others hold."""
        return self.when is None or given.get(self.when[0]) in self.when[1]


Many = Callable[["RuleBook", list[Any]], Field]


def whole(
    name: str, least: int, *, most: int = 9999, optional: bool = False, when: When | None = None
) -> Field:
    """Make a field for a whole number."""
    return Field(name, "whole", least=least, most=most, optional=optional, when=when)


def truth(name: str, *, when: When | None = None) -> Field:
    """Make a field for yes or no."""
    return Field(name, "truth", when=when)


def fraction(name: str, *, optional: bool = False, when: When | None = None) -> Field:
    """Make a field for an exact fraction such as 2/3."""
    return Field(name, "fraction", optional=optional, when=when)


def words(name: str) -> Field:
    """Make a field for a sentence."""
    return Field(name, "words")


def choice(name: str, codes: Iterable[str], *, when: When | None = None) -> Field:
    """Make a choice of codes that have a word of their own."""
    found = tuple((str(code), Message(f"rule_choice.{code}")) for code in codes)
    return Field(name, "choice", choices=found, when=when)


def named(
    name: str,
    group: str,
    codes: Iterable[str],
    *,
    optional: bool = False,
    when: When | None = None,
) -> Field:
    """Make a choice of codes that have their words in a group of the catalogue."""
    found = tuple((str(code), coded(group, code)) for code in codes)
    return Field(name, "choice", choices=found, optional=optional, when=when)


def many(name: str, group: str, codes: Iterable[str]) -> Field:
    """Make a list to tick, each code once."""
    return Field(
        name, "many", choices=tuple((code, coded(group, code)) for code in dict.fromkeys(codes))
    )

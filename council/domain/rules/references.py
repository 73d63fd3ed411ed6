"""Names by which one rule calls on another: requirements and qualifications that must exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain.messages import Message

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from council.domain.rules.values import Value


def missing_name(keys: Container[str], key: str, value: Value) -> tuple[str, Message] | None:
    """Return the part of a value that names a rule not among the keys, with the reason.

    None when all that it names are there.
    """
    for part, name, family in _named(key, value) if value.known else ():
        if f"{family}.{name}" not in keys:
            return f"{key}.{part}", Message(f"reason.no_{family}", {"value": name})
    return None


def _named(key: str, value: Value) -> Iterator[tuple[str, str, str]]:
    """Yield (part, name, family) of every rule that a value calls on."""
    family = key.partition(".")[0]
    if family == "motion" and value.value.is_voted_on:
        yield "vote", value.value.vote, "requirement"
    elif family == "late_item":
        for part, name in (("vote", value.value.vote), ("then", value.value.then)):
            if name:
                yield part, name, "requirement"
    elif family == "eligibility":
        for name in value.value:
            yield "needs", name, "qualification"

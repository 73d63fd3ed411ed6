"""What a judge answers: whether a rule is met, the sum behind it as data, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from council.domain.messages import Message


@dataclass(frozen=True, slots=True)
class Ruling:
    """The verdict on one rule: ``holds`` is None when it cannot be determined.

    ``verified`` is false when the rule still has to be confirmed by the council.
    """

    holds: bool | None
    message: Message
    source: str = ""
    verified: bool = True

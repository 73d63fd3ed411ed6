"""What is odd about a record, as data; a finding never changes what was recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from council.domain.messages import Message
    from council.domain.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One oddity.

    Where it is (a path such as ``meetings/m1/motions/x``), what was expected and found.
    """

    severity: Severity
    where: str
    code: str
    message: Message
    expected: Any = None
    found: Any = None

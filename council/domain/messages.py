"""What the core wants to say: a code with parameters, never a finished sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Message:
    """A code of the core catalogue with its parameters; the catalogue renders it in a language."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)


class CouncilError(Exception):
    """Base of everything that went wrong on *their* side: bad input, a locked file, a full disk.

    ``message`` is rendered by the catalogue; ``str()`` gives code and parameters for the log.
    """

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(f"{code} {params}" if params else code)
        self.message = Message(code, params)

    @property
    def code(self) -> str:
        """Return the catalogue's code of what went wrong."""
        return self.message.code


class FileRefused(CouncilError):
    """The council file cannot be opened, read or written."""


class InputRefused(CouncilError):
    """Something typed or imported cannot be taken as it is."""


class NotAllowed(CouncilError):
    """The step is not possible in the state the record is in (for example a locked document)."""

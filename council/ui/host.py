"""What the window needs from the program that wires it: opening, founding and closing files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from council.domain.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from council.services.desk import Desk
    from council.services.members.names import NameGuess
    from council.ui.dispatcher import Dispatcher


@dataclass
class OpenCouncil:
    """A council file that is open: the writer behind the dispatcher, the GUI's reader."""

    path: Path
    dispatcher: Dispatcher
    reader: Desk
    read_only: bool = False

    def close(self) -> None:
        """Let go of the file."""
        self.reader.close()
        self.dispatcher.close()


@dataclass
class Founding:
    """Everything the three pages of *New council* collect."""

    name: Text = field(default_factory=Text)
    languages: tuple[str, ...] = ("en",)
    time_zone: str = "UTC"
    place: Text = field(default_factory=Text)
    pack: str = "ronr"
    seats: int = 9
    paper: str = "A4"
    digits: str = "latn"
    overrides: dict[str, Any] = field(default_factory=dict)
    people: list[NameGuess] = field(default_factory=list)


class Host(Protocol):
    """The program around the window. Every method raises FileRefused with a sentence to show."""

    def open(self, path: Path, *, read_only: bool = False) -> OpenCouncil:
        """Open a council file."""

    def found(self, path: Path, founding: Founding) -> None:
        """Create a council file with its council, seats and people, and close it."""

    def demo(self) -> Path:
        """Build the demo council and return its file."""

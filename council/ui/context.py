"""What a page may use of the program around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from council import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.domain.messages import Message
    from council.domain.text import Text
    from council.services.council import CouncilInfo
    from council.services.desk import Desk
    from council.ui.dispatcher import Dispatcher
    from council.ui.settings import Settings


class Navigate(Protocol):
    """Go to a page: ``navigate("meeting", uid, step="plan")``."""

    def __call__(self, route: str, uid: str = "", **more: Any) -> None:
        """Show the page of a route; ``uid`` and ``more`` reach its ``show_for``."""


class Announce(Protocol):
    """Say something short in the window, without a dialog; tones: ok, info, warn, no."""

    def __call__(self, text: str, tone: str = "ok") -> None:
        """Show the sentence for some seconds and tell it to screen readers."""


class OpenPdf(Protocol):
    """Keep a PDF and offer to open, find or print it."""

    def __call__(self, data: bytes, suggested_name: str) -> None:
        """Save the bytes under the suggested name and show where they are."""


@dataclass
class Context:
    """The program as one page sees it.

    ``reader`` is read only and belongs to the GUI thread; every write goes through ``dispatcher``.
    ``language`` is the window's language, not a document's. ``dress`` changes the colour scheme of
    the window (system, light, dark, high_contrast), which is then built anew.
    """

    dispatcher: Dispatcher
    reader: Desk
    council: CouncilInfo
    language: str
    navigate: Navigate
    announce: Announce
    settings: Settings
    open_pdf: OpenPdf
    dress: Callable[[str], object] | None = None

    def say(self, message: Message) -> str:
        """Render a message of the core in the window's language."""
        return catalogue.say(message, self.language)

    def word(self, code: str, **params: Any) -> str:
        """Return a word of the vocabulary, such as "role.chair", in the window's language."""
        return catalogue.word(code, self.language, **params)

    def shown(self, value: Any) -> str:
        """Return a parameter of a message, such as a name or a day, as the catalogue shows it."""
        return catalogue.show(value, self.language)

    def show(self, text: Text) -> str:
        """Return a text in the window's language, else in the first it has."""
        return text.show(self.language)

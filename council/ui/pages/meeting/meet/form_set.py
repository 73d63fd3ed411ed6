"""The forms of the console; at most one is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from council.ui.pages.meeting.meet.forms import ConsoleForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QScrollArea

    from council.ui.pages.meeting.meet.hold import KeyHold

_MARGIN = 28


def reveal(form: ConsoleForm, scroll: QScrollArea) -> None:
    """Scroll to the whole of a form, once it has its place."""

    def show() -> None:
        scroll.ensureWidgetVisible(form.done_button, 0, _MARGIN)
        scroll.ensureWidgetVisible(form.first(), 0, _MARGIN)

    QTimer.singleShot(0, form, show)


class FormSet(dict[str, ConsoleForm]):
    """Every form by its name."""

    def __init__(self, forms: Iterable[ConsoleForm]) -> None:
        super().__init__({form.name: form for form in forms})

    def connect_to(self, hold: KeyHold, closed: Callable[[], object]) -> None:
        """Let keys wait for what a form records; ``closed`` is called when one is done."""
        for form in self.values():
            form.hold = hold
            form.closed.connect(closed)

    def opened(self) -> ConsoleForm | None:
        """Return the form that is open."""
        return next((form for form in self.values() if not form.isHidden()), None)

    def flush(self) -> None:
        """Keep at once what is half typed."""
        for form in self.values():
            form.flush()

    def close_all(self) -> None:
        """Put every form away; what is half typed is kept."""
        self.flush()
        for form in self.values():
            form.hide()

    def half_typed(self) -> str | None:
        """Return the name of a form that was half typed when the program ended."""
        return next((name for name, form in self.items() if form.draft()), None)

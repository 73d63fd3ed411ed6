"""The forms of the console; at most one is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from council.ui.pages.meeting.meet.advice_form import AdviceForm
from council.ui.pages.meeting.meet.correct_form import CorrectForm
from council.ui.pages.meeting.meet.forms import (
    ActionForm,
    CommentForm,
    ConsoleForm,
    GuestForm,
    NoteForm,
)
from council.ui.pages.meeting.meet.motion_form import MotionForm
from council.ui.pages.meeting.meet.ruling_form import RulingForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QScrollArea

    from council.ui.context import Context
    from council.ui.pages.meeting.meet.hold import KeyHold

_MARGIN = 28
_WITH_DRAFT = ("motion", "action", "note", "comment", "guest")


def reveal(form: ConsoleForm, scroll: QScrollArea) -> None:
    """Scroll to the whole of a form, once it has its place."""

    def show() -> None:
        scroll.ensureWidgetVisible(form.done_button, 0, _MARGIN)
        scroll.ensureWidgetVisible(form.first(), 0, _MARGIN)

    QTimer.singleShot(0, form, show)


class FormSet(dict[str, ConsoleForm]):
    """Every form by its name."""

    def __init__(self, context: Context, meeting_uid: str) -> None:
        self.motion = MotionForm(context, meeting_uid)
        self.correct = CorrectForm(context, meeting_uid)
        self.advice = AdviceForm(context, meeting_uid)
        made: tuple[ConsoleForm, ...] = (
            self.motion,
            ActionForm(context, meeting_uid),
            NoteForm(context, meeting_uid),
            CommentForm(context, meeting_uid),
            GuestForm(context, meeting_uid),
            self.correct,
            RulingForm(context, meeting_uid),
            self.advice,
        )
        super().__init__({form.name: form for form in made})

    def connect_to(self, hold: KeyHold, closed: Callable[[], object]) -> None:
        """Let keys wait for what a form records; ``closed`` is called when one is done."""
        for form in self.values():
            form.hold = hold
            form.closed.connect(closed)

    def opened(self) -> ConsoleForm | None:
        """Return the form that is open."""
        return next((form for form in self.values() if not form.isHidden()), None)

    def close_all(self) -> None:
        """Put every form away; what is half typed is kept."""
        for form in self.values():
            form.flush()
            form.hide()

    def half_typed(self) -> str | None:
        """Return the name of a form that was half typed when the program ended."""
        return next((name for name in _WITH_DRAFT if self[name].draft()), None)

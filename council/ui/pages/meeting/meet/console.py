"""Meet: the live console. Everything has a key; nothing is asked; a mistake costs one Ctrl+Z.

The console is a thin shell: where things stand, where the keyboard is, and which part takes a key.
What a secretary does is in ``parts``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer

from council.services.desk import ALL_CHANGES
from council.ui.actions import Command
from council.ui.kit.narrow import when_narrow
from council.ui.pages.meeting.meet import snapshot
from council.ui.pages.meeting.meet.edges import HintBar
from council.ui.pages.meeting.meet.form_set import FormSet, reveal
from council.ui.pages.meeting.meet.frames import ConsoleFrames
from council.ui.pages.meeting.meet.hold import KeyHold
from council.ui.pages.meeting.meet.part import Part, Press
from council.ui.pages.meeting.meet.parts.closed import ClosedSession
from council.ui.pages.meeting.meet.parts.consent import Consent
from council.ui.pages.meeting.meet.parts.notices import Notices
from council.ui.pages.meeting.meet.parts.people import People
from council.ui.pages.meeting.meet.parts.proceedings import Proceedings
from council.ui.pages.meeting.meet.parts.questions import Motions
from council.ui.pages.meeting.meet.parts.speakers import Speakers
from council.ui.pages.meeting.meet.parts.timeline import Timeline
from council.ui.pages.meeting.meet.parts.voting import Voting
from council.ui.pages.meeting.meet.parts.words import Words
from council.ui.pages.meeting.meet.reading_order import last_stop, next_stop
from council.ui.pages.meeting.step import Step

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from council.ui.context import Context
    from council.ui.pages.meeting.meet.forms import ConsoleForm
    from council.ui.pages.meeting.meet.snapshot import Snapshot

CLOCK_MS = 1_000
NARROW = 1160


class MeetStep(Step):
    """Agenda, the question before the meeting, the room."""

    watches: ClassVar[frozenset[str]] = ALL_CHANGES

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self._reader = snapshot.SnapshotReader(context.reader, meeting_uid)
        self.shot: Snapshot = self._reader.read().shot
        self.show_steps = False
        self._restored, self._shown = False, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Meeting console"))
        self.hold = KeyHold(self)
        self.parts = self._make_parts()
        self.forms = FormSet(form for part in self.parts for form in part.forms())
        self.forms.connect_to(self.hold, self._on_form_closed)
        self.hints = HintBar()
        self.hints.steps.clicked.connect(self.toggle_steps)
        self.frames = ConsoleFrames(
            [one for part in self.parts for one in part.placed()], self.forms, self.hints
        )
        self.setLayout(self.frames.whole)
        when_narrow(self, NARROW, self.frames.fold)
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MS)
        self._clock.timeout.connect(self._tick)
        self._clock.start()

    def _make_parts(self) -> tuple[Part, ...]:
        """Build the parts; the first one asked for a key or the keyboard is the first one here."""
        self.proceedings, self.people = Proceedings(self), People(self)
        self.motions, self.voting = Motions(self), Voting(self)
        self.words, self.timeline = Words(self), Timeline(self)
        self.speakers, self.notices = Speakers(self), Notices(self)
        self.closed, self.consent = ClosedSession(self), Consent(self)
        return (
            self.proceedings, self.people, self.motions, self.voting, self.words, self.timeline,
            self.speakers, self.closed, self.consent, self.notices,
        )  # fmt: skip

    # ------------------------------------------------------------------ showing

    def bare(self) -> bool:
        """Take the whole height while the meeting is in session."""
        return self.shot.in_session and not self.show_steps

    def toggle_steps(self) -> None:
        """Show or hide the title and the stepper during a meeting."""
        self.show_steps = not self.show_steps
        self.header_changed.emit()

    def refresh(self) -> None:
        """Show what changed; forms that are open keep what is typed."""
        self._show(self._reader.read())

    def _show(self, reading: snapshot.Reading) -> None:
        self.shot = reading.shot
        for part in self.parts:
            if not self._shown or part.shows & reading.changed:
                part.show_meeting(self.shot)
        self._shown = True
        form = self.forms.opened()
        if form is not None:
            form.show_meeting(self.shot)
        self.arrange()
        if not self._restored:
            self._restored = True
            self._restore()

    def arrange(self) -> None:
        """Show what belongs on the screen now, with what is open in front.

        The keyboard never stays with what went, nor with what Qt puts it on then.
        """
        held = self.focusWidget()
        live, writing = self.shot.in_session, self.forms.opened() is not None
        asking = any(part.asking() for part in self.parts)
        self.frames.scroll.setVisible(live or writing)
        for part in self.parts:
            part.arrange(writing=writing, asking=asking)
        self.hints.steps.setVisible(live)
        if held is not None and not held.isVisibleTo(self):
            self.rest()

    def scroll_to(self, widget: QWidget, margin: int = 12) -> None:
        """Let a widget of the middle be seen whole."""
        self.frames.scroll.ensureWidgetVisible(widget, 0, margin)

    def _restore(self) -> None:
        """Open the form that was half typed when the program ended, or go to what is open."""
        name = self.forms.half_typed() if self.shot.in_session else None
        if name is not None:
            self.open_form(name)

    def _tick(self) -> None:
        if self.isVisible() and self.shot.in_session:
            now = self.context.reader.now()
            for part in self.parts:
                part.tick(now)

    # ------------------------------------------------------------------ where the keyboard is

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._take_focus)

    def _take_focus(self) -> None:
        if not self.isVisible() or self.forms.opened() is not None:
            return
        if not any(part.arrive() for part in self.parts):
            self.rest()

    def rest(self, *_answer: object) -> None:
        """Put the keyboard where work goes on: an open vote, else the console itself."""
        if self.forms.opened() is not None:
            return
        if not any(part.rest() for part in self.parts):
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_free(self) -> bool:
        """Tell whether the meeting waits for what is moved: no form and no vote is open."""
        return self.shot.in_session and self.forms.opened() is None and self.shot.vote is None

    def live_only(self) -> bool:
        """Tell whether the meeting is in session; say so when it is not."""
        if self.shot.in_session:
            return True
        self.context.announce(self.tr("The meeting is not in session."), "warn")
        return False

    def reveal(self, **more: Any) -> None:
        """Let the parts know what somebody came for."""
        for part in self.parts:
            part.reveal(**more)

    def leave(self) -> None:
        """Keep what is half typed."""
        self.forms.flush()
        for part in self.parts:
            part.leave()

    # ------------------------------------------------------------------ forms

    def open_form(self, name: str) -> None:
        """Open a form by its name, with its draft if there is one, in place of any other."""
        self.close_forms()
        self.forms[name].start(self.shot)
        self.opened(self.forms[name])

    def opened(self, form: ConsoleForm) -> None:
        """Make room for a form that was just begun, and show it whole."""
        self.arrange()
        reveal(form, self.frames.scroll)

    def close_forms(self) -> None:
        """Put every form and question away; what is half typed is kept."""
        self.forms.close_all()
        for part in self.parts:
            part.put_away()

    def _on_form_closed(self) -> None:
        for form in self.forms.values():
            form.hide()
        self.arrange()
        self.rest()

    # ------------------------------------------------------------------ keys and commands

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802 - Qt's name
        """Let Tab go through the columns as they are read, then to the rest of the window."""
        following = next_stop(self, onward=onward)
        if following is None:
            return super().focusNextPrevChild(onward)
        reason = Qt.FocusReason
        following.setFocus(reason.TabFocusReason if onward else reason.BacktabFocusReason)
        return True

    def last(self) -> QWidget | None:
        """Return where Shift+Tab comes in: the end of the foot."""
        return last_stop(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer a key to the parts; Escape puts away what is open."""
        press = Press.of(event)
        if any(part.take_key(press) for part in self.parts):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.close_forms()
            self.arrange()
            self.rest()
        else:
            super().keyPressEvent(event)

    def commands(self) -> list[Command]:
        """Return what can be done here; keys hold while the console is in front."""
        steps = Command(
            self.tr("Title and steps"), self.toggle_steps, "list", "Ctrl+Shift+S",
            self.tr("Meeting"),
        )  # fmt: skip
        return [*(one for part in self.parts for one in part.commands()), steps]

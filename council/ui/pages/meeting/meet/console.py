"""Meet: the live console. Everything has a key; nothing is asked; a mistake costs one Ctrl+Z."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from council.domain.order.motions import RULED
from council.domain.vocabulary import MeetingState, MotionKind
from council.services import meetings
from council.services.planning import agenda
from council.services.session import attendance, motions, noting
from council.services.voting import votes
from council.ui.kit import GROW, ConfirmInline, frame, row, scrolled, stack
from council.ui.kit.narrow import when_narrow
from council.ui.pages.meeting.meet import snapshot
from council.ui.pages.meeting.meet.agenda_column import AgendaColumn
from council.ui.pages.meeting.meet.commands import ConsoleCommands
from council.ui.pages.meeting.meet.edges import HintBar, after_the_meeting, before_the_meeting
from council.ui.pages.meeting.meet.form_set import FormSet, reveal
from council.ui.pages.meeting.meet.hold import KeyHold
from council.ui.pages.meeting.meet.keys import digit, is_enter, letter
from council.ui.pages.meeting.meet.method_picker import MethodPicker
from council.ui.pages.meeting.meet.now_column import NowHeader, Questions
from council.ui.pages.meeting.meet.order_line import DISPOSE, OrderLine
from council.ui.pages.meeting.meet.room_column import RoomColumn
from council.ui.pages.meeting.meet.vote_panel import VotePanel
from council.ui.pages.meeting.step import Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from council.domain.messages import Message
    from council.services.session.timeline import TimelineRow
    from council.ui.actions import Command
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

CLOCK_MS, LAID_OUT_MS = 1_000, 20  # by the second what grew has its place
REREAD_TICKS, NARROW = 20, 1160
_LINES = ("key", "motion", "note", "comment")


class MeetStep(Step):
    """Agenda, the question before the meeting, the room."""

    watches: ClassVar[frozenset[str]] = snapshot.READ_FROM

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.shot: Snapshot = snapshot.read(context.reader, meeting_uid)
        self.show_steps = False
        self._restored, self._ticks = False, 0
        self._commands = ConsoleCommands()
        self._was_in_session = self.shot.in_session
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Meeting console"))
        self.hold = KeyHold(self, self.commands)
        self.agenda = AgendaColumn(context.language)
        self.room = RoomColumn(context)
        self.header, self.questions = NowHeader(context), Questions(context)
        self.order = OrderLine(context)
        self.picker, self.vote = MethodPicker(context), VotePanel(context, self.hold)
        self.forms = FormSet(context, meeting_uid)
        self.motion, self.correct = self.forms.motion, self.forms.correct
        self.confirm = ConfirmInline("", self.tr("Adjourn"))
        self._lay_out()
        self._connect()
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MS)
        self._clock.timeout.connect(self._tick)
        self._clock.start()

    # ------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        # Whatever is not shown at once must not make the window grow while it is built.
        for hidden in (self.picker, self.vote, self.confirm, *self.forms.values()):
            hidden.hide()
        self.begin, self.over = before_the_meeting(), after_the_meeting()
        self._live = QWidget()
        self._live.setLayout(
            stack(
                self.header, self.questions, self.picker, self.vote,
                *self.forms.values(), self.order, GROW, gap=12, pad=(20, 12, 20, 12),
            )
        )  # fmt: skip
        self._centre = stack(row(self.confirm, pad=(20, 12, 20, 0)), gap=0)  # never scrolled away
        self._scroll = scrolled(self._live)
        self._centre.addWidget(self.begin, 1)
        self._centre.addWidget(self.over, 1)
        self._centre.addWidget(self._scroll, 1)
        for later in (self.begin, self.over, self._scroll):
            later.hide()
        middle = frame("canvas", self._centre)
        body = row(self.agenda, (middle, 1), self.room, gap=0)
        self.hints = HintBar()
        self.hints.steps.clicked.connect(self.toggle_steps)
        self.setLayout(stack((body, 1), self.hints, gap=0))
        when_narrow(self, NARROW, self.agenda.fold)

    def _connect(self) -> None:
        self.begin.acted.connect(self.call_to_order)
        self.over.acted.connect(self._on_minutes)
        self.agenda.wanted.connect(self._on_item)
        self.room.line_wanted.connect(self._on_line)
        self.room.guest_wanted.connect(self.add_guest)
        people = self.room.people
        people.toggled.connect(self._on_toggled)
        people.marked.connect(self._on_marked)
        people.roll_called.connect(self._on_roll)
        people.left.connect(self.rest)
        self.order.move_wanted.connect(self._on_move)
        self.order.dispose_wanted.connect(self._on_dispose)
        self.order.vote_wanted.connect(self.take_vote)
        self.order.ruling_wanted.connect(self.rule)
        self.order.note_wanted.connect(self.take_note)
        self.picker.picked.connect(self._on_method)
        self.picker.closed.connect(self._close_picker)
        self.vote.finished.connect(self.rest)
        self.vote.grew.connect(self._show_grown)
        self.questions.take_back_wanted.connect(self._on_take_back)
        self.questions.ruled_out.connect(self._on_rule_out)
        self.confirm.confirmed.connect(self._on_adjourn)
        self.confirm.cancelled.connect(self._close_picker)
        self.forms.connect_to(self.hold, self._on_form_closed)

    # ------------------------------------------------------------------ showing

    def bare(self) -> bool:
        """Take the whole height while the meeting is in session."""
        return self.shot.in_session and not self.show_steps

    def toggle_steps(self) -> None:
        """Show or hide the title and the stepper during a meeting."""
        self.show_steps = not self.show_steps
        self.header_changed.emit()

    def refresh(self) -> None:
        """Read the meeting anew; forms that are open keep what is typed."""
        self.shot = snapshot.read(self.context.reader, self.meeting_uid)
        shot = self.shot
        self.agenda.show_meeting(shot)
        self.room.show_meeting(shot)
        self.begin.setVisible(shot.meeting.state in (MeetingState.PLANNED, MeetingState.NOTICED))
        self.over.setVisible(shot.meeting.state in (MeetingState.HELD, MeetingState.CANCELLED))
        writing = self.forms.opened() is not None
        self._scroll.setVisible(shot.in_session or writing)
        if writing:
            self.begin.hide()
            self.over.hide()
        self.header.show_meeting(shot)
        self.questions.show_meeting(shot)
        self.order.show_meeting(shot)
        self._show_vote()
        for form in self.forms.values():
            if not form.isHidden():
                form.show_meeting(shot)
        self.hints.steps.setVisible(shot.in_session)
        if shot.in_session and not self._was_in_session:
            self.go_to_room()
        self._was_in_session = shot.in_session
        if not self._restored:
            self._restored = True
            self._restore()

    def _show_vote(self) -> None:
        shot = self.shot
        busy = self.forms.opened() is not None
        asking = not (self.picker.isHidden() and self.confirm.isHidden())
        self.order.setVisible(shot.in_session and not busy and not asking)
        self.vote.setVisible(shot.vote is not None and not busy)
        if shot.vote is not None:
            fresh = self.vote.vote is None or self.vote.vote.uid != shot.vote.uid
            self.picker.hide()
            self.vote.show_vote(shot)
            if fresh and not busy and self.isVisible():
                self.vote.take_focus()
                QTimer.singleShot(0, self, self._show_verdict)
        else:
            self.vote.vote = None
        if shot.top is None:
            self.picker.hide()

    def _show_verdict(self) -> None:
        """Scroll to the foot of the open vote: what Enter declares is always to be seen."""
        if self.vote.isVisible():
            self._scroll.ensureWidgetVisible(self.vote.verdict, 0, 28)

    def _show_grown(self) -> None:
        QTimer.singleShot(LAID_OUT_MS, self, self._show_verdict)

    def _restore(self) -> None:
        """Open the form that was half typed when the program ended, or go to what is open."""
        if not self.shot.in_session:
            return
        name = self.forms.half_typed()
        if name is not None:
            self._open_named(name)

    def _tick(self) -> None:
        if not self.isVisible() or not self.shot.in_session:
            return
        self._ticks += 1
        if self._ticks % REREAD_TICKS:
            self.header.show_meeting(replace(self.shot, now=self.context.reader.now()))
        else:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._take_focus)

    def _take_focus(self) -> None:
        if self.isVisible() and self.forms.opened() is None:
            if self.shot.in_session and not self.shot.roll_taken:
                self.go_to_room()
            elif not self.room.reveal_wanted():
                self.rest()
            self._show_verdict()

    # ------------------------------------------------------------------ where the keyboard is

    def rest(self, *_answer: object) -> None:
        """Put the keyboard where work goes on: an open vote, else the console itself."""
        if self.forms.opened() is not None:
            return
        if self.shot.vote is not None and not self.vote.isHidden():
            self.vote.take_focus()
        else:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _close_forms(self) -> None:
        self.forms.close_all()
        self.picker.hide()
        self.confirm.hide()

    def _on_form_closed(self) -> None:
        for form in self.forms.values():
            form.hide()
        self.refresh()
        self.rest()

    def _close_picker(self) -> None:
        self.picker.hide()
        self._show_vote()
        self.rest()

    def live_only(self) -> bool:
        """Tell whether the meeting is in session; say so when it is not."""
        if self.shot.in_session:
            return True
        self.context.announce(self.tr("The meeting is not in session."), "warn")
        return False

    def _open_named(self, name: str) -> None:
        self._close_forms()
        form = self.forms[name]
        form.start(self.shot)
        self.refresh()
        reveal(form, self._scroll)

    def reveal(self, **more: Any) -> None:
        """Remember which line of the timeline somebody came for."""
        self.room.wanted = next((str(more[name]) for name in _LINES if more.get(name)), "")

    def leave(self) -> None:
        """Keep what is half typed."""
        for form in self.forms.values():
            form.flush()

    # ------------------------------------------------------------------ keys of the console

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits for what is in order, W S O for the question, Enter to begin."""
        if is_enter(event) and not self.begin.isHidden():
            self.call_to_order()
            return
        number, typed = digit(event), letter(event)
        free = self.shot.in_session and self.forms.opened() is None and self.shot.vote is None
        if free and number in self.order.digits:
            self.state(self.order.digits[number])
        elif free and typed in DISPOSE and self.shot.top is not None:
            self._on_dispose(DISPOSE[typed])
        elif free and typed == "T" and self.order.can_note():
            self.take_note()
        elif free and typed == "R":
            self.rule()
        elif typed == "M" and self.shot.in_session and self.forms.opened() is None:
            self.order.open_others()
        elif event.key() == Qt.Key.Key_Escape:
            self._close_forms()
            self.refresh()
            self.rest()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ the meeting

    def call_to_order(self) -> None:
        """Open the meeting, now; the roll is taken next."""
        self._run(meetings.call_to_order, self.meeting_uid, on_error=self._refused)

    def adjourn(self) -> None:
        """Ask in place whether to adjourn; it makes the votes final."""
        if not self.live_only():
            return
        self._close_forms()
        words = self.tr("Adjourn now? The votes become final.")
        if still_open := len(self.shot.pending):
            words = self.tr("Adjourn now? {count} questions are still open.")
            words = words.format(count=still_open)
        self.confirm.set_question(words)
        self.confirm.show()
        self.order.hide()
        self.confirm.yes_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_adjourn(self) -> None:
        self._run(meetings.adjourn, self.meeting_uid, on_done=self._adjourned,
                  on_error=self._refused)  # fmt: skip

    def _adjourned(self, _uid: str) -> None:
        self.over.button.setFocus() if self.over.button else None

    def recess(self) -> None:
        """Begin a recess, or end the one that lasts."""
        if self.live_only():
            service = meetings.end_recess if self.shot.recess else meetings.begin_recess
            self._run(service, self.meeting_uid, on_error=self._refused)

    def next_item(self) -> None:
        """Take up the next item."""
        if self.live_only():
            self._run(agenda.next_item, self.meeting_uid, on_error=self._refused)

    def _on_item(self, uid: str) -> None:
        if self.live_only():
            self._run(agenda.go_to_item, self.meeting_uid, uid, on_error=self._refused)
            self.rest()

    def _on_minutes(self) -> None:
        self.context.navigate("meeting", self.meeting_uid, step="minutes")

    def _run(self, service: Callable[..., object], *args: Any, **named: Any) -> None:
        """Run a service; keys pressed meanwhile wait for it."""
        self.hold.run(self.context, service, *args, **named)

    def _refused(self, message: Message) -> None:
        self.context.announce(self.context.say(message), "warn")

    # ------------------------------------------------------------------ the room

    def go_to_room(self) -> None:
        """Put the keyboard on the people."""
        self.room.people.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_toggled(self, uid: str) -> None:
        if self.live_only():
            self._run(attendance.toggle, self.meeting_uid, uid, on_error=self._refused)

    def _on_marked(self, uid: str, state: str) -> None:
        if state == "recused":
            item = self.shot.current.uid if self.shot.current else None
            self._run(attendance.recuse, self.meeting_uid, item, uid, on_error=self._refused)
        else:
            self._run(attendance.mark, self.meeting_uid, uid, state, on_error=self._refused)

    def _on_roll(self, absent: list[str]) -> None:
        self._run(attendance.all_present_except, self.meeting_uid, absent,
                  on_done=self.rest, on_error=self._refused)  # fmt: skip

    def add_guest(self) -> None:
        """Open the line for a guest."""
        if self.live_only():
            self._open_named("guest")

    # ------------------------------------------------------------------ questions

    def new_motion(self) -> None:
        """Open the form of a main motion, or the one that was half typed."""
        if not self.live_only():
            return
        if self.motion.draft():
            self._open_named("motion")
        else:
            self.state(MotionKind.MAIN if self.shot.top is None else self._usual_kind())

    def _usual_kind(self) -> MotionKind:
        """Return what is mostly moved while something is pending: an amendment where it can be."""
        kinds = {kind for kind, _needs in self.shot.order.possible}
        return MotionKind.AMEND if MotionKind.AMEND in kinds else MotionKind.MAIN

    def state(self, kind: MotionKind) -> None:
        """Open the form of a kind of motion."""
        self._close_forms()
        self.motion.begin(kind, self.shot)
        self._show_vote()
        reveal(self.motion, self._scroll)

    def _on_move(self, kind: str) -> None:
        self.state(MotionKind(kind))

    def _on_dispose(self, outcome: str) -> None:
        if self.shot.top is not None:
            self._run(motions.set_outcome, self.shot.top.uid, outcome, on_error=self._refused)

    def take_note(self) -> None:
        """Record that the meeting took note of the item before it."""
        if self.live_only() and self.shot.current is not None:
            self._run(noting.take_note, self.shot.current.uid, on_error=self._refused)

    def _on_rule_out(self, motion_uid: str) -> None:
        self._run(motions.rule_out_of_order, motion_uid, on_error=self._refused)

    def rule(self) -> None:
        """Record what the chair rules on the open point, or answers."""
        top = self.shot.top
        if top is not None and top.kind in RULED:
            self._open_named("ruling")

    def declare_otherwise(self) -> None:
        """Let the chair declare something else than the rules give."""
        if self.shot.vote is not None:
            self.vote.declare_otherwise()

    def take_vote(self) -> None:
        """Ask how the vote on the open question is taken."""
        if not self.live_only():
            return
        top = self.shot.top
        if top is None:
            self.context.announce(self.tr("No motion is pending."), "warn")
            return
        self._close_forms()
        self._show_vote()
        if self.shot.vote is not None:
            self.vote.take_focus()
            return
        self.picker.begin(top, self.shot)
        self.picker.show()
        self.order.hide()
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.picker, 0, 12))
        self.picker.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_method(self, method: str) -> None:
        if self.shot.top is not None:
            self.picker.hide()
            self._run(votes.open_vote, self.shot.top.uid, method=method,
                      requirement=self.picker.requirement(), on_error=self._refused)  # fmt: skip

    def take_back(self) -> None:
        """Take the last declaration of this item back."""
        voted = [m for m in self.shot.decided if m.vote and m.vote.declared]
        if voted and voted[-1].vote:
            self._on_take_back(voted[-1].vote.uid)

    def _on_take_back(self, vote_uid: str) -> None:
        self._run(votes.take_back, vote_uid, on_error=self._refused)

    # ------------------------------------------------------------------ words

    def action(self) -> None:
        """Open the form of an action."""
        self._open_named("action")

    def note(self) -> None:
        """Open the form of a note."""
        self._open_named("note")

    def comment(self) -> None:
        """Open the form of a public comment."""
        if self.live_only():
            self._open_named("comment")

    def _on_line(self, line: TimelineRow) -> None:
        if line.kind == "advice":
            self._close_forms()
            self.forms.advice.begin(line.uid, self.shot)
            self.refresh()
            reveal(self.forms.advice, self._scroll)
            return
        if not self.correct.can_correct(line, self.shot):
            words = self.tr("This line follows from others. Undo takes the last step back.")
            self.context.announce(words, "info")
            return
        self._close_forms()
        self.correct.begin(line, self.shot)
        self.refresh()

    def commands(self) -> list[Command]:
        """Return what can be done here; keys hold while the console is in front."""
        return self._commands.all_of(self)

"""Approve: corrections of the draft, the meeting that approves it, and the lock."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from council.domain import calendars
from council.domain.text import Text
from council.domain.vocabulary import ItemKind, MeetingState, MinutesState, Outcome
from council.services import meetings, minutes
from council.services.duties import meeting_duties as duties
from council.services.planning import agenda
from council.services.session import motions
from council.ui import facts
from council.ui.kit import (
    GROW,
    Banner,
    Button,
    ConfirmInline,
    Field,
    combo,
    frame,
    group,
    hline,
    label,
    line_edit,
    refill,
    rich,
    row,
    small,
    stack,
)
from council.ui.kit.text import marked_html
from council.ui.once import clear_sent, run_once
from council.ui.pages.meeting.minutes_rules import AdviceList, MinutesDue
from council.ui.pages.meeting.minutes_words import approval_words
from council.ui.pages.meeting.step import Step
from council.ui.pages.rulings import RulingLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

    from council.domain.messages import Message
    from council.services.meetings import MeetingRow
    from council.services.minutes import CorrectionRow
    from council.ui.context import Context

_SIDE = 448


class ApproveStep(Step):
    """A draft is corrected, then approved at a meeting; from then on its words are locked."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"meetings", "minutes", "motions", "votes", "rules", "advice", "publications"}
    )
    scrolls: ClassVar[bool] = True

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self._state = Banner("", "neutral", glyph="info")
        self._locked = Banner("", "accent", glyph="seal-check")
        self._log = stack(gap=0)
        self.place = line_edit(placeholder=self.tr("Page 3, line 5, or item 6.1"))
        self.was, self.now = line_edit(), line_edit()
        self.asked_by = line_edit(width=220)
        self.add = Button(self.tr("List this correction"), "plus")
        self.meeting = combo([], name=self.tr("Approved at"))
        self.motion = combo([], name=self.tr("By the motion"))
        self.approve = Button(self.tr("Approve the minutes"), "seal-check", "primary")
        self.confirm = ConfirmInline(
            self.tr("Lock every word now?"), self.tr("Approve and lock"), self.tr("Not yet")
        )
        self.words = Button(self.tr("Back to the words"), "note-pencil")
        self.next = Button(self.tr("On to publishing"), "arrow-right", "primary")
        self._why = small("", "ink_2", wrap=True)
        self.due, self.advice = MinutesDue(context, meeting_uid), AdviceList(context, meeting_uid)
        self._said = stack(gap=8)
        self._rulings = frame("", self._said)
        self._sent: dict[QLineEdit, str] = {}
        self._meetings: tuple[tuple[str, str], ...] = ()
        self._motions: tuple[tuple[str, str], ...] = ()
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add)
        for field in (self.place, self.was, self.now, self.asked_by):
            field.returnPressed.connect(self._on_add)
        self.meeting.currentIndexChanged.connect(self._on_meeting)
        self.approve.clicked.connect(self._on_approve)
        self.confirm.confirmed.connect(self._on_confirmed)
        self.confirm.cancelled.connect(self._on_cancelled)
        self.words.clicked.connect(self._on_words)
        self.next.clicked.connect(self._on_next)

    def _lay_out(self) -> None:
        self._fields = {
            "place": Field(self.tr("Where"), self.place),
            "was": Field(self.tr("Was"), self.was),
            "now": Field(self.tr("Shall read"), self.now),
            "by": Field(self.tr("Asked for by"), self.asked_by, optional=True, width=220),
        }
        fields = self._fields
        self._form = frame(
            "",
            stack(
                row((fields["place"], 1), fields["by"], gap=12),
                row((fields["was"], 1), (fields["now"], 1), gap=12),
                row(self.add, GROW),
                gap=8,
                pad=(0, 12, 0, 0),
            ),
        )
        self._count = small("")
        corrections = frame(
            "card",
            stack(
                group(self.tr("Corrections"), self._count),
                4,
                self._log,
                self._form,
                gap=0,
                pad=(20, 16, 20, 16),
            ),
        )
        self._meeting_field = Field(self.tr("Approved at"), self.meeting)
        self._motion_field = Field(self.tr("By the motion"), self.motion)
        self._decision = frame(
            "card",
            stack(
                group(self.tr("Approval")),
                self._meeting_field,
                self._motion_field,
                self._why,
                self._rulings,
                small(
                    self.tr(
                        "Approving locks every word, in all languages. It cannot be undone: a "
                        "later error is corrected by a motion to amend the minutes."
                    ),
                    "ink_2",
                    wrap=True,
                ),
                row(self.approve, GROW),
                gap=12,
                pad=(20, 16, 20, 16),
            ),
            _SIDE,
        )
        self.confirm.hide()
        parts = (self._state, self._locked, self.due, corrections, self.advice)
        left = stack(*parts, GROW, gap=16)
        right = stack(self._decision, GROW, gap=0)
        columns = row((left, 1), right, gap=16)
        self.setLayout(stack(self.confirm, (columns, 1), gap=16, pad=(24, 16, 24, 24)))

    # ------------------------------------------------------------------------------- showing

    def refresh(self) -> None:
        """Show the state, the corrections and where the minutes can be approved."""
        desk = self.context.reader
        meeting = meetings.get_meeting(desk, self.meeting_uid)
        approval = minutes.get_approval(desk, self.meeting_uid)
        held = meeting.state == MeetingState.HELD
        self._state.setVisible(approval is None)
        self._state.set_text(self._state_words(meeting))
        self._locked.setVisible(approval is not None)
        if approval is not None:
            self._locked.set_text(approval_words(self.context, approval))
            self.confirm.hide()
        self._form.setVisible(approval is None and held)
        self._decision.setVisible(approval is None and held)
        self._show_corrections()
        self.due.refresh()
        self.advice.refresh()
        if approval is None and held:
            self._show_meetings(meeting)
        self.next.setEnabled(approval is not None)

    def _state_words(self, meeting: MeetingRow) -> str:
        if meeting.state != MeetingState.HELD:
            return self.tr("Minutes are approved after the meeting was held and adjourned.")
        return self.tr(
            "These minutes are a draft. Correct the words under Minutes, list each correction that "
            "was asked for here, and approve them at a later meeting."
        )

    def _show_corrections(self) -> None:
        found = minutes.list_corrections(self.context.reader, self.meeting_uid)
        self._count.setText(str(len(found)) if found else "")
        if found:
            refill(self._log, *(self._line(number, one) for number, one in enumerate(found, 1)))
        else:
            refill(self._log, label(self.tr("No correction was asked for."), color="ink_2"), 8)

    def _line(self, number: int, correction: CorrectionRow) -> QWidget:
        language = self.context.language
        was, now = correction.was.show(language), correction.now.show(language)
        pieces = [("del", was), ("same", "  "), ("ins", now)] if was else [("ins", now)]
        by = self.tr("asked for by {name}").format(name=correction.asked_by)
        made = row(
            label(str(number), "small", "medium", "ink_3", width=20),
            label(correction.place.show(language), "body", "medium", wrap=True, width=200),
            (rich(marked_html(pieces)), 1),
            small(by, "ink_2") if correction.asked_by else None,
            gap=12,
            pad=(0, 8, 0, 8),
        )
        return frame("", stack(hline(), made, gap=0))

    def _show_meetings(self, meeting: MeetingRow) -> None:
        begun = (MeetingState.HELD, MeetingState.IN_SESSION)
        found = [
            other
            for other in meetings.list_meetings(self.context.reader)
            if other.state in begun
            and other.body_uid == meeting.body_uid
            and other.starts_local >= meeting.starts_local
        ]
        found.sort(key=lambda other: (other.uid == meeting.uid, other.starts_local))
        choices = tuple((other.uid, self._meeting_words(other, meeting)) for other in found)
        if choices != self._meetings:
            self._meetings = choices
            _fill(self.meeting, choices)
        later = [other for other in found if other.uid != meeting.uid]
        words = self.tr(
            "No later meeting has begun yet. Approve at the next one, or at this meeting if it "
            "approved its own minutes before it ended."
        )
        self._why.setText("" if later else words)
        self._why.setVisible(not later)
        self._show_motions()

    def _meeting_words(self, other: MeetingRow, meeting: MeetingRow) -> str:
        language = self.context.language
        name = facts.meeting_name(other, language)
        day = calendars.short_date(other.starts_local.date(), language)
        if other.uid == meeting.uid:
            return self.tr("{meeting}, {day} (this meeting)").format(meeting=name, day=day)
        return f"{name}, {day}"

    def _show_motions(self) -> None:
        self._show_rulings()
        uid = self.meeting.currentData() or ""
        found = motions.list_motions(self.context.reader, uid) if uid else []
        carried = [one for one in found if one.outcome == Outcome.CARRIED and not one.parent_uid]
        none = ("", self.tr("Without a motion: nobody objected"))
        choices = (none, *((one.uid, self._motion_words(one)) for one in carried))
        if choices != self._motions:
            self._motions = choices
            _fill(self.motion, choices)
            wanted = self._approving_item_motion(carried)
            if wanted:
                self.motion.setCurrentIndex(max(0, self.motion.findData(wanted)))

    def _show_rulings(self) -> None:
        """Say who signs, and why the chosen meeting would not approve minutes."""
        desk, uid = self.context.reader, self.meeting.currentData()
        found = [duties.signers(desk, self.meeting_uid)]
        found.append(duties.approval_ruling(desk, uid) if uid else None)
        lines = [RulingLine(self.context, one, size="small") for one in found if one is not None]
        refill(self._said, *lines)
        self._rulings.setVisible(bool(lines))

    def _approving_item_motion(self, carried: list[motions.MotionRow]) -> str:
        """Return the motion carried on the item that approves these minutes, if there is one."""
        items = agenda.list_items(self.context.reader, self.meeting.currentData())
        about = {
            item.uid
            for item in items
            if item.approves_uid == self.meeting_uid
            or (item.kind == ItemKind.APPROVAL and not item.approves_uid)
        }
        return next((one.uid for one in carried if one.item_uid in about), "")

    def _motion_words(self, motion: motions.MotionRow) -> str:
        text = motion.text.show(self.context.language)
        short = text if len(text) <= 60 else f"{text[:59]}…"
        return f"{motion.number or ''}  {short}".strip()

    def header_actions(self) -> list[Button]:
        """Return the way back and the way on."""
        return [self.words, self.next]

    # ------------------------------------------------------------------------------- doing

    def _on_meeting(self, _index: int) -> None:
        self._show_motions()

    def _on_add(self) -> None:
        language = self.context.language
        for field in self._fields.values():
            field.set_error("")
        wanted = {
            "place": (self.place, self.tr("Say where: page and line, or the item.")),
            "was": (self.was, self.tr("Write the words that stand there now.")),
            "now": (self.now, self.tr("Write the words that shall stand there.")),
        }
        for name, (edit, words) in wanted.items():
            if not edit.text().strip():
                self._fields[name].set_error(words)
                edit.setFocus()
                return
        fields = (self.place, self.was, self.now, self.asked_by)
        self._sent = {field: field.text() for field in fields}
        run_once(
            self.add,
            self.context.dispatcher,
            minutes.add_correction,
            self.meeting_uid,
            place=Text.of(self.place.text().strip(), language),
            was=Text.of(self.was.text().strip(), language),
            now=Text.of(self.now.text().strip(), language),
            asked_by=self.asked_by.text(),
            on_done=self._on_added,
            on_error=self._on_refused,
        )

    def _on_added(self, _uid: str) -> None:
        if clear_sent(self._sent):
            self.place.setFocus()

    def _on_approve(self) -> None:
        if self.meeting.currentData():
            self.confirm.show()
            self.confirm.no_button.setFocus()

    def _on_cancelled(self) -> None:
        self.approve.setFocus()

    def _on_confirmed(self) -> None:
        self.context.dispatcher.run(
            minutes.approve,
            self.meeting_uid,
            at_meeting_uid=self.meeting.currentData(),
            motion_uid=self.motion.currentData() or None,
            on_done=self._on_approved,
            on_error=self._on_refused,
        )

    def _on_approved(self, _nothing: object) -> None:
        state = meetings.get_meeting(self.context.reader, self.meeting_uid).minutes_state
        if state == MinutesState.APPROVED:
            self.context.announce(self.tr("The minutes are approved and locked."))
        self.next.setFocus()

    def _on_refused(self, message: Message) -> None:
        self.context.announce(self.context.say(message), "no")

    def _on_words(self) -> None:
        self.context.navigate("meeting", self.meeting_uid, step="minutes")

    def _on_next(self) -> None:
        self.context.navigate("meeting", self.meeting_uid, step="publish")


def _fill(box: QComboBox, choices: tuple[tuple[str, str], ...]) -> None:
    """Give a combo other choices and keep the one that was taken, where it is still there."""
    here = box.currentData()
    box.blockSignals(True)
    box.clear()
    for value, words in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(here)) if choices else -1)
    box.blockSignals(False)

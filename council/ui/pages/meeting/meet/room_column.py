"""The top of the console's right column: the quorum and the people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from council.domain.vocabulary import MotionKind
from council.services.voting.vote_rules import lawful_without_quorum
from council.ui.kit import (
    GROW,
    Banner,
    Button,
    QuorumMeter,
    QuorumState,
    hline,
    keycap,
    refill,
    row,
    scrolled,
    small,
    stack,
)
from council.ui.kit.flow import Flow
from council.ui.pages.meeting.meet.room_list import ASKED, LINE, STATES, RoomList
from council.ui.pages.meeting.meet.sayings import cited, reason_line, told
from council.ui.pages.meeting.words import hhmm

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot


MOST_H = 12 * LINE + 8
"""A council with more people than these lines hold scrolls its list, so that the rest has room."""


class RoomColumn(QWidget):
    """Quorum meter and attendance.

    Signals: ``guest_wanted()``.
    """

    guest_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._remote: list[str] = []
        self.meter = QuorumMeter()
        self.lost = Banner("", "no")
        self.sum = small("", "ink_2", wrap=True)
        self.sum_open = False
        self._said = stack(gap=2)
        self.people = RoomList(context.language, context.word)
        self.people.focus_changed.connect(self._show_help)
        self._count = small("")
        self._help = small("", "ink_2", wrap=True)
        self._states = self._make_states()
        self._lay_out()
        self._show_help()

    def _make_states(self) -> Flow:
        words = {
            "present": self.tr("present"), "remote": self.tr("remote"), "left": self.tr("left"),
            "excused": self.tr("excused"), "absent": self.tr("absent"),
            "recused": self.tr("recused"), "substitute": self.tr("substitute"),
            "chair": self.tr("takes the chair"), "times": self.tr("times"),
        }  # fmt: skip
        flow = Flow(6, 2)
        for number, state in (STATES | ASKED).items():
            flow.add_piece(row(keycap(number), small(words[state], "ink_2"), gap=4))
        return flow

    def _lay_out(self) -> None:
        guest = Button("", "user-plus", "plain", h=28, name=self.tr("Add a guest"))
        guest.clicked.connect(self.guest_wanted)
        head = row(
            small(self.tr("Room"), "ink_2", "strong"), keycap("F7"), GROW, self._count, guest, gap=8
        )
        self._states_box = self._states
        self._window = scrolled(self.people)
        self.people.chose.connect(self._reveal)
        room = stack(head, self._window, self._states_box, self._help, gap=4)
        self.lost.hide()
        self.setLayout(stack(self.meter, self.sum, self.lost, self._said, hline(), room, gap=10))

    def show_meeting(self, shot: Snapshot) -> None:
        """Show the room as it stands."""
        self._show_quorum(shot)
        roll = shot.in_session and not shot.roll_taken
        self.people.show_rows(list(shot.room), roll=roll, vacant=shot.vacant)
        self._window.setFixedHeight(min(self.people.height_wanted(), MOST_H))
        quorum = shot.quorum
        words = self.tr("{present} of {office} in office").format(
            present=quorum.present, office=quorum.members_in_office
        )
        self._count.setText(words)
        self._show_help()

    def _show_quorum(self, shot: Snapshot) -> None:
        quorum, language = shot.quorum, self.context.language
        since = ""
        if quorum.since is not None and quorum.present:
            since = self.tr("since {time}").format(time=hhmm(quorum.since, language))
        title = {
            True: self.tr("Quorum"),
            False: self.tr("No quorum"),
        }.get(bool(quorum.met), "")
        met = quorum.met
        if met is None:
            title = self.tr("Quorum unknown")
        if not shot.roll_taken:
            title, met = self.tr("Roll not taken yet"), None
        needs = (
            "" if quorum.needed is None else self.tr("needs {count}").format(count=quorum.needed)
        )
        seats = quorum.seats or 0
        self.meter.set_state(
            QuorumState(
                quorum.present, quorum.needed, quorum.members_in_office, seats, met, title,
                since, self.tr("present"), needs,
                self.tr("{count} seats").format(count=seats) if seats else "",
            )
        )  # fmt: skip
        lost = shot.in_session and shot.roll_taken and quorum.met is False
        if lost:
            self.lost.set_text(self._lost_words(shot))
        self.lost.setVisible(lost)
        self._explain_quorum(shot)

    def _lost_words(self, shot: Snapshot) -> str:
        """Say that the quorum is lost, what that means and what is lawful all the same."""
        words = self.tr("New votes will be marked as taken without a quorum.")
        lawful_kinds = lawful_without_quorum(shot.rules)
        kinds = [kind.value for kind in MotionKind if kind.value in lawful_kinds]
        if not kinds:
            return words
        rule = shot.rules.find("without_quorum")
        source = rule.source if rule and rule.known else ""
        names = ", ".join(self.context.word(f"motion_kind.{kind}") for kind in kinds)
        lawful = self.tr("Lawful without one: {motions}").format(motions=names)
        self.lost.setToolTip(cited(lawful, source))
        # The paragraph is enough beside the room; what it says stands in the tooltip.
        return f"{words} {cited(lawful, source.partition(':')[0])}"

    def _explain_quorum(self, shot: Snapshot) -> None:
        """Keep the sum and its source at hand; it stands open where it is not plain."""
        verdict = shot.quorum.verdict
        words = cited(self.context.say(verdict.message), verdict.source)
        self.meter.setToolTip(words)
        self.meter.setAccessibleDescription(words)
        self.sum.setText(words)
        taken = shot.in_session and shot.roll_taken
        odd = taken and (verdict.met is None or bool(verdict.elsewhere))
        self.sum.setVisible(odd or self.sum_open)
        lines = [told(self.context, one) for one in shot.remote if one.holds is not True]
        if lines != self._remote:
            self._remote = lines
            made = (reason_line("", one, glyph="warning", tone="warn") for one in lines)
            refill(self._said, *made)

    def toggle_sum(self) -> None:
        """Show how the quorum is counted, or put it away."""
        self.sum_open = not self.sum_open
        self.sum.setVisible(self.sum_open)

    def _reveal(self, box: QRectF) -> None:
        """Let whoever was chosen in a large council be seen."""
        at = box.center()
        self._window.ensureVisible(round(at.x()), round(at.y()), 0, round(box.height()))

    def _show_help(self) -> None:
        focus = self.people.hasFocus()
        self._states_box.setVisible(focus and not self.people.roll)
        if not focus:
            words = ""
        elif self.people.roll:
            words = self.tr("Type the codes of the absent, then Enter: all others are present.")
        else:
            words = self.tr("A code lets somebody come or leave. Shift and code only chooses.")
        self._help.setText(words)
        self._help.setVisible(bool(words))

"""The open vote: what was counted, what the rules make of it, what Enter declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from council.domain.vocabulary import UNCOUNTED, Choice, Method
from council.domain.votes.named import match_ballots
from council.domain.votes.tallies import silent
from council.domain.votes.typed import read_ballots, read_counts
from council.domain.votes.vote_checks import figures
from council.domain.votes.voting import Silence, Tally, Tie, judge
from council.services.session import divisions
from council.services.voting import votes
from council.ui.kit import (
    Button,
    Elided,
    Verdict,
    VerdictState,
    icon,
    keycap,
    link,
    refill,
    row,
    small,
    stack,
)
from council.ui.pages.meeting.meet.roll_call import RollCall
from council.ui.pages.meeting.meet.roll_legend import OrderLink, RollLegend
from council.ui.pages.meeting.meet.sayings import reason_line
from council.ui.pages.meeting.meet.vote_draft import BY_HAND, VoteDraft
from council.ui.pages.meeting.meet.vote_inputs import CountsRow, VoicePanel
from council.ui.pages.meeting.meet.vote_remarks import VoteRemarks
from council.ui.pages.meeting.meet.vote_strips import CastingStrip, OtherwiseStrip
from council.ui.pages.meeting.meet.vote_words import Standing, VoteWords

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from council.services.voting.votes import VoteRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.hold import KeyHold
    from council.ui.pages.meeting.meet.snapshot import Snapshot


class VotePanel(QFrame):
    """The open vote. Enter declares what the frame at its foot says.

    Signals: ``finished()`` after declaring or giving up; ``grew()`` when it says more or less;
    ``declared(str)`` what was declared, in words.
    """

    finished = Signal()
    grew = Signal()
    declared = Signal(str)

    def __init__(self, context: Context, hold: KeyHold) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.context, self.hold = context, hold
        self.shot: Snapshot | None = None
        self.vote: VoteRow | None = None
        self.now: Standing | None = None
        self._words = VoteWords(context)
        self.remarks = VoteRemarks(context, self._words)
        self._shown_lines: list[tuple[str, str]] = []
        self._title = Elided("", "body", "strong")
        self.roll, self.counts, self.voice = RollCall(context), CountsRow(context), VoicePanel()
        self._bodies = (self.roll, self.counts, self.voice)
        self._body: QWidget = self.voice
        self._said = stack(gap=0)
        self.sum = small("", "ink_2", wrap=True)
        self.declare_button = Button(self.tr("Declare"), None, "primary", "Enter", h=48)
        self.declare_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verdict = Verdict(VerdictState("neutral", ""), self.declare_button)
        self.casting, self.otherwise = CastingStrip(), OtherwiseStrip(context)
        self._other = QWidget()
        other = link(self.tr("Declared otherwise"), self.declare_otherwise)
        self._other.setLayout(row(other, keycap("Ctrl D"), gap=6))
        self.legend, self.order = RollLegend(context), OrderLink(context)
        self._draft = VoteDraft(context, self.counts, self.voice, self.otherwise)
        gavel = icon("gavel", "accent", 20, "fill")
        head = row(gavel, (self._title, 1), self.order, self._other, gap=10)
        self.setLayout(
            stack(
                head, self.legend, *self._bodies, self._said, self.casting, self.otherwise,
                self.sum, self.verdict, gap=8, pad=(14, 10, 14, 12),
            )
        )  # fmt: skip
        self._connect()

    def _connect(self) -> None:
        self.roll.answered.connect(self._on_answered)
        self.roll.declare_wanted.connect(self.declare)
        self.roll.gave_up.connect(self.give_up)
        self.roll.moved.connect(self._judge)
        self.roll.cast.connect(self._on_cast)
        self.roll.paste_wanted.connect(self._on_paste)
        for part in (self.counts, self.voice):
            part.changed.connect(self._on_typed)
            part.declare_wanted.connect(self.declare)
            part.gave_up.connect(self.give_up)
        self.counts.cast.connect(self._on_cast)
        self.counts.pasted.connect(self._on_no_numbers)
        self.voice.division_wanted.connect(self.divide)
        self.verdict.grew.connect(self.grew)
        self.roll.grew.connect(self.grew)
        self.order.chosen.connect(self.set_order)
        self.declare_button.clicked.connect(self.declare)
        self.casting.cast.connect(self._on_cast)
        self.otherwise.chosen.connect(self._on_typed)

    # ------------------------------------------------------------------ showing

    def show_vote(self, shot: Snapshot) -> None:
        """Show the open vote as it stands."""
        vote = shot.vote
        if vote is None:
            return
        fresh = self.vote is None or self.vote.uid != vote.uid
        self.shot, self.vote = shot, vote
        motion = shot.voted_motion()
        method = self.context.word(f"method.{vote.method}")
        number = motion.number if motion else ""
        self._title.set_text(f"{method}: {number}" if number else method)
        if fresh:
            self.otherwise.set_value("")
            self.otherwise.hide()
            self.remarks.begin(vote, shot)
        self._show_method(vote, fresh=fresh)
        if fresh:
            self._draft.begin(shot.meeting.uid, vote)
        self._judge()

    def _show_method(self, vote: VoteRow, *, fresh: bool) -> None:
        by_name = vote.method == Method.ROLL_CALL
        self.legend.setVisible(by_name)
        self.order.setVisible(by_name)
        self._other.setVisible(by_name or vote.method in BY_HAND)
        if by_name and self.shot is not None:
            self._take_body(self.roll)
            self.order.show_order(vote.roll_order)
            self.roll.show_vote(self.shot)
        elif vote.method in BY_HAND:
            self._take_body(self.counts)
            self.counts.ask_silent(vote.counting.silence != Silence.IGNORED)
            self.counts.load(vote.counts)
        else:
            self._take_body(self.voice)
            if fresh:
                self.voice.begin(Method(vote.method))

    def _take_body(self, wanted: QWidget) -> None:
        """Show only where this way of voting is taken; hidden ones take no room."""
        self._body = wanted
        for body in self._bodies:
            body.setVisible(body is wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell when it became higher: what Enter declares is to stay in sight."""
        super().resizeEvent(event)
        if event.size().height() > event.oldSize().height():
            self.grew.emit()

    def take_focus(self) -> None:
        """Put the keyboard where the vote is taken."""
        if self._body is self.counts:
            self.counts.take_focus(resume=self.vote is not None and self.vote.counts is None)
        else:
            self._body.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ------------------------------------------------------------------ judging

    def flush(self) -> None:
        """Keep at once what is half typed."""
        self._draft.flush()

    def _on_typed(self) -> None:
        self._draft.touch()
        self._judge()

    def tally(self) -> Tally:
        """Return what is counted so far, answers still under way included."""
        vote = self.vote
        if vote is None:
            return Tally(0, 0)
        if vote.method == Method.ROLL_CALL:
            return self.roll.at.tally()
        if vote.method in BY_HAND:
            return Tally(*self.counts.numbers())
        return vote.counts or Tally(0, 0)

    def _casting_choice(self) -> Choice | None:
        found = [b.choice for b in self.vote.ballots if b.casting] if self.vote else []
        return Choice(found[-1]) if found else None

    def _judge(self) -> None:
        vote = self.vote
        if vote is None:
            self.verdict.set_state(VerdictState("warn", self.tr("No rule"), ""))
            return
        tally, casting = self.tally(), self._casting_choice()
        judged = judge(
            vote.resolved, tally, vote.room, method=Method(vote.method), tie=vote.tie,
            casting=casting, counting=vote.counting, source=vote.checked.source,
            name=vote.checked.name,
        )  # fmt: skip
        by_name = vote.method == Method.ROLL_CALL
        left = len(self.roll.at.open_uids()) if by_name else 0
        weight = self.roll.at.weight_left() if by_name else 0
        self.now = now = Standing(vote, judged, tally, left, weight, self.voice.declared)
        tied_open = judged.tied and vote.tie == Tie.CHAIR_CASTING
        secret = vote.method == Method.SECRET_BALLOT
        self.casting.setVisible(tied_open and casting is None and not left and not secret)
        self._warn_counts(vote, tally)
        self._show_said(now)
        self._show_otherwise(now)
        words = self._words.sum(now)
        self.sum.setText(words)
        self.sum.setVisible(bool(words))
        self.verdict.set_state(self._words.frame(now))

    def _show_said(self, now: Standing) -> None:
        """Say who may not vote, what the chair may do, and who is silent, with the source."""
        shown = self.remarks.lines(now, self.roll.at, self.shot.rules if self.shot else None)
        if shown == self._shown_lines:
            return
        self._shown_lines = shown
        refill(self._said, *(reason_line(who, words, glyph="info") for who, words in shown))
        self.grew.emit()

    def _show_otherwise(self, now: Standing) -> None:
        unknown = now.by_count and now.counted and now.judged.outcome == "cannot_be_determined"
        if unknown and not now.left:
            self.otherwise.show()
        if self.otherwise.tell(self._words.otherwise(now, self.otherwise.value())):
            self.grew.emit()

    def declare_otherwise(self) -> None:
        """Let the chair declare something else than the rules give: carried, lost, as they say."""
        if self.now is None or not self.now.by_count:
            self.context.announce(self.tr("Here the chair declares it anyway."), "info")
            return
        self.otherwise.set_value(self.otherwise.next_value(self.now.judged.outcome))
        self.otherwise.setVisible(True)
        self._on_typed()
        self.grew.emit()

    def _warn_counts(self, vote: VoteRow, tally: Tally) -> None:
        self.counts.warn(self._words.impossible(vote, tally))
        self.counts.show_silent(silent(tally, vote.room))

    # ------------------------------------------------------------------ doing

    def _on_answered(self, ballots: dict[str, str | None]) -> None:
        if self.vote is None:
            return
        self._judge()

        def arrived(_value: object) -> None:
            self.roll.arrived(ballots)

        self.context.dispatcher.run(
            votes.put_ballots, self.vote.uid, dict(ballots), on_done=arrived
        )

    def set_order(self, order: str) -> None:
        """Call the rest of the roll in another order."""
        if self.vote is not None and self.vote.method == Method.ROLL_CALL:
            self.hold.run(
                self.context, votes.set_roll_order, self.vote.uid, order, on_done=self._on_ordered
            )

    def _on_ordered(self, _uid: object) -> None:
        self.take_focus()

    def next_order(self) -> None:
        """Call the rest of the roll in the next of the orders there are."""
        if self.vote is None or self.vote.method != Method.ROLL_CALL:
            words = self.tr("Only a roll call has an order: take the vote with F5, then 4.")
            self.context.announce(words, "info")
            return
        self.set_order(self.order.next_order())

    def _on_paste(self) -> None:
        """Take a column of names and answers that was copied elsewhere."""
        words = QGuiApplication.clipboard().text()
        read = match_ballots(read_ballots(words), self.roll.voters())
        self.remarks.pasted = self._words.pasted(read, numbers=read_counts(words) is not None)
        self.roll.take(dict(read.ballots))
        self._judge()

    def _on_no_numbers(self, words: str) -> None:
        if read_ballots(words):
            said = self.tr("These are names: take the vote by roll call (Esc, F5, 4), then paste.")
        else:
            said = self.tr("No numbers to paste. Copy them as 7-4-1: yes, no, abstaining.")
        self.context.announce(said, "warn")

    def _on_cast(self, choice: str) -> None:
        if self.casting.isHidden() or self.vote is None:
            return
        presiding = self.shot.meeting.presiding_uid if self.shot else None
        if not presiding:
            self.context.announce(self.tr("Nobody presides over this meeting."), "warn")
            return
        if self.vote.method in BY_HAND:
            self._send_counts()
        self.context.dispatcher.run(votes.casting_vote, self.vote.uid, presiding, choice)

    def _send_counts(self) -> None:
        if self.vote is not None:
            self._draft.wait()
            self.hold.run(
                self.context, votes.set_counts, self.vote.uid, *self.counts.numbers(),
            )  # fmt: skip

    def declare(self) -> None:
        """Declare what the frame shows; the chair's word stands where the rule gives none."""
        vote = self.vote
        if vote is None:
            return
        declared = self.otherwise.value() or None
        if vote.method == Method.VOICE:
            if self.voice.declared is None:
                self.context.announce(self.tr("Say who has it first: Y or N."), "warn")
                return
            declared = self.voice.declared.value
        elif vote.method in BY_HAND:
            if not self.counts.any_typed():
                self.context.announce(self.tr("Type the numbers first."), "warn")
                return
            self._send_counts()
        elif vote.method == Method.ROLL_CALL and not self.roll.given:
            self.context.announce(self.tr("Nobody has answered yet."), "warn")
            return
        # By the time the answer comes another vote may be shown.
        numbers = "" if vote.method in UNCOUNTED else figures(self.tally())

        def told(word: object) -> None:
            self._close()
            outcome = self._words.outcome_word(str(word))
            self.declared.emit(f"{outcome} {numbers}".strip())

        service = self._draft.recording(votes.declare)
        self.hold.run(self.context, service, vote.uid, declared, on_done=told)

    def _close(self, *_answer: object) -> None:
        self.vote = None
        self.finished.emit()

    def divide(self) -> None:
        """Count the hands, since somebody doubts the voices; the demand goes on record."""
        if self.vote is not None:
            self.hold.run(
                self.context, divisions.demand_division, self.vote.uid, on_done=self._on_divided
            )

    def _on_divided(self, _uid: object) -> None:
        self.take_focus()
        self.grew.emit()

    def give_up(self) -> None:
        """Drop the vote that was begun (undo brings it back); let one taken back stand."""
        if self.vote is None:
            return
        service = votes.declare_as_before if self.vote.first else votes.drop_vote
        self.hold.run(
            self.context, self._draft.recording(service), self.vote.uid, on_done=self._close
        )

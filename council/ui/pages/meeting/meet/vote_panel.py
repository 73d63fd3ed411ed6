"""The open vote: what was counted, what the rules make of it, what Enter declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from council.domain.vocabulary import Choice, Declared, Method
from council.domain.votes.chair import judge_casting
from council.domain.votes.tallies import silent
from council.domain.votes.voting import Silence, Tally, Tie, judge
from council.services.session import divisions
from council.services.voting import votes
from council.services.voting.vote_room import why_ineligible
from council.ui.kit import (
    GROW,
    Button,
    Elided,
    SegmentedSwitch,
    Verdict,
    VerdictState,
    frame,
    icon,
    keycap,
    label,
    link,
    refill,
    row,
    small,
    stack,
)
from council.ui.kit.flow import Flow
from council.ui.pages.meeting.meet.roll_call import RollCall
from council.ui.pages.meeting.meet.sayings import reason_line, told
from council.ui.pages.meeting.meet.vote_inputs import CountsRow, VoicePanel
from council.ui.pages.meeting.meet.vote_words import Standing, VoteWords

if TYPE_CHECKING:
    from council.services.voting.votes import VoteRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.hold import KeyHold
    from council.ui.pages.meeting.meet.snapshot import Snapshot

_BY_HAND = (Method.SHOW_OF_HANDS, Method.SECRET_BALLOT)
_HAS_VOTED = "chair_vote.voted"


class VotePanel(QFrame):
    """The open vote. Enter declares what the frame at its foot says.

    Signals: ``finished()`` after declaring or giving up; ``grew()`` when it says more or less.
    """

    finished = Signal()
    grew = Signal()

    def __init__(self, context: Context, hold: KeyHold) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.context, self.hold = context, hold
        self.shot: Snapshot | None = None
        self.vote: VoteRow | None = None
        self.now: Standing | None = None
        self._words = VoteWords(context)
        self._remarks: list[str] = []
        self._shown_lines: list[str] = []
        self._title = Elided("", "body", "strong")
        self.roll, self.counts, self.voice = RollCall(context), CountsRow(context), VoicePanel()
        self._body = QStackedWidget()
        for widget in (self.roll, self.counts, self.voice):
            self._body.addWidget(widget)
        self._said = stack(gap=0)
        self.sum = small("", "ink_2", wrap=True)
        self.declare_button = Button(self.tr("Declare"), None, "primary", "Enter", h=48)
        self.declare_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verdict = Verdict(VerdictState("neutral", ""), self.declare_button)
        self._make_casting()
        self._make_otherwise()
        self._other = QWidget()
        other = link(self.tr("Declared otherwise"), self.declare_otherwise)
        self._other.setLayout(row(other, keycap("Ctrl D"), gap=6))
        gavel = icon("gavel", "accent", 20, "fill")
        head = row(gavel, (self._title, 1), self._other, gap=10)
        self._legend = self._make_legend()
        self.setLayout(
            stack(
                head, self._legend, self._body, self._said, self._casting, self._otherwise,
                self.sum, self.verdict, gap=8, pad=(14, 10, 14, 12),
            )
        )  # fmt: skip
        self._connect()

    def _make_casting(self) -> None:
        self.casting_yes = Button(self.tr("Chair votes yes"), "thumbs-up", dense=True)
        self.casting_no = Button(self.tr("Chair votes no"), "thumbs-down", dense=True)
        self._casting = frame(
            "warn",
            row(
                label(self.tr("A tie: the chair has the casting vote.")), GROW, self.casting_yes,
                self.casting_no, pad=(14, 6, 10, 6),
            ),
        )  # fmt: skip
        self._casting.hide()

    def _make_otherwise(self) -> None:
        choices = [("", self.tr("as the rules say"))]
        choices += [(one.value, self._words.outcome_word(one.value)) for one in Declared]
        self.otherwise = SegmentedSwitch(choices, "", self.tr("What the chair declares"))
        self.otherwise.chosen.connect(self._judge)
        self._against = small("", "warn", "medium", wrap=True)
        line = row(small(self.tr("The chair declares"), "ink_2", "medium"), self.otherwise, GROW,
                   gap=10)  # fmt: skip
        self._otherwise = frame("", stack(line, self._against, gap=4))
        self._otherwise.hide()

    def _make_legend(self) -> Flow:
        legend = Flow(gap=16, line_gap=4)
        for key, choice in (("Y", "yes"), ("N", "no"), ("A", "abstain"), ("R", "recused")):
            words = small(self.context.word(f"choice.{choice}"), "ink_2", "medium")
            legend.add_piece(row(keycap(key), words, gap=6))
        legend.add_piece(row(small(self.tr("Shift: all others"), "ink_3")))
        return legend

    def _connect(self) -> None:
        self.roll.answered.connect(self._on_answered)
        self.roll.declare_wanted.connect(self.declare)
        self.roll.gave_up.connect(self.give_up)
        self.roll.moved.connect(self._judge)
        self.roll.cast.connect(self._on_cast)
        for part in (self.counts, self.voice):
            part.changed.connect(self._judge)
            part.declare_wanted.connect(self.declare)
            part.gave_up.connect(self.give_up)
        self.voice.division_wanted.connect(self.divide)
        self.verdict.grew.connect(self.grew)
        self.roll.grew.connect(self.grew)
        self.declare_button.clicked.connect(self.declare)
        self.casting_yes.clicked.connect(self._on_casting_yes)
        self.casting_no.clicked.connect(self._on_casting_no)

    # ------------------------------------------------------------------ showing

    def show_vote(self, shot: Snapshot) -> None:
        """Show the open vote as it stands."""
        vote = shot.vote
        if vote is None:
            return
        fresh = self.vote is None or self.vote.uid != vote.uid
        self.shot, self.vote = shot, vote
        motion = shot.voted_motion()
        kind = self.context.word(f"motion_kind.{motion.kind}") if motion else ""
        words = self.tr("{method}: {kind} {number}").format(
            method=self.context.word(f"method.{vote.method}"),
            kind=kind,
            number=(motion.number or "") if motion else "",
        )
        self._title.set_text(words)
        if fresh:
            self.otherwise.set_value("")
            self._otherwise.hide()
            self._remarks = self._lasting(vote)
        self._show_method(vote, fresh=fresh)
        self._judge()

    def _lasting(self, vote: VoteRow) -> list[str]:
        """Return what is to be known about this vote from its first moment on."""
        if not vote.ineligible:
            return []
        found = why_ineligible(self.context.reader, vote)
        return list(dict.fromkeys(told(self.context, ruling) for ruling in found.values()))

    def _show_method(self, vote: VoteRow, *, fresh: bool) -> None:
        by_name = vote.method == Method.ROLL_CALL
        self._legend.setVisible(by_name)
        self._other.setVisible(by_name or vote.method in _BY_HAND)
        if by_name and self.shot is not None:
            self._body.setCurrentWidget(self.roll)
            self.roll.show_vote(self.shot)
        elif vote.method in _BY_HAND:
            self._body.setCurrentWidget(self.counts)
            self.counts.ask_silent(vote.counting.silence != Silence.IGNORED)
            self.counts.load(vote.counts)
        else:
            self._body.setCurrentWidget(self.voice)
            if fresh:
                self.voice.begin(voice=vote.method == Method.VOICE)
        # The stack is as high as its highest page; only the page that is open may count.
        for index in range(self._body.count()):
            page = self._body.widget(index)
            if page is None:
                continue
            policy = page.sizePolicy()
            shown = page is self._body.currentWidget()
            policy.setVerticalPolicy(policy.Policy.Preferred if shown else policy.Policy.Ignored)
            page.setSizePolicy(policy)
        self._body.updateGeometry()

    def take_focus(self) -> None:
        """Put the keyboard where the vote is taken."""
        current = self._body.currentWidget()
        reason = Qt.FocusReason.ShortcutFocusReason
        if current is self.counts:
            self.counts.lines["yes"].setFocus(reason)
        elif current is not None:
            current.setFocus(reason)

    # ------------------------------------------------------------------ judging

    def tally(self) -> Tally:
        """Return what is counted so far, answers still under way included."""
        vote = self.vote
        if vote is None:
            return Tally(0, 0)
        if vote.method == Method.ROLL_CALL:
            return self.roll.tally()
        if vote.method in _BY_HAND:
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
        left = len(self.roll.open_uids()) if by_name else 0
        weight = self.roll.weight_left() if by_name else 0
        self.now = now = Standing(vote, judged, tally, left, weight, self.voice.declared)
        tied_open = judged.tied and vote.tie == Tie.CHAIR_CASTING
        secret = vote.method == Method.SECRET_BALLOT
        self._casting.setVisible(tied_open and casting is None and not left and not secret)
        self._warn_counts(vote, tally)
        self._show_said(now)
        self._show_otherwise(now)
        words = self._words.sum(now)
        self.sum.setText(words)
        self.sum.setVisible(bool(words))
        self.verdict.set_state(self._words.frame(now))

    def _show_said(self, now: Standing) -> None:
        """Say who may not vote, what the chair may do, and who is silent, with the source."""
        lines = [*self._remarks, self._words.silence(now), self._chair_words(now)]
        if now.counted and not now.left and now.judged.tied and now.vote.tie == Tie.LOST:
            lines.append(self._no_casting(now))
        shown = [words for words in lines if words]
        if shown == self._shown_lines:
            return
        self._shown_lines = shown
        refill(self._said, *(reason_line("", words, glyph="info") for words in shown))
        self.grew.emit()

    def _chair_words(self, now: Standing) -> str:
        """Return whether the chair votes, where that depends on the vote."""
        if now.vote.method != Method.ROLL_CALL or not now.counted or self.roll.votes_like_all():
            return ""
        said = self.roll.chair_now()
        if said is None or self.roll.others_left() or said.ruling.message.code == _HAS_VOTED:
            return ""
        return told(self.context, said.ruling)

    def _no_casting(self, now: Standing) -> str:
        rule = self.shot.rules.find("tie.motion") if self.shot else None
        source, verified = (rule.source, rule.verified) if rule else ("", True)
        return told(self.context, judge_casting(now.judged, source=source, verified=verified))

    def _show_otherwise(self, now: Standing) -> None:
        unknown = now.by_count and now.counted and now.judged.outcome == "cannot_be_determined"
        if unknown and not now.left:
            self._otherwise.show()
        declared = self.otherwise.value()
        words = self._words.otherwise(now, declared)
        self._against.setText(words)
        if self._against.isHidden() == bool(words):
            self._against.setVisible(bool(words))
            self.grew.emit()

    def declare_otherwise(self) -> None:
        """Let the chair declare something else than the rules give: carried, lost, as they say."""
        if self.now is None or not self.now.by_count:
            self.context.announce(self.tr("Here the chair declares it anyway."), "info")
            return
        order = ["", Declared.CARRIED.value, Declared.LOST.value]
        here = order.index(self.otherwise.value())
        follows = [*order[here + 1 :], *order[: here + 1]]
        value = next(one for one in follows if one != self.now.judged.outcome)
        self.otherwise.set_value(value)
        self._otherwise.setVisible(True)
        self._judge()
        self.grew.emit()

    def _warn_counts(self, vote: VoteRow, tally: Tally) -> None:
        entitled = vote.room.present_entitled
        total = tally.yes + tally.no + tally.abstain
        words = ""
        if entitled is not None and total > entitled:
            words = self.tr("{total} votes, but only {entitled} may vote here.").format(
                total=total, entitled=entitled
            )
        self.counts.warn(words)
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

    def _on_cast(self, choice: str) -> None:
        if not self._casting.isHidden():
            self._cast(Choice(choice))

    def _on_casting_yes(self) -> None:
        self._cast(Choice.YES)

    def _on_casting_no(self) -> None:
        self._cast(Choice.NO)

    def _cast(self, choice: Choice) -> None:
        if self.vote is None or self.shot is None or not self.shot.meeting.presiding_uid:
            self.context.announce(self.tr("Nobody presides over this meeting."), "warn")
            return
        self.context.dispatcher.run(
            votes.casting_vote, self.vote.uid, self.shot.meeting.presiding_uid, choice.value
        )

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
        elif vote.method in _BY_HAND:
            if not self.counts.any_typed():
                self.context.announce(self.tr("Type the numbers first."), "warn")
                return
            self.hold.run(self.context, votes.set_counts, vote.uid, *self.counts.numbers())
        elif vote.method == Method.ROLL_CALL and not self.roll.given:
            self.context.announce(self.tr("Nobody has answered yet."), "warn")
            return
        self.hold.run(self.context, votes.declare, vote.uid, declared, on_done=self._on_declared)

    def _on_declared(self, _word: object) -> None:
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
        """Drop the vote that was begun; undo brings it back."""
        if self.vote is not None:
            self.hold.run(self.context, votes.drop_vote, self.vote.uid, on_done=self._on_declared)

"""The vote: how it is taken, what was counted, and the verdict that Enter declares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QWidget

from council.domain.vocabulary import Choice, Declared, Method
from council.domain.voting import Tally, Tie, describe, judge, running
from council.services import votes
from council.ui.kit import (
    GROW,
    Button,
    Field,
    Verdict,
    VerdictState,
    frame,
    icon,
    keycap,
    label,
    line_edit,
    row,
    small,
    stack,
)
from council.ui.kit.flow import Flow
from council.ui.pages.meeting.meet.keys import digit, is_enter, letter
from council.ui.pages.meeting.meet.roll_call import RollCall

if TYPE_CHECKING:
    from council.domain.voting import Verdict as Judged
    from council.services.votes import VoteRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.hold import KeyHold
    from council.ui.pages.meeting.meet.snapshot import Snapshot

METHODS: Final = (
    Method.NO_OBJECTION, Method.VOICE, Method.SHOW_OF_HANDS, Method.ROLL_CALL,
    Method.SECRET_BALLOT,
)  # fmt: skip
_GLYPHS: Final = {
    Method.NO_OBJECTION: "check-circle", Method.VOICE: "megaphone-simple",
    Method.SHOW_OF_HANDS: "hand-palm", Method.ROLL_CALL: "list-checks",
    Method.SECRET_BALLOT: "tray",
}  # fmt: skip
MOST_VOTES = 99_999


class MethodPicker(QFrame):
    """F5: how is the vote taken? Digits 1 to 5.

    Signals: ``picked(str)`` the method; ``closed()``.
    """

    picked = Signal(str)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("How is the vote taken?"))
        self._title = label("", "body", "strong")
        self._rule = small("", "ink_2", wrap=True)
        self.buttons: dict[str, Button] = {}
        flow = Flow()
        for number, method in enumerate(METHODS, start=1):
            button = Button(
                context.word(f"method.{method.value}"), _GLYPHS[method], key=str(number)
            )
            button.setProperty("method", method.value)
            button.clicked.connect(self._on_button)
            self.buttons[method.value] = button
            flow.add(button)
        head = row(icon("gavel", "accent", 20, "fill"), self._title, GROW, keycap("Esc"), gap=8)
        self.setLayout(stack(head, self._rule, flow, gap=10, pad=(14, 10, 14, 14)))

    def set_words(self, title: str, rule: str) -> None:
        """Say what is voted on and by which rule."""
        self._title.setText(title)
        self._rule.setText(rule)

    def _on_button(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.picked.emit(str(sender.property("method")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit, or Escape."""
        number = digit(event)
        if number and 1 <= int(number) <= len(METHODS):
            self.picked.emit(METHODS[int(number) - 1].value)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class CountsRow(QWidget):
    """Three numbers: yes, no, abstaining.

    Signals: ``changed()``, ``declare_wanted()``, ``gave_up()``.
    """

    changed = Signal()
    declare_wanted = Signal()
    gave_up = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.lines: dict[str, QLineEdit] = {}
        fields = []
        for choice in (Choice.YES, Choice.NO, Choice.ABSTAIN):
            line = line_edit("", "0", width=112)
            line.setValidator(QIntValidator(0, MOST_VOTES, line))
            line.textEdited.connect(self.changed)
            line.installEventFilter(self)
            self.lines[choice.value] = line
            fields.append(Field(context.word(f"choice.{choice.value}"), line, width=112))
        self._hint = small("", "warn", "medium", wrap=True)
        self.setLayout(row(*fields, (self._hint, 1), gap=12))

    def numbers(self) -> tuple[int, int, int]:
        """Return yes, no, abstaining."""
        found = [int(line.text() or 0) for line in self.lines.values()]
        return found[0], found[1], found[2]

    def any_typed(self) -> bool:
        """Tell whether a number was typed."""
        return any(line.text() for line in self.lines.values())

    def load(self, counts: Tally | None) -> None:
        """Show what is on record."""
        if any(line.hasFocus() for line in self.lines.values()) and self.any_typed():
            return
        numbers = (counts.yes, counts.no, counts.abstain) if counts else (0, 0, 0)
        for line, number in zip(self.lines.values(), numbers, strict=True):
            line.setText(str(number) if counts else "")

    def warn(self, words: str) -> None:
        """Say what cannot be about the numbers."""
        self._hint.setText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter and Escape."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if is_enter(event):
                self.declare_wanted.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.gave_up.emit()
                return True
        return super().eventFilter(watched, event)


class VoicePanel(QWidget):
    """What the chair declares after a vote by voice, or that nobody objected.

    Signals: ``changed()``, ``declare_wanted()``, ``gave_up()``.
    """

    changed = Signal()
    declare_wanted = Signal()
    gave_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("What the chair declares"))
        self.declared: Declared | None = None
        self.voice = False
        self.ayes = Button(self.tr("The ayes have it"), "thumbs-up", key="Y")
        self.noes = Button(self.tr("The noes have it"), "thumbs-down", key="N")
        self.ayes.clicked.connect(self._on_ayes)
        self.noes.clicked.connect(self._on_noes)
        self._words = label("", "body", "regular", "ink_2", wrap=True)
        self.setLayout(row(self.ayes, self.noes, (self._words, 1), gap=8))

    def begin(self, *, voice: bool) -> None:
        """Ask for the outcome of a voice vote, or for nothing."""
        self.voice, self.declared = voice, None
        self.ayes.setVisible(voice)
        self.noes.setVisible(voice)
        words = self.tr("If nobody objects, Enter declares it carried. Esc: somebody objects.")
        self._words.setText("" if voice else words)

    def _on_ayes(self) -> None:
        self.declared = Declared.CARRIED
        self.changed.emit()

    def _on_noes(self) -> None:
        self.declared = Declared.LOST
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Y, N, Enter and Escape."""
        typed = letter(event)
        if self.voice and typed == "Y":
            self._on_ayes()
        elif self.voice and typed == "N":
            self._on_noes()
        elif is_enter(event):
            self.declare_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.gave_up.emit()
        else:
            super().keyPressEvent(event)


class VotePanel(QFrame):
    """The open vote. Enter declares what the frame at its foot says.

    Signals: ``finished()`` after declaring or giving up.
    """

    finished = Signal()

    def __init__(self, context: Context, hold: KeyHold) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.context, self.hold = context, hold
        self.shot: Snapshot | None = None
        self.vote: VoteRow | None = None
        self.judged: Judged | None = None
        self._title = label("", "body", "strong")
        self.roll, self.counts, self.voice = RollCall(context), CountsRow(context), VoicePanel()
        self._body = QStackedWidget()
        for widget in (self.roll, self.counts, self.voice):
            self._body.addWidget(widget)
        self.declare_button = Button(self.tr("Declare"), None, "primary", "Enter", h=48)
        self.declare_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verdict = Verdict(VerdictState("neutral", ""), self.declare_button)
        self.casting_yes = Button(self.tr("Chair votes yes"), "thumbs-up", dense=True)
        self.casting_no = Button(self.tr("Chair votes no"), "thumbs-down", dense=True)
        self._casting = frame(
            "warn",
            row(
                label(self.tr("A tie: the chair has the casting vote.")), GROW, self.casting_yes,
                self.casting_no, pad=(14, 6, 10, 6),
            ),
        )  # fmt: skip
        head = Flow(gap=16, line_gap=4, lead=True)
        head.add_piece(row(icon("gavel", "accent", 20, "fill"), self._title, gap=10))
        self._legend = self._make_legend(head)
        self.setLayout(
            stack(head, self._body, self._casting, self.verdict, gap=10, pad=(14, 10, 14, 14))
        )
        self._connect()

    def _make_legend(self, head: Flow) -> list[QWidget]:
        parts: list[QWidget] = []
        for key, choice in (("Y", "yes"), ("N", "no"), ("A", "abstain"), ("R", "recused")):
            words = small(self.context.word(f"choice.{choice}"), "ink_2", "medium")
            parts.append(head.add_piece(row(keycap(key), words, gap=6)))
        parts.append(head.add_piece(row(small(self.tr("Shift: all others"), "ink_3"))))
        return parts

    def _connect(self) -> None:
        self.roll.answered.connect(self._on_answered)
        self.roll.declare_wanted.connect(self.declare)
        self.roll.gave_up.connect(self.give_up)
        self.roll.moved.connect(self._judge)
        for part in (self.counts, self.voice):
            part.changed.connect(self._judge)
            part.declare_wanted.connect(self.declare)
            part.gave_up.connect(self.give_up)
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
        self._title.setText(words)
        self._show_method(vote, fresh=fresh)
        self._judge()

    def _show_method(self, vote: VoteRow, *, fresh: bool) -> None:
        by_name = vote.method == Method.ROLL_CALL
        for piece in self._legend:
            piece.setVisible(by_name)
        if by_name and self.shot is not None:
            self._body.setCurrentWidget(self.roll)
            self.roll.show_vote(self.shot)
        elif vote.method in (Method.SHOW_OF_HANDS, Method.SECRET_BALLOT):
            self._body.setCurrentWidget(self.counts)
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
            weights = {r.person_uid: r.weight for r in self.roll.order}
            sums = dict.fromkeys(("yes", "no", "abstain", "not_voting"), 0)
            for uid, choice in self.roll.given.items():
                if choice in sums and uid not in vote.ineligible:
                    sums[choice] += weights.get(uid, 1)
            return Tally(**sums)
        if vote.method in (Method.SHOW_OF_HANDS, Method.SECRET_BALLOT):
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
        self.judged = judge(
            vote.resolved, tally, vote.room, method=Method(vote.method), tie=vote.tie,
            casting=casting, counting=vote.counting, name=vote.checked.name,
        )  # fmt: skip
        tied_open = self.judged.tied and vote.tie == Tie.CHAIR_CASTING
        secret = vote.method == Method.SECRET_BALLOT
        self._casting.setVisible(tied_open and casting is None and not self._left() and not secret)
        self._warn_counts(vote, tally)
        self.verdict.set_state(self._state(vote, tally))

    def _left(self) -> int:
        """Return how many have not answered in a roll call."""
        by_name = self.vote is not None and self.vote.method == Method.ROLL_CALL
        return len(self.roll.open_uids()) if by_name else 0

    def _warn_counts(self, vote: VoteRow, tally: Tally) -> None:
        entitled = vote.room.present_entitled
        total = tally.yes + tally.no + tally.abstain
        words = ""
        if entitled is not None and total > entitled:
            words = self.tr("{total} votes, but only {entitled} may vote here.").format(
                total=total, entitled=entitled
            )
        self.counts.warn(words)

    def _state(self, vote: VoteRow, tally: Tally) -> VerdictState:
        judged = self.judged
        if judged is None:
            return VerdictState("neutral", "")
        remark = self.tr("not yet declared")
        if vote.method == Method.NO_OBJECTION:
            rule = self.tr("No objection: carried without a count.")
            return VerdictState("yes", self.tr("Carries"), remark, (), rule)
        if vote.method == Method.VOICE:
            return self._voice_state(remark)
        if vote.resolved is None:
            rule = self.context.say(judged.message)
            return VerdictState("warn", self.tr("Not known"), remark, (), rule)
        if not (tally.yes or tally.no or tally.abstain):
            rule = self.context.say(describe(vote.resolved))
            return VerdictState("neutral", self.tr("Waiting"), self._left_words(), (), rule)
        tone, word = self._outcome(judged)
        base = "?" if judged.base is None else str(judged.base)
        needs = "?" if judged.needs is None else str(judged.needs)
        facts = (
            (self.tr("Yes–No–Abst."), f"{tally.yes}–{tally.no}–{tally.abstain}"),
            (self.tr("Base"), base),
            (self.tr("Needs"), needs),
            (self.tr("Has"), str(judged.has)),
        )
        rule = f"{self.context.say(describe(vote.resolved))}. {self._running(vote, tally)}"
        return VerdictState(tone, word, remark, facts, rule.strip())

    def _voice_state(self, remark: str) -> VerdictState:
        declared = self.voice.declared
        rule = self.tr("By voice: what the chair hears is what counts.")
        if declared is None:
            return VerdictState("neutral", self.tr("Waiting"), self.tr("Y or N"), (), rule)
        carried = declared is Declared.CARRIED
        word = self.tr("Carries") if carried else self.tr("Lost")
        return VerdictState("yes" if carried else "no", word, remark, (), rule)

    def _outcome(self, judged: Judged) -> tuple[str, str]:
        if judged.outcome == "carried":
            return "yes", self.tr("Carries")
        if judged.outcome == "lost":
            return ("warn", self.tr("Tie")) if judged.tied else ("no", self.tr("Lost"))
        return "warn", self.tr("Not known")

    def _left_words(self) -> str:
        left = self._left()
        return self.tr("{count} to answer").format(count=left) if left else self.tr("no votes yet")

    def _running(self, vote: VoteRow, tally: Tally) -> str:
        left = self._left()
        if left and vote.resolved is not None:
            weights = {str(r.person_uid): r.weight for r in self.roll.order}
            open_votes = sum(weights.get(uid, 1) for uid in self.roll.open_uids())
            now = running(
                vote.resolved, tally, vote.room, open_votes, tie=vote.tie, counting=vote.counting
            )
            if now.settled:
                return self.tr("{left} left: no change.").format(left=left)
            if now.more_yes is None:
                return self.tr("{left} left.").format(left=left)
            words = self.tr("{left} left, {more} more yes carry it.")
            return words.format(left=left, more=now.more_yes)
        if self.judged is not None and self.judged.tied and self.judged.outcome == "lost":
            return self.tr("A tie is lost.")
        return ""

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
        declared = None
        if vote.method == Method.VOICE:
            if self.voice.declared is None:
                self.context.announce(self.tr("Say who has it first: Y or N."), "warn")
                return
            declared = self.voice.declared.value
        elif vote.method in (Method.SHOW_OF_HANDS, Method.SECRET_BALLOT):
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

    def give_up(self) -> None:
        """Drop the vote that was begun; undo brings it back."""
        if self.vote is not None:
            self.hold.run(self.context, votes.drop_vote, self.vote.uid, on_done=self._on_declared)

"""The console's middle: the item, the questions before the meeting, what is in order."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from council.domain.vocabulary import MotionKind, Outcome
from council.domain.wording import changes
from council.ui.kit import (
    GROW,
    A,
    Brush,
    Button,
    Elided,
    MotionCard,
    MotionStack,
    Painted,
    chip,
    frame,
    icon,
    label,
    marked_html,
    refill,
    rich,
    row,
    small,
    stack,
)
from council.ui.kit.flow import Flow
from council.ui.pages.meeting.words import minutes_words, short_name, shorten, tidy

if TYPE_CHECKING:
    from council.domain.messages import Message
    from council.services.motions import MotionRow, OrderNow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

MOST_DECIDED = 3
_TONES = {Outcome.CARRIED.value: "yes", Outcome.LOST.value: "no"}
_GLYPHS = {Outcome.CARRIED.value: "check-circle", Outcome.LOST.value: "x-square"}


class NowHeader(QWidget):
    """Which item is before the meeting, and for how long it has been."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._over = small("", "ink_3")
        self._title = Elided("", "heading", "strong")
        self._clock = ("", "")
        self._face = Painted(self._paint_clock, 128, 54)
        over = row(small(self.tr("Now"), "accent", "strong"), self._over, GROW, gap=8)
        self.setLayout(row((stack(over, self._title, gap=0), 1), self._face, gap=16))

    def show_meeting(self, shot: Snapshot) -> None:
        """Show the item as it stands."""
        item, language = shot.current, self.context.language
        if item is None:
            self._over.setText(self._state_words(shot))
            self._title.set_text(self.tr("Nothing is taken up yet"))
            self._clock = ("", "")
        else:
            kind = self.context.word(f"item_kind.{item.kind.value}")
            who = item.presenter.show(language)
            words = self.tr("{kind} · presented by {who}") if who else "{kind}"
            self._over.setText(words.format(kind=kind, who=who))
            self._title.set_text(f"{item.number}  {item.title.show(language)}".strip())
            used = 0
            if item.opened_at is not None:
                used = max(0, int((shot.now - item.opened_at).total_seconds()))
            planned = ""
            if item.minutes:
                planned = self.tr("of {minutes}").format(minutes=minutes_words(item.minutes))
            self._clock = (f"{used // 60}:{used % 60:02}", planned)
        self._face.update()

    def _state_words(self, shot: Snapshot) -> str:
        if shot.recess:
            return self.tr("in recess")
        return "" if shot.in_session else self.context.word(
            f"meeting_state.{shot.meeting.state.value}")  # fmt: skip

    def _paint_clock(self, brush: Brush, box: QRectF) -> None:
        side = A.AlignRight | A.AlignVCenter
        time, planned = self._clock
        brush.write(QRectF(0, 0, box.width(), 32), time, "heading", "strong", "ink", side)
        brush.write(QRectF(0, 30, box.width(), 22), planned, "small", "regular", "ink_3", side)


class Questions(QWidget):
    """The stack of pending motions, and the last ones decided on the item.

    Signals: ``take_back_wanted(str)`` the uid of a vote.
    """

    take_back_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._shown: tuple[object, ...] = ()
        self.cards = MotionStack()
        self._nothing = stack(gap=0)
        self._decided = stack(gap=6)
        self.setLayout(stack(self._decided, self.cards, self._nothing, gap=8))

    def show_meeting(self, shot: Snapshot) -> None:
        """Show the questions as they stand."""
        item = shot.current
        key = (shot.pending, shot.decided, shot.vote is not None, shot.in_session, item)
        if key == self._shown:
            return
        self._shown = key
        last = shot.decided[-MOST_DECIDED:]
        recent = next((m for m in reversed(last) if m.vote and m.vote.declared), None)
        refill(self._decided, *(self._decided_line(m, newest=m is recent) for m in last))
        voting = shot.vote is not None
        made = []
        for place, motion in enumerate(shot.pending):
            live = place == len(shot.pending) - 1
            made.append(self._card(motion, place, shot, live=live, voting=voting))
        self.cards.set_cards(made)
        self.cards.setVisible(bool(made))
        refill(self._nothing, None if made else self._no_question(shot))

    # ------------------------------------------------------------------ pending

    def _people(self, motion: MotionRow) -> str:
        language = self.context.language
        mover = short_name(motion.mover_name, language)
        second = ", ".join(short_name(n, language) for n in motion.seconder_names)
        if mover and second:
            return self.tr("{mover}, seconded by {second}").format(mover=mover, second=second)
        if mover:
            return self.tr("{mover}, not seconded").format(mover=mover)
        return ""

    def _card(
        self, motion: MotionRow, place: int, shot: Snapshot, *, live: bool, voting: bool
    ) -> MotionCard:
        language = self.context.language
        kind = self.context.word(f"motion_kind.{motion.kind}")
        html = marked_html([("same", motion.current_text.show(language))])
        extra: list[QWidget] = []
        if motion.kind == MotionKind.AMEND and place:
            before = shot.pending[place - 1].current_text.show(language)
            after = motion.current_text.show(language)
            pieces = [(str(k), words) for k, words in changes(before, after)]
            html = marked_html(shorten(tidy(pieces)))
            kept = shorten([p for p in tidy(pieces) if p[0] != "del"], 90)
            words = "".join(part for _kind, part in kept)
            reads = row(
                stack(small(self.tr("Would read"), "ink_3", "strong"), GROW, gap=0),
                (small(words, "ink_2", wrap=True), 1),
                gap=8,
            )
            extra.append(frame("", reads))
        elif motion.kind not in (MotionKind.MAIN, MotionKind.AMEND):
            html = marked_html([("same", motion.text.show(language))])
        if live:
            words = self.tr("being decided") if voting else self.tr("open")
            state = chip(words, "accent", "gavel" if voting else "chat-circle-text")
        else:
            words = self.tr("waits for {number}").format(number=place + 2)
            state = chip(words, "neutral", "clock", weight="regular")
        title = f"{kind} {motion.number or ''}".strip()
        return MotionCard(
            str(place + 1), title, self._people(motion), html, level=min(place, 3), live=live,
            state=state, extra=extra,
        )  # fmt: skip

    def _no_question(self, shot: Snapshot) -> QWidget:
        item, language = shot.current, self.context.language
        prepared = item.proposed_motion.show(language) if item is not None else ""
        if prepared and not shot.decided:
            words = stack(
                small(self.tr("Prepared in the agenda, not moved yet"), "ink_3", "strong"),
                label(prepared, color="ink_2", wrap=True),
                gap=2,
                pad=(16, 10, 16, 12),
            )
            return frame("well", words)
        said = self.tr("No motion is pending.")
        return frame("well", row(small(said, "ink_2"), GROW, pad=(16, 10, 16, 10)))

    # ------------------------------------------------------------------ decided

    def _decided_line(self, motion: MotionRow, *, newest: bool) -> QWidget:
        vote = motion.vote
        outcome = str(motion.outcome)
        word = self.context.word(f"outcome.{outcome}")
        if vote is not None and vote.counts is not None:
            counts = vote.counts
            word = f"{word} {counts.yes}–{counts.no}–{counts.abstain}"
        tone = _TONES.get(outcome, "neutral")
        state = chip(word, tone, _GLYPHS.get(outcome, "flag"), solid=True)
        kind = self.context.word(f"motion_kind.{motion.kind}")
        title = label(f"{kind} {motion.number or ''}".strip(), "body", "medium")
        words = Elided(motion.text.show(self.context.language), "small", "regular", "ink_3")
        back = None
        if newest and vote is not None:
            back = Button(self.tr("Take back"), "arrow-u-up-left", "plain", dense=True)
            back.setProperty("vote", vote.uid)
            back.clicked.connect(self._on_take_back)
        marked = None
        if vote is not None and vote.quorum_met is False:
            marked = chip(self.tr("no quorum"), "warn", "warning")
        line = row(title, (words, 1), marked, state, back, gap=10, pad=(16, 6, 8, 6))
        line.setContentsMargins(16, 6, 8 if back else 16, 6)
        return frame("card", line)

    def _on_take_back(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.take_back_wanted.emit(str(sender.property("vote")))


def _barred_line(names: str, why: str) -> QWidget:
    """Say what is not in order, and why: sign, names, dash, reason, source."""
    html = f"<span style='font-weight:500'>{escape(names)}</span>&nbsp; — {escape(why)}"
    words = rich(html, "small", color="ink_2")
    words.setAccessibleName(f"{names}: {why}")
    sign = stack(3, icon("prohibit", "ink_3", 16), GROW, gap=0)
    return frame("", row(sign, (words, 1), gap=8))


class OrderLine(QWidget):
    """What may be moved now, with its digit; what may not, with the reason and its source.

    Signals: ``move_wanted(str)`` a kind of motion; ``dispose_wanted(str)`` an outcome;
    ``vote_wanted()``.
    """

    move_wanted = Signal(str)
    dispose_wanted = Signal(str)
    vote_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.digits: dict[str, MotionKind] = {}
        self._shown: tuple[object, ...] = ()
        self._flow = Flow()
        self._barred = stack(gap=0)
        self._first = self._line(self.tr("In order"), self._flow)
        not_now = QWidget()
        not_now.setLayout(self._barred)
        self._second = self._line(self.tr("Not now"), not_now)
        self._dispose = self._make_dispose()
        self._third = self._line(self.tr("On this one"), self._dispose)
        self.setLayout(stack(self._third, self._first, self._second, gap=6))

    def _line(self, words: str, body: QWidget) -> QWidget:
        holder = QWidget()
        head = small(words, "ink_2", "strong", width=88)
        head.setMinimumHeight(22 if words == self.tr("Not now") else 32)
        holder.setLayout(row(stack(head, GROW, gap=0), (body, 1), gap=8))
        return holder

    def _make_dispose(self) -> QWidget:
        flow = Flow()
        vote = Button(self.tr("Vote"), "gavel", "primary", "F5", dense=True)
        vote.clicked.connect(self.vote_wanted)
        flow.add(vote)
        for key, outcome, words in (
            ("W", Outcome.WITHDRAWN, self.tr("Withdrawn")),
            ("S", Outcome.NO_SECOND, self.tr("No second")),
            ("O", Outcome.OUT_OF_ORDER, self.tr("Out of order")),
        ):
            button = Button(words, None, "normal", key, dense=True)
            button.setProperty("outcome", outcome.value)
            button.clicked.connect(self._on_dispose)
            flow.add(button)
        return flow

    def show_meeting(self, shot: Snapshot) -> None:
        """Show what is in order as it stands."""
        self._third.setVisible(shot.top is not None and shot.vote is None)
        key = (shot.order,)
        if key == self._shown:
            return
        self._shown = key
        self._fill_possible([kind for kind, _needs in shot.order.possible])
        self._fill_barred(shot.order)

    def _fill_possible(self, kinds: list[MotionKind]) -> None:
        self._flow.clear()
        self.digits = {str(n): kind for n, kind in zip((*range(1, 10), 0), kinds, strict=False)}
        keys = {kind: number for number, kind in self.digits.items()}
        for kind in kinds:
            words = self.context.word(f"motion_kind.{kind.value}")
            button = Button(words, None, "normal", keys.get(kind), dense=True)
            button.setProperty("kind", kind.value)
            button.clicked.connect(self._on_kind)
            self._flow.add(button)
        self._first.setVisible(bool(kinds))

    def _fill_barred(self, order: OrderNow) -> None:
        """Say each reason once, with the kinds it bars."""
        grouped: dict[str, list[str]] = {}
        sources: dict[str, str] = {}
        for kind, message, source in order.barred:
            reason = self._say(message)
            grouped.setdefault(reason, []).append(self.context.word(f"motion_kind.{kind.value}"))
            sources.setdefault(reason, source)
        lines = []
        for reason, names in grouped.items():
            words = ", ".join(names) if order.possible else self.tr("Any other motion")
            source = f" · {sources[reason]}" if sources[reason] else ""
            lines.append(_barred_line(words, f"{reason}{source}"))
        refill(self._barred, *lines)
        self._second.setVisible(bool(lines))

    def _say(self, reason: Message) -> str:
        return self.context.say(reason)

    def _on_kind(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.move_wanted.emit(str(sender.property("kind")))

    def _on_dispose(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.dispose_wanted.emit(str(sender.property("outcome")))

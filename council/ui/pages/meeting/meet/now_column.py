"""The console's middle: the item, the questions before the meeting, what is in order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from council.domain.order.motions import RULED
from council.domain.vocabulary import MotionKind, Outcome
from council.domain.wording import changes
from council.services.session.amending import say_problem
from council.services.session.motion_advice import NO_SECOND
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
    label,
    marked_html,
    row,
    small,
    stack,
)
from council.ui.kit.keyed import KeyedBox
from council.ui.pages.meeting.meet.ruling_form import ruling_word
from council.ui.pages.meeting.meet.sayings import cited, reason_line
from council.ui.pages.meeting.words import (
    day_words,
    minutes_words,
    short_name,
    shorten,
    tidy,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from council.services.advice import AdviceRow
    from council.services.session.motions import MotionRow
    from council.ui.context import Context
    from council.ui.kit.keyed import Wanted
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

    Signals: ``take_back_wanted(str)`` the uid of a vote; ``ruled_out(str)`` the uid of a motion.
    """

    take_back_wanted = Signal(str)
    ruled_out = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._shot: Snapshot | None = None
        self._shown: tuple[object, ...] = ()
        self.cards = MotionStack()
        nothing, decided = stack(gap=0), stack(gap=6)
        self._nothing, self._decided = KeyedBox(nothing), KeyedBox(decided)
        self.setLayout(stack(decided, self.cards, nothing, gap=8))

    def show_meeting(self, shot: Snapshot) -> None:
        """Show the questions as they stand."""
        item = shot.current
        self._shot = shot
        key = (shot.pending, shot.waiting, shot.decided, shot.vote is not None, shot.in_session,
               item, shot.advice)  # fmt: skip
        if key == self._shown:
            return
        self._shown = key
        last = shot.decided[-MOST_DECIDED:]
        recent = next((m for m in reversed(last) if m.vote and m.vote.declared), None)
        self._decided.fill(
            (
                (one, one is recent),
                partial(self._decided_line, one, newest=one is recent),
            )
            for one in last
        )
        self.cards.fill(self._wanted_cards(shot))
        prepared = self._prepared(shot)
        asked = [] if shot.pending else [(prepared, partial(self._no_question, prepared))]
        self._nothing.fill(asked)

    def _wanted_cards(self, shot: Snapshot) -> Iterator[Wanted]:
        """Yield the card of each question, with all it is drawn from as its key."""
        for place, motion in enumerate(shot.pending):
            live = place == len(shot.pending) - 1
            voting = live and shot.vote is not None
            over = shot.pending[place - 1].current_text if place else None
            said, people = shot.unheeded(motion.uid), self._people(motion)
            then = shot.waiting if motion.part else ()
            key = (motion, place, live, voting, over, said, people, then)
            yield key, partial(self._card, motion, place, shot, live=live, voting=voting)

    # ------------------------------------------------------------------ pending

    def _people(self, motion: MotionRow) -> str:
        language = self.context.language
        mover = short_name(motion.mover_name, language)
        second = ", ".join(short_name(n, language) for n in motion.seconder_names)
        if mover and second:
            return self.tr("{mover}, seconded by {second}").format(mover=mover, second=second)
        if mover and self._wants_second(motion):
            return self.tr("{mover}, not seconded").format(mover=mover)
        return mover

    def _wants_second(self, motion: MotionRow) -> bool:
        shot = self._shot
        if shot is None:
            return False
        rule = shot.rules.find(f"motion.{motion.kind}")
        if rule is None or not rule.known:
            return False
        return shot.rules.seconds_needed(motion.kind, shot.quorum.members_in_office) > 0

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
        for one in shot.waiting if motion.part else ():
            words = self.tr("Then: {words}").format(words=one.text.show(language))
            extra.append(small(words, "ink_2", wrap=True))
        if terms := self._terms(motion):
            extra.append(small(terms, "ink_2", wrap=True))
        extra += [
            reason_line("", self.context.say(say_problem(why)), glyph="warning", tone="warn")
            for _edit, why in motion.failed
        ]
        extra += self._against(motion, shot.unheeded(motion.uid), live=live and not voting)
        if live:
            words = self.tr("being decided") if voting else self.tr("open")
            state = chip(words, "accent", "gavel" if voting else "chat-circle-text")
        else:
            words = self.tr("waits for {number}").format(number=place + 2)
            state = chip(words, "neutral", "clock", weight="regular")
        title = f"{kind} {motion.number or ''}".strip()
        if motion.part is not None:
            part, parts = motion.part
            words = self.tr("{title}, part {part} of {parts}")
            title = words.format(title=title, part=part, parts=parts)
        return MotionCard(
            str(place + 1), title, self._people(motion), html, level=min(place, 3), live=live,
            state=state, extra=extra,
        )  # fmt: skip

    def _terms(self, motion: MotionRow) -> str:
        """Say until when something is put off, and how long each may speak."""
        told = []
        if motion.speech_seconds:
            time = f"{motion.speech_seconds // 60}:{motion.speech_seconds % 60:02}"
            told.append(self.tr("{time} minutes for each speaker").format(time=time))
        if motion.until:
            until = day_words(motion.until, self.context.language)
            told.append(self.tr("until {when}").format(when=until))
        return " · ".join(told)

    def _against(
        self, motion: MotionRow, said: Sequence[AdviceRow], *, live: bool
    ) -> list[QWidget]:
        """Make the lines of what the rules say against a motion that was taken all the same."""
        lines = []
        for one in said:
            words = cited(self.context.say(one.message), one.source, verified=one.verified)
            button = None
            if live and one.code != NO_SECOND:
                live = False  # one button is enough
                button = Button(self.tr("Rule out of order"), None, "normal", "O", dense=True)
                button.setProperty("motion", motion.uid)
                button.clicked.connect(self._on_rule_out)
            lines.append(reason_line("", words, glyph="warning", tone="warn", action=button))
        return lines

    def _on_rule_out(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.ruled_out.emit(str(sender.property("motion")))

    def _prepared(self, shot: Snapshot) -> str:
        """Return the motion that the agenda prepared and nobody moved yet."""
        item = shot.current
        fresh = item is not None and not shot.decided
        return item.proposed_motion.show(self.context.language) if item and fresh else ""

    def _no_question(self, prepared: str) -> QWidget:
        if prepared:
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
        word = self._outcome_word(motion.kind, outcome)
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

    def _outcome_word(self, kind: str, outcome: str) -> str:
        """Return what became of a motion; of a point and an appeal what that means."""
        if kind in RULED and outcome in _TONES:
            return ruling_word(kind, granted=outcome == Outcome.CARRIED)
        if kind == MotionKind.APPEAL and outcome in _TONES:
            return self.context.word(f"minutes.ruling.appeal_chip_{outcome}")
        return self.context.word(f"outcome.{outcome}")

    def _on_take_back(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.take_back_wanted.emit(str(sender.property("vote")))

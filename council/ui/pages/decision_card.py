"""One decision with everything about it: the words, the votes with names, why it came out so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from council.domain import calendars
from council.domain.messages import Message
from council.domain.order.motions import REWORDS
from council.domain.vocabulary import Choice, MotionKind
from council.domain.votes.vote_checks import figures
from council.domain.wording import changes
from council.services.session.motions import label as motion_label
from council.ui.kit import (
    GROW,
    Brush,
    Button,
    EmptyState,
    Painted,
    clear,
    group,
    hline,
    icon,
    label,
    marked_html,
    rich,
    row,
    scrolled,
    small,
    stack,
    vote_mark,
)
from council.ui.pages.decision_words import outcome_look, outcome_words
from council.ui.pages.vote_counts import vote_counts

if TYPE_CHECKING:
    from council.services.session.motions import MotionRow
    from council.services.voting.votes import VoteRow
    from council.ui.context import Context

WIDTH = 404
NARROW_WIDTH = 320
_ORDER = (Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.NOT_VOTING, Choice.RECUSED, Choice.ABSENT)


class DecisionCard(QFrame):
    """The right column of the decisions page. Signals: ``motion_wanted(str)``: its parent."""

    motion_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "side_r")
        self.fold(narrow=False)
        self._context = context
        self.uid = ""
        self._box = stack(gap=10, pad=(24, 16, 24, 16))
        holder = QWidget()
        holder.setLayout(self._box)
        self.setLayout(stack(scrolled(holder), gap=0))

    def fold(self, narrow: bool) -> None:
        """Take less room in a narrow window."""
        self.setFixedWidth(NARROW_WIDTH if narrow else WIDTH)

    def show_motion(self, motion: MotionRow | None) -> None:
        """Show a motion, or say what belongs here."""
        clear(self._box)
        self.uid = motion.uid if motion else ""
        if motion is None:
            text = self.tr("Choose a decision: its words and votes stand here.")
            self._box.addWidget(EmptyState("gavel", self.tr("Nothing chosen"), text))
            return
        for part in self._parts(motion):
            if isinstance(part, QLayout):
                self._box.addLayout(part)
            else:
                self._box.addWidget(part)
        self._box.addStretch(1)

    def _parts(self, motion: MotionRow) -> list[QWidget | QLayout]:
        parts: list[QWidget | QLayout] = [self._head(motion), self._outcome(motion), hline()]
        parts += self._words(motion)
        parts += [hline(), *self._people(motion)]
        for vote in motion.votes:
            parts += [hline(), *self._vote(vote)]
        return [*parts, hline(), self._places(motion)]

    def _head(self, motion: MotionRow) -> QLayout:
        kind = self._context.word(f"motion_kind.{motion.kind}")
        number = label(motion.number or kind, "heading", "strong")
        day = calendars.long_date(motion.meeting_date, self._context.language)
        return stack(row(number, GROW, small(kind, "ink_2")), small(day, "ink_2"), gap=0)

    def _outcome(self, motion: MotionRow) -> QWidget:
        glyph, tone = outcome_look(motion)
        words = outcome_words(self._context, motion)

        def paint(brush: Brush, box: QRectF) -> None:
            brush.plate(box, f"{tone}_soft", tone, 10, 1)
            weight = "regular" if tone == "neutral" else "fill"
            brush.icon(glyph, 14, box.center().y() - 14, 28, tone, weight)
            brush.write(QRectF(54, 0, box.width() - 66, box.height()), words, 22, "strong", tone)

        return Painted(paint, 0, 56, name=words)

    def _words(self, motion: MotionRow) -> list[QWidget | QLayout]:
        language = self._context.language
        first = motion.text.show(language)
        parts: list[QWidget | QLayout] = [label(first, 17, "regular", wrap=True)]
        now = motion.current_text.show(language)
        if now and now != first and motion.kind == "main":
            title = self.tr("As amended")
            marked = marked_html([(str(kind), words) for kind, words in changes(first, now)])
            parts += [group(title), rich(marked)]
        elif now != first and motion.kind in REWORDS:
            parts += [group(self.tr("Would read")), label(now, wrap=True)]
        if motion.ruling:
            said = self._context.show(motion.ruling)
            parts += [group(self.tr("The chair's ruling")), label(said, wrap=True)]
        for one in motion.later:
            named = {"motion": motion_label(one.number, MotionKind.MAIN)}
            words = self._context.say(Message(f"later.{one.kind}", named))
            parts.append(small(words, "ink", "medium", wrap=True))
        return parts

    def _people(self, motion: MotionRow) -> list[QWidget | QLayout]:
        context = self._context
        lines: list[QWidget | QLayout] = []
        pairs = [(self.tr("Moved by"), context.show(motion.mover_name))]
        seconders = ", ".join(context.show(name) for name in motion.seconder_names)
        pairs.append((self.tr("Seconded by"), seconders))
        pairs.append((self.tr("Until"), motion.until or ""))
        for title, words in pairs:
            if words:
                lines.append(row(small(title, "ink_2", width=110), (label(words, wrap=True), 1)))
        return lines or [small(self.tr("The record names no mover."))]

    # ------------------------------------------------------------------------ votes

    def _vote(self, vote: VoteRow) -> list[QWidget | QLayout]:
        context = self._context
        title = group(self.tr("Vote"), context.word(f"method.{vote.method}"))
        parts: list[QWidget | QLayout] = [title]
        if vote.counts is not None:
            parts.append(self._tally(vote))
        if vote.verdict is not None:
            parts.append(small(context.say(vote.verdict.message), "ink_2", wrap=True))
            parts.append(small(vote.verdict.source, "ink_3", wrap=True))
        parts += [self._odd(context.say(one.message)) for one in vote.findings]
        if vote.corrected and vote.first is not None:
            first = context.word(f"declared.{vote.first.declared}")
            if vote.first.tally is not None:
                first = f"{first} {figures(vote.first.tally)}"
            words = self.tr("Declared “{word}” first, then corrected.")
            parts.append(self._odd(words.format(word=first)))
        if vote.roll_order:
            order = context.word(f"roll_order.{vote.roll_order}")
            words = self.tr("Names called: {order}").format(order=order)
            parts.append(small(words, "ink_2", wrap=True))
        return parts + self._ballots(vote)

    def _odd(self, words: str) -> QLayout:
        return row(
            icon("warning", "warn", 16, "fill"), (small(words, "warn", "medium", wrap=True), 1)
        )

    def _tally(self, vote: VoteRow) -> QWidget:
        counts = vote.counts
        if counts is None:
            raise ValueError("nothing was counted")
        numbers = [("yes", counts.yes), ("no", counts.no), ("abstain", counts.abstain)]
        return vote_counts(self._context, numbers)

    def _ballots(self, vote: VoteRow) -> list[QWidget | QLayout]:
        parts: list[QWidget | QLayout] = []
        for choice in _ORDER:
            names = [
                self._context.show(one.name) + (" ★" if one.casting else "")
                for one in vote.ballots
                if one.choice == choice.value
            ]
            if names:
                word = self._context.word(f"choice.{choice.value}")
                code = choice.value

                def paint(brush: Brush, box: QRectF, code: str = code) -> None:
                    vote_mark(brush, code, 0, 2, 18)

                head = row(Painted(paint, 22, 24), small(word, "ink_2", "strong"), GROW, gap=6)
                holder = QWidget()
                holder.setLayout(head)
                holder.setFixedWidth(110)
                parts.append(row(holder, (label(", ".join(names), wrap=True), 1), gap=8))
        return parts

    # ------------------------------------------------------------------------ places

    def _places(self, motion: MotionRow) -> QLayout:
        self.meeting_button = Button(
            self.tr("Meeting {number}").format(
                number=calendars.meeting_number(motion.meeting_number or "", self._context.language)
            ),
            "calendar-blank",
        )
        meeting = motion.meeting_uid
        navigate = self._context.navigate
        self.meeting_button.clicked.connect(lambda: navigate("meeting", meeting))
        buttons: list[QWidget] = [self.meeting_button]
        if motion.parent_uid:
            parent = motion.parent_uid
            other = Button(self.tr("The motion it is about"), "link-simple")
            other.clicked.connect(lambda: self.motion_wanted.emit(parent))
            buttons.append(other)
        title = self._item_words(motion)
        return stack(small(title, "ink_2", wrap=True), row(*buttons, GROW, gap=8), gap=8)

    def _item_words(self, motion: MotionRow) -> str:
        if motion.item_uid is None:
            return self.tr("Under no agenda item")
        title = self._context.show(motion.item_title)
        return self.tr("Agenda item {number}: {title}").format(
            number=motion.item_number or "", title=title
        )

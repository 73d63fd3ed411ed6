"""What may be moved now and what may not, with the reason and its source; never a block."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from council.domain.order.motions import RULED
from council.domain.rules.values import MotionClass
from council.domain.vocabulary import ItemKind, MotionKind, Outcome
from council.services.session.motion_advice import NO_SECOND
from council.ui.kit import GROW, Button, link, row, small, stack
from council.ui.kit.flow import Flow
from council.ui.kit.keyed import KeyedBox
from council.ui.pages.meeting.meet.sayings import Reason, by_reason, reason_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from council.services.session.motions import MotionRow, OrderNow
    from council.ui.context import Context
    from council.ui.kit.keyed import Wanted
    from council.ui.pages.meeting.meet.snapshot import Snapshot

MOST_REASONS: Final = 2  # of those that are always shown
_HEARD = frozenset({ItemKind.REPORT, ItemKind.INFORMATION})
DISPOSE: Final = {
    "W": "withdrawn", "S": "no_second", "O": "out_of_order", "P": "postponed", "F": "referred",
    "L": "laid_aside",
}  # fmt: skip
"""What can become of a question without a vote, by its key."""

_AGREED: Final = frozenset({Outcome.POSTPONED, Outcome.REFERRED, Outcome.LAID_ASIDE})
"""What the meeting agrees to without a vote of a question that can be put off."""

_DIGITS: Final = (*range(1, 10), 0)
_HEAD_W: Final = 88
_RANKING: Final = frozenset({MotionClass.MAIN, MotionClass.SUBSIDIARY, MotionClass.PRIVILEGED})


def is_ranking(shot: Snapshot, kind: MotionKind) -> bool:
    """Tell whether a kind is one of the ranking motions that are put to the vote.

    What the chair rules on or one member demands stands with the other motions, though it ranks.
    """
    rule = shot.rules.value_of(f"motion.{kind}")
    return rule is not None and rule.family in _RANKING and rule.is_voted_on


class KindMenu(QMenu):
    """Kinds of motion to choose from, under heads.

    Signals: ``chosen(str)`` a kind of motion.
    """

    chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def add_kinds(self, head: str, kinds: Iterable[str]) -> None:
        """Add kinds; nothing where there are none."""
        listed = list(kinds)
        if not listed:
            return
        if head:
            title = self.addAction(head)
            title.setEnabled(False)
        for kind in listed:
            action = QAction(self.context.word(f"motion_kind.{kind}"), self)
            action.setData(kind)
            action.triggered.connect(self._on_action)
            self.addAction(action)

    def kinds(self) -> list[str]:
        """Return the kinds that can be chosen."""
        return [str(one.data()) for one in self.actions() if one.data()]

    def open_under(self, widget: QWidget) -> None:
        """Open below a widget, or above where there is no room, on the first kind."""
        self.popup(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
        first = next((one for one in self.actions() if one.data()), None)
        if first is not None:
            self.setActiveAction(first)

    def _on_action(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.chosen.emit(str(sender.data()))


class OrderLine(QWidget):
    """What may be moved now, with its digit; what may not, with the reason and its source.

    The ranking motions are buttons, the others wait behind one. Of what is not in order the reasons
    that matter now are shown, all of them when asked for; even such a motion can be taken.

    Signals: ``move_wanted(str)`` a kind of motion; ``dispose_wanted(str)`` an outcome;
    ``vote_wanted()``; ``ruling_wanted()`` what the chair ruled is to be recorded; ``note_wanted()``
    the meeting takes note of the report it heard; ``divide_wanted()`` the question is divided.
    """

    move_wanted = Signal(str)
    dispose_wanted = Signal(str)
    vote_wanted = Signal()
    ruling_wanted = Signal()
    note_wanted = Signal()
    divide_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.digits: dict[str, MotionKind] = {}
        self.all_shown = False
        self._shot: Snapshot | None = None
        self._shown: tuple[object, ...] = ()
        barred = stack(gap=0)
        self._flow, self._barred, self._dispose = Flow(), KeyedBox(barred), Flow()
        self._agreed = Flow()
        self.others: QWidget | None = None
        self._fill_agreed()
        self.menu = KindMenu(context)
        self.menu.chosen.connect(self.move_wanted)
        self.more = link(self.tr("All reasons"), self.toggle_all)
        self.fewer = link(self.tr("Fewer"), self.toggle_all)
        self._side_w = max(_HEAD_W, self.more.width(), self.fewer.width())
        self._first = self._line(small(self.tr("In order"), "ink_2", "strong"), 32, self._flow)
        not_now = QWidget()
        not_now.setLayout(barred)
        head = small(self.tr("Not now"), "ink_2", "strong")
        self._second = self._line(head, 22, not_now, self.more, self.fewer)
        head = small(self.tr("On this one"), "ink_2", "strong")
        self._third = self._line(head, 32, self._dispose)
        head = small(self.tr("If agreed"), "ink_2", "strong")
        head.setToolTip(self.tr("What the meeting agrees to without a vote"))
        self._fourth = self._line(head, 32, self._agreed)
        self.setLayout(stack(self._third, self._fourth, self._first, self._second, gap=6))

    def _line(self, head: QWidget, high: int, body: QWidget, *below: QWidget) -> QWidget:
        holder = QWidget()
        head.setMinimumHeight(high)
        side = QWidget()
        side.setFixedWidth(self._side_w)
        side.setLayout(stack(head, *below, GROW, gap=0))
        holder.setLayout(row(side, (body, 1), gap=8))
        return holder

    # ------------------------------------------------------------------ showing

    def show_meeting(self, shot: Snapshot) -> None:
        """Show what is in order as it stands."""
        top = shot.top
        self._shot = shot
        self._third.setVisible((top is not None or self.can_note()) and shot.vote is None)
        self._fourth.setVisible(self.can_divide())
        against = () if top is None else shot.unheeded(top.uid)
        key = (shot.order, top and (top.uid, top.kind), against, self.all_shown, self.can_note())
        if key == self._shown:
            return
        self._shown = key
        self._fill_dispose(top, out=not any(one.code != NO_SECOND for one in against))
        self._fill_possible(shot)
        self._fill_barred(shot)

    def _fill_dispose(self, top: MotionRow | None, *, out: bool) -> None:
        """Offer what can become of the question; ``out`` of order, where its card does not."""
        self._dispose.fill(self._wanted_ends(top, out=out))

    def _wanted_ends(self, top: MotionRow | None, *, out: bool) -> Iterator[Wanted]:
        if top is None:
            if self.can_note():
                yield self._wanted(self.tr("Noted"), "check", "T", self.note_wanted)
            return
        if top.kind == MotionKind.INQUIRY:
            yield self._wanted(self.tr("The answer"), "gavel", "R", self.ruling_wanted)
        elif top.kind in RULED:
            yield self._wanted(self.tr("The ruling"), "gavel", "R", self.ruling_wanted)
        else:
            yield self._wanted(self.tr("Vote"), "gavel", "F5", self.vote_wanted)
        for key, outcome, words in (
            ("W", Outcome.WITHDRAWN, self.tr("Withdrawn")),
            ("S", Outcome.NO_SECOND, self.tr("No second")),
            ("O", Outcome.OUT_OF_ORDER, self.tr("Out of order")),
        ):
            if outcome is not Outcome.OUT_OF_ORDER or out:
                yield outcome, partial(self._outcome_button, key, outcome, words)

    def _wanted(self, words: str, glyph: str, key: str, what: object) -> Wanted:
        """Return the button that is pressed first."""

        def make() -> QWidget:
            return self._button(Button(words, glyph, "primary", key, dense=True), what)

        return words, make

    def _fill_agreed(self) -> None:
        """Offer what the meeting can agree to do with a main question, without a vote."""
        for key, outcome, words in (
            ("P", Outcome.POSTPONED, self.tr("Postponed")),
            ("F", Outcome.REFERRED, self.tr("Referred")),
            ("L", Outcome.LAID_ASIDE, self.tr("Laid aside")),
        ):
            self._agreed.add(self._outcome_button(key, outcome, words))
        divided = Button(self.tr("Divided"), None, "normal", "D", dense=True)
        self._agreed.add(self._button(divided, self.divide_wanted))

    def _outcome_button(self, key: str, outcome: Outcome, words: str) -> QWidget:
        button = Button(words, None, "normal", key, dense=True)
        button.setProperty("outcome", outcome.value)
        return self._button(button, self._on_dispose)

    def _button(self, button: Button, what: object) -> QWidget:
        button.clicked.connect(what)
        return button

    def _fill_possible(self, shot: Snapshot) -> None:
        ranking = [kind for kind, _needs in shot.order.possible if is_ranking(shot, kind)]
        others = [kind for kind, _needs in shot.order.possible if kind not in ranking]
        self.digits = {str(n): kind for n, kind in zip(_DIGITS, ranking, strict=False)}
        keys = {kind: number for number, kind in self.digits.items()}
        wanted: list[Wanted] = [
            ((kind, keys.get(kind)), partial(self._kind_button, kind, keys.get(kind)))
            for kind in ranking
        ]
        self._fill_menu(shot, others)
        if others:
            wanted.append(("others", self._others_button))
        made = self._flow.fill(wanted)
        self.others = made[-1] if others else None
        self._first.setVisible(bool(shot.order.possible))

    def _kind_button(self, kind: MotionKind, key: str | None) -> QWidget:
        words = self.context.word(f"motion_kind.{kind.value}")
        button = Button(words, None, "normal", key, dense=True)
        button.setProperty("kind", kind.value)
        return self._button(button, self._on_kind)

    def _others_button(self) -> QWidget:
        button = Button(self.tr("Other motions"), "dots-three", key="M", dense=True)
        return self._button(button, self.open_others)

    def _fill_menu(self, shot: Snapshot, others: list[MotionKind]) -> None:
        self.menu.clear()
        back = [kind for kind in others if _brings_back(shot, kind)]
        points = [kind.value for kind in others if kind not in back]
        self.menu.add_kinds(self.tr("Points, requests and demands"), points)
        self.menu.add_kinds(self.tr("About earlier decisions"), [kind.value for kind in back])

    def _fill_barred(self, shot: Snapshot) -> None:
        """Say each reason once, with the kinds it bars."""
        reasons = self._reasons(shot.order)
        ranking = {kind.value for kind, *_why in shot.order.barred if is_ranking(shot, kind)}
        chosen = [one for one in reasons if ranking.intersection(one.codes)][:MOST_REASONS]
        shown = reasons if self.all_shown else [_only(one, ranking) for one in chosen]
        alone = not shot.order.possible and len(reasons) == 1
        lines: list[Wanted] = []
        for reason in shown:
            names = self.tr("Any other motion") if alone else ", ".join(reason.names)
            kinds = reasons[0].codes if alone else reason.codes
            key = (names, reason.sentence, kinds)
            lines.append((key, partial(self._barred_line, *key)))
        self._barred.fill(lines)
        said, there = (sum(len(one.codes) for one in some) for some in (shown, reasons))
        self.more.setVisible(not self.all_shown and said < there)
        self.fewer.setVisible(self.all_shown and bool(reasons))
        self._second.setVisible(bool(reasons))

    def _reasons(self, order: OrderNow) -> list[Reason]:
        return by_reason(
            self.context,
            (
                (kind.value, self.context.word(f"motion_kind.{kind.value}"), message, source)
                for kind, message, source in order.barred
            ),
        )

    def _barred_line(self, names: str, sentence: str, kinds: list[str]) -> QWidget:
        return reason_line(names, sentence, action=self._anyway(kinds))

    def _anyway(self, kinds: list[str]) -> QWidget:
        """Make the word that takes a motion all the same; it goes on record with the advice."""
        made = link(self.tr("Take it anyway"), self._on_anyway)
        made.setProperty("kinds", kinds)
        return made

    # ------------------------------------------------------------------ doing

    def can_note(self) -> bool:
        """Tell whether a report is before the meeting of which it can take note now."""
        shot = self._shot
        if shot is None or shot.top is not None or shot.current is None:
            return False
        noted = any(one.outcome == Outcome.NOTED for one in shot.decided)
        return shot.current.kind in _HEARD and not noted

    def can_divide(self) -> bool:
        """Tell whether a main question is before the meeting, open to be divided."""
        shot = self._shot
        top = shot.top if shot is not None else None
        return (
            top is not None and top.kind == MotionKind.MAIN and shot is not None and not shot.vote
        )

    def can_dispose(self, outcome: str) -> bool:
        """Tell whether this can become of the question; only a main one is put off as agreed."""
        top = self._shot.top if self._shot is not None else None
        return top is not None and (outcome not in _AGREED or top.kind == MotionKind.MAIN)

    def toggle_all(self) -> None:
        """Show every reason, or only those that matter now."""
        self.all_shown = not self.all_shown
        if self._shot is not None:
            self.show_meeting(self._shot)

    def open_others(self) -> None:
        """Open the other motions that are in order."""
        if self.others is not None:
            self.menu.open_under(self.others)

    def _on_anyway(self) -> None:
        sender = self.sender()
        if not isinstance(sender, QWidget):
            return
        kinds = list(sender.property("kinds"))
        if len(kinds) == 1:
            self.move_wanted.emit(kinds[0])
            return
        menu = KindMenu(self.context)
        menu.setParent(self, menu.windowFlags())
        menu.add_kinds(self.tr("Take it anyway"), kinds)
        menu.chosen.connect(self.move_wanted)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.open_under(sender)

    def _on_kind(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.move_wanted.emit(str(sender.property("kind")))

    def _on_dispose(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.dispose_wanted.emit(str(sender.property("outcome")))


def _brings_back(shot: Snapshot, kind: MotionKind) -> bool:
    rule = shot.rules.value_of(f"motion.{kind}")
    return rule is not None and rule.family is MotionClass.BRING_BACK


def _only(reason: Reason, codes: set[str]) -> Reason:
    """Return the reason with only these of its kinds."""
    kept = [place for place, code in enumerate(reason.codes) if code in codes]
    return Reason(
        reason.words, reason.source, [reason.codes[place] for place in kept],
        [reason.names[place] for place in kept],
    )  # fmt: skip

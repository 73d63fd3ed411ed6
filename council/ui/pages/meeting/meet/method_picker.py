"""F5: how the vote is taken and what it needs, with what the rules say of each way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from council.domain.vocabulary import Method
from council.domain.votes.voting import describe
from council.services.duties.meeting_duties import method_rulings
from council.services.voting.vote_room import usual_requirement
from council.services.voting.votes import usual_order
from council.ui.kit import GROW, Button, combo, icon, keycap, label, refill, row, small, stack
from council.ui.kit.flow import Flow
from council.ui.pages.meeting.meet.keys import digit, letter
from council.ui.pages.meeting.meet.roll_legend import order_box
from council.ui.pages.meeting.meet.sayings import by_reason, cited, reason_line

if TYPE_CHECKING:
    from council.domain.rulings import Ruling
    from council.services.session.motions import MotionRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

METHODS: Final = (
    Method.NO_OBJECTION, Method.VOICE, Method.SHOW_OF_HANDS, Method.ROLL_CALL,
    Method.SECRET_BALLOT, Method.ACCLAMATION,
)  # fmt: skip
_GLYPHS: Final = {
    Method.NO_OBJECTION: "check-circle", Method.VOICE: "megaphone-simple",
    Method.SHOW_OF_HANDS: "hand-palm", Method.ROLL_CALL: "list-checks",
    Method.SECRET_BALLOT: "tray", Method.ACCLAMATION: "handshake",
}  # fmt: skip
_PLAIN: Final = "voting_way.allowed"


class MethodPicker(QFrame):
    """F5: how is the vote taken? Digits 1 to 6; N goes to what it needs, O to the order of a roll.

    What the rules forbid can be chosen all the same; it goes on record with what they said.

    Signals: ``picked(str)`` the method; ``closed()``.
    """

    picked = Signal(str)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("How is the vote taken?"))
        self._title = label("", "body", "strong")
        self.needs = combo([], name=self.tr("What it needs"))
        self.order = order_box(context, self.tr("Order of the roll"))
        for box in (self.needs, self.order):
            box.installEventFilter(self)
        self.needs.currentIndexChanged.connect(self._tell_source)
        self._source = small("", "ink_3", wrap=True)
        self._sources: dict[str, str] = {}
        self._said = stack(gap=0)
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
        words = small(self.tr("Needs"), "ink_2", "medium")
        needs = row(keycap("N"), words, (self.needs, 1), gap=8)
        called = small(self.tr("Roll called"), "ink_2", "medium")
        order = row(keycap("O"), called, (self.order, 1), gap=8)
        self.setLayout(
            stack(head, needs, self._source, order, flow, self._said, gap=8, pad=(14, 10, 14, 12))
        )

    # ------------------------------------------------------------------ opening

    def begin(self, motion: MotionRow, shot: Snapshot) -> None:
        """Ask about a motion, with what the rules of the meeting's day say."""
        kind = self.context.word(f"motion_kind.{motion.kind}")
        self._title.setText(
            self.tr("How is the vote on {kind} {number} taken?").format(
                kind=kind.lower(), number=motion.number or ""
            )
        )
        self._fill_needs(motion, shot)
        usual = usual_order(self.context.reader, shot.meeting.body_uid)
        self.order.setCurrentIndex(self.order.findData(usual))
        self._fill_said(method_rulings(self.context.reader, motion.uid))

    def requirement(self) -> str | None:
        """Return the name of what is needed, None for what the rules say of the motion."""
        return str(self.needs.currentData() or "") or None

    def roll_order(self, method: str) -> str | None:
        """Return in which order the names are called, None where none are."""
        return str(self.order.currentData()) if method == Method.ROLL_CALL else None

    def _fill_needs(self, motion: MotionRow, shot: Snapshot) -> None:
        own, source = usual_requirement(self.context.reader, motion.uid)
        words = self.tr("By the rules: {rule}").format(rule=self.context.say(own))
        self._sources = {"": source}
        self.needs.clear()
        self.needs.addItem(words, "")
        for name in shot.rules.requirement_names():
            value = shot.rules.find(f"requirement.{name}")
            if value is None or not value.known:
                continue
            self._sources[name] = value.source
            self.needs.addItem(self.context.say(describe(value.value)), name)
        self.needs.setCurrentIndex(0)
        self._tell_source()

    def _tell_source(self) -> None:
        chosen = str(self.needs.currentData() or "")
        words = self._sources.get(chosen, "")
        if chosen:
            words = cited(self.tr("Chosen for this vote, instead of what the rules say."), words)
        self._source.setText(words)
        self._source.setVisible(bool(words))

    def _fill_said(self, rulings: dict[Method, Ruling]) -> None:
        """Say each reason once: what speaks against a way first, then what else is to be known."""
        against = [one for one in METHODS if rulings[one].holds is not True]
        told = {_PLAIN, *(rulings[one].message.code for one in against)}
        noted = [
            one for one in METHODS if one not in against and rulings[one].message.code not in told
        ]
        lines = []
        for methods, glyph, tone in ((against, "warning", "warn"), (noted, "info", "ink_3")):
            said = (
                (one.value, self.context.word(f"method.{one.value}"), rulings[one].message,
                 rulings[one].source)
                for one in methods
            )  # fmt: skip
            for reason in by_reason(self.context, said):
                names = ", ".join(reason.names)
                lines.append(reason_line(names, reason.sentence, glyph=glyph, tone=tone))
        refill(self._said, *lines)
        for method, button in self.buttons.items():
            button.set_glyph("warning" if Method(method) in against else _GLYPHS[Method(method)])

    # ------------------------------------------------------------------ keys

    def _on_button(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.picked.emit(str(sender.property("method")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit, N, O, or Escape."""
        number = digit(event)
        if number and 1 <= int(number) <= len(METHODS):
            self.picked.emit(METHODS[int(number) - 1].value)
        elif letter(event) == "N":
            self.needs.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif letter(event) == "O":
            self.order.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave a box with Enter or Escape; a digit takes the vote at once."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
                self.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
            if digit(event):
                self.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

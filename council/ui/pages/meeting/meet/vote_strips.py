"""What an open vote may ask beside the numbers: the casting vote, another declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from council.domain.vocabulary import Choice, Declared
from council.ui.kit import Button, SegmentedSwitch, label, row, small, stack
from council.ui.kit.flow import Flow

if TYPE_CHECKING:
    from council.ui.context import Context


class CastingStrip(QFrame):
    """A tie where the chair has the casting vote. Signals: ``cast(str)`` yes or no."""

    cast = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "warn")
        self.yes = Button(self.tr("Chair votes yes"), "thumbs-up", key="Y", dense=True)
        self.no = Button(self.tr("Chair votes no"), "thumbs-down", key="N", dense=True)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        words = label(self.tr("A tie: the chair has the casting vote."))
        words.setMinimumHeight(self.yes.height())  # level with the words of the buttons
        line = Flow(gap=10, lead=True)  # three do not fit a narrow console in Thai
        for piece in (words, self.yes, self.no):
            line.add(piece)
        self.setLayout(row((line, 1), pad=(14, 6, 10, 6)))
        self.hide()

    def _on_yes(self) -> None:
        self.cast.emit(Choice.YES.value)

    def _on_no(self) -> None:
        self.cast.emit(Choice.NO.value)


class OtherwiseStrip(QFrame):
    """What the chair declares where that is not what the rules give.

    Signals: ``chosen()`` when another one is chosen.
    """

    chosen = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        choices = [("", self.tr("as the rules say"))]
        choices += [(one.value, context.word(f"outcome.{one.value}")) for one in Declared]
        self.switch = SegmentedSwitch(choices, "", self.tr("What the chair declares"))
        self.switch.chosen.connect(self.chosen)
        self.against = small("", "warn", "medium", wrap=True)
        line = Flow(10, 4, lead=True)
        line.add(small(self.tr("The chair declares"), "ink_2", "medium"))
        line.add(self.switch)
        self.setLayout(stack(line, self.against, gap=4))
        self.hide()

    def value(self) -> str:
        """Return what was chosen, empty for what the rules say."""
        return self.switch.value()

    def set_value(self, value: str) -> None:
        """Choose something else."""
        self.switch.set_value(value)

    def next_value(self, computed: str) -> str:
        """Return what comes after what is chosen, leaving out what the rules give anyway."""
        order = ["", Declared.CARRIED.value, Declared.LOST.value]
        here = order.index(self.value())
        follows = [*order[here + 1 :], *order[: here + 1]]
        return next(one for one in follows if one != computed)

    def tell(self, words: str) -> bool:
        """Say what speaks against it; tell whether that takes more or less room than before."""
        self.against.setText(words)
        changed = self.against.isHidden() == bool(words)
        if changed:
            self.against.setVisible(bool(words))
        return changed

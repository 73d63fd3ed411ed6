"""The keys of a roll call, and the order in which it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from council.domain.vocabulary import RollOrder
from council.ui.kit import combo, keycap, row, small
from council.ui.kit.flow import Flow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

    from council.ui.context import Context

ORDERS: Final = tuple(one.value for one in RollOrder)
_KEYS: Final = (("Y", "yes"), ("N", "no"), ("A", "abstain"), ("R", "recused"))


def order_box(context: Context, name: str) -> QComboBox:
    """Make a choice among the orders of a roll call."""
    words = [(one, context.word(f"roll_order.{one}")) for one in ORDERS]
    made = combo(words, RollOrder.CHAIR_LAST.value, name)
    made.setProperty("dense", True)
    return made


class RollLegend(QWidget):
    """What Y N A R mean, and how the names are called. Signals: ``order_chosen(str)``."""

    order_chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.box = order_box(context, self.tr("Order of the roll"))
        self.box.setSizePolicy(
            self.box.sizePolicy().Policy.Fixed, self.box.sizePolicy().Policy.Fixed
        )
        self.box.setSizeAdjustPolicy(self.box.SizeAdjustPolicy.AdjustToContents)
        self.box.activated.connect(self._on_chosen)
        flow = Flow(gap=16, line_gap=4)
        for key, choice in _KEYS:
            words = small(context.word(f"choice.{choice}"), "ink_2", "medium")
            flow.add_piece(row(keycap(key), words, gap=6))
        flow.add_piece(row(small(self.tr("Shift: all others"), "ink_3")))
        flow.add_piece(row(keycap("Shift F5"), self.box, gap=6))
        self.setLayout(row((flow, 1)))

    def show_order(self, order: str | None) -> None:
        """Show how the roll is called."""
        self.box.setCurrentIndex(self.box.findData(order or RollOrder.CHAIR_LAST.value))

    def next_order(self) -> str:
        """Return the order after the one that is used."""
        return ORDERS[(self.box.currentIndex() + 1) % len(ORDERS)]

    def _on_chosen(self) -> None:
        self.order_chosen.emit(str(self.box.currentData()))

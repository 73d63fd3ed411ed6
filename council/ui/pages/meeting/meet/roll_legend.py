"""The keys of a roll call, and the order in which it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from council.domain.vocabulary import RollOrder
from council.ui.kit import combo, keycap, link, refill, row, small
from council.ui.kit.flow import Flow

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QComboBox

    from council.ui.context import Context

ORDERS: Final = tuple(one.value for one in RollOrder)
_KEYS: Final = (
    ("Y", "yes"), ("N", "no"), ("A", "abstain"), ("R", "recused"), ("0", "not_voting"),
)  # fmt: skip


def order_box(context: Context, name: str) -> QComboBox:
    """Make a choice among the orders of a roll call."""
    words = [(one, context.word(f"roll_order.{one}")) for one in ORDERS]
    made = combo(words, RollOrder.CHAIR_LAST.value, name)
    made.setProperty("dense", True)
    return made


class RollLegend(Flow):
    """What Y N A R and 0 mean."""

    def __init__(self, context: Context) -> None:
        super().__init__(gap=12, line_gap=4)
        for key, choice in _KEYS:
            words = small(context.word(f"choice.{choice}"), "ink_2", "medium")
            self.add_piece(row(keycap(key), words, gap=6))
        self.add_piece(row(small(self.tr("Shift: all others"), "ink_3")))


class OrderLink(QWidget):
    """How the names of the open roll call are called; pressing it offers the other orders.

    Signals: ``chosen(str)``.
    """

    chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.order = ""
        self._box = row(gap=0)
        self.setLayout(row(self._box, keycap("Shift F5"), gap=6))

    def show_order(self, order: str | None) -> None:
        """Show how the roll is called."""
        order = order or RollOrder.CHAIR_LAST.value
        if order == self.order:
            return
        self.order = order
        words = self.context.word(f"roll_order.{order}")
        made = link(words, self._offer)
        made.setAccessibleName(self.tr("Order of the roll: {order}").format(order=words))
        refill(self._box, made)

    def next_order(self) -> str:
        """Return the order after the one that is used."""
        return ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for order in ORDERS:
            action = menu.addAction(self.context.word(f"roll_order.{order}"))
            action.setData(order)
            action.setCheckable(True)
            action.setChecked(order == self.order)
        menu.triggered.connect(self._on_chosen)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _on_chosen(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))

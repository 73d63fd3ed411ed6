"""A box that goes on in the next line when a line is full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from council.ui.kit.keyed import let_go, reuse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLayout

    from council.ui.kit.keyed import Held, Wanted


def _size(piece: QWidget) -> QSize:
    """Return what a piece asks for; a painted one of a fixed size asks for nothing else."""
    return piece.sizeHint().expandedTo(piece.minimumSize())


class Flow(QWidget):
    """Lays widgets side by side, each at its size, and breaks lines like words.

    With ``lead`` the first has a line of its own where not all of them fit into one.

    WORKAROUND: a widget and not a QLayout, because a Python ``itemAt`` that returns None loses a
    reference to None at each call (seen with PySide6 6.12 on Python 3.11), which ends in a crash.
    """

    def __init__(self, gap: int = 8, line_gap: int = 6, *, lead: bool = False) -> None:
        super().__init__()
        self._pieces: list[QWidget] = []
        self._held: list[Held] = []
        self._gap, self._line_gap, self._lead = gap, line_gap, lead
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, piece: QWidget) -> None:
        """Take a widget."""
        piece.setParent(self)
        self._pieces.append(piece)
        piece.show()
        self._changed()

    def add_piece(self, layout: QLayout) -> QWidget:
        """Take a small layout as one piece; return the widget that holds it."""
        holder = QWidget()
        holder.setLayout(layout)
        self.add(holder)
        return holder

    def fill(self, wanted: Iterable[Wanted]) -> list[QWidget]:
        """Show these by their keys, in place of those shown so; return their widgets."""
        before, self._held = self._held, reuse(self._held, wanted)
        pieces = [piece for _key, piece in self._held]
        if [piece for _key, piece in before] != pieces:
            self._pieces = pieces
            for piece in pieces:
                if piece.parent() is not self:
                    piece.setParent(self)
                    piece.show()
            self._changed()
        return pieces

    def clear(self) -> None:
        """Let all widgets go."""
        for piece in self._pieces:
            let_go(piece)
        self._pieces, self._held = [], []
        self._changed()

    def _changed(self) -> None:
        self._place(self.width(), move=True)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        wide = sum(_size(p).width() + self._gap for p in self._pieces)
        return QSize(wide, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """Ask for the widest piece."""
        widest = max((_size(p).width() for p in self._pieces), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), 200)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._place(self.width(), move=True)
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Break the lines anew when a piece has another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._changed()
        return super().event(event)

    def _place(self, width: int, *, move: bool) -> int:
        x, y, high = 0, 0, 0
        shown = [p for p in self._pieces if not p.isHidden()]
        whole = sum(_size(p).width() + self._gap for p in shown) - self._gap
        for number, piece in enumerate(shown):
            size = _size(piece)
            alone = self._lead and number == 1 and whole > width
            if x and (alone or x + size.width() > width):
                x, y, high = 0, y + high + self._line_gap, 0
            if move:
                piece.setGeometry(QRect(x, y, size.width(), size.height()))
            x += size.width() + self._gap
            high = max(high, size.height())
        return y + high

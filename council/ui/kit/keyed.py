"""Widgets that stay as long as what they stand for: lists are shown anew without being rebuilt."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtWidgets import QBoxLayout, QWidget

Wanted: TypeAlias = "tuple[object, Callable[[], QWidget]]"
"""What a widget shows, all of it, and how one is made that shows it."""
Held: TypeAlias = "tuple[object, QWidget]"


def let_go(widget: QWidget) -> None:
    """Take a widget off the screen; it is deleted when nobody is inside it any more."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def reuse(held: Sequence[Held], wanted: Iterable[Wanted]) -> list[Held]:
    """Return the wanted widgets in their order: held ones that show the same, else new ones.

    Those that nobody wants any more are let go.
    """
    left, found = list(held), []
    for key, make in wanted:
        place = next((n for n, (old, _widget) in enumerate(left) if old == key), None)
        found.append((key, make()) if place is None else left.pop(place))
    for _key, widget in left:
        let_go(widget)
    return found


class KeyedBox:
    """Fills a box layout by keys."""

    def __init__(self, box: QBoxLayout) -> None:
        self._box = box
        self._held: list[Held] = []

    def fill(self, wanted: Iterable[Wanted]) -> list[QWidget]:
        """Show these, one after the other; return their widgets."""
        self._held = reuse(self._held, wanted)
        for place, (_key, widget) in enumerate(self._held):
            if self._box.indexOf(widget) != place:
                self._box.removeWidget(widget)
                self._box.insertWidget(place, widget)
                widget.show()  # a box would do it a moment later, one widget after the other
        return [widget for _key, widget in self._held]

    def count(self) -> int:
        """Return how many it shows."""
        return len(self._held)

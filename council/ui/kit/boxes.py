"""Boxes: rows, stacks and surfaces."""

from __future__ import annotations

from typing import Final, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)


class _Grow:
    """A stretch in a list of box items."""


GROW: Final = _Grow()
A = Qt.AlignmentFlag

Thing: TypeAlias = QWidget | QLayout
Item: TypeAlias = Thing | tuple[Thing, int] | int | _Grow | None
Pad: TypeAlias = int | tuple[int, int, int, int]


def add_to(box: QBoxLayout, item: Item) -> None:
    """Add a widget, a layout, a (thing, stretch) pair, a gap in pixels, GROW, or nothing."""
    if item is None:
        return
    if isinstance(item, _Grow):
        box.addStretch(1)
    elif isinstance(item, int):
        box.addSpacing(item)
    else:
        thing, stretch = item if isinstance(item, tuple) else (item, 0)
        if isinstance(thing, QLayout):
            box.addLayout(thing, stretch)
        else:
            box.addWidget(thing, stretch)


def _fill(box: QBoxLayout, items: tuple[Item, ...], gap: int, pad: Pad) -> None:
    box.setSpacing(gap)
    box.setContentsMargins(*(pad if isinstance(pad, tuple) else (pad, pad, pad, pad)))
    for item in items:
        add_to(box, item)


def row(*items: Item, gap: int = 8, pad: Pad = 0) -> QHBoxLayout:
    """Lay things side by side; ``pad`` is one number or left, top, right, bottom."""
    made = QHBoxLayout()
    _fill(made, items, gap, pad)
    return made


def stack(*items: Item, gap: int = 8, pad: Pad = 0) -> QVBoxLayout:
    """Lay things one below the other; put GROW last, so that empty space stays at the bottom."""
    made = QVBoxLayout()
    _fill(made, items, gap, pad)
    return made


def frame(role: str, layout: QLayout | None = None, width: int = 0, height: int = 0) -> QFrame:
    """Make a surface whose look is chosen in the style sheet by its role (card, open, well, …)."""
    made = QFrame()
    made.setProperty("role", role)
    if layout is not None:
        made.setLayout(layout)
    if width:
        made.setFixedWidth(width)
    if height:
        made.setFixedHeight(height)
    return made


def hline() -> QFrame:
    """Make a hairline across."""
    return frame("hline")


def vline() -> QFrame:
    """Make a hairline down."""
    return frame("vline")


def clear(layout: QLayout) -> None:
    """Empty a layout and let its widgets go."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            break
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def refill(layout: QBoxLayout, *items: Item) -> None:
    """Replace what a box holds."""
    clear(layout)
    for item in items:
        add_to(layout, item)


def scrolled(content: QWidget, *, sideways: bool = False) -> QScrollArea:
    """Put a widget into a scroll area without a frame; it scrolls up and down only, unless told."""
    made = QScrollArea()
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setWidgetResizable(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if not sideways:
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    # A viewport of our own: to find out what Qt's own one is, PySide loads every widget class.
    made.setViewport(QWidget())
    made.setWidget(content)
    content.setAutoFillBackground(False)
    return made


def remeasure(widget: QWidget) -> None:
    """Let all who hold a widget ask anew how much room it needs."""
    holder: QWidget | None = widget
    while holder is not None and not holder.isWindow():
        holder.updateGeometry()
        holder = holder.parentWidget()

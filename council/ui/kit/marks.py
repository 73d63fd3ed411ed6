"""State marks: the shape speaks first, the colour second."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from council.ui.kit.paint import Brush
from council.ui.theme import col


def _diamond(mid: QPointF, half: float) -> QPolygonF:
    return QPolygonF(
        [
            mid + QPointF(0, -half),
            mid + QPointF(half, 0),
            mid + QPointF(0, half),
            mid + QPointF(-half, 0),
        ]
    )


def vote_mark(painter: QPainter, state: str, x: float, y: float, d: float = 28) -> None:
    """Draw a vote: yes, no, abstain, not_voting, recused, ineligible, next; else one waited for.

    Yes is a full disc with a tick, no a full square with a cross, abstain an open ring with a bar,
    not voting the ring alone, recused an open diamond with an arrow out, ineligible an open square
    with a bar across.
    """
    box, mid = QRectF(x, y, d, d), QPointF(x + d / 2, y + d / 2)
    inner = d * 0.6
    ix, iy = mid.x() - inner / 2, mid.y() - inner / 2
    ring = box.adjusted(0.5, 0.5, -0.5, -0.5)
    if state == "yes":
        Brush.plate(painter, box, "yes", None, d)
        Brush.icon(painter, "check", ix, iy, inner, "on_state", "bold")
    elif state == "no":
        Brush.plate(painter, box.adjusted(1, 1, -1, -1), "no", None, 4)
        Brush.icon(painter, "x", ix, iy, inner, "on_state", "bold")
    elif state == "abstain":
        Brush.plate(painter, ring, "surface", "neutral", d, 2)
        Brush.icon(painter, "minus", ix, iy, inner, "neutral", "bold")
    elif state == "not_voting":
        Brush.plate(painter, ring, None, "neutral", d, 2)
    elif state == "recused":
        painter.setPen(QPen(col("recused"), 2))
        painter.setBrush(col("surface"))
        painter.drawPolygon(_diamond(mid, d / 2 - 0.5))
        Brush.icon(
            painter, "arrow-up-right", mid.x() - d / 4, mid.y() - d / 4, d / 2, "recused", "bold"
        )
    elif state == "ineligible":
        Brush.plate(painter, box.adjusted(1.5, 1.5, -1.5, -1.5), None, "line_strong", 4, 1.5)
        Brush.icon(painter, "prohibit", ix, iy, inner, "ink_3")
    elif state == "next":
        Brush.plate(painter, ring, "surface", "accent", d, 2)
        Brush.icon(painter, "caret-right", mid.x() - 8, mid.y() - 8, 16, "accent", "bold")
    else:
        waiting = box.adjusted(1.5, 1.5, -1.5, -1.5)
        Brush.plate(painter, waiting, None, "line_strong", d, 1.2, dash=True)


def presence_mark(painter: QPainter, state: str, x: float, y: float, d: float = 14) -> None:
    """Draw where somebody is: present, remote, recused, excused, left, absent, vacant."""
    box, mid = QRectF(x, y, d, d), QPointF(x + d / 2, y + d / 2)
    inset = box.adjusted(1, 1, -1, -1)
    if state == "present":
        Brush.plate(painter, inset, "yes", None, d)
    elif state == "remote":
        Brush.plate(painter, inset, None, "yes", d, 2)
        Brush.plate(painter, QRectF(mid.x() - 2.5, mid.y() - 2.5, 5, 5), "yes", None, 5)
    elif state == "recused":
        painter.setPen(QPen(col("recused"), 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(_diamond(mid, d / 2 - 0.5))
    elif state == "excused":
        Brush.plate(painter, inset, None, "neutral", d, 2)
    elif state == "left":
        Brush.plate(painter, inset, None, "neutral", d, 2)
        path = QPainterPath(QPointF(mid.x(), y + 1))
        path.arcTo(inset, 90, 180)
        path.closeSubpath()
        painter.fillPath(path, col("neutral"))
    elif state == "absent":
        Brush.icon(painter, "x", x, y, d, "no", "bold")
    else:
        Brush.plate(painter, inset, None, "line_strong", d, 1, dash=True)


def emblem(painter: QPainter, x: float, y: float, d: float, ink: str = "accent") -> None:
    """Draw the program's mark: a round table seen from above."""
    centre = QPointF(x + d / 2, y + d / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(col(ink))
    for seat in range(9):
        angle = math.radians(-90 + seat * 40)
        place = QPointF(
            centre.x() + math.cos(angle) * d * 0.41, centre.y() + math.sin(angle) * d * 0.41
        )
        painter.drawEllipse(place, d * 0.085, d * 0.085)
    painter.drawEllipse(centre, d * 0.24, d * 0.24)

"""The two small charts of the first page: who came, and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from council.ui.kit import GROW, A, Brush, Painted, frame, group, row, small, stack
from council.ui.pages.decision_words import month_letter
from council.ui.theme import col

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QFrame

    from council.services.meetings import MeetingRow
    from council.ui.context import Context

MOST_MEETINGS = 12
_HEIGHT = 98
_BLOCK, _STEP = 9, 11


def attendance_chart(
    context: Context, held: tuple[tuple[MeetingRow, int, int | None], ...]
) -> QFrame:
    """Draw how many members came to each meeting, with the quorum as a dashed line."""
    shown = held[-MOST_MEETINGS:]
    counts = [present for _, present, _ in shown]
    average = sum(counts) * 10 // len(counts)
    needed = next((need for _, _, need in reversed(shown) if need is not None), None)
    quorum = QCoreApplication.translate("Today", "quorum {count}").format(count=needed)
    title = QCoreApplication.translate("Today", "Present, last {count} meetings")
    mean = QCoreApplication.translate("Today", "average {number}")
    months = _months(context, [one for one, _, _ in shown])

    def paint(brush: Brush, box: QRectF) -> None:
        _Curve(brush, box, counts, needed).draw(months, quorum)

    told = ", ".join(str(count) for count in counts)
    chart = Painted(paint, 0, _HEIGHT, name=f"{title.format(count=len(shown))}: {told}")
    head = group(
        title.format(count=len(shown)), mean.format(number=f"{average // 10}.{average % 10}")
    )
    return frame("card", stack(head, chart, gap=4, pad=(16, 10, 16, 6)))


def _months(context: Context, held: list[MeetingRow]) -> list[str]:
    """Return a word for each meeting; Thai months are wide, so every second one is told."""
    last = len(held) - 1
    return [
        month_letter(context, one.starts_local.date(), every=(last - i) % 2 == 0)
        for i, one in enumerate(held)
    ]


def place_labels(
    points: Sequence[float], widths: Sequence[float], room: float, gap: float = 12
) -> list[float | None]:
    """Return where the label of each point begins, None for one that would cover another.

    Each stands centred on its point, inside of the room; the last one is placed first. One that
    would have to go farther from its point than its own width is left out. All in pixels.
    """
    found: list[float | None] = []
    limit = room
    for point, width in zip(reversed(points), reversed(widths), strict=True):
        begin = min(max(0.0, point - width / 2), limit - width)
        too_far = abs(begin + width / 2 - point) > width
        found.insert(0, None if begin < 0 or too_far else begin)
        if found[0] is not None:
            limit = begin - gap
    return found


class _Curve:
    """Where the points of the attendance chart lie."""

    def __init__(self, brush: Brush, box: QRectF, counts: list[int], needed: int | None) -> None:
        self.brush, self.counts, self.needed = brush, counts, needed
        self.left, self.right = 26.0, box.width() - 8
        self.top, self.base = 10.0, box.height() - 24
        self.most = max(5, *(-(-count // 5) * 5 for count in (*counts, needed or 0)))

    def y(self, value: float) -> float:
        return self.base - value / self.most * (self.base - self.top)

    def draw(self, months: list[str], quorum: str) -> None:
        brush, step = self.brush, 5 if self.most <= 15 else 10
        for value in range(0, self.most + 1, step):
            y = round(self.y(value)) + 0.5
            brush.rule(self.left, y, self.right, y)
            side = A.AlignRight | A.AlignVCenter
            box = QRectF(0, y - 11, 18, 22)
            brush.write(box, str(value), "small", "regular", "ink_3", side)
        points = self._points()
        self._area(points)
        if self.needed is not None:
            y = round(self.y(self.needed)) + 0.5
            brush.rule(self.left, y, self.right, y, "warn", 1.5, dash=True)
        self._line(points)
        for point, month in zip(points, months, strict=True):
            box = QRectF(point.x() - 20, self.base + 2, 40, 22)
            brush.write(box, month, "small", "regular", "ink_3", A.AlignCenter)
        if self.needed is not None:
            box = QRectF(self.left + 8, self.y(self.needed) + 2, 160, 22)
            brush.write(box, quorum, "small", "medium", "warn")

    def _points(self) -> list[QPointF]:
        gaps = max(1, len(self.counts) - 1)
        width = self.right - self.left - 20
        return [
            QPointF(self.left + 10 + i * width / gaps, self.y(count))
            for i, count in enumerate(self.counts)
        ]

    def _area(self, points: list[QPointF]) -> None:
        path = QPainterPath(QPointF(points[0].x(), self.base))
        for point in points:
            path.lineTo(point)
        path.lineTo(points[-1].x(), self.base)
        self.brush.fillPath(path, col("accent_soft"))

    def _line(self, points: list[QPointF]) -> None:
        pen = QPen(col("accent"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.brush.setPen(pen)
        self.brush.setBrush(Qt.BrushStyle.NoBrush)
        self.brush.drawPolyline(points)
        for i, point in enumerate(points):
            dot = QRectF(point.x() - 3.5, point.y() - 3.5, 7, 7)
            last = i == len(points) - 1
            self.brush.plate(dot, "accent" if last else "surface", "accent", 4, 2)


def _block(brush: Brush, box: QRectF, kind: str) -> None:
    """Draw one decision: carried is full, lost has a stroke, anything else is dashed."""
    if kind == "yes":
        brush.plate(box, "yes", None, 3)
    elif kind == "no":
        brush.plate(box, "no_soft", "no", 3, 1.5)
        brush.rule(box.x() + 5, box.bottom() - 2, box.right() - 5, box.y() + 2, "no", 1.3)
    else:
        brush.plate(box, None, "neutral", 3, 1.2, dash=True)


def decisions_chart(
    context: Context, counted: tuple[tuple[MeetingRow, int, int, int], ...]
) -> QFrame:
    """Draw one block a decision, meeting by meeting."""
    shown = counted[-MOST_MEETINGS:]
    months = _months(context, [one for one, *_ in shown])
    piles = [(("yes", yes), ("no", no), ("other", other)) for _, yes, no, other in shown]
    tallest = max(yes + no + other for _, yes, no, other in shown)
    room = _HEIGHT - 24 - 8
    step = min(float(_STEP), room / max(1, tallest))

    def paint(brush: Brush, box: QRectF) -> None:
        base, wide = box.height() - 24, (box.width() - 8) / max(1, len(piles))
        for i, pile in enumerate(piles):
            x, y = 4 + i * wide + wide / 2 - 9, base
            for kind, count in pile:
                for _ in range(count):
                    y -= step
                    _block(brush, QRectF(x, y, 18, max(3.0, step - 2)), kind)
            word = QRectF(x - 11, base + 2, 40, 22)
            brush.write(word, months[i], "small", "regular", "ink_3", A.AlignCenter)
        brush.rule(0, base + 0.5, box.width(), base + 0.5)

    sums = [sum(pile[k][1] for pile in piles) for k in range(3)]
    words = (
        QCoreApplication.translate("Today", "{count} carried"),
        QCoreApplication.translate("Today", "{count} lost"),
        QCoreApplication.translate("Today", "{count} other"),
    )
    told = [word.format(count=count) for word, count in zip(words, sums, strict=True)]
    title = QCoreApplication.translate("Today", "Decisions, last {count} meetings")
    title = title.format(count=len(shown))
    chart = Painted(paint, 0, _HEIGHT, name=f"{title}: {', '.join(told)}")
    keys = [
        row(Painted(_key(kind), 20, 24), small(word, "ink_2"), gap=4)
        for kind, word in zip(("yes", "no", "other"), told, strict=True)
    ]
    content = stack(
        group(title, str(sum(sums))), chart, row(*keys, GROW, gap=12), GROW,
        gap=0, pad=(16, 10, 16, 6),
    )  # fmt: skip
    return frame("card", content)


def _key(kind: str) -> Callable[[Brush, QRectF], None]:
    return lambda brush, box: _block(brush, QRectF(0, 6, 18, 11), kind)

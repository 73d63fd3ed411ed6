"""The parts of the second screen's picture, each drawn into a box of its own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from council.ui.projector.canvas import CENTRE, LEFT, RIGHT
from council.ui.projector.look import BODY, FIGURE, ITEM, LEAST, MARGIN, MOST, SMALL
from council.ui.projector.words import time_used

if TYPE_CHECKING:
    from datetime import datetime

    from council.services.session.projection import MotionShown, Projection, ResultShown
    from council.services.session.speaking_now import SpeakerShown
    from council.ui.projector.canvas import Canvas
    from council.ui.projector.words import BoardWords

HEAD, ITEM_HIGH, FOOT, FLOOR = 96, 132, 96, 132
STRIP, GAP, PAD = 110, 28, 40


def draw_head(canvas: Canvas, words: BoardWords, shown: Projection, box: QRectF, time: str) -> None:
    """Draw whose meeting it is and the time of day."""
    right = canvas.write(box, time, SMALL, "medium", "ink", RIGHT)
    room = box.adjusted(0, 0, -right - canvas.look.px(GAP), 0)
    used = canvas.write(room, words.body(shown), SMALL, "strong", "ink")
    rest = room.adjusted(used + canvas.look.px(24), 0, 0, 0)
    canvas.write(rest, words.meeting(shown), SMALL, "regular", "ink_2")
    canvas.rule(box.x(), box.bottom(), box.right())


def draw_large(canvas: Canvas, words: BoardWords, shown: Projection, box: QRectF) -> None:
    """Draw the one thing there is to say while no item is open."""
    glyphs = {"closed": "lock-simple", "recess": "coffee", "before": "calendar-blank"}
    glyph = glyphs.get(shown.showing.value, "gavel")
    size, line = canvas.look.px(120), canvas.high(FIGURE)
    below = words.below(shown)
    high = size + line + canvas.high(BODY) + 2 * canvas.look.px(GAP)
    top = box.y() + (box.height() - high) / 2
    canvas.icon(glyph, box.center().x() - size / 2, top, size, "accent")
    top += size + canvas.look.px(GAP)
    canvas.write(QRectF(box.x(), top, box.width(), line), words.large(shown), FIGURE, "strong",
                 "ink", CENTRE)  # fmt: skip
    top += line + canvas.look.px(GAP) / 2
    canvas.write(QRectF(box.x(), top, box.width(), canvas.high(BODY)), below, BODY, "regular",
                 "ink_2", CENTRE)  # fmt: skip


def draw_item(canvas: Canvas, title: str, box: QRectF, *, alone: bool) -> float:
    """Draw number and title of the item, larger when they stand ``alone``; return their height."""
    most = FIGURE + 24 if alone else ITEM
    return canvas.fitted([("same", title)], box, weight="strong", most=most, least=SMALL)


def draw_motion(canvas: Canvas, words: BoardWords, motion: MotionShown, box: QRectF) -> None:
    """Draw the open question in its frame: of an amendment the change, and how it would read."""
    pad = canvas.look.px(PAD)
    canvas.plate(box, "surface", "accent", 4)
    inner = box.adjusted(pad, pad * 0.7, -pad, -pad * 0.7)
    line = QRectF(inner.x(), inner.y(), inner.width(), canvas.high(SMALL))
    used = _draw_state(canvas, words, motion, line)
    room = line.adjusted(0, 0, -used - pad, 0)
    canvas.write(room, words.motion_head(motion), SMALL, "strong", "accent")
    body = inner.adjusted(0, line.height() + pad / 2, 0, 0)
    reads = words.would_read(motion)
    if not reads:
        canvas.fitted(words.motion_pieces(motion), body, most=MOST, least=LEAST)
        return
    change = QRectF(body.x(), body.y(), body.width(), body.height() * 0.55)
    high = canvas.fitted(words.motion_pieces(motion), change, most=MOST - 14, least=LEAST)
    _would_read(canvas, words, reads, body.adjusted(0, high + pad * 0.6, 0, 0))


def _draw_state(canvas: Canvas, words: BoardWords, motion: MotionShown, line: QRectF) -> float:
    """Draw at the right end whether it is debated or voted on; return the width used."""
    told = words.motion_state(motion)
    if not motion.method:
        return canvas.write(line, told, SMALL, "medium", "ink_2", RIGHT)
    pad, size = canvas.look.px(20), canvas.look.px(34)
    wide = canvas.wide(told, SMALL, "strong") + size + 2.5 * pad
    chip = QRectF(line.right() - wide, line.y(), wide, line.height())
    canvas.plate(chip, "accent")
    canvas.icon("gavel", chip.x() + pad, chip.center().y() - size / 2, size, "on_accent")
    canvas.write(chip.adjusted(size + 1.5 * pad, 0, 0, 0), told, SMALL, "strong", "on_accent")
    return wide


def _would_read(canvas: Canvas, words: BoardWords, reads: str, box: QRectF) -> None:
    canvas.rule(box.x(), box.y(), box.right())
    line = canvas.high(SMALL)
    top = box.y() + canvas.look.px(16)
    canvas.write(QRectF(box.x(), top, box.width(), line), words.reads_head(), SMALL, "medium",
                 "ink_2")  # fmt: skip
    rest = QRectF(box.x(), top + line, box.width(), box.bottom() - top - line)
    canvas.fitted([("same", reads)], rest, colour="ink_2", most=MOST - 22, least=LEAST)


def draw_result(canvas: Canvas, words: BoardWords, result: ResultShown, box: QRectF) -> None:
    """Draw the last decision: what became of it, the count, the rule, the words decided on."""
    word, glyph, tone = words.verdict(result)
    pad = canvas.look.px(PAD)
    canvas.plate(box, f"{tone}_soft", tone, 4)
    inner = box.adjusted(pad, pad * 0.7, -pad, -pad * 0.7)
    line = canvas.high(SMALL)
    canvas.write(QRectF(inner.x(), inner.y(), inner.width(), line), words.result_head(result),
                 SMALL, "strong", "ink_2")  # fmt: skip
    top, high, size = inner.y() + line, canvas.high(FIGURE + 20), canvas.look.px(84)
    canvas.icon(glyph, inner.x(), top + (high - size) / 2, size, tone)
    left = inner.x() + size + canvas.look.px(24)
    used = draw_figures(canvas, words, result, QRectF(inner.x(), top, inner.width(), high))
    room = QRectF(left, top, inner.right() - used - pad - left, high)
    canvas.fitted_line(room, word, FIGURE + 20, "strong", tone)
    top += high
    canvas.write(QRectF(inner.x(), top, inner.width(), line), words.how(result), SMALL, "regular",
                 "ink")  # fmt: skip
    top += line + canvas.look.px(20)
    canvas.rule(inner.x(), top, inner.right(), tone)
    top += canvas.look.px(20)
    rest = QRectF(inner.x(), top, inner.width(), inner.bottom() - top)
    canvas.fitted(words.result_pieces(result), rest, most=ITEM, least=LEAST)


def draw_figures(canvas: Canvas, words: BoardWords, result: ResultShown, box: QRectF) -> float:
    """Draw the numbers of the count from the right end; return the width they take."""
    right = box.right()
    for number, name in reversed(words.figures(result)):
        wide = max(canvas.wide(number, FIGURE, "strong"), canvas.wide(name, SMALL))
        wide += canvas.look.px(64)
        column = QRectF(right - wide, box.y(), wide, box.height())
        upper = column.adjusted(0, 0, 0, -box.height() * 0.36)
        canvas.write(upper, number, FIGURE, "strong", "ink", CENTRE)
        lower = column.adjusted(0, box.height() * 0.62, 0, 0)
        canvas.write(lower, name, SMALL, "regular", "ink_2", CENTRE)
        right -= wide
    return box.right() - right


def draw_strip(canvas: Canvas, words: BoardWords, result: ResultShown, box: QRectF) -> None:
    """Draw the last decision in one line, above a question that is still open."""
    word, glyph, tone = words.verdict(result)
    canvas.plate(box, f"{tone}_soft", tone, 2)
    pad, size = canvas.look.px(28), canvas.look.px(44)
    canvas.icon(glyph, box.x() + pad, box.center().y() - size / 2, size, tone)
    inner = box.adjusted(2 * pad + size, 0, -pad, 0)
    figures = "–".join(number for number, _name in words.figures(result))
    used = canvas.write(inner, figures, BODY, "strong", "ink", RIGHT)
    used = max(used, 0) + (pad if figures else 0)
    told = f"{words.result_head(result)}: {word}"
    canvas.write(inner.adjusted(0, 0, -used, 0), told, BODY, "medium", tone)


def draw_speaker(
    canvas: Canvas, words: BoardWords, speaker: SpeakerShown, box: QRectF, now: datetime
) -> None:
    """Draw who has the floor, for how long, and what is left of the time."""
    time, left, tone = words.spoken(speaker, now)
    canvas.plate(box, "surface", "line", 2)
    pad = canvas.look.px(36)
    inner = box.adjusted(pad, 0, -pad, 0)
    used = canvas.write(inner, time, FIGURE, "strong", tone, RIGHT)
    inner.adjust(0, 0, -used - pad, 0)
    used = canvas.write(inner, left, BODY, "medium" if tone != "ink" else "regular",
                        "ink_2" if tone == "ink" else tone, RIGHT)  # fmt: skip
    inner.adjust(0, 0, -used - (pad if left else 0), 0)
    size = canvas.look.px(48)
    canvas.icon("microphone-stage", inner.x(), box.center().y() - size / 2, size, "ink_2")
    inner.adjust(size + pad / 2, 0, 0, 0)
    name = words.speaker(speaker)
    canvas.write(inner, name, BODY, "strong", "ink", LEFT)
    if speaker.limit:
        _draw_bar(canvas, speaker, box, now, "accent" if tone == "ink" else tone)


def _draw_bar(canvas: Canvas, speaker: SpeakerShown, box: QRectF, now: datetime, tone: str) -> None:
    limit = speaker.limit or timedelta(seconds=1)
    spoken = time_used(speaker, now)
    high, pad = canvas.look.px(10), canvas.look.px(36)
    bar = QRectF(box.x() + pad, box.bottom() - 2 * high, box.width() - 2 * pad, high)
    canvas.meter(bar, spoken / limit, tone)


def draw_foot(canvas: Canvas, words: BoardWords, shown: Projection, box: QRectF) -> None:
    """Draw the quorum."""
    told, glyph, tone = words.quorum(shown)
    if not told:
        return
    canvas.rule(box.x(), box.y(), box.right())
    size = canvas.look.px(36)
    canvas.icon(glyph, box.x(), box.center().y() - size / 2, size, tone)
    room = box.adjusted(size + canvas.look.px(16), 0, 0, 0)
    warned = tone == "warn"
    canvas.write(room, told, SMALL, "strong" if warned else "regular", tone if warned else "ink_2")


__all__ = [
    "FLOOR", "FOOT", "GAP", "HEAD", "ITEM_HIGH", "MARGIN", "STRIP", "draw_foot", "draw_head",
    "draw_item", "draw_large", "draw_motion", "draw_result", "draw_speaker", "draw_strip",
]  # fmt: skip

"""The painted parts of a person's page: terms, attendance, votes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from council.domain import calendars
from council.domain.vocabulary import Role
from council.ui.kit import A, Brush, Painted, presence_mark
from council.ui.pages.decision_words import month_letter
from council.ui.pages.members.words import role_word, term_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.services.members.bodies import MembershipRow
    from council.services.members.people import AttendanceLine
    from council.ui.context import Context

MOST_MEETINGS = 12
_LANE = 23


def avatar(words: str) -> Painted:
    """Make the disc with the initials."""

    def paint(brush: Brush, box: QRectF) -> None:
        brush.plate(box, "accent", None, 28)
        brush.write(box, words, 20, "strong", "on_accent", A.AlignCenter)

    return Painted(paint, 56, 56)


def terms_line(context: Context, held: Sequence[MembershipRow], today: date) -> Painted:
    """Draw the memberships as bars over the years; every body and office has its lane."""
    dated = [one for one in held if one.start_on]
    first = min((one.start_on for one in dated if one.start_on), default=today)
    last = max([today, *(one.end_on for one in dated if one.end_on)])
    from_year = first.year
    to_year = max(last.year + 1, from_year + 2)
    lanes = _lanes(dated)
    height = (max(lanes.values(), default=0) + 1) * _LANE + 4

    def paint(brush: Brush, box: QRectF) -> None:
        scale = _Years(from_year, to_year, box.width())
        step = max(1, (to_year - from_year) // 7)
        for year in range(from_year, to_year + 1, step):
            _year(brush, scale, year, height, context.language)
        # Today lies behind the bars, so that it crosses no words.
        brush.rule(scale.x(today), 0, scale.x(today), height, "ink", 2)
        for one in dated:
            _bar(brush, context, one, scale, lanes[one.uid] * _LANE + 5, today)

    told = "; ".join(
        f"{context.show(one.seat_label or one.body_name)}, "
        f"{role_word(context, one.role)}, {term_words(context, one)}"
        for one in held
    )
    return Painted(paint, 0, height + 24, name=told)


class _Years:
    def __init__(self, first: int, last: int, width: float) -> None:
        self.first = date(first, 1, 1)
        self.days = (date(last, 1, 1) - self.first).days
        self.width = width

    def x(self, day: date) -> float:
        return 2 + (day - self.first).days / self.days * (self.width - 4)


def _year(brush: Brush, scale: _Years, year: int, height: int, language: str) -> None:
    x = round(scale.x(date(year, 1, 1))) + 0.5
    brush.rule(x, 4, x, height)
    # The outer years lean inwards instead of being cut.
    left = min(max(x - 24, 0), scale.width - 48)
    side = A.AlignLeft if left == 0 else A.AlignHCenter
    side = A.AlignRight if left == scale.width - 48 else side
    shown = calendars.year_number(date(year, 1, 1), language)
    spot = QRectF(left, height, 48, 22)
    brush.write(spot, shown, "small", "regular", "ink_3", side | A.AlignVCenter)


def _lanes(held: Sequence[MembershipRow]) -> dict[str, int]:
    """Return a lane for each membership: no two in one lane lie over each other."""
    ends: list[date] = []
    lanes = {}
    for one in sorted(held, key=lambda one: (one.start_on or date.min, one.body_uid)):
        start = one.start_on or date.min
        end = one.end_on or date.max
        lane = next((i for i, taken in enumerate(ends) if taken < start), len(ends))
        if lane == len(ends):
            ends.append(end)
        ends[lane] = end
        lanes[one.uid] = lane
    return lanes


def _bar(
    brush: Brush, context: Context, one: MembershipRow, scale: _Years, y: float, today: date
) -> None:
    far = scale.first + timedelta(days=scale.days)
    left = scale.x(one.start_on or scale.first)
    right = scale.x(min(one.end_on or far, far))
    box = QRectF(left, y, max(6.0, right - left - 2), 19)
    now = one.in_office(today)
    officer = one.role not in (Role.MEMBER, Role.ALTERNATE)
    if officer:
        fill, line, ink = "recused_soft", "recused", "recused"
    elif now and one.seat_uid:
        fill, line, ink = "accent", "accent", "on_accent"
    else:
        fill, line, ink = "accent_soft", "accent_line", "accent"
    brush.plate(box, fill, line, 4)
    words = context.show(one.seat_label or one.body_name)
    words = f"{role_word(context, one.role)} · {words}" if officer else words
    room = QRectF(box.x() + 7, y - 2, box.width() - 10, 22)
    if room.width() > 24:
        brush.write(room, words, "small", "medium", ink)


def attendance_dots(context: Context, lines: Sequence[AttendanceLine]) -> Painted:
    """Draw one mark a meeting, the oldest first."""
    shown = list(lines[:MOST_MEETINGS])[::-1]
    last = len(shown) - 1

    def paint(brush: Brush, box: QRectF) -> None:
        step = min(44.0, box.width() / max(1, len(shown)))
        for i, one in enumerate(shown):
            presence_mark(brush, one.state.value, i * step + step / 2 - 8, 4, 16)
            month = month_letter(context, one.date, every=(last - i) % 2 == 0)
            spot = QRectF(i * step - 8, 22, step + 16, 22)
            brush.write(spot, month, "small", "regular", "ink_3", A.AlignCenter)

    told = ", ".join(
        f"{calendars.short_date(one.date, context.language)} "
        f"{context.word(f'presence.{one.state.value}')}"
        for one in shown
    )
    return Painted(paint, 0, 46, name=told)

"""The days of a series as a list with ticks, each with what is odd about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain import calendars
from council.services.schedule.series import PreviewDate
from council.ui.kit import Column
from council.ui.pages.meeting.words import hhmm
from council.ui.pages.series.ticks import TickTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from council.ui.context import Context


class DaysTable(TickTable):
    """Every day a rule means; what a person ticked or left out stays so."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._days: list[PreviewDate] = []
        self._touched: dict[str, bool] = {}
        columns = [
            Column[PreviewDate](
                self.tr("Meets on"), self._on, 300, weight="medium", key=lambda d: d.meant_on
            ),
            Column[PreviewDate](
                self.tr("Meant for"), self._meant, 150, size="small", color="ink_2",
                key=lambda d: d.meant_on,
            ),
            Column[PreviewDate](
                self.tr("Remarks"), self._remark, 0, size="small", tone=self._odd
            ),
        ]  # fmt: skip
        super().__init__(columns, _uid, self.tr("Days of the series"))

    def set_days(self, found: Sequence[PreviewDate]) -> None:
        """Show these days."""
        self._days = list(found)
        free = {_uid(one): one for one in found if one.makeable}
        ticks = {uid for uid, one in free.items() if self._touched.get(uid, one.wanted)}
        self.set_ticked_rows(self._days, ticks, free.keys())

    def wanted(self) -> list[PreviewDate]:
        """Return the days that are ticked."""
        return [one for one in self._days if _uid(one) in self.ticks()]

    def left_out(self) -> frozenset[date]:
        """Return the days meant that are not ticked."""
        return frozenset(one.meant_on for one in self._days if _uid(one) not in self.ticks())

    def _on_toggled(self, uid: str) -> None:
        super()._on_toggled(uid)
        self._touched[uid] = uid in self.ticks()

    def _on(self, one: PreviewDate) -> str:
        if one.starts is None:
            return self.tr("no meeting")
        language = self._context.language
        day = calendars.long_date(one.starts.date(), language, weekday=True)
        return f"{day}, {hhmm(one.starts, language)}"

    def _meant(self, one: PreviewDate) -> str:
        if one.starts is not None and one.starts.date() == one.meant_on:
            return ""
        return calendars.short_date(one.meant_on, self._context.language)

    def _remark(self, one: PreviewDate) -> str:
        if one.there:
            return self.tr("is planned already")
        said = []
        if one.skipped is not None:
            said.append(self._context.say(one.skipped))
        if one.moved_because is not None:
            name = self._context.show(one.moved_because)
            said.append(self.tr("moved: {holiday}").format(holiday=name))
        if one.beside is not None:
            said.append(self._context.say(one.beside))
        return " · ".join(said)

    def _odd(self, one: PreviewDate) -> tuple[str, str] | None:
        if one.there:
            return ("check-circle", "yes")
        if one.beside is not None:
            return ("warning", "warn")
        if one.skipped is not None:
            return ("calendar-x", "neutral")
        return ("arrow-right", "accent") if one.moved_because is not None else None


def _uid(one: PreviewDate) -> str:
    return one.meant_on.isoformat()

"""Clock times as people type them, and the moments they mean: past midnight, as clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, tzinfo

_DAYS = (timedelta(days=-1), timedelta(), timedelta(days=1))


def nearest_moment(typed: time, near: datetime, zone: tzinfo) -> datetime:
    """Return the moment with this clock time that lies nearest to another, with its offset.

    A meeting past midnight: "23:50" typed near 00:05 is the evening before. Where clocks are set
    back an hour happens twice, and the nearer one is meant; a time that clocks leap over is told as
    they show it afterwards.
    """
    day = near.astimezone(zone).date()
    found = [
        _stamped(datetime.combine(day + days, typed).replace(tzinfo=zone, fold=fold), zone)
        for days in _DAYS
        for fold in (0, 1)
    ]
    return min(found, key=lambda moment: abs(moment - near))


def _stamped(local: datetime, zone: tzinfo) -> datetime:
    """Return a local time with its offset as a number, so that it compares by what has passed."""
    return datetime.fromisoformat(local.astimezone(UTC).astimezone(zone).isoformat())


def happens_twice(moment: datetime, zone: tzinfo) -> bool:
    """Tell whether the clock shows this time twice that night, because it is set back."""
    local = moment.astimezone(zone)
    first, second = local.replace(fold=0).utcoffset(), local.replace(fold=1).utcoffset()
    return first is not None and second is not None and first > second

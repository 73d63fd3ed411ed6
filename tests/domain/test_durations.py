from __future__ import annotations

import pytest

from council.domain.durations import minutes_and_seconds, read_minutes
from council.domain.messages import InputRefused


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0:00"), (9, "0:09"), (134, "2:14"), (600, "10:00"), (3600, "60:00"), (-12, "−0:12")],
)
def test_a_clock_shows_minutes_and_seconds(seconds, shown):
    assert minutes_and_seconds(seconds) == shown


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [("3", 180), ("2:30", 150), ("2.30", 150), (" 0:45 ", 45), ("๓", 180), ("", None), (" ", None)],
)
def test_minutes_are_read_as_they_are_typed(typed, seconds):
    assert read_minutes(typed) == seconds


@pytest.mark.parametrize("typed", ["x", "2:75", "2:5", "-3", "2:30:00", "12345"])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(InputRefused):
        read_minutes(typed)

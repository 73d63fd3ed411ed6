"""The short marks of a recording sheet mean what somebody wrote, or are refused."""

from __future__ import annotations

from datetime import time

import pytest

from council.domain.paper_marks import (
    Attended,
    NotUnderstood,
    Stay,
    Voted,
    read_attended,
    read_clock,
    read_voted,
)
from council.domain.vocabulary import Choice, Declared, Method, Presence
from council.domain.votes.tallies import Tally

HERE = Presence.PRESENT


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("18:42", time(18, 42)), ("18.42", time(18, 42)), ("1842", time(18, 42)),
        ("842", time(8, 42)), (" 18.42 น. ", time(18, 42)), ("๑๘.๔๒", time(18, 42)),
        ("0:05", time(0, 5)),
    ],
)  # fmt: skip
def test_times(words: str, meant: time) -> None:
    assert read_clock(words) == meant


@pytest.mark.parametrize("words", ["", "18", "25:00", "18:60", "2400", "noon", "18421"])
def test_no_times(words: str) -> None:
    with pytest.raises(NotUnderstood):
        read_clock(words)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("", Attended(HERE, (Stay(),))),
        ("p", Attended(HERE, (Stay(),))),
        ("R", Attended(HERE, (Stay(),), remote=True)),
        ("a", Attended(Presence.ABSENT)),
        ("e", Attended(Presence.EXCUSED)),
        ("e ill", Attended(Presence.EXCUSED, reason="ill")),
        ("ลา ป่วย", Attended(Presence.EXCUSED, reason="ป่วย")),
        ("1850", Attended(HERE, (Stay(time(18, 50)),))),
        ("-2010", Attended(HERE, (Stay(None, time(20, 10)),))),
        ("– 20.10", Attended(HERE, (Stay(None, time(20, 10)),))),
        ("18:50 - 20:10", Attended(HERE, (Stay(time(18, 50), time(20, 10)),))),
        ("-1930, 2000-", Attended(HERE, (Stay(None, time(19, 30)), Stay(time(20))))),
        ("r 1850", Attended(HERE, (Stay(time(18, 50)),), remote=True)),
        ("๑๘๕๐", Attended(HERE, (Stay(time(18, 50)),))),
    ],
)
def test_attendance(words: str, meant: Attended) -> None:
    assert read_attended(words) == meant


@pytest.mark.parametrize("words", ["x", "-", "1850-1930-2000", "1850,", "ab 1850", "aa"])
def test_no_attendance(words: str) -> None:
    with pytest.raises(NotUnderstood):
        read_attended(words)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("7-1-1", Voted(Method.SHOW_OF_HANDS, Tally(7, 1, 1))),
        ("h 7 1", Voted(Method.SHOW_OF_HANDS, Tally(7, 1))),
        ("๗-๑-๑", Voted(Method.SHOW_OF_HANDS, Tally(7, 1, 1))),
        ("c 3-2", Voted(Method.ROLL_CALL, Tally(3, 2))),
        ("S 3-2-0", Voted(Method.SECRET_BALLOT, Tally(3, 2))),
        ("o", Voted(Method.NO_OBJECTION)),
        ("v y", Voted(Method.VOICE, heard=Declared.CARRIED)),
        ("V N", Voted(Method.VOICE, heard=Declared.LOST)),
        (
            "yn a-r",
            Voted(
                Method.ROLL_CALL,
                choices=(Choice.YES, Choice.NO, Choice.ABSTAIN, None, Choice.RECUSED),
            ),
        ),
    ],
)
def test_votes(words: str, meant: Voted) -> None:
    assert read_voted(words, 5) == meant


@pytest.mark.parametrize("words", ["", "y", "yyyy", "yyyyyy", "v", "v x", "o 7-1", "s", "seven"])
def test_no_votes(words: str) -> None:
    with pytest.raises(NotUnderstood):
        read_voted(words, 5)

"""A line of speakers in the meetings in session, and what the console shows of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from council.demo.cast import both
from council.services.session import speakers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from council.services.desk import Desk, FixedClock
    from council.ui.shell import Shell


def debate(desk: Desk, uid: str, item: str, who: Mapping[str, str], clock: FixedClock) -> None:
    """Let three have spoken, one speak when the vote begins, and three wait."""
    speakers.set_limits(desk, uid, member=180, resident=120)
    speakers.count_written(desk, uid, item, {"for": 7, "against": 2})
    for name, seconds in (("Haddad", 80), ("Tanaka", 45), ("Haddad", 40)):
        turn = speakers.ask_for_floor(desk, uid, who[name]).value
        speakers.give_floor(desk, turn)
        clock.pass_time(seconds=seconds)
        speakers.end_turn(desk, turn)
    now = speakers.ask_for_floor(desk, uid, who["Kowalczyk"], stance="against").value
    speakers.give_floor(desk, now)
    clock.pass_time(seconds=130)
    speakers.ask_for_floor(desk, uid, who["Tanaka"], stance="for")
    speakers.ask_for_floor(desk, uid, stance="for")
    speakers.ask_for_floor(desk, uid, who["Haddad"])


def soon_up(desk: Desk, uid: str, who: Mapping[str, str], now: datetime) -> None:
    """Let somebody have twenty seconds left at a moment, with a point of order behind them."""
    one = speakers.ask_for_floor(desk, uid, who["Tanaka"], stance="for", limit_seconds=180).value
    speakers.give_floor(desk, one, at=now - timedelta(seconds=160))
    speakers.ask_for_floor(desk, uid, who["Haddad"])
    speakers.ask_for_floor(desk, uid, name=both("Siriporn Fry", "ศิริพร ฟราย"), stance="against")
    speakers.ask_for_floor(desk, uid, who["Roy"], priority=True)


def _step(shell: Shell) -> Any:
    page: Any = shell.current_page()
    return page.current()


def _line(shell: Shell) -> None:
    """Put the keyboard on the line and choose the second."""
    step = _step(shell)
    step.close_forms()
    step.arrange()
    QApplication.processEvents()  # an open vote has taken the keyboard by then
    step.speakers.go_to_line()
    rows = step.speakers.panel.line.rows
    step.speakers.panel.line.choose(rows[min(1, len(rows) - 1)].uid)


def _form(shell: Shell) -> None:
    """Open what is known of a resident."""
    step = _step(shell)
    resident = next(one.uid for one in step.shot.speakers if one.kind == "resident")
    step.speakers.edit(resident)


SPOKEN: dict[str, Callable[[Shell], object]] = {
    "line": _line,
    "shares": lambda shell: _step(shell).speakers.show_shares(),
    "written": lambda shell: _step(shell).speakers.written(),
    "times": lambda shell: _step(shell).speakers.times(),
}
SOON_UP: dict[str, Callable[[Shell], object]] = {
    "warned": lambda _shell: None,
    "floor": _line,
    "resident": _form,
}

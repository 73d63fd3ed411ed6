"""Votes under way: somebody left during the call, a paste, counts, a tie, a result put right."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from council.services import bylaws, history
from council.services.session import attendance
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.ui.shell import Shell


def _step(shell: Shell) -> Any:
    page: Any = shell.current_page()
    return page.current()


def _run(shell: Shell, service: Callable[..., object], *args: Any, **named: Any) -> None:
    shell.context.dispatcher.run(service, *args, **named)
    QApplication.processEvents()


def _to_the_foot(shell: Shell) -> None:
    QApplication.processEvents()
    _step(shell).voting.show_verdict()


def _leaving(shell: Shell) -> None:
    """Let one who answered and one who did not leave; call the rest by name."""
    step = _step(shell)
    people = {row.name.show("en").split()[-1]: row.person_uid for row in step.shot.room}
    at = step.shot.now - timedelta(minutes=2)
    for name in ("Ferreira", "Okafor"):
        if next(r.here for r in step.shot.room if r.person_uid == people[name]):
            _run(shell, attendance.leave, step.meeting_uid, people[name], at=at)
    _run(shell, votes.set_roll_order, step.shot.vote.uid, "alphabetical")
    _to_the_foot(shell)


def _pasted(shell: Shell) -> None:
    """Paste a column in which not everything can be understood."""
    lines = "Bert Roy\tno\nTanaka yes\nW. Nobody\tyes\nMarchetti yes\nMarchetti no"
    QGuiApplication.clipboard().setText(lines)
    _step(shell).voting.vote.roll.paste_wanted.emit()
    _to_the_foot(shell)


def _begin(shell: Shell, method: str) -> Any:
    """Give the open vote up, if there is one, and begin another; return its panel."""
    step = _step(shell)
    while step.shot.top is None or (step.shot.vote is not None and step.shot.vote.first):
        _run(shell, history.undo)  # what the look before has declared
    if step.shot.vote is not None:
        _run(shell, votes.drop_vote, step.shot.vote.uid)
    _run(shell, votes.open_vote, step.shot.top.uid, method=method)
    return step.voting.vote


def _too_many(shell: Shell) -> None:
    """Type more votes than there are people."""
    _begin(shell, "show_of_hands").counts.paste("9-40-1")
    _to_the_foot(shell)


def _tied(shell: Shell) -> None:
    """Type a tie where the chair has the casting vote."""
    _run(shell, bylaws.set_bylaw, "tie.motion", "chair_casting")
    _begin(shell, "show_of_hands").counts.paste("4-4-1")
    _to_the_foot(shell)


def _put_right(shell: Shell) -> None:
    """Take a result back and type the numbers as they were."""
    panel = _begin(shell, "show_of_hands")
    panel.counts.paste("6-3-0")
    panel.declare()
    QApplication.processEvents()
    step = _step(shell)
    _run(shell, votes.take_back, step.shot.decided[-1].vote.uid)
    panel.counts.paste("4-5-0")
    _to_the_foot(shell)


def _acclaimed(shell: Shell) -> None:
    _begin(shell, "acclamation")
    _to_the_foot(shell)


CALLED: dict[str, Callable[[Shell], object]] = {"leaving": _leaving, "pasted": _pasted}
COUNTED: dict[str, Callable[[Shell], object]] = {
    "toomany": _too_many,
    "acclaimed": _acclaimed,
    "tied": _tied,
    "putright": _put_right,
}

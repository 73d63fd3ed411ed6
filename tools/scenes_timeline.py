"""The timeline of a meeting in session: filtered, with a correction, and a line being corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.ui.pages.meeting.meet.lines.filters import CORRECTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.ui.shell import Shell


def _step(shell: Shell) -> Any:
    page: Any = shell.current_page()
    return page.current()


def _correcting(shell: Shell) -> None:
    """Open the line that tells who moved."""
    step = _step(shell)
    moved = [one for one in step.shot.lines if (one.kind, one.column) == ("motion", "made_at")]
    step.timeline.correct_line(moved[-1])


def _corrected(shell: Shell) -> None:
    """Set the motion back by some minutes, then look at what was corrected."""
    _correcting(shell)
    step = _step(shell)
    step.timeline.correct.time.setText("18:58")
    step.timeline.correct.submit()
    panel = step.timeline.panel
    panel.open_filter()
    panel.subject.setCurrentIndex(panel.subject.findData(CORRECTED))


def _lines(shell: Shell) -> None:
    """Choose a line with the arrows."""
    step = _step(shell)
    step.close_forms()
    step.timeline.panel.close_filter()
    step.timeline.panel.view.go_to(2)


TIMELINE: dict[str, Callable[[Shell], object]] = {
    "correct": _correcting,
    "corrected": _corrected,
    "lines": _lines,
}

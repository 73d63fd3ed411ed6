"""A meeting entered from paper, half typed; and what the second screen shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from council.services.session import projection
from council.ui import theme
from council.ui.projector.board import Board

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from council.ui.shell import Shell

_MARKS = ("1850", "-2010", "e ill", "", "r", "a")


def _page(shell: Shell) -> Any:
    page: Any = shell.current_page()
    return page.current()


def fill(shell: Shell) -> None:
    """Type times, who came when, and two motions, the second by somebody nobody knows."""
    page = _page(shell)
    for line, words in zip(
        page.times.lines().values(), ("1834", "", "K 1950", "1910-1920", "2105"), strict=True
    ):
        line.setText(words)
    for line, words in zip(page.roster.lines.values(), _MARKS, strict=False):
        line.setText(words)
    block = next(one for one in page.items if one.motions)
    block.at.setText("1841")
    people = page.roster.known()
    block.motions[0].load(
        {"mover": people[0].code, "seconder": people[4].code, "at": "1855", "vote": "9-1-0"}
    )
    if len(block.motions) == 1:
        block.add_motion().load({"text": "That it be fenced.", "mover": "zz", "at": "1902"})


def low(shell: Shell) -> None:
    """Fill the page and scroll down to the motions."""
    fill(shell)
    page = _page(shell)
    QApplication.processEvents()
    block = next(one for one in page.items if one.motions)
    page._scroll.ensureWidgetVisible(block, 0, 80)  # noqa: SLF001 - as the wheel does


def board(shell: Shell) -> QWidget:
    """Return the second screen as it would be full screen on a display of the window's size."""
    context = shell.context
    made = Board(context.language, theme.scheme(), context.reader.now)
    made.resize(shell.size())
    uid = projection.meeting_to_show(context.reader)
    made.show_picture(projection.project(context.reader, uid))
    return made


def end(shell: Shell) -> None:
    """Fill the page with comments and actions, and scroll down to them."""
    fill(shell)
    page = _page(shell)
    page.comments.load({"0/item": "5", "0/name": "Ms Vale", "0/stance": "for",
                        "0/said": "It is dark there at night."})  # fmt: skip
    page.given.load({"0/item": "6.1", "0/who": "Benita Roy", "0/what": "Ask the City",
                     "0/due": "1 Mar 2027", "1/item": "99", "1/what": "Nothing"})  # fmt: skip
    QApplication.processEvents()
    page._scroll.ensureWidgetVisible(page.given, 0, 24)  # noqa: SLF001 - as the wheel does


PAPER = {"paper": fill, "paper-motions": low, "paper-end": end}
#: name of the picture: which of the files of ``prepare`` it is taken of
BOARDS = {"screen-vote": 1, "screen-motion": 2, "screen-amended": 6}

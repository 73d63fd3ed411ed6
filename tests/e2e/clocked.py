"""Opening and founding files for the window, with a clock that stands where the test puts it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from late import LateDispatcher

from council.app import found_on
from council.services.desk import CountingIds, FixedClock, create_council_file, open_desk
from council.ui.dispatcher import InlineDispatcher, WorkerDispatcher
from council.ui.host import OpenCouncil

if TYPE_CHECKING:
    from pathlib import Path

    from council.services.desk import Desk
    from council.ui.dispatcher import Dispatcher
    from council.ui.host import Founding

ZONE = ZoneInfo("America/Los_Angeles")
SEED = 20170830


@dataclass
class Answers:
    """Takes the place of file dialogs; bad news is kept, and is not expected."""

    where: Path
    said: list[tuple[str, str]] = field(default_factory=list)

    def open_path(self, title: str, folder: Path, pattern: str) -> Path | None:
        return self.where

    def save_path(self, title: str, suggested: Path, pattern: str) -> Path | None:
        return self.where

    def refuse(self, title: str, sentence: str, choices: object = ()) -> int:
        self.said.append((title, sentence))
        return -1


class _Closing(InlineDispatcher):
    def close(self) -> None:
        self.desk.close()


class ClockedHost:
    """Opens files with the test's clock.

    ``pace`` says how calls are answered: inline, late, or by the program's own worker.
    """

    def __init__(self, pace: str) -> None:
        self.pace = pace
        self.clock = FixedClock(datetime(2017, 1, 2, 9, 0, tzinfo=ZONE))
        self.ids = CountingIds()
        self.opened: list[OpenCouncil] = []

    def open(self, path: Path, *, read_only: bool = False) -> OpenCouncil:
        desks: list[Desk] = []

        def writer() -> Desk:
            desks.append(
                open_desk(path, actor="DC", clock=self.clock, ids=self.ids, read_only=read_only)
            )
            return desks[0]

        if self.pace == "worker":
            dispatcher: Dispatcher = WorkerDispatcher(writer, lambda: desks[0].reader())
        else:
            slow = self.pace == "late"
            dispatcher = LateDispatcher(writer(), SEED) if slow else _Closing(writer())
        made = OpenCouncil(path, dispatcher, desks[0].reader(), read_only)
        self.opened.append(made)
        return made

    def found(self, path: Path, founding: Founding) -> None:
        desk = create_council_file(path, actor="DC", clock=self.clock, ids=self.ids)
        found_on(desk, founding)
        desk.close()

    def demo(self) -> Path:
        raise AssertionError("not asked for")

"""A council in a temporary file, a window without dialogs, a dispatcher that answers at once."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from typing import TYPE_CHECKING

import pytest

from council.app import found_on
from council.domain.text import Text
from council.services.desk import CountingIds, Desk, FixedClock, create_council_file, open_desk
from council.services.members.names import parse_names
from council.ui import fonts, theme
from council.ui.dispatcher import InlineDispatcher
from council.ui.host import Founding, OpenCouncil
from council.ui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

NOW = datetime(2026, 12, 5, 14, 30, tzinfo=UTC)
PEOPLE = "Ada Haddad, Chair\nKofi Nunn\nBert Roy\nLena Okafor"


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["council"]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    fonts.load_fonts()
    theme.apply(qapp, "light")


def riverbend(**more: object) -> Founding:
    """Return what the wizard would have collected."""
    values = {
        "name": Text((("en", "Riverbend Council"), ("th", "สภาชุมชนริมน้ำ"))),
        "languages": ("en", "th"),
        "time_zone": "America/Los_Angeles",
        "seats": 5,
        "people": parse_names(PEOPLE, "en"),
    }
    return Founding(**{**values, **more})


@dataclass
class Recorder:
    """Takes the place of dialogs and keeps what was said."""

    open_answer: Path | None = None
    save_answer: Path | None = None
    choice: int = -1
    said: list[tuple[str, str]] = field(default_factory=list)

    def open_path(self, title: str, folder: Path, pattern: str) -> Path | None:
        return self.open_answer

    def save_path(self, title: str, suggested: Path, pattern: str) -> Path | None:
        return self.save_answer or suggested

    def refuse(self, title: str, sentence: str, choices: object = ()) -> int:
        self.said.append((title, sentence))
        return self.choice


class InlineHost:
    """Opens files on the calling thread."""

    def __init__(self) -> None:
        self.clock = FixedClock(NOW, timedelta(seconds=1))
        self.ids = CountingIds()
        self.opened: list[OpenCouncil] = []

    def open(self, path: Path, *, read_only: bool = False) -> OpenCouncil:
        desk = open_desk(path, actor="AH", clock=self.clock, ids=self.ids, read_only=read_only)
        made = OpenCouncil(path, _Closing(desk), desk.reader(), read_only)
        self.opened.append(made)
        return made

    def found(self, path: Path, founding: Founding) -> None:
        desk = create_council_file(path, actor="AH", clock=self.clock, ids=self.ids)
        found_on(desk, founding)
        desk.close()

    def demo(self) -> Path:
        raise AssertionError("not asked for")


class _Closing(InlineDispatcher):
    def close(self) -> None:
        self.desk.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "config" / "settings.json", language="en", scheme="light")


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def host() -> InlineHost:
    return InlineHost()


@pytest.fixture
def council_path(tmp_path: Path, host: InlineHost) -> Path:
    path = tmp_path / "riverbend.council"
    host.found(path, riverbend())
    return path


@pytest.fixture
def desk(council_path: Path) -> Desk:
    made = open_desk(council_path, actor="AH", clock=FixedClock(NOW))
    yield made
    made.close()

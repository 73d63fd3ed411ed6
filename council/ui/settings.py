"""The few things a person chooses for this computer; they are no part of a council's record."""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

_log = logging.getLogger(__name__)
MAX_RECENT = 8


def default_settings_path() -> Path:
    """Return where the settings lie: ``COUNCIL_CONFIG``, else the platform's folder."""
    if chosen := os.environ.get("COUNCIL_CONFIG"):
        return Path(chosen) / "settings.json"
    import platformdirs

    return platformdirs.user_config_path("council", appauthor=False) / "settings.json"


def data_folder() -> Path:
    """Return the folder for the log and the demo: ``COUNCIL_DATA`` if set, else the platform's."""
    if chosen := os.environ.get("COUNCIL_DATA"):
        return Path(chosen)
    import platformdirs

    return platformdirs.user_data_path("council", appauthor=False)


@dataclass
class Recent:
    """A council file that was open before; ``opened_at`` is an ISO stamp."""

    path: str
    name: str
    opened_at: str


@dataclass
class Settings:
    """The choices of one person on one computer, kept in a small JSON file.

    ``language`` en or th; ``scheme`` system, light, dark or high_contrast; ``zoom`` in per cent;
    ``actor`` the initials that were used last, ``initials`` those of each council by its uid;
    ``open_now`` is the file that is open: it still stands there when the program was killed;
    ``extra`` is free for pages.
    """

    path: Path
    language: str = ""
    scheme: str = "system"
    zoom: int = 100
    actor: str = ""
    initials: dict[str, str] = field(default_factory=dict)
    recent: list[Recent] = field(default_factory=list)
    window: list[int] = field(default_factory=list)
    pdf_folder: str = ""
    open_now: str = ""
    extra: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path | None = None) -> Settings:
        """Read the settings; a missing or damaged file gives the defaults."""
        where = path or default_settings_path()
        try:
            data = json.loads(where.read_text("utf-8"))
        except FileNotFoundError:
            return cls(where)
        except (OSError, ValueError):
            _log.warning("settings not readable, defaults taken: %s", where)
            return cls(where)
        known = {f.name for f in fields(cls)} - {"path", "recent"}
        made = cls(where, **{key: value for key, value in data.items() if key in known})
        made.recent = [Recent(**row) for row in data.get("recent", [])]
        return made

    def save(self) -> None:
        """Write the settings in one go; a folder that cannot be written is told to the log only."""
        data = {key: value for key, value in asdict(self).items() if key != "path"}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            half = self.path.with_suffix(".part")
            # As ASCII: names of files may hold bytes that are no characters, and come back as such.
            half.write_text(json.dumps(data, indent=1), "utf-8")
            half.replace(self.path)
        except OSError:
            _log.warning("settings not written: %s", self.path)

    def initials_in(self, council: str) -> str:
        """Return the person's initials in a council, those used last where none are known."""
        return self.initials.get(council, self.actor)

    def sign(self, council: str, initials: str) -> None:
        """Remember the person's initials in a council and save."""
        self.actor = self.initials[council] = initials
        self.save()

    def remember(self, path: Path, name: str, now: datetime) -> None:
        """Put a council file on top of the recent ones and save."""
        kept = [r for r in self.recent if Path(r.path) != path]
        self.recent = [Recent(str(path), name, now.isoformat(timespec="minutes")), *kept]
        self.recent = self.recent[:MAX_RECENT]
        self.save()

    def forget(self, path: str) -> None:
        """Take a file off the list of recent ones and save."""
        self.recent = [r for r in self.recent if r.path != path]
        self.save()

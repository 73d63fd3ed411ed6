"""The desk a service works at: the open file, the clock, the source of uids, who is working."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar
from zoneinfo import ZoneInfo

from council import paths
from council.db import council_file, journal, rows
from council.domain.rules import reader as rule_reader

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from council.db.connection import Connection
    from council.domain.rules.reader import RulePack

Value = TypeVar("Value")

Changes = frozenset[str]
"""Kinds of thing that changed: council people bodies meetings agenda attendance motions votes notes
actions minutes publications rules advice."""

ALL_CHANGES: Changes = frozenset(
    {
        *("council", "people", "bodies", "meetings", "agenda", "attendance"),
        *("motions", "votes", "notes", "actions", "minutes", "publications", "rules"),
        *("advice", "speakers"),
    }
)


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the present moment with its offset from UTC."""
        ...


class IdSource(Protocol):
    """Gives out uids that nothing else in the file has."""

    def new(self, prefix: str) -> str:
        """Return a fresh uid that begins with the prefix."""
        ...


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)


class FixedClock:
    """A clock for tests and the demo: starts at a moment and goes on by ``tick`` at every look."""

    def __init__(self, start: datetime, tick: timedelta = timedelta(0)) -> None:
        self._moment = start
        self._tick = tick

    def now(self) -> datetime:
        """Return the moment it stands at, then go on by one tick."""
        moment = self._moment
        self._moment = moment + self._tick
        return moment

    def set(self, moment: datetime) -> None:
        """Stand at another moment."""
        self._moment = moment

    def pass_time(self, **parts: float) -> None:
        """Go on by ``timedelta(**parts)``."""
        self._moment += timedelta(**parts)


class RandomIds:
    """Uids that no other computer gives out either."""

    def new(self, prefix: str) -> str:
        """Return the prefix with twelve random letters and digits."""
        return f"{prefix}-{os.urandom(6).hex()}"


class CountingIds:
    """Uids that are the same on every run, such as m-1, m-2."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def new(self, prefix: str) -> str:
        """Return the prefix with the next number."""
        number = self._counts.get(prefix, 0) + 1
        self._counts[prefix] = number
        return f"{prefix}-{number}"


@lru_cache(maxsize=64)
def _load_pack(path: Path) -> RulePack:
    return rule_reader.load_pack(path)


class Packs(Mapping[str, "RulePack"]):
    """The rule packs that travel with the program, by name; each is read when first asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        where = folder or paths.resources() / "rules"
        self._files = {path.stem: path for path in sorted(where.glob("*.toml"))}

    def __getitem__(self, name: str) -> RulePack:
        return _load_pack(self._files[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


@dataclass(frozen=True, slots=True)
class Done(Generic[Value]):
    """What a writer returns: its value and the kinds of thing that changed."""

    value: Value
    changes: Changes


@dataclass(slots=True)
class Desk:
    """One open council file with everything a service needs to work on it.

    ``language`` is the one of the window that looks on, if there is one: in it people read names.
    """

    file: council_file.CouncilFile
    clock: Clock = field(default_factory=SystemClock)
    ids: IdSource = field(default_factory=RandomIds)
    actor: str = ""
    packs: Mapping[str, RulePack] = field(default_factory=Packs)
    language: str = ""

    @property
    def conn(self) -> Connection:
        """Return the connection; only functions of council.db know what to do with it."""
        return self.file.conn

    @property
    def path(self) -> Path | None:
        """Return where the file lies, None for one in memory."""
        return self.file.path

    def reader(self) -> Desk:
        """Return a read-only desk on the same file, for another thread."""
        return Desk(self.file.reader(), self.clock, self.ids, self.actor, self.packs)

    def close(self) -> None:
        """Close the file."""
        self.file.close()

    def step(self, code: str, *, final: bool = False, **params: Any) -> AbstractContextManager[int]:
        """Open one journal step, all or nothing; a step inside a step joins the outer one."""
        return journal.step(
            self.conn, code, params, clock=self.clock, actor=self.actor, final=final
        )

    def reading(self) -> AbstractContextManager[None]:
        """Let all that is asked within see the file at one moment, and ask it quicker."""
        return self.conn.reading()

    def zone_name(self) -> str:
        """Return the council's time zone, UTC as long as there is no council."""
        found = self._council()
        return str(found["time_zone"]) if found else "UTC"

    def _council(self) -> rows.Row | None:
        def read() -> rows.Row | None:
            found = rows.find(self.conn, "council", order="uid")
            return found[0] if found else None

        return self.conn.memo.get("council", ("council",), read)

    def zone(self) -> ZoneInfo:
        """Return the council's time zone."""
        return ZoneInfo(self.zone_name())

    def now(self) -> datetime:
        """Return the present moment in the council's time zone."""
        return self.clock.now().astimezone(self.zone())

    def today(self) -> date:
        """Return today's date where the council is."""
        return self.now().date()

    def stamp(self, at: datetime | None = None) -> str:
        """Return a moment (now when none) as ``YYYY-MM-DDTHH:MM:SS+HH:MM``.

        A moment without an offset is the council's local time.
        """
        zone = self.zone()
        if at is None:
            at = self.clock.now()
        elif at.tzinfo is None:
            at = at.replace(tzinfo=zone)
        return at.astimezone(zone).isoformat(timespec="seconds")

    def languages(self) -> tuple[str, ...]:
        """Return the council's languages, the first one first; English as long as there is none."""
        found = self._council()
        return tuple(found["languages"]) if found else ("en",)


def open_desk(
    path: str | Path,
    *,
    actor: str = "",
    clock: Clock | None = None,
    ids: IdSource | None = None,
    read_only: bool = False,
) -> Desk:
    """Open a council file to work on it, or only to read it; FileRefused says why it cannot be."""
    clock = clock or SystemClock()
    opened = council_file.open_file(path, read_only=read_only, clock=clock, actor=actor)
    return Desk(opened, clock, ids or RandomIds(), actor)


def create_council_file(
    path: str | Path,
    *,
    actor: str = "",
    clock: Clock | None = None,
    ids: IdSource | None = None,
) -> Desk:
    """Create an empty council file; FileRefused when it exists or cannot be written."""
    clock = clock or SystemClock()
    created = council_file.create(path, clock=clock, actor=actor)
    return Desk(created, clock, ids or RandomIds(), actor)

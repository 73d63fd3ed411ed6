"""One writer a file: a lock that the system itself lets go of after a crash."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# The locked byte lies far behind the words, as Windows lets nobody read a locked range.
_LOCKED_BYTE = 1 << 30
_UNSUPPORTED = {errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL}


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open for writing, on which machine, in which process, since when (a stamp)."""

    who: str
    machine: str
    pid: int
    since_at: str


class FileLock:
    """A lock beside the file; ``acquire`` gives None when it is ours, else who holds it."""

    def __init__(self, path: Path) -> None:
        self.path = path.with_name(path.name + "-lock")
        self._fd: int | None = None

    def acquire(self, holder: Holder) -> Holder | None:
        """Take the lock and write down who holds it; OSError when the folder cannot be written."""
        while True:
            fd = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
            if not _lock(fd):
                found = _read(fd)
                os.close(fd)
                return found
            if self._still_there(fd):
                break
            # Its former holder removed it between our opening and our locking.
            os.close(fd)
        os.ftruncate(fd, 0)
        os.write(fd, json.dumps(asdict(holder)).encode())
        self._fd = fd
        return None

    def release(self) -> None:
        """Let go of the lock and remove its file; safe to call twice."""
        if self._fd is None:
            return
        # Windows refuses to remove an open file: then close first.
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)
        os.close(self._fd)
        self._fd = None
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)

    def _still_there(self, fd: int) -> bool:
        try:
            return os.path.samestat(os.fstat(fd), self.path.stat())
        except FileNotFoundError:
            return False


def _read(fd: int) -> Holder:
    os.lseek(fd, 0, os.SEEK_SET)
    try:
        told = json.loads(os.read(fd, 4096))
        return Holder(
            str(told["who"]), str(told["machine"]), int(told["pid"]), str(told["since_at"])
        )
    except (ValueError, KeyError, TypeError):
        # Taken this very moment: not written yet.
        return Holder("", "", 0, "")


if sys.platform == "win32":
    import msvcrt

    def _lock(fd: int) -> bool:
        os.lseek(fd, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(fd, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _lock(fd: int) -> bool:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            # A shared folder without locks: SQLite's own locks still guard the data.
            return error.errno in _UNSUPPORTED
        return True

"""Copies of papers outside the record, for looking at them; they go when the program ends."""

from __future__ import annotations

import atexit
import shutil
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from council.services.planning import papers

if TYPE_CHECKING:
    from council.services.desk import Desk

_folders: list[Path] = []


def _folder() -> Path:
    """Return the folder of this run; nobody else on the computer may read it."""
    if not _folders or not _folders[0].exists():
        _folders[:] = [Path(tempfile.mkdtemp(prefix="council-papers-"))]
        atexit.register(shutil.rmtree, _folders[0], ignore_errors=True)
    return _folders[0]


def copy_of(desk: Desk, uid: str, name: str) -> Path:
    """Write a paper into a read-only copy and return its path; one that is there is taken.

    A paper's bytes never change under its uid.
    """
    path = _folder() / uid / name
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    part = papers.save_paper(desk, uid, path.with_name("part"))
    part.chmod(stat.S_IRUSR)
    return part.replace(path)

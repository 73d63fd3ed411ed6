"""Copies of the council file."""

from __future__ import annotations

from pathlib import Path

from council.db import backup as copies
from council.services.desk import Desk


def backup(desk: Desk, out: Path) -> Path:
    """Write a sound copy of the open file to ``out``; FileRefused when that exists or cannot be."""
    return copies.backup(desk.conn, out)

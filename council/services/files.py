"""Copies of the council file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.db import backup as copies

if TYPE_CHECKING:
    from pathlib import Path

    from council.services.desk import Desk


def backup(desk: Desk, out: Path) -> Path:
    """Write a sound copy of the open file to ``out``; FileRefused when that exists or cannot be."""
    return copies.backup(desk.conn, out)

"""Checking a whole council file: its evidence (fingerprints, replay) and its record (findings)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.db import journal
from council.domain.vocabulary import Severity
from council.services.desk import Desk, open_desk
from council.services.findings import file_findings, meeting_findings

if TYPE_CHECKING:
    from pathlib import Path

    from council.domain.findings import Finding

__all__ = ["Report", "meeting_findings", "verify"]


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found; ``head`` is the newest step's fingerprint (64 hex digits).

    ``evidence`` are the findings of the journal (a file altered outside the program), ``findings``
    all of them, those first.
    """

    findings: tuple[Finding, ...]
    evidence: tuple[Finding, ...]
    head: str

    @property
    def ok(self) -> bool:
        """Tell whether no finding is an error."""
        return all(one.severity != Severity.ERROR for one in self.findings)

    @property
    def intact(self) -> bool:
        """Tell whether the file is as its journal says."""
        return not self.evidence


def verify(desk_or_path: Desk | str | Path) -> Report:
    """Check an open file, or the file at a path (read only); FileRefused when it cannot be read."""
    if isinstance(desk_or_path, Desk):
        return _verify(desk_or_path)
    desk = open_desk(desk_or_path, read_only=True)
    try:
        return _verify(desk)
    finally:
        desk.close()


def _verify(desk: Desk) -> Report:
    evidence = (*journal.verify_chain(desk.conn), *journal.replay(desk.conn))
    return Report((*evidence, *file_findings(desk)), evidence, journal.head(desk.conn))

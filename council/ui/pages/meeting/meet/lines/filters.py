"""Which lines of the timeline are shown: those of some kinds, and with some words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from council.ui.pages.meeting.meet.lines.model import Said

KINDS: Final[dict[str, frozenset[str]]] = {
    "room": frozenset({"attendance", "recusal", "quorum", "presiding", "clock"}),
    "questions": frozenset({"motion", "vote"}),
    "items": frozenset({"item", "meeting", "recess"}),
    "words": frozenset({"note", "comment", "action", "speaking", "speaker"}),
    "rules": frozenset({"advice"}),
}
"""Subject: the kinds of line that belong to it."""
CORRECTED: Final = "corrected"


def subject_words() -> list[tuple[str, str]]:
    """Return the subjects to choose from, everything first, with their words."""
    return [
        ("", QCoreApplication.translate("Meeting", "Everything")),
        ("room", QCoreApplication.translate("Meeting", "The room")),
        ("questions", QCoreApplication.translate("Meeting", "Motions and votes")),
        ("items", QCoreApplication.translate("Meeting", "Agenda and recess")),
        ("words", QCoreApplication.translate("Meeting", "Said and noted")),
        ("rules", QCoreApplication.translate("Meeting", "What the rules said")),
        (CORRECTED, QCoreApplication.translate("Meeting", "Corrected lines")),
    ]


@dataclass(frozen=True)
class Filter:
    """A subject of ``subject_words`` and words that must all be there; empty lets all pass."""

    subject: str = ""
    words: str = ""

    def passes(self, line: Said) -> bool:
        """Tell whether a line is shown."""
        return self._of_subject(line) and self._with_words(line)

    def _of_subject(self, line: Said) -> bool:
        if not self.subject:
            return True
        if self.subject == CORRECTED:
            return line.row.kind == "step" or bool(line.row.corrected)
        return line.row.kind in KINDS[self.subject]

    def _with_words(self, line: Said) -> bool:
        if not self.words.strip():
            return True
        whole = line.whole.casefold()
        return all(part in whole for part in self.words.casefold().split())

    def __bool__(self) -> bool:
        return bool(self.subject or self.words.strip())

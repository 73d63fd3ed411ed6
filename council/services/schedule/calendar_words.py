"""What the words of a calendar say: which body meets, and what kind of meeting it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from council.domain.vocabulary import MeetingKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from council.domain.text import Text

_KINDS: tuple[tuple[MeetingKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in (
        (MeetingKind.EMERGENCY, r"\bemergency\b|ฉุกเฉิน|เร่งด่วน"),
        (MeetingKind.SPECIAL, r"\bspecial\b|\bextra-?ordinary\b|\badditional\b|วิสามัญ|นัดพิเศษ"),
        (MeetingKind.ANNUAL, r"\bannual\b|\bagm\b|ประจำปี"),
        (MeetingKind.HEARING, r"\bhearing\b|\bpublic meeting\b|รับฟังความคิดเห็น|ประชาพิจารณ์|ประชาคม"),
        (MeetingKind.WORKSHOP, r"\bworkshop\b|\bstudy session\b|\borientation\b|เชิงปฏิบัติการ|สัมมนา"),
    )
)
_COMMON = re.compile(
    r"\b(?:the|of|a|an|and|meeting|meetings|committee|special|regular|ordinary|monthly)\b"
    r"|การประชุม|คณะกรรมการ|ประชุม|สามัญ|วิสามัญ",
    re.IGNORECASE,
)
_SHORTEST = 4
"""A shorter core of a name is in too many other words."""


def fold(words: str) -> str:
    """Return words for comparing: without case, marks and doubled spaces."""
    return " ".join(re.sub(r"[^\w\u0e00-\u0e7f]+", " ", words.casefold()).split())


def guess_kind(words: str) -> MeetingKind:
    """Return the kind of meeting that words speak of, a regular one when they say nothing."""
    return next((kind for kind, said in _KINDS if said.search(words)), MeetingKind.REGULAR)


def guess_body(words: str, names: Mapping[str, Text]) -> str:
    """Return the body whose name the words hold, the longest name of several; empty for none."""
    said, best, longest = f" {fold(words)} ", "", 0
    for uid, name in names.items():
        for _, spelled in name:
            whole = fold(spelled)
            core = fold(_COMMON.sub(" ", spelled))
            held = f" {whole} " in said or (len(core) >= _SHORTEST and f" {core} " in said)
            if held and len(whole) > longest:
                best, longest = uid, len(whole)
    return best

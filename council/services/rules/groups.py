"""Which part of the rules a key belongs to, and the order in which a meeting meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.services.rules.motion_words import precedence

if TYPE_CHECKING:
    from council.domain.rules.book import RuleBook

#: group: the families of keys in it, in the order in which they are read
_GROUPS: dict[str, tuple[str, ...]] = {
    "quorum": ("quorum", "quorum_presence", "without_quorum"),
    "votes": (
        *("requirement", "vote", "tie", "chair_votes", "secret_ballot", "roll_call"),
        *("vote_by_member", "proxies", "substitutes"),
    ),
    "motions": ("motion", "second_table", "reconsider", "motion_notice"),
    "notice": (
        *("notice", "notice_documents", "posting_places", "late_item", "announce_late_item"),
        "agenda",
    ),
    "comment": ("public_comment", "speaker_name_optional", "speaking"),
    "minutes": ("minutes",),
    "remote": ("remote", "record_meeting", "identify_participants", "keep_log"),
    "members": (
        *("eligibility", "qualification", "term", "meetings_a_year", "attendance_alarm"),
        *("seat_lost", "vacancy"),
    ),
    "records": ("retention", "locale", "duty"),
}
GROUPS = tuple(_GROUPS)
_PLACES = {
    family: (number, place)
    for number, families in enumerate(_GROUPS.values())
    for place, family in enumerate(families)
}
_LAST = (len(GROUPS) - 1, 99)


def group_of(key: str) -> str:
    """Return the name of the group a key belongs to, one of ``GROUPS``."""
    return GROUPS[_PLACES.get(key.partition(".")[0], _LAST)[0]]


def in_reading_order(keys: tuple[str, ...], book: RuleBook) -> list[str]:
    """Return keys group by group; motions by precedence, the others as the pack has them."""
    places = {key: number for number, key in enumerate(keys)}

    def place(key: str) -> tuple[int, int, tuple[int, int], int]:
        group, within = _PLACES.get(key.partition(".")[0], _LAST)
        rank = precedence(key, book) if key.startswith("motion.") else (0, 0)
        return (group, within, rank, places[key])

    return sorted(keys, key=place)

"""All keys of the rules: what reads each one's data, and how two of its values are compared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from council.domain.duties.duty_rules import DueFrom, LateGround
from council.domain.rules import comparisons as compare
from council.domain.rules import kinds_meetings as meetings
from council.domain.rules import kinds_members as members
from council.domain.rules import kinds_motions as motions
from council.domain.rules import kinds_papers as papers
from council.domain.rules import kinds_votes as votes
from council.domain.rules.parts import is_name, read_truth, reads_whole, reads_word
from council.domain.vocabulary import MeetingKind, MotionKind
from council.domain.votes.requirements import requirement_from_data
from council.domain.votes.tallies import Abstaining, Silence
from council.domain.votes.voting import Tie

if TYPE_CHECKING:
    from enum import StrEnum

    from council.domain.rules.comparisons import Compare
    from council.domain.rules.parts import Reader


@dataclass(frozen=True, slots=True)
class Key:
    """What there is to a key; without ``compare`` its values are neither higher nor lower.

    ``adds_up``: over a floor, a lower layer's list is added to the higher one's.
    """

    read: Reader
    compare: Compare | None = None
    adds_up: bool = False


_TRUTH = Key(read_truth, compare.numbers)
_NOTICE = Key(meetings.read_notice, compare.notices)

EXACT: dict[str, Key] = {
    "vote.abstain": Key(reads_word(Abstaining)),
    "vote.silence": Key(reads_word(Silence)),
    "tie.motion": Key(reads_word(Tie)),
    "tie.appeal": Key(reads_word(Tie)),
    "chair_votes": Key(reads_word(votes.ChairVotes)),
    "secret_ballot": Key(reads_word(votes.SecretBallot), compare.from_order(*votes.SecretBallot)),
    "roll_call": Key(votes.read_roll_call, compare.roll_calls),
    "vote_by_member": _TRUTH,
    "proxies": Key(reads_word(votes.Proxies), compare.from_order(*votes.Proxies)),
    "substitutes": Key(reads_word(votes.Substitutes), compare.from_order(*votes.Substitutes)),
    "quorum": Key(votes.read_quorum, compare.quorums),
    "quorum_presence": Key(
        reads_word(votes.QuorumPresence), compare.from_order(*votes.QuorumPresence)
    ),
    "without_quorum": Key(votes.read_without_quorum, compare.sets),
    "second_table": Key(votes.read_second_table),
    "reconsider": Key(motions.read_reconsider),
    "motion_notice": _NOTICE,
    "notice_documents": _NOTICE,
    "posting_places": Key(meetings.read_posting_places, compare.places),
    "announce_late_item": _TRUTH,
    "public_comment.translator_factor": Key(meetings.read_translator_factor, compare.numbers),
    "public_comment.minutes": Key(meetings.read_speech_minutes, compare.numbers),
    "speaker_name_optional": _TRUTH,
    "speaking.minutes": Key(meetings.read_speech_minutes, compare.numbers),
    "speaking.times": Key(meetings.read_speech_times, compare.numbers),
    "agenda.title_words": Key(meetings.read_title_words, compare.numbers),
    "agenda.new_business_special": _TRUTH,
    "remote": Key(meetings.read_remote, compare.remotes),
    "record_meeting": _TRUTH,
    "identify_participants": _TRUTH,
    "keep_log": _TRUTH,
    "minutes.mover_printed": _TRUTH,
    "minutes.seconder_printed": _TRUTH,
    "minutes.corrections_listed": _TRUTH,
    "minutes.speakers_printed": _TRUTH,
    "minutes.signers": Key(papers.read_signers, compare.sets),
    "minutes.required_fields": Key(papers.read_required_fields, compare.sets, adds_up=True),
    "minutes.special_approves": _TRUTH,
    "minutes.draft_due": Key(papers.reads_due(DueFrom.MEETING), compare.dues),
    "minutes.approved_due": Key(papers.reads_due(DueFrom.APPROVAL), compare.dues),
    "minutes.open_before": _NOTICE,
    "term": Key(reads_whole("years", 1), compare.numbers),
    "meetings_a_year": Key(reads_whole("least", 1), compare.numbers),
    "attendance_alarm": Key(members.read_attendance_alarm, compare.alarms),
    "seat_lost": Key(reads_whole("months", 1), compare.numbers),
    "vacancy": Key(reads_whole("days", 1), compare.numbers),
    "locale.calendar": Key(reads_word(papers.CalendarName)),
    "locale.digits": Key(reads_word(papers.Digits)),
    "locale.meeting_number": Key(reads_word(papers.MeetingNumber)),
}
"""Keys by their whole name."""

FAMILIES: dict[str, tuple[Key, type[StrEnum] | None]] = {
    "requirement": (Key(requirement_from_data, compare.requirements), None),
    "motion": (Key(motions.read_motion, compare.motions), MotionKind),
    "notice": (_NOTICE, MeetingKind),
    "late_item": (Key(meetings.read_late_item), LateGround),
    "public_comment": (Key(meetings.read_public_comment, compare.comments), MeetingKind),
    "eligibility": (Key(members.read_eligibility, compare.sets), None),
    "qualification": (Key(members.read_qualification), None),
    "retention": (Key(papers.read_retention, compare.retentions), None),
    "duty": (Key(papers.read_duty), None),
}
"""Keys by their first part; the second is one of the words, or any name when there are none."""


@lru_cache(maxsize=1024)
def find_key(key: str) -> Key | None:
    """Return what there is to a key such as ``motion.amend``; None when it is unknown."""
    if key in EXACT:
        return EXACT[key]
    family, _, name = key.partition(".")
    if family not in FAMILIES or not is_name(name):
        return None
    found, names = FAMILIES[family]
    return found if names is None or name in {one.value for one in names} else None


def adds_up(key: str) -> bool:
    """Tell whether a key's lists add up over a floor."""
    found = find_key(key)
    return found is not None and found.adds_up

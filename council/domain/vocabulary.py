"""The closed lists of words that the record uses; the values are what the file format stores."""

from enum import StrEnum


class BodyKind(StrEnum):
    """What a body is."""

    COUNCIL = "council"
    COMMITTEE = "committee"
    SUBCOMMITTEE = "subcommittee"
    WORKING_GROUP = "working_group"
    ASSEMBLY = "assembly"


class Role(StrEnum):
    """What a person is in a body."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    SECRETARY = "secretary"
    TREASURER = "treasurer"
    MEMBER = "member"
    ALTERNATE = "alternate"
    ADVISER = "adviser"
    EX_OFFICIO = "ex_officio"
    OBSERVER = "observer"


class EndReason(StrEnum):
    """Why a membership ended."""

    TERM_ENDED = "term_ended"
    RESIGNED = "resigned"
    REMOVED = "removed"
    MOVED = "moved"
    DISQUALIFIED = "disqualified"
    DIED = "died"
    OTHER = "other"


class MeetingKind(StrEnum):
    """What kind of meeting it is."""

    REGULAR = "regular"
    SPECIAL = "special"
    EMERGENCY = "emergency"
    ANNUAL = "annual"
    HEARING = "hearing"
    WORKSHOP = "workshop"


class MeetingState(StrEnum):
    """Where a meeting is in its life; in session = called to order and not adjourned."""

    PLANNED = "planned"
    NOTICED = "noticed"
    IN_SESSION = "in_session"
    HELD = "held"
    CANCELLED = "cancelled"


class ItemKind(StrEnum):
    """What an agenda item is for."""

    CALL_TO_ORDER = "call_to_order"
    ROLL_CALL = "roll_call"
    PROCEDURE = "procedure"
    ANNOUNCEMENT = "announcement"
    APPROVAL = "approval"  # approval of minutes
    MATTERS_ARISING = "matters_arising"
    INFORMATION = "information"
    REPORT = "report"
    DECISION = "decision"
    NOTICE_OF_MOTION = "notice_of_motion"  # a member says what will be moved at a later meeting
    HEARING = "hearing"
    PUBLIC_COMMENT = "public_comment"
    CONSENT = "consent"
    CLOSED_SESSION = "closed_session"
    HEADING = "heading"
    OTHER = "other"
    ADJOURNMENT = "adjournment"


class ItemState(StrEnum):
    """Whether an agenda item waits, is before the meeting, is done, or was struck after posting."""

    WAITING = "waiting"
    CURRENT = "current"
    DONE = "done"
    STRUCK = "struck"


class Presence(StrEnum):
    """How the record counts a person at a meeting."""

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


class Mode(StrEnum):
    """How a person took part during a span of time."""

    IN_PERSON = "in_person"
    REMOTE = "remote"


class MotionKind(StrEnum):
    """What a motion does."""

    MAIN = "main"
    AMEND = "amend"
    REFER = "refer"
    POSTPONE = "postpone"
    POSTPONE_INDEFINITELY = "postpone_indefinitely"
    LAY_ASIDE = "lay_aside"
    PREVIOUS_QUESTION = "previous_question"
    LIMIT_DEBATE = "limit_debate"
    DIVIDE = "divide"
    RECESS = "recess"
    ADJOURN = "adjourn"
    APPEAL = "appeal"
    SUSPEND_RULES = "suspend_rules"
    RECONSIDER = "reconsider"
    RESCIND = "rescind"
    TAKE_UP_AGAIN = "take_up_again"
    FIX_TIME = "fix_time"
    QUESTION_OF_PRIVILEGE = "question_of_privilege"
    ORDERS_OF_THE_DAY = "orders_of_the_day"
    POINT_OF_ORDER = "point_of_order"
    OBJECT_TO_CONSIDERATION = "object_to_consideration"
    DIVISION_OF_ASSEMBLY = "division_of_assembly"
    MANNER_OF_VOTING = "manner_of_voting"
    INQUIRY = "inquiry"
    WITHDRAW = "withdraw"
    DISCHARGE = "discharge"
    AMEND_ADOPTED = "amend_adopted"


class Outcome(StrEnum):
    """What became of a motion."""

    CARRIED = "carried"
    LOST = "lost"
    WITHDRAWN = "withdrawn"
    NO_SECOND = "no_second"
    OUT_OF_ORDER = "out_of_order"
    POSTPONED = "postponed"
    REFERRED = "referred"
    LAID_ASIDE = "laid_aside"
    DIVIDED = "divided"
    NOTED = "noted"  # taken note of: a report was heard, nothing was to be decided
    SETTLED = "settled"  # dealt with, or fallen away, without a vote


class Method(StrEnum):
    """How a vote is taken."""

    NO_OBJECTION = "no_objection"
    VOICE = "voice"
    SHOW_OF_HANDS = "show_of_hands"
    ROLL_CALL = "roll_call"
    SECRET_BALLOT = "secret_ballot"
    ACCLAMATION = "acclamation"


UNOPPOSED = frozenset({Method.NO_OBJECTION, Method.ACCLAMATION})
"""Ways of voting that carry a motion because nobody is against it."""

UNCOUNTED = UNOPPOSED | {Method.VOICE}
"""Ways of voting after which there are no numbers."""


class RollOrder(StrEnum):
    """In which order the members are called in a roll call."""

    ALPHABETICAL = "alphabetical"
    SEAT = "seat"
    CHAIR_LAST = "chair_last"  # by seat, whoever presides at the end
    RANDOM = "random"  # by lot
    ROTATING = "rotating"  # alphabetical, beginning one name later each time


class Choice(StrEnum):
    """What one person did in a vote."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    NOT_VOTING = "not_voting"
    RECUSED = "recused"
    ABSENT = "absent"


class Declared(StrEnum):
    """What the chair declared."""

    CARRIED = "carried"
    LOST = "lost"


class ActionState(StrEnum):
    """Where an action item is."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class MinutesState(StrEnum):
    """Where a meeting's minutes are."""

    DRAFT = "draft"
    APPROVED = "approved"


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

"""What goes on record when a meeting is called to order against the rules; nothing is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain.messages import Message
from council.domain.rulings import Ruling
from council.services.advice import put_advice
from council.services.duties.notices import deadline_row
from council.services.session.roll import Roll

if TYPE_CHECKING:
    from council.services.desk import Desk

LATE_NOTICE = "late_notice"
NO_QUORUM = "opened_without_quorum"


def advise_opening(desk: Desk, meeting_uid: str) -> None:
    """Keep, within the step that is open, that notice was late or that there is no quorum.

    As long as nobody has said who is there, a quorum is not missing but unknown.
    """
    roll = Roll(desk, meeting_uid)
    notice = deadline_row(desk, roll.meeting, roll.rules)
    if notice is not None and notice.ruling.holds is False:
        _put(desk, roll, LATE_NOTICE, notice.ruling)
    if roll.entries:
        quorum = roll.quorum()
        if quorum.met is False:
            rule = roll.rules.find("quorum")
            params = {"found": quorum.present, "expected": quorum.needed}
            source, verified = (rule.source, rule.verified) if rule else ("", True)
            message = Message("opening.no_quorum", params)
            _put(desk, roll, NO_QUORUM, Ruling(False, message, source, verified))


def _put(desk: Desk, roll: Roll, code: str, ruling: Ruling) -> None:
    put_advice(
        desk, meeting_uid=roll.uid, code=code, ruling=ruling, rules=roll.rules, followed=False
    )

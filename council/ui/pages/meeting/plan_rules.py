"""What the rules say of an agenda, read once for all the parts of the page that show it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from council.services import meetings
from council.services.duties import meeting_duties as duties
from council.services.members import bodies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.services.duties.meeting_duties import Remark
    from council.services.planning.agenda import ItemRow
    from council.ui.context import Context


@dataclass(frozen=True)
class AgendaRules:
    """The remarks on an agenda, and the topics (code, words) that ask something of who votes."""

    remarks: list[Remark] = field(default_factory=list)
    topics: tuple[tuple[str, str], ...] = ()
    body_uid: str = ""
    day: date = date.min

    @staticmethod
    def read(context: Context, meeting_uid: str, items: Sequence[ItemRow]) -> AgendaRules:
        """Ask the rules of the meeting's day; an agenda without items has no remarks yet."""
        desk = context.reader
        meeting = meetings.get_meeting(desk, meeting_uid)
        day = meeting.starts_local.date()
        topics = tuple(
            (code, _topic_words(context.shown(name))) for code, name in duties.topics(desk, day)
        )
        remarks = duties.plan_remarks(desk, meeting_uid) if items else []
        return AgendaRules(remarks, topics, meeting.body_uid, day)

    def barred(self, context: Context, topic: str) -> str:
        """Say who may not vote on a topic on the meeting's day; nothing without a topic."""
        if not topic:
            return ""
        desk = context.reader
        members = bodies.members_on(desk, self.body_uid, self.day)
        out = duties.ineligible(desk, [one.person_uid for one in members], topic, self.day)
        names = [context.show(one.person_name) for one in members if one.person_uid in out]
        if not names:
            return QCoreApplication.translate("PlanStep", "Everybody may vote on it that day.")
        words = QCoreApplication.translate(
            "PlanStep", "May not vote on it that day, {count} of {all}: {names}"
        )
        return words.format(count=len(names), all=len(members), names=", ".join(names))


def _topic_words(topic: str) -> str:
    words = QCoreApplication.translate("PlanStep", "{topic}: only eligible members")
    return words.format(topic=topic[:1].upper() + topic[1:])

"""A meeting that was held, with a motion, a vote and an action: what minutes are written from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from hall import Hall, convene, t

from council.domain.document import Paragraph
from council.domain.text import Text
from council.services import actions, meetings, minutes
from council.services.members import people
from council.services.planning import agenda
from council.services.session import motions
from council.services.voting import votes

if TYPE_CHECKING:
    from council.services.desk import Desk


@dataclass
class Held:
    """The held meeting of a hall, with the uids of what happened in it."""

    hall: Hall
    motion: str
    key: str

    @property
    def desk(self) -> Desk:
        return self.hall.desk

    @property
    def meeting(self) -> str:
        return self.hall.meeting

    def paragraphs(self, language: str = "en", *, public: bool = True) -> list[Paragraph]:
        document = minutes.compose(self.desk, self.meeting, language, public=public)
        return [block for block in document.blocks if isinstance(block, Paragraph)]

    def paragraph(self, key: str, language: str = "en") -> Paragraph:
        return next(one for one in self.paragraphs(language) if one.key == key)

    def said(self, key: str = "", language: str = "en") -> str:
        return words(self.paragraph(key or self.key, language))

    def rename(self, place: int, name: str) -> None:
        people.change_person(self.desk, self.hall.people[place], name=t(name))


def words(paragraph: Paragraph) -> str:
    return "".join(span.text for span in paragraph.spans)


def hold(*, adjourned: bool = True, path: str = ":memory:") -> Held:
    """Hold a meeting of five: Nunn moves, three are for it and one against, Haddad gets a task."""
    printed = {"minutes.seconder_printed": True}
    hall = convene(path, members=5, seats=7, overrides=printed)
    desk, people_, item = hall.desk, hall.people, hall.item
    hall.present(4)
    text = Text((("en", "That we ask for a crosswalk"), ("th", "ให้ขอทางข้าม")))
    motion = motions.state_motion(
        desk, hall.meeting, text=text, mover_uid=people_[1], seconder_uids=[people_[2]],
        item_uid=item,
    ).value  # fmt: skip
    chosen = {people_[0]: "yes", people_[1]: "yes", people_[2]: "yes", people_[3]: "no"}
    votes.record_vote(desk, motion, method="roll_call", ballots=chosen)
    actions.add_action(
        desk, what=t("write to the city"), owner_uid=people_[0], meeting_uid=hall.meeting,
        item_uid=item,
    )  # fmt: skip
    if adjourned:
        meetings.adjourn(desk, hall.meeting)
    return Held(hall, motion, f"item/{item}/motion/{motion}/moved")


def next_meeting(held: Held, *, begun: bool = True) -> str:
    """Plan the meeting after, and call it to order."""
    uid = meetings.plan_meeting(
        held.desk, body_uid=held.hall.body, starts_local=datetime(2026, 12, 17, 18, 30)
    ).value
    item = agenda.add_item(held.desk, uid, title=t("Minutes"), kind="approval").value
    if begun:
        meetings.call_to_order(held.desk, uid)
        agenda.go_to_item(held.desk, uid, item)
    return uid

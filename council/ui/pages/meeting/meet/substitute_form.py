"""Somebody who comes in the place of a member, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain.codes import code_sign
from council.domain.rules.kinds_votes import Substitutes
from council.services.members import people
from council.services.session.substitutes import add_substitute
from council.ui.kit import Field, line_edit, row, small, stack
from council.ui.pages.meeting.meet.console_form import ConsoleForm
from council.ui.pages.meeting.meet.person_field import PersonField
from council.ui.pages.meeting.meet.sayings import cited

if TYPE_CHECKING:
    from council.services.session.attendance import RoomRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot


class SubstituteForm(ConsoleForm):
    """Who comes, for whom, and whether with the member's vote: the rules say that."""

    name = "substitute"
    one_line = True

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self._known: dict[str, str] = {}
        self.who = line_edit("", self.tr("Name of the substitute"))
        self._who_field = Field(self.tr("Who comes"), self.who, " ")
        self.member = PersonField(self.tr("In the place of"), context.language)
        self._rule = small("", "ink_2", wrap=True)
        self.take("name", self.who)
        self.take("member", self.member.line)
        self.who.textChanged.connect(self._tell)
        head = self.head_row("user-plus", self.tr("Substitute"))
        body = row((self._who_field, 1), (self.member, 1), gap=12)
        self.setLayout(stack(head, body, self._rule, self.foot_row(), gap=8, pad=(16, 12, 16, 14)))

    def start(self, shot: Snapshot) -> None:
        """Open with the members who are away and everybody on file."""
        self.member.set_people([one for one in shot.members if not one.here])
        self._known = {
            one.name.show(language).casefold(): one.uid
            for one in people.list_people(self.context.reader)
            for language in self.context.council.languages
        }
        self._rule.setText(self._rule_words(shot))
        super().start(shot)

    def begin(self, member: RoomRow, shot: Snapshot) -> None:
        """Open for a member who is away."""
        self.start(shot)
        if not self.member.line.text():
            language = self.context.language
            sign = code_sign(member.code, member.name, language)
            self.member.line.setText(sign or member.name.show(language))

    def _rule_words(self, shot: Snapshot) -> str:
        rule = shot.rules.find("substitutes")
        words = {
            Substitutes.VOTE: self.tr("The substitute has the member's vote."),
            Substitutes.ATTEND: self.tr("The substitute attends without a vote."),
            Substitutes.NONE: self.tr(
                "The rules let nobody come in a member's place; it is recorded with that remark."
            ),
        }
        if rule is None or not rule.known:
            return self.tr("The rules do not say whether a substitute votes: there is no vote.")
        return cited(words[rule.value], rule.source)

    def _tell(self) -> None:
        typed = self.who.text().strip()
        known = typed.casefold() in self._known
        fresh = self.tr("New: will be put on file")
        self._who_field.set_hint(" " if not typed else self.tr("On file") if known else fresh)

    def submit(self) -> None:
        """Record the substitute."""
        member = self.member.person()
        if member is None:
            self.complain(self.tr("Say in whose place, by a code or a name of a member away."))
            self.member.line.setFocus()
            return
        uid = self._known.get(self.who.text().strip().casefold())
        self.send(
            add_substitute, self.meeting_uid, member.person_uid, self.text("name"), person_uid=uid
        )

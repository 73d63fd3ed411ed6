"""Noting by hand whether advice was followed, and why or why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from council.services import advice
from council.ui.kit import Field, combo, label, line_edit, row, small, stack
from council.ui.pages.meeting.meet.forms import ConsoleForm
from council.ui.pages.meeting.meet.sayings import cited

if TYPE_CHECKING:
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

_FOLLOWED: Final = {"yes": True, "no": False}
_WORDS: Final = {True: "yes", False: "no", None: ""}


class AdviceForm(ConsoleForm):
    """Opens for one line of advice in the timeline."""

    name = "advice"
    one_line = True

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self._uid = ""
        self._what = label("", color="ink_2", wrap=True)
        self._pack = small("", "ink_3", wrap=True)
        choices = [
            ("", self.tr("not known")),
            ("yes", self.tr("followed")),
            ("no", self.tr("not followed")),
        ]
        self.followed = combo(choices, "", self.tr("Was it followed?"))
        self.note = line_edit()
        self.take("followed", self.followed)
        self.take("note", self.note)
        fields = row(
            (Field(self.tr("Was it followed?"), self.followed), 1),
            (Field(self.tr("Why, or why not"), self.note, optional=True), 2),
            gap=12,
        )
        head = self.head_row("book-open", self.tr("What the rules said"))
        self.setLayout(
            stack(
                head, self._what, self._pack, fields, self.foot_row(), gap=8, pad=(16, 12, 16, 14)
            )
        )

    def more(self) -> dict[str, str]:
        """Keep with the words which advice they are about."""
        return {"advice": self._uid}

    def start(self, shot: Snapshot) -> None:
        """Open again for the advice that was being noted when the program ended."""
        kept = self.draft()
        self._uid = ""
        self.begin(kept.get("advice", ""), shot)
        if self._uid:
            self.load(kept)
        else:
            self.drop_draft()

    def begin(self, uid: str, shot: Snapshot) -> None:
        """Open for a piece of advice."""
        found = next((one for one in shot.advice if one.uid == uid), None)
        if found is None:
            return
        self.shot, self._uid = shot, uid
        said = self.context.say(found.message)
        self._what.setText(cited(said, found.source, verified=found.verified))
        words = self.tr("By the rules of {pack}, version {version}")
        pack = self.context.reader.packs.get(found.pack)
        name = pack.name.show(self.context.language) if pack else found.pack
        self._pack.setText(words.format(pack=name, version=found.pack_version))
        self.load({"followed": _WORDS[found.followed], "note": found.note})
        self.show()
        self.followed.setFocus()

    def submit(self) -> None:
        """Record it."""
        found = self.values()
        self.send(advice.set_followed, self._uid, _FOLLOWED.get(found["followed"]), found["note"])

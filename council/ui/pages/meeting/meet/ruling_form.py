"""What the chair rules on a point of order or a question of privilege, or answers, with reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from council.domain.vocabulary import MotionKind
from council.services.session import motions
from council.ui.kit import Field, combo, label, row, stack, text_edit
from council.ui.pages.meeting.meet.forms import ConsoleForm

if TYPE_CHECKING:
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

_GRANTED: Final = {"yes": True, "no": False}


def ruling_word(kind: str, *, granted: bool) -> str:
    """Return what the chair ruled on a point of this kind, in a word."""
    if kind == MotionKind.POINT_OF_ORDER:
        words = (
            QCoreApplication.translate("Meeting", "Not well taken"),
            QCoreApplication.translate("Meeting", "Well taken"),
        )
    elif kind == MotionKind.QUESTION_OF_PRIVILEGE:
        words = (
            QCoreApplication.translate("Meeting", "Not granted"),
            QCoreApplication.translate("Meeting", "Granted"),
        )
    else:
        words = (
            QCoreApplication.translate("Meeting", "Not answered"),
            QCoreApplication.translate("Meeting", "Answered"),
        )
    return words[granted]


class RulingFields(QWidget):
    """The ruling in a word and its reasons."""

    def __init__(self) -> None:
        super().__init__()
        self.word = combo([("", "")], "", self.tr("The chair's ruling"))
        self.reasons = text_edit("", "", self.tr("Reasons, or the answer"), 2)
        self.setLayout(
            row(
                (Field(self.tr("The chair's ruling"), self.word), 2),
                (Field(self.tr("Reasons, or the answer"), self.reasons, optional=True), 3),
                gap=12,
            )
        )

    def dress(self, kind: MotionKind, *, open_too: bool = True) -> None:
        """Offer the rulings of a kind; ``open_too``: it may be left open for now."""
        words = [(code, ruling_word(kind, granted=yes)) for code, yes in _GRANTED.items()]
        choices = [("", self.tr("Still open"))] if open_too else []
        choices += words[:1] if kind is MotionKind.INQUIRY else words
        self.word.clear()
        for code, one in choices:
            self.word.addItem(one, code)

    def granted(self) -> bool | None:
        """Return the ruling, None while it is open."""
        return _GRANTED.get(str(self.word.currentData() or ""))


class RulingForm(ConsoleForm):
    """R: what the chair rules on the point that is open."""

    name = "ruling"

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self._uid = ""
        self._what = label("", color="ink_2", wrap=True)
        self.fields = RulingFields()
        self.take("ruling", self.fields.word)
        self.take("reasons", self.fields.reasons)
        head = self.head_row("gavel", self.tr("The chair's ruling"))
        self.setLayout(
            stack(head, self._what, self.fields, self.foot_row(), gap=8, pad=(16, 12, 16, 14))
        )

    def more(self) -> dict[str, str]:
        """Keep with the words which point they are about."""
        return {"point": self._uid}

    def start(self, shot: Snapshot) -> None:
        """Open for the point that is decided first."""
        top = shot.top
        if top is None:
            return
        self.shot, self._uid = shot, top.uid
        kind = self.context.word(f"motion_kind.{top.kind}")
        self._what.setText(f"{kind}: {top.text.show(self.context.language)}")
        self.fields.dress(MotionKind(top.kind), open_too=False)
        kept = self.draft()
        self.load(kept if kept.get("point") == top.uid else {})
        self.show()
        self.fields.word.setFocus()

    def submit(self) -> None:
        """Record the ruling."""
        self.send(
            motions.rule_on,
            self._uid,
            granted=bool(self.fields.granted()),
            ruling=self.text("reasons"),
        )

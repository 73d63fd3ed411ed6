"""The console's foot with its keys, and what it says before and after a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFrame, QWidget

from council.ui.kit import Button, EmptyState, keycap, row, small

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class HintBar(QFrame):
    """The keys of a meeting; ``steps`` shows and hides the title and the stepper."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self.setFixedHeight(40)
        self.steps = Button(self.tr("All steps"), "list", "plain", dense=True)
        self.steps.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        box = row(pad=(24, 0, 24, 0), gap=4)
        hints = (
            ("Ctrl M", self.tr("Motion")), ("F5", self.tr("Vote")), ("F6", self.tr("Speakers")),
            ("F7", self.tr("Room")), ("F8", self.tr("Action")), ("F9", self.tr("Note")),
            ("Ctrl →", self.tr("Next item")), ("Ctrl Z", self.tr("Undo")),
            ("F12", self.tr("Adjourn")), ("Ctrl /", self.tr("All keys")),
        )  # fmt: skip
        self._hints: list[QWidget] = []
        for key, words in hints:
            hint = QWidget()
            hint.setLayout(row(keycap(key), small(words, "ink_2"), gap=6))
            box.addWidget(hint)
            box.addStretch(1)
            self._hints.append(hint)
        box.addWidget(self.steps)
        self.setLayout(box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many keys as there is room for; the sheet of all keys is never left out."""
        super().resizeEvent(event)
        room = self.width() - 56 - self.steps.width()
        *others, last = self._hints
        for hint in (last, *others):
            room -= hint.sizeHint().width() + 12
            hint.setVisible(room >= 0)

    def minimumSizeHint(self) -> QSize:
        """Bear any width."""
        return QSize(0, 40)


def before_the_meeting() -> EmptyState:
    """Make what stands in the middle until the meeting is called to order."""
    made = EmptyState(
        "gavel",
        QCoreApplication.translate("Meeting", "Not called to order yet"),
        QCoreApplication.translate(
            "Meeting", "It stamps the time and opens the roll: type who is absent, then Enter."
        ),
        QCoreApplication.translate("Meeting", "Call to order"),
        "Enter",
    )
    if made.button is not None:
        made.button.set_glyph("gavel")
    return made


def after_the_meeting() -> EmptyState:
    """Make what stands in the middle when the meeting is over."""
    made = EmptyState(
        "check-circle",
        QCoreApplication.translate("Meeting", "The meeting is over"),
        QCoreApplication.translate(
            "Meeting",
            "Its votes are final. The minutes are written from what stands here;"
            " Ctrl+Shift+P makes their draft as a PDF at once.",
        ),
        QCoreApplication.translate("Meeting", "On to the minutes"),
    )
    if made.button is not None:
        made.button.set_glyph("arrow-right")
    return made

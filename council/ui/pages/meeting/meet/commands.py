"""What can be done in the console, by key or by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from council.domain.vocabulary import MotionKind
from council.ui.actions import Command

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.ui.pages.meeting.meet.console import MeetStep


class ConsoleCommands(QObject):
    """The commands of a console; every kind of motion is among them, in order or not."""

    def all_of(self, step: MeetStep) -> list[Command]:
        """Return the commands of a console."""
        live, words = self.tr("Meeting"), self.tr("Words")
        return [
            Command(
                self.tr("New motion"),
                step.new_motion,
                "file-text",
                "Ctrl+M",
                live,
            ),
            Command(
                self.tr("Take the vote"),
                step.take_vote,
                "gavel",
                "F5",
                live,
            ),
            Command(
                self.tr("Take back the result"),
                step.take_back,
                "arrow-u-up-left",
                "Ctrl+Backspace",
                live,
            ),
            Command(
                self.tr("Declare otherwise than the rules say"),
                step.declare_otherwise,
                "gavel",
                "Ctrl+D",
                live,
            ),
            Command(
                self.tr("Public comment"),
                step.comment,
                "chat-text",
                "F6",
                words,
            ),
            Command(
                self.tr("Room"),
                step.go_to_room,
                "users-three",
                "F7",
                live,
            ),
            Command(
                self.tr("Guest"),
                step.add_guest,
                "user-plus",
                "Shift+F7",
                live,
            ),
            Command(
                self.tr("Action item"),
                step.action,
                "list-checks",
                "F8",
                words,
            ),
            Command(self.tr("Note"), step.note, "note-pencil", "F9", words),
            Command(self.tr("Take note of the item"), step.take_note, "check", "", live),
            Command(
                self.tr("Next item"),
                step.next_item,
                "arrow-right",
                "Ctrl+Right",
                live,
            ),
            Command(
                self.tr("Recess, or end it"),
                step.recess,
                "coffee",
                "F11",
                live,
            ),
            Command(self.tr("Adjourn"), step.adjourn, "stop", "F12", live),
            Command(
                self.tr("Title and steps"),
                step.toggle_steps,
                "list",
                "Ctrl+Shift+S",
                live,
            ),
            Command(
                self.tr("All reasons why a motion is not in order"),
                step.order.toggle_all,
                "prohibit",
                "",
                live,
            ),
            Command(
                self.tr("How the quorum is counted"), step.room.toggle_sum, "users-three", "", live
            ),
            *self._kinds(step, live),
        ]

    def _kinds(self, step: MeetStep, group: str) -> list[Command]:
        """Return one command a kind of motion; its form says what the rules have against it."""

        def stating(kind: MotionKind) -> Callable[[], None]:
            return lambda: step.state(kind) if step.live_only() else None

        word = step.context.word
        return [
            Command(word(f"motion_kind.{kind.value}"), stating(kind), "file-text", "", group)
            for kind in MotionKind
        ]

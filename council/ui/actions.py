"""Everything that can be done by name: one registry for keys, the palette and the key sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QWidget

from council.ui.kit import GROW, Button, frame, heading, keycap, label, row, scrolled, small, stack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class Command:
    """One thing to do: words, icon, key ("Ctrl+K"), what runs it; ``group`` heads a sheet."""

    words: str
    run: Callable[[], object]
    glyph: str = "caret-right"
    key: str = ""
    group: str = ""


def add_actions(owner: QWidget, commands: Sequence[Command]) -> list[QAction]:
    """Give a widget the keys of the commands that have one; return the actions to remove later."""
    made = []
    for command in commands:
        if not command.key:
            continue
        action = QAction(command.words, owner)
        action.setShortcut(QKeySequence(command.key))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(_runner(command))
        owner.addAction(action)
        made.append(action)
    return made


def _runner(command: Command) -> Callable[[], None]:
    def run() -> None:
        command.run()

    return run


def key_words(key: str) -> tuple[str, ...]:
    """Split "Ctrl+Shift+L" into the words for key caps."""
    return tuple(key.replace("++", "+Plus").split("+"))


class KeySheet(QDialog):
    """All keys on one sheet, by group."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All keys"))
        self.resize(560, 620)
        groups: dict[str, list[Command]] = {}
        for command in commands:
            if command.key:
                groups.setdefault(command.group or self.tr("General"), []).append(command)
        box = stack(gap=4, pad=(0, 0, 12, 0))
        for name, members in groups.items():
            box.addWidget(small(name, "ink_2", "strong"))
            for command in members:
                keys = row(*(keycap(word) for word in key_words(command.key)), gap=4)
                box.addLayout(row(label(command.words), GROW, keys))
            box.addSpacing(12)
        box.addStretch(1)
        close = Button(self.tr("Close"), None, "primary", "Esc")
        close.clicked.connect(self.accept)
        self.setLayout(
            stack(
                heading(self.tr("All keys")),
                (scrolled(frame("canvas", box)), 1),
                row(GROW, close),
                gap=16,
                pad=24,
            )
        )

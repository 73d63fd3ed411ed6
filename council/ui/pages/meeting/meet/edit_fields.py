"""Typing an amendment: in the text itself, or as what is inserted, struck or substituted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from council.domain.edits import Action, CannotEdit, Edit, apply
from council.domain.text import Text
from council.domain.wording import changes
from council.services.session import amending
from council.ui.kit import GROW, Field, SegmentedSwitch, label, line_edit, rich, row, small, stack
from council.ui.kit.text import marked_html, width_of
from council.ui.pages.meeting.words import tidy

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

    from council.ui.context import Context

TYPED: Final = "typed"
"""The way in which the text is typed as it would read."""

_LONG, _PAUSE_MS = 1_200, 120
"""From so many characters on, what changed is worked out at a pause of typing."""

_LINES: Final = {
    Action.INSERT.value: ("new", "after"),
    Action.STRIKE.value: ("struck", "after"),
    Action.REPLACE.value: ("struck", "new", "after"),
}


class EditFields(QWidget):
    """How the words change, what that makes of the text, and what has no place in it.

    ``words`` is the form's field for a whole text: what would be read, or what is substituted.
    Signals: ``changed()`` when something else is typed; ``way_changed()`` when it is typed in
    another way.
    """

    changed = Signal()
    way_changed = Signal()

    def __init__(self, context: Context, words: QPlainTextEdit) -> None:
        super().__init__()
        self.context, self.words = context, words
        self.before, self.language = "", context.council.languages[0]
        ways = [
            (TYPED, self.tr("In the text")),
            (Action.INSERT.value, self.tr("Insert")),
            (Action.STRIKE.value, self.tr("Strike")),
            (Action.REPLACE.value, self.tr("Replace")),
            (Action.SUBSTITUTE.value, self.tr("Substitute")),
        ]
        self._ways = [code for code, _words in ways]
        part = int(max(width_of(words, "small", "strong") for _code, words in ways)) + 16
        name = self.tr("How it is amended")
        self.switch = SegmentedSwitch(ways, TYPED, name, part * len(ways))
        self.struck, self.new, self.after = line_edit(), line_edit(), line_edit()
        self._fields = {
            "struck": Field(self.tr("Words to strike"), self.struck),
            "new": Field(self.tr("Words to insert"), self.new),
            "after": Field(self.tr("After which words"), self.after, optional=True),
        }
        self.lines = row(*((one, 1) for one in self._fields.values()), gap=12)
        self.marked, self.reads = rich(""), label("", "body", wrap=True)
        self.says, self.problem = small("", "ink_2", wrap=True), small("", "warn", wrap=True)
        self._preview = QWidget()
        heads = {
            self.tr("Changes"): self.marked,
            self.tr("Would read"): self.reads,
            self.tr("Recorded as"): self.says,
        }
        wide = max(int(width_of(one, "small", "strong")) for one in heads) + 8
        self._preview.setLayout(
            stack(*(self._line(head, body, wide) for head, body in heads.items()), gap=6)
        )
        self.setLayout(stack(self.lines, self.problem, self._preview, gap=8))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.show_changes)
        self.switch.chosen.connect(self._on_way)
        for line in (self.struck, self.new, self.after):
            line.textChanged.connect(self.on_typed)

    def _line(self, head: str, body: QWidget, wide: int) -> QWidget:
        made, side = QWidget(), small(head, "ink_3", "strong")
        side.setFixedWidth(wide)
        made.setLayout(row(stack(side, GROW, gap=0), (body, 1), gap=8))
        return made

    def amend(self, text: Text) -> str:
        """Amend a text in the language in which the window shows it; return its words."""
        self.before, self.language = text.best(self.context.language)
        return self.before

    # ------------------------------------------------------------------ the way of typing

    @property
    def way(self) -> str:
        """Return how the change is typed."""
        return self.switch.value()

    def set_way(self, way: str) -> None:
        """Type it in this way, without a signal."""
        self.switch.set_value(way if way in self._ways else TYPED)
        wanted = _LINES.get(self.way, ())
        for name, field in self._fields.items():
            field.setVisible(name in wanted)

    def next_way(self) -> None:
        """Type it in the next way."""
        place = self._ways.index(self.way) + 1
        self._on_way(self._ways[place % len(self._ways)])

    def takes_text(self) -> bool:
        """Tell whether a whole text is typed."""
        return self.way not in _LINES

    def _on_way(self, way: str) -> None:
        self.set_way(way)
        text = self.words.toPlainText().strip()
        if way == TYPED and not text:
            self.words.setPlainText(self.before)
        elif way == Action.SUBSTITUTE and text == self.before.strip():
            self.words.clear()
        self.way_changed.emit()
        self.show_changes()

    def first_line(self) -> QWidget:
        """Return the field in which typing begins."""
        lines = {"struck": self.struck, "new": self.new}
        return next((lines[one] for one in _LINES.get(self.way, ()) if one in lines), self.words)

    # ------------------------------------------------------------------ what it makes

    def typed(self) -> list[Edit]:
        """Return the edits typed as such; none where a whole text is typed, or nothing yet."""
        language = self.language
        struck, new, after = (
            Text.of(line.text().strip(), language) for line in (self.struck, self.new, self.after)
        )
        match self.way:
            case Action.INSERT if new:
                return [Edit(Action.INSERT, new, after=after)]
            case Action.STRIKE if struck:
                return [Edit(Action.STRIKE, struck, after=after)]
            case Action.REPLACE if struck and new:
                return [Edit(Action.REPLACE, struck, new, after)]
            case Action.SUBSTITUTE if self.words.toPlainText().strip():
                words = Text.of(self.words.toPlainText().strip(), language)
                return [Edit(Action.SUBSTITUTE, new=words)]
        return []

    def payload(self) -> dict[str, Any]:
        """Return what the motion is stated with; nothing while nothing would change."""
        language = self.language
        if self.way != TYPED:
            found = self.typed()
            return {"edits": found} if found else {}
        words = self.words.toPlainText().strip()
        if words == self.before.strip() or not words:
            return {}
        return {"proposed_text": Text.of(words, language)}

    def on_typed(self) -> None:
        """Show what was typed, at once or, in a long text, at a pause."""
        if len(self.before) + len(self.words.toPlainText()) > _LONG:
            self._pause.start()
        else:
            self.show_changes()

    def show_changes(self) -> None:
        """Show what the text would be, and what was changed in it."""
        language = self.language
        after, why = self.before, ""
        edits = self.typed()
        if self.way == TYPED:
            after = self.words.toPlainText()
            edits = list(amending.edits_between(*self._texts(self.before, after, language)))
        else:
            try:
                for one in edits:
                    after = apply(one, after, language)
            except CannotEdit as gone:
                why = self.context.say(amending.say_problem(gone))
        pieces = [(str(kind), words) for kind, words in changes(self.before, after)]
        self.marked.setText(_marked(pieces))
        self.reads.setText(after.strip())
        self.says.setText("; ".join(self.context.say(amending.say_edit(one)) for one in edits))
        self.problem.setText(why)
        self.problem.setVisible(bool(why))
        # It keeps its place while nothing is typed: a form that grows later hides its buttons.
        self._preview.setVisible(not why)
        self.changed.emit()

    def _texts(self, before: str, after: str, language: str) -> tuple[Text, Text]:
        return Text.of(before.strip(), language), Text.of(after.strip(), language)


def _marked(pieces: list[tuple[str, str]]) -> str:
    made = rich(marked_html(tidy(pieces)))
    words = made.text()
    made.deleteLater()
    return words

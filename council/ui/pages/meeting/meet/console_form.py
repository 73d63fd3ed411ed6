"""The base of the console's forms.

Each opens in the middle column, keeps what is half typed, and is finished with Ctrl+Enter (Enter,
where there is one line).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QPlainTextEdit, QWidget

from council.domain.text import Text
from council.ui.draft import Draft, draft_key
from council.ui.kit import GROW, Button, icon, label, row, small
from council.ui.pages.meeting.meet.keys import is_enter

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.domain.messages import Message
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.hold import KeyHold
    from council.ui.pages.meeting.meet.snapshot import Snapshot


class ConsoleForm(QFrame):
    """Base of the forms. What is typed is kept as a draft; a restart shows it again.

    Signals: ``closed()`` when it was finished or given up.
    """

    closed = Signal()
    name = ""
    one_line = False

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__()
        self.setProperty("role", "open")
        self.context, self.meeting_uid = context, meeting_uid
        self.shot: Snapshot | None = None
        self.hold: KeyHold | None = None
        self.inputs: dict[str, QWidget] = {}
        self._loading = False
        self._draft = Draft(context, draft_key(meeting_uid, self.name), self._all_values, self)
        key = "Enter" if self.one_line else "Ctrl Enter"
        self.done_button = Button(self.tr("Record"), "check", "primary", key)
        self.cancel_button = Button(self.tr("Cancel"), None, "plain", "Esc")
        self.done_button.clicked.connect(self.submit)
        self.cancel_button.clicked.connect(self.give_up)
        self._head = label("", "body", "strong")
        self.problem = small("", "no", "medium", wrap=True)
        self.problem.hide()

    # ------------------------------------------------------------------ building

    def head_row(self, glyph: str, words: str) -> QWidget:
        """Make the form's first line."""
        self._head.setText(words)
        holder = QWidget()
        holder.setLayout(row(icon(glyph, "accent", 20, "fill"), self._head, GROW, gap=8))
        return holder

    def foot_row(self) -> QWidget:
        """Make the form's last line."""
        holder = QWidget()
        holder.setLayout(row(self.done_button, self.cancel_button, (self.problem, 1), GROW, gap=8))
        return holder

    def take(self, name: str, widget: QWidget) -> None:
        """Make a widget one of the inputs whose value is kept as a draft."""
        self.inputs[name] = widget
        widget.installEventFilter(self)
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            widget.textChanged.connect(self._on_typed)
        elif isinstance(widget, QComboBox):
            widget.activated.connect(self._on_typed)
        elif isinstance(widget, QCheckBox):
            widget.toggled.connect(self._on_typed)

    # ------------------------------------------------------------------ drafts

    def values(self) -> dict[str, str]:
        """Return what is typed."""
        found: dict[str, str] = {}
        for name, widget in self.inputs.items():
            if isinstance(widget, QLineEdit):
                found[name] = widget.text()
            elif isinstance(widget, QPlainTextEdit):
                found[name] = widget.toPlainText()
            elif isinstance(widget, QComboBox):
                found[name] = str(widget.currentData() or "")
            elif isinstance(widget, QCheckBox):
                found[name] = "yes" if widget.isChecked() else ""
        return found

    def load(self, values: dict[str, str]) -> None:
        """Fill the inputs."""
        self._loading = True
        for name, widget in self.inputs.items():
            words = values.get(name, "")
            if isinstance(widget, QLineEdit):
                widget.setText(words)
            elif isinstance(widget, QPlainTextEdit):
                widget.setPlainText(words)
                widget.moveCursor(widget.textCursor().MoveOperation.End)
            elif isinstance(widget, QComboBox):
                widget.setCurrentIndex(max(0, widget.findData(words)))
            elif isinstance(widget, QCheckBox):
                widget.setChecked(bool(words))
        self._loading = False
        self.problem.hide()

    def draft(self) -> dict[str, str]:
        """Return what was kept, empty when nothing was."""
        return self._draft.kept()

    def _all_values(self) -> dict[str, str]:
        return {**self.values(), **self.more()}

    def more(self) -> dict[str, str]:
        """Return what else belongs into the draft."""
        return {}

    def drop_draft(self) -> None:
        """Forget the draft."""
        self._draft.drop()

    def _on_typed(self) -> None:
        if not self._loading and self.isVisible():
            self._draft.touch()

    def flush(self) -> None:
        """Keep at once what still waits for a pause."""
        self._draft.flush()

    # ------------------------------------------------------------------ opening and closing

    def start(self, shot: Snapshot) -> None:
        """Open the form, with its draft if there is one."""
        self.shot = shot
        self.load(self.draft())
        self.show()
        self.first().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def first(self) -> QWidget:
        """Return the input to begin with."""
        return next(iter(self.inputs.values()))

    def show_meeting(self, shot: Snapshot) -> None:
        """Learn what changed; what is typed stays."""
        self.shot = shot

    def give_up(self) -> None:
        """Close without recording."""
        self.drop_draft()
        self.closed.emit()

    def submit(self) -> None:
        """Record what is typed."""
        raise NotImplementedError

    def send(self, service: Callable[..., object], *args: Any, **named: Any) -> None:
        """Run the service; the form closes when it is done and stays when it is refused."""
        if self.hold is None:
            raise RuntimeError("a form is connected before it is used")
        self.hold.run(
            self.context,
            self._draft.recording(service),
            *args,
            on_done=self._on_recorded,
            on_error=self.refuse,
            **named,
        )

    def _on_recorded(self, _value: object) -> None:
        self._draft.wait()
        self.load({})
        self.closed.emit()

    def refuse(self, message: Message) -> None:
        """Say why it cannot be recorded."""
        self.complain(self.context.say(message))

    def complain(self, words: str) -> None:
        """Say what is missing."""
        self.problem.setText(words)
        self.problem.show()

    def text(self, name: str) -> Text:
        """Return an input's words as a text in the council's first language."""
        return Text.of(self.values()[name].strip(), self.context.council.languages[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+Enter, Enter in a line, and Escape."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            alone = self.one_line and isinstance(watched, QLineEdit | QComboBox)
            if is_enter(event) and (control or alone):
                self.submit()
                return True
            if is_enter(event) and isinstance(watched, QLineEdit):
                self.focusNextChild()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.give_up()
                return True
        return super().eventFilter(watched, event)

"""The forms of the console.

Each opens in the middle column, keeps what is half typed, and is finished with Ctrl+Enter (Enter,
where there is one line).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QPlainTextEdit, QWidget

from council.domain import calendars
from council.domain.messages import InputRefused, Message
from council.domain.text import Text
from council.services import actions, drafts
from council.services.session import attendance, notes
from council.ui.kit import (
    GROW,
    Button,
    Field,
    check,
    combo,
    icon,
    label,
    line_edit,
    row,
    small,
    stack,
    text_edit,
)
from council.ui.pages.meeting.meet.keys import as_latin, is_enter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from council.services.session.attendance import RoomRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.hold import KeyHold
    from council.ui.pages.meeting.meet.snapshot import Snapshot

DRAFT_MS = 250


def draft_key(meeting_uid: str, name: str) -> str:
    """Return the key under which a half-typed form of a meeting is kept."""
    return f"meet:{meeting_uid}:{name}"


def find_person(words: str, people: Sequence[RoomRow], language: str) -> RoomRow | None:
    """Return who is meant by a code, initials or the beginning of a name; None when unclear."""
    typed = words.strip().casefold()
    if not typed:
        return None
    codes = {typed, as_latin(words.strip()).casefold()}
    for one in people:
        if one.code.casefold() in codes:
            return one
    named = [one for one in people if _initials(one, language) == typed]
    if len(named) != 1:
        named = [one for one in people if _begins(one, typed)]
    return named[0] if len(named) == 1 else None


def _initials(one: RoomRow, language: str) -> str:
    return "".join(part[0] for part in one.name.show(language).split()).casefold()


def _begins(one: RoomRow, typed: str) -> bool:
    for _language, words in one.name:
        folded = words.casefold()
        if folded.startswith(typed) or any(p.startswith(typed) for p in folded.split()):
            return True
    return False


class PersonField(QWidget):
    """A line that takes a code, initials or a name, and says who is understood."""

    def __init__(self, words: str, language: str) -> None:
        super().__init__()
        self._language = language
        self.people: Sequence[RoomRow] = ()
        self.line = line_edit("", self.tr("Code or name"), words)
        self.field = Field(words, self.line, " ")
        self.line.textChanged.connect(self._tell)
        self.setLayout(stack(self.field, gap=0))

    def set_people(self, people: Sequence[RoomRow]) -> None:
        """Choose among these."""
        self.people = people
        self._tell()

    def set_words(self, words: str) -> None:
        """Ask in other words."""
        for child in self.field.findChildren(QLabel):
            if child.buddy() is self.line:
                child.setText(words)
        self.line.setAccessibleName(words)

    def person(self) -> RoomRow | None:
        """Return who is understood."""
        return find_person(self.line.text(), self.people, self._language)

    def wrong(self) -> bool:
        """Tell whether something is typed that means nobody."""
        return bool(self.line.text().strip()) and self.person() is None

    def _tell(self) -> None:
        found = self.person()
        if found is not None:
            self.field.set_hint(found.name.show(self._language))
        elif self.line.text().strip():
            self.field.set_hint(self.tr("Nobody in the room matches this"))
        else:
            self.field.set_hint(" ")


class ConsoleForm(QFrame):
    """Base of the forms. What is typed is kept as a draft; where it ``reopens`` a restart shows it.

    Signals: ``closed()`` when it was finished or given up.
    """

    closed = Signal()
    name = ""
    one_line = False
    reopens = True

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__()
        self.setProperty("role", "open")
        self.context, self.meeting_uid = context, meeting_uid
        self.shot: Snapshot | None = None
        self.hold: KeyHold | None = None
        self.inputs: dict[str, QWidget] = {}
        self._loading = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self.keep_draft)
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
        self._loading = False
        self.problem.hide()

    def draft(self) -> dict[str, str]:
        """Return what was kept, empty when nothing was."""
        kept = drafts.get(self.context.reader, draft_key(self.meeting_uid, self.name))
        return dict(json.loads(kept)) if kept else {}

    def keep_draft(self) -> None:
        """Keep what is typed outside the record."""
        self._timer.stop()
        key = draft_key(self.meeting_uid, self.name)
        words = json.dumps({**self.values(), **self.more()}, ensure_ascii=False)
        self.context.dispatcher.jot(drafts.put, key, words)

    def more(self) -> dict[str, str]:
        """Return what else belongs into the draft."""
        return {}

    def drop_draft(self) -> None:
        """Forget the draft."""
        self._timer.stop()
        self.context.dispatcher.jot(drafts.drop, draft_key(self.meeting_uid, self.name))

    def _on_typed(self) -> None:
        if not self._loading and self.isVisible():
            self._timer.start()

    def flush(self) -> None:
        """Keep at once what the timer still waits for."""
        if self._timer.isActive():
            self.keep_draft()

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
        self._timer.stop()
        run = self.context.dispatcher.run
        if self.hold is None:
            run(service, *args, on_done=self._on_recorded, on_error=self.refuse, **named)
            return
        self.hold.run(
            self.context,
            service,
            *args,
            on_done=self._on_recorded,
            on_error=self.refuse,
            **named,
        )

    def _on_recorded(self, _value: object) -> None:
        self.drop_draft()
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


class NoteForm(ConsoleForm):
    """A free note on the item before the meeting."""

    name = "note"

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.words = text_edit("", "", self.tr("Note"), 3)
        self.take("text", self.words)
        head = self.head_row("note-pencil", self.tr("Note"))
        self.setLayout(stack(head, self.words, self.foot_row(), gap=10, pad=(16, 12, 16, 14)))

    def submit(self) -> None:
        """Record the note."""
        item = self.shot.current.uid if self.shot and self.shot.current else None
        self.send(notes.add_note, self.meeting_uid, self.text("text"), item_uid=item)


class GuestForm(ConsoleForm):
    """A guest, by name."""

    name = "guest"
    one_line = True

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.line = line_edit("", "", self.tr("Name of the guest"))
        self.take("name", self.line)
        head = self.head_row("user-plus", self.tr("Guest"))
        self.setLayout(stack(head, self.line, self.foot_row(), gap=10, pad=(16, 12, 16, 14)))

    def submit(self) -> None:
        """Add the guest."""
        self.send(attendance.add_guest, self.meeting_uid, self.text("name"))


class CommentForm(ConsoleForm):
    """What a resident said, with or without a name."""

    name = "comment"

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.speaker = line_edit("", self.tr("Leave empty for no name"))
        stances = [
            ("neutral", self.tr("neutral")),
            ("for", self.tr("for")),
            ("against", self.tr("against")),
        ]
        self.stance = combo(stances, "neutral", self.tr("Stance"))
        self.summary = text_edit(lines=3)
        self.may_print = check(self.tr("The name may be printed"))
        for name, widget in (
            ("speaker", self.speaker), ("stance", self.stance), ("summary", self.summary),
        ):  # fmt: skip
            self.take(name, widget)
        head = self.head_row("chat-text", self.tr("Public comment"))
        who = row(
            (Field(self.tr("Speaker"), self.speaker), 2),
            (Field(self.tr("Stance"), self.stance), 1),
            gap=12,
        )
        body = Field(self.tr("What was said"), self.summary)
        self.setLayout(
            stack(head, who, body, self.may_print, self.foot_row(), gap=8, pad=(16, 12, 16, 14))
        )

    def submit(self) -> None:
        """Record the comment."""
        item = self.shot.current.uid if self.shot and self.shot.current else None
        self.send(
            notes.add_comment,
            self.meeting_uid,
            item_uid=item,
            speaker=self.text("speaker"),
            stance=self.values()["stance"] or "neutral",
            summary=self.text("summary"),
            may_print_name=self.may_print.isChecked(),
        )


class ActionForm(ConsoleForm):
    """Who does what by when."""

    name = "action"

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.what = line_edit()
        self.owner = PersonField(self.tr("Who"), context.language)
        self.due = line_edit("", self.tr("such as 19 Nov 2026"))
        self.due_field = Field(self.tr("By when"), self.due, " ")
        for name, widget in (("what", self.what), ("owner", self.owner.line), ("due", self.due)):
            self.take(name, widget)
        self.due.textChanged.connect(self._tell_due)
        head = self.head_row("list-checks", self.tr("Action item"))
        who = row((self.owner, 1), (self.due_field, 1), gap=12)
        what = Field(self.tr("What"), self.what)
        self.setLayout(stack(head, what, who, self.foot_row(), gap=8, pad=(16, 12, 16, 14)))

    def start(self, shot: Snapshot) -> None:
        """Open with the people of the meeting."""
        self.owner.set_people([r for r in shot.room if r.person_uid])
        super().start(shot)

    def _tell_due(self) -> None:
        typed = self.due.text().strip()
        words = " "
        if typed:
            try:
                day = calendars.parse_date(typed, self.context.language)
            except (InputRefused, ValueError):
                words = self.tr("not a day yet")
            else:
                words = calendars.long_date(day, self.context.language, weekday=True)
        self.due_field.set_hint(words)

    def submit(self) -> None:
        """Give the action out; a name that is nobody's is kept as typed."""
        values, due = self.values(), None
        if values["due"].strip():
            try:
                due = calendars.parse_date(values["due"], self.context.language)
            except (InputRefused, ValueError):
                self.complain(self.tr("Write a day, such as 19 Nov 2026."))
                self.due.setFocus()
                return
        person = self.owner.person()
        item = self.shot.current.uid if self.shot and self.shot.current else None
        self.send(
            actions.add_action,
            what=self.text("what"),
            owner_uid=person.person_uid if person else None,
            owner=Text() if person else self.text("owner"),
            due_on=due,
            meeting_uid=self.meeting_uid,
            item_uid=item,
        )

"""The editor of one agenda item; every field is kept when it is left or Enter is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from council.domain.text import Text
from council.domain.vocabulary import ItemKind, ItemState
from council.services import drafts
from council.services.planning import agenda, agenda_bulk
from council.ui.i18n import LANGUAGES
from council.ui.kit import (
    GROW,
    Button,
    Field,
    SegmentedSwitch,
    check,
    combo,
    frame,
    label,
    line_edit,
    refill,
    row,
    small,
    stack,
    text_edit,
)
from council.ui.pages.meeting.papers.card import PapersCard
from council.ui.pages.rulings import RulingLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.domain.rulings import Ruling
    from council.services.planning.agenda import ItemRow
    from council.ui.context import Context

DRAFT_MS = 400


def draft_key(uid: str, name: str, language: str) -> str:
    """Return the key under which a half-typed field is kept."""
    return f"item:{uid}:{name}:{language}"


class Inspector(QWidget):
    """Title, kind, minutes, presenter, motion, text and papers of the item that is chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.item: ItemRow | None = None
        self._filling = False
        self._dirty: set[QWidget] = set()
        self._edits: dict[tuple[str, str], QLineEdit | QPlainTextEdit] = {}
        kinds = [(k.value, context.word(f"item_kind.{k.value}")) for k in ItemKind]
        self.kind = combo(kinds, name=self.tr("Kind"))
        self.kind.activated.connect(self._on_kind)
        self.minutes = line_edit("", "–", self.tr("Minutes"), 68)
        self.closed = check(self.tr("Closed session: not printed in public"))
        self.closed.clicked.connect(self._on_closed)
        self.consent = check(self.tr("Decided together, without debate"))
        self.consent.clicked.connect(self._on_consent)
        self.pull = Button(self.tr("Pull out"), "arrow-square-out", "quiet", dense=True)
        self.pull.setToolTip(self.tr("Deal with it by itself, after the items decided together"))
        self.pull.clicked.connect(self._on_pull)
        self.topic = combo([("", "")], name=self.tr("Who votes on it"))
        self.topic.activated.connect(self._on_topic)
        self._topics: tuple[tuple[str, str], ...] = ()
        self._topic_field = Field(self.tr("Who votes on it"), self.topic)
        self._barred = small("", "ink_2", wrap=True)
        self._remarks = stack(gap=8)
        self._remarks_box = frame("well", row((self._remarks, 1), pad=(12, 10, 12, 10)))
        self._head = label("", "small", "strong", "ink_2")
        languages = context.council.languages
        shown = context.language if context.language in languages else languages[0]
        choices = [(code, LANGUAGES.get(code, code)) for code in languages]
        self.language = SegmentedSwitch(choices, shown, self.tr("Language of the agenda"))
        if len(languages) < 2:
            self.language.hide()
        self.language.chosen.connect(self._show_language)
        self._fields: dict[tuple[str, str], Field] = {}
        self.papers = PapersCard(context)
        self.history = Button(self.tr("This matter before"), "repeat", "quiet")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self.keep_drafts)
        self._lay_out()
        self._watch(self.minutes)
        self._show_language(shown)

    # ---------------------------------------------------------------------- building

    def _lay_out(self) -> None:
        box: QVBoxLayout = stack(row(self._head, GROW, self.language), gap=10, pad=(16, 14, 16, 12))
        box.addWidget(self._remarks_box)
        self._remarks_box.hide()
        self._add_texts(box, "title", self.tr("Title"), 1)
        box.addLayout(
            row(
                (Field(self.tr("Kind"), self.kind), 1),
                Field(self.tr("Minutes"), self.minutes, width=68),
                gap=12,
            )
        )
        box.addWidget(self._topic_field)
        box.addWidget(self._barred)
        self._topic_field.hide()
        self._barred.hide()
        self._add_texts(box, "presenter", self.tr("Presented by"), 1)
        self._add_texts(box, "proposed_motion", self.tr("Motion to be proposed"), 4)
        self._add_texts(box, "body", self.tr("Text"), 3)
        box.addLayout(row((self.consent, 1), self.pull, gap=8))
        box.addWidget(self.closed)
        self._add_texts(box, "closed_ground", self.tr("Legal ground of the closed session"), 1)
        box.addWidget(self.papers)
        box.addLayout(row(self.history, GROW))
        box.addStretch(1)
        self.setLayout(box)

    def _add_texts(self, box: QVBoxLayout, name: str, words: str, lines: int) -> None:
        """Add a field for each language of the council; one language is shown at a time."""
        for language in self.context.council.languages:
            made: QLineEdit | QPlainTextEdit
            made = line_edit() if lines == 1 else text_edit(lines=lines)
            policy = QSizePolicy.Policy
            made.setSizePolicy(policy.Expanding, policy.Fixed)
            if lines > 1:  # the style sheet's least height would let it shrink to one line
                made.setStyleSheet(f"min-height: {lines * 25 + 14}px")
                made.setMaximumHeight(lines * 25 + 32)
            self._edits[name, language] = made
            self._fields[name, language] = Field(words, made)
            box.addWidget(self._fields[name, language])
            self._watch(made)

    def _show_language(self, shown: str) -> None:
        """Show the fields of one language; where it has no words yet the others are hinted."""
        for (name, language), field in self._fields.items():
            closed = name != "closed_ground" or bool(self.item and self.item.closed)
            field.setVisible(language == shown and closed)
            text: Text = getattr(self.item, name) if self.item else Text()
            self._edits[name, language].setPlaceholderText(text.show(language))

    def _watch(self, edit: QLineEdit | QPlainTextEdit) -> None:
        edit.installEventFilter(self)
        edit.textChanged.connect(self._on_typed)

    def edit(self, name: str, language: str = "") -> QLineEdit | QPlainTextEdit:
        """Return the field of a text in a language, the council's first when none is said."""
        return self._edits[name, language or self.context.council.languages[0]]

    # ---------------------------------------------------------------------- showing

    def show_item(self, item: ItemRow | None) -> None:
        """Show an item; what is being typed into the one shown is not disturbed."""
        same = item is not None and self.item is not None and item.uid == self.item.uid
        if not same:
            self.commit()
        self.item = item
        self.setEnabled(item is not None)
        self._let_change(on=item is not None and item.state != ItemState.STRUCK)
        self._filling = True
        self._fill(item)
        self._show_language(self.language.value())
        self._filling = False

    def _let_change(self, *, on: bool) -> None:
        """Let the item be changed; a struck one is only read, its papers and its history too."""
        boxes = (self.kind, self.minutes, self.closed, self.consent, self.pull, self.topic)
        for widget in (*boxes, *self._edits.values()):
            widget.setEnabled(on)
        self.papers.let_change(on=on)

    def _fill(self, item: ItemRow | None) -> None:
        self._head.setText(self.tr("Item {number}").format(number=item.number) if item else "")
        for (name, language), edit in self._edits.items():
            if edit in self._dirty:
                continue
            text: Text = getattr(item, name) if item else Text()
            stored = text.get(language)
            draft = ""
            if item is not None:
                draft = drafts.get(self.context.reader, draft_key(item.uid, name, language))
            _put(edit, draft or stored)
            if draft and draft != stored:
                self._dirty.add(edit)
        if self.minutes not in self._dirty:
            minutes = item.minutes if item else None
            _put(self.minutes, "" if minutes is None else str(minutes))
        self.kind.setCurrentIndex(max(0, self.kind.findData(item.kind.value if item else "")))
        self.closed.setChecked(bool(item and item.closed))
        self.consent.setChecked(bool(item and item.consent))
        self.pull.setVisible(bool(item and item.consent))
        self.papers.show_item(item)

    def show_rules(
        self, rulings: Sequence[Ruling], topics: Sequence[tuple[str, str]], barred: str
    ) -> None:
        """Show what the rules say of the item, the topics they know, who may not vote on it."""
        uid = self.item.topic if self.item else ""
        choices = [("", self.tr("Every voting member")), *topics]
        if uid not in {code for code, _ in choices}:
            choices.append((uid, uid))  # of rules that hold no longer; it stays until changed
        if tuple(choices) != self._topics:
            self._topics = tuple(choices)
            self.topic.clear()
            for code, words in choices:
                self.topic.addItem(words, code)
        self.topic.setCurrentIndex(max(0, self.topic.findData(uid)))
        self._topic_field.setVisible(len(choices) > 1)
        self._barred.setText(barred)
        self._barred.setVisible(bool(barred))
        lines = [RulingLine(self.context, one, size="small") for one in rulings]
        refill(self._remarks, *lines)
        self._remarks_box.setVisible(bool(lines))

    # ---------------------------------------------------------------------- keeping

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a field when it is left or Enter is pressed (Ctrl+Enter in one of several lines)."""
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if enter and (isinstance(watched, QLineEdit) or control):
                self.commit()
                return True
        return super().eventFilter(watched, event)

    def _on_typed(self) -> None:
        sender = self.sender()
        if not self._filling and isinstance(sender, QWidget):
            self._dirty.add(sender)
            self._timer.start()

    def keep_drafts(self) -> None:
        """Keep what is half typed outside the record, so that a crash loses nothing."""
        if self.item is None:
            return
        for (name, language), edit in self._edits.items():
            if edit in self._dirty:
                key = draft_key(self.item.uid, name, language)
                self.context.dispatcher.jot(drafts.put, key, _text(edit))

    def commit(self) -> None:
        """Write what was changed into the record."""
        self._timer.stop()
        if self.item is None or not self._dirty:
            return
        item, dirty = self.item, self._dirty
        self._dirty = set()
        fields: dict[str, Any] = {}
        for (name, language), edit in self._edits.items():
            if edit not in dirty:
                continue
            base: Text = fields.get(name, getattr(item, name))
            fields[name] = base.put(language, _text(edit).strip())
            self.context.dispatcher.jot(drafts.drop, draft_key(item.uid, name, language))
        if self.minutes in dirty:
            typed = self.minutes.text().strip()
            if not typed or typed.isdecimal():
                fields["minutes"] = int(typed) if typed else None
        if not fields.get("title", True):  # a title is never empty: the old one stays
            del fields["title"]
        changed = {n: v for n, v in fields.items() if v != getattr(item, n)}
        if changed:
            self.context.dispatcher.run(agenda.change_item, item.uid, **changed)
        else:
            self.show_item(item)

    def _change(self, **fields: Any) -> None:
        if self.item is not None:
            self.context.dispatcher.run(agenda.change_item, self.item.uid, **fields)

    def _on_kind(self) -> None:
        self._change(kind=self.kind.currentData())

    def _on_topic(self) -> None:
        self._change(topic=self.topic.currentData() or "")

    def _on_closed(self, on: bool) -> None:
        self._change(closed=on)
        if on:  # the law asks for the ground: it is what one types next
            self.edit("closed_ground", self.language.value()).setFocus()

    def _on_consent(self, on: bool) -> None:
        self._change(consent=on)

    def _on_pull(self) -> None:
        if self.item is not None:
            self.context.dispatcher.run(agenda_bulk.pull_from_consent, self.item.uid)


def _text(edit: QLineEdit | QPlainTextEdit) -> str:
    return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()


def _put(edit: QLineEdit | QPlainTextEdit, words: str) -> None:
    if _text(edit) == words:
        return
    if isinstance(edit, QLineEdit):
        edit.setText(words)
        edit.setCursorPosition(0)
    else:
        edit.setPlainText(words)

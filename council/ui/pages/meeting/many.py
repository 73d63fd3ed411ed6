"""The editor of several agenda items at once: what is changed here is changed in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from council.domain import calendars
from council.domain.text import Text
from council.domain.vocabulary import ItemKind, ItemState
from council.services.planning import agenda_bulk
from council.ui.kit import (
    GROW,
    Button,
    Field,
    check,
    combo,
    hline,
    label,
    line_edit,
    row,
    small,
    stack,
)
from council.ui.pages.meeting.plan_moves import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from council.services.planning.agenda import ItemRow
    from council.ui.context import Context

MIXED = "mixed"


class ManyItems(QWidget):
    """Kind, minutes, who votes, presenter, consent and closed session of all chosen items.

    A field shows what all of them have, else that they differ; only what is touched is written.

    Signals: ``copies_wanted(list)``, ``remove_wanted(list)`` with the uids.
    """

    copies_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.items: list[ItemRow] = []
        self._topics: tuple[tuple[str, str], ...] | None = None
        self._head = label("", 17, "strong")
        self._note = small("", "ink_2", wrap=True)
        kinds = [(k.value, context.word(f"item_kind.{k.value}")) for k in ItemKind]
        self.kind = combo([(MIXED, self.tr("differ")), *kinds], name=self.tr("Kind"))
        self.minutes = line_edit("", "–", self.tr("Minutes of each"), 86)
        self.topic = combo([], name=self.tr("Who votes on them"))
        self.presenter = line_edit("", "", self.tr("Presented by"))
        self.consent = check(self.tr("Decided together, without debate"))
        self.closed = check(self.tr("Closed session: not printed in public"))
        self.ground = line_edit("", "", self.tr("Legal ground of the closed session"))
        self.copies = Button(self.tr("Duplicate"), "copy", "quiet", dense=True)
        self.remove = Button(self.tr("Remove"), "trash", "quiet", dense=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._topic_field = Field(self.tr("Who votes on them"), self.topic)
        self._minutes_field = Field(self.tr("Minutes of each"), self.minutes, width=110)
        self._ground_field = Field(self.tr("Legal ground"), self.ground)
        self.setLayout(
            stack(
                self._head,
                self._note,
                row((Field(self.tr("Kind"), self.kind), 1), self._minutes_field, gap=12),
                self._topic_field,
                Field(self.tr("Presented by"), self.presenter),
                self.consent,
                self.closed,
                self._ground_field,
                hline(),
                row(self.copies, self.remove, GROW, gap=8),
                GROW,
                gap=10,
                pad=(16, 14, 16, 12),
            )
        )

    def _connect(self) -> None:
        self.kind.activated.connect(self._on_kind)
        self.topic.activated.connect(self._on_topic)
        self.minutes.editingFinished.connect(self.keep_minutes)
        self.presenter.editingFinished.connect(self._on_presenter)
        self.ground.editingFinished.connect(self._on_ground)
        self.consent.clicked.connect(self._on_consent)
        self.closed.clicked.connect(self._on_closed)
        self.copies.clicked.connect(self._on_copies)
        self.remove.clicked.connect(self._on_remove)

    # ---------------------------------------------------------------------- showing

    def show_items(self, items: Sequence[ItemRow], topics: Sequence[tuple[str, str]]) -> None:
        """Show what these items have in common."""
        if [one.uid for one in items] != [one.uid for one in self.items]:
            self.commit()
        self.items = list(items)
        self._head.setText(count_words(len(items)))
        minutes = sum(one.minutes or 0 for one in items)
        words = self.tr("{minutes} min together. What you change here is changed in all of them.")
        self._note.setText(words.format(minutes=minutes))
        self._show_topics(topics)
        self._pick(self.kind, [one.kind.value for one in items])
        self._pick(self.topic, [one.topic for one in items])
        self._show_words()
        _tick(self.consent, [one.consent for one in items])
        _tick(self.closed, [one.closed for one in items])
        self._ground_field.setVisible(any(one.closed for one in items))
        self.setEnabled(any(one.state != ItemState.STRUCK for one in items))

    def _show_topics(self, topics: Sequence[tuple[str, str]]) -> None:
        if self._topics == tuple(topics):
            return
        self._topics = tuple(topics)
        self.topic.clear()
        for code, words in ((MIXED, self.tr("differ")), ("", self.tr("Every voting member")),
                            *topics):  # fmt: skip
            self.topic.addItem(words, code)
        self._topic_field.setVisible(bool(topics))

    def _pick(self, box: QComboBox, values: list[str]) -> None:
        same = values[0] if len(set(values)) == 1 else MIXED
        box.setCurrentIndex(max(0, box.findData(same)))

    def _show_words(self) -> None:
        language, differ = self.context.language, self.tr("differ")
        minutes = {one.minutes for one in self.items}
        told = "" if len(minutes) > 1 or None in minutes else str(min(m or 0 for m in minutes))
        shown = (
            (self.minutes, [told], len(minutes) > 1),
            (self.presenter, [one.presenter.show(language) for one in self.items], False),
            (self.ground, [one.closed_ground.show(language) for one in self.items], False),
        )
        for edit, values, apart in shown:
            if edit.isModified():
                continue
            apart = apart or len(set(values)) > 1
            edit.setText("" if apart else values[0])
            edit.setPlaceholderText(differ if apart else "–" if edit is self.minutes else "")

    # ---------------------------------------------------------------------- keeping

    def commit(self) -> None:
        """Write what is half typed."""
        self.keep_minutes()
        self._on_presenter()
        self._on_ground()

    def _change(self, **fields: Any) -> None:
        if uids := [one.uid for one in self.items]:
            self.context.dispatcher.run(agenda_bulk.change_items, uids, **fields)

    def _on_kind(self) -> None:
        if self.kind.currentData() != MIXED:
            self._change(kind=self.kind.currentData())

    def _on_topic(self) -> None:
        if self.topic.currentData() != MIXED:
            self._change(topic=self.topic.currentData())

    def keep_minutes(self) -> None:
        """Give each item the minutes that were typed; none when the field was emptied."""
        if not self.minutes.isModified():
            return
        typed = calendars.fold_digits(self.minutes.text().strip())
        if typed and not typed.isdecimal():
            self._minutes_field.set_error(self.tr("A number, please."))
            return
        self._minutes_field.set_error("")
        self.minutes.setModified(False)
        self._change(minutes=int(typed) if typed else None)

    def _on_presenter(self) -> None:
        if self.presenter.isModified():
            self.presenter.setModified(False)
            self._change(presenter=self._text(self.presenter.text()))

    def _on_ground(self) -> None:
        if self.ground.isModified():
            self.ground.setModified(False)
            closed = [one.uid for one in self.items if one.closed]
            ground = self._text(self.ground.text())
            self.context.dispatcher.run(agenda_bulk.change_items, closed, closed_ground=ground)

    def _text(self, words: str) -> Text:
        return Text.of(words.strip(), self.context.language) if words.strip() else Text()

    def _on_consent(self, on: bool) -> None:
        self._change(consent=on)

    def _on_closed(self, on: bool) -> None:
        self._change(closed=on)

    def _on_copies(self) -> None:
        self.copies_wanted.emit([one.uid for one in self.items])

    def _on_remove(self) -> None:
        self.remove_wanted.emit([one.uid for one in self.items])


def _tick(box: QCheckBox, values: list[bool]) -> None:
    """Tick a box as all are, half when they differ; a click then ticks it whole."""
    differ = len(set(values)) > 1
    box.setTristate(False)
    state = Qt.CheckState.PartiallyChecked if differ else Qt.CheckState.Unchecked
    box.setCheckState(Qt.CheckState.Checked if values and all(values) else state)
    if not differ:
        box.setTristate(False)

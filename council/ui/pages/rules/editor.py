"""Change one rule for this council: fields fit for it, and how it will read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from council.domain.messages import CouncilError, Message
from council.domain.text import Text
from council.services import bylaws
from council.services import council as council_service
from council.services.rules import fields
from council.services.rules.preview import Preview, preview
from council.ui.kit import (
    GROW,
    Banner,
    Button,
    Field,
    frame,
    group,
    hline,
    label,
    line_edit,
    row,
    set_color,
    small,
    stack,
)
from council.ui.pages.members.edits import typed_day
from council.ui.pages.rules.inputs import Input, input_for

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from council.domain.rules.layers import Rules
    from council.ui.context import Context

_PART_OF_WINDOW = 7
_LEAST = 80


class _Capped(QScrollArea):
    """Text as high as it is, up to a part of the window; longer text scrolls."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewport(QWidget())
        self._text = QWidget()
        self._text.setLayout(layout)
        self.setWidget(self._text)
        self._text.setAutoFillBackground(False)

    def fit(self) -> None:
        """Take the height of the text that stands there now."""
        layout = self._text.layout()
        if layout is None:
            return
        layout.activate()
        width, most = max(self.width(), 200), self._most()
        scrolls = layout.heightForWidth(width) > most
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if scrolls else policy.ScrollBarAlwaysOff
        )
        width -= self.verticalScrollBar().sizeHint().width() if scrolls else 0
        wanted = layout.heightForWidth(width)
        self._text.resize(width, wanted)
        layout.setGeometry(self._text.rect())
        self.setFixedHeight(min(wanted, most))

    def _most(self) -> int:
        return max(self.window().height() // _PART_OF_WINDOW, _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew when it gets wider or narrower."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()


class RuleEditor(QWidget):
    """The fields of one rule; ``footer`` tells what they make before it is kept.

    Signals: ``kept()`` after it was written, ``closed()`` when it was given up.
    """

    kept = Signal()
    closed = Signal()

    def __init__(self, context: Context, key: str, rules: Rules) -> None:
        super().__init__()
        self._context, self._key, self._rules = context, key, rules
        value = rules.find(key)
        self._before = value.data if value is not None else None
        self.inputs = self._inputs()
        self.article = line_edit(value.article if value else "", "V.3")
        self.reason = line_edit(value.reason.show(context.language) if value else "")
        self.day = line_edit("")
        self._day_field = Field(
            self.tr("From"), self.day, self.tr("Empty: from now on"), optional=True
        )
        self._reads = label("", wrap=True)
        self._note = small("", "ink_3", wrap=True)
        self._binds = Banner("", "warn")
        self._told = _Capped(stack(self._reads, self._note, self._binds, gap=6))
        self.save = Button(self.tr("Keep this rule"), "check", "primary", "Ctrl Enter")
        self.cancel = Button(self.tr("Cancel"))
        self._lay_out()
        self._connect()
        self._fill()

    # ------------------------------------------------------------------------ widgets

    def _inputs(self) -> list[Input]:
        found = fields.fields_of(self._key, self._before, self._rules)
        return [input_for(self._context, field) for field in found]

    def _lay_out(self) -> None:
        article = Field(self.tr("Article of your bylaws"), self.article, optional=True)
        reason = Field(self.tr("Reason"), self.reason, optional=True)
        where = row((article, 1), (self._day_field, 1), gap=12)
        self.setLayout(stack(*self.inputs, where, reason, gap=12))
        self.footer = frame(
            "",
            stack(
                hline(),
                group(self.tr("It will read")),
                self._told,
                row(GROW, self.cancel, self.save, gap=8),
                gap=8,
                pad=(20, 0, 20, 14),
            ),
        )

    def _connect(self) -> None:
        for one in self.inputs:
            one.edited.connect(self._on_edited)
        for edit in (self.article, self.day):
            edit.textEdited.connect(self._on_edited)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.closed)

    def _fill(self) -> None:
        given = fields.spread(self._key, self._before)
        for one in self.inputs:
            if one.field.name in given:
                one.set_value(given[one.field.name])
        self._on_edited()

    # ------------------------------------------------------------------------ what it says

    def given(self) -> dict[str, Any]:
        """Return what the fields say that count now."""
        whole = {one.field.name: one.value() for one in self.inputs}
        return {
            one.field.name: whole[one.field.name] for one in self.inputs if one.field.counts(whole)
        }

    def data(self) -> Any:
        """Return the rule's data as the fields make it."""
        return fields.gather(self._key, self.given(), self._before)

    def _on_edited(self) -> None:
        shown = {one.field.name: one.value() for one in self.inputs}
        for one in self.inputs:
            one.setVisible(one.field.counts(shown))
        read, day = typed_day(self._context, self.day.text(), self._day_field.set_error)
        if not read:
            self.save.setEnabled(False)
            return
        try:
            found = self._preview(day)
        except CouncilError as refused:
            self._refuse(refused.message)
            return
        self._show(found)

    def _preview(self, day: date | None) -> Preview:
        reader = self._context.reader
        on_date = day or reader.today()
        packs, kept = council_service.rule_sources(reader, on_date)
        article = self.article.text().strip()
        return preview(packs, kept, self._key, self.data(), on_date, article=article)

    def _show(self, found: Preview) -> None:
        say = self._context.say
        self._reads.setText(say(found.ours.sentence))
        set_color(self._reads, "ink")
        same = self.tr("The rules say the same without it.")
        self._note.setText(same if found.same else "")
        self._note.setVisible(found.same)
        barred = None if found.same or found.ours.binds else found.ours.why
        why = say(Message("rule_layer.not_binding", {"why": barred})) if barred else ""
        self._binds.set_text(why)
        self._binds.setVisible(bool(why))
        self._told.fit()
        self.save.setEnabled(True)

    def _refuse(self, message: Message) -> None:
        """Say why the value cannot be kept."""
        reason = message.params.get("reason", message)
        self._reads.setText(self._context.say(reason))
        set_color(self._reads, "no")
        self._note.setVisible(False)
        self._binds.setVisible(False)
        self._told.fit()
        self.save.setEnabled(False)

    # ------------------------------------------------------------------------ keeping it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep by Ctrl+Enter, give up by Escape."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_save()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _on_save(self) -> None:
        if not self.save.isEnabled():
            return
        _read, day = typed_day(self._context, self.day.text(), self._day_field.set_error)
        self._context.dispatcher.run(
            bylaws.set_bylaw,
            self._key,
            self.data(),
            article=self.article.text().strip(),
            reason=Text.of(self.reason.text().strip(), self._context.language),
            from_on=day,
            on_done=self._on_kept,
            on_error=self._refuse,
        )

    def _on_kept(self, _: object) -> None:
        self._context.announce(self.tr("The rule is kept"))
        self.kept.emit()

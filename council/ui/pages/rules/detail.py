"""One rule of the council: what it says, who says so, what each layer says, and its editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from council.services import bylaws
from council.services.rules import fields
from council.services.rules.lines import BYLAWS, LayerLine, RuleLine, layer_lines
from council.services.rules.preview import has_own
from council.ui.kit import (
    GROW,
    A,
    Button,
    chip,
    frame,
    group,
    icon,
    label,
    refill,
    row,
    small,
    stack,
)
from council.ui.pages.rules.editor import RuleEditor
from council.ui.pages.rules.told import show, span

if TYPE_CHECKING:
    from council.domain.rules.layers import Rules
    from council.ui.context import Context


class RuleDetail(QWidget):
    """The rule that is chosen in the list.

    Signals: ``left()`` when a narrow window should go back to the list.
    """

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._line: RuleLine | None = None
        self._rules: Rules | None = None
        self.editor: RuleEditor | None = None
        self.change = Button("", "pencil-simple")
        self.remove = Button(self.tr("Remove our rule"), None, "plain")
        self.back = Button(self.tr("All rules"), "arrow-left", "plain", dense=True)
        self.back.hide()
        self.change.clicked.connect(self.open_editor)
        self.remove.clicked.connect(self._on_remove)
        self.back.clicked.connect(self.left)
        self._top = stack(gap=8)
        self._below = stack(gap=0)
        self._foot = stack(gap=0)
        self.footer = frame("", self._foot)
        self._buttons = frame("plain", row(self.change, self.remove, GROW, gap=8))
        self.setLayout(
            stack(
                self.back,
                self._top,
                self._buttons,
                self._below,
                GROW,
                gap=14,
                pad=(20, 16, 20, 20),
            )
        )

    def key(self) -> str:
        """Return the key of the rule shown, or an empty string."""
        return self._line.key if self._line else ""

    def show_rule(self, line: RuleLine, rules: Rules) -> None:
        """Show a rule; an editor of another one is closed, one of the same stays open."""
        same = self.editor is not None and self.key() == line.key
        self._line, self._rules = line, rules
        if not same:
            self.close_editor()
        own = has_own(rules, line.key)
        self.change.set_text(
            self.tr("Change our rule") if own else self.tr("Change for this council")
        )
        self.remove.setVisible(own)
        self._buttons.setVisible(not same and fields.can_edit(line.key))
        self._show_head()

    def _show_head(self) -> None:
        """Show the rule; while it is edited only its name, the list beside it says the rest."""
        line, rules = self._line, self._rules
        if line is None or rules is None:
            return
        name = label(self._context.say(line.label), 17, "strong", wrap=True)
        if self.editor:
            refill(self._top, name)
        else:
            said = label(self._context.say(line.sentence), wrap=True)
            more = [*self._state(line), *self._layers(line, rules)]
            refill(self._top, *self._part(line), name, said, *more)

    def _part(self, line: RuleLine) -> list[QWidget]:
        """Return the name of the rule's group, where it is not the rule's own."""
        part = self._context.word(f"rule_group.{line.group}")
        return [small(part, "ink_3")] if part != self._context.say(line.label) else []

    def _state(self, line: RuleLine) -> list[QWidget]:
        context = self._context
        chips = row(gap=8)
        if line.verified:
            chips.addWidget(chip(self.tr("confirmed"), "yes", "seal-check"))
        else:
            chips.addWidget(chip(context.word("rule_state.to_confirm"), "warn", "seal-question"))
        if line.own and self._ours_binds(line.key):
            chips.addWidget(chip(context.word("rule_state.own"), "accent", "pencil-simple"))
        elif line.own:
            chips.addWidget(chip(self.tr("our rule does not bind"), "warn", "warning"))
        chips.addStretch(1)
        return [frame("plain", chips), *self._sources(line)]

    def _ours_binds(self, key: str) -> bool:
        layers = self._rules.layers_of(key) if self._rules is not None else ()
        return any(layer.pack == BYLAWS and layer.binds for layer in layers)

    def _sources(self, line: RuleLine) -> list[QWidget]:
        texts = (line.source, span(self._context, line))
        return [self._source(text) for text in texts if text]

    def _source(self, text: str) -> QWidget:
        book = icon("book-open", "ink_3", 16)
        box = row(book, (small(text, "ink_2", wrap=True), 1), gap=6)
        box.setAlignment(book, A.AlignTop)
        return frame("plain", box)

    def _layers(self, line: RuleLine, rules: Rules) -> list[QWidget]:
        found = layer_lines(line.key, rules, self._context.reader.packs)
        if len(found) < 2:
            return []
        head = frame("plain", group(self.tr("Who says what")))
        return [head, *(self._layer(one) for one in found)]

    def _layer(self, layer: LayerLine) -> QWidget:
        context = self._context
        mark = icon(
            "check-circle" if layer.binds else "minus", "yes" if layer.binds else "ink_3", 16
        )
        who = small(show(context, layer.who), "ink", "strong", wrap=True)
        state = context.word(f"authority.{layer.authority}")
        if layer.binds:
            binds = self.tr("binds")
            state = f"{state} · {binds}"
        why = small(context.say(layer.why), "ink_2", wrap=True) if layer.why else None
        words = stack(
            who,
            small(state, "ink_3"),
            label(context.say(layer.sentence), wrap=True, color="ink" if layer.binds else "ink_2"),
            small(layer.source, "ink_3", wrap=True) if layer.source else None,
            why,
            gap=1,
        )
        box = row(mark, (words, 1), gap=8, pad=(12, 8, 12, 10))
        box.setAlignment(mark, A.AlignTop)
        return frame("well", box)

    # ------------------------------------------------------------------------ changing it

    def open_editor(self) -> None:
        """Open the fields of the rule."""
        if self._line is None or self._rules is None or not fields.can_edit(self._line.key):
            return
        self.close_editor()
        self.editor = RuleEditor(self._context, self._line.key, self._rules)
        self.editor.kept.connect(self.close_editor)
        self.editor.closed.connect(self.close_editor)
        refill(self._below, self.editor)
        refill(self._foot, self.editor.footer)
        self._buttons.hide()
        self._show_head()
        self.editor.inputs[0].focus_widget().setFocus()

    def close_editor(self) -> None:
        """Take the fields away."""
        if self.editor is None:
            return
        here = QApplication.focusWidget()
        parts = (self.editor, self.editor.footer)
        inside = here is not None and any(part.isAncestorOf(here) for part in parts)
        self.editor = None
        refill(self._below)
        refill(self._foot)
        self._buttons.show()
        self._show_head()
        if inside:  # who walks on in the list stays there
            self.change.setFocus()

    def _on_remove(self) -> None:
        self._context.dispatcher.run(bylaws.remove_bylaw, self.key(), on_done=self._on_removed)

    def _on_removed(self, _: object) -> None:
        self._context.announce(self.tr("Our rule is removed; Ctrl+Z brings it back"))

"""One input for each kind of field a rule may have; each says what stands in it as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from council.domain.calendars import fold_digits
from council.ui.kit import GROW, Field, SegmentedSwitch, check, combo, line_edit, row, stack
from council.ui.pages.rules.pack_form import fitting
from council.ui.pages.rules.told import show

if TYPE_CHECKING:
    from council.services.rules.field_kinds import Field as RuleField
    from council.ui.context import Context

_YES, _NO = "yes", "no"


class Input(QWidget):
    """One field of a rule with its label.

    Signals: ``edited()`` at every key and every choice.
    """

    edited = Signal()

    def __init__(self, context: Context, field: RuleField) -> None:
        super().__init__()
        self.field = field
        self._label = context.say(field.label)
        self.setLayout(stack(self._made(context), gap=0))

    def _made(self, context: Context) -> QWidget:
        raise NotImplementedError

    def value(self) -> Any:
        """Return what stands in it; None is nothing."""
        raise NotImplementedError

    def focus_widget(self) -> QWidget:
        """Return what the keyboard goes to first."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def _on_edited(self) -> None:
        self.edited.emit()


class _Line(Input):
    """A number, a fraction or a sentence, typed."""

    def _made(self, context: Context) -> QWidget:
        wide = self.field.kind == "words"
        hint = "2/3" if self.field.kind == "fraction" else ""
        self.edit = line_edit("", hint, self._label, 0 if wide else 120)
        self.edit.textEdited.connect(self._on_edited)
        made = Field(self._label, self.edit, optional=self.field.optional)
        if wide:
            return made
        holder = QWidget()
        holder.setLayout(row(made, GROW))
        return holder

    def value(self) -> Any:
        """Return a whole number where it is one, else the words as they stand."""
        text = fold_digits(self.edit.text()).strip()
        if not text and self.field.kind != "words":
            return None
        whole = self.field.kind == "whole" and text.isascii() and text.isdigit()
        return int(text) if whole else text.replace(" ", "") if self._is_fraction() else text

    def _is_fraction(self) -> bool:
        return self.field.kind == "fraction"

    def focus_widget(self) -> QWidget:
        """Return what the keyboard goes to first."""
        return self.edit

    def set_value(self, value: Any) -> None:
        """Show a value."""
        self.edit.setText("" if value is None else str(value))


class _Choice(Input):
    """One of a few words."""

    def _made(self, context: Context) -> QWidget:
        choices = [(code, show(context, words)) for code, words in self.field.choices]
        if self.field.optional:
            nothing = QCoreApplication.translate("RuleInput", "Not set")
            choices.insert(0, ("", nothing))
        self.box = fitting(combo(choices, "", self._label))
        self.box.activated.connect(self._on_edited)
        return Field(self._label, self.box)

    def value(self) -> Any:
        """Return the code."""
        return str(self.box.currentData()) or None

    def focus_widget(self) -> QWidget:
        """Return what the keyboard goes to first."""
        return self.box

    def set_value(self, value: Any) -> None:
        """Show a code; one that is not offered gets a line of its own."""
        place = self.box.findData("" if value is None else str(value))
        if place < 0 and value is not None:
            self.box.addItem(str(value).replace("_", " "), str(value))
            place = self.box.count() - 1
        self.box.setCurrentIndex(max(0, place))


class _Truth(Input):
    """Yes or no."""

    def _made(self, context: Context) -> QWidget:
        yes = QCoreApplication.translate("RuleInput", "Yes")
        no = QCoreApplication.translate("RuleInput", "No")
        choices = [(_YES, yes), (_NO, no)]
        self.switch = SegmentedSwitch(choices, _NO, self._label)
        self.switch.chosen.connect(self._on_edited)
        holder = QWidget()
        holder.setLayout(row(self.switch, GROW))
        return Field(self._label, holder)

    def value(self) -> Any:
        """Return True or False."""
        return self.switch.value() == _YES

    def focus_widget(self) -> QWidget:
        """Return what the keyboard goes to first."""
        return self.switch

    def set_value(self, value: Any) -> None:
        """Show True or False; nothing is no."""
        self.switch.set_value(_YES if value else _NO)


class _Many(Input):
    """Any of several, ticked."""

    def _made(self, context: Context) -> QWidget:
        self.boxes: dict[str, QCheckBox] = {}
        for code, words in self.field.choices:
            box = check(show(context, words))
            box.toggled.connect(self._on_edited)
            self.boxes[code] = box
        holder = QWidget()
        holder.setLayout(stack(*self.boxes.values(), gap=4))
        return Field(self._label, holder)

    def value(self) -> Any:
        """Return the codes that are ticked."""
        return [code for code, box in self.boxes.items() if box.isChecked()]

    def focus_widget(self) -> QWidget:
        """Return what the keyboard goes to first."""
        return next(iter(self.boxes.values()))

    def set_value(self, value: Any) -> None:
        """Tick these codes."""
        for code, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(code in (value or ()))
            box.blockSignals(False)


_KINDS: dict[str, type[Input]] = {
    "whole": _Line,
    "fraction": _Line,
    "words": _Line,
    "choice": _Choice,
    "truth": _Truth,
    "many": _Many,
}


def input_for(context: Context, field: RuleField) -> Input:
    """Return the input of a field."""
    return _KINDS[field.kind](context, field)

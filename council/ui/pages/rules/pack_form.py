"""Which rule pack the council works by, since when, and the form to choose another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from council.domain.calendars import long_date
from council.services import council as council_service
from council.ui.kit import (
    GROW,
    Button,
    Elided,
    Field,
    combo,
    frame,
    icon,
    line_edit,
    row,
    small,
    stack,
)
from council.ui.pages.members.edits import typed_day

if TYPE_CHECKING:
    from council.domain.messages import Message
    from council.ui.context import Context


def pack_choices(context: Context) -> list[tuple[str, str]]:
    """Return every pack as (uid, name in the window's language)."""
    packs = context.reader.packs
    return [(uid, packs[uid].name.show(context.language)) for uid in packs]


def fitting(box: QComboBox) -> QComboBox:
    """Let a choice be as narrow as its place; long words are shortened, the list shows them all."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


class PackLine(QWidget):
    """The pack that holds today, and what comes; a button opens the form.

    Signals: ``changed()`` after another pack was chosen.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._uid = ""
        self._name = Elided("", "body", "strong", hug=True)
        self._about = Elided("", "small", color="ink_2")
        self._later = small("", "ink_2", "medium", wrap=True)
        self.open = Button(self.tr("Choose another pack"), dense=True)
        self.form: PackForm | None = None  # it reads every pack, so it is made when wanted
        glyph = icon("scales", "ink_2", 20)
        line = row(glyph, self._name, (self._about, 1), self.open, gap=10)
        self._box = stack(line, self._later, gap=4)
        self.setLayout(self._box)
        self.open.clicked.connect(self._on_open)

    def show_packs(self) -> None:
        """Show what holds today and what is chosen for later."""
        reader, language = self._context.reader, self._context.language
        packs, _own = council_service.rule_sources(reader)
        names = [pack.name.show(language) for pack in packs]
        version = packs[-1].version
        self._name.set_text(
            self.tr("{names}, version {version}").format(names=", ".join(names), version=version)
        )
        advice = self.tr("Nothing here is legal advice.")
        self._about.set_text(f"{packs[-1].source} · {advice}")
        later = [
            self.tr("From {day}: {name}").format(
                day=long_date(choice.from_on, language),
                name=reader.packs[choice.pack].name.show(language),
            )
            for choice in self._context.council.rules
            if choice.from_on and choice.from_on > reader.today() and choice.pack in reader.packs
        ]
        self._later.setText(" · ".join(later))
        self._later.setVisible(bool(later))
        self._uid = packs[-1].uid
        if self.form is not None:
            self.form.set_pack(self._uid)

    def _on_open(self) -> None:
        if self.form is None:
            self.form = PackForm(self._context)
            self.form.set_pack(self._uid)
            self.form.closed.connect(self._on_closed)
            self.form.changed.connect(self.changed)
            self._box.addWidget(self.form)
        self.form.show()
        self.open.hide()
        self.form.pack.setFocus()

    def _on_closed(self) -> None:
        if self.form is not None:
            self.form.hide()
        self.open.show()
        self.open.setFocus()


class PackForm(QWidget):
    """A pack and the day from which it holds.

    Signals: ``changed()`` after it was written, ``closed()`` when the form is done.
    """

    changed = Signal()
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.pack = fitting(combo(pack_choices(context), "", self.tr("Rule pack")))
        self.day = line_edit("")
        self._day_field = Field(
            self.tr("From"),
            self.day,
            self.tr("Empty: for all time. Your own rules stay."),
            optional=True,
            width=280,
        )
        self._pack_field = Field(self.tr("Rule pack"), self.pack)
        self.save = Button(self.tr("Choose this pack"), "check", "primary")
        self.cancel = Button(self.tr("Cancel"))
        buttons = row(GROW, self.cancel, self.save, gap=8)
        fields = row((self._pack_field, 1), self._day_field, gap=16)
        well = frame("well", stack(fields, buttons, gap=10, pad=(14, 10, 14, 12)))
        self.setLayout(stack(well, gap=0))
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.closed)

    def set_pack(self, uid: str) -> None:
        """Begin with a pack."""
        self.pack.setCurrentIndex(max(0, self.pack.findData(uid)))

    def _on_save(self) -> None:
        read, day = typed_day(self._context, self.day.text(), self._day_field.set_error)
        if not read:
            return
        own: dict[str, Any] = {}
        for choice in self._context.council.rules:
            if day is None or choice.from_on == day:
                own.update(choice.overrides)
        self._context.dispatcher.run(
            council_service.set_rules,
            str(self.pack.currentData()),
            own,
            from_on=day,
            on_done=self._on_kept,
            on_error=self._on_refused,
        )

    def _on_refused(self, message: Message) -> None:
        self._pack_field.set_error(self._context.say(message))

    def _on_kept(self, _: object) -> None:
        self._pack_field.set_error("")
        self.day.clear()
        self._context.announce(self.tr("The rules hold from that day on"))
        self.closed.emit()
        self.changed.emit()

"""The form of one training or declaration, opened in place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea

from council.domain import calendars
from council.domain.duties.eligibility import qualification_name
from council.services.duties import qualifications
from council.ui.kit import (
    GROW,
    Button,
    Field,
    combo,
    group,
    line_edit,
    row,
    stack,
)
from council.ui.once import run_once
from council.ui.pages.members.edits import typed_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from council.domain.messages import Message
    from council.services.duties.qualifications import QualificationRow
    from council.ui.context import Context

_OWN = "own"
"""What the choice holds for a qualification that neither the rules nor the record name yet."""


class QualificationForm(QFrame):
    """What it is, when it was passed, until when, the score. Enter keeps it, Escape leaves it.

    Signals: ``closed()`` when it was kept, removed or given up.
    """

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "well")
        self._context, self._person = context, ""
        self._row: QualificationRow | None = None
        self._codes: tuple[str, ...] = ()
        self.what = combo([], name=self.tr("What it is"))
        self.what.currentIndexChanged.connect(self._on_what)
        self.own, self.note = line_edit(), line_edit()
        self.passed, self.until = line_edit(), line_edit()
        self.score = line_edit(width=86)
        self.fields = {
            "what": Field(self.tr("What it is"), self.what),
            "own": Field(self.tr("Its name"), self.own),
            "passed": Field(self.tr("Passed or signed on"), self.passed),
            "until": Field(self.tr("Valid until"), self.until, optional=True),
            "score": Field(self.tr("Score, %"), self.score, width=86),
            "note": Field(self.tr("Note"), self.note, optional=True),
        }
        self._title = group(self.tr("Training or declaration"), self.tr("never printed"))
        self.keep = Button(self.tr("Keep"), "check", "primary", "Enter")
        self.cancel = Button(self.tr("Cancel"), None, "plain", "Esc")
        self.remove = Button("", "trash", "quiet", name=self.tr("Remove this entry"))
        self.keep.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.close_form)
        self.remove.clicked.connect(self._on_remove)
        self._lay_out()

    def _lay_out(self) -> None:
        fields = self.fields
        self.setLayout(
            stack(
                self._title,
                fields["what"],
                fields["own"],
                row((fields["passed"], 1), (fields["until"], 1), gap=8),
                row(fields["score"], (fields["note"], 1), gap=8),
                row(self.keep, self.cancel, GROW, self.remove),
                gap=6,
                pad=(12, 10, 12, 12),
            )
        )

    def set_codes(self, codes: Sequence[str]) -> None:
        """Offer these codes and one of the council's own; what is chosen stays chosen."""
        if tuple(codes) == self._codes:
            return
        self._codes, here = tuple(codes), self.what.currentData()
        self.what.clear()
        for code in codes:
            self.what.addItem(self._context.shown(qualification_name(code)), code)
        self.what.addItem(self.tr("Another one"), _OWN)
        self.what.setCurrentIndex(max(0, self.what.findData(here)))

    def begin(
        self, person_uid: str, held: QualificationRow | None = None, *, code: str = ""
    ) -> None:
        """Open for a new one of a person (of a code), or to change one that is on record."""
        self._person, self._row = person_uid, held
        for field in self.fields.values():
            field.set_error("")
        wanted = held.code if held else code
        self.what.setCurrentIndex(max(0, self.what.findData(wanted)))
        today = self._context.reader.today()
        self.passed.setText(self._day(held.passed_on if held else today))
        self.until.setText(self._day(held.valid_until if held else None))
        self.score.setText("" if held is None or held.score is None else str(held.score))
        self.note.setText(held.note if held else "")
        self.own.clear()
        self.remove.setVisible(held is not None)
        self._on_what()
        self.show()
        first = self.passed if wanted else self.what
        first.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(first, QLineEdit):
            first.selectAll()
        QTimer.singleShot(0, self, self._scroll_here)

    def _scroll_here(self) -> None:
        """Bring the whole form into view once it has its place."""
        holder = self.parentWidget()
        while holder is not None and not isinstance(holder, QScrollArea):
            holder = holder.parentWidget()
        if holder is not None:
            holder.ensureWidgetVisible(self, 0, 8)

    def _day(self, day: date | None) -> str:
        return calendars.short_date(day, self._context.language) if day else ""

    def _on_what(self) -> None:
        """Ask for a score only where the rules do, or one is on record."""
        code = self.what.currentData()
        self.fields["own"].setVisible(code == _OWN)
        rule = qualifications.rule_on(self._context.reader, code) if code else None
        scored = rule is not None and rule.score is not None
        self.fields["score"].setVisible(scored or bool(self.score.text()))

    def close_form(self) -> None:
        """Close without keeping anything."""
        if self.isHidden():
            return
        self.hide()
        self.closed.emit()

    # ------------------------------------------------------------------------ writing

    def _values(self) -> dict[str, Any] | None:
        """Return what was typed; None when some of it cannot be read, which is said beside it."""
        good, passed = typed_day(self._context, self.passed.text(), self.fields["passed"].set_error)
        fine, until = typed_day(self._context, self.until.text(), self.fields["until"].set_error)
        code = self._code()
        score = calendars.fold_digits(self.score.text().strip().rstrip("%").strip())
        if score and not score.isdecimal():
            self.fields["score"].set_error(self.tr("Type a whole number from 0 to 100."))
        if not (good and fine and code) or (score and not score.isdecimal()):
            return None
        return {
            "code": code,
            "passed_on": passed,
            "valid_until": until,
            "score": int(score) if score else None,
            "note": self.note.text().strip(),
        }

    def _code(self) -> str:
        code = str(self.what.currentData() or "")
        if code != _OWN:
            return code
        words = re.sub(r"\s+", "_", self.own.text().strip())
        self.fields["own"].set_error("" if words else self.tr("Say what it is."))
        return words

    def submit(self) -> None:
        """Put it on record."""
        values = self._values()
        if values is None:
            return
        run, held = self._context.dispatcher, self._row
        if held is None:
            run_once(self.keep, run, qualifications.add_qualification, self._person,
                     on_done=self._on_kept, on_error=self._on_refused, **values)  # fmt: skip
        else:
            run_once(self.keep, run, qualifications.change_qualification, held.uid,
                     on_done=self._on_kept, on_error=self._on_refused, **values)  # fmt: skip

    def _on_remove(self) -> None:
        if self._row is not None:
            run_once(
                self.remove,
                self._context.dispatcher,
                qualifications.remove_qualification,
                self._row.uid,
                on_done=self._on_kept,
            )

    def _on_kept(self, _uid: object) -> None:
        self.close_form()

    def _on_refused(self, message: Message) -> None:
        wrong = "score" if message.code == "error.score" else "until"
        self.fields[wrong].set_error(self._context.say(message))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep on Enter, leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)

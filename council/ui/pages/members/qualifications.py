"""A person's trainings and declarations: what is on record, until when it counts, what is missing.

None of it is printed in a public document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget

from council.domain import calendars
from council.domain.duties.eligibility import qualification_name
from council.services.duties import meeting_duties as duties
from council.services.duties import qualifications
from council.ui.kit import (
    A,
    Brush,
    Button,
    Tile,
    group,
    hline,
    refill,
    stack,
)
from council.ui.pages.members.qualification_form import QualificationForm
from council.ui.pages.rulings import RulingLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.domain.messages import Message
    from council.services.duties.qualifications import QualificationRow
    from council.ui.context import Context

_ROW = 46
#: state: (icon, tone)
_LOOK = {
    "valid": ("check-circle", "yes"),
    "soon": ("clock-countdown", "warn"),
    "expired": ("x-square", "no"),
    "unknown": ("question", "warn"),
    "missing": ("circle-dashed", "ink_3"),
}


class QualificationsCard(QWidget):
    """The list, a sentence for each topic with a gate, and the form, opened in place."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self.uid = context, ""
        self.tiles: list[Tile] = []
        self.sentences: list[RulingLine] = []
        self.form = QualificationForm(context)
        self.form.hide()
        self.form.closed.connect(self._on_closed)
        self.add = Button(self.tr("Add"), "plus", "quiet", dense=True)
        self.add.setAccessibleName(self.tr("Add a training or declaration"))
        self.add.clicked.connect(self._on_add)
        self._said, self._list = stack(gap=8), stack(gap=0)
        title = group(self.tr("Trainings and declarations"), self.add)
        self.setLayout(stack(title, self._said, self._list, self.form, hline(), gap=6))
        self.hide()

    def show_person(self, uid: str) -> None:
        """Read a person's qualifications anew; a form that is open for them stays as it is."""
        if uid != self.uid:
            self.form.close_form()
        self.uid = uid
        desk = self._context.reader
        codes = qualifications.codes_in_use(desk)
        self.setVisible(bool(codes))
        if not codes:
            return
        held = qualifications.list_qualifications(desk, uid)
        rulings = [duties.eligibility(desk, uid, code) for code, _ in duties.topics(desk)]
        self.sentences = [RulingLine(self._context, one, size="small") for one in rulings]
        refill(self._said, *self.sentences)
        missing = [
            code
            for code in qualifications.codes_required(desk)
            if code not in {one.code for one in held}
        ]
        self.tiles = [self._tile(one) for one in held] + [self._lacking(one) for one in missing]
        refill(self._list, *self.tiles)
        self.form.set_codes(codes)

    # ------------------------------------------------------------------------ rows

    def _tile(self, one: QualificationRow) -> Tile:
        language = self._context.language
        facts = []
        if one.passed_on:
            day = calendars.short_date(one.passed_on, language)
            facts.append(self.tr("passed {day}").format(day=day))
        if one.score is not None:
            facts.append(self.tr("{score} %").format(score=one.score))
        if one.note:
            facts.append(one.note)
        made = self._row(one.name, " · ".join(facts), one.state, self._until(one))
        made.setToolTip(self._context.say(one.ruling.message))
        made.clicked.connect(self._opener(one))
        return made

    def _until(self, one: QualificationRow) -> str:
        if one.ends is None:
            return self.tr("for good") if one.state == "valid" else ""
        day = calendars.short_date(one.ends, self._context.language)
        return self.tr("until {day}").format(day=day)

    def _lacking(self, code: str) -> Tile:
        made = self._row(qualification_name(code), "", "missing", "")
        made.clicked.connect(self._adder(code))
        return made

    def _state_word(self, state: str) -> str:
        return {
            "valid": self.tr("valid"),
            "soon": self.tr("ends soon"),
            "expired": self.tr("not valid"),
            "unknown": self.tr("to be completed"),
            "missing": self.tr("not on record"),
        }[state]

    def _row(self, name: Message | str, facts: str, state: str, until: str) -> Tile:
        what, word = self._context.shown(name), self._state_word(state)
        glyph, tone = _LOOK[state]
        high = _ROW if facts or until else 34

        def paint(brush: Brush, box: QRectF) -> None:
            side, first = A.AlignRight | A.AlignVCenter, min(high, 25)
            brush.icon(glyph, 0, first / 2 - 8 + (0 if high < _ROW else 1), 18, tone, "fill")
            top = QRectF(28, 0, box.width() - 28, first if high == _ROW else high)
            used = brush.write(top, word, "small", "medium", tone, side)
            brush.write(top.adjusted(0, 0, -used - 12, 0), what, "body", "medium")
            below = QRectF(28, 23, box.width() - 28, 22)
            used = brush.write(below, until, "small", "regular", "ink_2", side)
            brush.write(below.adjusted(0, 0, -used - 12, 0), facts, "small", "regular", "ink_3")

        spoken = ", ".join(filter(None, (what, word, until, facts)))
        return Tile(paint, spoken, 0, high, 4)

    # ------------------------------------------------------------------------ form

    def _opener(self, one: QualificationRow) -> Callable[[], None]:
        return lambda: self.form.begin(self.uid, one)

    def _adder(self, code: str) -> Callable[[], None]:
        return lambda: self.form.begin(self.uid, code=code)

    def _on_add(self) -> None:
        self.form.begin(self.uid)

    def _on_closed(self) -> None:
        self.add.setFocus(Qt.FocusReason.TabFocusReason)

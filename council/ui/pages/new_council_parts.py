"""Parts of the pages of a new council: the steps, a rule pack's card, the page of the place."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from PySide6.QtCore import QRectF, Qt, QTimeZone
from PySide6.QtWidgets import QComboBox, QWidget

from council.domain.text import Text
from council.ui.i18n import LANGUAGES, language_words
from council.ui.kit import (
    GROW,
    A,
    Brush,
    Field,
    Tile,
    check,
    combo,
    frame,
    heading,
    hline,
    label,
    line_edit,
    row,
    small,
    stack,
    width_of,
    wrap_height,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from council.domain.rules.reader import RulePack
    from council.ui.settings import Settings


class Steps(QWidget):
    """The three pages, one below the other: done, here, later."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(200)
        self._here, self._notes = 0, ["", "", ""]

    def set_here(self, here: int, notes: list[str]) -> None:
        """Show where one is and what each page holds."""
        self._here, self._notes = here, notes
        names = self._names()
        self.setAccessibleName(f"{here + 1} / {len(names)}: {names[here]}")
        self.update()

    def _names(self) -> list[str]:
        return [self.tr("Place"), self.tr("Rules"), self.tr("People")]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw discs, lines and words."""
        brush, wide = Brush(self), float(self.width())
        for number, name in enumerate(self._names()):
            top = number * 76
            box = QRectF(0, top, 32, 32)
            done, here = number < self._here, number == self._here
            if number < 2:
                color = "accent" if done else "line_strong"
                brush.rule(16.5, top + 36, 16.5, top + 72, color, 2 if done else 1)
            if done:
                brush.plate(box, "accent_soft", None, 16)
                brush.icon("check", 8, top + 8, 16, "accent", "bold")
            elif here:
                brush.plate(box, "accent", None, 16)
                brush.write(box, str(number + 1), "body", "strong", "on_accent", A.AlignCenter)
            else:
                brush.plate(box, None, "line_strong", 16, 1.5)
                brush.write(box, str(number + 1), "body", "medium", "ink_2", A.AlignCenter)
            weight, ink = ("strong", "accent") if here else ("medium", "ink")
            brush.write(QRectF(48, top - 4, wide - 48, 26), name, "body", weight, ink)
            brush.write(
                QRectF(48, top + 18, wide - 48, 22), self._notes[number], "small", color="ink_3"
            )
        brush.end()


class PackCard(Tile):
    """One rule pack to choose: name, what it is for, its source, confirmed or not."""

    def __init__(self, pack: RulePack, language: str) -> None:
        self.uid = pack.uid
        self._name = pack.name.show(language)
        self._about = pack.about.show(language)
        self._source = pack.source
        self._firm = all(times[-1].verified for key, times in pack.values.items() if _matters(key))
        words = self.tr("confirmed") if self._firm else self.tr("please confirm")
        self._state = words
        super().__init__(self._draw, f"{self._name}. {self._about} {self._source}, {words}", 0, 100)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def resizeEvent(self, event: object) -> None:
        """Grow with the lines of what it is for."""
        text = wrap_height(self._about, max(120, self.width() - 74), "small")
        self.setFixedHeight(76 + text)

    def _draw(self, brush: Brush, box: QRectF) -> None:
        on = self.isChecked()
        inner = box.adjusted(4, 4, -4, -4)
        brush.plate(
            inner,
            "accent_soft" if on else "surface",
            "accent" if on or self.hot() else "line",
            10,
            2 if on else 1,
        )
        dot = QRectF(inner.x() + 16, inner.y() + 14, 20, 20)
        brush.plate(dot, "surface", "accent" if on else "line_strong", 10, 2 if on else 1.5)
        if on:
            brush.plate(dot.adjusted(5, 5, -5, -5), "accent", None, 5)
        tone, glyph = ("yes", "seal-check") if self._firm else ("warn", "seal-question")
        wide = width_of(self._state, "small", "medium") + 2
        left, room = inner.x() + 50, inner.width() - 66
        end = inner.right() - 14
        brush.icon(glyph, end - wide - 24, inner.y() + 14, 18, tone, "fill")
        brush.write(
            QRectF(end - wide, inner.y() + 11, wide, 24), self._state, "small", "medium", tone
        )
        brush.write(QRectF(left, inner.y() + 9, room - wide - 34, 28), self._name, "body", "strong")
        about = QRectF(left, inner.y() + 36, room, box.height() - 72)
        brush.write(
            about, self._about, "small", color="ink_2", align=A.AlignLeft | A.AlignTop, wrap=True
        )
        brush.write(
            QRectF(left, inner.bottom() - 31, room, 22), self._source, "small", color="ink_3"
        )


def _matters(key: str) -> bool:
    """Tell whether a rule is one that the form shows."""
    shown = ("quorum", "requirement.majority", "tie.motion", "chair_votes", "secret_ballot")
    return key in shown or key == "motion.main"


class PlacePage(QWidget):
    """Name in each language, place, time zone, paper, who writes."""

    def __init__(self, settings: Settings, language: str) -> None:
        super().__init__()
        self.names = {code: line_edit(name=self.tr("Name")) for code in LANGUAGES}
        self.spoken = {code: check(word, code == language) for code, word in LANGUAGES.items()}
        self.first = combo(list(LANGUAGES.items()), language, self.tr("First language"), 200)
        self.place = line_edit("", self.tr("Town, district"), self.tr("Place"))
        self.zone = zone_box(bytes(QTimeZone.systemTimeZoneId().data()).decode())
        papers = [("A4", "A4"), ("Letter", "Letter")]
        self.paper = combo(papers, "A4", self.tr("Paper"), 120)
        self.actor = line_edit(settings.actor, "", self.tr("Your initials"), 120)
        self.name_fields = {
            code: Field(self.tr("Name in {language}").format(language=word), self.names[code])
            for code, word in language_words().items()
        }
        for box in self.spoken.values():
            box.toggled.connect(self._on_spoken)
        ticks = row(*self.spoken.values(), GROW, gap=24)
        hint = self.tr("Meetings are planned in local time; the zone is kept with each of them.")
        who = self.tr("They stand in the history beside each change; never the computer's account.")
        card = frame(
            "card",
            stack(
                small(self.tr("Languages of the record"), "ink_2", "medium"),
                row(ticks, GROW, gap=0),
                row(Field(self.tr("First language"), self.first), GROW),
                hline(),
                *self.name_fields.values(),
                row((Field(self.tr("Place"), self.place, optional=True), 1), gap=16),
                hline(),
                row((Field(self.tr("Time zone"), self.zone, hint), 1), gap=16),
                row(
                    Field(self.tr("Paper"), self.paper),
                    (Field(self.tr("Your initials"), self.actor, who), 1),
                    gap=16,
                ),
                gap=12,
                pad=(20, 16, 20, 16),
            ),
        )
        card.setMaximumWidth(640)
        self.setLayout(
            stack(
                heading(self.tr("What is the council called, and where is it?")),
                label(self.tr("The name stands on every page that is printed."), color="ink_2"),
                12,
                row((card, 1), GROW),
                GROW,
                gap=4,
            )
        )
        self._on_spoken()

    def languages(self) -> tuple[str, ...]:
        """Return the languages of the record, the first one first."""
        first = str(self.first.currentData())
        rest = [code for code, box in self.spoken.items() if box.isChecked() and code != first]
        return (first, *rest)

    def name(self) -> Text:
        """Return the name in the chosen languages."""
        return Text(
            tuple(
                (code, self.names[code].text().strip())
                for code in self.languages()
                if self.names[code].text().strip()
            )
        )

    def check(self) -> bool:
        """Mark what is missing; return whether all is there."""
        first = self.languages()[0]
        missing = not self.names[first].text().strip()
        words = self.tr("Type the council's name.") if missing else ""
        self.name_fields[first].set_error(words)
        if missing:
            self.names[first].setFocus()
        zone_ok = self.zone.currentText() in available_timezones()
        field = self.zone.parentWidget()
        if isinstance(field, Field):
            field.set_error("" if zone_ok else self.tr("Choose a time zone from the list."))
        return zone_ok and not missing

    def _on_spoken(self) -> None:
        for code, box in self.spoken.items():
            self.name_fields[code].setVisible(box.isChecked() or code == self.first.currentData())


def zone_box(zone: str) -> QComboBox:
    """Make a field for a time zone: type a part of its name."""
    zones = sorted(name for name in available_timezones() if "/" in name or name == "UTC")
    made = combo([(name, name) for name in zones], zone, "", 0)
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer = made.completer()
    if completer is not None:
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return made

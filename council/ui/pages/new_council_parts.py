"""Parts of the pages of a new council: the steps, the page of the place."""

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
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

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

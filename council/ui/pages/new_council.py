"""A new council in three short pages: place, rules, people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QStackedWidget, QWidget

from council.domain.text import Text
from council.services.desk import Packs
from council.services.members.people import parse_names
from council.ui.host import Founding
from council.ui.kit import (
    GROW,
    Brush,
    Button,
    Column,
    DataTable,
    Elided,
    FormRow,
    Painted,
    emblem,
    frame,
    group,
    heading,
    hline,
    label,
    row,
    scrolled,
    set_color,
    small,
    spin,
    stack,
    text_edit,
)
from council.ui.messages import council_pattern
from council.ui.pages.new_council_packs import USUAL, PackList, suggested_pack
from council.ui.pages.new_council_parts import PlacePage, Steps
from council.ui.pages.rules_form import RulesForm
from council.ui.printing import safe_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from council.domain.rules.reader import RulePack
    from council.services.members.names import NameGuess
    from council.ui.messages import Messenger
    from council.ui.settings import Settings

MOST_SEATS = 999
NARROW = 920
CHOICE_HEIGHT = 320


class RulesPage(QWidget):
    """The rule pack, the number of seats, and the rules councils mostly set themselves."""

    def __init__(self, packs: Mapping[str, RulePack], language: str) -> None:
        super().__init__()
        first = USUAL if USUAL in packs else next(iter(packs))
        self.packs = PackList(packs, language, first)
        self.cards = self.packs.cards
        self.form = RulesForm(packs, first, {}, 9, language)
        self.seats = spin(9, 1, MOST_SEATS, self.tr("Seats"))
        self.seats_row = FormRow(self.tr("Seats"), self.seats)
        self.seats.valueChanged.connect(self.form.set_seats)
        self.packs.chosen.connect(self._on_chosen)
        own = self.tr("Where your bylaws say otherwise, choose so; it is kept as your own rule.")
        sheet = frame(
            "card",
            stack(
                group(self.tr("The council under this pack")),
                small(own, "ink_2", wrap=True),
                self.seats_row,
                hline(),
                self.form,
                gap=9,
                pad=(20, 14, 20, 14),
            ),
        )
        self._choice = scrolled(self.packs)
        self._rules = QWidget()
        self._rules.setLayout(stack(sheet, GROW, gap=0, pad=(0, 4, 8, 4)))
        self._sheet = scrolled(self._rules)
        for area in (self._choice, self._sheet):
            area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._sheet.setMinimumWidth(self._rules.minimumSizeHint().width() + 12)
        self._sides = row((self._choice, 3), (self._sheet, 4), gap=12)
        remark = self.tr(
            "Each number below says where it comes from. Nothing here is legal advice."
        )
        self.setLayout(
            stack(
                heading(self.tr("Which rules does the council live by?")),
                label(remark, color="ink_2", wrap=True),
                8,
                (self._sides, 1),
                gap=4,
            )
        )

    def suggest(self, zone: str, language: str) -> None:
        """Choose the pack that fits where the council is, unless a person has chosen one."""
        self.packs.suggest(suggested_pack(zone, language))
        card = self.cards[self.packs.pack]
        if self.packs.by_hand:
            self._choice.ensureWidgetVisible(card)
        else:
            self._choice.verticalScrollBar().setValue(0)

    def _on_chosen(self, uid: str) -> None:
        self.form.set_pack(uid)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the packs above the rules when there is no room beside them."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        narrow = self.width() < NARROW
        self._sides.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._fit()

    def _fit(self) -> None:
        """Side by side each half scrolls by itself; one above the other the page does."""
        narrow = self.width() < NARROW
        self._choice.setMinimumHeight(CHOICE_HEIGHT if narrow else 0)
        tall = max(self._rules.sizeHint().height(), self._rules.heightForWidth(self.width()))
        self._sheet.setMinimumHeight(tall if narrow else 0)


class PeoplePage(QWidget):
    """A pasted or typed list of names and what was understood of it; where the file goes."""

    def __init__(self, messenger: Messenger) -> None:
        super().__init__()
        self._messenger = messenger
        self.language, self.path = "en", Path()
        hint = self.tr("One name a line: paste from a letter or a table, or type.")
        self.text = text_edit("", hint, self.tr("Names"), lines=14)
        self.text.setMaximumHeight(16777215)
        self.text.textChanged.connect(self._on_text)
        columns: list[Column[NameGuess]] = [
            Column(self.tr("Title"), lambda g: g.honorific.show(self.language), 110, color="ink_2"),
            Column(self.tr("Name"), lambda g: g.name.show(self.language), weight="medium"),
            Column(self.tr("Office"), lambda g: g.note, 150, color="ink_2"),
        ]
        self.table = DataTable(columns, lambda g: g.name.show(self.language), self.tr("Understood"))
        self.table.setMinimumHeight(320)
        self.count = small("")
        self.where = Elided("", "small", "regular", "ink_2")
        change = Button(self.tr("Elsewhere…"), "folder-open")
        change.clicked.connect(self._on_change)
        left = stack(small(self.tr("Names"), "ink_2", "medium"), (self.text, 1), gap=6)
        right = frame(
            "card",
            stack(
                group(self.tr("Understood as"), self.count), (self.table, 1), pad=(16, 12, 16, 12)
            ),
        )
        self.setLayout(
            stack(
                heading(self.tr("Who sits on it?")),
                label(
                    self.tr("Seats are filled in this order. You can leave this for later."),
                    color="ink_2",
                    wrap=True,
                ),
                12,
                (row((left, 5), (right, 6), gap=20), 1),
                12,
                frame(
                    "well",
                    row(
                        small(self.tr("The file"), "ink_2", "strong"),
                        (self.where, 1),
                        change,
                        gap=12,
                        pad=(16, 8, 8, 8),
                    ),
                ),
                gap=4,
            )
        )
        self._on_text()

    def guesses(self) -> list[NameGuess]:
        """Return the people as they were understood."""
        return parse_names(self.text.toPlainText(), self.language)

    def set_path(self, path: Path) -> None:
        """Say where the file goes."""
        self.path = path
        self.where.set_text(str(path))

    def _on_text(self) -> None:
        found = self.guesses()
        self.table.set_rows(found)
        words = self.tr("1 person") if len(found) == 1 else self.tr("{count} people")
        self.count.setText(words.format(count=len(found)) if found else self.tr("nobody yet"))

    def _on_change(self) -> None:
        chosen = self._messenger.save_path(
            self.tr("Where the file goes"), self.path, council_pattern()
        )
        if chosen is not None:
            self.set_path(chosen.with_suffix(".council"))


class NewCouncilPage(QWidget):
    """The three pages in their frame.

    Signals: ``founded(Path, Founding)`` when the last page is done, ``cancelled()``.
    """

    founded = Signal(object, object)
    cancelled = Signal()

    def __init__(self, settings: Settings, language: str, messenger: Messenger) -> None:
        super().__init__()
        self._settings = settings
        self.steps = Steps()
        self.place_page = PlacePage(settings, language)
        self.rules_page = RulesPage(dict(Packs()), language)
        self.people_page = PeoplePage(messenger)
        self.pages = QStackedWidget()
        for page in (self.place_page, self.rules_page, self.people_page):
            self.pages.addWidget(scrolled(page))
        self.back = Button(self.tr("Back"), "arrow-left")
        self.next = Button(self.tr("Rules"), "arrow-right", "primary", "Enter")
        self.remark = small("", "warn", "medium")
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.rules_page.form.changed.connect(self._show)
        self.rules_page.packs.chosen.connect(lambda _: self._show())
        mark = Painted(self._draw_mark, 0, 44)
        later = self.tr("Everything here can be changed later, and each change is on record.")
        left = frame(
            "sunken",
            stack(
                mark,
                40,
                self.steps,
                GROW,
                small(later, "ink_2", wrap=True),
                gap=0,
                pad=(32, 32, 24, 32),
            ),
            280,
        )
        foot = row(self.back, GROW, self.remark, 8, self.next, gap=8)
        right = frame("canvas", stack((self.pages, 1), 12, foot, gap=0, pad=(40, 32, 40, 28)))
        self.setLayout(row(left, (right, 1), gap=0))
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.go_on)
        self._show()

    def _draw_mark(self, brush: Brush, box: QRectF) -> None:
        emblem(brush, 0, 0, 44)
        brush.write(QRectF(60, 0, box.width() - 60, 44), self.tr("New council"), 19, "strong")

    def go_back(self) -> None:
        """Go to the page before, or leave."""
        if self.pages.currentIndex() == 0:
            self.cancelled.emit()
            return
        self.pages.setCurrentIndex(self.pages.currentIndex() - 1)
        self._show()

    def go_on(self) -> None:
        """Go to the next page, or found the council."""
        here = self.pages.currentIndex()
        if here == 0 and not self.place_page.check():
            return
        if here == 2:
            self.founded.emit(self.people_page.path, self.founding())
            return
        if here == 0:
            self._settings.actor = self.place_page.actor.text().strip()
            self._settings.save()
            place = self.place_page
            self.rules_page.suggest(place.zone.currentText(), place.languages()[0])
        if here == 1:
            self._prepare_people()
        self.pages.setCurrentIndex(here + 1)
        self._show()

    def _prepare_people(self) -> None:
        name = self.place_page.name()
        self.people_page.language = self.place_page.languages()[0]
        if self.people_page.path == Path():
            documents = QStandardPaths.StandardLocation.DocumentsLocation
            folder = Path(QStandardPaths.writableLocation(documents) or Path.home())
            stem = safe_name(name.show(self.people_page.language))
            self.people_page.set_path(_free(folder / f"{stem}.council"))

    def founding(self) -> Founding:
        """Return everything the pages hold."""
        place, rules = self.place_page, self.rules_page
        first = place.languages()[0]
        return Founding(
            name=place.name(),
            languages=place.languages(),
            time_zone=place.zone.currentText(),
            place=Text.of(place.place.text().strip(), first),
            pack=rules.form.pack,
            seats=rules.seats.value(),
            paper=str(place.paper.currentData()),
            overrides=dict(rules.form.overrides),
            people=self.people_page.guesses(),
        )

    def _show(self) -> None:
        here = self.pages.currentIndex()
        zone = self.place_page.zone.currentText()
        pack = self.rules_page.cards[self.rules_page.form.pack]
        notes = [
            self.tr("name, languages, zone"),
            self.tr("pack, seats, quorum"),
            self.tr("paste or type"),
        ]
        if here > 0:
            notes[0] = zone
        if here > 1:
            notes[1] = pack.title
        self.steps.set_here(here, notes)
        words = [self.tr("Rules"), self.tr("People"), self.tr("Create the council")]
        self.next.set_text(words[here])
        self.next.set_key("Ctrl Enter" if here == 2 else "Enter")
        self.back.set_text(self.tr("Cancel") if here == 0 else self.tr("Back"))
        open_rules = self.rules_page.form.unconfirmed() if here == 1 else 0
        remark = self.tr("Rules to confirm: {count}; you can go on without it")
        self.remark.setText(remark.format(count=open_rules) if open_rules else "")
        set_color(self.remark, "warn")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, back with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)


def _free(path: Path) -> Path:
    """Return the path, or with a number the next one that is free."""
    number, made = 1, path
    while made.exists():
        number += 1
        made = path.with_name(f"{path.stem} {number}{path.suffix}")
    return made

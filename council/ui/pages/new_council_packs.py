"""The rule packs to choose from on the second page of a new council, by country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from council.ui.kit import A, Brush, Tile, row, small, width_of, wrap_height

if TYPE_CHECKING:
    from collections.abc import Mapping

    from council.domain.rules.reader import RulePack

USUAL = "ronr-small-board"
"""The pack that is suggested where no other fits better."""
ANYWHERE = ""
COUNTRIES = ("us", "uk", "th")
_ORDER = (USUAL, "ronr", "th-coc", "th-muni", "th-lao", "th-emeet")
"""Packs that come before the others of their country."""
_LEFT, _STATE_GAP = 50, 34
_SHOWN = (
    *("quorum", "requirement.majority", "tie.motion", "chair_votes", "secret_ballot"),
    *("motion.main", "minutes.seconder_printed"),
)
"""The rules that the form beside the packs shows."""


def suggested_pack(zone: str, language: str) -> str:
    """Return the pack that fits a council's time zone and first language best."""
    if zone == "Asia/Bangkok" or language == "th":
        return "th-coc"
    return "uk-parish" if zone == "Europe/London" else USUAL


def country_of(uid: str) -> str:
    """Return the country a pack's uid begins with: us, uk, th; "" for one that fits anywhere."""
    country = uid.partition("-")[0]
    return country if country in COUNTRIES else ANYWHERE


class PackCard(Tile):
    """One rule pack to choose: name, what it is for, its source, confirmed or not."""

    def __init__(self, pack: RulePack, language: str) -> None:
        self.uid = pack.uid
        self.title = pack.name.show(language)
        self._about = pack.about.show(language)
        self._source = pack.source
        found = [pack.find(key) for key in _SHOWN]
        self.firm = all(value.verified for value in found if value is not None)
        self._state = self.tr("confirmed") if self.firm else self.tr("to be confirmed")
        words = f"{self.title}. {self._about} {self._source}, {self._state}"
        super().__init__(self._draw, words, 0, 100)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def resizeEvent(self, event: object) -> None:
        """Grow with the lines of its words."""
        self.setFixedHeight(38 + sum(self._heights()))

    def _heights(self) -> tuple[int, int, int]:
        room = max(120.0, self.width() - 8.0 - _LEFT - 16)
        name = wrap_height(self.title, room - self._state_width() - 8, "body", "strong")
        return name, wrap_height(self._about, room, "small"), wrap_height(self._source, room, 12)

    def _state_width(self) -> float:
        return width_of(self._state, "small", "medium") + 2 + 26

    def _draw(self, brush: Brush, box: QRectF) -> None:
        on = self.isChecked()
        inner = box.adjusted(4, 4, -4, -4)
        edge = "accent" if on or self.hot() else "line"
        brush.plate(inner, "accent_soft" if on else "surface", edge, 10, 2 if on else 1)
        dot = QRectF(inner.x() + 16, inner.y() + 14, 20, 20)
        brush.plate(dot, "surface", "accent" if on else "line_strong", 10, 2 if on else 1.5)
        if on:
            brush.plate(dot.adjusted(5, 5, -5, -5), "accent", None, 5)
        self._draw_state(brush, inner)
        self._draw_words(brush, inner)

    def _draw_state(self, brush: Brush, inner: QRectF) -> None:
        tone, glyph = ("yes", "seal-check") if self.firm else ("warn", "seal-question")
        wide = self._state_width()
        left = inner.right() - 14 - wide
        brush.icon(glyph, left, inner.y() + 14, 18, tone, "fill")
        words = QRectF(left + 24, inner.y() + 11, wide - 24, 24)
        brush.write(words, self._state, "small", "medium", tone)

    def _draw_words(self, brush: Brush, inner: QRectF) -> None:
        top = A.AlignLeft | A.AlignTop
        left, room = inner.x() + _LEFT, inner.width() - _LEFT - 16
        name, about, source = self._heights()
        y = inner.y() + 11
        title = QRectF(left, y, room - self._state_width() - 8, name + 2)
        brush.write(title, self.title, "body", "strong", align=top, wrap=True)
        y += name + 2
        words = QRectF(left, y, room, about + 2)
        brush.write(words, self._about, "small", color="ink_2", align=top, wrap=True)
        y += about + 4
        words = QRectF(left, y, room, source + 2)
        brush.write(words, self._source, 12, color="ink_3", align=top, wrap=True)


class PackList(QWidget):
    """All packs under the names of their countries; one of them is chosen.

    Signals: ``chosen(str)`` with the uid of the pack that is chosen now.
    """

    chosen = Signal(str)

    def __init__(self, packs: Mapping[str, RulePack], language: str, first: str) -> None:
        super().__init__()
        self.cards = {uid: PackCard(pack, language) for uid, pack in packs.items()}
        self.pack = first
        self.by_hand = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 8, 0)
        self._box.setSpacing(2)
        self._headings = {country: _heading(words) for country, words in self._countries().items()}
        self._show(first)
        for uid, card in self.cards.items():
            card.toggled.connect(lambda on, uid=uid: self._on_toggled(uid, on))
            card.clicked.connect(self._on_clicked)

    def _countries(self) -> dict[str, str]:
        return {
            ANYWHERE: self.tr("For any council"),
            "us": self.tr("United States"),
            "uk": self.tr("England"),
            "th": self.tr("Thailand"),
        }

    def suggest(self, uid: str) -> None:
        """Choose a pack and put its country first, unless a person has chosen one."""
        if not self.by_hand and uid in self.cards:
            self._show(uid)

    def _show(self, uid: str) -> None:
        self._lay(country_of(uid))
        self.cards[uid].setChecked(True)

    def _lay(self, first: str) -> None:
        while self._box.count():
            self._box.takeAt(0)
        before: QWidget | None = None
        for country in sorted(self._headings, key=lambda one: one != first):
            cards = [card for uid, card in self.cards.items() if country_of(uid) == country]
            # Into the layout first: shown without a parent it would be a window of its own.
            self._box.addWidget(self._headings[country])
            self._headings[country].setVisible(bool(cards))
            for card in sorted(cards, key=_place):
                self._box.addWidget(card)
                if before is not None:
                    QWidget.setTabOrder(before, card)
                before = card
        self._box.addStretch(1)

    def _on_toggled(self, uid: str, on: bool) -> None:
        if on and uid != self.pack:
            self.pack = uid
            self.chosen.emit(uid)

    def _on_clicked(self) -> None:
        self.by_hand = True


def _heading(words: str) -> QWidget:
    made = QWidget()
    made.setLayout(row(small(words, "ink_2", "strong"), pad=(4, 8, 4, 2)))
    return made


def _place(card: PackCard) -> int:
    return _ORDER.index(card.uid) if card.uid in _ORDER else len(_ORDER)

"""The start page: open what you know, or begin."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

import council
from council.domain import calendars
from council.ui.i18n import LANGUAGES
from council.ui.kit import (
    GROW,
    A,
    Brush,
    Item,
    Painted,
    SegmentedSwitch,
    Tile,
    cap_width,
    emblem,
    frame,
    heading,
    label,
    row,
    scrolled,
    small,
    stack,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from council.ui.settings import Recent, Settings

MOST_SHOWN = 4


class _Cover(QWidget):
    """The blue panel: what the program is."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(360)
        self.setMaximumWidth(520)
        mark = Painted(lambda b, r: emblem(b, 0, 0, 96, "on_strip"), 0, 104)
        promise = self.tr(
            "The public record of a neighborhood council, in one file that belongs to it."
        )
        self.setLayout(
            stack(
                mark,
                16,
                label(self.tr("Council"), 44, "strong", "on_strip"),
                label(promise, 17, "regular", "on_strip", wrap=True),
                GROW,
                small(self.tr("Works offline. No account, no server."), "on_strip", wrap=True),
                gap=4,
                pad=(56, 72, 40, 40),
            )
        )

    def paintEvent(self, event: object) -> None:
        """Draw the ground and the emblem again, larger than the panel: the room itself."""
        brush = Brush(self)
        box = QRectF(self.rect())
        brush.plate(box, "strip", None, 0)
        brush.setClipRect(box)
        brush.setOpacity(0.10)
        emblem(brush, 130, box.height() - 640, 640, "on_strip")
        brush.setOpacity(1)
        brush.end()


class StartPage(QWidget):
    """Recent councils, and three ways to begin.

    Signals: ``open_wanted(str)`` with a path, ``browse_wanted()``, ``new_wanted()``,
    ``demo_wanted()``, ``language_chosen(str)``.
    """

    open_wanted = Signal(str)
    browse_wanted = Signal()
    new_wanted = Signal()
    demo_wanted = Signal()
    language_chosen = Signal(str)

    def __init__(self, settings: Settings, language: str, now: datetime | None = None) -> None:
        super().__init__()
        self._settings, self._language = settings, language
        self._now = now or datetime.now().astimezone()
        self.language = SegmentedSwitch(list(LANGUAGES.items()), language, self.tr("Language"), 136)
        self.language.chosen.connect(self.language_chosen)
        self.recent_tiles = [
            self._recent_tile(recent, first=number == 0)
            for number, recent in enumerate(settings.recent[:MOST_SHOWN])
        ]
        self.choices = self._choice_tiles()
        recent: list[Item] = [
            row(4, heading(self.tr("Open a council")), GROW, gap=0),
            stack(*self.recent_tiles, gap=0),
            12,
        ]
        content = stack(
            row(GROW, self.language, gap=0),
            24,
            *(recent if self.recent_tiles else []),
            row(4, heading(self.tr("Begin")), GROW, gap=0),
            4,
            row(*((tile, 1) for tile in self.choices), gap=16, pad=(4, 0, 4, 0)),
            GROW,
            small(self.tr("Version {number}").format(number=council.__version__)),
            gap=8,
            pad=(56, 24, 56, 24),
        )
        self.setLayout(row((_Cover(), 4), (scrolled(frame("canvas", content)), 7), gap=0))

    def showEvent(self, event: QShowEvent) -> None:
        """Let Enter open the council that was open last."""
        super().showEvent(event)
        (self.recent_tiles or self.choices)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------------ tiles

    def _recent_tile(self, recent: Recent, *, first: bool) -> Tile:
        path = Path(recent.path)
        there = path.exists()
        glyph = "bank" if there else "cloud-slash"
        name = recent.name or path.stem
        where = f"{path.name} · {path.parent}"
        if not there:
            where = self.tr("{file} · not there now").format(file=path.name)
        when = self._when(recent.opened_at)

        def paint(brush: Brush, box: QRectF) -> None:
            inner = box.adjusted(4, 4, -4, -4)
            brush.plate(inner, "surface", "accent" if tile.hot() else "line", 10)
            brush.plate(QRectF(inner.x() + 14, inner.y() + 14, 44, 44), "accent_soft", None, 8)
            brush.icon(glyph, inner.x() + 24, inner.y() + 24, 24, "accent")
            wide = inner.width() - 74
            end = inner.right() - 20
            brush.write(QRectF(inner.x() + 74, inner.y() + 10, wide - 180, 28), name, 17, "strong")
            line = QRectF(inner.x() + 74, inner.y() + 38, wide - 90, 22)
            brush.write(line, where, "small", "regular", "ink_3")
            right = A.AlignRight | A.AlignVCenter
            brush.write(
                QRectF(end - 170, inner.y() + 10, 170, 28),
                when,
                "small",
                color="ink_2",
                align=right,
            )
            if first:
                brush.cap(end - cap_width("Enter"), inner.y() + 40, "Enter")

        tile = Tile(paint, f"{name}, {where}, {when}", 0, 80)
        tile.clicked.connect(self._opener(recent.path))
        return tile

    def _opener(self, path: str) -> object:
        def go() -> None:
            self.open_wanted.emit(path)

        return go

    def _when(self, stamp: str) -> str:
        try:
            moment = datetime.fromisoformat(stamp)
        except ValueError:
            return ""
        days = (self._now.date() - moment.date()).days
        time = calendars.window_time(moment, self._language)
        if days == 0:
            return self.tr("today, {time}").format(time=time)
        if days == 1:
            return self.tr("yesterday, {time}").format(time=time)
        return calendars.short_date(moment.date(), self._language)

    def _choice_tiles(self) -> list[Tile]:
        made = []
        choices = (
            (
                "plus",
                self.tr("New council"),
                self.tr("Three short pages: place, rules, people."),
                "Ctrl+N",
                self.new_wanted,
            ),
            (
                "folder-open",
                self.tr("Open a file"),
                self.tr("A .council file, or a backup of one."),
                "Ctrl+O",
                self.browse_wanted,
            ),
            (
                "sparkle",
                self.tr("Try the demo"),
                self.tr("A finished year to look around in. Nothing can break."),
                "Ctrl+D",
                self.demo_wanted,
            ),
        )
        for glyph, name, what, key, signal in choices:
            tile = _choice(glyph, name, what, key.replace("+", " "))
            tile.clicked.connect(signal)
            QShortcut(QKeySequence(key), self).activated.connect(signal)
            made.append(tile)
        return made


def _choice(glyph: str, name: str, what: str, key: str) -> Tile:
    def paint(brush: Brush, box: QRectF) -> None:
        brush.plate(box, "surface", "accent" if tile.hot() else "line_strong", 10)
        brush.icon(glyph, 18, 18, 28, "accent")
        brush.write(QRectF(18, 56, box.width() - 36, 28), name, 17, "strong")
        room = QRectF(18, 86, box.width() - 36, 62)
        brush.write(room, what, "small", color="ink_2", align=A.AlignLeft | A.AlignTop, wrap=True)
        brush.cap(box.width() - 20 - cap_width(key), 20, key)

    tile = Tile(paint, f"{name}. {what}", 0, 164)
    tile.setMinimumWidth(150)
    return tile

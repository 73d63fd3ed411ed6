"""The bars around a page: top bar, session strip, status bar, and short announcements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from council.ui.i18n import LANGUAGES
from council.ui.kit import (
    GROW,
    Banner,
    Brush,
    Elided,
    Painted,
    Pressable,
    SegmentedSwitch,
    cap_width,
    clear,
    icon,
    row,
    width_of,
)
from council.ui.theme import SIZE

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

ANNOUNCE_MS = 6000


class SearchButton(Pressable):
    """Looks like a field and opens the palette."""

    def __init__(self) -> None:
        super().__init__()
        self._words = self.tr("Search people, motions, minutes")
        self.setAccessibleName(self._words)
        self.setFixedHeight(36)
        self.setMinimumWidth(160)
        self.setMaximumWidth(360)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.setSizePolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field."""
        brush, box = Brush(self), QRectF(self.rect())
        brush.plate(box, "surface", "line_strong")
        brush.icon("magnifying-glass", 10, 9, 18, "ink_3")
        cap = cap_width("Ctrl K")
        brush.write(QRectF(36, 0, box.width() - cap - 54, box.height()), self._words, color="ink_3")
        brush.cap(box.right() - cap - 8, 8, "Ctrl K")
        brush.end()


class StepButton(Pressable):
    """Undo or redo: an icon, and for undo the name of the step."""

    def __init__(self, glyph: str, name: str) -> None:
        super().__init__("", name)
        self._glyph, self._plain, self._words = glyph, name, ""
        self.setFixedHeight(36)
        self.set_step("", shown=False)

    def set_step(self, words: str, *, shown: bool) -> None:
        """Tell what it would do; an empty text switches it off."""
        self._words = f"{self._plain}: {words}" if words and shown else ""
        self.setEnabled(bool(words))
        self.setAccessibleName(f"{self._plain}: {words}" if words else self._plain)
        self.setToolTip(self.accessibleName())
        wide = min(width_of(self._words, "small") + 8, 240) if self._words else 0
        self.setFixedWidth(int(wide) + 32)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon and the words."""
        brush, box = Brush(self), QRectF(self.rect())
        if self.hot():
            brush.plate(box, "sunken")
        color = "ink_2" if self.isEnabled() else "line_strong"
        brush.icon(self._glyph, 6, 8, 20, color)
        brush.write(
            QRectF(32, 0, box.width() - 34, box.height()), self._words, "small", color=color
        )
        brush.end()


class TopBar(QFrame):
    """Council, search, undo and redo, what the second screen does, language."""

    def __init__(self, council_name: str, language: str, second: QWidget | None = None) -> None:
        super().__init__()
        self.setProperty("role", "top")
        self.setFixedHeight(SIZE["topbar"])
        name = Elided(council_name, "body", "strong")
        self.search = SearchButton()
        self.undo = StepButton("arrow-counter-clockwise", self.tr("Undo"))
        self.redo = StepButton("arrow-clockwise", self.tr("Redo"))
        self.language = SegmentedSwitch(list(LANGUAGES.items()), language, self.tr("Language"), 136)
        self.setLayout(
            row(
                (name, 3),
                (self.search, 4),
                (row(GROW, self.undo, self.redo, gap=2), 3),
                second,
                8,
                self.language,
                pad=(24, 0, 24, 0),
                gap=8,
            )
        )


class SessionStrip(QFrame):
    """The meeting in progress, on every page, in one line; or the last day of a deadline.

    Signals: ``wanted()`` when somebody wants to go back to it.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self.setFixedHeight(SIZE["strip"])
        self._parts: QHBoxLayout = row(gap=12)
        self.back = _StripButton(self.tr("Return"))
        self.back.clicked.connect(self.wanted)
        self.setLayout(row(self._parts, GROW, self.back, pad=(24, 0, 16, 0), gap=12))
        self.hide()

    def set_parts(
        self, parts: list[str], *, inside: bool, glyph: str = "broadcast", way: str = ""
    ) -> None:
        """Show the facts of a meeting; ``inside`` hides the way there, as one is already there.

        ``way`` is what the button says, Return when nothing.
        """
        clear(self._parts)
        self._parts.addWidget(icon(glyph, "on_strip", 20, "fill"))
        self.back.set_words(way or self.tr("Return"))
        for number, part in enumerate(parts):
            if number:
                rule = Painted(lambda b, r: b.rule(0.5, 0, 0.5, 16, "on_strip"), 1, 16)
                self._parts.addWidget(rule)
            weight = "regular" if number else "strong"
            self._parts.addWidget(Elided(part, "body", weight, "on_strip", hug=True))
        self.setAccessibleName(", ".join(parts))
        self.back.setVisible(not inside)
        self.setVisible(bool(parts))


class _StripButton(Pressable):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.set_words(text)

    def set_words(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setFixedSize(int(width_of(text, "body", "medium")) + 48, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        brush, box = Brush(self), QRectF(self.rect())
        brush.plate(box, None, "on_strip" if self.hot() or self.hasFocus() else None)
        brush.icon("arrow-elbow-down-left", 8, 6, 20, "on_strip")
        brush.write(QRectF(34, 0, box.width(), 32), self.text(), "body", "medium", "on_strip")
        brush.end()


@dataclass(frozen=True)
class Status:
    """What the status bar says; every word comes ready."""

    file: str = ""
    saved: str = ""
    backup: str = ""
    rules: str = ""
    warning: bool = False


class StatusBar(QFrame):
    """File, saved, backup; rules and offline at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self.setFixedHeight(SIZE["statusbar"])
        self._box: QHBoxLayout = row(pad=(24, 0, 24, 0), gap=22)
        self.setLayout(self._box)

    def set_status(self, status: Status) -> None:
        """Say something else."""
        clear(self._box)
        tone = "warn" if status.warning else "yes"
        left = (
            ("hard-drives", status.file, "ink_2"),
            ("warning" if status.warning else "check-circle", status.saved, tone),
            ("clock", status.backup, "ink_2"),
        )
        right = (
            ("scales", status.rules, "ink_2"),
            ("wifi-slash", self.tr("Works offline"), "ink_2"),
        )
        for glyph, words, color in left:
            if words:
                self._box.addLayout(_bit(glyph, words, color))
        self._box.addStretch(1)
        for glyph, words, color in right:
            if words:
                self._box.addLayout(_bit(glyph, words, color))
        self.setAccessibleName(", ".join(w for _, w, _ in (*left, *right) if w))


def _bit(glyph: str, words: str, color: str) -> QHBoxLayout:
    return row(icon(glyph, color, 16), Elided(words, "small", "regular", color, hug=True), gap=6)


class Announcer(QWidget):
    """Shows one short sentence over the foot of the window, and tells it to screen readers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._banner: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
        self.last = ""
        self.hide()

    def say(self, text: str, tone: str = "ok") -> None:
        """Show a sentence; refusals stay twice as long."""
        self.last = text
        kind = {"ok": "yes", "info": "accent"}.get(tone, tone)
        self.show_widget(Banner(text, kind), ANNOUNCE_MS * (2 if kind in ("no", "warn") else 1))
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        event = QAccessibleAnnouncementEvent(self, text)
        if tone in ("no", "warn"):
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def show_widget(self, widget: QWidget, ms: int = 0) -> None:
        """Show a widget in the place of announcements, for some milliseconds or until cleared."""
        self.clear()
        self._banner = widget
        widget.setParent(self)
        widget.show()
        self.place()
        self.show()
        self.raise_()
        if ms:
            self._timer.start(ms)

    def clear(self) -> None:
        """Take away what is shown."""
        self._timer.stop()
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None
        self.hide()

    def place(self) -> None:
        """Lie over the foot of the window, in the middle."""
        parent = self.parentWidget()
        if parent is None or self._banner is None:
            return
        wide = min(parent.width() - SIZE["rail"] - 48, max(420, self._banner.sizeHint().width()))
        high = self._banner.heightForWidth(wide) if self._banner.hasHeightForWidth() else 0
        high = max(high, self._banner.sizeHint().height())
        left = SIZE["rail"] + (parent.width() - SIZE["rail"] - wide) // 2
        self.setGeometry(left, parent.height() - SIZE["statusbar"] - high - 12, wide, high)
        self._banner.setGeometry(0, 0, wide, high)

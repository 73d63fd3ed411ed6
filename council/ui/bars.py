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
    set_color,
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
        self._said: list[Elided] = []
        self._glyph = ""
        self._shown: tuple[object, ...] = ()
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
        wanted = (tuple(parts), inside, glyph, way)
        if wanted == self._shown:
            return
        self._shown = wanted
        if (glyph, len(parts)) != (self._glyph, len(self._said)):
            self._build(parts, glyph)
        for label, part in zip(self._said, parts, strict=True):
            label.set_text(part)
        self.back.set_words(way or self.tr("Return"))
        self.setAccessibleName(", ".join(parts))
        self.back.setVisible(not inside)
        self.setVisible(bool(parts))

    def _build(self, parts: list[str], glyph: str) -> None:
        clear(self._parts)
        self._glyph, self._said = glyph, []
        self._parts.addWidget(icon(glyph, "on_strip", 20, "fill"))
        for number, part in enumerate(parts):
            if number:
                rule = Painted(lambda b, r: b.rule(0.5, 0, 0.5, 16, "on_strip"), 1, 16)
                self._parts.addWidget(rule)
            weight = "regular" if number else "strong"
            self._said.append(Elided(part, "body", weight, "on_strip", hug=True))
            self._parts.addWidget(self._said[-1])


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
        self._status, self._saving = Status(), False
        self._file, self._backup = _Bit("hard-drives"), _Bit("clock")
        self._saved, self._rules = _Bit("check-circle", "yes"), _Bit("scales")
        self._offline = _Bit("wifi-slash")
        left = (self._file, self._saved, self._backup)
        self.setLayout(row(*left, GROW, self._rules, self._offline, pad=(24, 0, 24, 0), gap=22))
        self._offline.say(self.tr("Works offline"))  # shown before it stands here it is a window
        self._tell()

    def set_status(self, status: Status) -> None:
        """Say something else."""
        self._status = status
        self._tell()

    def set_saving(self, saving: bool) -> None:
        """Say that something is on its way to the disk: nothing is called saved before it is."""
        self._saving = saving
        self._tell_saved()

    def _tell_saved(self) -> None:
        if self._saving and not self._status.warning:
            self._saved.dress("clock", "ink_2")
            self._saved.say(self.tr("Saving…"))
        else:
            warns = self._status.warning
            self._saved.dress("warning" if warns else "check-circle", "warn" if warns else "yes")
            self._saved.say(self._status.saved)

    def _tell(self) -> None:
        self._tell_saved()
        for bit, words in (
            (self._file, self._status.file),
            (self._backup, self._status.backup),
            (self._rules, self._status.rules),
        ):
            bit.say(words)
        told = (self._status.file, self._status.saved, self._status.backup, self._status.rules)
        self.setAccessibleName(", ".join(words for words in (*told, self._offline.words) if words))


class _Bit(QWidget):
    """An icon with a word or two; without words it takes no room."""

    def __init__(self, glyph: str, color: str = "ink_2") -> None:
        super().__init__()
        self.words = ""
        self._glyph, self._color = glyph, color
        self._icon = Painted(self._paint, 16, 16)
        self._label = Elided("", "small", "regular", color, hug=True)
        self.setLayout(row(self._icon, self._label, gap=6))
        self.hide()

    def _paint(self, brush: Brush, box: QRectF) -> None:
        brush.icon(self._glyph, 0, 0, 16, self._color)

    def dress(self, glyph: str, color: str) -> None:
        """Wear another icon and colour."""
        if (glyph, color) != (self._glyph, self._color):
            self._glyph, self._color = glyph, color
            set_color(self._label, color)
            self._icon.update()

    def say(self, words: str) -> None:
        """Say something else."""
        if words != self.words:
            self.words = words
            self._label.set_text(words)
            self.setVisible(bool(words))


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
        from council.ui.kit.spoken import speak

        speak(self, text, urgent=tone in ("no", "warn"))

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

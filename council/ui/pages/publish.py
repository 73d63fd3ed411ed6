"""Publish: everything that went out with its fingerprint, and what waits to go out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from council.domain import calendars
from council.services import publish
from council.ui import facts
from council.ui.i18n import LANGUAGES
from council.ui.kit import (
    GROW,
    Button,
    chip,
    clear,
    frame,
    group,
    heading,
    hline,
    label,
    refill,
    row,
    scrolled,
    small,
    stack,
)
from council.ui.page import Page
from council.ui.pages.published import Published, document_words

if TYPE_CHECKING:
    from council.services.publish import PublishWaiting
    from council.ui.context import Context


_LINE_HEIGHT = 42
#: what waits has more room than this only while nothing is published
_LINES = 5


class WaitingLine(QFrame):
    """One document that waits to be published.

    Signals: ``wanted(str)`` with the uid of its meeting.
    """

    wanted = Signal(str)

    def __init__(self, context: Context, waiting: PublishWaiting) -> None:
        super().__init__()
        self._uid = waiting.meeting.uid
        language = context.language
        name = facts.meeting_name(waiting.meeting, language)
        day = calendars.short_date(waiting.meeting.starts_local.date(), language)
        what = f"{document_words(waiting.kind)} · {LANGUAGES.get(waiting.language, '')}"
        state = {
            "approved": (self.tr("approved"), "yes", "seal-check"),
            "posted": (self.tr("posted"), "yes", "push-pin"),
            "draft": (self.tr("draft"), "warn", "pencil-simple"),
        }[waiting.state]
        publish = self.tr("Publish")
        self.button = Button(publish, None, dense=True)
        self.button.setAccessibleName(f"{publish}: {what}, {name}")
        self.button.clicked.connect(self._on_clicked)
        line = row(
            label(what, "body", "medium", width=248),
            (small(f"{name}, {day}", "ink_2"), 1),
            chip(*state),
            self.button,
            gap=16,
            pad=(0, 4, 0, 4),
        )
        self.setLayout(stack(hline(), line, gap=0))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _on_clicked(self) -> None:
        self.wanted.emit(self._uid)


class PublishPage(Page):
    """The list of all publications, and the documents that wait."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"meetings", "agenda", "minutes", "publications", "council"}
    )
    scrolls: ClassVar[bool] = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.published = Published(context, with_meeting=True)
        self._count, self._waiting = small(""), stack(gap=0)
        self._meeting = Button(self.tr("Go to the meeting"), "arrow-right")
        self._meeting.clicked.connect(self._on_meeting)
        self.lines: list[WaitingLine] = []
        holder = QWidget()
        holder.setLayout(stack(self._waiting, GROW, gap=0))
        self._list = scrolled(holder)
        self._waits = frame(
            "card",
            stack(
                group(self.tr("Waits to be published"), self._count),
                self._list,
                gap=8,
                pad=(20, 14, 20, 12),
            ),
        )
        head = row(heading(self.title()), GROW, self._meeting, gap=12)
        self._body = stack(self._waits, self.published, gap=16)
        self._body.addStretch(0)  # takes only what nobody else wants
        self.setLayout(stack(head, (self._body, 1), gap=16, pad=24))

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("Publish")

    def refresh(self) -> None:
        """Show what went out and what waits."""
        rows = publish.list_publications(self.context.reader)
        self.published.set_rows(rows)
        self._meeting.setVisible(bool(rows))
        waiting = publish.list_waiting(self.context.reader)
        self._count.setText(str(len(waiting)) if waiting else "")
        clear(self._waiting)
        self.lines = [WaitingLine(self.context, one) for one in waiting]
        if not waiting:
            words = self.tr(
                "Nothing waits. A posted agenda and the minutes of a meeting that was held come "
                "here until they are published."
            )
            refill(self._waiting, label(words, color="ink_2", wrap=True))
        for line in self.lines:
            line.wanted.connect(self._go)
            self._waiting.addWidget(line)
        self._share_height(len(waiting), published=bool(rows))

    def _share_height(self, lines: int, *, published: bool) -> None:
        """Give the height to what is published, to what waits while nothing is."""
        wanted = max(1, lines) * _LINE_HEIGHT
        least = min(wanted, _LINES * _LINE_HEIGHT)
        self._list.setMinimumHeight(least)
        around = self._waits.minimumSizeHint().height() - least
        self._waits.setMaximumHeight(around + wanted)
        self._list.setMaximumHeight(least if published else wanted)
        self._body.setStretchFactor(self._waits, 0 if published else 1)
        self._body.setStretchFactor(self.published, 1 if published else 0)

    def _go(self, uid: str) -> None:
        self.context.navigate("meeting", uid, step="publish")

    def _on_meeting(self) -> None:
        chosen = self.published.current()
        if chosen is not None:
            self._go(chosen.meeting_uid)

"""The pages as they will print, beside the document, and the list before it goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from council.services import minutes, publish
from council.ui.kit import (
    GROW,
    A,
    Brush,
    Button,
    Painted,
    PdfPage,
    SegmentedSwitch,
    frame,
    label,
    refill,
    row,
    scrolled,
    small,
    stack,
)
from council.ui.pages.meeting.minutes_rules import MinutesDue
from council.ui.pages.rulings import source_line, told

if TYPE_CHECKING:
    from council.domain.messages import Message
    from council.domain.rulings import Ruling
    from council.services.minutes import Check
    from council.ui.context import Context

WIDTH = 337
_PAGE_WIDTH = 216
_LINE = 26
_WAIT_MS = 350


class PreviewColumn(QFrame):
    """Real pages of the PDF, public or full, and the checklist; both are made off this thread.

    Signals: ``checked(int)`` with the number of remarks left.
    """

    checked = Signal(int)

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__()
        self.setProperty("role", "side_r")
        self.setFixedWidth(WIDTH)
        self._context, self._uid = context, meeting_uid
        self._language, self._asked = "", 0
        self.page = PdfPage(_PAGE_WIDTH)
        self.version = SegmentedSwitch(
            [("public", self.tr("Public")), ("full", self.tr("Full"))],
            "public",
            self.tr("Version"),
            WIDTH - 33,
        )
        self.version.chosen.connect(self._on_version)
        self._count = small("", "ink_2")
        self.back = Button("", "caret-left", "plain", name=self.tr("Page before"), dense=True)
        self.forth = Button("", "caret-right", "plain", name=self.tr("Next page"), dense=True)
        self.back.clicked.connect(self._on_back)
        self.forth.clicked.connect(self._on_forth)
        self._score = small("")
        self._checks = stack(gap=0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.render_now)
        self._lay_out()

    def _lay_out(self) -> None:
        pages = row(self._count, GROW, self.back, self.forth, gap=4)
        head = row(
            label(self.tr("Before it goes out"), "small", "strong", "ink_2"), GROW, self._score
        )
        self._check_box = frame("", stack(head, self._checks, gap=2))
        self.due = MinutesDue(self._context, self._uid, narrow=True)
        inner = stack(self.version, gap=8, pad=(16, 10, 16, 8))
        inner.addWidget(self.page, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addLayout(pages)
        inner.addWidget(self.due)
        inner.addWidget(self._check_box)
        inner.addStretch(1)
        content = frame("", inner)
        self.setLayout(stack((scrolled(content), 1), gap=0))
        self._show_count()

    def is_public(self) -> bool:
        """Tell whether the public version is shown."""
        return self.version.value() == "public"

    def set_document(self, language: str, *, with_checks: bool) -> None:
        """Show the minutes in a language; the pages follow after a short rest."""
        self._language = language
        self._check_box.setVisible(with_checks)
        self.due.refresh()
        self._timer.start()

    def stop(self) -> None:
        """Leave the pages as they are."""
        self._timer.stop()

    def render_now(self) -> None:
        """Ask for the pages and the checks; answers that come late are dropped."""
        self._timer.stop()
        self._asked += 1
        self._context.dispatcher.ask(
            _numbered,
            self._asked,
            self._uid,
            self._language,
            public=self.is_public(),
            checks=not self._check_box.isHidden(),
            on_done=self._on_made,
            on_error=self._on_refused,
        )

    def _on_made(self, answer: tuple[int, bytes, list[Check]]) -> None:
        number, data, checks = answer
        if number != self._asked:
            return
        self.page.set_pdf(data)
        self.page.setFixedHeight(self.page.heightForWidth(_PAGE_WIDTH))
        self._show_count()
        self._show_checks(checks)

    def _on_refused(self, message: Message) -> None:
        self._count.setText(self._context.say(message))

    # ---------------------------------------------------------------------- pages

    def _show_count(self) -> None:
        count, page = self.page.page_count(), self.page.page() + 1
        words = self.tr("Page {page} of {count}")
        self._count.setText(words.format(page=page, count=count) if count else self.tr("Pages"))
        self.back.setEnabled(page > 1)
        self.forth.setEnabled(page < count)

    def _on_back(self) -> None:
        self.page.set_page(self.page.page() - 1)
        self._show_count()

    def _on_forth(self) -> None:
        self.page.set_page(self.page.page() + 1)
        self._show_count()

    def _on_version(self, _value: str) -> None:
        self.render_now()

    # ---------------------------------------------------------------------- checks

    def _show_checks(self, checks: list[Check]) -> None:
        good = sum(check.ok for check in checks)
        words = self.tr("{good} of {count}")
        self._score.setText(words.format(good=good, count=len(checks)))
        lines: list[QWidget] = []
        for check in sorted(checks, key=lambda one: one.ok):  # what wants a look comes first
            lines.append(self._line(check))
            lines += [self._ruling(one, check.where) for one in check.rulings]
        refill(self._checks, *lines)
        settle(self._check_box)
        self.checked.emit(len(checks) - good)

    def _ruling(self, ruling: Ruling, where: tuple[str, ...]) -> QWidget:
        """Say under a check what the rules ask, with its source."""
        words = small(self._context.say(ruling.message), "ink_2", wrap=True)
        source = source_line(self._context, ruling.source, verified=ruling.verified)
        numbers = small(", ".join(where), "ink_2", "medium", wrap=True) if where else None
        made = frame("", stack(words, numbers, source, gap=0, pad=(28, 0, 0, 6)))
        made.setAccessibleName(told(self._context, ruling))
        return made

    def _line(self, check: Check) -> Painted:
        what = self._context.say(check.label)
        more = self._context.say(check.remark) if check.remark else ""
        glyph, ink = ("check-circle", "yes") if check.ok else ("warning", "warn")
        weight = "regular" if check.ok else "medium"

        def paint(brush: Brush, box: QRectF) -> None:
            brush.icon(glyph, 0, (_LINE - 18) / 2, 18, ink, "fill")
            used = brush.write(QRectF(28, 0, box.width() - 28, _LINE), what, 14, weight)
            room = QRectF(36 + used, 0, max(0.0, box.width() - 36 - used), _LINE)
            side = A.AlignRight | A.AlignVCenter
            color = "ink_3" if check.ok else "warn"
            brush.write(room, more, "small", "regular", color, side)

        state = self.tr("in order") if check.ok else self.tr("check this")
        made = Painted(paint, 0, _LINE, name=" ".join(filter(None, (what, more, state))))
        made.setToolTip(f"{what} {more}".strip())
        return made


def settle(part: QWidget) -> None:
    """Lay out what has just been put into a part, so that no frame shows it half laid out."""
    for line in part.findChildren(QWidget):
        line.ensurePolished()
    holder: QWidget | None = part
    while holder is not None and not isinstance(holder, QScrollArea):
        layout = holder.layout()
        if layout is not None:
            layout.activate()
        holder = holder.parentWidget()


def _numbered(
    desk: object, number: int, uid: str, language: str, *, public: bool, checks: bool
) -> tuple[int, bytes, list[Check]]:
    """Make the pages and the checks in one go, under the number of the asking."""
    data = publish.minutes_pdf(desk, uid, language, public=public)  # type: ignore[arg-type]
    found = minutes.checklist(desk, uid, language) if checks else []  # type: ignore[arg-type]
    return number, data, found

"""What happened, in words with its times: the foot of the console's right column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea, QWidget

from council.ui.draft import Draft, draft_key
from council.ui.kit import GROW, Button, combo, line_edit, row, small, stack
from council.ui.pages.meeting.meet.keys import is_enter
from council.ui.pages.meeting.meet.lines.filters import Filter, subject_words
from council.ui.pages.meeting.meet.lines.model import LinesModel
from council.ui.pages.meeting.meet.lines.view import LinesView

if TYPE_CHECKING:
    from council.services.session.timeline import TimelineRow
    from council.ui.context import Context


class TimelinePanel(QWidget):
    """The lines, the newest on top, and above them what they are filtered by.

    Signals: ``line_wanted(object)`` the timeline row somebody pressed; ``left()`` the keyboard may
    go back to where work goes on.
    """

    line_wanted = Signal(object)
    left = Signal()

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__()
        self.wanted = ""
        self.model = LinesModel(context, self)
        self.view = LinesView(self.model)
        self.draft = Draft(context, draft_key(meeting_uid, "filter"), self._typed, self)
        self._none = small("", wrap=True)
        self._help = small("")
        self._filter = self._make_filter()
        self.open_button = Button("", "funnel", "plain", h=28, name=self.tr("Filter the timeline"))
        self.open_button.clicked.connect(self.open_filter)
        title = small(self.tr("Timeline"), "ink_2", "strong")
        head = row(title, GROW, self._help, self.open_button, gap=8)
        self.setLayout(stack(head, self._filter, self._none, (self.view, 1), gap=6))
        self.view.wanted.connect(self._on_wanted)
        self.view.reached.connect(self._come_into_sight)
        self.view.left.connect(self.left)
        self._restore()
        self._tell()

    def _make_filter(self) -> QWidget:
        words = self.tr("Words to look for in the timeline")
        self.words: QLineEdit = line_edit("", self.tr("Words"), words, dense=True)
        self.subject: QComboBox = combo(subject_words(), "", self.tr("Which lines"))
        self.words.textChanged.connect(self._on_filter)
        self.subject.currentIndexChanged.connect(self._on_filter)
        for widget in (self.words, self.subject):
            widget.installEventFilter(self)
        holder = QWidget()
        holder.setLayout(row((self.words, 2), (self.subject, 3), gap=8))
        holder.hide()
        return holder

    # ------------------------------------------------------------------ showing

    def show_lines(self, lines: tuple[TimelineRow, ...]) -> None:
        """Show what happened."""
        self.model.set_lines(lines)
        self.view.doItemsLayout()  # at once: a moment later all would be drawn a second time
        self._tell()

    def _tell(self) -> None:
        shown, everything = self.model.rowCount(), self.model.count_all()
        words = ""
        if not everything:
            words = self.tr("What happens is written here by itself.")
        elif not shown:
            words = self.tr("No line says this. Esc shows all lines again.")
        self._none.setText(words)
        self._none.setVisible(bool(words))
        if self.model.filter:
            told = self.tr("{shown} of {all} lines").format(shown=shown, all=everything)
            self._help.setText(told)
        else:
            self._help.setText(self.tr("press a line to correct it"))

    # ------------------------------------------------------------------ the filter

    def open_filter(self) -> None:
        """Show what the lines are filtered by and put the keyboard there."""
        self._filter.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self._come_into_sight()

    def close_filter(self) -> None:
        """Show all lines again."""
        self.words.clear()
        self.subject.setCurrentIndex(0)
        self._filter.hide()
        self.draft.drop()
        self.left.emit()

    def _on_filter(self) -> None:
        self.model.set_filter(Filter(str(self.subject.currentData() or ""), self.words.text()))
        self.draft.touch()
        self._tell()

    def _typed(self) -> dict[str, str]:
        return {"words": self.words.text(), "subject": str(self.subject.currentData() or "")}

    def _restore(self) -> None:
        """Filter by what was typed when the program ended."""
        kept = self.draft.kept()
        if any(kept.values()):
            self._filter.show()
            self.words.setText(kept.get("words", ""))
            self.subject.setCurrentIndex(max(0, self.subject.findData(kept.get("subject", ""))))
            self.draft.wait()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the filter to the lines with Enter or Down, leave it with Escape."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            down = event.key() == Qt.Key.Key_Down and watched is self.words
            if (is_enter(event) or down) and self.model.rowCount():
                self.view.go_to(0)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_filter()
                return True
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ going to a line

    def go_to_lines(self) -> None:
        """Put the keyboard on the lines."""
        if self.model.rowCount():
            self.view.go_to(max(0, self.view.currentIndex().row()))

    def reveal_wanted(self) -> bool:
        """Put the keyboard on the line somebody came for; tell whether there is one.

        ``wanted`` is a uid or a sentence's key of the minutes: its last uid with a line counts.
        """
        parts, self.wanted = self.wanted.split("/")[::-1], ""
        place = self.model.place_of(parts)
        if place is None:
            return False
        self.view.go_to(place)
        return True

    def _come_into_sight(self) -> None:
        """Let the column scroll to the lines, where a large room leaves them below its edge."""
        holder = self.parentWidget()
        while holder is not None and not isinstance(holder, QScrollArea):
            holder = holder.parentWidget()
        if holder is not None:
            column = holder
            QTimer.singleShot(0, self, lambda: column.ensureWidgetVisible(self, 0, 0))

    def _on_wanted(self, place: int) -> None:
        said = self.model.at(place)
        if said is not None:
            self.line_wanted.emit(said.row)

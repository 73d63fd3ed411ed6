"""The palette: people, meetings, motions, minutes and commands found by a few letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from council.services import search as search_service
from council.ui.actions import key_words
from council.ui.draft import Draft
from council.ui.kit import Brush, ListModel, cap_width, frame, icon, line_edit, row, small, stack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent

    from council.services.search import Hit
    from council.ui.actions import Command
    from council.ui.context import Context

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1

#: table: (icon, route, what the page is told of the find); a meeting's page gets the meeting's uid
PLACES_OF_HITS: Final = {
    "person": ("user", "person", ""),
    "body": ("users-three", "members", ""),
    "action": ("list-checks", "actions", ""),
    "comment": ("chat-text", "meeting", "comment"),
    "meeting": ("calendar-dots", "meeting", ""),
    "agenda_item": ("list-bullets", "meeting", "item"),
    "motion": ("gavel", "meeting", "motion"),
    "note": ("note", "meeting", "note"),
    "minutes_paragraph": ("text-align-left", "meeting", "paragraph"),
}


@dataclass(frozen=True)
class Find:
    """One line of the palette."""

    glyph: str
    title: str
    detail: str
    run: Callable[[], object]
    key: str = ""


class _Finds(ListModel[Find]):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        find = self.at(index)
        if find is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{find.title} {find.detail}".strip()
        return find if role == ROW_ROLE else None


class _FindDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        find: Find = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            Brush.plate(painter, box, "accent_soft")
            Brush.plate(
                painter, QRectF(box.x(), box.y() + 8, 3, box.height() - 16), "accent", None, 1
            )
        ink = "accent" if chosen else "ink_2"
        Brush.icon(painter, find.glyph, box.x() + 14, box.center().y() - 10, 20, ink)
        right = box.right() - 12
        for word in reversed(key_words(find.key) if find.key else ()):
            width = cap_width(word)
            right -= width
            Brush.cap(painter, right, box.center().y() - 10, word)
            right -= 4
        room = right - box.x() - 56
        top = QRectF(box.x() + 48, box.y() + (3 if find.detail else 11), room, 24)
        Brush.write(painter, top, find.title, "body", "medium")
        if find.detail:
            under = QRectF(box.x() + 48, box.y() + 24, room, 22)
            Brush.write(painter, under, find.detail, "small", "regular", "ink_3")
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, 48)


class Palette(QDialog):
    """One field for everything, or only for commands; arrows choose, Enter goes, Escape leaves.

    What was half typed when the program ended stands there again.

    Signals: ``went(str, str, object)`` with route, uid and options of what was chosen.
    """

    went = Signal(str, str, object)

    def __init__(
        self,
        context: Context,
        commands: Sequence[Command],
        parent: QWidget | None = None,
        *,
        only_commands: bool = False,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._reader, self._commands = context.reader, list(commands)
        self._only_commands = only_commands
        words = self.tr("Search people, motions, minutes, commands")
        if only_commands:
            words = self.tr("Name of a command")
        self.setWindowTitle(self.tr("Commands") if only_commands else self.tr("Search"))
        self.field: QLineEdit = line_edit("", words, words)
        self.field.setProperty("bare", True)
        self._draft = Draft(context, "commands" if only_commands else "search", self._typed, self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_FindDelegate(self.list))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setUniformItemSizes(True)
        self._model = _Finds(self)
        self.list.setModel(self._model)
        self._none = small(self.tr("Nothing found. Try fewer letters."), wrap=True)
        glyph = "keyboard" if only_commands else "magnifying-glass"
        head = row(icon(glyph, "ink_3", 20), (self.field, 1), gap=10, pad=(16, 4, 16, 4))
        box = frame(
            "popup",
            stack(
                head, frame("hline"), (self.list, 1), row(self._none, pad=(16, 8, 16, 12)), gap=0
            ),
        )
        self.setLayout(stack(box, gap=0))
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._on_clicked)
        self.field.setText(self._draft.kept().get("words", ""))
        self._draft.wait()
        self._fill()
        self.resize(640, 460)

    def showEvent(self, event: Any) -> None:
        """Take the keyboard."""
        super().showEvent(event)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Leave when another window comes to the front."""
        super().changeEvent(event)
        turned = event.type() == QEvent.Type.ActivationChange and self.isVisible()
        if turned and not self.isActiveWindow():
            self.close()

    def titles(self) -> list[str]:
        """Return the lines that are shown."""
        return [find.title for find in self._model.rows]

    def closeEvent(self, event: QCloseEvent) -> None:
        """Forget what was typed: it led somewhere, or was given up."""
        self._draft.drop()
        super().closeEvent(event)

    def _typed(self) -> dict[str, str]:
        return {"words": self.field.text()}

    def _on_text(self) -> None:
        self._draft.touch()
        self._fill()

    def _fill(self) -> None:
        wanted = self.field.text().strip().casefold()
        finds = [self._of_hit(hit) for hit in self._hits(wanted)]
        finds += [Find(c.glyph, c.words, c.group, c.run, c.key) for c in self._named(wanted)]
        self._model.set_rows(finds[:60])
        self.list.setVisible(bool(finds))
        self._none.setVisible(not finds)
        if finds:
            self.list.setCurrentIndex(self._model.index(0, 0))

    def _named(self, wanted: str) -> list[Command]:
        """Return the commands with these words, first those that are called or begin so."""
        parts = wanted.split()
        found = [c for c in self._commands if all(p in c.words.casefold() for p in parts)]
        if not wanted:
            return found

        def how_near(command: Command) -> int:
            words = command.words.casefold()
            return 0 if words == wanted else 1 if words.startswith(wanted) else 2

        return sorted(found, key=how_near)

    def _hits(self, wanted: str) -> list[Hit]:
        if self._only_commands or not wanted:
            return []
        return search_service.search(self._reader, wanted, 30)

    def _of_hit(self, hit: Hit) -> Find:
        glyph, route, option = PLACES_OF_HITS[hit.kind]
        uid = (hit.meeting_uid or hit.uid) if route == "meeting" else hit.uid
        more = {option: hit.uid} if option else {}
        if option == "paragraph":
            more["step"] = "minutes"

        def go() -> None:
            self.went.emit(route, uid, more)

        detail = "" if hit.detail == hit.title else hit.detail
        return Find(glyph, hit.title, detail, go)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """Let the field's arrows move the list."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                here = self.list.currentIndex().row()
                there = max(0, min(self._model.rowCount() - 1, here + step))
                self.list.setCurrentIndex(self._model.index(there, 0))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_clicked(self.list.currentIndex())
                return True
        return bool(super().eventFilter(watched, event))

    def _on_clicked(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        find: Find = index.data(ROW_ROLE)
        self.close()
        find.run()

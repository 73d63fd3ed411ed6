"""A matter's history: each time it was before the council; bringing an earlier item in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from council.domain import calendars
from council.domain.vocabulary import MotionKind
from council.services.planning import threads
from council.ui.kit import (
    GROW,
    Brush,
    Button,
    ListModel,
    Tile,
    chip,
    frame,
    icon,
    label,
    line_edit,
    refill,
    row,
    scrolled,
    small,
    stack,
)
from council.ui.pages.decision_words import outcome_look, outcome_words, tally_words
from council.ui.pages.meeting.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QPainter

    from council.services.planning.agenda import ItemRow
    from council.services.planning.threads import ThreadRow
    from council.services.session.motion_rows import MotionRow
    from council.ui.context import Context

Index = QModelIndex | QPersistentModelIndex
_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
_ROW: Final = 48
_TYPING_MS: Final = 180
_MOST: Final = 50


def where_words(context: Context, one: ThreadRow) -> str:
    """Return when and where a matter was before a body: day, body, number of the meeting."""
    day = calendars.short_date(one.on, context.language)
    number = calendars.meeting_number(one.meeting_number, context.language)
    return " · ".join(part for part in (day, context.show(one.body_name), number) if part)


def came_of(context: Context, one: ThreadRow) -> str:
    """Return in a word what came of it that time: the last outcome, else the item's state."""
    decided = [m for m in one.motions if m.outcome and (m.parent_uid is None or m.part)]
    if decided:
        return outcome_words(context, decided[-1])
    if str(one.meeting_state) == "cancelled":
        return context.word("meeting_state.cancelled")
    return context.word(f"item_state.{one.state}")


class ThreadView(QFrame):
    """A matter's history, the latest first.

    Signals: ``wanted(str, str)`` the uids of the meeting and of the item somebody goes to.
    """

    wanted = Signal(str, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.links: list[Tile] = []
        self._box = stack(gap=12, pad=(0, 0, 8, 0))
        self.setLayout(self._box)

    def show_rows(self, rows: Sequence[ThreadRow], here: str = "") -> None:
        """Show these, given the first one first; ``here`` is the meeting that is planned."""
        self.links = []
        refill(self._box, *(self._entry(one, here) for one in reversed(rows)), GROW)

    def _entry(self, one: ThreadRow, here: str) -> QWidget:
        where = where_words(self.context, one)
        mark = None
        if one.meeting_uid == here:
            mark = chip(self.tr("this agenda"), "accent", "map-pin")
        elif str(one.meeting_state) == "cancelled":
            words = self.context.word("meeting_state.cancelled")
            mark = chip(words, "warn", "calendar-x")
        title = f"{one.number}  {one.title.show(self.context.language)}".strip()
        lines = [self._motion(m) for m in one.motions if m.kind != MotionKind.AMEND or m.outcome]
        if not lines and one.meeting_uid != here:
            words = self.tr("No motion. {state}").format(
                state=self.context.word(f"item_state.{one.state}")
            )
            lines = [small(words, "ink_3")]
        head = row((self._link(one, where), 1), mark, gap=8)
        body = stack(head, label(title, "body", "medium", wrap=True), *lines, gap=4)
        thread = frame("vline")
        thread.setFixedWidth(2)
        return frame("", row(thread, (body, 1), gap=12))

    def _link(self, one: ThreadRow, words: str) -> Tile:
        def paint(brush: Brush, box: QRectF) -> None:
            used = brush.write(box.adjusted(0, 0, -22, 0), words, "small", "strong", "accent")
            brush.icon("arrow-right", used + 4, box.center().y() - 8, 16, "accent")

        made = Tile(paint, words, 0, 26, 4)
        made.setToolTip(words)
        made.clicked.connect(self._goer(one.meeting_uid, one.item_uid))
        self.links.append(made)
        return made

    def _goer(self, meeting: str, item: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(meeting, item)

    def _motion(self, motion: MotionRow) -> QWidget:
        glyph, tone = outcome_look(motion)
        told = [outcome_words(self.context, motion), tally_words(motion), motion.until or ""]
        head = " · ".join(part for part in told if part) or self.tr("not decided")
        words = " ".join(motion.text.show(self.context.language).split())
        if motion.parent_uid is not None and motion.part is None:
            words = f"{self.context.word(f'motion_kind.{motion.kind}')}: {words}"
        sign = stack(2, icon(glyph, tone, 18, "fill"), GROW, gap=0)
        ink = tone if tone in ("yes", "no") else "ink_2"
        said = stack(small(head, ink, "strong"), small(words, "ink", wrap=True), gap=0)
        return frame("", row(sign, (said, 1), gap=8))


class ThreadPanel(Panel):
    """Every time the matter of an item was before the council.

    Signals: ``search_wanted()`` when somebody looks for an earlier item.
    """

    search_wanted = Signal()

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, self.tr("This matter before"))
        self.meeting_uid = meeting_uid
        self.item: ItemRow | None = None
        self.view = ThreadView(context)
        self.view.wanted.connect(self._on_wanted)
        self._note = small("", "ink_2", wrap=True)
        self.search = Button(self.tr("Bring in an earlier item"), "magnifying-glass", "quiet")
        self.search.clicked.connect(self.search_wanted)
        holder = scrolled(self.view)
        holder.setMinimumHeight(100)
        self.lay(self._note, (holder, 1), row(self.search, GROW), least=200)

    def show_item(self, item: ItemRow | None) -> None:
        """Show the history of an item's matter."""
        self.item = item
        self.refresh()

    def refresh(self) -> None:
        """Read the history anew."""
        if self.item is None:
            return
        self.context.dispatcher.ask(
            threads.thread,
            self.item.uid,
            on_done=self._show,
            on_error=lambda _m: self.closed.emit(),
        )

    def _show(self, rows: list[ThreadRow]) -> None:
        self.view.show_rows(rows, self.meeting_uid)
        before = [one for one in rows if one.meeting_uid != self.meeting_uid]
        title = self.item.title.show(self.context.language) if self.item else ""
        if not before:
            words = self.tr("{title}: it stands on an agenda for the first time.")
        elif len(before) == 1:
            words = self.tr("{title}: once on another agenda.")
        else:
            words = self.tr("{title}: {count} times on other agendas.")
        self._note.setText(words.format(title=title, count=len(before)))

    def _on_wanted(self, meeting: str, item: str) -> None:
        self.context.navigate("meeting", meeting, item=item)


class _Found(ListModel["ThreadRow"]):
    """Past items that were found."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, a sentence for screen readers, or the row itself."""
        one = self.at(index)
        if one is None:
            return None
        title = one.title.show(self.context.language)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title}, {where_words(self.context, one)}, {came_of(self.context, one)}"
        return one if role == _ROLE else None


class _FoundDelegate(QStyledItemDelegate):
    """Paints a past item: its title, and below when it was and what came of it."""

    def __init__(self, view: QListView, context: Context) -> None:
        super().__init__(view)
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for two lines."""
        return QSize(120, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        one: ThreadRow = index.data(_ROLE)
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            Brush.plate(painter, box.adjusted(1, 1, -1, -1), "accent_soft", "accent_line")
        else:
            y = box.bottom() - 0.5
            Brush.rule(painter, 8, y, box.right() - 8, y)
        wide = box.width() - 20
        title = QRectF(10, box.y() + 2, wide, 24)
        Brush.write(painter, title, str(index.data()), "body", "medium")
        words = f"{where_words(self._context, one)} · {came_of(self._context, one)}"
        below = QRectF(10, box.y() + 24, wide, 22)
        Brush.write(painter, below, words, "small", "regular", "ink_2")
        painter.restore()


class SearchPanel(Panel):
    """Finds any past item, shows its history, and puts it on this agenda with its link.

    Signals: ``bring_wanted(str)`` the uid of the past item.
    """

    bring_wanted = Signal(str)

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, self.tr("Bring in an earlier item"))
        self.meeting_uid = meeting_uid
        self.line = line_edit("", self.tr("Words of the item, its motion or its notes"),
                              self.tr("Search past items"))  # fmt: skip
        self.line.textEdited.connect(self._on_typed)
        self.take_enter(self.line, self.submit)
        self.found = _Found(context)
        self.found.setParent(self)
        self.list = QListView()
        self.list.setModel(self.found)
        self.list.setItemDelegate(_FoundDelegate(self.list, context))
        self.list.setAccessibleName(self.tr("Past items found"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(_ROW * 2)
        self.list.selectionModel().currentChanged.connect(self._on_picked)
        self._note = small("", "ink_2", wrap=True)
        self.view = ThreadView(context)
        self.view.wanted.connect(self._on_wanted)
        self.bring = Button(self.tr("Add to this agenda"), "plus", "primary", "Enter")
        self.bring.clicked.connect(self.submit)
        self._where = small("", "ink_2", wrap=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING_MS)
        self._timer.timeout.connect(self.search)
        history = scrolled(self.view)
        history.setMinimumHeight(60)
        well = frame("well", stack((history, 1), pad=(12, 8, 4, 8)))
        self.lay(
            self.line, self._note, (self.list, 2), (well, 3), row(self.bring, (self._where, 1)),
            least=360,
        )  # fmt: skip

    def begin(self) -> None:
        """Take the keyboard to the line."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()
        self.search()

    def set_place(self, after: ItemRow | None) -> None:
        """Say where the item will come."""
        words = self.tr("It comes at the end.")
        if after is not None:
            words = self.tr("It comes after {number}.").format(number=after.number)
        self._where.setText(words)

    def _on_typed(self) -> None:
        self._timer.start()

    def search(self) -> None:
        """Look for the words typed, off the GUI thread."""
        self._timer.stop()
        words = self.line.text().strip()
        if not words:
            self._show("", [])
            return
        self.context.dispatcher.ask(
            threads.find_past_items,
            words,
            self.meeting_uid,
            limit=_MOST,
            on_done=lambda rows: self._show(words, rows),
        )

    def _show(self, words: str, rows: list[ThreadRow]) -> None:
        if words != self.line.text().strip():
            return  # something else is typed by now
        self.found.set_rows(rows)
        if not words:
            note = self.tr("Type a word or two; every earlier meeting is searched.")
        elif not rows:
            note = self.tr("No earlier item has these words. Try fewer, or another spelling.")
        else:
            note = self.tr("Found: {count}").format(count=len(rows))
        self._note.setText(note)
        if rows:
            self.list.setCurrentIndex(self.found.index(0))
        else:
            self.view.show_rows([])
        self.bring.setEnabled(bool(rows))

    def _on_picked(self, index: QModelIndex) -> None:
        one: ThreadRow | None = index.data(_ROLE)
        if one is not None:
            uid = one.item_uid
            self.context.dispatcher.ask(
                threads.thread, uid, on_done=lambda rows: self._show_thread(uid, rows)
            )

    def _show_thread(self, uid: str, rows: list[ThreadRow]) -> None:
        if uid == self.current_uid():
            self.view.show_rows(rows, self.meeting_uid)

    def current_uid(self) -> str:
        """Return the uid of the item that is chosen, empty for none."""
        one: ThreadRow | None = self.list.currentIndex().data(_ROLE)
        return one.item_uid if one else ""

    def submit(self) -> None:
        """Ask for the chosen item to be added; a search under way comes first."""
        if self._timer.isActive():
            self.search()
        elif self.current_uid():
            self.bring_wanted.emit(self.current_uid())

    def _on_wanted(self, meeting: str, item: str) -> None:
        self.context.navigate("meeting", meeting, item=item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by the arrows from the line, add on Enter."""
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        way = ways.get(Qt.Key(event.key()))
        if way is not None and self.found.rows:
            place = self.list.currentIndex().row() + way
            self.list.setCurrentIndex(
                self.found.index(max(0, min(place, len(self.found.rows) - 1)))
            )
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)


__all__ = ["SearchPanel", "ThreadPanel", "ThreadView"]

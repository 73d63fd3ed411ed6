"""The last meeting's agenda beside this one: what differs, and what to take over from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from council.domain import calendars
from council.services import meetings
from council.services.planning import compare
from council.ui import facts
from council.ui.kit import (
    GROW,
    Brush,
    Button,
    ListModel,
    Painted,
    SegmentedSwitch,
    combo,
    row,
    small,
)
from council.ui.pages.meeting.panel import Panel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

    from council.domain.messages import Message
    from council.services.planning.agenda import ItemRow
    from council.services.planning.compare import CompareRow, Comparison
    from council.ui.context import Context

Index = QModelIndex | QPersistentModelIndex
_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
_ROW: Final = 54
_LOW: Final = 36
_BOX: Final = 34


class _Rows(ListModel["CompareRow"]):
    """Rows of a comparison; what only the other agenda has can be ticked.

    Signals: ``ticked()``.
    """

    ticked = Signal()

    def __init__(self, panel: ComparePanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self.ticks: set[str] = set()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a sentence, the tick, or the row itself."""
        one = self.at(index)
        if one is None:
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            if one.here is not None or one.there is None:
                return None
            on = one.there.uid in self.ticks
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._panel.sentence(one)
        return one if role == _ROLE else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick."""
        one = self.rows[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or one.here is not None or one.there is None:
            return False
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        (self.ticks.add if on else self.ticks.discard)(one.there.uid)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let what only the other agenda has be ticked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.rows[index.row()].here is None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags


class _Delegate(QStyledItemDelegate):
    """Paints a row in two halves: the other agenda, this one."""

    def __init__(self, view: QListView, panel: ComparePanel) -> None:
        super().__init__(view)
        self._panel = panel

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for a second line where something differs."""
        one: CompareRow = index.data(_ROLE)
        return QSize(200, _ROW if one.differs else _LOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        one: CompareRow = index.data(_ROLE)
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            line, wide = ("focus", 2) if focused else ("accent_line", 1)
            Brush.plate(painter, box.adjusted(1, 1, -1, -1), "accent_soft", line, 6, wide)
        else:
            y = box.bottom() - 0.5
            Brush.rule(painter, 8, y, box.right() - 8, y)
        half = (box.width() - _BOX) / 2
        there = QRectF(box.x() + _BOX, box.y(), half - 8, _LOW)
        here = QRectF(box.x() + _BOX + half, box.y(), half - 8, _LOW)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            on = Qt.CheckState(state) == Qt.CheckState.Checked
            glyph, tone, weight = (
                ("check-square", "accent", "fill") if on else ("square", "ink_2", "regular")
            )
            Brush.icon(painter, glyph, box.x() + 8, box.center().y() - 11, 22, tone, weight)
        self._side(painter, there, one.there, self._panel.missing(here=False))
        self._side(painter, here, one.here, self._panel.missing(here=True))
        if one.differs:
            below = QRectF(here.x() + 36, box.y() + 28, here.width() - 36, 22)
            Brush.icon(painter, "pencil-simple", below.x(), below.y() + 3, 14, "accent")
            words = self._panel.differences(one)
            Brush.write(painter, below.adjusted(20, 0, 0, 0), words, "small", "medium", "accent")
        painter.restore()

    def _side(self, p: QPainter, box: QRectF, item: ItemRow | None, missing: str) -> None:
        if item is None:
            Brush.write(p, box, missing, "small", "regular", "ink_3")
            return
        number = QRectF(box.x(), box.y(), 34, box.height())
        Brush.write(p, number, item.number, "small", "regular", "ink_2")
        title = box.adjusted(36, 0, 0, 0)
        Brush.write(p, title, item.title.show(self._panel.context.language), "body", "regular")


class CompareView(QListView):
    """The rows; Space ticks."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick by a click into the margin."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < _BOX:
            self.toggle(index)

    def toggle(self, index: QModelIndex) -> None:
        """Turn a tick around."""
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            on = Qt.CheckState(state) == Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
            self.model().setData(index, wanted, Qt.ItemDataRole.CheckStateRole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by Space; leave Enter and Escape to the panel."""
        if event.key() == Qt.Key.Key_Space:
            self.toggle(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ComparePanel(Panel):
    """An earlier meeting's agenda beside this one.

    Signals: ``copy_wanted(list)`` the uids of the items to copy, in their order.
    """

    copy_wanted = Signal(list)

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, self.tr("Compare with an earlier meeting"))
        self.meeting_uid = meeting_uid
        self.found: Comparison | None = None
        self.other = combo([("", "")], name=self.tr("Earlier meeting"))
        self.other.activated.connect(self.refresh)
        self.show_what = SegmentedSwitch(
            [("all", self.tr("All")), ("differs", self.tr("What differs"))],
            "all",
            self.tr("Show"),
        )
        self.show_what.chosen.connect(self._fill)
        self.list = CompareView()
        self.rows = _Rows(self)
        self.rows.ticked.connect(self._show_count)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(_Delegate(self.list, self))
        self.list.setAccessibleName(self.tr("Both agendas"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(_ROW * 2)
        self._heads = Painted(self._paint_heads, 0, 26)
        self._note = small("", "ink_2", wrap=True)
        self.all_missing = Button(self.tr("Tick all that are missing"), "check-square", "quiet")
        self.all_missing.clicked.connect(self.tick_all)
        self.copy = Button(self.tr("Copy"), "copy", "primary", "Enter")
        self.copy.clicked.connect(self.submit)
        self.lay(
            row((self.other, 1), self.show_what, gap=12),
            self._note,
            self._heads,
            (self.list, 1),
            row(self.copy, self.all_missing, GROW),
            least=290,
        )

    # ---------------------------------------------------------------------- words

    def _paint_heads(self, brush: Brush, box: QRectF) -> None:
        half = (self.list.viewport().width() - _BOX) / 2
        there = QRectF(_BOX, 0, half - 8, box.height())
        brush.write(there, self.other.currentText(), "small", "medium", "ink_3")
        here = QRectF(_BOX + half, 0, half - 8, box.height())
        brush.write(here, self.tr("This agenda"), "small", "medium", "ink_3")
        brush.rule(0, box.bottom() - 0.5, box.width(), box.bottom() - 0.5)

    def missing(self, *, here: bool) -> str:
        """Return what stands where an agenda has no such item."""
        return self.tr("not on this agenda") if here else self.tr("not on that agenda")

    def differences(self, one: CompareRow) -> str:
        """Return in words what is not the same, with what it was where that is short."""
        here, there = one.here, one.there
        if here is None or there is None:
            return ""
        told = {
            "title": self.tr("other title"),
            "presenter": self.tr("other presenter"),
            "closed": self.tr("closed session"),
            "consent": self.tr("consent group"),
            "proposed_motion": self.tr("other motion"),
            "body": self.tr("other text"),
            "minutes": self.tr("{before} → {after} min").format(
                before=_minutes(there), after=_minutes(here)
            ),
            "kind": self.context.word(f"item_kind.{there.kind}")
            + " → "
            + self.context.word(f"item_kind.{here.kind}"),
        }
        return " · ".join(told[name] for name in one.differs)

    def sentence(self, one: CompareRow) -> str:
        """Return a row in words, for screen readers."""
        language = self.context.language
        there = one.there.title.show(language) if one.there else self.missing(here=False)
        here = one.here.title.show(language) if one.here else self.missing(here=True)
        told = self.differences(one)
        return f"{there} | {here}" + (f": {told}" if told else "")

    # ---------------------------------------------------------------------- showing

    def begin(self) -> None:
        """Show the last meeting and take the keyboard."""
        self._offer()
        self.refresh()
        target = self.list if self.other.count() else self.back
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> None:
        """Offer the earlier meetings of this body, the latest first."""
        desk = self.context.reader
        this = meetings.get_meeting(desk, self.meeting_uid)
        chosen = self.other.currentData() or compare.previous_meeting(desk, self.meeting_uid)
        self.other.clear()
        for one in meetings.list_meetings(desk):
            if one.body_uid == this.body_uid and one.starts_local < this.starts_local:
                self.other.addItem(self._meeting_words(one), one.uid)
        self.other.setCurrentIndex(max(0, self.other.findData(chosen)))

    def _meeting_words(self, one: meetings.MeetingRow) -> str:
        language = self.context.language
        day = calendars.short_date(one.starts_local.date(), language)
        return f"{facts.meeting_name(one, language)} · {day}"

    def refresh(self) -> None:
        """Compare anew, off the GUI thread."""
        chosen = self.other.currentData()
        if not chosen:
            self._note.setText(self.tr("There is no earlier meeting to compare with."))
            self.rows.set_rows([])
            self._show_count()
            return
        self.context.dispatcher.ask(
            compare.compare, self.meeting_uid, chosen, on_done=self._show, on_error=self._on_refused
        )

    def _show(self, found: Comparison) -> None:
        if found.other_uid != self.other.currentData():
            return
        self.found = found
        missing = {one.there.uid for one in found.rows if one.there and one.here is None}
        self.rows.ticks &= missing
        fresh = sum(1 for one in found.rows if one.there is None)
        changed = sum(1 for one in found.rows if one.differs)
        words = self.tr("Only there: {missing} · only here: {fresh} · changed: {changed}")
        self._note.setText(words.format(missing=len(missing), fresh=fresh, changed=changed))
        self._fill()
        self._heads.update()

    def _fill(self) -> None:
        rows = self.found.rows if self.found else ()
        if self.show_what.value() == "differs":
            rows = tuple(one for one in rows if one.differs or None in (one.here, one.there))
        place = max(0, self.list.currentIndex().row())
        self.rows.set_rows(rows)
        if rows:
            self.list.setCurrentIndex(self.rows.index(min(place, len(rows) - 1)))
        self._show_count()

    def _show_count(self) -> None:
        count = len(self.rows.ticks)
        words = self.tr("Copy 1 item") if count == 1 else self.tr("Copy {count} items")
        self.copy.set_text(words.format(count=count) if count else self.tr("Nothing ticked"))
        self.copy.setEnabled(bool(count))
        offered = any(one.here is None for one in self.rows.rows)
        self.all_missing.setEnabled(offered)

    def _on_refused(self, message: Message) -> None:
        self._note.setText(self.context.say(message))

    # ---------------------------------------------------------------------- doing

    def tick_all(self) -> None:
        """Tick everything that this agenda lacks."""
        self.rows.ticks = {
            one.there.uid for one in self.rows.rows if one.there is not None and one.here is None
        }
        self.list.viewport().update()
        self._show_count()

    def submit(self) -> None:
        """Ask for what is ticked to be copied."""
        rows = self.found.rows if self.found else ()
        uids = [one.there.uid for one in rows if one.there and one.there.uid in self.rows.ticks]
        if uids:
            self.copy_wanted.emit(uids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)


def _minutes(item: ItemRow) -> str:
    return "–" if item.minutes is None else str(item.minutes)


__all__ = ["ComparePanel"]

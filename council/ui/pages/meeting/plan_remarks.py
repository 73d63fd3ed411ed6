"""What the rules say of an agenda: signs for its rows, one line below it, and the whole list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from council.ui.kit import (
    GROW,
    A,
    Brush,
    Button,
    Tile,
    frame,
    group,
    hline,
    refill,
    row,
    scrolled,
    small,
    stack,
)
from council.ui.pages.meeting.agenda_model import ItemRemarks
from council.ui.pages.rulings import RulingLine, look, told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from council.services.duties.meeting_duties import Remark
    from council.services.planning.agenda import ItemRow
    from council.ui.context import Context

_HEIGHT = 36


def signs(context: Context, remarks: Sequence[Remark]) -> dict[str, ItemRemarks]:
    """Return the sign of every item with a remark, by uid: a warning when a rule is not met."""
    found: dict[str, list[Remark]] = {}
    for one in remarks:
        if one.item_uid is not None:
            found.setdefault(one.item_uid, []).append(one)
    made = {}
    for uid, own in found.items():
        worst = False if any(one.ruling.holds is False for one in own) else None
        words = "\n".join(told(context, one.ruling) for one in own)
        made[uid] = ItemRemarks(*look(worst), words)
    return made


class RemarkBar(Tile):
    """One line under the agenda: what the rules say of all of it; pressing it opens the list."""

    def __init__(self, context: Context) -> None:
        super().__init__(self._paint_line, "", 0, _HEIGHT, 6)
        self._context = context
        self._words, self._glyph, self._tone = "", "info", "accent"
        self.hide()

    def set_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say how many there are; a single one on the whole agenda is said itself."""
        self.setVisible(bool(remarks))
        wide = [one for one in remarks if one.item_uid is None]
        self._glyph, self._tone = look(_worst(remarks))
        self._words = self._said(wide, len(remarks) - len(wide))
        self.setAccessibleName(self._words)
        self.setToolTip("\n".join(told(self._context, one.ruling) for one in wide))
        self.update()

    def _said(self, wide: Sequence[Remark], on_items: int) -> str:
        if len(wide) == 1 and not on_items:
            return self._context.say(wide[0].ruling.message)
        if not wide:
            if on_items == 1:
                return self.tr("The rules say something of 1 item")
            words = self.tr("Remarks by the rules on items: {count}")
            return words.format(count=on_items)
        words = self.tr("Remarks by the rules: {wide} on the whole agenda, {items} on items")
        return words.format(wide=len(wide), items=on_items)

    def _paint_line(self, brush: Brush, box: QRectF) -> None:
        if self.hot():
            brush.plate(box, "sunken", None, 6)
        middle, more = box.center().y(), self.tr("Show all")
        brush.icon(self._glyph, 17, middle - 9, 18, self._tone, "fill")
        brush.icon("caret-right", box.width() - 32, middle - 8, 16, "accent")
        side = A.AlignRight | A.AlignVCenter
        end = QRectF(0, 0, box.width() - 36, box.height())
        used = brush.write(end, more, "small", "strong", "accent", side)
        room = QRectF(50, 0, box.width() - 50 - used - 52, box.height())
        ink = self._tone if self._tone == "warn" else "ink"
        brush.write(room, self._words, "small", "strong", ink)


def _worst(remarks: Sequence[Remark]) -> bool | None:
    return False if any(one.ruling.holds is False for one in remarks) else None


class RemarksPanel(QFrame):
    """Every remark with its source: those on the whole agenda first, then item by item.

    Signals: ``closed()``; ``wanted(str)`` with the uid of the item somebody goes to.
    """

    closed = Signal()
    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self._list = stack(gap=10)
        self.items: list[Tile] = []
        self.close_button = Button(self.tr("Back to the agenda"), "caret-left", "normal", "Esc")
        self.close_button.clicked.connect(self.closed)
        note = small(
            self.tr("Nothing is blocked: what is done all the same goes on record."),
            "ink_2",
            wrap=True,
        )
        holder = scrolled(frame("", self._list))
        holder.setMinimumHeight(120)
        title = group(self.tr("What the rules say of this agenda"))
        foot = row(self.close_button, (note, 1), gap=12)
        self.setLayout(stack(title, (holder, 1), foot, gap=10, pad=(16, 14, 16, 14)))

    def show_remarks(self, remarks: Sequence[Remark], items: Sequence[ItemRow]) -> None:
        """List these remarks; an item's title leads to it."""
        wide = [one for one in remarks if one.item_uid is None]
        lines: list[QWidget] = [RulingLine(self._context, one.ruling) for one in wide]
        self.items = []
        for item in items:
            own = [one for one in remarks if one.item_uid == item.uid]
            if own:
                if lines:
                    lines.append(hline())
                lines.append(self._item(item))
                lines += [RulingLine(self._context, one.ruling) for one in own]
        if not lines:
            lines = [small(self.tr("The rules have no remark on this agenda."), "ink_2")]
        refill(self._list, *lines, GROW)

    def _item(self, item: ItemRow) -> Tile:
        words = f"{item.number}  {item.title.show(self._context.language)}".strip()

        def paint(brush: Brush, box: QRectF) -> None:
            brush.write(box, words, "body", "strong", "accent")

        made = Tile(paint, words, 0, 28, 4)
        made.clicked.connect(self._goer(item.uid))
        self.items.append(made)
        return made

    def _goer(self, uid: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(uid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

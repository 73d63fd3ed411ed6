"""Two packs side by side: where they differ, or every rule of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from council.domain.rules.layers import Rules, resolve
from council.services import council as council_service
from council.services.rules.compare import CompareRow as Compared
from council.services.rules.compare import Side, compare
from council.ui.kit import SegmentedSwitch, combo, frame, row, small, stack
from council.ui.kit.narrow import when_narrow
from council.ui.pages.rules.compare_rows import NARROW, SIDE_GAP, CompareRow, SideText, columns
from council.ui.pages.rules.pack_form import fitting, pack_choices
from council.ui.pages.rules.rows import EDGE, GroupRow, Row, RowsView

if TYPE_CHECKING:
    from council.ui.context import Context

OURS = "ours"
SCROLLER = 24  # the list's own edge and its scroll bar


class Comparison(QWidget):
    """Choose two packs; a table tells what each says of a rule, and its source."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        choices = [(OURS, self.tr("Our rules")), *pack_choices(context)]
        self.one = fitting(combo(choices, OURS, self.tr("One side")))
        self.other = fitting(combo(choices, self._first_other(), self.tr("Other side")))
        which = [("differ", self.tr("Only differences")), ("all", self.tr("All rules"))]
        self.which = SegmentedSwitch(which, "differ", self.tr("Which rules"))
        self._count = small("", "ink_3")
        self._same = small(self.tr("Both say the same of every rule."), "ink_2")
        self.list = RowsView(self.tr("Two packs side by side"))
        # The choices stand over the columns of what they choose.
        self._lead = QWidget()
        sides = row(self._lead, (self.one, 1), SIDE_GAP, (self.other, 1), SCROLLER, gap=0)
        below = row((self._count, 1), self.which, gap=12)
        card = frame("card", stack(self._same, (self.list, 1), gap=0, pad=(1, 6, 1, 6)))
        self.setLayout(stack(below, sides, (card, 1), gap=10))
        when_narrow(self, NARROW + 20, self._on_narrow)
        for box in (self.one, self.other):
            box.activated.connect(self.refresh)
        self.which.chosen.connect(self.refresh)

    def _on_narrow(self, narrow: bool) -> None:
        self._lead.setFixedWidth(EDGE if narrow else columns(NARROW)[0])

    def _first_other(self) -> str:
        """Return the pack to begin with: the first that is not among the council's own."""
        own = {pack.uid for pack in council_service.rule_sources(self._context.reader)[0]}
        named = (uid for uid, _ in pack_choices(self._context) if uid not in own)
        return next((uid for uid in ("ronr",) if uid not in own), next(named, OURS))

    def _rules(self, box: QComboBox) -> Rules:
        uid, reader = str(box.currentData()), self._context.reader
        if uid == OURS:
            return council_service.get_rules(reader)
        return resolve([reader.packs[uid]], {}, reader.today())

    def refresh(self) -> None:
        """Compare anew."""
        found = compare(self._rules(self.one), self._rules(self.other))
        differing = sum(one.differs for one in found)
        count = self.tr("{count} of {whole} rules differ")
        self._count.setText(count.format(count=differing, whole=len(found)))
        if self.which.value() == "differ":
            found = [one for one in found if one.differs]
        self._same.setVisible(not found)
        self.list.setVisible(bool(found))
        self.list.set_rows(self._rows(found))

    def _rows(self, found: list[Compared]) -> list[Row]:
        rows: list[Row] = []
        group = ""
        for one in found:
            if one.group != group:
                group = one.group
                rows.append(GroupRow(self._context.word(f"rule_group.{group}")))
            differs = self.tr("differs") if one.differs else ""
            label = self._context.say(one.label)
            sides = (self._side(one.one), self._side(one.other))
            rows.append(CompareRow(one.key, label, differs, sides))
        return rows

    def _side(self, side: Side | None) -> SideText:
        word = self._context.word
        if side is None:
            return SideText(word("rule_state.unsaid"), "", "", missing=True)
        seal = "" if side.verified else word("rule_state.to_confirm")
        return SideText(self._context.say(side.sentence), side.source, seal, missing=not side.known)

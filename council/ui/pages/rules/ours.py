"""Our rules: every rule the council works by, in sentences, with a search and the one chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from council.services import council as council_service
from council.services.rules import search
from council.services.rules.lines import RuleLine, lines_of
from council.ui.kit import SegmentedSwitch, frame, line_edit, row, scrolled, small, stack
from council.ui.kit.narrow import when_narrow
from council.ui.pages.rules.detail import RuleDetail
from council.ui.pages.rules.pack_form import PackLine
from council.ui.pages.rules.rows import RowsView
from council.ui.pages.rules.told import rows_of, tell

if TYPE_CHECKING:
    from council.domain.rules.layers import Rules
    from council.ui.context import Context
    from council.ui.pages.rules.rule_rows import Told

DETAIL = 404
_NARROW = 780


class OurRules(QWidget):
    """The list on the left, the rule that is chosen on the right; one of them when narrow."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rules: Rules | None = None
        self._lines: dict[str, tuple[RuleLine, Told]] = {}
        self._said: dict[str, str] = {}
        self._narrow = False
        self.packs = PackLine(context)
        self.search = line_edit("", self.tr("Search the rules"), self.tr("Search the rules"))
        filters = [
            ("all", self.tr("All")),
            ("own", self.tr("Only our bylaws")),
            ("confirm", self.tr("To be confirmed")),
        ]
        self.filter = SegmentedSwitch(filters, "all", self.tr("Which rules"))
        self._count = small("", "ink_3")
        self.list = RowsView(self.tr("Rules"))
        self.detail = RuleDetail(context)
        self._nothing = small(self.tr("No rule says that."), "ink_2")
        self._left = frame("card", stack(self._nothing, (self.list, 1), gap=0, pad=(1, 6, 1, 6)))
        self._right = frame(
            "card", stack((scrolled(self.detail), 1), self.detail.footer, gap=0, pad=1)
        )
        self._right.setFixedWidth(DETAIL)
        head = row((self.search, 1), self.filter, self._count, gap=12)
        body = row((self._left, 1), self._right, gap=16)
        self.setLayout(stack(self.packs, head, (body, 1), gap=10))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(60)
        self._connect()
        when_narrow(self, _NARROW, self._on_narrow)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_typed)
        self._later.timeout.connect(self.show_found)
        self.filter.chosen.connect(self._on_filter)
        self.list.picked.connect(self._on_picked)
        self.list.opened.connect(self._on_opened)
        self.detail.left.connect(self._on_left)

    def refresh(self) -> None:
        """Read the rules anew; what is chosen and looked for stays."""
        context = self._context
        self._rules = council_service.get_rules(context.reader)
        lines = lines_of(self._rules, context.reader.packs)
        self._lines = {line.key: (line, tell(context, line)) for line in lines}
        self._said = {}
        self.packs.show_packs()
        self.show_found()

    def show_found(self) -> None:
        """Show the rules that are looked for."""
        which = self.filter.value()
        found = [
            self._lines[key] for key in self._matching() if _passes(self._lines[key][0], which)
        ]
        self.list.set_rows(rows_of(self._context, found))
        self._nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        count = self.tr("{count} of {whole}")
        self._count.setText(count.format(count=len(found), whole=len(self._lines)))
        if found and not self.list.current_key():
            self.list.pick_first()

    def _matching(self) -> list[str]:
        """Return the keys of the rules that hold the words looked for."""
        wanted = self.search.text()
        if not wanted.strip():
            return list(self._lines)
        if not self._said:  # folded when somebody first looks for something
            self._said = {key: _words(told) for key, (_, told) in self._lines.items()}
        return search.find(wanted, self._said)

    def show_rule(self, key: str) -> None:
        """Choose a rule, wherever it is in the list."""
        self.search.clear()
        self.filter.set_value("all")
        self.show_found()
        self.list.pick(key)
        self.list.scrollTo(self.list.currentIndex())

    def _on_typed(self) -> None:
        self._later.start()

    def _on_filter(self) -> None:
        self.show_found()

    def _on_picked(self, key: str) -> None:
        if self._rules is not None and key in self._lines:
            self.detail.show_rule(self._lines[key][0], self._rules)

    def _on_opened(self, key: str) -> None:
        self._on_picked(key)
        if self._narrow:
            self._show_one(detail=True)
        self.detail.open_editor()

    def _on_left(self) -> None:
        self._show_one(detail=False)
        self.list.setFocus()

    def _on_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.detail.back.setVisible(narrow)
        self._right.setMaximumWidth(16777215 if narrow else DETAIL)
        self._right.setMinimumWidth(0 if narrow else DETAIL)
        if narrow:
            self._show_one(detail=False)
        else:
            self._left.show()
            self._right.show()

    def _show_one(self, *, detail: bool) -> None:
        self._left.setVisible(not detail)
        self._right.setVisible(detail)


def _words(told: Told) -> str:
    parts = (told.label, told.sentence, told.source, told.seal, told.remark)
    return search.fold(" ".join(parts))


def _passes(line: RuleLine, which: str) -> bool:
    if which == "own":
        return line.own
    return which != "confirm" or not line.verified

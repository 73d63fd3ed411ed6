"""Council → Rules: a switch between our rules, two packs side by side, and trying numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from council.ui.kit import SegmentedSwitch
from council.ui.pages.rules.comparison import Comparison
from council.ui.pages.rules.ours import OurRules
from council.ui.pages.rules.trial import Trial

if TYPE_CHECKING:
    from council.ui.context import Context

VIEWS = ("ours", "compare", "try")
View = OurRules | Comparison | Trial


class RulesSection(QWidget):
    """The three views; each is built when it is first looked at. The page places ``switch``."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        words = (self.tr("Our rules"), self.tr("Compare"), self.tr("Try numbers"))
        choices = list(zip(VIEWS, words, strict=True))
        self.switch = SegmentedSwitch(choices, "ours", self.tr("View"))
        self._views: dict[str, View] = {}
        self._stack = QStackedLayout()
        self.setLayout(self._stack)
        self.switch.chosen.connect(self.open)

    def open(self, view: str) -> None:
        """Show one of ours, compare, try, as the file says now."""
        self.bring(view)
        self.refresh()

    def bring(self, view: str) -> None:
        """Put a view in front; its words come with the next refresh."""
        self.switch.set_value(view)
        self._stack.setCurrentWidget(self._view(view))

    def _view(self, view: str) -> View:
        if view not in self._views:
            kinds: dict[str, type[View]] = {"ours": OurRules, "compare": Comparison, "try": Trial}
            made = kinds[view](self._context)
            self._views[view] = made
            self._stack.addWidget(made)
        return self._views[view]

    @property
    def ours(self) -> OurRules:
        """The council's own rules."""
        view = self._view("ours")
        assert isinstance(view, OurRules)  # noqa: S101 - for the type checker
        return view

    def refresh(self) -> None:
        """Read anew what is looked at."""
        self._view(self.switch.value()).refresh()

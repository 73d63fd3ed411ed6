"""The widgets every page is made of: layout by boxes, state by painting, colour by token name.

Each name is loaded from its module when it is first asked for: the first page needs half of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from council.ui.kit.boxes import (
        GROW,
        A,
        Item,
        Pad,
        Thing,
        add_to,
        clear,
        frame,
        hline,
        refill,
        remeasure,
        row,
        scrolled,
        stack,
        vline,
    )
    from council.ui.kit.buttons import (
        Button,
        ConfirmInline,
        SegmentedSwitch,
        Tabs,
        Tile,
        link,
    )
    from council.ui.kit.fact_text import (
        FACT,
        FactText,
        fact_html,
    )
    from council.ui.kit.focus import (
        FocusRing,
        Pressable,
    )
    from council.ui.kit.forms import (
        Field,
        FormRow,
        calm_wheel,
        check,
        combo,
        line_edit,
        spin,
        text_edit,
    )
    from council.ui.kit.lines import (
        Banner,
        EmptyState,
        Remark,
        TimelineLine,
    )
    from council.ui.kit.list_model import (
        ListModel,
    )
    from council.ui.kit.marks import (
        emblem,
        presence_mark,
        vote_mark,
    )
    from council.ui.kit.meters import (
        Meter,
        QuorumMeter,
        QuorumState,
        Step,
        Stepper,
    )
    from council.ui.kit.paint import (
        TONES,
        Brush,
        Paint,
        Painted,
        cap_width,
        caps,
        chip,
        chip_width,
        icon,
        keycap,
        paint_chip,
    )
    from council.ui.kit.paper import (
        Paper,
        PdfPage,
    )
    from council.ui.kit.tables import (
        ROW_ROLE,
        SORT_ROLE,
        Column,
        DataTable,
        RowDelegate,
        RowsModel,
    )
    from council.ui.kit.text import (
        Elided,
        group,
        heading,
        label,
        marked_html,
        rich,
        set_color,
        small,
        width_of,
        wrap_height,
    )
    from council.ui.kit.votes import (
        MotionCard,
        MotionStack,
        Verdict,
        VerdictState,
        VoteCell,
        VoteCellState,
    )

__all__ = [
    "FACT",
    "GROW",
    "ROW_ROLE",
    "SORT_ROLE",
    "TONES",
    "A",
    "Banner",
    "Brush",
    "Button",
    "Column",
    "ConfirmInline",
    "DataTable",
    "Elided",
    "EmptyState",
    "FactText",
    "Field",
    "FocusRing",
    "FormRow",
    "Item",
    "ListModel",
    "Meter",
    "MotionCard",
    "MotionStack",
    "Pad",
    "Paint",
    "Painted",
    "Paper",
    "PdfPage",
    "Pressable",
    "QuorumMeter",
    "QuorumState",
    "Remark",
    "RowDelegate",
    "RowsModel",
    "SegmentedSwitch",
    "Step",
    "Stepper",
    "Tabs",
    "Thing",
    "Tile",
    "TimelineLine",
    "Verdict",
    "VerdictState",
    "VoteCell",
    "VoteCellState",
    "add_to",
    "calm_wheel",
    "cap_width",
    "caps",
    "check",
    "chip",
    "chip_width",
    "clear",
    "combo",
    "emblem",
    "fact_html",
    "frame",
    "group",
    "heading",
    "hline",
    "icon",
    "keycap",
    "label",
    "line_edit",
    "link",
    "marked_html",
    "paint_chip",
    "presence_mark",
    "refill",
    "remeasure",
    "rich",
    "row",
    "scrolled",
    "set_color",
    "small",
    "spin",
    "stack",
    "text_edit",
    "vline",
    "vote_mark",
    "width_of",
    "wrap_height",
]

#: module: the names that come from it
_MODULES: Final = {
    "boxes": (
        "GROW A Item Pad Thing add_to clear frame hline refill remeasure row scrolled stack vline"
    ),
    "buttons": "Button ConfirmInline SegmentedSwitch Tabs Tile link",
    "fact_text": "FACT FactText fact_html",
    "focus": "FocusRing Pressable",
    "forms": "Field FormRow calm_wheel check combo line_edit spin text_edit",
    "lines": "Banner EmptyState Remark TimelineLine",
    "list_model": "ListModel",
    "marks": "emblem presence_mark vote_mark",
    "meters": "Meter QuorumMeter QuorumState Step Stepper",
    "paint": "TONES Brush Paint Painted cap_width caps chip chip_width icon keycap paint_chip",
    "paper": "Paper PdfPage",
    "tables": "ROW_ROLE SORT_ROLE Column DataTable RowDelegate RowsModel",
    "text": "Elided group heading label marked_html rich set_color small width_of wrap_height",
    "votes": "MotionCard MotionStack Verdict VerdictState VoteCell VoteCellState",
}
_HOMES: Final = {name: module for module, names in _MODULES.items() for name in names.split()}

if not TYPE_CHECKING:  # to the type checker, a name that is not listed above stays unknown

    def __getattr__(name: str) -> object:
        """Load a name from its module and keep it."""
        if name not in _HOMES:
            raise AttributeError(name)
        found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = found
        return found

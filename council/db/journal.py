"""The journal under one name: steps, undo and redo, evidence, private values."""

from typing import TYPE_CHECKING

from council.db.changes import Change, changes_by, text_of
from council.db.private import erase_private
from council.db.steps import GENESIS, StepInfo, changed_rows, defer_references, head, step, steps
from council.db.undo import can_redo, can_undo, redo, undo

if TYPE_CHECKING:
    from council.db.verify import replay, verify_chain

__all__ = [
    "GENESIS",
    "Change",
    "StepInfo",
    "can_redo",
    "can_undo",
    "changed_rows",
    "changes_by",
    "defer_references",
    "erase_private",
    "head",
    "redo",
    "replay",
    "step",
    "steps",
    "text_of",
    "undo",
    "verify_chain",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load the search for forgers when it is asked for."""
        if name not in ("replay", "verify_chain"):
            raise AttributeError(name)
        from council.db import verify

        return getattr(verify, name)

"""The journal under one name: steps, undo and redo, evidence, private values."""

from council.db.private import erase_private
from council.db.steps import GENESIS, StepInfo, changed_rows, defer_references, head, step, steps
from council.db.undo import can_redo, can_undo, redo, undo
from council.db.verify import replay, verify_chain

__all__ = [
    "GENESIS",
    "StepInfo",
    "can_redo",
    "can_undo",
    "changed_rows",
    "defer_references",
    "erase_private",
    "head",
    "redo",
    "replay",
    "step",
    "steps",
    "undo",
    "verify_chain",
]

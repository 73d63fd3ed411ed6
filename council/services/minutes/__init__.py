"""Minutes and agendas: written from the record, worded by people, approved and frozen."""

from council.services.minutes.approval import (
    Approval,
    Check,
    approve,
    checklist,
    get_approval,
)
from council.services.minutes.compose import (
    agenda_document,
    closed_document,
    compose,
    minutes_state,
)
from council.services.minutes.edits import (
    CorrectionRow,
    Wording,
    add_correction,
    add_paragraph,
    change_paragraph,
    clear_override,
    get_paragraph,
    get_wording,
    keep_override,
    list_corrections,
    remove_paragraph,
    set_override,
)

__all__ = [
    "Approval",
    "Check",
    "CorrectionRow",
    "Wording",
    "add_correction",
    "add_paragraph",
    "agenda_document",
    "approve",
    "change_paragraph",
    "checklist",
    "clear_override",
    "closed_document",
    "compose",
    "get_approval",
    "get_paragraph",
    "get_wording",
    "keep_override",
    "list_corrections",
    "minutes_state",
    "remove_paragraph",
    "set_override",
]

"""Everything about agendas under one name: items, templates, what is carried over."""

from council.services.agenda_carry import CarryRow, carry_over, carry_over_candidates
from council.services.agenda_items import (
    ItemRow,
    add_item,
    change_item,
    go_to_item,
    indent,
    is_posted,
    list_items,
    move_item,
    next_item,
    outdent,
    remove_item,
)
from council.services.agenda_templates import TEMPLATES, apply_template
from council.services.papers import AttachmentRow
from council.services.papers import add_paper as attach
from council.services.papers import paper_bytes as attachment_bytes
from council.services.papers import remove_paper as detach

__all__ = [
    "TEMPLATES",
    "AttachmentRow",
    "CarryRow",
    "ItemRow",
    "add_item",
    "apply_template",
    "attach",
    "attachment_bytes",
    "carry_over",
    "carry_over_candidates",
    "change_item",
    "detach",
    "go_to_item",
    "indent",
    "is_posted",
    "list_items",
    "move_item",
    "next_item",
    "outdent",
    "remove_item",
]

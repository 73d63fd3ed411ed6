"""Everything about agendas under one name: items, templates, what is carried over, papers."""

from council.services.planning.agenda_carry import (
    CarryRow,
    DismissedRow,
    Waiting,
    carry_over,
    carry_over_candidates,
    dismiss_candidate,
    list_dismissed,
    list_waiting,
    restore_candidate,
)
from council.services.planning.agenda_items import (
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
from council.services.planning.agenda_templates import (
    TEMPLATES,
    TemplateLine,
    TemplateRow,
    apply_template,
    change_template,
    get_template,
    list_templates,
    remove_template,
    save_template,
    template_from_agenda,
)
from council.services.planning.papers import AttachmentRow
from council.services.planning.papers import add_paper as attach
from council.services.planning.papers import paper_bytes as attachment_bytes
from council.services.planning.papers import remove_paper as detach

__all__ = [
    "TEMPLATES",
    "AttachmentRow",
    "CarryRow",
    "DismissedRow",
    "ItemRow",
    "TemplateLine",
    "TemplateRow",
    "Waiting",
    "add_item",
    "apply_template",
    "attach",
    "attachment_bytes",
    "carry_over",
    "carry_over_candidates",
    "change_item",
    "change_template",
    "detach",
    "dismiss_candidate",
    "get_template",
    "go_to_item",
    "indent",
    "is_posted",
    "list_dismissed",
    "list_items",
    "list_templates",
    "list_waiting",
    "move_item",
    "next_item",
    "outdent",
    "remove_item",
    "remove_template",
    "restore_candidate",
    "save_template",
    "template_from_agenda",
]

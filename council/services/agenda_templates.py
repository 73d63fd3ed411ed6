"""Ready-made agendas: the regular order of business, and the six heads of Thai form 11."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.db import rows
from council.domain.messages import InputRefused
from council.domain.vocabulary import ItemKind
from council.services import guard
from council.services.agenda_items import put_item
from council.services.council import words_in
from council.services.desk import Desk, Done

if TYPE_CHECKING:
    from collections.abc import Mapping

# (catalogue word, kind, minutes)
_Line = tuple[str, ItemKind, int]

TEMPLATES: Mapping[str, tuple[_Line, ...]] = {
    "regular": (
        ("head.call_to_order", ItemKind.CALL_TO_ORDER, 2),
        ("head.roll_call", ItemKind.ROLL_CALL, 3),
        ("head.declarations", ItemKind.PROCEDURE, 2),
        ("head.approval_of_minutes", ItemKind.APPROVAL, 5),
        ("head.public_comment", ItemKind.PUBLIC_COMMENT, 15),
        ("head.business", ItemKind.DECISION, 45),
        ("head.committee_reports", ItemKind.REPORT, 15),
        ("head.actions_due", ItemKind.MATTERS_ARISING, 10),
        ("head.next_meeting", ItemKind.ANNOUNCEMENT, 2),
        ("head.adjournment", ItemKind.ADJOURNMENT, 1),
    ),
    # The six heads of form 11; the Correspondence Regulation B.E. 2526, clause 25, and usage.
    "thai6": (
        ("head.thai_1", ItemKind.ANNOUNCEMENT, 10),
        ("head.thai_2", ItemKind.APPROVAL, 5),
        ("head.thai_3", ItemKind.MATTERS_ARISING, 15),
        ("head.thai_4", ItemKind.INFORMATION, 20),
        ("head.thai_5", ItemKind.DECISION, 45),
        ("head.thai_6", ItemKind.OTHER, 10),
    ),
}


def apply_template(desk: Desk, meeting_uid: str, template: str) -> Done[list[str]]:
    """Add a template's items behind what the agenda has already; return their uids.

    Their titles stand in every language of the council that the catalogue knows.
    """
    meeting = guard.row(desk, "meeting", meeting_uid)
    guard.unlocked(desk, meeting_uid)
    if template not in TEMPLATES:
        raise InputRefused("error.template_unknown", template=template)
    languages = desk.languages()
    with desk.step("step.apply_template", number=meeting["number"] or ""):
        uids = []
        for code, kind, minutes in TEMPLATES[template]:
            title = words_in(languages, code)
            values = {"title": title, "kind": kind, "minutes": minutes}
            uids.append(put_item(desk, meeting_uid, values))
    return Done(uids, frozenset({"agenda", "meetings"}))


def head_of(desk: Desk, meeting_uid: str, kind: ItemKind) -> str | None:
    """Return the top-level item under which items of a kind belong, None where there is none."""
    found = rows.find(
        desk.conn, "agenda_item", meeting_uid=meeting_uid, parent_uid=None, kind=kind.value
    )
    heads = [one for one in found if one["state"] != "struck"]
    return str(heads[0]["uid"]) if heads else None

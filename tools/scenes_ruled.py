"""A copy of the demo under the rules of Los Angeles, so that planning by the rules can be seen."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtGui import QColor, QImage, QPainter

from council.demo.cast import both
from council.services import council, meetings
from council.services.duties import late_items, qualifications
from council.services.members import bodies, people
from council.services.planning import agenda, postings

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.services.desk import Desk, FixedClock
    from council.ui.shell import Shell

PACK = "us-ca-la-nc"
ZONE = ZoneInfo("America/Los_Angeles")
SPECIAL = 20
"""The day in December of a special meeting whose agenda changed after it was posted."""
_LONG = both(
    "Discussion and possible action on grants of the second round for gardens, schools, libraries, "
    "sports clubs, street festivals and the repair of benches at the river",
    "พิจารณาและอาจลงมติเรื่องเงินอุดหนุนรอบที่สองสำหรับสวน โรงเรียน ห้องสมุด ชมรมกีฬา "
    "งานเทศกาล และการซ่อมม้านั่งริมแม่น้ำ",
)


def govern(desk: Desk, clock: FixedClock) -> None:
    """Put the council under the pack since September and leave things to be said of its plans."""
    council.set_rules(desk, PACK, {}, from_on=date(2026, 9, 1))
    found = meetings.list_meetings(desk)
    planned = next(m.uid for m in found if str(m.state) == "planned")
    _change_plan(desk, planned)
    clock.set(datetime(2026, 12, 4, 9, tzinfo=ZONE))
    _plan_special(desk, clock, next(m.uid for m in found if m.adjourned_at))
    _train(desk)


def _change_plan(desk: Desk, planned: str) -> None:
    """Take public comment off the agenda, name one item at length, put one on money."""
    items = agenda.list_items(desk, planned)
    comment = next(i for i in items if str(i.kind) == "public_comment")
    agenda.remove_item(desk, comment.uid)
    grants = next(i for i in items if i.title.show("en").startswith("Grants"))
    agenda.change_item(desk, grants.uid, title=_LONG, topic="funding")


def _plan_special(desk: Desk, clock: FixedClock, held: str) -> None:
    """Post a special and a regular agenda, and add items after that."""
    body = bodies.list_bodies(desk)[0].uid
    for day, kind in ((SPECIAL, "special"), (SPECIAL + 1, "regular")):
        uid = meetings.plan_meeting(
            desk, body_uid=body, kind=kind, venue=both("Riverbend Hall", "ศาลาริมน้ำ"),
            starts_local=datetime(2026, 12, day, 18, 30, tzinfo=ZONE).replace(tzinfo=None),
        ).value  # fmt: skip
        agenda.add_item(desk, uid, title=both("Call to order", "เปิดประชุม"), kind="call_to_order")
        agenda.add_item(
            desk, uid, title=both("Public comment", "ความเห็นของประชาชน"), kind="public_comment"
        )
        agenda.add_item(
            desk, uid, title=both("Minutes", "รับรองรายงานการประชุม"), kind="approval",
            approves_uid=held,
        )  # fmt: skip
        clock.pass_time(minutes=5)
        _post(desk, uid)
        clock.pass_time(hours=1)
        agenda.add_item(desk, uid, title=both("Broken water main", "ท่อประปาแตก"), minutes=20)
    # Of a held meeting: a finding that had too few yes.
    about = next(i for i in agenda.list_items(desk, held) if i.depth and str(i.kind) == "decision")
    late_items.find_ground(desk, about.uid, "urgent", 3)


def _post(desk: Desk, meeting: str) -> None:
    """Post the notice with a photo of the door."""
    with TemporaryDirectory() as folder:
        photo = Path(folder) / "door.png"
        image = QImage(1200, 900, QImage.Format.Format_RGB32)
        image.fill(QColor("#b98f5a"))
        brush = QPainter(image)
        brush.fillRect(380, 180, 420, 560, QColor("#fbfaf5"))
        brush.end()
        image.save(str(photo))
        place = both("Door of Riverbend Hall", "ประตูศาลาริมน้ำ")
        postings.record_posting(desk, meeting, place=place, photo=photo)


def _train(desk: Desk) -> None:
    """Give everybody trainings; some have ended, some end soon, some are missing."""
    for number, person in enumerate(people.list_people(desk)):
        add = qualifications.add_qualification
        add(desk, person.uid, "age_18")
        add(desk, person.uid, "code_of_conduct", passed_on=date(2026, 1, 15))
        passed = date(2024, 3, 3) if number % 4 == 0 else date(2025, 1, 2) + timedelta(days=number)
        add(desk, person.uid, "ethics_training", passed_on=passed)
        if number % 3:
            add(
                desk, person.uid, "funding_training",
                passed_on=date(2025, 1, 20), score=64 if number == 4 else 88,
            )  # fmt: skip


def _list_remarks(shell: Shell) -> None:
    page: Any = shell.current_page()
    page.current().show_remarks()


def _pick(words: str) -> Callable[[Shell], None]:
    def pick(shell: Shell) -> None:
        step: Any = _step(shell)
        found = next(i for i in step.items if i.title.show("en").startswith(words))
        step.tree.pick(found.uid)

    return pick


def _step(shell: Shell) -> object:
    page: Any = shell.current_page()
    return page.current()


def _open_training(shell: Shell) -> None:
    page: Any = shell.current_page()
    card = page.side.view.qualifications
    card.tiles[-1].click()


def places(shared: dict[str, str]) -> list[tuple[str, str, str, dict[str, Any], Any]]:
    """Return (name, route, uid, options, what to do there) of the scenes of this file.

    ``shared`` are uids of the demo, which this file is a copy of; the meetings that only it has
    are found when a scene is shown.
    """
    planned, held = shared["planned"], shared["held"]
    approved, person = shared["approved"], shared["person"]
    return [
        ("ruled-today", "today", "", {}, None),
        ("ruled-plan", "meeting", planned, {"step": "plan"}, _pick("Discussion")),
        ("ruled-remarks", "meeting", planned, {"step": "plan"}, _list_remarks),
        ("ruled-notice", "meeting", planned, {"step": "notice"}, None),
        ("ruled-posted", "today", "", {}, _go_late("notice", "regular")),
        ("ruled-late", "today", "", {}, _go_late("plan", "regular")),
        ("ruled-special", "today", "", {}, _go_late("plan", "special")),
        ("ruled-minutes", "meeting", held, {"step": "minutes"}, None),
        ("ruled-approve", "meeting", held, {"step": "approve"}, None),
        ("ruled-publish", "meeting", approved, {"step": "publish"}, None),
        ("ruled-person", "person", person, {}, None),
        ("ruled-training", "members", person, {"tab": "seats"}, _open_training),
    ]


def _go_late(step: str, kind: str) -> Callable[[Shell], None]:
    def go(shell: Shell) -> None:
        page: Any = shell.current_page()
        found = meetings.list_meetings(page.context.reader)
        meeting = next(m for m in found if str(m.state) == "noticed" and str(m.kind) == kind)
        shell.navigate("meeting", meeting.uid, step=step)
        if step == "plan":
            _pick("Broken" if kind == "regular" else "Minutes")(shell)

    return go

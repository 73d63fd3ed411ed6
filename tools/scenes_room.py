"""A meeting whose room has everything: late, remote, recused, a substitute, a guest, no quorum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from council.demo.cast import both
from council.services import bylaws
from council.services.session import attendance, presiding, substitutes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from council.services.desk import Desk, FixedClock
    from council.ui.shell import Shell


def empty(desk: Desk, uid: str, item: str, who: Mapping[str, str], clock: FixedClock) -> None:
    """Let people come late, come in another's place, hand over the chair, and leave."""
    bylaws.set_bylaw(desk, "substitutes", "vote")
    substitutes.add_substitute(desk, uid, who["Okafor"], both("Dora Poe", "ดารา โพธิ์"))
    clock.pass_time(minutes=2)
    attendance.add_guest(desk, uid, both("Officer Hall", "เจ้าหน้าที่หาญ"))
    attendance.mark(desk, uid, who["Tanaka"], "absent")
    clock.pass_time(minutes=6)
    attendance.arrive(desk, uid, who["Tanaka"])
    presiding.take_chair(desk, uid, who["Adeyemi"])
    clock.pass_time(minutes=3)
    quorum = attendance.quorum(desk, uid)
    leaving = ("Ortiz", "Roy", "Nunn", "Marchetti", "Haddad", "Ferreira")
    for name in leaving[: quorum.present - (quorum.needed or 0) + 1]:
        attendance.leave(desk, uid, who[name])
        clock.pass_time(seconds=40)


def _people(shell: Shell) -> Any:
    page: Any = shell.current_page()
    step = page.current()
    step.close_forms()
    step.arrange()
    return step.people


def _choose(shell: Shell, name: str) -> Any:
    people = _people(shell)
    people.go_to_room()
    listed = people.room.people
    one = next(e for e in listed.entries if e.row and name in e.row.name.show("en"))
    listed._choose(one.uid)  # noqa: SLF001 - what Shift and the code do
    return people, one


def _room(shell: Shell) -> None:
    people, _one = _choose(shell, "Poe")
    people.room.people.setFocus(Qt.FocusReason.OtherFocusReason)


def _stays(shell: Shell) -> None:
    people, one = _choose(shell, "Novak")
    people.room.people.asked.emit(one.uid, "times")


def _substitute(shell: Shell) -> None:
    people, one = _choose(shell, "Novak")
    people.room.people.asked.emit(one.uid, "substitute")
    people.substitute.who.setText("Dan Mertens")


ROOM: dict[str, Callable[[Shell], object]] = {
    "room": _room, "stays": _stays, "substitute": _substitute,
}  # fmt: skip

"""An agenda with nested numbers typed in by keys alone; once posted its numbers stand.

An invented agenda always runs; that of a real ward council runs where its data is at hand.
"""

from __future__ import annotations

import json
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest
from driver import ALT, Key
from helpers import real_data

from council.domain.vocabulary import ItemState
from council.services.planning import agenda

if TYPE_CHECKING:
    from driver import Secretary

Printed = list[tuple[str, str]]
DAY = date(2023, 3, 14)
ONE_SITTING = 16
"""So many items are typed by hand."""


def invented() -> Printed:
    """Return an agenda three levels deep, its letters those of a German keyboard."""
    return [
        ("1", "Bürgerfragestunde"),
        ("2", "Straßen und Wege"),
        ("2.1", "Gehweg an der Mühle"),
        ("2.1.1", "Angebot prüfen"),
        ("2.1.2", "Bäume"),
        ("2.2", "Brücke"),
        ("3", "Haushalt"),
        ("3.1", "Zuschüsse"),
        ("4", "Verschiedenes"),
    ]


def real() -> Printed:
    """Return the longest nested agenda of Durlach that is still typed in one sitting."""
    folder = real_data.folder("karlsruhe_ortschaftsraete") / "docs"
    bodies = json.loads((folder / "organizations.json").read_bytes())
    durlach = {one["id"] for one in bodies if one["name"].endswith("Durlach")}
    found = []
    for path in sorted((folder / "meetings").glob("*.json")):
        data = json.loads(path.read_bytes())
        printed = [(i["number"], " ".join(i["name"].split())) for i in data.get("agendaItem", [])]
        nested = sum("." in number for number, _title in printed)
        if durlach & set(data.get("organization") or []) and len(printed) <= ONE_SITTING:
            found.append((nested, path.name, printed))
    nested, _name, printed = max(found)
    assert nested >= 5
    return printed


SOURCES = {"invented": invented, "real": real}


def _shown(secretary: Secretary) -> Printed:
    return [
        (one.number, one.title.show("en"))
        for one in agenda.list_items(secretary.desk, secretary.shell.uid)
    ]


def _nest(secretary: Secretary, printed: Printed) -> None:
    """Walk down the tree and put each row as deep as its number says."""
    tree = secretary.step("plan").tree
    secretary.until(tree.hasFocus)
    secretary.press(Key.Key_Home)
    for place, (number, _title) in enumerate(printed):
        if place:
            secretary.press(Key.Key_Down)
        for _level in range(number.count(".")):
            secretary.press(Key.Key_Tab)
        secretary.settle()
        assert tree.agenda.item_at(tree.currentIndex()).number == number


def _go(secretary: Secretary, place: int) -> None:
    secretary.press(Key.Key_Home)
    for _step in range(place):
        secretary.press(Key.Key_Down)


@pytest.mark.parametrize("pace", ["inline"])
@pytest.mark.parametrize("source", SOURCES)
def test_numbers_typed_by_keys_survive_moves_after_posting(office, source):
    printed = SOURCES[source]()
    office.plan_meeting(DAY, "19:00", "Ferry House")
    office.type_agenda([title for _number, title in printed])
    office.press(Key.Key_Return)  # an empty line: on to the tree
    _nest(office, printed)
    assert _shown(office) == printed

    office.clock(datetime.combine(date(2023, 3, 10), time(9)))
    office.post_notice("Door")
    plan = office.go_to("plan")
    office.until(plan.tree.hasFocus)
    before = {one.uid: one.number for one in plan.items}
    tops = [place for place, one in enumerate(plan.items) if not one.depth]
    _go(office, tops[-1])
    office.press(Key.Key_Up, ALT)
    office.press(Key.Key_Up, ALT)
    _go(office, 0)
    office.press(Key.Key_Down, ALT)
    inner = next(place for place, one in enumerate(plan.items) if one.depth)
    _go(office, inner)
    office.press(Key.Key_Down, ALT)
    gone = plan.tree.current_uid()
    office.press(Key.Key_Delete)
    office.settle()
    items = agenda.list_items(office.desk, office.shell.uid)
    assert [one.uid for one in items] != list(before)
    assert {one.uid: one.number for one in items} == before
    struck = [one.number for one in items if one.state == ItemState.STRUCK]
    below = [number for number in before.values() if number.startswith(f"{before[gone]}.")]
    assert sorted(struck) == sorted([before[gone], *below])

    # What is added now goes on from the numbers there are, and takes none of them.
    plan = office.step("plan")
    office.click(plan.add)
    office.type("Nachtrag")
    office.press(Key.Key_Return)
    office.until(lambda: len(agenda.list_items(office.desk, office.shell.uid)) > len(before))
    late = next(
        one
        for one in agenda.list_items(office.desk, office.shell.uid)
        if one.title.show("en") == "Nachtrag"
    )
    assert late.number not in before.values()

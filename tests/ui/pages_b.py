"""A shell on a council that has met once, for the tests of its pages."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTableView

from council.domain.text import Text
from council.domain.votes.voting import Tally
from council.services import actions, meetings
from council.services.members import bodies, people
from council.services.planning import agenda
from council.services.session import motions
from council.services.voting import votes
from council.ui.dispatcher import InlineDispatcher
from council.ui.host import OpenCouncil
from council.ui.shell import Shell


def t(words: str) -> Text:
    return Text.of(words, "en")


def body_of(desk) -> str:
    return bodies.list_bodies(desk)[0].uid


def person(desk, name: str) -> str:
    return next(one.uid for one in people.list_people(desk) if one.name.show("en") == name)


def hold_a_meeting(desk) -> list[str]:
    """Hold one meeting: carried by show of hands, lost by roll call, carried without objection."""
    body = body_of(desk)
    uid = meetings.plan_meeting(
        desk, body_uid=body, kind="regular", venue=t("Hall"),
        starts_local=datetime(2026, 11, 19, 18, 30),
    ).value  # fmt: skip
    item = agenda.add_item(desk, uid, title=t("Crosswalk"), kind="decision").value
    meetings.call_to_order(desk, uid)
    from council.services.session import attendance

    attendance.all_present_except(desk, uid, [])
    agenda.go_to_item(desk, uid, item)
    found = []
    roy, nunn = person(desk, "Bert Roy"), person(desk, "Kofi Nunn")
    for words in (
        "That the council paint a crosswalk.",
        "=That the hall be sold.",
        "That we thank.",
    ):
        found.append(
            motions.state_motion(
                desk, uid, kind="main", text=t(words), mover_uid=roy, seconder_uids=(nunn,),
                item_uid=item,
            ).value
        )  # fmt: skip
        if len(found) == 1:
            votes.record_vote(desk, found[0], method="show_of_hands", counts=Tally(3, 1, 0))
        elif len(found) == 2:
            ballots = {one.uid: "no" for one in people.list_people(desk)} | {nunn: "yes"}
            votes.record_vote(desk, found[1], method="roll_call", ballots=ballots)
        else:
            votes.record_vote(desk, found[2], method="no_objection", declared="carried")
    meetings.adjourn(desk, uid)
    actions.add_action(
        desk, what=t("Ask the city"), owner_uid=roy, due_on=date(2026, 11, 26), meeting_uid=uid
    )
    actions.add_action(desk, what=t("Buy chalk"), due_on=date(2027, 1, 10))
    return found


def shell_on(qtbot, desk, settings, path, language: str = "en") -> Shell:
    shell = Shell(OpenCouncil(path, InlineDispatcher(desk), desk), settings, language)
    qtbot.addWidget(shell)
    shell.resize(1440, 900)
    return shell


def page_of(shell: Shell, route: str, uid: str = "", **more: object):
    shell.navigate(route, uid, **more)
    return shell.pages[route]


def unnamed(page) -> list[str]:
    """Return the controls of a page that a screen reader could not name."""
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTableView)
    found = [w for kind in kinds for w in page.findChildren(kind)]
    bad = []
    for widget in found:
        if isinstance(widget.parent(), QComboBox) or widget.objectName().startswith("qt_"):
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        name = told.text(QAccessible.Text.Name) if told else ""
        if not name and not isinstance(widget.parent(), QTableView):
            bad.append(type(widget).__name__)
    return bad

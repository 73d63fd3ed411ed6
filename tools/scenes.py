"""Everything there is to see in the window: the demo's places, and a meeting in session.

``tools/screenshots.py`` draws the scenes and ``tests/ui/test_sweep.py`` inspects them, so a page
that is added here is drawn and inspected.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from scenes_console import DISPUTED, DIVIDED, dispute, divide
from scenes_motions import AMENDED, amend
from scenes_paper import BOARDS, PAPER, board
from scenes_plan import PLANNED, furnish
from scenes_room import ROOM, empty
from scenes_ruled import govern, places
from scenes_series import PLACES
from scenes_speakers import SOON_UP, SPOKEN, debate, soon_up
from scenes_timeline import TIMELINE
from scenes_votes import CALLED, COUNTED

from council.app import found_on
from council.demo import build_demo
from council.demo.cast import both
from council.services import council, meetings
from council.services.desk import (
    CountingIds,
    Desk,
    FixedClock,
    RandomIds,
    create_council_file,
    open_desk,
)
from council.services.members import people
from council.services.planning import agenda
from council.services.session import attendance, motions, notes
from council.services.voting import votes
from council.ui.dispatcher import InlineDispatcher
from council.ui.host import Founding, OpenCouncil

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeAlias

    End: TypeAlias = Callable[[Desk, str, str, dict[str, str], FixedClock], None]

    from PySide6.QtWidgets import QWidget

    from council.ui.main_window import MainWindow
    from council.ui.shell import Shell

ZONE = ZoneInfo("America/Los_Angeles")
#: the demo's file ends on 1 December 2026; the next meeting is on the tenth
AFTERNOON = datetime(2026, 12, 5, 14, 30, tzinfo=ZONE)
EVENING = datetime(2026, 12, 10, 18, 24, tzinfo=ZONE)
#: while the roll is being called
VOTING = EVENING + timedelta(minutes=47)
#: when each of the files that ``prepare`` makes is opened
MOMENTS = (AFTERNOON, VOTING, VOTING, VOTING, AFTERNOON, AFTERNOON, VOTING, VOTING, VOTING)
STEPS = ("plan", "notice", "meet", "minutes", "approve", "publish")
PEOPLE = "Ada Haddad, Chair\nKofi Nunn\nBert Roy, Treasurer\nLena Okafor"
ROSTER = (
    "Seat,Name,Office,From,To,E-mail\n"
    "Youth,Nina Park,Member,2026-12-10,2027-12-31,nina@example.org\n"
    '"Business, second seat",Omar Haddad,Member,2026-12-10,2027-12-31,\n'
    '"At large, first seat",Benita Roy,Member,2026-01-01,2027-12-31,roy@example.org\n'
    "Renters,G. Novak,Member,1 Jan 2026,31 Feb 2027,\n"
)


class Quiet:
    """Answers no dialog; a refusal ends the run."""

    def open_path(self, *_: object) -> None:
        """Choose nothing."""

    def save_path(self, _title: str, suggested: Path, _pattern: str) -> Path:
        """Save where the program would."""
        return suggested

    def refuse(self, title: str, sentence: str, _choices: object = ()) -> int:
        """Stop."""
        raise SystemExit(f"{title}: {sentence}")


class _Dispatcher(InlineDispatcher):
    def close(self) -> None:
        self.desk.close()


class StageHost:
    """Opens copies of prepared files at a moment that stands still."""

    def __init__(self, demo: Path, moment: datetime = AFTERNOON) -> None:
        self._demo, self.moment = demo, moment

    def open(self, path: Path, *, read_only: bool = False) -> OpenCouncil:
        """Open a council file on the calling thread."""
        clock = FixedClock(self.moment)
        desk = open_desk(path, actor="WT", clock=clock, ids=RandomIds(), read_only=read_only)
        return OpenCouncil(path, _Dispatcher(desk), desk.reader(), read_only)

    def found(self, path: Path, founding: Founding) -> None:
        """Create a council file."""
        desk = create_council_file(path, actor="WT")
        found_on(desk, founding)
        desk.close()

    def demo(self) -> Path:
        """Return the demo that was prepared."""
        return self._demo


def prepare(folder: Path) -> tuple[Path, ...]:
    """Make the demo and copies of it, three with a meeting in session; return the files.

    In the second file a roll is called, in the third the rules speak against a motion, in the
    fourth the members are divided; the fifth plans under the rules of a city, in the sixth an item
    has papers, in the seventh a motion is amended, in the eighth hands are counted, in the ninth
    the quorum is lost. ``Scene.file`` is the place in this list, and in that of the ``MOMENTS`` at
    which they are opened.
    """
    folder.mkdir(parents=True, exist_ok=True)
    demo = folder / "riverbend.council"
    build_demo(demo)
    made = [demo]
    for name, end in (("session", _vote), ("disputed", _dispute), ("divided", divide)):
        session = folder / name / "riverbend.council"
        session.parent.mkdir()
        shutil.copyfile(demo, session)
        _hold(session, end)
        made.append(session)
    for name, change, start in (("ruled", govern, 7000), ("papers", furnish, 5000)):
        path = folder / name / "riverbend.council"
        path.parent.mkdir()
        shutil.copyfile(demo, path)
        clock = FixedClock(AFTERNOON, timedelta(seconds=1))
        desk = open_desk(path, actor="WT", clock=clock, ids=CountingFrom(start))
        change(desk, clock)
        desk.close()
        made.append(path)
    for name, end in (("amended", amend), ("counted", divide), ("empty", empty)):
        session = folder / name / "riverbend.council"
        session.parent.mkdir()
        shutil.copyfile(demo, session)
        _hold(session, end)
        made.append(session)
    return tuple(made)


def council_of(path: Path) -> str:
    """Return the uid of a file's council."""
    desk = open_desk(path, read_only=True)
    info = council.get_council(desk)
    desk.close()
    return info.uid if info is not None else ""


def _hold(path: Path, end: End) -> None:
    """Call the next meeting to order and go to the item with the motion; ``end`` goes on."""
    clock = FixedClock(EVENING, timedelta(seconds=1))
    desk = open_desk(path, actor="WT", clock=clock, ids=CountingFrom(9000))
    uid = next(m.uid for m in meetings.list_meetings(desk) if m.state == "planned")
    who = {row.name.show("en").split()[-1]: row.uid for row in people.list_people(desk)}
    clock.pass_time(minutes=11)
    meetings.call_to_order(desk, uid, presiding_uid=who["Ortiz"])
    attendance.mark(desk, uid, who["Okafor"], "excused")
    attendance.arrive(desk, uid, who["Lindau"], mode="remote")
    attendance.all_present_except(desk, uid, [who["Okafor"]])
    _pass_items(desk, uid, clock)
    lease = next(i for i in agenda.list_items(desk, uid) if i.title.show("en") == "Garden lease")
    agenda.go_to_item(desk, uid, lease.uid)
    attendance.recuse(desk, uid, lease.uid, who["Lee"], "Board of the garden")
    clock.pass_time(minutes=4)
    attendance.leave(desk, uid, who["Novak"])
    clock.pass_time(minutes=2)
    end(desk, uid, lease.uid, who, clock)
    desk.close()


class CountingFrom(CountingIds):
    """Counting uids that begin far behind those of the demo."""

    def __init__(self, start: int) -> None:
        super().__init__()
        self._start = start

    def new(self, prefix: str) -> str:
        """Return the prefix with the next number."""
        return f"{super().new(prefix)}x{self._start}"


def _pass_items(desk: Desk, uid: str, clock: FixedClock) -> None:
    """Go through what comes before business."""
    for item in agenda.list_items(desk, uid):
        if str(item.kind) == "heading" or item.depth:
            return
        agenda.go_to_item(desk, uid, item.uid)
        clock.pass_time(minutes=3)
        if str(item.kind) == "public_comment":
            for stance, words in (
                ("for", both("A resident asked to keep the garden open.", "ขอให้เปิดสวนผักต่อไป")),
                ("against", both("A resident wants the parking back.", "อยากได้ที่จอดรถคืน")),
            ):
                notes.add_comment(desk, uid, item_uid=item.uid, stance=stance, summary=words)
                clock.pass_time(minutes=2)


def _vote(desk: Desk, uid: str, item: str, who: dict[str, str], clock: FixedClock) -> None:
    """Stop in the roll call on an amendment."""
    words = both(
        "That the lease of the garden at Mill Lane be renewed for five years.",
        "ให้ต่อสัญญาเช่าสวนผักซอยโรงสีห้าปี",
    )
    main = motions.state_motion(
        desk, uid, text=words, mover_uid=who["Marchetti"], seconder_uids=[who["Nunn"]],
        item_uid=item,
    ).value  # fmt: skip
    debate(desk, uid, item, who, clock)
    amendment = motions.state_motion(
        desk, uid, kind="amend", parent_uid=main, mover_uid=who["Roy"],
        seconder_uids=[who["Tanaka"]], item_uid=item,
        text=both("Strike “five” and insert “three”.", "แก้ “ห้าปี” เป็น “สามปี”"),
        proposed_text=both(
            "That the lease of the garden at Mill Lane be renewed for three years.",
            "ให้ต่อสัญญาเช่าสวนผักซอยโรงสีสามปี",
        ),
    ).value  # fmt: skip
    clock.pass_time(minutes=2)
    vote = votes.open_vote(desk, amendment, method="roll_call").value
    for name, choice in (
        ("Adeyemi", "yes"), ("Ferreira", "yes"), ("Haddad", "yes"), ("Kowalczyk", "no"),
        ("Lindau", "yes"), ("Marchetti", "abstain"), ("Nunn", "yes"),
    ):  # fmt: skip
        votes.put_ballot(desk, vote, who[name], choice)


def _dispute(desk: Desk, uid: str, item: str, who: dict[str, str], clock: FixedClock) -> None:
    """Leave a motion that was made out of order, while the time of a speaker is soon up."""
    dispute(desk, uid, item, who, clock)
    soon_up(desk, uid, who, VOTING)


@dataclass(frozen=True)
class Scene:
    """One thing to look at: a route of a file of ``prepare``, and what to do when it is there.

    ``other`` returns something beside the window that is drawn instead of it.
    """

    name: str
    route: str
    uid: str = ""
    more: dict[str, Any] = field(default_factory=dict)
    then: Callable[[Shell], object] | None = None
    file: int = 0
    other: Callable[[Shell], QWidget] | None = None

    def show(self, shell: Shell) -> None:
        """Go there."""
        shell.navigate(self.route, self.uid, **self.more)
        if self.then is not None:
            self.then(shell)


def _preview(shell: Shell) -> None:
    page: Any = shell.current_page()
    page.importer.text.setPlainText(ROSTER)
    page.importer._on_typed()  # noqa: SLF001 - the timer would make the picture wait


def _vacancy(shell: Shell) -> None:
    page: Any = shell.current_page()
    page._on_vacancy(next(s.uid for s in page._seats() if s.holder is None))  # noqa: SLF001


def _try_numbers(shell: Shell) -> None:
    """Ten, nine and seven of 26: lost in New York City, carried under Robert's Rules."""
    page: Any = shell.current_page()
    page.rules.open("try")
    trial = page.rules._view("try")  # noqa: SLF001 - the views are built when looked at
    trial.set_numbers(
        seats=50, in_office=50, present=26, remote=0, recused=0, yes=10, no=9, abstain=7, silent=0
    )


def _change_rule(shell: Shell) -> None:
    """Give the council a quorum of its own, still being typed."""
    page: Any = shell.current_page()
    page.rules.ours.detail.open_editor()


def _to_the_top(shell: Shell) -> None:
    page: Any = shell.current_page()
    rules = page.rules.ours.list
    rules.scrollTo(rules.currentIndex(), rules.ScrollHint.PositionAtTop)


def _form(name: str) -> Callable[[Shell], object]:
    def open_it(shell: Shell) -> None:
        page: Any = shell.current_page()
        step = page.current() if hasattr(page, "current") else page
        getattr(getattr(step, "words", step), name)()

    return open_it


def scenes(desk: Desk) -> list[Scene]:
    """Return everything there is to see of the demo."""
    found = meetings.list_meetings(desk)
    planned = next(m.uid for m in found if m.state in ("planned", "in_session"))
    held = next(m.uid for m in found if m.adjourned_at)
    approved = next(m.uid for m in found if str(m.minutes_state) == "approved")
    person = next(p.uid for p in people.list_people(desk) if p.name.show("en") == "Benita Roy")
    of = {"plan": planned, "notice": planned, "meet": planned}
    made = [Scene(route, route) for route in ("today", "meetings")]
    made.append(Scene("meetings-new", "meetings", more={"new": True}))
    made += [Scene(name, "meetings", then=then) for name, then in PLACES]
    made += [
        Scene(f"meeting-{step}", "meeting", of.get(step, held), {"step": step}) for step in STEPS
    ]
    made += [
        Scene("meeting-approved", "meeting", approved, {"step": "approve"}),
        Scene("meeting-published", "meeting", approved, {"step": "publish"}),
        *(Scene(f"members-{tab}", "members", more={"tab": tab}) for tab in MEMBER_TABS),
        Scene("members-person", "members", person, {"tab": "seats"}),
        Scene("members-vacant", "members", more={"tab": "seats"}, then=_vacancy),
        Scene("members-new", "members", more={"tab": "seats"}, then=_form("begin_new")),
        Scene("members-import", "members", more={"import_list": True}, then=_preview),
        Scene("person", "person", person),
        Scene("decisions", "decisions"),
        Scene("actions", "actions"),
        Scene("publish", "publish"),
        *(
            Scene(f"council-{tab}", "council", more={"tab": tab})
            for tab in ("record", "rules", "window", "history")
        ),
        Scene("council-compare", "council", more={"tab": "rules", "view": "compare"}),
        Scene("council-try", "council", more={"tab": "rules", "view": "try"}, then=_try_numbers),
        Scene("council-change", "council", "quorum", {"tab": "rules"}, _change_rule),
        Scene("council-motions", "council", "motion.adjourn", {"tab": "rules"}, _to_the_top),
        Scene("console", "meeting", planned, {"step": "meet"}, file=1),
        *(
            Scene(f"console-{name}", "meeting", planned, {"step": "meet"}, _form(call), 1)
            for name, call in (("action", "action"), ("comment", "comment"), ("note", "note"))
        ),
        Scene("today-session", "today", file=1),
        *(
            Scene(f"console-{name}", "meeting", planned, {"step": "meet"}, then, file)
            for file, found_in in (
                (1, {**SPOKEN, **CALLED}),
                (2, {**DISPUTED, **TIMELINE, **SOON_UP}),
                (3, DIVIDED),
                (6, AMENDED),
                (7, COUNTED),
                (8, ROOM),
            )
            for name, then in found_in.items()
        ),
    ]
    shared = {"planned": planned, "held": held, "approved": approved, "person": person}
    made += [
        Scene(name, "meeting", planned, {"step": "plan"}, then, 5) for name, then in PLANNED.items()
    ]
    sheet = {"step": "paper"}
    made += [Scene(name, "meeting", planned, sheet, then) for name, then in PAPER.items()]
    made += [Scene(name, "today", file=file, other=board) for name, file in BOARDS.items()]
    return made + [Scene(*place, file=4) for place in places(shared)]


MEMBER_TABS = ("seats", "table", "committees")


def before_a_council(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return the start page and the three pages of a new council, in the order to visit them."""

    def place() -> None:
        window.show_new()
        page: Any = window.centralWidget()
        page.place_page.names[window.language].setText("Riverbend")

    def people_page() -> None:
        page: Any = window.centralWidget()
        page.go_on()
        page.people_page.text.setPlainText(PEOPLE)

    def rules() -> None:
        page: Any = window.centralWidget()
        page.go_on()

    return {
        "start": window.show_start,
        "new-place": place,
        "new-rules": rules,
        "new-people": people_page,
    }

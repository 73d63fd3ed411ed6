"""Two more meetings in session, in which the rules have something to say, and their scenes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from council.demo.cast import both
from council.domain.vocabulary import MotionKind
from council.services import council
from council.services.duties import qualifications
from council.services.planning import agenda
from council.services.session import attendance, motions
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from council.services.desk import Desk, FixedClock
    from council.ui.shell import Shell

PACK = "us-ca-la-nc"
_PASSED = ("age_18", "ethics_training", "code_of_conduct", "funding_training")
_UNTRAINED = ("Nunn", "Tanaka")
_RENEW = both(
    "That the lease of the garden at Mill Lane be renewed for five years.",
    "ให้ต่อสัญญาเช่าสวนผักซอยโรงสีห้าปี",
)


def dispute(desk: Desk, uid: str, item: str, who: Mapping[str, str], clock: FixedClock) -> None:
    """Leave a motion pending that was made out of order by a member who is recused."""
    council.set_rules(desk, PACK, {})
    motions.state_motion(
        desk, uid, text=_RENEW, mover_uid=who["Marchetti"], seconder_uids=[who["Nunn"]],
        item_uid=item,
    )  # fmt: skip
    clock.pass_time(minutes=2)
    motions.raise_point(
        desk, uid, kind="point_of_order", mover_uid=who["Roy"], granted=False,
        text=both("The speaker's time is over.", "หมดเวลาผู้พูดแล้ว"),
        ruling=both("One minute of it is left.", "ยังเหลือเวลาอีกหนึ่งนาที"),
    )  # fmt: skip
    clock.pass_time(minutes=1)
    words = both("That the garden be fenced.", "ให้ล้อมรั้วสวนผัก")
    motions.state_motion(desk, uid, text=words, mover_uid=who["Lee"], item_uid=item)
    clock.pass_time(minutes=1)


def divide(desk: Desk, uid: str, item: str, who: Mapping[str, str], clock: FixedClock) -> None:
    """Stop in a vote on money: two may not vote, the others are divided, the chair is left."""
    council.set_rules(desk, PACK, {})
    agenda.change_item(desk, item, topic="funding")
    for name, person in who.items():
        for code in _PASSED if name not in _UNTRAINED else _PASSED[:1]:
            score = 85 if code == "funding_training" else None
            qualifications.add_qualification(
                desk, person, code, passed_on=clock.now().date(), score=score
            )
    for name in ("Novak", "Okafor"):
        attendance.arrive(desk, uid, who[name])
    main = motions.state_motion(
        desk, uid, text=_RENEW, mover_uid=who["Marchetti"], seconder_uids=[who["Nunn"]],
        item_uid=item,
    ).value  # fmt: skip
    clock.pass_time(minutes=2)
    vote = votes.open_vote(desk, main, method="roll_call").value
    sides = (
        ("yes", ("Adeyemi", "Ferreira", "Haddad", "Lindau")),
        ("no", ("Kowalczyk", "Marchetti", "Novak", "Roy")),
        ("abstain", ("Okafor",)),
    )
    for choice, names in sides:
        votes.put_ballots(desk, vote, dict.fromkeys((who[name] for name in names), choice))


def _step(shell: Shell) -> Any:
    page: Any = shell.current_page()
    return page.current()


def _reasons(shell: Shell) -> None:
    """Show all reasons, and scroll to them."""
    step = _step(shell)
    step.close_forms()
    step.refresh()
    step.rest()
    step.motions.order.toggle_all()
    QApplication.processEvents()
    step.frames.scroll.ensureWidgetVisible(step.motions.order, 0, 12)


def _moving(shell: Shell) -> None:
    """Type an amendment by a member who is recused, seconded by the mover."""
    step = _step(shell)
    step.motions.state(MotionKind.AMEND)
    form = step.motions.motion
    code = {row.name.show("en").split()[-1]: row.code for row in step.shot.room if row.code}
    form.mover.line.setText(code["Lee"])
    form.seconder.line.setText(code["Lee"])


def _point(shell: Shell) -> None:
    _step(shell).motions.state(MotionKind.POINT_OF_ORDER)


def _advice(shell: Shell) -> None:
    step = _step(shell)
    step.timeline.correct_line(next(one for one in step.shot.lines if one.kind == "advice"))


def _otherwise(shell: Shell) -> None:
    _step(shell).voting.declare_otherwise()


DISPUTED: dict[str, Callable[[Shell], object]] = {
    "order": lambda _shell: None,
    "method": lambda shell: _step(shell).voting.take_vote(),
    "moving": _moving,
    "point": _point,
    "advice": _advice,
    "reasons": _reasons,
}
DIVIDED: dict[str, Callable[[Shell], object]] = {
    "divided": lambda _shell: None,
    "otherwise": _otherwise,
}

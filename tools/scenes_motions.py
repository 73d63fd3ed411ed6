"""A meeting with amendments before it, and the scenes of what is moved and done with a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.demo.cast import both
from council.domain.edits import Action, Edit
from council.domain.vocabulary import ItemKind, ItemState, MotionKind
from council.services.planning import agenda
from council.services.session import closed_session, motions, parts
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from council.services.desk import Desk, FixedClock
    from council.ui.shell import Shell

_RENEW = both(
    "That the lease of the garden at Mill Lane be renewed for five years at the present rent.",
    "ให้ต่อสัญญาเช่าสวนผักซอยโรงสีห้าปีในอัตราค่าเช่าเดิม",
)
_PARTS = (
    both("That the lease of the garden be renewed.", "ให้ต่อสัญญาเช่าสวนผัก"),
    both("That the rent stay as it is.", "ให้คงอัตราค่าเช่าเดิม"),
)
_GROUND = both("Negotiation of a lease, § 54956.8", "การเจรจาสัญญาเช่า มาตรา 54956.8")


def amend(desk: Desk, uid: str, item: str, who: Mapping[str, str], clock: FixedClock) -> None:
    """Leave a motion with an amendment and one to that before the meeting."""
    motions.state_motion(
        desk, uid, text=_RENEW, mover_uid=who["Marchetti"], seconder_uids=[who["Nunn"]],
        item_uid=item,
    )  # fmt: skip
    clock.pass_time(minutes=3)
    edits = (
        [Edit(Action.REPLACE, both("five", "ห้า"), both("three", "สาม"))],
        [Edit(Action.INSERT, both("with notice of a year", "โดยบอกล่วงหน้าหนึ่งปี"),
              after=both("three years", "สามปี"))],
    )  # fmt: skip
    for mover, seconder, made in zip(("Roy", "Tanaka"), ("Haddad", "Lindau"), edits, strict=True):
        motions.state_motion(
            desk, uid, kind="amend", edits=made, mover_uid=who[mover],
            seconder_uids=[who[seconder]],
        )  # fmt: skip
        clock.pass_time(minutes=1)


def _step(shell: Shell) -> Any:
    page: Any = shell.current_page()
    return page.current()


def _amending(shell: Shell) -> None:
    """Type an amendment as what is inserted after which words."""
    step = _step(shell)
    step.motions.state(MotionKind.AMEND)
    form = step.motions.motion
    form.edits.next_way()
    thai = form.edits.before and not form.edits.before.isascii()
    form.edits.new.setText("แห่ง" if thai else "of the city")
    form.edits.after.setText("อัตราค่าเช่า" if thai else "present rent")


def _misplaced(shell: Shell) -> None:
    """Strike words that do not stand in the text."""
    step = _step(shell)
    step.motions.state(MotionKind.AMEND)
    form = step.motions.motion
    form.edits.next_way()
    form.edits.next_way()
    form.edits.struck.setText("School Road")


def _limit(shell: Shell) -> None:
    step = _step(shell)
    step.motions.state(MotionKind.LIMIT_DEBATE)
    step.motions.motion.times.minutes.setText("2:30")


def _postpone(shell: Shell) -> None:
    _step(shell).motions.state(MotionKind.POSTPONE)


def _run(shell: Shell, service: Callable[..., object], *args: Any, **named: Any) -> None:
    shell.context.dispatcher.run(service, *args, **named)


def _divided(shell: Shell) -> None:
    """Decide the amendments and divide the question."""
    step = _step(shell)
    step.close_forms()
    while step.shot.top is not None and step.shot.top.kind == MotionKind.AMEND:
        _run(shell, votes.record_vote, step.shot.top.uid, method="no_objection")
    if step.shot.top is not None and step.shot.top.part is None:
        _run(shell, parts.divide, step.shot.top.uid, _PARTS)
    step.rest()


def _dividing(shell: Shell) -> None:
    """Ask for the parts of a motion that was just made."""
    step = _step(shell)
    while step.shot.top is not None:
        _run(shell, motions.set_outcome, step.shot.top.uid, "withdrawn")
    text = both(
        "That the lease be renewed for five years; that the rent stay as it is.",
        "ให้ต่อสัญญาเช่าห้าปี\nให้คงอัตราค่าเช่าเดิม",
    )
    _run(shell, motions.state_motion, step.meeting_uid, text=text)
    step.motions.divide()


def _closing(shell: Shell) -> None:
    step = _step(shell)
    step.close_forms()
    step.closed.turn()


def _closed(shell: Shell) -> None:
    step = _step(shell)
    step.close_forms()
    if step.closed.band.isHidden():
        _run(shell, closed_session.enter, step.meeting_uid, ground=_GROUND)
    step.rest()


def _consent(shell: Shell) -> None:
    """Take up three items that are decided together."""
    step = _step(shell)
    while step.shot.top is not None:
        _run(shell, motions.set_outcome, step.shot.top.uid, "withdrawn")
    titles = (
        both("Bills of November", "ค่าใช้จ่ายเดือนพฤศจิกายน"),
        both("Report of the treasurer on the accounts", "รายงานบัญชีของเหรัญญิก"),
        both("Bench at the bus stop on School Road", "ม้านั่งที่ป้ายรถเมล์ถนนโรงเรียน"),
    )
    if not any(one.kind is ItemKind.CONSENT for one in step.shot.items):
        _run(shell, agenda.add_item, step.meeting_uid, kind=ItemKind.CONSENT,
             title=both("Consent agenda", "เรื่องที่ลงมติรวม"))  # fmt: skip
        step.refresh()
        head = next(one for one in step.shot.items if one.kind is ItemKind.CONSENT)
        for title in titles:
            _run(shell, agenda.add_item, step.meeting_uid, title=title, parent_uid=head.uid,
                 consent=True)  # fmt: skip
    step.refresh()
    head = next(one for one in step.shot.items if one.kind is ItemKind.CONSENT)
    if head.state is not ItemState.CURRENT:
        _run(shell, agenda.go_to_item, step.meeting_uid, head.uid)
    step.rest()


AMENDED: dict[str, Callable[[Shell], object]] = {
    "stack": lambda _shell: None,
    "amending": _amending,
    "misplaced": _misplaced,
    "limit": _limit,
    "postpone": _postpone,
    "parts": _divided,
    "dividing": _dividing,
    "closing": _closing,
    "closed": _closed,
    "consent": _consent,
}

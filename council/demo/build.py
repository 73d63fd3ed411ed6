"""Playing the demo's year through the services, as a secretary would."""

from __future__ import annotations

import hashlib
import itertools
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from council.demo import cast, year
from council.demo.cast import PLAYERS, both
from council.domain import calendars
from council.domain.calendars import BE_OFFSET
from council.services import actions, council, files, meetings, minutes, publish
from council.services.desk import CountingIds, Desk, FixedClock, create_council_file
from council.services.members import bodies, people
from council.services.planning import agenda
from council.services.session import attendance, motions, notes
from council.services.voting import votes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from council.demo.year import Change, Question, Session
    from council.domain.text import Text

ZONE = ZoneInfo("America/Los_Angeles")
LANGUAGES = ("en", "th")
_OUTCOMES = {
    "withdrawn": motions.withdraw,
    "no_second": motions.no_second,
    "out_of_order": motions.rule_out_of_order,
}
_POSTPONE = both("Postpone to the next meeting.", "ให้เลื่อนการพิจารณาไปยังการประชุมครั้งต่อไป")
_REFER = both("Refer to the Shade and Water Committee.", "ให้ส่งคณะกรรมการร่มไม้และสายน้ำพิจารณา")


def build_demo(path: Path) -> None:
    """Make the demo council file at ``path``; FileRefused when something is there already."""
    clock = FixedClock(
        datetime(2026, 1, 5, 9, 0, tzinfo=ZONE).astimezone(UTC), timedelta(seconds=7)
    )
    desk = create_council_file(":memory:", actor="WT", clock=clock, ids=CountingIds())
    salts = itertools.count(1)
    desk.conn.new_salt = lambda: hashlib.sha256(str(next(salts)).encode()).hexdigest()[:32]
    try:
        _Play(desk, clock).run()
        files.backup(desk, path)
    finally:
        desk.close()


def build_demo_folder(folder: Path) -> Iterator[Path]:
    """Make the demo in a folder, with the PDFs of its agendas and minutes; yield each file made.

    What an earlier demo left there under the same names is replaced.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "riverbend.council"
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    build_demo(path)
    yield path
    from council.services.desk import open_desk

    desk = open_desk(path, read_only=True)
    try:
        last, coming = _shown(desk)
        for language in LANGUAGES:
            for kind, uid in (("agenda", coming), ("minutes", last)):
                out = folder / publish.suggested_name(desk, uid, kind, language)
                write = publish.agenda_pdf if kind == "agenda" else publish.minutes_pdf
                write(desk, uid, language, out)
                yield out
    finally:
        desk.close()


def _shown(desk: Desk) -> tuple[str, str]:
    """Return the last meeting held and the one that comes."""
    found = sorted(meetings.list_meetings(desk), key=lambda row: row.starts_local)
    held = [row for row in found if row.adjourned_at]
    return held[-1].uid, found[-1].uid


class _Play:
    """Plays the year; ``_who`` knows the cast by the keys of the script."""

    def __init__(self, desk: Desk, clock: FixedClock) -> None:
        self._desk, self._clock = desk, clock
        self._who: dict[str, str] = {}
        self._body = ""
        self._unapproved: list[str] = []

    def run(self) -> None:
        """Play everything."""
        self._found()
        self._seat()
        for session in year.YEAR:
            self._session(session)

    def _found(self) -> None:
        council.found_council(
            self._desk,
            name=cast.COUNCIL,
            languages=LANGUAGES,
            time_zone=ZONE.key,
            pack="ronr",
            seats=len(PLAYERS),
            digits="thai",
            paper="Letter",
            overrides={"minutes.seconder_printed": True},
            place=cast.PLACE,
        )
        council.update_council(self._desk, letterhead=cast.LETTERHEAD)
        self._body = bodies.list_bodies(self._desk)[0].uid

    def _seat(self) -> None:
        seats = bodies.list_seats(self._desk, self._body)
        for player, seat in zip(PLAYERS, seats, strict=True):
            bodies.change_seat(self._desk, seat.uid, label=player.seat)
            if not player.key:
                continue
            person = people.add_person(self._desk, name=player.name).value
            self._who[player.key] = person
            bodies.add_membership(
                self._desk,
                person_uid=person,
                body_uid=self._body,
                seat_uid=seat.uid,
                role=player.role,
                start_on=player.start,
                end_on=player.end,
            )

    def _committee(self) -> None:
        body = bodies.add_body(
            self._desk, name=cast.COMMITTEE, kind="committee", parent_uid=self._body, seats=4
        ).value
        seats = bodies.list_seats(self._desk, body)
        for (key, role), seat in zip(cast.COMMITTEE_MEMBERS, seats, strict=True):
            bodies.add_membership(
                self._desk,
                person_uid=self._who[key],
                body_uid=body,
                seat_uid=seat.uid,
                role=role,
                start_on=year.JANUARY.starts.date(),
            )

    # ---------------------------------------------------------------- one meeting
    def _session(self, session: Session) -> None:
        local = session.starts.replace(tzinfo=ZONE)
        ahead = timedelta(days=24 if session.planned_only else 9)
        self._clock.set((local - ahead).astimezone(UTC))
        uid = meetings.plan_meeting(
            self._desk,
            body_uid=self._body,
            kind=session.kind,
            starts_local=session.starts,
            venue=cast.HALL,
        ).value
        items = self._plan(session, uid)
        if session.cancelled:
            meetings.cancel_meeting(self._desk, uid, session.cancelled)
            return
        if session.planned_only:
            return
        self._clock.set((local - timedelta(days=4)).astimezone(UTC))
        door = both("Door of Riverbend Hall", "ประตูศาลาริมคุ้ง")
        meetings.post_notice(
            self._desk, uid, posted_at=local - timedelta(days=4), place=door, by="W. Tanaka"
        )
        self._clock.set((local + timedelta(minutes=3)).astimezone(UTC))
        self._hold(session, uid, items)

    def _plan(self, session: Session, uid: str) -> list[str]:
        """Write the agenda; return the uids of the items under which the questions stand."""
        agenda.apply_template(self._desk, uid, "regular")
        rows = agenda.list_items(self._desk, uid)
        business = next(row for row in rows if row.kind == "decision")
        approval = next(row for row in rows if row.kind == "approval")
        if self._unapproved:
            agenda.change_item(self._desk, approval.uid, approves_uid=self._unapproved[-1])
        return [self._item(uid, business.uid, question) for question in session.questions]

    def _item(self, uid: str, business: str, question: Question) -> str:
        """Carry a question over when an earlier meeting put it off; else write it down."""
        for row in agenda.carry_over_candidates(self._desk, uid):
            if row.kind == "motion" and row.source["text"] == question.words:
                return agenda.carry_over(self._desk, uid, [row.uid]).value[0]
        return agenda.add_item(
            self._desk,
            uid,
            title=question.title,
            kind="decision",
            parent_uid=business,
            minutes=10,
            presenter=self._name(question.mover),
            proposed_motion=question.words,
        ).value

    def _name(self, key: str) -> Text:
        return next(player.name for player in PLAYERS if player.key == key)

    def _hold(self, session: Session, uid: str, items: list[str]) -> None:
        desk, rows = self._desk, agenda.list_items(self._desk, uid)
        kinds = {str(row.kind): row.uid for row in reversed(rows)}
        meetings.call_to_order(desk, uid, presiding_uid=self._who["ortiz"])
        agenda.go_to_item(desk, uid, kinds["call_to_order"])
        meetings.change_meeting(desk, uid, secretary_uid=self._who["tanaka"])
        agenda.go_to_item(desk, uid, kinds["roll_call"])
        self._roll(session, uid)
        self._finish_actions(session)
        quorate = len(session.questions) > 1
        if quorate:
            recusing = any("recused=" in question.how for question in session.questions)
            self._pass(uid, kinds["procedure"], cast.INTEREST if recusing else cast.NO_INTEREST)
            if not self._unapproved:
                self._pass(uid, kinds["approval"], cast.NO_MINUTES)
            self._approve_minutes(uid, kinds["approval"])
            agenda.go_to_item(desk, uid, kinds["public_comment"])
            for stance, english, thai in session.comments:
                self._wait(2)
                summary = both(english, thai)
                notes.add_comment(
                    desk, uid, item_uid=kinds["public_comment"], stance=stance, summary=summary
                )
        for number, (item, question) in enumerate(zip(items, session.questions, strict=True)):
            self._come_and_go(session, uid, number)
            agenda.go_to_item(desk, uid, item)
            self._question(uid, item, question)
        if session is year.JANUARY:
            self._committee()
        if quorate:
            self._pass(uid, kinds["report"], cast.NO_REPORT)
            self._pass(uid, kinds["matters_arising"], cast.ACTIONS_READ)
        self._pass(uid, kinds["announcement"], self._next_words(session))
        agenda.go_to_item(desk, uid, kinds["adjournment"])
        self._wait(1)
        meetings.adjourn(desk, uid)
        self._unapproved.append(uid)

    def _pass(self, uid: str, item: str, words: Text) -> None:
        """Take up an item on which nothing is decided."""
        agenda.go_to_item(self._desk, uid, item)
        self._wait(1)
        notes.add_note(self._desk, uid, words, item_uid=item)

    def _next_words(self, session: Session) -> Text:
        following = year.YEAR[year.YEAR.index(session) + 1].starts
        english = calendars.long_datetime(following, "en")
        thai = calendars.long_datetime(following, "th", "thai")
        return both(f"The next meeting is on {english}", f"การประชุมครั้งต่อไปกำหนดในวันที่ {thai}")

    def _finish_actions(self, session: Session) -> None:
        """Report as done what was due by now; the lamp on the footbridge waits for the city."""
        for row in actions.list_actions(self._desk, "open"):
            waits = row.owner_uid == self._who["adeyemi"]
            if row.due_on and row.due_on <= session.starts.date() and not waits:
                actions.finish_action(self._desk, row.uid)

    def _wait(self, minutes_: int) -> None:
        self._clock.pass_time(minutes=minutes_)

    def _roll(self, session: Session, uid: str) -> None:
        for key, status in session.away.items():
            if status != "skip":
                attendance.mark(self._desk, uid, self._who[key], status)
        for key in session.remote:
            attendance.arrive(self._desk, uid, self._who[key], mode="remote")
        missing = [self._who[key] for key in (*session.away, *session.late)]
        attendance.all_present_except(self._desk, uid, missing)

    def _come_and_go(self, session: Session, uid: str, number: int) -> None:
        start = session.starts.replace(tzinfo=ZONE)
        for key, late in session.late.items():
            at = start + timedelta(minutes=late)
            known = attendance.room(self._desk, uid)
            here = next(row for row in known if row.person_uid == self._who[key]).here
            if not here and self._clock.now() >= at:
                attendance.arrive(self._desk, uid, self._who[key], at=at)
        for key, decided in session.left.items():
            if decided == number:
                attendance.leave(self._desk, uid, self._who[key])

    def _approve_minutes(self, uid: str, item: str) -> None:
        desk = self._desk
        for before in self._unapproved:
            agenda.go_to_item(desk, uid, item)
            self._wait(1)
            number = meetings.get_meeting(desk, before).number
            head, _, year = number.partition("/")
            words = both(
                f"That the minutes of meeting {number} be approved.",
                f"ให้รับรองรายงานการประชุมครั้งที่ {head}/{int(year) + BE_OFFSET}",
            )
            motion = self._state(uid, item, words, "roy", "nunn")
            votes.record_vote(desk, motion, method="no_objection")
            minutes.approve(desk, before, at_meeting_uid=uid, motion_uid=motion)
        self._unapproved.clear()

    # ---------------------------------------------------------------- one question
    def _state(self, uid: str, item: str, words: Text, mover: str, second: str) -> str:
        return motions.state_motion(
            self._desk,
            uid,
            text=words,
            mover_uid=self._who[mover],
            seconder_uids=[self._who[second]] if second else [],
            item_uid=item,
        ).value

    def _question(self, uid: str, item: str, question: Question) -> None:
        self._wait(3)
        motion = self._state(uid, item, question.words, question.mover, question.second)
        for change in question.changes:
            self._wait(2)
            self._change(uid, item, motion, change)
        self._wait(3)
        self._decide(uid, item, motion, question)
        if question.note:
            notes.add_note(self._desk, uid, question.note, item_uid=item)
        if question.action:
            what, owner, due = question.action
            actions.add_action(
                self._desk,
                what=what,
                owner_uid=self._who[owner],
                due_on=datetime.fromisoformat(due).date(),
                meeting_uid=uid,
                item_uid=item,
                motion_uid=motion,
            )

    def _change(self, uid: str, item: str, motion: str, change: Change) -> None:
        made = motions.state_motion(
            self._desk,
            uid,
            kind="amend",
            text=change.words,
            proposed_text=change.whole,
            mover_uid=self._who[change.mover],
            seconder_uids=[self._who[change.second]] if change.second else [],
            item_uid=item,
            parent_uid=motion,
        ).value
        self._wait(2)
        self._vote(uid, item, made, change.how)

    def _decide(self, uid: str, item: str, motion: str, question: Question) -> None:
        how = question.how
        if how in _OUTCOMES:
            _OUTCOMES[how](self._desk, motion)
        elif how in ("postponed", "referred"):
            kind, words = ("postpone", _POSTPONE) if how == "postponed" else ("refer", _REFER)
            other = motions.state_motion(
                self._desk,
                uid,
                kind=kind,
                text=words,
                mover_uid=self._who["nunn"],
                seconder_uids=[self._who["roy"]],
                item_uid=item,
                parent_uid=motion,
            ).value
            self._vote(uid, item, other, "none")
        else:
            self._vote(uid, item, motion, how, question.requirement)

    def _vote(
        self, uid: str, item: str, motion: str, how: str, requirement: str | None = None
    ) -> None:
        method, _, rest = how.partition(" ")
        if method == "roll":
            named = dict(part.split("=") for part in rest.split())
            for key in named.get("recused", "").split(",") if "recused" in named else ():
                known = attendance.list_recusals(self._desk, uid, item)
                if self._who[key] not in {row.person_uid for row in known}:
                    attendance.recuse(self._desk, uid, item, self._who[key])
            ballots = self._ballots(uid, named)
            votes.record_vote(
                self._desk, motion, method="roll_call", ballots=ballots, requirement=requirement
            )
        elif method in ("hands", "secret"):
            counts = tuple(int(part) for part in rest.split("-"))
            chosen = "show_of_hands" if method == "hands" else "secret_ballot"
            votes.record_vote(self._desk, motion, method=chosen, counts=counts)
        elif method == "voice":
            votes.record_vote(self._desk, motion, method="voice", declared="carried")
        elif method == "acclamation":
            votes.record_vote(self._desk, motion, method="acclamation")
        else:
            votes.record_vote(self._desk, motion, method="no_objection")

    def _ballots(self, uid: str, named: dict[str, str]) -> dict[str, str]:
        said = {
            self._who[key]: choice
            for choice, keys in named.items()
            for key in keys.split(",")
            if choice != "recused"
        }
        recused = {self._who[key] for key in named.get("recused", "").split(",") if key}
        here = [row for row in attendance.room(self._desk, uid) if row.here and row.voting]
        return {
            str(row.person_uid): said.get(str(row.person_uid), "yes")
            for row in here
            if row.person_uid not in recused
        }

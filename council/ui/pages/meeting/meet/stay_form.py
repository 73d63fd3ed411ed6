"""The times of one person: when they came and left, and why they were not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from council.domain.clocks import nearest_moment
from council.domain.vocabulary import Mode, Presence
from council.services.session import attendance
from council.services.session.stay_edits import Stay, correct_person
from council.ui.kit import GROW, Field, label, line_edit, row, small, stack
from council.ui.pages.meeting.meet.console_form import ConsoleForm
from council.ui.pages.meeting.words import hhmm, parse_time

if TYPE_CHECKING:
    from datetime import datetime

    from council.services.session.attendance import RecusalRow, RoomRow
    from council.services.session.roll import SpanRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

FIELD_W = 112
LINES = 4
"""How many stays are shown: the last ones, and one to come."""


class _StayLine(QWidget):
    """One stay: from, to, how."""

    def __init__(self, came: str, left: str) -> None:
        super().__init__()
        self.came = line_edit("", "", came, FIELD_W)
        self.left = line_edit("", "", left, FIELD_W)
        self.how = small("", "ink_2")
        self.setLayout(row(self.came, self.left, self.how, GROW, gap=12))


class StayForm(ConsoleForm):
    """Opens for one person of the room; an empty end means that the person is still there."""

    name = "stays"

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.person: RoomRow | None = None
        self._spans: tuple[SpanRow, ...] = ()
        self._recusal: RecusalRow | None = None
        self._loaded: dict[str, str] = {}
        self._who = label("", "body", "strong")
        self._lines = [_StayLine(self.tr("Came"), self.tr("Left")) for _ in range(LINES)]
        self.reason, self.recusal = line_edit(), line_edit()
        self._reason_field = Field(self.tr("Why not there"), self.reason)
        self._recusal_field = Field(self.tr("Why recused"), self.recusal)
        for place, one in enumerate(self._lines):
            self.take(f"came{place}", one.came)
            self.take(f"left{place}", one.left)
        self.take("reason", self.reason)
        self.take("recusal", self.recusal)
        head = self.head_row("clock", self.tr("Times of a person"))
        came, left = (small(one, "ink_2", "medium") for one in (self.tr("Came"), self.tr("Left")))
        came.setFixedWidth(FIELD_W)
        hint = small(
            self.tr("Left empty: still there. Both empty: the line goes."), "ink_2", wrap=True
        )
        self.setLayout(
            stack(
                head, self._who, row(came, left, GROW, gap=12), *self._lines, hint,
                self._reason_field, self._recusal_field, self.foot_row(), gap=8,
                pad=(16, 12, 16, 14),
            )
        )  # fmt: skip

    # ------------------------------------------------------------------ opening

    def begin(self, uid: str, shot: Snapshot) -> None:
        """Open for somebody of the room, with what is recorded."""
        found = (one for one in shot.room if uid and uid in (one.person_uid, one.attendance_uid))
        person = next(found, None)
        if person is None:
            return
        self.person, self.shot = person, shot
        self._spans = person.spans[1 - LINES :]
        self._recusal = self._current_recusal(shot)
        self._who.setText(person.name.show(self.context.language))
        self._reason_field.setVisible(person.state in (Presence.EXCUSED, Presence.ABSENT))
        self._recusal_field.setVisible(self._recusal is not None)
        self._show_lines()
        self._loaded = self._recorded()
        self.load(self._loaded)
        self.show()
        self._lines[0].came.setFocus()
        self._lines[0].came.selectAll()

    def start(self, shot: Snapshot) -> None:
        """Open again for the person whose times were being corrected when the program ended."""
        kept = self.draft()
        self.begin(kept.get("person", ""), shot)
        if self.isHidden():
            self.drop_draft()
        else:
            self.load({**self._loaded, **kept})

    def more(self) -> dict[str, str]:
        """Keep with the times whose they are."""
        one = self.person
        return {"person": one.person_uid or one.attendance_uid or ""} if one else {}

    def _current_recusal(self, shot: Snapshot) -> RecusalRow | None:
        if self.person is None or shot.current is None:
            return None
        found = attendance.list_recusals(self.context.reader, self.meeting_uid, shot.current.uid)
        return next((one for one in found if one.person_uid == self.person.person_uid), None)

    def _show_lines(self) -> None:
        for place, line in enumerate(self._lines):
            line.setVisible(place <= len(self._spans))
            mode = self._spans[place].mode if place < len(self._spans) else ""
            words = {Mode.REMOTE.value: self.tr("remote"), "": self.tr("new")}
            line.how.setText(words.get(mode, self.tr("in person")))
            name = self.person.name.show(self.context.language) if self.person else ""
            came = self.tr("{name}, came, line {number}")
            left = self.tr("{name}, left, line {number}")
            line.came.setAccessibleName(came.format(name=name, number=place + 1))
            line.left.setAccessibleName(left.format(name=name, number=place + 1))

    def _recorded(self) -> dict[str, str]:
        kept = {"reason": (self.person.reason if self.person else "") or ""}
        kept["recusal"] = (self._recusal.reason if self._recusal else "") or ""
        for place in range(LINES):
            span = self._spans[place] if place < len(self._spans) else None
            kept[f"came{place}"] = self._shown(span.from_at if span else None)
            kept[f"left{place}"] = self._shown(span.to_at if span else None)
        return kept

    def _shown(self, moment: datetime | None) -> str:
        return hhmm(moment, self.context.language) if moment else ""

    # ------------------------------------------------------------------ recording

    def submit(self) -> None:
        """Write what was changed, in one step."""
        person, typed = self.person, {k: v.strip() for k, v in self.values().items()}
        if person is None:
            return
        changed = {name for name, words in self._loaded.items() if typed[name] != words}
        timed = {name for name in changed if name.startswith(("came", "left"))}
        try:
            wanted = self._wanted(typed, person) if timed else None
        except ValueError:
            self.complain(self.tr("Write a time, such as 18:30."))
            return
        if not changed or person.attendance_uid is None:
            self._close(changed)
            return
        recusal = (self._recusal.uid, typed["recusal"]) if self._recusal else None
        self.send(
            correct_person,
            person.attendance_uid,
            wanted=wanted,
            reason=typed["reason"] if "reason" in changed else None,
            recusal=recusal if "recusal" in changed else None,
        )

    def _close(self, changed: set[str]) -> None:
        if changed:
            self.complain(self.tr("Nothing is recorded of this person yet: type the code first."))
        else:
            self.give_up()

    def _wanted(self, typed: dict[str, str], person: RoomRow) -> list[Stay]:
        """Return the stays as typed; ValueError where something is no clock time."""
        older = person.spans[: len(person.spans) - len(self._spans)]
        wanted = [Stay(one.uid, one.from_at, one.to_at, one.mode) for one in older]
        near = self._now()
        for place in range(LINES):
            span = self._spans[place] if place < len(self._spans) else None
            came = self._moment(typed, f"came{place}", span.from_at if span else None, near)
            left = self._moment(typed, f"left{place}", span.to_at if span else None, came or near)
            if came is None and left is None and (span is None or self._emptied(place, span)):
                continue
            mode = span.mode if span else Mode.IN_PERSON.value
            wanted.append(Stay(span.uid if span else None, came, left, mode))
        return wanted

    def _emptied(self, place: int, span: SpanRow) -> bool:
        """Tell whether what stood in a line was taken out; an unknown start is no empty one."""
        return bool(self._loaded[f"came{place}"]) or span.from_at is not None

    def _moment(
        self, typed: dict[str, str], name: str, old: datetime | None, near: datetime
    ) -> datetime | None:
        words = typed[name]
        if words == self._loaded[name]:
            return old
        if not words:
            return None
        return nearest_moment(parse_time(words), old or near, self.context.reader.zone())

    def _now(self) -> datetime:
        over = self.shot.meeting.adjourned_at if self.shot else None
        return over or self.context.reader.now()

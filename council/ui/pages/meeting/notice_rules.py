"""What the rules ask of a notice: until when, counted how, at which places, and what came late."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QWidget

from council.domain import calendars
from council.domain.duties.duty_rules import NoticeUnit
from council.domain.duties.notice import judge_notice
from council.domain.rulings import Ruling
from council.services import advice
from council.services.duties import meeting_duties as duties
from council.services.duties.late_items import GROUND
from council.services.planning import late_admission
from council.ui.kit import (
    Button,
    chip,
    frame,
    group,
    hline,
    icon,
    label,
    refill,
    row,
    small,
    stack,
)
from council.ui.pages.meeting.notice_finding import FindingForm
from council.ui.pages.meeting.words import hhmm
from council.ui.pages.rulings import RulingLine, left_words, look, source_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from council.domain.duties.notice import CountedDay, Deadline
    from council.services.duties.meeting_duties import DeadlineRow, PlaceRow
    from council.services.planning.late_admission import LateRow
    from council.ui.context import Context

_LEAD = 150
"""So wide is what leads a step of the count, in pixels."""


class NoticeRules(QFrame):
    """The deadline with its count, the places, the papers.

    Signals: ``place_wanted(str)`` with the name of a place somebody wants to record.
    """

    place_wanted = Signal(str)

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context, self._uid = context, meeting_uid
        self.row: DeadlineRow | None = None
        self.clock = small("", "ink_2", "strong")
        self.places: list[Button] = []
        self._body = stack(gap=8)
        title = group(self.tr("Notice by the rules"), self.clock)
        self.setLayout(stack(title, self._body, gap=8, pad=(20, 16, 20, 16)))

    def refresh(self) -> None:
        """Ask the rules anew."""
        desk = self._context.reader
        self.row = duties.notice_deadline(desk, self._uid)
        self.show_clock()
        if self.row is None:
            words = self.tr("The rules of this council state no time for the notice.")
            refill(self._body, label(words, color="ink_2", wrap=True))
            return
        due = self.row.deadline
        parts: list[QWidget | None] = []
        if due is not None:
            parts += [self._headline(self.row, due), self._count(due)]
        if due is None or self.row.posted_at is not None:
            parts.append(RulingLine(self._context, self.row.ruling))
        else:  # what is still to be done says the headline
            said = self.row
            parts.append(source_line(self._context, said.source, verified=said.verified))
        refill(self._body, *parts, self._places(), *self._papers())

    def show_clock(self) -> None:
        """Say how much time is left; nothing once the notice is posted."""
        row_ = self.row
        if row_ is None or row_.until is None or row_.posted_at is not None:
            self.clock.setText("")
            return
        left = row_.until - self._context.reader.now()
        self.clock.setText(left_words(left))

    # ------------------------------------------------------------------------ deadline

    def _headline(self, found: DeadlineRow, due: Deadline) -> QWidget:
        latest = self._short(due.latest)
        if found.posted_at is not None:
            good = found.ruling.holds
            glyph, tone = look(good)
            words = self.tr("Posted in time; the latest was {time}")
            if not good:
                words = self.tr("Posted late; the latest was {time}")
        elif found.overdue:
            glyph, tone = "warning", "no"
            words = self.tr("Overdue: it had to be posted by {time}")
        else:
            glyph, tone = "clock-countdown", "warn"
            words = self.tr("Post the agenda by {time}")
        said = label(words.format(time=latest), 17, "strong", wrap=True)
        return frame("", row(icon(glyph, tone, 24, "fill"), (said, 1), gap=10))

    def _short(self, at: datetime | date) -> str:
        language = self._context.language
        day = at.date() if isinstance(at, datetime) else at
        words = f"{calendars.weekday_name(day, language)} {calendars.short_date(day, language)}"
        return f"{words}, {hhmm(at, language)}" if isinstance(at, datetime) else words

    def _count(self, due: Deadline) -> QWidget:
        """Show the count step by step, from the meeting back to the latest moment."""
        lines = self._hours(due) if due.rule.unit is NoticeUnit.HOURS_ELAPSED else self._days(due)
        made = frame("well", stack(*lines, gap=2, pad=(14, 8, 14, 8)))
        made.setAccessibleName(self._context.say(due.message))
        return made

    def _step(self, lead: str, what: str, more: str = "", *, last: bool = False) -> QWidget:
        weight = "strong" if last else "regular"
        words = label(what, "body", weight, wrap=True)
        note = small(more, "ink_3", wrap=True) if more else None
        return frame("", row(small(lead, "ink_2", width=_LEAD), (words, 1), note, gap=10))

    def _hours(self, due: Deadline) -> list[QWidget]:
        latest = due.latest
        back = self.tr("{count} hours, nights and weekends included")
        lines = [
            self._step(self.tr("Meeting"), self._short(due.starts)),
            self._step(self.tr("less"), back.format(count=due.rule.amount)),
        ]
        if isinstance(latest, datetime):
            turned = (due.starts.utcoffset() or timedelta()) - (latest.utcoffset() or timedelta())
            if turned:
                words = self.tr("The clock changes in between: {minutes} min on the wall")
                signed = f"{int(turned.total_seconds() // 60):+d}"
                lines.append(self._step("", words.format(minutes=signed)))
            lines.append(self._step(self.tr("Latest time"), self._short(latest), last=True))
        return lines

    def _days(self, due: Deadline) -> list[QWidget]:
        lines = [self._day(one) for one in due.days]
        latest = self._short(due.latest)
        return [*lines, self._step(self.tr("Latest day"), latest, last=True)]

    def _day(self, one: CountedDay) -> QWidget:
        if one.number is not None:
            lead = self.tr("day {number}").format(number=one.number)
            return self._step(lead, self._short(one.day))
        why = self._context.shown(one.reason) if one.reason else ""
        return self._step(self.tr("not counted"), self._short(one.day), why)

    # ------------------------------------------------------------------------ places, papers

    def _places(self) -> QWidget | None:
        """Show the places the rules name; one that is not in the log is a button to record it."""
        found = duties.required_places(self._context.reader, self._uid)
        ruling = self.row.places if self.row else None
        self.places = []
        if not found and ruling is None:
            return None
        lines = [self._place(one) for one in found]
        said = RulingLine(self._context, ruling) if ruling is not None else None
        title = (
            small(self.tr("Where the rules want it posted"), "ink_2", "strong") if found else None
        )
        return frame("", stack(hline(), 4, title, *lines, said, gap=4))

    def _place(self, one: PlaceRow) -> QWidget:
        name = self._context.shown(one.name)
        shown = name[:1].upper() + name[1:]
        glyph, tone = ("check-circle", "yes") if one.posted else ("circle-dashed", "ink_3")
        state = self.tr("in the log") if one.posted else self.tr("not in the log by this name")
        button = None
        if not one.posted:
            button = Button(self.tr("Record it"), None, "quiet", dense=True)
            button.setAccessibleName(self.tr("Record a posting: {place}").format(place=shown))
            button.clicked.connect(self._asker(shown))
            self.places.append(button)
        sign = icon(glyph, tone, 18, "fill" if one.posted else "regular")
        words = label(shown, wrap=True)
        return frame("", row(sign, (words, 1), small(state, tone), button, gap=8))

    def _asker(self, name: str) -> Callable[[], None]:
        return lambda: self.place_wanted.emit(name)

    def _papers(self) -> list[QWidget]:
        remarks = duties.plan_remarks(self._context.reader, self._uid)
        found = [one.ruling for one in remarks if one.code == "documents"]
        if not found:
            return []
        title = small(self.tr("Papers"), "ink_2", "strong")
        lines = [RulingLine(self._context, one) for one in found]
        return [frame("", stack(hline(), 4, title, *lines, gap=4))]


class LateItems(QFrame):
    """The items added after posting, each with what deciding it takes."""

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context, self._uid = context, meeting_uid
        self._body = stack(gap=10)
        self._count = small("")
        self.form = FindingForm(context, meeting_uid)
        title = group(self.tr("Added after the agenda was posted"), self._count)
        self.setLayout(stack(title, self._body, self.form, gap=8, pad=(20, 16, 20, 16)))

    def refresh(self, titles: dict[str, str], *, begun: bool = False) -> None:
        """Ask the rules anew; ``titles`` are the items' numbers and titles by uid.

        Once the meeting has ``begun`` a finding by vote can be put on record.
        """
        desk = self._context.reader
        found = [one for one in duties.late_remarks(desk, self._uid) if one.item_uid in titles]
        self.setVisible(bool(found))
        if not found:
            refill(self._body)
            return
        self._count.setText(str(len(found)))
        lines: list[QWidget] = []
        kept = [one for one in advice.list_advice(desk, self._uid) if one.code == GROUND]
        admitted = {one.item_uid: one for one in late_admission.list_late_items(desk, self._uid)}
        for one in found:
            uid = one.item_uid or ""
            lines.append(RulingLine(self._context, one.ruling, title=titles[uid]))
            if uid in admitted:
                lines += self._admission(admitted[uid])
            lines += [
                RulingLine(self._context, Ruling(row_.followed, row_.message, row_.source))
                for row_ in kept
                if row_.item_uid == uid
            ]
        self.form.show_items({one.item_uid or "": titles[one.item_uid or ""] for one in found},
                             begun=begun)  # fmt: skip
        talk = duties.without_agenda(desk, self._uid)
        if talk is not None:
            words = small(self._context.say(talk.message), "ink_2", wrap=True)
            lines += [hline(), words]
            source = source_line(self._context, talk.source, verified=talk.verified)
            lines += [source] if source is not None else []
        refill(self._body, *lines)

    def _admission(self, late: LateRow) -> list[QWidget]:
        """Say on which ground a late item was admitted, and by which motion."""
        if late.ground is None:
            return []
        ground = self._context.word(f"late_ground.{late.ground}")
        words = self.tr("Ground: {ground}").format(ground=ground)
        if late.motion is not None:
            number = late.motion.number or self._context.show(late.motion.text)
            words = self.tr("Admitted by motion {number}: {ground}")
            words = words.format(number=number, ground=ground)
        return [frame("", row(icon("gavel", "ink_2", 18), (small(words, wrap=True), 1), gap=10))]


def in_time(context: Context, found: DeadlineRow | None, at: datetime) -> QWidget | None:
    """Make the chip that tells whether one posting was in time; None where no rule says."""
    if found is None or found.deadline is None:
        return None
    ruling: Ruling = judge_notice(found.deadline, [at])
    glyph, tone = look(ruling.holds)
    made = chip(_timely(ruling.holds), tone, glyph)
    made.setToolTip(context.say(ruling.message))
    made.setAccessibleDescription(context.say(ruling.message))
    return made


def _timely(holds: bool | None) -> str:
    if holds:
        return QCoreApplication.translate("NoticeRules", "in time")
    return QCoreApplication.translate("NoticeRules", "late")

"""Try numbers: one set of numbers, judged at each key by every pack that is ticked."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from council.domain import calendars
from council.domain.messages import InputRefused
from council.domain.rules.layers import Rules, resolve
from council.domain.vocabulary import Choice, MeetingKind, Method, MotionKind
from council.services import council as council_service
from council.services.members import bodies
from council.services.rules import bench
from council.ui.kit import (
    A,
    Banner,
    Field,
    combo,
    frame,
    group,
    hline,
    label,
    line_edit,
    row,
    scrolled,
    small,
    stack,
)
from council.ui.pages.meeting.words import parse_time
from council.ui.pages.rules.pack_form import fitting, pack_choices
from council.ui.pages.rules.rows import Row, RowsView
from council.ui.pages.rules.told import show
from council.ui.pages.rules.trial_rows import Judged, Line, TrialRow

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from council.services.rules.bench import BenchLine
    from council.ui.context import Context

OURS = "ours"
_FORM = 352
_NUMBER = 90
_BEGIN_WITH = ("us-nyc-cb", "ronr")
_MOST = 9999
_LOOK = {"carried": ("check-circle", "yes"), "lost": ("x-square", "no")}


class PackTick(QWidget):
    """A pack to tick; its name may take two lines, and pressing it ticks too."""

    def __init__(self, name: str, *, on: bool) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(name)
        self.box.setChecked(on)
        line = row(self.box, (label(name, wrap=True), 1), gap=8)
        line.setAlignment(self.box, A.AlignTop)
        self.setLayout(line)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick by the name."""
        self.box.toggle()


class Trial(QWidget):
    """Numbers on the left, verdicts on the right; nothing here is written to the record."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rules: dict[str, Rules] = {}
        self._begun = False
        words = {
            "seats": self.tr("Seats"),
            "in_office": self.tr("In office"),
            "present": self.tr("Present"),
            "remote": self.tr("Elsewhere"),
            "recused": self.tr("Recused"),
            "yes": self.tr("In favour"),
            "no": self.tr("Against"),
            "abstain": self.tr("Abstain"),
            "silent": self.tr("Silent"),
        }
        self.numbers = {name: line_edit("0", "", word, _NUMBER) for name, word in words.items()}
        self._fields = {name: Field(words[name], self.numbers[name]) for name in words}
        self._make_choices()
        self._impossible = Banner("", "no")
        self._impossible.hide()
        self.list = RowsView(self.tr("Verdicts"))
        self._lay_out()
        self._connect()

    # ------------------------------------------------------------------------ widgets

    def _make_choices(self) -> None:
        word = self._context.word
        kinds = [(kind.value, word(f"motion_kind.{kind.value}")) for kind in MotionKind]
        self.kind = fitting(combo(kinds, "main", self.tr("Kind of motion")))
        methods = [(one.value, word(f"method.{one.value}")) for one in Method]
        self.method = fitting(combo(methods, "show_of_hands", self.tr("Way of voting")))
        casting = [("", self.tr("None")), ("yes", self.tr("In favour")), ("no", self.tr("Against"))]
        self.casting = fitting(combo(casting, "", self.tr("Casting vote")))
        meetings = [(one.value, word(f"meeting_kind.{one.value}")) for one in MeetingKind]
        self.meeting = fitting(combo(meetings, "regular", self.tr("Meeting")))
        self.day = line_edit("", "", self.tr("Day"))
        self.time = line_edit("19:00", "", self.tr("Begins"))
        self._day_field = Field(self.tr("Day"), self.day)
        self._time_field = Field(self.tr("Begins"), self.time)
        self._ticks = {OURS: PackTick(self.tr("Our rules"), on=True)}
        for uid, name in pack_choices(self._context):
            self._ticks[uid] = PackTick(name, on=uid in _BEGIN_WITH)
        self.packs = {uid: tick.box for uid, tick in self._ticks.items()}

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for place, field in enumerate(self._fields.values()):
            grid.addWidget(field, place // 3, place % 3)
        form = QWidget()
        form.setLayout(
            stack(
                group(self.tr("Numbers")),
                grid,
                Field(self.tr("Kind of motion"), self.kind),
                row(
                    (Field(self.tr("Way of voting"), self.method), 3),
                    (Field(self.tr("Casting vote"), self.casting), 2),
                    gap=12,
                ),
                hline(),
                group(self.tr("Notice")),
                Field(self.tr("Meeting"), self.meeting),
                row((self._day_field, 1), (self._time_field, 1), gap=12),
                hline(),
                group(self.tr("Rules to try")),
                stack(*self._ticks.values(), gap=6),
                gap=10,
                pad=(18, 14, 18, 18),
            )
        )
        left = frame("card", stack(scrolled(form), pad=1), width=_FORM)
        right = frame("card", stack((self.list, 1), gap=0, pad=(1, 6, 1, 6)))
        remark = small(self.tr("Nothing here goes into the record."), "ink_3")
        side = stack(self._impossible, (right, 1), remark, gap=10)
        self.setLayout(row(left, (side, 1), gap=16))

    def _connect(self) -> None:
        for edit in (*self.numbers.values(), self.day, self.time):
            edit.textEdited.connect(self.judge)
        for box in (self.kind, self.method, self.casting, self.meeting):
            box.activated.connect(self.judge)
        for one in self.packs.values():
            one.toggled.connect(self.judge)

    # ------------------------------------------------------------------------ numbers

    def set_numbers(self, **numbers: int) -> None:
        """Put numbers into the fields."""
        for name, number in numbers.items():
            self.numbers[name].setText(str(number))
        self.judge()

    def _begin(self) -> None:
        """Begin with the council's own seats and a vote with abstentions."""
        self._begun = True
        found = bodies.list_bodies(self._context.reader)
        seats = next((body.seats for body in found if body.seats), 15) or 15
        present = max(1, seats - seats // 4)
        abstain = present // 4
        yes = (present - abstain) // 2 + 1
        day = self._context.reader.today() + timedelta(days=14)
        self.day.setText(calendars.short_date(day, self._context.language))
        self.set_numbers(
            seats=seats, in_office=seats, present=present, yes=yes,
            no=present - abstain - yes, abstain=abstain,
        )  # fmt: skip

    def _read_numbers(self) -> bench.Numbers | None:
        """Return the numbers, or None when a field holds none; it is marked then."""
        read: dict[str, int] = {}
        for name, edit in self.numbers.items():
            text = calendars.fold_digits(edit.text()).strip() or "0"
            good = text.isascii() and text.isdigit() and int(text) <= _MOST
            self._fields[name].set_error("" if good else self.tr("A whole number"))
            if good:
                read[name] = int(text)
        if len(read) < len(self.numbers):
            return None
        casting = str(self.casting.currentData())
        return bench.Numbers(
            **read,
            method=Method(self.method.currentData()),
            kind=MotionKind(self.kind.currentData()),
            casting=Choice(casting) if casting else None,
        )

    def _starts(self) -> datetime | None:
        """Return when the meeting begins, None when it cannot be read; the fields say so."""
        day, clock = None, None
        with suppress(InputRefused, ValueError):
            day = calendars.parse_date(self.day.text(), self._context.language)
        with suppress(ValueError):
            clock = parse_time(self.time.text())
        bad_day = "" if day else self.tr("Write a day, such as 19 Nov 2026.")
        bad_time = "" if clock else self.tr("Write a time, such as 18:30.")
        self._day_field.set_error(bad_day)
        self._time_field.set_error(bad_time)
        if day is None or clock is None:
            return None
        return datetime.combine(day, clock, ZoneInfo(self._context.council.time_zone))

    # ------------------------------------------------------------------------ verdicts

    def refresh(self) -> None:
        """Read the council's rules anew and judge."""
        self._rules.clear()
        if not self._begun:
            self._begin()
        else:
            self.judge()

    def judge(self) -> None:
        """Judge what stands in the fields; called at each key."""
        numbers, starts = self._read_numbers(), self._starts()
        wrong = bench.problems(numbers) if numbers else []
        words = " ".join(self._context.say(message) for message in wrong)
        self._impossible.set_text(words)
        self._impossible.setVisible(bool(words))
        if numbers is None or wrong:
            self.list.set_rows([])
            return
        self.list.set_rows(
            [self._row(uid, numbers, starts) for uid, box in self.packs.items() if box.isChecked()]
        )

    def _rules_of(self, uid: str) -> Rules:
        if uid not in self._rules:
            reader = self._context.reader
            self._rules[uid] = (
                council_service.get_rules(reader)
                if uid == OURS
                else resolve([reader.packs[uid]], {}, reader.today())
            )
        return self._rules[uid]

    def _row(self, uid: str, numbers: bench.Numbers, starts: datetime | None) -> Row:
        rules = self._rules_of(uid)
        found = bench.try_numbers(uid, self._context.reader.packs[rules.pack].name, rules, numbers)
        lines = [self._quorum(found)]
        if starts is not None:
            zone = ZoneInfo(self._context.council.time_zone)
            told = bench.notice_line(rules, str(self.meeting.currentData()), starts, zone)
            words = self.tr("Notice: {sum}").format(sum=self._with(told.message, told.source))
            lines.append(Line("calendar-check", "ink_3", words))
        lines += [Line("warning", "warn", self._context.say(one)) for one in found.warnings]
        return TrialRow(self._judged(uid, found, tuple(lines)))

    def _judged(self, uid: str, found: BenchLine, lines: tuple[Line, ...]) -> Judged:
        context = self._context
        glyph, tone = _LOOK.get(found.outcome, ("question", "neutral"))
        name = show(context, found.name)
        return Judged(
            key=uid,
            name=self.tr("Our rules: {name}").format(name=name) if uid == OURS else name,
            outcome=self._outcome(found.outcome),
            glyph=glyph,
            tone=tone,
            sum=context.say(found.message),
            because=context.say(found.because) if found.because else "",
            source=found.source,
            seal="" if found.verified else context.word("rule_state.to_confirm"),
            lines=lines,
        )

    def _outcome(self, outcome: str) -> str:
        if outcome == bench.NO_VOTE_TAKEN:
            return self.tr("No vote")
        if outcome == bench.UNKNOWN:
            return self.tr("Not determined")
        return self.tr("Carried") if outcome == "carried" else self.tr("Lost")

    def _quorum(self, found: BenchLine) -> Line:
        looks = {True: ("check-circle", "yes"), False: ("x-square", "no")}
        glyph, tone = looks.get(bool(found.quorum.met), ("question", "neutral"))
        if found.quorum.met is None:
            glyph, tone = "question", "neutral"
        return Line(glyph, tone, self._with(found.quorum.message, found.quorum.source))

    def _with(self, message: object, source: str) -> str:
        words = show(self._context, message)  # type: ignore[arg-type]
        return f"{words} {source}".strip() if source else words

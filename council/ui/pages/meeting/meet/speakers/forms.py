"""The forms of the speakers: a resident or guest, written comments, speaking times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.domain.durations import minutes_and_seconds, read_minutes
from council.domain.messages import InputRefused
from council.services.session import speakers
from council.services.session.notes import STANCES, list_comments
from council.services.session.speakers import SpeakerKind, SpeakerRow
from council.ui.kit import Field, check, combo, line_edit, row, stack, text_edit
from council.ui.pages.meeting.meet.console_form import ConsoleForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from council.domain.text import Text
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

_PAD = (16, 12, 16, 14)


class SpeakerForm(ConsoleForm):
    """Somebody new who wants the floor; ``begin`` opens it for one of the line."""

    name = "speaker"
    one_line = True

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self._uid = ""
        self.who = line_edit("", self.tr("Leave empty for no name"))
        stances = [
            ("", self.tr("not said")), ("for", self.tr("for")),
            ("against", self.tr("against")), ("neutral", self.tr("neutral")),
        ]  # fmt: skip
        kinds = [("", self.tr("Resident")), ("guest", self.tr("Guest"))]
        self.stance = combo(stances, "", self.tr("Stance"))
        self.kind = combo(kinds, "", self.tr("Speaks as"))
        self.minutes = line_edit("", "3, 2:30")
        self.said = text_edit(lines=3)
        self.translated = check(self.tr("With a translator"))
        self.may_print = check(self.tr("The name may be printed"))
        self.translated.toggled.connect(self._tell_limit)
        for name, widget in (
            ("who", self.who), ("stance", self.stance), ("kind", self.kind),
            ("minutes", self.minutes), ("said", self.said),
            ("translated", self.translated), ("printed", self.may_print),
        ):  # fmt: skip
            self.take(name, widget)
        self._lay_out()

    def _lay_out(self) -> None:
        head = self.head_row("microphone", self.tr("Speaker"))
        self._who = Field(self.tr("Name"), self.who)
        self._kind = Field(self.tr("Speaks as"), self.kind)
        self._limit = Field(self.tr("Minutes"), self.minutes, " ")
        self._said = Field(self.tr("What was said"), self.said)
        first = row((self._who, 2), (Field(self.tr("Stance"), self.stance), 1), gap=12)
        second = row((self._kind, 1), (self._limit, 2), gap=12)
        marks = row(self.may_print, (self.translated, 1), gap=24)
        self.setLayout(
            stack(head, first, second, self._said, marks, self.foot_row(), gap=8, pad=_PAD)
        )

    # ------------------------------------------------------------------ opening

    def start(self, shot: Snapshot) -> None:
        """Open for somebody new, or with the draft that was kept."""
        self._show_for(self._row(self.draft().get("uid", ""), shot), shot)
        super().start(shot)
        self._tell_limit()

    def begin(self, uid: str, shot: Snapshot) -> None:
        """Open for one of the line, with all that is known of them."""
        one = self._row(uid, shot)
        if one is None:
            return
        self._show_for(one, shot)
        self.shot = shot
        self.load(self._known(one))
        self.show()
        self.first().setFocus()
        self._tell_limit()

    def _row(self, uid: str, shot: Snapshot) -> SpeakerRow | None:
        return next((one for one in shot.speakers if one.uid == uid), None)

    def _show_for(self, one: SpeakerRow | None, shot: Snapshot) -> None:
        self._uid = one.uid if one else ""
        member = one is not None and one.kind is SpeakerKind.MEMBER
        named = one is not None and one.person_uid is not None
        self._who.setVisible(not named)
        self._kind.setVisible(not member)
        writing = one is not None and not member
        self._said.setVisible(writing)
        self.done_button.set_key("Ctrl Enter" if writing else "Enter")
        self.may_print.setVisible(not member)
        self.translated.setVisible(shot.limits.translator > 1)
        words = one.name.show(self.context.language) if one and one.name else self.tr("Speaker")
        self._head.setText(words)

    def first(self) -> QWidget:
        """Return what is typed first: what was said once somebody is in the line."""
        if not self._said.isHidden():
            return self.said
        return self.stance if self._who.isHidden() else self.who

    def _known(self, one: SpeakerRow) -> dict[str, str]:
        language = self.context.council.languages[0]
        comments = list_comments(self.context.reader, self.meeting_uid)
        said = next((c.summary for c in comments if c.uid == one.comment_uid), None)
        return {
            "who": "" if one.person_uid else one.name.show(language),
            "stance": one.stance,
            "kind": "guest" if one.kind is SpeakerKind.GUEST else "",
            "minutes": minutes_and_seconds(one.limit) if one.limit else "",
            "said": said.show(language) if said else "",
            "printed": "yes" if one.may_print_name else "",
        }

    def more(self) -> dict[str, str]:
        """Keep with the draft who it is about."""
        return {"uid": self._uid}

    # ------------------------------------------------------------------ recording

    def _usual(self) -> int | None:
        """Return the seconds somebody has when nothing is typed, None for what holds anyway."""
        if self.shot is None or not self.translated.isChecked():
            return None
        kind = SpeakerKind(self.values()["kind"] or "resident")
        return speakers.with_translator(self.shot.limits, self.shot.limits.of(kind))

    def _tell_limit(self) -> None:
        if self.shot is None:
            return
        limits = self.shot.limits
        found = self._usual() or limits.of(SpeakerKind(self.values()["kind"] or "resident"))
        words = self.tr("Left empty: no limit")
        if found:
            words = self.tr("Left empty: {time}").format(time=minutes_and_seconds(found))
        self._limit.set_hint(words)

    def submit(self) -> None:
        """Put them in line, or record what was changed."""
        values = self.values()
        try:
            limit = read_minutes(values["minutes"]) or self._usual()
        except InputRefused as refused:
            self.refuse(refused.message)
            self.minutes.setFocus()
            return
        if self._uid:
            self._change(values, limit)
            return
        self.send(
            speakers.ask_for_floor,
            self.meeting_uid,
            name=self.text("who"),
            kind=values["kind"] or "resident",
            stance=values["stance"],
            may_print_name=self.may_print.isChecked(),
            limit_seconds=limit,
        )

    def _change(self, values: dict[str, str], limit: int | None) -> None:
        fields: dict[str, object] = {"stance": values["stance"], "limit_seconds": limit}
        if not self._who.isHidden():
            fields["name"] = self.text("who")
        if not self._kind.isHidden():
            fields["kind"] = values["kind"] or "resident"
            fields["may_print_name"] = self.may_print.isChecked()
        summary: Text | None = None if self._said.isHidden() else self.text("said")
        self.send(speakers.change_speaker, self._uid, summary=summary, **fields)


class WrittenForm(ConsoleForm):
    """How many wrote: three numbers for the item before the meeting."""

    name = "written"
    one_line = True

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        words = {
            "for": self.tr("For"), "against": self.tr("Against"), "neutral": self.tr("Neutral")
        }  # fmt: skip
        self.numbers = {stance: line_edit("", "0") for stance in STANCES}
        for stance, line in self.numbers.items():
            self.take(stance, line)
        fields = row(
            *((Field(words[stance], line), 1) for stance, line in self.numbers.items()), gap=12
        )
        head = self.head_row("envelope-simple", self.tr("Written comments"))
        self.setLayout(stack(head, fields, self.foot_row(), gap=8, pad=_PAD))

    def start(self, shot: Snapshot) -> None:
        """Open with what was counted before, or with the draft."""
        super().start(shot)
        if not self.draft():
            self.load({stance: str(count) for stance, count in shot.written})
        self.numbers["for"].selectAll()

    def submit(self) -> None:
        """Record the counts."""
        counts: dict[str, int] = {}
        for stance, line in self.numbers.items():
            typed = line.text().strip() or "0"
            if not typed.isdecimal():
                self.complain(self.tr("Type a whole number, or nothing for none."))
                line.setFocus()
                return
            counts[stance] = int(typed)
        item = self.shot.current.uid if self.shot and self.shot.current else None
        self.send(speakers.count_written, self.meeting_uid, item, counts)


class TimesForm(ConsoleForm):
    """The meeting's own speaking times."""

    name = "times"
    one_line = True

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.member, self.resident = line_edit("", "5, 2:30"), line_edit("", "3, 2:30")
        self.take("member", self.member)
        self.take("resident", self.resident)
        self._hints = (
            Field(self.tr("Members, minutes"), self.member, " "),
            Field(self.tr("Residents, minutes"), self.resident, " "),
        )
        head = self.head_row("timer", self.tr("Speaking times of this meeting"))
        fields = row(*((one, 1) for one in self._hints), gap=12)
        self.setLayout(stack(head, fields, self.foot_row(), gap=8, pad=_PAD))

    def start(self, shot: Snapshot) -> None:
        """Open with the meeting's times; empty lines mean what the rules say."""
        super().start(shot)
        own = shot.limits.own
        if not self.draft():
            self.load({
                "member": minutes_and_seconds(own[0]) if own[0] else "",
                "resident": minutes_and_seconds(own[1]) if own[1] else "",
            })  # fmt: skip
        for field, seconds, source in zip(
            self._hints, shot.limits.by_rule, (shot.limits.source, shot.limits.public_source),
            strict=True,
        ):  # fmt: skip
            field.set_hint(self._rule(seconds, source))
        self.member.selectAll()

    def _rule(self, seconds: int | None, source: str) -> str:
        if not seconds:
            return self.tr("Left empty: no limit")
        words = self.tr("Left empty: {time}, by {source}")
        return words.format(time=minutes_and_seconds(seconds), source=source)

    def submit(self) -> None:
        """Record the times."""
        try:
            member, resident = (read_minutes(one.text()) for one in (self.member, self.resident))
        except InputRefused as refused:
            self.refuse(refused.message)
            return
        self.send(speakers.set_limits, self.meeting_uid, member=member, resident=resident)

"""Stating a motion: mover, seconders, words; an amendment is typed as the text would read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLabel, QWidget

from council.domain.order.motions import DEMANDS, REWORDS, RULED
from council.domain.text import Text
from council.domain.vocabulary import MotionKind
from council.domain.wording import changes
from council.services.session import motions
from council.services.session.motion_advice import NO_SECOND, judge_motion
from council.ui.kit import (
    GROW,
    Field,
    combo,
    line_edit,
    marked_html,
    refill,
    rich,
    row,
    small,
    stack,
    text_edit,
)
from council.ui.pages.meeting.meet.forms import ConsoleForm
from council.ui.pages.meeting.meet.motion_people import MotionPeople, lines_for
from council.ui.pages.meeting.meet.ruling_form import RulingFields
from council.ui.pages.meeting.meet.sayings import cited, reason_line, told
from council.ui.pages.meeting.meet.targets import needs_target, targets
from council.ui.pages.meeting.words import tidy

if TYPE_CHECKING:
    from council.services.session.motions import MotionRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

_WITH_TIME = (
    MotionKind.POSTPONE,
    MotionKind.RECESS,
    MotionKind.LIMIT_DEBATE,
    MotionKind.FIX_TIME,
)
_WORDY = (MotionKind.MAIN, *REWORDS)


class MotionForm(ConsoleForm):
    """Ctrl+M: code, Tab, code, Ctrl+Enter, when the words are prepared in the agenda.

    What the rules say against it stands under the fields as it is typed; it is recorded all the
    same.
    """

    name = "motion"

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.kind = MotionKind.MAIN
        self.before = ""
        self._targets: dict[str, MotionRow] = {}
        self.people = MotionPeople(context)
        self.mover, self.seconder = self.people.mover, self.people.seconders[0]
        self.words = text_edit(lines=3)
        self.until = line_edit()
        self.about = combo([], name=self.tr("About"))
        self.ruling = RulingFields()
        for name, widget in (
            ("mover", self.mover.line), ("seconder", self.seconder.line), ("text", self.words),
            ("until", self.until), ("about", self.about), ("ruling", self.ruling.word),
            ("reasons", self.ruling.reasons),
        ):  # fmt: skip
            self.take(name, widget)
        self._words_field = Field(self.tr("Words of the motion"), self.words)
        self._until_field = Field(self.tr("Until when"), self.until, optional=True)
        self._about_field = Field(self.tr("Which decision"), self.about)
        self._marked: QLabel = rich("")
        self._reads = QWidget()
        self._reads.setLayout(
            row(
                stack(small(self.tr("Changes"), "ink_3", "strong"), GROW, gap=0),
                (self._marked, 1),
                gap=8,
            )
        )
        self._needs = small("", "ink_3", wrap=True)
        self._said = stack(gap=0)
        self._title = self.head_row("file-text", "")
        self.setLayout(
            stack(
                self._title, self.people, self._about_field, self._words_field, self._until_field,
                self.ruling, self._reads, self._needs, self._said, self.foot_row(), gap=6,
                pad=(16, 12, 16, 14),
            )
        )  # fmt: skip
        self.words.textChanged.connect(self._show_changes)
        self.people.changed.connect(self.judge)
        self.about.currentIndexChanged.connect(self._on_about)

    def more(self) -> dict[str, str]:
        """Keep the kind with the words."""
        return {"kind": self.kind.value}

    # ------------------------------------------------------------------ opening

    def begin(self, kind: MotionKind, shot: Snapshot) -> None:
        """Open for a kind of motion, with the prepared words."""
        self._dress(kind, shot)
        prepared = ""
        if kind in REWORDS:
            prepared = self.before
        elif kind is MotionKind.MAIN and shot.current is not None:
            prepared = shot.current.proposed_motion.show(self.context.council.languages[0])
            moved = [m for m in (*shot.pending, *shot.decided) if m.kind == MotionKind.MAIN]
            prepared = "" if moved else prepared
        self.load({"text": prepared, "about": str(self.about.currentData() or "")})
        self._open()

    def start(self, shot: Snapshot) -> None:
        """Open with what was half typed."""
        kept = self.draft()
        self._dress(MotionKind(kept.get("kind", MotionKind.MAIN.value)), shot)
        self.load(kept)
        self._open()

    def _open(self) -> None:
        self._show_changes()
        self.judge()
        self.show()
        self.mover.line.setFocus()

    def _dress(self, kind: MotionKind, shot: Snapshot) -> None:
        self.kind, self.shot = kind, shot
        self._head.setText(self.context.word(f"motion_kind.{kind.value}"))
        fresh = self.people.more(lines_for(shot, kind))
        for number, field in enumerate(fresh, start=len(self.people.seconders) - len(fresh) + 1):
            self.take(f"seconder{number}", field.line)
        self.people.dress(kind, shot)
        self._fill_about(kind, shot)
        self.before = self._text_before(kind, shot)
        self._rename(self._words_for(kind))
        self.words.setFixedHeight(3 * 25 + 18 if kind in _WORDY else 2 * 25 + 18)
        self._words_field.setVisible(kind not in DEMANDS)
        self._until_field.setVisible(kind in _WITH_TIME)
        self._reads.setVisible(kind in REWORDS)
        self.ruling.dress(kind)
        self.ruling.setVisible(kind in RULED)
        self._tell_needs(kind, shot)

    def _words_for(self, kind: MotionKind) -> str:
        if kind is MotionKind.AMEND:
            return self.tr("How the motion would read")
        if kind is MotionKind.AMEND_ADOPTED:
            return self.tr("How the decision would read")
        if kind in RULED:
            return self.tr("What it is about")
        if kind not in _WORDY:
            return self.tr("Words, if there are any")
        return self.tr("Words of the motion")

    def _text_before(self, kind: MotionKind, shot: Snapshot) -> str:
        language = self.context.council.languages[0]
        if kind is MotionKind.AMEND and shot.top is not None:
            return shot.top.current_text.show(language)
        target = self._targets.get(str(self.about.currentData() or ""))
        if kind is MotionKind.AMEND_ADOPTED and target is not None:
            return target.current_text.show(language)
        return ""

    def _rename(self, words: str) -> None:
        for child in self._words_field.findChildren(QLabel):
            if child.buddy() is self.words:
                child.setText(words)
        self.words.setAccessibleName(words)

    def _fill_about(self, kind: MotionKind, shot: Snapshot) -> None:
        self._about_field.setVisible(needs_target(kind))
        self.about.blockSignals(True)
        self.about.clear()
        self._targets = {one.uid: one for one in targets(self.context.reader, kind, shot)}
        for uid, one in self._targets.items():
            words = f"{one.number or ''} {one.text.show(self.context.language)}".strip()
            self.about.addItem(words[:90], uid)
        self.about.blockSignals(False)

    def _on_about(self) -> None:
        """Begin with the wording of the decision that was chosen, if nothing was typed."""
        if self.shot is None or self.isHidden():
            return
        untouched = self.words.toPlainText() == self.before
        self.before = self._text_before(self.kind, self.shot)
        if self.kind in REWORDS and untouched:
            self.words.setPlainText(self.before)
        self._show_changes()
        self.judge()

    # ------------------------------------------------------------------ what the rules say

    def _tell_needs(self, kind: MotionKind, shot: Snapshot) -> None:
        """Say what the rules ask, or that they do not tell whether it is in order."""
        words = ""
        for possible, needs in shot.order.possible:
            if possible is kind:
                words = self.context.say(needs)
        for barred, reason, source in shot.order.barred:
            if barred is kind:
                reason_words = cited(self.context.say(reason), source)
                words = self.tr("Not in order now: {reason}").format(reason=reason_words)
        self._needs.setText(words)

    def judge(self) -> None:
        """Say what the rules have against the people who move and second, and the decision."""
        if self.shot is None:
            return
        item = self.shot.current.uid if self.shot.current else None
        found = judge_motion(
            self.context.reader, self.meeting_uid, kind=self.kind.value,
            mover_uid=self.people.mover_uid(), seconder_uids=self.people.seconder_uids(),
            parent_uid=str(self.about.currentData() or "") or None, item_uid=item,
        )  # fmt: skip
        seconding = any(one.line.text().strip() for one in self.people.shown())
        lines = [
            told(self.context, ruling) for code, ruling in found if code != NO_SECOND or seconding
        ]
        needs = self._needs.text()
        lines = [words for words in lines if words not in needs]
        refill(self._said, *(reason_line("", one, glyph="warning", tone="warn") for one in lines))

    def _show_changes(self) -> None:
        if self.kind not in REWORDS:
            return
        pieces = changes(self.before, self.words.toPlainText())
        fresh = rich(marked_html(tidy([(str(kind), words) for kind, words in pieces])))
        self._marked.setText(fresh.text())
        fresh.deleteLater()

    # ------------------------------------------------------------------ recording

    def amendment_words(self) -> str:
        """Return what an amendment does, from the change of the text."""
        after = self.words.toPlainText().strip()
        done, gone = [], ""
        for kind, words in [*changes(self.before, after), ("same", "")]:
            clean = words.strip()
            if kind == "del":
                gone = clean
            elif kind == "ins":
                said = self.tr("insert “{new}”").format(new=clean)
                if gone:
                    said = self.tr("strike “{old}” and insert “{new}”").format(old=gone, new=clean)
                done.append(said)
                gone = ""
            elif gone:
                done.append(self.tr("strike “{old}”").format(old=gone))
                gone = ""
        return "; ".join(done)

    def submit(self) -> None:
        """State the motion; a point with its ruling, where there is one already."""
        wrong = self.people.wrong()
        if wrong is not None:
            self.complain(self.tr("Nobody in the room matches this"))
            wrong.line.setFocus()
            return
        if self.kind in RULED:
            self._raise_point()
            return
        words, proposed = self.text("text"), None
        if self.kind in REWORDS:
            proposed = words
            words = Text.of(self.amendment_words(), self.context.council.languages[0])
            if not words:
                self.complain(self.tr("Nothing is changed yet: type how the motion would read."))
                self.words.setFocus()
                return
        self._state(words, proposed)

    def _state(self, words: Text, proposed: Text | None) -> None:
        found: dict[str, Any] = self.values()
        self.send(
            motions.state_motion,
            self.meeting_uid,
            kind=self.kind.value,
            text=words,
            mover_uid=self.people.mover_uid(),
            seconder_uids=self.people.seconder_uids(),
            until=found["until"].strip() or None,
            proposed_text=proposed,
            parent_uid=found["about"] or None,
        )

    def _raise_point(self) -> None:
        self.send(
            motions.raise_point,
            self.meeting_uid,
            kind=self.kind.value,
            text=self.text("text"),
            mover_uid=self.people.mover_uid(),
            granted=self.ruling.granted(),
            ruling=self.text("reasons"),
        )

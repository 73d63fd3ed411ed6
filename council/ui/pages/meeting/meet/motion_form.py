"""Stating a motion: mover, seconder, words; an amendment is typed as the text would read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from council.domain.text import Text
from council.domain.vocabulary import MotionKind, Outcome
from council.domain.wording import changes
from council.services import motions
from council.ui.kit import (
    GROW,
    Field,
    combo,
    line_edit,
    marked_html,
    rich,
    row,
    small,
    stack,
    text_edit,
)
from council.ui.pages.meeting.meet.forms import ConsoleForm, PersonField
from council.ui.pages.meeting.words import tidy

if TYPE_CHECKING:
    from council.services.motions import MotionRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

_ABOUT = {
    MotionKind.RECONSIDER: (Outcome.CARRIED, Outcome.LOST),
    MotionKind.RESCIND: (Outcome.CARRIED,),
    MotionKind.TAKE_UP_AGAIN: (Outcome.LAID_ASIDE,),
}
_WITH_TIME = (MotionKind.POSTPONE, MotionKind.RECESS, MotionKind.LIMIT_DEBATE)
_WORDY = (MotionKind.MAIN, MotionKind.AMEND)


class MotionForm(ConsoleForm):
    """Ctrl+M: code, Tab, code, Ctrl+Enter, when the words are prepared in the agenda."""

    name = "motion"

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.kind = MotionKind.MAIN
        self.before = ""
        self.mover = PersonField(self.tr("Moved by"), context.language)
        self.seconder = PersonField(self.tr("Seconded by"), context.language)
        self.words = text_edit(lines=3)
        self.until = line_edit()
        self.about = combo([], name=self.tr("About"))
        for name, widget in (
            ("mover", self.mover.line), ("seconder", self.seconder.line), ("text", self.words),
            ("until", self.until), ("about", self.about),
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
        self.words.textChanged.connect(self._show_changes)
        self._title = self.head_row("file-text", "")
        people = row((self.mover, 1), (self.seconder, 1), gap=12)
        self.setLayout(
            stack(
                self._title, people, self._about_field, self._words_field, self._until_field,
                self._reads, self._needs, self.foot_row(), gap=6, pad=(16, 12, 16, 14),
            )
        )  # fmt: skip

    def more(self) -> dict[str, str]:
        """Keep the kind with the words."""
        return {"kind": self.kind.value}

    # ------------------------------------------------------------------ opening

    def begin(self, kind: MotionKind, shot: Snapshot) -> None:
        """Open for a kind of motion, with the prepared words."""
        self._dress(kind, shot)
        prepared = ""
        if kind is MotionKind.AMEND:
            prepared = self.before
        elif kind is MotionKind.MAIN and shot.current is not None:
            prepared = shot.current.proposed_motion.show(self.context.council.languages[0])
            moved = [m for m in (*shot.pending, *shot.decided) if m.kind == MotionKind.MAIN]
            prepared = "" if moved else prepared
        self.load({"text": prepared})
        self._open()

    def start(self, shot: Snapshot) -> None:
        """Open with what was half typed."""
        kept = self.draft()
        self._dress(MotionKind(kept.get("kind", MotionKind.MAIN.value)), shot)
        self.load(kept)
        self._open()

    def _open(self) -> None:
        self._show_changes()
        self.show()
        self.mover.line.setFocus()

    def _dress(self, kind: MotionKind, shot: Snapshot) -> None:
        self.kind, self.shot = kind, shot
        self._head.setText(self.context.word(f"motion_kind.{kind.value}"))
        self.mover.set_people(shot.here)
        self.seconder.set_people(shot.here)
        top = shot.top
        self.before = ""
        if kind is MotionKind.AMEND and top is not None:
            self.before = top.current_text.show(self.context.council.languages[0])
        self._words_field.setVisible(True)
        words = self.tr("Words of the motion")
        if kind is MotionKind.AMEND:
            words = self.tr("How the motion would read")
        elif kind not in _WORDY:
            words = self.tr("Words, if there are any")
        self._rename(words)
        self.words.setFixedHeight(3 * 25 + 18 if kind in _WORDY else 2 * 25 + 18)
        self._until_field.setVisible(kind in _WITH_TIME)
        self._reads.setVisible(kind is MotionKind.AMEND)
        self._fill_about(kind, shot)
        self._tell_needs(kind, shot)

    def _rename(self, words: str) -> None:
        for child in self._words_field.findChildren(QLabel):
            if child.buddy() is self.words:
                child.setText(words)
        self.words.setAccessibleName(words)

    def _fill_about(self, kind: MotionKind, shot: Snapshot) -> None:
        outcomes = _ABOUT.get(kind, ())
        self._about_field.setVisible(bool(outcomes))
        self.about.clear()
        if not outcomes:
            return
        found: list[MotionRow] = motions.search_decisions(self.context.reader)
        for one in found:
            here = one.meeting_uid == shot.meeting.uid
            if one.outcome in outcomes and (here or kind is not MotionKind.RECONSIDER):
                words = f"{one.number or ''} {one.text.show(self.context.language)}".strip()
                self.about.addItem(words[:90], one.uid)

    def _tell_needs(self, kind: MotionKind, shot: Snapshot) -> None:
        """Say what the rules ask, or why it is not in order; it is recorded all the same."""
        for possible, needs in shot.order.possible:
            if possible is kind:
                self._needs.setText(self.context.say(needs))
                return
        for barred, reason, source in shot.order.barred:
            if barred is kind:
                words = self.tr("Not in order now: {reason} · {source}")
                self._needs.setText(words.format(reason=self.context.say(reason), source=source))

    def _show_changes(self) -> None:
        if self.kind is not MotionKind.AMEND:
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
        """State the motion."""
        for field in (self.mover, self.seconder):
            if field.wrong():
                self.complain(self.tr("Nobody in the room matches this"))
                field.line.setFocus()
                return
        mover, seconder = self.mover.person(), self.seconder.person()
        language = self.context.council.languages[0]
        words, proposed = self.text("text"), None
        if self.kind is MotionKind.AMEND:
            proposed = words
            words = Text.of(self.amendment_words(), language)
            if not words:
                self.complain(self.tr("Nothing is changed yet: type how the motion would read."))
                self.words.setFocus()
                return
        seconders = [seconder.person_uid] if seconder and seconder.person_uid else []
        about = self.values()["about"]
        self.send(
            motions.state_motion,
            self.meeting_uid,
            kind=self.kind.value,
            text=words,
            mover_uid=mover.person_uid if mover else None,
            seconder_uids=seconders,
            until=self.values()["until"].strip() or None,
            proposed_text=proposed,
            parent_uid=about or None,
        )

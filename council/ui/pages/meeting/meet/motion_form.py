"""Stating a motion: mover, seconders, words; an amendment as an edit, a division by its parts."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from council.domain.edits import Action, Edit
from council.domain.order.motions import DEMANDS, REWORDS, RULED
from council.domain.text import Text
from council.domain.vocabulary import MotionKind
from council.services.session import motions
from council.services.session.parts import FEWEST
from council.ui.kit import GROW, Field, combo, keycap, row, stack, text_edit
from council.ui.pages.meeting.meet.edit_fields import TYPED, EditFields
from council.ui.pages.meeting.meet.forms import ConsoleForm
from council.ui.pages.meeting.meet.motion_fields import PartsField, TimeFields
from council.ui.pages.meeting.meet.motion_people import MotionPeople, lines_for
from council.ui.pages.meeting.meet.motion_remarks import MotionRemarks
from council.ui.pages.meeting.meet.ruling_form import RulingFields
from council.ui.pages.meeting.meet.targets import needs_target, targets

if TYPE_CHECKING:
    from council.services.session.motions import MotionRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

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
        self.edits, self.times = EditFields(context, self.words), TimeFields(context)
        self.parts = PartsField(context)
        self.until = self.times.until
        self.about = combo([], name=self.tr("About"))
        self.ruling = RulingFields()
        for name, widget in (
            ("mover", self.mover.line), ("seconder", self.seconder.line), ("text", self.words),
            ("until", self.until), ("about", self.about), ("ruling", self.ruling.word),
            ("reasons", self.ruling.reasons), ("minutes", self.times.minutes),
            ("parts", self.parts.edit), ("struck", self.edits.struck), ("new", self.edits.new),
            ("after", self.edits.after),
        ):  # fmt: skip
            self.take(name, widget)
        self._words_field = Field(self.tr("Words of the motion"), self.words)
        self._about_field = Field(self.tr("Which decision"), self.about)
        self.remarks = MotionRemarks(context)
        self._title = self.head_row("file-text", "")
        self._way, self._way_key = QWidget(), keycap("F2")
        self._way.setLayout(row(self.edits.switch, GROW))
        if (head := self._title.layout()) is not None:
            head.addWidget(self._way_key)
        self.setLayout(
            stack(
                self._title, self.people, self._about_field, self.times, self._way,
                self._words_field, self.edits, self.parts, self.ruling, self.remarks,
                self.foot_row(), gap=6, pad=(16, 12, 16, 14),
            )
        )  # fmt: skip
        # Until when comes right after the seconder, then the words; how they are typed has a key.
        order = (self.seconder.line, self.times.minutes, self.until, self.words, self.edits.switch)
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)
        self.words.textChanged.connect(self._on_words)
        self.edits.way_changed.connect(self._on_way)
        self.people.changed.connect(self.judge)
        self.about.currentIndexChanged.connect(self._on_about)

    def more(self) -> dict[str, str]:
        """Keep the kind with the words, and how an amendment is typed."""
        return {"kind": self.kind.value, "way": self.edits.way if self.kind in REWORDS else ""}

    # ------------------------------------------------------------------ opening

    def begin(self, kind: MotionKind, shot: Snapshot) -> None:
        """Open for a kind of motion, with the prepared words."""
        self._dress(kind, shot)
        prepared = ""
        if kind in REWORDS:
            prepared = self.before
        elif kind is MotionKind.MAIN:
            prepared = self._shown(self._prepared())
            moved = [m for m in (*shot.pending, *shot.decided) if m.kind == MotionKind.MAIN]
            prepared = "" if moved else prepared
        self.edits.set_way(TYPED)
        parts = ""
        if kind is MotionKind.DIVIDE and shot.pending:
            parts = self.parts.propose(shot.pending[0].current_text)
        about = str(self.about.currentData() or "")
        self.load({"text": prepared, "about": about, "parts": parts})
        self._open()

    def start(self, shot: Snapshot) -> None:
        """Open with what was half typed."""
        kept = self.draft()
        self._dress(MotionKind(kept.get("kind", MotionKind.MAIN.value)), shot)
        self.edits.set_way(kept.get("way", TYPED) or TYPED)
        self.load(kept)
        self._open()

    def _open(self) -> None:
        self._show_way()
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
        self.times.dress(kind, shot)
        self.parts.setVisible(kind is MotionKind.DIVIDE)
        self.ruling.dress(kind)
        self.ruling.setVisible(kind in RULED)
        self.remarks.tell_needs(kind, shot)

    def _show_way(self) -> None:
        """Show the fields of the way in which an amendment is typed; the words of other motions."""
        amends = self.kind in REWORDS
        self._way.setVisible(amends)
        self._way_key.setVisible(amends)
        self.edits.setVisible(amends)
        words = self.kind not in DEMANDS and self.kind is not MotionKind.DIVIDE
        self._words_field.setVisible(words and (not amends or self.edits.takes_text()))

    def _on_way(self) -> None:
        self._show_way()
        self.edits.first_line().setFocus(Qt.FocusReason.OtherFocusReason)
        self._draft.touch()

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
        """Return the words that would be amended, in the language in which they are shown."""
        if kind is MotionKind.AMEND and shot.top is not None:
            return self.edits.amend(shot.top.current_text)
        target = self._targets.get(str(self.about.currentData() or ""))
        if kind is MotionKind.AMEND_ADOPTED and target is not None:
            return self.edits.amend(target.current_text)
        return self.edits.amend(Text())

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

    # ------------------------------------------------------------------ while it is typed

    def judge(self) -> None:
        """Say what the rules have against it."""
        if self.shot is not None:
            about = str(self.about.currentData() or "") or None
            self.remarks.judge(self.kind, self.shot, self.people, about)

    def _on_words(self) -> None:
        if self.kind in REWORDS:
            self.edits.on_typed()

    def _show_changes(self) -> None:
        if self.kind in REWORDS:
            self.edits.show_changes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay in sight when it grows while words are typed: what records it is always seen."""
        super().resizeEvent(event)
        if self.isVisible() and event.size().height() > event.oldSize().height():
            QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        scroll = self.parentWidget()
        while scroll is not None and not isinstance(scroll, QScrollArea):
            scroll = scroll.parentWidget()
        if scroll is not None and self.isVisible():
            scroll.ensureWidgetVisible(self.done_button, 0, 28)
            held = self.focusWidget()
            if held is not None:
                scroll.ensureWidgetVisible(held, 0, 28)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take F2 for the next way of typing an amendment."""
        key = event.key() if isinstance(event, QKeyEvent) else None
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and key == Qt.Key.Key_F2 and self.kind in REWORDS:
            self.edits.next_way()
            return True
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ recording

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
        late = self.times.wrong()
        if late is not None:
            self.complain(self.tr("Write minutes, such as 2 or 2:30."))
            late.setFocus()
            return
        words, more = self._content()
        if self.kind in REWORDS and not more:
            self.complain(self.tr("Nothing is changed yet: say what is inserted or struck."))
            self.edits.first_line().setFocus()
        elif self.kind is MotionKind.DIVIDE and len(more["edits"]) < FEWEST:
            self.complain(self.tr("Write at least two parts, one a line."))
            self.parts.edit.setFocus()
        else:
            self._state(words, more)

    def _content(self) -> tuple[Text, dict[str, Any]]:
        """Return the words, and what the motion does as data."""
        if self.kind in REWORDS:
            return Text(), self.edits.payload()
        if self.kind is MotionKind.DIVIDE:
            return Text(), {"edits": [Edit(Action.PART, one) for one in self.parts.parts()]}
        prepared = self._prepared()
        if self.kind is MotionKind.MAIN and self.words.toPlainText() == self._shown(prepared):
            return prepared, {}  # in every language in which it was prepared
        return self.text("text"), {}

    def _prepared(self) -> Text:
        """Return the motion that was prepared in the agenda for the item before the meeting."""
        item = self.shot.current if self.shot is not None else None
        return item.proposed_motion if item is not None else Text()

    def _shown(self, text: Text) -> str:
        return text.show(self.context.council.languages[0])

    def _state(self, words: Text, more: dict[str, Any]) -> None:
        self.send(
            motions.state_motion,
            self.meeting_uid,
            kind=self.kind.value,
            text=words,
            mover_uid=self.people.mover_uid(),
            seconder_uids=self.people.seconder_uids(),
            until=self.times.value(),
            speech_seconds=self.times.speech_seconds(),
            parent_uid=self.values()["about"] or None,
            **more,
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

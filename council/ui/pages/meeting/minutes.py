"""Minutes: outline, the document with its facts, the pages as they will print."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget

from council.domain.document import Heading, Paragraph
from council.domain.text import Text
from council.domain.vocabulary import MeetingState
from council.services import meetings, minutes, publish
from council.services.session import closed_session, motions
from council.ui.actions import Command
from council.ui.kit import (
    GROW,
    A,
    Banner,
    Button,
    Elided,
    EmptyState,
    frame,
    hline,
    icon,
    row,
    scrolled,
    small,
    stack,
)
from council.ui.kit.narrow import when_narrow
from council.ui.pages.meeting.minutes_document import DocumentView
from council.ui.pages.meeting.minutes_drafts import HalfTyped
from council.ui.pages.meeting.minutes_outline import Outline, OutlineLine
from council.ui.pages.meeting.minutes_preview import PreviewColumn
from council.ui.pages.meeting.minutes_words import (
    approval_words,
    heading_parts,
    language_switch,
    source_line,
)
from council.ui.pages.meeting.step import Step

if TYPE_CHECKING:
    from council.domain.document import Document
    from council.domain.messages import Message
    from council.services.minutes import Wording
    from council.ui.context import Context

NARROW = 1040


class MinutesStep(Step):
    """The minutes of one meeting: written by the record, worded by people."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            *("council", "people", "bodies", "meetings", "agenda", "attendance", "motions"),
            *("votes", "notes", "actions", "minutes", "rules"),
        }
    )

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__(context, meeting_uid)
        self.languages = language_switch(context, self.tr("Language of the document"))
        self.languages.chosen.connect(self._on_language)
        self._shown_language = self.languages.value()
        self.outline, self.preview = Outline(), PreviewColumn(context, meeting_uid)
        self.document = DocumentView(self._source_of, self._wording_of)
        self._motions: dict[str, motions.MotionRow] = {}
        self._zone, self._said = "UTC", Elided("", "small", "regular", "ink_3")
        self._said.setAlignment(A.AlignRight | A.AlignVCenter)
        self._banner = Banner("", "accent", glyph="seal-check")
        self.pdf = Button(self.tr("Draft PDF"), "file-pdf")
        self.closed = Button(self.tr("Closed session PDF"), "lock-simple")
        self.closed.setToolTip(self.tr("The minutes of the closed session alone: never published"))
        self.next = Button(self.tr("On to approval"), "arrow-right", "primary")
        self._wait = EmptyState(
            "note-pencil",
            self.tr("The meeting writes its minutes"),
            self.tr(
                "Who was there, what was moved and how it was decided come here by themselves "
                "once the meeting is called to order."
            ),
            self.tr("Go to the meeting"),
        )
        key, document = f"minutes/{meeting_uid}", self.document
        self._row_draft = HalfTyped(self, context, key, document.half_typed)
        self._reword_draft = HalfTyped(self, context, f"{key}/reword", document.half_reworded)
        self._sent = ("", "")
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.outline.chosen.connect(self._on_outline)
        self.document.current_changed.connect(self._on_current)
        self.document.reworded.connect(self._on_reworded)
        self.document.kept.connect(self._on_kept)
        self.document.renewed.connect(self._on_renewed)
        self.document.facts_wanted.connect(self._on_facts)
        self.document.written.connect(self._on_written)
        self.document.typed.connect(self._on_typed)
        self.document.retyped.connect(self._reword_draft.start)
        for draft in (self._row_draft, self._reword_draft):
            draft.timeout.connect(self._keep_drafts)
        self.pdf.clicked.connect(self._on_pdf)
        self.closed.clicked.connect(self._on_closed)
        self.next.clicked.connect(self._on_next)
        self._wait.acted.connect(self._on_wait)

    def _lay_out(self) -> None:
        left = stack(
            row(small(self.tr("Outline"), "ink_2", "strong"), GROW, pad=(22, 14, 16, 6)),
            (self.outline, 1),
            gap=0,
        )
        legend = row(
            icon("link-simple", "accent", 16),
            small(self.tr("from the record"), "ink_2"),
            8,
            icon("cursor-text", "ink_3", 16),
            small(self.tr("your words"), "ink_2"),
            12,
            (self._said, 1),
            6,
            self.languages,
            gap=6,
            pad=(28, 10, 28, 8),
        )
        self._scroll = scrolled(self.document)
        head = frame("", stack(legend, row(hline(), pad=(28, 0, 28, 0)), gap=0))
        self._locked = frame("", row((self._banner, 1), pad=(28, 12, 28, 0)))
        middle = frame("plain", stack(head, self._locked, (self._scroll, 1), gap=0))
        self._aside = frame("side_l", left, 224)
        whole = frame("", row(self._aside, (middle, 1), self.preview, gap=0))
        when_narrow(self, NARROW, self._fold)
        self._stack = QStackedWidget()
        self._stack.addWidget(whole)
        self._stack.addWidget(self._wait)
        self.setLayout(stack((self._stack, 1), gap=0))

    # ------------------------------------------------------------------------------- showing

    def _fold(self, narrow: bool) -> None:
        """Let the outline go where there is no room for it."""
        self._aside.setVisible(not narrow)

    def language(self) -> str:
        """Return the language of the document, which is not the window's."""
        return self.languages.value()

    def refresh(self) -> None:
        """Write the minutes anew from the record; what is being typed stays."""
        desk = self.context.reader
        meeting = meetings.get_meeting(desk, self.meeting_uid)
        begun = meeting.state in (MeetingState.IN_SESSION, MeetingState.HELD)
        self._stack.setCurrentIndex(0 if begun else 1)
        if not begun:
            return
        self._zone = meeting.zone
        self._motions = {row.uid: row for row in motions.list_motions(desk, self.meeting_uid)}
        approval = minutes.get_approval(desk, self.meeting_uid)
        self._say_state(approval)
        document = minutes.compose(desk, self.meeting_uid, self.language(), public=False)
        self.document.set_document(document, editable=approval is None)
        self._show_drafts(editable=approval is None)
        self._show_outline(document)
        self.preview.set_document(self.language(), with_checks=approval is None)
        self.pdf.set_text(self.tr("Draft PDF") if approval is None else self.tr("PDF"))
        self.next.set_text(
            self.tr("On to approval") if approval is None else self.tr("On to publishing")
        )

    def _say_state(self, approval: minutes.Approval | None) -> None:
        self._locked.setVisible(approval is not None)
        if approval is None:
            self._said.set_text(self.tr("Draft: it changes when the record is corrected"))
            return
        self._said.set_text(self.tr("Approved and locked"))
        self._banner.set_text(approval_words(self.context, approval))

    def _show_outline(self, document: Document) -> None:
        lines: list[OutlineLine] = []
        for block in document.blocks:
            if isinstance(block, Heading):
                number, title = heading_parts(block)
                if block.level == 1:
                    number, title = "", self.tr("Heading")
                lines.append(OutlineLine(block.key, number, title, max(0, block.level - 2), False))
            elif isinstance(block, Paragraph) and block.stale and lines:
                last = lines[-1]
                lines[-1] = OutlineLine(last.key, last.number, last.title, last.depth, True)
        self.outline.set_lines(lines)
        self.outline.show_key(self.document.section_of(self.document.current))

    def _source_of(self, paragraph: Paragraph) -> str:
        return source_line(self.context, paragraph, self._motions, self._zone)

    def _wording_of(self, key: str) -> Wording:
        return minutes.get_wording(self.context.reader, self.meeting_uid, key, self.language())

    def header_actions(self) -> list[Button]:
        """Return the PDFs and the way on."""
        held = closed_session.was_held(self.context.reader, self.meeting_uid)
        return [*([self.closed] if held else []), self.pdf, self.next]

    def commands(self) -> list[Command]:
        """Return what can be done to the current sentence."""
        group = self.tr("Minutes")
        return [
            Command(
                self.tr("Reword the current sentence"),
                self.document.edit_current,
                "pencil-simple",
                "F2",
                group,
            ),
            Command(
                self.tr("Write after the current block"),
                self.document.start_writing,
                "cursor-text",
                "Ctrl+Return",
                group,
            ),
            Command(self.tr("Draft PDF"), self._on_pdf, "file-pdf", "Ctrl+Shift+P", group),
            Command(self.tr("Closed session PDF"), self._on_closed, "lock-simple", "", group),
        ]

    def leave(self) -> None:
        """Keep an edited sentence and half-typed words."""
        self.document.leave()
        self._keep_drafts()
        self.preview.stop()

    # ------------------------------------------------------------------------------- going about

    def _on_outline(self, key: str) -> None:
        self.document.go_to(key)
        view = self.document.view(key)
        if view is not None:
            self.document.settle()
            self._scroll.verticalScrollBar().setValue(max(0, view.y() - 4))

    def _on_current(self, key: str) -> None:
        self.outline.show_key(self.document.section_of(key))
        view = self.document.view(key)
        if view is not None and view.hasFocus():
            self._scroll.ensureWidgetVisible(view, 0, 60)

    def _on_language(self, _code: str) -> None:
        self.document.leave()
        self._keep_drafts()
        self._shown_language = self.language()
        self._row_draft.begin_anew()
        self._reword_draft.begin_anew()
        self.document.set_half_typed("", "")
        self.refresh()

    def _on_wait(self) -> None:
        self.context.navigate("meeting", self.meeting_uid, step="meet")

    def _on_next(self) -> None:
        approved = minutes.get_approval(self.context.reader, self.meeting_uid) is not None
        step = "publish" if approved else "approve"
        self.context.navigate("meeting", self.meeting_uid, step=step)

    def _on_facts(self, key: str) -> None:
        self.context.navigate("meeting", self.meeting_uid, step="meet", key=key)

    # ------------------------------------------------------------------------------- wording

    def _on_reworded(self, key: str, words: str) -> None:
        self._sent = (key, words)
        run, language = self.context.dispatcher.run, self.language()
        if not key.startswith("typed/"):
            run(
                minutes.set_override,
                self.meeting_uid,
                key,
                language,
                words,
                on_done=self._on_worded,
                on_error=self._on_refused,
            )
            return
        uid = key.removeprefix("typed/")
        text = minutes.get_paragraph(self.context.reader, uid).put(language, words)
        if not words:
            text = Text()
        run(
            minutes.change_paragraph,
            self.meeting_uid,
            uid,
            text,
            on_done=self._on_changed,
            on_error=self._on_refused,
        )

    def _on_changed(self, _nothing: object) -> None:
        self._sent = ("", "")

    def _on_worded(self, whole: bool) -> None:
        self._sent = ("", "")
        if not whole:
            self.context.announce(
                self.tr("Link removed: this sentence no longer follows the record by itself."),
                "warn",
            )

    def _on_kept(self, key: str) -> None:
        self.context.dispatcher.run(
            minutes.keep_override,
            self.meeting_uid,
            key,
            self.language(),
            on_error=self._on_refused,
        )

    def _on_renewed(self, key: str) -> None:
        self.context.dispatcher.run(
            minutes.clear_override,
            self.meeting_uid,
            key,
            self.language(),
            on_error=self._on_refused,
        )

    def _on_refused(self, message: Message) -> None:
        """Say why; words that found no place stand in the row to write, so that none are lost."""
        self.refresh()
        (after, words), self._sent = self._sent, ("", "")
        if words and not self.document.half_typed()[1]:
            self.document.set_half_typed(after, words)
        self._keep_drafts()
        self.context.announce(self.context.say(message), "no")

    # ------------------------------------------------------------------------------- writing

    def _on_written(self, after: str, words: str) -> None:
        self._row_draft.stop()
        self._sent = (after, words)
        self.context.dispatcher.run(
            minutes.add_paragraph,
            self.meeting_uid,
            after,
            Text.of(words, self.language()),
            on_done=self._on_added,
            on_error=self._on_refused,
        )

    def _on_added(self, uid: str) -> None:
        self._sent = ("", "")
        self._keep_drafts()
        self.document.go_to(f"typed/{uid}")
        self.document.start_writing()

    def _on_typed(self, _after: str, _words: str) -> None:
        self._row_draft.start()

    def _keep_drafts(self) -> None:
        """Keep half-typed words in the language they are written in, or forget them."""
        self._row_draft.keep(self._shown_language)
        self._reword_draft.keep(self._shown_language)

    def _show_drafts(self, *, editable: bool) -> None:
        """Bring back what was half typed when the program was left, once."""
        if not editable:
            return
        half = self._row_draft.bring_back(self.language())
        if half is not None:
            self.document.go_to(half[0])
            self.document.set_half_typed(*half)
        half = self._reword_draft.bring_back(self.language())
        if half is None:
            return
        if self.document.edit_again(*half):
            words = self.tr("The sentence you were rewording is open again. Enter keeps it.")
            self.context.announce(words, "info")
        elif not self.document.half_typed()[1]:  # its sentence is gone from the record
            self.document.set_half_typed("", half[1])

    # ------------------------------------------------------------------------------- PDF

    def _on_pdf(self) -> None:
        self.context.dispatcher.ask(
            publish.minutes_pdf,
            self.meeting_uid,
            self.language(),
            public=self.preview.is_public(),
            on_done=self._on_made,
            on_error=self._on_refused,
        )

    def _on_closed(self) -> None:
        self.context.dispatcher.ask(
            publish.closed_minutes_pdf,
            self.meeting_uid,
            self.language(),
            on_done=self._on_closed_made,
            on_error=self._on_refused,
        )

    def _on_closed_made(self, data: bytes) -> None:
        self._open(data, "closed_minutes")

    def _on_made(self, data: bytes) -> None:
        self._open(data, "minutes")

    def _open(self, data: bytes, kind: str) -> None:
        desk = self.context.reader
        draft = minutes.get_approval(desk, self.meeting_uid) is None
        name = publish.suggested_name(desk, self.meeting_uid, kind, self.language(), draft=draft)
        self.context.open_pdf(data, name)

"""The papers of a notice as PDF: the notice for the board, the letters to the members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from council.services import meetings, publish
from council.ui.i18n import LANGUAGES
from council.ui.kit import (
    GROW,
    Button,
    Field,
    SegmentedSwitch,
    group,
    line_edit,
    row,
    small,
    stack,
)
from council.ui.pages.published import document_words

if TYPE_CHECKING:
    from council.domain.messages import Message
    from council.services.meetings import MeetingRow
    from council.ui.context import Context

_KINDS = ("notice", "invitation", "invitations")
_ICONS = {"notice": "push-pin", "invitation": "file-text", "invitations": "users"}


class NoticePdfs(QFrame):
    """A card with one button for each paper; the PDF opens to be read, printed or saved."""

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context, self._meeting_uid = context, meeting_uid
        self._kind, self._asked, self._language = "", "", ""
        self._writing = 0
        self.number = line_edit(placeholder=self.tr("Left blank when empty"))
        self.remote = line_edit(
            placeholder=self.tr("Telephone number, address of the video call …")
        )
        spoken = context.council.languages
        self.language = SegmentedSwitch(
            [(code, LANGUAGES.get(code, code)) for code in spoken],
            context.language if context.language in spoken else spoken[0],
            self.tr("Language of the PDF"),
        )
        if len(spoken) < 2:
            self.language.hide()
        self.buttons = {
            kind: Button(document_words(kind), _ICONS[kind], dense=True) for kind in _KINDS
        }
        self.language.chosen.connect(self._show_remote)
        self.number.editingFinished.connect(self._on_number)
        self.remote.editingFinished.connect(self._on_remote)
        for kind, button in self.buttons.items():
            button.clicked.connect(lambda _=False, kind=kind: self._on_wanted(kind))
        self.setLayout(
            stack(
                row(group(self.tr("Notice and letters as PDF")), GROW, self.language, gap=12),
                row(
                    (Field(self.tr("Number of the letter"), self.number, optional=True), 2),
                    (Field(self.tr("To take part from elsewhere"), self.remote, optional=True), 3),
                    gap=12,
                ),
                row(*self.buttons.values(), GROW, gap=8),
                small(self.tr("What is published goes on record under Publish."), wrap=True),
                gap=10,
                pad=(20, 16, 20, 16),
            )
        )

    def refresh(self, meeting: MeetingRow) -> None:
        """Show what the letters say of the meeting."""
        if not self.number.hasFocus():
            self.number.setText(meeting.letter_number)
        if not self.remote.hasFocus():
            self.remote.setText(meeting.remote.get(self.language.value()))

    def _stored(self) -> MeetingRow:
        return meetings.get_meeting(self._context.reader, self._meeting_uid)

    def _show_remote(self, language: str) -> None:
        self.remote.setText(self._stored().remote.get(language))

    def _on_number(self) -> None:
        number = self.number.text().strip()
        if number != self._stored().letter_number:
            self._change(letter_number=number)

    def _on_remote(self) -> None:
        before = self._stored().remote
        remote = before.put(self.language.value(), self.remote.text().strip())
        if remote != before:
            self._change(remote=remote)

    def _change(self, **fields: object) -> None:
        self._writing += 1
        self._context.dispatcher.run(
            meetings.change_meeting,
            self._meeting_uid,
            on_done=self._on_written,
            on_error=self._on_refused,
            **fields,
        )

    def _on_written(self, _uid: object) -> None:
        self._writing -= 1
        if self._kind and not self._writing:
            self._ask()

    def _on_refused(self, message: Message) -> None:
        self._writing -= 1
        self._kind = ""
        self._context.announce(self._context.say(message), "no")

    def _on_wanted(self, kind: str) -> None:
        """Ask for a PDF; what was just typed into a field is written first."""
        self._kind, self._language = kind, self.language.value()
        if not self._writing:
            self._ask()

    def _ask(self) -> None:
        kind, self._asked, self._kind = self._kind, self._kind, ""
        self._context.dispatcher.ask(
            publish.make_pdf, self._meeting_uid, kind, self._language, on_done=self._on_made
        )

    def _on_made(self, data: bytes) -> None:
        desk = self._context.reader
        draft = publish.document_state(desk, self._meeting_uid, self._asked) == "draft"
        name = publish.suggested_name(
            desk, self._meeting_uid, self._asked, self._language, draft=draft
        )
        self._context.open_pdf(data, name)

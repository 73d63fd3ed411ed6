"""The papers of a notice as PDF: the notice for the board, the letters to the members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from council.services import publish
from council.ui.i18n import LANGUAGES
from council.ui.kit import GROW, Button, SegmentedSwitch, group, row, small, stack
from council.ui.pages.published import document_words

if TYPE_CHECKING:
    from council.ui.context import Context

_KINDS = ("notice", "invitation", "invitations")
_ICONS = {"notice": "push-pin", "invitation": "file-text", "invitations": "users"}


class NoticePdfs(QFrame):
    """A card with one button for each paper; the PDF opens to be read, printed or saved."""

    def __init__(self, context: Context, meeting_uid: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context, self._meeting_uid = context, meeting_uid
        self._kind, self._language = "", ""
        spoken = context.council.languages
        self.language = SegmentedSwitch(
            [(code, LANGUAGES.get(code, code)) for code in spoken],
            context.language if context.language in spoken else spoken[0],
            self.tr("Language of the PDF"),
        )
        self.language.setVisible(len(spoken) > 1)
        self.buttons = {
            kind: Button(document_words(kind), _ICONS[kind], dense=True) for kind in _KINDS
        }
        for kind, button in self.buttons.items():
            button.clicked.connect(lambda _=False, kind=kind: self._on_wanted(kind))
        self.setLayout(
            stack(
                row(group(self.tr("Notice and letters as PDF")), GROW, self.language, gap=12),
                row(*self.buttons.values(), GROW, gap=8),
                small(self.tr("What is published goes on record under Publish."), wrap=True),
                gap=10,
                pad=(20, 16, 20, 16),
            )
        )

    def _on_wanted(self, kind: str) -> None:
        self._kind, self._language = kind, self.language.value()
        self._context.dispatcher.ask(
            publish.make_pdf, self._meeting_uid, kind, self._language, on_done=self._on_made
        )

    def _on_made(self, data: bytes) -> None:
        desk = self._context.reader
        draft = publish.document_state(desk, self._meeting_uid, self._kind) == "draft"
        name = publish.suggested_name(
            desk, self._meeting_uid, self._kind, self._language, draft=draft
        )
        self._context.open_pdf(data, name)

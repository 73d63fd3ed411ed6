"""The council page's card of what notices and letters of invitation say of the council."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from council import catalogue
from council.services import council as council_service
from council.ui.i18n import LANGUAGES, language_words
from council.ui.kit import (
    GROW,
    Button,
    Field,
    frame,
    group,
    line_edit,
    row,
    small,
    stack,
    text_edit,
)

if TYPE_CHECKING:
    from council.services.council import CouncilInfo
    from council.ui.context import Context


class NoticeCard(QFrame):
    """Whom to ask, by which telephone, and what is told to those who need help to take part."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self._shown: CouncilInfo | None = None
        self.contacts = {code: line_edit() for code in LANGUAGES}
        self.helps = {code: text_edit(lines=3) for code in LANGUAGES}
        for code, edit in self.helps.items():
            edit.setPlaceholderText(catalogue.word("notice_paper.accommodation", code))
        self.phone = line_edit()
        self.save = Button(self.tr("Keep these words"), "check")
        self.save.clicked.connect(self._on_save)
        self._columns = {code: self._column(code) for code in LANGUAGES}
        remark = self.tr("What is left empty becomes a line of dots to fill in by hand.")
        self.setLayout(
            stack(
                group(self.tr("In notices and letters of invitation")),
                small(remark, wrap=True),
                row(*((column, 1) for column in self._columns.values()), gap=20),
                row((Field(self.tr("Telephone"), self.phone, optional=True), 1), (frame(""), 1)),
                row(GROW, self.save),
                gap=12,
                pad=(20, 16, 20, 16),
            )
        )

    def _column(self, code: str) -> QWidget:
        word = language_words()[code]
        contact = self.tr("Unit or person to ask, in {language}").format(language=word)
        helps = self.tr("Help to take part, in {language}").format(language=word)
        fields = (
            Field(contact, self.contacts[code], optional=True),
            Field(helps, self.helps[code], optional=True),
        )
        return frame("plain", stack(*fields, GROW, gap=10))

    def show_info(self) -> None:
        """Show what the file says, unless that is as it was: then somebody may be typing here."""
        info = self._context.council
        if info == self._shown:
            return
        self._shown = info
        for code in LANGUAGES:
            self.contacts[code].setText(info.contact.get(code))
            self.helps[code].setPlainText(info.accommodation.get(code))
            self._columns[code].setVisible(code in info.languages)
        self.phone.setText(info.phone)

    def _on_save(self) -> None:
        info = self._context.council
        contact, helps = info.contact, info.accommodation
        for code in info.languages:
            if code in LANGUAGES:
                contact = contact.put(code, self.contacts[code].text().strip())
                helps = helps.put(code, self.helps[code].toPlainText().strip())
        self._context.dispatcher.run(
            council_service.update_council,
            contact=contact,
            accommodation=helps,
            phone=self.phone.text().strip(),
            on_done=self._on_saved,
        )

    def _on_saved(self, _: object) -> None:
        self._context.announce(self.tr("Kept"))

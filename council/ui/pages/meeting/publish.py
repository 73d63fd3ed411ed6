"""Publish: the PDF that goes out, where it went, and its fingerprint on record."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton

from council.domain import calendars
from council.domain.text import Text
from council.domain.vocabulary import MeetingState
from council.services import meetings, publish
from council.services.planning import agenda
from council.ui.i18n import LANGUAGES
from council.ui.kit import (
    GROW,
    Button,
    Elided,
    Field,
    chip,
    frame,
    group,
    line_edit,
    refill,
    row,
    small,
    stack,
)
from council.ui.messages import QtMessenger
from council.ui.pages.meeting.minutes_rules import MinutesDue
from council.ui.pages.meeting.step import Step
from council.ui.pages.published import (
    Published,
    default_folder,
    document_words,
    remember_file,
)
from council.ui.printing import safe_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

    from council.domain.messages import Message
    from council.services.publish import PublicationRow
    from council.ui.context import Context
    from council.ui.messages import Messenger


_KINDS = ("minutes", "agenda", "notice", "invitation", "invitations")


class _Choice(QFrame):
    """One document in one language, with its state and when it last went out."""

    def __init__(self, kind: str, language: str) -> None:
        super().__init__()
        self.kind, self.language = kind, language
        words = f"{document_words(kind)} · {LANGUAGES.get(language, language)}"
        self.button = QRadioButton(words)
        self.button.setAccessibleName(words)
        self._state = row(gap=0)
        self._last = Elided("", "small", "regular", "ink_3")
        self.setLayout(row(self.button, self._state, (self._last, 1), gap=12))

    def show_state(self, words: str, tone: str, glyph: str, last: str, *, ready: bool) -> None:
        """Show how far the document is; one that is not written yet cannot be chosen."""
        refill(self._state, chip(words, tone, glyph))
        self._last.set_text(last)
        self.button.setEnabled(ready)
        self.button.setAccessibleDescription(f"{words}. {last}".strip(". "))


class PublishStep(Step):
    """Each document of the meeting in each language of the council: save, record, look up."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"meetings", "agenda", "minutes", "publications", "council", "rules"}
    )
    scrolls: ClassVar[bool] = True

    def __init__(
        self, context: Context, meeting_uid: str, messenger: Messenger | None = None
    ) -> None:
        super().__init__(context, meeting_uid)
        #: the file dialog; tests put a recorder in its place
        self.messenger: Messenger = messenger or QtMessenger(self)
        self._group = QButtonGroup(self)
        self.choices = [
            _Choice(kind, language) for kind in _KINDS for language in context.council.languages
        ]
        for choice in self.choices:
            self._group.addButton(choice.button)
        self.file = line_edit()
        self.browse = Button(self.tr("Choose…"), "folder-open")
        self.place = line_edit(placeholder=self.tr("Website, notice board at the hall …"))
        self.save = Button(self.tr("Save PDF and record the publication"), "megaphone", "primary")
        self.published = Published(context, with_meeting=False)
        self.published.setMinimumHeight(190)
        self._path = Path()
        self.due = MinutesDue(context, meeting_uid)
        self._lay_out()
        self._group.buttonToggled.connect(self._on_choice)
        self.browse.clicked.connect(self._on_browse)
        self.save.clicked.connect(self._on_save)

    def _lay_out(self) -> None:
        self._fields = {
            "file": Field(self.tr("File"), self.file),
            "place": Field(self.tr("Where it is published"), self.place, optional=True),
        }
        browse = stack(26, self.browse, GROW, gap=0)
        form = frame(
            "card",
            stack(
                group(self.tr("Make public"), self.tr("public version")),
                self._rows(),
                row((self._fields["file"], 3), browse, 8, (self._fields["place"], 2), gap=8),
                row(
                    self.save,
                    (
                        small(
                            self.tr(
                                "The file's fingerprint (SHA-256) goes on record. That is final: a "
                                "newer version may follow, this one stays listed."
                            ),
                            wrap=True,
                        ),
                        1,
                    ),
                    gap=16,
                ),
                gap=12,
                pad=(20, 16, 20, 16),
            ),
        )
        title = row(group(self.tr("Published")), pad=(4, 0, 4, 0))
        self._column = stack(self.due, form, title, self.published, gap=12, pad=(24, 16, 24, 24))
        self._column.addStretch(0)  # takes only what nobody else wants
        self.setLayout(self._column)

    def _rows(self) -> QBoxLayout:
        """Return a line for each kind of document, its languages side by side."""
        lines = [[one for one in self.choices if one.kind == kind] for kind in _KINDS]
        return stack(*(row(*((one, 1) for one in line), gap=24) for line in lines), gap=2)

    # ------------------------------------------------------------------------------- showing

    def refresh(self) -> None:
        """Show what can go out and what has gone out."""
        desk = self.context.reader
        rows = publish.list_publications(desk, self.meeting_uid)
        self.due.refresh()
        meeting = meetings.get_meeting(desk, self.meeting_uid)
        has_items = bool(agenda.list_items(desk, self.meeting_uid))
        states = {kind: publish.document_state(desk, self.meeting_uid, kind) for kind in _KINDS}
        for choice in self.choices:
            last, state = self._last_words(choice, rows), states[choice.kind]
            if choice.kind == "agenda":
                self._show_agenda(choice, last, has_items, meeting.state, state)
            elif choice.kind == "minutes":
                self._show_minutes(choice, last, meeting.state, state)
            else:
                self._show_notice(choice, last, state)
        self._choose_first()
        self._show_published(rows)

    def _show_published(self, rows: list[PublicationRow]) -> None:
        self.published.set_rows(rows)
        self._column.setStretchFactor(self.published, 1 if rows else 0)
        self._column.setStretch(self._column.count() - 1, 0 if rows else 1)

    def _show_minutes(self, choice: _Choice, last: str, meeting: MeetingState, state: str) -> None:
        if state == "approved":
            choice.show_state(self.tr("approved"), "yes", "seal-check", last, ready=True)
        elif meeting == MeetingState.HELD:
            choice.show_state(self.tr("draft"), "warn", "pencil-simple", last, ready=True)
        else:
            words = self.tr("after the meeting")
            choice.show_state(words, "neutral", "hourglass", last, ready=False)

    def _show_notice(self, choice: _Choice, last: str, state: str) -> None:
        """Show a notice or a letter; both can be made at any time."""
        if state == "cancelled":
            choice.show_state(self.tr("cancelled"), "no", "x-square", last, ready=True)
        elif choice.kind != "notice":
            choice.show_state(self.tr("ready"), "neutral", "file-text", last, ready=True)
        elif state == "draft":
            words = self.tr("not posted yet")
            choice.show_state(words, "warn", "pencil-simple", last, ready=True)
        else:
            choice.show_state(self.tr("posted"), "yes", "check-circle", last, ready=True)

    def _show_agenda(
        self, choice: _Choice, last: str, has_items: bool, meeting: MeetingState, state: str
    ) -> None:
        if not has_items:
            words = self.tr("no items yet")
            choice.show_state(words, "neutral", "hourglass", last, ready=False)
        elif meeting == MeetingState.PLANNED:
            words = self.tr("not posted yet")
            choice.show_state(words, "warn", "pencil-simple", last, ready=True)
        elif state == "draft":
            words = self.tr("changes not posted yet")
            choice.show_state(words, "warn", "pencil-simple", last, ready=True)
        elif state:
            words = self.tr("posted, revised {number}")
            words = words.format(number=state.removeprefix("revised "))
            choice.show_state(words, "yes", "check-circle", last, ready=True)
        else:
            choice.show_state(self.tr("posted"), "yes", "check-circle", last, ready=True)

    def _last_words(self, choice: _Choice, rows: list[PublicationRow]) -> str:
        for one in rows:
            if (one.kind, one.language) == (choice.kind, choice.language):
                day = datetime.fromisoformat(one.published_at).date()
                words = self.tr("published {day}")
                return words.format(day=calendars.short_date(day, self.context.language))
        return self.tr("not published yet")

    def _choose_first(self) -> None:
        chosen = self.choice()
        if chosen is not None and chosen.button.isEnabled():
            self._suggest()
            return
        here = self.context.language
        ready = [one for one in self.choices if one.button.isEnabled()]
        ready.sort(key=lambda one: (one.kind != "minutes", one.language != here))
        if ready:
            ready[0].button.setChecked(True)
        self.save.setEnabled(bool(ready))

    def choice(self) -> _Choice | None:
        """Return the document that is chosen."""
        return next((one for one in self.choices if one.button.isChecked()), None)

    def _suggest(self) -> None:
        """Suggest a file, unless a person wrote another one."""
        chosen = self.choice()
        if chosen is None or (self.file.text() and self.file.text() != str(self._path)):
            return
        desk = self.context.reader
        draft = publish.document_state(desk, self.meeting_uid, chosen.kind) == "draft"
        name = publish.suggested_name(
            desk, self.meeting_uid, chosen.kind, chosen.language, draft=draft
        )
        self._path = default_folder(self.context.settings) / safe_name(name)
        self.file.setText(str(self._path))

    # ------------------------------------------------------------------------------- doing

    def _on_choice(self, _button: object, on: bool) -> None:
        if on:
            self.file.setText(str(self._path))
            self._suggest()

    def _on_browse(self) -> None:
        chosen = self.messenger.save_path(
            self.tr("Save the PDF"), Path(self.file.text()), self.tr("PDF files (*.pdf)")
        )
        if chosen is not None:
            self.file.setText(str(chosen))

    def _on_save(self) -> None:
        chosen = self.choice()
        self._fields["file"].set_error("")
        words = self.file.text().strip()
        if chosen is None:
            return
        if not words or not Path(words).is_absolute():
            self._fields["file"].set_error(self.tr("Say in which folder, and the file's name."))
            self.file.setFocus()
            return
        path = Path(words)
        out = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        self._path = out
        self.save.setEnabled(False)
        self.context.dispatcher.run(
            publish.publish_pdf,
            self.meeting_uid,
            kind=chosen.kind,
            language=chosen.language,
            out=out,
            place=Text.of(self.place.text().strip(), self.context.language),
            on_done=self._on_saved,
            on_error=self._on_refused,
        )

    def _on_saved(self, uid: str) -> None:
        self.save.setEnabled(True)
        rows = publish.list_publications(self.context.reader, self.meeting_uid)
        made = next((one for one in rows if one.uid == uid), None)
        if made is not None:
            remember_file(self.context.settings, made.sha256, self._path)
        self.place.clear()
        self._show_published(rows)
        self.published.table.pick(uid)
        self.context.announce(self.tr("Saved and on record: {file}").format(file=self._path.name))

    def _on_refused(self, message: Message) -> None:
        self.save.setEnabled(True)
        said = self.context.say(message)
        self._fields["file"].set_error(said)
        self.context.announce(said, "no")

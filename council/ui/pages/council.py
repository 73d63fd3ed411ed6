"""The council page: name, languages, paper, rules, and how this window looks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QFrame, QWidget

from council.domain.calendars import long_date, window_time
from council.domain.text import Text
from council.services import council as council_service
from council.services import history
from council.ui.i18n import LANGUAGES, language_words
from council.ui.initials import keep_initials
from council.ui.kit import (
    GROW,
    Button,
    Field,
    SegmentedSwitch,
    Tabs,
    check,
    clear,
    combo,
    frame,
    group,
    heading,
    hline,
    icon,
    label,
    line_edit,
    row,
    scrolled,
    small,
    stack,
    text_edit,
)
from council.ui.page import Page
from council.ui.pages.new_council_parts import zone_box
from council.ui.pages.notice_card import NoticeCard
from council.ui.pages.rules.section import VIEWS, RulesSection
from council.ui.reminders import SWITCH, reminds

if TYPE_CHECKING:
    from council.services.history import AuditRow
    from council.ui.context import Context

HISTORY_LINES = 60
ZOOMS = (100, 125, 150, 175, 200)
TABS = ("record", "rules", "window", "history")


class RecordCard(QFrame):
    """Name, place and letterhead in each language; time zone, paper, digits."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self.names = {code: line_edit() for code in LANGUAGES}
        self.places = {code: line_edit() for code in LANGUAGES}
        self.heads = {code: text_edit(lines=3) for code in LANGUAGES}
        self.spoken = {code: check(word) for code, word in LANGUAGES.items()}
        self.first = combo(list(LANGUAGES.items()), "en", self.tr("First language"), 160)
        self.zone = zone_box(context.council.time_zone)
        self.paper = combo([("A4", "A4"), ("Letter", "Letter")], "A4", self.tr("Paper"), 120)
        digits = [("latn", "0 1 2 3"), ("thai", "๐ ๑ ๒ ๓")]
        self.digits = combo(digits, "latn", self.tr("Digits in Thai documents"), 160)
        self.save = Button(self.tr("Keep these changes"), "check", "primary")
        self.save.clicked.connect(self._on_save)
        self._fields: dict[str, list[Field]] = {code: [] for code in LANGUAGES}
        columns = [self._column(code) for code in LANGUAGES]
        self.setLayout(
            stack(
                group(self.tr("What stands on the record")),
                row(
                    stack(
                        small(self.tr("Languages of the record"), "ink_2", "medium"),
                        row(*self.spoken.values(), gap=24),
                        GROW,
                        gap=8,
                    ),
                    24,
                    Field(self.tr("First language"), self.first),
                    GROW,
                    gap=8,
                ),
                hline(),
                row(*((column, 1) for column in columns), gap=20),
                hline(),
                row(
                    (Field(self.tr("Time zone"), self.zone), 1),
                    Field(self.tr("Paper"), self.paper),
                    Field(self.tr("Digits in Thai documents"), self.digits),
                    gap=16,
                ),
                row(GROW, self.save),
                gap=12,
                pad=(20, 16, 20, 16),
            )
        )
        for box in self.spoken.values():
            box.toggled.connect(self._on_spoken)

    def _column(self, code: str) -> QWidget:
        word = language_words()[code]
        names = (
            (self.tr("Name in {language}"), self.names[code]),
            (self.tr("Place in {language}"), self.places[code]),
            (self.tr("Letterhead in {language}"), self.heads[code]),
        )
        fields = [Field(text.format(language=word), widget) for text, widget in names]
        self._fields[code] = fields
        return frame("plain", stack(*fields, GROW, gap=10))

    def _on_spoken(self) -> None:
        for code, box in self.spoken.items():
            for field in self._fields[code]:
                field.setVisible(box.isChecked())

    def show_info(self) -> None:
        """Show what the file says now."""
        info = self._context.council
        for code in LANGUAGES:
            self.names[code].setText(info.name.get(code))
            self.places[code].setText(info.place.get(code))
            if self.heads[code].toPlainText() != info.letterhead.get(code):
                self.heads[code].setPlainText(info.letterhead.get(code))
            self.spoken[code].setChecked(code in info.languages)
        self.first.setCurrentIndex(max(0, self.first.findData(info.languages[0])))
        self.zone.setCurrentText(info.time_zone)
        self.paper.setCurrentIndex(max(0, self.paper.findData(info.paper)))
        self.digits.setCurrentIndex(max(0, self.digits.findData(info.digits)))
        self._on_spoken()

    def values(self) -> dict[str, Any]:
        """Return the fields as update_council takes them."""
        first = str(self.first.currentData())
        rest = [c for c, box in self.spoken.items() if box.isChecked() and c != first]
        spoken = (first, *rest)
        heads = {code: edit.toPlainText().strip() for code, edit in self.heads.items()}
        return {
            "name": _text(spoken, {c: e.text().strip() for c, e in self.names.items()}),
            "place": _text(spoken, {c: e.text().strip() for c, e in self.places.items()}),
            "letterhead": _text(spoken, heads),
            "languages": spoken,
            "time_zone": self.zone.currentText(),
            "paper": str(self.paper.currentData()),
            "digits": str(self.digits.currentData()),
        }

    def _on_save(self) -> None:
        run = self._context.dispatcher.run
        run(council_service.update_council, on_done=self._on_saved, **self.values())

    def _on_saved(self, _: object) -> None:
        self._context.announce(self.tr("Kept"))


def _text(languages: tuple[str, ...], words: dict[str, str]) -> Text:
    return Text(tuple((code, words[code]) for code in languages if words.get(code)))


class WindowCard(QFrame):
    """How this window looks on this computer; nothing of it goes into the record."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        settings = context.settings
        schemes = [
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("high_contrast", self.tr("High contrast")),
        ]
        self.scheme = SegmentedSwitch(schemes, settings.scheme, self.tr("Colours"))
        self.scheme.chosen.connect(self._on_scheme)
        zooms = [(str(zoom), f"{zoom} %") for zoom in ZOOMS]
        self.zoom = SegmentedSwitch(zooms, str(settings.zoom), self.tr("Size"))
        self.zoom.chosen.connect(self._on_zoom)
        self.actor = line_edit("", "", self.tr("Your initials"), 140)
        self.show_info()
        self.actor.editingFinished.connect(self._on_actor)
        self.folder = line_edit(settings.pdf_folder, str(self._usual_folder()))
        self.folder.editingFinished.connect(self._on_folder)
        self.remind = check(
            self.tr("Remind me when an agenda has to be posted, also outside the window"),
            on=reminds(settings),
        )
        self.remind.clicked.connect(self._on_remind)
        who = self.tr("They stand in this council's history beside what you do from now on.")
        keys = self.tr("Ctrl+Shift+L goes from one to the next.")
        self.setLayout(
            stack(
                group(self.tr("This window, on this computer")),
                Field(self.tr("Colours"), _left(self.scheme), keys),
                Field(
                    self.tr("Size"),
                    _left(self.zoom),
                    self.tr("From the next start of the program."),
                ),
                hline(),
                Field(self.tr("Your initials"), self.actor, who),
                Field(self.tr("Folder for PDFs"), self.folder, optional=True),
                hline(),
                self.remind,
                gap=14,
                pad=(20, 16, 20, 16),
            )
        )
        self.setMaximumWidth(760)

    def show_info(self) -> None:
        """Show the initials this council knows."""
        settings, uid = self._context.settings, self._context.council.uid
        self.actor.setText(settings.initials_in(uid))

    def _usual_folder(self) -> Path:
        path = self._context.reader.path or Path()
        return path.parent / f"{path.stem} PDF"

    def _on_scheme(self, scheme: str) -> None:
        if self._context.dress is not None:
            self._context.dress(scheme)

    def _on_zoom(self, zoom: str) -> None:
        self._context.settings.zoom = int(zoom)
        self._context.settings.save()

    def _on_actor(self) -> None:
        context, initials = self._context, self.actor.text().strip()
        uid = context.council.uid
        if initials != context.settings.initials.get(uid, ""):
            keep_initials(context.settings, context.dispatcher, uid, initials)

    def _on_remind(self, on: bool) -> None:
        self._context.settings.extra[SWITCH] = on
        self._context.settings.save()

    def _on_folder(self) -> None:
        self._context.settings.pdf_folder = self.folder.text().strip()
        self._context.settings.save()


def _left(widget: QWidget) -> QWidget:
    return frame("plain", row(widget, GROW))


class HistoryCard(QFrame):
    """The newest steps of the file: when, who, what."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self._lines = stack(gap=0)
        remark = self.tr(
            "Every change of the record, the newest first. Nothing is ever rubbed out."
        )
        self.setLayout(
            stack(
                group(self.tr("History")),
                small(remark, wrap=True),
                self._lines,
                GROW,
                gap=8,
                pad=(20, 16, 20, 16),
            )
        )

    def show_info(self) -> None:
        """Show the newest steps."""
        clear(self._lines)
        for step in history.audit(self._context.reader, HISTORY_LINES):
            self._lines.addWidget(hline())
            self._lines.addWidget(self._line(step))

    def _line(self, step: AuditRow) -> QWidget:
        language = self._context.language
        day = long_date(step.at.date(), language)
        glyphs = {"undo": "arrow-counter-clockwise", "redo": "arrow-clockwise"}
        what = self._context.say(step.message)
        ink = "ink_3" if step.taken_back else "ink"
        taken = small(self.tr("taken back"), "warn", "medium") if step.taken_back else None
        final = small(self.tr("final"), "ink_2", "medium") if step.final else None
        return frame(
            "plain",
            row(
                small(f"{day}, {window_time(step.at, language)}", "ink_3", width=200),
                icon(glyphs.get(step.kind, "pencil-simple"), "ink_3", 16),
                (label(what, color=ink, wrap=True), 1),
                taken,
                final,
                small(step.actor, "ink_2", width=64),
                gap=12,
                pad=(0, 8, 0, 8),
            ),
        )


class CouncilPage(Page):
    """The council itself, in four parts: record, rules, window, history."""

    watches: ClassVar[frozenset[str]] = frozenset({"council", "rules", "bodies"})
    scrolls: ClassVar[bool] = False  # the rules fill the page and scroll by themselves

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.record, self.rules = RecordCard(context), RulesSection(context)
        self.notices = NoticeCard(context)
        self.window_card, self.history = WindowCard(context), HistoryCard(context)
        parts = (
            _rolling(self.record, self.notices),
            frame("", stack(self.rules, pad=(24, 0, 24, 20))),
            _rolling(self.window_card),
            _rolling(self.history),
        )
        self._parts = dict(zip(TABS, parts, strict=True))
        words = (self.tr("Record"), self.tr("Rules"), self.tr("Window"), self.tr("History"))
        self.tabs = Tabs(list(zip(TABS, words, strict=True)), "record", self.tr("Council"))
        self.tabs.chosen.connect(self._on_tab)
        self.name = heading("")
        choose = row((self.tabs, 1), self.rules.switch, gap=16)
        head = frame("", stack(self.name, choose, gap=4, pad=(24, 12, 24, 12)))
        self.setLayout(stack(head, *((part, 1) for part in parts), gap=0))
        self._bring("record")

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("Council")

    def show_for(self, uid: str = "", **more: Any) -> None:
        """Open a part: ``tab`` record, rules, window or history.

        ``view`` is ours, compare or try; a ``uid`` is the key of a rule to choose.
        """
        tab, view = str(more.get("tab", "")), str(more.get("view", ""))
        if tab in TABS:
            self.tabs.set_value(tab)
            self._bring(tab)
        if view in VIEWS:
            self.rules.bring(view)
        if uid and tab == "rules":
            self.rules.open("ours")
            self.rules.ours.show_rule(uid)

    def refresh(self) -> None:
        """Show what the file says now, in the part that is looked at; others wait their turn."""
        self.name.setText(self.context.show(self.context.council.name))
        tab = self.tabs.value()
        if tab == "record":
            self.record.show_info()
            self.notices.show_info()
        elif tab == "rules":
            self.rules.refresh()
        elif tab == "history":
            self.history.show_info()
        elif not self.window_card.actor.hasFocus():
            self.window_card.show_info()

    def cares_for(self, kinds: frozenset[str]) -> bool:
        """Listen to every change while the history, which tells of all, is in front."""
        return self.tabs.value() == "history" or super().cares_for(kinds)

    def _on_tab(self, tab: str) -> None:
        self._bring(tab)
        self.refresh()

    def _bring(self, tab: str) -> None:
        """Put a part in front; its words come with the next refresh."""
        for name, part in self._parts.items():
            part.setVisible(name == tab)
        self.rules.switch.setVisible(tab == "rules")
        if tab == "rules":
            self.rules.bring(self.rules.switch.value())


def _rolling(*cards: QFrame) -> QWidget:
    """Put cards into a part of the page that scrolls."""
    return scrolled(frame("", stack(*cards, GROW, gap=16, pad=(24, 0, 24, 24))))

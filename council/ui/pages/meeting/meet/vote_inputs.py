"""What is typed for a vote: three or four numbers, or what the chair hears."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIntValidator, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from council.domain.vocabulary import Choice, Declared, Method
from council.domain.votes.typed import read_counts
from council.ui.kit import Button, Field, label, line_edit, row, small, stack
from council.ui.kit.flow import Flow
from council.ui.pages.meeting.meet.keys import is_divider, is_enter, letter, number_typed

if TYPE_CHECKING:
    from council.domain.votes.voting import Tally
    from council.ui.context import Context

MOST_VOTES = 99_999
_CAST: Final = {"Y": Choice.YES.value, "N": Choice.NO.value}


class CountsRow(QWidget):
    """Three numbers: yes, no, abstaining; a fourth where the rules count those who stay silent.

    ``7-4-1`` can be typed in one go (a sign or a space goes on to the next number) or pasted, with
    words or Thai digits too. Backspace in an empty field goes back.

    Signals: ``changed()``, ``declare_wanted()``, ``gave_up()``, ``cast(str)`` a Y or N typed,
    ``pasted(str)`` words pasted that are no numbers.
    """

    changed = Signal()
    declare_wanted = Signal()
    gave_up = Signal()
    cast = Signal(str)
    pasted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.lines: dict[str, QLineEdit] = {}
        fields = []
        for choice in (Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.NOT_VOTING):
            line = line_edit("", "0", width=96)
            line.setValidator(QIntValidator(0, MOST_VOTES, line))
            line.textEdited.connect(self.changed)
            line.installEventFilter(self)
            self.lines[choice.value] = line
            fields.append(Field(context.word(f"choice.{choice.value}"), line, width=96))
        self._silent = fields[-1]
        self._silent.hide()
        self._hint = small("", "warn", "medium", wrap=True)
        self.setLayout(row(*fields, (self._hint, 1), gap=12))

    def ask_silent(self, asked: bool) -> None:
        """Ask for those who stayed silent too, or not."""
        self._silent.setVisible(asked)

    def show_silent(self, count: int | None) -> None:
        """Say how many the room leaves silent, where nobody types a number."""
        self.lines[Choice.NOT_VOTING.value].setPlaceholderText(str(count or 0))

    def numbers(self) -> tuple[int, int, int, int]:
        """Return yes, no, abstaining, silent; what the room leaves silent is not among them."""
        yes, no, abstain, silent = (int(line.text() or 0) for line in self.lines.values())
        return yes, no, abstain, silent

    def any_typed(self) -> bool:
        """Tell whether a number was typed."""
        return any(line.text() for line in self.lines.values())

    def load(self, counts: Tally | None) -> None:
        """Show what is on record."""
        if any(line.hasFocus() for line in self.lines.values()) and self.any_typed():
            return
        self.fill(counts)

    def fill(self, counts: Tally | None) -> None:
        """Show these numbers, or none."""
        for choice, line in self.lines.items():
            number = getattr(counts, choice) if counts else 0
            written = counts and (number or choice != Choice.NOT_VOTING)
            line.setText(str(number) if written else "")

    def words(self) -> dict[str, str]:
        """Return what is typed, by choice."""
        return {choice: line.text() for choice, line in self.lines.items()}

    def set_words(self, words: dict[str, str]) -> None:
        """Show what was typed."""
        for choice, line in self.lines.items():
            line.setText(words.get(choice, ""))

    def take_focus(self, *, resume: bool) -> None:
        """Take the keyboard in the first number, or where typing stopped."""
        filled = [line for line in self.lines.values() if line.text()]
        if resume and filled:
            filled[-1].setFocus(Qt.FocusReason.ShortcutFocusReason)
            filled[-1].end(False)
        else:
            self.lines[Choice.YES.value].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def warn(self, words: str) -> None:
        """Say what cannot be about the numbers."""
        self._hint.setText(words)

    # ------------------------------------------------------------------ typing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter, Escape, dividers, digits of any layout, Y and N, and a paste."""
        if (
            isinstance(event, QKeyEvent)
            and isinstance(watched, QLineEdit)
            and event.type() == QEvent.Type.KeyPress
            and self._take(watched, event)
        ):
            return True
        return super().eventFilter(watched, event)

    def _take(self, line: QLineEdit, event: QKeyEvent) -> bool:
        if is_enter(event):
            self.declare_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.gave_up.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif is_divider(event):
            self._go(line, 1)
        elif event.key() == Qt.Key.Key_Backspace and not line.text():
            self._go(line, -1)
        elif number := number_typed(event):
            line.insert(number)
            self.changed.emit()
        elif choice := _CAST.get(letter(event)):
            self.cast.emit(choice)
        else:
            return False
        return True

    def _go(self, line: QLineEdit, step: int) -> None:
        """Go to the number before or after this one, as far as there is one."""
        shown = [one for one in self.lines.values() if one.isVisibleTo(self)]
        place = max(0, min(len(shown) - 1, shown.index(line) + step))
        if shown[place] is not line:
            shown[place].setFocus(Qt.FocusReason.TabFocusReason)
            if step < 0:  # back to go on typing there
                shown[place].end(False)

    def paste(self, words: str) -> None:
        """Fill in numbers that were copied elsewhere."""
        counts = read_counts(words)
        if counts is None:
            self.pasted.emit(words)
            return
        self.fill(counts)
        self.changed.emit()


class VoicePanel(QWidget):
    """What the chair declares after a vote by voice, or that nobody objected.

    Signals: ``changed()``, ``declare_wanted()``, ``gave_up()``, ``division_wanted()``.
    """

    changed = Signal()
    declare_wanted = Signal()
    gave_up = Signal()
    division_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("What the chair declares"))
        self.declared: Declared | None = None
        self.voice = False
        self.ayes = Button(self.tr("The ayes have it"), "thumbs-up", key="Y")
        self.noes = Button(self.tr("The noes have it"), "thumbs-down", key="N")
        self.ayes.clicked.connect(self._on_ayes)
        self.noes.clicked.connect(self._on_noes)
        self.division = Button(self.tr("Count it"), "users-three", key="D")
        self.division.clicked.connect(self.division_wanted)
        self._heard = Flow(gap=8, line_gap=6)  # three buttons do not fit a narrow console
        for button in (self.ayes, self.noes, self.division):
            self._heard.add(button)
        self._words = label("", "body", "regular", "ink_2", wrap=True)
        self.setLayout(stack(self._heard, self._words, gap=0))

    def begin(self, method: Method) -> None:
        """Ask for the outcome of a voice vote, or for nothing."""
        self.voice, self.declared = method is Method.VOICE, None
        self._heard.setVisible(self.voice)
        self._words.setVisible(not self.voice)
        words = self.tr("If nobody objects, Enter declares it carried. Esc: somebody objects.")
        if method is Method.ACCLAMATION:
            words = self.tr(
                "If the room acclaims it, Enter declares it carried. Esc: it is to be counted."
            )
        self._words.setText("" if self.voice else words)

    def hear(self, declared: Declared) -> None:
        """Note which side the chair declares."""
        self.declared = declared
        self.changed.emit()

    def _on_ayes(self) -> None:
        self.hear(Declared.CARRIED)

    def _on_noes(self) -> None:
        self.hear(Declared.LOST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Y, N, D, Enter and Escape."""
        typed = letter(event)
        if self.voice and typed == "Y":
            self._on_ayes()
        elif self.voice and typed == "N":
            self._on_noes()
        elif self.voice and typed == "D":
            self.division_wanted.emit()
        elif is_enter(event):
            self.declare_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.gave_up.emit()
        else:
            super().keyPressEvent(event)

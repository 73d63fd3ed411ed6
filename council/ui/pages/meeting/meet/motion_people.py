"""Who moves and who seconds: as many lines as the rules ask for, and what they say of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from council.domain.order.motions import DEMANDS, RULED
from council.domain.vocabulary import MotionKind
from council.ui.pages.meeting.meet.forms import PersonField

if TYPE_CHECKING:
    from council.services.session.attendance import RoomRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.snapshot import Snapshot

_ALONE = RULED | DEMANDS | {MotionKind.WITHDRAW, MotionKind.OBJECT_TO_CONSIDERATION}
_COLUMNS = 3


def seconders_asked(shot: Snapshot, kind: MotionKind) -> int | None:
    """Return how many seconders the rules ask for, None when they do not tell."""
    rule = shot.rules.find(f"motion.{kind}")
    if rule is None or not rule.known:
        return None
    return shot.rules.seconds_needed(kind, shot.quorum.members_in_office)


def lines_for(shot: Snapshot, kind: MotionKind) -> int:
    """Return how many lines for seconders there are.

    One is there even where none is needed, since people second all the same; none for what one
    member raises or demands.
    """
    needed = seconders_asked(shot, kind)
    if not needed and kind in _ALONE:
        return 0
    return max(1, needed or 0)


class MotionPeople(QWidget):
    """The mover and the seconders.

    Signals: ``changed()`` when somebody else is understood.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.mover = PersonField(self.tr("Moved by"), context.language)
        self.mover.line.textChanged.connect(self._on_typed)
        self.seconders: list[PersonField] = []
        self._people: tuple[str | None, ...] = ()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.addWidget(self.mover, 0, 0)
        self.setLayout(self._grid)
        self.more(1)

    def more(self, count: int) -> list[PersonField]:
        """Have at least so many lines for seconders; return those that are new."""
        fresh = []
        while len(self.seconders) < count:
            number = len(self.seconders) + 1
            words = self.tr("Seconded by")
            if number > 1:
                words = self.tr("Seconder {number}").format(number=number)
            made = PersonField(words, self.context.language)
            made.line.textChanged.connect(self._on_typed)
            self._grid.addWidget(made, number // _COLUMNS, number % _COLUMNS)
            last = self.seconders[-1] if self.seconders else self.mover
            QWidget.setTabOrder(last.line, made.line)
            self.seconders.append(made)
            fresh.append(made)
        return fresh

    def dress(self, kind: MotionKind, shot: Snapshot) -> None:
        """Ask for the people of a kind of motion."""
        count = lines_for(shot, kind)
        words = self.tr("Moved by")
        if kind in RULED:
            words = self.tr("Raised by")
        elif kind in DEMANDS:
            words = self.tr("Demanded by")
        self.mover.set_words(words)
        self.mover.set_people(shot.here)
        needed = seconders_asked(shot, kind) != 0
        seconded = self.tr("Seconded by") if needed else self.tr("Seconded by (not needed)")
        self.seconders[0].set_words(seconded)
        for place, one in enumerate(self.seconders):
            one.setVisible(place < count)
            one.set_people(shot.here)
        self._people = ()

    def shown(self) -> list[PersonField]:
        """Return the lines for seconders that are asked for."""
        return [one for one in self.seconders if not one.isHidden()]

    def wrong(self) -> PersonField | None:
        """Return the first line in which something means nobody."""
        return next((one for one in (self.mover, *self.shown()) if one.wrong()), None)

    def mover_uid(self) -> str | None:
        """Return who moves."""
        return _uid(self.mover.person())

    def seconder_uids(self) -> list[str]:
        """Return who seconds."""
        found = [_uid(one.person()) for one in self.shown()]
        return [one for one in found if one]

    def _on_typed(self) -> None:
        people = (self.mover_uid(), *self.seconder_uids())
        if people != self._people:
            self._people = people
            self.changed.emit()


def _uid(person: RoomRow | None) -> str | None:
    return person.person_uid if person is not None else None

"""What the second screen says, from a projection: every word of it in the window's language."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from council import catalogue
from council.domain import calendars
from council.domain.vocabulary import MotionKind, Outcome
from council.domain.wording import changes
from council.services.session.projection import Showing
from council.ui.pages.meeting.words import shorten, tidy

if TYPE_CHECKING:
    from datetime import datetime

    from council.services.session.projection import MotionShown, Projection, ResultShown
    from council.services.session.speaking_now import SpeakerShown

Pieces = list[tuple[str, str]]
LONG = 420
"""Characters of a motion from which on only the surroundings of a change are shown."""
WARNING = timedelta(seconds=30)
_TONES = {Outcome.CARRIED.value: "yes", Outcome.LOST.value: "no"}
_GLYPHS = {Outcome.CARRIED.value: "check-circle", Outcome.LOST.value: "x-square"}


class BoardWords(QObject):
    """Makes the words of the second screen."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def _word(self, code: str) -> str:
        return catalogue.word(code, self.language)

    # ------------------------------------------------------------------ the meeting

    def body(self, shown: Projection) -> str:
        """Return whose meeting it is."""
        return shown.body.show(self.language)

    def meeting(self, shown: Projection) -> str:
        """Return which meeting it is, such as *Regular meeting 12/2026*."""
        kind = self._word(f"meeting_kind.{shown.kind.value}")
        if not shown.number:
            return kind
        number = calendars.meeting_number(shown.number, self.language)
        return catalogue.word("name.meeting", self.language, kind=kind, number=number)

    def clock(self, moment: datetime) -> str:
        """Return the time of day."""
        return calendars.window_time(moment, self.language)

    def large(self, shown: Projection) -> str:
        """Return the one thing said while no item is open."""
        return {
            Showing.BEFORE: shown.title.show(self.language) or self.meeting(shown),
            Showing.RECESS: self.tr("The meeting is in recess"),
            Showing.CLOSED: self.tr("Closed session"),
            Showing.OVER: self.tr("The meeting is adjourned"),
            Showing.ITEM: self.tr("The meeting is in session"),
        }[shown.showing]

    def below(self, shown: Projection) -> str:
        """Return the second line under it; empty for a closed session, of which no more is told."""
        if shown.showing is Showing.BEFORE:
            day = calendars.long_date(shown.starts_local.date(), self.language, weekday=True)
            parts = (day, self.clock(shown.starts_local), shown.venue.show(self.language))
            return " · ".join(part for part in parts if part)
        if shown.since is None:
            return ""
        words = self.tr("since {time}") if shown.showing is Showing.RECESS else "{time}"
        return words.format(time=self.clock(shown.since))

    def item(self, shown: Projection) -> str:
        """Return number and title of the item."""
        if shown.item is None:
            return ""
        return f"{shown.item.number}  {shown.item.title.show(self.language)}".strip()

    def quorum(self, shown: Projection) -> tuple[str, str, str]:
        """Return (words, icon, tone) of the quorum, empty words where it is not shown."""
        if shown.quorum is None:
            return "", "", ""
        present, needed = shown.quorum.present, shown.quorum.needed
        if shown.quorum.met is None or needed is None:
            words = self.tr("{present} members present")
            return words.format(present=present), "users-three", "ink_2"
        if shown.quorum.met:
            words = self.tr("Quorum: {present} present, {needed} needed")
            return words.format(present=present, needed=needed), "check-circle", "yes"
        words = self.tr("No quorum: {present} present, {needed} needed")
        return words.format(present=present, needed=needed), "warning", "warn"

    # ------------------------------------------------------------------ the question

    def motion_head(self, motion: MotionShown) -> str:
        """Return kind and number of the open question."""
        return f"{self._word(f'motion_kind.{motion.kind}')} {motion.number}".strip()

    def motion_state(self, motion: MotionShown) -> str:
        """Return whether it is debated or voted on, and how."""
        if not motion.method:
            return self.tr("before the meeting")
        words = self.tr("vote being taken: {method}")
        return words.format(method=self._word(f"method.{motion.method}").lower())

    def motion_pieces(self, motion: MotionShown) -> Pieces:
        """Return the words of the question; of an amendment what it changes is marked."""
        text = motion.text.show(self.language)
        if motion.kind != MotionKind.AMEND or not motion.before:
            return [("same", text)]
        before = motion.before.show(self.language)
        pieces = tidy([(str(kind), words) for kind, words in changes(before, text)])
        return shorten(pieces, 120) if len(before) + len(text) > 2 * LONG else pieces

    def reads_head(self) -> str:
        """Return what stands over the wording that an amendment would give."""
        return self.tr("Would read")

    def would_read(self, motion: MotionShown) -> str:
        """Return how the motion would read with the amendment; empty where none is open."""
        if motion.kind != MotionKind.AMEND or not motion.before:
            return ""
        if len(motion.text.show(self.language)) <= LONG:
            return motion.text.show(self.language)
        return "".join(words for kind, words in self.motion_pieces(motion) if kind != "del")

    # ------------------------------------------------------------------ the result

    def verdict(self, result: ResultShown) -> tuple[str, str, str]:
        """Return (word, icon, tone) of what became of a motion."""
        tone, glyph = _TONES.get(result.outcome, "neutral"), _GLYPHS.get(result.outcome, "flag")
        if result.kind == MotionKind.APPEAL and result.outcome in _TONES:
            return self._word(f"minutes.ruling.appeal_chip_{result.outcome}"), glyph, tone
        return self._word(f"outcome.{result.outcome}"), glyph, tone

    def result_head(self, result: ResultShown) -> str:
        """Return which motion it was."""
        return f"{self._word(f'motion_kind.{result.kind}')} {result.number}".strip()

    def result_pieces(self, result: ResultShown) -> Pieces:
        """Return the words that were decided on."""
        return [("same", result.text.show(self.language))]

    def figures(self, result: ResultShown) -> list[tuple[str, str]]:
        """Return the numbers of a counted vote with their names."""
        counts = result.counts
        if counts is None:
            return []
        return [
            (str(counts.yes), self._word("choice.yes")),
            (str(counts.no), self._word("choice.no")),
            (str(counts.abstain), self._word("choice.abstain")),
        ]

    def how(self, result: ResultShown) -> str:
        """Return how it was voted, by which rule, and what it needed."""
        parts = [self._word(f"method.{result.method}")] if result.method else []
        if result.rule is not None:
            parts.append(catalogue.say(result.rule, self.language))
        if result.needs is not None:
            words = self.tr("needs {needs}, has {has}")
            parts.append(words.format(needs=result.needs, has=result.has))
        return " · ".join(parts)

    # ------------------------------------------------------------------ the speaker

    def speaker(self, speaker: SpeakerShown) -> str:
        """Return who speaks: a member by name, nobody else."""
        if speaker.name:
            return speaker.name.show(self.language)
        if speaker.kind == "resident":
            return self.tr("A resident speaks")
        return self.tr("A guest speaks")

    def spoken(self, speaker: SpeakerShown, now: datetime) -> tuple[str, str, str]:
        """Return (time spoken, of how much or what is left, tone)."""
        used = time_used(speaker, now)
        if speaker.limit is None:
            return minutes(used), "", "ink"
        left = speaker.limit - used
        if left <= timedelta():
            return minutes(used), self.tr("The time is over"), "no"
        if left <= WARNING:
            words = self.tr("{seconds} seconds left")
            return minutes(used), words.format(seconds=int(left.total_seconds())), "warn"
        words = self.tr("of {time}")
        return minutes(used), words.format(time=minutes(speaker.limit)), "ink"

    # ------------------------------------------------------------------ everything, to be heard

    def spoken_all(self, shown: Projection) -> str:
        """Return the whole picture in words, for screen readers."""
        parts = [self.body(shown)]
        if shown.showing is not Showing.ITEM or shown.item is None:
            parts += [self.large(shown), self.below(shown)]
        parts.append(self.item(shown))
        if shown.motion is not None:
            text = shown.motion.text.show(self.language)
            parts += [self.motion_head(shown.motion), self.motion_state(shown.motion), text]
        if shown.result is not None:
            figures = ", ".join(f"{count} {name}" for count, name in self.figures(shown.result))
            parts += [self.result_head(shown.result), self.verdict(shown.result)[0], figures]
        if shown.speaker is not None:
            parts.append(self.speaker(shown.speaker))
        parts.append(self.quorum(shown)[0])
        return ". ".join(part for part in parts if part)


def time_used(speaker: SpeakerShown, now: datetime) -> timedelta:
    """Return how long a speaker has spoken; a clock that was set back takes nothing away."""
    if speaker.since is None:
        return speaker.used
    return speaker.used + max(now - speaker.since, timedelta())


def minutes(time: timedelta) -> str:
    """Return ``02:14``: minutes and seconds, whatever the language."""
    seconds = int(time.total_seconds())
    return f"{seconds // 60:02}:{seconds % 60:02}"

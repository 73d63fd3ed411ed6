"""What is typed for an open vote and not yet in the record: kept, and shown again after a kill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from council.domain.vocabulary import Declared, Method
from council.ui.draft import Draft, draft_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.services.voting.votes import VoteRow
    from council.ui.context import Context
    from council.ui.pages.meeting.meet.vote_inputs import CountsRow, VoicePanel
    from council.ui.pages.meeting.meet.vote_strips import OtherwiseStrip

BY_HAND = frozenset({Method.SHOW_OF_HANDS, Method.SECRET_BALLOT})
"""Ways of voting of which somebody types the numbers."""


class VoteDraft(QObject):
    """Keeps numbers, what the chair was heard to say, and another declaration while they wait."""

    def __init__(
        self, context: Context, counts: CountsRow, voice: VoicePanel, otherwise: OtherwiseStrip
    ) -> None:
        super().__init__(counts)
        self._counts, self._voice, self._otherwise = counts, voice, otherwise
        self._vote: VoteRow | None = None
        self._draft = Draft(context, "", self._typed, self)
        self.touch, self.flush, self.wait = self._draft.touch, self._draft.flush, self._draft.wait

    def recording(self, service: Callable[..., object]) -> Callable[..., object]:
        """Return the service so that the draft goes with the step that records it."""
        return self._draft.recording(service)

    def begin(self, meeting_uid: str, vote: VoteRow) -> None:
        """Go over to another vote; show what was half typed for it when the program ended."""
        self._draft.flush()
        self._vote = vote
        self._draft.key = draft_key(meeting_uid, f"vote:{vote.uid}")
        kept = self._draft.kept()
        if not kept:
            return
        if vote.method in BY_HAND:
            self._counts.set_words(kept)
        if "heard" in kept:
            self._voice.hear(Declared(kept["heard"]))
        if kept.get("otherwise"):
            self._otherwise.set_value(kept["otherwise"])
            self._otherwise.show()

    def _typed(self) -> dict[str, str]:
        if self._vote is None:
            return {}
        typed = {"otherwise": self._otherwise.value()}
        if self._vote.method in BY_HAND:
            typed |= self._counts.words()
        if self._voice.declared is not None and self._vote.method == Method.VOICE:
            typed["heard"] = self._voice.declared.value
        return typed

"""Half-typed text goes with the step that records it, all or nothing."""

from __future__ import annotations

import pytest
from hall import convene, t

from council.db import drafts as kept
from council.domain.messages import InputRefused
from council.services import drafts
from council.services.session import notes

KEY = "meet:m:note"


@pytest.fixture
def hall():
    made = convene()
    drafts.put(made.desk, KEY, "Half a sen")
    yield made
    made.desk.close()


def test_what_is_recorded_is_no_draft_any_more_in_the_same_step(hall, monkeypatch) -> None:
    monkeypatch.setattr(kept, "drop_draft", lambda *_: None)  # killed right after the commit
    done = drafts.recorded(hall.desk, KEY, notes.add_note, hall.meeting, t("Half a sentence."))
    assert [one.uid for one in notes.list_notes(hall.desk, hall.meeting)] == [done.value]
    assert drafts.get(hall.desk, KEY) == ""


def test_a_refusal_leaves_what_was_typed(hall) -> None:
    with pytest.raises(InputRefused):
        drafts.recorded(hall.desk, KEY, notes.add_note, hall.meeting, t(" "))
    assert drafts.get(hall.desk, KEY) == "Half a sen"
    notes.add_note(hall.desk, hall.meeting, t("Something else."))
    assert drafts.get(hall.desk, KEY) == "Half a sen"


def test_what_needs_no_step_is_forgotten_too(hall) -> None:
    def nothing(_desk):
        return "nothing"

    assert drafts.recorded(hall.desk, KEY, nothing) == "nothing"
    assert drafts.get(hall.desk, KEY) == ""

"""A report is heard and noted: a resolution without mover, vote or advice."""

import pytest
from hall import convene

from council.catalogue import say
from council.domain.document import Box, Paragraph
from council.domain.messages import NotAllowed
from council.services import advice, history, minutes
from council.services.findings import meeting_findings
from council.services.session import motions, noting


@pytest.fixture
def hall():
    made = convene(pack="th-lao")
    made.present(11)
    return made


def test_an_item_is_noted_in_one_step_without_mover_vote_or_advice(hall):
    before = meeting_findings(hall.desk, hall.meeting)
    uid = noting.take_note(hall.desk, hall.item).value
    made = motions.get_motion(hall.desk, uid)
    assert (made.outcome, made.text.show("en"), made.votes) == ("noted", "Crosswalk", ())
    assert motions.pending(hall.desk, hall.meeting) == []
    assert not any(one.motion_uid for one in advice.list_advice(hall.desk, hall.meeting))
    assert meeting_findings(hall.desk, hall.meeting) == before
    for language in ("en", "th"):
        assert "Crosswalk" in say(history.can_undo(hall.desk), language)
    history.undo(hall.desk)
    assert motions.list_motions(hall.desk, hall.meeting) == []


def test_it_is_noted_once(hall):
    noting.take_note(hall.desk, hall.item)
    with pytest.raises(NotAllowed, match="noted_already"):
        noting.take_note(hall.desk, hall.item)


def test_the_minutes_say_that_it_was_noted(hall):
    noting.take_note(hall.desk, hall.item)
    blocks = minutes.compose(hall.desk, hall.meeting, "th").blocks
    said = ["".join(span.text for span in b.spans) for b in blocks if isinstance(b, Paragraph)]
    assert "มติที่ประชุม  รับทราบ" in said
    boxes = [b for b in minutes.compose(hall.desk, hall.meeting, "en").blocks if isinstance(b, Box)]
    assert [(box.chip, box.tone) for box in boxes] == [("Noted", "neutral")]

"""Recording postings: with a photo, again after changes, each one step that can be taken back."""

import pytest
from desks import back_and_forth, founded, planned, words

from council.domain.messages import InputRefused, NotAllowed
from council.services import history, meetings
from council.services.planning import agenda, postings, revisions

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


@pytest.fixture
def board():
    """Return a desk and a meeting with one item."""
    desk = founded()
    meeting = planned(desk)
    agenda.add_item(desk, meeting, title=words("Trees"))
    return desk, meeting


@pytest.fixture
def photo(tmp_path):
    made = tmp_path / "board.png"
    made.write_bytes(PNG)
    return made


def test_a_posting_with_its_photo_is_one_step(board, photo):
    desk, meeting = board
    uid = postings.record_posting(desk, meeting, place="Door", by="BA", photo=photo).value
    kept = postings.photos_of(desk, meeting)[uid]
    assert (kept.notice_uid, kept.name) == (uid, "board.png")
    assert postings.photo_bytes(desk, uid) == PNG
    (note,) = meetings.list_notices(desk, meeting)
    assert (note.place.show("en"), note.posted_by) == ("Door", "BA")
    assert meetings.get_meeting(desk, meeting).state == "noticed"
    history.undo(desk)
    assert meetings.list_notices(desk, meeting) == []
    assert meetings.get_meeting(desk, meeting).state == "planned"


def test_posting_goes_back_and_forth(board, photo):
    desk, meeting = board
    back_and_forth(desk, postings.record_posting, meeting, place="Door", photo=photo)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.png", b"", "error.file_empty"),
        ("notes.txt", b"no picture at all", "error.no_picture"),
        ("paper.pdf", b"%PDF-1.7 ...", "error.no_picture"),
        ("missing.png", None, "error.paper_unreadable"),
    ],
)
def test_what_is_no_photo_is_refused_and_nothing_is_logged(board, tmp_path, name, content, code):
    desk, meeting = board
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputRefused) as refused:
        postings.record_posting(desk, meeting, place="Door", photo=tmp_path / name)
    assert refused.value.message.code == code
    assert refused.value.message.params["name"] == name
    assert meetings.list_notices(desk, meeting) == []


def test_a_photo_that_is_too_large_is_refused(board, photo, monkeypatch):
    desk, meeting = board
    monkeypatch.setattr(postings, "MOST_BYTES", len(PNG))
    postings.record_posting(desk, meeting, place="Door", photo=photo)
    monkeypatch.setattr(postings, "MOST_BYTES", len(PNG) - 1)
    with pytest.raises(InputRefused) as refused:
        postings.record_posting(desk, meeting, place="Hall", photo=photo)
    assert refused.value.message.code == "error.paper_large"


def test_a_photo_can_come_later_and_go(board, photo):
    desk, meeting = board
    uid = postings.record_posting(desk, meeting, place="Door").value
    assert postings.photos_of(desk, meeting) == {}
    with pytest.raises(NotAllowed):
        postings.photo_bytes(desk, uid)
    with pytest.raises(NotAllowed):
        postings.remove_photo(desk, uid)
    postings.add_photo(desk, uid, photo)
    assert postings.photo_bytes(desk, uid) == PNG
    postings.remove_photo(desk, uid)
    assert postings.photos_of(desk, meeting) == {}
    history.undo(desk)
    assert postings.photo_bytes(desk, uid) == PNG


def test_a_changed_agenda_is_posted_again_only_with_a_reason(board, photo):
    desk, meeting = board
    postings.record_posting(desk, meeting, place="Door")
    postings.record_posting(desk, meeting, place="Library")  # unchanged: no reason is asked
    assert [one.number for one in revisions.revisions_of(desk, meeting)] == [1]
    agenda.add_item(desk, meeting, title=words("Roads"))
    with pytest.raises(InputRefused) as refused:
        postings.record_posting(desk, meeting, place="Door", photo=photo)
    assert refused.value.message.code == "error.empty"
    postings.record_posting(desk, meeting, place="Door", reason=words("A road broke"))
    last = revisions.revisions_of(desk, meeting)[-1]
    assert (last.number, last.reason.show("en")) == (2, "A road broke")
    assert len(meetings.list_notices(desk, meeting)) == 3

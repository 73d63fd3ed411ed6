"""Publishing: the file, its fingerprint on record, and what still waits."""

import hashlib
from datetime import datetime

import pytest
from hall import t
from held import hold, next_meeting

from council.domain.messages import FileRefused, InputRefused, NotAllowed
from council.services import history, meetings, minutes, publish


@pytest.fixture
def held():
    made = hold()
    yield made
    made.desk.close()


def test_the_file_and_its_fingerprint_go_on_record(held, tmp_path):
    out = tmp_path / "new" / "minutes.pdf"
    head = held.desk.conn.execute("SELECT hash FROM step ORDER BY seq DESC LIMIT 1").fetchone()[0]
    uid = publish.publish_pdf(
        held.desk, held.meeting, kind="minutes", language="en", out=out, place=t("Website")
    ).value
    (row,) = publish.list_publications(held.desk, held.meeting)
    assert row.uid == uid
    assert row.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    assert row.chain_head == head
    assert (row.kind, row.language, row.stamp, row.public) == ("minutes", "en", "draft", True)
    assert (row.file_name, row.place.show("en")) == ("minutes.pdf", "Website")
    assert not list(out.parent.glob("*.part"))


def test_it_is_final(held, tmp_path):
    out = tmp_path / "a.pdf"
    publish.publish_pdf(held.desk, held.meeting, kind="agenda", language="th", out=out)
    with pytest.raises(NotAllowed):
        history.undo(held.desk)
    assert publish.list_publications(held.desk)[0].stamp == ""


def test_approved_minutes_are_stamped_so(held, tmp_path):
    minutes.approve(held.desk, held.meeting, at_meeting_uid=next_meeting(held))
    out = tmp_path / "a.pdf"
    publish.publish_pdf(held.desk, held.meeting, kind="minutes", language="en", out=out)
    assert publish.list_publications(held.desk)[0].stamp == "approved"


def test_nothing_is_recorded_when_the_file_cannot_be_written(held, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(FileRefused):
        publish.publish_pdf(
            held.desk, held.meeting, kind="minutes", language="en", out=blocked / "a.pdf"
        )
    assert publish.list_publications(held.desk) == []


def test_a_full_disk_leaves_what_was_there(tmp_path, monkeypatch):
    out = tmp_path / "a.pdf"
    out.write_bytes(b"old")

    def full(self, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    with pytest.raises(FileRefused):
        publish.write_whole(out, b"new")
    assert out.read_bytes() == b"old"


def test_another_kind_of_document_is_refused(held, tmp_path):
    with pytest.raises(InputRefused):
        publish.publish_pdf(
            held.desk, held.meeting, kind="poster", language="en", out=tmp_path / "a.pdf"
        )


def test_names_of_files_sort_by_day(held):
    name = publish.suggested_name(held.desk, held.meeting, "minutes", "en", draft=True)
    assert name == "2026-11-19-minutes-en-draft.pdf"


def waiting(desk):
    return {
        (one.meeting.uid, one.kind, one.language, one.state) for one in publish.list_waiting(desk)
    }


def test_what_waits_until_it_is_published(held, tmp_path):
    desk, meeting = held.desk, held.meeting
    assert waiting(desk) == {(meeting, "minutes", lang, "draft") for lang in ("en", "th")}
    out = tmp_path / "a.pdf"
    publish.publish_pdf(desk, meeting, kind="minutes", language="en", out=out)
    assert waiting(desk) == {(meeting, "minutes", "th", "draft")}
    later = next_meeting(held, begun=False)
    assert waiting(desk) == {(meeting, "minutes", "th", "draft")}
    meetings.post_notice(desk, later, posted_at=datetime(2026, 12, 10), place=t("Door"), by="PS")
    assert (later, "agenda", "en", "posted") in waiting(desk)
    meetings.call_to_order(desk, later)
    minutes.approve(desk, meeting, at_meeting_uid=later)
    approved = {(meeting, "minutes", lang, "approved") for lang in ("en", "th")}
    assert approved <= waiting(desk)


def test_the_pdf_of_the_public_version_hides_private_words(held):
    public = publish.minutes_pdf(held.desk, held.meeting, "en")
    full = publish.minutes_pdf(held.desk, held.meeting, "en", public=False)
    assert public.startswith(b"%PDF")
    assert full.startswith(b"%PDF")

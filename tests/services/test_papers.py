from __future__ import annotations

import io
import zipfile
import zlib

import pytest
from desks import back_and_forth, founded, planned, words

from council.domain import media_types
from council.domain.media_types import media_type, pdf_pages
from council.domain.messages import FileRefused, InputRefused, NotAllowed
from council.services import history, meetings
from council.services.desk import open_desk
from council.services.planning import agenda, papers
from council.services.verify import verify


@pytest.fixture
def item():
    desk = founded()
    meeting = planned(desk)
    return desk, meeting, agenda.add_item(desk, meeting, title=words("A")).value


def pdf(pages, *, packed=False):
    """Return a small PDF with an outline whose count is no count of pages."""
    tree = b"<< /Type /Pages /Kids [3 0 R] /Count %d >>" % pages
    outline = b"2 0 obj << /Type /Outlines /Count 77 >> endobj\n"
    if not packed:
        return b"%PDF-1.7\n" + outline + b"4 0 obj\n" + tree + b"\nendobj\n%%EOF"
    stream = zlib.compress(b"4 0 " + tree)
    head = b"5 0 obj << /Type /ObjStm /Length %d >>\nstream\n" % len(stream)
    return b"%PDF-1.7\n" + outline + head + stream + b"\nendstream endobj\n%%EOF"


def archive(*names, mimetype=""):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as made:
        if mimetype:
            made.writestr("mimetype", mimetype)
        for name in names:
            made.writestr(name, "x")
    return kept.getvalue()


ODT = "application/vnd.oasis.opendocument.text"
OFFICE = "application/vnd.openxmlformats-officedocument."


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (pdf(1), "photo.jpg", "application/pdf"),
        (b"\r\n  %PDF-1.4", "x", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n....", "x", "image/png"),
        (b"\xff\xd8\xff\xe0..", "x.pdf", "image/jpeg"),
        (b"GIF89a....", "x", "image/gif"),
        (b"II*\x00....", "x", "image/tiff"),
        (b"RIFF....WEBPVP8", "x", "image/webp"),
        (b"RIFF....WAVE", "x", "text/plain"),
        (b"BM", "x", "application/octet-stream"),
        (b"BM" + bytes(60), "x", "image/bmp"),
        (b"{\\rtf1 x}", "x", "application/rtf"),
        (archive("word/document.xml"), "x.zip", OFFICE + "wordprocessingml.document"),
        (archive("xl/workbook.xml"), "x", OFFICE + "spreadsheetml.sheet"),
        (archive("ppt/presentation.xml"), "x", OFFICE + "presentationml.presentation"),
        (archive("content.xml", mimetype=ODT), "x", ODT),
        (archive("a.txt"), "x.docx", "application/zip"),
        (b"PK\x03\x04 cut off", "x.docx", "application/zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..", "x.doc", "application/msword"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..", "x", "application/x-ole-storage"),
        ("ไฟถนน".encode(), "x", "text/plain"),
        (b"a;b\n1;2", "x.csv", "text/csv"),
        (b"<!DOCTYPE html><p>", "x.txt", "text/html"),
        (b"<svg xmlns=''/>", "x", "image/svg+xml"),
        (b"MZ\x90\x00", "report.pdf", "application/octet-stream"),
        (b"\xfe\xfe\xfe\xfe\xfe", "x.txt", "application/octet-stream"),
        (b"", "x", "application/octet-stream"),
    ],
)
def test_what_a_file_is_its_bytes_say(content, name, told):
    assert media_type(content, name) == told


@pytest.mark.parametrize(
    ("content", "pages"),
    [
        (pdf(12), 12),
        (pdf(7, packed=True), 7),
        (b"%PDF-1.7 << /Count 3 /Type /Pages >>", 3),
        (b"%PDF-1.7 << /Type/Pages/Count 2>> << /Type/Pages/Count 5/Kids[1 0 R] >>", 5),
        (b"%PDF-1.7 << /Type /Page /Count 9 >>", None),
        (b"%PDF-1.7 << /Type /Pages /Count 0 >>", None),
        (b"%PDF-1.7 << /Type /Pages /Count 999999 >>", None),
        (b"%PDF-1.7 << /Type /ObjStm >>\nstream\nno deflate at all", None),
        (b"", None),
    ],
)
def test_pages_are_counted_where_they_can_be(content, pages):
    assert pdf_pages(content) == pages


@pytest.mark.parametrize("before", [media_types._SLICE - 30, media_types._SLICE, 5_000_000])
def test_pages_are_found_wherever_they_lie(before):
    assert pdf_pages(b"%PDF-1.7" + b" " * before + pdf(4)) == 4


def test_our_own_pdf_is_counted():
    from reportlab.pdfgen.canvas import Canvas

    made = io.BytesIO()
    canvas = Canvas(made)
    for n in range(14):
        canvas.drawString(10, 10, str(n))
        canvas.showPage()
    canvas.save()
    assert pdf_pages(made.getvalue()) == 14


def names(desk, meeting):
    return [one.name for one in agenda.list_items(desk, meeting)[0].attachments]


def test_papers_are_added_in_versions(item):
    desk, meeting, uid = item
    first = back_and_forth(desk, papers.add_paper, uid, "plan.pdf", pdf(3), public=False)
    other = papers.add_paper(desk, uid, "map.png", b"\x89PNG\r\n\x1a\n..").value
    second = back_and_forth(desk, papers.add_version, first, "plan v2.pdf", pdf(4))
    assert names(desk, meeting) == ["plan v2.pdf", "map.png"]
    shown = agenda.list_items(desk, meeting)[0].attachments[0]
    assert (shown.version, shown.pages, shown.public) == (2, 4, False)
    versions = papers.list_versions(desk, first)
    assert [(one.uid, one.version, one.pages, one.newest) for one in versions] == [
        (second, 2, 4, True),
        (first, 1, 3, False),
    ]
    assert versions == papers.list_versions(desk, second)
    assert versions[0].size == len(pdf(4))
    assert versions[0].added_at == desk.now()
    assert papers.paper_bytes(desk, first) == pdf(3)
    with pytest.raises(NotAllowed) as caught:
        papers.add_version(desk, first, "plan v3.pdf", pdf(5))
    assert caught.value.code == "error.paper_replaced"
    assert [one.uid for one in papers.list_papers(desk, meeting)] == [second, other]
    assert [one.uid for one in papers.list_papers(desk, meeting, public_only=True)] == [other]
    assert papers.list_papers(desk, meeting, "i-99") == []
    back_and_forth(desk, papers.remove_paper, second)
    assert names(desk, meeting) == ["map.png"]


def test_public_is_said_of_all_versions(item):
    desk, meeting, uid = item
    first = papers.add_paper(desk, uid, "plan.txt", b"a").value
    second = papers.add_version(desk, first, "plan.txt", b"b").value
    back_and_forth(desk, papers.set_public, second, public=False)
    assert [one.public for one in papers.list_versions(desk, second)] == [False, False]
    assert papers.newest_papers(desk, meeting, public_only=True) == {}
    assert papers.set_public(desk, first, public=False).changes == frozenset()
    back_and_forth(desk, papers.set_public, second, public=True)
    assert papers.newest_papers(desk, meeting, public_only=True)[uid][0].uid == second


def test_a_paper_is_renamed(item):
    desk, meeting, uid = item
    paper = papers.add_paper(desk, uid, "scan0001.txt", b"a").value
    back_and_forth(desk, papers.rename_paper, paper, "Plan.txt ")
    assert names(desk, meeting) == ["Plan.txt"]
    with pytest.raises(InputRefused):
        papers.rename_paper(desk, paper, " ")


def test_files_are_read_in_one_step_or_none(item, tmp_path):
    desk, meeting, uid = item
    a, b, empty = tmp_path / "a.txt", tmp_path / "b.pdf", tmp_path / "empty.txt"
    a.write_bytes(b"words")
    b.write_bytes(pdf(2))
    empty.write_bytes(b"")
    back_and_forth(desk, papers.add_paper_files, uid, [a, b])
    assert names(desk, meeting) == ["a.txt", "b.pdf"]
    for paths, code in (
        ([], "error.no_paper_chosen"),
        ([a, empty], "error.file_empty"),
        ([a, tmp_path / "gone.txt"], "error.paper_unreadable"),
        ([tmp_path], "error.paper_unreadable"),
    ):
        with pytest.raises(InputRefused) as caught:
            papers.add_paper_files(desk, uid, paths)
        assert caught.value.code == code
    assert names(desk, meeting) == ["a.txt", "b.pdf"]
    first = agenda.list_items(desk, meeting)[0].attachments[0].uid
    back_and_forth(desk, papers.add_version_file, first, b)
    assert names(desk, meeting) == ["b.pdf", "b.pdf"]


def test_too_large_a_paper_is_refused(item, monkeypatch, tmp_path):
    desk, _, uid = item
    monkeypatch.setattr(papers, "MOST_BYTES", 3)
    big = tmp_path / "big.txt"
    big.write_bytes(b"four")
    for write in (
        lambda: papers.add_paper(desk, uid, "big.txt", b"four"),
        lambda: papers.add_paper_files(desk, uid, [big]),
    ):
        with pytest.raises(InputRefused) as caught:
            write()
        assert caught.value.code == "error.paper_large"


def test_a_locked_meeting_takes_no_papers(item):
    from council.db import rows

    desk, meeting, uid = item
    paper = papers.add_paper(desk, uid, "a.txt", b"a").value
    with desk.step("step.change_meeting", number="1"):
        rows.insert(
            desk.conn, "minutes", {"uid": "mi-1", "meeting_uid": meeting, "state": "approved"}
        )
    for write, args in (
        (papers.add_paper, (uid, "b.txt", b"b")),
        (papers.add_version, (paper, "b.txt", b"b")),
        (papers.rename_paper, (paper, "b.txt")),
        (papers.remove_paper, (paper,)),
    ):
        with pytest.raises(NotAllowed) as caught:
            write(desk, *args)
        assert caught.value.code == "error.meeting_locked"


def test_the_same_bytes_lie_in_the_file_once(item):
    desk, _meeting, uid = item
    papers.add_paper(desk, uid, "a.txt", b"same")
    papers.add_paper(desk, uid, "b.txt", b"same")
    assert desk.conn.execute("SELECT count(*) FROM blob").fetchone()[0] == 1
    history.undo(desk)
    history.undo(desk)
    assert desk.conn.execute("SELECT count(*) FROM attachment").fetchone()[0] == 0


def test_papers_stay_when_the_agenda_is_posted(item):
    desk, meeting, uid = item
    papers.add_paper(desk, uid, "a.txt", b"a")
    meetings.post_notice(desk, meeting, place=words("Door"))
    agenda.remove_item(desk, uid)
    assert names(desk, meeting) == ["a.txt"]


def on_disk(tmp_path):
    """Return a file with one paper of a megabyte, closed, and the words of its item."""
    desk = founded(path=tmp_path / "a.council")
    item = agenda.add_item(desk, planned(desk), title=words("Crosswalk at School Road")).value
    papers.add_paper(desk, item, "big.txt", b"paper bytes " * 100_000)
    desk.close()
    return tmp_path / "a.council"


def damage(path, mark, at=0, page=4096):
    """Overwrite the page that holds the last of some words, from a place in it."""
    content = bytearray(path.read_bytes())
    start = content.rindex(mark) // page * page
    content[start + at : start + at + 64] = b"\xa5" * 64
    path.write_bytes(bytes(content))


def test_damage_to_a_table_is_seen_at_opening_though_papers_are_not_read(tmp_path):
    path = on_disk(tmp_path)
    damage(path, b'{"en":"Crosswalk at School Road"}')
    with pytest.raises(FileRefused) as caught:
        open_desk(path)
    assert caught.value.code == "error.file_damaged"


def test_damage_to_a_paper_is_seen_by_verifying(tmp_path):
    path = on_disk(tmp_path)
    damage(path, b"paper bytes paper bytes", at=2000)
    desk = open_desk(path)
    assert "attachment_altered" in str(verify(desk))
    desk.close()

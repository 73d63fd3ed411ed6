"""The papers of an item: adding, dropping, replacing, renaming, removing, and looking at them."""

import zipfile
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from staged import convene

from council.services import council, meetings
from council.services.desk import open_desk
from council.services.planning import agenda, papers
from council.ui.context import Context
from council.ui.dispatcher import WorkerDispatcher
from council.ui.pages.meeting.papers import kinds
from council.ui.pages.meeting.papers import viewer as viewer_module
from council.ui.pages.meeting.papers.card import PapersCard
from council.ui.pages.meeting.papers.viewer import PaperViewer

ENTER, ESC, DEL, F2 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_F2
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hall(tmp_path, qtbot):
    made = convene(tmp_path)
    made.open(qtbot, "plan")
    made.step().tree.pick(made.items["Crosswalk"])
    yield made
    for shell in made.shells:
        shell.close()
    made.desk.close()


@pytest.fixture
def files(tmp_path):
    """Return one file of each kind by its ending."""
    folder = tmp_path / "files"
    folder.mkdir()
    made = {end: folder / f"paper.{end}" for end in ("pdf", "png", "txt", "docx", "exe")}
    writer = QPdfWriter(str(made["pdf"]))
    from PySide6.QtGui import QPainter

    painter = QPainter(writer)
    for number in range(3):
        painter.drawText(200, 200, f"page {number + 1}")
        if number < 2:
            writer.newPage()
    painter.end()
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    image.save(str(made["png"]))
    made["txt"].write_text("What the street office wrote", "utf-8")
    with zipfile.ZipFile(made["docx"], "w") as packed:
        packed.writestr("word/document.xml", "<x/>")
    made["exe"].write_bytes(b"MZ\x00\x01" * 40)
    return made


def _card(hall):
    return hall.step().inspector.papers


def _kept(hall, title="Crosswalk"):
    return papers.list_papers(hall.desk, hall.meeting, hall.items[title])


def _drop(widget, at, paths):
    """Drag files over a widget and let them go there; return whether they were wanted."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(at), copy, mime, left, none)
    QApplication.sendEvent(widget, enter)
    move = QDragMoveEvent(QPointF(at), copy, mime, left, none)
    QApplication.sendEvent(widget, move)
    drop = QDropEvent(QPointF(at), copy, mime, left, none)
    QApplication.sendEvent(widget, drop)
    return move.isAccepted() and drop.isAccepted()


def test_several_files_come_in_one_step(hall, files):
    _card(hall).attach_files([files["pdf"], files["txt"]])
    assert [(one.name, one.pages, one.public) for one in _kept(hall)] == [
        ("paper.pdf", 3, True),
        ("paper.txt", None, True),
    ]
    assert _card(hall).list.papers.rowCount() == 2
    hall.shells[-1].undo()
    assert _kept(hall) == []
    assert _card(hall).list.isHidden()


@pytest.mark.parametrize("bad", ["gone.pdf", "empty.pdf", "."])
def test_one_bad_file_keeps_all_out_and_says_its_name(hall, files, tmp_path, bad):
    (tmp_path / "empty.pdf").write_bytes(b"")
    _card(hall).attach_files([files["txt"], tmp_path / bad])
    assert _kept(hall) == []
    said = hall.shells[-1].announcer.last
    assert (bad if bad != "." else tmp_path.name) in said
    assert _card(hall).add.isEnabled()
    assert _card(hall)._progress.isHidden()


def test_a_file_too_large_is_refused_unread(hall, tmp_path, monkeypatch):
    monkeypatch.setattr(papers, "MOST_BYTES", 10)
    large = tmp_path / "plans.pdf"
    large.write_bytes(b"x" * 11)
    _card(hall).attach_files([large])
    assert _kept(hall) == []
    assert "plans.pdf" in hall.shells[-1].announcer.last


def test_adding_can_be_cancelled_between_files(hall, files):
    card = _card(hall)
    card.reading.connect(lambda _name: card.cancel.click(), Qt.ConnectionType.DirectConnection)
    card.attach_files([files["txt"], files["pdf"]])
    assert _kept(hall) == []
    assert card.add.isEnabled()


def test_files_dropped_on_a_row_go_to_its_item(hall, files):
    tree = hall.step().tree
    at = tree.visualRect(tree.agenda.index_of(hall.items["Grants"])).center()
    assert _drop(tree.viewport(), at, [files["txt"], files["png"]])
    assert [one.name for one in _kept(hall, "Grants")] == ["paper.txt", "paper.png"]
    assert tree.current_uid() == hall.items["Grants"]
    assert _card(hall).list.papers.rowCount() == 2


def test_files_dropped_beside_the_rows_go_nowhere(hall, files):
    tree = hall.step().tree
    below = QPoint(40, tree.viewport().height() - 4)
    assert not _drop(tree.viewport(), below, [files["txt"]])
    assert not any(one.attachments for one in agenda.list_items(hall.desk, hall.meeting))


def test_a_file_dropped_on_a_paper_is_its_newer_version(hall, files):
    card = _card(hall)
    assert _drop(card, QPoint(20, 5), [files["txt"]])
    old = _kept(hall)[0]
    QApplication.processEvents()
    box = card.list.visualRect(card.list.papers.index(0))
    at = card.list.viewport().mapTo(card, box.center())
    assert _drop(card, at, [files["pdf"]])
    assert [(one.name, one.version) for one in _kept(hall)] == [("paper.pdf", 2)]
    assert _kept(hall)[0].replaces_uid == old.uid
    assert _drop(card, at, [files["pdf"], files["txt"]])
    assert len(_kept(hall)) == 1
    assert "one file" in hall.shells[-1].announcer.last


def test_public_is_a_switch_with_words(hall, files):
    card = _card(hall)
    card.attach_files([files["txt"]])
    assert "Public" in card.list.papers.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    card.access.setFocus()
    hall.press(Qt.Key.Key_Right)
    assert not _kept(hall)[0].public
    assert "Members only" in card.list.papers.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    hall.press(Qt.Key.Key_Left)
    assert _kept(hall)[0].public


def test_papers_are_opened_renamed_and_removed_by_keys(hall, files):
    card = _card(hall)
    card.attach_files([files["txt"]])
    card.list.setFocus()
    hall.press(F2, (Qt.Key.Key_A, CTRL), "Letter.txt", ENTER)
    assert _kept(hall)[0].name == "Letter.txt"
    card.list.setFocus()
    hall.press(ENTER)
    viewer = hall.step().panels.viewer
    assert viewer.isVisible()
    assert viewer.text.toPlainText() == "What the street office wrote"
    hall.press(ESC)
    assert not viewer.isVisible()
    assert card.list.hasFocus()
    hall.press(DEL)
    assert _kept(hall) == []
    hall.press((Qt.Key.Key_Z, CTRL))
    assert [one.name for one in _kept(hall)] == ["Letter.txt"]


def test_papers_of_a_struck_item_are_looked_at_and_nothing_more(hall, files):
    card = _card(hall)
    card.attach_files([files["txt"]])
    meetings.post_notice(hall.desk, hall.meeting, place="Door", by="PT")
    agenda.remove_item(hall.desk, hall.items["Crosswalk"])
    hall.shells[-1].navigate("meeting", hall.meeting, step="plan")
    hall.step().tree.pick(hall.items["Crosswalk"])
    inspector = hall.step().inspector
    assert inspector.item.state == "struck"
    assert not inspector.edit("title").isEnabled()
    assert inspector.history.isEnabled()
    for button in (card.add, card.remove_button, card.version_button, card.rename_button):
        assert not button.isVisible()
    card.list.setFocus()
    hall.press(DEL, F2)
    assert [one.name for one in _kept(hall)] == ["paper.txt"]
    assert not _drop(card, QPoint(5, 5), [files["pdf"]])
    hall.press(ENTER)
    assert hall.step().panels.viewer.text.toPlainText() == "What the street office wrote"


def test_a_pdf_is_turned_and_zoomed_by_keys(hall, files):
    card = _card(hall)
    card.attach_files([files["pdf"]])
    card.list.setFocus()
    hall.press(ENTER)
    viewer = hall.step().panels.viewer
    QTest.qWait(50)
    assert viewer._page.text() == "Page 1 of 3"
    hall.press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert viewer._pdf.page() == 2
    hall.press(Qt.Key.Key_PageDown)
    assert viewer._pdf.page() == 2
    hall.press(Qt.Key.Key_Home)
    assert viewer._page.text() == "Page 1 of 3"
    hall.press("+")
    first = viewer._pdf.zoomFactor()
    hall.press("+")
    assert viewer._pdf.zoomFactor() > first
    hall.press("0")
    assert viewer._pdf.zoomMode() == viewer._pdf.ZoomMode.FitToWidth


def test_a_picture_is_drawn_from_the_level_that_is_sharp(hall, files):
    card = _card(hall)
    card.attach_files([files["png"]])
    hall.step().panels.open_paper(_kept(hall)[0].uid)
    picture = hall.step().panels.viewer._picture
    levels = picture._canvas.levels
    assert [one.width() for one in levels] == [900, 450, 225]
    assert picture.isVisible()
    hall.press("+", "+")
    assert picture._canvas.width() > picture.viewport().width()


def test_an_older_version_is_chosen_in_the_viewer(hall, files):
    card = _card(hall)
    card.attach_files([files["txt"]])
    card.replace(_kept(hall)[0].uid, files["pdf"])
    hall.step().panels.open_paper(_kept(hall)[0].uid)
    viewer = hall.step().panels.viewer
    assert viewer.version.count() == 2
    viewer.version.setCurrentIndex(1)
    viewer.version.activated.emit(1)
    assert viewer.paper.version == 1
    assert viewer.text.toPlainText() == "What the street office wrote"
    assert viewer.text.isVisible()


def test_the_viewer_closes_when_its_paper_is_undone(hall, files):
    _card(hall).attach_files([files["txt"]])
    hall.step().panels.open_paper(_kept(hall)[0].uid)
    viewer = hall.step().panels.viewer
    hall.shells[-1].undo()
    assert viewer.paper is None
    assert not viewer.isVisible()


def test_other_files_open_outside_as_a_read_only_copy(hall, files, monkeypatch, tmp_path):
    opened = []
    monkeypatch.setattr(
        viewer_module.QDesktopServices, "openUrl", lambda url: not opened.append(url.toLocalFile())
    )
    _card(hall).attach_files([files["docx"]])
    hall.step().panels.open_paper(_kept(hall)[0].uid)
    viewer = hall.step().panels.viewer
    assert viewer.outside.isVisible()
    viewer.outside.click()
    copy = viewer_module.Path(opened[0])
    assert copy.read_bytes() == files["docx"].read_bytes()
    assert not copy.stat().st_mode & 0o222
    viewer.save_as(tmp_path / "out.docx")
    assert (tmp_path / "out.docx").read_bytes() == files["docx"].read_bytes()
    viewer.save_as(tmp_path / "no such folder" / "out.docx")
    assert "out.docx" in hall.shells[-1].announcer.last


def test_the_words_of_a_letter_are_shown_inside(hall, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(
        viewer_module.QDesktopServices, "openUrl", lambda url: not opened.append(url.toLocalFile())
    )
    with zipfile.ZipFile(tmp_path / "letter.docx", "w") as packed:
        packed.writestr("word/document.xml", "<d><p><t>Dear council</t></p></d>")
    (tmp_path / "note.txt").write_text("A note", "utf-8")
    _card(hall).attach_files([tmp_path / "letter.docx", tmp_path / "note.txt"])
    letter, note = _kept(hall)
    hall.step().panels.open_paper(letter.uid)
    viewer = hall.step().panels.viewer
    assert viewer.text.toPlainText() == "Dear council"
    assert viewer.text.hasFocus()
    assert viewer._only_words.isVisible()
    viewer.program.click()
    assert opened[0].endswith("letter.docx")
    hall.step().panels.open_paper(note.uid)
    assert viewer.text.toPlainText() == "A note"
    assert not viewer._only_words.isVisible()


def test_a_program_is_never_opened(hall, files):
    _card(hall).attach_files([files["exe"]])
    hall.step().panels.open_paper(_kept(hall)[0].uid)
    viewer = hall.step().panels.viewer
    assert not viewer.outside.isVisible()
    assert viewer.save.isVisible()


@pytest.mark.parametrize(
    ("name", "kind", "copy"),
    [
        ("Plan.PDF", "application/pdf", "Plan.PDF"),
        ("letter.exe", "application/pdf", "letter.exe.pdf"),
        ("../up.pdf", "application/pdf", "up.pdf"),
        ("photo.jpeg", "image/jpeg", "photo.jpeg"),
        ("tool.exe", "application/octet-stream", None),
        ("page.html", "text/html", None),
    ],
)
def test_a_copy_ends_as_what_it_is(name, kind, copy):
    assert kinds.copy_name(name, kind) == copy


@pytest.mark.parametrize(
    ("size", "words"),
    [(1, "1 kB"), (999_999, "1000 kB"), (1_200_000, "1.2 MB"), (1_200_001, "1.3 MB"),
     (200_000_000, "200 MB")],
)  # fmt: skip
def test_sizes_are_rounded_up(size, words):
    assert kinds.size_words(size) == words


def _nowhere(*_at, **_more):
    return None


def test_files_are_read_and_opened_off_the_gui_thread(tmp_path, files, qtbot, monkeypatch):
    threads = set()
    read = papers._read
    monkeypatch.setattr(papers, "_read", lambda at: threads.add(current_thread()) or read(at))
    hall = convene(tmp_path)
    hall.desk.close()  # there is one writer
    dispatcher = WorkerDispatcher(
        lambda: open_desk(hall.path, actor="WT"), lambda: open_desk(hall.path, read_only=True)
    )
    reader = open_desk(hall.path, read_only=True)
    context = Context(
        dispatcher=dispatcher, reader=reader, council=council.get_council(reader), language="en",
        navigate=_nowhere, announce=_nowhere, settings=None, open_pdf=_nowhere,
    )  # fmt: skip
    card, viewer = PapersCard(context), PaperViewer(context)
    for made in (card, viewer):
        qtbot.addWidget(made)
    card.attach_files([files["pdf"], files["png"]], hall.items["Crosswalk"])
    assert not card._progress.isHidden()
    assert not card.add.isEnabled()
    qtbot.waitUntil(card._progress.isHidden)
    pdf, picture = papers.list_papers(reader, hall.meeting, hall.items["Crosswalk"])
    viewer.show()
    viewer.show_paper(pdf.uid)
    assert viewer._told.text() == "Opening …"
    qtbot.waitUntil(lambda: viewer._page.text() == "Page 1 of 3")
    assert viewer._pdf.pdf.thread() is viewer.thread()
    viewer.show_paper(pdf.uid)
    viewer.show_paper(picture.uid)  # wanted before the first has come
    qtbot.waitUntil(lambda: viewer._picture is not None)
    QTest.qWait(50)
    assert viewer.pages.currentWidget() is viewer._picture
    assert len(threads) == 1
    assert main_thread() not in threads
    dispatcher.close()
    reader.close()


def test_a_damaged_pdf_says_so(hall, tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing more")
    _card(hall).attach_files([broken])
    hall.step().panels.open_paper(_kept(hall)[0].uid)
    viewer = hall.step().panels.viewer
    assert "damaged" in viewer._told.text()
    assert viewer.outside.isVisible()

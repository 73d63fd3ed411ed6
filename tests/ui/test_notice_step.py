"""Notice: photos of postings, revisions of a posted agenda, the reminder of the deadline."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QLabel
from staged import convene, t

from council.services import meetings
from council.services.planning import agenda, late_admission, postings, revisions
from council.services.session import attendance, motions
from council.ui.pages.meeting.notice_photos import PhotoWindow, Thumbnail

ENTER, ESC, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space


@pytest.fixture
def hall(tmp_path, qtbot):
    made = convene(tmp_path)
    made.open(qtbot, "notice")
    yield made
    for shell in made.shells:
        shell.close()
    made.desk.close()


@pytest.fixture
def photo(tmp_path):
    made = tmp_path / "board.jpg"
    image = QImage(1200, 900, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    assert image.save(str(made))
    return made


def _said(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel))


def _drop(widget, path: Path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    button = Qt.MouseButton.LeftButton
    widget.dropEvent(QDropEvent(QPointF(5, 5), action, data, button, none))


def test_a_photo_is_dropped_kept_shown_small_and_opened_big(hall, photo, qtbot):
    step = hall.step()
    _drop(step.photo, photo)
    assert step.photo._name.isVisible()
    step.place.setFocus()
    hall.press("Door", ENTER)
    (kept,) = postings.photos_of(hall.desk, hall.meeting).values()
    assert kept.name == "board.jpg"
    assert step.photo.path is None
    (small,) = step.findChildren(Thumbnail)
    small.setFocus()
    hall.press(SPACE)
    (window,) = hall.shells[-1].findChildren(PhotoWindow)
    assert (window.image.width(), window.isVisible()) == (1200, True)
    hall.press(ESC)
    qtbot.waitUntil(lambda: not hall.shells[-1].findChildren(PhotoWindow))


def test_a_file_that_is_no_picture_is_refused_and_what_was_typed_stays(hall, tmp_path):
    (tmp_path / "notes.txt").write_text("no picture")
    step = hall.step()
    step.photo.take(tmp_path / "notes.txt")
    step.place.setFocus()
    hall.press("Door", ENTER)
    assert meetings.list_notices(hall.desk, hall.meeting) == []
    assert step.place.text() == "Door"
    step.photo.away.click()
    step.place.setFocus()
    hall.press(ENTER)
    assert len(meetings.list_notices(hall.desk, hall.meeting)) == 1


def test_after_posting_each_change_is_told_and_posted_again_with_a_reason(hall):
    step = hall.step()
    assert step.revisions.isHidden()
    step.place.setFocus()
    hall.press("Door", ENTER)
    assert "Nothing has changed since it was posted." in _said(step.revisions)
    assert "First posting" in _said(step.revisions)
    agenda.add_item(hall.desk, hall.meeting, title=t("Broken main"))
    agenda.remove_item(hall.desk, hall.items["Grants"])
    agenda.change_item(hall.desk, hall.items["Crosswalk"], title=t("Crossing"), minutes=25)
    agenda.move_item(hall.desk, hall.items["Roll call"], None, 2)
    step.refresh()
    said = _said(step.revisions)
    assert "4 changes are not posted yet" in said
    assert "was called “Crosswalk” · minutes" in said
    assert "4  Broken main" in said
    assert step.post.text() == "Post revision 2"
    step.place.setFocus()
    hall.press("Door", ENTER)
    assert len(meetings.list_notices(hall.desk, hall.meeting)) == 1  # the reason is missing
    assert step.reason.hasFocus()
    hall.press("A main broke", ENTER)
    last = revisions.revisions_of(hall.desk, hall.meeting)[-1]
    assert (last.number, last.reason.show("en")) == (2, "A main broke")
    said = _said(step.revisions)
    assert "Revision 2" in said
    assert "added 1, changed 1, struck 1, moved 1" in said
    assert step.post.text() == "Record this posting"
    assert step.reason.text() == ""
    assert step._fields["reason"].isHidden()


def test_a_late_item_is_admitted_by_the_motion_the_meeting_carried(tmp_path, qtbot):
    made = convene(tmp_path, pack="us-ca-brown")
    desk, start = made.desk, made.clock.now()
    made.clock.set(start - timedelta(days=4))
    meetings.post_notice(desk, made.meeting, place=t("Door"))
    made.clock.pass_time(hours=1)
    late = agenda.add_item(desk, made.meeting, title=t("Water main")).value
    made.clock.set(start)
    meetings.call_to_order(desk, made.meeting)
    attendance.all_present_except(desk, made.meeting, [])
    motion = motions.state_motion(
        desk, made.meeting, text=t("That it be added."), mover_uid=made.people["Roy"]
    ).value
    motions.set_outcome(desk, motion, "carried")
    made.open(qtbot, "notice")
    card = made.step().late
    form = card.form
    assert form.motion.count() == 2
    form.ground.setCurrentIndex(form.ground.findData("urgent"))
    form.motion.setCurrentIndex(form.motion.findData(motion))
    form.yes.setFocus()
    made.press("11", ENTER)
    (row,) = late_admission.list_late_items(desk, made.meeting)
    assert (row.item_uid, row.motion.uid, row.found) == (late, motion, True)
    assert "Admitted by motion" in _said(card)
    made.shells[-1].close()
    desk.close()

"""Series, the year's calendar and calendar files in the window."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from staged import convene

from council.domain.vocabulary import MeetingState
from council.services import meetings
from council.services.schedule import series
from council.ui import feed

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key
ENTER, ESC, SPACE = KEY.Key_Return, KEY.Key_Escape, KEY.Key_Space

ICS = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:one@example.org
DTSTART;TZID=America/Los_Angeles:20270114T183000
SUMMARY:Riverbend
LOCATION:School
END:VEVENT
BEGIN:VEVENT
UID:two@example.org
DTSTART;TZID=America/Los_Angeles:20270211T183000
SUMMARY:Riverbend
STATUS:CANCELLED
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


@pytest.fixture
def hall(tmp_path, qtbot):
    made = convene(tmp_path)
    made.open(qtbot).navigate("meetings")
    yield made
    for shell in made.shells:
        shell.close()
    made.desk.close()


@pytest.fixture
def page(hall):
    return hall.shells[-1].current_page()


def waited(page) -> None:
    """Wait until the preview shows what was typed last."""
    QTest.qWait(page.series._wait.interval() + 60)
    QApplication.processEvents()


def test_a_year_is_planned_in_one_action(hall, page):
    hall.press((KEY.Key_N, CTRL | SHIFT))
    form = page.series
    form.first.setText("1 jan 2027")
    form.last.setText("31 dec 2027")
    form.rule.months[7].setChecked(True)
    waited(page)
    assert form._words.text() == "The second Thursday of every month, not in August · 18:30"
    assert len(form.days.wanted()) == 11
    form.days.pick("2027-03-11")
    form.days.setFocus()
    hall.press(SPACE)
    assert len(form.days.wanted()) == 10
    form.submit_button.click()
    (one,) = series.list_series(hall.desk)
    found = [m for m in meetings.list_meetings(hall.desk) if m.series_uid == one.uid]
    assert len(found) == 10
    assert {m.starts_local.month for m in found} == {1, 2, 4, 5, 6, 7, 9, 10, 11, 12}
    assert {(m.starts_local.hour, m.starts_local.minute) for m in found} == {(18, 30)}
    assert page._stack.currentIndex() == 0
    assert len(page.table.rows_model.rows) == 11


def test_the_same_year_in_thai(tmp_path, qtbot):
    made = convene(tmp_path)
    shell = made.open(qtbot, language="th")
    shell.navigate("meetings")
    page = shell.current_page()
    page.open_series()
    form = page.series
    assert form.time.text() == "18.30"
    form.first.setText("1 ม.ค. 2570")
    form.last.setText("31 ธ.ค. 2570")
    waited(page)
    assert "วันพฤหัสบดีที่สองของทุกเดือน" in form._words.text()
    shown = form.days.model().index(0, 1).data()
    assert shown == "วันพฤหัสบดีที่ 14 มกราคม 2570, 18.30"
    form.submit_button.click()
    assert len(series.list_series(made.desk)) == 1
    first = min(m.starts_local for m in meetings.list_meetings(made.desk) if m.series_uid)
    assert first == datetime(2027, 1, 14, 18, 30)
    shell.close()
    made.desk.close()


def test_what_cannot_be_read_marks_its_field(hall, page):
    page.open_series()
    page.series.time.setText("soon")
    waited(page)
    assert "18:30" in page.series.fields["time"]._below.text()
    assert not page.series.submit_button.isEnabled()
    page.series.time.setText("18:30")
    page.series.last.setText("1 jan 2020")
    waited(page)
    assert not page.series.submit_button.isEnabled()
    hall.press(ESC)
    assert page._stack.currentIndex() == 0


def planned(hall, page) -> list:
    page.open_series()
    page.series.first.setText("1 jan 2027")
    page.series.last.setText("31 dec 2027")
    page.series.submit_button.click()
    (one,) = series.list_series(hall.desk)
    found = [m for m in meetings.list_meetings(hall.desk) if m.series_uid == one.uid]
    return sorted(found, key=lambda m: m.starts_local)


def test_a_series_is_changed_from_a_day_on(hall, page):
    found = planned(hall, page)
    meetings.post_notice(hall.desk, found[2].uid, place="Library")
    page.open_series()
    form = page.series
    form.which.setCurrentIndex(1)
    form._on_which()
    form.action.set_value("change")
    form._on_action()
    form.first.setText("1 mar 2027")
    form.last.setText("31 dec 2027")
    form.rule.weekday.setCurrentIndex(0)
    waited(page)
    assert any("stays" in form._told.itemAt(n).widget().text() for n in range(form._told.count()))
    form.submit_button.click()
    after = {m.uid: m.starts_local for m in meetings.list_meetings(hall.desk)}
    assert after[found[2].uid] == found[2].starts_local
    assert after[found[3].uid] == datetime(2027, 4, 12, 18, 30)


def test_a_series_is_ended(hall, page):
    found = planned(hall, page)
    page.open_series()
    form = page.series
    form.which.setCurrentIndex(1)
    form._on_which()
    form.action.set_value("stop")
    form._on_action()
    form.first.setText("1 jun 2027")
    waited(page)
    form.submit_button.click()
    left = {m.uid for m in meetings.list_meetings(hall.desk) if m.series_uid}
    assert left == {m.uid for m in found[:5]}


def test_one_meeting_is_moved_and_cancelled_from_the_list(hall, page):
    found = planned(hall, page)
    page.table.pick(found[0].uid)
    page.one.move_button.click()
    page.one.day.setText("20 jan 2027")
    page.one.submit_move()
    moved = meetings.get_meeting(hall.desk, found[0].uid)
    assert moved.starts_local == datetime(2027, 1, 20, 18, 30)
    assert moved.series_on == date(2027, 1, 14)
    page.table.pick(found[1].uid)
    page.one.cancel_button.click()
    page.one.submit_cancel()
    assert meetings.get_meeting(hall.desk, found[1].uid).state == MeetingState.PLANNED
    assert page.one._reason._below.text()
    page.one.reason.setText("Flood")
    page.one.submit_cancel()
    off = meetings.get_meeting(hall.desk, found[1].uid)
    assert (off.state, off.cancel_reason.show("en")) == (MeetingState.CANCELLED, "Flood")
    page.table.pick(off.uid)
    assert not page.one.move_button.isEnabled()
    assert "Flood" in page.one._what.text()


def test_the_year_is_walked_by_keys(hall, page):
    found = planned(hall, page)
    page.show_view("year")
    year = page.year
    year.show_day(date(2027, 1, 1))
    year.setFocus()
    hall.press(KEY.Key_N)
    assert year.current().uid == found[0].uid
    assert "14 January 2027" in year.accessibleDescription()
    hall.press(KEY.Key_N, KEY.Key_N, KEY.Key_P)
    assert year.current().uid == found[1].uid
    hall.press(KEY.Key_Right, KEY.Key_Down)
    assert year.day == date(2027, 2, 19)
    assert year.current() is None
    assert not page.one.isEnabled()
    hall.press(KEY.Key_PageUp)
    assert year.year == 2026
    hall.press(KEY.Key_PageDown, KEY.Key_N, ENTER)
    assert (hall.shells[-1].route, hall.shells[-1].uid) == ("meeting", found[2].uid)


def test_a_day_of_the_year_is_found_under_the_pointer(hall, page, qtbot):
    planned(hall, page)
    page.show_view("year")
    year = page.year
    year.show_year(2027)
    cell = year._cell(year._month(1), year._days(1).index(date(2027, 1, 14)))
    assert year.day_at(cell.center().toPoint()) == date(2027, 1, 14)
    QTest.mouseClick(year, Qt.MouseButton.LeftButton, pos=cell.center().toPoint())
    assert year.current().starts_local == datetime(2027, 1, 14, 18, 30)


def test_a_calendar_is_looked_at_and_taken_in(hall, page, tmp_path):
    (tmp_path / "in.ics").write_bytes(ICS.encode())
    page.open_import()
    page.importer.load_file(tmp_path / "in.ics")
    assert len(page.importer.preview.rows) == 2
    assert "1 cancelled" in page.importer._sum.text()
    page.importer.table.pick("1")
    page.importer.table.setFocus()
    hall.press(SPACE)
    page.importer.apply_button.click()
    found = [m for m in meetings.list_meetings(hall.desk) if m.feed_uid]
    assert [(m.feed_uid, m.venue.show("en")) for m in found] == [("one@example.org", "School")]
    assert page._stack.currentIndex() == 0


def test_what_the_columns_of_a_list_say_is_chosen_by_keys(hall, page, tmp_path):
    rows = ["A,B,C", "8 Oct 2027,18:30,Hall", "12 Nov 2027,18:30,Library"]
    (tmp_path / "sheet.csv").write_text("\n".join(rows), "utf-8")
    page.open_import()
    importer = page.importer
    importer.load_file(tmp_path / "sheet.csv")
    assert importer.preview.rows == ()
    assert importer.columns.isVisible()
    assert not importer.apply_button.isEnabled()
    for place, word in enumerate(("Day", "Time", "Place")):
        box = importer.columns.boxes[place]
        box.setFocus()
        for _ in range(9):
            if box.currentText() != word:
                hall.press(Qt.Key.Key_Up)
    assert importer.columns.fields() == ("day", "time", "place")
    assert [(one.event.starts.hour, one.event.place) for one in importer.preview.rows] == [
        (18, "Hall"),
        (18, "Library"),
    ]
    importer.apply_button.click()
    assert len([one for one in meetings.list_meetings(hall.desk) if "2027" in one.number]) == 2


def test_two_columns_never_say_the_same(hall, page, tmp_path):
    (tmp_path / "sheet.csv").write_text("Day,Time,Clock\n8 Oct 2027,18:30,19:00\n", "utf-8")
    page.open_import()
    importer = page.importer
    importer.load_file(tmp_path / "sheet.csv")
    assert not importer.columns.isVisible()
    importer.columns_button.click()
    box = importer.columns.boxes[2]
    box.setFocus()
    for _ in range(7):  # past Place and the others, which stay as they are
        hall.press(Qt.Key.Key_Up)
    assert box.currentText() == "Time"
    assert importer.columns.fields() == ("day", "ignore", "time")
    assert importer.columns.boxes[1].currentText() == "not read"
    assert importer.preview.rows[0].event.starts.hour == 19
    (tmp_path / "other.csv").write_text("Date,Room,Hour\n9 Oct 2027,Hall,\n", "utf-8")
    importer.load_file(tmp_path / "other.csv")
    assert importer.columns.fields() == ("day", "place", "ignore")
    assert [one.toolTip() for one in importer.columns.boxes] == ["Date", "Room", "Hour"]


def test_a_broken_calendar_is_told(hall, page, tmp_path):
    (tmp_path / "bad.ics").write_bytes(b"BEGIN:VCALENDAR\r\nhello\r\n")
    page.open_import()
    page.importer.load_file(tmp_path / "bad.ics")
    assert page.importer._told.count() == 1
    assert not page.importer.apply_button.isEnabled()
    page.importer.load_file(tmp_path / "none.ics")
    assert page.importer._told.count() == 1


def test_the_calendar_file_is_kept_up_to_date(hall, page, tmp_path, qtbot):
    page.open_files()
    out = tmp_path / "shared" / "council.ics"
    page.files.keep_at(str(out))
    assert b"20261210" in out.read_bytes()
    meetings_page = hall.shells[-1]
    page.table.pick(hall.meeting)
    page.one.begin_move()
    page.one.day.setText("17 dec 2026")
    page.one.submit_move()
    qtbot.waitUntil(lambda: b"20261217" in out.read_bytes(), timeout=3000)
    # A folder that is gone is told once, and the file comes back when it can.
    said = []
    meetings_page.context.announce = lambda words, tone="ok": said.append((words, tone))
    meetings_page.feed._context = meetings_page.context
    out.unlink()
    out.parent.rmdir()
    out.parent.write_text("no folder")
    for day in ("18 dec 2026", "19 dec 2026"):
        page.one.begin_move()
        page.one.day.setText(day)
        page.one.submit_move()
        QTest.qWait(feed.WAIT_MS + 100)
    assert [tone for _, tone in said].count("no") == 1
    out.parent.unlink()
    page.one.begin_move()
    page.one.day.setText("20 dec 2026")
    page.one.submit_move()
    qtbot.waitUntil(out.exists, timeout=3000)
    assert b"20261220" in out.read_bytes()
    page.files._on_stop()
    assert feed.feed_path(page.context) == ""


def test_a_copy_of_one_bodys_calendar(hall, page, tmp_path):
    page.open_files()
    page.files.body.setCurrentIndex(1)
    page.files.save_to(tmp_path / "copy.ics")
    assert (tmp_path / "copy.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_meeting_is_moved_and_cancelled_on_its_own_page(hall):
    shell = hall.shells[-1]
    shell.navigate("meeting", hall.meeting, step="plan")
    page = shell.current_page()
    assert page.one.isHidden()
    page.head.move_wanted.emit()
    page.one.day.setText("17 dec 2026")
    hall.press(ENTER)
    assert meetings.get_meeting(hall.desk, hall.meeting).starts_local.day == 17
    assert page.one.isHidden()
    assert "17 December 2026" in page.head._when.text()
    page.head.cancel_wanted.emit()
    page.one.reason.setText("Flood")
    page.one.submit_cancel()
    assert meetings.get_meeting(hall.desk, hall.meeting).state == MeetingState.CANCELLED
    assert page.head._move.isHidden()
    page.head.move_wanted.emit()
    assert page.one.isHidden()

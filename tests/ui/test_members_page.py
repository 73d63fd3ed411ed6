"""Members: the board, one person, committees, a list brought in."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from council.domain.vocabulary import Role
from council.services import history
from council.services.members import bodies, people
from council.ui.pages.members import MembersPage
from council.ui.pages.members.words import initials
from tests.ui.pages_b import body_of, hold_a_meeting, page_of, person, shell_on, unnamed


@pytest.fixture
def shell(qtbot, desk, settings, council_path):
    return shell_on(qtbot, desk, settings, council_path)


@pytest.fixture
def page(shell):
    made = page_of(shell, "members")
    assert isinstance(made, MembersPage)
    return made


def _names(page):
    return [tile.accessibleName() for tile in page.board.tiles]


def test_the_board_shows_every_seat(page):
    assert len(_names(page)) == 5
    assert _names(page)[0].endswith("Ada Haddad, Chair")
    assert _names(page)[4] == "Seat 5: vacant"


def test_arrows_walk_over_the_seats(page, shell, qtbot):
    shell.show()
    tiles, columns = page.board.tiles, page.board._columns()
    assert columns == 3
    tiles[0].setFocus(Qt.FocusReason.TabFocusReason)
    here = 0
    for key, there in (("Right", 1), ("Down", 4), ("Right", 4), ("Up", 1), ("Left", 0)):
        qtbot.keyClick(tiles[here], getattr(Qt.Key, f"Key_{key}"))
        assert shell.focusWidget() is tiles[there]
        here = there
    qtbot.keyClick(tiles[2], Qt.Key.Key_Return)
    assert page.side.uid


def test_a_seat_opens_its_holder_beside_the_board(page, desk):
    hold_a_meeting(desk)
    page.refresh()
    page.board.tiles[2].click()
    assert page.side.uid == person(desk, "Bert Roy")
    assert page.side.part() is page.side.view
    page.side.view.contact_tile.click()
    assert page.side.view._contact_open


def test_a_vacant_seat_is_filled(page, desk):
    uid = people.add_person(
        desk, name=people.get_person(desk, person(desk, "Bert Roy")).person.name
    )
    page.refresh()
    page.board.tiles[4].click()
    vacant = page.side.vacant
    vacant.person_box.setCurrentIndex(vacant.person_box.findData(uid.value))
    vacant.start.setText("1 Dec 2026")
    vacant.seat_button.click()
    seat = bodies.list_seats(desk, body_of(desk))[4]
    assert (seat.holder.person_uid, seat.holder.start_on) == (uid.value, date(2026, 12, 1))
    assert page.side.uid == uid.value


def test_a_seat_is_renamed_in_place(page, desk):
    page.board.tiles[4].click()
    page.side.vacant.label_edit.setText("Youth")
    page.side.vacant.label_edit.editingFinished.emit()
    assert bodies.list_seats(desk, body_of(desk))[4].label.show("en") == "Youth"


def test_fields_of_a_person_commit_by_themselves(page, desk):
    uid = person(desk, "Bert Roy")
    page.side.show_person(uid)
    page.side.begin_edit()
    edit = page.side.edit
    for field, words in (
        (edit.name_fields["th"], "เบิร์ต รอย"),
        (edit.title_fields["th"], "นาย"),
        (edit.private_fields["email"], "roy@example.org"),
    ):
        field.widget.setText(words)
        field.widget.editingFinished.emit()
    one = people.get_person(desk, uid).person
    assert (one.name.get("th"), one.name.get("en")) == ("เบิร์ต รอย", "Bert Roy")
    assert (one.honorific.get("th"), one.email) == ("นาย", "roy@example.org")
    term = next(iter(edit.terms.values()))
    term.end.setText("31/12/2569")
    term.end.editingFinished.emit()
    term.role_box.setCurrentIndex(term.role_box.findData("treasurer"))
    term.role_box.activated.emit(0)
    held = people.get_person(desk, uid).memberships[0]
    assert (held.end_on, held.role) == (date(2026, 12, 31), Role.TREASURER)
    assert history.can_undo(desk).code == "step.change_membership"


def test_an_empty_name_is_refused_at_the_field(page, desk):
    uid = person(desk, "Bert Roy")
    page.side.show_person(uid)
    page.side.begin_edit()
    field = page.side.edit.name_fields["en"]
    field.widget.setText("")
    field.widget.editingFinished.emit()
    assert people.get_person(desk, uid).person.name.get("en") == "Bert Roy"
    assert field._below.text()


def test_add_person_takes_the_vacant_seat(page, desk, qtbot):
    page.begin_new()
    new = page.side.new
    new.names["en"].setText("Dee Fox")
    qtbot.keyClick(new.names["en"], Qt.Key.Key_Return)
    assert bodies.list_seats(desk, body_of(desk))[4].holder.person_name.show("en") == "Dee Fox"
    assert page.side.part() is page.side.view


def test_a_person_without_a_past_can_be_removed(page, desk):
    page.side.show_person(person(desk, "Lena Okafor"))
    page.side.begin_edit()
    page.side.edit.remove_button.click()
    page.side.edit.confirm.yes_button.click()
    assert len(people.list_people(desk)) == 3
    assert page.side.part() is page.side.hint


def test_committees_are_added_named_and_peopled(page, desk):
    page.show_tab("committees")
    page.committees.add_button.click()
    form = page.committees.form
    form.names["en"].setText("Shade Committee")
    form.seats.setValue(2)
    form.add_button.click()
    made = bodies.list_bodies(desk)[1]
    assert (made.name.show("en"), made.seats, made.parent_uid) == (
        "Shade Committee",
        2,
        body_of(desk),
    )
    card = page.committees.body
    card.person_box.setCurrentIndex(card.person_box.findData(person(desk, "Kofi Nunn")))
    card.add_button.click()
    held = bodies.list_memberships(desk, body_uid=made.uid)
    assert held[0].seat_uid
    line = next(iter(page.committees.body.lines.values()))
    line.role_box.setCurrentIndex(line.role_box.findData("chair"))
    line.role_box.activated.emit(0)
    assert bodies.list_memberships(desk, body_uid=made.uid)[0].role is Role.CHAIR
    next(iter(page.committees.body.lines.values())).leave_button.click()
    assert bodies.list_memberships(desk, body_uid=made.uid)[0].end_on == desk.today()


def test_the_table_sorts_filters_and_copies(page):
    page.show_tab("table")
    model = page.table.table.model()
    assert [model.index(i, 0).data() for i in range(4)] == [
        "Ada Haddad", "Bert Roy", "Kofi Nunn", "Lena Okafor"
    ]  # fmt: skip
    page.table.filter.setText("roy")
    assert model.rowCount() == 1
    page.table.table.selectAll()
    page.table.table._copy()
    assert QGuiApplication.clipboard().text().startswith("Bert Roy\tSeat 3\tMember")


def test_the_models_keep_their_promises(page, qtmodeltester):
    qtmodeltester.check(page.table.table.rows_model)
    qtmodeltester.check(page.importer.table.rows_model)
    page.importer._take_source("Dee Fox\nEve Gray")
    qtmodeltester.check(page.importer.table.rows_model)
    page.importer._take_source("")
    qtmodeltester.check(page.importer.table.rows_model)


# ---------------------------------------------------------------------------- a list


def test_a_pasted_list_is_shown_and_brought_in_at_once(page, desk, qtbot):
    page.import_button.click()
    importer = page.importer
    importer.text.setPlainText("Dee Fox, Treasurer\n")
    qtbot.waitUntil(lambda: len(importer.rows) == 1)
    assert importer.apply_button.text() == "Import 1"
    importer.apply_button.click()
    seat = bodies.list_seats(desk, body_of(desk))[4]
    assert (seat.holder.person_name.show("en"), seat.holder.role) == ("Dee Fox", Role.TREASURER)
    assert _names(page)[4].endswith("Dee Fox, Treasurer")
    history.undo(desk)
    assert len(people.list_people(desk)) == 4


def test_a_file_with_a_near_duplicate_is_merged_by_choice(page, desk, tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(
        "Seat;Name;E-mail\nSeat 3;B. Roy;roy@example.org\nSeat 5;Vacant;\n".encode("cp1252")
    )
    page.begin_import()
    importer = page.importer
    importer.load_file(path)
    assert len(importer.column_boxes) == 3
    assert "perhaps the same as Bert Roy" in importer._remark(importer.rows[0])
    importer.same.setCurrentIndex(importer.same.findData(person(desk, "Bert Roy")))
    importer.same.activated.emit(1)
    assert importer._remark(importer.rows[0]).startswith("merged with Bert Roy")
    importer.apply()
    assert len(people.list_people(desk)) == 4
    assert people.get_person(desk, person(desk, "Bert Roy")).person.email == "roy@example.org"


def test_columns_can_be_understood_otherwise(page):
    page.begin_import()
    importer = page.importer
    importer._take_source("Name;Office\nDee Fox;Chair\n")
    importer.column_boxes[1].setCurrentIndex(importer.column_boxes[1].findData("ignore"))
    importer.column_boxes[1].activated.emit(0)
    assert importer.rows[0].role is Role.MEMBER


def test_a_row_can_be_left_out(page):
    page.begin_import()
    importer = page.importer
    importer._take_source("Dee Fox\nEve Gray\n")
    importer.take.setChecked(False)
    assert importer.apply_button.text() == "Import 1"
    assert [one.wanted for one in importer.rows] == [False, True]


def test_too_many_names_and_wrong_files_are_said_on_the_page(page, desk, tmp_path):
    page.begin_import()
    importer = page.importer
    importer._take_source("Dee Fox\nEve Gray\n")
    importer.apply()
    assert importer._findings.count() == 1
    assert len(people.list_people(desk)) == 4
    (tmp_path / "book.csv").write_bytes(b"PK\x03\x04")
    importer.load_file(tmp_path / "book.csv")
    assert importer.rows == []
    assert importer._findings.count() == 1
    importer.load_file(tmp_path / "gone.csv")
    assert importer._findings.count() == 2
    assert not importer.apply_button.isEnabled()


# ---------------------------------------------------------------------------- the rest


def test_people_seats_and_bodies_are_reached_from_elsewhere(shell, page, desk):
    roy = person(desk, "Bert Roy")
    page_of(shell, "members", roy)
    assert page.side.uid == roy
    seat = bodies.list_seats(desk, body_of(desk))[4]
    page_of(shell, "members", seat.uid)
    assert page.side.part() is page.side.vacant
    own = page_of(shell, "person", roy)
    assert own.title() == "Bert Roy"
    assert unnamed(own) == []


def test_every_control_has_a_name(page, desk):
    hold_a_meeting(desk)
    page.side.show_person(person(desk, "Bert Roy"))
    page.side.begin_edit()
    page.importer._take_source("Name;Office\nDee Fox;Chair\n")
    page.show_tab("committees")
    assert unnamed(page) == []


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Benita Roy", "BR"), ("Cher", "C"), ("สมชาย ใจดี", "ส"), ("เพ็ญ", "พ"), ("", "")],
)
def test_initials(name, letters):
    assert initials(name) == letters

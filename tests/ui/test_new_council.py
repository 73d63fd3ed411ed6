"""A council is founded in three short pages."""

from PySide6.QtCore import Qt

from council.services import bodies
from council.services import council as council_service
from council.services.desk import open_desk
from council.ui.pages.new_council import NewCouncilPage


def _page(qtbot, settings, recorder):
    page = NewCouncilPage(settings, "en", recorder)
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    return page


def test_the_name_is_needed_and_the_field_says_so(qtbot, settings, recorder):
    page = _page(qtbot, settings, recorder)
    page.go_on()
    assert page.pages.currentIndex() == 0
    assert page.place_page.names["en"].accessibleDescription() == "Type the council's name."


def test_three_pages_make_a_file_with_rules_and_people(qtbot, settings, recorder, host, tmp_path):
    page = _page(qtbot, settings, recorder)
    place = page.place_page
    place.spoken["th"].setChecked(True)
    place.names["en"].setText("Riverbend")
    place.names["th"].setText("ริมน้ำ")
    place.zone.setCurrentText("Asia/Bangkok")
    place.actor.setText("AH")
    qtbot.keyClick(place.names["en"], Qt.Key.Key_Return)
    assert page.pages.currentIndex() == 1
    page.rules_page.cards["ronr"].click()
    page.rules_page.seats.setValue(15)
    quorum = page.rules_page.form._rules[0]
    quorum.box.setCurrentIndex(1)
    quorum.box.activated.emit(1)
    assert quorum.row._result.text() == "8 of 15"
    assert quorum.row._source.text() == "The council's own rule"
    page.go_on()
    page.people_page.text.setPlainText("Ms Ada Haddad, Chair\nนายสมชาย ใจดี")
    assert page.people_page.table.model().rowCount() == 2
    path = tmp_path / "new.council"
    page.people_page.set_path(path)
    with qtbot.waitSignal(page.founded) as heard:
        page.go_on()
    host.found(*heard.args)
    desk = open_desk(path, read_only=True)
    info = council_service.get_council(desk)
    assert info.name.show("th") == "ริมน้ำ"
    assert info.time_zone == "Asia/Bangkok"
    assert info.rules[0].pack == "ronr"
    assert info.rules[0].overrides == {"quorum": {"kind": "majority", "base": "seats"}}
    body = bodies.list_bodies(desk)[0]
    holders = [
        s.holder.person_name.show("en") for s in bodies.list_seats(desk, body.uid) if s.holder
    ]
    assert holders == ["Ada Haddad", "สมชาย ใจดี"]
    desk.close()
    assert settings.actor == "AH"


def test_choosing_what_the_pack_says_takes_the_own_rule_away(qtbot, settings, recorder):
    page = _page(qtbot, settings, recorder)
    form = page.rules_page.form
    for number in (1, 0):
        form._rules[0].box.setCurrentIndex(number)
        form._rules[0].box.activated.emit(number)
    assert form.overrides == {}


def test_back_from_the_first_page_leaves(qtbot, settings, recorder):
    page = _page(qtbot, settings, recorder)
    with qtbot.waitSignal(page.cancelled):
        qtbot.keyClick(page, Qt.Key.Key_Escape)

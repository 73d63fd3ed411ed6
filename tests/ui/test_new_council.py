"""A council is founded in three short pages."""

import pytest
from PySide6.QtCore import Qt

from council.services import council as council_service
from council.services.desk import open_desk
from council.services.members import bodies
from council.ui.pages.new_council import NewCouncilPage
from council.ui.pages.new_council_packs import PackList, country_of, suggested_pack
from council.ui.pages.rules_form import RulesForm
from tests.helpers.packs import PACKS, pack


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


# --- the packs ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "language", "uid"),
    [
        ("Asia/Bangkok", "en", "th-coc"),
        ("Europe/Paris", "th", "th-coc"),
        ("Europe/London", "en", "uk-parish"),
        ("America/Los_Angeles", "en", "ronr-small-board"),
        ("Etc/UTC", "en", "ronr-small-board"),
    ],
)
def test_the_place_suggests_a_pack(zone, language, uid):
    assert suggested_pack(zone, language) == uid


def test_the_wizard_suggests_until_a_person_has_chosen(qtbot, settings, recorder):
    page = _page(qtbot, settings, recorder)
    place, rules = page.place_page, page.rules_page
    place.names["en"].setText("Riverbend")
    place.zone.setCurrentText("Europe/London")
    page.go_on()
    assert rules.form.pack == "uk-parish"
    assert rules.cards["uk-parish"].isChecked()
    page.go_back()
    place.zone.setCurrentText("Asia/Bangkok")
    page.go_on()
    assert page.founding().pack == "th-coc"
    rules.cards["us-nyc-cb"].click()
    page.go_back()
    place.zone.setCurrentText("Europe/London")
    page.go_on()
    assert page.founding().pack == "us-nyc-cb"
    assert [uid for uid, card in rules.cards.items() if card.isChecked()] == ["us-nyc-cb"]


def _list(qtbot, language, first):
    made = PackList({uid: pack(uid) for uid in PACKS}, language, first)
    qtbot.addWidget(made)
    made.resize(420, 2400)
    made.show()
    return made


@pytest.mark.parametrize("language", ["en", "th"])
def test_every_pack_has_a_card_under_its_country(qtbot, language):
    made = _list(qtbot, language, "ronr-small-board")
    cards = sorted(made.cards.values(), key=lambda card: card.y())
    countries = [country_of(card.uid) for card in cards]
    assert list(dict.fromkeys(countries)) == ["", "us", "uk", "th"]
    assert sorted(countries, key=countries.index) == countries
    for card in cards:
        assert card.title in card.accessibleName()
        assert pack(card.uid).source in card.accessibleName()


def test_the_country_of_the_suggestion_comes_first(qtbot):
    made = _list(qtbot, "th", "th-coc")
    first = min(made.cards.values(), key=lambda card: card.y())
    assert first.uid == "th-coc"


@pytest.mark.parametrize(
    ("uid", "firm"), [("ronr", True), ("us-ca-brown", True), ("th-coc", False)]
)
def test_a_card_says_whether_what_is_shown_is_confirmed(qtbot, uid, firm):
    card = _list(qtbot, "en", "ronr").cards[uid]
    assert card.firm is firm
    assert ("to be confirmed" in card.accessibleName()) is not firm


@pytest.mark.parametrize("uid", PACKS)
def test_the_form_works_under_each_pack(qtbot, uid):
    form = RulesForm({uid: pack(uid)}, uid, {}, 15, "en")
    qtbot.addWidget(form)
    results = {rule.key: rule.row._result.text() for rule in form._rules}
    assert "of 15" in results["quorum"]
    assert results["requirement.majority"]
    assert "Another rule" not in [rule.box.currentText() for rule in form._rules]
    form.set_seats(16)
    assert "of 16" in form._rules[0].row._result.text()


def _choose(form, key, words):
    rule = next(one for one in form._rules if one.key == key)
    number = rule.box.findText(words)
    rule.box.setCurrentIndex(number)
    rule.box.activated.emit(number)
    return rule


def test_what_the_law_settles_stays_and_says_why(qtbot):
    form = RulesForm({"us-ca-brown": pack("us-ca-brown")}, "us-ca-brown", {}, 15, "en")
    qtbot.addWidget(form)
    rule = _choose(form, "secret_ballot", "Secret ballots are allowed")
    assert rule.box.currentText() == "Secret ballots are forbidden"
    assert "California: Brown Act" in rule.row._source.text()
    assert form.overrides == {}


def test_a_parish_may_ask_for_more_than_the_law_not_for_less(qtbot):
    form = RulesForm({"uk-parish": pack("uk-parish")}, "uk-parish", {}, 15, "en")
    qtbot.addWidget(form)
    assert form._rules[0].box.currentText() == "A third of seats, at least 3"
    rule = _choose(form, "quorum", "Majority of seats")
    assert rule.row._result.text() == "8 of 15"
    assert rule.row._source.text() == "The council's own rule"


def test_another_pack_drops_what_its_law_does_not_allow(qtbot):
    packs = {uid: pack(uid) for uid in ("uk-parish", "us-ca-brown")}
    own = {"secret_ballot": "allowed", "minutes.seconder_printed": True}
    form = RulesForm(packs, "uk-parish", own, 15, "en")
    qtbot.addWidget(form)
    form.set_pack("us-ca-brown")
    assert form.overrides == {"minutes.seconder_printed": True}


def test_the_seconders_of_a_thai_local_council_hang_on_its_members(qtbot):
    form = RulesForm({"th-lao": pack("th-lao")}, "th-lao", {}, 7, "en")
    qtbot.addWidget(form)
    rule = next(one for one in form._rules if one.key == "motion.main.second")
    assert rule.row._result.text().startswith("1 for 7 members")
    form.set_seats(12)
    assert rule.row._result.text().startswith("2 for 12 members")

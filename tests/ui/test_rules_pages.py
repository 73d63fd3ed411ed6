"""Council → Rules: sentences with sources, own rules, two packs side by side, numbers tried."""

from __future__ import annotations

import time
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from council import catalogue
from council.services import bylaws, history
from council.services import council as council_service
from council.ui.dispatcher import InlineDispatcher
from council.ui.host import OpenCouncil
from council.ui.pages.rules.rule_rows import TABLE_WIDTH, MotionRow
from council.ui.pages.rules.trial import OURS
from council.ui.shell import Shell


@pytest.fixture
def shell(qtbot, desk, settings, council_path):
    opened = OpenCouncil(council_path, InlineDispatcher(desk), desk)
    made = Shell(opened, settings, "en")
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def page(shell):
    shell.navigate("council", tab="rules")
    QApplication.processEvents()
    return shell.pages["council"]


@pytest.fixture
def ours(page):
    return page.rules.ours


def said(view) -> list[str]:
    return [row.spoken for row in view.rows_model.rows]


def keys(view) -> list[str]:
    return [row.key for row in view.rows_model.rows if row.key]


def words(widget) -> str:
    QApplication.processEvents()
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def choose(box, code) -> None:
    place = box.findData(code)
    assert place >= 0, code
    box.setCurrentIndex(place)
    box.activated.emit(place)
    QApplication.processEvents()


def pack(desk, uid, **own):
    council_service.set_rules(desk, uid, own)


def refreshed(page):
    page.refresh()
    QApplication.processEvents()
    return page.rules.ours


# --- our rules -----------------------------------------------------------------------------------


def test_every_rule_stands_there_in_a_sentence_with_its_source(ours, desk):
    rules = council_service.get_rules(desk)
    assert set(keys(ours.list)) == set(rules.keys())
    for row in ours.list.rows_model.rows:
        if row.key:
            assert rules.find(row.key).source in row.spoken
    assert "Quorum" in said(ours.list)


def test_motions_are_a_table_where_there_is_room_and_sentences_where_not(ours):
    motions = [row for row in ours.list.rows_model.rows if isinstance(row, MotionRow)]
    assert motions[0].key == "motion.fix_time"
    assert motions[0].height(TABLE_WIDTH) < motions[0].height(TABLE_WIDTH - 1)


def test_the_heads_of_the_table_stay_over_the_motions_that_are_read(shell, ours):
    shell.resize(1440, 900)
    QApplication.processEvents()
    ours.list.pick("motion.adjourn")
    ours.list.scrollTo(ours.list.currentIndex(), ours.list.ScrollHint.PositionAtTop)
    head = ours.list._held()
    assert head is not None
    assert "Reconsider" in head.spoken
    under = ours.list.visualRect(ours.list.currentIndex()).top()
    assert under >= head.height(ours.list.viewport().width())
    ours.list.pick("quorum")
    assert ours.list._held() is None


def test_the_search_finds_words_of_the_sentence_the_source_and_thai_digits(ours, qtbot):
    ours.search.setText("tie")
    qtbot.waitUntil(lambda: "tie.motion" in keys(ours.list) and "quorum" not in keys(ours.list))
    ours.search.setText("§๔๐")
    qtbot.waitUntil(lambda: "quorum" in keys(ours.list))
    ours.search.setText("no such thing")
    qtbot.waitUntil(lambda: not keys(ours.list))
    assert "No rule says that." in words(ours)


def test_the_filters_show_our_bylaws_and_what_is_to_be_confirmed(page, ours, desk):
    ours.filter.set_value("confirm")
    ours.show_found()
    rules = council_service.get_rules(desk)
    assert keys(ours.list)
    assert not any(rules.find(key).verified for key in keys(ours.list))
    ours.filter.set_value("own")
    ours.show_found()
    assert keys(ours.list) == []
    bylaws.set_bylaw(desk, "quorum", {"kind": "fixed", "fixed": 4}, article="V.2")
    refreshed(page)
    assert keys(ours.list) == ["quorum"]


def test_a_chosen_rule_tells_who_says_what(page, ours, desk):
    bylaws.set_bylaw(desk, "quorum", {"kind": "fixed", "fixed": 4}, article="V.2")
    refreshed(page).list.pick("quorum")
    told = words(ours.detail)
    assert "A quorum is 4 members." in told
    assert "Your bylaws, art. V.2" in told
    assert "A quorum is more than half of the members in office." in told
    row = next(row for row in ours.list.rows_model.rows if row.key == "quorum")
    assert "Your bylaws, art. V.2, instead of" in row.spoken


def test_a_rule_of_ours_that_the_law_overrides_says_so(page, desk):
    pack(desk, "us-ca-brown")
    bylaws.set_bylaw(desk, "notice.regular", {"amount": 48, "unit": "hours_elapsed"})
    ours = refreshed(page)
    ours.list.pick("notice.regular")
    QApplication.processEvents()
    chips = [w.accessibleName() for w in ours.detail.findChildren(QWidget) if w.isVisible()]
    assert "our rule does not bind" in chips
    assert "the council's own rule" not in chips


def test_arrows_walk_the_rules_and_enter_opens_the_fields(ours):
    ours.list.setFocus()
    first = ours.list.current_key()
    QTest.keyClick(ours.list, Qt.Key.Key_Down)
    second = ours.list.current_key()
    assert second not in ("", first)
    assert ours.detail.key() == second
    QTest.keyClick(ours.list, Qt.Key.Key_Return)
    assert ours.detail.editor is not None


def test_a_rule_of_another_page_is_shown_by_its_key(shell, page):
    page.rules.ours.search.setText("quorum")
    shell.navigate("council", "tie.motion", tab="rules")
    assert page.rules.ours.list.current_key() == "tie.motion"
    assert page.rules.ours.detail.key() == "tie.motion"


@pytest.mark.parametrize("language", ["en", "th"])
def test_eleven_packs_open_within_50_ms_each(qtbot, desk, settings, council_path, language):
    opened = OpenCouncil(council_path, InlineDispatcher(desk), desk)
    shell = Shell(opened, settings, language)
    qtbot.addWidget(shell)
    shell.resize(1366, 768)
    shell.show()
    shell.navigate("council", tab="rules")
    view = shell.pages["council"].rules.ours
    spent = []
    for uid in desk.packs:
        pack(desk, uid)
        began = time.process_time()
        view.refresh()
        view.list.doItemsLayout()
        QApplication.processEvents()
        spent.append(time.process_time() - began)
    assert sorted(spent)[len(spent) // 2] < 0.05


# --- changing a rule -----------------------------------------------------------------------------


def opened(ours, key):
    ours.list.pick(key)
    ours.detail.open_editor()
    QApplication.processEvents()
    return ours.detail.editor


def field(editor, name):
    return next(one for one in editor.inputs if one.field.name == name)


def test_a_quorum_of_our_own_is_told_before_it_is_kept_and_undo_takes_it_back(ours, desk):
    editor = opened(ours, "quorum")
    choose(field(editor, "kind").box, "fixed")
    field(editor, "fixed").edit.setText("4")
    field(editor, "fixed").edit.textEdited.emit("4")
    editor.article.setText("V.2")
    editor.reason.setText("We are five")
    assert editor._reads.text() == "A quorum is 4 members."
    editor.save.click()
    assert ours.detail.editor is None
    rules = council_service.get_rules(desk)
    assert (rules.quorum.fixed, rules.find("quorum").article) == (4, "V.2")
    assert rules.find("quorum").reason.show("en") == "We are five"
    assert "A quorum is 4 members." in words(ours.detail)
    history.undo(desk)
    assert council_service.get_rules(desk).quorum.fixed is None


def test_our_rule_is_removed_again(ours, desk):
    bylaws.set_bylaw(desk, "tie.motion", "chair_casting")
    ours.refresh()
    ours.list.pick("tie.motion")
    assert ours.detail.remove.isVisible()
    ours.detail.remove.click()
    assert council_service.get_rules(desk).tie == "lost"
    assert not ours.detail.remove.isVisible()


def test_a_rule_may_begin_on_a_later_day(ours, desk):
    editor = opened(ours, "tie.motion")
    choose(field(editor, "value").box, "chair_casting")
    editor.day.setText("1 Jan 2027")
    editor.day.textEdited.emit("1 Jan 2027")
    editor.save.click()
    assert council_service.get_rules(desk, date(2026, 12, 31)).tie == "lost"
    assert council_service.get_rules(desk, date(2027, 1, 1)).tie == "chair_casting"


@pytest.mark.parametrize(
    ("key", "name", "typed", "reason"),
    [
        ("quorum", "fixed", "none", "whole number"),
        ("quorum", "fixed", "0", "whole number"),
        ("requirement.majority", "fraction", "3/2", "at most 1"),
        ("requirement.majority", "fraction", "0.5", "not a fraction"),
    ],
)
def test_an_impossible_value_gets_a_sentence_and_cannot_be_kept(
    ours, desk, key, name, typed, reason
):
    before = council_service.get_rules(desk).find(key)
    editor = opened(ours, key)
    if key == "quorum":
        choose(field(editor, "kind").box, "fixed")
    edit = field(editor, name).edit
    edit.setText(typed)
    edit.textEdited.emit(typed)
    assert reason in editor._reads.text()
    assert not editor.save.isEnabled()
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert council_service.get_rules(desk).find(key) == before


def test_a_law_that_binds_is_said_while_typing_brown_act_72_hours(page, desk):
    pack(desk, "us-ca-brown")
    ours = refreshed(page)
    editor = opened(ours, "notice.regular")
    assert not editor._binds.isVisible()
    assert "The rules say the same without it." in words(editor.footer)
    amount = field(editor, "amount").edit
    amount.setText("48")
    amount.textEdited.emit("48")
    QApplication.processEvents()
    assert editor._binds.isVisible()
    assert "It will not bind" in words(editor.footer)
    amount.setText("96")
    amount.textEdited.emit("96")
    assert not editor._binds.isVisible()
    editor.save.click()
    assert council_service.get_rules(desk).notice("regular").amount == 96


def test_fields_that_do_not_count_are_not_there(ours):
    editor = opened(ours, "requirement.majority")
    assert not field(editor, "other.fraction").isVisible()
    choose(field(editor, "combine").box, "any_of")
    assert field(editor, "other.fraction").isVisible()


def test_escape_gives_up_and_the_rule_stays(ours, desk):
    editor = opened(ours, "secret_ballot")
    choose(field(editor, "value").box, "forbidden")
    QTest.keyClick(editor.article, Qt.Key.Key_Escape)
    assert ours.detail.editor is None
    assert council_service.get_rules(desk).secret_ballot == "allowed"


def test_what_is_being_typed_survives_a_change_elsewhere(page, ours, desk):
    editor = opened(ours, "quorum")
    choose(field(editor, "kind").box, "fixed")
    bylaws.set_bylaw(desk, "tie.motion", "chair_casting")
    refreshed(page)
    assert ours.detail.editor is editor
    assert field(editor, "kind").value() == "fixed"


@pytest.mark.parametrize("uid", ["ronr", "us-ca-la-nc", "th-lao", "uk-parish", "th-emeet"])
def test_every_rule_of_a_pack_opens_its_fields_and_says_what_holds(page, desk, uid):
    pack(desk, uid)
    ours = refreshed(page)
    rules = council_service.get_rules(desk)
    for key in keys(ours.list):
        editor = opened(ours, key)
        assert editor is not None, key
        assert editor.save.isEnabled(), (key, editor._reads.text())
        assert editor._reads.text() == ours._lines[key][1].sentence, key
        assert rules.find(key).known


# --- packs ---------------------------------------------------------------------------------------


def test_another_pack_holds_from_a_day_and_keeps_our_own_rules(page, ours, desk):
    bylaws.set_bylaw(desk, "tie.motion", "chair_casting")
    refreshed(page)
    ours.packs.open.click()
    form = ours.packs.form
    choose(form.pack, "us-ca-brown")
    form.day.setText("1 Jan 2027")
    form.save.click()
    assert "us-ca-brown" not in council_service.get_rules(desk, date(2026, 12, 31)).pack
    later = council_service.get_rules(desk, date(2027, 1, 1))
    assert (later.pack, later.tie) == ("us-ca-brown", "chair_casting")
    assert "1 January 2027" in ours.packs._later.text()
    assert not form.isVisible()


def test_a_day_that_is_none_is_refused_in_words(ours, desk):
    before = council_service.get_council(desk).rules
    ours.packs.open.click()
    ours.packs.form.day.setText("tomorrow")
    ours.packs.form.save.click()
    assert council_service.get_council(desk).rules == before
    assert ours.packs.form.isVisible()


# --- two packs side by side ----------------------------------------------------------------------


@pytest.fixture
def comparison(page):
    page.rules.switch.chosen.emit("compare")
    page.rules.open("compare")
    return page.rules._view("compare")


def test_two_packs_show_where_they_differ_or_everything(comparison):
    choose(comparison.one, "ronr")
    choose(comparison.other, "us-nyc-cb")
    told = said(comparison.list)
    assert any(
        "abstentions do not count" in one and "an abstention works like a no" in one for one in told
    )
    few = keys(comparison.list)
    assert "tie.motion" not in few
    comparison.which.set_value("all")
    comparison.refresh()
    assert set(few) < set(keys(comparison.list))
    assert "tie.motion" in keys(comparison.list)


def test_a_pack_beside_itself_says_the_same(comparison):
    choose(comparison.one, "ronr")
    choose(comparison.other, "ronr")
    assert keys(comparison.list) == []
    assert "Both say the same of every rule." in words(comparison)


def test_no_key_of_the_data_is_shown_as_it_is(comparison):
    choose(comparison.one, "us-ca-la-nc")
    choose(comparison.other, "th-lao")
    comparison.which.set_value("all")
    comparison.refresh()
    assert not [one for one in said(comparison.list) if "_" in one]


# --- the bench -----------------------------------------------------------------------------------


@pytest.fixture
def trial(page):
    page.rules.open("try")
    return page.rules._view("try")


def verdicts(trial) -> dict[str, str]:
    return {row.key: row._judged.outcome for row in trial.list.rows_model.rows}


def test_26_present_10_9_7_is_lost_in_new_york_city_and_carried_under_roberts_rules(trial):
    trial.set_numbers(seats=50, in_office=50, present=26, yes=10, no=9, abstain=7)
    found = verdicts(trial)
    assert (found["us-nyc-cb"], found["ronr"], found[OURS]) == ("Lost", "Carried", "Carried")
    for row in trial.list.rows_model.rows:
        assert row._judged.source in row.spoken
        assert "26 are present: met" in row.spoken


def test_each_key_is_judged_at_once_also_in_thai_digits(trial):
    trial.set_numbers(seats=50, in_office=50, present=26, yes=10, no=9, abstain=6)
    edit = trial.numbers["no"]
    edit.setText("๑๐")
    edit.textEdited.emit("๑๐")
    assert verdicts(trial)["ronr"] == "Lost"


def test_more_votes_than_people_get_a_sentence_instead_of_verdicts(trial):
    trial.set_numbers(seats=15, in_office=15, present=9, yes=6, no=4, abstain=0)
    assert trial._impossible.isVisible()
    assert "than are present and may vote (9)" in words(trial)
    assert verdicts(trial) == {}
    trial.set_numbers(no=3)
    assert not trial._impossible.isVisible()
    assert verdicts(trial)


def test_what_is_no_number_is_marked(trial):
    trial.numbers["yes"].setText("ten")
    trial.numbers["yes"].textEdited.emit("ten")
    assert "A whole number" in words(trial)
    assert verdicts(trial) == {}


def test_any_packs_may_be_ticked(trial):
    for uid, box in trial.packs.items():
        box.setChecked(uid in ("uk-parish", "th-lao"))
    trial.set_numbers(seats=13, in_office=13, present=10, yes=5, no=5, abstain=0)
    assert verdicts(trial) == {"th-lao": "Lost", "uk-parish": "Lost"}
    choose(trial.casting, "yes")
    assert verdicts(trial)["uk-parish"] == "Carried"


def test_the_deadline_of_notice_goes_through_a_change_of_the_clock_brown_act_54954_2(trial):
    for uid, box in trial.packs.items():
        box.setChecked(uid == "us-ca-brown")
    trial.day.setText("10 Mar 2026")
    trial.day.textEdited.emit("10 Mar 2026")
    (row,) = trial.list.rows_model.rows
    assert "7 March 2026, 6:00 p.m." in row.spoken


def test_the_bench_writes_nothing(trial, desk):
    before = len(history.audit(desk, 99))
    trial.set_numbers(yes=1)
    choose(trial.kind, "adjourn")
    assert len(history.audit(desk, 99)) == before


@pytest.mark.parametrize("kind", ["main", "point_of_order", "appeal", "rescind", "adjourn"])
def test_every_kind_of_motion_can_be_tried_under_every_pack(trial, kind):
    for box in trial.packs.values():
        box.setChecked(True)
    choose(trial.kind, kind)
    assert len(verdicts(trial)) == len(trial.packs)
    word = catalogue.word("motion_kind.main", "en")
    assert word

"""Plan, Notice, Minutes, Approve, Today and Members under rules: said, sourced, never a block."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from staged import START, ZONE, convene, t

from council.domain.votes.tallies import Tally
from council.services import advice, council, meetings, minutes
from council.services.duties import late_items, qualifications
from council.services.planning import agenda
from council.services.session import attendance, motions
from council.services.voting import votes
from council.ui.pages.meeting.agenda_model import REMARKS_ROLE
from council.ui.pages.meeting.life import steps_of

LA = "us-ca-la-nc"
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
LONG = " ".join(["word"] * 21)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute, tzinfo=ZoneInfo(ZONE))


def words(widget) -> str:
    """Return everything the labels of a widget say, once it is laid out."""
    QApplication.processEvents()
    shown = [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]
    return "\n".join(shown)


@pytest.fixture
def make(tmp_path, qtbot):
    made = []

    def found(pack=LA, when=None, **more):
        hall = convene(tmp_path, pack=pack, **more)
        hall.clock.set(when or at(5, 14, 30))
        made.append(hall)
        return hall

    yield found
    for hall in made:
        for shell in hall.shells:
            shell.close()
        hall.desk.close()


def sign(step, uid):
    tree = step.tree.agenda
    return tree.data(tree.index_of(uid), REMARKS_ROLE)


# ----------------------------------------------------------------------------- plan


def test_a_row_bears_a_sign_and_the_inspector_says_why_by_brown_act_54954_2(make, qtbot):
    hall = make()
    agenda.change_item(hall.desk, hall.items["Grants"], title=t(LONG))
    hall.open(qtbot, "plan")
    step = hall.step()
    assert sign(step, hall.items["Grants"]).glyph == "warning"
    assert sign(step, hall.items["Crosswalk"]) is None
    tree = step.tree.agenda
    spoken = tree.data(tree.index_of(hall.items["Grants"]), Qt.ItemDataRole.AccessibleTextRole)
    assert "The title has 21 words" in spoken
    step.tree.pick(hall.items["Grants"])
    said = words(step.inspector._remarks_box)
    assert "The title has 21 words; the rules ask for a brief one, at most 20" in said
    assert "54954.2(a)" in said
    step.tree.pick(hall.items["Crosswalk"])
    assert step.inspector._remarks_box.isHidden()
    agenda.change_item(hall.desk, hall.items["Grants"], title=t("Grants"))
    step.refresh()
    assert sign(step, hall.items["Grants"]) is None


def test_the_line_below_the_agenda_opens_the_list_by_keyboard(make, qtbot):
    hall = make()
    agenda.change_item(hall.desk, hall.items["Grants"], title=t(LONG))
    hall.open(qtbot, "plan")
    step = hall.step()
    told = "Remarks by the rules: 2 on the whole agenda, 1 on items"
    assert step.remark_bar.accessibleName() == told
    step.remark_bar.setFocus(Qt.FocusReason.TabFocusReason)
    hall.press(ENTER)
    assert step._left.currentWidget() is step.remarks_panel
    listed = words(step.remarks_panel)
    assert "add an item for public comment" in listed
    assert "54954.3(a)" in listed
    step.remarks_panel.items[0].click()
    assert step.tree.current_uid() == hall.items["Grants"]
    step.show_remarks()
    hall.press(ESC)
    assert step._left.currentIndex() == 0
    assert step.tree.hasFocus()


def test_public_comment_before_the_items_takes_the_remarks_away(make, qtbot):
    hall = make()
    agenda.add_item(
        hall.desk, hall.meeting, title=t("Public comment"), kind="public_comment",
        after_uid=hall.items["Roll call"],
    )  # fmt: skip
    hall.open(qtbot, "plan")
    assert hall.step().remark_bar.isHidden()


def test_an_agenda_under_rules_that_ask_nothing_is_calm(make, qtbot):
    hall = make("ronr")
    hall.open(qtbot, "plan")
    step = hall.step()
    assert step.remark_bar.isHidden()
    assert not step.tree.agenda.has_remarks()
    assert step.inspector._topic_field.isHidden()


def test_a_topic_is_chosen_and_says_who_may_not_vote(make, qtbot):
    hall = make()
    for person in list(hall.people.values())[2:]:
        for code in ("age_18", "code_of_conduct", "ethics_training", "funding_training"):
            qualifications.add_qualification(
                hall.desk, person, code, passed_on=date(2026, 1, 1), score=80
            )
    hall.open(qtbot, "plan")
    step = hall.step()
    step.tree.pick(hall.items["Grants"])
    box = step.inspector.topic
    assert box.itemText(box.findData("funding")) == "Money: only eligible members"
    box.setCurrentIndex(box.findData("funding"))
    box.activated.emit(box.currentIndex())
    item = next(i for i in agenda.list_items(hall.desk, hall.meeting) if i.topic)
    assert (item.uid, item.topic) == (hall.items["Grants"], "funding")
    said = step.inspector._barred.text()
    assert said == "May not vote on it that day, 2 of 15: Quincy Ortiz, Bea Adeyemi"
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert not any(i.topic for i in agenda.list_items(hall.desk, hall.meeting))


def test_a_late_item_says_its_grounds_with_the_sum_for_all_in_office(make, qtbot):
    hall = make()
    meetings.post_notice(hall.desk, hall.meeting, place=t("Door"))
    hall.clock.pass_time(hours=1)
    late = agenda.add_item(hall.desk, hall.meeting, title=t("Water main")).value
    hall.open(qtbot, "plan")
    step = hall.step()
    step.tree.pick(late)
    said = words(step.inspector._remarks_box)
    assert "Announce it first" in said
    assert "at least 8 yes if all 15 members in office come" in said
    assert "at least 10 yes if all 15 members in office come" in said
    assert "every yes if fewer than 10 come" in said
    assert "54954.2(b)(2)" in said


# --------------------------------------------------------------------------- notice


def test_the_deadline_stands_with_its_sum_and_counts_down(make, qtbot):
    hall = make()
    hall.open(qtbot, "notice")
    rules = hall.step().rules
    said = words(rules)
    assert "Post the agenda by Monday 7 Dec 2026, 18:30" in said
    assert "72 hours, nights and weekends included" in said
    assert rules.clock.text().startswith("in 2 days 3 h")
    assert "54954.2(a)" in said
    hall.clock.set(at(7, 18, 40))
    hall.step().refresh()
    assert "Overdue: it had to be posted by Monday 7 Dec 2026, 18:30" in words(rules)
    assert rules.clock.text().endswith("ago")


def test_a_clear_days_deadline_is_counted_day_by_day_as_in_uk_parish(make, qtbot):
    hall = make("uk-parish")
    hall.open(qtbot, "notice")
    said = words(hall.step().rules)
    # rules.md 2.10: Thursday 10 December 2026, latest issue Sunday 6 December
    assert "Post the agenda by Sunday 6 Dec 2026" in said
    assert [f"day {number}" in said for number in (1, 2, 3, 4)] == [True, True, True, False]


def test_each_posting_says_whether_it_was_in_time_and_places_are_recorded_by_name(make, qtbot):
    hall = make()
    hall.open(qtbot, "notice")
    step = hall.step()
    assert len(step.rules.places) == 3
    step.rules.places[1].click()
    assert step.place.text() == "The council's website"
    step.post.click()
    assert len(step.rules.places) == 2
    said = words(step.rules)
    assert "Posted in time; the latest was Monday 7 Dec 2026, 18:30" in said
    assert "Posted in time at 1 place, 3 needed" in said
    meetings.post_notice(hall.desk, hall.meeting, place=t("Door"), posted_at=at(8, 9))
    step.refresh()
    lines = [step._log.itemAt(i).widget() for i in range(step._log.count())]
    told = [w.toolTip() for line in lines for w in line.findChildren(QWidget) if w.toolTip()]
    assert any("72 h needed, had 124 h" in one for one in told)
    assert any(one.endswith("late.") for one in told)


def test_without_a_rule_the_notice_says_so(make, qtbot):
    hall = make("ronr")
    hall.open(qtbot, "notice")
    said = words(hall.step().rules)
    assert "The rules of this council state no time for the notice." in said
    assert hall.step().late.isHidden()


def test_the_notice_lists_late_items_with_what_they_need(make, qtbot):
    hall = make()
    meetings.post_notice(hall.desk, hall.meeting, place=t("Door"))
    hall.clock.pass_time(hours=1)
    agenda.add_item(hall.desk, hall.meeting, title=t("Water main"))
    hall.open(qtbot, "notice")
    said = words(hall.step().late)
    assert "Water main" in said
    assert "Announce it first" in said


# ------------------------------------------------------------- minutes, approve, publish


def hold(hall, *, motion: bool = True) -> None:
    """Post in time, hold the meeting with a vote whose names nobody noted, adjourn."""
    desk, uid = hall.desk, hall.meeting
    meetings.post_notice(desk, uid, place=t("Door"))
    hall.clock.set(START)
    meetings.call_to_order(desk, uid)
    attendance.all_present_except(desk, uid, [])
    agenda.go_to_item(desk, uid, hall.items["Crosswalk"])
    if motion:
        people = list(hall.people.values())
        made = motions.state_motion(
            desk, uid, kind="main", text=t("That it be painted."), mover_uid=people[1],
            seconder_uids=(people[2],), item_uid=hall.items["Crosswalk"],
        ).value  # fmt: skip
        votes.record_vote(desk, made, method="show_of_hands", counts=Tally(9, 5, 1))
    hall.clock.pass_time(hours=1)
    meetings.adjourn(desk, uid)


def checks(hall, language="en"):
    return {one.code: one for one in minutes.checklist(hall.desk, hall.meeting, language)}


def test_the_checklist_names_votes_without_names_and_missing_fields(make, qtbot):
    hall = make()
    hold(hall)
    found = checks(hall)
    assert found["votes_by_member"].ok is False
    assert "54953" in found["votes_by_member"].rulings[0].source
    assert found["votes_by_member"].where == ("2026-1",)
    missing = [one.code for one in found["required_fields"].rulings[0].message.params["missing"]]
    assert missing == ["minutes_field.secretary"]
    meetings.change_meeting(hall.desk, hall.meeting, secretary_uid=hall.people["Roy"])
    assert checks(hall)["required_fields"].ok
    assert found["rules_followed"].ok
    hall.open(qtbot, "minutes")
    step = hall.step()
    step.preview.render_now()
    said = words(step.preview)
    assert "The record must say how each member voted; it has no names." in said


def test_advice_that_was_not_followed_is_counted_and_noted_on_record(make, qtbot):
    hall = make()
    hold(hall, motion=False)
    late_items.find_ground(hall.desk, hall.items["Grants"], "urgent", 3)
    found = checks(hall)["rules_not_followed"]
    assert (found.ok, found.remark.params["count"]) == (False, 1)
    hall.open(qtbot, "approve")
    step = hall.step()
    assert not step.advice.isHidden()
    ((uid, box),) = step.advice.choices.items()
    box.setCurrentIndex(box.findData("yes"))
    box.activated.emit(box.currentIndex())
    assert [one.followed for one in advice.list_advice(hall.desk, hall.meeting)] == [True]
    assert "rules_followed" in checks(hall)
    assert list(step.advice.choices) == [uid]


def test_deadlines_of_minutes_say_the_days_left_then_over(make, qtbot):
    hall = make("us-ny-oml")
    hold(hall)
    hall.open(qtbot, "publish")
    step = hall.step()
    # rules.md 2.9: draft minutes are public within two weeks of the meeting of 10 December
    assert "Draft minutes must be public by 24 December 2026." in words(step.due)
    assert step.due.lines[0].accessibleName().startswith("14 days left")
    hall.clock.set(at(27, 9))
    step.refresh()
    assert step.due.lines[0].accessibleName().startswith("3 days over")
    hall.shells[-1].navigate("meeting", hall.meeting, step="approve")
    assert not hall.step().due.isHidden()


def test_a_special_meeting_that_approves_minutes_is_said_and_kept_on_record(make, qtbot):
    hall = make("ronr")
    hold(hall)
    body = hall.body
    special = meetings.plan_meeting(
        hall.desk, body_uid=body, kind="special", starts_local=datetime(2026, 12, 17, 18, 30)
    ).value
    hall.clock.set(at(17, 18, 31))
    meetings.call_to_order(hall.desk, special)
    hall.open(qtbot, "approve")
    step = hall.step()
    assert step.meeting.currentData() == special
    assert "A special meeting does not approve minutes." in words(step._rulings)
    step.approve.click()
    step.confirm.yes_button.click()
    kept = [one for one in advice.list_advice(hall.desk, special) if one.code == "special_approval"]
    assert [(one.followed, "RONR" in one.source) for one in kept] == [(False, True)]
    assert minutes.get_approval(hall.desk, hall.meeting) is not None


# ---------------------------------------------------------------------------- today


def test_today_counts_down_to_the_notice_with_rule_and_source(make, qtbot):
    hall = make()
    shell = hall.open(qtbot, "plan")
    shell.navigate("today")
    card = shell.pages["today"]._main.itemAt(0).widget()
    said = words(card)
    assert "Post the agenda by Mon 7 Dec, 18:30" in said
    assert "72 hours before the meeting" in said
    assert "54954.2(a)" in said
    meetings.post_notice(hall.desk, hall.meeting, place=t("Door"), posted_at=at(7, 20))
    shell.pages["today"].refresh()
    said = words(shell.pages["today"]._main.itemAt(0).widget())
    assert "72 h needed" in said
    assert "late" in said


def test_today_leads_to_the_person_whose_training_ended(make, qtbot):
    hall = make()
    person = hall.people["Roy"]
    qualifications.add_qualification(
        hall.desk, person, "ethics_training", passed_on=date(2024, 3, 3)
    )
    shell = hall.open(qtbot, "plan")
    shell.navigate("today")
    page = shell.pages["today"]
    tile = next(one for one in page.tiles if "A training has ended" in one.accessibleName())
    assert "Mo Roy" in tile.accessibleName()
    tile.click()
    card = shell.pages["person"].side.view.qualifications
    assert card.uid == person


# -------------------------------------------------------------------------- members


@pytest.fixture
def card(make, qtbot):
    hall = make()
    shell = hall.open(qtbot, "plan")
    person = hall.people["Roy"]
    shell.navigate("person", person)
    view = shell.pages["person"].side.view
    return hall, person, view.qualifications


def test_a_training_is_added_changed_and_removed_in_place(card):
    hall, person, part = card
    names = [one.accessibleName() for one in part.tiles]
    assert names == [
        "Age 18 or over, not on record", "Ethics training, not on record",
        "Code of conduct signed, not on record", "Funding training, not on record",
    ]  # fmt: skip
    part.tiles[3].click()
    form = part.form
    assert not form.fields["score"].isHidden()
    form.passed.setText("1 Dec 2026")
    form.score.setText("101")
    hall.press(ENTER)
    assert "A score of 101 % is not possible." in words(form)
    assert qualifications.list_qualifications(hall.desk, person) == []
    form.score.setText("85")
    hall.press(ENTER)
    (held,) = qualifications.list_qualifications(hall.desk, person)
    assert (held.code, held.passed_on, held.score) == ("funding_training", date(2026, 12, 1), 85)
    assert form.isHidden()
    told = part.tiles[0].accessibleName()
    assert told == "Funding training, valid, until 1 Dec 2028, passed 1 Dec 2026 · 85 %"
    part.tiles[0].click()
    form.passed.setText("3 Mar 2024")
    form.submit()
    assert "not valid" in part.tiles[0].accessibleName()
    part.tiles[0].click()
    form.remove.click()
    assert qualifications.list_qualifications(hall.desk, person) == []


def test_escape_keeps_nothing_and_a_bad_day_is_said(card):
    hall, person, part = card
    part.add.click()
    part.form.passed.setText("31 Feb 2026")
    part.form.submit()
    assert not part.form.isHidden()
    assert qualifications.list_qualifications(hall.desk, person) == []
    hall.press(ESC)
    assert part.form.isHidden()


def test_a_half_typed_form_outlives_a_change_elsewhere(card):
    hall, person, part = card
    part.add.click()
    part.form.note.setText("half")
    qualifications.add_qualification(hall.desk, person, "age_18")
    hall.shells[-1].pages["person"].refresh()
    assert part.form.note.text() == "half"
    assert not part.form.isHidden()


def test_a_qualification_of_the_councils_own_gets_a_name(card):
    hall, person, part = card
    part.add.click()
    part.form.what.setCurrentIndex(part.form.what.count() - 1)
    part.form.own.setText("First aid")
    part.form.submit()
    (held,) = qualifications.list_qualifications(hall.desk, person)
    assert held.code == "First_aid"
    assert "First aid, valid" in part.tiles[0].accessibleName()


def test_who_may_vote_on_money_is_a_sentence_with_its_source(card):
    hall, person, part = card
    for code in ("age_18", "code_of_conduct", "funding_training"):
        qualifications.add_qualification(
            hall.desk, person, code, passed_on=date(2026, 1, 1), score=90
        )
    qualifications.add_qualification(
        hall.desk, person, "ethics_training", passed_on=date(2024, 3, 3)
    )
    part.show_person(person)
    said = words(part)
    expired = "May not vote on money on 5 December 2026: Ethics training expired on 3 March 2026."
    assert expired in said
    assert "Department of Neighborhood Empowerment" in said


def test_rules_without_qualifications_show_no_card(make, qtbot):
    hall = make("ronr")
    shell = hall.open(qtbot, "plan")
    shell.navigate("person", hall.people["Roy"])
    part = shell.pages["person"].side.view.qualifications
    assert part.isHidden()
    qualifications.add_qualification(hall.desk, hall.people["Roy"], "ethics_training")
    part.show_person(hall.people["Roy"])
    assert not part.isHidden()


def test_another_choice_of_rules_changes_what_the_plan_says(make, qtbot):
    hall = make("ronr")
    hall.open(qtbot, "plan")
    assert hall.step().remark_bar.isHidden()
    council.set_rules(hall.desk, LA, {})
    hall.shells[-1].current_page().refresh()
    assert not hall.step().remark_bar.isHidden()


def test_tab_leaves_the_tree_of_a_posted_agenda(make, qtbot):
    hall = make()
    meetings.post_notice(hall.desk, hall.meeting, place=t("Door"))
    hall.open(qtbot, "plan")
    step = hall.step()
    step.tree.pick(hall.items["Grants"])
    step.tree.setFocus()
    hall.press(Qt.Key.Key_Tab)
    assert not step.tree.hasFocus()
    assert [i.depth for i in agenda.list_items(hall.desk, hall.meeting)] == [0, 0, 0]


def test_the_finding_for_a_late_item_is_put_on_record_with_its_yes(make, qtbot):
    hall = make()
    meetings.post_notice(hall.desk, hall.meeting, place=t("Door"))
    hall.clock.pass_time(hours=1)
    late = agenda.add_item(hall.desk, hall.meeting, title=t("Water main")).value
    hall.clock.set(START)
    hall.open(qtbot, "notice")
    assert hall.step().late.form.isHidden()
    meetings.call_to_order(hall.desk, hall.meeting)
    attendance.all_present_except(hall.desk, hall.meeting, [])
    hall.step().refresh()
    form = hall.step().late.form
    assert not form.isHidden()
    # rules.md 2.7: of 15 present two thirds are 10
    words_of = [form.ground.itemText(i) for i in range(form.ground.count())]
    assert [one.partition(": ")[2] for one in words_of] == ["8 yes needed", "10 yes needed"]
    form.ground.setCurrentIndex(form.ground.findData("urgent"))
    form.yes.setText("many")
    form.submit()
    assert advice.list_advice(hall.desk, hall.meeting) == []
    form.yes.setText("10")
    form.submit()
    (kept,) = advice.list_advice(hall.desk, hall.meeting)
    assert (kept.item_uid, kept.followed) == (late, True)
    assert "10 yes, 10 needed" in words(hall.step().late)


def test_the_steps_say_the_remarks_and_until_when_to_post(make, qtbot):
    hall = make()
    shell = hall.open(qtbot, "plan")
    page = shell.current_page()
    notes = {one.code: one.note for one in steps_of(page.context, page.meeting, 3, "plan")}
    assert notes["plan"] == "3 items · 2 remarks"
    assert notes["notice"] == "post by 7 Dec 18:30"

"""The console says what the rules say, with the source, and lets everything happen all the same."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from staged import convene, t

from council.domain.vocabulary import MotionKind
from council.services import advice, council, meetings
from council.services.duties import qualifications as qualified
from council.services.planning import agenda
from council.services.session import attendance, motions
from council.services.voting import votes
from council.ui.pages.meeting.meet.order_line import MOST_REASONS, is_ranking

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
F5 = Qt.Key.Key_F5
TRAINED = ("age_18", "ethics_training", "code_of_conduct", "funding_training")


@pytest.fixture
def sit(tmp_path, qtbot):
    """Return a maker of a meeting in session on the crosswalk, with everybody present."""
    halls = []

    def make(pack="ronr", *, away=(), before=None, **rules):
        hall = convene(tmp_path, pack=pack, **({"overrides": rules} if rules else {}))
        halls.append(hall)
        meetings.call_to_order(hall.desk, hall.meeting, presiding_uid=hall.people["Ortiz"])
        absent = [hall.people[name] for name in away]
        attendance.all_present_except(hall.desk, hall.meeting, absent)
        agenda.go_to_item(hall.desk, hall.meeting, hall.items["Crosswalk"])
        if before is not None:
            before(hall)
        hall.open(qtbot)
        hall.step().rest()
        hall.pressed = 0
        return hall

    yield make
    for hall in halls:
        for shell in hall.shells:
            shell.close()
        hall.desk.close()


def _move(hall, mover="Haddad", seconder="Nunn"):
    codes = hall.codes()
    hall.press((Qt.Key.Key_M, CTRL), codes[mover], TAB, codes[seconder], (ENTER, CTRL))


def _words(widget):
    """Return everything that a widget and what is in it says."""
    found = [one.text() for one in widget.findChildren(QLabel) if not one.isHidden()]
    return " ".join([*found, *(one.accessibleName() for one in widget.findChildren(QLabel))])


def _top(hall):
    return motions.pending(hall.desk, hall.meeting)[-1]


def _advice(hall):
    return {one.code: one for one in advice.list_advice(hall.desk, hall.meeting)}


# ------------------------------------------------------------------------------ what is in order


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_ranking_motions_are_buttons_and_the_others_wait_behind_m(sit):
    hall = sit()
    _move(hall)
    order, shot = hall.step().motions.order, hall.step().shot
    assert set(order.digits.values()) == {
        kind for kind, _needs in shot.order.possible if is_ranking(shot, kind)
    }
    assert len(order.digits) == 10  # each has its digit
    others = {kind.value for kind, _needs in shot.order.possible} - {
        kind.value for kind in order.digits.values()
    }
    assert set(order.menu.kinds()) == others
    assert {"point_of_order", "inquiry", "divide", "suspend_rules"} <= others
    hall.press("M")
    assert order.menu.isVisible()
    assert order.menu.activeAction().data() in others
    order.menu.close()


def test_a_motion_from_the_menu_opens_its_form(sit):
    hall = sit()
    _move(hall)
    menu = hall.step().motions.order.menu
    next(one for one in menu.actions() if one.data() == "suspend_rules").trigger()
    assert hall.step().motions.motion.kind is MotionKind.SUSPEND_RULES
    assert not hall.step().motions.motion.isHidden()


def test_not_now_shows_few_reasons_and_all_of_them_when_asked(sit):
    hall = sit()
    _move(hall)
    hall.press("1" if hall.step().motions.order.digits["1"] is MotionKind.AMEND else "0")
    hall.step().motions.motion.words.setPlainText("That the Council ask for two crosswalks.")
    hall.press(hall.codes()["Roy"], TAB, hall.codes()["Nunn"], (ENTER, CTRL))
    order = hall.step().motions.order
    few = order._barred.count()
    assert 0 < few <= MOST_REASONS
    assert "RONR" in _words(order._second)
    order.more.click()
    assert order._barred.count() > few
    kinds = {kind for kind, *_why in hall.step().shot.order.barred}
    said = _words(order._second)
    for kind in kinds:
        assert hall.step().context.word(f"motion_kind.{kind.value}") in said
    order.more.click()
    assert order._barred.count() == few


def test_nothing_grows_over_an_open_vote(sit):
    hall = sit()
    hall.shells[-1].resize(1366, 768)
    _move(hall)
    hall.press(F5, "4")
    step = hall.step()
    assert step.motions.order._barred.count() == 1  # a vote is being taken
    assert step.motions.order.geometry().top() >= step.voting.vote.geometry().bottom()


def test_the_button_that_declares_keeps_its_room_in_a_narrow_window(sit, qtbot):
    hall = sit()
    hall.shells[-1].resize(1024, 640)
    _move(hall)
    hall.press(F5, "4", "NNNNNNN", ("y", SHIFT))
    step = hall.step()
    verdict, button, panel = (
        step.voting.vote.verdict,
        step.voting.vote.declare_button,
        step.voting.vote,
    )
    qtbot.waitUntil(lambda: verdict.geometry().bottom() < panel.height(), timeout=2000)
    assert button.geometry().bottom() < verdict.height()
    view = step.frames.scroll.viewport()
    qtbot.waitUntil(
        lambda: button.mapTo(view, button.rect().bottomRight()).y() <= view.height(), timeout=2000
    )


def test_every_kind_of_motion_is_in_the_palette(sit):
    hall = sit()
    names = {command.words for command in hall.step().commands()}
    for kind in MotionKind:
        assert hall.step().context.word(f"motion_kind.{kind.value}") in names


def test_a_motion_out_of_order_is_taken_with_the_advice_and_ruled_out_by_o(sit):
    hall = sit()
    _move(hall)
    hall.step().motions.order.move_wanted.emit("main")  # what "Take it anyway" asks for
    form = hall.step().motions.motion
    assert "Not in order now" in form.remarks.needs.text()
    assert "RONR" in form.remarks.needs.text()
    form.words.setPlainText("That the park be closed.")
    hall.press(hall.codes()["Roy"], TAB, hall.codes()["Lee"], (ENTER, CTRL))
    assert _top(hall).text.show("en") == "That the park be closed."
    assert _advice(hall)["out_of_order"].followed is False
    card = hall.step().motions.questions.cards
    said = _words(card)
    assert "RONR" in said
    hall.press("O")
    assert _advice(hall)["out_of_order"].followed is True
    assert len(motions.pending(hall.desk, hall.meeting)) == 1


def test_the_warning_of_a_card_has_the_button_that_follows_it(sit):
    hall = sit()
    _move(hall)
    motions.state_motion(hall.desk, hall.meeting, text=t("That the park be closed."))
    step = hall.step()
    step.refresh()
    step.motions.questions.ruled_out.emit(_top(hall).uid)
    assert _advice(hall)["out_of_order"].followed is True


def test_a_lone_word_takes_a_barred_motion_anyway(sit):
    hall = sit()
    _move(hall)
    order = hall.step().motions.order
    taken = []
    order.move_wanted.connect(taken.append)
    alone = order._anyway(["main"])
    alone.click()
    assert taken == ["main"]


# ------------------------------------------------------------------------------ stating a motion


def test_no_second_is_asked_for_in_a_small_board_and_one_is_kept(sit):
    hall = sit("ronr-small-board")
    _move(hall)
    assert _top(hall).seconder_names[0].show("en") == "Kay Nunn"
    hall.step().motions.questions._shown = ()
    motions.correct_motion(hall.desk, _top(hall).uid, seconder_uids=[])
    hall.step().refresh()
    assert "not seconded" not in _people(hall)


def _people(hall):
    questions = hall.step().motions.questions
    return questions._people(hall.step().shot.pending[-1])


@pytest.mark.parametrize(
    ("pack", "words"),
    [("ronr-small-board", "Seconded by (not needed)"), ("ronr", "Seconded by")],
)
def test_the_line_for_a_seconder_says_when_none_is_needed_ronr_49(sit, pack, words):
    hall = sit(pack)
    hall.press((Qt.Key.Key_M, CTRL))
    line = hall.step().motions.motion.people.shown()[0].line
    assert line.accessibleName() == words


def test_a_report_is_noted_by_one_key_and_only_a_report(sit):
    hall = sit()
    hall.press("T")  # a decision item: nothing is noted
    assert motions.list_motions(hall.desk, hall.meeting) == []
    report = agenda.add_item(hall.desk, hall.meeting, title=t("Treasurer"), kind="report").value
    agenda.go_to_item(hall.desk, hall.meeting, report)
    hall.step().refresh()
    assert hall.step().motions.order.can_note()
    hall.press("T")
    made = motions.list_motions(hall.desk, hall.meeting)
    assert [(one.outcome, one.item_uid) for one in made] == [("noted", report)]
    hall.press("T")
    assert len(motions.list_motions(hall.desk, hall.meeting)) == 1


def test_two_lines_where_the_rules_ask_for_two_seconders(sit):
    hall = sit("th-lao")
    hall.press((Qt.Key.Key_M, CTRL))
    form = hall.step().motions.motion
    assert len(form.people.shown()) == 2
    codes = hall.codes()
    hall.press(codes["Haddad"], TAB, codes["Nunn"], TAB, codes["Roy"], (ENTER, CTRL))
    assert [name.show("en") for name in _top(hall).seconder_names] == ["Kay Nunn", "Mo Roy"]
    assert "no_second" not in _advice(hall)


def test_who_may_not_move_is_said_at_once_and_recorded_all_the_same(sit):
    def recuse(hall):
        attendance.recuse(
            hall.desk, hall.meeting, hall.items["Crosswalk"], hall.people["Lee"], "Lives there"
        )

    hall = sit(before=recuse)
    hall.press((Qt.Key.Key_M, CTRL), hall.codes()["Lee"])
    form = hall.step().motions.motion
    said = _words(form)
    assert "Fay Lee is recused on this question" in said
    hall.press(TAB, hall.codes()["Lee"])
    assert "made the motion and cannot second it" in _words(form)
    hall.press((ENTER, CTRL))
    assert _top(hall).mover_name.show("en") == "Fay Lee"
    assert {"mover", "no_second"} <= set(_advice(hall))


def test_reconsideration_by_the_losing_side_is_said_in_the_form(sit):
    hall = sit()
    _move(hall)
    people, uid = hall.people, _top(hall).uid
    ballots = dict.fromkeys(people.values(), "yes") | {people["Roy"]: "no"}
    del ballots[people["Ortiz"]]
    votes.record_vote(hall.desk, uid, method="roll_call", ballots=ballots)
    step = hall.step()
    step.refresh()
    step.motions.state(MotionKind.RECONSIDER)
    assert step.motions.motion.about.currentData() == uid
    hall.press(hall.codes()["Roy"])
    assert "winning side" in _words(step.motions.motion)
    hall.press(Qt.Key.Key_Backspace, hall.codes()["Lee"])
    assert "winning side" not in _words(step.motions.motion)


def test_a_point_of_order_is_raised_and_ruled_on_in_one_step(sit):
    hall = sit()
    _move(hall)
    step = hall.step()
    step.motions.state(MotionKind.POINT_OF_ORDER)
    form = step.motions.motion
    assert form.people.shown() == []
    form.words.setPlainText("The time is over.")
    form.ruling.word.setCurrentIndex(form.ruling.word.findData("no"))
    form.ruling.reasons.setPlainText("A minute is left.")
    hall.press(hall.codes()["Roy"], (ENTER, CTRL))
    made = motions.list_motions(hall.desk, hall.meeting)[-1]
    assert (made.kind, made.outcome) == ("point_of_order", "lost")
    assert made.ruling.show("en") == "A minute is left."
    assert made.votes == ()
    hall.press((Qt.Key.Key_Z, CTRL))
    assert len(motions.list_motions(hall.desk, hall.meeting)) == 1


def test_an_open_point_is_ruled_on_with_r(sit):
    hall = sit()
    _move(hall)
    motions.raise_point(
        hall.desk, hall.meeting, kind="question_of_privilege", text=t("It is too loud."),
        mover_uid=hall.people["Roy"],
    )  # fmt: skip
    hall.step().refresh()
    hall.press("R", (ENTER, CTRL))
    made = motions.list_motions(hall.desk, hall.meeting)[-1]
    assert made.outcome == "carried"
    assert motions.pending(hall.desk, hall.meeting)[-1].kind == "main"


def test_a_demand_is_settled_as_it_is_made(sit):
    hall = sit()
    _move(hall)
    hall.step().motions.state(MotionKind.ORDERS_OF_THE_DAY)
    hall.press(hall.codes()["Roy"], (ENTER, CTRL))
    made = motions.list_motions(hall.desk, hall.meeting)[-1]
    assert (made.kind, made.outcome) == ("orders_of_the_day", "carried")


def test_a_decision_is_changed_as_it_would_read(sit):
    hall = sit()
    _move(hall)
    hall.press(F5, "1", ENTER)
    step = hall.step()
    step.motions.state(MotionKind.AMEND_ADOPTED)
    form = step.motions.motion
    assert form.words.toPlainText() == form.before != ""
    form.words.setPlainText(form.before.replace("School Road", "Mill Lane"))
    hall.press(hall.codes()["Roy"], TAB, hall.codes()["Lee"], (ENTER, CTRL))
    made = _top(hall)
    assert made.kind == "amend_adopted"
    assert made.about is not None
    assert "Mill Lane" in made.current_text.show("en")


# ---------------------------------------------------------------------------------------- votes


def test_the_picker_says_what_the_rules_say_of_each_way(sit):
    def remote(hall):
        attendance.arrive(hall.desk, hall.meeting, hall.people["Lindau"], mode="remote")

    hall = sit("us-ca-la-nc", before=remote)
    _move(hall)
    hall.press(F5)
    picker = hall.step().voting.picker
    said = _words(picker)
    assert "Secret ballot" in said
    assert "Brown Act" in said or "549" in said
    hall.press("5")  # choosable all the same
    assert votes.open_vote_of(hall.desk, hall.meeting).method == "secret_ballot"
    hall.press("9", TAB, "1", ENTER)
    assert "method_forbidden" in _advice(hall)


def test_another_requirement_can_be_chosen_and_goes_on_record(sit):
    hall = sit()
    _move(hall)
    hall.press(F5, "N")
    picker = hall.step().voting.picker
    assert picker.needs.itemText(0).startswith("By the rules")
    assert picker.needs.count() >= 7
    picker.needs.setCurrentIndex(picker.needs.findData("two_thirds"))
    assert "RONR" in picker._source.text()
    hall.press(ENTER, "3", "9", TAB, "5", ENTER)
    vote = motions.list_motions(hall.desk, hall.meeting)[0].vote
    assert vote.requirement == "two_thirds"
    assert vote.declared == "lost"


def test_the_frame_says_the_whole_sum_with_its_source(sit):
    hall = sit("us-nyc-cb")
    _move(hall)
    hall.press(F5, "3", "6", TAB, "4", TAB, "5")
    panel = hall.step().voting.vote
    assert panel.verdict.state.word == "Lost"
    assert dict(panel.verdict.state.facts) == {
        "Yes–No–Abst.": "6–4–5", "Base": "15", "Needs": "8", "Has": "6",
    }  # fmt: skip
    said = panel.sum.text()
    assert "works like a no" in said
    assert " · " in said  # the source


def test_silence_that_counts_is_shown_and_can_be_typed(sit):
    hall = sit(**{"vote.silence": "as_yes"})
    _move(hall)
    hall.press(F5, "3", "4", TAB, "4", TAB, "0")
    counts, panel = hall.step().voting.vote.counts, hall.step().voting.vote
    assert counts.lines["not_voting"].placeholderText() == "7"
    assert panel.verdict.state.word == "Carries"
    assert "stayed silent" in panel.sum.text()


def test_nobody_types_silence_where_it_does_not_count(sit):
    hall = sit()
    _move(hall)
    hall.press(F5, "3")
    assert hall.step().voting.vote.counts._silent.isHidden()


def _funded(hall):
    agenda.change_item(hall.desk, hall.items["Crosswalk"], topic="funding")
    for name, uid in hall.people.items():
        for code in TRAINED if name != "Vance" else TRAINED[:1]:
            qualified.add_qualification(
                hall.desk, uid, code, passed_on=date(2026, 11, 1),
                score=90 if code == "funding_training" else None,
            )  # fmt: skip


def test_who_may_not_vote_is_passed_over_with_the_reason(sit):
    hall = sit("us-ca-la-nc", before=_funded)
    _move(hall)
    hall.press(F5, "4")
    panel, vance = hall.step().voting.vote, hall.people["Vance"]
    assert vance not in panel.roll.open_uids()
    assert panel.roll.cells[vance].state.vote == "ineligible"
    assert "ineligible" in panel.roll.cells[vance].state.word
    assert "Department" in _words(panel)
    hall.press(hall.codes()["Vance"], "Y")  # gone to all the same, and not counted
    assert panel.roll.at.tally().yes == 0
    assert "not counted" in panel.roll.cells[vance].state.word
    hall.press(("y", SHIFT))
    assert vance in panel.roll.given
    assert panel.tally().yes == 13  # fourteen may vote; the chair is asked only if it decides


def test_the_chair_is_asked_last_and_only_if_it_decides(sit):
    hall = sit()
    _move(hall)
    hall.press(F5, "4")
    roll, chair = hall.step().voting.vote.roll, hall.people["Ortiz"]
    assert roll.order[-1].person_uid == chair
    assert chair not in roll.open_uids()
    hall.press(("y", SHIFT))
    assert len(roll.given) == 14
    assert roll.next_uid == ""
    assert "here it would not" in _words(hall.step().voting.vote)
    assert "RONR" in _words(hall.step().voting.vote)


def test_the_chair_is_asked_when_it_decides(sit):
    hall = sit()
    _move(hall)
    hall.press(F5, "4", "NNNNNNN", ("y", SHIFT))
    step, chair = hall.step(), hall.people["Ortiz"]
    assert step.voting.vote.roll.next_uid == chair
    assert "The chair may vote now" in _words(step.voting.vote)
    hall.press("Y")
    assert step.voting.vote.verdict.state.word == "Carries"
    hall.press(ENTER)
    assert motions.list_motions(hall.desk, hall.meeting)[0].outcome == "carried"


def test_a_tie_without_casting_vote_says_so(sit):
    hall = sit("ronr-small-board", away=("Weiss",))
    _move(hall)
    hall.press(F5, "4", "NNNNNNN", ("y", SHIFT))
    panel = hall.step().voting.vote
    assert panel.verdict.state.word == "Tie"
    assert panel.casting.isHidden()
    assert "no casting vote" in _words(panel)
    assert "RONR" in _words(panel)


def test_a_casting_vote_is_given_with_y_when_all_have_answered(sit):
    hall = sit("uk-parish", away=("Weiss",))
    _move(hall)
    hall.press(F5, "4", "NNNNNNN", ("y", SHIFT))
    panel = hall.step().voting.vote
    assert panel.verdict.state.word == "Tie"
    assert not panel.casting.isHidden()
    hall.press("Y")
    assert panel.verdict.state.word == "Carries"


def test_a_declaration_against_the_rules_is_told_before_enter_and_kept(sit):
    hall = sit()
    _move(hall)
    hall.press(F5, "3", "9", TAB, "4", TAB, "1", (Qt.Key.Key_D, CTRL))
    panel = hall.step().voting.vote
    assert panel.otherwise.value() == "lost"
    assert "By the rules this is: Carried" in panel.otherwise.against.text()
    assert "RONR" in panel.sum.text()
    hall.press(ENTER)
    vote = motions.list_motions(hall.desk, hall.meeting)[0].vote
    assert (vote.declared, vote.verdict.outcome) == ("lost", "carried")
    assert _advice(hall)["against_verdict"].followed is False


def test_what_the_rules_give_is_declared_without_a_word(sit):
    hall = sit()
    _move(hall)
    hall.press(F5, "3", "9", TAB, "4", TAB, "1")
    assert hall.step().voting.vote.otherwise.isHidden()
    hall.press(ENTER)
    assert "against_verdict" not in _advice(hall)


# --------------------------------------------------------------------------- room and timeline


def test_the_quorum_says_its_sum_its_source_and_what_is_lawful_without(sit):
    hall = sit()
    room = hall.step().people.room
    assert "8" in room.meter.toolTip()
    assert "RONR" in room.meter.toolTip()
    for uid in list(hall.people.values())[:9]:
        attendance.leave(hall.desk, hall.meeting, uid)
    hall.step().refresh()
    assert not room.lost.isHidden()
    said = _words(room.lost)
    assert "Adjourn" in said
    assert "RONR §40" in said


def test_members_elsewhere_do_not_make_a_quorum_in_person(sit):
    def remote(hall):
        for name in ("Roy", "Lee", "Lindau", "Novak", "Nunn", "Tanaka", "Vance", "Weiss"):
            attendance.arrive(hall.desk, hall.meeting, hall.people[name], mode="remote")

    hall = sit(before=remote, quorum_presence="in_person")
    room = hall.step().people.room
    assert hall.step().shot.quorum.met is False
    assert not room.sum.isHidden()
    assert "8" in room.sum.text()


def test_advice_stands_in_the_timeline_and_is_noted_by_hand(sit):
    hall = sit()
    _move(hall)
    motions.state_motion(hall.desk, hall.meeting, text=t("That the park be closed."))
    step = hall.step()
    step.refresh()
    line = next(one for one in step.shot.lines if one.kind == "advice")
    assert "RONR" in step.context.say(line.remark)
    step.timeline.correct_line(line)
    form = step.forms["advice"]
    assert "RONR" in form._what.text()
    form.followed.setCurrentIndex(form.followed.findData("yes"))
    form.note.setText("The mover took it back.")
    form.note.setFocus()
    hall.press(ENTER)
    kept = next(o for o in advice.list_advice(hall.desk, hall.meeting) if o.uid == line.uid)
    assert (kept.followed, kept.note) == (True, "The mover took it back.")


def test_what_is_not_known_is_not_guessed(sit):
    hall = sit()
    rules = council.get_rules(hall.desk, date(2026, 12, 10))
    assert rules.find("motion.main").known
    hall.press(F5)
    assert hall.step().voting.picker.isHidden()  # nothing is pending

"""The room by keys: every state, times, substitutes, the chair, guests, what is said aloud."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from staged import convene

from council.domain.text import Text
from council.services import bylaws, meetings
from council.services.members import bodies, people
from council.services.planning import agenda
from council.services.session import attendance
from council.services.steady_clock import SteadyClock
from council.ui.kit import spoken
from council.ui.pages.meeting.meet import room_list
from council.ui.pages.meeting.meet.room_names import short_names

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER, TAB, ESC, F2 = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_F2
F7 = Qt.Key.Key_F7


@pytest.fixture
def hall(tmp_path, qtbot):
    made = convene(tmp_path)
    made.open(qtbot)
    yield made
    for shell in made.shells:
        shell.close()
    made.desk.close()


@pytest.fixture
def session(hall):
    """Return the hall with everybody present, the crosswalk up and the keyboard in the room."""
    meetings.call_to_order(hall.desk, hall.meeting)
    attendance.all_present_except(hall.desk, hall.meeting, [])
    agenda.go_to_item(hall.desk, hall.meeting, hall.items["Crosswalk"])
    hall.step().refresh()
    hall.step().rest()
    hall.press(F7)
    hall.pressed = 0
    return hall


def choose(hall, name):
    hall.press((hall.codes()[name].lower(), SHIFT))


def row(hall, name):
    uid = hall.people.get(name)
    room = attendance.room(hall.desk, hall.meeting)
    return next(r for r in room if r.person_uid == uid or r.name.show("en") == name)


def entry(hall, name):
    listed = hall.step().people.room.people.entries
    return next(one for one in listed if name in one.name)


def said(hall):
    return hall.shells[-1].announcer.last


def test_every_state_has_its_word_and_its_digit(session):
    for digit, name, state, remark in (
        ("2", "Lindau", "remote", "remote"), ("4", "Okafor", "excused", "excused"),
        ("5", "Roy", "absent", "absent"), ("6", "Lee", "recused", "recused"),
    ):  # fmt: skip
        choose(session, name)
        session.press(digit)
        assert (entry(session, name).state, entry(session, name).remark) == (state, remark)
    session.press(session.codes()["Novak"])
    assert entry(session, "Novak").remark.startswith("left ")
    session.clock.pass_time(minutes=20)
    session.press(session.codes()["Okafor"])
    late = entry(session, "Okafor")
    assert (late.state, late.remark[:5]) == ("present", "late ")


def test_a_recusal_is_taken_back_by_the_same_digit(session):
    choose(session, "Lee")
    session.press("6", "6")
    assert attendance.list_recusals(session.desk, session.meeting) == []


def test_times_are_put_right_by_keys(session):
    choose(session, "Novak")
    session.press("9")
    form = session.step().people.times
    assert form.isVisible()
    assert QApplication.focusWidget() is form.inputs["came0"]
    session.press("18:40", TAB, "18:55", TAB, "19:20", (ENTER, CTRL))
    assert not form.isVisible()
    first, second = row(session, "Novak").spans
    assert [f"{at:%H:%M}" for at in (first.from_at, first.to_at)] == ["18:40", "18:55"]
    assert (f"{second.from_at:%H:%M}", second.to_at) == ("19:20", None)


def test_an_end_before_its_start_is_refused_in_the_form(session):
    choose(session, "Novak")
    session.press(F2)
    form = session.step().people.times
    session.press("18:40", TAB, "18:30", (ENTER, CTRL))
    assert form.isVisible()
    assert "lies before" in form.problem.text()
    session.press("x", (ENTER, CTRL))
    assert "18:30" in form.problem.text()
    session.press(ESC)
    assert row(session, "Novak").state == "present"


def test_the_reason_of_an_absence_is_typed_in_the_same_form(session):
    choose(session, "Roy")
    session.press("4", "9", TAB, TAB, "ill", (ENTER, CTRL))
    assert (row(session, "Roy").state, row(session, "Roy").reason) == ("excused", "ill")


def test_times_half_typed_come_back_after_a_restart(session, qtbot):
    choose(session, "Novak")
    session.press("9", "18:4")
    session.step().leave()
    session.open(qtbot)
    form = session.step().people.times
    assert form.isVisible()
    assert form.inputs["came0"].text() == "18:4"
    assert form.person.person_uid == session.people["Novak"]


def test_a_substitute_by_name_with_the_members_vote(session):
    bylaws.set_bylaw(session.desk, "substitutes", "vote")
    session.step().refresh()
    session.press(F7)
    choose(session, "Roy")
    session.press("5", "7")
    form = session.step().people.substitute
    assert form.isVisible()
    session.press("Dan Poe", ENTER)
    assert not form.isVisible()
    listed = session.step().people.room.people.entries
    names = [one.name for one in listed]
    assert names.index("Poe") == names.index("Roy") + 1
    assert entry(session, "Poe").remark == "for Roy"
    assert session.step().shot.quorum.present == 15
    session.press(F7, entry(session, "Poe").code)
    assert session.step().shot.quorum.present == 14


def test_nobody_comes_in_the_place_of_a_member_who_is_here(session):
    choose(session, "Roy")
    session.press("7")
    assert not session.step().people.substitute.isVisible()
    assert "who is away" in said(session)


def test_the_chair_is_handed_over_by_two_keys(session):
    choose(session, "Nunn")
    session.press("8")
    assert row(session, "Nunn").presides
    assert entry(session, "Nunn").remark == "chairs"
    assert session.pressed == 2


def test_it_is_said_that_whoever_presides_has_left(session):
    session.press(session.codes()["Ortiz"])
    assert said(session).startswith("Quincy Ortiz presides and is not here.")


def test_loss_and_recovery_of_the_quorum_are_said_aloud(session):
    codes = session.codes()
    for name in list(session.people)[7:]:
        session.press(codes[name])
    assert said(session).startswith("Quorum lost at 18:")
    assert said(session).endswith(": 7 present, 8 needed.")
    assert session.step().people.room.lost.isVisible()
    session.press(codes[list(session.people)[7]])
    assert said(session).startswith("Quorum since ")
    assert not session.step().people.room.lost.isVisible()


def test_a_guest_is_chosen_by_arrows_and_leaves(session):
    attendance.add_guest(session.desk, session.meeting, Text.of("Visitor", "en"))
    session.step().refresh()
    session.press(F7, *[Qt.Key.Key_Down] * 20, Qt.Key.Key_Space)
    assert row(session, "Visitor").state == "left"
    session.press("1")
    assert row(session, "Visitor").state == "present"
    session.press("8")
    assert "A guest" in said(session)


def test_vacant_seats_stand_in_the_room_and_cannot_be_chosen(hall):
    holder = bodies.list_memberships(hall.desk, body_uid=hall.body)[-1]
    bodies.end_membership(hall.desk, holder.uid, end_on=hall.desk.today().replace(day=1))
    meetings.call_to_order(hall.desk, hall.meeting)
    hall.step().refresh()
    hall.press(F7, *[Qt.Key.Key_Down] * 30)
    room = hall.step().people.room.people
    assert [one.remark for one in room.entries if one.state == "vacant"] == ["vacant"]
    assert room.entry().row is not None


def test_members_with_one_family_name_are_told_apart():
    names = [Text.of(one, "en") for one in ("Kay Nunn", "Jo Nunn", "Ben Roy")]
    assert list(short_names(names, "en").values()) == ["K. Nunn", "J. Nunn", "Roy"]
    alike = [Text.of(one, "en") for one in ("Kay Nunn", "Kim Nunn")]
    assert list(short_names(alike, "en").values()) == ["Kay Nunn", "Kim Nunn"]
    thai = [Text.of(one, "th") for one in ("สมชาย กล้า", "สมชาย ขำ", "อุไร ดี")]
    assert list(short_names(thai, "th").values()) == ["สมชาย ก.", "สมชาย ข.", "อุไร"]


def test_thai_initials_work_under_the_thai_layout(hall, qtbot):
    uid = hall.people["Novak"]
    people.change_person(hall.desk, uid, name=Text((("en", "Pia Novak"), ("th", "ผกา นวล"))))
    meetings.call_to_order(hall.desk, hall.meeting)
    attendance.all_present_except(hall.desk, hall.meeting, [])
    hall.open(qtbot, language="th")
    hall.press(F7)
    listed = hall.step().people.room.people
    one = next(e for e in listed.entries if e.uid == uid)
    assert (one.sign, one.code) == ("ผ", "Z")
    plain = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, ord("ผ"), plain, 0, 0, 0, "ผ")
    QApplication.sendEvent(QApplication.focusWidget(), event)
    assert row(hall, "Novak").state == "left"


def test_the_mouse_chooses_first_and_acts_second(session):
    listed = session.step().people.room.people
    place = next(i for i, e in enumerate(listed.entries) if "Novak" in e.name)
    at = listed._box(place).center()
    QTest.mouseClick(listed, Qt.MouseButton.LeftButton, pos=QPointF(at).toPoint())
    assert row(session, "Novak").state == "present"
    assert "Novak" in listed.accessibleDescription()
    QTest.mouseClick(listed, Qt.MouseButton.LeftButton, pos=QPointF(at).toPoint())
    assert row(session, "Novak").state == "left"


def test_a_clock_that_was_set_back_is_told_and_can_be_taken(hall, qtbot):
    shown, run = [hall.clock.now()], [0]

    class Wall:
        def now(self):
            return shown[0]

    steady = SteadyClock(Wall(), lambda: run[0])
    hall.desk.clock = steady
    hall.open(qtbot)
    hall.press(ENTER)
    hall.press(ENTER)
    shown[0] -= timedelta(minutes=40)
    steady.now()
    step = hall.step()
    step.people.tick(hall.desk.now())
    assert "set back by 40 min" in said(hall)
    assert [one.kind for one in step.shot.lines].count("clock") == 1
    step.people.take_shown_time()
    assert step.shot.meeting.called_to_order_at <= shown[0]
    hall.press(F7, hall.codes()["Novak"])
    assert row(hall, "Novak").until == shown[0]


def test_a_member_leaves_during_a_roll_call_by_keys(session):
    step, codes = session.step(), session.codes()
    session.press(ESC)
    session.press((Qt.Key.Key_M, CTRL), codes["Haddad"], TAB, codes["Nunn"], (ENTER, CTRL))
    session.press(Qt.Key.Key_F5, "4")
    assert step.shot.vote is not None
    assert step.shot.vote.method == "roll_call"
    session.press("YY")
    answered = {b.person_uid for b in step.shot.vote.ballots}
    later = next(n for n, uid in session.people.items() if uid not in answered and n != "Ortiz")
    session.press(F7, codes[later])
    assert row(session, later).state == "left"
    assert step.shot.vote.room.present == 14
    session.press(ESC)
    session.press(*"Y" * 12)
    assert step.shot.vote.choice_of(session.people[later]) is None
    session.press(ENTER)
    assert step.shot.vote is None
    decided = step.shot.decided[-1].vote
    assert (decided.declared, decided.room.present) == ("carried", 14)
    assert not [one for one in decided.findings if "voter" in one.code]


def test_a_large_room_is_reached_by_keys_and_codes_of_two_letters(hall):
    for number in range(45):
        uid = people.add_person(hall.desk, name=Text.of(f"Ada{number} Zed{number}", "en")).value
        bodies.add_membership(hall.desk, person_uid=uid, body_uid=hall.body, role="member")
    meetings.call_to_order(hall.desk, hall.meeting)
    attendance.all_present_except(hall.desk, hall.meeting, [])
    hall.step().refresh()
    hall.press(F7)
    column = hall.step().people.room
    listed = column.people
    last = next(one for one in reversed(listed.entries) if len(one.code) == 2)
    place = next(i for i, e in enumerate(listed.entries) if e.uid == last.uid)
    assert not listed.visibleRegion().contains(listed._box(place).toRect())
    hall.press(*last.code)
    assert not listed.entries[place].row.here
    assert listed.visibleRegion().contains(listed._box(place).center().toPoint())
    assert column.height() < hall.step().height()


@pytest.mark.parametrize("language", ["en", "th"])
def test_what_a_code_did_is_spoken(session, qtbot, monkeypatch, language):
    if language == "th":
        session.open(qtbot, language="th")
    session.press(F7)
    heard = []
    monkeypatch.setattr(room_list, "speak", lambda _source, words: heard.append(words))
    monkeypatch.setattr(
        spoken, "speak", lambda _s, words, *, urgent=False: heard.append((words, urgent))
    )
    listed = session.step().people.room.people
    session.press(session.codes()["Novak"])
    gone = next(e for e in listed.entries if e.uid == session.people["Novak"])
    assert heard[-1] == listed.accessibleDescription()
    assert "Novak" in heard[-1]
    assert gone.remark in heard[-1]
    for name in list(session.people)[:8]:
        if name != "Novak":
            session.press(session.codes()[name])
    lost = [one for one in heard if isinstance(one, tuple) and one[1]]
    assert any(str(session.step().shot.quorum.needed) in words for words, _urgent in lost)

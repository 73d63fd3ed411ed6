"""A window that only reads says so, and why, when somebody wants to write."""

from council.app import ReadOnlyDispatcher
from council.catalogue import say
from council.services import drafts
from council.services.desk import open_desk
from council.services.members import people


def test_a_write_is_refused_in_words_and_nothing_changes(council_path, qtbot):
    desk = open_desk(council_path, read_only=True)
    dispatcher, told, failed = ReadOnlyDispatcher(desk), [], []
    dispatcher.failed.connect(failed.append)
    before = people.list_people(desk)
    dispatcher.run(people.remove_person, before[0].uid, on_error=told.append)
    dispatcher.run(people.remove_person, before[0].uid)
    assert told == failed
    assert "reading only in this window" in say(told[0], "en")
    assert "อ่านอย่างเดียว" in say(told[0], "th")
    found = []
    dispatcher.ask(people.list_people, on_done=found.append)
    assert found == [before]
    desk.close()


def test_a_draft_is_left_out_quietly_and_answers_are_still_given(council_path, qtbot):
    desk = open_desk(council_path, read_only=True)
    dispatcher, failed = ReadOnlyDispatcher(desk), []
    dispatcher.failed.connect(failed.append)
    dispatcher.jot(drafts.put, "note/1", "half a th")
    dispatcher.jot(drafts.drop, "note/1")
    assert failed == []
    assert drafts.get(desk, "note/1") == ""
    desk.close()

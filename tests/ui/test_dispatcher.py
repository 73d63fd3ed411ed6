"""Wishes go to the services and answers come back on the GUI thread."""

import threading

import pytest
from PySide6.QtCore import QObject

from council.domain.messages import InputRefused
from council.services import council as council_service
from council.services.desk import Done, open_desk
from council.ui.dispatcher import Call, InlineDispatcher, WorkerDispatcher


def _done(desk, value):
    return Done(value, frozenset({"people"}))


def _refuse(desk):
    raise InputRefused("error.empty_list")


def test_inline_hands_over_the_value_and_announces_the_changes_once(qtbot):
    dispatcher, seen, kinds = InlineDispatcher(None), [], []
    dispatcher.changed.connect(kinds.append)
    dispatcher.run(_done, 7, on_done=seen.append)
    assert seen == [7]
    assert kinds == [frozenset({"people"})]


def test_a_refusal_reaches_the_one_who_asked_or_everybody(qtbot):
    dispatcher, mine, all_ = InlineDispatcher(None), [], []
    dispatcher.failed.connect(all_.append)
    dispatcher.run(_refuse, on_error=mine.append)
    assert [m.code for m in mine] == ["error.empty_list"]
    assert not all_
    dispatcher.run(_refuse)
    assert [m.code for m in all_] == ["error.empty_list"]


def test_a_fault_of_ours_is_not_swallowed(qtbot):
    def broken(desk):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        InlineDispatcher(None).run(broken)


def test_the_worker_answers_in_order_on_the_gui_thread(qtbot, council_path):
    desks = []

    def writer():
        desks.append(open_desk(council_path))
        return desks[0]

    dispatcher = WorkerDispatcher(writer, lambda: desks[0].reader())
    seen, threads = [], set()
    try:
        for number in range(5):
            dispatcher.run(
                lambda desk, n: (threads.add(threading.current_thread().name), n)[1],
                number,
                on_done=lambda n: seen.append((n, threading.current_thread())),
            )
        qtbot.waitUntil(lambda: len(seen) == 5)
        assert seen == [(n, threading.main_thread()) for n in range(5)]
        assert len(threads) == 1
        names = []
        dispatcher.ask(
            council_service.get_council, on_done=lambda c: names.append(c.name.show("en"))
        )
        qtbot.waitUntil(lambda: bool(names))
        assert names == ["Riverbend Council"]
    finally:
        dispatcher.close()


def test_no_worker_holds_who_asked(qtbot, council_path, monkeypatch):
    """A widget whose last reference fell in a worker would be taken apart in the wrong thread."""
    held, heard = [], []
    plain = Call.on
    monkeypatch.setattr(
        Call,
        "on",
        lambda call, desk: (held.append((call.on_done, call.on_error)), plain(call, desk))[1],
    )
    dispatcher = WorkerDispatcher(
        lambda: open_desk(council_path, actor="AB"),
        lambda: open_desk(council_path, read_only=True),
    )
    try:
        dispatcher.run(_done, 7, on_done=heard.append)
        dispatcher.run(_refuse, on_error=lambda message: heard.append(message.code))
        dispatcher.ask(lambda _desk: 8, on_done=heard.append)
        qtbot.waitUntil(lambda: len(heard) == 3)
    finally:
        dispatcher.close()
    assert sorted(map(str, heard)) == ["7", "8", "error.empty_list"]
    assert held == [(None, None)] * 3


def test_what_is_under_way_at_the_close_is_done_and_told_to_nobody(qtbot, council_path):
    """A reminder's answer once came when the file was closed, and read from it."""
    dispatcher = WorkerDispatcher(
        lambda: open_desk(council_path, actor="AB"),
        lambda: open_desk(council_path, read_only=True),
    )
    done, told = [], []
    dispatcher.changed.connect(told.append)
    dispatcher.run(lambda desk: (done.append(1), _done(desk, 1))[1], on_done=told.append)
    dispatcher.ask(lambda _desk: done.append(2), on_done=told.append)
    dispatcher.close()
    qtbot.wait(20)
    assert sorted(done) == [1, 2]
    assert told == []


def test_a_question_after_the_close_is_dropped_and_a_write_is_not(qtbot, council_path):
    dispatcher = WorkerDispatcher(
        lambda: open_desk(council_path, actor="AB"),
        lambda: open_desk(council_path, read_only=True),
    )
    dispatcher.close()
    heard = []
    dispatcher.ask(lambda desk: 1, on_done=heard.append)
    qtbot.wait(20)
    assert heard == []
    with pytest.raises(RuntimeError):
        dispatcher.run(_done, 7)


def test_an_answer_for_a_widget_that_is_gone_is_dropped(qtbot):
    import shiboken6

    class Asker(QObject):
        def take(self, value):
            raise AssertionError("should have been dropped")

    asker = Asker()
    callback = asker.take
    shiboken6.delete(asker)
    InlineDispatcher(None).run(_done, 1, on_done=callback)

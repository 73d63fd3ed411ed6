"""After the program was killed it opens again by itself, where the meeting stands."""

import pytest

from council.services import meetings
from council.services.members import bodies
from council.ui.main_window import MainWindow
from council.ui.settings import Settings


@pytest.fixture
def killed(qtbot, host, settings, recorder, council_path):
    """Return the settings as a killed program left them, and the uid of a meeting in session."""
    opened = host.open(council_path)
    desk = opened.dispatcher.desk
    body = bodies.list_bodies(desk)[0].uid
    starts = desk.now().replace(tzinfo=None)
    uid = meetings.plan_meeting(desk, body_uid=body, starts_local=starts).value
    meetings.call_to_order(desk, uid)
    opened.close()
    window = MainWindow(host, settings, recorder)
    qtbot.addWidget(window)
    window.open_path(council_path)
    left = Settings.load(settings.path)
    window.close()
    return left, uid


def reopened(qtbot, host, settings, recorder):
    window = MainWindow(host, settings, recorder)
    qtbot.addWidget(window)
    window.reopen()
    return window


def test_a_killed_program_opens_where_the_meeting_stands(qtbot, host, recorder, killed):
    settings, uid = killed
    assert settings.open_now
    shell = reopened(qtbot, host, settings, recorder).shell()
    assert (shell.route, shell.uid, shell.more) == ("meeting", uid, {"step": "meet"})


def test_a_closed_program_begins_at_the_beginning(qtbot, host, settings, recorder, killed):
    again = Settings.load(settings.path)
    assert again.open_now == ""
    assert reopened(qtbot, host, again, recorder).shell() is None


def test_a_file_that_another_window_has_is_nobodys_alarm(
    qtbot, host, recorder, killed, monkeypatch
):
    from council.domain.messages import FileRefused

    def locked(path, *, read_only=False):
        raise FileRefused("error.file_locked", file=path.name, who="AH", machine="desk")

    monkeypatch.setattr(host, "open", locked)
    settings, _uid = killed
    assert reopened(qtbot, host, settings, recorder).shell() is None
    assert recorder.said == []


def test_a_file_that_is_gone_is_not_asked_for(qtbot, host, recorder, killed, council_path):
    settings, _uid = killed
    council_path.unlink()
    assert reopened(qtbot, host, settings, recorder).shell() is None
    assert recorder.said == []

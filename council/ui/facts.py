"""What the bars say: the meeting in session, what was saved, the age of the backup."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from council import catalogue
from council.domain import calendars
from council.domain.messages import CouncilError
from council.domain.vocabulary import ItemState, MeetingState
from council.services import council as council_service
from council.services import history, meetings
from council.ui.bars import Status

if TYPE_CHECKING:
    from pathlib import Path

    from council.services.desk import Desk
    from council.services.meetings import MeetingRow
    from council.ui.context import Context


def meeting_in_session(desk: Desk) -> MeetingRow | None:
    """Return the meeting that was called to order and not adjourned, None when there is none."""
    found = meetings.list_meetings(desk)
    return next((m for m in found if m.state == MeetingState.IN_SESSION), None)


def meeting_name(meeting: MeetingRow, language: str) -> str:
    """Return what a meeting is called: its title, else its kind, and its number."""
    title = meeting.title.show(language)
    kind = catalogue.word(f"meeting_kind.{meeting.kind.value}", language)
    if not meeting.number:
        return title or kind
    number = calendars.meeting_number(meeting.number, language)
    return catalogue.word("name.meeting", language, kind=title or kind, number=number)


def session_parts(context: Context) -> tuple[str, list[str]]:
    """Return (uid, what the strip says) of the meeting in session, ("", []) without one."""
    desk, language = context.reader, context.language
    meeting = meeting_in_session(desk)
    if meeting is None:
        return "", []
    from council.services.planning import agenda
    from council.services.session import attendance

    parts = [
        QCoreApplication.translate("Facts", "In session"),
        meeting_name(meeting, language),
        calendars.window_time(desk.now(), language),
    ]
    room = attendance.quorum(desk, meeting.uid)
    words = QCoreApplication.translate("Facts", "Quorum {present}, needs {needed}")
    needed = "?" if room.needed is None else str(room.needed)
    parts.append(words.format(present=room.present, needed=needed))
    items = [i for i in agenda.list_items(desk, meeting.uid) if i.state != ItemState.STRUCK]
    here = next((n for n, i in enumerate(items) if i.state == ItemState.CURRENT), None)
    if here is not None:
        words = QCoreApplication.translate("Facts", "Item {number}, {here} of {count}")
        parts.append(words.format(number=items[here].number, here=here + 1, count=len(items)))
    return meeting.uid, parts


def status(context: Context, path: Path, *, read_only: bool = False) -> Status:
    """Return what the status bar says."""
    desk, language = context.reader, context.language
    last = history.audit(desk, 1)
    saved, warning = QCoreApplication.translate("Facts", "Nothing recorded yet"), False
    if read_only:
        saved, warning = QCoreApplication.translate("Facts", "Open for reading only"), True
    elif last:
        words = QCoreApplication.translate("Facts", "All changes saved {time}")
        saved = words.format(time=_when(last[0].at, desk.now(), language))
    return Status(path.name, saved, _backup_words(path), _rules_words(context), warning)


def _when(at: datetime, now: datetime, language: str) -> str:
    if at.date() == now.date():
        return calendars.window_time(at, language)
    return calendars.short_date(at.date(), language)


def newest_backup(path: Path) -> datetime | None:
    """Return when the newest backup beside the file was made, None when there is none."""
    files = [f for f in (path.parent / "backups").glob("*.council") if path.stem in f.name]
    if not files:
        return None
    return datetime.fromtimestamp(max(f.stat().st_mtime for f in files), UTC)


def _backup_words(path: Path) -> str:
    newest = newest_backup(path)
    if newest is None:
        return QCoreApplication.translate("Facts", "No backup yet")
    minutes = int((datetime.now(UTC) - newest).total_seconds() // 60)
    if minutes < 60:
        words = QCoreApplication.translate("Facts", "Backup {count} min ago")
        return words.format(count=max(0, minutes))
    if minutes < 48 * 60:
        words = QCoreApplication.translate("Facts", "Backup {count} h ago")
        return words.format(count=minutes // 60)
    words = QCoreApplication.translate("Facts", "Backup {count} days ago")
    return words.format(count=minutes // (24 * 60))


def _rules_words(context: Context) -> str:
    try:
        rules = council_service.get_rules(context.reader)
    except CouncilError:
        return ""
    pack = context.reader.packs.get(rules.pack)
    if pack is None:
        return ""
    name = pack.name.show(context.language)
    words = QCoreApplication.translate("Facts", "Rules: {name}")
    if any(choice.overrides for choice in context.council.rules):
        words = QCoreApplication.translate("Facts", "Rules: {name} + own bylaws")
    return words.format(name=name)

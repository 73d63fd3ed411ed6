"""Scenes of planning a year: a series, the year's calendar, calendar files, moving a meeting."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.ui.pages.meetings import MeetingsPage
    from council.ui.shell import Shell

CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:a@example.org
DTSTART;TZID=America/Los_Angeles:20270114T183000
DTEND;TZID=America/Los_Angeles:20270114T203000
SUMMARY:Riverbend Neighborhood Council
LOCATION:School Road Library
END:VEVENT
BEGIN:VEVENT
UID:b@example.org
DTSTART;TZID=America/Los_Angeles:20261210T183000
SUMMARY:Riverbend Neighborhood Council
END:VEVENT
BEGIN:VEVENT
UID:c@example.org
DTSTART;VALUE=DATE:20270306
SUMMARY:Budget day workshop
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:d@example.org
DTSTART;TZID=America/New_York:20270203T140000
RRULE:FREQ=MONTHLY;BYDAY=1WE;COUNT=4
SUMMARY:Parks and Trees
LOCATION:Pavilion
END:VEVENT
END:VCALENDAR
"""

SHEET = """Date,Hour,What,Room,Off,Web page
8 Oct 2027,6:30 pm,Riverbend Neighborhood Council,Riverbend Hall,,https://example.org/8
3 Nov 2027,2 pm,Parks and Trees,Pavilion,yes,https://example.org/9
11 Nov 2027,6:30 pm,Riverbend Neighborhood Council,Riverbend Hall,,https://example.org/10
"""


def _page(shell: Shell) -> MeetingsPage:
    page: Any = shell.current_page()
    found: MeetingsPage = page
    return found


def _series(shell: Shell) -> None:
    page = _page(shell)
    page.form.closed.emit()
    page.open_series()
    if page.series is not None:
        page.series.rule.months[7].setChecked(True)
        page.series.look()


def _import(shell: Shell) -> None:
    page = _page(shell)
    page.open_import()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "riverbend.ics"
        path.write_bytes(CALENDAR.replace("\n", "\r\n").encode())
        if page.importer is not None:
            page.importer.load_file(path)


def _columns(shell: Shell) -> None:
    page = _page(shell)
    page.open_import()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "riverbend.csv"
        path.write_text(SHEET, "utf-8")
        if page.importer is not None:
            page.importer.load_file(path)
            page.importer.columns_button.click()


def _chosen(act: str) -> Callable[[Shell], None]:
    def choose(shell: Shell) -> None:
        page = _page(shell)
        page.show_list()
        page.show_view("list")
        planned = next(m for m in page.table.rows_model.rows if m.state in ("planned", "noticed"))
        page.table.pick(planned.uid)
        getattr(page.one, act)()

    return choose


def _year(shell: Shell) -> None:
    page = _page(shell)
    page.show_list()
    page.one.close_forms()
    page.show_view("year")


def _files(shell: Shell) -> None:
    page = _page(shell)
    page.show_list()
    page.show_view("list")
    page.open_files()


PLACES: tuple[tuple[str, Callable[[Shell], None]], ...] = (
    ("meetings-series", _series),
    ("meetings-import", _import),
    ("meetings-columns", _columns),
    ("meetings-move", _chosen("begin_move")),
    ("meetings-cancel", _chosen("begin_cancel")),
    ("meetings-year", _year),
    ("meetings-files", _files),
)
"""Name and what brings the page there; each leaves the one before."""

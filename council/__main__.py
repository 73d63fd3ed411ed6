"""The command line; the same services as the window.

Exit codes: 0 done · 1 refused (one sentence on stderr) · 2 wrong usage · 3 ``verify`` found errors.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from council import __version__, catalogue
from council.domain.messages import CouncilError, InputRefused
from council.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from council.domain.findings import Finding
    from council.services.desk import Desk

REFUSED, FOUND_ERRORS = 1, 3
Value = TypeVar("Value")
FILE = click.Path(dir_okay=False, path_type=Path)


def ui_language() -> str:
    """Return the language for messages: the environment's, English when it is none of ours."""
    wanted = (
        os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    )
    return "th" if wanted.startswith("th") else "en"


class Commands(click.Group):
    """A group whose first word may also be a council file, which opens the window on it."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take the first word as a file when it is no command and looks like one."""
        if args and args[0] not in self.commands and _is_file(args[0]):
            return "window", self.commands["window"], args
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what was refused becomes one sentence and exit code 1."""
        try:
            return super().invoke(ctx)
        except CouncilError as refused:
            click.echo(catalogue.say(refused.message, ui_language()), err=True)
            ctx.exit(REFUSED)


def _is_file(word: str) -> bool:
    """Tell a council file from a slip in a command's name."""
    return not word.startswith("-") and (word.endswith(".council") or Path(word).exists())


@click.group(cls=Commands, invoke_without_command=True, help=__doc__)
@click.version_option(__version__, prog_name="council")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Open the window when no command is given."""
    if ctx.invoked_subcommand is None:
        ctx.exit(_window(None))


def _window(path: Path | None) -> int:
    from council import app

    return app.run_window(path, sys.argv[:1])


@main.command("window", hidden=True)
@click.argument("file", type=FILE, required=False)
@click.pass_context
def window(ctx: click.Context, file: Path | None) -> None:
    """Open the window on a council file."""
    ctx.exit(_window(file))


@main.command("demo")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--window", is_flag=True, help="Open the window on it, where there is a display.")
@click.pass_context
def demo(ctx: click.Context, folder: Path, window: bool) -> None:
    """Make the demo council in FOLDER, with the PDFs of its agendas and minutes."""
    from council.demo import build_demo_folder

    files = list(build_demo_folder(folder))
    for made in files:
        click.echo(str(made))
    if window and has_display():
        ctx.exit(_window(files[0]))
    elif window:
        click.echo(catalogue.word("cli.no_display", ui_language(), folder=str(folder.resolve())))


def has_display() -> bool:
    """Tell whether a window would be seen."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform in ("offscreen", "minimal"):
        return False
    on_linux = platform_name().startswith("linux")
    return not on_linux or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def platform_name() -> str:
    """Return ``sys.platform``; asked for here, where the type checker takes no side."""
    return sys.platform


@main.command("new")
@click.argument("file", type=FILE)
@click.option("--name", required=True, help="The council's name.")
@click.option("--language", default="en", show_default=True, type=click.Choice(catalogue.LANGUAGES))
@click.option("--zone", default="UTC", show_default=True, help="Time zone, such as Asia/Bangkok.")
@click.option("--pack", default="ronr-small-board", show_default=True, help="Rule pack.")
@click.option("--seats", default=9, show_default=True, type=click.IntRange(1, 999))
def new(file: Path, name: str, language: str, zone: str, pack: str, seats: int) -> None:
    """Make a new, empty council FILE."""
    from council.services.council import found_council
    from council.services.desk import create_council_file

    desk = create_council_file(file, actor="council")
    try:
        found_council(
            desk,
            name=Text.of(name, language),
            languages=(language,),
            time_zone=zone,
            pack=pack,
            seats=seats,
        )
    except CouncilError:
        desk.close()
        file.unlink(missing_ok=True)
        raise
    desk.close()


def _work(file: Path, act: Callable[[Desk], Value], *, read_only: bool = False) -> Value:
    from council.services.desk import open_desk

    desk = open_desk(file, actor="council", read_only=read_only)
    try:
        return act(desk)
    finally:
        desk.close()


@main.command("import")
@click.argument("file", type=FILE)
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Refuse a record that has errors.")
def import_(file: Path, source: Path, strict: bool) -> None:
    """Import the council record SOURCE (JSON) into FILE, which is made when there is none."""
    from council.services.desk import create_council_file
    from council.services.records import import_record

    raw = _read(source)
    fresh = not file.exists()
    if fresh:
        create_council_file(file, actor="council").close()
    try:
        done = _work(file, lambda desk: import_record(desk, raw, strict=strict))
    except CouncilError:
        if fresh:
            file.unlink(missing_ok=True)
        raise
    _print_findings(done.value)


def _read(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as problem:
        raise InputRefused(
            "error.cannot_read", file=str(source), reason=problem.strerror or ""
        ) from problem


def _print_findings(found: list[Finding]) -> None:
    language = ui_language()
    for one in found:
        severity = catalogue.word(f"severity.{one.severity}", language)
        click.echo(f"{severity}: {one.where}: {catalogue.say(one.message, language)}")


@main.command("export")
@click.argument("file", type=FILE)
@click.argument("out", type=FILE)
@click.option("--format", "format_", default="record", type=click.Choice(["record"]))
@click.option("--public", is_flag=True, help="Leave out closed items and names without consent.")
@click.option("--private", is_flag=True, help="Put contacts in as well.")
def export(file: Path, out: Path, format_: str, public: bool, private: bool) -> None:
    """Export the council in FILE as a record (JSON) to OUT."""
    from council.services.publish import write_whole
    from council.services.records import export_record

    del format_  # one format so far; the option names it for scripts that will see others
    text = _work(
        file, lambda desk: export_record(desk, public=public, private=private), read_only=True
    )
    write_whole(out, text.encode())


def _pdf(kind: str, file: Path, meeting: str, language: str | None, out: Path) -> None:
    from council.services import meetings, publish

    def make(desk: Desk) -> bytes:
        uid = meetings.find_meeting(desk, meeting).uid
        chosen = language or desk.languages()[0]
        return publish.make_pdf(desk, uid, kind, chosen, out)

    _work(file, make, read_only=True)


_LANGUAGE = click.option(
    "--language", type=click.Choice(catalogue.LANGUAGES), help="Default: the council's first."
)
_OUT = click.option("-o", "--out", required=True, type=FILE, help="The PDF to write.")


@main.command("agenda")
@click.argument("file", type=FILE)
@click.argument("meeting")
@_LANGUAGE
@_OUT
def agenda(file: Path, meeting: str, language: str | None, out: Path) -> None:
    """Write the agenda of MEETING (its number or uid) as PDF."""
    _pdf("agenda", file, meeting, language, out)


@main.command("notice")
@click.argument("file", type=FILE)
@click.argument("meeting")
@_LANGUAGE
@_OUT
def notice(file: Path, meeting: str, language: str | None, out: Path) -> None:
    """Write the notice of MEETING (its number or uid) as PDF."""
    _pdf("notice", file, meeting, language, out)


@main.command("invitation")
@click.argument("file", type=FILE)
@click.argument("meeting")
@click.option("--each", is_flag=True, help="One letter to each member, each on a page of its own.")
@_LANGUAGE
@_OUT
def invitation(file: Path, meeting: str, each: bool, language: str | None, out: Path) -> None:
    """Write the letter that invites the members to MEETING as PDF."""
    _pdf("invitations" if each else "invitation", file, meeting, language, out)


@main.command("sheet")
@click.argument("file", type=FILE)
@click.argument("meeting")
@click.option("--paper", type=click.Choice(["A4", "Letter"]), help="Default: the council's.")
@_LANGUAGE
@_OUT
def sheet(file: Path, meeting: str, paper: str | None, language: str | None, out: Path) -> None:
    """Write the recording sheet of MEETING, to be filled in by hand, as PDF."""
    from council.services import meetings, publish

    def make(desk: Desk) -> bytes:
        uid = meetings.find_meeting(desk, meeting).uid
        chosen = language or desk.languages()[0]
        return publish.sheet_pdf(desk, uid, chosen, out, paper=paper or "")  # type: ignore[arg-type]

    _work(file, make, read_only=True)


@main.command("minutes")
@click.argument("file", type=FILE)
@click.argument("meeting")
@click.option("--closed", is_flag=True, help="Those of the closed session alone: not public.")
@_LANGUAGE
@_OUT
def minutes(file: Path, meeting: str, closed: bool, language: str | None, out: Path) -> None:
    """Write the minutes of MEETING (its number or uid) as PDF."""
    if not closed:
        _pdf("minutes", file, meeting, language, out)
        return
    from council.services import meetings, publish

    def make(desk: Desk) -> bytes:
        uid = meetings.find_meeting(desk, meeting).uid
        return publish.closed_minutes_pdf(desk, uid, language or desk.languages()[0], out)

    _work(file, make, read_only=True)


@main.command("verify")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_context
def verify(ctx: click.Context, file: Path, as_json: bool) -> None:
    """Check FILE: pages, foreign keys, the chain of steps, and what is odd about the record.

    Exit code 0 only when nothing of severity error was found, else 3.
    """
    from council.services.verify import verify as check

    report = _work(file, check, read_only=True)
    language = ui_language()
    if as_json:
        rows = [
            {
                "severity": str(one.severity),
                "where": one.where,
                "code": one.code,
                "message": catalogue.say(one.message, language),
                "expected": _plain(one.expected),
                "found": _plain(one.found),
            }
            for one in report.findings
        ]
        click.echo(json.dumps({"ok": report.ok, "findings": rows}, ensure_ascii=False, indent=2))
    else:
        _print_findings(list(report.findings))
        click.echo(catalogue.word("verify.ok" if report.ok else "verify.not_ok", language))
    if not report.ok:
        ctx.exit(FOUND_ERRORS)


def _plain(value: Any) -> Any:
    return value if isinstance(value, int | str | None) else str(value)


@main.command("rules")
@click.argument("pack", required=False)
@click.option("--language", type=click.Choice(catalogue.LANGUAGES), help="Default: the system's.")
@click.option(
    "--on",
    "on_date",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Rules of this day; else today's.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the rules as JSON.")
def rules(pack: str | None, language: str | None, on_date: datetime | None, as_json: bool) -> None:
    """List the rule packs, or print PACK in sentences, each with its source."""
    from council.services.rules import printing

    spoken = language or ui_language()
    day = on_date.date() if on_date else None
    if pack is None:
        found = printing.list_packs()
        lines = [printing.pack_line(one, spoken) for one in found]
        data: Any = [printing.pack_data(one, spoken) for one in found]
    else:
        resolved = printing.open_pack(pack, day)
        lines = printing.rule_lines(resolved, spoken)
        data = printing.rules_data(resolved, spoken)
    click.echo(json.dumps(data, ensure_ascii=False, indent=2) if as_json else "\n".join(lines))


@main.command("calendar")
@click.argument("file", type=FILE)
@click.option("-o", "--out", required=True, type=FILE, help="The calendar file (.ics) to write.")
@click.option("--body", help="Only the meetings of the body with this name.")
@_LANGUAGE
def calendar(file: Path, out: Path, body: str | None, language: str | None) -> None:
    """Write the meetings of FILE as a calendar (iCalendar) that other programs can read."""
    from council.services.members.bodies import find_body
    from council.services.schedule.calendar_export import write_calendar_file

    def write(desk: Desk) -> None:
        uid = find_body(desk, body).uid if body else None
        write_calendar_file(desk, out, body_uid=uid, language=language or "")

    _work(file, write, read_only=True)


@main.command("import-calendar")
@click.argument("file", type=FILE)
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--body", help="The body whose meetings they are, where the file does not say.")
@click.option("--preview", is_flag=True, help="Only print what would be imported.")
def import_calendar(file: Path, source: Path, body: str | None, preview: bool) -> None:
    """Import the meetings of SOURCE (a calendar, or a list as CSV or JSON) into FILE."""
    from council.services.members.bodies import find_body
    from council.services.schedule import calendars

    raw, language = _read(source), ui_language()

    def take_in(desk: Desk) -> None:
        uid = find_body(desk, body).uid if body else ""
        found = calendars.preview_import(desk, raw, body_uid=uid)
        for row in found.rows:
            notes = "; ".join(catalogue.say(note, language) for note in row.notes)
            words = f"{row.event.starts:%Y-%m-%d %H:%M}  {row.event.what}"
            click.echo(f"{words}  ({notes})" if notes else words)
        for note in found.notes:
            click.echo(catalogue.say(note, language))
        if preview:
            return
        counts = {"made": 0, "changed": 0}
        if any(row.wanted for row in found.rows):
            done = calendars.apply_import(desk, found).value
            counts = {"made": len(done.made), "changed": len(done.changed)}
        click.echo(catalogue.word("cli.calendar_imported", language, **counts))

    _work(file, take_in, read_only=preview)


@main.command("backup")
@click.argument("file", type=FILE)
@click.argument("out", type=FILE)
def backup(file: Path, out: Path) -> None:
    """Write a sound copy of FILE to OUT, also while it is open in a window."""
    from council.services.files import backup as copy

    _work(file, lambda desk: copy(desk, out), read_only=True)


@main.command("self-test")
def self_test() -> None:
    """Check that this installation works: resources, file, record, PDF in two languages, window."""
    from council.selftest import run

    for line in run():
        click.echo(line)


if __name__ == "__main__":
    main(prog_name="council")

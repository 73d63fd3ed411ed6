"""The command line: exit codes, sentences, files; through click and as a process."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from helpers.full_record import dump, full_record, small_record

from council.__main__ import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run(monkeypatch, tmp_path):
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.chdir(tmp_path)

    def call(*words: str, code: int = 0, **env: str):
        done = CliRunner().invoke(main, list(words), env=env)
        assert done.exit_code == code, (done.output, done.exception)
        if code == 1:
            assert done.stdout == ""
            assert done.stderr.count("\n") == 1
        return done

    return call


@pytest.fixture
def record_file(tmp_path) -> Path:
    path = tmp_path / "in.json"
    path.write_text(dump(full_record()), "utf-8")
    return path


def test_a_new_file_verifies(run, tmp_path):
    run("new", "a.council", "--name", "Riverbend", "--zone", "Asia/Bangkok", "--seats", "7")
    done = run("verify", "a.council", "--json")
    assert json.loads(done.stdout) == {"ok": True, "findings": []}
    assert "No errors" in run("verify", "a.council").stdout
    assert "ไม่พบ" in run("verify", "a.council", LANG="th_TH.UTF-8").stdout


def test_new_never_overwrites(run, tmp_path):
    run("new", "a.council", "--name", "Riverbend")
    before = Path("a.council").read_bytes()
    assert "a.council" in run("new", "a.council", "--name", "Other", code=1).stderr
    assert Path("a.council").read_bytes() == before


def test_new_refused_leaves_no_file(run, tmp_path):
    run("new", "a.council", "--name", "Riverbend", "--zone", "Mars/Base", code=1)
    run("new", "a.council", "--name", "Riverbend", "--pack", "nonsense", code=1)
    assert list(tmp_path.iterdir()) == []


def test_import_and_export_give_the_same_bytes(run, record_file):
    run("import", "a.council", "in.json")
    run("export", "a.council", "out.json", "--private")
    assert Path("out.json").read_bytes() == record_file.read_bytes()
    run("export", "a.council", "public.json", "--public")
    assert "PLANTED" not in Path("public.json").read_text("utf-8")


CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:one@example.org
DTSTART:20270408T110000Z
SUMMARY:Assembly
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def test_a_calendar_comes_in_and_goes_out(run):
    run("new", "a.council", "--name", "Riverbend", "--zone", "Asia/Bangkok")
    Path("in.ics").write_bytes(CALENDAR.encode())
    assert (
        "2027-04-08 18:00  Assembly"
        in run("import-calendar", "a.council", "in.ics", "--preview").stdout
    )
    assert "1 new" in run("import-calendar", "a.council", "in.ics").stdout
    assert "0 new, 0 changed" in run("import-calendar", "a.council", "in.ics").stdout
    run("calendar", "a.council", "-o", "out.ics", "--body", "Riverbend")
    assert b"UID:one@example.org" in Path("out.ics").read_bytes()
    run("calendar", "a.council", "-o", "out.ics", "--body", "Nobody", code=1)
    Path("bad.ics").write_text("BEGIN:VCALENDAR")
    run("import-calendar", "a.council", "bad.ics", code=1)


def test_a_refused_import_leaves_nothing(run, record_file, tmp_path):
    Path("bad.json").write_text(record_file.read_text("utf-8").replace('"ronr"', '"none"'))
    assert "none" in run("import", "a.council", "bad.json", code=1).stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.json", "in.json"]
    assert "gone.json" in run("import", "a.council", "gone.json", code=1).stderr
    assert not Path("a.council").exists()


def test_an_import_into_a_council_is_refused(run, record_file):
    run("new", "a.council", "--name", "Riverbend")
    assert "already" in run("import", "a.council", "in.json", code=1).stderr
    assert "แล้ว" in run("import", "a.council", "in.json", code=1, LANG="th_TH.UTF-8").stderr
    run("verify", "a.council")


def test_findings_are_printed_and_strict_refuses_them(run):
    data = small_record()
    data["meetings"][0]["motions"][0]["votes"][0]["declared"] = "lost"
    Path("odd.json").write_text(dump(data), "utf-8")
    assert "error" in run("import", "b.council", "odd.json", "--strict", code=1).stderr
    assert not Path("b.council").exists()
    done = run("import", "a.council", "odd.json")
    assert "meetings/meeting-1/motions/x1/votes/v1" in done.stdout
    found = json.loads(run("verify", "a.council", "--json", code=3).stdout)
    assert found["ok"] is False
    assert {"severity", "where", "code", "message", "expected", "found"} == set(
        found["findings"][0]
    )
    assert found["findings"][0]["code"] == "outcome_differs"
    assert "a.council" not in run("verify", "a.council", code=3).stdout


def test_a_file_changed_by_hand_fails_verify(run, record_file):
    run("import", "a.council", "in.json")
    with sqlite3.connect("a.council") as conn:
        for (name,) in conn.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            conn.execute(f"DROP TRIGGER {name}")
        conn.execute("UPDATE vote SET declared = 'lost' WHERE uid = 'v1'")
    conn.close()
    found = json.loads(run("verify", "a.council", "--json", code=3).stdout)
    assert "row_differs" in {one["code"] for one in found["findings"]}


def test_agenda_and_minutes_become_pdfs(run, record_file):
    run("import", "a.council", "in.json")
    run("agenda", "a.council", "11/2026", "-o", "agenda.pdf")
    run("minutes", "a.council", "meeting-1", "--language", "th", "-o", "minutes.pdf")
    for name in ("agenda.pdf", "minutes.pdf"):
        assert Path(name).read_bytes().startswith(b"%PDF-")
    assert run("minutes", "a.council", "99/2026", "-o", "no.pdf", code=1).stderr
    assert not Path("no.pdf").exists()
    run("minutes", "a.council", "11/2026", "-o", "new/minutes.pdf")
    no_folder = run("minutes", "a.council", "11/2026", "-o", "in.json/no.pdf", code=1)
    assert "folder" in no_folder.stderr


def test_a_backup_opens_and_is_never_overwritten(run, record_file):
    run("import", "a.council", "in.json")
    run("backup", "a.council", "b.council")
    run("export", "b.council", "out.json", "--private")
    assert Path("out.json").read_bytes() == record_file.read_bytes()
    assert "b.council" in run("backup", "a.council", "b.council", code=1).stderr


@pytest.mark.parametrize("command", [["verify"], ["export"], ["backup"], ["agenda"]])
def test_a_file_that_is_none_is_refused(run, command):
    rest = {"export": ["x.json"], "backup": ["x"], "agenda": ["1", "-o", "x.pdf"]}
    words = [*command, "none.council", *rest.get(command[0], [])]
    assert "none.council" in run(*words, code=1).stderr
    Path("none.council").write_text("shopping list")
    assert "none.council" in run(*words, code=1).stderr
    assert Path("none.council").read_text() == "shopping list"


def test_a_slip_in_a_command_is_wrong_usage(run):
    assert "improt" in run("improt", "a.council", "in.json", code=2).stderr
    run("new", code=2)
    run("export", "a.council", code=2)


def test_the_process_speaks_and_exits_as_told(tmp_path):
    """As a process: no Qt is needed, the refusal stands on stderr, Thai is UTF-8 in any locale."""
    env = {**os.environ, "LANG": "th_TH.UTF-8", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    env.pop("LC_ALL", None)

    def call(*words: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "council", *words]
        return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, check=False)

    (tmp_path / "in.json").write_text(dump(full_record()), "utf-8")
    assert call("import", "a.council", "in.json").returncode == 0
    done = call("export", "a.council", "out.json", "--private")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (tmp_path / "out.json").read_bytes() == (tmp_path / "in.json").read_bytes()
    refused = call("import", "a.council", "in.json")
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert "แล้ว" in refused.stderr.decode("utf-8")
    assert b"Traceback" not in refused.stderr


def test_rules_lists_the_packs(run):
    listed = run("rules").stdout
    assert "ronr: Robert's Rules of Order" in listed
    found = json.loads(run("rules", "--json", "--language", "th").stdout)
    assert {"ronr", "us-ca-brown", "th-coc"} <= {pack["uid"] for pack in found}
    assert all(pack["source"] for pack in found)


def test_rules_prints_a_pack_in_sentences_with_sources(run):
    text = run("rules", "us-nyc-cb").stdout
    assert "A motion is carried by more than half of the members present who may vote" in text
    assert "องค์ประชุม" in run("rules", "th-coc", "--language", "th").stdout
    assert "องค์ประชุม" in run("rules", "th-coc", LANG="th_TH.UTF-8").stdout


def test_rules_prints_the_rules_of_a_day_as_json(run):
    def rule(day: str) -> dict:
        printed = json.loads(run("rules", "us-ca-brown", "--json", "--on", day).stdout)
        return next(one for one in printed["rules"] if one["key"] == "duty.remote_list")

    assert rule("2026-12-05")["known"]
    old = rule("2025-06-01")
    assert (old["known"], old["value"]) == (False, None)
    assert old["sentence"].startswith("Not known for this day")


def test_rules_refuses_a_pack_there_is_not(run):
    assert "nonsense" in run("rules", "nonsense", code=1).stderr
    run("rules", "ronr", "--on", "yesterday", code=2)


@pytest.mark.parametrize(
    "words",
    [["notice"], ["invitation"], ["invitation", "--each"], ["sheet"], ["sheet", "--paper", "A4"]],
)
def test_notices_and_letters_become_pdfs(run, record_file, words):
    run("import", "a.council", str(record_file))
    run(*words, "a.council", "11/2026", "--language", "th", "-o", "out.pdf")
    assert Path("out.pdf").read_bytes().startswith(b"%PDF-")
    assert "99/2026" in run(*words, "a.council", "99/2026", "-o", "b.pdf", code=1).stderr
    assert not Path("b.pdf").exists()

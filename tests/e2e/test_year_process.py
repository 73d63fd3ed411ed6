"""The program as a process on a folder: a year is made, checked, carried to another file, printed.

Every call is a new process with the exit code that is promised: 0 done, 1 refused, 2 wrong usage,
3 errors were found.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

ROOT = Path(__file__).resolve().parents[2]
FILE = "riverbend.council"


def run(folder: Path, *words: str, code: int = 0) -> str:
    """Run the program in a folder; return what it said, after looking at how it ended."""
    env = {key: value for key, value in os.environ.items() if key not in ("LC_ALL", "LC_MESSAGES")}
    env |= {"LANG": "en_US.UTF-8", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    env |= {"HOME": str(folder), "COUNCIL_CONFIG": str(folder), "COUNCIL_DATA": str(folder)}
    command = [sys.executable, "-m", "council", *words]
    done = subprocess.run(
        command, cwd=folder, env=env, capture_output=True, check=False, timeout=60, text=True
    )
    assert done.returncode == code, (words, done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    if code == 1:
        assert done.stdout == ""
        assert done.stderr.count("\n") == 1
    return done.stdout + done.stderr


def text(pdf: Path) -> str:
    """Return a PDF's text but for its fingerprint, which covers uids that a record leaves out."""
    pages = pypdf.PdfReader(io.BytesIO(pdf.read_bytes())).pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())
    return re.sub(r"Fingerprint [0-9a-f]{16}", "", words)


@pytest.fixture(scope="module")
def year(tmp_path_factory) -> Path:
    """Return the folder of the demo's year; tests that change the file take a copy."""
    folder = tmp_path_factory.mktemp("year")
    made = run(folder, "demo", "made").splitlines()
    assert sorted(Path(line).name for line in made) == sorted(
        one.name for one in (folder / "made").iterdir()
    )
    return folder / "made"


def test_the_year_is_the_same_on_every_run(year, tmp_path):
    run(tmp_path, "demo", "again")
    for one in year.iterdir():
        if one.suffix == ".pdf":
            assert (tmp_path / "again" / one.name).read_bytes() == one.read_bytes()
    run(tmp_path, "export", f"again/{FILE}", "again.json", "--private")
    run(tmp_path, "export", str(year / FILE), "made.json", "--private")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "made.json").read_bytes()


def test_the_year_verifies_and_a_changed_one_does_not(year, tmp_path):
    shutil.copy(year / FILE, tmp_path)
    found = json.loads(run(tmp_path, "verify", FILE, "--json"))
    assert found["ok"]
    assert all(one["severity"] != "error" for one in found["findings"])
    with sqlite3.connect(tmp_path / FILE) as conn:
        for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            conn.execute(f"DROP TRIGGER {name}")
        conn.execute("UPDATE vote SET declared = 'lost' WHERE declared = 'carried'")
    conn.close()
    assert not json.loads(run(tmp_path, "verify", FILE, "--json", code=3))["ok"]


def test_the_year_goes_into_another_file_and_comes_out_the_same(year, tmp_path):
    run(tmp_path, "export", str(year / FILE), "out.json", "--private")
    run(tmp_path, "import", "other.council", "out.json")
    run(tmp_path, "verify", "other.council")
    run(tmp_path, "export", "other.council", "back.json", "--private")
    assert (tmp_path / "back.json").read_bytes() == (tmp_path / "out.json").read_bytes()
    assert "already" in run(tmp_path, "import", "other.council", "out.json", code=1)
    meeting = next(
        one for one in json.loads((tmp_path / "out.json").read_text("utf-8"))["meetings"]
        if one["starts_at"].startswith("2026-10-15")
    )  # fmt: skip
    run(tmp_path, "minutes", "other.council", meeting["number"], "-o", "minutes.pdf")
    assert text(tmp_path / "minutes.pdf") == text(year / "2026-10-15-minutes-en.pdf")


def test_every_meeting_of_the_year_prints(year, tmp_path):
    run(tmp_path, "export", str(year / FILE), "out.json", "--private")
    data = json.loads((tmp_path / "out.json").read_text("utf-8"))
    held = [one for one in data["meetings"] if one["state"] == "held"]
    assert held
    for number, meeting in enumerate(held):
        run(tmp_path, "minutes", str(year / FILE), meeting["uid"], "-o", f"{number}.pdf")
        words = text(tmp_path / f"{number}.pdf")
        for motion in meeting["motions"]:
            amendment = "/" in motion["number"]
            assert amendment or motion["number"] in words
    run(tmp_path, "minutes", str(year / FILE), "99/2026", "-o", "none.pdf", code=1)
    run(tmp_path, "minutes", str(year / FILE), code=2)
    assert not (tmp_path / "none.pdf").exists()

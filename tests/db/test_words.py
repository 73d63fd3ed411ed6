"""Each refusal and finding of the db floor has its sentence; opening stays light."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from council import db
from council.catalogue import say
from council.db import council_file
from council.domain.messages import Message

SOURCE = "\n".join(path.read_text() for path in Path(db.__file__).parent.glob("*.py"))
CODES = sorted(
    {
        *re.findall(r'"(error\.\w+|holder\.\w+|step\.\w+)"', SOURCE),
        *(f"finding.{code}" for code in re.findall(r'_finding\(\s*"(\w+)"', SOURCE)),
    }
)


def test_the_codes_are_found_in_the_source():
    assert {"error.file_locked", "error.undo_final", "finding.row_differs"} <= set(CODES)
    assert len(CODES) > 20


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("code", CODES)
def test_each_code_has_its_sentence(code, language):
    named = ("file", "who", "machine", "since", "step", "where", "table", "version")
    sentence = say(Message(code, dict.fromkeys(named, "Q")), language)
    assert sentence
    assert "{" not in sentence
    if language == "th":
        assert re.search("[\u0e01-\u0e5b]", sentence)


def test_opening_does_not_load_sqlite_utils(council_path, clock):
    council_file.create(council_path, clock=clock, actor="AB").close()
    script = (
        "import sys; from council.db import council_file, journal; from datetime import *\n"
        "class C: now = staticmethod(lambda: datetime.now(UTC))\n"
        "council_file.open_file(sys.argv[1], clock=C, actor='x').close()\n"
        "assert 'sqlite_utils' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script, str(council_path)], check=True)

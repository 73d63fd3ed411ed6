"""The log of the program and where it goes when its folder cannot be written."""

import logging
from pathlib import Path

import pytest

from council.ui import crash


@pytest.fixture
def root():
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield root
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_the_log_lies_in_the_data_folder(root, tmp_path):
    file = crash.start_log(tmp_path / "data" / "council")
    logging.getLogger("council.test").info("hello")
    assert file == tmp_path / "data" / "council" / "council.log"
    assert "hello" in file.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_no_reason_not_to_start(root, tmp_path):
    taken = tmp_path / "data"
    taken.write_text("a file, no folder")
    file = crash.start_log(taken)
    logging.getLogger("council.test").info("hello")
    assert "hello" in file.read_text(encoding="utf-8")
    file.unlink()
    file.parent.rmdir()


def _broken(words):
    try:
        int(words)
    except ValueError as error:
        raise RuntimeError(f"Mrs Haddad said {words}") from error


def test_the_report_names_kinds_and_places_and_quotes_nothing_of_the_record():
    with pytest.raises(RuntimeError) as caught:
        _broken("crosswalk")
    text = crash.report(caught.value)
    for part in ("RuntimeError\n", "ValueError\n", "test_log.py:", " _broken\n", "Python 3"):
        assert part in text
    for word in ("Haddad", "crosswalk", "int(words)", str(Path.home())):
        assert word not in text


def test_the_report_of_faults_that_lead_to_each_other_ends():
    first, second = KeyError("a"), IndexError("b")
    first.__cause__, second.__cause__ = second, first
    assert crash.report(first).count("Error\n") == 2

"""The window's words can be found by the translators, and are translated."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "council" / "ui").rglob("*.py"))


def _calls(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = (
                node.func.attr
                if isinstance(node.func, ast.Attribute)
                else getattr(node.func, "id", "")
            )
            if name in ("tr", "translate"):
                yield node


@pytest.mark.parametrize("file", FILES, ids=lambda p: str(p.relative_to(ROOT / "council" / "ui")))
def test_only_plain_strings_are_translated(file):
    wrong = [
        call.lineno
        for call in _calls(ast.parse(file.read_text("utf-8")))
        for argument in call.args[:2]
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str | int))
    ]
    assert not wrong, f"{file.name}: not a plain string in lines {wrong}"


@pytest.mark.parametrize("file", FILES, ids=lambda p: str(p.relative_to(ROOT / "council" / "ui")))
def test_nothing_is_translated_inside_an_f_string(file):
    """The collector does not look into the braces of an f-string: such words stay English."""
    strings = (
        node
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.JoinedStr)
    )
    wrong = [call.lineno for string in strings for call in _calls(string)]
    assert not wrong, f"{file.name}: in an f-string in lines {wrong}"


def test_thai_is_complete_and_current(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    sys.modules.pop("translations", None)
    import translations

    assert translations.check() == []

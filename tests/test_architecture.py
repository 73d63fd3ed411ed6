"""The walls of the house, as far as import-linter cannot see them."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "council").rglob("*.py"))


def test_services_load_no_qt() -> None:
    code = (
        "import pkgutil, importlib, sys, council.services as s\n"
        "for m in pkgutil.walk_packages(s.__path__, 'council.services.'):\n"
        "    importlib.import_module(m.name)\n"
        "print([m for m in sys.modules if m.startswith(('PySide6', 'shiboken'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def _is_tr(node: ast.Call) -> bool:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    return name in ("tr", "translate")


@pytest.mark.parametrize(
    "path", [p for p in SOURCES if "ui" in p.parts], ids=lambda p: str(p.relative_to(ROOT))
)
def test_words_for_translation_are_plain(path: Path) -> None:
    """``tr(f"…")`` is extracted by lupdate but can never match."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and _is_tr(node):
            computed = [arg for arg in node.args if isinstance(arg, ast.JoinedStr)]
            assert not computed, f"line {node.lineno}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_stay_readable(path: Path) -> None:
    """A file of over 500 lines is to be split; tables of the demo's words are no code."""
    if path.name != "year.py":
        assert len(path.read_text("utf-8").splitlines()) <= 500


def test_the_project_speaks_of_itself_alone() -> None:
    strange = ("/work/", "../shared", "/root/", "pypi.org", "registry.npmjs")
    spoken = [
        path
        for folder in ("council", "resources", "docs", "packaging", "tools")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".toml", ".md", ".sh", ".txt", ".json", ".ts")
    ]
    assert len(spoken) > 50
    found = [
        (path.name, word) for path in spoken for word in strange if word in path.read_text("utf-8")
    ]
    assert found == []

"""Change the judges in small ways, one at a time, and see whether a test notices.

usage: python tools/mutate.py [--jobs N] [--into DIR] [--again] [MODULE ...]   (make mutate: all)

mutmut works on a copy outside the checkout and runs tests/domain only. Printed are, for each
module, how many mutants were killed, and every survivor with its line and the change. Letters of
strings (a message's code) are not mutated. What is set is in ``[tool.mutmut]`` of pyproject.toml;
the figures and the survivors are in docs/mutation.md.
"""

from __future__ import annotations

import argparse
import ast
import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
NEEDED = (
    "council", "resources", "tests/conftest.py", "tests/helpers", "tests/domain", "pyproject.toml",
)  # fmt: skip
WITHOUT_STRINGS = """
from mutmut.__main__ import cli
from mutmut.mutation import mutators
mutators.mutation_operators[:] = [
    one for one in mutators.mutation_operators if one[1] is not mutators.operator_string
]
cli()
"""
SURVIVED = {0, 33}  # mutmut's exit codes: all tests passed; no test ran the line
NOT_RUN = {None, 2, 34}


@dataclass(frozen=True)
class Mutant:
    """One change and how its run ended."""

    name: str
    line: int
    code: int | None
    change: str


def copy_tree(into: Path) -> None:
    """Copy what the tests of the judges need, as it stands in the working tree."""
    shutil.rmtree(into / "mutants", ignore_errors=True)
    for part in NEEDED:
        source, target = ROOT / part, into / part
        if source.is_dir():
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)


def modules(wanted: list[str]) -> list[str]:
    """Return the files that are mutated, as pyproject names them, or those asked for."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    every: list[str] = config["only_mutate"]
    found = [path for path in every if (ROOT / path).exists()]
    return [path for path in found if not wanted or Path(path).stem in wanted]


def run(into: Path, paths: list[str], jobs: int) -> None:
    """Run mutmut in the copy; it prints its own progress."""
    names = [path.removesuffix(".py").replace("/", ".") + ".*" for path in paths]
    command = [sys.executable, "-c", WITHOUT_STRINGS, "run", "--max-children", str(jobs), *names]
    subprocess.run(command, cwd=into, check=True)


def mutants(into: Path, path: str) -> Iterator[Mutant]:
    """Yield the mutants of a module with what became of them."""
    mutated = into / "mutants" / path
    codes = json.loads(mutated.with_name(mutated.name + ".meta").read_text("utf-8"))
    written = _functions(ast.parse(mutated.read_text("utf-8")))
    lines = {
        name: node.lineno for name, node in _plain(ast.parse((into / path).read_text("utf-8")))
    }
    for key, code in codes["exit_code_by_key"].items():
        name = key.rpartition(".")[2]
        stem = name.rpartition("__mutmut_")[0]
        before, after = written[f"{stem}__mutmut_orig"], written[name]
        line = _first_difference(before, after)
        start = lines[stem.removeprefix("x_").replace("xǁ", "").replace("ǁ", ".")]
        change = _diff(before, after)
        yield Mutant(key, start + line - before.lineno, code, change)


def _functions(tree: ast.Module) -> dict[str, ast.FunctionDef]:
    return {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def _plain(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef):
                    yield f"{node.name}.{inner.name}", inner


def _first_difference(before: ast.AST, after: ast.AST) -> int:
    """Return the line of the first node that is not the same."""
    line: int = getattr(before, "lineno", 0)
    ours, theirs = (list(ast.iter_child_nodes(node)) for node in (before, after))
    if type(before) is not type(after) or len(ours) != len(theirs):
        return line
    for one, other in zip(ours, theirs, strict=True):
        if ast.dump(one) != ast.dump(other):
            return max(line, _first_difference(one, other))
    return line


def _diff(before: ast.FunctionDef, after: ast.FunctionDef) -> str:
    after.name = before.name
    old, new = (ast.unparse(node).splitlines() for node in (before, after))
    lines = list(unified_diff(old, new, lineterm="", n=0))[2:]
    return "\n".join(f"      {line}" for line in lines if not line.startswith("@@"))


def report(into: Path, paths: list[str]) -> None:
    """Print the table and the survivors."""
    survivors: list[tuple[str, Mutant]] = []
    print(f"\n{'module':<34}{'mutants':>8}{'killed':>8}{'%':>7}")
    for path in paths:
        every = list(mutants(into, path))
        found = [one for one in every if one.code not in NOT_RUN]
        if len(found) < len(every):
            print(f"{path}: {len(every) - len(found)} mutants did not run")
        lived = [one for one in found if one.code in SURVIVED]
        killed = len(found) - len(lived)
        share = 100 * killed / len(found) if found else 100
        print(f"{path:<34}{len(found):>8}{killed:>8}{share:>7.1f}")
        survivors += [(path, one) for one in lived]
    for path, one in survivors:
        untested = "  (no test runs it)" if one.code == 33 else ""
        print(f"\n{path}:{one.line}  {one.name.rpartition('.')[2]}{untested}\n{one.change}")


def main() -> None:
    """Copy, run, report."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("modules", nargs="*", metavar="MODULE", help="voting, quorum, notice …")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--into", type=Path, help="folder of the copy; kept")
    parser.add_argument("--again", action="store_true", help="only report what the last run found")
    given = parser.parse_args()
    into = given.into or Path(tempfile.mkdtemp(prefix="council-mutants-"))
    into.mkdir(parents=True, exist_ok=True)
    paths = modules(given.modules)
    if not given.again:
        copy_tree(into)
        run(into, paths, given.jobs)
    report(into, paths)
    if not given.into:
        shutil.rmtree(into)


if __name__ == "__main__":
    main()

"""The packaged program works by itself: built, installed in an empty place, self-tested."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_resources_travel_inside(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for one in (
        "council/resources/themes/tokens.toml",
        "council/resources/i18n/core.th.toml",
        "council/resources/rules/ronr.toml",
        "council/resources/schema/record.schema.json",
    ):
        assert one in names
    assert any(name.startswith("council/resources/fonts/") for name in names)
    assert any(name.endswith(".svg") for name in names)
    assert not any(name.startswith("tests/") for name in names)


@pytest.mark.timeout(600)
def test_self_test_of_the_installed_program(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "env"
    venv.create(place, with_pip=False)
    folder = "Scripts" if os.name == "nt" else "bin"
    python = place / folder / "python"
    # The packages it needs come from this environment, so that nothing is downloaded twice; the
    # program itself comes from the wheel alone, and runs outside the checkout.
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
    subprocess.run([*install, "--no-deps", "--no-index", str(wheel)], check=True)
    ours = Path(pytest.__file__).resolve().parents[1]
    environment = {**os.environ, "PYTHONPATH": str(ours), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTEST_VERSION", None)
    done = subprocess.run(
        [str(python), "-m", "council", "self-test"],
        cwd=tmp_path,
        env={**environment, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    where = subprocess.check_output(
        [str(python), "-c", "import council; print(council.__file__)"],
        cwd=tmp_path,
        env=environment,
        text=True,
    )
    assert Path(where.strip()).is_relative_to(place)

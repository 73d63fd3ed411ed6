"""Render every page of the window from the demo council into screenshots/.

python tools/screenshots.py [--out FOLDER] [--only th-dark] [--pages today,meeting] [--twice]

Each picture is a process-wide choice of scale, so ``--twice`` starts the program once more at 2x.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(ROOT))

SIZE = (1440, 900)
STEPS = ("plan", "notice", "meet", "minutes", "approve", "publish")


class Quiet:
    """Answers no dialog; a refusal ends the run."""

    def open_path(self, *_: object) -> None:
        return None

    def save_path(self, *_: object) -> None:
        return None

    def refuse(self, title: str, sentence: str, _choices: object = ()) -> int:
        raise SystemExit(f"{title}: {sentence}")


def stops(reader: object) -> list[tuple[str, str, dict[str, str]]]:
    """Return (route, uid, options) of everything there is to see."""
    from council.services import meetings, people

    found = meetings.list_meetings(reader)
    persons = people.list_people(reader)
    made: list[tuple[str, str, dict[str, str]]] = [
        (route, "", {})
        for route in ("today", "meetings", "members", "decisions", "actions", "publish")
    ]
    if found:
        chosen = {m.state.value: m.uid for m in found}
        for step in STEPS:
            state = "held" if step in ("minutes", "approve", "publish") else "planned"
            state = "in_session" if step == "meet" and "in_session" in chosen else state
            made.append(("meeting", chosen.get(state, found[-1].uid), {"step": step}))
    if persons:
        made.append(("person", persons[0].uid, {}))
    made += [("council", "", {"tab": tab}) for tab in ("record", "rules", "window", "history")]
    return made


def render(
    out: Path, languages: list[str], schemes: list[str], pages: list[str], suffix: str
) -> None:
    """Draw what was asked for into PNG files."""
    from PySide6.QtWidgets import QApplication

    from council.app import ProgramHost
    from council.ui import fonts
    from council.ui.main_window import MainWindow
    from council.ui.settings import Settings

    app = QApplication([])
    fonts.load_fonts()
    folder = Path(tempfile.mkdtemp(prefix="council-screens-"))
    settings = Settings(folder / "settings.json", language="en", scheme="light", actor="AH")
    host = ProgramHost(settings, folder)
    window = MainWindow(host, settings, Quiet())
    window.resize(*SIZE)
    window.show()

    def snap(name: str) -> None:
        for _ in range(3):
            app.processEvents()
        window.grab().save(str(out / f"{name}{suffix}.png"))
        print(f"{name}{suffix}.png")

    out.mkdir(parents=True, exist_ok=True)
    for language in languages:
        for scheme in schemes:
            settings.scheme = scheme
            window.close_council()
            window.set_language(language)
            mark = f"{language}-{scheme.replace('_', '-')}"
            if not pages or "start" in pages:
                snap(f"start-{mark}")
            if not pages or "new_council" in pages:
                window.show_new()
                page = window.centralWidget()
                page.place_page.names[language].setText("Riverbend")
                page.go_on()
                snap(f"new_council-{mark}")
            window.open_demo()
            shell = window.shell()
            for route, uid, more in stops(window.opened.reader):
                if pages and route not in pages:
                    continue
                shell.navigate(route, uid, **more)
                snap("-".join([route, *more.values(), mark]))
    window.close()


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "screenshots")
    parser.add_argument("--only", default="", help="en, th-dark, …")
    parser.add_argument("--pages", default="")
    parser.add_argument("--twice", action="store_true", help="also at twice the pixels")
    given = parser.parse_args()
    language, _, scheme = given.only.partition("-")
    languages = [language] if language else ["en", "th"]
    schemes = [scheme.replace("-", "_")] if scheme else ["light", "dark"]
    pages = [page for page in given.pages.split(",") if page]
    doubled = os.environ.get("QT_SCALE_FACTOR") == "2"
    render(given.out, languages, schemes, pages, "@2x" if doubled else "")
    if given.twice and not doubled:
        command = [sys.executable, *[a for a in sys.argv if a != "--twice"]]
        subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=True)


if __name__ == "__main__":
    main()

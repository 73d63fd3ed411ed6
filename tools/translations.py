"""Collect the window's words into resources/i18n/council_th.ts and build council_th.qm.

python tools/translations.py           update the .ts from the source, then build the .qm
python tools/translations.py --check   fail when a word is untranslated or a file is not current
python tools/translations.py --fill F  take translations from a TOML file ("source" = "words") first
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TS = ROOT / "resources" / "i18n" / "council_th.ts"
QM = TS.with_suffix(".qm")
BIN = Path(sys.executable).parent


def sources() -> list[str]:
    """Return every file of the window, in a fixed order."""
    return [str(p.relative_to(ROOT)) for p in sorted((ROOT / "council" / "ui").rglob("*.py"))]


def update(ts: Path) -> None:
    """Merge the words of the source into a .ts file; what is gone from the source goes."""
    command = [BIN / "pyside6-lupdate", "-no-obsolete", "-locations", "none", *sources(), "-ts", ts]
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True, capture_output=True)


def release(ts: Path, qm: Path) -> None:
    """Build the binary that the program loads."""
    command = [str(BIN / "pyside6-lrelease"), "-silent", str(ts), "-qm", str(qm)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def messages(ts: Path) -> dict[tuple[str, str], str | None]:
    """Return (context, source) -> translation of a .ts file; None where it is unfinished."""
    found: dict[tuple[str, str], str | None] = {}
    if not ts.exists():
        return found
    for context in ET.parse(ts).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            words = message.find("translation")
            done = words is not None and words.get("type") is None and (words.text or "").strip()
            found[name, message.findtext("source") or ""] = str(words.text) if done else None
    return found


def fill(ts: Path, words: dict[str, str]) -> int:
    """Write translations into the unfinished messages; return how many."""
    tree = ET.parse(ts)  # noqa: S314 - our own file
    count = 0
    for message in tree.getroot().iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        if translation is None or source not in words or translation.get("type") is None:
            continue
        translation.text = words[source]
        translation.attrib.pop("type")
        count += 1
    tree.write(ts, encoding="utf-8", xml_declaration=True)
    return count


def check() -> list[str]:
    """Return what is wrong with the files as they are."""
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / TS.name
        if TS.exists():
            fresh.write_bytes(TS.read_bytes())
        update(fresh)
        now, kept = messages(fresh), messages(TS)
        wrong += [f"not collected: {key}" for key in now.keys() - kept.keys()]
        wrong += [f"not in the source any more: {key}" for key in kept.keys() - now.keys()]
        wrong += [f"not translated: {key}" for key, words in kept.items() if words is None]
        wrong += [
            f"placeholders differ: {key}"
            for key, words in kept.items()
            if words is not None and placeholders(key[1]) != placeholders(words)
        ]
        built = Path(folder) / QM.name
        release(TS, built)
        if not QM.exists() or QM.read_bytes() != built.read_bytes():
            wrong.append(f"{QM.name} is older than {TS.name}")
    return sorted(wrong)


def placeholders(text: str) -> set[str]:
    """Return the names in braces."""
    return {part.partition("}")[0] for part in text.split("{")[1:]}


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--fill", type=Path)
    given = parser.parse_args()
    if given.check:
        wrong = check()
        print("\n".join(wrong) or "translations are complete and current")
        return 1 if wrong else 0
    update(TS)
    if given.fill:
        print(f"filled {fill(TS, tomllib.loads(given.fill.read_text('utf-8')))}")
        update(TS)
    release(TS, QM)
    found = messages(TS)
    print(f"{len(found)} messages, {sum(1 for w in found.values() if w is None)} not translated")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Kill the real program at random moments of a meeting, and look whether anything is lost.

``kill_meeting.py 200 [SEED]`` (``make kill``) kills it 200 times. A killed program is started
again on the same file, has to stand where it stood, and goes on with the meeting from there until
it is killed again; when the meeting is over a new one begins. For each kill:

- the file is whole, and its record is that of the last confirmed act, or of what was under way;
- what was half typed and confirmed as kept is there, and words that went on record are no draft;
- the console opens by itself on the same item, stack, vote, ballots, form and words.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kill_script import ITEMS, PEOPLE, script
from kill_state import record, standing, typed

from council.app import found_on
from council.domain.text import Text
from council.services import meetings
from council.services.desk import create_council_file, open_desk
from council.services.members import bodies
from council.services.members.names import parse_names
from council.services.planning import agenda
from council.services.verify import verify
from council.ui.host import Founding
from council.ui.settings import Settings

CHILD = Path(__file__).with_name("kill_child.py")
STARTING_S, LONGEST_S = 4.0, 6.0
MOST_KEYS, LATEST_MS = 200, 12.0
WAIT_S = 90


@dataclass
class Course:
    """How the meeting goes when nobody kills the program.

    ``acts`` has (record, half-typed) after each act, ``steps`` the records that were seen on the
    way to it, the first of each standing for the beginning.
    """

    acts: list[tuple[dict[str, Any], dict[str, Any]]]
    steps: list[list[dict[str, Any]]]

    def after(self, confirmed: int) -> dict[str, Any]:
        """Return the record after an act, -1 for the beginning."""
        return self.steps[0][0] if confirmed < 0 else self.acts[confirmed][0]


@dataclass
class Meeting:
    """One council file with its program's settings, and how far its meeting is."""

    folder: Path
    uid: str = ""
    done: int = -1  # the last act that the record has
    stood: dict[str, Any] | None = None  # where the console has to stand when it is opened again
    runs: int = 0

    @property
    def file(self) -> Path:
        """Return where the council file lies."""
        return self.folder / "riverbend.council"

    def found(self) -> None:
        """Make the council, its people and a meeting with an agenda."""
        self.folder.mkdir(parents=True)
        desk = create_council_file(self.file, actor="DC")
        founding = Founding(
            name=Text.of("Riverbend", "en"), time_zone="America/Los_Angeles",
            pack="ronr-small-board", seats=len(PEOPLE),
            people=parse_names("\n".join(PEOPLE).replace("\n", ", Chair\n", 1), "en"),
        )  # fmt: skip
        found_on(desk, founding)
        body = bodies.list_bodies(desk)[0].uid
        starts = datetime.now(UTC).replace(second=0, microsecond=0, tzinfo=None)
        self.uid = meetings.plan_meeting(desk, body_uid=body, starts_local=starts).value
        for title in ITEMS:
            agenda.add_item(desk, self.uid, title=Text.of(title, "en"), kind="decision")
        council = desk.conn.execute("SELECT uid FROM council").fetchone()[0]
        desk.close()
        settings = Settings(self.folder / "settings.json", language="en", scheme="light")
        settings.sign(council, "DC")

    def run(
        self, keys: int = -1, ms: float = 0.0, seconds: float | None = None, *, stands: bool = False
    ) -> list[Any]:
        """Run the program until it is killed or done; return what it logged.

        ``seconds`` count from the start, with ``stands`` from when the console is to be seen.
        """
        self.runs += 1
        log = self.folder / f"log-{self.runs}.jsonl"
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        env |= {"COUNCIL_CONFIG": str(self.folder), "COUNCIL_DATA": str(self.folder)}
        told = [str(self.file), str(log), str(self.done + 1), str(keys), str(ms)]
        told_off = self.folder / f"errors-{self.runs}.txt"
        with told_off.open("wb") as errors:
            command = [sys.executable, "-X", "faulthandler", str(CHILD), *told]
            child = subprocess.Popen(command, env=env, stderr=errors)
        if seconds is not None:
            until = time.monotonic() + WAIT_S
            while stands and not log.exists() and child.poll() is None:
                if time.monotonic() > until:
                    break
                time.sleep(0.02)
            time.sleep(seconds)
            child.kill()
        code = child.wait(WAIT_S)
        lines = log.read_text("utf-8").splitlines() if log.exists() else []
        found = [json.loads(line) for line in lines if line.endswith("}")]
        trouble = [one for one in found if "trouble" in one]
        if trouble or code not in (0, -signal.SIGKILL):
            said = told_off.read_text("utf-8", "replace")
            raise AssertionError(f"the program ended with {code}: {trouble} {said}")
        return found


def course(folder: Path) -> Course:
    """Hold the meeting once without killing anything."""
    meeting = Meeting(folder)
    meeting.found()
    desk = open_desk(meeting.file, read_only=True)
    beginning = record(desk, meeting.uid)
    desk.close()
    made = Course([], [])
    seen = [beginning]
    for one in meeting.run():
        if "step" in one:
            seen.append(one["step"])
        if "act" in one:
            made.acts.append((one["record"], one["typed"]))
            made.steps.append(seen)
            seen = []
    if len(made.acts) != len(script()):
        raise AssertionError(f"only {len(made.acts)} of {len(script())} acts were done")
    return made


@dataclass
class Tally:
    """What came of the kills."""

    kills: int = 0
    under_way: int = 0
    restarts: int = 0
    where: Counter[str] = field(default_factory=Counter)


def kill_once(meeting: Meeting, way: Course, chance: random.Random, tally: Tally) -> None:
    """Run the program, kill it, and check the file; AssertionError says what is wrong."""
    how = chance.random()
    if how < 0.1:
        log = meeting.run(seconds=chance.uniform(0.3, STARTING_S))
    elif how < 0.5:
        log = meeting.run(seconds=chance.uniform(0, LONGEST_S), stands=True)
    else:
        log = meeting.run(chance.randint(1, MOST_KEYS), chance.uniform(0, LATEST_MS))
    check_standing(meeting, log, tally)
    done = [one["act"] for one in log if "act" in one]
    confirmed = done[-1] if done else meeting.done
    tally.kills += 1
    tally.where[script()[min(confirmed + 1, len(script()) - 1)].name.split(" ")[0]] += 1
    assert verify(meeting.file).ok, "the file is not whole"
    desk = open_desk(meeting.file, read_only=True)
    found, half = record(desk, meeting.uid), typed(desk, meeting.uid)
    meeting.stood = {**standing(desk, meeting.uid), "half": half}
    desk.close()
    meeting.done = check_record(way, confirmed, found, half)
    tally.under_way += found != way.after(confirmed)


def check_standing(meeting: Meeting, log: list[Any], tally: Tally) -> None:
    """Compare where the console stood after a restart with what the file had said."""
    shown = next((one for one in log if "stands" in one), None)
    if shown is None or meeting.stood is None:
        return
    tally.restarts += 1
    stood = meeting.stood
    for part in ("item", "stack", "vote"):
        assert shown["stands"][part] == stood[part], (part, shown, stood)
    if stood["vote"] == "roll_call":
        assert shown["stands"]["given"] == stood["given"], (shown, stood)
    for name, values in stood["half"].items():
        words = {key: each for key, each in values.items() if each}
        if name.startswith("vote:"):
            assert shown["words"]["counts"], (shown, stood)
        elif name in ("note", "motion", "action"):
            assert shown["words"]["form"] == name, (shown, stood)
            there = shown["words"]["values"]
            assert {key: there.get(key) for key in words if key in there} == {
                key: each for key, each in words.items() if key in there
            }
            assert "text" not in words or there.get("text") == words["text"], (shown, stood)


def check_record(way: Course, confirmed: int, found: dict[str, Any], half: dict[str, Any]) -> int:
    """Compare the record with the course; return the last act that is wholly in it."""
    last = confirmed == len(way.acts) - 1
    under_way = [] if last else [*way.steps[confirmed + 1], way.acts[confirmed + 1][0]]
    assert found in [way.after(confirmed), *under_way], (confirmed, found, way.after(confirmed))
    if found == way.after(confirmed):
        kept = way.acts[confirmed][1] if confirmed >= 0 else {}
        for name, values in kept.items():
            for key, words in values.items():
                assert half.get(name, {}).get(key, "").startswith(words), (name, half, kept)
        return confirmed
    if found != way.acts[confirmed + 1][0]:
        return confirmed
    wanted = way.acts[confirmed + 1][1]
    forms = {name for name in half if name in ("note", "motion", "action")}
    assert forms <= set(wanted), ("recorded and still a draft", half)
    return confirmed + 1


def main(kills: int, seed: int) -> int:
    """Kill so often; print what came of it."""
    chance, tally = random.Random(seed), Tally()
    with tempfile.TemporaryDirectory() as folder:
        way = course(Path(folder) / "course")
        print(f"{len(way.acts)} acts; seed {seed}", flush=True)
        number, meeting = 0, None
        while tally.kills < kills:
            if meeting is None or meeting.done == len(way.acts) - 1:
                number += 1
                meeting = Meeting(Path(folder) / f"meeting-{number}")
                meeting.found()
            kill_once(meeting, way, chance, tally)
            if tally.kills % 20 == 0:
                print(f"{tally.kills} kills, {number} meetings", flush=True)
    print(
        f"{tally.kills} kills in {number} meetings: nothing lost. {tally.under_way} fell into a "
        f"step that was under way and is whole; {tally.restarts} restarts stood where they stood."
    )
    print(", ".join(f"{name} {count}" for name, count in tally.where.most_common()))
    return 0


if __name__ == "__main__":
    arguments = [int(one) for one in sys.argv[1:]]
    sys.exit(main(*(arguments + [200, 20170830][len(arguments) :])))

"""An agenda of 120 items with 40 papers of 200 MB: every edit, the list, and opening the file.

An edit runs on the thread that writes; what the window then reads runs on its own thread and has
50 ms. A file with the papers may open at most a quarter slower than one without.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from council.domain.text import Text
from council.services import council, meetings
from council.services.desk import Desk, create_council_file, open_desk
from council.services.duties.meeting_duties import plan_remarks
from council.services.members import bodies
from council.services.planning import agenda, agenda_bulk, papers, revisions
from council.services.planning.agenda_carry import carry_over_candidates
from council.services.planning.agenda_lint import lint_agenda

if TYPE_CHECKING:
    from collections.abc import Callable

ITEMS, PAPERS, MEGABYTES = 120, 40, 200
READ_LIMIT = 0.050
OPEN_LIMIT = 1.25
ROUNDS = 7


def build(path: Path, *, with_papers: bool) -> str:
    """Make a council with one long agenda; return the meeting's uid."""
    desk = create_council_file(path, actor="bench")
    council.found_council(
        desk, name=Text.of("Riverbend", "en"), languages=("en", "th"), time_zone="Asia/Bangkok",
        pack="us-ca-brown", seats=15,
    )  # fmt: skip
    body = bodies.list_bodies(desk)[0].uid
    meeting = meetings.plan_meeting(
        desk, body_uid=body, starts_local=datetime(2027, 3, 11, 18, 30)
    ).value
    lines = [f"{n}. Head {n}" for n in range(1, 21)]
    pasted = [
        line
        for n, head in enumerate(lines, start=1)
        for line in (head, *(f"{n}.{k} Item {n}.{k} (3 min)" for k in range(1, 6)))
    ]
    uids = agenda_bulk.paste_items(desk, meeting, "\n".join(pasted)).value
    assert len(uids) == ITEMS
    if with_papers:
        size = MEGABYTES * 1_000_000 // PAPERS
        for n in range(PAPERS):
            content = b"%PDF-1.7\n" + os.urandom(size)
            papers.add_paper(desk, uids[n * 3], f"Paper {n}.pdf", content)
    desk.close()
    return meeting


def timed(work: Callable[..., Any], *args: Any, **named: Any) -> float:
    """Return the seconds that a call takes."""
    start = perf_counter()
    work(*args, **named)
    return perf_counter() - start


def edits(desk: Desk, meeting: str) -> dict[str, float]:
    """Make each kind of edit; return its seconds by name."""
    found = agenda.list_items(desk, meeting)
    heads = [one.uid for one in found if one.depth == 0]
    inner = [one.uid for one in found if one.depth]
    title = Text.of("Item", "en")
    return {
        "add an item": timed(agenda.add_item, desk, meeting, title=title, after_uid=heads[0]),
        "retitle an item": timed(agenda.change_item, desk, heads[1], title=title),
        "move an item": timed(agenda.move_item, desk, heads[-1], None, 0),
        "move 30 items": timed(agenda_bulk.move_items, desk, inner[:30], heads[-2], 0),
        "indent 5 items": timed(agenda_bulk.indent_items, desk, heads[2:7]),
        "change 60 items": timed(agenda_bulk.change_items, desk, inner[:60], minutes=7),
        "paste 50 items": timed(agenda_bulk.paste_items, desk, meeting, "Item\n" * 50),
        "remove 10 items": timed(agenda_bulk.remove_items, desk, inner[40:50]),
        "add a small paper": timed(papers.add_paper, desk, heads[1], "a.txt", b"words"),
        "add a 5 MB paper": timed(
            papers.add_paper, desk, heads[1], "b.pdf", b"%PDF-" + os.urandom(5_000_000)
        ),
        "apply a template": timed(agenda.apply_template, desk, meeting, "regular"),
        "post the notice": timed(meetings.post_notice, desk, meeting, place="Door"),
        "strike an item": timed(agenda.remove_item, desk, heads[3]),
    }


def reads(desk: Desk, meeting: str) -> dict[str, float]:
    """Read what the pages show, each as the first time; return seconds by name."""

    def best(work: Callable[..., Any]) -> float:
        taken = []
        for _ in range(ROUNDS):
            desk.conn.memo.clear()
            taken.append(timed(work, desk, meeting))
        return min(taken)

    return {
        "list_items": best(agenda.list_items),
        "list_papers": best(papers.list_papers),
        "carry_over_candidates": best(carry_over_candidates),
        "plan_remarks": best(plan_remarks),
        "lint_agenda": best(lint_agenda),
        "changes_since": best(revisions.changes_since),
    }


def opening(path: Path, meeting: str) -> float:
    """Return the seconds to open a file and list its agenda."""

    def once() -> None:
        desk = open_desk(path)
        agenda.list_items(desk, meeting)
        desk.close()

    return statistics.median(timed(once) for _ in range(ROUNDS))


def main() -> int:
    """Print the figures; return 1 when one is above its limit."""
    with tempfile.TemporaryDirectory() as folder:
        bare, full = Path(folder) / "bare.council", Path(folder) / "full.council"
        bare_meeting = build(bare, with_papers=False)
        meeting = build(full, with_papers=True)
        size = full.stat().st_size / 1_000_000
        print(f"agenda of {ITEMS} items, {PAPERS} papers; file of {size:.0f} MB")
        without, with_papers = opening(bare, bare_meeting), opening(full, meeting)
        ratio = with_papers / without
        print(f"open without papers                {without * 1000:8.1f} ms")
        told = f"{with_papers * 1000:8.1f} ms   {ratio:.2f} times (at most {OPEN_LIMIT})"
        print(f"open with them                     {told}")
        desk = open_desk(full)
        for name, taken in edits(desk, meeting).items():
            print(f"  edit, off the GUI thread: {name:24}{taken * 1000:8.1f} ms")
        late = []
        for name, taken in reads(desk, meeting).items():
            print(f"  read, on the GUI thread:  {name:24}{taken * 1000:8.1f} ms")
            late += [name] if taken > READ_LIMIT else []
        desk.close()
    return int(bool(late) or ratio > OPEN_LIMIT)


if __name__ == "__main__":
    sys.exit(main())

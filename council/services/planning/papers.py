"""Papers of agenda items: kept under their SHA-256, in versions, public or for members only.

Lists read no bytes; whoever opens a paper asks for them by name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from council.db import blobs, rows
from council.domain import media_types
from council.domain.messages import InputRefused, NotAllowed
from council.services import guard
from council.services.desk import Changes, Done

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from council.services.desk import Desk

_AGENDA: Changes = frozenset({"agenda", "meetings"})
_MEGABYTE = 1_000_000
MOST_BYTES = 200 * _MEGABYTE


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A paper that belongs to an item, in its newest version; its bytes lie under their SHA-256."""

    uid: str
    name: str
    media_type: str
    sha256: str
    public: bool = True
    pages: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One version of a paper; ``size`` in bytes, ``pages`` None where nobody counted them.

    ``added_at`` is None for a paper that came in before versions were kept.
    """

    uid: str
    meeting_uid: str | None
    item_uid: str | None
    name: str
    media_type: str
    sha256: str
    size: int
    pages: int | None
    public: bool
    version: int
    replaces_uid: str | None
    added_at: datetime | None
    newest: bool


def newest_papers(
    desk: Desk, meeting_uid: str, *, public_only: bool = False
) -> dict[str, tuple[AttachmentRow, ...]]:
    """Return the papers of a meeting's items by item uid, each in its newest version."""
    found = rows.find(desk.conn, "attachment", meeting_uid=meeting_uid)
    versions = _versions(found)
    papers: dict[str, tuple[AttachmentRow, ...]] = {}
    for one in _newest(found):
        if public_only and not one["public"]:
            continue
        row = AttachmentRow(
            uid=one["uid"],
            name=one["name"],
            media_type=one["media_type"],
            sha256=one["sha256"],
            public=bool(one["public"]),
            pages=one["pages"],
            version=versions[one["uid"]],
        )
        papers[one["item_uid"]] = (*papers.get(one["item_uid"], ()), row)
    return papers


def _newest(found: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the papers that no other replaces, each where its first version stood."""
    replaced = {one["replaces_uid"] for one in found}
    by_uid = {one["uid"]: one for one in found}

    def place(one: dict[str, Any]) -> int:
        while one["replaces_uid"] in by_uid:
            one = by_uid[one["replaces_uid"]]
        return int(one["position"])

    return sorted((one for one in found if one["uid"] not in replaced), key=place)


def _versions(found: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """Return the number of each version: how many there are up to it."""
    replaces = {one["uid"]: one["replaces_uid"] for one in found}
    counts: dict[str, int] = {}
    for uid in replaces:
        count, at = 0, uid
        while at in replaces:
            count, at = count + 1, replaces[at]
        counts[uid] = count
    return counts


def list_papers(
    desk: Desk, meeting_uid: str, item_uid: str | None = None, *, public_only: bool = False
) -> list[PaperRow]:
    """Return the newest version of each paper of a meeting, or of one of its items."""
    wanted = {"item_uid": item_uid} if item_uid else {}
    found = rows.find(desk.conn, "attachment", meeting_uid=meeting_uid, **wanted)
    kept = {one["uid"] for one in _newest(found) if one["public"] or not public_only}
    return [one for one in _paper_rows(desk, found) if one.uid in kept]


def list_versions(desk: Desk, paper_uid: str) -> list[PaperRow]:
    """Return every version of a paper, the newest first."""
    family = _family(desk, guard.row(desk, "attachment", paper_uid))
    return sorted(_paper_rows(desk, family), key=lambda one: -one.version)


def _paper_rows(desk: Desk, found: Sequence[dict[str, Any]]) -> list[PaperRow]:
    versions = _versions(found)
    order = {one["uid"]: place for place, one in enumerate(_newest(found))}
    sizes = blobs.blob_sizes(desk.conn, {one["sha256"] for one in found})
    listed = [
        PaperRow(
            uid=one["uid"],
            meeting_uid=one["meeting_uid"],
            item_uid=one["item_uid"],
            name=one["name"],
            media_type=one["media_type"],
            sha256=one["sha256"],
            size=sizes.get(one["sha256"], 0),
            pages=one["pages"],
            public=bool(one["public"]),
            version=versions[one["uid"]],
            replaces_uid=one["replaces_uid"],
            added_at=guard.moment_of(one, "added_at"),
            newest=one["uid"] in order,
        )
        for one in found
    ]
    return sorted(listed, key=lambda one: order.get(one.uid, len(order)))


def _family(desk: Desk, paper: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return all versions of a paper, given any of them."""
    found = rows.find(desk.conn, "attachment", item_uid=paper["item_uid"])
    by_uid = {one["uid"]: one for one in found}

    def first(one: Mapping[str, Any]) -> str:
        while one["replaces_uid"] in by_uid:
            one = by_uid[one["replaces_uid"]]
        return str(one["uid"])

    wanted = first(paper)
    return [one for one in found if first(one) == wanted]


def paper_bytes(desk: Desk, paper_uid: str) -> bytes:
    """Return the bytes of one version of a paper."""
    found = guard.row(desk, "attachment", paper_uid)
    return blobs.get_blob(desk.conn, found["sha256"]) or b""


def save_paper(desk: Desk, paper_uid: str, path: Path) -> Path:
    """Write one version of a paper into a file, replacing what is there; return the path.

    InputRefused when the file cannot be written.
    """
    found = guard.row(desk, "attachment", paper_uid)
    try:
        with path.open("wb") as file:
            for part in blobs.blob_parts(desk.conn, found["sha256"]):
                file.write(part)
    except OSError as error:
        raise InputRefused("error.paper_unwritable", name=path.name) from error
    return path


# ------------------------------------------------------------------------------- writing


def add_paper(
    desk: Desk, item_uid: str, name: str, content: bytes, *, public: bool = True
) -> Done[str]:
    """Attach a paper to an item; return its uid. What it is, its bytes say, not its name."""
    found = _item(desk, item_uid)
    _check(name, content)
    with desk.step("step.attach", name=name, title=found["title"]):
        uid = _put(desk, found, name, content, public=public)
    return Done(uid, _AGENDA)


def add_paper_files(
    desk: Desk,
    item_uid: str,
    paths: Iterable[Path],
    *,
    public: bool = True,
    go_on: Callable[[Path], bool] = lambda _path: True,
) -> Done[list[str]]:
    """Attach files to an item in one step, their names kept; return the papers' uids.

    Reads the files, so it belongs on the thread that writes. ``go_on`` is asked before each; when
    it says no, none is attached. InputRefused names the file that cannot be read, is empty or too
    large; then none is attached either.
    """
    found = _item(desk, item_uid)
    read: list[tuple[str, bytes]] = []
    for path in paths:
        if not go_on(path):
            return Done([], frozenset())
        read.append((path.name, _read(path)))
        _check(*read[-1])
    if not read:
        raise InputRefused("error.no_paper_chosen")
    with desk.step("step.attach_files", count=len(read), title=found["title"]):
        made = [_put(desk, found, name, content, public=public) for name, content in read]
    return Done(made, _AGENDA)


def add_version(desk: Desk, paper_uid: str, name: str, content: bytes) -> Done[str]:
    """Put a newer version in place of a paper, as public as it was; the older one is kept."""
    old = guard.row(desk, "attachment", paper_uid)
    guard.unlocked(desk, old["meeting_uid"])
    _check(name, content)
    if rows.count(desk.conn, "attachment", replaces_uid=paper_uid):
        raise NotAllowed("error.paper_replaced", name=old["name"])
    item = _item(desk, old["item_uid"])
    with desk.step("step.replace_paper", name=old["name"], title=item["title"]):
        uid = _put(desk, item, name, content, public=bool(old["public"]), replaces=paper_uid)
    return Done(uid, _AGENDA)


def add_version_file(desk: Desk, paper_uid: str, path: Path) -> Done[str]:
    """Put a file in place of a paper as its newer version; reads it, as ``add_paper_files``."""
    return add_version(desk, paper_uid, path.name, _read(path))


def set_public(desk: Desk, paper_uid: str, *, public: bool) -> Done[str]:
    """Make a paper, in all its versions, public or for members only."""
    found = guard.row(desk, "attachment", paper_uid)
    guard.unlocked(desk, found["meeting_uid"])
    code = "step.paper_public" if public else "step.paper_members"
    differ = [one for one in _family(desk, found) if bool(one["public"]) != public]
    if not differ:
        return Done(paper_uid, frozenset())
    with desk.step(code, name=found["name"]):
        for one in differ:
            rows.update(desk.conn, "attachment", one["uid"], {"public": int(public)})
    return Done(paper_uid, _AGENDA)


def rename_paper(desk: Desk, paper_uid: str, name: str) -> Done[str]:
    """Give a version of a paper another name."""
    found = guard.row(desk, "attachment", paper_uid)
    guard.unlocked(desk, found["meeting_uid"])
    guard.words(name, "field.file_name")
    with desk.step("step.rename_paper", name=found["name"], new=name):
        rows.update(desk.conn, "attachment", paper_uid, {"name": name.strip()})
    return Done(paper_uid, _AGENDA)


def remove_paper(desk: Desk, paper_uid: str) -> Done[str]:
    """Take a paper with all its versions off its item; undo brings them back."""
    found = guard.row(desk, "attachment", paper_uid)
    guard.unlocked(desk, found["meeting_uid"])
    with desk.step("step.detach", name=found["name"]):
        _delete(desk, _family(desk, found))
    return Done(paper_uid, _AGENDA)


def drop_papers(desk: Desk, item_uids: Collection[str]) -> None:
    """Take all papers off items within the open step."""
    _delete(desk, rows.find(desk.conn, "attachment", item_uid=item_uids))


def _delete(desk: Desk, papers: Sequence[dict[str, Any]]) -> None:
    versions = _versions(papers)
    # A newer version points at the one it replaces, so it goes first.
    for uid in sorted(versions, key=lambda one: -versions[one]):
        rows.delete(desk.conn, "attachment", uid)


def copy_papers(desk: Desk, from_item: str, to_item: str) -> None:
    """Attach the newest papers of an item to another one within the open step; no bytes move."""
    target = guard.row(desk, "agenda_item", to_item)
    found = _newest(rows.find(desk.conn, "attachment", item_uid=from_item))
    start = rows.next_position(desk.conn, "attachment", item_uid=to_item)
    for position, one in enumerate(found, start=start):
        values = {
            **one,
            "uid": desk.ids.new("at"),
            "meeting_uid": target["meeting_uid"],
            "item_uid": to_item,
            "position": position,
            "replaces_uid": None,
        }
        rows.insert(desk.conn, "attachment", values)


def _item(desk: Desk, item_uid: str) -> dict[str, Any]:
    found = guard.row(desk, "agenda_item", item_uid)
    guard.unlocked(desk, found["meeting_uid"])
    return found


def _check(name: str, content: bytes) -> None:
    guard.words(name, "field.file_name")
    if not content:
        raise InputRefused("error.file_empty", name=name)
    if len(content) > MOST_BYTES:
        raise InputRefused("error.paper_large", name=name, most=MOST_BYTES // _MEGABYTE)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputRefused("error.paper_large", name=path.name, most=MOST_BYTES // _MEGABYTE)
        return path.read_bytes()
    except OSError as error:
        raise InputRefused("error.paper_unreadable", name=path.name) from error


def _put(
    desk: Desk,
    item: Mapping[str, Any],
    name: str,
    content: bytes,
    *,
    public: bool,
    replaces: str | None = None,
) -> str:
    uid = desk.ids.new("at")
    kind = media_types.media_type(content, name)
    values = {
        "uid": uid,
        "meeting_uid": item["meeting_uid"],
        "item_uid": item["uid"],
        "position": rows.next_position(desk.conn, "attachment", item_uid=item["uid"]),
        "name": name,
        "media_type": kind,
        "sha256": blobs.put_blob(desk.conn, content),
        "replaces_uid": replaces,
        "public": int(public),
        "pages": media_types.pdf_pages(content) if kind == media_types.PDF else None,
        "added_at": desk.stamp(),
    }
    rows.insert(desk.conn, "attachment", values)
    return uid

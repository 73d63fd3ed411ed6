"""What makes an agenda hard to follow, whatever the rules: vague titles, no presenter, no time.

Remarks, never refusals. The rules' own remarks (``services.agenda_duties``) stand beside these and
are not repeated here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from council.domain.duties.meeting_duties import title_words
from council.domain.messages import Message
from council.domain.vocabulary import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from council.domain.text import Text

MOST_WORDS = 20
"""A title is brief up to here where the rules name no number (California's Brown Act: 20 words)."""

#: what says nothing by itself, in the form ``_folded`` gives; a word more and it is no longer vague
VAGUE: Final[dict[str, frozenset[str]]] = {
    "en": frozenset(
        {
            *("report", "reports", "update", "updates", "discussion", "discussions", "misc"),
            *("miscellaneous", "other", "others", "other business", "any other business"),
            *("aob", "o b"),  # "A.O.B." without its article-like A
            *("other matters", "general", "general business", "general discussion", "business"),
            *("new business", "old business", "unfinished business", "various", "varia"),
            *("information", "item", "items", "topic", "topics", "issue", "issues", "matter"),
            *("matters", "matters arising", "motion", "motions", "vote", "decision", "decisions"),
            *("action", "actions", "action items", "project", "projects", "request", "requests"),
            *("proposal", "proposals", "presentation", "presentations", "budget", "contract"),
            *("correspondence", "comments", "questions", "concerns", "follow up", "tbd", "tba"),
            *("to be announced", "to be determined", "etc", "et cetera", "status", "news"),
            *("status update", "status report", "project update", "committee report"),
            *("staff report",),
            *("committee update", "ongoing projects", "miscellaneous items", "other items"),
        }
    ),
    "th": frozenset(
        {
            *("รายงาน", "ความคืบหน้า", "รายงานความคืบหน้า", "หารือ", "อภิปราย", "เรื่องหารือ"),
            *("อื่นๆ", "เรื่องอื่นๆ", "วาระอื่นๆ", "เรื่องทั่วไป", "ทั่วไป", "เบ็ดเตล็ด", "เรื่องเบ็ดเตล็ด"),
            *("เรื่องใหม่", "เรื่องเก่า", "เรื่องค้าง", "เรื่องสืบเนื่อง", "เรื่องพิจารณา", "เรื่องเพื่อพิจารณา"),
            *("เรื่องเสนอเพื่อพิจารณา", "เรื่องเพื่อทราบ", "เรื่องแจ้งเพื่อทราบ", "แจ้งเพื่อทราบ", "เพื่อทราบ"),
            *("เพื่อพิจารณา", "ข้อเสนอ", "ข้อหารือ", "ญัตติ", "โครงการ", "งบประมาณ", "สัญญา"),
            *("คำขอ", "ปัญหา", "ปัญหาต่างๆ", "เรื่องต่างๆ", "เรื่องร้องเรียน", "ติดตามงาน"),
            *("ติดตามเรื่อง", "ความเห็น", "ข้อสังเกต", "นำเสนอ", "การนำเสนอ", "หนังสือเข้า"),
        }
    ),
}
#: at the front or end of a title they add nothing to it
_ENGLISH_FRAME: Final = re.compile(
    r"^(?:the |a |an |various |some |any |our |monthly |weekly |annual |brief |short |oral )+"
    r"|(?: (?:if any|etc|and so on|as needed|as necessary|if necessary|and more))+$"
)
_THAI_FRAME: Final = re.compile(r"(?:\(?ถ้ามี\)?|ฯลฯ)$")

_HEADS: Final = frozenset({ItemKind.HEADING, ItemKind.CONSENT, ItemKind.PUBLIC_COMMENT})
_FORMAL: Final = frozenset(
    {
        *(ItemKind.CALL_TO_ORDER, ItemKind.ROLL_CALL, ItemKind.ADJOURNMENT, ItemKind.APPROVAL),
        *(ItemKind.PROCEDURE, ItemKind.ANNOUNCEMENT),
    }
)
_PRESENTED: Final = frozenset(
    {ItemKind.REPORT, ItemKind.INFORMATION, ItemKind.HEARING, ItemKind.NOTICE_OF_MOTION}
)


@dataclass(frozen=True, slots=True)
class LintItem:
    """An item as it is looked at; ``empty`` head items (nothing under or in them) are heads."""

    uid: str
    kind: ItemKind
    title: Text
    minutes: int | None = None
    presenter: bool = False
    closed: bool = False
    closed_ground: bool = False
    proposed_motion: bool = False
    has_content: bool = False
    has_children: bool = False
    top_level: bool = True


@dataclass(frozen=True, slots=True)
class Lint:
    """One remark; ``item_uid`` None is about the whole agenda.

    ``code``: vague_title, long_title, no_presenter, no_minutes, no_comment, no_closed_ground,
    too_long.
    """

    item_uid: str | None
    code: str
    message: Message


def is_vague(title: Text) -> bool:
    """Tell whether a title, in any of its languages, says nothing of what it is about."""
    return any(_folded(words) in VAGUE["en"] | VAGUE["th"] for _language, words in title)


def _folded(words: str) -> str:
    """Return words as ``VAGUE`` has them: without case, marks, spaces in Thai, and frames."""
    plain = unicodedata.normalize("NFC", words).casefold()
    plain = re.sub(r"[^\w\s\u0e00-\u0e7f]", " ", plain)
    plain = " ".join(plain.split())
    if re.search(r"[\u0e00-\u0e7f]", plain):
        return _THAI_FRAME.sub("", plain.replace(" ", ""))
    before = ""
    while before != plain:
        before, plain = plain, _ENGLISH_FRAME.sub("", plain).strip()
    return plain


def lint(
    items: Sequence[LintItem],
    *,
    most_words: int | None = MOST_WORDS,
    comment: bool = True,
    planned_minutes: int | None = None,
) -> list[Lint]:
    """Return what makes an agenda hard to follow, in the order of its items.

    ``most_words`` None and ``comment`` False leave to the rules what they speak of themselves.
    ``planned_minutes`` is how long the meeting is to last.
    """
    found = [remark for item in items for remark in _item(item, items, most_words)]
    return [*_whole(items, comment, planned_minutes), *found]


def _item(item: LintItem, items: Sequence[LintItem], most_words: int | None) -> Iterable[Lint]:
    words = title_words(item.title)
    head = item.has_children or item.kind in _HEADS
    if is_vague(item.title) and not _empty_head(item) and not item.has_children:
        yield Lint(item.uid, "vague_title", Message("lint.vague_title"))
    if most_words is not None and words > most_words:
        params = {"words": words, "most": most_words}
        yield Lint(item.uid, "long_title", Message("lint.long_title", params))
    if item.closed and not item.closed_ground:
        yield Lint(item.uid, "no_closed_ground", Message("lint.no_closed_ground"))
    if head or item.kind in _FORMAL or _empty_head(item):
        return
    if not item.presenter and (item.kind in _PRESENTED or item.proposed_motion):
        yield Lint(item.uid, "no_presenter", Message("lint.no_presenter"))
    if item.minutes is None and any(one.minutes for one in items):
        yield Lint(item.uid, "no_minutes", Message("lint.no_minutes"))


def _empty_head(item: LintItem) -> bool:
    """Tell whether an item is one of the usual heads with nothing in it: "Business", "Reports"."""
    return item.top_level and not item.has_content and not item.has_children


def _whole(items: Sequence[LintItem], comment: bool, planned_minutes: int | None) -> Iterable[Lint]:
    kinds = {item.kind for item in items}
    if items and comment and not kinds & {ItemKind.PUBLIC_COMMENT, ItemKind.HEARING}:
        yield Lint(None, "no_comment", Message("lint.no_comment"))
    total = sum(item.minutes or 0 for item in items if item.top_level)
    if planned_minutes and total > planned_minutes:
        params = {"minutes": total, "planned": planned_minutes}
        yield Lint(None, "too_long", Message("lint.too_long", params))

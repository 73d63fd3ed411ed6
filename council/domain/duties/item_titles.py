"""What kind of agenda item a title tells of, in English and Thai; a guess that a hand may change.

The words are those of the usual order of business (RONR 41:5-6) and of the heads of form 11 of the
Thai Correspondence Regulation B.E. 2526, clause 25, and what clerks write for them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from council.domain.vocabulary import ItemKind

K = ItemKind

#: in the order in which they are tried; a title that decides something comes before one that tells
_ENGLISH: Final[tuple[tuple[ItemKind, str], ...]] = (
    (K.APPROVAL, r"\b(approv\w*|adopt\w*|accept\w*|correct\w*|reading)\b.*\bminutes\b"),
    (K.APPROVAL, r"^(the )?(draft )?minutes\b(?! per\b)|\bminutes of the (last|previous)\b"),
    (K.DECISION, r"^(approv\w*|adopt\w*|accept\w*|ratif\w*|discuss\w*|vote\b|motion\b|request\b)"),
    (K.NOTICE_OF_MOTION, r"\b(previous )?notices? of (a )?motions?\b"),
    (K.CALL_TO_ORDER, r"\bcall(ed)? to order\b|^(opening|welcome)( and \w+| of the meeting)?$"),
    (K.ROLL_CALL, r"\broll[ -]?call\b|\bcall(ing)? (of )?the roll\b|^apologies\b"),
    (K.ROLL_CALL, r"^(quorum|attendance)( and \w+)?$"),
    (K.PROCEDURE, r"\b(declarations?|disclosures?) of (\w+ )?interests?\b"),
    (K.HEARING, r"\bpublic hearing\b"),
    (K.PUBLIC_COMMENT, r"^(\w+ )?(public|residents?'?s?) (comments?|forum|participation|input)\b"),
    (K.PUBLIC_COMMENT, r"^comments? (from|by) (the )?(public|residents|community)\b|^open forum\b"),
    (K.CONSENT, r"\bconsent (agenda|calendar|items?)\b"),
    (K.CLOSED_SESSION, r"\b(closed|executive|confidential) session\b"),
    (K.ADJOURNMENT, r"^adjourn(ment)?\b|^(close|closing|end)( of (the )?meeting)?$"),
    (K.MATTERS_ARISING, r"\b(matters|business) arising\b|\bactions? (due|items?)\b|^follow-up\b"),
    (K.ANNOUNCEMENT, r"\bannouncements?\b|^(date of )?(the )?next meeting\b"),
    (K.OTHER, r"^(any )?other (business|matters?)\b|^a\.?o\.?b\.?$"),
    (K.REPORT, r"^(\w+ )?reports?\b|\breports?$|\bupdates?$|\bupdates? (on|from)\b"),
    (K.INFORMATION, r"\bfor information\b|\binformation(al)? items?\b|^correspondence\b"),
)
_THAI: Final[tuple[tuple[ItemKind, str], ...]] = (
    (K.APPROVAL, r"รับรองรายงาน|รับรองบันทึกการประชุม"),
    (K.CALL_TO_ORDER, r"เริ่มประชุม|เริ่มการประชุม|เปิดประชุม|เปิดการประชุม"),
    (K.ADJOURNMENT, r"เลิกประชุม|ปิดประชุม|ปิดการประชุม"),
    (K.ROLL_CALL, r"ขานชื่อ|ตรวจสอบองค์ประชุม|นับองค์ประชุม"),
    (K.PROCEDURE, r"ส่วนได้เสีย|ส่วนได้ส่วนเสีย"),
    (K.NOTICE_OF_MOTION, r"แจ้ง\S*ญัตติล่วงหน้า|แจ้งล่วงหน้า\S*ญัตติ"),
    (K.ANNOUNCEMENT, r"ประธาน\S*แจ้ง|แจ้งให้\S*ทราบ|แจ้งเพื่อทราบ|ประชุมครั้งต่อไป|ประชุมครั้งถัดไป"),
    (K.INFORMATION, r"เสนอ\S*ทราบ|เพื่อทราบ|เพื่อโปรดทราบ"),
    (K.MATTERS_ARISING, r"สืบเนื่อง|ค้างพิจารณา|ติดตามเรื่อง|ติดตามงาน"),
    (K.HEARING, r"รับฟังความ|ประชาพิจารณ์"),
    (K.PUBLIC_COMMENT, r"ความ(คิด)?เห็น(ของ|จาก)?ประชาชน"),
    (K.CONSENT, r"เห็นชอบรวม"),
    (K.CLOSED_SESSION, r"ประชุมลับ"),
    (K.OTHER, r"^(เรื่อง|วาระ)?อื่น\s?ๆ"),
    (K.REPORT, r"^(การ|เรื่อง)?รายงาน(?!การประชุม)"),
)
_WORDS: Final = tuple((kind, re.compile(words)) for kind, words in (*_ENGLISH, *_THAI))


def guess_kind(title: str) -> ItemKind:
    """Return the kind of item a title tells of; one that tells nothing is for decision."""
    folded = " ".join(unicodedata.normalize("NFC", title).casefold().replace("’", "'").split())
    return next((kind for kind, words in _WORDS if words.search(folded)), ItemKind.DECISION)

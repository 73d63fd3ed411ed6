"""What a pasted list of names says: honorific, name and office taken apart, nothing lost."""

from __future__ import annotations

import re
from dataclasses import dataclass

from council.domain.text import Text
from council.domain.vocabulary import Role
from council.services.guard import NO_TEXT


@dataclass(frozen=True, slots=True)
class NameGuess:
    """One person as read from a line; ``note`` is the rest, such as the office as typed."""

    name: Text
    honorific: Text = NO_TEXT
    note: str = ""
    role: Role | None = None


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split(","))


_RANKS_GLUED = _listed(
    "พล.ต.อ.,พล.ต.ท.,พล.ต.ต.,พ.ต.อ.,พ.ต.ท.,พ.ต.ต.,ร.ต.อ.,ร.ต.ท.,ร.ต.ต.,ด.ต.,จ.ส.ต.,"
    "ส.ต.อ.,ส.ต.ท.,ส.ต.ต.,พล.อ.อ.,พล.อ.ท.,พล.อ.ต.,พล.ร.อ.,พล.ร.ท.,พล.ร.ต.,พล.อ.,พล.ท.,"
    "พล.ต.,น.อ.,น.ท.,น.ต.,พ.อ.,พ.ท.,พ.ต.,ร.อ.,ร.ท.,ร.ต.,พ.จ.อ.,พ.จ.ท.,พ.จ.ต.,จ.อ.,จ.ท.,"
    "จ.ต.,จ.ส.อ.,จ.ส.ท.,ส.อ.,ส.ท.,ส.ต.,พ.อ.อ.,พ.อ.ท.,พ.อ.ต.,ม.ร.ว.,ม.ล.,น.ส.,ด.ช.,ด.ญ.,"
    "ศ.ดร.,รศ.ดร.,ผศ.ดร.,ศ.,รศ.,ผศ.,ดร.,นพ.,พญ.,ทพ.,ทพญ.,ภก.,ภญ.,สพ.ญ.,น.สพ.,อ."
)
_TITLES_THAI = _listed(
    "ว่าที่ร้อยตรีหญิง,ว่าที่ร้อยตรี,ว่าที่ร้อยโท,ว่าที่ร้อยเอก,ว่าที่พันตรี,"
    "ว่าที่ ร.ต.หญิง,ว่าที่ ร.ต.,ว่าที่ ร.ท.,ว่าที่ ร.อ.,ว่าที่ พ.ต.,ว่าที่ร.ต.หญิง,"
    "ว่าที่ร.ต.,ว่าที่ร.ท.,ว่าที่ร.อ.,พลตำรวจเอก,พลตำรวจโท,พลตำรวจตรี,พันตำรวจเอก,"
    "พันตำรวจโท,พันตำรวจตรี,ร้อยตำรวจเอก,ร้อยตำรวจโท,ร้อยตำรวจตรี,ดาบตำรวจ,จ่าสิบตำรวจ,"
    "สิบตำรวจเอก,สิบตำรวจโท,สิบตำรวจตรี,พลเอก,พลโท,พลตรี,พันเอก,พันโท,พันตรี,ร้อยเอก,"
    "ร้อยโท,ร้อยตรี,จ่าสิบเอก,จ่าสิบโท,จ่าสิบตรี,สิบเอก,สิบโท,สิบตรี,นาวาเอก,นาวาโท,"
    "นาวาตรี,เรือเอก,เรือโท,เรือตรี,ศาสตราจารย์ ดร.,รองศาสตราจารย์ ดร.,"
    "ผู้ช่วยศาสตราจารย์ ดร.,ผู้ช่วยศาสตราจารย์,รองศาสตราจารย์,ศาสตราจารย์,นายแพทย์,"
    "แพทย์หญิง,ทันตแพทย์หญิง,ทันตแพทย์,เภสัชกรหญิง,เภสัชกร,หม่อมราชวงศ์,หม่อมหลวง,นางสาว,"
    "นาย,นาง,เด็กชาย,เด็กหญิง,คุณหญิง,คุณ,พระครู,พระมหา,ด็อกเตอร์"
)
_THAI = sorted({*_RANKS_GLUED, *_TITLES_THAI}, key=len, reverse=True)
_ENGLISH = re.compile(
    r"(?:(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Rev|Hon|Sir|Dame|Capt|Col|Lt|Maj|Gen|Sgt|Fr|Sr)\.?\s+)+",
    re.IGNORECASE,
)
_BULLET = re.compile(
    r"^[\s\u200b\ufeff]*(?:[-*•‣▪●○◦–—·]+(?=\s)|[-*•‣▪●○◦·]+(?=\S)|\(?[0-9๐-๙]{1,3}[.)](?![0-9๐-๙])"
    r"|[0-9๐-๙]{1,3}(?=\s))[\s\u200b]*"
)
_DASH = re.compile(r"\s+[-–—]+\s+|\s*[–—]\s*")
_EMAIL = re.compile(r"\s*<?([^\s<>;,]+@[^\s<>;,]+)>?")
_HEADINGS = frozenset(
    _listed(
        "no,no.,#,name,full name,first name,last name,surname,title,office,role,position,seat,"
        "email,e-mail,phone,ลำดับ,ลำดับที่,ที่,ชื่อ,ชื่อ-สกุล,ชื่อ - สกุล,ชื่อ-นามสกุล,ชื่อ นามสกุล,นามสกุล,ตำแหน่ง,"
        "คำนำหน้า,โทรศัพท์,หมายเหตุ"
    )
)
_PARTICLES = frozenset(
    [
        "van",
        "der",
        "den",
        "de",
        "del",
        "da",
        "di",
        "do",
        "dos",
        "la",
        "le",
        "von",
        "zu",
        "bin",
        "binti",
        "al",
        "el",
        "y",
        "e",
    ]
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "jd", "mba"})

ROLES: dict[str, Role] = {
    **dict.fromkeys(
        ("chair", "chairman", "chairwoman", "chairperson", "president", "ประธาน"), Role.CHAIR
    ),
    **dict.fromkeys(
        _listed(
            "vice chair,vice-chair,vice chairman,vice chairwoman,vice chairperson,"
            "vice president,deputy chair,รองประธาน"
        ),
        Role.VICE_CHAIR,
    ),
    **dict.fromkeys(("secretary", "clerk", "เลขานุการ", "เลขา"), Role.SECRETARY),
    **dict.fromkeys(("treasurer", "เหรัญญิก"), Role.TREASURER),
    **dict.fromkeys(("member", "board member", "สมาชิก", "กรรมการ"), Role.MEMBER),
    **dict.fromkeys(("alternate", "substitute", "สมาชิกสำรอง"), Role.ALTERNATE),
    **dict.fromkeys(("adviser", "advisor", "ที่ปรึกษา"), Role.ADVISER),
    **dict.fromkeys(("ex officio", "ex-officio", "กรรมการโดยตำแหน่ง"), Role.EX_OFFICIO),
    **dict.fromkeys(("observer", "ผู้สังเกตการณ์"), Role.OBSERVER),
}
_THAI_ENDINGS = ("สภาชุมชน", "สภา", "คณะกรรมการ", "กรรมการ", "ชุมชน", "ที่ประชุม")


def role_of(office: str) -> Role | None:
    """Return the role that an office's name means, None when it is not one of ours."""
    plain = re.sub(r"\s+", " ", office.strip(" .()").casefold())
    if plain in ROLES:
        return ROLES[plain]
    for ending in _THAI_ENDINGS:
        if plain.endswith(ending) and plain[: -len(ending)].strip() in ROLES:
            return ROLES[plain[: -len(ending)].strip()]
    return None


def parse_names(text: str, first_language: str) -> list[NameGuess]:
    """Read a pasted list: one person a line, or one line of names divided by semicolons or commas.

    Numbering and bullets are stripped, honorifics set apart, "Last, First" turned, an office after
    a comma, tab, semicolon, dash or in brackets understood as a role.
    """
    lines = [line for line in text.replace("\r", "\n").split("\n") if line.strip()]
    if len(lines) > 1 and _is_heading(lines[0]):
        del lines[0]
    if len(lines) == 1:
        lines = _split_one_line(lines[0])
    guesses = (_read_line(line, first_language) for line in lines)
    return [guess for guess in guesses if guess.name]


def _is_heading(line: str) -> bool:
    """Tell whether a line only names columns, as the first line of a copied table does."""
    cells = [cell.strip(' "').casefold() for cell in re.split(r"[\t;,]", line) if cell.strip()]
    return cells[-1:] != [] and all(cell in _HEADINGS for cell in cells)


def _split_one_line(line: str) -> list[str]:
    """Divide a single line of many names; a line of one person stays whole."""
    # With a comma, two parts are rather a person and an office; a semicolon leaves no doubt.
    for mark, least in ((";", 2), (",", 3)):
        parts = [part for part in line.split(mark) if part.strip()]
        if len(parts) >= least and all(_is_full_name(part) for part in parts):
            return parts
    return [line]


def _is_full_name(part: str) -> bool:
    if role_of(part):
        return False
    _, bare = _split_honorific(_BULLET.sub("", part).strip())
    parts = bare.split()
    return len(parts) > 1 and all(not one[0].islower() or one in _PARTICLES for one in parts)


def _read_line(line: str, first_language: str) -> NameGuess:
    bare = _BULLET.sub("", line, count=1)
    pieces = [piece.strip() for piece in re.split(r"[\t;]", bare) if piece.strip()]
    pieces = [piece for piece in pieces if not re.fullmatch(r"[0-9๐-๙]+[.)]?", piece)]
    if not pieces:
        return NameGuess(Text())
    if len(pieces) > 1 and _is_title(pieces[0]):
        pieces[:2] = [f"{pieces[0]} {pieces[1]}"]
    addresses = _EMAIL.findall(pieces[0])
    name, bracketed = _split_bracket(_EMAIL.sub("", pieces[0]).strip())
    name, extra = _split_commas(name)
    name, dashed = _split_dash(name)
    honorific, name = _split_honorific(name)
    if len(pieces) > 1 and len(name.split()) == 1 and _is_surname(pieces[1]):
        name = f"{name} {pieces.pop(1)}"
    name, glued = _split_glued_office(name)
    offices = [
        part for part in (*dashed, *glued, *extra, *bracketed, *addresses, *pieces[1:]) if part
    ]
    role, note = _first_role(offices)
    language = _language_of(name, first_language)
    return NameGuess(Text.of(name, language), Text.of(honorific, language), note, role)


def _is_title(words: str) -> bool:
    return words in _THAI or _ENGLISH.fullmatch(f"{words} ") is not None


def _is_surname(words: str) -> bool:
    return role_of(words) is None and len(words.split()) == 1 and not re.search(r"[@0-9]", words)


def _split_commas(words: str) -> tuple[str, list[str]]:
    """Take "Last, First" and "Name, Office" apart; suffixes such as Jr. stay with the name."""
    first, *rest = [part.strip() for part in words.split(",")]
    while rest and rest[0].strip(". ").casefold().replace(".", "") in _SUFFIXES:
        first = f"{first}, {rest.pop(0)}"
    surname = [one for one in _split_honorific(first)[1].split() if one not in _PARTICLES]
    one_word = len(surname) == 1
    has_office = bool(rest) and role_of(rest[0]) is not None
    if rest and one_word and not has_office and len(rest[0].split()) <= 3:
        first = f"{rest.pop(0)} {first}"
    return first, rest


def _split_bracket(words: str) -> tuple[str, list[str]]:
    """Take an office in brackets off the end; a nickname in brackets stays with the name."""
    found = re.fullmatch(r"(.*\S)\s*\(([^()]+)\)", words)
    return (found[1], [found[2]]) if found and role_of(found[2]) else (words, [])


def _split_dash(words: str) -> tuple[str, list[str]]:
    first, *rest = [part.strip() for part in _DASH.split(words)]
    return (first, rest) if first and rest else (words, [])


def _split_honorific(words: str) -> tuple[str, str]:
    """Return (honorific, name); several in a row stay together as they were typed."""
    start = 0
    while True:
        rest = words[start:].lstrip()
        skipped = len(words) - len(rest)
        # A woman's rank is told by a word after it.
        titles = ("หญิง", *_THAI) if start else _THAI
        title = next((one for one in titles if _begins(rest, one)), "")
        if not title:
            break
        start = skipped + len(title)
    if start:
        return words[:start].strip(), words[start:].strip()
    found = _ENGLISH.match(words)
    if found and words[found.end() :].strip():
        return found[0].strip(), words[found.end() :].strip()
    return "", words.strip()


def _begins(rest: str, title: str) -> bool:
    """Tell whether a name begins with a title and a name is left after it."""
    after = rest[len(title) :]
    if not rest.startswith(title) or not after.strip():
        return False
    # Thai names begin with a consonant or a leading vowel; anything else belongs to the word.
    return re.match(r"\s|[ก-ฮเ-ไA-Za-z]", after) is not None


def _split_glued_office(words: str) -> tuple[str, list[str]]:
    """Find an office as the last word or words of a name: "Jane Roe Vice Chair"."""
    parts = words.split()
    for count in (2, 1):
        office = " ".join(parts[-count:])
        if len(parts) - count >= 2 and role_of(office):
            return " ".join(parts[:-count]), [office]
    return words, []


def _first_role(offices: list[str]) -> tuple[Role | None, str]:
    """Return the first role among the offices and everything that is not just that role's name."""
    role = next((found for found in map(role_of, offices) if found), None)
    return role, "; ".join(offices)


def _language_of(words: str, first_language: str) -> str:
    """Return the language of a name's letters: Thai ones are Thai, Latin ones are not."""
    if re.search(r"[ก-ฮ]", words):
        return "th"
    return "en" if first_language == "th" and re.search(r"[A-Za-z]", words) else first_language

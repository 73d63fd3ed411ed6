"""Dates and times in words: the common calendar and the Buddhist era, Latin and Thai digits.

The record stores ISO dates of the common era; the Buddhist era exists only where something is shown
or typed. Before 1941 the Thai year did not begin on 1 January, so those days are never converted.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Literal

from council.domain.messages import InputRefused

Digits = Literal["latn", "thai"]

BE_OFFSET = 543
BE_FROM = 2400  # a typed year above this is of the Buddhist era
FIRST_CONVERTIBLE = 1941

MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
    "th": (
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม",
        "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ),
}  # fmt: skip
SHORT_MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "th": (
        "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.",
        "ธ.ค.",
    ),
}  # fmt: skip
WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "th": ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"),
}

_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_TO_LATIN = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def to_thai_digits(text: str) -> str:
    """Return the text with 0-9 written as ๐-๙."""
    return text.translate(_TO_THAI)


def fold_digits(text: str) -> str:
    """Return the text with ๐-๙ written as 0-9."""
    return text.translate(_TO_LATIN)


def with_digits(text: str, digits: str) -> str:
    """Return the text in the wanted digits, ``latn`` or ``thai``."""
    return to_thai_digits(text) if digits == "thai" else text


def year_number(day: date, language: str) -> str:
    """Return the year as the language writes it: Buddhist era in Thai, else the common era."""
    if language != "th":
        return str(day.year)
    if day.year < FIRST_CONVERTIBLE:
        return f"ค.ศ. {day.year}"
    return str(day.year + BE_OFFSET)


def meeting_number(number: str, language: str) -> str:
    """Return a meeting's number with the year after its stroke in the language's calendar.

    ``9/2026`` is ``9/2569`` in Thai, and the other way round; a number of another form stays.
    """
    head, stroke, year = number.rpartition("/")
    if not stroke or len(year) != len("2026") or not year.isascii() or not year.isdigit():
        return number
    buddhist = int(year) >= FIRST_CONVERTIBLE + BE_OFFSET
    if language == "th" and not buddhist:
        return f"{head}/{int(year) + BE_OFFSET}"
    if language != "th" and buddhist:
        return f"{head}/{int(year) - BE_OFFSET}"
    return number


def long_date(day: date, language: str, digits: str = "latn", *, weekday: bool = False) -> str:
    """Return ``19 November 2026`` or ``19 พฤศจิกายน 2569``, weekday first when asked."""
    months = MONTHS.get(language, MONTHS["en"])
    words = f"{day.day} {months[day.month - 1]} {year_number(day, language)}"
    if weekday:
        join = "วัน{}ที่ {}" if language == "th" else "{}, {}"
        words = join.format(weekday_name(day, language), words)
    return with_digits(words, digits)


def short_date(day: date, language: str, digits: str = "latn") -> str:
    """Return ``19 Nov 2026`` or ``19 พ.ย. 2569``."""
    months = SHORT_MONTHS.get(language, SHORT_MONTHS["en"])
    return with_digits(f"{day.day} {months[day.month - 1]} {year_number(day, language)}", digits)


def weekday_name(day: date, language: str) -> str:
    """Return the day of the week without ``วัน``: ``Thursday`` or ``พฤหัสบดี``."""
    return WEEKDAYS.get(language, WEEKDAYS["en"])[day.weekday()]


def thai_weekday(day: date) -> str:
    """Return the Thai day of the week with ``วัน`` before it."""
    return f"วัน{WEEKDAYS['th'][day.weekday()]}"


def clock_time(moment: datetime | time, language: str, digits: str = "latn") -> str:
    """Return ``6:35 p.m.`` or ``18.35 น.``; the moment is taken in the zone it carries."""
    if language == "th":
        return with_digits(f"{moment.hour:02}.{moment.minute:02} น.", digits)
    half = "a.m." if moment.hour < 12 else "p.m."
    return with_digits(f"{moment.hour % 12 or 12}:{moment.minute:02} {half}", digits)


def window_time(moment: datetime | time, language: str) -> str:
    """Return ``18:35`` or ``18.35 น.``, as the window shows it; documents say ``6:35 p.m.``."""
    if language == "th":
        return clock_time(moment, language)
    return f"{moment.hour:02}:{moment.minute:02}"


def long_datetime(
    moment: datetime, language: str, digits: str = "latn", *, weekday: bool = False
) -> str:
    """Return ``19 November 2026, 6:30 p.m.`` or ``19 พฤศจิกายน 2569 เวลา 18.30 น.``."""
    join = " เวลา " if language == "th" else ", "
    day = long_date(moment.date(), language, digits, weekday=weekday)
    return day + join + clock_time(moment, language, digits)


def _month_numbers() -> dict[str, int]:
    numbers: dict[str, int] = {}
    for table in (MONTHS, SHORT_MONTHS):
        for names in table.values():
            for number, name in enumerate(names, 1):
                numbers[name.casefold()] = number
                numbers[name.casefold().replace(".", "")] = number
    numbers["sept"] = 9
    return numbers


_MONTH_NUMBERS = _month_numbers()
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s*([^\W\d][^\d]*?)\s*(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s*,?\s*(\d{4})")
_LEAD = re.compile(r"^(?:วัน)?([^\W\d][^\d\s,]*?)(?:ที่\s*|,\s*|\s+)(?=\S)")
_WEEKDAY_WORDS = frozenset(
    word
    for names in (WEEKDAYS["en"], WEEKDAYS["th"])
    for name in names
    for word in (name.casefold(), name.casefold()[:3])
)


def parse_date(text: str, language: str = "en") -> date:
    """Read a date as people type it; the language decides nothing but the words of a refusal.

    Takes ``2026-11-19``, ``19/11/2026`` (day first), ``19 Nov 2026``, ``November 19, 2026``, the
    Thai forms with or without the weekday, ``พ.ศ.`` and Thai digits. A year above 2400 is of the
    Buddhist era. Raises InputRefused (``error.date_unclear``, ``error.date_impossible``,
    ``error.date_before_1941``).
    """
    plain = re.sub(r"[\u2066-\u2069\u200b-\u200f\ufeff]", "", fold_digits(text))
    plain = re.sub(r"(?:พ\.\s*ศ\.|ค\.\s*ศ\.|\bB\.?E\.?\b)", " ", plain).casefold()
    plain = re.sub(r"\s+", " ", plain).strip()
    if not plain.startswith(tuple(_MONTH_NUMBERS)):
        plain = _without_weekday(plain)
    year, month, day = _parts(plain, text)
    if year > BE_FROM:
        year -= BE_OFFSET
        if year < FIRST_CONVERTIBLE:
            raise InputRefused("error.date_before_1941", text=text)
    try:
        return date(year, month, day)
    except ValueError:
        raise InputRefused("error.date_impossible", text=text) from None


def says_buddhist_year(text: str) -> bool:
    """Tell whether the typed date has a year that is read as of the Buddhist era."""
    return any(int(year) > BE_FROM for year in re.findall(r"\d{4}", fold_digits(text)))


def _without_weekday(plain: str) -> str:
    found = _LEAD.match(plain)
    if found and found[1].rstrip(".") in _WEEKDAY_WORDS:
        return plain[found.end() :]
    return plain.removeprefix("วันที่").strip()


def _parts(plain: str, typed: str) -> tuple[int, int, int]:
    if found := _ISO.fullmatch(plain):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _NUMBERS.fullmatch(plain):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _DAY_FIRST.fullmatch(plain):
        return int(found[3]), _month(found[2], typed), int(found[1])
    if found := _MONTH_FIRST.fullmatch(plain):
        return int(found[3]), _month(found[1], typed), int(found[2])
    raise InputRefused("error.date_unclear", text=typed)


def _month(word: str, typed: str) -> int:
    name = word.strip(" ,")
    for form in (name, name.rstrip("."), name.replace(".", "").replace(" ", "")):
        if form in _MONTH_NUMBERS:
            return _MONTH_NUMBERS[form]
    raise InputRefused("error.date_unclear", text=typed)

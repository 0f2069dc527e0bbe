"""Dates of publication and change: declared or printed, with the precision they are given in."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from articlekit.dates import find_dates
from articlekit.languages import Language, get
from articlekit.metadata.phrases import Phrases, lowered

__all__ = ["When", "day_of", "parse_declared", "parse_line", "printed_dates", "url_day"]

When = dt.datetime | dt.date
"""A moment, with its zone where one is given, or a day."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\d+")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?")
_STAMP = re.compile(
    r"(?:[A-Za-z]{2,3}\.?,?\s+)?(?:(?P<day>\d\d?)\s+)?(?P<month>[A-Z][a-z]{2})\s+(?:(?P<after>\d\d?)\s+)?(?P<year>\d{4})"
    r"\s+(?P<clock>\d\d:\d\d(?::\d\d)?)\s*(?P<zone>[A-Z]{1,4})?\s*(?P<shift>[+-]\d{4})?(?:\s*\(.*\))?"
)
"""Mail's "Fri, 03 May 2024 10:00:00 +0200" and a script's "Fri May 03 2024 10:00:00 GMT+0200 (Summer Time)"."""
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_CLOCK_IN = re.compile(r"\d:\d|T\d\d|\d\s*[ap]m\b", re.IGNORECASE)
_MIDNIGHT = dt.datetime(2000, 1, 1)
_HOURS = {"GMT": 0, "UTC": 0, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3, "BST": 1, "WEST": 1,
          "WET": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "JST": 9,
          "KST": 9, "SAST": 2, "CAT": 2, "WAT": 1, "EAT": 3, "ZZ": 0, "AEST": 10, "AEDT": 11, "SGT": 8, "HKT": 8, "WIB": 7,
          "IST": 5.5, "NZST": 12, "NZDT": 13, "TRT": 3, "BRT": -3}  # fmt: skip
"""Zone abbreviations that pages write, in hours, as most of them mean them."""
_SECONDS = {name: int(hours * 3600) for name, hours in _HOURS.items()}
_URL_DAY = re.compile(
    r"(?<!\d)(?P<year>20\d\d|19\d\d)"
    r"(?:(?P<mark>[/_-])(?P<m>\d{1,2})(?P=mark)(?P<d>\d{1,2})|/?(?P<mm>[01]\d)/?(?P<dd>[0-3]\d))(?!\d)"
)
_CLOCK = re.compile(
    r"(?<![\d./])(?P<hour>[01]?\d|2[0-4])\s?(?:[:.hHч]|時|时|시)\s?(?P<minute>[0-5]\d)(?!\d|[./]\d{2,4})(?::(?P<second>\d\d))?"
    r"(?:\s?(?:分|분|Uhr|hrs?))?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
    r"\s*\(?(?P<zone>(?:GMT|UTC)\s?[+\-−]\s?\d{1,2}(?::?\d\d)?|[A-Z]{2,4}\b)?|(?<!\d)(?P<bare>1[0-2]|0?[1-9])\s?(?P<bare_half>[ap])\.?m\b",
)
_FIGURES = re.compile(
    r"(?P<y1>(?:19|20|25)\d\d)\s?[年년./-]\s?(?P<m1>\d{1,2})\s?[月월./-]\s?(?P<d1>\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<d2>\d{1,2})(?P<mark>[./-])\s?(?P<m2>\d{1,2})(?P=mark)\s?(?P<y2>(?:19|20|25)\d\d|\d\d)(?![\d:])"
)


class Printed(NamedTuple):
    """A date in a line; ``label`` "published" or "updated" where the line says which."""

    when: When
    label: str = ""


def day_of(when: When) -> dt.date:
    """The day of a moment, as it is counted where the page was written."""
    return when.date() if isinstance(when, dt.datetime) else when


def parse_declared(raw: str) -> When | None:
    """A date meant for machines; None where it is none or cannot be a page's.

    Args:
        raw: ISO 8601 and its relatives, RFC 2822, seconds since 1970, or what a template made of them.

    Example:
        >>> parse_declared("2024-05-03T09:15:00+02:00").isoformat()
        '2024-05-03T09:15:00+02:00'
    """
    text = raw.strip()
    when = _read(text)
    if when is None or not 1971 <= when.year <= 2200:
        return None
    if isinstance(when, dt.datetime) and not _has_clock(text):
        return when.date()
    return when


def _has_clock(text: str) -> bool:
    return _CLOCK_IN.search(text) is not None or _EPOCH.fullmatch(text) is not None


def _read(text: str) -> When | None:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        pass
    if _EPOCH.fullmatch(text):
        return dt.datetime.fromtimestamp(int(text[:10]), dt.UTC)
    compact = _COMPACT.fullmatch(text)
    try:
        if compact:
            parts = [int(part) for part in compact.groups(default="0")]
            return dt.datetime(*parts) if compact[4] else dt.date(*parts[:3])  # type: ignore[arg-type]
        if _YEAR.search(text) is None or len(text) > 80 or len(_NUMBER.findall(text)) < 2:
            return None  # dateutil would fill in what is missing
        return _stamp(text) or _loose(text)
    except (ValueError, OverflowError, TypeError):
        return None


def _stamp(text: str) -> dt.datetime | None:
    """A moment as mails and scripts write it; an offset counts from UTC, whatever zone stands before it."""
    match = _STAMP.fullmatch(text)
    if match is None or match["month"] not in _MONTHS or bool(match["day"]) == bool(match["after"]):
        return None
    zone = match["zone"] or ""
    if zone and not match["shift"] and zone not in _SECONDS:
        return None
    month, day = _MONTHS.index(match["month"]) + 1, int(match["day"] or match["after"])
    when = dt.datetime.fromisoformat(
        f"{match['year']}-{month:02}-{day:02}T{match['clock']}{match['shift'] or ''}"
    )
    if match["shift"] or not zone:
        return when
    return when.replace(tzinfo=dt.timezone(dt.timedelta(seconds=_SECONDS[zone])))


def _loose(text: str) -> dt.datetime:
    from dateutil import parser  # takes longer to import than a page to parse, and few pages need it

    return _plain(parser.parse(text, default=_MIDNIGHT, tzinfos=_SECONDS.get, dayfirst="." in text[:6]))


def _plain(when: dt.datetime) -> dt.datetime:
    """The moment with a zone of the standard library; an offset of a day and more is a ValueError."""
    offset = when.utcoffset()
    return when.replace(tzinfo=None if offset is None else dt.timezone(offset))


def url_day(url: str | None) -> dt.date | None:
    """The day in a page's address: only a check on what the page says."""
    match = _URL_DAY.search(url or "")
    if match is None:
        return None
    try:
        return dt.date(int(match["year"]), int(match["m"] or match["mm"]), int(match["d"] or match["dd"]))
    except ValueError:
        return None


def parse_line(line: str | None, language: Language) -> When | None:
    """The first date in a line that is one, published before updated."""
    found = printed_dates(line or "", language)
    return min(found, key=lambda date: date.label == "updated").when if found else None


def printed_dates(text: str, language: Language, month_first: bool | None = None) -> list[Printed]:
    """The full dates in a line, each with the time after it and what the line calls it.

    Args:
        text: A visible line: "Publié le 3 mai 2024 à 14h05 – Mis à jour à 15h10". Relative dates are none.
        language: Whose month names and words for "published" hold.
        month_first: How 5/3/2024 is meant; where None, day first, and not read in a language that knows both.
    """
    if not any(char.isdigit() for char in text):
        return []
    text = _ascii_digits(text)
    days = _days(text, language, month_first)
    found = []
    for index, (start, end, day) in enumerate(days):
        before = text[days[index - 1][1] if index else 0 : start]
        after = text[end : days[index + 1][0] if index + 1 < len(days) else len(text)]
        label = _label(before, language.code, last=True)
        if not label and len(days) == 1 and not before.strip(" ,:|-–()"):
            label = _label(after, language.code, last=False)
        found.append(
            Printed(when=_timed(day, before if index == 0 else "", after, language.code), label=label)
        )
    return found


def _days(text: str, language: Language, month_first: bool | None) -> list[tuple[int, int, dt.date]]:
    """(start, end, day) of the full dates in a line, in figures or with a month's name."""
    found: list[tuple[int, int, dt.date]] = []
    for match in _FIGURES.finditer(text):
        day = _of_figures(match, language, month_first)
        if day is not None:
            found.append((*match.span(), day))
    for code in () if found else dict.fromkeys((language.code, "en")):
        for named in find_dates(text, get(code)):
            date = named.date
            if date and date.year and date.month and date.day:
                found.append((named.start, named.end, dt.date(date.year, date.month, date.day)))
        if found:
            break
    return found


def _of_figures(match: re.Match[str], language: Language, month_first: bool | None) -> dt.date | None:
    if match["y1"]:
        year, month, day = int(match["y1"]), int(match["m1"]), int(match["d1"])
    else:
        year, month, day = int(match["y2"]), int(match["m2"]), int(match["d2"])
        if month > 12 or (month_first and day <= 12):
            month, day = day, month
        elif day <= 12 and month_first is None and language.value("dates", "figures_ambiguous", False):
            return None  # 5/3/2024 is in March or in May
    year += 2000 if year < 70 else 1900 if year < 100 else -543 if year > 2400 else 0
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _ascii_digits(text: str) -> str:
    """The text with every script's digits as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(int(char)) if char.isdecimal() and char > "9" else char for char in text)


@cache
def _labels(code: str) -> dict[str, Phrases]:
    languages = {get(code), get("en")}
    return {
        key: Phrases([word for language in languages for word in language.words("dates", key)])
        for key in ("updated", "published")
    }


def _label(text: str, code: str, *, last: bool) -> str:
    """The word for "published" or "updated" nearest to a date: the last before it, the first after it."""
    low = lowered(text[-60:] if last else text[:40])
    found = [
        (end, end - start, key) for key, words in _labels(code).items() for start, end in words.find(low)
    ]
    if not found:
        return ""
    return max(found)[2] if last else min(found)[2]


def _timed(day: dt.date, before: str, after: str, code: str) -> When:
    """The day with the clock time printed after it, else before it."""
    text = after
    match = _CLOCK.search(after[:40])
    if match is None and before:
        text = before[-30:]
        match = next(iter(reversed(list(_CLOCK.finditer(text)))), None)
    if match is None:
        return day
    hour, minute = int(match["hour"] or match["bare"]), int(match["minute"] or 0)
    half = (match["half"] or match["bare_half"] or "").lower()[:1] or _half(text[: match.end() + 8], code)
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23:
        return day
    clock = dt.time(hour, minute, int(match["second"] or 0) % 60, tzinfo=_zone(match["zone"]))
    return dt.datetime.combine(day, clock)


@cache
def _halves(code: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    language = get(code)
    return language.words("dates", "am"), language.words("dates", "pm")


def _half(text: str, code: str) -> str:
    """ "a" or "p" where the language's own words say so."""
    morning, evening = _halves(code)
    if any(word in text for word in evening):
        return "p"
    return "a" if any(word in text for word in morning) else ""


def _zone(text: str | None) -> dt.tzinfo | None:
    if not text:
        return None
    shift = re.search(r"([+\-−])\s?(\d{1,2}):?(\d\d)?", text)
    if shift:
        minutes = int(shift[2]) * 60 + int(shift[3] or 0)
        return dt.timezone(dt.timedelta(minutes=minutes if shift[1] == "+" else -minutes))
    seconds = _SECONDS.get(text)
    return None if seconds is None else dt.timezone(dt.timedelta(seconds=seconds))

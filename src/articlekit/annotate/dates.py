"""Partial dates in running text, and their resolution against a reference day."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from articlekit.languages import Language, get
from articlekit.model import PartialDate

__all__ = ["date_pattern", "from_match", "parse_date", "parse_timestamp", "resolve", "weekday_names"]


@cache
def _names(code: str) -> tuple[dict[str, int], dict[str, int]]:
    """Month and weekday names, lower case, to their numbers."""
    found = []
    for key in ("months", "weekdays"):
        numbers: dict[str, int] = {}
        for language in (get("en"), get(code)):
            for number, entry in enumerate(language.words("dates", key)):
                numbers.update(dict.fromkeys(entry.lower().split("|"), number))
        found.append(numbers)
    return found[0], found[1]


def weekday_names(code: str) -> tuple[str, ...]:
    """Every name and abbreviation of a weekday, lower case."""
    return tuple(_names(code)[1])


def _alternatives(words: dict[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"


@cache
def date_pattern(code: str) -> re.Pattern[str]:
    """A date of day and month, with weekday and year where given."""
    months, days = _names(code)
    month, day = _alternatives(months), _alternatives(days)
    number = r"\d{1,2}(?:st|nd|rd|th|er|º|°|\.)?"
    return re.compile(
        rf"(?<!\w)(?:(?P<weekday>{day})\.?,?\s+(?:den\s+|dem\s+|el\s+|the\s+|le\s+)?)?"
        rf"(?:(?P<m1>{month})\.?\s+(?P<d1>{number})|(?P<d2>{number})\s+(?:of\s+|de\s+)?(?P<m2>{month})\.?)"
        rf"(?!\w)(?:,?\s+(?:de\s+|del\s+)?(?P<year>(?:19|20)\d\d)(?!\d))?",
        re.IGNORECASE,
    )


def parse_date(text: str, language: Language) -> PartialDate | None:
    """The first date in a text as far as it is given; None without one or with an impossible one."""
    match = date_pattern(language.code).search(text)
    return from_match(match, language) if match else None


def from_match(match: re.Match[str], language: Language) -> PartialDate | None:
    """The date that ``date_pattern`` matched; None where no such day exists."""
    months, days = _names(language.code)
    month = months[(match["m1"] or match["m2"]).lower()] + 1
    digits = re.match(r"\d+", match["d1"] or match["d2"])
    day = int(digits[0]) if digits else 0
    year = int(match["year"]) if match["year"] else None
    weekday = days[match["weekday"].lower()] if match["weekday"] else None
    if not _exists(year or 2000, month, day):
        return None
    return PartialDate(year=year, month=month, day=day, weekday=weekday)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def resolve(date: PartialDate, reference: dt.date | None) -> dt.date | None:
    """The day a partial date means near a reference day; its weekday must agree."""
    if date.month is None or date.day is None:
        return None
    years = [date.year] if date.year else ([reference.year + d for d in (0, -1, 1)] if reference else [])
    days = [dt.date(year, date.month, date.day) for year in years if _exists(year, date.month, date.day)]
    fitting = [day for day in days if date.weekday is None or day.weekday() == date.weekday]
    if reference is None:
        return fitting[0] if fitting else None
    return min(fitting, key=lambda day: abs((day - reference).days), default=None)


_TIME = re.compile(r"\b(\d{1,2})\s?(?:[:.hH])\s?(\d{2})\b(?:\s*([ap])\.?m)?", re.IGNORECASE)
_NUMERIC = re.compile(
    r"\b(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})|\b(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)"
)


def parse_timestamp(text: str, language: Language) -> dt.datetime | dt.date | None:
    """A visible date of publication, with its time where printed; no zone is assumed."""
    found = parse_date(text, language)
    day = (
        dt.date(found.year, found.month, found.day)
        if found and found.year and found.month and found.day
        else None
    )
    if day is None:
        match = _NUMERIC.search(text)
        if match:
            parts = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
            year, month, number = (int(part) for part in parts)
            day = dt.date(year, month, number) if _exists(year, month, number) else None
    if day is None:
        return None
    clock = _TIME.search(text)
    if clock is None or int(clock[1]) > 23 or int(clock[2]) > 59:
        return day
    hour = int(clock[1]) % 12 + (12 if clock[3].lower() == "p" else 0) if clock[3] else int(clock[1])
    return dt.datetime.combine(day, dt.time(hour, int(clock[2])))

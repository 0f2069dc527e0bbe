"""Partial dates in running text, and their resolution against a reference day."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from attrs import frozen

from articlekit.annotate.calendars import GREGORIAN, Calendar, calendar_of
from articlekit.languages import Language, get
from articlekit.model import PartialDate

__all__ = [
    "DateMatch",
    "date_in",
    "day_in",
    "find_dates",
    "month_in",
    "parse_date",
    "parse_timestamp",
    "resolve",
    "weekday_in",
]

_ACCENTS = re.compile("[\u0300-\u036f]")
_DIGITS = re.compile(r"\d+")
_MARKS = " .,;:()[]'’\"“”«»،。、（）"
_BEFORE, _AFTER = 44, 52
_YEARS = "(?:19|20|١٩|٢٠|۱۹|۲۰|१९|२०|１９|２０)"


@frozen(kw_only=True)
class DateMatch:
    """A date found in a text. ``date`` is None where the words make no day that exists."""

    start: int
    end: int
    date: PartialDate | None

    @property
    def has_weekday(self) -> bool:
        """Whether the day of the week is named."""
        return self.date is not None and self.date.weekday is not None


@frozen(kw_only=True)
class _Grammar:
    """How one language writes its dates: names to numbers, the pattern, the words that may touch a number."""

    months: dict[str, tuple[Calendar, int]]
    weekdays: dict[str, int]
    day_words: dict[str, int]
    pattern: re.Pattern[str]
    hints: frozenset[str]
    glued: tuple[str, ...]
    figures: str


def _names(language: Language, key: str) -> list[list[str]]:
    """The names of each month or weekday, lower case, with and without accents."""
    found = []
    for entry in language.words("dates", key):
        names = [name.strip() for name in entry.lower().split("|")]
        found.append(list(dict.fromkeys([*names, *map(_plain, names)])))
    return found


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", name)))


def _numbered(names: list[list[str]], first: int) -> dict[str, int]:
    """Names to numbers; where two share a form (plain "mar"), the one that has it as its own first name wins."""
    numbers: dict[str, int] = {}
    for number, forms in enumerate(names, first):
        for form in forms:
            numbers.setdefault(form, number)
    return numbers


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True)) or "(?!)"


def _fold(text: str) -> str:
    return text.lower().replace("i\u0307", "i")  # the Turkish dotted capital


@cache
def _grammar(code: str) -> _Grammar:
    language = get(code)
    months: dict[str, tuple[Calendar, int]] = {}
    for key in ("months", "jalali", "hijri"):
        for name, number in _numbered(_names(language, key), 1).items():
            months.setdefault(name, (calendar_of(key), number))
    weekdays = _numbered(_names(language, "weekdays"), 0)
    day_words = _numbered(_names(language, "day_words"), 1)
    spaced = bool(language.value("dates", "spaced", True))
    words = {word for name in (*months, *day_words) for word in (name.split()[0], name.split()[-1])}
    return _Grammar(
        months=months,
        weekdays=weekdays,
        day_words=day_words,
        pattern=re.compile(_pattern(language, months, weekdays, day_words, spaced), re.IGNORECASE),
        hints=frozenset(words),
        figures=str(language.value("dates", "numeric", "")),
        glued=() if spaced else tuple({name[-1] for name in months} | {"月", "월", "日", "일"}),
    )


def _pattern(
    language: Language,
    months: dict[str, tuple[Calendar, int]],
    weekdays: dict[str, int],
    day_words: dict[str, int],
    spaced: bool,
) -> str:
    """One pattern for every order a language has: weekday, day, month, year, each where it may stand."""
    words = language.words
    lead = _any(words("dates", "leads"))
    join = _any(words("dates", "joins"))
    year_end = f"(?:\\s?(?:{_any(words('dates', 'year_endings'))}))"
    day_end = f"(?:\\s?(?:{_any(words('dates', 'day_endings'))}))"
    edge, start = (r"(?!\w)", r"(?<!\w)") if spaced else ("", r"(?<!\d)")
    month = f"(?:{_any(months)}){edge}"
    long = [name for name in weekdays if len(name) > (2 if spaced else 1)]
    short = [name for name in weekdays if name not in long]
    weekday = f"(?:{_any(long)}){edge}\\.?|(?:{_any(short)})(?:\\.,?|,)"
    day = rf"(?:(?<!\d)\d{{1,2}}(?!\d|[.,]\d\d\d(?!\d))|{start}(?:{_any(day_words)}){edge})"
    year = rf"{_YEARS}\d\d(?!\d)" + (r"|25\d\d(?!\d)|[67]\d(?!\d)" if _buddhist(language) else "")
    year += r"|[1۱١][34۳۴٣٤]\d\d(?!\d)" if words("dates", "jalali") or words("dates", "hijri") else ""
    sort = str(language.value("dates", "order", "dm"))
    cores = []
    if sort != "md":
        stop = r"(?:\.|" + day_end + r")?"
        cores.append(rf"(?P<d1>{day}){stop}[ \u00a0-]{{0,2}}(?:(?:{join})\s?)?(?P<m1>{month})")
    if sort != "dm":
        strict = rf"{day_end}" if not spaced else rf"{day_end}?"
        cores.append(rf"(?P<m2>{month})\.?[ \u00a0]{{0,2}}(?P<d2>{day})\.?{strict}")
    core = "|".join([*cores, *_numeric(language, lead)])
    ahead = rf"(?:(?P<y1>{year}){year_end}?[ ,]{{0,2}})?" if language.value("dates", "year_first") else ""
    double = rf"(?:\s?[/／(]\s?{month}\)?)?"
    behind = rf"(?:\.?[ ,\u00a0]{{0,2}}(?:(?:{join})\s{{0,2}})?(?P<y2>{year}){year_end}?)?"
    around = rf"(?:(?P<w1>{weekday})[,،]?\s?[（(]?(?:(?:{lead})\s?)*)?"
    after = rf"(?:[,،]?\s?[（(]?(?P<w2>{weekday}|(?<=[（(])(?:{_any(short)})){edge}[)）]?)?"
    return rf"{start}{around}{ahead}(?:{core}){double}{behind}{after}"


def _numeric(language: Language, lead: str) -> list[str]:
    """Day and month in figures, where something else says that it is a date: "Rabu (12/1)", "ngày 12/1"."""
    mark = language.value("dates", "numeric", "")
    if not mark:
        return []
    sign = rf"[{re.escape(mark)}]\s?" if mark == "." else r"[/.-]"
    figures = rf"(?P<d3>\d{{1,2}}){sign}(?P<m3>\d{{1,2}})(?:{sign}(?P<y3>(?:19|20|25)?\d\d))?(?![\w/:])"
    return [rf"(?<![\d.,:/]){figures}(?:\.?[)）])?"]


def _buddhist(language: Language) -> bool:
    return bool(language.value("dates", "short_years"))


def find_dates(text: str, language: Language) -> Iterator[DateMatch]:
    """Every date of day and month in a text, in order.

    Args:
        text: Any text.
        language: Whose names of months and weekdays, order and endings hold.
    """
    grammar = _grammar(language.code)
    if not grammar.months:
        return
    done = 0
    for number in _DIGITS.finditer(text):
        start, end = number.span()
        if start < done or end - start > 4 or not _touches(text, start, end, grammar):
            continue
        low = max(done, start - _BEFORE)
        for match in grammar.pattern.finditer(text, low, min(len(text), end + _AFTER)):
            if match.end() > start and (match.start() == low == start or match.start() > low or low == done):
                found = _read(match, grammar, language)
                if found is not None:
                    yield found
                    done = found.end
            if match.end() > start:
                break


def _touches(text: str, start: int, end: int, grammar: _Grammar) -> bool:
    """Whether a word beside a number belongs to a date; the cheap test before the pattern."""
    if grammar.glued:
        return text[end : end + 2].lstrip()[:1] in grammar.glued or _word_touches(text, start, end, grammar)
    return _word_touches(text, start, end, grammar)


def _word_touches(text: str, start: int, end: int, grammar: _Grammar) -> bool:
    if (
        grammar.figures
        and text[end : end + 1] in grammar.figures
        and text[end + 1 : end + 3].strip()[:1].isdigit()
    ):
        return True
    after = text[end : end + 26].split(None, 3)[:3]
    before = text[max(0, start - 26) : start].rsplit(None, 2)[-2:]
    hints = grammar.hints
    return any(_fold(word.strip(_MARKS + "-/")) in hints for word in (*after, *before))


def date_in(text: str, language: Language) -> DateMatch | None:
    """The first date in a short text, in words for the day too; None without one."""
    grammar = _grammar(language.code)
    if not grammar.months:
        return None
    for match in grammar.pattern.finditer(text):
        found = _read(match, grammar, language)
        if found is not None:
            return found
    return None


def parse_date(text: str, language: Language) -> PartialDate | None:
    """The first date in a text as far as it is given; None without one or with an impossible one.

    Example:
        >>> from articlekit.languages import get
        >>> parse_date("mercredi 12 janvier", get("fr"))
        PartialDate(year=None, month=1, day=12, weekday=2, resolved=None)
    """
    for code in dict.fromkeys((language.code, "en")):
        found = next(find_dates(text, get(code)), None)
        if found is not None:
            return found.date
    return None


def weekday_in(text: str, language: Language) -> int | None:
    """The weekday that a text names and nothing else: "Wednesday", "am Mittwoch"."""
    words = text.strip(_MARKS)
    for code in dict.fromkeys((language.code, "en")):
        names = _grammar(code).weekdays
        folded = _fold(words)
        lead = next((x for x in get(code).words("dates", "leads") if folded.startswith(f"{x} ")), "")
        name = folded[len(lead) :].strip()
        if len(name) > 2 and name in names:
            return names[name]
    return None


def day_in(text: str) -> DateMatch | None:
    """A day of the month alone: "28日"."""
    number = _DIGITS.search(text)
    day = int(number[0]) if number else 0
    return DateMatch(start=0, end=len(text), date=PartialDate(day=day)) if 0 < day < 32 else None


def month_in(text: str, language: Language) -> PartialDate | None:
    """The month and year that a text names and nothing else: "Januar 2021"."""
    name, _, year = text.strip(_MARKS).rpartition(" ")
    for code in dict.fromkeys((language.code, "en")):
        month = _grammar(code).months.get(_fold(name).strip(_MARKS))
        if month and month[0] is GREGORIAN and len(year) == 4 and year.isdigit() and year[:2] in ("19", "20"):
            return PartialDate(year=int(year), month=month[1])
    return None


def _read(match: re.Match[str], grammar: _Grammar, language: Language) -> DateMatch | None:
    """What ``match`` says; None where figures alone have nothing that makes them a date."""
    groups = match.groupdict()
    weekday = _weekday(groups["w1"] or groups["w2"], grammar)
    year_text = groups.get("y1") or groups["y2"] or groups.get("y3")
    if groups.get("d3"):
        if weekday is None and not _led(match, language) and len(year_text or "") < 4:
            return None
        calendar, month, day = GREGORIAN, int(groups["m3"] or 0), int(groups["d3"] or 0)
    else:
        name = _fold(groups.get("m1") or groups.get("m2") or "")
        calendar, month = grammar.months[name]
        day_text = groups.get("d1") or groups.get("d2") or ""
        day = int(day_text) if day_text.isdigit() else grammar.day_words.get(_fold(day_text), 0)
    year = _year(year_text, _buddhist(language))
    date = calendar.partial(year, month, day, weekday)
    return DateMatch(start=match.start(), end=_trimmed(match), date=date)


def _weekday(name: str | None, grammar: _Grammar) -> int | None:
    return grammar.weekdays.get(_fold(name.rstrip(".,"))) if name else None


def _led(match: re.Match[str], language: Language) -> bool:
    """Whether a word before figures announces a date: "ngày 12/1", "am 12.1."."""
    leads = language.words("dates", "numeric_leads") or language.words("dates", "leads")
    before = _fold(match.string[max(0, match.start() - 12) : match.start()].rstrip(" (（"))
    return any(before.endswith(lead) and not before[: -len(lead)][-1:].isalpha() for lead in leads)


def _trimmed(match: re.Match[str]) -> int:
    """The match's end without a bracket that was opened before it."""
    text = match[0]
    closes = text.count(")") + text.count("）") - text.count("(") - text.count("（")
    return match.end() - (closes if closes > 0 and text[-1] in ")）" else 0)


def _year(text: str | None, buddhist: bool) -> int | None:
    if not text:
        return None
    year = int(text)
    if buddhist:
        year += 2500 if year < 100 else 0
        return year - 543 if year > 2400 else year
    return year if year >= 100 else 2000 + year


def resolve(date: PartialDate, reference: dt.date | None) -> dt.date | None:
    """The day a partial date means near a reference day; its weekday must agree.

    A weekday alone is the last one that is not after the reference day.
    """
    if date.resolved is not None:
        return date.resolved
    if date.day is not None and date.month is None and reference is not None:
        return _near_day(date.day, reference)
    if date.month is None or date.day is None:
        if date.weekday is None or reference is None:
            return None
        return reference - dt.timedelta(days=(reference.weekday() - date.weekday) % 7)
    years = [date.year] if date.year else ([reference.year + d for d in (0, -1, 1)] if reference else [])
    days = [dt.date(year, date.month, date.day) for year in years if _exists(year, date.month, date.day)]
    fitting = [day for day in days if date.weekday is None or day.weekday() == date.weekday]
    if reference is None:
        return fitting[0] if fitting else None
    return min(fitting, key=lambda day: abs((day - reference).days), default=None)


def _near_day(day: int, reference: dt.date) -> dt.date | None:
    """The last such day of a month that is not after the day that follows the reference day."""
    for back in range(63):
        tried = reference + dt.timedelta(days=1 - back)
        if tried.day == day:
            return tried
    return None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


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

"""Partial dates in running text: from a day, a walk over the words and figures beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from articlekit.dates.calendars import CALENDARS
from articlekit.dates.grammar import CALENDAR, TOKENS, Grammar, fold_date, grammar_of
from articlekit.languages import Language
from articlekit.model import PartialDate

__all__ = [
    "DateMatch",
    "date_in",
    "day_in",
    "find_dates",
    "is_month",
    "month_in",
    "weekday_in",
]

_NUMBER = re.compile(r"\d+")
_MARKS = " .,;:()[]'’\"“”«»،。、（）-/"
_BEFORE, _AFTER = 44, 56
_OPEN, _CLOSE = "(（", ")）"


class DateMatch(NamedTuple):
    """A date found in a text. ``date`` is None where the words make no day that exists."""

    start: int
    end: int
    date: PartialDate | None

    @property
    def has_weekday(self) -> bool:
        """Whether the day of the week is named."""
        return self.date is not None and self.date.weekday is not None


def find_dates(text: str, language: Language) -> Iterator[DateMatch]:
    """Every date of day and month in a text, in order.

    Args:
        text: Any text.
        language: Whose names of months and weekdays, order and endings hold.

    Example:
        >>> from articlekit.languages import get
        >>> [match.date for match in find_dates("réunis mercredi 12 janvier", get("fr"))]
        [PartialDate(year=None, month=1, day=12, weekday=2, resolved=None)]
    """
    grammar = grammar_of(language.code)
    if not grammar.hints:
        return
    done = 0
    for number in _NUMBER.finditer(text):
        start, end = number.span()
        if start < done or end - start > 2 or not _touches(text, start, end, grammar):
            continue
        low = max(done, start - _BEFORE)
        reader = _Reader.over(text, low, min(len(text), end + _AFTER), grammar)
        found = reader.date_at(reader.starts.index(start))
        if found is not None:
            yield found
            done = found.end


def _touches(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Whether what stands beside a number may make a date of it; the cheap test."""
    beside = text[end : end + 1]
    if not grammar.spaced:
        return text[end : end + 2].strip()[:1] in grammar.hints
    if beside in grammar.figures and text[end + 1 : end + 3].strip()[:1].isdecimal():
        return True
    hints = grammar.hints
    for word in (*text[end : end + 26].split(None, 3)[:3], *text[max(0, start - 26) : start].split()[-1:]):
        if fold_date(word.strip(_MARKS)) in hints:
            return True
    return False


def date_in(text: str, language: Language, *, bare: bool = False) -> DateMatch | None:
    """The first date in a short text, in words for the day too; None without one.

    Args:
        text: The text.
        language: Whose words hold.
        bare: Day and month in figures count even where nothing else makes a date of them.
    """
    grammar = grammar_of(language.code)
    reader = _Reader.over(text, 0, len(text), grammar)
    for index, word in enumerate(reader.words):
        if word.isdecimal() or grammar.days.at(reader.words, index):
            found = reader.date_at(index, bare)
            if found is not None:
                return found
    return None


def is_month(text: str, language: Language) -> bool:
    """Whether a text is the name of a month and nothing else."""
    return fold_date(text) in grammar_of(language.code).months.numbers


class _Reader(NamedTuple):
    """The tokens of a stretch of text, and the walk from a day over what stands beside it."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    grammar: Grammar

    @classmethod
    def over(cls, text: str, low: int, high: int, grammar: Grammar) -> _Reader:
        """A reader over a stretch of a text."""
        tokens = [*TOKENS.finditer(text, low, high)]
        words = [token[0] for token in tokens]
        if text[low:high].isascii():
            words = [word.lower() for word in words]
        else:
            words = [fold_date(word) for word in words]
        return cls(
            text, words, [token.start() for token in tokens], [token.end() for token in tokens], grammar
        )

    def date_at(self, index: int, bare: bool = False) -> DateMatch | None:
        """The date whose day stands at ``index``; None where none does, or figures alone that are not ``bare``."""
        found = self._day_first(index) or self._month_first(index) or self._figures(index)
        if found is None:
            return None
        bare = bare and self._word(index + 1) == self.grammar.figures[:1]
        month, day, year, first, last = found
        if year is None:
            year, last = self._year_after(last, month >= CALENDAR)
        if year is None and self.grammar.year_first:
            year, first = self._year_before(first)
        weekday, first, last = self._weekday(first, last)
        if not bare and month < 0 and weekday is None and year is None and not self._is_led(first):
            return None  # two figures need something that makes a date of them
        month = abs(month)
        calendar = CALENDARS[month // CALENDAR]
        date = calendar.partial(year, month % CALENDAR, day, weekday)
        return DateMatch(start=self.starts[first], end=self.ends[last - 1], date=date)

    def _day_first(self, index: int) -> tuple[int, int, int | None, int, int] | None:
        day, at = self._day(index)
        if self.grammar.order == "md" or not day or self._is_decimal(index):
            return None
        at = self._skip(self._after_day(at), ".-")
        joined = self.grammar.joins.at(self.words, at)
        month = self.grammar.months.at(self.words, joined[1] if joined else at)
        month = month or (self.grammar.months.at(self.words, at) if joined else None)
        return (month[0], day, None, index, self._doubled(month[1])) if month else None

    def _month_first(self, index: int) -> tuple[int, int, int | None, int, int] | None:
        day, at = self._day(index)
        before = index - 1 if self._word(index - 1) == "." else index
        month = self.grammar.months.before(self.words, before)
        if self.grammar.order == "dm" or not day or month is None or self._is_thousand(index):
            return None
        last = self._after_day(at)
        if not self.grammar.spaced and last == at:
            return None
        return month[0], day, None, month[1], last

    def _figures(self, index: int) -> tuple[int, int, int | None, int, int] | None:
        """Day and month in figures; the month is negative until something else makes a date of them."""
        marks = self.grammar.figures
        mark, month = self._word(index + 1), self._word(index + 2)
        day, _ = self._day(index)
        if (
            not marks
            or mark not in marks
            or not mark
            or not (month.isdecimal() and len(month) < 3)
            or not day
        ):
            return None
        if self._is_decimal(index) or (not self._touch(index, index + 2) and mark != "."):
            return None
        year, last = None, index + 3
        more = self._word(index + 4)
        if self._word(index + 3) == mark and more.isdecimal() and len(more) == 4:
            year, last = self._year_of(index + 4), index + 5
        elif self._word(index + 3) == "." == mark:
            last += 1
        return (-int(month), day, year, index, last) if int(month) else None

    def _day(self, index: int) -> tuple[int, int]:
        word = self.words[index]
        if word.isdecimal():
            return (int(word), index + 1) if len(word) < 3 and 0 < int(word) < 32 else (0, index)
        return self.grammar.days.at(self.words, index) or (0, index)

    def _after_day(self, at: int) -> int:
        ending = self.grammar.day_endings.at(self.words, at)
        return ending[1] if ending else at + (self._word(at) == "." and self.grammar.order == "md")

    def _doubled(self, at: int) -> int:
        """The end of a month named twice: "كانون الثاني/يناير"."""
        if self._word(at) in ("/", "("):
            again = self.grammar.months.at(self.words, at + 1)
            if again:
                return again[1] + (self._word(again[1]) == ")" and self._word(at) == "(")
        return at

    def _year_after(self, last: int, foreign: bool) -> tuple[int | None, int]:
        at = self._skip(last, ".,،" if self._word(last) != "." else ".")
        for _ in range(2):
            joined = self.grammar.joins.at(self.words, at)
            at = joined[1] if joined else at
        year = self._year_of(at, foreign)
        if year is None:
            return None, last
        ending = self.grammar.year_endings.at(self.words, at + 1)
        return year, ending[1] if ending else at + 1

    def _year_before(self, first: int) -> tuple[int | None, int]:
        ending = self.grammar.year_endings.before(self.words, first)
        at = ending[1] - 1 if ending else first - 1
        year = self._year_of(at) if at >= 0 else None
        return (year, at) if year is not None else (None, first)

    def _year_of(self, index: int, foreign: bool = False) -> int | None:
        word = self._word(index)
        if not word.isdecimal():
            return None
        year = int(word)
        if self.grammar.buddhist and (2400 < year < 2700 or 50 < year < 99):
            return year - 543 if year > 100 else year + 1957
        return year if len(word) == 4 and (1300 < year < 1500 if foreign else 1900 <= year < 2100) else None

    def _weekday(self, first: int, last: int) -> tuple[int | None, int, int]:
        """The weekday beside the date, and the date's ends with it."""
        at = first
        opened = self._word(at - 1) in _OPEN if at else False
        at -= opened
        for _ in range(3):
            led = self.grammar.leads.before(self.words, at)
            at = led[1] if led else at
        marked = self._word(at - 1) if at else ""
        at -= marked in (",", ".", "،", *_OPEN) and bool(marked)
        if marked == "," and at and self._word(at - 1) == ".":
            at -= 1
        named = self.grammar.weekdays.before(self.words, at)
        if named and self._is_whole(named[1], at, bool(marked)):
            closed = (opened or marked in _OPEN) and self._word(last) in _CLOSE and bool(self._word(last))
            return named[0], named[1], last + closed
        at = self._skip(last, ",،")
        bracket = self._word(at) in _OPEN and bool(self._word(at))
        named = self.grammar.weekdays.at(self.words, at + bracket)
        if named and self._is_whole(at + bracket, named[1], bracket):
            return named[0], first, named[1] + (bracket and self._word(named[1]) in _CLOSE)
        return None, first, last

    def _is_whole(self, low: int, high: int, marked: bool) -> bool:
        """Whether a weekday's name is more than two letters that may be another word."""
        size = sum(len(word) for word in self.words[low:high])
        return marked or size > (2 if self.grammar.spaced else 1)

    def _is_led(self, first: int) -> bool:
        at = first - (first > 0 and self._word(first - 1) in _OPEN)
        return self.grammar.numeric_leads.before(self.words, at) is not None

    def _is_decimal(self, index: int) -> bool:
        """Whether the number is the tail of another: "12:30 May", "3.5"."""
        return (
            index > 1
            and self.words[index - 1] in (":", ".", ",", "/")
            and self.words[index - 2].isdecimal()
            and self._touch(index - 2, index)
        )

    def _is_thousand(self, index: int) -> bool:
        """Whether the number goes on: "May 3,500"."""
        return (
            self._word(index + 1) in (",", ".")
            and self._word(index + 2).isdecimal()
            and self._touch(index, index + 2)
        )

    def _touch(self, first: int, last: int) -> bool:
        return all(self.ends[i] == self.starts[i + 1] for i in range(first, last))

    def _skip(self, at: int, marks: str) -> int:
        return at + (bool(self._word(at)) and self._word(at) in marks)

    def _word(self, index: int) -> str:
        return self.words[index] if 0 <= index < len(self.words) else ""


def weekday_in(text: str, language: Language) -> int | None:
    """The weekday that a text names and nothing else: "Wednesday", "am Mittwoch"."""
    words = [fold_date(word) for word in TOKENS.findall(text.strip(_MARKS))]
    for code in dict.fromkeys((language.code, "en")):
        grammar = grammar_of(code)
        led = grammar.leads.at(words, 0)
        name = " ".join(words[led[1] if led else 0 :])
        if len(name) > 2 and name in grammar.weekdays.numbers:
            return grammar.weekdays.numbers[name]
    return None


def day_in(text: str) -> DateMatch | None:
    """A day of the month alone: "28日"."""
    number = _NUMBER.search(text)
    day = int(number[0]) if number else 0
    return DateMatch(start=0, end=len(text), date=PartialDate(day=day)) if 0 < day < 32 else None


def month_in(text: str, language: Language) -> PartialDate | None:
    """The month and year that a text names and nothing else: "Januar 2021"."""
    name, _, year = text.strip(_MARKS).rpartition(" ")
    for code in dict.fromkeys((language.code, "en")):
        month = grammar_of(code).months.numbers.get(fold_date(name).strip(_MARKS), 0)
        if 0 < month < CALENDAR and len(year) == 4 and year.isdecimal() and 1900 <= int(year) < 2100:
            return PartialDate(year=int(year), month=month)
    return None

"""How a language writes its dates: the names and small words of its file, as tokens that a reader walks over."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from articlekit.languages import Language, get

__all__ = ["CALENDAR", "TOKENS", "Grammar", "Names", "fold_date", "grammar_of"]

_PUNCT = "!-&(-/:-@\\[-`{-~«»“”„…·•–—―،؛।、。（）【】：；，［］〔〕"
_DENSE = (
    "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"  # scripts that set no spaces: a token a letter
)
TOKENS = re.compile(rf"\d+|[{_DENSE}]|[^\s\d{_PUNCT}{_DENSE}]+|[{_PUNCT}]")
_ACCENTS = re.compile("[\u0300-\u036f]")
CALENDAR = 100  # months of the second and third calendar count on from here


class Names(NamedTuple):
    """Words or sequences of words, as their tokens joined by spaces, to numbers."""

    numbers: dict[str, int]
    longest: int

    def at(self, words: list[str], index: int) -> tuple[int, int] | None:
        """The number and the end of the longest name that begins at ``index``."""
        for size in range(min(self.longest, len(words) - index), 0, -1):
            number = self.numbers.get(" ".join(words[index : index + size]))
            if number is not None:
                return number, index + size
        return None

    def before(self, words: list[str], index: int) -> tuple[int, int] | None:
        """The number and the start of the longest name that ends before ``index``."""
        for size in range(min(self.longest, index), 0, -1):
            number = self.numbers.get(" ".join(words[index - size : index]))
            if number is not None:
                return number, index - size
        return None


class Grammar(NamedTuple):
    """How one language writes its dates.

    Attributes:
        months: Names of months; those of other calendars count on from 100 and 200.
        weekdays: Names of weekdays.
        days: Words for the days of the month.
        leads, joins, day_endings, year_endings: Words that may stand before a date, inside it, after a number.
        numeric_leads: Words that make a date of two figures.
        hints: Words one of which stands beside the day of every date.
        figures: What divides day and month in figures.
        order: "dm" (12 January), "md" (January 12) or "both".
        year_first: The year may stand first.
        spaced: Words are divided by spaces.
        buddhist: Years may be of the Buddhist era.
    """

    months: Names
    weekdays: Names
    days: Names
    leads: Names
    joins: Names
    day_endings: Names
    year_endings: Names
    numeric_leads: Names
    hints: frozenset[str]
    figures: str
    order: str
    year_first: bool
    spaced: bool
    buddhist: bool


def fold_date(text: str) -> str:
    if text.isascii():
        return text.lower()
    lowered = text.lower().replace("i\u0307", "i")  # the Turkish dotted capital
    return _plain(lowered) if text.isupper() else lowered  # capitals lose their accents


def _plain(name: str) -> str:
    if name.isascii():
        return name
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", name)))


def _names(language: Language, *keys: str, first: int = 0) -> Names:
    """The names under ``keys``, with and without accents; where two share a form, the first keeps it."""
    numbers: dict[str, int] = {}
    for offset, key in enumerate(keys):
        for number, entry in enumerate(language.words("dates", key), first + CALENDAR * offset):
            for name in fold_date(entry).split("|"):
                for form in (name, _plain(name)):
                    numbers.setdefault(" ".join(TOKENS.findall(form)), number)
    return Names(numbers=numbers, longest=max((name.count(" ") + 1 for name in numbers), default=0))


@cache
def grammar_of(code: str) -> Grammar:
    language = get(code)
    months = _names(language, "months", "jalali", "hijri", first=1)
    days = _names(language, "day_words", first=1)
    numeric_leads = "numeric_leads" if language.words("dates", "numeric_leads") else "leads"
    value = language.value
    spaced = bool(value("dates", "spaced", True))
    endings = _names(language, "day_endings")
    beside = (*months.numbers, *days.numbers, *(() if spaced else endings.numbers))
    return Grammar(
        months=months,
        weekdays=_names(language, "weekdays"),
        days=days,
        leads=_names(language, "leads"),
        joins=_names(language, "joins"),
        day_endings=endings,
        year_endings=_names(language, "year_endings"),
        numeric_leads=_names(language, numeric_leads),
        hints=frozenset(word for name in beside for word in (name.split()[0], name.split()[-1])),
        figures={"": "", "/": "/.-", ".": "."}[value("dates", "numeric", "")],
        order=value("dates", "order", "dm"),
        year_first=bool(value("dates", "year_first")),
        spaced=spaced,
        buddhist=bool(value("dates", "short_years")),
    )

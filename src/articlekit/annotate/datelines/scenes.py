"""Scenes: a place and a date that one clause of the running text links.

Precision before recall: beside the date, or after a phrase that says where ("at the headquarters of the alliance, in
Brussels"), there must be the language's word or ending for "in" and a place. An unknown name counts only where it
stands beside a date that has its weekday.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

import attrs

from articlekit.annotate.datelines.places import Names, fold, is_capitals, names_of
from articlekit.dates import DateMatch, find_dates, resolve
from articlekit.languages import Language, get
from articlekit.model import Dateline, DatelineKind, Paragraph, Place, Span

__all__ = ["find_scenes"]

_REACH = 90
_GAP = 70
_CLAUSE = re.compile(r"[!?;:…।。！？()\[\]«»“”„\"]|[.](?=\s|$)|\s[–—-]\s")
_WORD = re.compile(r"[,،]|[^\s,،]+")
_COMMAS = ",،，、 "
_DIGIT = re.compile(r"\d")
_OWNS = ("'s", "’s", "'", "’")
_YEARS = 1  # a day in a year further from the reference is history, not where the report is set
_LONGEST = 4


class _Links(NamedTuple):
    """How a language says "in": words before a place or after it, endings, prefixes; ``linkers`` begin a phrase."""

    prepositions: frozenset[str]
    postpositions: frozenset[str]
    endings: tuple[str, ...]
    prefixes: tuple[str, ...]
    linkers: frozenset[str]
    leads: frozenset[str]
    trails: frozenset[str]
    spaced: bool
    nouns: bool

    def preposition_at(self, words: list[str], index: int) -> int:
        """How many words from ``index`` on make a preposition; 0 for none."""
        return next((n for n in (3, 2, 1) if " ".join(words[index : index + n]) in self.prepositions), 0)


@cache
def _links_of(code: str) -> _Links:
    language = get(code)
    words = language.words
    prepositions = frozenset(words("datelines", "prepositions"))
    return _Links(
        prepositions=prepositions,
        postpositions=frozenset(words("datelines", "postpositions")),
        endings=tuple(sorted(words("datelines", "endings"), key=len, reverse=True)),
        prefixes=words("datelines", "prefixes"),
        linkers=prepositions | frozenset(words("datelines", "linkers")),
        leads=frozenset(words("dates", "leads")),
        trails=frozenset(words("dates", "trails")),
        spaced=bool(language.value("datelines", "spaced", True)),
        nouns=bool(language.value("datelines", "noun_capitals")),
    )


def find_scenes(
    block: Paragraph, language: Language, reference: dt.date | None, after: int
) -> list[Dateline]:
    """The scenes of a paragraph, in order.

    Args:
        block: The paragraph.
        language: Whose dates, prepositions and endings hold.
        reference: Day against which the dates are resolved.
        after: Where in the article's text to begin: the end of a formal dateline.
    """
    text = block.text
    if _DIGIT.search(text) is None:
        return []
    found: list[Dateline] = []
    done = max(0, after - block.span.start)
    for date in find_dates(text, language):
        if date.start < done or date.date is None or date.date.day is None:
            continue
        if _is_history(date.date.year, reference):
            continue
        linked = _linked(text, date, done, language)
        if linked is None:
            continue
        start, end, place = linked
        found.append(
            Dateline(
                text=text[start:end],
                kind=DatelineKind.SCENE,
                places=(place,),
                date=attrs.evolve(date.date, resolved=resolve(date.date, reference)),
                agencies=(),
                span=Span(start=block.span.start + start, end=block.span.start + end),
            )
        )
        done = end
    return found


def _is_history(year: int | None, reference: dt.date | None) -> bool:
    return year is not None and reference is not None and abs(year - reference.year) > _YEARS


def _linked(text: str, date: DateMatch, low: int, language: Language) -> tuple[int, int, Place] | None:
    """The place that the date's clause names beside it, and the stretch of both."""
    links, names = _links_of(language.code), names_of(language.code)
    tail = text[date.end : date.end + _REACH]
    stop = _CLAUSE.search(tail)
    tail = tail[: stop.start()] if stop else tail
    lead_start = max(low, date.start - _REACH)
    for stop in _CLAUSE.finditer(text, lead_start, date.start):
        lead_start = stop.end()
    lead = text[lead_start : date.start]
    if not links.spaced:
        after, before = _dense_after(tail, links, names), _dense_before(lead, links, names)
    else:
        after = _Clause.of(tail, links, names, date.has_weekday).after()
        before = None if after else _Clause.of(lead, links, names, date.has_weekday).before()
    if after:
        start, place = after
        return date.start, date.end + start + len(place.text), place
    if before:
        return lead_start + before[0], date.end, before[1]
    return None


class _Clause(NamedTuple):
    """The words of the clause on one side of a date."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    links: _Links
    names: Names
    has_weekday: bool

    @classmethod
    def of(cls, text: str, links: _Links, names: Names, has_weekday: bool) -> _Clause:
        """The words of a stretch of text."""
        found = [*_WORD.finditer(text)]
        words = [word[0] for word in found]
        return cls(
            text, words, [w.start() for w in found], [w.end() for w in found], links, names, has_weekday
        )

    def after(self) -> tuple[int, Place] | None:
        """The place beside the date that stands before these words, or after a phrase that begins there."""
        at = 0
        while at < len(self.words) and (self.words[at] in _COMMAS or self._lowered(at) in self.links.trails):
            at += 1
        found = self._place_at(at, tight=True)
        if found or at >= len(self.words) or self._lowered(at) not in self.links.linkers:
            return found
        for index in range(at + 1, len(self.words)):
            if self.starts[index] > _GAP:
                return None
            found = self._place_at(index, tight=False)
            if found:
                return found
        return None

    def before(self) -> tuple[int, Place] | None:
        """The place beside the date that stands behind these words, or before a phrase that ends there."""
        last = len(self.words)
        while last and self._lowered(last - 1).rstrip("-") in self.links.leads:
            last -= 1
        if last and self.words[last - 1] in _COMMAS:
            last -= 1
        for index in range(last - 1, max(-1, last - 6), -1):
            found = self._place_at(index, tight=True, last=last)
            if found:
                return found
        return None

    def _place_at(self, index: int, tight: bool, last: int | None = None) -> tuple[int, Place] | None:
        """The place that a link at ``index`` names; with ``last`` it must end there."""
        count = self.links.preposition_at([word.lower() for word in self.words[index : index + 3]], 0)
        if count:
            return self._named(index + count, tight, last)
        if self.links.endings or self.links.prefixes:
            return self._cased(index, last)
        return self._followed(index, last) if self.links.postpositions else None

    def _named(self, index: int, tight: bool, last: int | None) -> tuple[int, Place] | None:
        words = self.words[index : index + _LONGEST]
        for count in range(len(words), 0, -1):
            end = index + count
            shown = self._shown(index, end)
            base = self.names.base(shown) if not any(word in _COMMAS for word in words[:count]) else None
            if base and last in (None, end) and not self._goes_on(end):
                return self.starts[index], Place(text=shown, name=base)
        return self._unknown(index, last) if tight and self.has_weekday and not self.links.nouns else None

    def _unknown(self, index: int, last: int | None) -> tuple[int, Place] | None:
        """A name that no list has, as far as its words have capitals."""
        end = index
        while end < len(self.words) and end - index < _LONGEST and self.words[end][:1].isupper():
            end += 1
        shown = self._shown(index, end) if end > index else ""
        owned = shown.endswith(_OWNS)
        if (
            not shown
            or owned
            or is_capitals(shown)
            or last not in (None, end)
            or not self.names.is_name(shown)
        ):
            return None
        return self.starts[index], Place(text=shown, name=shown)

    def _cased(self, index: int, last: int | None) -> tuple[int, Place] | None:
        """A known place with an ending or a prefix that says "in": "Brysselissä", "בבריסל"."""
        for count in (2, 1):
            end = index + count
            if end > len(self.words) or last not in (None, end):
                continue
            shown = self._shown(index, end)
            for ending in self.links.endings:
                if shown.endswith(ending) and len(shown) > len(ending):
                    base = self.names.base(shown[: -len(ending)])
                    if base:
                        return self.starts[index], Place(text=shown, name=base)
            for prefix in self.links.prefixes:
                if shown.startswith(prefix) and self.names.knows(shown[len(prefix) :]):
                    name = shown[len(prefix) :]
                    return self.starts[index] + len(prefix), Place(text=name, name=name)
        return None

    def _followed(self, index: int, last: int | None) -> tuple[int, Place] | None:
        """A known place with a word after it that says "in": "ब्रसेल्स में"."""
        for count in (3, 2, 1):
            end = index + count
            shown = self._shown(index, end) if end <= len(self.words) else ""
            if shown and self.names.knows(shown) and self._post_at(end, last):
                return self.starts[index], Place(text=shown, name=shown)
        return None

    def _post_at(self, index: int, last: int | None) -> bool:
        return any(
            " ".join(self.words[index : index + n]) in self.links.postpositions and last in (None, index + n)
            for n in (2, 1)
        )

    def _goes_on(self, end: int) -> bool:
        """Whether a name is only the beginning of another: "in Paris Saint-Germain's stadium"."""
        return not self.links.nouns and end < len(self.words) and self.words[end][:1].isupper()

    def _shown(self, first: int, end: int) -> str:
        return self.text[self.starts[first] : self.ends[end - 1]] if first < len(self.words) else ""

    def _lowered(self, index: int) -> str:
        return self.words[index].lower()


def _dense_after(tail: str, links: _Links, names: Names) -> tuple[int, Place] | None:
    """The place after a date in a script without spaces: "在布鲁塞尔", "、ブリュッセルで"."""
    rest = tail.lstrip(_COMMAS)
    trail = next((word for word in links.trails if rest.startswith(word)), "")
    rest = rest[len(trail) :].lstrip(_COMMAS)
    for word in (w for w in links.prepositions or ("",) if rest.startswith(w)):
        named = rest[len(word) :].lstrip()
        known = names.longest(named)
        if known and (not links.endings or named[len(known) :].startswith(links.endings)):
            return len(tail) - len(named), Place(text=known, name=known)
    return None


def _dense_before(lead: str, links: _Links, names: Names) -> tuple[int, Place] | None:
    """The place before a date in a script without spaces."""
    rest = lead.rstrip(_COMMAS)
    ending = next((e for e in links.endings if rest.endswith(e)), "")
    if links.endings and not ending:
        return None
    rest = rest[: len(rest) - len(ending)]
    for size in range(min(14, len(rest)), 1, -1):
        name = rest[-size:]
        if fold(name) in names.cities or fold(name) in names.countries:
            led = rest[:-size].endswith(tuple(links.prepositions)) if links.prepositions else True
            return (len(rest) - size, Place(text=name, name=name)) if led else None
    return None

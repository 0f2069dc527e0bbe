"""Scenes: a place and a date that one clause of the running text links."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

import attrs
from attrs import frozen

from articlekit.annotate.dates import DateMatch, find_dates, resolve
from articlekit.annotate.places import Names, is_capitals, names_of
from articlekit.languages import Language, get
from articlekit.model import Dateline, DatelineKind, Paragraph, Place, Span

__all__ = ["find_scenes"]

_REACH = 90
_CLAUSE = re.compile(r"[!?;:…।。！？()\[\]«»“”„\"]|[.](?=\s|$)|\s[–—-]\s")
_DIGIT = re.compile(r"\d")
_YEARS = 1  # a day in a year further from the reference is history, not where the report is set


@frozen(kw_only=True)
class _Grammar:
    """How a language links a place to a date: ``after`` and ``before`` match beside the date."""

    after: re.Pattern[str]
    before: re.Pattern[str]
    spaced: bool
    nouns: bool


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
        resolved = resolve(date.date, reference)
        if _is_history(date, resolved, reference):
            continue
        linked = _linked(text, date, language)
        if linked is None:
            continue
        start, end, place = linked
        found.append(
            Dateline(
                text=text[start:end],
                kind=DatelineKind.SCENE,
                places=(place,),
                date=attrs.evolve(date.date, resolved=resolved),
                agencies=(),
                span=Span(start=block.span.start + start, end=block.span.start + end),
            )
        )
        done = end
    return found


def _is_history(date: DateMatch, resolved: dt.date | None, reference: dt.date | None) -> bool:
    year = date.date.year if date.date else None
    return year is not None and reference is not None and abs(year - reference.year) > _YEARS


def _linked(text: str, date: DateMatch, language: Language) -> tuple[int, int, Place] | None:
    """The place that the date's clause names beside it, and the stretch of both."""
    grammar = _grammar(language.code)
    names = names_of(language.code)
    tail = text[date.end : date.end + _REACH]
    stop = _CLAUSE.search(tail)
    tail = tail[: stop.start()] if stop else tail
    match = grammar.after.match(tail)
    place = _place(match, tail, date, names, grammar) if match else None
    if match and place:
        return date.start, date.end + match.start("place") + len(place.text), place
    low = max(0, date.start - _REACH)
    lead = text[low : date.start]
    stops = [*_CLAUSE.finditer(lead)]
    lead = lead[stops[-1].end() :] if stops else lead
    match = grammar.before.search(lead)
    place = _place(match, lead, date, names, grammar) if match else None
    if match and place:
        return date.start - len(lead) + match.start("place"), date.end, place
    return None


def _place(
    match: re.Match[str], clause: str, date: DateMatch, names: Names, grammar: _Grammar
) -> Place | None:
    """The place that a link names; without a weekday, or at a distance, only a known one counts."""
    text = match["place"]
    if not grammar.spaced:
        known = names.longest(text) if match.re is grammar.after else text if names.knows(text) else None
        return Place(text=known, name=known) if known else None
    words = text.split()
    for count in range(len(words), 0, -1):
        shown = " ".join(words[:count])
        base = names.base(shown)
        if base:
            return Place(text=shown, name=base)
    loose = bool((match["gap"] or "").strip(" ,،"))
    rest = clause[match.end("place") :]
    owned = rest.startswith(("'s", "’s", "'", "’")) or (words[-1].endswith(("'s", "’s")))
    if grammar.nouns or not date.has_weekday or loose or owned or not names.is_name(text):
        return None
    return None if is_capitals(text) else Place(text=text, name=text)


@cache
def _grammar(code: str) -> _Grammar:
    language = get(code)
    words = language.words
    spaced = bool(language.value("datelines", "spaced", True))
    before = _any(words("datelines", "prepositions"))
    small = _any(w for w in words("datelines", "particles") if len(w) > 1)
    name = r"[^\W\d_a-zà-ÿа-яα-ω][^\W\d_]*(?:['’.-][^\W\d_]+)*"
    name = rf"{name}(?:[ -](?:(?:{small})\s)?{name}){{0,3}}"
    leads = _any(words("dates", "leads"))
    linkers = _any((*words("datelines", "linkers"), *words("datelines", "prepositions")))
    gap = rf"(?P<gap>[\s,،]*(?:(?:{linkers})(?!\w)[^,،]{{0,60}}?[,،]?\s)??)"
    back = rf"(?P<gap>[\s,،]*(?:(?:{linkers})(?!\w)[^,،]{{0,60}}[,،]?\s)??)(?:(?:{leads})\s?)*$"
    if not spaced:
        cjk = r"[^\W\d_]"
        endings = _any(words("datelines", "endings"))
        if words("datelines", "prepositions"):
            link = rf"(?:{before})"
            return _Grammar(
                after=re.compile(rf"(?P<gap>[，,、\s]?){link}(?P<place>{cjk}{{2,12}})"),
                before=re.compile(rf"{link}(?P<place>{cjk}{{2,8}}?)(?P<gap>[，,、\s]?)$"),
                spaced=False,
                nouns=False,
            )
        return _Grammar(
            after=re.compile(rf"(?P<gap>[，,、\s]?)(?P<place>{cjk}{{2,12}}?)(?:{endings})"),
            before=re.compile(
                rf"(?:^|(?<=[、，,\s]))(?P<place>{cjk}{{2,12}}?)(?:{endings})(?P<gap>[，,、\s]?)$"
            ),
            spaced=False,
            nouns=False,
        )
    links = [rf"(?<!\w)(?:{before})\s+(?P<place>{name})(?!\w)"]
    cases = words("datelines", "endings")
    posts = words("datelines", "postpositions")
    prefixes = words("datelines", "prefixes")
    if cases:
        links = [rf"(?<!\w)(?P<place>{name}?)(?:{_any(cases)})(?!\w)"]
    elif posts:
        links = [rf"(?<!\w)(?P<place>[^\W\d_,]\S*(?:\s\S+)?)\s(?:{_any(posts)})(?!\w)"]
    elif prefixes:
        links = [rf"(?<!\w)(?:{_any(prefixes)})(?P<place>[^\W\d_]\S*(?:\s[^\W\d_]\S*)?)"]
    link = links[0]
    return _Grammar(
        after=re.compile(gap + link),
        before=re.compile(link + back),
        spaced=True,
        nouns=bool(language.value("datelines", "noun_capitals")),
    )


def _any(words: object) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True)) or "(?!)"  # type: ignore[call-overload]

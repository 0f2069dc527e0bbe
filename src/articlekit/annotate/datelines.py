"""Datelines: the agency's formal one before a report, and scenes set in the running text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

import attrs

from articlekit.annotate.dates import date_pattern, from_match, resolve, weekday_names
from articlekit.languages import Language, get
from articlekit.model import Block, Dateline, DatelineKind, Heading, Paragraph, PartialDate, Place, Span

__all__ = ["find_datelines"]

_NAME = r"[^\W\d_a-z][\w.'’-]*"
_PLACE = rf"{_NAME}(?:[ -](?:de|del|la|am|an|der|den|sur|upon|{_NAME})){{0,4}}"
_PLACES = re.compile(rf"{_PLACE}(?:\s?/\s?{_PLACE}){{0,3}}(?:\s?,\s?{_PLACE}){{0,2}}")
_DASH = re.compile(r"\s*(?:--|–|—|―|\.-|\.–)(?=\s|$|[^\W\d_])|\s*[-:](?=\s|$)|\s-(?=[^\W\d_])")
_AHEAD = re.compile(r"\s*\(([^()]{2,30})\)\s*[-–—]\s*")
_PAREN = re.compile(r"\s*\(([^()]{2,40})\)\s*$")
_SLASH = re.compile(r"\s?/\s?")
_SENTENCE = re.compile(r"[.!?…][\"”’»)]*\s+")
_WINDOW = 160
_OPENING = 3
_AGENCY_ENDS = ("共同", "時事", "通信", "뉴스", "뉴시스", "AP", "AFP", "ロイター", "新聞", "일보")
_DIGIT = re.compile(r"\d")
_STOPPED = re.compile(r"(?P<place>[A-ZÄÖÜ][a-zäöüß]+(?:[ /-][A-ZÄÖÜ][a-zäöüß]+){0,2})\.(?:\s+[A-ZÄÖÜ„»]|$)")
_BRACKETED = re.compile(
    r"\s*(?P<text>[【（(\[](?P<place>[^\s【】（）()\[\]=＝・]{1,15})\s?[=＝]\s?(?P<who>[^【】（）()\[\]]{1,24})[】）)\]])"
)
_ELECTRIC = re.compile(
    r"\s*[（(【]?(?P<agency>[\u4e00-\u9fff]{2,6}社)(?P<place>[\u4e00-\u9fff]{2,12}?)"
    r"(?P<month>1[0-2]|[1-9])月(?P<day>[12]\d|3[01]|[1-9])日(?:电|電)[】）)]?"
)


@cache
def _agencies(code: str) -> frozenset[str]:
    return frozenset(get(code).words("datelines", "agencies")) | frozenset(
        get("en").words("datelines", "agencies")
    )


@cache
def _correspondent(code: str) -> re.Pattern[str]:
    """Words for the paper's own reporter before the place: "dal nostro inviato NEW YORK"."""
    words = get(code).words("datelines", "correspondents")
    return re.compile(rf"^(?:{'|'.join(map(re.escape, words)) or '(?!)'})\s*(?:[AÀ]\s+)?", re.IGNORECASE)


def find_datelines(
    text: str, blocks: Sequence[Block], language: Language, reference: dt.date | None
) -> tuple[Dateline, ...]:
    """Every dateline of an article, in order.

    Args:
        text: The article's canonical text.
        blocks: Its blocks, with spans into the text.
        language: Whose months, agencies and prepositions hold besides the English ones.
        reference: Day against which partial dates are resolved.
    """
    found: list[Dateline] = []
    paragraphs = _OPENING  # a standfirst or a byline may stand before the paragraph with the dateline
    for block in (*_standfirst(text, blocks), *blocks):
        if isinstance(block, Heading):
            paragraphs = max(paragraphs, 1)
            continue
        if not isinstance(block, Paragraph):
            continue
        line = _formal_line(block, language, reference, paragraphs > 1) if paragraphs > 0 else None
        paragraphs -= 1
        if line is not None:
            found.append(line)
        found.extend(_scenes(text, block, language, reference, line.span.end if line else 0))
    return tuple(found)


def _standfirst(text: str, blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """The text before the first block, where papers set the dateline too."""
    lead = text[: blocks[0].span.start].rstrip() if blocks else ""
    return (Paragraph(text=lead, span=Span(start=0, end=len(lead))),) if lead else ()


def _formal_line(
    block: Paragraph, language: Language, reference: dt.date | None, first: bool
) -> Dateline | None:
    line = (
        _formal_at(block, language, reference) or _east_asian(block, language, reference) or _bracketed(block)
    )
    return line or (_full_stop(block, language) if first else None)


def _formal_at(block: Paragraph, language: Language, reference: dt.date | None) -> Dateline | None:
    """PLACE[/PLACE][, REGION][, date][ (AGENCY)] before a dash; the longest reading counts."""
    window = block.text[:_WINDOW]
    dashes = list(islice(_DASH.finditer(window), 3))
    for dash in reversed(dashes):
        head = _Head(window[: dash.start()], language)
        if head.places and _has_evidence(head, dash[0].strip(), language):
            shown = window[: dash.end()].strip()
            start = block.span.start + len(window) - len(window.lstrip())
            date = _dated(head.date, reference) if head.date else None
            return Dateline(
                text=shown,
                kind=DatelineKind.FORMAL,
                places=_places(head.places, head.region),
                date=date,
                agencies=head.agencies,
                span=Span(start=start, end=start + len(shown)),
            )
    return None


class _Head:
    """What stands before the dash, taken apart from its end; ``places`` is "" where it is no dateline."""

    def __init__(self, text: str, language: Language) -> None:
        known = _agencies(language.code)
        self.region: str | None = None
        self.date: PartialDate | None = None
        self.has_date = False
        named: list[str] = []
        ahead = _AHEAD.match(text)
        if ahead and ahead[1] in known:
            named.append(ahead[1])
            text = text[ahead.end() :]
        text = text.strip(" *")
        inside = _PAREN.search(text)
        if inside:
            names = [name for name in _SLASH.split(inside[1]) if name in known]
            named += names
            self.region = None if names else inside[1]
            text = text[: inside.start()]
        text = self._without_agency(text, known, named)
        text = self._without_date(text, language)
        places = _correspondent(language.code).sub("", text.strip(" ,-–—"), count=1)
        self.places = places if _PLACES.fullmatch(places) else ""
        self.agencies = tuple(named)

    def _without_agency(self, text: str, known: frozenset[str], named: list[str]) -> str:
        words = text.split(" ")
        for count in (1, 2, 3):
            tail = " ".join(words[-count:]).strip(" ,")
            if count < len(words) and tail in known:
                named.append(tail)
                return " ".join(words[:-count])
        return text

    def _without_date(self, text: str, language: Language) -> str:
        if _DIGIT.search(text) is None:
            return text
        trimmed = text.rstrip(" .,")
        for match in date_pattern(language.code).finditer(trimmed):
            if match.end() == len(trimmed):
                self.has_date = True
                self.date = from_match(match, language)
                return trimmed[: match.start()]
        return text


def _has_evidence(head: _Head, dash: str, language: Language) -> bool:
    if head.agencies:
        return True
    if dash == ":":
        return False
    if head.has_date:
        return True
    first = head.places.split(",")[0]
    capitals = first == first.upper() and first != first.lower()
    return capitals and not _is_phrase(head.places, language)


def _dated(date: PartialDate, reference: dt.date | None) -> PartialDate:
    return attrs.evolve(date, resolved=resolve(date, reference))


def _full_stop(block: Paragraph, language: Language) -> Dateline | None:
    """The dateline of regional papers, where the language has it: "Essen. Die Stadt …"."""
    if not language.value("datelines", "full_stop", False):
        return None
    match = _STOPPED.match(block.text[:60])
    if match is None or _is_marker(match["place"], language):
        return None
    end = match.end("place") + 1
    return Dateline(
        text=block.text[:end],
        kind=DatelineKind.FORMAL,
        places=_places(match["place"], None),
        date=None,
        agencies=(),
        span=Span(start=block.span.start, end=block.span.start + end),
    )


def _is_phrase(places: str, language: Language) -> bool:
    """Capitals that make a phrase, not a place: "LE POINT SUR LA SITUATION –"."""
    small = {*language.words("detect", "stopwords"), *language.words("speakers", "articles")}
    words = [word.strip(",") for word in places.split()]
    return len(words) > 5 or sum(word.lower() in small for word in words) > 1 or _is_marker(places, language)


def _is_marker(place: str, language: Language) -> bool:
    """UPDATE, EXCLUSIVE and their kin, and one-word sentences: no places."""
    return any(place.lower() in code.words("datelines", "markers") for code in (language, get("en")))


def _bracketed(block: Paragraph) -> Dateline | None:
    """Place and reporter or agency in brackets, as in Japan and Korea: 【ソウル＝山田太郎】, (서울=연합뉴스)."""
    match = _BRACKETED.match(block.text[:60])
    if match is None:
        return None
    start, end = match.span("text")
    return Dateline(
        text=match["text"],
        kind=DatelineKind.FORMAL,
        places=(Place(text=match["place"], name=match["place"]),),
        date=None,
        agencies=(match["who"].strip(),) if match["who"].strip().endswith(_AGENCY_ENDS) else (),
        span=Span(start=block.span.start + start, end=block.span.start + end),
    )


def _east_asian(block: Paragraph, language: Language, reference: dt.date | None) -> Dateline | None:
    """Agency, place and day in one string with no spaces: 新华社北京4月24日电."""
    match = _ELECTRIC.match(block.text[:60])
    if match is None:
        return None
    date = PartialDate(month=int(match["month"]), day=int(match["day"]))
    return Dateline(
        text=match[0],
        kind=DatelineKind.FORMAL,
        places=(Place(text=match["place"], name=match["place"]),),
        date=attrs.evolve(date, resolved=resolve(date, reference)),
        agencies=(match["agency"],),
        span=Span(start=block.span.start + match.start(), end=block.span.start + match.end()),
    )


def _places(text: str, region: str | None) -> tuple[Place, ...]:
    found = []
    for part in re.split(r"\s?/\s?", text):
        name, _, after = part.partition(", ")
        found.append(Place(text=part.strip(), name=name.strip(), region=region or after.strip() or None))
    return tuple(found)


def _resolved(match: re.Match[str], language: Language, reference: dt.date | None) -> PartialDate | None:
    date = from_match(match, language)
    return attrs.evolve(date, resolved=resolve(date, reference)) if date else None


@cache
def _in_place(code: str) -> re.Pattern[str]:
    words = [*get(code).words("datelines", "prepositions"), *get("en").words("datelines", "prepositions")]
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, words)) or 'in'})\s+(?P<place>[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+){{0,2}})"
    )


def _scenes(
    text: str, block: Paragraph, language: Language, reference: dt.date | None, after: int
) -> list[Dateline]:
    """Place and date linked in one clause: the date, then a place within a few words, or the reverse."""
    found: list[Dateline] = []
    months = date_pattern(language.code)
    if _DIGIT.search(block.text) is None:
        return found
    lowered = block.text.lower()
    if not any(day in lowered for day in weekday_names(language.code)):
        return found  # only a date with its weekday sets a scene
    for match in months.finditer(block.text):
        if match["weekday"] is None or block.span.start + match.start() < after:
            continue
        date = _resolved(match, language, reference)
        tail = block.text[match.end() : match.end() + 80]
        stop = _SENTENCE.search(tail)
        clause = tail[: stop.start() + 1] if stop else tail
        place = next(
            (m for m in _in_place(language.code).finditer(clause) if not _is_date_word(m["place"], months)),
            None,
        )
        if date is None or place is None:
            continue
        start, end = match.start(), match.end() + place.end("place")
        shown = block.text[start:end]
        found.append(
            Dateline(
                text=shown,
                kind=DatelineKind.SCENE,
                places=(Place(text=place["place"], name=place["place"]),),
                date=date,
                agencies=(),
                span=Span(start=block.span.start + start, end=block.span.start + end),
            )
        )
    return found


def _is_date_word(word: str, months: re.Pattern[str]) -> bool:
    return months.match(f"{word} 1") is not None

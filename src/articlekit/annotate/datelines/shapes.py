"""Datelines of scripts that set no spaces: shapes that a language's file draws, with named slots.

A shape is literal text with slots: {place} (one or several), {date}, {agency}, {via} (another agency), {who} (a
reporter), {person} (a reporter's name right after a place in another script), {title} (the file's correspondents),
{end} (the file's words for "reports"). ``<`` and ``>`` stand for any pair of brackets, ``=``, ``/``, ``;`` (a comma) and ``-`` for their
kin, a space for any space or none, ``[…]`` for what may be absent. Where nothing divides two slots, the known names
tell where the one ends.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articlekit.annotate.datelines.agencies import Agencies, agencies_of
from articlekit.annotate.datelines.heads import Head
from articlekit.annotate.datelines.places import Names, names_of
from articlekit.dates import date_in, day_in
from articlekit.languages import Language, get
from articlekit.model import Place

__all__ = ["Shape", "read_shape"]

_LITERALS = {
    "<": r"[【（(\[［〔「]\s?",
    ">": r"\s?[】）)\]］〕」]",
    "=": r"\s?[=＝]\s?",
    "/": r"\s?[/／]\s?",
    "-": r"\s?[-－―—–=]",
    ";": r"\s?[,、]\s?",
    " ": r"[\s\u3000]*",
    "[": "(?:",
    "]": ")?",
}
_NAME = r"[^\s\d【】（）()\[\]［］〔〕「」/／=＝，。、・·ㅣ|]"
_SLOTS = {
    "place": rf"(?P<place>{_NAME}{{1,12}}?(?:\s?[·・/,]\s?{_NAME}{{1,8}}?){{0,3}})",
    "date": r"(?P<date>(?:\d{4}\s?[年년]\s?)?(?:\d{1,2}\s?[月월]\s?)?\d{1,2}\s?[日일])",
    "agency": rf"(?P<agency>(?:{_NAME}|\d){{2,14}}?)",
    "via": rf"(?P<via>{_NAME}{{2,14}}?)",
    "who": r"(?P<who>[^】（）()【】\[\]［］／/\d]{1,24}?)",
    "person": "(?<=[ァ-ヺー])(?P<person>[\u4e00-\u9fff々]{3,5})",
}
_TOKEN = re.compile(r"\{(\w+)\}|(.)", re.DOTALL)
_OPENERS = re.compile(r"[【（(\[［〔「]|[^\x00-\u2e7f]{2,12}[\d(（]")
_DIVIDER = re.compile(r"[・·/／,、]")
_EQUALS = re.compile("[=＝]")


class Shape(NamedTuple):
    """A dateline read by a shape: what it says, and where it ends."""

    head: Head
    end: int


class _Slots(NamedTuple):
    """What the slots of a match hold; "" for none."""

    place: str = ""
    date: str = ""
    agency: str = ""
    via: str = ""
    who: str = ""


def read_shape(text: str, language: Language) -> Shape | None:
    """The dateline that a text begins with, by the shapes of its language; None without one."""
    if language.value("datelines", "shapes") is None or _OPENERS.match(text) is None:
        return None
    for pattern in _shapes(language.code):
        match = pattern.match(text)
        head = _head(match, language) if match else None
        if match and head:
            return Shape(head=head, end=match.end())
    return None


def _head(match: re.Match[str], language: Language) -> Head | None:
    """What the slots prove; None where the place or the agency is none."""
    names, agencies = names_of(language.code), agencies_of(language.code)
    slots = _settled(match, names, agencies)
    tails = language.words("datelines", "agency_endings")
    if slots.who and (agencies.is_known(slots.who) or slots.who.endswith(tails)):
        slots = slots._replace(agency=slots.who, who="")
    places = [part.strip() for part in _DIVIDER.split(slots.place) if part.strip()]
    if any(names.is_marker(place) or agencies.is_known(place) for place in places):
        return None
    if slots.place.startswith(language.words("datelines", "correspondents")):
        return None
    if "place" in match.groupdict() and not places:
        return None
    if slots.agency and not agencies.is_known(slots.agency) and not slots.agency.endswith(tails):
        return None
    if not _is_proved(slots, places, names, tails, match[0]):
        return None
    date = date_in(slots.date, language) or day_in(slots.date) if slots.date else None
    return Head(
        places=tuple(Place(text=name, name=name) for name in places),
        date=date.date if date else None,
        agencies=tuple(filter(None, (slots.via, slots.agency))),
        by_reporter=bool(slots.who),
    )


def _is_proved(slots: _Slots, places: list[str], names: Names, tails: tuple[str, ...], text: str) -> bool:
    """Whether what stands beside an unknown place proves it: an agency, a date, a reporter after "="."""
    if all(map(names.knows, places)):
        return True
    if slots.agency or slots.date:
        return bool(slots.date) or f"{slots.place}{slots.agency}" not in text
    return bool(slots.who) and _EQUALS.search(text) is not None and not places[0].endswith(tails)


def _settled(match: re.Match[str], names: Names, agencies: Agencies) -> _Slots:
    """The slots, with the border between two that touch set by the names that are known."""
    found = {key: (value or "").strip() for key, value in match.groupdict().items()}
    found["who"] = found.get("who") or found.pop("person", "")
    slots = _Slots(**{key: found.get(key, "") for key in ("place", "date", "agency", "via", "who")})
    span = {key: match.span(key) for key in match.groupdict()}
    place = span.get("place", (-1, -1))
    if span.get("agency", (0, 0))[1] == place[0]:
        whole = slots.agency + slots.place
        cut = next((size for size in range(len(whole), 1, -1) if agencies.is_known(whole[:size])), 0)
        return slots._replace(agency=whole[:cut], place=whole[cut:]) if 0 < cut < len(whole) else slots
    if span.get("agency", (0, 0))[0] == place[1] > 0:
        whole = slots.place + slots.agency
        cut = next((i for i in range(1, len(whole)) if agencies.is_known(whole[i:])), 0)
        return slots._replace(place=whole[:cut], agency=whole[cut:]) if cut else slots
    if span.get("who", (-1, -1))[1] == place[0]:
        whole = slots.who + slots.place
        cut = next((i for i in range(1, len(whole) - 1) if names.knows(whole[i:])), 0)
        return slots._replace(who=whole[:cut], place=whole[cut:]) if cut else slots
    return slots


@cache
def _shapes(code: str) -> tuple[re.Pattern[str], ...]:
    language = get(code)
    ends = sorted(language.words("datelines", "ends"), key=len, reverse=True)
    slots = {
        **_SLOTS,
        "end": f"(?:{'|'.join(ends) or '(?!)'})",
        "title": f"(?:{'|'.join(language.words('datelines', 'correspondents')) or '(?!)'})",
    }
    return tuple(
        re.compile(
            "".join(
                slots[token[1]] if token[1] else _LITERALS.get(token[2], re.escape(token[2]))
                for token in _TOKEN.finditer(shape)
            )
        )
        for shape in language.words("datelines", "shapes")
    )

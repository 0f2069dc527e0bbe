"""Datelines of scripts that set no spaces: shapes that a language's file draws, with named slots.

A shape is literal text with slots: {place}, {places}, {date}, {agency}, {via} (another agency), {who} (a reporter), {person} (a name that
begins right after a place in another script), {title} (the file's correspondents). ``<`` and ``>`` stand for any
pair of brackets, ``=``, ``/`` and ``-`` for their kin, a space for any space or none, ``[…]`` for what may be absent.
"""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from articlekit.annotate.agencies import agencies_of
from articlekit.annotate.dates import date_in, day_in
from articlekit.annotate.heads import Head
from articlekit.annotate.places import names_of
from articlekit.languages import Language, get
from articlekit.model import Place

__all__ = ["Shape", "read_shape"]

_PLACE = r"[^\W\d_A-Za-z]{2,12}?"
_LITERALS = {
    "<": r"[【（(\[［〔「]\s?",
    ">": r"\s?[】）)\]］〕」]",
    "=": r"\s?[=＝]\s?",
    "/": r"\s?[/／]\s?",
    "-": r"\s?[-－―—–=]",
    " ": r"[\s\u3000]*",
    "[": "(?:",
    "]": ")?",
}
_DIVIDED = re.compile(r"(?<!^)[=＝・\s（(]")
_DATE = r"(?:\d{4}\s?[年년]\s?)?(?:\d{1,2}\s?[月월]\s?)?\d{1,2}\s?[日일]"
_TOKEN = re.compile(r"\{(\w+)\}|(.)", re.DOTALL)
_OPENERS = re.compile(r"[【（(\[［〔「\d]|[^\x00-\u2e7f]")
_PLAIN = re.compile(r"[・·/／,、]")
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]{3,}")


@frozen(kw_only=True)
class Shape:
    """A dateline read by a shape: what it says, and where it ends."""

    head: Head
    end: int


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
    """What the slots hold; None where the place or the agency is none."""
    found = match.groupdict()
    agency, who = found.get("agency"), found.get("who") or found.get("person")
    place = found.get("place") or found.get("places") or ""
    if found.get("who") and found.get("place") and match.start("who") < match.start("place"):
        place = _after_reporter(match["who"], place, language)
    places = _places(place, language)
    if ("place" in found or "places" in found) and not places:
        return None
    known = agencies_of(language.code)
    endings = language.words("datelines", "agency_endings")
    if who and (known.is_known(who.strip()) or who.strip().endswith(_tails(language))):
        agency, who = who.strip(), None
    if not _fits(found, places, agency, who, match[0], language):
        return None
    if (
        agency
        and not known.is_known(agency)
        and not agency.endswith((*endings, "社", "网", "報", "报", "网"))
    ):
        return None
    date = date_in(found["date"], language) or day_in(found["date"]) if found.get("date") else None
    return Head(
        places=tuple(Place(text=name, name=name) for name in places),
        date=date.date if date else None,
        agencies=tuple(name for name in (found.get("via"), agency) if name),
        by_reporter=bool(who),
    )


def _after_reporter(who: str, place: str, language: Language) -> str:
    """The known place at the end of a reporter's name and a place that nothing divides."""
    names = names_of(language.code)
    whole = who + place
    return next((whole[i:] for i in range(len(whole) - 1) if names.knows(whole[i:])), place)


def _tails(language: Language) -> tuple[str, ...]:
    return (*language.words("datelines", "agency_endings"), "通信", "新聞", "ニュース")


def _fits(
    found: dict[str, str | None],
    places: list[str],
    agency: str | None,
    who: str | None,
    text: str,
    language: Language,
) -> bool:
    """Whether an unknown place is proved by what stands beside it."""
    names = names_of(language.code)
    if not places or all(map(names.knows, places)):
        return True
    if agency and not found.get("date") and not _DIVIDED.search(text):
        return False  # an agency's own name, cut in two
    if agency or found.get("date"):
        return True
    return bool(who) and re.search("[=＝]", text) is not None and not places[0].endswith(_tails(language))


def _places(text: str, language: Language) -> list[str]:
    names = names_of(language.code)
    found = [part.strip() for part in _PLAIN.split(text) if part.strip()]
    if text.startswith(language.words("datelines", "correspondents")):
        return []
    if any(names.is_marker(part) or agencies_of(language.code).is_known(part) for part in found):
        return []
    return found


@cache
def _shapes(code: str) -> tuple[re.Pattern[str], ...]:
    language = get(code)
    slots = {
        "place": f"(?P<place>{_PLACE})",
        "places": f"(?P<places>{_PLACE}(?:\\s?[·・/,]\\s?{_PLACE}){{0,3}})",
        "date": f"(?P<date>{_DATE})",
        "agency": f"(?P<agency>{_agency(code)})",
        "via": f"(?P<via>{_agency(code)})",
        "who": r"(?P<who>[^】（）()【】\[\]［］／/=＝\d]{1,24}?)",
        "person": "(?<=[ァ-ヺー])(?P<person>[\u4e00-\u9fff々]{2,6})",
        "title": f"(?:{'|'.join(map(re.escape, language.words('datelines', 'correspondents'))) or '(?!)'})",
    }
    found = []
    for shape in language.words("datelines", "shapes"):
        parts = (
            slots[m[1]] if m[1] else _LITERALS.get(m[2], re.escape(m[2])) for m in _TOKEN.finditer(shape)
        )
        found.append(re.compile("".join(parts)))
    return tuple(found)


def _agency(code: str) -> str:
    """The known agencies, or a name that ends as theirs do."""
    known = sorted(agencies_of(code).exact, key=len, reverse=True)
    own = [re.escape(name) for name in known]
    return "|".join(
        [*own, r"[\u4e00-\u9fff]{2,6}(?:社|网|報社|报)", r"[가-힣A-Za-z]{2,8}(?:뉴스|뉴시스|일보|신문|통신)"]
    )

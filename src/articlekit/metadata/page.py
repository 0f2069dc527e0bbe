"""Everything a page declares about its article, weighed field by field."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, cast
from urllib.parse import urljoin

from attrs import field, frozen
from dateutil import parser as date_parser
from lxml import etree

from articlekit.languages import Language, get
from articlekit.metadata import json_ld
from articlekit.metadata.byline import is_organisation, looks_signed, split_names
from articlekit.model import Access, Author, Diagnostic, Provenance

__all__ = ["Metadata", "read_metadata"]

When = dt.datetime | dt.date | None


@frozen(kw_only=True)
class Metadata:
    """What the page says of its article; ``article_body`` is evidence for the body, not text to return."""

    headline: str | None = None
    kicker: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    authors: tuple[Author, ...] = ()
    published: When = None
    modified: When = None
    tags: tuple[str, ...] = ()
    section_name: str | None = None
    publisher: str | None = None
    language: str | None = None
    canonical_url: str | None = None
    access: Access = Access.UNKNOWN
    article_body: str | None = None
    provenance: dict[str, Provenance] = field(factory=dict)
    diagnostics: list[Diagnostic] = field(factory=list)


_SIGNED = etree.XPath("//a[@rel='author']")
_SUFFIX = re.compile(r"\s+[|–—\-»·•:]\s+[^|–—»·•]{2,60}$")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date.issued", "dc.date.issued",
    "dcterms.created", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date", "publishdate", "pubdate",
    "article.published", "cxenseparse:recs:publishtime", "article_date_original", "date", "last-modified-date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "revised",
)
_AUTHOR = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "cxenseparse:author",
)


def read_metadata(root: etree._Element, url: str | None, language_hint: str | None) -> Metadata:
    """Read a page's declared data and the visible headline.

    Args:
        root: The page; it is not changed.
        url: The page's address; relative ones are made absolute with it.
        language_hint: The caller's word on the language.
    """
    notes: list[Diagnostic] = []
    objects = json_ld.article_objects(root, notes)
    main = _main(objects)
    metas, links = _head(root)
    code = language_hint or _language(root, main, metas)
    source: dict[str, Provenance] = {}
    published = _when(main, "datePublished", metas, _PUBLISHED, root, "published", source, notes)
    modified = _when(main, "dateModified", metas, _MODIFIED, None, "modified", source, notes)
    canonical = links.get("canonical") or metas.get("og:url")
    body = main.get("articleBody")
    authors, byline = _authors(root, main, metas, get(code), source)
    return Metadata(
        headline=_headline(root, main, metas, source),
        byline=byline,
        authors=authors,
        published=published,
        modified=modified,
        tags=_tags(main, metas),
        section_name=json_ld.text_of(main.get("articleSection")) or metas.get("article:section"),
        publisher=json_ld.text_of(main.get("publisher")) or metas.get("og:site_name"),
        language=code,
        canonical_url=urljoin(url, canonical) if canonical and url else canonical,
        access=_access(main, metas),
        article_body=body if isinstance(body, str) and len(body) > 100 else None,
        provenance=source,
        diagnostics=notes,
    )


def _main(objects: list[dict[str, Any]]) -> dict[str, Any]:
    """The fullest of the page's article objects."""
    return max(
        objects,
        key=lambda item: ("datePublished" in item) + ("headline" in item) + ("author" in item),
        default={},
    )


def _head(root: etree._Element) -> tuple[dict[str, str], dict[str, str]]:
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            metas.setdefault(name.strip().lower(), " ".join(content.split()))
    links: dict[str, str] = {}
    for element in root.iter("link"):
        rel, href = element.get("rel"), element.get("href")
        if rel and href:
            links.setdefault(rel.lower(), href.strip())
    return metas, links


def _language(root: etree._Element, main: dict[str, Any], metas: dict[str, str]) -> str | None:
    for value in (
        json_ld.text_of(main.get("inLanguage")),
        root.get("lang"),
        metas.get("og:locale"),
        metas.get("language"),
    ):
        if value and re.match(r"^[A-Za-z]{2,3}(?:[-_]|$)", value):
            return re.split("[-_]", value)[0].lower()
    return None


def _visible(element: etree._Element) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _headline(
    root: etree._Element, main: dict[str, Any], metas: dict[str, str], source: dict[str, Provenance]
) -> str | None:
    """The shown heading where a social title agrees with it, else the declared one, else what there is.

    Pages set the kicker inside the h1, or show another title than they file; two that agree decide.
    """
    title = next((_visible(element) for element in root.iter("title")), None)
    declared = [
        ("json-ld", json_ld.text_of(main.get("headline"))),
        ("og:title", metas.get("og:title")),
        ("twitter:title", metas.get("twitter:title")),
        ("title", title),
    ]
    known = [(name, value) for name, value in declared if value]
    shown = _agreeing(
        [text for text in (_visible(element) for element in root.iter("h1")) if 3 <= len(text) <= 400],
        [value for _, value in known],
    )
    candidates = ([("h1", shown)] if shown else []) + known
    if not candidates:
        return None
    chosen = candidates[0]
    filed = declared[0][1]
    if shown and filed and not _cut(filed):
        kicked = _folded(shown) != _folded(filed) and _folded(shown).endswith(_folded(filed))
        if kicked or not _said_twice(shown, declared[1:3]):
            chosen = ("json-ld", filed)  # a kicker stands in the h1, or the page files another title
    text = chosen[1] if chosen[0] in ("h1", "json-ld") else _SUFFIX.sub("", chosen[1]) or chosen[1]
    passed = tuple((name, value) for name, value in candidates if value != chosen[1])
    source["headline"] = Provenance(source=chosen[0], raw=chosen[1], passed_over=passed)
    return text


def _said_twice(shown: str, others: list[tuple[str, str | None]]) -> bool:
    wanted = _folded(shown)
    return any(_folded(value).startswith(wanted) for _, value in others if value)


def _cut(text: str) -> bool:
    """Whether a declared headline was cut to schema.org's old limit of 110 characters."""
    return text.endswith(("...", "…")) or 105 <= len(text) <= 111


def _agreeing(shown: list[str], declared: list[str]) -> str | None:
    """The shown heading that shares most words with a declared title; the only one if there is just one."""
    if not shown:
        return None
    wanted = [set(re.findall(r"\w+", value.casefold())) for value in declared]

    def shared(text: str) -> float:
        words = set(re.findall(r"\w+", text.casefold()))
        return max((len(words & other) / max(1, len(words | other)) for other in wanted), default=0.0)

    best = max(shown, key=shared)
    if shared(best) < 0.15 and (len(shown) > 1 or len(best.split()) < 3) and declared:
        return None
    return best


_YEAR = re.compile(r"(?:19|20)\d\d")
_MIDNIGHT = dt.datetime(2000, 1, 1)
_HOURS = {"CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3, "BST": 1, "WEST": 1, "WET": 0, "EST": -5,
          "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "JST": 9, "KST": 9, "SAST": 2,
          "EAT": 3, "ZZ": 0, "AEST": 10, "AEDT": 11}  # fmt: skip
_ZONES = {name: hours * 3600 for name, hours in _HOURS.items()}
"""Zone abbreviations that pages write, as most of them mean them."""


def _parsed(raw: str) -> When:
    text = raw.strip()
    try:
        when = dt.datetime.fromisoformat(text)
    except ValueError:
        if _YEAR.search(text) is None:
            return None  # dateutil would fill in today's
        try:
            when = date_parser.parse(text, default=_MIDNIGHT, tzinfos=_ZONES, dayfirst="." in text[:6])
        except (ValueError, OverflowError, TypeError):
            return None
    if len(text) <= 10:
        return when.date()
    return when


def _when(
    main: dict[str, Any],
    key: str,
    metas: dict[str, str],
    names: tuple[str, ...],
    root: etree._Element | None,
    into: str,
    source: dict[str, Provenance],
    notes: list[Diagnostic],
) -> When:
    """The first declared moment with its zone, else the first at all; other days are passed over aloud."""
    candidates = [("json-ld", json_ld.text_of(main.get(key)))]
    candidates += [(name, metas.get(name)) for name in names]
    if root is not None:
        candidates += [("time", element.get("datetime")) for element in root.iter("time")][:3]
    read = [(name, raw, _parsed(raw)) for name, raw in candidates if raw]
    found = [(name, raw, when) for name, raw, when in read if when is not None and 1900 <= when.year <= 2200]
    if not found:
        return None
    zoned = [item for item in found if isinstance(item[2], dt.datetime) and item[2].tzinfo is not None]
    name, raw, when = (zoned or found)[0]
    others = tuple((other, text) for other, text, value in found if _day(value) != _day(when))
    if others and into == "published":
        notes.append(
            Diagnostic(code="date-conflict", message=f"{name} says {raw}, {others[0][0]} {others[0][1]}")
        )
    source[into] = Provenance(source=name, raw=raw, passed_over=others)
    return when


def _day(when: dt.datetime | dt.date) -> dt.date:
    return when.date() if isinstance(when, dt.datetime) else when


def _authors(
    root: etree._Element,
    main: dict[str, Any],
    metas: dict[str, str],
    language: Language,
    source: dict[str, Provenance],
) -> tuple[tuple[Author, ...], str | None]:
    """People first, from the surest source that names some; organisations only where nobody is named."""
    named = json_ld.names(main.get("author"))
    candidates: list[tuple[str, list[str]]] = [
        ("json-ld", [one.name for one in named if "Org" not in one.kind])
    ]
    candidates += [(name, [metas[name]]) for name in _AUTHOR if name in metas and "://" not in metas[name]]
    byline = None if any(values for _, values in candidates) else _byline(root)
    if byline and looks_signed(byline, language):
        candidates.append(("byline", [byline]))
    organisations: list[tuple[str, str]] = [("json-ld", one.name) for one in named if "Org" in one.kind]
    declared = {one.name: one for one in named}
    for origin, values in candidates:
        found = [name for value in values for name in split_names(value, language)]
        people = [name for name in found if not is_organisation(name)]
        if people:
            source["authors"] = Provenance(source=origin, raw="; ".join(values))
            return tuple(_author(name, declared.get(name)) for name in dict.fromkeys(people)), byline
        organisations += [(origin, name) for name in found]
    if not organisations:
        return (), byline
    origin = organisations[0][0]
    source["authors"] = Provenance(source=origin, raw=organisations[0][1])
    names = dict.fromkeys(name for place, name in organisations if place == origin)
    return tuple(Author(name=name) for name in names), byline


def _author(name: str, declared: json_ld.Named | None) -> Author:
    if declared is None:
        return Author(name=name)
    return Author(name=name, role=declared.role, affiliation=declared.affiliation, url=declared.url)


def _byline(root: etree._Element) -> str | None:
    for element in cast("list[etree._Element]", _SIGNED(root)):
        text = _visible(element)
        if 3 < len(text) < 160:
            return text
    return None


def _tags(main: dict[str, Any], metas: dict[str, str]) -> tuple[str, ...]:
    value = main.get("keywords")
    raw = [text for text in map(json_ld.text_of, value) if text] if isinstance(value, list) else []
    if not raw:
        text = (
            json_ld.text_of(value)
            or metas.get("news_keywords")
            or metas.get("keywords")
            or metas.get("article:tag")
        )
        raw = re.split(r"\s*[,;、]\s*", text) if text else []
    return tuple(dict.fromkeys(tag for tag in raw if tag))[:60]


def _access(main: dict[str, Any], metas: dict[str, str]) -> Access:
    said = main.get("isAccessibleForFree")
    if isinstance(said, (bool, str)):
        return Access.FREE if str(said).lower() in ("true", "http://schema.org/true") else Access.PAID
    tier = (metas.get("article:content_tier") or "").lower()
    return {"free": Access.FREE, "metered": Access.METERED, "locked": Access.PAID}.get(tier, Access.UNKNOWN)

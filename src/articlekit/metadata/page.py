"""The decision on each field of a page's metadata, from what is declared and what is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from articlekit.body.header import Header
from articlekit.languages import Language, get
from articlekit.languages.detect import clearly_other, detect
from articlekit.metadata.authors import choose_authors
from articlekit.metadata.dates import When
from articlekit.metadata.evidence import Evidence
from articlekit.metadata.headline import choose_headline
from articlekit.metadata.json_ld import folded, text_of
from articlekit.metadata.standfirst import choose_standfirst
from articlekit.metadata.times import choose_times
from articlekit.model import Access, Author, Diagnostic, Provenance

__all__ = ["Metadata", "body_text", "decide", "declared_language", "language_of", "titles"]

_TIERS = {
    "free": Access.FREE,
    "metered": Access.METERED,
    "locked": Access.PAID,
    "premium": Access.PAID,
    "paid": Access.PAID,
}
_TIER_METAS = ("article:content:tier", "content:tier", "article:content-tier", "content-tier")
_SECTION_METAS = (
    "article:section",
    "parsely-section",
    "sailthru:section",
    "dc:subject:section",
    "cxenseparse:section",
    "section",
)
_TAG_METAS = ("news:keywords", "article:tag", "keywords", "parsely-tags", "sailthru:tags")
_PUBLISHER_METAS = (
    "og:site:name",
    "publisher",
    "dc:publisher",
    "dcterms:publisher",
    "application-name",
    "copyright",
)
_LANGUAGE_METAS = ("og:locale", "content-language", "language", "dc:language", "dcterms:language")
_TAG_MARK = re.compile(r"\s*[,;、，]\s*")
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{2,8})*$")
_YES = frozenset({"true", "1", "yes", "http://schema.org/true", "https://schema.org/true"})
_NO = frozenset({"false", "0", "no", "http://schema.org/false", "https://schema.org/false"})


class Metadata(NamedTuple):
    """What is known of an article besides its text."""

    headline: str | None = None
    kicker: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    authors: tuple[Author, ...] = ()
    published: When | None = None
    modified: When | None = None
    tags: tuple[str, ...] = ()
    section_name: str | None = None
    publisher: str | None = None
    canonical_url: str | None = None
    access: Access = Access.UNKNOWN
    provenance: Mapping[str, Provenance] = {}
    diagnostics: Sequence[Diagnostic] = ()


def decide(page: Evidence, header: Header, language: Language, url: str | None) -> Metadata:
    """Decide on every field.

    Args:
        page: What the page declares.
        header: What it shows around its text.
        language: The text's language.
        url: The page's address, against which its canonical one is made absolute.
    """
    publisher, publisher_source = _first(_publishers(page))
    section, section_source = _first(_sections(page))
    tags, tags_source = _tags(page)
    canonical = _canonical(page, url)
    own = _own_names(page, publisher, url or canonical)
    title = choose_headline(page, header.heading, own)
    standfirst, standfirst_source = choose_standfirst(page, header, title.headline)
    signed = choose_authors(page, header, language, own)
    times = choose_times(page, header, language, url or canonical)
    sources = {
        "headline": title.provenance,
        "standfirst": standfirst_source,
        "authors": signed.provenance,
        **dict(times.provenance),
        "publisher": publisher_source,
        "section_name": section_source,
        "tags": tags_source,
    }
    return Metadata(
        headline=title.headline,
        kicker=title.kicker or header.kicker,
        standfirst=standfirst,
        byline=signed.byline,
        authors=signed.authors,
        published=times.published,
        modified=times.modified,
        tags=tags,
        section_name=section,
        publisher=publisher,
        canonical_url=canonical,
        access=_access(page),
        provenance={name: value for name, value in sources.items() if value is not None},
        diagnostics=[*page.notes, *times.notes, *signed.notes],
    )


def titles(page: Evidence) -> set[str]:
    """The declared titles' letters and digits, to know the headline by on the page."""
    declared = [
        page.linked.text("headline"),
        page.first_meta("og:title"),
        page.first_meta("twitter:title"),
        page.title,
    ]
    return {folded(title) for title in declared if title}


def body_text(page: Evidence) -> str | None:
    """The article's text as declared: evidence for the column, not text to return."""
    body = page.linked.article.get("articleBody")
    return body if isinstance(body, str) and len(body) > 100 else None


def language_of(page: Evidence, sample: str) -> tuple[str | None, Diagnostic | None]:
    """The text's language: the declared one, unless the words are clearly of another.

    Args:
        page: What the page declares.
        sample: The beginning of the article's text.
    """
    declared = declared_language(page)
    if declared is None:
        return detect(sample), None
    found = clearly_other(sample, get(declared).code)
    if found is None:
        return declared, None
    note = Diagnostic(code="language-conflict", message=f"the page says {declared}, its words are {found}")
    return found, note


def declared_language(page: Evidence) -> str | None:
    """The language that the page says it is in."""
    said = (page.linked.text("inLanguage"), page.language, *_locales(page))
    return next(filter(None, map(_code, said)), None)


def _locales(page: Evidence) -> list[str]:
    return [value for _, value in page.meta(*_LANGUAGE_METAS)]


def _code(value: str | None) -> str | None:
    match = _CODE.match(value.strip()) if value else None
    return match[1].lower() if match else None


def _first(candidates: Iterator[tuple[str, str]]) -> tuple[str | None, Provenance | None]:
    """The surest candidate, with the others passed over."""
    found = list(candidates)
    if not found:
        return None, None
    (source, value), *others = found
    passed = tuple((name, text) for name, text in others if folded(text) != folded(value))
    return value, Provenance(source=source, raw=value, passed_over=passed)


def _publishers(page: Evidence) -> Iterator[tuple[str, str]]:
    for one in page.linked.named("publisher"):
        if "://" not in one.name:
            yield "json-ld", one.name
    titled = folded(page.title)
    for name, value in page.meta(*_PUBLISHER_METAS):
        if "://" not in value and len(value) < 80 and folded(value) != titled:
            yield name, value


def _own_names(page: Evidence, publisher: str | None, url: str | None) -> list[str]:
    """Names of the page's own site, by which titles end and newsrooms sign."""
    host = _host(url)
    filed = [value for _, value in page.meta(*_PUBLISHER_METAS[:-1]) if len(value) < 60]
    names = [publisher, *filed, host]
    if host:
        names.append(max(host.split("."), key=len))
    return list(dict.fromkeys(name.casefold() for name in names if name))


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _sections(page: Evidence) -> Iterator[tuple[str, str]]:
    filed = page.linked.text("articleSection")
    if filed:
        parts = _TAG_MARK.split(filed)  # one name may hold a comma: "Arts, Culture"
        yield "json-ld", parts[0] if len(parts) > 2 or ", " not in filed else filed
    yield from ((name, value) for name, value in page.meta(*_SECTION_METAS) if "://" not in value)
    crumbs = page.linked.sections
    if crumbs:
        yield "breadcrumbs", crumbs[0]


def _tags(page: Evidence) -> tuple[tuple[str, ...], Provenance | None]:
    value = page.linked.article.get("keywords")
    if isinstance(value, list):
        found = [text for text in map(text_of, value) if text]
        source = "json-ld"
    else:
        text = text_of(value)
        found, source = _TAG_MARK.split(text) if text else [], "json-ld"
    for name in () if found else _TAG_METAS:
        found = [tag for _, text in page.meta(name) for tag in _TAG_MARK.split(text)]
        source = name
        if any(found):
            break
    clean = (tag.strip(" \"'«»“”#").replace("\u00ad", "") for tag in found)
    tags = tuple(dict.fromkeys(tag for tag in clean if tag and len(tag) <= 100))[:60]
    return tags, Provenance(source=source, raw="; ".join(tags)) if tags else None


def _canonical(page: Evidence, url: str | None) -> str | None:
    """The page's own address as it declares it; a site's home page is no article's."""
    for address in (page.links.get("canonical"), page.first_meta("og:url"), page.linked.text("url")):
        if not address:
            continue
        try:
            whole = urljoin(url, address) if url else address
            if urlsplit(whole).path in ("", "/") and urlsplit(url or "").path not in ("", "/"):
                continue
        except ValueError:
            continue
        return whole
    return None


def _access(page: Evidence) -> Access:
    """Who may read it, as declared; a metered tier goes before a plain no."""
    tier = _TIERS.get((page.first_meta(*_TIER_METAS) or "").lower(), Access.UNKNOWN)
    free = _truth(page.linked.article.get("isAccessibleForFree"))
    parts = page.linked.article.get("hasPart")
    for part in parts if isinstance(parts, list) else [parts]:
        if isinstance(part, dict) and _truth(part.get("isAccessibleForFree")) is False:
            free = False
    if free is None:
        free = _truth(page.first_meta("isaccessibleforfree"))
    if free is False:
        return tier if tier is Access.METERED else Access.PAID
    return tier if tier is not Access.UNKNOWN else Access.FREE if free else Access.UNKNOWN


def _truth(value: object) -> bool | None:
    text = str(value).strip().lower()
    return True if text in _YES else False if text in _NO else None

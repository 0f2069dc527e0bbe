"""When it was published and changed: the declared moment with its zone, else what the page shows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articlekit.body.header import Header, Line
from articlekit.languages import Language
from articlekit.metadata.dates import When, day_of, parse_declared, printed_dates, url_day
from articlekit.metadata.evidence import Evidence
from articlekit.model import Diagnostic, Provenance

__all__ = ["Times", "choose_times"]

PUBLISHED = (
    "article:published:time", "article:published", "datepublished", "publishdate", "pubdate", "date:issued", "dc:date:issued",
    "dcterms:issued", "dcterms:created", "dc:date", "dcterms:date", "dc:date:created", "parsely-pub-date", "sailthru:date",
    "publish-date", "publication:date", "citation:publication:date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "article:date:original", "originalpublicationdate", "date", "article:created", "datecreated", "bt:pubdate",
)  # fmt: skip
"""Meta elements with the time of publication, the surest first; "." and "_" in their names written ":"."""
MODIFIED = (
    "article:modified:time", "article:modified", "og:updated:time", "datemodified", "dcterms:modified", "dc:date:modified",
    "last-modified", "lastmod", "revised", "article:modified:date", "cxenseparse:recs:modifiedtime", "bt:moddate",
)  # fmt: skip
"""Meta elements with the time of the last change."""
_DATED = re.compile(r"date|time|publi|posted|datum|fecha|\bdata\b|meta|info|stamp", re.IGNORECASE)
_PUBLISHED = re.compile(r"publi|pubdate|entry-date|created|posted", re.IGNORECASE)
_UPDATED = re.compile(r"updat|modif", re.IGNORECASE)
_MOST = 20
_MONTH_FIRST = frozenset({"us", "ph"})


class Times(NamedTuple):
    """The decision: two moments, and where each came from."""

    published: When | None = None
    modified: When | None = None
    provenance: tuple[tuple[str, Provenance], ...] = ()
    notes: tuple[Diagnostic, ...] = ()


class _Found(NamedTuple):
    source: str
    raw: str
    when: When

    @property
    def rank(self) -> int:
        """2 for a moment with its zone, 1 for a moment, 0 for a day."""
        if not isinstance(self.when, dt.datetime):
            return 0
        return 1 + (self.when.tzinfo is not None)


def choose_times(page: Evidence, header: Header, language: Language, url: str | None) -> Times:
    """Decide when the article was published and last changed.

    Declared dates go before shown ones, and of those that agree on the day the fullest is taken.
    A day in the address only checks, and vouches for a date that nothing marks as the article's.
    """
    shown = list(_shown(header, language, _region(page)))
    published = _of_label(page, "datePublished", PUBLISHED)
    published += [found for label, found in shown if label in ("", "published")]
    named = [found for label, found in shown if label == "named updated"]
    if not published and named:
        published, named = named[:1], named[1:]
    modified = _of_label(page, "dateModified", MODIFIED)
    modified += [*(found for label, found in shown if label == "updated"), *named]
    if not published:
        published = _read([("json-ld", page.linked.text("dateCreated") or page.linked.text("uploadDate"))])
    published = published or _confirmed(page, header, language, url_day(url))
    first, last = _fullest(published), _fullest(modified)
    notes: list[Diagnostic] = []
    sources: list[tuple[str, Provenance]] = []
    if first is not None:
        others = tuple((item.source, item.raw) for item in published if not _close(item.when, first.when))
        sources.append(("published", Provenance(source=first.source, raw=first.raw, passed_over=others)))
        day = url_day(url)
        if day is not None and abs((day - day_of(first.when)).days) > 1:
            others = (*others, ("url", day.isoformat()))
        if others:
            message = f"{first.source} says {first.raw}, {others[0][0]} {others[0][1]}"
            notes.append(Diagnostic(code="date-conflict", message=message))
    if last is not None:
        sources.append(("modified", Provenance(source=last.source, raw=last.raw)))
    return Times(
        published=first.when if first else None,
        modified=last.when if last else None,
        provenance=tuple(sources),
        notes=tuple(notes),
    )


def _read(candidates: Sequence[tuple[str, str | None]]) -> list[_Found]:
    found = []
    for source, raw in candidates:
        when = parse_declared(raw) if raw else None
        if raw and when is not None:
            found.append(_Found(source, raw, when))
    return found


def _of_label(page: Evidence, key: str, metas: Sequence[str]) -> list[_Found]:
    """What is declared under one label, the surest first."""
    found = _read([("json-ld", page.linked.text(key)), *page.meta(*metas)])
    if not found:
        found = _read([("microdata", item.value) for item in page.marked(key.lower())[:3]])
    return found


def _fullest(found: Sequence[_Found]) -> _Found | None:
    """The first date, or a fuller one of the same day."""
    if not found:
        return None
    close = [item for item in found if _close(item.when, found[0].when)]
    return max(close, key=lambda item: item.rank)


def _close(one: When, other: When) -> bool:
    """Whether two moments are the same day, give or take a zone."""
    if isinstance(one, dt.datetime) and isinstance(other, dt.datetime) and one.tzinfo and other.tzinfo:
        return abs(one - other) < dt.timedelta(days=1)
    return abs((day_of(one) - day_of(other)).days) <= 1


def _region(page: Evidence) -> str | None:
    tag = page.language or page.first_meta("og:locale", "content-language") or ""
    region = re.match(r"[A-Za-z]{2,3}[-_]([A-Za-z]{2})$", tag)
    return region[1].lower() if region else None


def _shown(header: Header, language: Language, region: str | None) -> Iterator[tuple[str, _Found]]:
    """(label, date) of the dates shown around the heading, then of those behind the text that say what they are.

    The label is what the line calls the date, else "named updated" where only its mark-up does: themes name the
    one date they show so.
    """
    month_first = region in _MONTH_FIRST if region else None
    for line in header.lines:
        if not _may_date(line):
            continue
        dates = printed_dates(line.shown, language, month_first)
        labels = [date.label for date in dates]
        if line.at_end and not any(labels):
            continue
        times = line.times
        for index, (raw, names) in enumerate(times):
            label = labels[index] if index < len(labels) else ""
            for found in _read([("time", raw.strip())]):
                yield label or _named(names), found
        if not times:
            named = _named(line.names)
            for date in dates:
                yield date.label or named, _Found("visible date", line.text, date.when)


def _confirmed(page: Evidence, header: Header, language: Language, day: dt.date | None) -> list[_Found]:
    """Dates that nothing marks as the article's, where they are of the day in its address."""
    if day is None:
        return []
    found = _read([("time", element.get("datetime")) for element in page.times[:_MOST]])
    for line in header.lines:
        if not line.at_end:
            dates = printed_dates(line.shown, language)
            found += [_Found("visible date", line.text, date.when) for date in dates]
    return [item for item in found if day_of(item.when) == day][:1]


def _named(names: str) -> str:
    """The label that mark-up gives: "published" before "updated", as one date may be named both."""
    if _PUBLISHED.search(names):
        return "published"
    return "named updated" if _UPDATED.search(names) else ""


def _may_date(line: Line) -> bool:
    """Whether a line is about the article's date: it is named for it, or holds little else."""
    if line.times:
        return True
    digits = sum(map(str.isdigit, line.text))
    if not 3 < digits <= 40 or len(line.text) >= 160:
        return False
    letters = sum(map(str.isalpha, line.text))
    return letters <= 2 * digits + 4 or _DATED.search(line.names) is not None

"""Who wrote it: people from the surest source that names some, newsrooms only where nobody is named."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain, groupby
from typing import NamedTuple

from attrs import evolve

from articlekit.body.header import Header, Line
from articlekit.body.vocabulary import SIGNED
from articlekit.languages import Language, place_names
from articlekit.metadata.byline import Byline, looks_signed, read_byline
from articlekit.metadata.evidence import Evidence
from articlekit.metadata.json_ld import Named, folded
from articlekit.model import Author, Diagnostic, Provenance

__all__ = ["Authors", "choose_authors"]

METAS = (
    "article:author", "author", "article:author:name", "parsely-author", "sailthru:author", "dc:creator", "dcterms:creator",
    "dc:contributor", "byl", "byline", "authors", "cxenseparse:author", "dable:author", "citation:author", "creator",
)  # fmt: skip
"""Meta elements that name authors, the surest first."""
_MOST = 40
_LONG_FOR_A_WORD = 30  # a longer line has more in it than one-word names
_COMMENT = re.compile(r"comment|respond|reply", re.IGNORECASE)


class Authors(NamedTuple):
    """The decision on the authors; ``byline`` is the visible line, as printed."""

    authors: tuple[Author, ...] = ()
    byline: str | None = None
    provenance: Provenance | None = None
    notes: tuple[Diagnostic, ...] = ()


def choose_authors(page: Evidence, header: Header, language: Language, own: Collection[str]) -> Authors:
    """Decide who the authors are.

    Args:
        page: What the page declares.
        header: The visible lines around the text.
        language: Whose words take bylines apart.
        own: Names of the publisher, which are no people.
    """
    shown = next(_bylines(header, language, own), None)
    byline = shown[1] if shown else None
    seen: list[tuple[str, str, Byline]] = []
    for source, raw, found in chain(_declared(page, language, own), _visible(header, language, own)):
        seen.append((source, raw, found))
        if any(_is_full(author.name) for author in found.people):
            break
    named = [entry for entry in seen if entry[2].people]
    if named:
        source, raw, found = max(named, key=lambda entry: any(_is_full(one.name) for one in entry[2].people))
        note = _conflict(source, found, shown)
        others = tuple((name, text) for name, text, other in seen if other and other is not found)
        return Authors(
            authors=found.people[:_MOST],
            byline=byline,
            provenance=Provenance(source=source, raw=raw, passed_over=others),
            notes=(note,) if note else (),
        )
    for source, raw, found in seen:
        if found.organisations:
            where = Provenance(source=source, raw=raw)
            return Authors(authors=found.organisations[:_MOST], byline=byline, provenance=where)
    return Authors(byline=byline)


def _is_full(name: str) -> bool:
    """Whether a name is a whole one: two words and more, or of a script that sets none apart."""
    return (" " in name or not name.isascii()) and not name.islower()


def _agree(one: Byline, other: Byline) -> bool:
    """Whether two sources have a name in common, or one names nobody."""
    ours, theirs = (
        {folded(word) for author in line.people for word in author.name.split() if len(word) > 2}
        for line in (one, other)
    )
    return not theirs or bool(ours & theirs)


def _conflict(source: str, found: Byline, shown: tuple[str, str, Byline] | None) -> Diagnostic | None:
    if shown is None or _agree(found, shown[2]):
        return None
    names = ", ".join(author.name for author in shown[2].people)
    return Diagnostic(
        code="author-conflict", message=f"{source} and the byline differ; the byline names {names}"
    )


def _declared(page: Evidence, language: Language, own: Collection[str]) -> Iterator[tuple[str, str, Byline]]:
    """(source, raw text, who it names) of each declaration, the surest first."""
    for key in ("author", "creator"):
        named = page.linked.named(key)
        if named:
            yield (
                "json-ld",
                "; ".join(one.name for one in named),
                _joined([_of_named(one, language, own) for one in named]),
            )
    for name in METAS:
        values = [value for value in page.metas.get(name, ()) if "://" not in value]
        if values:
            found = _joined([read_byline(value, language, own=own, declared=True) for value in values])
            yield name, "; ".join(values), found
    if not page.linked.named("author") and not any(name in page.metas for name in METAS):
        values = _marked(page)
        if values:
            yield (
                "microdata",
                "; ".join(values),
                _joined([read_byline(value, language, own=own, declared=True) for value in values]),
            )


def _of_named(one: Named, language: Language, own: Collection[str]) -> Byline:
    if one.is_organisation:
        return Byline(organisations=(Author(name=one.name, url=one.url),))
    found = read_byline(one.name, language, own=own, declared=True)
    if len(found.people) != 1:
        return found
    person = found.people[0]
    return found._replace(
        people=(
            evolve(
                person,
                role=one.role or person.role,
                affiliation=one.affiliation or person.affiliation,
                url=one.url,
            ),
        ),
    )


def _marked(page: Evidence) -> list[str]:
    """Names marked up as the author's in the page."""
    names = [item for item in page.marked("name") if item.owner == "author"]
    if not names:
        first = next((item.whole for item in page.items if item.owner == "author"), None)
        names = [
            item
            for item in page.items
            if item.name == "name" and item.owner == "author" and item.whole == first
        ]
    found = names or page.marked("author", "creator") or page.marked("rel:author")
    values = list(dict.fromkeys(item.value for item in found if len(item.value) < 160))[:20]
    return [value for value in values if not any(other != value and other in value for other in values)]


def _joined(lines: list[Byline]) -> Byline:
    """Several bylines as one, each person once."""
    people = {folded(author.name): author for line in reversed(lines) for author in reversed(line.people)}
    papers = {folded(one.name): one for line in reversed(lines) for one in reversed(line.organisations)}
    return Byline(people=tuple(reversed(people.values())), organisations=tuple(reversed(papers.values())))


def _visible(header: Header, language: Language, own: Collection[str]) -> Iterator[tuple[str, str, Byline]]:
    """(source, line, who it names) of the visible lines: bylines, then names set off above the text."""
    yield from _bylines(header, language, own)
    for line in header.lines:
        if line.alone and not line.at_end and 5 < len(line.text) < 60 and line.is_set_off:
            found = _read(line, language, own)
            if found.people and _all_names(line.text, found, language) and not _is_place(line.text, language):
                yield "names", line.text, found


def _is_place(text: str, language: Language) -> bool:
    low = text.lower()
    codes = (language.code, "en")
    return any(low == name.lower() for code in codes for name in place_names(code, "cities", "countries"))


def _bylines(header: Header, language: Language, own: Collection[str]) -> Iterator[tuple[str, str, Byline]]:
    """Lines marked as bylines, then those that begin as bylines do."""
    for group in _groups(header):
        found = _joined([_read(line, language, own) for line in group])
        if found:
            yield "byline", ", ".join(line.shown for line in group), found
            break
    for line in header.lines:
        if len(line.text) < 160 and _may_sign(line) and looks_signed(line.text, language):
            found = _read(line, language, own)
            if found.people or (found and not line.at_end):
                yield "byline", line.shown, found


def _groups(header: Header) -> Iterator[list[Line]]:
    """Lines marked as bylines, those of the same make right after each other together."""
    for (_, marked), lines in groupby(header.lines, key=lambda line: (line.names, _is_marked(line))):
        if marked:
            yield list(lines)[:_MOST]


def _may_sign(line: Line) -> bool:
    """Whether a line stands where a byline may; after the text it must be a paragraph or a labelled line."""
    return not line.at_end or line.alone or ":" in line.text or "：" in line.text or len(line.parts) == 2


def _is_marked(line: Line) -> bool:
    """Whether a line's mark-up says that it names the author: the article's, not a comment's."""
    if line.at_end or len(line.text) >= 160 or SIGNED.search(line.names) is None:
        return False
    return _COMMENT.search(line.names) is None


def _read(line: Line, language: Language, own: Collection[str]) -> Byline:
    """A line's names; where each stands in an element of its own, nothing else need divide them.

    A single word is a name where it is all that the line says.
    """
    text = line.shown
    found = read_byline(text, language, own=own)
    parts = [part for part in line.parts if any(map(str.isalpha, part))]
    if 1 < len(parts) != len(found.people):
        apart = [read_byline(part, language, own=own) for part in parts]
        if all(len(one.people) == 1 and len(one.people[0].name.split()) > 1 for one in apart):
            return _joined(apart)
    if len(text) > _LONG_FOR_A_WORD:
        return found._replace(people=tuple(one for one in found.people if not _is_word(one.name)))
    return found


def _is_word(name: str) -> bool:
    return " " not in name and name.isascii()


def _all_names(text: str, found: Byline, language: Language) -> bool:
    """Whether a line holds full names and nothing else."""
    names = [author.name for author in found.people]
    common = language.words("detect", "stopwords")
    return (
        all(2 <= len(name.split()) <= 4 for name in names)
        and folded(text) == folded("".join(names))
        and not any(word in common for word in (text.split()[0].lower(), *text.split()))
    )

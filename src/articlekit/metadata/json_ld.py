"""schema.org data in a page's JSON-LD: the object that is this page's article, its references followed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from attrs import define, field

from articlekit.metadata.mend import load
from articlekit.model import Diagnostic

__all__ = ["Declared", "Named", "folded", "read_json_ld", "text_of"]

_ARTICLE = re.compile(r"Article|BlogPosting|^Report|LiveBlog|Review$|OpinionPiece|SocialMediaPosting")
_PAGE = re.compile(r"(?:Web|Item|About|FAQ|QA)Page$")
_TAG = re.compile(r"<[^<>]{1,400}>")
_NO_LETTERS = re.compile(r"[\W_]+")
_MOST_OBJECTS = 5_000
_NESTED = frozenset(
    {"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "about", "itemReviewed", "workFeatured"}
)
"""Keys under which a page's own article hides; elsewhere stand other pages' articles."""


def text_of(value: Any) -> str | None:
    """The first string in a value that should be one; entities and tags undone."""
    while isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("@id")
    if not isinstance(value, str):
        return None
    text = html.unescape(html.unescape(value)) if "&" in value else value
    text = _TAG.sub(" ", text) if "<" in text else text
    return " ".join(text.split()) or None


def folded(text: str | None) -> str:
    """A text's letters and digits: what is left of it when typography is put aside."""
    return _NO_LETTERS.sub("", text.casefold()) if text else ""


class Named(NamedTuple):
    """A person or organisation as declared."""

    name: str
    kind: str = ""
    url: str | None = None
    role: str | None = None
    affiliation: str | None = None

    @property
    def is_organisation(self) -> bool:
        """Whether the page says that it is no person."""
        return "Org" in self.kind or "Corporation" in self.kind


@define(eq=False, repr=False)
class Declared:
    """A page's JSON-LD; ``article`` is the object that fits the page best, empty where there is none.

    Attributes:
        article: Its properties, its gaps filled from other objects on the same article.
        sections: Names of the breadcrumbs between the home page and the article.
    """

    article: dict[str, Any] = field(factory=dict)
    sections: tuple[str, ...] = ()
    _blocks: list[Any] = field(factory=list)
    _index: dict[str, dict[str, Any]] | None = None

    def text(self, key: str) -> str | None:
        """A property as one string."""
        return text_of(self._resolved(self.article.get(key)))

    def named(self, key: str) -> list[Named]:
        """Every person or organisation in a property, whatever its shape."""
        value = self.article.get(key)
        found: list[Named] = []
        for item in value if isinstance(value, list) else [value]:
            found.extend(_named(self._resolved(item)))
        return found

    def _resolved(self, value: Any) -> Any:
        """What a bare reference ({"@id": …}) points to; other values as they are."""
        if not isinstance(value, dict) or "@id" not in value or value.get("name"):
            return value
        if self._index is None:
            self._index = _indexed(self._blocks)
        return {**self._index.get(str(value["@id"]), {}), **value}


def read_json_ld(
    scripts: Iterable[str], urls: Iterable[str], titles: Iterable[str]
) -> tuple[Declared, list[Diagnostic]]:
    """Read a page's JSON-LD blocks and choose the article that the page is about.

    Args:
        scripts: The blocks' texts, in page order.
        urls: The page's own addresses.
        titles: Other titles that the page gives.
    """
    notes: list[Diagnostic] = []
    blocks = [value for value in (_block(script, notes) for script in scripts) if value is not None]
    articles, pages, crumbs = _sorted_out(blocks)
    if not articles and not pages:
        return Declared(blocks=blocks, sections=_crumbs(crumbs)), notes
    paths = {path for path in map(_path, urls) if path}
    heads = {head for head in map(folded, titles) if head}
    fits = [(_fit(item, paths, heads), item) for item in articles]
    best = max(fits, key=lambda pair: pair[0], default=(0, {}))
    if len(articles) > 1 and best[0] < 4 and heads:
        best = (0, {})  # several articles and none of them is this page's
    main = dict(best[1])
    same = [item for fit, item in fits if item is not best[1] and _same(item, best[1], paths)]
    for other in [*same, *pages]:
        for key, value in other.items():
            if key in _SHARED or other in same:
                main.setdefault(key, value)
    return Declared(article=main, blocks=blocks, sections=_crumbs(crumbs)), notes


_SHARED = frozenset(
    {"datePublished", "dateModified", "inLanguage", "author", "isAccessibleForFree", "publisher"}
)
"""What an object for the page as a whole says of the article in it."""


def _block(script: str, notes: list[Diagnostic]) -> Any:
    if not script.strip():
        return None
    try:
        value, mended = load(script)
    except ValueError as error:
        notes.append(Diagnostic(code="bad-json-ld", message=f"a JSON-LD block cannot be read: {error}"[:200]))
        return None
    if mended:
        notes.append(
            Diagnostic(code="mended-json-ld", message="a JSON-LD block was broken and has been mended")
        )
    return value


def _sorted_out(blocks: list[Any]) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    """Articles, pages and breadcrumbs among the objects of a page, without recursion."""
    articles: list[dict[str, Any]] = []
    pages: list[dict[str, Any]] = []
    crumbs: list[dict[str, Any]] = []
    for item in _walk(blocks, _NESTED):
        kinds = _kinds(item)
        if any(_ARTICLE.search(kind) for kind in kinds):
            articles.append(item)
        elif any(_PAGE.search(kind) for kind in kinds):
            pages.append(item)
            if isinstance(item.get("breadcrumb"), dict):
                crumbs.append(item["breadcrumb"])
        elif "BreadcrumbList" in kinds:
            crumbs.append(item)
    return articles, pages, crumbs


def _walk(blocks: list[Any], keys: frozenset[str] | None) -> Iterator[dict[str, Any]]:
    """Every object under some keys (all where None), in order, up to a limit."""
    waiting = list(reversed(blocks))
    seen = 0
    while waiting and seen < _MOST_OBJECTS:
        seen += 1
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
        elif isinstance(item, dict):
            yield item
            waiting.extend(
                value
                for key, value in reversed(item.items())
                if isinstance(value, (dict, list)) and (keys is None or key in keys)
            )


def _kinds(item: dict[str, Any]) -> list[str]:
    kinds = item.get("@type") or ""
    return [str(kind) for kind in kinds] if isinstance(kinds, list) else [str(kinds)]


def _indexed(blocks: list[Any]) -> dict[str, dict[str, Any]]:
    index: dict[str, dict[str, Any]] = {}
    for item in _walk(blocks, None):
        name = item.get("@id")
        if isinstance(name, str) and len(item) > len(index.get(name, {})):
            index[name] = item
    return index


def _path(url: Any) -> str:
    """An address's path and query, as far as it tells pages of one site apart."""
    if not isinstance(url, str):
        return ""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return parts.path.rstrip("/") or ""


def _addresses(item: dict[str, Any]) -> Iterator[str]:
    for key in ("url", "@id", "mainEntityOfPage"):
        value = item.get(key)
        for one in value if isinstance(value, list) else [value]:
            path = _path(one.get("@id") or one.get("url") if isinstance(one, dict) else one)
            if path:
                yield path


def _fit(item: dict[str, Any], paths: set[str], heads: set[str]) -> int:
    """How surely an article object is the page's own: 4 for its address or title, 1 for each usual part."""
    parts = ("headline" in item) + ("datePublished" in item) + ("author" in item)
    head = folded(text_of(item.get("headline")) or text_of(item.get("name")))
    titled = bool(head) and any(head == other or (len(head) > 20 and head in other) for other in heads)
    return 4 * any(path in paths for path in _addresses(item)) + 4 * titled + parts


def _same(item: dict[str, Any], main: dict[str, Any], paths: set[str]) -> bool:
    """Whether another object speaks of the same article."""
    head = folded(text_of(item.get("headline")))
    return bool(head) and head == folded(text_of(main.get("headline")))


def _crumbs(lists: list[dict[str, Any]]) -> tuple[str, ...]:
    """The names between the home page and the article in the first breadcrumb list."""
    for item in lists:
        entries = item.get("itemListElement")
        names = [_crumb(entry) for entry in entries] if isinstance(entries, list) else []
        found = [name for name in names if name]
        if len(found) > 1:
            return tuple(found[1:])
    return ()


def _crumb(entry: Any) -> str | None:
    if not isinstance(entry, dict):
        return None
    inner = entry.get("item")
    return text_of(entry.get("name")) or (text_of(inner.get("name")) if isinstance(inner, dict) else None)


def _named(item: Any) -> Iterator[Named]:
    if not isinstance(item, dict):
        name = text_of(item)
        if name:
            yield Named(name=name)
        return
    inner = item.get("name")
    if not inner:
        given, family = text_of(item.get("givenName")), text_of(item.get("familyName"))
        inner = " ".join(part for part in (given, family) if part)
    url = item.get("url")
    for one in inner if isinstance(inner, list) else [inner]:
        name = text_of(one)
        if name:
            yield Named(
                name=name,
                kind=" ".join(_kinds(item)),
                url=url if isinstance(url, str) else None,
                role=text_of(item.get("jobTitle")),
                affiliation=_own_name(item.get("worksFor") or item.get("affiliation")),
            )


def _own_name(value: Any) -> str | None:
    """An organisation's name; its address is none."""
    name = text_of(value)
    return name if name and "://" not in name else None

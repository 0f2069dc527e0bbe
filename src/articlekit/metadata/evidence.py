"""What a page says of its article, gathered once and not yet judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, cast

from attrs import define
from lxml import etree

from articlekit.metadata.json_ld import Declared, read_json_ld
from articlekit.model import Diagnostic

__all__ = ["Evidence", "Item", "gather", "is_hidden", "shown_parts", "shown_text"]

_ITEMS = etree.XPath("//@itemprop/..|//@property[not(parent::meta)]/..|//a[@rel='author']|//a[@rel='tag']")
_OGP = re.compile(r"^https?://ogp\.me/ns(?:/(\w+))?#")
_DIVIDERS = str.maketrans("._", "::")
_UNSEEN = re.compile(
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader-text)(?:$|[\s_-])|(?:^|\s)hidden(?:$|\s)"
)
_NO_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NO_TEXT = frozenset({"script", "style", "svg", "noscript", "template", "button"})
_MOST_ITEMS = 400


class Item(NamedTuple):
    """A marked element: schema.org microdata, RDFa, or a link's rel.

    Attributes:
        name: The property, or "rel:author", "rel:tag".
        value: Its machine-readable value, else its text.
        scope: The kind of thing it speaks of ("NewsArticle", "Person"), "" where none is given.
        owner: The property which that thing is of another ("author"), "" where it is of none.
        whole: Number of the outermost thing it is part of; -1 outside any.
    """

    name: str
    value: str
    scope: str
    owner: str
    whole: int


@define(slots=False, eq=False, repr=False)
class Evidence:
    """A page's declared data, in page order.

    Attributes:
        metas: Values of the meta elements by name: lower case, "." and "_" written ":".
        links: First address of each link relation.
        linked: The page's JSON-LD.
        title: The document's title.
        headings: The page's h1 elements.
        times: The page's time elements.
        language: The root's ``lang``.
    """

    root: etree._Element
    metas: Mapping[str, list[str]]
    links: Mapping[str, str]
    linked: Declared
    title: str | None
    headings: list[etree._Element]
    times: list[etree._Element]
    language: str | None
    notes: list[Diagnostic]

    def meta(self, *names: str) -> Iterator[tuple[str, str]]:
        """(name, value) of the meta elements of some names, in the names' order."""
        for name in names:
            for value in self.metas.get(name, ()):
                yield name, value

    def first_meta(self, *names: str) -> str | None:
        """The first value among some names."""
        return next((value for _, value in self.meta(*names)), None)

    @cached_property
    def items(self) -> list[Item]:
        """Marked elements; read when first asked for, as most pages declare enough without them."""
        found = cast("list[etree._Element]", _ITEMS(self.root))
        wholes: dict[etree._Element, int] = {}
        return [item for element in found[:_MOST_ITEMS] for item in _items(element, wholes)]

    def marked(self, *names: str) -> list[Item]:
        """Items of some names, lower case, that belong with the first of them and to no comment."""
        found = [
            item for item in self.items if item.name.lower() in names and "comment" not in item.scope.lower()
        ]
        return [item for item in found if item.whole == found[0].whole]


def gather(root: etree._Element, url: str | None) -> Evidence:
    """Read a page's declared data in one pass.

    Args:
        root: The page; it is not changed.
        url: The page's address, by which its own article is told from others in the JSON-LD.
    """
    metas: dict[str, list[str]] = {}
    links: dict[str, str] = {}
    scripts: list[str] = []
    headings: list[etree._Element] = []
    times: list[etree._Element] = []
    title: str | None = None
    for element in root.iter("meta", "link", "script", "time", "h1", "title"):
        tag = element.tag
        if tag == "script":
            kind = element.get("type")
            if kind and "ld+json" in kind.lower() and element.text:
                scripts.append(element.text)
        elif tag == "meta":
            _meta(element, metas)
        elif tag == "link":
            rel, href = element.get("rel"), element.get("href")
            if rel and href:
                links.setdefault(rel.lower(), href.strip())
        elif tag == "h1":
            headings.append(element)
        elif tag == "time":
            times.append(element)
        elif title is None:
            title = " ".join((element.text or "").split()) or None
    urls = [url, links.get("canonical"), *metas.get("og:url", ())]
    titles = [title, *metas.get("og:title", ()), *metas.get("twitter:title", ())]
    linked, notes = read_json_ld(scripts, filter(None, urls), filter(None, titles))
    return Evidence(
        root=root,
        metas=metas,
        links=links,
        linked=linked,
        title=title,
        headings=headings,
        times=times,
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        notes=notes,
    )


def _meta(element: etree._Element, metas: dict[str, list[str]]) -> None:
    content = element.get("content")
    if not content:
        return
    name = element.get("property") or element.get("name") or element.get("http-equiv")
    if not name:
        name, above = element.get("itemprop"), element.getparent()
        if not name or (above is not None and above.get("itemscope") is not None and above.get("itemprop")):
            return  # it tells of a thing inside the article, a picture or a person
    value = " ".join(content.split())
    if value:
        if name.startswith("http"):
            name = _OGP.sub(lambda match: f"{match[1] or 'og'}:", name)
        name = name.strip().lower().translate(_DIVIDERS)
        name = name.removeprefix("og:") if name.startswith("og:article:") else name
        metas.setdefault(name, []).append(value)


def shown_text(element: etree._Element) -> str:
    """An element's text as a reader sees it: nothing hidden, a space where blocks or line breaks divide."""
    return " ".join("".join(text for text, _ in shown_parts(element)).split())


def shown_parts(element: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The stretches of an element's visible text with the element each stands in, " " for a break."""
    yield element.text or "", element
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    next(walk)
    for event, inner in walk:
        if inner is element:
            break
        above = inner.getparent()
        if event == "start":
            if is_hidden(inner):
                walk.skip_subtree()
            else:
                yield " " if inner.tag in _BREAKS else "", element
                yield inner.text or "", inner
        elif above is not None:
            yield " " if inner.tag in _BREAKS else "", element
            yield inner.tail or "", above


_BREAKS = frozenset({"br", "div", "p", "li", "h1", "h2", "h3", "header", "hgroup", "small"})


def is_hidden(element: etree._Element) -> bool:
    """Whether an element is no text or is hidden by its own name or style."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _NO_TEXT:
        return True
    names, style = element.get("class"), element.get("style")
    return (
        element.get("hidden") is not None
        or (names is not None and _UNSEEN.search(names) is not None)
        or (style is not None and _NO_STYLE.search(style) is not None)
    )


def _items(element: etree._Element, wholes: dict[etree._Element, int]) -> Iterator[Item]:
    names = element.get("itemprop") or element.get("property") or f"rel:{element.get('rel')}"
    value = element.get("content") or element.get("datetime") or ""
    value = " ".join((value if value else shown_text(element)).split())
    if not value or len(value) > 5_000:
        return
    scope, owner, whole = _scope(element)
    number = -1 if whole is None else wholes.setdefault(whole, len(wholes))
    for name in names.split():
        yield Item(name if name.startswith("rel:") else name.rpartition(":")[2], value, scope, owner, number)


def _scope(element: etree._Element) -> tuple[str, str, etree._Element | None]:
    """The kind of the nearest thing around, the property which it is of another, and the outermost one."""
    scope, owner, whole = "", "", None
    above = element.getparent()
    while above is not None:
        kind = above.get("itemtype") or above.get("typeof")
        if kind or above.get("itemscope") is not None:
            if whole is None:
                scope, owner = (kind or "").rpartition("/")[2], above.get("itemprop") or ""
            whole = above
            if above.get("itemprop") is None:
                break
        above = above.getparent()
    return scope, owner, whole

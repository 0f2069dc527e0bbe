"""schema.org data in a page's JSON-LD, read tolerantly: it comes broken more often than not."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from attrs import frozen
from lxml import etree

from articlekit.model import Diagnostic

__all__ = ["Named", "article_objects", "names", "text_of"]

_ARTICLE = re.compile(r"Article|BlogPosting|^Report|LiveBlog|Review$|OpinionPiece")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$"
)
_TAG = re.compile(r"<[^<>]{1,400}>")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_MOST_OBJECTS = 5_000


def article_objects(root: etree._Element, notes: list[Diagnostic]) -> list[dict[str, Any]]:
    """Every article-like object of the page, in page order."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        kind = script.get("type")
        if kind and "ld+json" in kind.lower() and script.text:
            found.extend(_articles_in(_load(script.text, notes)))
    return found


def _load(text: str, notes: list[Diagnostic]) -> Any:
    try:
        return json.loads(text, strict=False)
    except ValueError:
        pass
    except RecursionError:
        return None
    mended = _TRAILING_COMMA.sub(r"\1", _WRAPPING.sub("", _WRAPPING.sub("", text)))
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(mended.strip())
    except (ValueError, RecursionError) as error:
        notes.append(Diagnostic(code="bad-json-ld", message=f"a JSON-LD block cannot be read: {error}"[:200]))
        return None
    notes.append(Diagnostic(code="mended-json-ld", message="a JSON-LD block was broken and has been mended"))
    return value


def _articles_in(value: Any) -> list[dict[str, Any]]:
    """Article-like objects at any depth, without recursion."""
    found: list[dict[str, Any]] = []
    waiting = [value]
    seen = 0
    while waiting and seen < _MOST_OBJECTS:
        seen += 1
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
        elif isinstance(item, dict):
            kinds = item.get("@type") or ""
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(_ARTICLE.search(str(kind)) for kind in kinds):
                found.append(item)
                continue
            waiting.extend(
                v for k, v in reversed(item.items()) if k in _NESTED and isinstance(v, (dict, list))
            )
    return found


_NESTED = frozenset(
    {"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "about", "itemReviewed", "workFeatured"}
)


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


@frozen(kw_only=True)
class Named:
    """A person or organisation as declared."""

    name: str
    kind: str = ""
    url: str | None = None
    role: str | None = None
    affiliation: str | None = None


def names(value: Any) -> list[Named]:
    """Every person or organisation in a value of any shape."""
    found: list[Named] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            kind = text_of(item.get("@type")) or ""
            url = item.get("url")
            inner = item.get("name")
            for one in inner if isinstance(inner, list) else [inner]:
                name = text_of(one)
                if name:
                    found.append(
                        Named(
                            name=name,
                            kind=kind,
                            url=url if isinstance(url, str) else None,
                            role=text_of(item.get("jobTitle")),
                            affiliation=text_of(item.get("worksFor") or item.get("affiliation")),
                        )
                    )
        else:
            name = text_of(item)
            if name:
                found.append(Named(name=name))
    return found

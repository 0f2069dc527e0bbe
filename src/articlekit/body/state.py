"""An article that is only in a page's state: the JSON from which scripts build what the reader sees."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Collection, Iterator
from typing import Any

from attrs import frozen
from lxml import etree

__all__ = ["article_declared", "article_in_state"]

_LEAST_SCRIPT = 200
_LEAST_PROSE = 160
_MOST_VALUES = 200_000
_MOST_STARTS = 8
_START = re.compile(r"[=(]\s*(?=[{\[]\s*[\"{\[])")
_QUOTED = re.compile(r"(?:JSON\.parse\(|\.push\(\[1,\s*)(\"(?:[^\"\\]|\\.)*\")")
_ROW = re.compile(r"^[0-9a-f]+:(?=[{\[\"])", re.MULTILINE)
_TEXT_ROW = re.compile(r"[0-9a-f]+:T([0-9a-f]+),")
_TAG = re.compile(r"<[^<>]*>")
_BLOCK_TAG = re.compile(r"<(?:p|br|div|h[2-6]|li)\b", re.IGNORECASE)
_HEADING = re.compile(r"head|title|^h[1-6]$", re.IGNORECASE)
_ITEM = re.compile(r"list|^li$|item|bullet", re.IGNORECASE)
_NOT_TEXT = re.compile(
    r"image|photo|caption|video|embed|related|promo|advert|credit|gallery|link", re.IGNORECASE
)
_TITLED = 4.0  # what a value beside the page's own title counts


@frozen
class _Found:
    weight: float
    markup: str


def article_in_state(root: etree._Element, titles: Collection[str]) -> etree._Element | None:
    """The largest text of the page's state as a tree of its own, or None.

    Args:
        root: The page; it is not changed.
        titles: Its declared titles, letters and digits only: an article's value stands beside one.
    """
    found = [one for value in _values(root) for one in _texts(value, titles)]
    best = max(found, key=lambda one: one.weight, default=None)
    return _tree(best.markup) if best is not None else None


def article_declared(text: str) -> etree._Element | None:
    """A declared article text (JSON-LD ``articleBody``) as a tree of its own: HTML, or paragraphs as lines."""
    return _tree(text if _BLOCK_TAG.search(text) else _lines(text))


def _tree(markup: str) -> etree._Element | None:
    try:
        return etree.fromstring(f"<article>{markup}</article>", etree.HTMLParser(huge_tree=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _lines(text: str) -> str:
    return "".join(f"<p>{html.escape(html.unescape(line))}</p>" for line in text.splitlines() if line.strip())


def _values(root: etree._Element) -> Iterator[Any]:
    """Every JSON value in the page's scripts."""
    streamed: list[str] = []
    for script in root.iter("script"):
        text = script.text or ""
        if len(text) < _LEAST_SCRIPT or "ld+json" in (script.get("type") or ""):
            continue
        if text.lstrip()[:1] in ("{", "["):
            yield from _decoded(text.lstrip())
            continue
        for match in list(_START.finditer(text))[:_MOST_STARTS]:
            yield from _decoded(text[match.end() :])
        for match in _QUOTED.finditer(text):
            for said in _decoded(match[1]):
                if isinstance(said, str):
                    streamed.append(said)
    joined = "".join(streamed)
    for row in _ROW.finditer(joined):
        yield from _decoded(joined[row.end() : joined.find("\n", row.end()) % (len(joined) + 1)])
    for row in _TEXT_ROW.finditer(joined):
        yield joined[row.end() : row.end() + int(row[1], 16)]
    if joined[:1] in ("{", "["):
        yield from _decoded(joined)


def _decoded(text: str) -> Iterator[Any]:
    try:
        yield json.JSONDecoder(strict=False).raw_decode(text)[0]
    except (ValueError, RecursionError):
        return


def _texts(value: Any, titles: Collection[str]) -> Iterator[_Found]:
    """The texts of a value: HTML in one string, and lists of blocks; one beside a title weighs more."""
    waiting: list[tuple[Any, bool]] = [(value, False)]
    seen = 0
    while waiting and seen < _MOST_VALUES:
        seen += 1
        item, titled = waiting.pop()
        if isinstance(item, str):
            markup = _markup(item)
            if markup:
                yield _Found(_prose(markup) * (_TITLED if titled else 1.0), markup)
        elif isinstance(item, dict):
            titled = titled or any(isinstance(one, str) and _folded(one) in titles for one in item.values())
            waiting.extend((one, titled) for one in item.values() if isinstance(one, (str, dict, list)))
        elif isinstance(item, list):
            blocks = "".join(_block(one) for one in item)
            size = _prose(blocks)
            if size >= _LEAST_PROSE:
                yield _Found(size * (_TITLED if titled else 1.0) * 0.9, blocks)
            waiting.extend((one, titled) for one in item if isinstance(one, (str, dict, list)))


def _markup(text: str) -> str:
    """A string that holds an article as HTML, or as lines; "" where it is something else."""
    if len(text) < _LEAST_PROSE // 2:
        return ""
    if _BLOCK_TAG.search(text):
        return text if _prose(text) >= _LEAST_PROSE else ""
    if "\n" not in text or "{" in text or " " not in text:
        return ""
    return _lines(text)


def _block(value: Any) -> str:
    """One block of a list as HTML: its longest string, what it is told by its type."""
    if isinstance(value, str):
        kind, text = "", value
    elif isinstance(value, dict):
        kind = next(
            (str(value[key]) for key in ("type", "_type", "kind", "tag", "style", "name") if value.get(key)),
            "",
        )
        text = max(_strings(value), key=len, default="")
    else:
        return ""
    if " " not in text.strip() or "://" in text[:12] or _NOT_TEXT.search(kind):
        return ""
    if _BLOCK_TAG.search(text):
        return text
    inner = text if "<" in text else html.escape(html.unescape(text))
    tag = "h2" if _HEADING.search(kind) else "li" if _ITEM.search(kind) else "p"
    return f"<ul><li>{inner}</li></ul>" if tag == "li" else f"<{tag}>{inner}</{tag}>"


def _strings(value: dict[str, Any]) -> Iterator[str]:
    """The strings of a block, two levels down; pieces of one text (spans) joined."""
    for one in value.values():
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            yield from (inner for inner in one.values() if isinstance(inner, str))
        elif isinstance(one, list) and all(isinstance(inner, dict) for inner in one):
            yield "".join(str(inner.get("text") or inner.get("value") or "") for inner in one)


def _prose(markup: str) -> int:
    """How much text there is; a sign of a dense script counts double."""
    text = "".join(_TAG.sub("", markup).split())
    return len(text) + sum(char > "\u2fff" for char in text)


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold())) if len(text) < 400 else ""

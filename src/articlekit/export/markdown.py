"""An article as CommonMark (tables as GitHub writes them), nothing of the page taken for mark-up."""

from __future__ import annotations

import re

from articlekit.export.safe import address, plain
from articlekit.model import (
    Article,
    Block,
    BlockQuote,
    CrossReference,
    Embed,
    Figure,
    Heading,
    Link,
    List,
    Table,
)

__all__ = ["to_markdown"]

_SPECIAL = re.compile(r"([\\`*_\[\]>|&~#!])")
_LINE_START = re.compile(r"^(\s*)([-+]|=+|\d+[.)])", re.MULTILINE)


def to_markdown(article: Article) -> str:
    """The article as Markdown.

    Example:
        >>> to_markdown(Article(headline="Rain *ends*"))
        '# Rain \\\\*ends\\\\*\\n'
    """
    parts: list[str] = []
    if article.headline:
        parts.append(f"# {_text(article.headline)}")
    if article.standfirst:
        parts.append(f"**{_text(article.standfirst)}**")
    if article.byline:
        parts.append(f"*{_text(article.byline)}*")
    references = [
        reference for reference in article.cross_references if reference.span.start == reference.span.end
    ]
    for block in article.blocks:
        while references and references[0].span.start <= block.span.start:
            parts.append(_reference(references.pop(0)))
        parts.append(_block(block))
    parts.extend(_reference(reference) for reference in references)
    return "\n\n".join(part for part in parts if part) + "\n"


def _text(text: str) -> str:
    escaped = _SPECIAL.sub(r"\\\1", " ".join(plain(text).split())).replace("<", "&lt;")
    return _LINE_START.sub(r"\1\\\2", escaped)


def _anchor(text: str, url: str | None) -> str:
    target = address(url)
    if not target:
        return _text(text)
    return f"[{_text(text)}](<{target}>)"


def _reference(reference: CrossReference) -> str:
    label = f"{_text(reference.label)} " if reference.label else ""
    return f"> {label}{_anchor(reference.title, reference.url)}"


def _linked(text: str, start: int, links: tuple[Link, ...]) -> str:
    parts: list[str] = []
    at = 0
    for link in links:
        a, b = link.span.start - start, link.span.end - start
        if not at <= a <= b <= len(text):
            continue  # see export.html
        before = text[at:a]
        space = " " if before[-1:].isspace() else ""
        parts += [_text(before) + space, _anchor(text[a:b], link.url)]
        if text[b : b + 1].isspace():
            parts.append(" ")
        at = b
    return "".join([*parts, _text(text[at:])])


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * min(max(block.level, 2), 6)} {_linked(block.text, block.span.start, block.links)}"
        case List():
            marks = (f"{n}." if block.ordered else "-" for n in range(1, len(block.items) + 1))
            return "\n".join(
                f"{mark} {_linked(item.text, item.span.start, item.links)}"
                for mark, item in zip(marks, block.items, strict=True)
            )
        case BlockQuote():
            cite = f"\n>\n> — {_text(block.cite)}" if block.cite else ""
            return f"> {_linked(block.text, block.span.start, block.links)}{cite}"
        case Table():
            return _table(block)
        case Figure():
            source = address(block.url)
            shown = _text(" ".join(part for part in (block.caption, block.credit) if part))
            return f"![{_text(block.alt or '')}](<{source}>)\n{shown}".strip() if source else shown
        case Embed():
            return _anchor(block.text or block.url or block.provider, block.url)
        case _:
            return _linked(block.text, block.span.start, block.links)


def _table(table: Table) -> str:
    width = max((len(row) for row in table.rows), default=0)
    if not width:
        return ""
    rows = [[*map(_text, row), *[""] * (width - len(row))] for row in table.rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])

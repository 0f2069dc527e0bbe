"""An article's structure as a tree for the terminal."""

from __future__ import annotations

import re

from rich.text import Text
from rich.tree import Tree

from articlekit.model import Article, Block, Figure, List, Table

__all__ = ["tree"]

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_WIDTH = 100


def _shown(label: str, value: object) -> Text:
    """A line whose value comes from a page: no markup, no control characters, one line."""
    text = _CONTROL.sub(" ", str(value))
    if len(text) > _WIDTH:
        text = text[: _WIDTH - 1] + "…"
    return Text.assemble((f"{label} ", "bold cyan"), text)


def tree(article: Article) -> Tree:
    """The article as a rich tree.

    Args:
        article: Any article.
    """
    top = Tree(_shown("headline", article.headline or "(none)"))
    for name in (
        "kicker",
        "standfirst",
        "byline",
        "published",
        "modified",
        "language",
        "publisher",
        "section_name",
    ):
        value = getattr(article, name)
        if value is not None:
            top.add(_shown(name, value))
    for author in article.authors:
        top.add(_shown("author", author.name))
    for line in article.datelines:
        top.add(_shown(f"dateline ({line.kind})", line.text))
    for section in article.sections:
        branch = top.add(_shown("section", section.heading or "(before the first heading)"))
        for block in section.blocks:
            _add_block(branch, block)
    for reference in article.cross_references:
        top.add(
            _shown(
                f"cross-reference ({reference.kind})",
                f"{reference.label} {reference.title} <{reference.url}>",
            )
        )
    for quote in article.quotes:
        speaker = quote.speaker.name or quote.speaker.mention if quote.speaker else "?"
        top.add(_shown(f"quote ({quote.kind}) by {_CONTROL.sub(' ', speaker)}", quote.text))
    for note in article.diagnostics:
        top.add(_shown(f"diagnostic ({note.code})", note.message))
    return top


def _add_block(branch: Tree, block: Block) -> None:
    name = type(block).__name__.lower()
    if isinstance(block, List):
        inner = branch.add(_shown(name, f"{len(block.items)} items"))
        for item in block.items:
            inner.add(_shown("item", item.text))
    elif isinstance(block, Table):
        branch.add(_shown(name, f"{len(block.rows)} rows"))
    elif isinstance(block, Figure):
        branch.add(_shown(name, f"{block.caption or ''} {block.credit or ''} <{block.url}>"))
    else:
        branch.add(_shown(name, block.text))

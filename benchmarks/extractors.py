"""articlekit and its peers behind one call; a peer that is not installed is left out."""

from __future__ import annotations

import datetime as dt
import importlib
import re
from collections.abc import Callable
from typing import Any

from attrs import frozen
from lxml import html as lxml_html

__all__ = ["EXTRACTORS", "Extracted", "available"]


@frozen(kw_only=True)
class Extracted:
    """What an extractor found, in a form that can be compared.

    Attributes:
        text: The whole text.
        paragraphs: (heading over it or "", text) of each paragraph; headings are "" where the extractor has none.
        headline, authors, published: None where the extractor does not give them.
    """

    text: str = ""
    paragraphs: tuple[tuple[str, str], ...] = ()
    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: dt.date | None = None


Extractor = Callable[[bytes, str | None], Extracted]


def _articlekit(page: bytes, url: str | None) -> Extracted:
    import articlekit

    article = articlekit.parse(page, url=url)
    found: list[tuple[str, str]] = []
    for section in article.sections:
        for block in section.blocks:
            if isinstance(block, articlekit.List):
                found += [(section.heading or "", item.text) for item in block.items]
            elif isinstance(block, (articlekit.Paragraph, articlekit.BlockQuote)):
                found.append((section.heading or "", block.text))
    return Extracted(
        text=article.text,
        paragraphs=tuple(found),
        headline=article.headline,
        authors=tuple(author.name for author in article.authors),
        published=article.published,
    )


def _trafilatura(page: bytes, url: str | None) -> Extracted:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(page, url=url, with_metadata=True)
    if found is None:
        return Extracted()
    return Extracted(
        text=found.text or "",
        paragraphs=_from_tree(found.body, {"head"}, {"p", "item", "quote"}),
        headline=found.title,
        authors=tuple(part.strip() for part in (found.author or "").split(";") if part.strip()),
        published=_day(found.date),
    )


def _newspaper(page: bytes, url: str | None) -> Extracted:
    import newspaper

    article: Any = newspaper.Article(url or "https://localhost/")
    article.download(input_html=page.decode("utf-8", "replace"))
    article.parse()
    return Extracted(
        text=article.text,
        paragraphs=_lines(article.text),
        headline=article.title or None,
        authors=tuple(map(str, article.authors)),
        published=_day(article.publish_date),
    )


def _readability(page: bytes, url: str | None) -> Extracted:
    from readability import Document

    document: Any = Document(page)
    tree = lxml_html.fromstring(document.summary() or "<p></p>")
    headings = {f"h{level}" for level in range(1, 7)}
    paragraphs = _from_tree(tree, headings, {"p", "li", "blockquote"})
    return Extracted(text=tree.text_content(), paragraphs=paragraphs, headline=document.short_title())


def _goose(page: bytes, url: str | None) -> Extracted:
    from goose3 import Goose

    with Goose({"enable_image_fetching": False}) as goose:
        article: Any = goose.extract(raw_html=page)
    return Extracted(
        text=article.cleaned_text,
        paragraphs=_lines(article.cleaned_text),
        headline=article.title,
        authors=tuple(map(str, article.authors)),
        published=_day(article.publish_date),
    )


def _resiliparse(page: bytes, url: str | None) -> Extracted:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    tree: Any = HTMLTree.parse(page.decode("utf-8", "replace"))
    text = extract_plain_text(tree, main_content=True)
    return Extracted(text=text, paragraphs=_lines(text), headline=tree.title)


def _from_tree(tree: Any, headings: set[str], blocks: set[str]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    heading = ""
    for element in tree.iter():
        if element.tag in headings:
            heading = " ".join("".join(element.itertext()).split())
        elif element.tag in blocks and not any(child.tag in blocks for child in element):
            text = " ".join("".join(element.itertext()).split())
            if text:
                found.append((heading, text))
    return tuple(found)


def _lines(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(("", line.strip()) for line in text.split("\n") if line.strip())


def _day(value: object) -> dt.date | None:
    if isinstance(value, dt.date):
        return value
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", str(value or ""))
    return dt.date(int(found[1]), int(found[2]), int(found[3])) if found else None


EXTRACTORS: dict[str, tuple[str, Extractor]] = {
    "articlekit": ("articlekit", _articlekit),
    "trafilatura": ("trafilatura", _trafilatura),
    "newspaper4k": ("newspaper", _newspaper),
    "readability-lxml": ("readability", _readability),
    "goose3": ("goose3", _goose),
    "resiliparse": ("resiliparse", _resiliparse),
}


def available() -> list[str]:
    """The extractors whose packages are installed here."""
    found = []
    for name, (module, _) in EXTRACTORS.items():
        try:
            importlib.import_module(module)
        except ImportError:
            continue
        found.append(name)
    return found

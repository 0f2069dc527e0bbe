"""A draft from plain text."""

from __future__ import annotations

from articlekit.annotate.datelines import datelines_above
from articlekit.drafts.draft import Draft
from articlekit.languages import get
from articlekit.languages.detect import detect
from articlekit.metadata.byline import parse_byline
from articlekit.metadata.dates import parse_line
from articlekit.model import Article, Provenance
from articlekit.options import Options
from articlekit.text.reader import read_text

__all__ = ["draft_of_text"]


def draft_of_text(text: str, url: str | None, options: Options) -> Draft:
    """Read a plain text: its first line, the lines above the text, and the pieces.

    Args:
        text: The text as it came.
        url: Its address.
        options: Hints.
    """
    code = options.language or detect(text)
    language = get(code)
    read = read_text(text, language)
    published = parse_line(read.date_line, language)
    lines = filter(None, (read.byline, read.date_line))
    wanted = "datelines" in options.annotators
    article = Article(
        headline=read.headline,
        byline=read.byline,
        authors=parse_byline(read.byline, language) if read.byline else (),
        published=published,
        datelines=datelines_above(lines, language, options.day(published), None) if wanted else (),
        language=code,
        url=url,
        provenance_items={"headline": Provenance(source="first line")} if read.headline else {},
        diagnostics=tuple(read.diagnostics),
    )
    return Draft(article=article, pieces=read.pieces)

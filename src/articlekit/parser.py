"""The public calls, and the one way through: read, draft, annotate."""

from __future__ import annotations

import attrs

from articlekit.annotated import annotated
from articlekit.drafts.draft import Draft
from articlekit.drafts.page import draft_of_page
from articlekit.drafts.text import draft_of_text
from articlekit.limits import Limits
from articlekit.model import Article, Diagnostic
from articlekit.options import Options
from articlekit.reading.source import Page, Source, read_html, read_source, read_text

__all__ = ["parse", "parse_html", "parse_text"]


def parse(source: Source, *, url: str | None = None, options: Options | None = None) -> Article:
    """Parse HTML or plain text, told apart by looking.

    Args:
        source: str, bytes, an lxml element or tree, or a BeautifulSoup or Tag; it is never changed.
        url: Address of the page, against which links are made absolute.
        options: Hints and limits.

    Returns:
        What the source holds; fields without evidence are None or empty.

    Raises:
        InputTooLargeError: The source is larger than ``options.max_bytes``.
        TypeError: The source is of another type.

    Example:
        >>> import articlekit
        >>> articlekit.parse("<h1>Rain ends</h1><p>The long rain ended today.</p>").headline
        'Rain ends'
    """
    chosen = options or Options()
    limits = Limits(chosen)
    return annotated(_drafted(read_source(source, chosen), url, chosen, limits), chosen, limits)


def parse_html(source: Source, *, url: str | None = None, options: Options | None = None) -> Article:
    """Parse a source as HTML; see ``parse``."""
    chosen = options or Options()
    limits = Limits(chosen)
    return annotated(_drafted(read_html(source, chosen), url, chosen, limits), chosen, limits)


def parse_text(text: str | bytes, *, url: str | None = None, options: Options | None = None) -> Article:
    """Parse a source as plain text; see ``parse``."""
    if not isinstance(text, (str, bytes, bytearray)):
        raise TypeError(f"parse_text reads str or bytes, not {type(text).__name__}")
    chosen = options or Options()
    limits = Limits(chosen)
    return annotated(_drafted(read_text(text, chosen), url, chosen, limits), chosen, limits)


def _drafted(page: Page, url: str | None, options: Options, limits: Limits) -> Draft:
    """Everything but the annotations; the page's tree is not needed any more after it, and can go."""
    if page.root is not None:
        draft = draft_of_page(page.root, url, options, limits)
    else:
        draft = draft_of_text(page.text or "", url, options)
    notes = page.diagnostics + draft.article.diagnostics
    if not draft.pieces and not draft.article.headline:
        notes += (Diagnostic(code="no-article", message="no article was found in the input"),)
    return draft._replace(article=attrs.evolve(draft.article, diagnostics=notes))

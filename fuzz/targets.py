"""What is fuzzed, and what must hold whatever comes in."""

from __future__ import annotations

from collections.abc import Callable

import articlekit

__all__ = ["TARGETS", "check"]


def check(article: articlekit.Article) -> None:
    """The invariants of every result: spans slice, quotes do not overlap, exports work, round trips are exact."""
    for item in (*article.blocks, *article.quotes, *article.datelines, *article.links):
        if not isinstance(item, (articlekit.Figure, articlekit.Embed)):
            assert article.text[item.span.start : item.span.end] == item.text
    end = 0
    for quote in article.quotes:
        assert quote.span.start >= end
        end = quote.span.end
    for reference in article.cross_references:
        assert 0 <= reference.span.start <= reference.span.end <= len(article.text)
    assert articlekit.Article.from_json(article.to_json()) == article
    hash(article)
    article.to_html()
    article.to_markdown()
    article.to_json_ld()
    article.to_ninjs()


def html(data: bytes) -> None:
    """Markup as text."""
    check(
        articlekit.parse_html(data.decode("utf-8", "surrogateescape"))
    )  # bytes that are no UTF-8: surrogates


def text(data: bytes) -> None:
    """Plain text."""
    check(articlekit.parse_text(data.decode("utf-8", "replace")))


def raw(data: bytes) -> None:
    """Bytes of any encoding."""
    check(articlekit.parse(data))


def linked_data(data: bytes) -> None:
    """JSON-LD in a page."""
    script = data.decode("utf-8", "replace").replace("</", "< /")
    check(
        articlekit.parse_html(f'<script type="application/ld+json">{script}</script><p>The port opened.</p>')
    )


def from_json(data: bytes) -> None:
    """Serialised articles: an article, or one clear error."""
    try:
        article = articlekit.Article.from_json(data)
    except articlekit.InvalidDocumentError:
        return
    assert articlekit.Article.from_json(article.to_json()) == article
    article.to_html()
    article.to_markdown()


TARGETS: dict[str, Callable[[bytes], None]] = {
    "html": html,
    "text": text,
    "raw": raw,
    "linked_data": linked_data,
    "from_json": from_json,
}

"""Newsroom formats: schema.org NewsArticle (JSON-LD) and IPTC ninjs 2.1, as plain dicts."""

from __future__ import annotations

from typing import Any

from articlekit.export.html import to_html
from articlekit.export.safe import address
from articlekit.model import Access, Article

__all__ = ["to_json_ld", "to_ninjs"]


def to_json_ld(article: Article) -> dict[str, Any]:
    """The article as a schema.org NewsArticle (https://schema.org/NewsArticle).

    Example:
        >>> to_json_ld(Article(headline="Rain ends"))["@type"]
        'NewsArticle'
    """
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.headline,
        "alternativeHeadline": article.kicker,
        "description": article.standfirst,
        "author": [{"@type": "Person", "name": author.name} for author in article.authors] or None,
        "datePublished": article.published.isoformat() if article.published else None,
        "dateModified": article.modified.isoformat() if article.modified else None,
        "dateline": article.dateline.text if article.dateline else None,
        "articleSection": article.section_name,
        "keywords": list(article.tags) or None,
        "inLanguage": article.language,
        "url": address(article.canonical_url or article.url),
        "publisher": {"@type": "Organization", "name": article.publisher} if article.publisher else None,
        "image": [url for url in (address(figure.url) for figure in article.figures) if url] or None,
        "articleBody": article.text or None,
        "isAccessibleForFree": {Access.FREE: True, Access.PAID: False}.get(article.access),
        "correction": [notice.text for notice in article.notices if notice.kind == "correction"] or None,
    }
    return {key: value for key, value in found.items() if value is not None}


def to_ninjs(article: Article) -> dict[str, Any]:
    """The article as IPTC ninjs 2.1 (https://iptc.org/standards/ninjs/).

    Example:
        >>> to_ninjs(Article(headline="Rain ends"))["headlines"]
        [{'role': 'main', 'value': 'Rain ends'}]
    """
    headlines = [{"role": "main", "value": article.headline}] if article.headline else None
    descriptions = [{"role": "summary", "value": article.standfirst}] if article.standfirst else None
    found: dict[str, Any] = {
        "uri": address(article.canonical_url or article.url),
        "standard": {"name": "ninjs", "version": "2.1"},
        "type": "text",
        "language": article.language,
        "headlines": headlines,
        "descriptions": descriptions,
        "by": article.byline,
        "people": [{"name": author.name, "rel": "author"} for author in article.authors] or None,
        "versionCreated": article.modified.isoformat() if article.modified else None,
        "contentCreated": article.published.isoformat() if article.published else None,
        "located": article.dateline.places[0].name if article.dateline and article.dateline.places else None,
        "subjects": [{"name": tag} for tag in article.tags] or None,
        "bodies": [
            {"role": "main", "contentType": "text/plain", "value": article.text},
            {"role": "main", "contentType": "text/html", "value": to_html(article)},
        ],
    }
    return {key: value for key, value in found.items() if value is not None}

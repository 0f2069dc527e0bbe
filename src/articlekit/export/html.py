"""An article as clean, semantic HTML: everything from the page escaped."""

from __future__ import annotations

from html import escape

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

__all__ = ["to_html"]


def to_html(article: Article) -> str:
    """The article as one ``<article>`` element.

    Example:
        >>> to_html(Article(headline="Rain <b>ends</b>"))
        '<article>\\n<h1>Rain &lt;b&gt;ends&lt;/b&gt;</h1>\\n</article>'
    """
    lines = ["<article>"]
    if article.kicker:
        lines.append(f'<p class="kicker">{_text(article.kicker)}</p>')
    if article.headline:
        lines.append(f"<h1>{_text(article.headline)}</h1>")
    if article.standfirst:
        lines.append(f'<p class="standfirst">{_text(article.standfirst)}</p>')
    if article.byline:
        lines.append(f'<p class="byline">{_text(article.byline)}</p>')
    references = [
        reference for reference in article.cross_references if reference.span.start == reference.span.end
    ]
    for block in article.blocks:
        while references and references[0].span.start <= block.span.start:
            lines.append(_reference(references.pop(0)))
        lines.append(_block(block))
    lines.extend(_reference(reference) for reference in references)
    return "\n".join([*lines, "</article>"])


def _text(text: str) -> str:
    return escape(plain(text))


def _anchor(text: str, url: str | None) -> str:
    target = address(url)
    return f'<a href="{escape(target)}">{_text(text)}</a>' if target else _text(text)


def _reference(reference: CrossReference) -> str:
    label = f"<b>{_text(reference.label)}</b> " if reference.label else ""
    return f'<aside data-kind="{reference.kind}">{label}{_anchor(reference.title, reference.url)}</aside>'


def _linked(text: str, start: int, links: tuple[Link, ...]) -> str:
    parts: list[str] = []
    at = 0
    for link in links:
        a, b = link.span.start - start, link.span.end - start
        if not at <= a <= b <= len(text):
            continue  # links do not overlap in what parse gives, but an Article can be made by hand
        parts += [_text(text[at:a]), _anchor(text[a:b], link.url)]
        at = b
    return "".join([*parts, _text(text[at:])])


def _block(block: Block) -> str:
    match block:
        case Heading():
            level = min(max(block.level, 2), 6)
            return f"<h{level}>{_linked(block.text, block.span.start, block.links)}</h{level}>"
        case List():
            tag = "ol" if block.ordered else "ul"
            items = "".join(f"<li>{_linked(i.text, i.span.start, i.links)}</li>" for i in block.items)
            return f"<{tag}>{items}</{tag}>"
        case BlockQuote():
            cite = f"<footer>{_text(block.cite)}</footer>" if block.cite else ""
            return (
                f"<blockquote><p>{_linked(block.text, block.span.start, block.links)}</p>{cite}</blockquote>"
            )
        case Table():
            caption = f"<caption>{_text(block.caption)}</caption>" if block.caption else ""
            rows = "".join(
                f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in block.rows
            )
            return f"<table>{caption}{rows}</table>"
        case Figure():
            source = address(block.url)
            image = f'<img src="{escape(source)}" alt="{_text(block.alt or "")}">' if source else ""
            shown = " ".join(part for part in (block.caption, block.credit) if part)
            return f"<figure>{image}{f'<figcaption>{_text(shown)}</figcaption>' if shown else ''}</figure>"
        case Embed():
            return f"<p>{_anchor(block.text or block.url or block.provider, block.url)}</p>"
        case _:
            return f"<p>{_linked(block.text, block.span.start, block.links)}</p>"

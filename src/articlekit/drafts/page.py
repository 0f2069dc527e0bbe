"""A draft from a page: what it declares, the column it shows, and one decision a field."""

from __future__ import annotations

from lxml import etree

from articlekit.annotate.cross_references import closing_references
from articlekit.annotate.datelines import datelines_above
from articlekit.body.header import Header, find_header
from articlekit.body.opening import take_opening
from articlekit.body.reader import Body, read_body
from articlekit.drafts.draft import Draft
from articlekit.languages import Language, get
from articlekit.limits import Limits
from articlekit.metadata.evidence import gather
from articlekit.metadata.page import Metadata, body_text, decide, declared_language, language_of, titles
from articlekit.model import Article, Dateline, Diagnostic
from articlekit.options import Options
from articlekit.pieces import Piece, PieceKind

__all__ = ["draft_of_page"]

_BODY_SOURCES = {"declared": "page's JSON-LD articleBody", "state": "state in the page's scripts"}
_SAMPLE = 12  # pieces by which the language is told


def draft_of_page(root: etree._Element, url: str | None, options: Options, limits: Limits) -> Draft:
    """Read a page.

    Args:
        root: The page; it is not changed.
        url: Its address.
        options: Hints.
        limits: What the parse may spend.
    """
    evidence = gather(root, url)
    body = read_body(
        root,
        url=url or evidence.links.get("canonical"),
        body_text=body_text(evidence),
        language=options.language or declared_language(evidence),
        titles=titles(evidence),
        limits=limits,
    )
    code, conflict = language_of(evidence, _sample(body.pieces))
    language = get(options.language or code)
    header = find_header(body.page, body.column, titles(evidence))
    meta = decide(evidence, header, language, url)
    opening = take_opening(body.pieces, meta.headline, meta.standfirst, meta.byline)
    article = Article(
        headline=meta.headline,
        kicker=meta.kicker,
        standfirst=opening.standfirst,
        byline=meta.byline,
        authors=meta.authors,
        published=meta.published,
        modified=meta.modified,
        tags=meta.tags,
        language=options.language or code,
        publisher=meta.publisher,
        section_name=meta.section_name,
        url=url,
        canonical_url=meta.canonical_url,
        access=meta.access,
        left_out=(*body.left_out, *opening.left_out),
        datelines=_above(header, meta, language, options),
        provenance_items=meta.provenance,
        diagnostics=(
            *meta.diagnostics,
            *_notes(body),
            *([conflict] if conflict and not options.language else []),
        ),
    )
    closing = closing_references(body.page, body.column, language, url, meta.canonical_url)
    return Draft(article=article, pieces=opening.pieces, closing=tuple(closing))


def _sample(pieces: list[Piece]) -> str:
    """The beginning of the running text."""
    prose = [piece.text for piece in pieces if piece.kind is PieceKind.PARAGRAPH and not piece.asided]
    return " ".join(prose[:_SAMPLE] or [piece.text for piece in pieces[:_SAMPLE]])


def _above(header: Header, meta: Metadata, language: Language, options: Options) -> tuple[Dateline, ...]:
    """Datelines among the lines above the text."""
    if "datelines" not in options.annotators:
        return ()
    lines = (line.text for line in header.lines if not (line.at_end or line.alone))
    return datelines_above(lines, language, options.day(meta.published), meta.publisher)


def _notes(body: Body) -> list[Diagnostic]:
    found = []
    if body.truncated:
        found.append(
            Diagnostic(code="truncated", message="elements over Options.max_nodes or max_depth are left out")
        )
    if body.source != "page":
        shown = _BODY_SOURCES[body.source]
        found.append(Diagnostic(code=f"{body.source}-body", message=f"the text is the {shown}"))
    return found

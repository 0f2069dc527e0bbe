"""The one way through: source, evidence, body or text, blocks, annotations, Article."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterable

import attrs

from articlekit.annotate.cross_references import closing_references, take_references
from articlekit.annotate.datelines import datelines_above, find_datelines, settle_lines
from articlekit.annotate.notices import take_notices
from articlekit.annotate.quotes import find_quotes
from articlekit.assemble import Assembled, assemble
from articlekit.body.header import find_header
from articlekit.body.opening import take_opening
from articlekit.body.reader import read_body
from articlekit.languages import Language, get
from articlekit.languages.detect import detect
from articlekit.metadata.byline import parse_byline
from articlekit.metadata.dates import parse_line
from articlekit.metadata.evidence import gather
from articlekit.metadata.page import body_text, decide, declared_language, language_of, titles
from articlekit.model import (
    Article,
    CrossReference,
    Dateline,
    DatelineKind,
    Diagnostic,
    LeftOut,
    Paragraph,
    Position,
    Provenance,
    Quote,
    ReferenceKind,
    Span,
)
from articlekit.options import Options
from articlekit.pieces import FoundReference, Piece, PieceKind
from articlekit.reading.source import Page, Source, read_html, read_source, read_text
from articlekit.text.reader import read_text as read_text_pieces

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
    deadline = _deadline(chosen)
    return _annotated(*_drafted(read_source(source, chosen), url, chosen), chosen, deadline)


def parse_html(source: Source, *, url: str | None = None, options: Options | None = None) -> Article:
    """Parse a source as HTML; see ``parse``."""
    chosen = options or Options()
    deadline = _deadline(chosen)
    return _annotated(*_drafted(read_html(source, chosen), url, chosen), chosen, deadline)


def parse_text(text: str | bytes, *, url: str | None = None, options: Options | None = None) -> Article:
    """Parse a source as plain text; see ``parse``."""
    if not isinstance(text, (str, bytes, bytearray)):
        raise TypeError(f"parse_text reads str or bytes, not {type(text).__name__}")
    chosen = options or Options()
    deadline = _deadline(chosen)
    return _annotated(*_drafted(read_text(text, chosen), url, chosen), chosen, deadline)


def _deadline(options: Options) -> float | None:
    return time.monotonic() + options.max_seconds if options.max_seconds is not None else None


def _drafted(
    page: Page, url: str | None, options: Options
) -> tuple[Article, list[Piece], list[FoundReference]]:
    """Everything but the annotations; the page's tree is not needed any more after it, and can go."""
    closing: list[FoundReference] = []
    if page.root is not None:
        draft, pieces, closing = _from_tree(page, url, options)
    else:
        draft, pieces = _from_text(page.text or "", url, options)
    notes = page.diagnostics + draft.diagnostics
    if not pieces and not draft.headline:
        notes += (Diagnostic(code="no-article", message="no article was found in the input"),)
    return attrs.evolve(draft, diagnostics=notes), pieces, closing


def _from_tree(
    page: Page, url: str | None, options: Options
) -> tuple[Article, list[Piece], list[FoundReference]]:
    assert page.root is not None
    evidence = gather(page.root, url)
    declared_text = body_text(evidence)
    body = read_body(
        page.root,
        url=url or evidence.links.get("canonical"),
        body_text=declared_text,
        language=options.language or declared_language(evidence),
        titles=titles(evidence),
        max_nodes=options.max_nodes,
        max_depth=options.max_depth,
    )
    pieces = body.pieces
    notes: list[Diagnostic] = []
    if body.truncated:
        notes.append(
            Diagnostic(code="truncated", message="the page goes over Options.max_nodes or max_depth")
        )
    if body.source != "page":
        shown = "page's JSON-LD articleBody" if body.source == "declared" else "state in the page's scripts"
        notes.append(Diagnostic(code=f"{body.source}-body", message=f"the text is the {shown}"))
    code, conflict = language_of(evidence, _sample(pieces))
    language = options.language or code
    if conflict and not options.language:
        notes.append(conflict)
    header = find_header(body.page, body.column, titles(evidence))
    meta = decide(evidence, header, get(language), url)
    opening = take_opening(pieces, meta.headline, meta.standfirst, meta.byline)
    draft = Article(
        headline=meta.headline,
        kicker=meta.kicker,
        standfirst=opening.standfirst,
        byline=meta.byline,
        authors=meta.authors,
        published=meta.published,
        modified=meta.modified,
        tags=meta.tags,
        language=language,
        publisher=meta.publisher,
        section_name=meta.section_name,
        url=url,
        canonical_url=meta.canonical_url,
        access=meta.access,
        left_out=(*body.left_out, *opening.left_out),
        datelines=_above(
            (line.text for line in header.lines if not (line.at_end or line.alone)),
            get(language),
            meta.published,
            meta.publisher,
            options,
        ),
        provenance_items=meta.provenance,
        diagnostics=(*meta.diagnostics, *notes),
    )
    closing = closing_references(body.page, body.column, get(language), url, meta.canonical_url)
    return draft, opening.pieces, closing


def _above(
    lines: Iterable[str],
    language: Language,
    published: dt.datetime | dt.date | None,
    publisher: str | None,
    options: Options,
) -> tuple[Dateline, ...]:
    """Datelines among the lines above the text."""
    if "datelines" not in options.annotators:
        return ()
    return datelines_above(lines, language, _reference_day(published, options), publisher)


def _sample(pieces: list[Piece]) -> str:
    """The beginning of the running text."""
    prose = [piece.text for piece in pieces if piece.kind is PieceKind.PARAGRAPH and not piece.asided]
    return " ".join(prose[:12] or [piece.text for piece in pieces[:12]])


def _from_text(text: str, url: str | None, options: Options) -> tuple[Article, list[Piece]]:
    code = options.language or detect(text)
    language = get(code)
    read = read_text_pieces(text, language)
    provenance = {"headline": Provenance(source="first line")} if read.headline else {}
    published = parse_line(read.date_line, language)
    draft = Article(
        headline=read.headline,
        byline=read.byline,
        authors=parse_byline(read.byline, language) if read.byline else (),
        published=published,
        datelines=_above(filter(None, (read.byline, read.date_line)), language, published, None, options),
        language=code,
        url=url,
        provenance_items=provenance,
        diagnostics=tuple(read.diagnostics),
    )
    return draft, read.pieces


def _annotated(
    draft: Article,
    pieces: list[Piece],
    closing: list[FoundReference],
    options: Options,
    deadline: float | None,
) -> Article:
    language = get(draft.language)
    late = False
    found: list[FoundReference] = []
    if "datelines" in options.annotators:
        pieces = settle_lines(pieces, language, draft.publisher)
    if "cross_references" in options.annotators:
        pieces, found = take_references(pieces, language, draft.url, draft.canonical_url)
        known = {item.url for item in found}
        found += [attrs.evolve(item, before=len(pieces)) for item in closing if item.url not in known]
    left = [*draft.left_out, *(LeftOut(text=p.text, reason="aside") for p in pieces if p.asided and p.text)]
    pieces, found = _drop_asides(pieces, found)
    pieces, found, notices = take_notices(pieces, found, language)
    whole = assemble(pieces, draft.standfirst)
    reference = _reference_day(draft.published, options)
    datelines: tuple[Dateline, ...] = ()
    quotes: tuple[Quote, ...] = ()
    if "datelines" in options.annotators:
        datelines = find_datelines(whole.text, whole.blocks, language, reference, draft.publisher)
        told = {line.places for line in datelines}
        datelines = (*(line for line in draft.datelines if line.places not in told), *datelines)
    if "quotes" in options.annotators:
        late = deadline is not None and time.monotonic() > deadline
        if not late:
            quotes = find_quotes(whole.text, whole.blocks, language, draft.headline)
    notes = draft.diagnostics
    if late:
        notes = (
            *notes,
            Diagnostic(code="truncated", message="Options.max_seconds ran out before the quotes"),
        )
    return attrs.evolve(
        draft,
        text=whole.text,
        blocks=_with_datelines(whole, datelines),
        cross_references=_placed(found, pieces, whole),
        datelines=datelines,
        quotes=quotes,
        notices=notices,
        left_out=tuple(left),
        diagnostics=notes,
    )


def _drop_asides(
    pieces: list[Piece], found: list[FoundReference]
) -> tuple[list[Piece], list[FoundReference]]:
    """Drop what stands beside the prose and is no reference; the references' places move with it."""
    kept: list[Piece] = []
    moved: list[int] = []
    for piece in pieces:
        moved.append(len(kept))
        if not piece.asided:
            kept.append(piece)
    moved.append(len(kept))
    return kept, [attrs.evolve(item, before=moved[min(item.before, len(pieces))]) for item in found]


def _placed(found: list[FoundReference], pieces: list[Piece], whole: Assembled) -> tuple[CrossReference, ...]:
    """The references with their places in the text: before all prose, after it, or in between."""
    prose = [index for index, piece in enumerate(pieces) if piece.kind is PieceKind.PARAGRAPH]
    first, last = (prose[0], prose[-1]) if prose else (-1, -1)
    return tuple(_reference(item, first, last, whole) for item in found)


def _reference(item: FoundReference, first: int, last: int, whole: Assembled) -> CrossReference:
    at = whole.starts[item.before] if item.before < len(whole.starts) else len(whole.text)
    start, end = (at, at) if item.inline is None else (at + item.inline[0], at + item.inline[1])
    if item.inline is None and item.before > last:
        position = Position.END
    elif item.inline is None and item.before <= first:
        position = Position.LEAD
    else:
        position = Position.INLINE
    return CrossReference(
        label=item.label,
        kind=ReferenceKind(item.kind),
        title=item.title,
        url=item.url,
        span=Span(start=start, end=end),
        position=position,
    )


def _reference_day(published: dt.datetime | dt.date | None, options: Options) -> dt.date | None:
    day = published or options.reference_date
    return day.date() if isinstance(day, dt.datetime) else day


def _with_datelines(whole: Assembled, datelines: tuple[Dateline, ...]) -> tuple:  # type: ignore[type-arg]
    starts = {line.span.start: line.span.end for line in datelines if line.kind is DatelineKind.FORMAL}
    if not starts:
        return whole.blocks
    return tuple(
        attrs.evolve(block, dateline_length=starts[block.span.start] - block.span.start)
        if isinstance(block, Paragraph) and block.span.start in starts
        else block
        for block in whole.blocks
    )

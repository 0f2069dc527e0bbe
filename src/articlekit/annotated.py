"""The annotators in their order: what stands apart leaves the pieces, the rest becomes text and is read."""

from __future__ import annotations

import attrs

from articlekit.annotate.cross_references import take_references
from articlekit.annotate.datelines import find_datelines, settle_lines
from articlekit.annotate.notices import take_notices
from articlekit.annotate.quotes import find_quotes
from articlekit.assemble import Assembled, assemble
from articlekit.drafts.draft import Draft
from articlekit.languages import Language, get
from articlekit.limits import Limits
from articlekit.model import (
    Article,
    Block,
    CrossReference,
    Dateline,
    DatelineKind,
    Diagnostic,
    LeftOut,
    Paragraph,
    Position,
    ReferenceKind,
    Span,
)
from articlekit.options import Options
from articlekit.pieces import FoundReference, Piece, PieceKind

__all__ = ["annotated"]


def annotated(draft: Draft, options: Options, limits: Limits) -> Article:
    """The article of a draft.

    Args:
        draft: What reading gave.
        options: Which annotators run.
        limits: What the parse may spend; annotations that there is no time for are left out.
    """
    article, language = draft.article, get(draft.article.language)
    pieces, found = _taken(draft, language, options)
    left = [LeftOut(text=piece.text, reason="aside") for piece in pieces if piece.asided and piece.text]
    pieces, found = _without_asides(pieces, found)
    pieces, found, notices = take_notices(pieces, found, language)
    whole = assemble(pieces, article.standfirst)
    datelines = _datelines(article, whole, language, options, limits)
    quotes = (
        find_quotes(whole.text, whole.blocks, language, article.headline, limits)
        if "quotes" in options.annotators
        else ()
    )
    late = [Diagnostic(code="truncated", message="Options.max_seconds ran out")] if limits.late else []
    return attrs.evolve(
        article,
        text=whole.text,
        blocks=_with_datelines(whole, datelines),
        cross_references=_placed(found, pieces, whole),
        datelines=datelines,
        quotes=quotes,
        notices=notices,
        left_out=(*article.left_out, *left),
        diagnostics=(*article.diagnostics, *late),
    )


def _taken(draft: Draft, language: Language, options: Options) -> tuple[list[Piece], list[FoundReference]]:
    """The pieces without the cross-references among them; those after the column come last."""
    article, pieces = draft.article, draft.pieces
    if "datelines" in options.annotators:
        pieces = settle_lines(pieces, language, article.publisher)
    if "cross_references" not in options.annotators:
        return pieces, []
    pieces, found = take_references(pieces, language, article.url, article.canonical_url)
    known = {item.url for item in found}
    found += [item._replace(before=len(pieces)) for item in draft.closing if item.url not in known]
    return pieces, found


def _without_asides(
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
    return kept, [item._replace(before=moved[min(item.before, len(pieces))]) for item in found]


def _datelines(
    article: Article, whole: Assembled, language: Language, options: Options, limits: Limits
) -> tuple[Dateline, ...]:
    """Those above the text, unless it repeats them, and those in it."""
    if "datelines" not in options.annotators:
        return ()
    day = options.day(article.published)
    inside = find_datelines(whole.text, whole.blocks, language, day, article.publisher, limits)
    told = {line.places for line in inside}
    return (*(line for line in article.datelines if line.places not in told), *inside)


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


def _with_datelines(whole: Assembled, datelines: tuple[Dateline, ...]) -> tuple[Block, ...]:
    """The blocks, paragraphs noting the dateline they begin with."""
    ends = {line.span.start: line.span.end for line in datelines if line.kind is DatelineKind.FORMAL}
    return tuple(
        attrs.evolve(block, dateline_length=ends[block.span.start] - block.span.start)
        if block.span.start in ends and isinstance(block, Paragraph)
        else block
        for block in whole.blocks
    )

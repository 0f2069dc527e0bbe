"""Pieces joined into the canonical text, each block with its span."""

from __future__ import annotations

from typing import NamedTuple

from articlekit.model import (
    Block,
    BlockQuote,
    Embed,
    Figure,
    Heading,
    Link,
    List,
    ListItem,
    Paragraph,
    Role,
    Span,
    Table,
)
from articlekit.pieces import Piece, PieceKind

__all__ = ["Assembled", "assemble"]

_GAP = "\n\n"


class Assembled(NamedTuple):
    """The canonical text, the blocks over it, and where each piece's text starts in it."""

    text: str
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]


def assemble(pieces: list[Piece], standfirst: str | None) -> Assembled:
    """Join the pieces' texts by blank lines (list items by line breaks), after the standfirst."""
    parts: list[str] = [standfirst] if standfirst else []
    length = len(standfirst or "")
    blocks: list[Block] = []
    starts: list[int] = []
    levels = _normalised_levels(pieces)
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        if piece.kind in (PieceKind.FIGURE, PieceKind.EMBED):
            starts.append(length)
            blocks.append(_apart(piece, length))
            index += 1
            continue
        group = _group(pieces, index)
        if length:
            parts.append(_GAP)
            length += len(_GAP)
        texts = [member.text for member in group]
        offset = length
        for text in texts:
            starts.append(offset)
            offset += len(text) + 1
        joined = "\n".join(texts)
        parts.append(joined)
        blocks.append(_block(group, joined, starts[-len(group) :], levels))
        length += len(joined)
        index += len(group)
    return Assembled(text="".join(parts), blocks=tuple(blocks), starts=tuple(starts))


def _group(pieces: list[Piece], index: int) -> list[Piece]:
    first = pieces[index]
    if first.kind is not PieceKind.ITEM:
        return [first]
    end = index + 1
    while end < len(pieces) and pieces[end].kind is PieceKind.ITEM and pieces[end].list_id == first.list_id:
        end += 1
    return pieces[index:end]


def _normalised_levels(pieces: list[Piece]) -> dict[int | None, int]:
    """Source levels in use mapped to 2, 3, …; the headline is level 1."""
    used = sorted({piece.level or 9 for piece in pieces if piece.kind is PieceKind.HEADING})
    return {(level if level != 9 else None): 2 + rank for rank, level in enumerate(used)}


def _links(piece: Piece, start: int) -> tuple[Link, ...]:
    return tuple(
        Link(text=piece.text[a:b], url=url, span=Span(start=start + a, end=start + b))
        for a, b, url in piece.links
    )


def _apart(piece: Piece, at: int) -> Block:
    span = Span(start=at, end=at)
    if piece.kind is PieceKind.FIGURE:
        return Figure(
            url=piece.url,
            span=span,
            caption=piece.caption,
            credit=piece.credit,
            alt=piece.alt,
            path=piece.path,
        )
    return Embed(provider=piece.provider, url=piece.url, span=span, text=piece.text, path=piece.path)


def _block(group: list[Piece], text: str, starts: list[int], levels: dict[int | None, int]) -> Block:
    piece, start = group[0], starts[0]
    span = Span(start=start, end=start + len(text))
    match piece.kind:
        case PieceKind.HEADING:
            return Heading(
                text=text,
                span=span,
                level=levels[piece.level],
                source_level=piece.level,
                links=_links(piece, start),
                path=piece.path,
            )
        case PieceKind.ITEM:
            items = tuple(
                ListItem(text=item.text, span=Span(start=at, end=at + len(item.text)), links=_links(item, at))
                for item, at in zip(group, starts, strict=True)
            )
            return List(text=text, span=span, items=items, ordered=piece.ordered, path=piece.path)
        case PieceKind.QUOTE:
            return BlockQuote(
                text=text, span=span, cite=piece.cite, links=_links(piece, start), path=piece.path
            )
        case PieceKind.TABLE:
            return Table(text=text, span=span, rows=piece.rows, caption=piece.caption, path=piece.path)
        case _:
            role = Role(piece.role) if piece.role else None
            return Paragraph(text=text, span=span, links=_links(piece, start), role=role, path=piece.path)

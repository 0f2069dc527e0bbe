"""Pieces: the block list in which HTML and plain text meet, before offsets are known."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from attrs import define, field

__all__ = ["FoundReference", "Piece", "PieceKind"]


class PieceKind(StrEnum):
    """What a piece is; the running text is made of the first five."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    TABLE = "table"
    FIGURE = "figure"
    EMBED = "embed"


@define(kw_only=True, eq=False)
class Piece:
    """One block as read, with offsets relative to its own text.

    Attributes:
        kind: What it is.
        text: White space normalised, no line breaks except in tables.
        level: A heading's source level (1 to 6), None where only style made it one.
        links: (start, end, address) within ``text``; addresses as absolute as the page allows.
        bold: (start, end) runs of bold or strong text.
        list_id: Items with the same number belong to one list.
        ordered: The list is numbered.
        asided: Stands in an aside, box or card inside the column, not in the plain flow.
        rows, caption, credit, alt, url, cite, provider: For tables, figures, quotes and embeds.
        role: "question" or "answer" in an interview.
        path: XPath in the source page.
        hint: class and id words of the boxes around it, lower case; for headings and what opens the column.
        side: Number of the side box that it shares with others, 0 in the plain flow.
        before: Stands before the running text.
    """

    kind: PieceKind
    text: str = ""
    level: int | None = None
    links: list[tuple[int, int, str]] = field(factory=list)
    bold: list[tuple[int, int]] = field(factory=list)
    list_id: int = 0
    ordered: bool = False
    asided: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None
    url: str | None = None
    cite: str | None = None
    provider: str = ""
    role: str | None = None
    path: str | None = None
    hint: str = ""
    side: int = 0
    before: bool = False


class FoundReference(NamedTuple):
    """A cross-reference found among the pieces.

    ``before`` is the index, in the pieces that remain, of the piece it stands before; an inline one
    (inside a remaining piece's text) also has its (start, end) in that piece's text.
    """

    label: str
    kind: str
    title: str
    url: str | None
    before: int
    inline: tuple[int, int] | None = None

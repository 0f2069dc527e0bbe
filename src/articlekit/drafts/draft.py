"""A draft: the article without its text, and the pieces that its text will be made of."""

from __future__ import annotations

from typing import NamedTuple

from articlekit.model import Article
from articlekit.pieces import FoundReference, Piece

__all__ = ["Draft"]


class Draft(NamedTuple):
    """What reading gave.

    Attributes:
        article: Everything but text, blocks and annotations; ``datelines`` holds those above the text.
        pieces: The column's pieces in order.
        closing: Cross-references that stand after the column.
    """

    article: Article
    pieces: list[Piece]
    closing: tuple[FoundReference, ...] = ()

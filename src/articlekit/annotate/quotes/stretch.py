"""A stretch of text that may be quoted words, as the scanner finds it."""

from __future__ import annotations

from attrs import define

from articlekit.model import QuoteKind

__all__ = ["Stretch", "bare"]


@define(eq=False)
class Stretch:
    """Words between two marks, behind a dash, or in a block quote.

    Attributes:
        start, end: The words without their marks.
        outer_start, outer_end: The words with their marks.
        block: Index of the block they stand in.
        low, high: The part of the block they were scanned in: a paragraph, one item of a list.
        kind: DIRECT until it is judged.
        closed: A closing mark was found.
        cite: The source a block quote names.
        continues: It stands between the same marks as the stretch before, behind an incise.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    block: int
    low: int
    high: int
    kind: QuoteKind = QuoteKind.DIRECT
    closed: bool = True
    cite: str | None = None
    continues: bool = False


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end

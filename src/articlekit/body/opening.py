"""The column's opening: headline and standfirst, which many columns hold too, taken out of the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from articlekit.body.vocabulary import LEAD, STANDFIRST
from articlekit.model import LeftOut
from articlekit.pieces import Piece, PieceKind

__all__ = ["Opening", "take_opening"]

_TEXTS_SEEN = 3  # the opening reaches into the first paragraphs, no further
_KICKER = 80
_LINES = frozenset({PieceKind.HEADING, PieceKind.PARAGRAPH, PieceKind.ITEM})
_STATED = re.compile(r".{30}[.!?…。！？।؟][\"”’»)\]」』]*$")
_UNITS = frozenset("年月日時时分秒년월일시분초")


class Opening(NamedTuple):
    """The pieces that remain, the standfirst, and shown lines that repeat the headline in other words."""

    pieces: list[Piece]
    standfirst: str | None
    left_out: tuple[LeftOut, ...] = ()


def take_opening(
    pieces: list[Piece], headline: str | None, standfirst: str | None, byline: str | None = None
) -> Opening:
    """Take headline, standfirst, byline and time out of the pieces; find a standfirst where none is known.

    Args:
        pieces: The column's pieces in order; the list is not changed.
        headline: The article's headline.
        standfirst: The standfirst found outside the column, or declared.
        byline: The byline as shown.
    """
    head, lead, signed = _folded(headline), _folded(standfirst), _folded(byline)
    longest = max(len(headline or "") + _KICKER, len(standfirst or "") + 20)  # longer ones differ
    kept: list[Piece] = []
    left: list[LeftOut] = []
    seen = 0
    for index, piece in enumerate(pieces):
        opens = seen < _TEXTS_SEEN and piece.kind in _LINES
        folded = _folded(piece.text) if opens and len(piece.text) <= longest else ""
        if folded and folded in (head, lead):
            continue
        if opens and not seen and piece.kind is PieceKind.HEADING and _is_headline(piece, folded, head):
            left.append(LeftOut(text=piece.text, reason="headline"))
            continue
        if opens and not seen and standfirst is None and _is_standfirst(piece, pieces[index + 1 :]):
            standfirst = piece.text
            continue
        reason = _line(piece, folded, signed) if opens and not seen else None
        if reason:
            left.append(LeftOut(text=piece.text, reason=reason))
            continue
        seen += piece.kind is PieceKind.PARAGRAPH and not piece.asided
        kept.append(piece)
    return Opening(pieces=kept, standfirst=standfirst, left_out=tuple(left))


def _line(piece: Piece, folded: str, signed: str) -> str | None:
    """What a line above the text is: the byline, or hardly more than figures, which are the time."""
    if folded and folded == signed:
        return "byline"
    letters = sum(char.isalpha() and char not in _UNITS for char in piece.text)
    figures = sum(map(str.isdecimal, piece.text))
    return "date" if figures >= 4 and letters <= 4 and len(piece.text) < 50 else None


def _is_headline(piece: Piece, folded: str, head: str) -> bool:
    """A first heading before any text, or the headline with its kicker before it."""
    return piece.level == 1 or (bool(head) and len(folded) > len(head) and folded.endswith(head))


def _is_standfirst(piece: Piece, after: list[Piece]) -> bool:
    """A text before all others that is named so, or a heading there whose like does not come again."""
    if piece.links or not 12 < len(piece.text) < 600:
        return False
    if STANDFIRST.search(piece.hint) is not None:
        return True
    if piece.kind is PieceKind.PARAGRAPH and piece.before and _STATED.search(piece.text):
        return not piece.asided or LEAD.search(piece.hint) is not None
    if piece.kind is not PieceKind.HEADING or piece.level is None or piece.asided or len(piece.text) < 30:
        return False
    if piece.side and after and after[0].side == piece.side:
        return False  # it heads what stands in its box
    others = [other for other in after if other.kind is PieceKind.HEADING and not other.asided]
    return bool(others) and all((other.level, other.hint) != (piece.level, piece.hint) for other in others)


def _folded(text: str | None) -> str:
    return "".join(filter(str.isalnum, (text or "").casefold()))

"""Notices: corrections, updates and editor's notes, taken out of the running text."""

from __future__ import annotations

import re
from functools import cache

import attrs

from articlekit.languages import Language, get
from articlekit.model import Notice
from articlekit.pieces import FoundReference, Piece, PieceKind

__all__ = ["take_notices"]

_KINDS = ("correction", "update", "note")
_LONGEST = 900


@cache
def _labels(code: str) -> tuple[re.Pattern[str], dict[str, str]]:
    kinds: dict[str, str] = {}
    for language in (get("en"), get(code)):
        for kind in _KINDS:
            kinds.update(dict.fromkeys(language.words("notices", kind), kind))
    words = "|".join(re.escape(word) for word in sorted(kinds, key=len, reverse=True)) or "(?!)"
    return re.compile(rf"^\W{{0,3}}({words})\b[^:：.–—]{{0,40}}\s?[:：–—]", re.IGNORECASE), kinds


def take_notices(
    pieces: list[Piece], found: list[FoundReference], language: Language
) -> tuple[list[Piece], list[FoundReference], tuple[Notice, ...]]:
    """Take the notices out of the pieces; the references' places move with it.

    Args:
        pieces: The running pieces; the list is not changed.
        found: The cross-references, with places among the pieces.
        language: Whose labels hold besides the English ones.
    """
    label, kinds = _labels(language.code)
    kept: list[Piece] = []
    moved: list[int] = []
    notices: list[Notice] = []
    for piece in pieces:
        moved.append(len(kept))
        match = (
            label.match(piece.text)
            if piece.kind is PieceKind.PARAGRAPH and len(piece.text) < _LONGEST
            else None
        )
        if match and not piece.role:
            notices.append(Notice(kind=kinds[match[1].lower()], text=piece.text))
        else:
            kept.append(piece)
    if not notices:
        return pieces, found, ()
    moved.append(len(kept))
    return kept, [attrs.evolve(item, before=moved[item.before]) for item in found], tuple(notices)

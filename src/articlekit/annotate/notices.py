"""Notices: corrections, updates and editor's notes, taken out of the running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from articlekit.annotate.folding import folded
from articlekit.languages import Language, get
from articlekit.model import Notice
from articlekit.pieces import FoundReference, Piece, PieceKind

__all__ = ["take_notices"]

_KINDS = ("correction", "update", "note")
_LONGEST = {"correction": 900, "update": 400, "note": 900}
_OPENING_LONGEST = 500  # a sentence that opens like a notice is one only where little else stands by it
_BEFORE = re.compile(r"[\W_]{0,4}")
_MARK = re.compile(r"[).\]）】*]{0,3}\s?(?:[:：|]|[–—-]\s|\.\s)[*\s]*(?=\S)")
_DATED = re.compile(r"[,\s(（\[]{1,2}(?=[^:：]{0,40}\d)[^:：\n]{1,40}[:：]\s")
_CLOCK = re.compile(r"\d\s?[:.h]\s?\d\d|\buhr\b|\d\s?[ap]\.?m\b", re.IGNORECASE)
_ALONE = re.compile(r"[\W_]*$")


@cache
def _heads(code: str) -> dict[str, tuple[tuple[str, str, bool], ...]]:
    """Words that notices begin with, by their first two letters, longest first: kind, and whether a label."""
    found: dict[str, tuple[str, bool]] = {}
    for language in (get("en"), get(code)):
        for kind in _KINDS:
            found.update((folded(word), (kind, True)) for word in language.words("notices", kind))
            found.update(
                (folded(word), (kind, False)) for word in language.words("notices", f"{kind}_openings")
            )
    heads: dict[str, list[tuple[str, str, bool]]] = {}
    for word in sorted(found, key=len, reverse=True):
        heads.setdefault(word[:2], []).append((word, *found[word]))
    return {head: tuple(words) for head, words in heads.items()}


def take_notices(
    pieces: list[Piece], found: list[FoundReference], language: Language
) -> tuple[list[Piece], list[FoundReference], tuple[Notice, ...]]:
    """Take the notices out of the pieces; the references' places move with it.

    A notice is a paragraph that begins with a label ("Correction:", "Editor's note —"), with words that
    only notices open with ("This article was updated"), or that stands below a label alone.

    Args:
        pieces: The running pieces; the list is not changed.
        found: The cross-references, with places among the pieces.
        language: Whose labels hold besides the English ones.
    """
    heads = _heads(language.code)
    notices = dict(_notices(pieces, heads))
    if not notices:
        return pieces, found, ()
    kept: list[Piece] = []
    moved: list[int] = []
    for at, piece in enumerate(pieces):
        moved.append(len(kept))
        if at not in notices:
            kept.append(piece)
    moved.append(len(kept))
    told = tuple(notice for notice in notices.values() if notice is not None)
    return kept, [item._replace(before=moved[item.before]) for item in found], told


def _notices(
    pieces: list[Piece], heads: dict[str, tuple[tuple[str, str, bool], ...]]
) -> Iterator[tuple[int, Notice | None]]:
    """The places of the notices; a label on a line of its own is taken with what it heads."""
    over: str | None = None
    for at, piece in enumerate(pieces):
        if piece.kind not in (PieceKind.PARAGRAPH, PieceKind.HEADING) or piece.role:
            over = None
            continue
        if over is not None and piece.kind is PieceKind.PARAGRAPH and len(piece.text) <= _LONGEST[over]:
            yield at - 1, None
            yield at, Notice(kind=over, text=piece.text)
            over = None
            continue
        kind, alone = _kind(piece, heads)
        over = kind if alone and kind != "update" else None
        if kind is not None and not alone:
            yield at, Notice(kind=kind, text=piece.text)


def _kind(piece: Piece, heads: dict[str, tuple[tuple[str, str, bool], ...]]) -> tuple[str | None, bool]:
    """The kind of notice that a piece is, and whether it is the label alone."""
    text = piece.text
    before = None if text[:1].isalnum() else _BEFORE.match(text)
    start = before.end() if before else 0
    candidates = heads.get(folded(text[start : start + 2]))
    if candidates is None:
        return None, False
    low = folded(text[start : start + 80])
    for word, kind, label in candidates:
        if not low.startswith(word) or low[len(word) : len(word) + 1].isalnum():
            continue
        end = start + len(word)
        if not label:
            return (kind if len(text) <= _OPENING_LONGEST else None), False
        if _ALONE.match(text, end):
            return kind, True
        if len(text) <= _LONGEST[kind] and piece.kind is PieceKind.PARAGRAPH:
            if _MARK.match(text, end):
                return kind, False
            dated = _DATED.match(text, end)
            if dated and not (kind == "update" and _CLOCK.search(dated[0])):
                return kind, False
        return None, False
    return None, False

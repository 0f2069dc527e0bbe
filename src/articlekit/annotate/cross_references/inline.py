"""References inside a paragraph: their text stays where it is, their span tells."""

from __future__ import annotations

import re

from articlekit.annotate.cross_references.addresses import kind_of
from articlekit.annotate.cross_references.labels import Labels
from articlekit.annotate.cross_references.splitting import Entry, long_enough, split
from articlekit.pieces import FoundReference, Piece

__all__ = ["inline_references"]

_BRACKETED = re.compile(r"[(\[（［【]([^()\[\]（）［］【】]{8,260})[)\]）］】]")
_STOP = re.compile(r"(?:[.!?…।۔؟][\"”’»)\]]*\s+|[。！？][」』”]*\s*|(?<=[\u0e00-\u0e7f])\s+)(?=\S)")
"""Where a sentence ends and another one begins; Thai sets a space there and no mark."""
_ENDED = re.compile(r"[.!?…。！？।۔؟:][\"”’»)\]」』]*\s*$")


def inline_references(piece: Piece, at: int, labels: Labels) -> list[FoundReference]:
    """The references inside a paragraph: in brackets, or as its last words after a sentence.

    Args:
        piece: The paragraph, which stays as it is.
        at: Its index among the pieces that remain.
        labels: Of the language; only a label makes words within a paragraph a reference.
    """
    found: list[FoundReference] = []
    text = piece.text
    if "(" in text or "[" in text or "（" in text or "［" in text or "【" in text:
        for match in _BRACKETED.finditer(text):
            entry = split(match[1], labels)
            if entry.known and entry.strong and long_enough(entry.title):
                url = next((u for a, b, u in piece.links if a < match.end() and b > match.start()), None)
                found.append(_found(entry, url, at, match.span()))
    last = _last_words(piece, labels)
    if last is not None and not (found and found[-1].inline and found[-1].inline[1] > last[1][0]):
        found.append(_found(last[0], last[0].url, at, last[1]))
    return found


def _found(entry: Entry, url: str | None, at: int, span: tuple[int, int]) -> FoundReference:
    kind = entry.kind if entry.kind != "unknown" else kind_of(url)
    return FoundReference(label=entry.label, kind=kind, title=entry.title, url=url, before=at, inline=span)


def _last_words(piece: Piece, labels: Labels) -> tuple[Entry, tuple[int, int]] | None:
    """ "… said the mayor. READ ALSO: <a>The strike in the port</a>": a label after a sentence, then a link."""
    if not piece.links:
        return None
    text = piece.text
    start, end, url = piece.links[-1]
    if start == 0 or text[end:].strip(" .)›»>→") or not long_enough(text[start:end]):
        return None
    entry = split(text[start:end], labels)
    if entry.known and entry.pointer and _ENDED.search(text, max(0, start - 12), start):
        return _with_url(entry, url), (start, end)
    head = text[max(0, start - 62) : start]
    for stop in _STOP.finditer(head):
        entry = split(head[stop.end() :] + text[start:end], labels)
        if entry.known and entry.pointer and entry.title == text[start:end].strip():
            return _with_url(entry, url), (start - len(head) + stop.end(), end)
    return None


def _with_url(entry: Entry, url: str) -> Entry:
    return Entry(label=entry.label, kind=entry.kind, title=entry.title, url=url, known=True, pointer=True)

"""Plain text has no links: which of its lines are titles of other pieces, told by label, shape and company."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from articlekit.annotate.cross_references.reading import Reading
from articlekit.annotate.cross_references.splitting import is_dense, is_title, stopped
from articlekit.pieces import Piece, PieceKind

__all__ = ["title_lines"]

_MOST = 160
_MOST_DENSE = 100
_TOPIC = re.compile(r"[^.:：!?|]{3,50}\s?[:：|]\s*\S")
_SELDOM_HEADINGS = frozenset(
    ["video", "audio", "live", "opinion", "gallery", "interactive", "fact_check", "interview"]
)
"""Kinds whose names seldom head a section of the article itself."""
_ENOUGH = 3
_USUAL = 36  # a heading's size, where there is none to compare with


def title_lines(running: Sequence[Piece], readings: Sequence[Reading]) -> frozenset[int]:
    """The places of a plain text's lines that are titles of other pieces.

    Args:
        running: The text's headings, paragraphs and items; nothing is found where they come from HTML.
        readings: What each looks like.
    """
    if not running or any(piece.path for piece in running[:3]):
        return frozenset()
    lines = {at for at, piece in enumerate(running) if _is_line(piece)}
    under = _under_labels(running, readings, lines)
    found = set(under)
    labelled = bool(under) or any(entry.strong for reading in readings for entry in reading.entries)
    bare = [at for at in sorted(lines - under) if not readings[at].entries and readings[at].label is None]
    company = _Company([running[at].text for at in bare])
    for at in bare:
        beside = at + 1 in lines and running[at + 1].kind is PieceKind.HEADING
        if at > 0 and company.evidence(running[at].text, labelled) + beside >= _ENOUGH:
            found.add(at)
    for at, reading in enumerate(readings):
        kinds = {entry.kind for entry in reading.entries if entry.known}
        if at in lines and kinds and (labelled or kinds <= _SELDOM_HEADINGS):
            found.add(at)
    return frozenset(found)


def _is_line(piece: Piece) -> bool:
    text = piece.text
    most = _MOST_DENSE if is_dense(text[:20]) else _MOST
    return len(text) <= most and not stopped(text) and is_title(text)


def _under_labels(running: Sequence[Piece], readings: Sequence[Reading], lines: set[int]) -> set[int]:
    """Lines right below a line that is a label and nothing more."""
    found: set[int] = set()
    for at, reading in enumerate(readings):
        if reading.label is None or (reading.entries and reading.entries[0].title):
            continue
        below = at + 1
        while below < len(running) and below in lines and not readings[below].label and below - at <= 8:
            found.add(below)
            below += 1
        last = below - 1
        if last - at > 1 and below < len(running) and running[last].kind is PieceKind.HEADING:
            others = sorted(len(running[line].text) for line in range(at + 1, last))
            if len(running[last].text) < 0.5 * others[len(others) // 2]:
                found.discard(last)  # the next section's heading
    return found


class _Company:
    """The lines that may be headings or titles, each weighed among the others."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.sizes = sorted(map(len, texts))
        self.topics = sum(1 for text in texts if _TOPIC.match(text))

    def evidence(self, text: str, labelled: bool) -> int:
        """How much speaks for a title of another piece and against a heading of this one."""
        size, others = len(text), len(self.sizes) - 1
        if size < 45:
            return 0
        usual = self._usual_beside(size)
        score = (
            int(labelled) + int(size >= 1.5 * usual) + int(size >= 55 and size >= 1.8 * usual and labelled)
        )
        if _TOPIC.match(text) and (labelled or self.topics - 1 < 0.5 * others):
            score += 2
        return score

    def _usual_beside(self, size: int) -> float:
        """The median size of the other lines."""
        others = len(self.sizes) - 1
        if others < 1:
            return _USUAL
        own = bisect_left(self.sizes, size)
        beside = [self.sizes[at + (at >= own)] for at in ((others - 1) // 2, others // 2)]
        return sum(beside) / 2

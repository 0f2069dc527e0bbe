"""A paragraph ready for look-up: its skeleton, its mentions, where its verbs of saying stand."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from articlekit.annotate.quotes.lexicon import CUE, STOP
from articlekit.annotate.quotes.mention import Mention
from articlekit.annotate.quotes.skeleton import Skeleton

__all__ = ["Paragraph"]

_MOST = 8


class Paragraph:
    """A skeleton with its mentions.

    Attributes:
        made: The skeleton.
        mentions: Its mentions in order.
    """

    __slots__ = ("_cues", "_firsts", "_weighing", "made", "mentions")

    def __init__(self, made: Skeleton, mentions: list[Mention]) -> None:
        self.made = made
        self.mentions = mentions
        self._firsts = [mention.first for mention in mentions]
        self._cues = [index for index, flags in enumerate(made.flags) if flags & CUE]
        self._weighing: list[int] = []

    def apart(self, start: int, end: int) -> int:
        """Words of weight in a range of elements."""
        if end <= start:
            return 0
        weighing = self._weighing
        if not weighing:
            weighing[:] = accumulate([not flags & STOP for flags in self.made.flags], initial=0)
        return weighing[end] - weighing[start]

    def crossed(self, start: int, end: int) -> bool:
        """A quote stands in a range of elements."""
        quotes = self.made.quotes
        spot = bisect_left(quotes, start)
        return spot < len(quotes) and quotes[spot] < end

    def between(self, start: int, end: int) -> list[Mention]:
        """Mentions that start in a range of elements, the first few of them."""
        low = bisect_left(self._firsts, start)
        return self.mentions[low : min(bisect_left(self._firsts, end), low + _MOST)]

    def last(self, start: int, end: int, most: int = _MOST) -> list[Mention]:
        """Mentions that start in a range of elements, the last few of them."""
        high = bisect_left(self._firsts, end)
        return self.mentions[max(bisect_left(self._firsts, start), high - most) : high]

    def count(self, start: int, end: int) -> int:
        """How many mentions start in a range of elements."""
        return max(0, bisect_left(self._firsts, end) - bisect_left(self._firsts, start))

    def sentence(self, element: int) -> tuple[int, int]:
        """First element of the sentence an element is in, and of the next."""
        begins = self.made.begins
        number = self.made.sentence[element]
        return begins[number], begins[number + 1] if number + 1 < len(begins) else len(self.made.flags)

    def cue_from(self, start: int, end: int) -> int:
        """The first verb of saying in a range of elements, or -1."""
        spot = bisect_left(self._cues, start)
        return self._cues[spot] if spot < len(self._cues) and self._cues[spot] < end else -1

    def cue_to(self, start: int, end: int) -> int:
        """The last verb of saying in a range of elements, or -1."""
        spot = bisect_left(self._cues, end) - 1
        return self._cues[spot] if spot >= 0 and self._cues[spot] >= start else -1

    def speaks(self, mention: Mention, end: int) -> bool:
        """The next verb of saying behind a mention is its own."""
        cue = self.cue_from(mention.tail + 1, end)
        return cue >= 0 and self.count(mention.tail + 1, cue) == 0

    def reporter(self, start: int, end: int) -> Mention | None:
        """The subject of the last verb of saying in a range of sentences."""
        cue = self.cue_to(start, end)
        if cue < 0:
            return None
        low, _ = self.sentence(cue)
        before = self.last(max(low, start), cue)
        return next((one for one in reversed(before) if self.speaks(one, end)), None)

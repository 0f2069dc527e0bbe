"""A paragraph's skeleton: the words outside its quotes, each with what it can be, and its sentences.

It is made once a paragraph; the words inside quotes are never looked at. A quote is one element among
the words, so that "three words after the quote" and "another quote between" are a matter of counting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from articlekit.annotate.quotes.lexicon import (
    ARTICLE,
    CAPITAL,
    CUE,
    NOUN,
    OWNER,
    PHRASE,
    PRONOUN,
    QUOTE,
    ROLE,
    STOP,
    TITLE,
    Lexicon,
)
from articlekit.annotate.quotes.stretch import Stretch
from articlekit.annotate.quotes.words import DASH, STOPPED, piece

__all__ = ["Skeleton", "skeleton"]

_PIECE = re.compile(r"\S+")


class Skeleton:
    """Elements of a paragraph (words and quotes) in parallel lists.

    Attributes:
        start, end: Offsets into the article's text.
        low: The word in lower case; empty for a quote.
        flags: What it can be (see the lexicon), with CAPITAL, OWNER ("Berg's") or QUOTE.
        gaps: Punctuation right before it.
        sentence: Number of its sentence.
        quotes: Element of each quote, in order.
        begins: First element of each sentence.
        closing: Punctuation after the last element.
        tails: For each quote, how it ended: 0 in mid-sentence, 1 with "?" or "!", 2 with a stop.
    """

    __slots__ = ("begins", "closing", "end", "flags", "gaps", "low", "quotes", "sentence", "start", "tails")

    def __init__(self) -> None:
        self.start: list[int] = []
        self.end: list[int] = []
        self.low: list[str] = []
        self.flags: list[int] = []
        self.gaps: list[int] = []
        self.sentence: list[int] = []
        self.quotes: list[int] = []
        self.tails: list[int] = []
        self.begins: list[int] = []
        self.closing = 0

    def add(self, start: int, end: int, low: str, flags: int, gap: int) -> None:
        """Append one element."""
        self.start.append(start)
        self.end.append(end)
        self.low.append(low)
        self.flags.append(flags)
        self.gaps.append(gap)


def skeleton(text: str, low: int, high: int, quotes: Sequence[Stretch], known: Lexicon) -> Skeleton:
    """The skeleton of a paragraph.

    Args:
        text: The article's text.
        low, high: The paragraph.
        quotes: Its quotes, in order.
        known: The language's words.
    """
    made = Skeleton()
    at = low
    gap = 0
    for quote in quotes:
        gap = _words(text, at, quote.outer_start, gap, made, known)
        made.quotes.append(len(made.start))
        made.add(quote.outer_start, quote.outer_end, "", QUOTE, gap)
        made.tails.append(_tail(text, quote))
        gap, at = 0, quote.outer_end
    made.closing = _words(text, at, high, gap, made, known)
    if known.phrases:
        _mark_phrases(made, known)
    _clear_nouns(made)
    _number_sentences(text, made, known)
    return made


def _tail(text: str, quote: Stretch) -> int:
    last = text[quote.end - 1 : quote.end]
    if last in tuple("\"'’”»") and quote.end - quote.start > 1:
        last = text[quote.end - 2]
    after = text[quote.outer_end : quote.outer_end + 1]
    if after in tuple(",，"):
        return 0
    return 2 if last in tuple(".…。") else 1 if last in tuple("!?！？") else 0


def _words(text: str, start: int, end: int, gap: int, made: Skeleton, known: Lexicon) -> int:
    """Add the words of a stretch outside quotes; the punctuation after the last one is handed on."""
    starts, ends, lows, flags, gaps = made.start, made.end, made.low, made.flags, made.gaps
    for match in _PIECE.finditer(text, start, end):
        found = piece(match.group(), known)
        at = match.start()
        for first, last, low, flag, before in found.words:
            starts.append(at + first)
            ends.append(at + last)
            lows.append(low)
            flags.append(flag)
            gaps.append(before | gap)
            gap = 0
        gap |= found.closing
    return gap


def _mark_phrases(made: Skeleton, known: Lexicon) -> None:
    """Give the flag of an entry of several words to its last word ("according to") or, where the speaker
    stands before it, to its first; its other words are small ones."""
    low, flags = made.low, made.flags
    for index in [place for place, flag in enumerate(flags) if flag & PHRASE]:
        for rest, meaning in known.phrases[low[index]]:
            following = tuple(low[index + 1 : index + 1 + len(rest)])
            if following == rest or _runs_on(following, rest, known):
                for other in range(index, index + len(rest) + 1):
                    flags[other] |= STOP
                flags[index + len(rest)] |= meaning
                if meaning != CUE:
                    flags[index] |= meaning
                break


def _runs_on(following: tuple[str, ...], rest: tuple[str, ...], known: Lexicon) -> bool:
    """A space is missing behind the entry: "according tohis representative"."""
    if len(following) != len(rest) or following[:-1] != rest[:-1] or following[-1] in known.flags:
        return False
    return following[-1].startswith(rest[-1]) and following[-1].removeprefix(rest[-1]) in known.flags


def _clear_nouns(made: Skeleton) -> None:
    """A form that is a noun too ("states", "reports") is a verb only right behind its subject."""
    flags = made.flags
    both = NOUN | CUE
    for index in [place for place, flag in enumerate(flags) if flag & both == both]:
        before = flags[index - 1] if index else 0
        subject = before & (CAPITAL | PRONOUN | QUOTE | ROLE | TITLE) and not before & (ARTICLE | OWNER)
        if not subject or flags[index] & CAPITAL:
            flags[index] &= ~CUE


def _number_sentences(text: str, made: Skeleton, known: Lexicon) -> None:
    """Number the sentences: they end at stops, and at quotes that ended with one and have no clause behind."""
    size = len(made.start)
    if not size:
        return
    begins = {0}
    for index in [place for place, gap in enumerate(made.gaps) if gap & STOPPED and place]:
        if made.flags[index] & QUOTE or not text[made.start[index]].islower():
            begins.add(index)
    for element, tail in zip(made.quotes, made.tails, strict=True):
        if tail and element + 1 < size and _starts_anew(made, element + 1, known):
            begins.add(element + 1)
    made.begins = sorted(begins)
    for number, (start, end) in enumerate(pairwise([*made.begins, size])):
        made.sentence += [number] * (end - start)


def _starts_anew(made: Skeleton, index: int, known: Lexicon) -> bool:
    """What follows a quote that ended its sentence is a new one: no short clause with a verb of saying."""
    flags = made.flags[index]
    if flags & QUOTE:
        return True
    if (known.cased and not flags & CAPITAL) or made.gaps[index] & DASH:
        return False
    for place in range(index, min(index + 9, len(made.start))):
        if made.flags[place] & QUOTE or (place > index and made.gaps[place] & STOPPED):
            break
        if made.flags[place] & CUE:
            return False
    return True

"""A paragraph's skeleton: the words outside its quotes, each with what it can be, and its sentences.

It is made once a paragraph; the words inside quotes are never looked at. A quote is one element among
the words, so that "three words after the quote" and "another quote between" are a matter of counting.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from articlekit.annotate.quotes.lexicon import (
    ACCORDING,
    AND,
    ARTICLE,
    CAPITAL,
    CLAUSE,
    CUE,
    ECHO,
    NOUN,
    OBJECT,
    OWNER,
    PHRASE,
    POSSESSIVE,
    POSTPOSITION,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    ROLE,
    STOP,
    SUBJECT,
    TERM,
    TITLE,
    TOPIC,
    Lexicon,
)
from articlekit.annotate.quotes.stretch import Stretch
from articlekit.annotate.quotes.words import COMMA, DASH, STOPPED, Reader, reader

__all__ = ["Skeleton", "skeleton", "told_behind"]

_CLOSING_MARKS = frozenset("\"'’”»")
_STOPS = frozenset(".…。")
_CALLS = frozenset("!?！？")
_COMMAS = frozenset(",，")
_CASE = SUBJECT | TOPIC | OBJECT | OWNER
_CLAUSE = 9
"""Words behind a quote among which a verb of saying keeps its sentence open."""
_SENTENCE = 16
"""The same in languages that end with the verb, or whose words are cut in small pieces."""


_SUBJECTS = CAPITAL | PRONOUN | QUOTE | ROLE | TITLE
_BEFORE_NOUNS = ARTICLE | PREPOSITION | POSSESSIVE | AND | CLAUSE | NOUN


class Skeleton:
    """Elements of a paragraph (words and quotes) in parallel lists.

    Attributes:
        start: Offset into the article's text.
        low: The word in lower case, as long as it is printed; empty for a quote.
        flags: What it can be (see the lexicon), with CAPITAL, OWNER ("Berg's") or QUOTE.
        gaps: Punctuation right before it.
        sentence: Number of its sentence.
        quotes: Element of each quote, in order.
        begins: First element of each sentence.
        closing: Punctuation after the last element.
        tails: For each quote, how it ended: 0 in mid-sentence, 1 with "?" or "!", 2 with a stop.
    """

    __slots__ = ("begins", "closing", "flags", "gaps", "low", "quotes", "sentence", "start", "tails")

    def __init__(self) -> None:
        self.start: list[int] = []
        self.low: list[str] = []
        self.flags: list[int] = []
        self.gaps: list[int] = []
        self.sentence: list[int] = []
        self.quotes: list[int] = []
        self.tails: list[int] = []
        self.begins: list[int] = []
        self.closing = 0

    def end(self, element: int) -> int:
        """Where a word ends in the article's text."""
        return self.start[element] + len(self.low[element])

    def flags_of(self, start: int, end: int) -> int:
        """All that the elements of a range can be, taken together."""
        found = 0
        for flags in self.flags[start:end]:
            found |= flags
        return found

    def add_quote(self, start: int, gap: int, tail: int) -> None:
        """Append a quote."""
        self.quotes.append(len(self.start))
        self.tails.append(tail)
        self.start.append(start)
        self.low.append("")
        self.flags.append(QUOTE)
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
    read = reader(known)
    at = low
    gap = 0
    for quote in quotes:
        gap = _words(text[at : quote.outer_start], at, gap, made, read)
        made.add_quote(quote.outer_start, gap, _tail(text, quote))
        gap, at = 0, quote.outer_end
    made.closing = _words(text[at:high], at, gap, made, read)
    if known.script.endings:
        _read_particles(text, made, known)
    if known.phrases:
        _mark_phrases(made, known)
    if known.script.governing:
        _part_prefixes(made, known)
    _clear_nouns(made, known)
    _number_sentences(text, made, known)
    return made


def _tail(text: str, quote: Stretch) -> int:
    last = text[quote.end - 1 : quote.end]
    if last in _CLOSING_MARKS and quote.end - quote.start > 1:
        last = text[quote.end - 2]
    if text[quote.outer_end : quote.outer_end + 1] in _COMMAS:
        return 0
    return 2 if last in _STOPS else 1 if last in _CALLS else 0


def _words(shown: str, at: int, gap: int, made: Skeleton, read: Reader) -> int:
    """Add the words of a stretch outside quotes; the punctuation after the last one is handed on.

    This is the one loop over all words: parting at spaces keeps the count of places right.
    """
    starts, lows, flags, gaps = made.start, made.low, made.flags, made.gaps
    for piece in shown.split(" "):
        if piece:
            words, closing = read[piece]
            for offset, low, flag, before in words:
                starts.append(at + offset)
                lows.append(low)
                flags.append(flag)
                gaps.append(before | gap)
                gap = 0
            gap |= closing
        at += len(piece) + 1
    return gap


def _read_particles(text: str, made: Skeleton, known: Lexicon) -> None:
    """A particle glued to a quote is a word of its own; what looks like one at the end of a name before a title
    is a part of it ("김하은 대표", where "은" is a particle too)."""
    script = known.script
    for element in made.quotes:
        behind = element + 1
        if behind < len(made.low) and not text[made.start[behind] - 1].isspace():
            made.flags[behind] |= script.endings.get(made.low[behind], 0)
    for index, flags in enumerate(made.flags):
        if flags & (SUBJECT | OBJECT) and not flags & ~_CASE and _before_title(made, index):
            low, end = made.low[index], made.end(index)
            whole = index + 1 < len(made.low) and made.start[index + 1] == end + 2
            if whole and len(low) == 2 and low[0] in script.surnames:
                made.low[index] = low + text[end]
                made.flags[index] = 0


def _before_title(made: Skeleton, index: int) -> bool:
    """A title stands among the next words, and none of those before it has a particle."""
    for place in range(index + 1, min(index + 4, len(made.flags))):
        if made.gaps[place] or made.flags[place] & (STOP | CUE | QUOTE):
            return False
        if made.flags[place] & TITLE:
            return True
        if made.flags[place] & _CASE:
            return False
    return False


def _mark_phrases(made: Skeleton, known: Lexicon) -> None:
    """Give the flag of an entry of several words to its last word ("according to") or, where the speaker
    stands before it, to its first; its other words are small ones. Titles are such in all their words."""
    low, flags = made.low, made.flags
    for index in [place for place, flag in enumerate(flags) if flag & PHRASE]:
        for rest, meaning in known.phrases[low[index]]:
            if _stands(low[index + 1 : index + 1 + len(rest)], rest, known):
                for other in range(index, index + len(rest) + 1):
                    if meaning & (TITLE | ROLE):
                        flags[other] = flags[other] & CAPITAL | meaning
                    elif meaning & TERM:
                        flags[other] = flags[other] & ~CUE | STOP  # "so called" says nothing
                    else:
                        flags[other] |= STOP
                flags[index + len(rest)] |= meaning
                if not meaning & (CUE | PRONOUN):
                    flags[index] |= meaning
                break


def _part_prefixes(made: Skeleton, known: Lexicon) -> None:
    """Behind "according", the preposition glued to a word is no part of it: "وفقا لأحمد"."""
    for index in range(1, len(made.flags)):
        low = made.low[index]
        if made.flags[index - 1] & ACCORDING and not made.gaps[index]:
            prefix = next((one for one in known.script.governing if low.startswith(one)), "")
            if prefix and len(low) > len(prefix) + 1 and low not in known.given:
                made.low[index] = low[len(prefix) :]
                made.start[index] += len(prefix)
                made.flags[index] = known.flags.get(made.low[index], 0) & ~PHRASE


def _stands(following: list[str], rest: list[str], known: Lexicon) -> bool:
    """The rest of an entry follows, maybe with a space missing behind it: "according tohis representative"."""
    if following == rest:
        return True
    if not following or not following[-1].startswith(rest[-1]) or following[:-1] != rest[:-1]:
        return False
    return following[-1] not in known.flags and following[-1].removeprefix(rest[-1]) in known.flags


def _clear_nouns(made: Skeleton, known: Lexicon) -> None:
    """A form that is a noun too ("states", "reports") is a verb only right behind its subject, or where it
    opens a clause and has an object (", juge la loi").
    """
    flags = made.flags
    nouns = NOUN | TITLE | ROLE
    for index in [place for place, flag in enumerate(flags) if flag & CUE and flag & nouns]:
        before = flags[index - 1] if index else 0
        subject = bool(before & _SUBJECTS) and not before & (ARTICLE | OWNER)
        if index and not known.cased and not before and not made.gaps[index]:
            subject = True  # an unknown word may be a name
        helped = before & STOP and not before & _BEFORE_NOUNS and not made.gaps[index]  # "has said"
        if not (subject or helped or _governs(made, index)) or flags[index] & CAPITAL:
            flags[index] &= ~CUE
        elif not before & (ARTICLE | POSSESSIVE):
            flags[index] &= ~(TITLE | ROLE)


def _governs(made: Skeleton, index: int) -> bool:
    """A word opens a clause or a joined verb ("and"), and behind it stands what only follows a verb."""
    after = index + 1
    opens = made.gaps[index] & COMMA or (index and made.flags[index - 1] & AND)
    if not opens or after >= len(made.flags) or made.gaps[after]:
        return False
    return bool(made.flags[after] & (ARTICLE | CLAUSE))


def _number_sentences(text: str, made: Skeleton, known: Lexicon) -> None:
    """Number the sentences: they end at stops, and at quotes that ended with one and have no clause behind."""
    size = len(made.start)
    if not size:
        return
    begins = {0}
    for index in [place for place, gap in enumerate(made.gaps) if gap & STOPPED and place]:
        if known.verb_last and made.flags[index - 1] & QUOTE and told_behind(made, index):
            continue
        if made.flags[index] & QUOTE or not text[made.start[index]].islower():
            begins.add(index)
    for element, tail in zip(made.quotes, made.tails, strict=True):
        if tail and element + 1 < size and _starts_anew(made, element + 1, known):
            begins.add(element + 1)
    made.begins = sorted(begins)
    for number, (start, end) in enumerate(pairwise([*made.begins, size])):
        made.sentence += [number] * (end - start)


def told_behind(made: Skeleton, index: int) -> bool:
    """The sentence that an element opens tells who said what stands before it: 「…」。大野さんは静かに語る。

    It holds a verb of saying that has no object, and no quote.
    """
    cue = -1
    for place in range(index, min(index + _SENTENCE, len(made.start))):
        if place > index and made.gaps[place] & STOPPED:
            break
        if made.flags[place] & QUOTE:
            return False
        if made.flags[place] & (CUE | ECHO) and not made.flags[place - 1] & (POSTPOSITION | OBJECT):
            cue = place
    return cue >= 0


def _starts_anew(made: Skeleton, index: int, known: Lexicon) -> bool:
    """What follows a quote that ended its sentence is a new one: no short clause with a verb of saying."""
    flags = made.flags[index]
    if flags & QUOTE:
        return True
    if (known.cased and not flags & CAPITAL) or made.gaps[index] & DASH:
        return False
    reach = _CLAUSE if known.spaced else _SENTENCE
    for place in range(index, min(index + reach, len(made.start))):
        if made.flags[place] & QUOTE or (place > index and made.gaps[place] & STOPPED):
            break
        if made.flags[place] & CUE:
            return False
    return True

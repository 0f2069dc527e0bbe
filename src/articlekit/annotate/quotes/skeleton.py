"""A paragraph's skeleton: the words outside its quotes, each with what it can be, and its sentences.

It is made once a paragraph; the words inside quotes are never looked at. A quote is one element among
the words, so that "three words after the quote" and "another quote between" are a matter of counting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from articlekit.annotate.quotes.lexicon import (
    ABBREVIATION,
    ARTICLE,
    CAPITAL,
    CUE,
    NOUN,
    OWNER,
    PARTICIPLE,
    PHRASE,
    PRONOUN,
    QUOTE,
    ROLE,
    STOP,
    SUBJECT,
    TITLE,
    Lexicon,
)
from articlekit.annotate.quotes.stretch import Stretch

__all__ = ["COLON", "COMMA", "DASH", "PAREN", "STOPPED", "Skeleton", "skeleton"]

COMMA, COLON, DASH, PAREN, STOPPED = 1, 2, 4, 8, 16
"""What may stand in the gap before an element."""
_PART = re.compile(
    r"(?P<word>[^\W_]+(?:[-'’.·][^\W_]+)*\.?)|(?P<comma>[,;،、，；])|(?P<colon>[:：])|(?P<dash>[—–―]|\s-\s)"
    r"|(?P<paren>[()（）\[\]])|(?P<stop>[.!?…。！？।؟]+)"
)
_BITS = {"comma": COMMA, "colon": COLON, "dash": DASH, "paren": PAREN}
_CLITIC = re.compile(r"(?<=\w)(?:-t)?-(ils?|elles?|on|je|ele|ela)$")
"""Pronouns that hang on the verb: "a-t-il", "explique-t-elle"."""
_GLUED = re.compile(r"(?<=[a-zà-ÿ]{3})(?=[A-Z]{2})|(?<=[a-zà-ÿ]{4})(?=[A-Z][a-z])")
_ELIDED = re.compile(r"^(?:[dlnsjmtc]|qu|dell|all|dall|nell|sull|un)['’](?=\w)", re.IGNORECASE)
_ENDS = ".!?…。！？"


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
    get = known.flags.get
    starts, ends, lows, all_flags, gaps = made.start, made.end, made.low, made.flags, made.gaps
    for match in _PART.finditer(text, start, end):
        kind = match.lastgroup
        if kind != "word":
            gap |= STOPPED if kind == "stop" else _BITS[kind or ""]
            continue
        if known.pieces is not None:
            gap = _unspaced(match.group(), match.start(), gap, made, known)
            continue
        word, at = match.group(), match.start()
        stopped = word[-1] == "."
        if stopped:
            word = word[:-1]
        owner = 0
        if word.endswith(("'s", "’s")):
            word, owner = word[:-2], OWNER
        low = word.lower()
        flags = get(low, 0)
        if flags & PRONOUN:
            owner = 0  # "he's"
        if not flags and not word.isalpha():
            at, word, low, flags, gap = _parted(word, at, low, gap, made, known)
        elif low != word and not flags and word[0] == low[0]:
            at, word, low, flags, gap = _unglued(word, at, low, gap, made, known)
        if word[0].isupper():
            flags |= CAPITAL
        if flags & CUE and known.participles and low.endswith(known.participles):
            flags |= PARTICIPLE
        if known.markers:
            flags, word, low = _marked(flags, word, low, known)
        starts.append(at)
        ends.append(at + len(word))
        lows.append(low)
        all_flags.append(flags | owner)
        gaps.append(gap)
        gap = 0
        if stopped and not (flags & (ABBREVIATION | TITLE) or len(word) == 1 or "." in word):
            gap = STOPPED
    return gap


def _parted(
    word: str, at: int, low: str, gap: int, made: Skeleton, known: Lexicon
) -> tuple[int, str, str, int, int]:
    """A word with a mark inside: a pronoun that hangs on its verb, an elided article."""
    low = low.replace("’", "'")
    if low in known.flags:
        return at, word, low, known.flags[low], gap
    clitic = _CLITIC.search(low) if "-" in low and word.islower() else None
    if clitic:
        cut = clitic.start()
        made.add(at, at + cut, low[:cut], known.flags.get(low[:cut], 0), gap)
        at, word, low, gap = at + clitic.start(1), clitic[1], clitic[1], 0
    else:
        elided = _ELIDED.match(word)
        if elided:
            cut = elided.end()
            made.add(at, at + cut - 1, low[: cut - 1], known.flags.get(low[: cut - 1], 0) | STOP, gap)
            at, word, low, gap = at + cut, word[cut:], low[cut:], 0
    return at, word, low, known.flags.get(low, 0), gap


def _unglued(
    word: str, at: int, low: str, gap: int, made: Skeleton, known: Lexicon
) -> tuple[int, str, str, int, int]:
    """A known word glued to a name for want of a space ("accordingto" stays, "outsetNATO" is parted)."""
    cut = _GLUED.search(word) if len(word) < 60 else None
    if cut is None:
        return at, word, low, known.flags.get(low, 0), gap
    place = cut.start()
    made.add(at, at + place, low[:place], known.flags.get(low[:place], 0), gap)
    low = low[place:]
    return at + place, word[place:], low, known.flags.get(low, 0), 0


def _marked(flags: int, word: str, low: str, known: Lexicon) -> tuple[int, str, str]:
    """A subject's marker taken off its word (Korean "대표는")."""
    for marker in known.markers:
        if low.endswith(marker) and len(low) > len(marker) + 1 and not flags:
            low = low[: -len(marker)]
            return known.flags.get(low, 0) | SUBJECT, word[: -len(marker)], low
    return flags, word, low


def _unspaced(word: str, at: int, gap: int, made: Skeleton, known: Lexicon) -> int:
    """Cut a stretch without spaces at the words known; what lies between them is one element."""
    assert known.pieces is not None
    low = word.lower()
    begin = -1
    for match in known.pieces.finditer(low):
        flags = known.flags.get(match.group(), 0)
        if not flags:
            begin = match.start() if begin < 0 else begin
            continue
        if begin >= 0:
            made.add(at + begin, at + match.start(), low[begin : match.start()], 0, gap)
            begin, gap = -1, 0
        made.add(at + match.start(), at + match.end(), match.group(), flags, gap)
        gap = 0
    if begin >= 0:
        made.add(at + begin, at + len(word), low[begin:], 0, gap)
        gap = 0
    return gap


def _mark_phrases(made: Skeleton, known: Lexicon) -> None:
    """Give the flag of an entry of several words to its last word ("according to") or, where the speaker
    stands before it, to its first; its other words are small ones."""
    low, flags = made.low, made.flags
    for index, flag in enumerate(flags):
        if not flag & PHRASE:
            continue
        for rest, meaning in known.phrases[low[index]]:
            if tuple(low[index + 1 : index + 1 + len(rest)]) == rest:
                for other in range(index, index + len(rest) + 1):
                    flags[other] |= STOP
                flags[index + len(rest)] |= meaning
                if meaning != CUE:
                    flags[index] |= meaning
                break


def _clear_nouns(made: Skeleton) -> None:
    """A form that is a noun too ("states", "reports") is a verb only right behind its subject."""
    flags = made.flags
    for index, flag in enumerate(flags):
        if flag & NOUN and flag & CUE:
            before = flags[index - 1] if index else 0
            subject = before & (CAPITAL | PRONOUN | QUOTE | ROLE | TITLE) and not before & (ARTICLE | OWNER)
            if not subject or flag & CAPITAL:
                flags[index] = flag & ~CUE


def _number_sentences(text: str, made: Skeleton, known: Lexicon) -> None:
    """Number the sentences: they end at stops, and at quotes that ended with one and have no clause behind."""
    number = 0
    quote = -1
    size = len(made.start)
    for index in range(size):
        flags = made.flags[index]
        stopped = made.gaps[index] & STOPPED and (flags & QUOTE or not text[made.start[index]].islower())
        behind_quote = quote >= 0 and made.quotes[quote] == index - 1
        if index and (stopped or (behind_quote and made.tails[quote] and _starts_anew(made, index, known))):
            number += 1
        if index == 0 or number != made.sentence[-1]:
            made.begins.append(index)
        made.sentence.append(number)
        if flags & QUOTE:
            quote += 1


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

"""Printed pieces (what stands between two spaces) taken apart into words, each with what it can be."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from articlekit.annotate.quotes.lexicon import (
    ABBREVIATION,
    CAPITAL,
    CUE,
    OWNER,
    PARTICIPLE,
    PRONOUN,
    STOP,
    SUBJECT,
    TITLE,
    Lexicon,
)

__all__ = ["COLON", "COMMA", "DASH", "PAREN", "STOPPED", "Piece", "Word", "piece"]

COMMA, COLON, DASH, PAREN, STOPPED, GLUED = 1, 2, 4, 8, 16, 32
"""What may stand in the gap before a word; GLUED where a space is missing."""
_PART = re.compile(
    r"(?P<word>[^\W_]+(?:[-'’.·][^\W_]+)*\.?)|(?P<comma>[,;،、，；])|(?P<colon>[:：])|(?P<dash>[—–―]|^--?$)"
    r"|(?P<paren>[()（）\[\]])|(?P<stop>[.!?…。！？।؟]+)"
)
_BITS = {"comma": COMMA, "colon": COLON, "dash": DASH, "paren": PAREN, "stop": STOPPED}
_CLITIC = re.compile(r"(?<=\w)(?:-t)?-(ils?|elles?|on|je|ele|ela)$")
"""Pronouns that hang on the verb: "a-t-il", "explique-t-elle"."""
_GLUED = re.compile(r"(?<=[a-zà-ÿ]{3})(?=[A-Z]{2})|(?<=[a-zà-ÿ]{4})(?=[A-Z][a-z])")
_ELIDED = re.compile(r"^(?:[dlnsjmtc]|qu|dell|all|dall|nell|sull|un)['’](?=\w)", re.IGNORECASE)
_LONGEST_KEPT = 24

Word = tuple[int, int, str, int, int]
"""Start and end in the piece, the word in lower case, its flags, the punctuation before it."""


@frozen
class Piece:
    """The words of one piece and the punctuation after the last of them."""

    words: tuple[Word, ...]
    closing: int


def piece(shown: str, known: Lexicon) -> Piece:
    """Take a piece apart; short ones, which recur, are remembered.

    Args:
        shown: Text without white space.
        known: The language's words.
    """
    return _remembered(shown, known) if len(shown) <= _LONGEST_KEPT else _apart(shown, known)


def _apart(shown: str, known: Lexicon) -> Piece:
    words: list[Word] = []
    gap = 0
    for match in _PART.finditer(shown):
        if match.lastgroup != "word":
            gap |= _BITS[match.lastgroup or ""]
            continue
        word, at = match.group(), match.start()
        if known.pieces is not None:
            words += _unspaced(word, at, gap, known)
            gap = 0
            continue
        stopped = word[-1] == "."
        found = _word(word[:-1] if stopped else word, at, known)
        first = found[0]
        words.append((*first[:4], gap))
        words += found[1:]
        ended = stopped and not _abbreviated(word, found[-1][3])
        gap = STOPPED if ended else 0
    return Piece(tuple(words), gap)


_remembered = lru_cache(maxsize=1 << 14)(_apart)


def _abbreviated(word: str, flags: int) -> bool:
    """The stop behind a word belongs to it: a title, an abbreviation, an initial, "U.S."."""
    return bool(flags & (ABBREVIATION | TITLE)) or len(word) == 2 or "." in word[:-1]


def _word(word: str, at: int, known: Lexicon) -> list[Word]:
    """One word, or two where a clitic, an elided article or a missing space joins them."""
    owner = OWNER if word.endswith(("'s", "’s")) else 0
    if owner:
        word = word[:-2]
    low = word.lower()
    flags = known.flags.get(low, 0)
    if flags & PRONOUN:
        owner = 0  # "he's"
        if len(word) > 1 and word.isupper():
            flags = 0  # "US", "IT", "WHO"
    cut = 0
    skipped = 0
    if not flags and not word.isalpha():
        low = low.replace("’", "'")
        flags = known.flags.get(low, 0)
        if not flags:
            cut, skipped = _joint(word, low)
            flags = 0 if cut else known.heads.get(known.head(low), 0)
    elif not flags and known.compounds and (headed := known.heads.get(known.head(low[-_LONGEST_KEPT:]), 0)):
        flags = headed
    elif not flags and low != word and word[0] == low[0] and len(word) < 60:
        glued = _GLUED.search(word)
        cut = glued.start() if glued else 0
    before: list[Word] = []
    if cut:
        first = low[: cut - skipped]
        shown = known.flags.get(first, 0) | (STOP if skipped else 0) | (CAPITAL if word[0].isupper() else 0)
        before = [(at, at + len(first), first, shown, 0)]
        at, word, low = at + cut, word[cut:], low[cut:]
        flags = 0 if word.isupper() else known.flags.get(low, 0)
    if word[:1].isupper():
        flags |= CAPITAL
        if known.capital_nouns:
            flags &= ~CUE
    if flags & CUE and known.participles and low.endswith(known.participles):
        flags |= PARTICIPLE
    if known.markers:
        flags, low = _marked(flags, low, known)
    gap = GLUED if before and not skipped and before[0][1] == at else 0
    return [*before, (at, at + len(low), low, flags | owner, gap)]


def _joint(word: str, low: str) -> tuple[int, int]:
    """Where a word with a mark inside is parted, and how many characters of the mark fall away."""
    clitic = _CLITIC.search(low) if "-" in low and word.islower() else None
    if clitic:
        return clitic.start(1), clitic.start(1) - clitic.start()
    elided = _ELIDED.match(word)
    return (elided.end(), 1) if elided else (0, 0)


def _marked(flags: int, low: str, known: Lexicon) -> tuple[int, str]:
    """A subject's marker taken off its word (Korean "대표는")."""
    for marker in known.markers:
        if low.endswith(marker) and len(low) > len(marker) + 1 and not flags:
            low = low[: -len(marker)]
            return known.flags.get(low, 0) | SUBJECT, low
    return flags, low


def _unspaced(word: str, at: int, gap: int, known: Lexicon) -> list[Word]:
    """Cut a stretch without spaces at the words known; what lies between them is one word."""
    assert known.pieces is not None
    low = word.lower()
    found: list[Word] = []
    begin = -1
    for match in known.pieces.finditer(low):
        flags = known.flags.get(match.group(), 0)
        if not flags:
            begin = match.start() if begin < 0 else begin
            continue
        if begin >= 0:
            found.append((at + begin, at + match.start(), low[begin : match.start()], 0, gap))
            begin, gap = -1, 0
        found.append((at + match.start(), at + match.end(), match.group(), flags, gap))
        gap = 0
    if begin >= 0:
        found.append((at + begin, at + len(word), low[begin:], 0, gap))
    return found

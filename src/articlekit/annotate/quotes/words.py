"""Printed pieces (what stands between two spaces) taken apart into words, each with what it can be."""

from __future__ import annotations

import re
from functools import cache

from articlekit.annotate.quotes.glued import unglued
from articlekit.annotate.quotes.letters import LETTER
from articlekit.annotate.quotes.lexicon import (
    ABBREVIATION,
    CAPITAL,
    CUE,
    OWNER,
    PARTICIPLE,
    PHRASE,
    PREPOSITION,
    PRONOUN,
    ROLE,
    STOP,
    THING,
    TITLE,
    Lexicon,
)
from articlekit.annotate.quotes.unspaced import cut

__all__ = ["COLON", "COMMA", "DASH", "OPENED", "PAREN", "STOPPED", "Piece", "Reader", "Word", "reader"]

COMMA, COLON, DASH, PAREN, STOPPED, GLUED, OPENED = 1, 2, 4, 8, 16, 32, 64
"""What may stand in the gap before a word; GLUED where a space is missing, OPENED with PAREN where a bracket opens."""
_PART = re.compile(
    rf"(?P<word>{LETTER}+(?:(?:[-'’.·・‧•＝]|:(?=[a-zäöå]+$)|[\"״׳](?=[א-ת])){LETTER}+)*\.?)|(?P<comma>[,;،؛、，；])|(?P<colon>[:：])|(?P<dash>[—–―]|(?<!\S)--?(?!\S))"
    r"|(?P<open>[(（\[［【〔])|(?P<paren>[)）\]］】〕])|(?P<stop>[.!?…。！？।۔؟]+)"
)
_BITS = {
    "comma": COMMA,
    "colon": COLON,
    "dash": DASH,
    "paren": PAREN,
    "open": PAREN | OPENED,
    "stop": STOPPED,
}
_CLOSING = {",": COMMA, ";": COMMA, ":": COLON, ".": STOPPED, "?": STOPPED, "!": STOPPED}
"""What mostly ends a piece: with them and without the piece is a plain word."""
_CLITIC = re.compile(r"(?<=\w)(?:-t)?-(ils?|elles?|on|je|ele|ela)$")
"""Pronouns that hang on the verb: "a-t-il", "explique-t-elle"."""
_GLUED = re.compile(r"(?<=[a-zà-ÿ]{3})(?=[A-Z]{2})|(?<=[a-zà-ÿ]{4})(?=[A-Z][a-z])")
_ELIDED = re.compile(r"^(?:[dlnsjmtc]|qu|dell|all|dall|nell|sull|un)['’](?=\w)", re.IGNORECASE)
_LONGEST_KEPT = 24
_MOST_KEPT = 1 << 14

Word = tuple[int, str, int, int]
"""Start in the piece, the word in lower case (as long as it is printed), its flags, the punctuation before it."""
Piece = tuple[tuple[Word, ...], int]
"""The words of a piece and the punctuation after the last of them."""


class Reader(dict[str, Piece]):
    """Pieces by their print, taken apart when first met: most words of a text are met again, in this one or
    in the next. Long pieces are not kept, and all are dropped when they are too many."""

    def __init__(self, known: Lexicon) -> None:
        super().__init__()
        self.known = known

    def __missing__(self, shown: str) -> Piece:
        found = _apart(shown, self.known)
        if len(shown) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[shown] = found
        return found


@cache
def reader(known: Lexicon) -> Reader:
    """The pieces of a language."""
    return Reader(known)


def _apart(shown: str, known: Lexicon) -> Piece:
    if not (known.script.sizes or known.script.endings):
        closing = _CLOSING.get(shown[-1], 0)
        word = shown[:-1] if closing else shown
        if word.isalpha():
            found = _word(word, 0, known)
            if closing == STOPPED and shown[-1] == "." and _abbreviated(shown, found[-1][2]):
                closing = 0
            return tuple(found), closing
    return _parts(shown, known)


def _parts(shown: str, known: Lexicon) -> Piece:
    """A piece with marks, figures or several words in it."""
    words: list[Word] = []
    gap = 0
    for match in _PART.finditer(shown):
        if match.lastgroup != "word":
            gap |= _BITS[match.lastgroup or ""]
            continue
        word, at = match.group(), match.start()
        stopped = word[-1] == "."
        if known.script.sizes or known.script.endings:
            words += _in_parts(word[:-1] if stopped else word, at, gap, known)
            gap = STOPPED if stopped and len(word) > 2 else 0
            continue
        found = _word(word[:-1] if stopped else word, at, known)
        words.append((*found[0][:3], gap))
        words += found[1:]
        ended = stopped and not _abbreviated(word, found[-1][2])
        gap = STOPPED if ended else 0
    return tuple(words), gap


def _abbreviated(word: str, flags: int) -> bool:
    """The stop behind a word belongs to it: a title, an abbreviation, an initial, "U.S."."""
    return bool(flags & ABBREVIATION) or len(word) == 2 or "." in word[:-1]


def _word(word: str, at: int, known: Lexicon) -> list[Word]:
    """One word, or two where a clitic, an elided article or a missing space joins them."""
    owner = OWNER if word.endswith(("'s", "’s")) else 0
    if owner:
        word = word[:-2]
    elif known.set_off and not word.isalpha():
        bare = known.without_ending(word)
        owner = OWNER if len(bare) < len(word) else 0
        word = bare
    low = _lowered(word)
    flags = known.flags.get(low, 0)
    if flags & PRONOUN:
        owner = 0  # "he's"
        if len(word) > 1 and word.isupper():
            flags = 0  # "US", "IT", "WHO"
    place = skipped = 0
    if not flags and not word.isalpha():
        low = low.replace("’", "'").replace("״", '"').replace("׳", "'")
        flags = known.flags.get(low, 0)
        if not flags:
            place, skipped = _joint(word, low)
            flags = 0 if place else known.heads.get(known.head(low), 0)
    elif not flags and known.compounds and (headed := known.heads.get(known.head(low[-_LONGEST_KEPT:]), 0)):
        flags = headed
    elif not flags and low != word and word[0] == low[0] and len(word) < 60:
        glued = _GLUED.search(word)
        place = glued.start() if glued else 0
    if place:
        first = low[: place - skipped]
        lead = known.flags.get(first, 0) | (STOP if skipped else 0) | (CAPITAL if word[0].isupper() else 0)
        word, low = word[place:], low[place:]
        flags = 0 if word.isupper() else known.flags.get(low, 0)
        low, flags = _shown(word, low, flags, known)
        return [(at, first, lead, 0), (at + place, low, flags | owner, 0 if skipped else GLUED)]
    if not flags and known.script.prefixes:
        flags = _prefixed(low, known)
    low, flags = _shown(word, low, flags, known)
    return [(at, low, flags | owner, 0)]


def _shown(word: str, low: str, flags: int, known: Lexicon) -> tuple[str, int]:
    """A word and its flags with what its print and its endings show."""
    if word[:1].isupper():
        flags |= CAPITAL
        if known.capital_nouns:
            flags &= ~CUE
    if flags & CUE and known.participles and low.endswith(known.participles):
        flags |= PARTICIPLE
    return low, flags


def _lowered(word: str) -> str:
    """A word in lower case that is as long as before ("İ" would become two characters)."""
    low = word.lower()
    return low if len(low) == len(word) else low.replace("i\u0307", "i")


def _joint(word: str, low: str) -> tuple[int, int]:
    """Where a word with a mark inside is parted, and how many characters of the mark fall away."""
    clitic = _CLITIC.search(low) if "-" in low and word.islower() else None
    if clitic:
        return clitic.start(1), clitic.start(1) - clitic.start()
    elided = _ELIDED.match(word)
    return (elided.end(), 1) if elided else (0, 0)


def _prefixed(low: str, known: Lexicon) -> int:
    """What a word can be behind a letter glued to it (Arabic "wa-", Hebrew "ve-")."""
    for prefix in known.script.prefixes:
        if low.startswith(prefix) and len(low) > len(prefix) + 1:
            flags = known.flags.get(low[len(prefix) :], 0) & ~PHRASE
            if flags:
                return flags
    for prefix in known.script.governing:
        if low.startswith(prefix) and known.flags.get(low[len(prefix) :], 0) & (TITLE | ROLE | THING):
            return PREPOSITION
    return 0


def _in_parts(word: str, at: int, gap: int, known: Lexicon) -> list[Word]:
    """A word that is cut into several, or that loses a particle."""
    low = _lowered(word)
    unspaced = bool(known.script.sizes)
    flags = 0 if unspaced else known.flags.get(low, 0)
    parts = [(0, low, flags)] if flags else cut(low, known) if unspaced else unglued(low, known)
    return [
        (at + start, part, flags, 0 if number else gap) for number, (start, part, flags) in enumerate(parts)
    ]

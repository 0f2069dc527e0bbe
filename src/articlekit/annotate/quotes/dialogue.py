"""Speech without closing marks: dialogue dashes and their incises, and where speech gives way to its verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articlekit.annotate.quotes.lexicon import (
    ARTICLE,
    CUE,
    POSSESSIVE,
    PRONOUN,
    ROLE,
    STOP,
    THIRD,
    TITLE,
    Lexicon,
)
from articlekit.annotate.quotes.stretch import Stretch, bare
from articlekit.model import QuoteKind

__all__ = ["cut_tail", "dialogue"]

_DASH = re.compile(r"\s*(?:[—–―]\s*|(?P<hyphen>-)\s+)(?=\S)")
_INCISE = re.compile(r"(?<=[,.!?…])\s*[—–―]\s*|\s+(?:[—–―]\s*|-\s+)(?=\w)")
_TAIL = re.compile(r"[,.?!…]\s+(?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_TAIL, _LONGEST_CLAUSE, _TELLING = 220, 60, 4


def dialogue(text: str, start: int, end: int, block: int, known: Lexicon) -> list[Stretch]:
    """A paragraph that opens with a dash: speech and what is said about it, by turns.

    Args:
        text: The article's text.
        start, end: The paragraph.
        block: Its index.
        known: The language, which must use dashes for speech.
    """
    opening = _DASH.match(text, start, end) if known.dash else None
    if opening is None:
        return []
    found: list[Stretch] = []
    told = not opening["hyphen"]  # a hyphen also opens the items of a list: who speaks must be told
    at, speech = opening.end(), True
    for cut in _INCISE.finditer(text, opening.end(), end):
        if speech and not _is_incise(text, cut.end(), end, known):
            continue  # a dash inside the speech
        if speech:
            found.append(_part(text, at, cut.start(), block, start, end))
            told = True
        at, speech = cut.end(), not speech
    if speech:
        tail = cut_tail(text, at, end, known)
        found.append(_part(text, at, tail, block, start, end))
        told = told or tail < end
    return [one for one in found if one.end > one.start] if told else []


def _is_incise(text: str, start: int, end: int, known: Lexicon) -> bool:
    """What follows a dash inside speech tells who speaks: a verb of saying among its first words."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", text[start : min(end, start + 60)])[:4]
    return any(
        known.flags.get(part, 0) & CUE for word in words for part in (word.lower(), *word.lower().split("-"))
    )


def cut_tail(text: str, start: int, end: int, known: Lexicon) -> int:
    """Where speech without a closing mark gives way to its attribution: "Yes, it is, says Ann Lee."

    The attribution is the last sentence's clause that opens with a known verb, or with any verb before a
    name or pronoun that ends the sentence.
    """
    for match in _TAIL.finditer(text, max(start, end - _LONGEST_TAIL), end):
        words = _WORD.findall(text, match.end(), min(end, match.end() + _LONGEST_CLAUSE))[:_TELLING]
        if not words or not words[0].islower():
            continue
        if _says(words, known) or _named_last(text[match.start() : end], words, known):
            return match.start() + 1
    return end


def _says(words: Sequence[str], known: Lexicon) -> bool:
    """A clause opens with a verb of saying, maybe behind an auxiliary, and somebody behind it ("has asked Berg")."""
    flags = [known.meaning(word.lower()) for word in words]
    verb = next((place for place, flag in enumerate(flags) if not flag & STOP or flag & CUE), 0)
    if not flags[verb] & CUE or verb + 1 >= len(words):
        return False
    subject = flags[verb + 1]
    told = words[verb + 1][0].isupper() or subject & (THIRD | TITLE | ROLE | ARTICLE | POSSESSIVE)
    return bool(told) or (verb == 0 and not subject & (STOP | PRONOUN))


def _named_last(clause: str, words: Sequence[str], known: Lexicon) -> bool:
    """Any verb behind a comma and a name or pronoun behind it that ends the sentence: ", grumbles Berg."."""
    if len(words) != 2 or clause[0] != "," or not known.inverts or known.flags.get(words[0], 0):
        return False
    ends = clause[clause.rindex(words[1]) + len(words[1]) :].strip(" .!") == ""
    return ends and (words[1][0].isupper() or bool(known.flags.get(words[1].lower(), 0) & THIRD))


def _part(text: str, start: int, end: int, block: int, low: int, high: int) -> Stretch:
    inner = bare(text, start, end)
    return Stretch(*inner, start, end, block, low, high, QuoteKind.DIALOGUE)

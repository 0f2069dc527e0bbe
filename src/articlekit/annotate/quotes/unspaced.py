"""Words of scripts without spaces (Chinese, Japanese, Thai): a stretch is cut at the words the language knows."""

from __future__ import annotations

import re

from articlekit.annotate.quotes.lexicon import HONORIFIC, PRONOUN, ROLE, SUBJECT, TITLE, Lexicon

__all__ = ["cut"]

_KANA = re.compile(r"[ぁ-ゖ]")
_RUN = re.compile(r"[ァ-ヺー・＝]+|[0-9０-９]+|[a-zａ-ｚ]+")
"""Signs that stay together: a foreign word in Japanese, a figure, a word in Latin script."""
_DIGIT = re.compile(r"[0-9０-９]")
_HANGING = re.compile(r"[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")
"""Thai signs that never open a word."""
_LEADING = re.compile(r"[\u0e40-\u0e44]")
"""Thai vowels written before the consonant they follow: no word ends with one."""
_NOUN = TITLE | ROLE | HONORIFIC | PRONOUN

Cut = tuple[int, str, int]
"""Start, the word, its flags."""


def cut(low: str, known: Lexicon) -> list[Cut]:
    """The words of a stretch; what lies between known words is one word, or several where the script changes.

    Args:
        low: Signs without space or punctuation, in lower case.
        known: The language's words.
    """
    found: list[Cut] = []
    begin = at = 0
    while at < len(low):
        size = _known(low, at, begin, found, known)
        if size and not (size == 1 and _in_name(low, at, begin, found, known)):
            if begin < at:
                found.append((begin, low[begin:at], 0))
            word = low[at : at + size]
            found.append((at, word, known.flags[word]))
            at += size
            begin = at
            continue
        run = _RUN.match(low, at)
        if begin < at and _parts(low, at, known):
            found.append((begin, low[begin:at], 0))
            begin = at
        at = run.end() if run else at + 1
    if begin < at:
        found.append((begin, low[begin:at], 0))
    return found


def _in_name(low: str, at: int, begin: int, found: list[Cut], known: Lexicon) -> bool:
    """A sign behind a title and a family name is a given name, whatever else it means: "主任吴刚"."""
    return at - begin == 1 and low[begin] in known.script.surnames and bool(found and found[-1][2] & TITLE)


def _known(low: str, at: int, begin: int, found: list[Cut], known: Lexicon) -> int:
    """Length of the longest known word at a place, 0 where none stands there."""
    for size in known.script.sizes.get(low[at], ()):
        if size <= len(low) - at and low[at : at + size] in known.flags:
            if known.script.kana:
                if _fits_kana(low, at, size, begin, found, known):
                    return size
            elif _fits(low, at, size):
                return size
    return 0


def _fits(low: str, at: int, size: int) -> bool:
    """Neither end parts a Thai syllable or a figure."""
    end = at + size
    if end < len(low) and (
        _HANGING.match(low[end]) or (_DIGIT.match(low[end]) and _DIGIT.match(low[end - 1]))
    ):
        return False
    return not (at and (_LEADING.match(low[at - 1]) or _HANGING.match(low[at])))


def _fits_kana(low: str, at: int, size: int, begin: int, found: list[Cut], known: Lexicon) -> bool:
    """In Japanese words end where the script changes, and a particle stands behind another script or a noun."""
    end = at + size
    run = _RUN.match(low, at)
    if run and run.end() > end:
        return False
    before = low[at - 1] if at else ""
    if run and _RUN.match(before) and begin < at and _RUN.match(low, at - 1).end() > at:  # type: ignore[union-attr]
        return False
    if not _KANA.match(low[at]):
        single = size == 1 and not known.flags[low[at]] & HONORIFIC
        return size > 1 or (_ends(low, end) and not (single and before and not _KANA.match(before)))
    if (size > 1 and not known.flags[low[at:end]] & SUBJECT) or not before or not _KANA.match(before):
        return True
    return begin == at and bool(found) and bool(found[-1][2] & _NOUN)


def _ends(low: str, at: int) -> bool:
    """No Chinese sign follows: a word of one such sign ends with its script."""
    return at == len(low) or bool(_KANA.match(low[at]) or _RUN.match(low, at))


def _parts(low: str, at: int, known: Lexicon) -> bool:
    """A new word begins where the script changes: behind kana, or with a figure."""
    here, before = low[at], low[at - 1]
    if known.script.kana and _KANA.match(before) and not _KANA.match(here):
        return True
    return bool(_DIGIT.match(here)) and not _DIGIT.match(before)

"""The language of a text, told by its script, its most frequent words and its letters; abstains when thin."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from articlekit.languages import available, get

__all__ = ["clearly_other", "detect"]

_SAMPLE = 1_000
_VOWEL_SIGNS = "[\u0300-\u036f\u064b-\u065f\u0900-\u0dff]"
_WORD = re.compile(rf"[^\W\d_]++(?:{_VOWEL_SIGNS}++[^\W\d_]*+)*+")
_FIRST_SCRIPT = "\u0370"  # only Latin letters come before Greek ones
_SCRIPT_SHARE = 0.1  # of the sample's characters: Japanese mixes its kana with Chinese characters
_LEAST = 1.0  # a text whose words say less than this says nothing
_LETTER = 0.5  # what an occurrence of a language's own letter counts, against 1 for a word of its own
_CLEAR_WORDS = 40
_OWN_SHARE = 0.38
_CLEAR_RATIO = 2.0


def detect(text: str) -> str | None:
    """ISO 639-1 code of the language a text is in, or None where the evidence is thin.

    Args:
        text: Any text; its first 1,000 characters are looked at.

    Example:
        >>> detect("The ministers met in the capital and said that they would not sign it.")
        'en'
    """
    ranked = _ranked(text[:_SAMPLE])
    if not ranked or ranked[0][1] < _LEAST:
        return None
    if len(ranked) > 1 and ranked[1][1] == ranked[0][1]:
        return None
    return ranked[0][0]


def clearly_other(text: str, declared: str) -> str | None:
    """The language of a text that is beyond doubt not in the declared one; None where it may be.

    Args:
        text: Any text; its first 1,000 characters are looked at.
        declared: Code of the language that it is said to be in.
    """
    sample = text[:_SAMPLE]
    if _reads_well(sample[:400], declared):
        return None
    ranked = _ranked(sample)
    if not ranked or ranked[0][0] == declared:
        return None
    code, score = ranked[0]
    enough = get(code).value("detect", "script") or len(sample.split()) >= _CLEAR_WORDS
    runner_up = ranked[1][1] if len(ranked) > 1 else 0.0
    clear = score >= _CLEAR_RATIO * dict(ranked).get(declared, 0.0) and score >= 1.2 * runner_up
    return code if enough and clear and score >= 4 * _LEAST else None


def _reads_well(sample: str, code: str) -> bool:
    """Whether so many of the words are a language's own small ones that no other need be tried."""
    known = _small_words(code)
    words = _WORD.findall(sample.lower())
    return len(words) > 20 and sum(map(known.__contains__, words)) > _OWN_SHARE * len(words)


@cache
def _small_words(code: str) -> frozenset[str]:
    return frozenset(get(code).words("detect", "stopwords"))


def _ranked(sample: str) -> list[tuple[str, float]]:
    """Languages and the weight of what speaks for each, the heaviest first."""
    low = sample.lower()
    chars = Counter(low)
    own = _by_script(chars, len(low))
    if own is not None:
        return [own]
    scores: defaultdict[str, float] = defaultdict(float)
    words, letters = _words(), _letters()
    for word, count in Counter(_WORD.findall(low)).items():
        for code, weight in words.get(word, ()):
            scores[code] += weight * count
    for letter, count in chars.items():
        for code, weight in letters.get(letter, ()):
            scores[code] += _LETTER * weight * count
    return sorted(scores.items(), key=lambda item: -item[1])


def _by_script(chars: Counter[str], size: int) -> tuple[str, float] | None:
    """The language that alone writes with a text's letters, and how many there are."""
    later = {char: count for char, count in chars.items() if char >= _FIRST_SCRIPT}
    for code, scripts in _scripts() if later else ():
        count = sum(
            count for char, count in later.items() if any(low <= char <= high for low, high in scripts)
        )
        if count > _SCRIPT_SHARE * size:
            return code, float(count)
    return None


@cache
def _scripts() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Languages known by their script alone and the first and last letters of it, Japanese before Chinese."""
    found = ((code, get(code).words("detect", "script")) for code in available())
    return tuple((code, tuple((part[0], part[-1]) for part in parts)) for code, parts in found if parts)


@cache
def _words() -> dict[str, tuple[tuple[str, float], ...]]:
    """Frequent words with the languages they speak for: the fewer share one, the more it says."""
    return _weighted({code: get(code).words("detect", "stopwords") for code in available()})


@cache
def _letters() -> dict[str, tuple[tuple[str, float], ...]]:
    return _weighted({code: tuple(get(code).value("detect", "letters", "")) for code in available()})


def _weighted(marks: dict[str, tuple[str, ...]]) -> dict[str, tuple[tuple[str, float], ...]]:
    owners: dict[str, list[str]] = {}
    for code, known in marks.items():
        for mark in set(known):
            owners.setdefault(mark, []).append(code)
    return {mark: tuple((code, 1 / len(codes)) for code in codes) for mark, codes in owners.items()}

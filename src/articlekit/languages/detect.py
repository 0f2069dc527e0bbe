"""The language of a text, told by its script and its most frequent words; abstains when thin."""

from __future__ import annotations

import re
from functools import cache

from articlekit.languages import available, get

__all__ = ["detect"]

_SAMPLE = 3_000
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30fa]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("th", re.compile("[\u0e01-\u0e5b]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("hi", re.compile("[\u0900-\u097f]")),
)


def detect(text: str) -> str | None:
    """ISO 639-1 code of the language a text is in, or None where the evidence is thin.

    Args:
        text: Any text; its first 3,000 characters are looked at.

    Example:
        >>> detect("The ministers met in the capital and said that they would not sign it.")
        'en'
    """
    sample = text[:_SAMPLE]
    if not sample.strip():
        return None
    for code, pattern in _SCRIPTS:
        if len(pattern.findall(sample)) > 0.1 * len(sample):
            return code
    words = [word.lower() for word in _WORD.findall(sample)]
    counts: dict[str, int] = {}
    known = _stop_words()
    for word in words:
        for code in known.get(word, ()):
            counts[code] = counts.get(code, 0) + 1
    best = sorted(counts.items(), key=lambda item: -item[1])[:2]
    if not best or best[0][1] < max(2, 0.05 * len(words)):
        return None
    if len(best) > 1 and best[1][1] == best[0][1]:
        return None
    return best[0][0]


@cache
def _stop_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code in available():
        for word in get(code).words("detect", "stopwords"):
            found[word] = (*found.get(word, ()), code)
    return found

"""Known phrases found in short lines: plain look-ups, as patterns of hundreds of words are slow to build."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from articlekit.scripts import CJK

__all__ = ["Phrases", "lowered"]

_WORD = re.compile(r"[^\W_]+")


def lowered(text: str) -> str:
    """A text in lower case, letter for letter, so that places in it stay the same."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Phrases:
    """A set of phrases, lower case, looked up by their first word; the longest goes before those it holds."""

    __slots__ = ("_by_word", "_dense")

    def __init__(self, phrases: Collection[str]) -> None:
        self._by_word: dict[str, list[str]] = {}
        self._dense: list[str] = []
        for phrase in sorted(
            {phrase.lower() for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase)
        ):
            first = _WORD.search(phrase)
            if CJK.match(phrase):
                self._dense.append(phrase)
            elif first:
                self._by_word.setdefault(first[0], []).append(phrase)

    def __contains__(self, phrase: object) -> bool:
        first = _WORD.match(str(phrase))
        return phrase in self._dense or (first is not None and phrase in self._by_word.get(first[0], ()))

    def at(self, low: str, start: int) -> str | None:
        """The longest phrase that begins at a place and ends where a word does."""
        word = _WORD.match(low, start)
        known = self._by_word.get(word[0], ()) if word else ()
        for phrase in known or (self._dense if CJK.match(low, start) else ()):
            if low.startswith(phrase, start) and _ends(low, start + len(phrase)):
                return phrase
        return None

    def find(self, low: str) -> Iterator[tuple[int, int]]:
        """(start, end) of every phrase that stands as words of its own; they may overlap."""
        by_word = self._by_word
        for word in _WORD.finditer(low):
            for phrase in by_word.get(word[0], ()):
                end = word.start() + len(phrase)
                if low.startswith(phrase, word.start()) and _ends(low, end):
                    yield word.start(), end
        if self._dense and CJK.search(low):
            for phrase in self._dense:
                start = low.find(phrase)
                while start >= 0:
                    yield start, start + len(phrase)
                    start = low.find(phrase, start + 1)


def _ends(low: str, at: int) -> bool:
    return at >= len(low) or not low[at].isalnum() or CJK.match(low, at - 1) is not None

"""Words of a language by which furniture and captions are told: newsletter boxes, credits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from attrs import frozen

from articlekit.languages import get

__all__ = ["Phrases", "phrases_of"]

_TOKEN = re.compile(r"\w[\w'’+-]*")


@frozen(kw_only=True)
class Phrases:
    """Single words, looked up among a text's words, and phrases, looked for where their first word is.

    ``promotion_unspaced`` are those of scripts that set no spaces, looked for in the letters.
    """

    promotion: frozenset[str]
    promotion_by_first: Mapping[str, tuple[str, ...]]
    promotion_unspaced: tuple[str, ...]
    credits: frozenset[str]
    labels: frozenset[str]

    def promotion_in(self, text: str) -> int:
        """How many words of newsletter boxes, offers and the like a text has."""
        low = text.lower()
        tokens = set(_TOKEN.findall(low))
        found = len(self.promotion & tokens)
        for first in self.promotion_by_first.keys() & tokens:
            found += sum(map(low.__contains__, self.promotion_by_first[first]))
        return found + sum(map(low.__contains__, self.promotion_unspaced))

    def credited(self, text: str) -> bool:
        """Whether a text has words that stand before a picture's source."""
        return not self.credits.isdisjoint(_TOKEN.findall(text.lower()))


@cache
def phrases_of(code: str | None) -> Phrases:
    """The phrases of a language, with the English ones."""
    found = {
        key: [*get("en").words("furniture", key), *get(code).words("furniture", key)]
        for key in ("promotion", "credits")
    }
    spaced = [word for word in found["promotion"] if _is_spaced(word)]
    by_first: dict[str, tuple[str, ...]] = {}
    for phrase in spaced:
        if " " in phrase:
            first = phrase.split()[0]
            by_first[first] = (*by_first.get(first, ()), phrase)
    return Phrases(
        promotion=frozenset(phrase for phrase in spaced if " " not in phrase),
        promotion_by_first=by_first,
        promotion_unspaced=tuple(phrase for phrase in found["promotion"] if not _is_spaced(phrase)),
        credits=frozenset(found["credits"]),
        labels=frozenset(
            word for lang in (get("en"), get(code)) for word in lang.words("references", "more")
        ),
    )


def _is_spaced(phrase: str) -> bool:
    """Whether a script sets spaces between its words; Korean endings make words of no use there."""
    return not "\u0e00" <= phrase[0] <= "\u0e7f" and phrase[0] < "\u3000"

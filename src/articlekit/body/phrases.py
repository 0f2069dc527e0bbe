"""Words of a language by which furniture and captions are told: newsletter boxes, credits."""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from articlekit.languages import get

__all__ = ["Phrases", "phrases_of"]

_TOKEN = re.compile(r"\w[\w'’+-]*")


@frozen(kw_only=True)
class Phrases:
    """Single words, looked up among a text's words, and longer phrases, looked for in its letters."""

    promotion: frozenset[str]
    promotion_long: tuple[str, ...]
    credits: frozenset[str]
    labels: frozenset[str]

    def promotion_in(self, text: str) -> int:
        """How many words of newsletter boxes, offers and the like a text has."""
        low = text.lower()
        return sum(map(low.__contains__, self.promotion_long)) + len(
            self.promotion.intersection(_TOKEN.findall(low))
        )

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
    return Phrases(
        promotion=frozenset(word for word in found["promotion"] if _is_word(word)),
        promotion_long=tuple(word for word in found["promotion"] if not _is_word(word)),
        credits=frozenset(found["credits"]),
        labels=frozenset(
            word for lang in (get("en"), get(code)) for word in lang.words("references", "more")
        ),
    )


def _is_word(phrase: str) -> bool:
    """Scripts without spaces have no words to look up."""
    return " " not in phrase and not "\u0e00" <= phrase[0] <= "\u0e7f" and phrase[0] < "\u3000"

"""What only the whole article tells: words quoted twice, and who said a quote that ends paragraphs later."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import attrs

from articlekit.model import Quote, QuoteKind

__all__ = ["settled"]

_BORROWED = frozenset({None, "running speaker", "lead-in", "reported before", "sentence before"})
"""Evidence that gives way to a clause of the quote's own further on."""
_MOST_PULLED = 40
_SHORTEST_REPEATED = 12


def settled(text: str, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes after a look at all of them.

    A quote of several paragraphs has the speaker that any of them names; words in a heading or standfirst have
    the speaker who says them in the text; a pull quote that repeats the text is no second quote.
    """
    return tuple(_with_repeated(_without_pulled(text, _with_groups(quotes))))


def _with_groups(quotes: Sequence[Quote]) -> list[Quote]:
    found: list[Quote] = []
    for _, members in groupby(quotes, key=lambda quote: quote.group):
        group = list(members)
        named = next((one for one in group if one.speaker and one.evidence not in _BORROWED), None)
        for quote in group:
            if named is not None and quote is not named and quote.evidence in _BORROWED:
                quote = attrs.evolve(quote, speaker=named.speaker, evidence="same quote")
            found.append(quote)
    return found


def _without_pulled(text: str, quotes: Sequence[Quote]) -> list[Quote]:
    pulled = [quote for quote in quotes if quote.kind is QuoteKind.BLOCK][:_MOST_PULLED]
    if not pulled:
        return list(quotes)
    whole = _folded(text)
    repeated = {id(quote) for quote in pulled if whole.count(_folded(quote.text)) > 1}
    return [quote for quote in quotes if id(quote) not in repeated]


def _with_repeated(quotes: Sequence[Quote]) -> list[Quote]:
    """Give quotes without a speaker the one who says the same words elsewhere."""
    if all(quote.speaker for quote in quotes):
        return list(quotes)
    said: dict[str, Quote] = {}
    for quote in quotes:
        if quote.speaker:
            said.setdefault(_folded(quote.text[:200]), quote)
    whole = "\n".join(said)
    found: list[Quote] = []
    for number, quote in enumerate(quotes):
        words = "" if quote.speaker or number > _MOST_PULLED else _folded(quote.text)
        at = whole.find(words) if len(words) >= _SHORTEST_REPEATED else -1
        if at >= 0:
            line = whole[whole.rfind("\n", 0, at) + 1 : _line_end(whole, at)]
            quote = attrs.evolve(quote, speaker=said[line].speaker, evidence="said again")
        found.append(quote)
    return found


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))

"""Words with particles glued to them (Korean): the particle taken off, and what it shows; titles at a word's end."""

from __future__ import annotations

from articlekit.annotate.quotes.lexicon import (
    HONORIFIC,
    LINK,
    OBJECT,
    OWNER,
    POSTPOSITION,
    PRONOUN,
    ROLE,
    STOP,
    TITLE,
    Lexicon,
)

__all__ = ["unglued"]

_LONGEST_TITLE = 6
_SHOWN = {POSTPOSITION: OBJECT, LINK: OWNER}
"""What a particle that is glued to a word makes of it."""

Part = tuple[int, str, int]
"""Start, the word, its flags."""


def unglued(low: str, known: Lexicon) -> list[Part]:
    """A word that is not known as it stands: its stem, parted from an honorific that ends it.

    Args:
        low: The word in lower case.
        known: The language's words.
    """
    if low.endswith(known.script.verb_endings) and len(low) > 1:
        return [(0, low, STOP)]
    shown = flags = 0
    stem = low
    for ending, flag in known.script.endings.items():
        if low.endswith(ending) and len(low) > len(ending):
            short = low[: -len(ending)]
            flags = known.flags.get(short, 0)
            if flags or len(short) > 1 or ending in known.script.accusatives:
                stem, shown = short, _SHOWN.get(flag, flag)
                break
    for plural in known.script.plurals:
        flags = flags or (known.flags.get(stem.removesuffix(plural), 0) & (TITLE | ROLE | PRONOUN))
    if flags:
        return [(0, stem, flags | shown)]
    for size in range(min(_LONGEST_TITLE, len(stem) - 1), 0, -1):
        flags = known.flags.get(stem[-size:], 0) & (TITLE | ROLE | HONORIFIC)
        if flags & HONORIFIC:
            return [(0, stem[:-size], 0), (len(stem) - size, stem[-size:], flags | shown)]
        if flags and size > 1:
            return [(0, stem, flags | shown)]
    return [(0, stem, shown)]

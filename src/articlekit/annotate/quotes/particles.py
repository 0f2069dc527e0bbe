"""What particles beside a quote show in scripts without capitals: that it was said, that it is a name, its case."""

from __future__ import annotations

from articlekit.annotate.quotes.candidates import Candidate
from articlekit.annotate.quotes.lexicon import (
    CUE,
    LINK,
    NAMING,
    POSTPOSITION,
    QUOTATIVE,
    QUOTE,
    SUBJECT,
    TERM,
    WORK,
    Lexicon,
)
from articlekit.annotate.quotes.paragraph import Paragraph
from articlekit.annotate.quotes.relation import verb_behind
from articlekit.annotate.quotes.words import COLON, DASH, STOPPED

__all__ = ["after_quote", "before_quote", "setting"]

_CASE = SUBJECT | POSTPOSITION | LINK


def before_quote(here: Paragraph, element: int, known: Lexicon) -> str:
    """What a particle or a word glued to a quote shows, where nothing parts them; empty for nothing."""
    made = here.made
    if not element or made.gaps[element] or made.sentence[element - 1] != made.sentence[element]:
        return ""
    flags = made.flags[element - 1]
    if flags & (SUBJECT | POSTPOSITION):
        return "behind particle"
    if known.spaced or flags:
        return ""
    after = element + 1
    glued = after < len(made.flags) and not made.gaps[after] and not made.flags[after] & QUOTE
    return "glued on both sides" if glued else "glued to a word"


def after_quote(here: Paragraph, element: int, known: Lexicon) -> str:
    """What stands right behind a quote shows: that the words were said, that they are a name, or their case."""
    made = here.made
    after = element + 1
    if after >= len(made.flags) or made.flags[after] & QUOTE or made.gaps[after] & (STOPPED | COLON | DASH):
        return ""
    flags = made.flags[after]
    if flags & NAMING:
        return "before naming"
    if made.gaps[after]:
        return ""
    if flags & CUE and known.verb_last:
        return "before quotative and verb"
    if flags & QUOTATIVE:
        cue = verb_behind(here, element, here.sentence(element)[1])
        return "before quotative" if cue is None or cue < 0 else "before quotative and verb"
    if flags & LINK and after + 1 < len(made.flags) and made.flags[after + 1] & (NAMING | TERM | WORK):
        return "before naming"
    return "before case" if flags & _CASE else ""


def setting(here: Paragraph, element: int, best: Candidate, known: Lexicon) -> tuple[str, ...]:
    """How far the quote's verb of saying is from it, and whether a name and the quote are all of its sentence."""
    if best.rule == "before, subject" and not known.verb_last and best.paragraph is here:
        return ("words since the cue",) if here.apart(best.cue + 1, element) > 1 else ()
    if best.rule == "before, no cue" and best.mention is not None:
        alone = here.sentence(element) == (best.mention.first, element + 1)
        return ("a name and the quote only",) if alone and best.mention.last + 1 == element else ()
    return ()

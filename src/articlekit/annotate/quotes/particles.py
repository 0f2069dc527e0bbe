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
    """What else shows a quote or none: words between it and its verb of saying, a sentence of a name and the quote
    only, the kind of a work or thing right before it."""
    made = here.made
    mention = best.mention
    if element and made.flags[element - 1] & (WORK | TERM) and not made.gaps[element]:
        return ("named by kind",)
    if mention is None or best.paragraph is not here:
        return ()
    if best.rule == "before, subject" and not known.verb_last:
        begin = max(best.cue, mention.tail) + 1
        return ("words since the cue",) if here.apart(begin, element) > 1 else ()
    alone = here.sentence(element) == (mention.first, element + 1) and mention.last + 1 == element
    return ("a name and the quote only",) if alone and best.rule == "before, no cue" else ()

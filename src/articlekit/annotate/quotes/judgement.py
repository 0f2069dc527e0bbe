"""Quote or not: titles, names, nicknames and so-called terms told from words that someone said."""

from __future__ import annotations

import re

from articlekit.annotate.quotes.attribution import Candidate, Paragraph
from articlekit.annotate.quotes.lexicon import (
    ARTICLE,
    CAPITAL,
    CUE,
    FIRST,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    ROLE,
    STOP,
    TERM,
    THIRD,
    TITLE,
    WORK,
    Lexicon,
)
from articlekit.annotate.quotes.stretch import Stretch
from articlekit.annotate.quotes.words import COLON, COMMA, PAREN

__all__ = ["evidence_of_speech"]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LOOKED_AT = 120


def evidence_of_speech(
    text: str,
    one: Stretch,
    here: Paragraph,
    number: int,
    best: Candidate,
    sure: float,
    known: Lexicon,
    *,
    heading: bool,
    joined: bool,
    repeated: bool,
    second: bool,
) -> list[str]:
    """Names of the weights that count for and against a stretch being words that someone said.

    Args:
        text: The article's text.
        one: The stretch.
        here: Its paragraph.
        number: Which of the paragraph's stretches it is.
        best: The likeliest speaker.
        sure: By how much that speaker is likelier than nobody.
        known: The language's words.
        heading: It stands in a heading.
        joined: A stretch before it in its sentence is a quote.
        repeated: The same words stood in marks before, and were no quote.
        second: Its marks are single ones, in an article that quotes in double ones.
    """
    size, inside = _inside(text, one, known)
    short = size in ("1", "2", "3")
    found = ["all", f"size {size}", *inside]
    rule = best.rule if best.mention is not None or best.running else "nobody"
    found.append(f"{'short' if short else 'long'}, {rule}")
    found.append(f"{'short' if short else 'long'}, speaker sure {max(0, min(6, int(sure)))}")
    if best.cue >= 0:
        element = here.made.quotes[number] if here is best.paragraph else -1
        away = abs(element - best.cue) if element >= 0 else 9
        found.append(
            f"{'short' if short else 'long'}, cue {'next' if away == 1 else 'near' if away < 4 else 'far'}"
        )
    found += [f"{'short' if short else 'long'}, {name}" for name in _around(text, one, here, number)]
    for name, holds in (("heading", heading), ("joined", joined), ("repeated", repeated)):
        if holds:
            found.append(name if name == "heading" else f"{'short' if short else 'long'}, {name}")
    if second:
        found.append("single marks")
    return found


def _inside(text: str, one: Stretch, known: Lexicon) -> tuple[str, list[str]]:
    """Size of a stretch and what its own words show."""
    limit = min(one.end, one.start + _LOOKED_AT)
    words = _WORD.findall(text, one.start, limit)
    count = len(words) if known.spaced else (limit - one.start) // 3
    size = str(count) if count < 4 else "few" if count < 7 else "some" if count < 13 else "many"
    found = []
    last = text[one.end - 1]
    if last in ".!?…。！？":
        found.append("ends like a sentence" if count > 3 else "short, ends like a sentence")
    elif last in ",，":
        found.append("ends with a comma")
    if not words:
        return size, [*found, "no words"]
    flags = [known.flags.get(word.lower(), 0) for word in words[:40]]
    if any(flag & (FIRST | THIRD) for flag in flags):
        found.append("pronoun inside")
    if known.cased:
        heavy = [word for word, flag in zip(words, flags, strict=False) if not flag & STOP and len(word) > 1]
        titled = heavy and all(word[0].isupper() or word[0].isdigit() for word in heavy)
        if titled and not (known.capital_nouns and (len(heavy) == 1 or words[0][0].islower())):
            found.append(f"title case {min(len(heavy), 3)}")
        elif words[0][0].islower():
            found.append("opens small")
    return size, found


def _around(text: str, one: Stretch, here: Paragraph, number: int) -> list[str]:
    """What stands right before and behind a stretch."""
    made = here.made
    element = made.quotes[number]
    found = []
    before = (
        made.flags[element - 1] if element and made.sentence[element - 1] == made.sentence[element] else -1
    )
    if before < 0:
        found.append("opens sentence")
    elif made.gaps[element] & COLON:
        found.append("behind colon")
    elif made.gaps[element] & PAREN:
        found.append("behind bracket")
    elif made.gaps[element] & COMMA:
        found.append("behind comma")
    else:
        shown = _word_class(before)
        if shown in ("role", "capital") and text[one.start].islower():
            shown = "word"  # no name is joined to it
        found.append(f"behind {shown}")
    after = element + 1
    if after >= len(made.flags) or made.sentence[after] != made.sentence[element]:
        found.append("ends sentence")
    elif made.gaps[after]:
        found.append("before punctuation")
    else:
        found.append("before " + _word_class(made.flags[after]))
    return found


def _word_class(flags: int) -> str:
    if flags & TERM:
        return "naming verb" if flags & CUE else "term"
    for bits, name in (
        (QUOTE, "quote"),
        (WORK, "work"),
        (CUE, "cue"),
        (ARTICLE, "article"),
        (PREPOSITION, "preposition"),
        (PRONOUN, "pronoun"),
        (STOP, "small word"),
        (TITLE | ROLE, "role"),
        (CAPITAL, "capital"),
    ):
        if flags & bits:
            return name
    return "word"

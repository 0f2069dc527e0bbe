"""Quote or not: titles, names, nicknames and so-called terms told from words that someone said."""

from __future__ import annotations

import re

from articlekit.annotate.quotes.candidates import Candidate
from articlekit.annotate.quotes.evidence import Fact
from articlekit.annotate.quotes.letters import LETTER
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
from articlekit.annotate.quotes.paragraph import Paragraph
from articlekit.annotate.quotes.particles import after_quote, before_quote, setting
from articlekit.annotate.quotes.stretch import Stretch
from articlekit.annotate.quotes.words import COLON, COMMA, PAREN

__all__ = ["facts_of_speech"]

_WORD = re.compile(rf"{LETTER}+(?:['’-]{LETTER}+)*")
_LOOKED_AT = 120
_MOST_WORDS = 40
_SINGLE = frozenset("'‘")
_SHORT = frozenset("123")
_SUREST = 6
_FAR = 9


def facts_of_speech(
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
) -> tuple[Fact, ...]:
    """What counts for and against a stretch being words that someone said.

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
    inside = _inside(text, one, known)
    element = here.made.quotes[number]
    short = inside[1] in _SHORT
    rule = best.rule if best.mention is not None or best.running else "nobody"
    cue = ""
    if best.cue >= 0:
        away = abs(element - best.cue) if here is best.paragraph else _FAR
        cue = "next" if away == 1 else "near" if away < 4 else "far"
    before, behind = _before(here, element, text[one.start].islower()), _behind(here, element)
    shown: tuple[str, ...] = ()
    if not known.cased:
        before = before_quote(here, element, known) or before
        behind = after_quote(here, element, known) or behind
        shown = setting(here, element, best, known)
        second = (second or _stresses(text, one, known)) and "quotative" not in behind
    return (
        inside,
        ("said", short, rule, max(0, min(_SUREST, int(sure))), cue),
        ("beside", short, before, behind),
        ("set", short, heading, joined, repeated, second),
        ("shown", *shown),
    )


def _stresses(text: str, one: Stretch, known: Lexicon) -> bool:
    """Single marks, in a language where they only stress."""
    return known.stresses and text[one.outer_start] in _SINGLE


def _inside(text: str, one: Stretch, known: Lexicon) -> Fact:
    """Size of a stretch and what its own words show."""
    limit = min(one.end, one.start + _LOOKED_AT)
    words = _WORD.findall(text, one.start, limit)
    count = round((limit - one.start) / known.letters) if known.letters else len(words)
    size = str(count) if count < 4 else "few" if count < 7 else "some" if count < 13 else "many"
    last = text[one.end - 1]
    end = ""
    if last in ".!?…。！？":
        end = "ends like a sentence" if count > 3 else "short, ends like a sentence"
    elif last in ",，":
        end = "ends with a comma"
    if not words:
        return "inside", size, end, False, "no words"
    look_up = known.flags.get
    flags = [look_up(word.lower(), 0) for word in words[:_MOST_WORDS]]
    pronoun = any(flag & (FIRST | THIRD) for flag in flags)
    return "inside", size, end, pronoun, _case(words, flags, known) if known.cased else ""


def _case(words: list[str], flags: list[int], known: Lexicon) -> str:
    """What capitals show: a title's, a part of a sentence, a whole one."""
    small = words[0][0].islower()
    heavy = [word for word, flag in zip(words, flags, strict=False) if not flag & STOP and len(word) > 1]
    titled = heavy and all(word[0].isupper() or word[0].isdigit() for word in heavy)
    if titled and not (known.capital_nouns and (len(heavy) == 1 or small)):
        return f"title case {min(len(heavy), 3)}"
    return "opens small" if small else ""


def _before(here: Paragraph, element: int, small: bool) -> str:
    """What stands right before a stretch in its sentence."""
    made = here.made
    if not element or made.sentence[element - 1] != made.sentence[element]:
        return "opens sentence"
    gap = made.gaps[element]
    if gap & COLON:
        return "behind colon"
    if gap & PAREN:
        return "behind bracket"
    if gap & COMMA:
        return "behind comma"
    shown = _word_class(made.flags[element - 1])
    if small and shown in ("role", "capital"):
        shown = "word"  # no name is joined to it
    return f"behind {shown}"


def _behind(here: Paragraph, element: int) -> str:
    """What stands right behind a stretch in its sentence."""
    made = here.made
    after = element + 1
    if after >= len(made.flags) or made.sentence[after] != made.sentence[element]:
        return "ends sentence"
    return "before punctuation" if made.gaps[after] else "before " + _word_class(made.flags[after])


def _word_class(flags: int) -> str:
    if flags & TERM:
        return "naming verb" if flags & CUE else "term"
    for bits, name in _CLASSES:
        if flags & bits:
            return name
    return "word"


_CLASSES = (
    (QUOTE, "quote"),
    (WORK, "work"),
    (CUE, "cue"),
    (ARTICLE, "article"),
    (PREPOSITION, "preposition"),
    (PRONOUN, "pronoun"),
    (STOP, "small word"),
    (TITLE | ROLE, "role"),
    (CAPITAL, "capital"),
)

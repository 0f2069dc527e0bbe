"""Incises: who speaks, told between the marks of a quote («Oui, dit Berg, c'est vrai.»)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from articlekit.annotate.quotes.lexicon import CLAUSE, CUE, ROLE, THIRD, TITLE, Lexicon
from articlekit.annotate.quotes.stretch import Stretch, bare

__all__ = ["without_incises"]

_INCISE = re.compile(
    r"(?:(?<=[,!?…])|,|\s[–—-])\s+(?P<clause>[^\W\d_]+[^,.;:!?…«»“”\"–—]{2,80}?)(?P<close>[,.]?\s?[–—]\s?[,.]?|[,.]?\s-\s|[,.]|$)"
)
_LONGEST = 11
_WORD = re.compile(r"[^\W\d_]+")


def without_incises(text: str, one: Stretch, known: Lexicon) -> Iterator[Stretch]:
    """A stretch parted at the clauses in it that tell who speaks.

    Args:
        text: The article's text.
        one: A stretch between two marks.
        known: The language, which must set incises inside the marks.

    Yields:
        The parts that are speech, in order; the stretch itself where it has no incise.
    """
    begin, outer = one.start, one.outer_start
    if known.incises:
        for match in _INCISE.finditer(text, one.start + 2, one.end):
            start, end = match.span("clause")
            if match.start() < begin or not _tells_speaker(text[start:end], known):
                continue
            part_start, part_end = bare(text, begin, match.start())
            if part_end > part_start and text[part_end - 1] == ",":
                part_end -= 1
            if part_end > part_start:
                yield _part(one, part_start, part_end, outer, match.start())
                begin = outer = match.end()
    if begin == one.start:
        yield one
        return
    start, end = bare(text, begin, one.end)
    if end > start:
        yield _part(one, start, end, outer, one.outer_end)


def _part(one: Stretch, start: int, end: int, outer_start: int, outer_end: int) -> Stretch:
    return attrs.evolve(
        one,
        start=start,
        end=end,
        outer_start=outer_start,
        outer_end=outer_end,
        continues=outer_start != one.outer_start,
    )


def _tells_speaker(clause: str, known: Lexicon) -> bool:
    """A clause that opens with a verb of saying, its subject behind it, and nothing said in it."""
    words = _WORD.findall(clause)
    if not words or len(words) > _LONGEST or not words[0][0].islower():
        return False
    flags = [known.flags.get(word.lower(), 0) for word in words]
    verb = next((place for place, flag in enumerate(flags[:4]) if flag & CUE), -1)
    if verb < 0 or any(flag & CLAUSE for flag in flags):
        return False
    subjects = zip(words, flags, strict=True)
    return any(word[0].isupper() or flag & (THIRD | TITLE | ROLE) for word, flag in subjects)

"""Quotations in an article, with the words that attribute them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from articlekit.languages import Language, get
from articlekit.model import Block, BlockQuote, Embed, Figure, Heading, Quote, QuoteKind, Span, Speaker, Table

__all__ = ["find_quotes"]

_PAIRS = {"“": "”“", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "”": "”"}
_STRAIGHT = '"'
_LETTER = re.compile(r"\w")
_SPLIT = re.compile(r"[.!?…。！？]\s")
_NAME = re.compile(r"[^\W\d_a-z][\w'’-]+(?:\s+(?:de|van|von|der|den|al|bin|[^\W\d_a-z][\w'’.-]*))*")
_FRAGMENT_WORDS = 4
_REACH = 160


def find_quotes(
    text: str, blocks: Sequence[Block], language: Language, headline: str | None
) -> tuple[Quote, ...]:
    """Every quotation of an article, in order.

    Args:
        text: The article's canonical text.
        blocks: Its blocks, with spans into the text.
        language: Whose speech verbs hold besides English ones.
        headline: The headline, in which names may stand too.
    """
    names = _full_names(f"{headline or ''}\n{text}")
    found: list[Quote] = []
    for block in blocks:
        if isinstance(block, (Heading, Table, Figure, Embed)):
            continue
        spans = _scan(block.text)
        for start, end in spans:
            said = _attribution(block.text, start, end, language)
            speaker, cue = said if said else (None, None)
            words = len(block.text[start:end].split())
            kind = QuoteKind.BLOCK if isinstance(block, BlockQuote) else QuoteKind.DIRECT
            if kind is QuoteKind.DIRECT and words <= _FRAGMENT_WORDS:
                if speaker is None:
                    continue  # a few marked words that nobody says: a title, a name, a so-called term
                kind = QuoteKind.FRAGMENT
            found.append(
                Quote(
                    text=block.text[start:end],
                    span=Span(start=block.span.start + start, end=block.span.start + end),
                    speaker=_speaker(speaker, names) if speaker else None,
                    cue=cue,
                    kind=kind,
                    group=len(found),
                    evidence="cue" if speaker else None,
                )
            )
    return tuple(found)


def _scan(text: str) -> list[tuple[int, int]]:
    """Spans of quoted words within a block, marks not included; one pass."""
    spans: list[tuple[int, int]] = []
    opened = -1
    closing = ""
    for match in re.finditer('[“”„«»「」『』"]', text):
        mark, at = match[0], match.start()
        if opened >= 0 and mark in closing:
            spans.append(_trimmed(text, opened, at))
            opened = -1
        elif opened < 0 and (mark in _PAIRS or mark == _STRAIGHT) and mark not in "”":
            opened, closing = at + 1, _PAIRS.get(mark, mark)
        elif opened >= 0 and mark in "“„«":
            opened, closing = at + 1, _PAIRS[mark]
    if opened >= 0 and len(text) - opened > 20:
        spans.append(_trimmed(text, opened, len(text)))  # goes on in the next paragraph
    return [(start, end) for start, end in spans if _LETTER.search(text, start, end)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


@cache
def _cues(code: str) -> re.Pattern[str]:
    words = [*get(code).words("quotes", "cues"), *get("en").words("quotes", "cues")]
    return re.compile(
        rf"(?<!\w)({'|'.join(map(re.escape, sorted(words, key=len, reverse=True))) or '(?!)'})(?!\w)"
    )


def _attribution(text: str, start: int, end: int, language: Language) -> tuple[str, str] | None:
    """(speaker, cue) in the clause after the quotation, else in the one before."""
    after = text[end : end + _REACH].lstrip('”“"»」 ,.')
    stop = _SPLIT.search(after)
    before = text[max(0, start - _REACH) : start]
    stops = list(_SPLIT.finditer(before))
    for clause in (after[: stop.start()] if stop else after, before[stops[-1].end() :] if stops else before):
        cue = _cues(language.code).search(clause)
        if cue is None:
            continue
        name = _NAME.search(clause, cue.end()) or _NAME.search(clause)
        if name:
            return name[0].strip(" .'’"), cue[0]
    return None


def _full_names(text: str) -> dict[str, str]:
    """The fullest form in the article of each last name."""
    names: dict[str, str] = {}
    for match in _NAME.finditer(text):
        name = match[0].strip(" .'’")
        last = name.split()[-1]
        if " " in name and len(name) < 50 and last not in names:
            names[last] = name
    return names


def _speaker(mention: str, names: dict[str, str]) -> Speaker:
    return Speaker(name=names.get(mention.split()[-1], mention), mention=mention)

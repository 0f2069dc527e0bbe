"""Quotes: a scanner over quotation marks, what counts as quoted words, and the running speaker."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from attrs import define

from articlekit import languages
from articlekit.annotate.speakers import Found, Names, attribute, lexicon, sentence_subject
from articlekit.languages import Language
from articlekit.model import (
    Block,
    BlockQuote,
    Embed,
    Figure,
    Heading,
    List,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    Table,
)

__all__ = ["find_quotes"]

_MARK = re.compile("[“”„‟«»\"'‘’‚‹›「」『』〝〟]")
_DASH = re.compile(r"\s*[—–―]\s*(?=\S)")
_INCISE = re.compile(r"(?<=[,.!?…])\s*[—–―]\s*|\s+[—–―]\s*(?=\w)")
_AFTER_COMMA = re.compile(r"[,.?!]\s+(?P<word>\w+)\s")
_STOP = re.compile(r"[.!?…](?=\s+[^\sa-zа-я])|[。！？]|\n")
_WORDS = re.compile(r"\w+")
_CLOSERS = {
    "“": '”"“',
    "”": '”"',
    "„": '“”"„‟',
    "‟": '”"',
    "«": "»",
    "»": "«»",
    '"': '"”',
    "'": "'’",
    "‘": "’'",
    "‚": "‘’",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "〝": "〟",
}
_SINGLE = "'‘’‚‹›"
_WEAK = frozenset("'‘")
_BEFORE = ' \t\n\u00a0\u202f([{—–-/“"«„「‘'
_END = ".,!?…。！？，"


@define
class _Found:
    """Quoted words between two marks; ``outer`` spans take in the marks."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    block: int
    kind: QuoteKind = QuoteKind.DIRECT
    closed: bool = True
    reopened: bool = False
    cite: str | None = None


def find_quotes(
    text: str, blocks: Sequence[Block], language: Language, headline: str | None
) -> tuple[Quote, ...]:
    """The quotations of a text with their speakers.

    Args:
        text: The article's text, into which all spans point.
        blocks: The article's blocks in order.
        language: The language's words.
        headline: The article's headline, a source of full names.

    Returns:
        Quotes in order of place, none overlapping.
    """
    known = lexicon(language)
    found: list[_Found] = []
    for index, block in enumerate(blocks):
        if isinstance(block, (Figure, Embed, Table)) or block.span.end <= block.span.start:
            continue
        if isinstance(block, BlockQuote):
            found.append(_block_quote(text, block, index))
            continue
        spans = [item.span for item in block.items] if isinstance(block, List) else [block.span]
        for span in spans:
            dialogue = _dialogue(text, span, index, language)
            found.extend(dialogue or _scan(text, span.start, span.end, index))
    if not found:
        return ()
    names = Names(known)
    names.learn(text)
    if headline:
        names.learn(headline)
        names.people.sort()
    return _attributed(text, blocks, [one for one in found if one.end > one.start], names)


def _block_quote(text: str, block: BlockQuote, index: int) -> _Found:
    start, end = _bare(text, block.span.start, block.span.end)
    if text[start : start + 1] in _CLOSERS and text[end - 1 : end] in '”»"“’」':
        start, end = _bare(text, start + 1, end - 1)
    return _Found(start, end, block.span.start, block.span.end, index, QuoteKind.BLOCK, cite=block.cite)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


@cache
def _dashed(code: str) -> bool:
    return bool(languages.get(code).value("quotes", "dash", False))


def _dialogue(text: str, span: Span, index: int, language: Language) -> list[_Found]:
    """A paragraph that opens with a dialogue dash: speech and incises by turns."""
    opening = _DASH.match(text, span.start, span.end)
    if opening is None or not _dashed(language.code):
        return []
    found: list[_Found] = []
    at, speech = opening.end(), True
    for cut in _INCISE.finditer(text, opening.end(), span.end):
        if speech:
            found.append(_dash_part(text, at, cut.start(), index))
        at, speech = cut.end(), not speech
    if speech:
        found.append(_dash_part(text, at, _speech_end(text, at, span.end, language), index))
    return [one for one in found if one.end > one.start]


def _speech_end(text: str, start: int, end: int, language: Language) -> int:
    """Where speech after a dash gives way to its attribution behind a comma: "– Ja, sier hun."."""
    known = lexicon(language)
    for match in _AFTER_COMMA.finditer(text, start, end):
        if match["word"].lower() in known.cues:
            return match.start() + 1
    return end


def _dash_part(text: str, start: int, end: int, index: int) -> _Found:
    inner = _bare(text, start, end)
    return _Found(*inner, start, end, index, QuoteKind.DIALOGUE)


def _opens(text: str, at: int, start: int, end: int) -> bool:
    """The mark stands where an opening one would."""
    mark = text[at]
    if mark in "«„「『〝‹‚“‟":
        return mark not in "‹‚" or at + 1 < end
    if mark in "」』〟":
        return False
    free = at == start or text[at - 1] in _BEFORE
    follows = at + 1 < end and not text[at + 1].isspace()
    if mark in "”’›":
        return mark == "”" and free and follows
    if mark == "»":
        return free and follows
    if mark in _WEAK and (not follows or not text[at + 1].isalpha()):
        return False
    return (free or (at > start and not text[at - 1].isalnum() and mark == '"')) and follows


def _closes(text: str, at: int, opener: str, end: int) -> bool:
    mark = text[at]
    if mark not in _CLOSERS[opener]:
        return False
    after = text[at + 1] if at + 1 < end else " "
    if opener in _SINGLE or mark in "'’":
        return not after.isalnum() and not text[at - 1].isspace()
    if mark == opener or (mark == "“" and opener == "“"):
        return not after.isalnum() or (mark == '"' and not text[at - 1].isspace() and text[at - 1] not in "(")
    return True


def _scan(text: str, start: int, end: int, index: int) -> list[_Found]:
    """Pair the marks of one block, left to right, with a single open quote at a time."""
    marks = [match.start() for match in _MARK.finditer(text, start, end)]
    doubled = "''" in text[start:end]  # typewriter marks: their single ones cannot be told apart
    marks = [
        at for at in marks if not _apostrophe(text, at, start, end) and not (doubled and text[at] == "'")
    ]
    closers = [at for at in marks if text[at] in "'’" and _closes(text, at, "‘", end)]
    found: list[_Found] = []
    opened = -1
    depth = 0
    for number, at in enumerate(marks):
        mark = text[at]
        if opened < 0:
            if _opens(text, at, start, end) and not (mark in _WEAK and not _later(closers, at)):
                opened, depth = at, 0
            continue
        opener = text[opened]
        if _closes(text, at, opener, end):
            if depth:
                depth -= 1
                continue
            found.append(_pair(text, opened, at, index))
            opened = -1
        elif mark == opener and mark in "“«„「":
            rest = [text[x] for x in marks[number + 1 : number + 3]]
            if len(rest) == 2 and all(x in _CLOSERS[opener] and x != opener for x in rest):
                depth += 1
            else:
                found.append(_unclosed(text, opened, at, index))
                opened, depth = at, 0
        elif mark in _CLOSERS and opener in _WEAK and mark in '“"«' and not _later(closers, at):
            opened = at
    if opened >= 0 and text[opened] not in _SINGLE:
        found.append(_unclosed(text, opened, end, index))
    return found


def _later(places: Sequence[int], at: int) -> bool:
    spot = bisect_left(places, at + 2)
    return spot < len(places)


def _apostrophe(text: str, at: int, start: int, end: int) -> bool:
    """An apostrophe inside a word, or inches and feet after a number."""
    mark = text[at]
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if mark in "'’‘":
        return before.isalnum() and after.isalnum()
    return False


def _pair(text: str, opened: int, at: int, index: int) -> _Found:
    start, end = _bare(text, opened + 1, at)
    return _Found(start, end, opened, at + 1, index)


def _unclosed(text: str, opened: int, limit: int, index: int) -> _Found:
    start, end = _bare(text, opened + 1, limit)
    return _Found(start, end, opened, end, index, closed=False)


def _sentence_start(stops: Sequence[int], low: int, at: int) -> int:
    spot = bisect_left(stops, at)
    return max(low, stops[spot - 1]) if spot else low


def _sentence_end(stops: Sequence[int], at: int, high: int) -> int:
    spot = bisect_left(stops, at + 1)
    return min(high, stops[spot]) if spot < len(stops) else high


def _attributed(
    text: str, blocks: Sequence[Block], found: Sequence[_Found], names: Names
) -> tuple[Quote, ...]:
    """Decide what is a quote, and give each its speaker in one pass."""
    stops = [match.end() for match in _STOP.finditer(text)]
    quotes: list[Quote] = []
    group = 0
    last: _Found | None = None
    for number, one in enumerate(found):
        span = blocks[one.block].span
        previous = found[number - 1] if number and found[number - 1].block == one.block else None
        following = found[number + 1] if number + 1 < len(found) else None
        low = previous.outer_end if previous else span.start
        high = following.outer_start if following and following.block == one.block else span.end
        begin = max(low, _sentence_start(stops, span.start, one.outer_start))
        before = (begin, one.outer_start)
        after = (one.outer_end, _after_end(text, one, stops, high))
        clue = _clue(text, one, before, after, names)
        same = last is not None and last.block == one.block and begin <= last.outer_end
        opens = not text[before[0] : before[1]].strip()
        if clue is None and not _is_quote(text, one, opens, same, blocks[one.block]):
            continue
        if clue is None and opens and one.block and previous is None:
            clue = _lead_in(text, blocks[one.block - 1], names)
        if clue is None and not opens and not same and one.kind is QuoteKind.DIRECT:
            clue = sentence_subject(text, before, names.known, names.full)
        speaker, evidence, cue = _speaker(one, clue, same, opens, last, quotes, names)
        joined = bool(quotes) and last is not None and _joined(text, last, one, same)
        group = group if joined else group + 1
        quotes.append(_quote(text, one, speaker, cue, evidence, group, opens))
        if speaker and speaker.name:
            names.running, names.running_at = speaker.name, one.outer_end
        last = one
    return tuple(quotes)


def _after_end(text: str, one: _Found, stops: Sequence[int], high: int) -> int:
    """Where the clause after a quote ends: nowhere where the quote ended its sentence."""
    if one.kind is QuoteKind.BLOCK or not one.closed:
        return one.outer_end
    end = _sentence_end(stops, one.outer_end, high)
    tail = text[one.outer_end : min(end, one.outer_end + 3)].strip()
    if text[one.end - 1] in ".…。" and tail[:1].isupper() and not text[one.outer_end :][:1].isalnum():
        stretch = text[one.outer_end : min(end, one.outer_end + 60)].split()
        return end if len(stretch) < 8 else one.outer_end
    return end


def _clue(
    text: str, one: _Found, before: tuple[int, int], after: tuple[int, int], names: Names
) -> Found | None:
    if one.kind is QuoteKind.BLOCK:
        if one.cite:
            return Found(one.cite, one.start, one.start, None, "cite")
        return None
    return attribute(text, before, after, names.known, names.full)


def _lead_in(text: str, block: Block, names: Names) -> Found | None:
    """The clue at the end of the paragraph before, where that ends in a colon."""
    start, end = block.span.start, block.span.end
    if end <= start or text[end - 1] not in ":：" or isinstance(block, (Heading, Table)):
        return None
    cut = max(text.rfind(mark, start, end - 1) for mark in (". ", "! ", "? ", "” "))
    return attribute(text, (max(start, cut + 1), end), (end, end), names.known, names.full)


def _is_quote(text: str, one: _Found, opens: bool, same: bool, block: Block) -> bool:
    """Without a clue: long or whole sentences are quoted words, a few words are a term or title."""
    if one.kind in (QuoteKind.BLOCK, QuoteKind.DIALOGUE):
        return True
    words = _WORDS.findall(text, one.start, min(one.end, one.start + 400))
    count = len(words)
    if 2 <= count <= 6 and _is_title(words):
        return False
    if isinstance(block, Heading):
        return count > 3
    ended = text[one.end - 1] in ".!?…。！？"
    return same or count > 3 or (opens and ended) or one.end - one.start > 60


def _is_title(words: Sequence[str]) -> bool:
    """Every word of weight is capitalised: a work's or a programme's name."""
    return all(word[0].isupper() or len(word) < 4 for word in words) and words[-1][0].isupper()


def _speaker(
    one: _Found,
    clue: Found | None,
    same: bool,
    opens: bool,
    last: _Found | None,
    quotes: Sequence[Quote],
    names: Names,
) -> tuple[Speaker | None, str | None, str | None]:
    if clue:
        name = names.resolve(clue.mention, clue.start)
        place = Span(start=clue.start, end=clue.end) if clue.end > clue.start else None
        name = clue.mention if clue.rule == "cite" and name is None else name
        return Speaker(name=name, mention=clue.mention, span=place), clue.rule, clue.cue
    if quotes and last and quotes[-1].speaker and (same or one.block - last.block <= 2):
        return quotes[-1].speaker, "same sentence" if same else "running speaker", None
    return None, None, None


def _joined(text: str, last: _Found, one: _Found, same: bool) -> bool:
    """Stretches of one interrupted quote, or paragraphs of one long one."""
    if same:
        return True
    return one.block == last.block + 1 and not last.closed and text[one.outer_start] == text[last.outer_start]


def _quote(
    text: str,
    one: _Found,
    speaker: Speaker | None,
    cue: str | None,
    evidence: str | None,
    group: int,
    opens: bool,
) -> Quote:
    kind = one.kind
    words = text[one.start : one.end]
    if kind is QuoteKind.DIRECT and not opens and words[0].islower() and words[-1] not in "!?":
        kind = QuoteKind.FRAGMENT
    return Quote(
        text=words,
        span=Span(start=one.start, end=one.end),
        speaker=speaker,
        cue=cue,
        kind=kind,
        group=group,
        evidence=evidence,
    )

"""The scanner: quotation marks paired into stretches of quoted words, block by block, left to right.

Nothing here knows who speaks or whether the words were said: a title in marks is a stretch too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from articlekit.annotate.quotes.dialogue import cut_tail, dialogue
from articlekit.annotate.quotes.incises import without_incises
from articlekit.annotate.quotes.lexicon import Lexicon
from articlekit.annotate.quotes.stretch import Stretch, bare
from articlekit.model import Block, BlockQuote, Embed, Figure, List, QuoteKind, Table

__all__ = ["scan"]

_CLOSERS = {
    "“": '”"“',
    "”": '”"',
    "„": '“”"„‟',
    "‟": '”"',
    "«": "»",
    "»": "«»",
    '"': '"”“',
    "'": "'’",
    "‘": "’'",
    "‚": "‘’'",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "〝": "〟",
    "《": "》",
    "״": '״"',
}
_ANY_MARK = re.compile("[“”„‟«»\"'‘’‚‹›「」『』〝〟《》״]")
_MARK = re.compile(_ANY_MARK.pattern + r"(?:(?<!['‘’])|(?<![^\W_].)|(?![^\W_]))", re.DOTALL)
"""Marks without the apostrophes inside words, which scripts without capitals do not have: there a particle may
stand right behind a mark."""
_OPEN_ONLY = frozenset("«„「『〝“‟《")
_CLOSE_ONLY = frozenset("」』〟》")
_SINGLE = frozenset("'‘’‚‹›")
_WEAK = frozenset("'‘")
"""Marks that are apostrophes too: they open only where a closing one follows."""
_BEFORE = frozenset(' \t\n\u00a0\u202f([{—–-/“"«„「‘…:')
_IN_WORD = re.compile("[\"״'׳](?<=[א-ת].)(?=[א-ת])")
"""Marks inside Hebrew words: acronyms, foreign sounds."""
_LEADING = "ושהכלבמ"
"""Small words of one letter that are glued before an opening mark in Hebrew."""
_TURNED = str.maketrans("’‘”“", "‘’“”")
_OPENING_TURNED = re.compile(r"(?<!\S)[’”](?=\w)|[‘“](?=[\s۔،]|$)")
_SIGNED = re.compile(r"\s*[—–―-]{1,2}\s*(?P<who>[^\n]{3,80})$")


def scan(text: str, blocks: Sequence[Block], known: Lexicon) -> list[Stretch]:
    """Every stretch of the article that may be quoted words, in order, none overlapping.

    Args:
        text: The article's text.
        blocks: Its blocks.
        known: The language's words.
    """
    if "’‘" in known.marks:
        text = _turned(text)
    marks = [match.start() for match in (_MARK if known.cased else _ANY_MARK).finditer(text)]
    found: list[Stretch] = []
    for index, block in enumerate(blocks):
        if isinstance(block, (Figure, Embed, Table)) or block.span.end <= block.span.start:
            continue
        if isinstance(block, BlockQuote) and not _reported(text, block):
            found.append(_block_quote(text, block, index))
            continue
        spans = [item.span for item in block.items] if isinstance(block, List) else [block.span]
        for span in spans:
            start, end = span.start, span.end
            low = bisect_left(marks, start)
            inside = low < len(marks) and marks[low] < end
            spoken = dialogue(text, start, end, index, known) if known.dash else None
            if spoken:
                found += spoken
            elif inside:
                found += _scan(text, marks[low : bisect_left(marks, end, low)], start, end, index, known)
    return [one for one in found if one.end > one.start]


def _turned(text: str) -> str:
    """A text whose curly marks stand the other way round (Urdu ’…‘, ”…“) with them turned, doubled ones as one."""
    turned = sum(1 for _ in _OPENING_TURNED.finditer(text))
    if 2 * turned > sum(text.count(mark) for mark in "’‘”“"):
        text = text.translate(_TURNED)
    return text.replace("‘‘", " “").replace("’’", "” ")


def _reported(text: str, block: BlockQuote) -> bool:
    """A block quote with words of its own around the quoted ones: “…,” said X."""
    start, end = bare(text, block.span.start, block.span.end)
    closers = _CLOSERS.get(text[start : start + 1], "")
    closing = next((at for at in range(start + 1, end) if text[at] in closers), -1) if closers else -1
    return (
        0 <= closing < end - 1
        and any(char.isalnum() for char in text[closing:end])
        and not _SIGNED.match(text, closing + 1, end)
    )


def _block_quote(text: str, block: BlockQuote, index: int) -> Stretch:
    """A block quote whole, without the marks around it and the signature under it."""
    start, end = bare(text, block.span.start, block.span.end)
    cite = block.cite
    signed = _SIGNED.search(text, max(start, end - 90), end)
    if signed and text[signed.start() - 1 : signed.start()] in tuple(".!?…”»“\"’'"):
        cite = cite or signed["who"].strip()
        start, end = bare(text, start, signed.start())
    if text[start : start + 1] in _CLOSERS and text[end - 1 : end] in tuple(_CLOSERS[text[start]]):
        start, end = bare(text, start + 1, end - 1)
    low, high = block.span.start, block.span.end
    return Stretch(start, end, low, high, index, low, high, QuoteKind.BLOCK, cite=cite)


def _scan(text: str, marks: Sequence[int], start: int, end: int, block: int, known: Lexicon) -> list[Stretch]:
    """Pair the marks of one paragraph with a single quote open at a time; inner ones are only counted."""
    marks = _holding(text, marks, start, end, known)
    closers = [at for at in marks if text[at] in "'’" and _closes(text, at, "‘", end, known)]
    found: list[Stretch] = []
    opened, depth = -1, 0
    for number, at in enumerate(marks):
        mark = text[at]
        if opened < 0:
            if _opens(text, at, start, end, known) and not (mark in _WEAK and not _later(closers, at)):
                opened, depth = at, 0
            continue
        opener = text[opened]
        if _closes(text, at, opener, end, known):
            if depth:
                depth -= 1
                continue
            whole = Stretch(*bare(text, opened + 1, at), opened, at + 1, block, start, end)
            found.extend(without_incises(text, whole, known))
            opened = -1
        elif mark == opener and mark in _OPEN_ONLY:
            if _nested(text, marks, number, opener):
                depth += 1
            else:
                found.append(_unclosed(text, opened, at, block, start, end, known))
                opened, depth = at, 0
        elif opener in _WEAK and mark in '“"«' and not _later(closers, at):
            opened = at
    if opened >= 0 and text[opened] not in _SINGLE:
        found.append(_unclosed(text, opened, end, block, start, end, known))
    return found


def _holding(text: str, marks: Sequence[int], start: int, end: int, known: Lexicon) -> Sequence[int]:
    """Those marks of a paragraph that can hold speech: typewriter marks ('') cannot be told from single ones, 《》
    hold titles in most languages."""
    if text.find("''", start, end) >= 0:
        marks = [at for at in marks if text[at] != "'"]
    if not known.cased:
        marks = [at for at in marks if not _IN_WORD.match(text, at) or _led(text, at, start)]
    if "《" not in known.marks:
        marks = [at for at in marks if text[at] not in "《》"]
    return marks


def _led(text: str, at: int, start: int) -> bool:
    """Only small words are glued before a mark between letters, and more than the last letter of an acronym behind."""
    first = at
    while first > start and at - first < 3 and text[first - 1] in _LEADING:
        first -= 1
    alone = first < at and (first == start or not text[first - 1].isalpha())
    return alone and text[at + 1 : at + 3].isalpha() and len(text[at + 1 : at + 3]) == 2


def _opens(text: str, at: int, start: int, end: int, known: Lexicon) -> bool:
    """The mark stands where an opening one would."""
    mark = text[at]
    follows = at + 1 < end and not text[at + 1].isspace()
    if mark in _OPEN_ONLY:
        return True
    if mark in _CLOSE_ONLY:
        return False
    if mark in "‹‚":
        return at + 1 < end
    before = text[at - 1] if at > start else " "
    free = before in _BEFORE or (not known.cased and mark in '"‘״')  # small words are glued to it: و"…", ב"…"
    if mark in "”»":
        return free and follows
    if mark in _WEAK:
        return free and follows and text[at + 1].isalpha()
    return mark in '"״' and follows and (free or not before.isalnum())


def _closes(text: str, at: int, opener: str, end: int, known: Lexicon) -> bool:
    mark = text[at]
    if mark not in _CLOSERS[opener]:
        return False
    after = text[at + 1] if at + 1 < end else " "
    if opener in _SINGLE or mark in "'’":
        return (not after.isalnum() or not known.cased) and not text[at - 1].isspace()
    if mark == opener or mark == "“":
        glued = mark in '"״' and not text[at - 1].isspace() and text[at - 1] != "("
        return not after.isalnum() or glued or (mark == "“" and opener == "„") or not known.spaced
    return True


def _nested(text: str, marks: Sequence[int], number: int, opener: str) -> bool:
    """The same mark opens again inside a quote and two closing ones follow."""
    following = [text[at] for at in marks[number + 1 : number + 3]]
    return len(following) == 2 and all(mark in _CLOSERS[opener] and mark != opener for mark in following)


def _later(places: Sequence[int], at: int) -> bool:
    return bisect_left(places, at + 2) < len(places)


def _unclosed(text: str, opened: int, limit: int, block: int, low: int, high: int, known: Lexicon) -> Stretch:
    """A quote whose closing mark is missing: up to its attribution, or to the next mark or paragraph."""
    cut = cut_tail(text, opened + 1, limit, known) if limit == high else limit
    start, end = bare(text, opened + 1, cut)
    return Stretch(start, end, opened, cut if cut < limit else end, block, low, high, closed=cut < limit)

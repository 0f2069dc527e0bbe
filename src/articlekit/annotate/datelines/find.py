"""Datelines: the agency's formal one before a report, and scenes set in the running text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from itertools import islice

import attrs

from articlekit.annotate.datelines.agencies import agencies_of
from articlekit.annotate.datelines.heads import Head, has_reporters, read_head, without_reporters
from articlekit.annotate.datelines.proof import Context, proves
from articlekit.annotate.datelines.scenes import find_scenes
from articlekit.annotate.datelines.shapes import read_shape
from articlekit.dates import resolve
from articlekit.languages import Language
from articlekit.limits import Limits
from articlekit.model import Block, Dateline, DatelineKind, Heading, Paragraph, PartialDate, Span
from articlekit.pieces import Piece, PieceKind

__all__ = ["datelines_above", "find_datelines", "settle_lines"]

_OPENING = 3  # a standfirst or a byline may stand before the paragraph with the dateline
_WINDOW = 140
_ENDS = 7
_ALONE = 100
_END = re.compile(
    r"""(?P<dash>\s*(?:--+|–|—|―|ـ+|\.[-–—])(?=\s|$|[^\W\d_]|["“«‘'„])|\s+-(?=[^\W\d_]|["“«„])|\s*-(?=\s|$)|\s_(?=\s))
    |(?P<colon>\s?[:：](?=\s|$|["“«]))
    |(?P<bar>\s?[|•](?=\s))
    |(?P<stop>[.](?=\s+["“«„(]?[^\W\da-z_]|\s*$)|\s?[।])
    |(?P<close>[)\]/](?=\s|$|[^\W\d_]))""",
    re.VERBOSE,
)
_BRACKETED = re.compile(r"[^()\[\]/.!?]{0,60}[(\[/]\s?([^()\[\]/]{2,40})[)\]/]")
_LOWER = "[a-zß-öø-ÿāăąćčďđēėęěğīįıķļłńņňōőœŕřśşšţťūůűųźżžșțα-ωά-ώа-џґ]"
_CASELESS = "[\u05d0-\u060b\u060d-\u061a\u0620-\u06d3\u06d5-\u0963\u0966-\u0dff\u0e00-\u0eff\uac00-\ud7a3]"
_PROSE = re.compile(
    rf"(?<!\w)(?<!\d\s)(?<!\d\.\s){_LOWER}{{2,}}(?:\s{_LOWER}{{2,}}){{2}}|(?<!\w){_CASELESS}+(?:\s{_CASELESS}+){{5}}"
)
_RUNNING = re.compile(rf"(?<!\w){_LOWER}{{3,}}")


def find_datelines(
    text: str,
    blocks: Sequence[Block],
    language: Language,
    reference: dt.date | None,
    publisher: str | None,
    limits: Limits,
) -> tuple[Dateline, ...]:
    """Every dateline of an article, in order.

    Args:
        text: The article's canonical text.
        blocks: Its blocks, with spans into the text.
        language: Whose months, agencies and prepositions hold besides the English ones.
        reference: Day against which partial dates are resolved.
        publisher: The paper, which may name itself where others name an agency.
        limits: What the parse may spend; paragraphs that there is no time for are not read.
    """
    contexts = {
        place: Context(text=text, language=language, place=place, reference=reference, publisher=publisher)
        for place in ("first", "section", "later")
    }
    opening = contexts["first"]._replace(alone=True)
    found: list[Dateline] = []
    seen, place = 0, "first"
    for block in limits.while_time((*_standfirst(text, blocks), *blocks)):
        if isinstance(block, Heading):
            place = "first" if seen < _OPENING else "section"
        elif isinstance(block, Paragraph):
            line = _formal(block, opening if place == "first" and not block.links else contexts[place])
            seen += 1
            place = "first" if seen < _OPENING else "later"
            if line is not None:
                found.append(line)
            found.extend(find_scenes(block, language, reference, line.span.end if line else 0))
    return tuple(found)


def datelines_above(
    lines: Iterable[str], language: Language, reference: dt.date | None, publisher: str | None
) -> tuple[Dateline, ...]:
    """The first dateline among the lines above the text; its span is empty, at the text's start.

    Args:
        lines: The lines above the text, as shown.
        language: The article's.
        reference: Day against which a partial date is resolved.
        publisher: The paper's name.
    """
    context = Context(text="", language=language, place="first", reference=reference, publisher=publisher)
    for text in lines:
        if len(text) <= _ALONE:
            block = Paragraph(text=text, span=Span(start=0, end=len(text)))
            line = _formal(block, context)
            if line is not None and len(line.text) == len(text.strip()):
                return (attrs.evolve(line, span=Span(start=0, end=0)),)
    return ()


def settle_lines(pieces: Sequence[Piece], language: Language, publisher: str | None) -> list[Piece]:
    """Make paragraphs of the datelines on lines of their own that look like headings.

    Args:
        pieces: The pieces of an article as read.
        language: The article's.
        publisher: The paper's name.
    """
    settled: list[Piece] = []
    seen, last = 0, ""
    for piece in pieces:
        opens = seen < _OPENING or last == PieceKind.HEADING
        if piece.kind is PieceKind.HEADING and opens and len(piece.text) <= _ALONE and not piece.links:
            context = Context(
                text="",
                language=language,
                place="first",
                publisher=publisher,
                alone=not (seen or piece.level),
            )
            block = Paragraph(text=piece.text, span=Span(start=0, end=len(piece.text)))
            line = _formal(block, context)
            if line is not None and len(line.text) == len(piece.text):
                piece = attrs.evolve(piece, kind=PieceKind.PARAGRAPH, level=None)
        seen += piece.kind is PieceKind.PARAGRAPH
        last = piece.kind
        settled.append(piece)
    return settled


def _standfirst(text: str, blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """The text before the first block, where papers set the dateline too."""
    lead = text[: blocks[0].span.start].rstrip() if blocks else ""
    return (Paragraph(text=lead, span=Span(start=0, end=len(lead))),) if lead else ()


def _formal(block: Paragraph, context: Context) -> Dateline | None:
    """The dateline that a paragraph begins with; the longest reading that is proved counts."""
    window = _head_window(block.text, context)
    if not window:
        return None
    start = len(window) - len(window.lstrip())
    shape = read_shape(block.text[start:_WINDOW], context.language) if context.place != "later" else None
    if shape is not None:
        return _line(block, start, start + shape.end, shape.head, context)
    if "\u3040" <= block.text[start : start + 1] <= "\u9fff":
        return None  # only shapes read what Chinese and Japanese begin with
    best: tuple[int, str, Head] | None = None
    reach = min(len(block.text), len(window) + 6)  # what stands behind a mark is looked at too
    for end in islice(_END.finditer(block.text, start, reach), _ENDS):
        if end.start() > len(window):
            break
        kind = end.lastgroup or ""
        stop = end.end() if kind == "close" else end.start()
        head = read_head(block.text[start:stop], context.language, context.publisher)
        if head is None or not (head.places or (head.date and head.bracketed)):
            continue
        if proves(head, kind, end[0], block.text[end.end() :], context) and (
            best is None or _says_more(head, kind, best)
        ):
            best = (end.end(), kind, head)
    if best is None and len(block.text) <= min(_ALONE, len(window)):
        head = read_head(block.text, context.language, context.publisher)
        if head and head.places and proves(head, "alone", "", "", context):
            best = (len(block.text.rstrip()), "alone", head)
    return _line(block, start, best[0], best[2], context) if best else None


def _head_window(text: str, context: Context) -> str:
    """The beginning of a paragraph as far as it may be a head: to where running words begin."""
    window = text[:_WINDOW]
    if context.place == "later":  # only an agency in brackets makes a dateline there
        inside = _BRACKETED.match(window)
        if inside is None or not agencies_of(context.language.code).within(inside[1].strip()):
            return ""
    prose = _prose_start(window)
    if prose is not None and prose < _WINDOW // 2 and has_reporters(window, context.language):
        prose = _prose_start(without_reporters(window, context.language))
    return window[:prose]


def _prose_start(window: str) -> int | None:
    """Where running words begin: three together, or the fifth in all."""
    run = _PROSE.search(window)
    fifth = next(islice(_RUNNING.finditer(window), 4, None), None)
    return min((match.start() for match in (run, fifth) if match), default=None)


def _says_more(head: Head, kind: str, best: tuple[int, str, Head]) -> bool:
    """Whether a longer reading holds more than the one before, or its mark belongs to that."""
    before = best[2]
    return (
        len(head.agencies) > len(before.agencies)
        or (head.date is not None and before.date is None)
        or (kind == "dash" and best[1] != "dash")
    )


def _line(block: Paragraph, start: int, end: int, head: Head, context: Context) -> Dateline:
    shown = block.text[start:end].rstrip()
    return Dateline(
        text=shown,
        kind=DatelineKind.FORMAL,
        places=head.places,
        date=_dated(head.date, context.reference) if head.date else None,
        agencies=head.agencies,
        span=Span(start=block.span.start + start, end=block.span.start + start + len(shown)),
    )


def _dated(date: PartialDate, reference: dt.date | None) -> PartialDate:
    return attrs.evolve(date, resolved=resolve(date, reference))

"""Datelines: the agency's formal one before a report, and scenes set in the running text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import islice

import attrs
from attrs import frozen

from articlekit.annotate.agencies import agencies_of
from articlekit.annotate.dates import resolve
from articlekit.annotate.heads import Head, has_reporters, read_head, without_reporters
from articlekit.annotate.places import names_of
from articlekit.annotate.scenes import find_scenes
from articlekit.annotate.shapes import read_shape
from articlekit.languages import Language
from articlekit.model import Block, Dateline, DatelineKind, Heading, Paragraph, PartialDate, Span

__all__ = ["find_datelines"]

_OPENING = 3  # a standfirst or a byline may stand before the paragraph with the dateline
_WINDOW = 140
_ENDS = 7
_ALONE = 100
_END = re.compile(
    r"""(?P<dash>\s*(?:--+|–|—|―|ـ+|\.[-–—])(?=\s|$|[^\W\d_]|["“«‘'„])|\s+-(?=[^\W\d_]|["“«„])|\s*-(?=\s|$))
    |(?P<colon>\s?[:：](?=\s|$|["“«]))
    |(?P<bar>\s?[|•](?=\s))
    |(?P<stop>[.](?=\s+["“«„(]?[^\W\da-z_]|\s*$)|\s?[।])
    |(?P<close>[)\]/](?=\s|$|[^\W\d_]))""",
    re.VERBOSE,
)
_OPENS = re.compile(r"""[\s"“«„‘'(\[*]*(.)""")
_SHORT = 20
_BRACKETED = re.compile(r"[^()\[\]/.!?]{0,60}[(\[/]\s?([^()\[\]/]{2,40})[)\]/]")
_LOWER = "[a-zß-öø-ÿāăąćčďđēėęěğīįıķļłńņňōőœŕřśşšţťūůűųźżžșțα-ωά-ώа-џґ]"
_CASELESS = "[\u05d0-\u060b\u060d-\u061a\u0620-\u06d3\u06d5-\u0963\u0966-\u0dff\u0e00-\u0eff\uac00-\ud7a3]"
_PROSE = re.compile(
    rf"(?<!\w)(?<!\d\s)(?<!\d\.\s){_LOWER}{{2,}}(?:\s{_LOWER}{{2,}}){{2}}|(?<!\w){_CASELESS}+(?:\s{_CASELESS}+){{5}}"
)
_RUNNING = re.compile(rf"(?<!\w){_LOWER}{{3,}}")
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")  # only shapes read what these scripts begin with


@frozen(kw_only=True)
class _Context:
    """Where a head stands: ``place`` is "first" (the article's start), "section" or "later"."""

    text: str
    language: Language
    place: str
    reference: dt.date | None
    publisher: str | None


def find_datelines(
    text: str,
    blocks: Sequence[Block],
    language: Language,
    reference: dt.date | None,
    publisher: str | None = None,
) -> tuple[Dateline, ...]:
    """Every dateline of an article, in order.

    Args:
        text: The article's canonical text.
        blocks: Its blocks, with spans into the text.
        language: Whose months, agencies and prepositions hold besides the English ones.
        reference: Day against which partial dates are resolved.
        publisher: The paper, which may name itself where others name an agency.
    """
    contexts = {
        place: _Context(text=text, language=language, place=place, reference=reference, publisher=publisher)
        for place in ("first", "section", "later")
    }
    found: list[Dateline] = []
    seen, place = 0, "first"
    for block in (*_standfirst(text, blocks), *blocks):
        if isinstance(block, Heading):
            place = "first" if seen < _OPENING else "section"
        elif isinstance(block, Paragraph):
            line = _formal(block, contexts[place])
            seen += 1
            place = "first" if seen < _OPENING else "later"
            if line is not None:
                found.append(line)
            found.extend(find_scenes(block, language, reference, line.span.end if line else 0))
    return tuple(found)


def _standfirst(text: str, blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """The text before the first block, where papers set the dateline too."""
    lead = text[: blocks[0].span.start].rstrip() if blocks else ""
    return (Paragraph(text=lead, span=Span(start=0, end=len(lead))),) if lead else ()


def _formal(block: Paragraph, context: _Context) -> Dateline | None:
    """The dateline that a paragraph begins with; the longest reading that is proved counts."""
    window = _head_window(block.text, context)
    if not window:
        return None
    start = len(window) - len(window.lstrip())
    shape = read_shape(block.text[start:_WINDOW], context.language) if context.place != "later" else None
    if shape is not None:
        return _line(block, start, start + shape.end, shape.head, context)
    if _DENSE.match(block.text, start):
        return None
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
        if _proves(head, kind, end[0], block.text[end.end() :], context) and (
            best is None or _says_more(head, kind, best)
        ):
            best = (end.end(), kind, head)
    if best is None and len(block.text) <= min(_ALONE, len(window)):
        head = read_head(block.text, context.language, context.publisher)
        if head and head.places and _proves(head, "alone", "", "", context):
            best = (len(block.text.rstrip()), "alone", head)
    return _line(block, start, best[0], best[2], context) if best else None


def _head_window(text: str, context: _Context) -> str:
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


def _line(block: Paragraph, start: int, end: int, head: Head, context: _Context) -> Dateline:
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


def _proves(head: Head, kind: str, mark: str, rest: str, context: _Context) -> bool:
    """Whether a head's parts prove a dateline, before a mark of this kind."""
    named = bool(head.agencies) and not head.unsure
    sure = _is_sure(head, context.language)
    if kind == "close" and head.enclosed and not head.agencies:
        return context.place == "first" and len(rest) > _SHORT and _opens(rest) and _is_city(head, context)
    if kind == "close":
        return named and head.bracketed and _opens(rest) and (sure or _is_like_a_town(head, context))
    if head.date and head.date.day and not head.places:
        return named and kind == "dash"
    if named and (sure or (head.bracketed and kind != "alone") or kind in ("dash", "bar")):
        return kind != "stop" or not rest or _opens(rest)
    if kind == "dash" and head.agencies and sure:
        return True
    if head.by_reporter:
        return context.place != "later" and (sure or kind in ("dash", "alone"))
    if head.date_first and not _is_city(head, context):
        return False
    if head.date and head.date.month:
        if kind in ("dash", "bar"):
            return sure or (head.apart and context.place == "first" and _is_like_a_town(head, context))
        known = sure and (kind != "alone" or names_of(context.language.code).knows(head.places[0].name))
        return known and (kind != "colon" or _opens(rest))
    if kind == "alone":
        return False
    return context.place != "later" and _is_weakly_proved(head, kind, mark, rest, context)


def _is_sure(head: Head, language: Language) -> bool:
    """Whether a head's first place is printed in capitals or known."""
    return bool(head.places) and (head.capitals or names_of(language.code).knows(head.places[0].name))


def _is_like_a_town(head: Head, context: _Context) -> bool:
    """Whether an unknown name is one word, or the article says "in" it."""
    place = head.places[0].name
    return " " not in place or _is_confirmed(place, context)


def _is_city(head: Head, context: _Context) -> bool:
    return names_of(context.language.code).is_city(head.places[0].name)


def _is_weakly_proved(head: Head, kind: str, mark: str, rest: str, context: _Context) -> bool:
    """A place and a mark, nothing else: what kind of name it is and how the text goes on must tell."""
    language, names = context.language, names_of(context.language.code)
    place = head.places[0].name
    region = head.places[0].region
    city = names.is_city(place) or (region is not None and names.knows(region))
    first = context.place == "first"
    if kind == "stop" and first and len(head.places) <= 2 and (not rest.strip() or _opens(rest)):
        return _is_stopped(head, context)
    if not _opens(rest) or len(rest) < _SHORT or _goes_to_a_place(rest, head, context):
        return False
    if kind == "dash":
        if head.capitals:
            return city or bool(region) or (first and not _is_no_town(place, context))
        spaced = mark != mark.strip() or mark.startswith(".")
        told = language.value("datelines", "bare_dash") and _is_confirmed(place, context)
        return first and spaced and (city or bool(told)) and mark.strip() not in _first_sentence(rest)
    if kind == "colon":
        return city and first and (head.capitals or bool(language.value("datelines", "colon")))
    return False


def _is_stopped(head: Head, context: _Context) -> bool:
    """A place with a full stop, as regional papers have it: "Essen. Die Stadt …"."""
    place, names = head.places[0].name, names_of(context.language.code)
    if head.capitals:
        return names.is_city(place)
    stopped = bool(context.language.value("datelines", "full_stop"))
    return stopped and (names.is_city(place) or names.looks_like_town(place) or _is_confirmed(place, context))


def _opens(rest: str) -> bool:
    """Whether a sentence begins: a capital, a figure, a letter of a script without case."""
    match = _OPENS.match(rest)
    return match is not None and not match[1].islower() and match[1].isalnum()


def _goes_to_a_place(rest: str, head: Head, context: _Context) -> bool:
    """Whether another place follows and no sentence: "Paris – Brest", a route or a match."""
    words = rest.strip().split(None, 2)
    names = names_of(context.language.code)
    return bool(words) and not head.capitals and names.is_city(words[0].strip(",.:;"))


def _first_sentence(rest: str) -> str:
    """The first sentence, where a second dash would make the first one a parenthesis."""
    return re.split(r"[.!?](?=\s)", rest, maxsplit=1)[0][:200]


def _is_no_town(place: str, context: _Context) -> bool:
    """Capitals that are an acronym, a person or a word: how the article writes them elsewhere tells."""
    words = place.split()
    text = context.text
    if len(words) == 1:
        again = len(re.findall(rf"(?<!\w){re.escape(place)}(?!\w)", text)) > 1
        return again or (len(place) <= 4 and place.title() not in text)
    last = words[-1].title()
    return text.count(last) > text.count(" ".join(words).title())


def _is_confirmed(place: str, context: _Context) -> bool:
    """Whether the article says "in X" elsewhere, or calls something after the place ("Kieler")."""
    words = context.language.words("datelines", "prepositions")
    prepositions = "|".join(map(re.escape, words)) or "(?!)"
    told = rf"(?<!\w)(?:{prepositions})\s+{re.escape(place)}(?!\w)"
    return re.search(told, context.text, re.IGNORECASE) is not None or (
        bool(context.language.value("datelines", "noun_capitals"))
        and re.search(rf"(?<!\w){re.escape(place)}er\s+[^\W\d_a-z]", context.text) is not None
    )

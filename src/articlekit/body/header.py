"""What stands around the column: its heading, and the short lines that name authors, dates and sections."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from articlekit.body import vocabulary as words
from articlekit.body.outline import Box, Outline, Run, shown_text
from articlekit.scripts import DENSE

__all__ = ["Header", "Lead", "Line", "find_header"]

_SPEECH = re.compile(r"[.!?…。！？।؟][\"”’»)\]」』]*(?:\s|$)")
_LETTERS = re.compile(r"[\W_]+")
_BEFORE_MARK = re.compile(r"\s+(?=[,.;:])")
_PROSE = 80  # a run this long is text, not a line about the text
_LITTLE = 30  # … or this long, in an article of a few words
_SHORT = 240
_BEFORE = 6  # lines looked at before the heading
_AFTER = 12  # … and after the column's last paragraph
_MOST = 60


class Line:
    """A short line near the column, as shown.

    Attributes:
        text: Its text.
        boxes: class and id of the boxes around it.
        element: Its block element.
        at_end: It stands after the article's text.
        alone: It stands in the column's text, as a paragraph of its own would.
    """

    def __init__(
        self, *, text: str, boxes: str, element: etree._Element, at_end: bool = False, alone: bool = False
    ) -> None:
        self.text = text
        self.boxes = boxes
        self.element = element
        self.at_end = at_end
        self.alone = alone

    @cached_property
    def inline(self) -> list[etree._Element]:
        """Its links, spans and other inline elements, in order."""
        return list(_inline(self.element)) if len(self.element) else []

    @cached_property
    def names(self) -> str:
        """class, id, itemprop and rel of its boxes and inline elements."""
        found = [self.boxes]
        for element in self.inline:
            found.extend(filter(None, (element.get("class"), element.get("itemprop"), element.get("rel"))))
        return " ".join(found)

    @property
    def times(self) -> list[tuple[str, str]]:
        """(date, own names) of the machine-readable dates in it."""
        return [
            (when, f"{element.get('class') or ''} {element.get('itemprop') or ''}")
            for element in self.inline
            if element.tag == "time" and (when := element.get("datetime"))
        ]

    @property
    def shown(self) -> str:
        """Its text, with a space between parts that only style divides."""
        parts = self.parts
        if len(parts) < 2 or len(self.text.split()) >= _words_in(parts):
            return self.text
        return _BEFORE_MARK.sub("", " ".join(parts))

    @property
    def is_set_off(self) -> bool:
        """Whether the whole line is bold or in italics."""
        first = self.inline[0] if self.inline else None
        return (
            first is not None
            and first.tag in ("b", "strong", "em", "i")
            and " ".join("".join(map(str, first.itertext())).split()) == self.text
        )

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """Its stretches of text by inline elements, where its element holds nothing else."""
        if not len(self.element):
            return (self.text,)
        found: list[str] = []
        left = len(self.text)
        for part in self.element.itertext():
            text = " ".join(str(part).split())
            left -= len(text)
            if left < 0 or len(found) > 30:
                return (self.text,)
            if text:
                found.append(text)
        return tuple(found)


class Lead(NamedTuple):
    """A line that may be the standfirst.

    Attributes:
        text: Its text.
        outside: It stands before the column.
        named: Its boxes are named for it.
        apart: It is bold, a lower heading, or no paragraph follows it right away.
        stated: It holds a whole sentence.
        plain: Its boxes are no furniture and no list.
    """

    text: str
    outside: bool
    named: bool
    apart: bool
    stated: bool
    plain: bool


class Header(NamedTuple):
    """The visible lines around the column, and its heading.

    ``unwalked`` are boxes before the text that are named as furniture; a standfirst may hide in one.
    """

    heading: etree._Element | None = None
    kicker: str | None = None
    lines: tuple[Line, ...] = ()
    leads: tuple[Lead, ...] = ()
    unwalked: tuple[etree._Element, ...] = ()


def find_header(page: Outline, column: int, titles: Collection[str]) -> Header:
    """Find the visible lines that belong to the article and are not its text.

    Args:
        page: The page's outline, judged.
        column: Index of the article's column.
        titles: Declared titles, letters and digits only, to know the headline by where it is no h1.
    """
    near = _family(page.boxes, column)
    first, second, last = _prose(page, column)
    heading = _heading(page, first, titles)
    start = max(heading if heading is not None else first - 12, 0)
    head = range(max(start - _BEFORE, 0), min(second, start + _MOST))
    tail = range(max(last + 1, second), min(last + 1 + _AFTER, len(page.runs)))
    lines = [line for index in head if (line := _line(page, index, near, column, False)) is not None]
    lines += [line for index in tail if (line := _line(page, index, near, column, True)) is not None]
    return Header(
        heading=page.runs[heading].element if heading is not None else None,
        kicker=_kicker(page, near, head),
        lines=tuple(lines),
        leads=tuple(_leads(page, column, near, heading, first)),
        unwalked=tuple(run.element for run in page.runs[max(0, first - _MOST) : first] if run.passed),
    )


def _prose(page: Outline, column: int) -> tuple[int, int, int]:
    """Indices of the first, second and last run of prose in the column; the page's ends where it has none."""
    boxes = page.boxes
    found = []
    end = column + 1
    while end < len(boxes) and boxes[end].parent >= column:
        end += 1
    for least in (_PROSE, _LITTLE):
        for index, run in enumerate(page.runs):
            if column <= run.box < end and len(run.text) >= least and run.linked < 0.5 * len(run.text):
                box = boxes[run.box]
                if not box.flags & words.OUTSIDE and box.place.figure < 0 and not box.place.heading:
                    found.append(index)
        if found:
            break
    count = len(page.runs)
    if not found:
        return count, count, count
    return found[0], found[min(1, len(found) - 1)], found[-1]


def _heading(page: Outline, before: int, titles: Collection[str]) -> int | None:
    """Index of the last h1 before the text, else of a line that repeats a declared title, else of the last h2."""
    runs = page.runs
    found = second = None
    shortest = min(map(len, titles), default=400)
    longest = 2 * max(map(len, titles), default=0)
    for index in range(min(before, len(runs)) - 1, -1, -1):
        run = runs[index]
        box = page.boxes[run.box]
        if box.flags & (words.HIDDEN | words.DROPPED) or box.place.what_list >= 0:
            continue  # a list before the text is a path or a menu
        if run.tag == "h1":
            return index
        if found is None and shortest <= len(run.text) <= longest:
            key = _LETTERS.sub("", run.text.casefold())
            found = index if len(key) > 8 and key in titles else None
        if second is None and run.tag == "h2" and before - index < _MOST:
            second = index
    return second if found is None else found


def _line(page: Outline, index: int, near: int, column: int, at_end: bool) -> Line | None:
    run = page.runs[index]
    text = _passed_byline(run) if run.passed else run.text if run.tag != "h1" else ""
    if not 1 < len(text) <= _SHORT or run.box < near:
        return None
    box = page.boxes[run.box]
    beside = box.flags & ~page.boxes[column].flags
    if beside & words.HIDDEN or box.place.figure >= 0:
        return None
    if at_end and beside & words.ASIDE:
        return None
    names = box.names if not run.passed else run.element.get("class") or ""
    above = page.boxes[box.parent] if box.parent >= 0 else box
    return Line(
        text=text,
        boxes=f"{names} {above.names}" if above.names and above.text <= 2 * _SHORT else names,
        element=run.element,
        at_end=at_end,
        alone=run.box >= column
        and not box.flags & words.OUTSIDE
        and box.place.what_list < 0
        and not box.place.heading,
    )


def _words_in(parts: tuple[str, ...]) -> int:
    return sum(len(part.split()) for part in parts)


def _passed_byline(run: Run) -> str:
    """The text of a box that was not walked, where it is named for the author."""
    names = run.element.get("class") or ""
    return shown_text(run.element) if names and words.SIGNED.search(names) else ""


def _inline(element: etree._Element) -> Iterator[etree._Element]:
    """The inline elements in a line's element, in order."""
    waiting = list(reversed(element))
    for _ in range(30):
        if not waiting:
            return
        inner = waiting.pop()
        kind = words.KINDS.get(inner.tag, words.INLINE) if isinstance(inner.tag, str) else words.UNSEEN
        if kind < words.PASSED and kind != words.BLOCK:
            yield inner
            waiting.extend(reversed(inner))


def _kicker(page: Outline, near: int, head: range) -> str | None:
    """A short line in a box named for it, around the headline."""
    for index in head:
        run = page.runs[index]
        if run.box >= near and run.tag and 2 < len(run.text) < 70 and run.tag != "h1":
            names = page.boxes[run.box].names
            if names and words.KICKER.search(names) and any(map(str.isalpha, run.text)):
                return run.text
    return None


def _leads(page: Outline, column: int, near: int, heading: int | None, first: int) -> Iterator[Lead]:
    """Lines between the heading and the first paragraph, and that paragraph, that may be the standfirst."""
    start = heading + 1 if heading is not None else max(first - _BEFORE, 0)
    for index in range(start, min(first + 1, start + _MOST, len(page.runs))):
        run = page.runs[index]
        box = page.boxes[run.box]
        if run.passed or run.box < near or not 15 <= len(run.text) <= 900 or run.linked > 0.3 * len(run.text):
            continue
        beside = box.flags & ~page.boxes[column].flags
        if beside & words.HIDDEN or box.place.figure >= 0 or box.place.table >= 0:
            continue
        furniture = beside & (words.DROPPED | words.FURNITURE | words.ASIDE)
        above = page.boxes[box.parent] if box.parent >= 0 else box
        following = page.runs[index + 1] if index + 1 < len(page.runs) else run
        yield Lead(
            text=run.text,
            outside=run.box < column,
            named=not beside & words.DROPPED and words.LEAD.search(f"{box.names} {above.names}") is not None,
            apart=run.tag in ("h2", "h3") or _is_bold(run) or len(following.text) < _full(following.text),
            stated=_SPEECH.search(run.text) is not None,
            plain=not furniture and box.place.what_list < 0,
        )


def _full(text: str) -> int:
    """How long a paragraph is at least, in characters; scripts without spaces need half as many."""
    return _PROSE // 2 if DENSE.search(text, 0, 40) else _PROSE


def _is_bold(run: Run) -> bool:
    return sum(end - start for start, end in run.bold) >= len(run.text) - 2


def _family(boxes: list[Box], column: int) -> int:
    """The highest ancestor of the column within which its header is looked for."""
    at = column
    for _ in range(4):
        if boxes[at].parent < 0:
            break
        at = boxes[at].parent
    return at

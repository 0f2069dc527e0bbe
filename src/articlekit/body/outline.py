"""One walk over the page: its boxes (block elements) and runs (stretches of text), as flat lists."""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree

from articlekit.body import vocabulary as words
from articlekit.body.vocabulary import (
    BLOCK,
    BOLD,
    BREAK,
    CITE,
    IMAGE,
    INLINE,
    LINK,
    MEDIA,
    PASSED,
    SLANT,
    SPAN,
    UNSEEN,
)
from articlekit.limits import Limits

__all__ = ["Box", "Outline", "Place", "Run", "outline", "shown_text"]

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STOPS = tuple(stop + mark for stop in ".!?…。！？।؟" for mark in ("", '"', "”", "’", "»", "“", "」", "』"))
_SENTENCE = 40
_FEW = 2  # a box named as furniture with no more paragraphs than this is not walked
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PLACES = {
    **dict.fromkeys(_HEADINGS, "heading"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("ul", "ol"), "what_list"),
    "table": "table",
    "tr": "row",
    "figure": "figure",
    "blockquote": "quote",
}
_ARTICLES = frozenset({"article", "main"})
_NODES_A_LOOK = 2_000  # elements between two looks at the clock
_TELLING = {"footer": words.DROPPED, "aside": words.ASIDE, "main": 0, "article": 0, "h1": 0}
_APART = frozenset({BLOCK, BREAK, PASSED})
_PRUNED = words.DROPPED | words.HIDDEN


class Place:
    """Where a box stands: the nearest enclosing table, row, cell, figure, list and quote (indices or -1).

    ``heading`` is the tag of the heading it is in. Boxes share the place of the one above until a box
    of one of these kinds opens.
    """

    __slots__ = ("cell", "figure", "heading", "quote", "row", "table", "what_list")

    def __init__(self) -> None:
        self.table = self.row = self.cell = self.figure = self.what_list = self.quote = -1
        self.heading = ""

    def within(self, tag: str, index: int) -> Place:
        """The place inside a box of a kind that makes one."""
        inner = Place()
        inner.table, inner.row, inner.cell, inner.figure = self.table, self.row, self.cell, self.figure
        inner.what_list, inner.quote, inner.heading = self.what_list, self.quote, self.heading
        kind = _PLACES[tag]
        setattr(inner, kind, tag if kind == "heading" else index)
        return inner


class Box:
    """A block element: its place, what its names say of it, and the sums of what it holds.

    ``own_flags`` are told by the box itself, ``flags`` by it and all above it. ``names`` are its
    classes and its id.
    """

    __slots__ = (
        "classes",
        "element",
        "flags",
        "links",
        "names",
        "own_flags",
        "parent",
        "place",
        "prose",
        "tag",
        "text",
        "texts",
    )

    def __init__(
        self,
        parent: int,
        place: Place,
        tag: str,
        element: etree._Element,
        names: str = "",
        classes: str = "",
        own_flags: int = 0,
    ) -> None:
        self.parent = parent
        self.place = place
        self.tag = tag
        self.element = element
        self.names = names
        self.classes = classes
        self.own_flags = own_flags
        self.flags = self.text = self.texts = self.links = 0
        self.prose = 0.0


_Marks: TypeAlias = tuple[list[str], list[tuple[int, int, str]], list[tuple[int, int]]]
"""A run as collected: its parts, and which of them are linked and bold."""


class Run:
    """A stretch of text between block boundaries, white space normalised.

    ``tag`` is that of the innermost block or of the heading it is in; "" for media. ``passed`` runs
    stand for an element that was not walked (furniture, controls): their text is read when it is wanted.
    ``linked`` and ``slanted`` are how much of the text is.
    """

    __slots__ = ("_bold", "_links", "box", "element", "linked", "marks", "passed", "slanted", "tag", "text")

    def __init__(
        self,
        box: int,
        tag: str,
        text: str,
        element: etree._Element,
        passed: bool = False,
    ) -> None:
        self.box = box
        self.tag = tag
        self.text = text
        self.element = element
        self.passed = passed
        self.linked = self.slanted = 0
        self.marks: _Marks | None = None
        self._links: list[tuple[int, int, str]] | None = None
        self._bold: list[tuple[int, int]] = []

    @property
    def links(self) -> list[tuple[int, int, str]]:
        """(start, end, address) of each link in the text."""
        if self._links is None:
            self._place()
        return self._links or []

    @property
    def bold(self) -> list[tuple[int, int]]:
        """(start, end) of each bold stretch of the text."""
        if self._links is None:
            self._place()
        return self._bold

    def _place(self) -> None:
        """Find the places of links and bold stretches: wanted for few of a page's runs."""
        self._links = []
        if self.marks is None:
            return
        parts, links, bold = self.marks
        text, at = _joined(parts)
        for first, last, url in links:
            start, end = at[first], at[last]
            if end > start:
                self._links.append((start + (text[start] == " "), end, url))
        for first, last in bold:
            start, end = at[first], at[last]
            if end > start:
                self._bold.append((start + (text[start] == " "), end))
        self.marks = None


class Outline:
    """Boxes and runs of a page in document order; ``complete`` is False when a limit cut the walk."""

    __slots__ = ("boxes", "complete", "runs")

    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self.runs: list[Run] = []
        self.complete = True


def outline(root: etree._Element, limits: Limits, *, prune: bool = True) -> Outline:
    """Walk the tree once, without recursion.

    Args:
        root: The page; it is not changed.
        limits: What the parse may spend; what goes over it is left out.
        prune: Do not walk boxes that are named as furniture and hold few paragraphs.
    """
    body = root.find("body") if root.tag == "html" else None
    top = body if body is not None else root
    walker = _Walker(top, prune)
    opened: list[int] = []
    nodes, depth, checked = 0, limits.depth, min(_NODES_A_LOOK, limits.nodes)
    kind_of = words.KINDS.get
    walk = etree.iterwalk(top, events=("start", "end", "comment", "pi"))
    next(walk)
    for event, element in walk:
        if event == "start":
            tag = element.tag
            kind = kind_of(tag)
            if kind is None:
                kind = walker.kind_of_unknown(tag)
            nodes += 1
            if nodes > checked and not limits.over():
                checked = min(checked + _NODES_A_LOOK, limits.nodes)
            if nodes > checked or len(opened) >= depth:
                walker.out.complete = False
                kind = UNSEEN
            elif INLINE < kind < UNSEEN:
                kind = walker.open_box(element, tag) if kind == BLOCK else walker.open(kind, element)
            opened.append(kind)
            if kind >= PASSED:
                walk.skip_subtree()
                continue
            text = element.text
        elif element is top:
            break
        else:
            if event == "end":
                kind = opened.pop()
                if kind == BLOCK:
                    walker.close_box()
                elif kind:
                    walker.close(kind)
            text = element.tail
        if text:
            if not text.isspace():
                walker.parts.append(text)
            elif walker.parts and walker.parts[-1] != " ":
                walker.parts.append(" ")
    walker.end_run()
    return walker.out


class _Walker:
    """The state of the walk: open boxes, and the run being collected, one white-space rule for all."""

    def __init__(self, top: etree._Element, prune: bool) -> None:
        self.out = Outline()
        self.boxes, self.runs = self.out.boxes, self.out.runs
        self.prune = prune
        self.place = Place()
        self.paragraphs = _paragraphs(top) if prune else {}
        self.boxes.append(Box(-1, self.place, "body", top))
        self.current = 0
        self.articles = 0
        self.memo: dict[str, int] = {}
        self.parts: list[str] = [top.text] if top.text and not top.text.isspace() else []
        self.links: list[tuple[int, int, str]] = []
        self.bold: list[tuple[int, int]] = []
        self.link_at: tuple[int, str] | None = None
        self.slants: list[tuple[int, int]] = []
        self.bold_at = self.slant_at = -1
        self.broken = -1

    def kind_of_unknown(self, tag: str) -> int:
        """Custom elements are as good as not there, but their names may say that they are furniture."""
        return BLOCK if "-" in tag and self._named(tag) & words.OUTSIDE else INLINE

    def open(self, kind: int, element: etree._Element) -> int:
        """An element that is more than a plain inline one opens; the answer is how it is closed."""
        if kind == LINK:
            href = element.get("href")
            if href and self.link_at is None:
                self.link_at = (len(self.parts), href)
        elif kind == BOLD:
            if self.bold_at < 0:
                self.bold_at = len(self.parts)
        elif kind == SLANT:
            if self.slant_at < 0:
                self.slant_at = len(self.parts)
        elif kind == BREAK:
            self._break()
        elif kind == SPAN:
            names = element.get("class")
            unseen = names is not None and self._named(names) & words.HIDDEN
            return UNSEEN if unseen or self._is_hidden(element) else INLINE
        elif kind == CITE:
            return self.open_box(element, "cite") if self.boxes[self.current].place.quote >= 0 else INLINE
        elif kind == IMAGE:
            self.runs.append(Run(self.current, "", "", element))
        elif kind == MEDIA:
            if not self._is_hidden(element):
                self.runs.append(Run(self.current, "", "", element))
            return PASSED
        elif kind == PASSED:
            self.runs.append(Run(self.current, "", "", element, passed=True))
        return kind

    def close(self, kind: int) -> None:
        """An element of a kind that ``open`` gave ends."""
        if kind == LINK:
            if self.link_at is not None:
                self.links.append((self.link_at[0], len(self.parts), self.link_at[1]))
                self.link_at = None
        elif kind == BOLD and self.bold_at >= 0:
            self.bold.append((self.bold_at, len(self.parts)))
            self.bold_at = -1
        elif kind == SLANT and self.slant_at >= 0:
            self.slants.append((self.slant_at, len(self.parts)))
            self.slant_at = -1

    def open_box(self, element: etree._Element, tag: str) -> int:
        """A block element opens: a box, unless it is furniture that need not be walked."""
        if self.parts:
            self.end_run()
        names = classes = element.get("class") or ""
        id_ = element.get("id")
        if id_:
            names = f"{names} {id_}" if names else id_
        told = classes if tag in _HEADINGS else names  # a heading's id is its own words
        if "-" in tag:
            told = f"{told} {tag}"
        flags = self.memo.get(told) if told else 0
        if flags is None:
            flags = self._named(told)
        style = element.get("style")  # as _is_hidden: one call less for each box counts
        if (style is not None and _HIDDEN_STYLE.search(style)) or element.get("hidden") is not None:
            flags |= words.HIDDEN
        if tag in _TELLING:
            self.articles += tag in _ARTICLES
            flags = 0 if tag in ("main", "h1") else flags | _TELLING[tag]
        if flags & _PRUNED and self.prune and self._may_be_passed(element, tag):
            self.runs.append(Run(self.current, "", "", element, passed=True))
            return PASSED
        boxes = self.boxes
        place = boxes[self.current].place
        if tag in _PLACES:
            place = place.within(tag, len(boxes))
        boxes.append(Box(self.current, place, tag, element, names, classes, flags))
        self.current = len(boxes) - 1
        return BLOCK

    def close_box(self) -> None:
        """The current box ends."""
        if self.parts:
            self.end_run()
        box = self.boxes[self.current]
        if box.tag in _ARTICLES:
            self.articles -= 1
        self.current = box.parent

    def _named(self, names: str) -> int:
        """What names say of a box; they recur, so each is looked at once."""
        flags = self.memo.get(names)
        if flags is None:
            flags = 0
            for name in names.split():
                flags |= words.flags_of(name)
            self.memo[names] = flags
        return flags

    def _may_be_passed(self, element: etree._Element, tag: str) -> bool:
        """Furniture that holds no text to speak of; a footer outside an article is the site's."""
        if tag == "footer":
            if self.boxes[self.current].place.quote >= 0:
                return False  # the source of a block quote
            if not self.articles:
                return True
        return self.paragraphs.get(element, 0) <= _FEW

    @staticmethod
    def _is_hidden(element: etree._Element) -> bool:
        style = element.get("style")
        return (style is not None and _HIDDEN_STYLE.search(style) is not None) or (
            element.get("hidden") is not None
        )

    def _break(self) -> None:
        """A line break is a space; two with nothing between them end the run, or one after a sentence."""
        if self.broken == len(self.parts) or self._stated():
            self.end_run()
        elif self.parts:
            if self.parts[-1] != " ":
                self.parts.append(" ")
            self.broken = len(self.parts)

    def _stated(self) -> bool:
        """Whether the run so far is a sentence or more."""
        text = "".join(self.parts[-3:]).rstrip()
        return text.endswith(_STOPS) and (len(text) > _SENTENCE or sum(map(len, self.parts)) > _SENTENCE)

    def end_run(self) -> None:
        """A block boundary: what was collected is a run; an open link or bold stretch goes on in the next."""
        parts = self.parts
        if not parts:
            return
        box = self.boxes[self.current]
        if self.link_at is not None:
            self.links.append((self.link_at[0], len(parts), self.link_at[1]))
            self.link_at = (0, self.link_at[1])
        if self.bold_at >= 0:
            self.bold.append((self.bold_at, len(parts)))
            self.bold_at = 0
        if self.slant_at >= 0:
            self.slants.append((self.slant_at, len(parts)))
            self.slant_at = 0
        text = " ".join(("".join(parts) if len(parts) > 1 else parts[0]).split())
        run = Run(self.current, box.place.heading or box.tag, text, box.element)
        if self.links or self.bold or self.slants:
            self._mark(run, parts)
        self.runs.append(run)
        self.parts = []
        self.broken = -1

    def _mark(self, run: Run, parts: list[str]) -> None:
        """Say how much of a run is linked and slanted; where, is found when it is wanted."""
        run.marks = (parts, self.links, self.bold)
        for first, last, _ in self.links:
            whole = first == 0 and last == len(parts)
            run.linked += len(run.text) if whole else _length(parts, first, last)
        for first, last in self.slants:
            run.slanted += _length(parts, first, last)
        self.links, self.bold, self.slants = [], [], []


def _paragraphs(top: etree._Element) -> dict[etree._Element, int]:
    """How many paragraphs each element holds, counted as far as it matters."""
    found: dict[etree._Element, int] = {}
    for paragraph in top.iter("p"):
        at = paragraph.getparent()
        while at is not None and at is not top:
            count = found.get(at, 0)
            if count > _FEW:
                break  # and so have all above it
            found[at] = count + 1
            at = at.getparent()
    return found


def _length(parts: list[str], first: int, last: int) -> int:
    """How many characters some of the parts show."""
    return len(" ".join("".join(parts[first:last]).split()))


def _joined(parts: list[str]) -> tuple[str, list[int]]:
    """The parts as one text, and where each of them starts in it (and the last one ends)."""
    out: list[str] = []
    at: list[int] = []
    length = 0
    space = False
    for part in parts:
        at.append(length)
        joined = " ".join(part.split())
        if not joined:
            space = True
            continue
        if length and (space or part[0].isspace()):
            joined = " " + joined
        out.append(joined)
        length += len(joined)
        space = part[-1].isspace()
    at.append(length)
    return "".join(out), at


def shown_text(element: etree._Element) -> str:
    """The text an unwalked element shows, scripts and styles left out."""
    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, inner in walk:
        kind = words.KINDS.get(inner.tag, INLINE) if event in ("start", "end") else INLINE
        text = inner.text if event == "start" else inner.tail if inner is not element else None
        if event == "start" and (kind == UNSEEN or (inner is not element and _Walker._is_hidden(inner))):
            walk.skip_subtree()
            text = None
        elif kind in _APART:
            parts.append(" ")
        if text:
            parts.append(text)
    return " ".join("".join(parts).split())

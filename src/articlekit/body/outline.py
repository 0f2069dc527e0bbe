"""One walk over the page: its boxes (block elements) and runs (stretches of text), as flat lists."""

from __future__ import annotations

import re

from lxml import etree

from articlekit.body import vocabulary as words

__all__ = ["Box", "Outline", "Run", "outline"]

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Place:
    """Where a box stands: the nearest enclosing table, row, cell, figure, list and quote (indices or -1).

    Boxes share the place of the one above until a box of one of these kinds opens.
    """

    __slots__ = ("cell", "figure", "heading", "quote", "row", "table", "what_list")

    def __init__(self) -> None:
        self.table = self.row = self.cell = self.figure = self.what_list = self.quote = -1
        self.heading = ""

    def within(self, tag: str, index: int) -> Place:
        """The place inside a box of a kind that makes one."""
        inner = Place()
        for name in Place.__slots__:
            setattr(inner, name, getattr(self, name))
        setattr(inner, _PLACES[tag], tag if _PLACES[tag] == "heading" else index)
        return inner


_PLACES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("ul", "ol"), "what_list"),
    "table": "table",
    "tr": "row",
    "figure": "figure",
    "blockquote": "quote",
}


_ARTICLES = frozenset({"article", "main"})
_STARTS = frozenset({"a", "b", "strong", "br", "img", "amp-img"})
"""Inline elements that leave a trace: links, emphasis, line breaks, pictures."""


class Box:
    """A block element: its place, what its names say of it, and the sums of what it holds."""

    __slots__ = (
        "element",
        "flags",
        "hidden",
        "links",
        "names",
        "own_flags",
        "parent",
        "place",
        "prose",
        "tag",
        "text",
    )

    def __init__(self, parent: int, place: Place, tag: str, element: etree._Element, hidden: bool) -> None:
        self.parent, self.place, self.tag, self.element, self.hidden = parent, place, tag, element, hidden
        self.names = ""
        self.text = self.links = self.own_flags = self.flags = 0
        self.prose = 0.0


class Run:
    """A stretch of text between block boundaries, white space normalised; ``tag`` "" for media."""

    __slots__ = ("bold", "box", "element", "linked", "links", "tag", "text")

    def __init__(self, box: int, tag: str, text: str, element: etree._Element) -> None:
        self.box, self.tag, self.text, self.element = box, tag, text, element
        self.links: list[tuple[int, int, str]] = []
        self.bold: list[tuple[int, int]] = []
        self.linked = 0


class Outline:
    """Boxes and runs of a page in document order; ``complete`` is False when a limit cut the walk."""

    __slots__ = ("boxes", "complete", "runs")

    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self.runs: list[Run] = []
        self.complete = True


class _Writer:
    """Collects text into the current run, one white-space rule for all."""

    __slots__ = ("bold", "bold_at", "breaks", "length", "link_at", "links", "out", "parts", "space")

    def __init__(self, out: Outline) -> None:
        self.out = out
        self._reset()

    def _reset(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.space = False
        self.breaks = 0
        self.links: list[tuple[int, int, str]] = []
        self.bold: list[tuple[int, int]] = []
        self.link_at: tuple[int, str] | None = None
        self.bold_at = -1

    def text(self, text: str) -> None:
        joined = " ".join(text.split())
        if self.length and (self.space or text[0].isspace()):
            joined = " " + joined
        self.parts.append(joined)
        self.length += len(joined)
        self.space = text[-1].isspace()
        self.breaks = 0

    def open_link(self, url: str) -> None:
        if self.link_at is None:
            self.link_at = (self.length, url)

    def close_link(self) -> None:
        if self.link_at is not None:
            if self.length > self.link_at[0]:
                self.links.append((self.link_at[0], self.length, self.link_at[1]))
            self.link_at = None

    def open_bold(self) -> None:
        if self.bold_at < 0:
            self.bold_at = self.length

    def close_bold(self) -> None:
        if self.bold_at >= 0:
            if self.length > self.bold_at:
                self.bold.append((self.bold_at, self.length))
            self.bold_at = -1

    def start(self, tag: str, element: etree._Element, box: int, leaf: tuple[str, etree._Element]) -> None:
        """An inline element that means something opens."""
        if tag == "a":
            href = element.get("href")
            if href:
                self.open_link(href)
        elif tag == "br":
            self.space = True
            self.breaks += 1
            if self.breaks > 1:
                self.end_run(box, leaf)
        elif tag in ("b", "strong"):
            self.open_bold()
        else:
            self.out.runs.append(Run(box, "", "", element))

    def finish(self, tag: str) -> None:
        """An inline element that means something ends."""
        if tag == "a":
            self.close_link()
        elif tag in ("b", "strong"):
            self.close_bold()

    def end_run(self, box: int, leaf: tuple[str, etree._Element]) -> None:
        """A block boundary: what was collected is a run."""
        if self.length:
            self.flush(box, *leaf)
        else:
            self.space = False
            self.breaks = 0

    def flush(self, box: int, tag: str, element: etree._Element) -> None:
        """End the run; a link or bold stretch that is still open goes on in the next one."""
        link, bold = self.link_at, self.bold_at
        self.close_link()
        self.close_bold()
        text = "".join(self.parts)
        run = Run(box, tag, text, element)
        for start, end, url in self.links:
            start += text[start] == " "
            run.links.append((start, end, url))
            run.linked += end - start
        run.bold = [(start + (text[start] == " "), end) for start, end in self.bold]
        self.out.runs.append(run)
        self._reset()
        self.link_at = (0, link[1]) if link else None
        self.bold_at = 0 if bold >= 0 else -1


def outline(root: etree._Element, max_nodes: int, max_depth: int = 100_000) -> Outline:
    """Walk the tree once, without recursion.

    Args:
        root: The page; it is not changed.
        max_nodes: Most elements looked at; what follows is left out.
        max_depth: Deepest nesting looked at.
    """
    out = Outline()
    body = root.find("body") if root.tag == "html" else None
    top = body if body is not None else root
    boxes = out.boxes
    boxes.append(Box(-1, Place(), "body", top, False))
    write = _Writer(out)
    if top.text and not top.text.isspace():
        write.text(top.text)
    opened: list[tuple[str, int] | None] = []  # tag and the box outside it (-1: inline); None: passed over
    leaf: list[tuple[str, etree._Element]] = [("body", top)]
    current = nodes = articles = 0
    walk = etree.iterwalk(top, events=("start", "end"))
    next(walk)
    for event, element in walk:
        if event == "start":
            nodes += 1
            tag = element.tag
            style = element.get("style")
            hidden = (style is not None and _HIDDEN_STYLE.search(style) is not None) or (
                element.get("hidden") is not None
            )
            if nodes > max_nodes or len(opened) >= max_depth:
                out.complete = False
                walk.skip_subtree()
                opened.append(None)
                continue
            if tag == "footer" and not articles:  # the site's, not an article's
                hidden, tag = True, "nav"
            if tag in words.BLOCKS:
                articles += tag in _ARTICLES
                write.end_run(current, leaf[-1])
                place = boxes[current].place
                if tag in _PLACES:
                    place = place.within(tag, len(boxes))
                boxes.append(Box(current, place, tag, element, hidden))
                opened.append((tag, current))
                leaf.append((place.heading or tag, element))
                current = len(boxes) - 1
            elif hidden or tag in words.SKIPPED or not isinstance(tag, str):
                if tag in words.MEDIA and not hidden:
                    out.runs.append(Run(current, "", "", element))
                walk.skip_subtree()
                opened.append(None)
                continue
            else:
                opened.append((tag, -1))
                if tag in _STARTS:
                    write.start(tag, element, current, leaf[-1])
            text = element.text
        else:
            if element is top:
                break
            state = opened.pop()
            if state is not None:
                tag, above = state
                if above >= 0:
                    articles -= tag in _ARTICLES
                    write.end_run(current, leaf.pop())
                    current = above
                elif tag in _STARTS:
                    write.finish(tag)
            text = element.tail
        if text:
            if text.isspace():  # most texts of a page are
                write.space = True
            else:
                write.text(text)
    return out

"""What stands around the column's head: byline, date line, kicker and standfirst, as a reader sees them."""

from __future__ import annotations

import re

from attrs import frozen

from articlekit.body import vocabulary as words
from articlekit.body.outline import Box, Outline, Run

__all__ = ["Header", "find_header"]

_SPEECH = re.compile(r"[.!?…。！？।؟][\"”’»)\]」』]*(?:\s|$)")
_YEAR = re.compile(r"(?:19|20)\d\d")


@frozen(kw_only=True)
class Header:
    """The visible lines around the column's head, as printed."""

    standfirst: str | None = None
    byline: str | None = None
    kicker: str | None = None
    dated: str | None = None


def find_header(page: Outline, column: int) -> Header:
    """Find the visible lines that belong to the article and are not its text.

    Args:
        page: The page's outline, judged.
        column: Index of the article's column.
    """
    return Header(
        standfirst=_standfirst(page, column),
        byline=_byline(page, column),
        kicker=_kicker(page, column),
        dated=_dated(page, column),
    )


def _byline(page: Outline, column: int) -> str | None:
    """The first short line in a box named for it, near the column."""
    near = _family(page.boxes, column)
    signed = _Named(words.SIGNED)
    for run in page.runs:
        if run.box >= near and run.tag and 3 < len(run.text) < 160 and signed(page.boxes[run.box].names):
            return run.text
    return None


class _Named:
    """Whether a box's names match a pattern; the same names recur on a page."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._search = pattern.search
        self._memo: dict[str, bool] = {"": False}

    def __call__(self, names: str) -> bool:
        known = self._memo.get(names)
        if known is None:
            known = self._memo[names] = self._search(names) is not None
        return known


def _dated(page: Outline, column: int) -> str | None:
    """The first short line with a year in a box named for dates, near the column."""
    near = _family(page.boxes, column)
    named = _Named(words.DATED)
    for run in page.runs:
        if run.box < near or not run.tag or not 6 <= len(run.text) <= 120 or _YEAR.search(run.text) is None:
            continue
        if named(page.boxes[run.box].names) or run.box < column:
            return run.text
    return None


def _kicker(page: Outline, column: int) -> str | None:
    """A short line in a box named for it, before the headline or right behind it."""
    near = _family(page.boxes, column)
    named = _Named(words.KICKER)
    for run in page.runs:
        if run.box < near or not run.tag or not 2 < len(run.text) < 70:
            continue
        if named(page.boxes[run.box].names):
            return run.text
        if run.tag == "p" and len(run.text) > 60:
            break
    return None


def _standfirst(page: Outline, column: int) -> str | None:
    """The sentence or two between the headline and the column, outside both."""
    boxes = page.boxes
    near = _family(boxes, column)
    found: list[tuple[int, str]] = []
    for run in page.runs:
        box = boxes[run.box]
        if run.box >= column:
            break
        if run.tag == "h1":
            found.clear()
        elif run.tag and len(found) < 4 and _is_lead(run, box, boxes, near):
            named = words.LEAD.search(box.names) is not None
            stated = run.text.rstrip('"”»').endswith((".", "。", "…"))
            found.append((2 * named + stated, run.text))
    return max(found, key=lambda item: item[0])[1] if found else None


def _family(boxes: list[Box], column: int) -> int:
    """The highest ancestor of the column within which its header is looked for."""
    at = column
    for _ in range(4):
        if boxes[at].parent <= 0:
            break
        at = boxes[at].parent
    return at


def _is_lead(run: Run, box: Box, boxes: list[Box], near: int) -> bool:
    if run.box < near or not 40 <= len(run.text) <= 900 or run.linked > 0.3 * len(run.text):
        return False
    if (
        box.flags & (words.DROPPED | words.HIDDEN)
        or box.place.figure >= 0
        or box.place.table >= 0
        or box.place.what_list >= 0
    ):
        return False
    above = boxes[box.parent] if box.parent >= 0 else box
    if words.LEAD.search(box.names) or words.LEAD.search(above.names):
        return True
    return not box.flags & (words.FURNITURE | words.ASIDE) and _SPEECH.search(run.text) is not None

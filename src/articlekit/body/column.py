"""Which box is the article's column: one score per run, added up the boxes, one way down."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from articlekit.body import vocabulary as words
from articlekit.body.outline import Box, Outline, Run
from articlekit.scripts import DENSE

__all__ = ["choose", "headed", "inside", "judge"]

_WORDY = re.compile("[,;،、，。！？।؟]")
_ENDS = frozenset('.!?…。！？।؟"”’»)]」』')
_KEEP_SHARE = 0.5  # a box with more of the page's prose than this is never furniture, whatever its class says
_DOMINATES = 0.82  # the column is the last box that holds this share of its parent's prose

_LEAST_DECLARED = 400  # a shorter declared text is a stub
_HEADED_SHARE = 0.2  # the box with the headline and this share of the fullest box's prose is preferred to it
_HEADED_TEXTS = 3
_PASSED_SIZE = 120  # what a box that was not walked is taken to hold

_NAMED_DOMINATES = 0.5  # … or this share, where its name says that it is the article's text


def judge(page: Outline, body_text: str | None) -> None:
    """Fill in the boxes' flags and prose scores."""
    wanted = _folded(body_text) if body_text and len(body_text) > _LEAST_DECLARED else ""
    boxes = page.boxes
    for run in page.runs:
        if run.passed:
            boxes[run.box].text += _PASSED_SIZE
            continue
        box = boxes[run.box]
        prose = prose_score(run, wanted)
        if prose:
            box.prose += prose
            box.texts += 1
        box.text += len(run.text) or 1  # a picture counts: its box is not empty
        box.links += run.linked
    for box in reversed(boxes):
        if box.parent >= 0:
            above = boxes[box.parent]
            above.prose += box.prose
            above.texts += box.texts
            above.text += box.text
            above.links += box.links
    _discount(page)


def _discount(page: Outline) -> None:
    """Inherit flags downwards and take the prose of flagged boxes out of those above them."""
    boxes = page.boxes
    total = boxes[0].prose or 1.0
    _clear_layout_names(boxes, total)
    _flag_cards(boxes)
    lost = [0.0] * len(boxes)
    for index, box in enumerate(boxes):
        if box.parent < 0:
            continue
        above = boxes[box.parent]
        box.flags = above.flags | box.own_flags
        if box.own_flags & words.OUTSIDE and not above.flags & words.OUTSIDE:
            lost[index] = box.prose
    for index in range(len(boxes) - 1, 0, -1):
        box = boxes[index]
        box.prose -= lost[index]
        lost[box.parent] += lost[index]
    boxes[0].prose -= lost[0]


def _clear_layout_names(boxes: list[Box], total: float) -> None:
    """A name whose boxes hold a good part of the page's prose names the layout, not furniture."""
    held: dict[str, float] = {}
    flagged = [box for box in boxes if box.own_flags]
    for box in flagged:
        if not (box.parent >= 0 and boxes[box.parent].names == box.names):
            held[box.names] = held.get(box.names, 0.0) + box.prose
    for box in flagged:
        if held.get(box.names, 0.0) > _KEEP_SHARE * total and box.prose > 0:
            box.own_flags = 0


def _flag_cards(boxes: list[Box]) -> None:
    """Four and more siblings of one make with a link and little text each are teasers, whatever their names."""
    groups: dict[tuple[int, str, str], list[Box]] = {}
    for box in boxes:
        if box.parent >= 0 and box.tag in ("div", "article", "section", "li") and 30 < box.text < 500:
            groups.setdefault((box.parent, box.tag, box.names), []).append(box)
    for (_, tag, _), members in groups.items():
        linked = sum(1 for box in members if box.links > 0.2 * box.text)
        enough = 4 if tag != "article" else 2
        if len(members) >= enough and linked >= 0.8 * len(members) and tag != "li":
            for box in members:
                box.own_flags |= words.ASIDE


def _folded(text: str) -> str:
    return "".join(text.split())


def prose_score(run: Run, wanted: str) -> float:
    """How much a run looks like a paragraph of prose; with a declared body text, whether it is in it."""
    text = run.text
    size = len(text)
    if size < 20 or run.tag in ("h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "summary"):
        return 0.0
    if wanted:
        probe = _folded(text[:90])[:50]
        return float(min(size, 800)) if probe in wanted else 0.05 * min(size, 200)
    if run.linked > 0.5 * size:
        return 0.0
    score = float(min(size, 800))
    if DENSE.search(text, 0, 40):
        size *= 2
    if text[-1] not in _ENDS and not _WORDY.search(text):
        score *= 0.2
    if run.tag in ("li", "td", "th", "dd", "dt"):
        score *= 0.3
    elif run.tag not in ("p", "blockquote"):
        score *= 0.6
    return score if size >= 40 else score * 0.5


def choose(page: Outline, titles: Collection[str] = ()) -> int:
    """The index of the article's column.

    Args:
        page: The page's outline, judged.
        titles: Its declared titles, letters and digits only, to know the headline by.
    """
    marked = _marked(page)
    headed = _above_headline(page, titles)
    children: list[list[int]] = [[] for _ in page.boxes]
    for index, box in enumerate(page.boxes):
        if box.parent >= 0:
            children[box.parent].append(index)
    at = 0
    while True:
        best = max(children[at], key=lambda index: page.boxes[index].prose, default=-1)
        if best < 0 or page.boxes[best].prose <= 0:
            break
        under = next((index for index in children[at] if index in headed), best)
        enough = page.boxes[under].prose >= _HEADED_SHARE * page.boxes[best].prose
        if under != best and enough and page.boxes[under].texts >= _HEADED_TEXTS:
            at = under  # what is fuller than the article are its comments
            continue
        share = _NAMED_DOMINATES if words.NAMED.search(page.boxes[best].names) else _DOMINATES
        if page.boxes[best].prose < share * page.boxes[at].prose:
            break
        if page.boxes[best].tag in ("p", "li", "blockquote", "pre", "ul", "ol"):
            break
        at = best
    if marked >= 0 and page.boxes[marked].prose >= 0.5 * page.boxes[at].prose:
        at = marked
    return _widened(page.boxes, at, children)


def _widened(boxes: list[Box], at: int, children: list[list[int]]) -> int:
    """Climb to a second part of the same make, and while the parent adds prose and little else."""
    while boxes[at].parent > 0:
        box, above = boxes[at], boxes[boxes[at].parent]
        prose, text, links = above.prose - box.prose, above.text - box.text, above.links - box.links
        adds = not text or (prose >= 0.45 * text and prose >= 0.015 * box.prose and links <= 0.3 * text)
        if not adds and not any(_is_like(boxes[one], box) for one in children[box.parent] if one != at):
            break
        at = box.parent
    return at


def _is_like(one: Box, other: Box) -> bool:
    """Whether a sibling is another part of the same text."""
    alike = one.tag == other.tag and one.names == other.names and bool(one.names)
    return alike and one.prose >= 60 and not one.flags & words.OUTSIDE


def headed(page: Outline, titles: Collection[str]) -> bool:
    """Whether the page shows one of its declared titles as a heading."""
    return bool(_above_headline(page, titles))


def _above_headline(page: Outline, titles: Collection[str]) -> set[int]:
    """The boxes around the headline: the first heading that says a declared title."""
    if not titles:
        return set()
    for run in page.runs:
        if run.tag in ("h1", "h2") and _says(run.text, titles):
            at, found = run.box, set()
            while at >= 0:
                found.add(at)
                at = page.boxes[at].parent
            return found
    return set()


def _says(text: str, titles: Collection[str]) -> bool:
    """Whether a heading is a declared title, or the most of one that has a kicker or a site's name too."""
    folded = "".join(filter(str.isalnum, text.casefold()))
    return any(folded in title and 3 * len(folded) > len(title) for title in titles) if folded else False


def _marked(page: Outline) -> int:
    """The box that the page itself marks as its article's body (schema.org microdata), or -1."""
    best, prose = -1, 0.0
    for index, box in enumerate(page.boxes):
        mark = box.element.get("itemprop")
        if mark and "articleBody" in mark and box.prose > prose:
            best, prose = index, box.prose
    return best


def inside(boxes: Sequence[Box], column: int) -> list[bool]:
    """For each box, whether it is the column or within it (boxes are in document order)."""
    found = [False] * len(boxes)
    found[column] = True
    for index in range(column + 1, len(boxes)):
        found[index] = found[boxes[index].parent] if boxes[index].parent >= column else False
    return found

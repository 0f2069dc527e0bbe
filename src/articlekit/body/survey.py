"""The column as a whole: its main make of paragraph, where the prose begins and ends, its side boxes."""

from __future__ import annotations

import re

from articlekit.body import vocabulary as words
from articlekit.body.outline import Box, Outline, Run
from articlekit.body.phrases import Phrases
from articlekit.scripts import DENSE

__all__ = ["HEADINGS", "MAIN_SHARE", "WORDS_WITHIN", "Survey"]

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
WORDS_WITHIN = 300
"""Longer texts are told by their shape, not by single words."""
MAIN_SHARE = 0.12
"""A make of paragraph that holds this share of the column's prose is the article's own."""

_TRUNK_SHARE = 0.85  # the trunk holds this share of the prose of the first make
_MOST_PROSE = 800
_NEAR = 12
_BRIEF = 80
_SENTENCE, _LINE = 25, 60  # a text of this length shows where the article is, ending a sentence or not
_NOT_TEXT = words.OUTSIDE | words.FURNITURE | words.CAPTION
_WORDY = re.compile("[,;،、，。！？।؟]")
_ENDED = re.compile(r"[.!?…。！？।؟]+[\"”’»)\]」』“]*$")
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))
_COUNTING = frozenset({"first", "last", "odd", "even"})
_NOWHERE = ("", "")
_MARKS = "\"'“”„«»‘’「」 .!?…—–-"


class Survey:
    """What the single runs of a column are compared with.

    A run's home is its box, or the heading it is in; its make is its home's tag and class. Runs of the main
    makes are the main runs. The spine is every box that holds one, a stem every box that one hangs on, the
    trunk the lowest box with nearly all of them; a side box hangs on the spine and holds none.
    """

    def __init__(self, page: Outline, column: int, within: list[bool], wanted: str, phrases: Phrases) -> None:
        self.page, self.boxes, self.column = page, page.boxes, column
        self.wanted, self.phrases = wanted, phrases
        self.base = page.boxes[column].flags
        self.runs = [run for run in page.runs if within[run.box]]
        self._plain: dict[str, str] = {"": ""}
        self.homes = [self._home(run) for run in self.runs]
        self.makes = [self._make(run, home) for run, home in zip(self.runs, self.homes, strict=True)]
        self.unders = [self._under(make, home) for make, home in zip(self.makes, self.homes, strict=True)]
        self._find_main()
        self._find_spine()
        self._find_sides()
        self._read_declared()

    def flags(self, box: Box) -> int:
        """What is said of a box beyond what is said of the whole column."""
        return box.flags & ~self.base

    def is_aside(self, box: Box) -> bool:
        """Whether a box's names set it beside the text."""
        return bool(self.flags(box) & words.ASIDE)

    def side_box(self, index: int) -> int:
        """The side box that a run shares with others; 0 for one in the flow."""
        side = self.sides[index]
        return side if side != self.homes[index] and side not in self.spine else 0

    def names(self, index: int) -> str:
        """The names of a run's home and of what it is in, up to its side box."""
        at, found = self.homes[index], []
        while at > self.column:
            found.append(self.boxes[at].names)
            if at == self.sides[index] or at in self.spine:
                break
            at = self.boxes[at].parent
        return " ".join(found).lower()

    def _home(self, run: Run) -> int:
        at = run.box
        while run.tag in HEADINGS and self.boxes[at].tag != run.tag:
            at = self.boxes[at].parent
        return at

    def _make(self, run: Run, home: int) -> str:
        if not run.text:
            return ""
        box = self.boxes[home]
        if not box.classes and run.tag == "div" and home != self.column:
            box = self.boxes[box.parent]
        return f"{run.tag} {self._uncounted(box.classes)}"

    def _under(self, make: str, home: int) -> tuple[str, str]:
        """A make below the class of the box above it."""
        if home == self.column or not make:
            return _NOWHERE if not make else (make, "")
        return make, self._uncounted(self.boxes[self.boxes[home].parent].classes)

    def _uncounted(self, classes: str) -> str:
        plain = self._plain.get(classes)
        if plain is None:
            names = classes.translate(_NO_DIGITS).split()
            plain = self._plain[classes] = " ".join(name for name in names if name not in _COUNTING)
        return plain

    def _find_main(self) -> None:
        """Share of the column's prose by make, and the runs of the main makes that stand in the trunk."""
        mass: dict[str, float] = {}
        below: dict[tuple[str, str], float] = {}
        self.promoted = [self._promotes(run) for run in self.runs]
        prose = [
            0.0 if promoted > 1 or self.flags(self.boxes[run.box]) & _NOT_TEXT else _prose(run)
            for run, promoted in zip(self.runs, self.promoted, strict=True)
        ]
        if not any(prose):  # a few words are all there is
            prose = [0.0 if run.tag in HEADINGS or run.linked else float(len(run.text)) for run in self.runs]
        for make, under, size in zip(self.makes, self.unders, prose, strict=True):
            if size:
                mass[make] = mass.get(make, 0.0) + size
                below[under] = below.get(under, 0.0) + size
        total = sum(mass.values())
        self.share_under = {under: size / total for under, size in below.items()}
        self.share = {make: size / total for make, size in mass.items()}
        top = max(mass, key=mass.__getitem__, default="")
        self.trunk = self._trunk(
            [size if make == top else 0.0 for make, size in zip(self.makes, prose, strict=True)]
        )
        self.main = [
            size > 0 and self.share[make] >= MAIN_SHARE and not self.outside(home)
            for size, make, home in zip(prose, self.makes, self.homes, strict=True)
        ]
        self.first, self.last = self._ends()
        self.texts = [run.text for run, main in zip(self.runs, self.main, strict=True) if main]
        self._whole = "\n".join(self.texts)
        self.dense = bool(self.texts) and DENSE.search(self.texts[0], 0, 60) is not None

    def _ends(self) -> tuple[int, int]:
        """Where the article's text begins and ends; promotion, which likes to stand at the end, does not count."""
        count = len(self.runs)
        first = next((index for index in range(count) if self._in_place(index)), 0)
        for index in range(count - 1, first - 1, -1):
            if self._in_place(index) and self.promoted[index] < 2:
                return first, index
        return first, count

    def _in_place(self, index: int) -> bool:
        """Whether a run is where the article's text is, a full sentence or not."""
        if self.main[index]:
            return True
        run = self.runs[index]
        least = _SENTENCE if _ENDED.search(run.text) else _LINE
        if len(run.text) < least or run.tag in HEADINGS or 2 * run.linked > len(run.text):
            return False
        enough = self.share.get(self.makes[index], 0.0) >= MAIN_SHARE
        return (
            enough and not self.flags(self.boxes[run.box]) & _NOT_TEXT and not self.outside(self.homes[index])
        )

    def _promotes(self, run: Run) -> int:
        """2 for a text that has promotion for its subject, 1 for one with a word of it, 0."""
        size = len(run.text)
        if not 0 < size < WORDS_WITHIN:
            return 0
        found = self.phrases.promotion_in(run.text)
        return 2 if found > 1 or (found and size < _BRIEF) else found

    def _trunk(self, sizes: list[float]) -> int:
        """The lowest box that holds nearly all of what is summed."""
        held: dict[int, float] = {}
        for run, size in zip(self.runs, sizes, strict=True):
            at = self.boxes[run.box].parent if size and run.box != self.column else self.column
            while size and at > self.column:
                held[at] = held.get(at, 0.0) + size
                at = self.boxes[at].parent
        enough = _TRUNK_SHARE * sum(sizes)
        return max((at for at, size in held.items() if size >= enough), default=self.column)

    def outside(self, box: int) -> bool:
        """Whether a box is not in the trunk."""
        while box > self.trunk:
            box = self.boxes[box].parent
        return box != self.trunk

    def like_trunk(self, box: int) -> bool:
        """Whether a box outside the trunk is in a branch of the make of the trunk's own: the text goes on there."""
        chain = {self.trunk: -1}
        at = self.trunk
        while at > self.column:
            chain[self.boxes[at].parent] = at
            at = self.boxes[at].parent
        while box > self.column and self.boxes[box].parent not in chain:
            box = self.boxes[box].parent
        own = chain.get(self.boxes[box].parent, -1)
        if own < 0:
            return False
        one, other = self.boxes[box], self.boxes[own]
        return one.tag == other.tag and self._uncounted(one.classes) == self._uncounted(other.classes)

    def _find_spine(self) -> None:
        self.spine = {self.column}
        self.stems: set[int] = set()
        for home, main in zip(self.homes, self.main, strict=True):
            if main:
                self.stems.add(self.boxes[home].parent if home != self.column else home)
                while home not in self.spine:
                    self.spine.add(home)
                    home = self.boxes[home].parent

    def _find_sides(self) -> None:
        """For each home its side box (itself where it hangs on the spine), with what the side box holds."""
        self.sides = [self._side(home) for home in self.homes]
        self.pictures: dict[int, int] = {}
        self.headed: set[int] = set()
        self.like: dict[str, int] = {}
        for run, side, make in zip(self.runs, self.sides, self.makes, strict=True):
            if not run.tag:
                if not run.passed:
                    self.pictures[side] = self.pictures.get(side, 0) + 1
            elif run.tag in HEADINGS:
                self.headed.add(side)
                self.like[make] = self.like.get(make, 0) + 1

    def _side(self, at: int) -> int:
        while at not in self.spine and self.boxes[at].parent not in self.spine:
            at = self.boxes[at].parent
        return at

    def next_text(self, index: int) -> int | None:
        """The next run that is text and no heading."""
        for at in range(index + 1, min(index + _NEAR, len(self.runs))):
            if self.runs[at].tag and self.runs[at].tag not in HEADINGS:
                return at
        return None

    def _read_declared(self) -> None:
        self.said = sum(1 for text in self.texts if self.declared(text))
        self.covered = self.said > 2 and self.said >= 0.6 * len(self.texts)

    def declared(self, text: str) -> bool:
        """Whether a text's beginning is in the article text that the page declares."""
        return bool(self.wanted) and "".join(text[:90].split())[:50] in self.wanted

    def repeats(self, text: str) -> bool:
        """Whether a text is said again in a main run: a pull quote, a key point."""
        core = text.strip(_MARKS)
        return 20 < len(core) < 300 and core in self._whole


def _prose(run: Run) -> float:
    size = len(run.text)
    if not run.tag or run.tag in HEADINGS or size < 20 or run.linked > 0.5 * size:
        return 0.0
    if not _ENDED.search(run.text) and not _WORDY.search(run.text):
        return 0.0
    return float(min(size, _MOST_PROSE)) if size >= 60 or DENSE.search(run.text, 0, 30) else 0.0

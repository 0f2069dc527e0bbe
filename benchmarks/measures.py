"""How near an extraction is to what a person checked."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from attrs import define, field

from benchmarks.datasets import CheckedPage
from benchmarks.extractors import Extracted

__all__ = ["MEASURES", "Tally"]

_MARKS = {ord(mark): '"' for mark in "“”„‟«»″「」『』"} | {ord(mark): "'" for mark in "‘’‚‛"}
_DASHES = {ord(mark): "-" for mark in "–—‑−"}
_WHITE = re.compile(r"[\s\u200b\ufeff\xad]+")
_WORD = re.compile(r"\w+")
_SHINGLE = 4

MEASURES = ("headline", "day", "authors", "text", "exact", "paragraphs", "headings", "sections")


def folded(text: str | None) -> str:
    """Words, not typography: one style of marks, single spaces, no case."""
    plain = unicodedata.normalize("NFKC", text or "").translate(_MARKS | _DASHES)
    return _WHITE.sub(" ", plain).strip().casefold()


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    last = max(1, len(words) - _SHINGLE + 1)
    return Counter(tuple(words[at : at + _SHINGLE]) for at in range(last)) if words else Counter()


def _f1(right: float, found: float, wanted: float) -> float:
    precision = right / found if found else 1.0
    recall = right / wanted if wanted else 1.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else float("nan")


@define
class Tally:
    """Adds up pages; ``text`` is F1 of mean precision and recall over four-word shingles, as in
    scrapinghub's article-extraction-benchmark, and ``exact`` the share of pages without a difference."""

    values: dict[str, list[float]] = field(factory=lambda: {name: [] for name in MEASURES})
    pairs: list[tuple[float, float]] = field(factory=list)
    names: Counter[str] = field(factory=Counter)
    heads: Counter[str] = field(factory=Counter)

    def add(self, page: CheckedPage, found: Extracted) -> None:
        """Compare one page."""
        self._add_text(page, found)
        if page.headline is not None:
            self.values["headline"].append(folded(page.headline) == folded(found.headline))
        if page.published is not None:
            day = found.published.date() if isinstance(found.published, dt.datetime) else found.published
            self.values["day"].append(day == page.published.date())
        if page.authors is not None:
            wanted, named = set(map(folded, page.authors)), set(map(folded, found.authors))
            self.names.update(right=len(wanted & named), found=len(named), wanted=len(wanted))
        if page.sections is not None:
            self._add_sections(page, found)

    def _add_text(self, page: CheckedPage, found: Extracted) -> None:
        wanted, got = _shingles(page.text), _shingles(found.text)
        right = (wanted & got).total()
        precision = right / got.total() if got else float(not wanted)
        recall = right / wanted.total() if wanted else 1.0
        self.pairs.append((precision, recall))
        self.values["exact"].append(wanted == got)

    def _add_sections(self, page: CheckedPage, found: Extracted) -> None:
        title = folded(page.headline)
        shown = [(folded(heading), folded(text)) for heading, text in found.paragraphs]
        shown = [("" if heading == title else heading, text) for heading, text in shown]
        wanted = [(folded(heading), folded(text)) for heading, texts in page.sections or () for text in texts]
        right = (Counter(wanted) & Counter(shown)).total()
        self.values["sections"].append(_f1(right, len(shown), len(wanted)))
        right = (Counter(text for _, text in wanted) & Counter(text for _, text in shown)).total()
        self.values["paragraphs"].append(_f1(right, len(shown), len(wanted)))
        heads, seen = {head for head, _ in wanted if head}, {head for head, _ in shown if head}
        self.heads.update(right=len(heads & seen), found=len(seen), wanted=len(heads))

    def result(self) -> dict[str, float]:
        """Every measure, 0 to 1; NaN where the data set does not say."""
        result = {name: _mean(values) for name, values in self.values.items()}
        result["text"] = _f1_of_means(self.pairs)
        for name, counts in (("authors", self.names), ("headings", self.heads)):
            if counts:
                result[name] = _f1(counts["right"], counts["found"], counts["wanted"])
        return result


def _f1_of_means(pairs: list[tuple[float, float]]) -> float:
    precision, recall = _mean(p for p, _ in pairs), _mean(r for _, r in pairs)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

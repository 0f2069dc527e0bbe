"""The list of a few titles that editors set right after the column: "More on the topic"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin

from articlekit.annotate.cross_references.addresses import Page, kind_of, leads_to_piece, looks_like_piece
from articlekit.annotate.cross_references.labels import Found, Labels, labels_of
from articlekit.annotate.cross_references.splitting import is_title, split
from articlekit.body import vocabulary as words
from articlekit.body.outline import Outline, Run, shown_text
from articlekit.languages import Language
from articlekit.pieces import FoundReference

__all__ = ["closing_references"]

_NEAR = 6  # a list with more lines than these between it and the column is the page's, not the article's
_FAR = 60  # no more runs than these are looked at
_MOST = 4  # a list with more titles is a machine's
_SUMMARY = 60  # a line without a link that is this long is a title's summary
_MISFITS = 3
_KICKER = 40
_OUTSIDE = words.DROPPED | words.HIDDEN | words.FURNITURE


def closing_references(
    page: Outline, column: int, language: Language, *urls: str | None
) -> list[FoundReference]:
    """The references of the lists that stand right after the column, under a known label.

    A few plain titles, each with a summary at most: lists with times, bylines or many titles are
    a machine's and are passed over.

    Args:
        page: The page's boxes and runs.
        column: The index of the column's box.
        language: Whose labels hold besides the English ones.
        urls: The page's own addresses.
    """
    reader = _Reader(_Lines(page, column), page, labels_of(language.code), urls)
    found: list[FoundReference] = []
    at, near = 0, _NEAR
    while at <= near and (line := reader.lines.at(at)) is not None:
        label = reader.label(line)
        if label is None:
            at += 1
            continue
        titles, after = reader.titles_below(at)
        for title, kind, url in titles:
            kind = kind if kind != "unknown" else label.kind
            found.append(FoundReference(label=line.text, kind=kind, title=title, url=url, before=-1))
        at, near = after, after + 1 if titles else near
    return found


class _Line(NamedTuple):
    """A line of text below the column; ``url`` where one link covers it."""

    text: str
    url: str | None
    box: int
    linked: bool


class _Lines:
    """The lines right after the column, repeated ones and links within the page left out.

    They are read when they are asked for: few pages have a list below the column.
    """

    def __init__(self, page: Outline, column: int) -> None:
        self._lines: list[_Line] = []
        self._source = self._read(page, column)

    def at(self, index: int) -> _Line | None:
        while index >= len(self._lines):
            line = next(self._source, None)
            if line is None:
                return None
            self._lines.append(line)
        return self._lines[index]

    @staticmethod
    def _read(page: Outline, column: int) -> Iterator[_Line]:
        boxes, runs = page.boxes, page.runs
        end = next((i for i in range(column + 1, len(boxes)) if boxes[i].parent < column), len(boxes))
        last = len(runs) - 1
        while last >= 0 and not (column <= runs[last].box < end and runs[last].tag):
            last -= 1
        seen: set[str] = set()
        for run in runs[last + 1 : last + 1 + _FAR]:
            for line in _lines_of(run):
                if line.text not in seen and not (line.url or "").startswith("#"):
                    seen.add(line.text)
                    yield line


def _lines_of(run: Run) -> Iterator[_Line]:
    if run.passed:  # each of its links is a line, shown by its heading where it has one
        for link in run.element.iter("a"):
            heading = next((inner for inner in link if inner.tag in ("h2", "h3", "h4", "h5")), link)
            text, url = shown_text(heading), link.get("href")
            if text and url:
                yield _Line(text, url.strip(), run.box, True)
    elif run.tag:
        covered = run.linked >= 0.8 * len(run.text) and len({url for _, _, url in run.links}) == 1
        yield _Line(run.text, run.links[0][2].strip() if covered else None, run.box, bool(run.links))


class _Reader:
    def __init__(self, lines: _Lines, page: Outline, labels: Labels, urls: tuple[str | None, ...]) -> None:
        self.lines, self.page, self.labels, self.urls = lines, page, labels, urls
        self.base = next((url for url in urls if url), None)

    def label(self, line: _Line) -> Found | None:
        """The known label that a line is."""
        if line.linked or len(line.text) > 60 or self.page.boxes[line.box].flags & _OUTSIDE:
            return None
        found = self.labels.heads(line.text)
        if found is None or not found.pointer or self.labels.lists_others(line.text):
            return None
        return found

    def titles_below(self, at: int) -> tuple[list[tuple[str, str, str]], int]:
        """The titles below a label with their kinds and addresses, and where the list ends.

        None where other lines than summaries stand between them.
        """
        titles: list[tuple[str, str, str]] = []
        box = self._container(at)
        own = Page(*self.urls)
        misfit, after, last = 0, at, None
        while (line := self.lines.at(after := after + 1)) is not None:
            if not self._stands_in(line.box, box) or self.label(line) is not None:
                break
            title = self._title(line, own)
            if titles and line.url is not None and line.url == last:  # another line of the card before it
                if title is not None and len(titles[-1][0]) <= _KICKER < len(title[0]) <= 4 * _KICKER:
                    titles[-1] = title
            elif misfit and line.url and is_title(line.text):
                return [], after  # times and bylines between the titles
            elif title is not None:
                titles.append(title)
                last = line.url
            elif line.linked or len(line.text) < _SUMMARY:
                misfit = misfit or after
                if not titles or after - misfit > _MISFITS:
                    break
        return titles if len(titles) <= _MOST else [], misfit or after

    def _title(self, line: _Line, own: Page) -> tuple[str, str, str] | None:
        if line.url is None or not is_title(line.text):
            return None
        url = self._absolute(line.url)
        if not leads_to_piece(url) or not looks_like_piece(url) or own.holds(url) or not own.shares_site(url):
            return None
        entry = split(line.text, self.labels)
        if not is_title(entry.title):
            return None
        kind = entry.kind if entry.kind != "unknown" else kind_of(url)
        return f"{entry.label} {entry.title}".strip(), kind, url

    def _absolute(self, url: str) -> str:
        try:
            return urljoin(self.base, url) if self.base else url
        except ValueError:
            return url

    def _container(self, at: int) -> int:
        """The smallest box around a label that also holds the line below it."""
        line, below = self.lines.at(at), self.lines.at(at + 1)
        assert line is not None
        box = line.box
        while below is not None and box > 0 and not self._stands_in(below.box, box):
            box = self.page.boxes[box].parent
        return box

    def _stands_in(self, box: int, outer: int) -> bool:
        while box > outer:
            box = self.page.boxes[box].parent
        return box == outer

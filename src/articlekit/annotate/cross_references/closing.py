"""The list of a few titles that editors set right after the column: "More on the topic"."""

from __future__ import annotations

from urllib.parse import urljoin

from articlekit.annotate.cross_references.addresses import Page, leads_to_piece, looks_like_piece
from articlekit.annotate.cross_references.labels import Found, Labels, labels_of
from articlekit.annotate.cross_references.reading import Entry, is_title, split
from articlekit.body import vocabulary as words
from articlekit.body.column import inside
from articlekit.body.outline import Outline, Run
from articlekit.languages import Language
from articlekit.pieces import FoundReference

__all__ = ["closing_references"]

_NEAR = 6  # a list further from the column's last words is the page's, not the article's
_MOST = 4  # … and one with more titles is a machine's
_SUMMARY = 60


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
    labels = labels_of(language.code)
    own = Page(*urls)
    base = next((url for url in urls if url), None)
    within = inside(page.boxes, column)
    runs = page.runs
    last = max((at for at, run in enumerate(runs) if within[run.box] and run.tag), default=len(runs))
    found: list[FoundReference] = []
    at, near = last + 1, last + _NEAR
    while at < len(runs) and at <= near:
        label = _label(page, runs[at], labels)
        if label is None:
            at += 1
            continue
        entries, after = _entries(page, at, labels, own, base)
        for entry in entries:
            found.append(
                FoundReference(
                    label=runs[at].text, kind=_kind(entry, label), title=entry.title, url=entry.url, before=-1
                )
            )
        near = after + 2 if entries else near
        at = after
    return found


def _kind(entry: Entry, label: Found) -> str:
    return label.kind if entry.kind == "unknown" else entry.kind


def _label(page: Outline, run: Run, labels: Labels) -> Found | None:
    text = run.text
    if not run.tag or len(text) > 60 or run.linked > 0.5 * len(text):
        return None
    if page.boxes[run.box].flags & (words.DROPPED | words.HIDDEN | words.FURNITURE) or labels.lists_others(
        text
    ):
        return None
    found = labels.heads(text)
    return found if found is not None and found.pointer else None


def _entries(page: Outline, at: int, labels: Labels, own: Page, base: str | None) -> tuple[list[Entry], int]:
    """The titles below a label in its own box, and where they end; none where lines stand between them."""
    entries: list[Entry] = []
    box = _container(page, at)
    after, misfit = at + 1, 0
    for run in page.runs[at + 1 :]:
        if run.tag:
            if not _stands_in(page, run.box, box) or _label(page, run, labels):
                break
            entry = _entry(run, labels, own, base) if run.linked >= 0.8 * len(run.text) else None
            if entry is None and (run.linked or len(run.text) < _SUMMARY) and not _same(run, entries, base):
                misfit = misfit or after
                if not entries or after - misfit > 3:
                    break
            elif entry is not None and misfit:
                return [], after  # times and bylines between the titles
            elif entry is not None and not _same(run, entries, base):
                entries.append(entry)
        after += 1
    return (entries if len(entries) <= _MOST else [], misfit or after)


def _same(run: Run, entries: list[Entry], base: str | None) -> bool:
    """Whether a run is another line of the card before it: its summary, its second title."""
    return bool(entries) and bool(run.links) and _absolute(run.links[0][2], base) == entries[-1].url


def _absolute(url: str, base: str | None) -> str:
    try:
        return urljoin(base, url.strip()) if base else url.strip()
    except ValueError:
        return url


def _entry(run: Run, labels: Labels, own: Page, base: str | None) -> Entry | None:
    url = _absolute(run.links[0][2], base)
    entry = split(run.text, labels)
    fits = is_title(entry.title) and leads_to_piece(url) and looks_like_piece(url)
    if not fits or own.holds(url) or not own.shares_site(url):
        return None
    title = f"{entry.label} {entry.title}".strip()
    return Entry(title=title, kind=entry.kind, url=url)


def _container(page: Outline, at: int) -> int:
    """The smallest box around a label that also holds a link below it."""
    box = page.runs[at].box
    following = next((run.box for run in page.runs[at + 1 :] if run.tag), -1)
    while box > 0 and not _stands_in(page, following, box):
        box = page.boxes[box].parent
    return box


def _stands_in(page: Outline, box: int, outer: int) -> bool:
    while box > outer:
        box = page.boxes[box].parent
    return box == outer

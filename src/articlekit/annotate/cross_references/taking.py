"""Cross-references taken out of the pieces: one way through, then what was gathered is judged."""

from __future__ import annotations

from attrs import define, field

from articlekit.annotate.cross_references.addresses import Page, leads_to_piece, looks_like_piece
from articlekit.annotate.cross_references.inline import inline_references
from articlekit.annotate.cross_references.labels import Labels, labels_of
from articlekit.annotate.cross_references.reading import LONGEST, Reading, read
from articlekit.annotate.cross_references.splitting import Entry, is_dense, is_title, stopped
from articlekit.annotate.cross_references.titles import title_lines
from articlekit.languages import Language
from articlekit.pieces import FoundReference, Piece, PieceKind

__all__ = ["take_references"]

_RUNNING = frozenset({PieceKind.HEADING, PieceKind.PARAGRAPH, PieceKind.ITEM})
_AHEAD = 4  # how far below a label its first title may stand
_MOST_LABELLED = 8  # more titles than these under a label are a list of a machine's
_MOST_HEADED = 5  # … under a heading that is no label of the language's
_MOST_BARE = 5  # … in boxes without a label


@define(eq=False, repr=False)
class _Group:
    """References that stand together: under one label, or in a row without one.

    ``only`` is the one address that the label of a card holds for, ``box`` the path of what a label stands in.
    """

    label: str = ""
    kind: str = "unknown"
    known: bool = False
    members: list[Entry] = field(factory=list)
    asided: bool = True
    first: int = 0
    only: str | None = None
    box: str = "/"


@define(eq=False, repr=False)
class _Mark:
    """What a piece is: part of a group (its label, its entries, a card's other lines), or kept."""

    piece: Piece
    group: _Group | None = None
    entries: tuple[Entry, ...] = ()
    card: bool = False


def take_references(
    pieces: list[Piece], language: Language, *urls: str | None
) -> tuple[list[Piece], list[FoundReference]]:
    """Take the cross-references out of the pieces.

    Args:
        pieces: The column's pieces in order; the list is not changed.
        language: Whose labels hold besides the English ones.
        urls: The page's own addresses; a link to them is no reference.

    Returns:
        The pieces that remain, and the references with the place each stood at.
    """
    labels = labels_of(language.code)
    marks = _Marker(pieces, labels, Page(*urls)).marks
    kept: list[Piece] = []
    found: list[FoundReference] = []
    seen: set[tuple[str | None, str]] = set()
    for mark in marks:
        group = mark.group
        if group is None or not group.members:
            kept.append(mark.piece)
            if not mark.piece.asided and mark.piece.kind in _RUNNING:
                found.extend(inline_references(mark.piece, len(kept) - 1, labels))
            continue
        for entry in mark.entries:
            if (entry.url, entry.title) not in seen:
                seen.add((entry.url, entry.title))
                found.append(_as_found(entry, group, len(kept)))
    return kept, found


def _as_found(entry: Entry, group: _Group, before: int) -> FoundReference:
    label = entry.label or group.label
    kind = group.kind if entry.kind == "unknown" else entry.kind
    return FoundReference(label=label, kind=kind, title=entry.title, url=entry.url, before=before)


class _Marker:
    """Goes through the pieces once, with the label that stands over the present ones."""

    def __init__(self, pieces: list[Piece], labels: Labels, page: Page) -> None:
        self.labels, self.page = labels, page
        self.running = [piece for piece in pieces if piece.kind in _RUNNING and piece.text]
        self.readings = [read(piece, labels) for piece in self.running]
        self.titles = title_lines(self.running, self.readings)
        self.last_prose = _last_prose(self.running)
        self.marks: list[_Mark] = []
        self.group: _Group | None = None
        self.last_url: str | None = None
        self.kind = "unknown"  # told by a line of the card whose title comes next
        at = 0
        for piece in pieces:
            mark = _Mark(piece)
            self.marks.append(mark)
            if piece.kind in _RUNNING and piece.text:
                self._mark(mark, at)
                at += 1
        self._close()

    def _mark(self, mark: _Mark, at: int) -> None:
        piece, reading = mark.piece, self.readings[at]
        if reading.url and reading.url == self.last_url and self.group is not None:
            mark.group, mark.card = self.group, True  # a card: its title and its summary are one link each
            return
        kicker = self._kicker(at) if reading.url else None
        if kicker is not None:
            self._open(mark, kicker, at, kind=self.labels.kind_in(kicker), known=True)
            assert self.group is not None
            self.group.only = reading.url
            return
        if self.group is not None and self.group.only and self.group.only != reading.url:
            self._close()
        entries = reading.entries
        if not entries and at in self.titles:
            entries = (Entry(title=piece.text),)
        elif not entries and piece.asided and not piece.links:
            entries = self._over_button(at)
        if entries:
            entries = tuple(self._without_label(entry) for entry in entries)
        if entries and all(self._accepts(piece, entry, at) for entry in entries):
            self._add(mark, entries, at)
        elif self._names_kind(piece, reading):
            assert reading.label is not None
            self.kind = reading.label.kind
        elif self._is_label(piece, reading, at):
            found = reading.label
            self._open(mark, piece.text, at, kind=found.kind if found else None, known=found is not None)
        elif self.group is not None and not self._stays_open(piece, at):
            self._close()

    def _over_button(self, at: int) -> tuple[Entry, ...]:
        """A title without a link in a box, where the button below it ("Read more") is the link."""
        piece = self.running[at]
        for below in range(at + 1, min(at + 2 + (piece.kind is PieceKind.HEADING), len(self.running))):
            reading, button = self.readings[below], self.running[below]
            if reading.url is None or not button.asided:
                continue
            if reading.label is None or reading.entries or stopped(piece.text):
                break
            return (Entry(kind=reading.label.kind, title=piece.text, url=reading.url),)
        return ()

    def _stays_open(self, piece: Piece, at: int) -> bool:
        """Whether a label goes on to hold below a piece: another line of its box, words between it and its list."""
        group = self.group
        if group is None or not group.label or _ends_list(piece):
            return False
        if piece.asided:
            return True
        listed = at + 1 < len(self.running) and self.running[at + 1].asided and self.readings[at + 1].entries
        return bool(listed) and group.first == at - 1 and (piece.path or "").startswith(group.box)

    def _without_label(self, entry: Entry) -> Entry:
        """Under a label, a title's own first word tells the kind and stays in the title."""
        if self.group is None or not self.group.label or entry.pointer or not entry.label or entry.arrow:
            return entry
        title = entry.title if entry.apart else f"{entry.label} {entry.title}"
        return Entry(kind=entry.kind, title=title, url=entry.url)

    def _names_kind(self, piece: Piece, reading: Reading) -> bool:
        """A line over a title in a list that is labelled already: "Video", "Analysis"."""
        listed = self.group is not None and self.group.known and self.group.kind == "unknown" and piece.asided
        return listed and reading.label is not None and not reading.label.pointer and not _ends_list(piece)

    def _open(self, mark: _Mark, label: str, at: int, *, kind: str | None, known: bool) -> None:
        self._close()
        box = (mark.piece.path or "").rpartition("/")[0] + "/"
        self.group = mark.group = _Group(label=label, kind=kind or "unknown", known=known, first=at, box=box)

    def _add(self, mark: _Mark, entries: tuple[Entry, ...], at: int) -> None:
        if self.group is None or (self.group.label and any(entry.label for entry in entries)):
            self._close()
            self.group = _Group(first=at)
        if self.kind != "unknown":
            entries = (entries[0]._replace(kind=self.kind), *entries[1:])
            self.kind = "unknown"
        mark.group, mark.entries = self.group, entries
        self.group.members.extend(entries)
        self.group.asided = self.group.asided and mark.piece.asided
        self.last_url = entries[-1].url

    def _close(self) -> None:
        """The present group ends; one that looks like a machine's list is emptied, its pieces are kept."""
        group, self.group, self.last_url, self.kind = self.group, None, None, "unknown"
        if group is None or not group.members:
            return
        size = len(group.members)
        if group.label:
            most = _MOST_LABELLED if group.known else _MOST_HEADED
            refused = size > most or self.labels.lists_others(group.label)
        else:
            bare = group.asided and not any(entry.label for entry in group.members)
            refused = bare and (size > _MOST_BARE or group.first > self.last_prose)
        if refused:
            group.members.clear()

    def _kicker(self, at: int) -> str | None:
        """A short line over a title, both set as links to one address, is the title's label."""
        piece, url = self.running[at], self.readings[at].url
        if url is None or at + 1 >= len(self.running) or not piece.asided or not _short(piece.text):
            return None
        below = self.running[at + 1]
        if self.readings[at + 1].url != url or len(below.text) > LONGEST // 2:
            return None
        if piece.kind is PieceKind.HEADING and (piece.level or 2) <= (below.level or 9):
            return None
        if below.kind is not PieceKind.HEADING and (len(below.text) < len(piece.text) or stopped(below.text)):
            return None
        return piece.text if not self.page.holds(url) and leads_to_piece(url) else None

    def _accepts(self, piece: Piece, entry: Entry, at: int) -> bool:
        group = self.group
        headed = group is not None and bool(group.label)
        if not is_title(entry.title) or _is_credit(entry):
            return False
        if entry.url is None:
            return self._accepts_unlinked(piece, entry, at)
        if self.page.holds(entry.url) or not leads_to_piece(entry.url):
            return False
        if entry.known and not entry.arrow and entry.pointer:
            return True
        if headed and group is not None and group.known and not entry.known:
            return looks_like_piece(entry.url) or len(entry.title.split()) > 3
        if self.labels.promotes(piece.text):
            return False
        if entry.known:
            return True
        if not looks_like_piece(entry.url) or not self.page.shares_site(entry.url):
            return False
        if entry.label or headed or entry.arrow:
            return True
        return self._accepts_bare(piece, entry)

    def _accepts_bare(self, piece: Piece, entry: Entry) -> bool:
        """A linked title without any label: by itself, no sentence, no item of a list in the text."""
        if piece.kind is PieceKind.ITEM and not piece.asided:
            return False
        if stopped(entry.title) and piece.kind is not PieceKind.HEADING:
            return False
        words = entry.title.split()
        return len(words) > 3 or is_dense(entry.title)

    def _accepts_unlinked(self, piece: Piece, entry: Entry, at: int) -> bool:
        """Without a link: after a label that can stand without one; in plain text under a label too."""
        if stopped(entry.title) or len(entry.title) > 160:
            return False
        if entry.known and entry.pointer:
            return True
        if piece.path:
            return False
        if entry.arrow:
            return "«" not in entry.label
        return entry.strong or at in self.titles

    def _is_label(self, piece: Piece, reading: Reading, at: int) -> bool:
        """A line that stands over references: a known label, or any heading over linked titles."""
        if len(piece.text) > 90 or (reading.label is None and (not piece.asided or len(piece.text) > 60)):
            return False
        if not piece.path:
            return reading.label is not None and at + 1 in self.titles
        below = self.readings[at + 1 : at + 1 + _AHEAD]
        if reading.label is not None:
            return any(other.url or other.entries for other in below)
        if piece.links or "@" in piece.text:
            return False
        if self.labels.lists_others(piece.text):
            return True
        heading = piece.kind is PieceKind.HEADING or piece.text.endswith((":", "："))
        return heading and any(other.url for other in below[:2])


def _short(text: str) -> bool:
    """Whether a line is short enough for a label, and has words."""
    most = 40 if text.isascii() or not is_title(text[:9]) else 16
    return len(text) <= most and any(map(str.isalpha, text))


def _is_credit(entry: Entry) -> bool:
    """ "Photo: Ada Holm / The Courier" tells whose the picture is."""
    few = len(entry.title.split()) < 4 and not is_dense(entry.title)
    return entry.kind == "gallery" and entry.known and (few or "/" in entry.title or "©" in entry.title)


def _ends_list(piece: Piece) -> bool:
    """A heading in a box that is no link begins another box."""
    return piece.kind is PieceKind.HEADING and not piece.links


def _last_prose(running: list[Piece]) -> int:
    """The index of the last paragraph of prose among the running pieces."""
    for at in range(len(running) - 1, -1, -1):
        piece = running[at]
        linked = sum(end - start for start, end, _ in piece.links)
        if not piece.asided and piece.kind is not PieceKind.HEADING and linked < 0.5 * len(piece.text):
            return at
    return -1

"""What one piece looks like as a reference: its label, the titles after it, their addresses."""

from __future__ import annotations

import re
from typing import NamedTuple

from articlekit.annotate.cross_references.addresses import kind_of
from articlekit.annotate.cross_references.labels import Found, Labels
from articlekit.annotate.cross_references.splitting import (
    Entry,
    as_label,
    cleaned,
    is_dense,
    is_title,
    label_at,
    pared,
    split,
)
from articlekit.pieces import Piece, PieceKind

__all__ = ["LONGEST", "Reading", "read"]

LONGEST = 300
"""No piece longer than this is a reference, whatever it begins with."""
_MOST_TITLE = 220
_OPENING = "([（［【"
_WRAPPED = re.compile(
    r"[(\[（［【](?P<inner>[^()\[\]（）［］【】]{8,}(?:\([^()]*\)[^()\[\]]*)?)[)\]）］】][.\s]*$"
)
_AFTER = re.compile(r"[\s›»>→►…|)\]）】*+#–—·-]*")
_BEFORE = "\ufeff\u200b\u200e\u200f\u2060 (（[［"
_SEPARATORS = "\ufeff\u200b\u200e\u200f\u2060 ,;/|·•–—-()[]+&>»"


class Reading(NamedTuple):
    """What a piece looks like: entries, or a label over what follows; ``url`` where it is one link."""

    entries: tuple[Entry, ...] = ()
    label: Found | None = None
    url: str | None = None


_NOTHING = Reading()


def read(piece: Piece, labels: Labels) -> Reading:
    """Look at one piece, at most a few hundred characters long."""
    text = piece.text
    if len(text) > LONGEST:
        return _NOTHING
    links = _joined(piece.links)
    if not links:
        return _unlinked(text, labels)
    if len(links) > 1:
        return Reading(entries=_several(text, links, labels))
    return _linked(piece, links[0], labels)


def _joined(links: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The links with neighbours of one address made one."""
    out: list[tuple[int, int, str]] = []
    for start, end, url in links:
        if out and out[-1][2] == url:
            out[-1] = (out[-1][0], end, url)
        else:
            out.append((start, end, url))
    return out


def _unlinked(text: str, labels: Labels) -> Reading:
    if text[0].isalnum() and not text[:3].isupper() and labels.at(text) is None:
        return _NOTHING  # most lines
    entry = split(_unwrapped(text), labels)
    if not entry.title and entry.label:
        return Reading(label=as_label(text, labels))
    if entry.label or entry.arrow:
        return Reading(entries=(entry,), label=as_label(text, labels))
    return Reading(label=as_label(text, labels))


def _unwrapped(text: str) -> str:
    """A text without the brackets around all of it."""
    wrapped = _WRAPPED.match(text) if text[0] in _OPENING else None
    return wrapped["inner"].strip() if wrapped else text


def _linked(piece: Piece, link: tuple[int, int, str], labels: Labels) -> Reading:
    """A piece with one link."""
    text = piece.text
    start, end, url = link
    after = _AFTER.match(text, end)
    rest = text[after.end() if after else end :]
    if rest and end + len(rest) == len(text) and len(rest) < 3:
        end, rest = len(text), ""  # a link that ends a letter early
        link = (start, end, url)
    before = text[:start].strip(_BEFORE)
    if rest:
        return _before_rest(text, link, rest, before, labels)
    if before:
        return _after_label(piece, link, before, labels)
    entry = split(_unwrapped(text[: end + 1] if text[start - 1 : start] in _OPENING else text), labels)
    if not entry.title:
        return Reading(label=as_label(text, labels), url=url)
    if not entry.label:
        entry = _unmarked(entry, labels)
    return _one(entry, url, as_label(text, labels) if entry.label else None)


def _one(entry: Entry, url: str, label: Found | None = None) -> Reading:
    return Reading(entries=(_addressed(entry, url),), label=label, url=url)


def _addressed(entry: Entry, url: str) -> Entry:
    return entry._replace(url=url, kind=entry.kind if entry.kind != "unknown" else kind_of(url))


def _before_rest(text: str, link: tuple[int, int, str], rest: str, before: str, labels: Labels) -> Reading:
    """Words after the link: a linked label before its title, or a short word such as "more"."""
    start, end, url = link
    if not before and len(text[:end]) < _MOST_TITLE:
        entry = split(text, labels)
        if entry.known and len(entry.label) >= end - 1 and is_title(entry.title):
            return _one(entry, url)
    if len(rest) <= 0.2 * len(text) and len(before) <= 0.15 * len(text) and labels.at(rest):
        return _one(split(text[start:end], labels), url)
    if len(before) + len(rest) <= 0.12 * len(text):
        return _one(split(text[start:], labels), url)
    return _NOTHING


def _after_label(piece: Piece, link: tuple[int, int, str], before: str, labels: Labels) -> Reading:
    """Words before a link that goes on to the end: a label of the language's or of the page's own."""
    text = piece.text
    start, end, url = link
    title = cleaned(text[start:end], labels)
    at, _ = pared(before)
    if at >= len(before):  # an arrow alone, then the link
        entry = split(text[:end], labels)
        return _one(entry if entry.known else _unmarked(entry, labels), url)
    found, labelled = label_at(before, at, labels)
    if found is None:
        found, labelled = labels.heads(before, at), len(before)
    if found is not None and labelled >= len(before):
        kind = found.kind if found.kind != "unknown" else split(text[start:end], labels).kind
        entry = Entry(label=before, kind=kind, title=title, known=True, pointer=found.pointer, strong=True)
        return _one(entry, url)
    if found is not None:  # "Read also: the strike – <a>…": all of it is the title
        return _one(split(text[:end], labels), url) if len(before) < 0.4 * len(text) else _NOTHING
    if _is_own_label(piece, before):
        return _one(_own(before, title, labels), url)
    if len(before) <= 0.15 * len(text):
        return _one(split(text[:end], labels), url)
    if piece.asided and piece.kind is PieceKind.HEADING and len(before) <= 30:
        return _one(_own(before, title, labels), url)
    return _NOTHING


def _own(before: str, title: str, labels: Labels) -> Entry:
    return Entry(label=before, kind=labels.kind_in(before) or "unknown", title=title, apart=True)


def _unmarked(entry: Entry, labels: Labels) -> Entry:
    """A label of several words and a capital after it need no mark between: "Read more The …"."""
    hit = labels.at(entry.title)
    if hit is None:
        return entry
    end, word = hit
    rest = entry.title[end:].strip()
    dense = is_dense(rest[:1])
    if (
        word.pointer
        and (" " in word.text or dense)
        and (rest[:1].isupper() or rest[:1] in "\"'“‘«„" or dense)
    ):
        label = f"{entry.label} {entry.title[:end]}".strip()
        return entry._replace(label=label, kind=word.kind, title=rest, known=True, pointer=True, strong=True)
    return entry


def _is_own_label(piece: Piece, before: str) -> bool:
    """A label of the page's own before the link: bold, capitals, or ended by a mark in a list or a box."""
    if len(before) > 60 or before[-1] not in ":：|?–—":
        return False
    bold = bool(piece.bold) and piece.bold[0][0] == 0 and piece.bold[0][1] >= len(before) - 1
    if before[-1] in "–—" and not bold:
        return False
    capitals = before == before.upper() != before.lower()
    return bold or capitals or piece.asided or piece.kind is PieceKind.ITEM


def _several(text: str, links: list[tuple[int, int, str]], labels: Labels) -> tuple[Entry, ...]:
    """Several links set as one block: each after a label or a separator, and little else."""
    if len(links) > 8 or sum(end - start for start, end, _ in links) < 0.5 * len(text):
        return ()
    entries: list[Entry] = []
    label, found = "", None
    at = 0
    for start, end, url in links:
        gap = text[at:start].strip(_SEPARATORS)
        if gap:
            after, _ = pared(gap)
            if after < len(gap):
                found, labelled = label_at(gap, after, labels)
                if found is None or labelled < len(gap):
                    return ()
            label = text[at:start].strip()
        entry = split(text[start:end], labels)
        if not is_title(entry.title):
            return ()
        if found is not None and not entry.known:
            kind = found.kind if found.kind != "unknown" else entry.kind
            entry = Entry(
                label=label, kind=kind, title=entry.title, known=True, pointer=found.pointer, strong=True
            )
        entries.append(_addressed(entry, url))
        at = end
    return () if text[at:].strip(_SEPARATORS + ".…") else tuple(entries)

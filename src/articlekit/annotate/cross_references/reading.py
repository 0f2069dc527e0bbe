"""What one piece looks like as a reference: its label, the titles after it, their addresses."""

from __future__ import annotations

import re

from attrs import evolve, frozen

from articlekit.annotate.cross_references.addresses import kind_of
from articlekit.annotate.cross_references.labels import Found, Labels
from articlekit.pieces import Piece, PieceKind

__all__ = ["LONGEST", "Entry", "Reading", "is_dense", "is_title", "long_enough", "read", "split", "stopped"]

LONGEST = 300
"""No piece longer than this is a reference, whatever it begins with."""
_MOST_TITLE = 220
_ARROWS = "→►▶▸➜➔➤➡»>⇒⇨☞👉➥↪⟶▷🔗📌☛⏩👇"
_GLYPHS = re.compile(
    rf"\s*(?:[{_ARROWS}]|[●■▪◆◇•·★☆○□▼◼◾⬛🔴🔵🟢🟠⚫📹🎥📷📸🎧🎙📺📰📝📖⚡🚨🔥✍✅❗]|\*{{1,3}}|[+#]{{1,3}}|[—–-](?=\s))[\ufe0e\ufe0f\s]*"
)
_BRACKETED = re.compile(r"[【\[［〈《<（(]\s*([^】\]］〉》>）)]{2,40}?)\s*[】\]］〉》>）)]\s*")
_WRAPPED = re.compile(
    r"[(\[（［【](?P<inner>[^()\[\]（）［］【】]{8,}(?:\([^()]*\)[^()\[\]]*)?)[)\]）］】][.\s]*$"
)
_CAPITALS = re.compile(r"([^\W\d_][^\W\d_'’-]{2,24}(?:\s[^\W_][^\W_'’-]{1,20}){0,4})\s?([.:：|])\s+(?=\S)")
_AFTER = re.compile(r"[\s›»>→►…|)\]）】*+#–—·-]*")
_TRAILING = re.compile(r"\s+[|›»→►]\s*(?P<word>[^|]{1,14})?$")
_SENTENCES = re.compile(r"[.!?…][\"”’»)]*\s\S|[。।]\s*\S")
_STOPPED = re.compile(r"(?<![.])[.。．।։۔][\"”’»)」』]*\s*$")
_DENSE = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SPACES = "\ufeff\u200b\u200e\u200f\u2060"


@frozen(kw_only=True)
class Entry:
    """One reference that a piece may be.

    Attributes:
        label: As shown, arrow included; "" where there is none.
        known: The label is one of the language's; else its shape made it one.
        pointer: The label points ("read also") and names no kind.
        arrow: An arrow stands before it.
        strong: The label can stand without a link: a pointer, or a kind in capitals or after an arrow.
        apart: The label is the page's own and stands before the link, not in it.
    """

    label: str = ""
    kind: str = "unknown"
    title: str
    url: str | None = None
    known: bool = False
    pointer: bool = False
    arrow: bool = False
    strong: bool = False
    apart: bool = False


@frozen(kw_only=True)
class Reading:
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


def is_title(title: str) -> bool:
    """Whether words can be a title: letters of some length, and no sentences, the last with a full stop."""
    if not long_enough(title) or len(title) > _MOST_TITLE:
        return False
    if 2 * sum(map(str.isalpha, title[:60])) < len(title[:60]):
        return False  # a date, a score, a duration
    return not (stopped(title) and _SENTENCES.search(title))


def long_enough(title: str) -> bool:
    """Whether a text is long enough for a title; a character of a dense script counts double."""
    return len(title) >= (8 if is_dense(title) else 14)


def is_dense(text: str) -> bool:
    """Whether a text is of a script that writes words without spaces between them."""
    return not text.isascii() and _DENSE.search(text) is not None


def stopped(text: str) -> bool:
    """Whether a text ends in a full stop, as sentences do and titles seldom."""
    return _STOPPED.search(text) is not None


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
    entry = split(_unwrapped(text), labels)
    if not entry.title and entry.label:
        return Reading(label=_as_label(text, labels))
    if entry.label or entry.arrow:
        return Reading(entries=(entry,), label=_as_label(text, labels))
    return Reading(label=_as_label(text, labels))


def _as_label(text: str, labels: Labels) -> Found | None:
    if len(text) > 90:
        return None
    glyphs = _GLYPHS.match(text)
    start = glyphs.end() if glyphs else 0
    bracketed = _BRACKETED.match(text, start)
    if bracketed and bracketed.end() >= len(text) - 1:
        return labels.heads(bracketed[1])
    return labels.heads(text, start)


def _unwrapped(text: str) -> str:
    """A text without the brackets around all of it."""
    wrapped = _WRAPPED.match(text)
    return wrapped["inner"].strip() if wrapped else text


def split(text: str, labels: Labels) -> Entry:
    """A text as label, kind and title; an arrow belongs to the label."""
    text = text.strip(_SPACES + " ")
    glyphs = _GLYPHS.match(text)
    start = glyphs.end() if glyphs else 0
    arrow = glyphs is not None and any(char in _ARROWS for char in glyphs[0])
    found, end = _label_at(text, start, labels)
    if found is not None:
        written = text[start:end]
        strong = found.pointer or arrow or written == written.upper() != written.lower()
        return Entry(
            label=text[:end].strip(_SPACES + " "),
            kind=found.kind,
            title=_cleaned(text[end:], labels),
            known=True,
            pointer=found.pointer,
            arrow=arrow,
            strong=strong and (arrow or not found.translated or written[:3].isupper()),
        )
    capitals = _CAPITALS.match(text, start)
    if (
        capitals
        and capitals[1] == capitals[1].upper() != capitals[1].lower()
        and (arrow or capitals[2] != ".")
    ):
        rest = text[capitals.end() :]
        if arrow or rest != rest.upper():
            kind = labels.kind_in(capitals[1]) or "unknown"
            label = text[: capitals.end()].strip()
            return Entry(label=label, kind=kind, title=_cleaned(rest, labels), arrow=arrow, strong=arrow)
    return Entry(
        label=text[:start].strip() if arrow else "", title=_cleaned(text[start:], labels), arrow=arrow
    )


def _label_at(text: str, start: int, labels: Labels) -> tuple[Found | None, int]:
    """The label at a place, in brackets or ended by a mark, and where the title begins."""
    bracketed = _BRACKETED.match(text, start)
    if bracketed:
        found = labels.heads(bracketed[1])
        if found is not None:
            after = re.compile(r"[:：|]?\s*").match(text, bracketed.end())
            return found, after.end() if after else bracketed.end()
        return None, start
    found = labels.marked(text, start)
    return found, found.end if found else start


def _cleaned(title: str, labels: Labels) -> str:
    """A title without stray marks: "| more" after it, a subscriber's mark before it."""
    title = title.strip(_SPACES + " \u00a0")
    trailing = _TRAILING.search(title)
    if trailing and (not trailing["word"] or labels.at(trailing["word"])):
        title = title[: trailing.start()]
    if title.endswith(("*", "+")):
        title = title.rstrip("*+ ")
    return labels.without_paid(title).strip()


def _linked(piece: Piece, link: tuple[int, int, str], labels: Labels) -> Reading:
    """A piece with one link."""
    text = piece.text
    start, end, url = link
    after = _AFTER.match(text, end)
    rest = text[after.end() if after else end :]
    if rest and end + len(rest) == len(text) and len(rest) < 3:
        end, rest = len(text), ""  # a link that ends a letter early
        link = (start, end, url)
    before = text[:start].strip(_SPACES + " (（[［")
    if rest:
        return _before_rest(text, link, rest, before, labels)
    if before:
        return _after_label(piece, link, before, labels)
    entry = split(_unwrapped(text[: end + 1] if text[start - 1 : start] in "([（［" else text), labels)
    if not entry.title:
        return Reading(label=_as_label(text, labels), url=url)
    return _entry(entry if entry.label else _unmarked(entry, labels), url, _as_label(text, labels))


def _entry(entry: Entry, url: str, label: Found | None = None) -> Reading:
    kind = entry.kind
    if kind == "unknown":
        kind = kind_of(url)
    return Reading(entries=(evolve(entry, url=url, kind=kind),), label=label, url=url)


def _before_rest(text: str, link: tuple[int, int, str], rest: str, before: str, labels: Labels) -> Reading:
    """Words after the link: a linked label before its title, or a short word such as "more"."""
    start, end, url = link
    if not before and len(text[:end]) < _MOST_TITLE:
        entry = split(text, labels)
        if entry.known and len(entry.label) >= end - 1 and is_title(entry.title):
            return _entry(entry, url)
    if len(rest) <= 0.2 * len(text) and len(before) <= 0.15 * len(text) and labels.at(rest):
        return _entry(split(text[start:end], labels), url)
    if len(before) + len(rest) <= 0.12 * len(text):
        return _entry(split(text[start:], labels), url)
    return _NOTHING


def _after_label(piece: Piece, link: tuple[int, int, str], before: str, labels: Labels) -> Reading:
    """Words before a link that goes on to the end: a label of the language's or of the page's own."""
    text = piece.text
    start, end, url = link
    title = _cleaned(text[start:end], labels)
    glyphs = _GLYPHS.match(before)
    at = glyphs.end() if glyphs else 0
    if at >= len(before):  # an arrow alone, then the link
        entry = split(text[:end], labels)
        return _entry(entry if entry.known else _unmarked(entry, labels), url)
    found, labelled = _label_at(before, at, labels)
    if found is None:
        found, labelled = labels.heads(before, at), len(before)
    if found is not None and labelled >= len(before):
        kind = found.kind if found.kind != "unknown" else split(title, labels).kind
        entry = Entry(label=before, kind=kind, title=title, known=True, pointer=found.pointer, strong=True)
        return _entry(entry, url)
    if found is not None:  # "Read also: the strike – <a>…": all of it is the title
        return _entry(split(text[:end], labels), url) if len(before) < 0.4 * len(text) else _NOTHING
    if _is_own_label(piece, before):
        return _entry(_own(before, title, labels), url)
    if len(before) <= 0.15 * len(text):
        return _entry(split(text[:end], labels), url)
    if piece.asided and piece.kind is PieceKind.HEADING and len(before) <= 30:
        return _entry(_own(before, title, labels), url)
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
    dense = _DENSE.match(rest) is not None
    if (
        word.pointer
        and (" " in word.text or dense)
        and (rest[:1].isupper() or rest[:1] in "\"'“‘«„" or dense)
    ):
        label = f"{entry.label} {entry.title[:end]}".strip()
        return evolve(entry, label=label, kind=word.kind, title=rest, known=True, pointer=True, strong=True)
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
        gap = text[at:start].strip(_SPACES + " ,;/|·•–—-()[]+&>»")
        if gap:
            glyphs = _GLYPHS.match(gap)
            after = glyphs.end() if glyphs else 0
            if after < len(gap):
                found, labelled = _label_at(gap, after, labels)
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
        if entry.kind == "unknown":
            entry = evolve(entry, kind=kind_of(url))
        entries.append(evolve(entry, url=url))
        at = end
    if text[at:].strip(_SPACES + " ,;/|·•–—-()[].>»…"):
        return ()
    return tuple(entries)

"""A text taken apart as label, kind and title, and what titles look like."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from articlekit.annotate.cross_references.labels import Found, Labels

__all__ = [
    "Entry",
    "as_label",
    "cleaned",
    "is_dense",
    "is_title",
    "label_at",
    "long_enough",
    "pared",
    "split",
    "stopped",
]

_MOST = 220
_ARROWS = "→►▶▸➜➔➤➡»>⇒⇨☞👉➥↪⟶▷🔗📌☛⏩👇"
_BEFORE = re.compile(
    rf"\s*(?:[{_ARROWS}]|[●■▪◆◇•·★☆○□▼◼◾⬛🔴🔵🟢🟠⚫📹🎥📷📸🎧🎙📺📰📝📖⚡🚨🔥✍✅❗]|\*{{1,3}}|[+#]{{1,3}}|[—–-](?=\s))[\ufe0e\ufe0f\s]*"
)
"""Arrows, bullets and pictures before a label."""
_BRACKETED = re.compile(r"[【\[［〈《<（(]\s*([^】\]］〉》>）)]{2,40}?)\s*[】\]］〉》>）)]\s*")
_AFTER_BRACKET = re.compile(r"[:：|]?\s*")
_CAPITALS = re.compile(r"([^\W\d_][^\W\d_'’-]{2,24}(?:\s[^\W_][^\W_'’-]{1,20}){0,4})\s?([.:：|])\s+(?=\S)")
_TRAILING = re.compile(r"\s+[|›»→►]\s*(?P<word>[^|]{1,14})?$")
_SENTENCES = re.compile(r"[.!?…][\"”’»)]*\s\S|[。।]\s*\S")
_SPOKEN = re.compile(r"»(?=\w)[^«»]+[«»](?:[\s.,;:!?]|$)")
"""Quoted words between marks that point inwards, or both to the right."""
_STOPPED = re.compile(r"(?<![.])[.。．।։۔][\"”’»)」』]*\s*$")
_STOPS = frozenset('.。．।։۔"”’»)」』 ')
_SPACES = "\ufeff\u200b\u200e\u200f\u2060 \u00a0"


class Entry(NamedTuple):
    """One reference that a text may be.

    Attributes:
        label: As shown, arrow included; "" where there is none.
        known: The label is one of the language's; else its shape made it one.
        pointer: The label points ("read also") and names no kind.
        arrow: An arrow stands before it.
        strong: The label can stand without a link: a pointer, or a kind in capitals or after an arrow.
        apart: The label is the page's own and stands before the link, not in it.
    """

    title: str
    label: str = ""
    kind: str = "unknown"
    url: str | None = None
    known: bool = False
    pointer: bool = False
    arrow: bool = False
    strong: bool = False
    apart: bool = False


def is_title(title: str) -> bool:
    """Whether words can be a title: letters of some length, and no sentences, the last with a full stop."""
    if not long_enough(title) or len(title) > _MOST:
        return False
    head = title[:60]
    if 2 * sum(map(str.isalpha, head)) < len(head) and 2 * sum(map(_is_letter, head)) < len(head):
        return False  # a date, a score, a duration
    return not (stopped(title) and _SENTENCES.search(title))


def _is_letter(char: str) -> bool:
    """Letters, and the marks that vowels are in the scripts of India."""
    return char.isalpha() or unicodedata.category(char)[0] == "M"


def long_enough(title: str) -> bool:
    """Whether a text is long enough for a title; a character of a dense script counts double."""
    return len(title) >= 14 or (len(title) >= 8 and is_dense(title))


def is_dense(text: str) -> bool:
    """Whether a text is of a script that writes words without spaces between them, or syllables."""
    return not text.isascii() and any(
        "\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" or "\u0e00" <= char <= "\u0e7f"
        for char in text
        if char > "\u0dff"
    )


def stopped(text: str) -> bool:
    """Whether a text ends in a full stop, as sentences do and titles seldom."""
    return text[-1:] in _STOPS and _STOPPED.search(text) is not None


def pared(text: str) -> tuple[int, bool]:
    """Where a text begins behind arrows, bullets and pictures, and whether an arrow is among them."""
    if text[:1].isalnum() or (text[:1] == "»" and _SPOKEN.match(text)):
        return 0, False
    before = _BEFORE.match(text)
    if before is None:
        return 0, False
    return before.end(), any(char in _ARROWS for char in before[0])


def split(text: str, labels: Labels) -> Entry:
    """A text as label, kind and title; an arrow belongs to the label."""
    text = text.strip(_SPACES)
    start, arrow = pared(text)
    found, end = label_at(text, start, labels)
    if found is None:
        own = _own_label(text, start, arrow, labels)
        if own is not None:
            return own
        label, kind = text[:start].strip() if arrow else "", labels.kind_of_title(text[start:])
        return Entry(label=label, kind=kind, title=cleaned(text[start:], labels), arrow=arrow)
    written = text[start:end]
    strong = found.pointer or arrow or written == written.upper() != written.lower()
    return Entry(
        label=text[:end].strip(_SPACES),
        kind=found.kind if found.kind != "unknown" else labels.kind_of_title(text[end:]),
        title=cleaned(text[end:], labels),
        known=True,
        pointer=found.pointer,
        arrow=arrow,
        strong=strong and (arrow or not found.translated or written[:3].isupper()),
    )


def _own_label(text: str, start: int, arrow: bool, labels: Labels) -> Entry | None:
    """Capitals ended by a mark are a label, be their words known or not: "CITY FILES: …"."""
    if not text[start : start + 3].isupper():
        return None
    capitals = _CAPITALS.match(text, start)
    if not capitals or capitals[1] != capitals[1].upper() or not (arrow or capitals[2] != "."):
        return None
    rest = text[capitals.end() :]
    if not arrow and rest == rest.upper():
        return None
    return Entry(
        label=text[: capitals.end()].strip(),
        kind=labels.kind_in(capitals[1]) or "unknown",
        title=cleaned(rest, labels),
        arrow=arrow,
        strong=arrow,
    )


def label_at(text: str, start: int, labels: Labels) -> tuple[Found | None, int]:
    """The label at a place, in brackets or ended by a mark, and where the title begins."""
    if not text[start : start + 1].isalnum():
        bracketed = _BRACKETED.match(text, start)
        if bracketed:
            found = labels.heads(bracketed[1])
            if found is None:
                return None, start
            after = _AFTER_BRACKET.match(text, bracketed.end())
            return found, after.end() if after else bracketed.end()
    found = labels.marked(text, start)
    return found, found.end if found else start


def as_label(text: str, labels: Labels) -> Found | None:
    """The label that a whole line is: "Read more", "【Related】", "More on the strike"."""
    if len(text) > 90:
        return None
    start, _ = pared(text)
    if not text[start : start + 1].isalnum():
        bracketed = _BRACKETED.match(text, start)
        if bracketed and bracketed.end() >= len(text) - 1:
            return labels.heads(bracketed[1])
    return labels.heads(text, start)


def cleaned(title: str, labels: Labels) -> str:
    """A title without stray marks: "| more" after it, a subscriber's mark before it."""
    title = title.strip(_SPACES)
    trailing = _TRAILING.search(title, max(0, len(title) - 18))
    if trailing and not _closes(title, trailing) and (not trailing["word"] or labels.at(trailing["word"])):
        title = title[: trailing.start()]
    if title.endswith(("*", "+")):
        title = title.rstrip("*+ ")
    return labels.without_paid(title).strip()


def _closes(title: str, mark: re.Match[str]) -> bool:
    """Whether a mark at a title's end closes a quotation: "« … »"."""
    return mark[0].lstrip()[0] in "»›" and title.count("«") + title.count("‹") > 0

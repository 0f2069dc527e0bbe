"""The labels of a language ("read also", "analysis"), found at the head of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from articlekit.annotate.folding import folded
from articlekit.languages import Language, get
from articlekit.model import ReferenceKind

__all__ = ["Found", "Labels", "labels_of"]

_MARK = re.compile(r"\s*(?:[:：|｜•·→►▶▸➜➔➤»>⇒]+|[.!?…](?=\s|$)|[–—-](?=\s|$)|$)\s*")
"""What ends a label: a colon, a bar, an arrow, a full stop, a dash before a space or the end, the end of the text."""
_TAIL = re.compile(r"\s+[^.:：!?|]{1,50}?\s?[:：]\s*")
"""A pointer goes on to its colon: "Read more about the strike:"."""
_LONGEST = 60
_SPLIT = re.compile(r"[\s\d:：|.,!?()\[\]«»\"“”–—/]+")
_TOKENS = re.compile(r"\w+")
_HEAD = re.compile(r"(\w+)\s(?:\S+\s){0,4}?\S+\s?[:：|]\s")
_LAST = re.compile(r"(?:[(\[（【]|\s[|｜–—-]\s?)([^\W\d_]{3,16})[)\]）】]?$")
_TOPICS = frozenset(["video", "audio", "gallery", "interactive", "story", "background", "report"])
"""Kinds whose words also begin titles about the thing itself: "Video games on trial: …"."""


class _Word(NamedTuple):
    """A label: its kind, and whether it points ("read also") or names a kind ("analysis")."""

    text: str
    kind: str
    pointer: bool
    translated: bool


_NONE: tuple[tuple[str, ...], tuple[_Word, ...]] = ((), ())


class Found(NamedTuple):
    """A label at the head of a text: where the text after it starts, and what it tells."""

    end: int
    kind: str
    pointer: bool
    translated: bool = False


class Labels(NamedTuple):
    """The labels of a language.

    Attributes:
        words: By their first two letters: their texts, and the words themselves, longest first.
        kinds: Single words that name a kind.
        carousel: Labels of machines' lists.
        carousel_parts: What is one wherever it stands in a label.
        promotion: What the paper's advertisements of its own are told by.
        paid: Marks of pieces that only subscribers may read, by their first two letters.
    """

    words: dict[str, tuple[tuple[str, ...], tuple[_Word, ...]]]
    kinds: dict[str, str]
    carousel: frozenset[str]
    carousel_parts: tuple[str, ...]
    promotion: tuple[str, ...]
    paid: dict[str, tuple[str, ...]]

    def at(self, text: str, start: int = 0) -> tuple[int, _Word] | None:
        """The longest label that a text starts with, and where it ends; most start with none."""
        starts, candidates = self.words.get(folded(text[start : start + 2]), _NONE)
        if not candidates:
            return None
        low = folded(text[start : start + _LONGEST])
        if not low.startswith(starts):
            return None
        for word in candidates:
            if low.startswith(word.text):
                size = len(word.text)
                after = text[start + size : start + size + 1]
                joined = after in "-‑" and text[start + size + 1 : start + size + 2].isalnum()
                if not after or not (after.isalnum() or joined):
                    return start + size, word
        return None

    def marked(self, text: str, start: int = 0) -> Found | None:
        """A label that ends in a mark or ends the text."""
        hit = self.at(text, start)
        if hit is None:
            return None
        end, word = hit
        mark = _MARK.match(text, end)
        if mark:
            return Found(mark.end(), word.kind, word.pointer, word.translated)
        if word.pointer and " " in word.text:
            tail = _TAIL.match(text, end)
            if tail:
                return Found(tail.end(), self.kind_in(tail[0]) or word.kind, True)
        return None

    def heads(self, text: str, start: int = 0) -> Found | None:
        """A label that heads a line of its own, whatever follows it there: "More on the strike"."""
        found = self.marked(text, start)
        if found is not None:
            return found
        hit = self.at(text, start)
        if hit is None or len(text) > 80:
            return None
        end, word = hit
        if not word.pointer or (" " not in word.text and word.text.isascii()):
            return None
        return Found(len(text), self.kind_in(text[end:]) or word.kind, True)

    def kind_in(self, text: str) -> str | None:
        """The kind that a word within a label names: "Read our analysis:"; nouns of things only at its end."""
        kinds = [self.kinds.get(word) for word in _SPLIT.split(folded(text)) if word]
        return next((k for k in kinds if k and (k not in _TOPICS or k == kinds[-1])), None)

    def kind_of_title(self, title: str) -> str:
        """The kind that a title names, else "unknown": "Interview with the mayor: …", "The first ship (video)"."""
        last = _LAST.search(title, max(0, len(title) - 30))
        if last:
            kind = self.kinds.get(folded(last[1]))
            if kind is not None:
                return kind
        head = _HEAD.match(title, 0, 80)
        kind = self.kinds.get(folded(head[1])) if head else None
        return kind if kind is not None and kind not in _TOPICS else "unknown"

    def lists_others(self, text: str) -> bool:
        """Whether a label stands over what a machine lists: "Most read", "Latest", "Sponsored"."""
        words = _words_of(text)
        if words in self.carousel:
            return True
        hit = self.at(text)
        whole = hit is not None and hit[1].pointer and not any(map(str.isalnum, text[hit[0] :]))
        return not whole and any(map(words.__contains__, self.carousel_parts))

    def promotes(self, text: str) -> bool:
        """Whether a text asks to subscribe, follow, download, buy."""
        return any(map(_words_of(text).__contains__, self.promotion))

    def without_paid(self, title: str) -> str:
        """A title without the mark that only subscribers may read it."""
        if folded(title[:2]) not in self.paid:
            return title
        low = folded(title[:_LONGEST])
        for mark in self.paid[low[:2]]:
            if low.startswith(mark) and not low[len(mark) : len(mark) + 1].isalnum():
                return title[len(mark) :].lstrip(" :|–-\u00a0")
        return title


def _words_of(text: str) -> str:
    """The words of a text with a space before, between and after them."""
    return f" {' '.join(_TOKENS.findall(folded(text)))} "


def _phrases(entries: Iterable[str]) -> tuple[str, ...]:
    """Entries as they stand among the words of a text; "abon*" is the beginning of a word."""
    found = []
    for entry in entries:
        words = _words_of(entry)
        if words[1:2] >= "\u0e00" and not "\uac00" <= words[1] <= "\ud7a3":
            found.append(words.strip())  # scripts without spaces
        elif words.strip():
            found.append(words.rstrip() if entry.endswith("*") else words)
    return tuple(dict.fromkeys(found))


@cache
def labels_of(code: str) -> Labels:
    """The labels of a language, with the English ones, which pages of every language show."""
    own = get(code)
    languages = (own,) if own.code == "en" else (get("en"), own)
    words: dict[str, _Word] = {}
    for language in languages:
        words.update(_words(language, language is own))
    listed = {
        key: [entry for language in languages for entry in language.words("references", key)]
        for key in ("carousel", "promotion", "paid")
    }
    carousel = _phrases(listed["carousel"])
    return Labels(
        words={
            head: (tuple(texts), tuple(words[text] for text in texts))
            for head, texts in _by_head(words).items()
        },
        kinds={
            text: word.kind
            for text, word in words.items()
            if not word.pointer and not word.translated and " " not in text
        },
        carousel=frozenset(carousel),
        carousel_parts=tuple(phrase for phrase in carousel if phrase[0] != " " or " " in phrase.strip()),
        promotion=_phrases(listed["promotion"]),
        paid={head: tuple(marks) for head, marks in _by_head(map(folded, listed["paid"])).items()},
    )


def _by_head(texts: Iterable[str]) -> dict[str, list[str]]:
    """Texts by their first two letters, longest first."""
    heads: dict[str, list[str]] = {}
    for text in sorted(texts, key=len, reverse=True):
        heads.setdefault(text[:2], []).append(text)
    return heads


def _words(language: Language, own: bool) -> dict[str, _Word]:
    """A language's labels; beside another language, English ones of one word and machine-translated ones fall."""
    found: dict[str, _Word] = {}
    if own:
        for entry in language.words("references", "translated"):
            text, _, kind = (part.strip() for part in entry.partition("="))
            found[folded(text)] = _Word(folded(text), kind, False, True)
    for kind in ReferenceKind:
        for text in map(folded, language.words("references", kind.value)):
            found[text] = _Word(text, kind.value, False, False)
    for text in map(folded, language.words("references", "more")):
        if own or " " in text:
            found[text] = _Word(text, "unknown", True, False)
    return found

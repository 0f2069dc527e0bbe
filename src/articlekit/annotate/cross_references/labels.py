"""The labels of a language ("read also", "analysis"), found at the head of a text."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from attrs import frozen

from articlekit.languages import get
from articlekit.model import ReferenceKind

__all__ = ["Found", "Labels", "folded", "labels_of"]

_MARK = re.compile(r"\s*(?:[:：|｜•·→►▶▸➜➔➤»>⇒]+|[.!?…](?=\s|$)|[–—-](?=\s)|$)\s*")
"""What ends a label: a colon, a bar, an arrow, a full stop, a dash before a space, the end of the text."""
_TAIL = re.compile(r"\s+[^.:：!?|]{1,50}?\s?[:：]\s*")
"""A pointer goes on to its colon: "Read more about the strike:"."""
_LONGEST = 60
_LETTERS = re.compile(r"[^\W\d_]+")


def _plain(code: int) -> str:
    """The base letter of an accented one, so that offsets stay: "É" is "e", "İ" is "i"."""
    char = chr(code)
    base = unicodedata.normalize("NFD", char)[0]
    return base.lower() if len(base.lower()) == 1 else char


_FOLD: dict[int, str] = {
    **{code: _plain(code) for code in (*range(0xC0, 0x590), *range(0x1E00, 0x2000))},
    ord("ı"): "i",
    ord("ς"): "σ",
    ord("’"): "'",
    ord("ʼ"): "'",
    ord("‘"): "'",
    ord("`"): "'",
    ord("-"): " ",
    ord("‑"): " ",
    ord("–"): " ",
    0xA0: " ",
    ord("أ"): "ا",
    ord("إ"): "ا",
    ord("آ"): "ا",
    ord("ى"): "ی",
    ord("ي"): "ی",
    ord("ك"): "ک",
}


def folded(text: str) -> str:
    """A text as labels are compared: lower case, no accents, one apostrophe; its length stays."""
    if text.isascii():
        return text.lower().replace("-", " ")
    low = text.translate(_FOLD).lower()
    return low if len(low) == len(text) else text.translate(_FOLD)


@frozen
class _Word:
    """A label: its kind, and whether it points ("read also") or names a kind ("analysis")."""

    text: str
    kind: str
    pointer: bool
    translated: bool


@frozen
class Found:
    """A label at the head of a text: where the text after it starts, and what it tells."""

    end: int
    kind: str
    pointer: bool
    translated: bool = False


@frozen
class Labels:
    """The labels of a language; ``words`` by their first two characters, longest first."""

    words: dict[str, tuple[_Word, ...]]
    kinds: dict[str, str]
    carousel: tuple[str, ...]
    promotion: re.Pattern[str]
    paid: tuple[str, ...]

    def at(self, text: str, start: int = 0) -> tuple[int, _Word] | None:
        """The longest label that a text starts with, and where it ends; most start with none."""
        low = folded(text[start : start + _LONGEST])
        for word in self.words.get(low[:2], ()):
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
        """The kind that a word within a label names: "Read our analysis:"."""
        for word in _LETTERS.findall(folded(text)):
            kind = self.kinds.get(word)
            if kind is not None:
                return kind
        return None

    def lists_others(self, text: str) -> bool:
        """Whether a label stands over what a machine lists: most read, latest, sponsored."""
        low = folded(text)
        return any(word in low for word in self.carousel)

    def without_paid(self, title: str) -> str:
        """A title without the mark that only subscribers may read it."""
        low = folded(title[:_LONGEST])
        for mark in self.paid:
            if low.startswith(mark) and not low[len(mark) : len(mark) + 1].isalnum():
                return title[len(mark) :].lstrip(" :|–-\u00a0")
        return title


@cache
def labels_of(code: str) -> Labels:
    """The labels of a language, with the English ones, which pages of every language show."""
    words: dict[str, _Word] = {}
    carousel: list[str] = []
    promotion: list[str] = []
    paid: list[str] = []
    for language in (get("en"), get(code)):
        own = language.code == code
        for kind in ReferenceKind:
            for text in map(folded, language.words("references", kind.value)):
                words[text] = _Word(text, kind.value, False, False)
        for entry in language.words("references", "translated"):
            text, _, kind_name = (part.strip() for part in entry.partition("="))
            words[folded(text)] = _Word(folded(text), kind_name, False, True)
        for text in map(folded, language.words("references", "more")):
            if own or " " in text:
                words[text] = _Word(text, "unknown", True, False)
        carousel += map(folded, language.words("references", "carousel"))
        promotion += map(folded, language.words("references", "promotion"))
        paid += map(folded, language.words("references", "paid"))
    heads: dict[str, list[_Word]] = {}
    for word in sorted(words.values(), key=lambda word: -len(word.text)):
        heads.setdefault(word.text[:2], []).append(word)
    return Labels(
        words={head: tuple(found) for head, found in heads.items()},
        kinds={
            text: word.kind
            for text, word in words.items()
            if not word.pointer and not word.translated and " " not in text
        },
        carousel=tuple(carousel),
        promotion=re.compile("|".join(map(re.escape, promotion)) or "(?!)"),
        paid=tuple(sorted(paid, key=len, reverse=True)),
    )

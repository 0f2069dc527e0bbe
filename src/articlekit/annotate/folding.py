"""Texts as words are compared: small letters, no accents, one apostrophe."""

from __future__ import annotations

import unicodedata

__all__ = ["folded"]


class _Plain(dict[int, str]):
    """The plain form of a character, of the same length so that offsets stay; worked out when first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if 0xC0 <= code < 0x590 or 0x1E00 <= code < 0x2000:  # Latin, Greek, Cyrillic, Armenian
            base = unicodedata.normalize("NFD", char)[0].lower()
            char = base if len(base) == 1 else char
        self[code] = char
        return char


_PLAIN = _Plain(
    {
        **{ord(mark): "'" for mark in "’ʼ‘`´"},
        **{ord(mark): " " for mark in "-‑–\xa0\u202f"},
        ord("ı"): "i",
        ord("ς"): "σ",
        **{ord(form): "ا" for form in "أإآ"},
        **{ord(form): "ی" for form in "ىي"},
        ord("ك"): "ک",
    }
)


def folded(text: str) -> str:
    """A text as words are compared: small letters, no accents, one apostrophe; its length stays.

    Example:
        >>> folded("À lire")
        'a lire'
    """
    if text.isascii():
        return text.lower().replace("-", " ")
    low = text.translate(_PLAIN).lower()
    return low if len(low) == len(text) else text.translate(_PLAIN)

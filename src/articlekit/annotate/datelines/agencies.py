"""Agencies and papers as a dateline names them: known names, names by their shape, several in one."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articlekit.languages import get

__all__ = ["Agencies", "agencies_of"]

_SLASH = re.compile(r"\s?[/|]\s?|\s·\s|\s?,\s|\s[–-]\s|\s?;\s?")
_HOST = re.compile(
    r"[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|news|tv|fm|co\.[a-z]{2}|com\.[a-z]{2}|[a-z]{2})", re.IGNORECASE
)
_CALL_SIGN = re.compile(r"[^\W\d_]{2}[\w&+.-]{0,8}")
_LOWER = re.compile(r"[a-z]{2,}[a-z-]*[A-Z]?")
_LONG = 5  # from this length on the case of a name does not matter


class Agencies(NamedTuple):
    """The agencies that a language's press is known to name.

    Attributes:
        exact: Their names as written.
        plain: Names that need no brackets to be known as an agency's.
        folded: The longer names without case.
        words: What the name of a news organisation ends in ("press", "nachrichten").
        own_words: Last words that alone tell one, in the language itself.
    """

    exact: frozenset[str]
    plain: frozenset[str]
    folded: frozenset[str]
    words: tuple[str, ...]
    own_words: frozenset[str]

    def is_known(self, name: str) -> bool:
        """Whether ``name`` is an agency's, in any case where it is long enough to be no other word."""
        if name in self.exact or (len(name) >= 3 and name.casefold() in self.folded) or is_host(name):
            return True
        return len(name) > 3 and name[-1].isupper() and name[:-1] in self.exact  # a branch: "epdÖ"

    def is_plain(self, name: str) -> bool:
        """Whether ``name`` is an agency's even where no bracket says so: "BERLIN taz"."""
        if name in self.plain or is_host(name) or name.rpartition(" ")[2] in self.own_words:
            return True
        first, found, rest = name.partition("-")
        return bool(found) and len(first) > 3 and first in self.plain and rest[:1].isupper()  # a branch

    def within(self, text: str) -> tuple[str, ...]:
        """The agencies that a bracket names, besides whatever else it holds: "dpa/lno", "Petrow, BTA"."""
        if self.is_known(text):
            return (text,)
        items = [item.strip() for item in _SLASH.split(text)]
        found = [item for item in items if self.is_known(item)]
        if found:
            return tuple(found)
        return tuple(self._extended(item) for item in items[:1] if self._extended(item))

    def _extended(self, text: str) -> str:
        """A known agency with a qualifier: "dpa-AFX Broker", "AFP Relaxnews", or a reporter: "Корр. БЕЛТА"."""
        for divider in (" ", "-"):
            first, found, rest = text.partition(divider)
            if found and first in self.plain and len(rest) < 20:
                return text
        words = text.split()
        return next((word for word in words if word in self.plain), "") if 1 < len(words) < 7 else ""

    def looks_like_one(self, text: str) -> bool:
        """Whether a bracket's text has the shape of a newsroom's name: "KTRK", "wind-pressedienst"."""
        lowered = text.casefold()
        if text.upper() == text.lower() and any(map(str.isalpha, text)):
            return True  # a script without case has no other shape
        if (text.isupper() and _CALL_SIGN.fullmatch(text)) or _LOWER.fullmatch(text):
            return True
        return any(word == lowered or lowered.endswith(word) for word in self.words)


def is_host(name: str) -> bool:
    """Whether a name is a site's: "KOMPAS.com"."""
    return "." in name and len(name) > 5 and _HOST.fullmatch(name) is not None


@cache
def agencies_of(code: str) -> Agencies:
    """The agencies of a language; those of the English list hold everywhere."""
    own = get(code).words("datelines", "agencies")
    world = get("en").words("datelines", "agencies")
    every = (*own, *world)
    return Agencies(
        exact=frozenset(every),
        plain=frozenset((*own, *(name for name in world if name.isupper() or " " in name or len(name) > 6))),
        folded=frozenset(name.casefold() for name in every if len(name) >= 3),
        words=get("en").words("datelines", "agency_words"),
        own_words=frozenset(get(code).words("datelines", "agency_words")) if code != "en" else frozenset(),
    )

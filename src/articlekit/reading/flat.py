"""Mark-up made flat where it is nested deeper than libxml2 keeps: no text is lost, deep tags are."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["flattened"]

_DEPTH = 200
_NEAR = 8  # an end tag closes one of the last few elements, or nothing
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/<>]*+)[^<>]*+>")
_UNSHOWN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template)\b(?:.*?</\1[^>]*+>|.*\Z)", re.DOTALL | re.IGNORECASE
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


def flattened(data: str) -> str:
    """The same HTML with no more than about 200 elements inside each other.

    A tag nested deeper becomes a line break, so that words stay apart; comments, scripts and styles go.

    Args:
        data: Any HTML.
    """
    return "".join(_flat(_UNSHOWN.sub(" ", data)))


def _flat(data: str) -> Iterator[str]:
    opened: list[str] = []
    beyond = at = 0
    for match in _TAG.finditer(data):
        yield data[at : match.start()]
        at = match.end()
        name = match[2].lower()
        if name in _VOID:
            yield match[0]
        elif not match[1] and len(opened) >= _DEPTH:
            beyond += 1
            yield "<br>"
        elif not match[1]:
            opened.append(name)
            yield match[0]
        elif beyond:
            beyond -= 1
            yield "<br>"
        elif name in opened[-_NEAR:]:
            while opened.pop() != name:
                pass
            yield match[0]
    yield data[at:]

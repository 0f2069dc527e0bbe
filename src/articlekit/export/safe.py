"""What a page says, made safe to write out again."""

from __future__ import annotations

import re

__all__ = ["address", "plain"]

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_WEB = re.compile(r"(?:https?://|mailto:|/(?!/)|\.{1,2}/|#|\?)[^\s\"'<>\\^`{}|]*", re.IGNORECASE)


def plain(text: str) -> str:
    """Text without control characters and marks that turn its direction round."""
    return _CONTROL.sub(" ", text)


def address(url: str | None) -> str | None:
    """A web or mail address, or None: ``javascript:``, ``data:`` and their kin never get through.

    Example:
        >>> address("https://courier.example/a"), address("java\\tscript:alert(1)")
        ('https://courier.example/a', None)
    """
    if url is None:
        return None
    shown = url.strip()
    return shown if _WEB.fullmatch(shown) else None

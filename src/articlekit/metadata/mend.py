"""Broken JSON made readable: pages' JSON-LD comes with comments, raw quotes, loose commas, no end."""

from __future__ import annotations

import json
import re
from typing import Any

__all__ = ["load"]

_SPACE = re.compile(r"\s*")
_SKIPPED = re.compile(r"//[^\n]*|/\*.*?\*/|<!--|-->|<!\[CDATA\[|\]\]>", re.DOTALL)
_CLOSES = re.compile(
    r"\s*(?:[:}\]]|,\s*(?:[\"'{\[}\]\d-]|true|false|null|$)|$)|\s*\n\s*\"[^\"\n]{1,60}\"\s*:"
)
"""What follows the quote that ends a string; any other quote stands inside it."""
_BARE = re.compile(r"[^,{}\[\]\"';\n]+")
_WORD = re.compile(r"true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_ESCAPE = re.compile(r"\\(?![\"\\/bfnrtu])|\\u(?![0-9a-fA-F]{4})")
_PAIRS = {"{": "}", "[": "]"}


def load(text: str) -> tuple[Any, bool]:
    """The value of a JSON text, mended where it is broken, and whether it had to be.

    Raises:
        ValueError: There is no value in it even so.
    """
    try:
        return json.loads(text, strict=False), False
    except RecursionError:
        raise ValueError("nested too deep") from None
    except ValueError:
        pass
    mended = _mended(text)
    try:
        values = json.loads(mended, strict=False)
    except RecursionError:
        raise ValueError("nested too deep") from None
    values = [value for value in values if isinstance(value, (dict, list)) and value]
    if not values:
        raise ValueError("no JSON object in it")
    return (values[0] if len(values) == 1 else values), True


def _mended(text: str) -> str:
    """All top-level values of a text as one JSON list."""
    out = _Writer()
    at = 0
    while at < len(text):
        at = _SPACE.match(text, at).end()  # type: ignore[union-attr]
        if at >= len(text):
            break
        char = text[at]
        skipped = _SKIPPED.match(text, at)
        if skipped:
            at = skipped.end()
        elif char in "\"'":
            string, at = _string(text, at)
            out.value(string)
        elif char in "{[":
            out.open(char)
            at += 1
        elif char in "}]":
            out.close()
            at += 1
        elif char in ",:":
            out.mark(char)
            at += 1
        else:
            bare = _BARE.match(text, at)
            if bare and out.stack:
                out.value(_word(bare[0].strip()))
            at = bare.end() if bare else at + 1
    return out.text()


def _string(text: str, start: int) -> tuple[str, int]:
    """The string that opens at ``start`` as JSON, and where it ends."""
    quote = text[start]
    at = start
    while True:
        at = text.find(quote, at + 1)
        if at < 0:
            at = len(text)
            break
        before = at
        while text[before - 1] == "\\":
            before -= 1
        if (at - before) % 2 == 0 and _CLOSES.match(text, at + 1):
            break
    inner = _ESCAPE.sub(r"\\\\", text[start + 1 : at])
    inner = re.sub(r'(?<!\\)((?:\\\\)*)"', r'\1\\"', inner)
    inner = inner.removesuffix("\\") if len(inner) - len(inner.rstrip("\\")) & 1 else inner
    return f'"{inner}"', at + 1


def _word(word: str) -> str:
    return word if _WORD.fullmatch(word) else json.dumps(word)


class _Writer:
    """Tokens in, well-formed JSON out: commas where they belong, nothing left open."""

    def __init__(self) -> None:
        self.parts = ["["]
        self.stack: list[str] = []
        self.last = "["

    def _put(self, token: str, kind: str) -> None:
        self.parts.append(token)
        self.last = kind

    def _before_value(self) -> None:
        if self.last in ("value", "}"):
            self._put(",", ",")

    def value(self, token: str) -> None:
        if self.stack:
            self._before_value()
            self._put(token, "value")

    def open(self, bracket: str) -> None:
        self._before_value()
        self.stack.append(bracket)
        self._put(bracket, bracket)

    def close(self) -> None:
        if not self.stack:
            return
        if self.last == ",":
            self.parts.pop()
        elif self.last == ":":
            self.parts.append("null")
        self._put(_PAIRS[self.stack.pop()], "}")

    def mark(self, char: str) -> None:
        if not self.stack:
            return
        if char == ":":
            if self.last == "value" and self.stack[-1] == "{":
                self._put(":", ":")
        elif self.last == ":":
            self._put("null", "value")
            self._put(",", ",")
        elif self.last in ("value", "}"):
            self._put(",", ",")

    def text(self) -> str:
        while self.stack:
            self.close()
        if self.last == ",":
            self.parts.pop()
        return "".join(self.parts) + "]"

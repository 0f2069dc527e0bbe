"""What is particular to a language, one TOML file each; adding a language is adding a file.

In the files, lists are literal strings (three single quotes) whose entries are divided by commas or
line ends: they read like prose and load fast. A table is read when it is first asked for: telling the
language asks every file for one table, and hardly any page for all of a language's.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from articlekit.data import list_data, read_data

__all__ = ["Language", "available", "get", "place_names"]

_ALIASES = {
    "nb": "no",
    "nn": "no",
    "iw": "he",
    "in": "id",
    "me": "sr",
    "sh": "sr",
    "kr": "ko",
    "jp": "ja",
    "cn": "zh",
    "ua": "uk",
    "cz": "cs",
    "dk": "da",
    "gr": "el",
}
"""Codes that pages use for a language whose file has another name: old codes, written standards, countries'."""
_TABLE = re.compile(r"\n\[([a-z]+)\](?=\n)")
_OWN = frozenset({"language", "detect"})
"""Tables that a language never takes from a close one: how it is told is its own."""


class Language(NamedTuple):
    """One language's file.

    Attributes:
        code: ISO 639-1 code; "" for a language without a file, so that what is remembered by it stays bounded.
    """

    code: str

    def words(self, table: str, key: str) -> tuple[str, ...]:
        """The entries of a list; empty where the file has none."""
        return _entries(self.table(table).get(key, ""))

    def value(self, table: str, key: str, default: Any = None) -> Any:
        """A single value of the file."""
        return self.table(table).get(key, default)

    def table(self, table: str) -> Mapping[str, Any]:
        """A table of the file; empty where it has none."""
        return _table(self.code, table)


@cache
def available() -> tuple[str, ...]:
    """Codes of the languages that have a file."""
    files = (name.removesuffix(".toml") for name in list_data("languages") if name.endswith(".toml"))
    return tuple(sorted(files))


def get(code: str | None) -> Language:
    """The language of a code or tag ("de", "de-AT"); one with no code and no data where there is no file."""
    short = (code or "").replace("_", "-").split("-", 1)[0].lower()
    known = _ALIASES.get(short, short)
    return Language(code=known if known in available() else "")


@cache
def _table(code: str, name: str) -> Mapping[str, Any]:
    """A table of a language's file; what it lacks is taken from a close language's."""
    text = _texts(code).get(name)
    own = tomllib.loads(text) if text else {}
    like = _table(code, "language").get("like") if name not in _OWN else None
    return {**_table(like, name), **own} if like else own


@cache
def _texts(code: str) -> dict[str, str]:
    """The text of each table of a language's file."""
    if not code:
        return {}
    _, *parts = _TABLE.split("\n" + read_data(f"languages/{code}.toml"))
    return dict(zip(parts[::2], parts[1::2], strict=True))


def place_names(code: str, *keys: str) -> tuple[str, ...]:
    """Names of places as the language writes them, read when first asked for.

    Args:
        code: Code of the language; one with no list has no names.
        keys: "cities", "zones" (cities that CLDR names), "countries".
    """
    listed = _places(code)
    return tuple(name for key in keys for name in _entries(listed.get(key, "")))


@cache
def _places(code: str) -> dict[str, Any]:
    known = f"{code}.toml" in list_data("languages/places")
    return tomllib.loads(read_data(f"languages/places/{code}.toml")) if known else {}


def _entries(value: Any) -> tuple[str, ...]:
    """The entries of a list, given as text or as a list."""
    if not isinstance(value, str):
        return tuple(value)
    return tuple(filter(None, map(str.strip, value.replace("\n", ",").split(","))))

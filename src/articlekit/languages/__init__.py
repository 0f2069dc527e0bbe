"""What is particular to a language, one TOML file each; adding a language is adding a file.

In the files, lists are literal strings (three single quotes) whose entries are divided by commas or
line ends: they read like prose and load fast.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from attrs import field, frozen

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
_DIVIDER = re.compile(r"\s*[,\n]\s*")


@frozen(kw_only=True)
class Language:
    """One language's file.

    Attributes:
        code: ISO 639-1 code.
        data: The file's tables as read.
    """

    code: str
    data: Mapping[str, Any] = field(hash=False, eq=False, repr=False)

    def words(self, table: str, key: str) -> tuple[str, ...]:
        """The entries of a list; empty where the file has none."""
        value = self.data.get(table, {}).get(key, "")
        if isinstance(value, str):
            return tuple(word for word in _DIVIDER.split(value.strip()) if word)
        return tuple(value)

    def value(self, table: str, key: str, default: Any = None) -> Any:
        """A single value of the file."""
        return self.data.get(table, {}).get(key, default)

    def table(self, table: str) -> Mapping[str, Any]:
        """A table of the file; empty where it has none."""
        found = self.data.get(table, {})
        return found if isinstance(found, Mapping) else {}


@cache
def available() -> tuple[str, ...]:
    """Codes of the languages that have a file."""
    names = (entry.name for entry in resources.files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def get(code: str | None) -> Language:
    """The language of a code or tag ("de", "de-AT"); one with no data where there is no file."""
    short = (code or "").replace("_", "-").split("-", 1)[0].lower()
    return _load(_ALIASES.get(short, short))


@cache
def _load(code: str) -> Language:
    if code not in available():
        return Language(code=code, data={})
    source = resources.files(__name__).joinpath(f"{code}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(source)
    like = data["language"].get("like")
    return Language(code=code, data=_filled(data, _load(like).data) if like else data)


def _filled(data: Mapping[str, Any], like: Mapping[str, Any]) -> dict[str, Any]:
    """A language's tables, what they lack taken from a close language's; how it is told is its own."""
    return {
        table: {**like.get(table, {}), **data.get(table, {})} if table != "detect" else data.get(table, {})
        for table in {**like, **data}
    }


def place_names(code: str, *keys: str) -> tuple[str, ...]:
    """Names of places as the language writes them, read when first asked for.

    Args:
        code: Code of the language; one with no list has no names.
        keys: "cities", "zones" (cities that CLDR names), "countries".
    """
    listed = Language(code=code, data={"places": _places(code)})
    return tuple(name for key in keys for name in listed.words("places", key))


@cache
def _places(code: str) -> dict[str, Any]:
    source = resources.files(__name__) / "places" / f"{code}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8")) if source.is_file() else {}

"""Given names of many countries and the gender they show."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

__all__ = ["given_names"]


@cache
def given_names() -> dict[str, str]:
    """Given names in lower case with "f", "m" or "" where both bear them."""
    source = resources.files(__package__).joinpath("given_names.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(source)
    found: dict[str, str] = {}
    for key, gender in (("f", "f"), ("m", "m"), ("either", "")):
        for name in re.split(r"[,\s]+", lists[key].strip()):
            found[name] = gender
    return found

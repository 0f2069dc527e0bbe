"""Given names of many countries and the gender they show."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from articlekit.data import read_data

__all__ = ["given_names"]


@cache
def given_names() -> dict[str, str]:
    """Given names in lower case with "f", "m" or "" where both bear them."""
    lists = tomllib.loads(read_data("annotate/quotes/given_names.toml"))
    found: dict[str, str] = {}
    for key, gender in (("f", "f"), ("m", "m"), ("either", "")):
        for name in re.split(r"[,\s]+", lists[key].strip()):
            found[name] = gender
    return found

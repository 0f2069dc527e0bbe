"""The weights of evidence, read from ``weights.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from articlekit.annotate.quotes.evidence import Scale

__all__ = ["scale", "weights"]


@cache
def weights(table: str) -> Mapping[str, float]:
    """The weights of one table: "speaker" or "quoted"."""
    source = resources.files(__package__).joinpath("weights.toml").read_text(encoding="utf-8")
    found: dict[str, float] = tomllib.loads(source)[table]
    return found


@cache
def scale(table: str) -> Scale:
    """What weighs facts by one table."""
    return Scale(weights(table))

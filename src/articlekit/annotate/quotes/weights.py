"""The weights of evidence: those learnt, in ``weights.toml``, and those set by hand, in ``weights_set.toml``."""

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
    found: dict[str, float] = {}
    for file in ("weights.toml", "weights_set.toml"):
        source = resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
        found |= tomllib.loads(source)[table]
    return found


@cache
def scale(table: str) -> Scale:
    """What weighs facts by one table."""
    return Scale(weights(table))

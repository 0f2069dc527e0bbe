"""The weights of evidence, read from ``weights.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

__all__ = ["total", "weights"]


@cache
def weights(table: str) -> Mapping[str, float]:
    """The weights of one table: "speaker" or "quoted"."""
    source = resources.files(__package__).joinpath("weights.toml").read_text(encoding="utf-8")
    found: dict[str, float] = tomllib.loads(source)[table]
    return found


def total(evidence: Iterable[str], table: Mapping[str, float]) -> float:
    """Sum of the weights of some evidence; what has no weight says nothing."""
    value = 0.0
    for name in evidence:
        if name in table:
            value += table[name]
    return value

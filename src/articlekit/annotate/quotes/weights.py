"""The weights of evidence: those learnt, in ``weights.toml``, and those set by hand, in ``weights_set.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from articlekit.annotate.quotes.evidence import Scale
from articlekit.data import read_data

__all__ = ["scale", "set_weights", "weights"]


@cache
def weights(table: str) -> Mapping[str, float]:
    """The weights of one table: "speaker" or "quoted"."""
    return {**_read("weights.toml")[table], **set_weights(table)}


def set_weights(table: str) -> Mapping[str, float]:
    """The weights that are set by hand."""
    return _read("weights_set.toml")[table]


@cache
def _read(file: str) -> dict[str, dict[str, float]]:
    return tomllib.loads(read_data(f"annotate/quotes/{file}"))


@cache
def scale(table: str) -> Scale:
    """What weighs facts by one table."""
    return Scale(weights(table))

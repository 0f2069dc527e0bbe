"""What one parse may spend, looked at on the way: no signals, so it works in any thread."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from articlekit.options import Options

__all__ = ["Limits"]

T = TypeVar("T")


class Limits:
    """The limits of one parse, which starts now.

    Attributes:
        nodes: Most elements looked at.
        depth: Deepest nesting looked at, in elements.
        late: The time ran out, and something was skipped for it.
    """

    __slots__ = ("_until", "depth", "late", "nodes")

    def __init__(self, options: Options) -> None:
        self.nodes: int = options.max_nodes
        self.depth: int = options.max_depth
        self.late: bool = False
        self._until = None if options.max_seconds is None else time.monotonic() + options.max_seconds

    def over(self) -> bool:
        """Whether the time has run out; says no without looking at the clock where there is no limit."""
        if self._until is not None and time.monotonic() > self._until:
            self.late = True
        return self.late

    def while_time(self, items: Iterable[T]) -> Iterator[T]:
        """The items, as long as there is time."""
        for item in items:
            if self.over():
                return
            yield item

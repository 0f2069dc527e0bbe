"""What a caller may ask of a parse."""

from __future__ import annotations

import datetime as dt

from attrs import field, frozen, validators

__all__ = ["Annotator", "Options"]

Annotator = str
"""Name of an annotator: "cross_references", "datelines" or "quotes"."""

ANNOTATORS: frozenset[Annotator] = frozenset({"cross_references", "datelines", "quotes"})


@frozen(kw_only=True)
class Options:
    """How to parse; every limit has a generous default.

    Attributes:
        language: ISO 639-1 code of the text, when the caller knows it (a hint that beats the page's word).
        reference_date: Day against which partial dates are resolved when the page gives no date of its own.
        max_bytes: Largest input in bytes (characters for str); a larger one raises ``InputTooLargeError``.
        max_nodes: Most elements looked at; what follows is left out and a diagnostic says so.
        max_depth: Deepest nesting looked at, in elements.
        max_seconds: Time after which the remaining steps are skipped, in seconds; None for no limit.
        annotators: Which annotators run.
    """

    language: str | None = None
    reference_date: dt.date | None = None
    max_bytes: int = field(default=100_000_000, validator=validators.gt(0))
    max_nodes: int = field(default=2_000_000, validator=validators.gt(0))
    max_depth: int = field(default=100_000, validator=validators.gt(0))
    max_seconds: float | None = field(default=60.0)
    annotators: frozenset[Annotator] = field(
        default=ANNOTATORS,
        converter=frozenset,
        validator=validators.deep_iterable(validators.in_(ANNOTATORS)),
    )

    def day(self, published: dt.datetime | dt.date | None) -> dt.date | None:
        """The day against which partial dates are resolved: the article's own, or the caller's."""
        day = published or self.reference_date
        return day.date() if isinstance(day, dt.datetime) else day

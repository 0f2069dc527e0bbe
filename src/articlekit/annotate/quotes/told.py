"""What the article so far tells about its names."""

from __future__ import annotations

from attrs import define, field

from articlekit.annotate.quotes.lexicon import Lexicon
from articlekit.annotate.quotes.names import Names

__all__ = ["Told"]


@define(eq=False)
class Told:
    """What is known when a paragraph is read.

    Attributes:
        text: The article's text.
        known: The language's words.
        names: The article's names.
        limit: End of the paragraph that is looked at: what stands behind it decides nothing.
        spoken: Last words of those who have spoken before.
    """

    text: str
    known: Lexicon
    names: Names
    limit: int = 0
    spoken: set[str] = field(factory=set)

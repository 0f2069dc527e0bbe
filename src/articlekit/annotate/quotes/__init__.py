"""Quotes and who said them: scanner, skeleton, mentions, candidates, judgement, names."""

from articlekit.annotate.quotes.find import find_quotes

__all__ = ["find_quotes"]

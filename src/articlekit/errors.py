"""Errors that articlekit raises on purpose."""

from __future__ import annotations

__all__ = ["ArticleKitError", "InputTooLargeError", "InvalidDocumentError"]


class ArticleKitError(Exception):
    """Base of every error articlekit raises for its input (a wrong argument type is a TypeError)."""


class InputTooLargeError(ArticleKitError):
    """The input is over ``Options.max_bytes``; raise the limit or cut the input."""


class InvalidDocumentError(ArticleKitError):
    """Serialised data handed to ``Article.from_dict`` or ``from_json`` is not an article."""

"""Raw news HTML or text into typed structure: sections, quotes with speakers, cross-references, datelines.

Importing the package costs next to nothing: what a name needs is imported when the name is first used (PEP 562).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from articlekit.batch import ParseResult, parse_many
    from articlekit.errors import ArticleKitError, InputTooLargeError, InvalidDocumentError
    from articlekit.export.schema import json_schema
    from articlekit.model import (
        Access,
        Article,
        Author,
        Block,
        BlockQuote,
        CrossReference,
        Dateline,
        DatelineKind,
        Diagnostic,
        Embed,
        Figure,
        Heading,
        LeftOut,
        Link,
        List,
        ListItem,
        Notice,
        Paragraph,
        PartialDate,
        Place,
        Position,
        Provenance,
        Quote,
        QuoteKind,
        ReferenceKind,
        Role,
        Section,
        Span,
        Speaker,
        Table,
    )
    from articlekit.options import Options
    from articlekit.parser import parse, parse_html, parse_text

__version__ = "0.1.0"

_HOMES = {
    "batch": ("ParseResult", "parse_many"),
    "errors": ("ArticleKitError", "InputTooLargeError", "InvalidDocumentError"),
    "export.schema": ("json_schema",),
    "model": (
        "Access",
        "Article",
        "Author",
        "Block",
        "BlockQuote",
        "CrossReference",
        "Dateline",
        "DatelineKind",
        "Diagnostic",
        "Embed",
        "Figure",
        "Heading",
        "LeftOut",
        "Link",
        "List",
        "ListItem",
        "Notice",
        "Paragraph",
        "PartialDate",
        "Place",
        "Position",
        "Provenance",
        "Quote",
        "QuoteKind",
        "ReferenceKind",
        "Role",
        "Section",
        "Span",
        "Speaker",
        "Table",
    ),
    "options": ("Options",),
    "parser": ("parse", "parse_html", "parse_text"),
}
_MODULES = {name: f"articlekit.{module}" for module, names in _HOMES.items() for name in names}

__all__ = [  # written out for type checkers; a test holds it against _HOMES
    "Access",
    "Article",
    "ArticleKitError",
    "Author",
    "Block",
    "BlockQuote",
    "CrossReference",
    "Dateline",
    "DatelineKind",
    "Diagnostic",
    "Embed",
    "Figure",
    "Heading",
    "InputTooLargeError",
    "InvalidDocumentError",
    "LeftOut",
    "Link",
    "List",
    "ListItem",
    "Notice",
    "Options",
    "Paragraph",
    "ParseResult",
    "PartialDate",
    "Place",
    "Position",
    "Provenance",
    "Quote",
    "QuoteKind",
    "ReferenceKind",
    "Role",
    "Section",
    "Span",
    "Speaker",
    "Table",
    "json_schema",
    "parse",
    "parse_html",
    "parse_many",
    "parse_text",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module 'articlekit' has no attribute {name!r}")
    value = getattr(import_module(_MODULES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

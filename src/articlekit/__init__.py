"""Raw news HTML or text into typed structure: sections, quotes with speakers, cross-references, datelines."""

from articlekit.batch import ParseResult, parse_many
from articlekit.errors import ArticleKitError, InputTooLargeError, InvalidDocumentError
from articlekit.export.schema import json_schema
from articlekit.model import *  # noqa: F403
from articlekit.model import __all__ as _model_names
from articlekit.options import Options
from articlekit.parser import parse, parse_html, parse_text

__version__ = "0.1.0"
__all__ = [
    "ArticleKitError",
    "InputTooLargeError",
    "InvalidDocumentError",
    "Options",
    "ParseResult",
    "json_schema",
    "parse",
    "parse_html",
    "parse_many",
    "parse_text",
    *_model_names,
]

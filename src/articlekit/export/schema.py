"""The JSON Schema (2020-12) of ``Article.to_dict``, generated from the object model."""

from __future__ import annotations

import datetime as dt
import json
import types
import typing
from enum import Enum
from typing import Any

import attrs

from articlekit import model
from articlekit.data import read_data
from articlekit.export.serialise import block_type

__all__ = ["generate", "json_schema"]

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    dt.date: {"type": "string", "format": "date"},
    dt.datetime: {"type": "string", "format": "date-time"},
}


def json_schema() -> dict[str, Any]:
    """The schema shipped with the package.

    Example:
        >>> json_schema()["title"]
        'Article'
    """
    schema: dict[str, Any] = json.loads(read_data("article.schema.json"))
    return schema


def generate() -> dict[str, Any]:
    """The schema made anew from the model; a test holds the shipped file against it."""
    definitions: dict[str, Any] = {}
    waiting: list[type] = [model.Article]
    while waiting:
        kind = waiting.pop()
        if kind.__name__ in definitions:
            continue
        definitions[kind.__name__] = _object(kind, waiting)
    article = definitions.pop("Article")
    article["properties"]["provenance"] = {
        "type": "object",
        "additionalProperties": {"$ref": "#/$defs/Provenance"},
    }
    del article["properties"]["provenance_items"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Article",
        **article,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(kind: type, waiting: list[type]) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    properties = {field.name: _of(hints[field.name], waiting) for field in attrs.fields(kind)}
    required = [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING]
    if kind in typing.get_args(model.Block):
        properties = {"type": {"const": block_type(kind)}, **properties}
        required = ["type", *required]
    made: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        made["required"] = required
    return made


def _of(hint: Any, waiting: list[type]) -> dict[str, Any]:
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return {"type": "array", "items": _of(arguments[0], waiting)}
        items = [_of(argument, waiting) for argument in arguments]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [_of(argument, waiting) for argument in arguments]}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    waiting.append(hint)
    return {"$ref": f"#/$defs/{hint.__name__}"}

"""The JSON Schema of a serialised article, read off the model."""

from __future__ import annotations

import datetime as dt
import json
import types
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any, Union, get_args, get_origin

import attrs

from articlekit.export.serialise import block_type
from articlekit.model import Article, Block, Provenance

__all__ = ["build_schema", "json_schema"]

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    dt.date: {"type": "string", "format": "date"},
    dt.datetime: {"type": "string", "format": "date-time"},
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that ``Article.to_json`` follows, as shipped in the package."""
    document: dict[str, Any] = json.loads(_shipped())
    return document


@cache
def _shipped() -> str:
    return files("articlekit").joinpath("article.schema.json").read_text(encoding="utf-8")


def build_schema() -> dict[str, Any]:
    """The schema built from the model; ``python -m articlekit.export.schema`` prints it."""
    definitions: dict[str, Any] = {}
    root = _object(Article, definitions)
    properties = root["properties"]
    del properties["provenance_items"]
    properties["provenance"] = {
        "type": "object",
        "additionalProperties": _schema(Provenance, definitions),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Article",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    if get_origin(kind) in (Union, types.UnionType):
        return {"anyOf": [_schema(choice, definitions) for choice in get_args(kind)]}
    if get_origin(kind) is tuple:
        return _array(get_args(kind), definitions)
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # taken before the fields are read, should they lead back here
        is_enum = issubclass(kind, Enum)
        definitions[kind.__name__] = _enumeration(kind) if is_enum else _object(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _array(inner: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    if inner[-1] is Ellipsis:
        return {"type": "array", "items": _schema(inner[0], definitions)}
    parts = [_schema(part, definitions) for part in inner]
    return {"type": "array", "prefixItems": parts, "minItems": len(parts), "maxItems": len(parts)}


def _enumeration(kind: type[Enum]) -> dict[str, Any]:
    return {**_described(kind), "type": "string", "enum": [member.value for member in kind]}


def _object(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    fields = attrs.fields(attrs.resolve_types(kind))
    properties = {item.name: _schema(item.type, definitions) for item in fields}
    required = [item.name for item in fields if item.default is attrs.NOTHING]
    if kind in get_args(Block):
        properties["type"] = {"const": block_type(kind)}
        required.append("type")
    return {
        **_described(kind),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _described(kind: type) -> dict[str, Any]:
    first = (kind.__doc__ or "").partition("\n\n")[0]
    return {"description": " ".join(first.replace("``", "").split())}


if __name__ == "__main__":
    print(json.dumps(build_schema(), indent=2, ensure_ascii=False))

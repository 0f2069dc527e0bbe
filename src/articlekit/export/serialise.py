"""Articles as plain data and JSON, and back without loss."""

from __future__ import annotations

import datetime as dt
import json
import operator
import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any, get_args

import cattrs
from cattrs.strategies import configure_tagged_union

from articlekit.errors import InvalidDocumentError
from articlekit.model import Article, Block

__all__ = ["block_type", "from_dict", "from_json", "to_dict", "to_json"]

Moment = dt.datetime | dt.date | None

_SURROGATE = re.compile("[\ud800-\udfff]")
_NAME_BREAK = re.compile(r"(?<=[a-z])(?=[A-Z])")


def to_dict(article: Article) -> dict[str, Any]:
    """The article as dicts, lists, strings, numbers and None, ready for any encoder.

    Every block has a ``type`` ("paragraph", "block_quote", …); dates are ISO 8601, and a date
    without a time stays one.
    """
    data: dict[str, Any] = _converter().unstructure(article)
    data["provenance"] = dict(data.pop("provenance_items"))
    return data


def from_dict(data: Mapping[str, Any]) -> Article:
    """The article that ``to_dict`` gave; what is missing takes its default.

    Raises:
        InvalidDocumentError: The data is not an article; the message names the places.
    """
    if not isinstance(data, Mapping):
        raise InvalidDocumentError(f"an article is a mapping, not {type(data).__name__}")
    fields = dict(data)
    provenance = fields.pop("provenance", {})
    if not isinstance(provenance, Mapping) or "provenance_items" in fields:
        raise InvalidDocumentError("provenance must be a mapping of field names")
    fields["provenance_items"] = list(provenance.items())
    try:
        return _converter().structure(fields, Article)
    except RecursionError as error:
        raise InvalidDocumentError("the data is nested too deeply for an article") from error
    except Exception as error:  # cattrs passes on whatever a field's hook raised
        raise InvalidDocumentError("; ".join(cattrs.transform_error(error, path="article"))) from error


def to_json(article: Article, *, indent: int | None = None) -> str:
    """The article as JSON that can always be encoded as UTF-8."""
    text = json.dumps(to_dict(article), ensure_ascii=False, indent=indent)
    # a lone surrogate has no UTF-8 form; its JSON escape means the same
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def from_json(data: str | bytes) -> Article:
    """The article that ``to_json`` gave.

    Raises:
        InvalidDocumentError: The data is not JSON, or not an article.
    """
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InvalidDocumentError(f"not JSON: {error}") from error
    return from_dict(document)


def block_type(block: type) -> str:
    """The ``type`` under which a class of blocks is serialised.

    >>> from articlekit import BlockQuote
    >>> block_type(BlockQuote)
    'block_quote'
    """
    return _NAME_BREAK.sub("_", block.__name__).lower()


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(unstruct_collection_overrides={tuple: list}, forbid_extra_keys=True)
    # cattrs turns 5 into "5" and "ab" into ("a", "b"); a document that needs that is not one of ours
    for kind in (str, int):  # by identity: a hook for int would take bool with it
        converter.register_structure_hook_func(partial(operator.is_, kind), _exactly(kind))
        converter.register_structure_hook_func(partial(operator.eq, kind | None), _exactly(kind, type(None)))
    _be_strict_with_sequences(converter)
    _add_dates(converter)
    configure_tagged_union(Block, converter, tag_generator=block_type, tag_name="type")
    return converter


def _exactly(*kinds: type) -> Callable[[Any, Any], Any]:
    def hook(value: Any, _: Any) -> Any:
        if type(value) not in kinds:
            raise TypeError(f"expected {kinds[0].__name__}, not {type(value).__name__}")
        return value

    return hook


def _be_strict_with_sequences(converter: cattrs.Converter) -> None:
    def is_tuple(wanted: Any) -> bool:
        return getattr(wanted, "__origin__", None) is tuple

    def factory(wanted: Any) -> Callable[[Any, Any], Any]:
        inner = get_args(wanted)
        if inner[-1] is not Ellipsis:
            hooks = [converter.get_structure_hook(kind) for kind in inner]
            return lambda value, _: tuple(
                hook(part, kind) for hook, part, kind in zip(hooks, _listed(value), inner, strict=True)
            )
        hook = converter.get_structure_hook(inner[0])
        return lambda value, _: tuple([hook(part, inner[0]) for part in _listed(value)])

    converter.register_structure_hook_factory(is_tuple, factory)


def _listed(value: Any) -> list[Any] | tuple[Any, ...]:
    if not isinstance(value, (list, tuple)):
        raise TypeError(f"expected a list, not {type(value).__name__}")
    return value


def _add_dates(converter: cattrs.Converter) -> None:
    def to_text(value: dt.date | None) -> str | None:
        return None if value is None else value.isoformat()

    def moment(value: Any, _: Any) -> Moment:
        if value is None:
            return None
        if not isinstance(value, str):
            raise TypeError(f"expected an ISO 8601 date, not {type(value).__name__}")
        return dt.datetime.fromisoformat(value) if "T" in value else dt.date.fromisoformat(value)

    def day(value: Any, _: Any) -> dt.date:
        found = moment(value, None)
        if found is None or isinstance(found, dt.datetime):
            raise TypeError("expected a date without a time")
        return found

    converter.register_unstructure_hook(dt.date, to_text)
    converter.register_unstructure_hook(dt.datetime, to_text)
    converter.register_unstructure_hook_func(lambda kind: kind == Moment, to_text)
    converter.register_structure_hook_func(lambda kind: kind == Moment, moment)
    converter.register_structure_hook(dt.date, day)

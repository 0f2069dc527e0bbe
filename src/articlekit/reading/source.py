"""Input of every accepted type turned into one lxml tree or one clean string."""

from __future__ import annotations

import codecs
import re
from typing import Any, NamedTuple, TypeAlias

from lxml import etree

from articlekit.errors import InputTooLargeError
from articlekit.model import Diagnostic
from articlekit.options import Options
from articlekit.reading.flat import flattened

__all__ = ["Source", "looks_like_html", "read_html", "read_source", "read_text"]

Source: TypeAlias = Any
"""str, bytes, an lxml element or tree, or a BeautifulSoup or Tag."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_MARKUP = re.compile(
    r"<(?:!doctype\s|html|head|body|article|main|section|div|p|br|h[1-6]|span|a|ul|ol|table|meta|script|title)"
    r"[\s/>a-z]",
    re.IGNORECASE,
)
# libxml2 cuts the document at NULs and lone surrogates; other control characters mean nothing in HTML.
_UNCLEAN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_CONTROL = bytes([*range(9), 11, 12, *range(14, 32), 127])
_BOM_STARTS = (b"\xef", b"\xff", b"\xfe", b"\x00")
_HEAD = 65_536
_LARGE = 500_000
"""Bytes from which a page is looked over for tags with thousands of attributes; below, they cost little."""
_LONG_TAG = 16_384
_MOST_ATTRIBUTES = 2_000
_WHOLE_TAG = re.compile(rb"(?:[^>\"']++|\"[^\"]*+\"|'[^']*+'|[\"'])*+")
_ATTRIBUTE = re.compile(rb"\"[^\"]*+\"|'[^']*+'|[^\s/=\"']++")
_TAG_NAME = re.compile(rb"^([A-Za-z][^\s/>]*+).*", re.DOTALL)


class Page(NamedTuple):
    """A readable tree, or a text; exactly one of the two is set."""

    root: etree._Element | None = None
    text: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def read_source(source: Source, options: Options) -> Page:
    """Read a source of any accepted type, telling HTML and text apart by looking."""
    tree = _tree_of(source)
    if tree is not None:
        return tree
    clean = _clean(source, options)
    if looks_like_html(clean.text):
        return Page(root=_parse(clean), diagnostics=clean.notes)
    return Page(text=clean.text, diagnostics=clean.notes)


def read_html(source: Source, options: Options) -> Page:
    """Read a source as HTML whatever it looks like."""
    tree = _tree_of(source)
    if tree is not None:
        return tree
    clean = _clean(source, options)
    return Page(root=_parse(clean), diagnostics=clean.notes)


def read_text(source: str | bytes, options: Options) -> Page:
    """Read a source as plain text whatever it looks like."""
    clean = _clean(source, options)
    return Page(text=clean.text, diagnostics=clean.notes)


def looks_like_html(data: str) -> bool:
    """Whether a string holds markup; looks at its first 64 KiB."""
    return _MARKUP.search(data, 0, _HEAD) is not None


def _tree_of(source: Source) -> Page | None:
    if isinstance(source, (str, bytes, bytearray, memoryview)):
        return None
    if isinstance(source, etree._ElementTree):
        return Page(root=source.getroot())
    if isinstance(source, etree._Element):
        return Page(root=source)
    if type(source).__module__.split(".", 1)[0] == "bs4":
        return Page(root=_parse(_Clean(text=_UNCLEAN.sub("", str(source)))))
    raise TypeError(
        "articlekit reads str, bytes, lxml elements and BeautifulSoup objects, "
        f"not {type(source).__name__}; read files and responses first"
    )


class _Clean(NamedTuple):
    """Text that libxml2 reads to its end; ``raw`` is the same as UTF-8 where the input was that."""

    text: str
    raw: bytes | None = None
    notes: tuple[Diagnostic, ...] = ()


def _clean(source: str | bytes | bytearray | memoryview, options: Options) -> _Clean:
    if len(source) > options.max_bytes:
        raise InputTooLargeError(
            f"the input has {len(source):,} bytes or characters, more than Options.max_bytes = "
            f"{options.max_bytes:,}; raise the limit or cut the input"
        )
    if isinstance(source, str):
        return _Clean(text=_UNCLEAN.sub("", source).removeprefix("\ufeff"))
    raw = bytes(source)
    text, notes = _decode(raw)
    if notes or raw[:1] in _BOM_STARTS or len(raw.translate(None, _CONTROL)) != len(raw):
        return _Clean(text=_UNCLEAN.sub("", text), notes=notes)
    return _Clean(text=text, raw=raw if _is_utf8(raw) else None, notes=notes)


def _is_utf8(raw: bytes) -> bool:
    declared = _CHARSET.search(raw, 0, _HEAD)
    if declared is None or declared[1].lower() in (b"utf-8", b"utf8"):
        return True
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decode(raw: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return raw.decode(name, "replace"), ()
    escapes = raw.find(b"\x1b$", 0, _HEAD) >= 0  # ISO-2022-JP is valid ASCII and so passes for UTF-8
    if not escapes:
        try:
            return raw.decode("utf-8"), ()
        except UnicodeDecodeError as error:
            if error.start >= len(raw) - 3:  # only the last character is cut
                return raw[: error.start].decode("utf-8"), ()
    declared = _CHARSET.search(raw, 0, _HEAD)
    if declared:
        try:
            name = codecs.lookup(declared[1].decode("ascii", "replace")).name
            name = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}.get(
                name, name
            )
            text = raw.decode(name, "replace")
            note = Diagnostic(code="bad-bytes", message=f"bytes that are not {name} were replaced")
            return text, ((note,) if "\ufffd" in text else ())
        except (LookupError, ValueError):
            pass
    return _guess(raw)


def _guess(raw: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    from bs4.dammit import UnicodeDammit

    found = UnicodeDammit(raw, ["utf-8", "cp1252"] if b"\x00" not in raw[:_HEAD] else [], is_html=True)
    name = found.original_encoding or "utf-8"
    text = found.unicode_markup if found.unicode_markup is not None else raw.decode("utf-8", "replace")
    return text, (Diagnostic(code="encoding-guessed", message=f"no usable charset declared; read as {name}"),)


def _bounded_tags(raw: bytes) -> bytes:
    """The page with tags of thousands of attributes stripped of them: libxml2 compares each with each."""
    parts = raw.split(b"<")
    for index, part in enumerate(parts):
        if len(part) > _LONG_TAG and part[:1].isalpha():
            tag = _WHOLE_TAG.match(part)
            if tag is not None and len(_ATTRIBUTE.findall(tag[0])) > _MOST_ATTRIBUTES:
                parts[index] = _TAG_NAME.sub(rb"\1", tag[0]) + part[tag.end() :]
    return b"<".join(parts)


def _parse(clean: _Clean) -> etree._Element | None:
    """Parse clean HTML; None where there is no element in it."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    raw = clean.raw or clean.text.encode("utf-8")
    try:
        root = etree.fromstring(_bounded_tags(raw) if len(raw) > _LARGE else raw, parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    worst = parser.error_log.last_error  # past its depth limit libxml2 drops the rest of the page
    if worst is not None and worst.type_name == "ERR_RESOURCE_LIMIT":
        return etree.fromstring(flattened(clean.text).encode("utf-8"), parser)
    return root

"""Folders of checked pages in the layouts that are in use, as one stream of pages."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import field, frozen

__all__ = ["CheckedPage", "read_folder"]


@frozen(kw_only=True)
class CheckedPage:
    """A page and what a person says it holds; None where the data set does not say.

    Attributes:
        key: Name of the page in its data set.
        group: Publisher, as far as the data set tells; cross-validation keeps a group together.
        html: The page as bytes.
        url: Its address.
        headline, authors, published: The checked values.
        text: The whole checked text.
        sections: (heading, paragraphs) in order.
    """

    key: str
    group: str
    html: bytes
    url: str | None = None
    headline: str | None = None
    authors: tuple[str, ...] | None = None
    published: dt.datetime | None = None
    text: str = ""
    sections: tuple[tuple[str, tuple[str, ...]], ...] | None = field(default=None)


def read_folder(folder: Path) -> Iterator[CheckedPage]:
    """Pages of a folder in any layout that is known here.

    Args:
        folder: Either ``NAME.html.gz`` beside ``NAME.json`` (fundus' fields, one article a file); or a
            checkout of fundus (``tests/resources/parser/test_data``); or a checkout of scrapinghub's
            article-extraction-benchmark (``ground-truth.json`` beside ``html/``).

    Raises:
        FileNotFoundError: The folder has none of these layouts.
    """
    inner = folder / "tests/resources/parser/test_data"
    if (folder / "ground-truth.json").exists():
        return _scrapinghub(folder)
    if inner.is_dir():
        return _fundus_checkout(inner)
    if any(folder.glob("*.html.gz")):
        return _pairs(folder)
    raise FileNotFoundError(f"{folder} holds no data set in a known layout; see benchmarks/README.md")


def _pairs(folder: Path) -> Iterator[CheckedPage]:
    for file in sorted(folder.glob("*.json")):
        page = file.with_suffix(".html.gz")
        if page.exists():
            said = json.loads(file.read_text(encoding="utf-8"))
            yield _page(file.stem, file.stem.split("_")[0], gzip.decompress(page.read_bytes()), said)


def _fundus_checkout(folder: Path) -> Iterator[CheckedPage]:
    """One JSON a publisher, with the fields of each version of its parser; pages named by publisher and day."""
    for file in sorted(folder.glob("*/*.json")):
        for version in json.loads(file.read_text(encoding="utf-8")).values():
            for page in sorted(file.parent.glob(f"{file.stem}_*.html.gz")):
                if str(version.get("meta", {}).get("crawl_date", ""))[:10].replace("-", "_") in page.name:
                    html = gzip.decompress(page.read_bytes())
                    yield _page(page.name.removesuffix(".html.gz"), file.stem, html, version)


def _scrapinghub(folder: Path) -> Iterator[CheckedPage]:
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for key, said in sorted(truth.items()):
        html = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes())
        yield CheckedPage(key=key, group=key, html=html, url=said.get("url"), text=said["articleBody"])


def _page(key: str, group: str, html: bytes, said: dict[str, Any]) -> CheckedPage:
    body = said.get("body") or {}
    sections = tuple(
        (" ".join(section["headline"]), tuple(section["paragraphs"])) for section in body.get("sections", ())
    )
    lines = [*(body.get("summary") or ())]
    for heading, paragraphs in sections:
        lines += [heading, *paragraphs] if heading else paragraphs
    published = said.get("publishing_date")
    return CheckedPage(
        key=key,
        group=group,
        html=html,
        url=said.get("url"),
        headline=said.get("title"),
        authors=tuple(said.get("authors") or ()),
        published=dt.datetime.fromisoformat(published) if published else None,
        text="\n".join(lines),
        sections=sections,
    )

"""Many pages: in order, in bounded memory, one bad page is one error result."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from attrs import frozen

from articlekit.model import Article
from articlekit.options import Options
from articlekit.parser import parse
from articlekit.reading.source import Source

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["ParseResult", "parse_many"]

_CHUNK = 16  # pages a task: enough to outweigh its cost, few enough to keep memory flat
_AHEAD = 2  # tasks waiting for each worker


@frozen(kw_only=True)
class ParseResult:
    """What became of one source: an article, or the error in words; exactly one of the two is set.

    Attributes:
        index: The source's place in the input, from 0.
        url: The address given with it.
        article: The article.
        error: Type and message of the error.
    """

    index: int
    url: str | None = None
    article: Article | None = None
    error: str | None = None


_Item = tuple[int, Source, str | None]


def parse_many(
    sources: Iterable[Source | tuple[Source, str | None]],
    *,
    workers: int | None = None,
    options: Options | None = None,
) -> Iterator[ParseResult]:
    """Parse sources one after another, or in several processes; results come in the sources' order.

    Args:
        sources: str or bytes, or pairs of these with the page's address; may be endless, it is read
            only a little ahead of the results.
        workers: Processes; None or 1 parses in this one.
        options: Hints and limits for every page.

    Yields:
        One result for each source; a page that cannot be parsed gives its error.

    Example:
        >>> [result.article.headline for result in parse_many(["<h1>Rain ends</h1><p>It was long.</p>"])]
        ['Rain ends']
    """
    chosen = options or Options()
    items = _numbered(sources)
    if workers is None or workers <= 1:
        for item in items:
            yield _parsed(item, chosen)
        return
    from concurrent.futures import ProcessPoolExecutor  # costs as much to import as the rest together

    with ProcessPoolExecutor(max_workers=workers) as pool:
        waiting: deque[Future[list[ParseResult]]] = deque()
        while True:
            while len(waiting) < workers * _AHEAD and (chunk := list(islice(items, _CHUNK))):
                waiting.append(pool.submit(_parsed_chunk, chunk, chosen))
            if not waiting:
                return
            yield from waiting.popleft().result()


def _numbered(sources: Iterable[Source | tuple[Source, str | None]]) -> Iterator[_Item]:
    for index, source in enumerate(sources):
        if isinstance(source, tuple):
            yield index, source[0], source[1]
        else:
            yield index, source, None


def _parsed_chunk(chunk: list[_Item], options: Options) -> list[ParseResult]:
    return [_parsed(item, options) for item in chunk]


def _parsed(item: _Item, options: Options) -> ParseResult:
    index, source, url = item
    try:
        return ParseResult(index=index, url=url, article=parse(source, url=url, options=options))
    except Exception as error:  # one bad page must not end the run
        return ParseResult(index=index, url=url, error=f"{type(error).__name__}: {error}")

"""Every limit holds, and a result that was cut says so."""

import threading
import time

import pytest

import articlekit
from articlekit.limits import Limits

PROSE = "<p>The port opened again on Friday after a strike of three weeks, “we are glad,” said Ann Lee of the town.</p>"
PAGE = f"<html lang=en><body><article><h1>Port opens again</h1>{PROSE * 400}</article></body></html>"


def codes(article: articlekit.Article) -> list[str]:
    return [note.code for note in article.diagnostics]


@pytest.mark.parametrize("source", [PAGE, PAGE.encode()])
def test_bytes(source: str | bytes) -> None:
    with pytest.raises(articlekit.InputTooLargeError, match="max_bytes"):
        articlekit.parse(source, options=articlekit.Options(max_bytes=1_000))
    with pytest.raises(articlekit.InputTooLargeError, match="raise the limit or cut"):
        articlekit.parse_text(source, options=articlekit.Options(max_bytes=1_000))


def test_nodes() -> None:
    article = articlekit.parse(PAGE, options=articlekit.Options(max_nodes=50))
    assert 0 < len(article.blocks) < 50
    assert codes(article) == ["truncated"]
    assert "max_nodes" in article.diagnostics[0].message


def test_depth() -> None:
    page = f"<article><h1>Port opens</h1>{PROSE * 3}{'<div>' * 30}<p>The deepest words of all stand here.</p>"
    article = articlekit.parse(page, options=articlekit.Options(max_depth=20))
    assert "The port opened" in article.text
    assert "deepest" not in article.text
    assert codes(article) == ["truncated"]


def test_seconds() -> None:
    started = time.monotonic()
    article = articlekit.parse(PAGE, options=articlekit.Options(max_seconds=0.0))
    assert time.monotonic() - started < 2
    assert article.quotes == ()
    assert "truncated" in codes(article)
    assert "max_seconds" in article.diagnostics[-1].message


def test_seconds_in_the_middle() -> None:
    text = "Port opens\n\n" + "\n\n".join(
        f"“We are glad,” said Ann Lee{n} on the day." for n in range(20_000)
    )
    article = articlekit.parse_text(text, options=articlekit.Options(max_seconds=0.6))
    assert len(article.blocks) == 20_000
    assert len(article.quotes) < 20_000
    assert "truncated" in codes(article)


def test_no_limit_of_time() -> None:
    assert codes(articlekit.parse(PAGE, options=articlekit.Options(max_seconds=None))) == []


def test_limits_work_in_any_thread() -> None:
    found: list[articlekit.Article] = []
    options = articlekit.Options(max_seconds=0.0)
    thread = threading.Thread(target=lambda: found.append(articlekit.parse(PAGE, options=options)))
    thread.start()
    thread.join()
    assert "truncated" in codes(found[0])


@pytest.mark.parametrize("name", ["max_bytes", "max_nodes", "max_depth"])
def test_limits_are_positive(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        articlekit.Options(**{name: 0})


def test_items_while_there_is_time() -> None:
    limits = Limits(articlekit.Options(max_seconds=0.05))
    seen = 0
    for _ in limits.while_time(range(1_000)):
        seen += 1
        time.sleep(0.005)
    assert 1 <= seen < 1_000
    assert limits.late

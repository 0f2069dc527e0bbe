"""Many pages at once."""

import itertools

import articlekit

PAGE = "<html lang='en'><h1>Rain ends the long drought {n}</h1><p>The rain came at last on Friday night.</p></html>"


def test_order_and_errors() -> None:
    sources = [PAGE.format(n=1), 5, (PAGE.format(n=2), "https://courier.example/2")]
    results = list(articlekit.parse_many(sources))
    assert [result.index for result in results] == [0, 1, 2]
    assert results[1].article is None
    assert results[1].error is not None
    assert results[1].error.startswith("TypeError")
    assert results[2].article is not None
    assert results[2].article.url == "https://courier.example/2"


def test_endless_input_is_read_only_a_little_ahead() -> None:
    taken = itertools.islice(articlekit.parse_many(PAGE.format(n=n) for n in itertools.count()), 5)
    assert [result.index for result in taken] == [0, 1, 2, 3, 4]


def test_processes_give_the_same() -> None:
    sources = [PAGE.format(n=n) for n in range(40)]
    alone = [result.article for result in articlekit.parse_many(sources)]
    together = [result.article for result in articlekit.parse_many(sources, workers=2)]
    assert alone == together

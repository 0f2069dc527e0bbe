"""Quotes and who said them."""

import pytest

import articlekit

CASES = [
    ("en", "“We are glad,” said Maria Costa, the director.", "We are glad,", "Maria Costa"),
    ("en", "“We are glad,” Maria Costa said on Friday.", "We are glad,", "Maria Costa"),
    ("en", "Maria Costa said: “We are glad to be back at work.”", "We are glad to be back at work.", "Maria Costa"),
    ("en", 'According to Maria Costa, "nothing is settled yet".', "nothing is settled yet", "Maria Costa"),
    ("de", "„Wir sind froh“, sagte Maria Kost am Freitag.", "Wir sind froh", "Maria Kost"),
    ("de", "»Wir sind froh«, sagte Maria Kost am Freitag.", "Wir sind froh", "Maria Kost"),
    ("fr", "« Nous sommes heureux », a déclaré Marie Costa.", "Nous sommes heureux", "Marie Costa"),
    ("fr", "« Nous sommes heureux », explique-t-elle.", "Nous sommes heureux", None),
    ("es", "“Estamos contentos”, dijo María Costa ayer.", "Estamos contentos", "María Costa"),
    ("it", "«Siamo contenti», ha detto Maria Costa.", "Siamo contenti", "Maria Costa"),
    ("pt", "“Estamos contentes”, disse Maria Costa ontem.", "Estamos contentes", "Maria Costa"),
    ("nl", "“We zijn blij”, zei Maria Kost vrijdag.", "We zijn blij", "Maria Kost"),
    ("sv", "– Vi är glada, säger Maria Kost till tidningen.", "Vi är glada,", "Maria Kost"),
    ("pl", "„Jesteśmy zadowoleni”, powiedziała Maria Kost.", "Jesteśmy zadowoleni", "Maria Kost"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "speaker"), CASES)
def test_attribution(language: str, text: str, words: str, speaker: str | None) -> None:
    article = articlekit.parse_text(f"Title\n\n{text}", options=articlekit.Options(language=language))
    quote = article.quotes[0]
    assert quote.text == words
    assert (quote.speaker.name if quote.speaker else None) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The film “The Old Harbour” opens on Friday in the town.",
        "The so-called “green” port was built in the last century.",
        'The mast is 6\' 4" tall and 5" wide at the foot, they found.',
        "It wasn't the dockers' fault, and it isn't the town's.",
    ],
)
def test_no_quote(text: str) -> None:
    assert articlekit.parse_text(f"Title\n\n{text}").quotes == ()


def test_wrongly_closed_quote_ends_where_its_mark_stands() -> None:
    text = "Title\n\n“It was hard. “ Two days after the talks, “it was easy”, Jon Berg said."
    assert [quote.text for quote in articlekit.parse_text(text).quotes] == ["It was hard.", "it was easy"]


def test_interrupted_quote_is_one_group() -> None:
    article = articlekit.parse_text(
        "Title\n\n“If they go”, Jon Berg said, it will be “quite plain that they never meant it”."
    )
    first, second = article.quotes
    assert first.group == second.group


def test_full_name_from_elsewhere() -> None:
    text = "Title\n\nThe director Maria Costa came at noon.\n\n“We are glad,” Costa said. “It was hard.”"
    names = [quote.speaker.name for quote in articlekit.parse_text(text).quotes if quote.speaker]
    assert names == ["Maria Costa", "Maria Costa"]


def test_many_marks_take_linear_time() -> None:
    article = articlekit.parse_text("Title\n\n" + "“ " * 100_000)
    assert article.text


def test_quotes_between_digits_and_colons_do_not_raise() -> None:
    # found by the property tests: no word stands before the quote, so no segment could open
    assert articlekit.parse("<html><body><p class='' href='/x'>{“0:0:0:0") is not None

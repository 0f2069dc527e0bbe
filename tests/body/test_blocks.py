"""What the column's runs become: headings, lists, quotes, tables, figures, embeds."""

import pytest

import articlekit
from articlekit import BlockQuote, Embed, Figure, Heading, List, Paragraph, Table

PROSE = (
    "<p>The port opened again on Friday after a strike of three weeks, and ships came in, the town said.</p>"
)


def read(middle: str) -> articlekit.Article:
    return articlekit.parse(
        f"<html lang=en><body><article><h1>Port</h1>{PROSE * 3}{middle}{PROSE * 2}</article></body></html>"
    )


def kept(middle: str) -> list[str]:
    known = articlekit.parse(f"<p>{PROSE}</p>").text
    return [block.text for block in read(middle).blocks if block.text and block.text not in known]


@pytest.mark.parametrize(
    ("middle", "kind", "text"),
    [
        ("<h2>What comes next</h2>", Heading, "What comes next"),
        ("<p><b>What comes next</b></p>", Heading, "What comes next"),
        ("<p><strong>This sentence is important.</strong></p>", Paragraph, "This sentence is important."),
        ("<ul><li>Pay rises by a third.</li><li>Nights are paid twice.</li></ul>", List, "Pay rises by a third.\nNights are paid twice."),
        ("<blockquote><p>Nothing is settled yet, and all of us know it well.</p></blockquote>", BlockQuote, "Nothing is settled yet, and all of us know it well."),
        ("<table><tr><th>Year<th>Ships<tr><td>2023<td>410</table>", Table, "Year\tShips\n2023\t410"),
    ],
)  # fmt: skip
def test_kinds(middle: str, kind: type, text: str) -> None:
    assert text in [block.text for block in read(middle).blocks if isinstance(block, kind)]


@pytest.mark.parametrize(
    "middle",
    [
        "<figure><img src=/a.jpg><figcaption>Ships in the bay. Photo: Jon Berg</figcaption></figure>",
        "<div><img src=/a.jpg><p>Ships in the bay. Photo: Jon Berg</p></div>",
        "<div class=media><div><img src=/a.jpg></div><div class=caption>Ships in the bay. Photo: Jon Berg</div></div>",
    ],
)  # fmt: skip
def test_captions_in_boxes_of_any_kind(middle: str) -> None:
    article = read(middle)
    assert [(figure.caption, figure.credit) for figure in article.figures] == [
        ("Ships in the bay.", "Jon Berg")
    ]
    assert "Ships in the bay" not in article.text


def test_a_row_of_pictures_each_with_its_caption() -> None:
    one = "<img src=/{0}.jpg><p class=caption>The ship number {0}</p>"
    article = read(f"<div class=gallery>{one.format(1)}{one.format(2)}</div>")
    assert [figure.caption for figure in article.figures] == ["The ship number 1", "The ship number 2"]


def test_the_source_of_a_block_quote_goes_with_it() -> None:
    middle = "<blockquote><p>Nothing is settled yet, and all of us know it well.</p><footer>Ann Lee, <cite>union</cite></footer></blockquote>"
    quote = next(block for block in read(middle).blocks if isinstance(block, BlockQuote))
    assert quote.cite == "Ann Lee, union" or quote.cite == "Ann Lee, union".replace(", ", ",  ")


def test_a_pull_quote_is_left_out_with_its_reason() -> None:
    article = read("<aside class=pull><p>after a strike of three weeks, and ships came in</p></aside>")
    assert [left.reason for left in article.left_out] == ["repeated"]


def test_a_table_has_its_caption() -> None:
    table = next(
        block
        for block in read("<table><caption>Ships a year</caption><tr><td>2023<td>410</table>").blocks
        if isinstance(block, Table)
    )
    assert (table.caption, table.rows) == ("Ships a year", (("2023", "410"),))


def test_embeds() -> None:
    middle = (
        "<iframe src='https://www.youtube.com/embed/x'></iframe>"
        "<blockquote class='twitter-tweet'><p>Port is open</p>— Port (@port) <a href='https://x.com/port/1'>May 3</a></blockquote>"
    )
    assert [block.provider for block in read(middle).blocks if isinstance(block, Embed)] == ["youtube", "x"]


@pytest.mark.parametrize(
    "middle",
    [
        "<h3>Read more</h3><ul><li><a href=/news/1-a-b-c-d>Why the port was closed so long</a></li></ul>",
        "<div class=newsletter><p>Sign up for our newsletter and get the news each morning.</p></div>",
        "<div class=x><h4>Most read</h4><div><a href=/1-a-b-c-d>Rain ends in the north</a></div><div><a href=/2-a-b-c-d>Bread gets dearer</a></div></div>",
        "<div><span>Advertisement</span></div>",
    ],
)  # fmt: skip
def test_what_is_no_text(middle: str) -> None:
    assert kept(middle) == []


def test_figures_keep_addresses_of_pictures_that_load_late() -> None:
    article = read("<figure><img src='data:image/gif;base64,xx' data-src='/real.jpg'></figure>")
    assert [figure.url for figure in article.figures] == ["/real.jpg"]
    assert isinstance(article.figures[0], Figure)

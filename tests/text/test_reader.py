"""Plain text to blocks."""

import articlekit

LONG = (
    "The port opened again on Friday after a strike of three weeks, and the first ships came in before noon."
)


def kinds(text: str) -> list[str]:
    return [type(block).__name__ for block in articlekit.parse_text(text).blocks]


def test_headings_and_paragraphs_with_one_or_two_breaks() -> None:
    for gap in ("\n", "\n\n", "\r\n\r\n"):
        text = gap.join(["Port opens", LONG, "What comes next", LONG])
        assert kinds(text) == ["Paragraph", "Heading", "Paragraph"]
        assert articlekit.parse_text(text).headline == "Port opens"


def test_lists() -> None:
    article = articlekit.parse_text(f"Port opens\n\n{LONG}\n\n- more pay\n- more leave\n- a fund\n\n{LONG}")
    (found,) = [block for block in article.blocks if isinstance(block, articlekit.List)]
    assert [item.text for item in found.items] == ["more pay", "more leave", "a fund"]
    assert not found.ordered


def test_hard_wrapped_lines_are_joined() -> None:
    wrapped = "The port opened again on Friday after a strike of three\nweeks, and the first ships came in before noon, and they\nwere met by a band and a crowd of people on the quay.\n"
    article = articlekit.parse_text(f"Port opens\n\n{wrapped}")
    assert len(article.blocks) == 1
    assert "three weeks" in article.text


def test_byline_and_date_line() -> None:
    article = articlekit.parse_text(f"Port opens\n\nBy Ana Silva\n\nMay 3, 2024\n\n{LONG}")
    assert [author.name for author in article.authors] == ["Ana Silva"]
    assert str(article.published) == "2024-05-03"
    assert kinds(f"Port opens\n\nBy Ana Silva\n\n{LONG}") == ["Paragraph"]


def test_a_lone_paragraph_is_no_headline() -> None:
    assert articlekit.parse_text(LONG).headline is None

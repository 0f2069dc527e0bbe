"""Headline, standfirst, byline and time out of the column's beginning."""

import pytest

from articlekit.body.opening import Opening, take_opening
from articlekit.pieces import Piece, PieceKind

TEXT = "The harbour opened again on Friday, and the first ships came in."


def opening(*first: Piece, headline: str | None = "Port opens", byline: str | None = None) -> Opening:
    running = [Piece(kind=PieceKind.PARAGRAPH, text=TEXT)]
    return take_opening([*first, *running], headline, None, byline)


def line(text: str, **more: object) -> Piece:
    return Piece(**{"kind": PieceKind.PARAGRAPH, "text": text, "before": True} | more)  # type: ignore[arg-type]


def heading(text: str, level: int, **more: object) -> Piece:
    return line(text, kind=PieceKind.HEADING, level=level, **more)


@pytest.mark.parametrize(
    ("piece", "reason"),
    [
        (heading("Port opens", 2), None),
        (heading("PORT OPENS!", 1), None),
        (heading("Harbour Port opens", 2), "headline"),
        (heading("The port is open", 1), "headline"),
        (line("2024-05-03, 10:15"), "date"),
        (line("2024年5月3日 10時15分"), "date"),
        (line("03/05/2024 KL. 10:15"), "date"),
        (line("By Ann Lee"), "byline"),
    ],
)
def test_taken_out(piece: Piece, reason: str | None) -> None:
    found = opening(piece, byline="By Ann Lee")
    assert [left.text for left in found.pieces] == [TEXT]
    assert [left.reason for left in found.left_out] == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("piece", "taken"),
    [
        (line("After three weeks the strike of the pilots has ended."), True),
        (line("After three weeks", hint="standfirst"), True),
        (line("After three weeks the strike has ended", hint="article-intro"), False),
        (line("After three weeks the strike of the pilots has ended.", before=False), False),
        (line("After three weeks the strike of the pilots has ended.", links=[(0, 5, "/a")]), False),
    ],
)
def test_standfirst(piece: Piece, taken: bool) -> None:
    assert (opening(piece).standfirst == piece.text) is taken


def test_a_heading_whose_like_does_not_come_again() -> None:
    lead = heading("After three weeks the strike is over", 2, hint="sub")
    found = take_opening([lead, line(TEXT, before=False), heading("Ships", 3)], "Port opens", None)
    assert found.standfirst == lead.text
    again = take_opening(
        [lead, line(TEXT, before=False), heading("Ships", 2, hint="sub")], "Port opens", None
    )
    assert again.standfirst is None


def test_words_of_the_headline_later_in_the_text_stay() -> None:
    pieces = [line(TEXT, before=False) for _ in range(4)] + [heading("Port opens", 2)]
    assert len(take_opening(pieces, "Port opens", None).pieces) == 5

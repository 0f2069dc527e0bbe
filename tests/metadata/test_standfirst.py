"""The standfirst, told from the text's first paragraph."""

import pytest

import articlekit

LEAD = "The harbour is open again, and the first ships have come in."
TEXT = (
    "<p>The port opened again on Friday after a strike of three weeks, the town said in the evening.</p>" * 3
)
FIRST = "The port opened again on Friday after a strike of three weeks, the town said in the evening."


def standfirst(body: str, description: str = "") -> str | None:
    head = f"<meta property='og:description' content='{description}'>" if description else ""
    page = f"<html lang='en'><head>{head}</head><body>{body}</body></html>"
    return articlekit.parse(page, url="https://courier.example/port").standfirst


@pytest.mark.parametrize(
    ("body", "description"),
    [
        (f"<article><h1>Port opens again</h1><p class='standfirst'>{LEAD}</p>{TEXT}</article>", ""),
        (f"<article><h1>Port opens again</h1><p><b>{LEAD}</b></p>{TEXT}</article>", LEAD),
        (f"<article><h1>Port opens again</h1><h2>{LEAD[:-1]}</h2>{TEXT}</article>", LEAD[:-1]),
        (f"<article><h1>Port opens again</h1><p>{LEAD}</p><p class='date'>3 May 2024</p>{TEXT}</article>", LEAD),
        (f"<div><h1>Port opens again</h1><ul class='footer'><li>{LEAD}</li></ul></div><article>{TEXT}</article>", LEAD),
    ],
)  # fmt: skip
def test_found(body: str, description: str) -> None:
    assert (standfirst(body, description) or "").rstrip(".") == LEAD[:-1]


@pytest.mark.parametrize(
    ("body", "description"),
    [
        (f"<article><h1>Port opens again</h1>{TEXT}</article>", FIRST),
        (f"<article><h1>Port opens again</h1><figure><img src='/p.jpg'></figure>{TEXT}</article>", f"{FIRST[:60]}..."),
        (f"<article><h1>Port opens again</h1><p>Courier, 3 May 2024 21:17 (updated 3 May 21:17), 789 words</p>{TEXT}</article>", ""),
        (f"<article><h1>Port opens again</h1><p>Port opens again</p>{TEXT}</article>", "Port opens again"),
    ],
)  # fmt: skip
def test_none(body: str, description: str) -> None:
    assert standfirst(body, description) is None

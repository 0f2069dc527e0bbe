"""Dates as declared for machines and as printed for readers."""

import tomllib
from pathlib import Path

import pytest

from articlekit.languages import get
from articlekit.metadata.dates import parse_declared, printed_dates, url_day

SAMPLES = Path(__file__).parent.parent / "samples" / "date_lines" / "all.toml"


def samples() -> list[tuple[str, str, str]]:
    tables = tomllib.loads(SAMPLES.read_text(encoding="utf-8"))
    return [(code, line, expected) for code, lines in tables.items() for line, expected in lines.items()]


@pytest.mark.parametrize(("language", "line", "expected"), samples())
def test_printed(language: str, line: str, expected: str) -> None:
    found = printed_dates(line, get(language))
    assert "; ".join(f"{date.when.isoformat()} {date.label[:1]}".strip() for date in found) == expected


def test_month_first_where_the_page_says_so() -> None:
    (date,) = printed_dates("5/3/2024", get("en"), month_first=True)
    assert date.when.isoformat() == "2024-05-03"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03T09:15:00Z", "2024-05-03T09:15:00+00:00"),
        ("2024-04-27T07:39:18.751+0200", "2024-04-27T07:39:18.751000+02:00"),
        ("2024-08-05T13:05:32.123456789Z", "2024-08-05T13:05:32.123456+00:00"),
        ("Fri, 03 May 2024 10:00:00 GMT", "2024-05-03T10:00:00+00:00"),
        ("Fri May 03 2024 10:00:00 GMT+0200 (Central European Summer Time)", "2024-05-03T10:00:00+02:00"),
        ("Fri May  3 10:00:00 2024", "2024-05-03T10:00:00"),
        ("Fri May 3 2024 10:00:00", "2024-05-03T10:00:00"),
        ("3 May 2024 10:00 EDT", "2024-05-03T10:00:00-04:00"),
        ("Fri, 3 May 2024 10:00:00 XYZ", "2024-05-03T10:00:00"),
        ("Fri, 31 Jun 2024 10:00:00 GMT", None),
        ("2024-05-03 10:15 CET", "2024-05-03T10:15:00+01:00"),
        ("2024-05-03 10:15", "2024-05-03T10:15:00"),
        ("1714551600", "2024-05-01T08:20:00+00:00"),
        ("1714551600000", "2024-05-01T08:20:00+00:00"),
        ("20240503", "2024-05-03"),
        ("20240503T1547", "2024-05-03T15:47:00"),
        ("May 3, 2024", "2024-05-03"),
        ("3.5.2024", "2024-05-03"),
        ("2024", None),
        ("10:15", None),
        ("0000-00-00", None),
        ("1970-01-01T00:00:00Z", None),
        ("{{date}} 2024", None),
        ("2024-13-45T99:99:99", None),
    ],
)
def test_declared(raw: str, expected: str | None) -> None:
    when = parse_declared(raw)
    assert (when.isoformat() if when else None) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://courier.example/2024/05/03/port", "2024-05-03"),
        ("https://courier.example/news/2024-11-10-port-opens", "2024-11-10"),
        ("https://courier.example/20240503/port", "2024-05-03"),
        ("https://courier.example/port-2024", None),
        ("https://courier.example/id12024050399", None),
        (None, None),
    ],
)
def test_url_day(url: str | None, expected: str | None) -> None:
    day = url_day(url)
    assert (day.isoformat() if day else None) == expected

"""What holds for quotes of any text: spans slice, nothing overlaps, what follows a paragraph changes nothing in it."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from articlekit.annotate.quotes import find_quotes
from articlekit.languages import get
from articlekit.limits import Limits
from articlekit.model import Block, BlockQuote, Heading, List, ListItem, Paragraph, Quote, Span
from articlekit.options import Options

WORDS = """
    “ ” „ « » " ' ’ ‘ ‚ 「 」 《 》 — – - , . : ; ? ! ( ) said says sagte dit ha detto told she he who they Maria
    Costa Mr. Falk Jonas the mayor report according to we I never glad 5" it's “Yes,” “no way” ‘so’ l’eau a-t-il Berg's
    called so-called film … 。 と述べた 言った 说 하다 고 말했다 قال
"""
PARTS = st.sampled_from(WORDS.split())
LINES = st.one_of(st.lists(PARTS, min_size=1, max_size=25).map(" ".join), st.text(max_size=60))
CODES = st.sampled_from(["en", "de", "fr", "es", "it", "sv", "ru", "zh", "ja", "ko", "ar", "hi", "tr"])
KINDS = st.sampled_from(["paragraph"] * 6 + ["heading", "quote", "list"])


def article(lines: list[tuple[str, str]]) -> tuple[str, list[Block]]:
    """Blocks of the given kinds over their joined text."""
    blocks: list[Block] = []
    at = 0
    for kind, line in lines:
        span = Span(start=at, end=at + len(line))
        if kind == "heading":
            blocks.append(Heading(text=line, span=span))
        elif kind == "quote":
            blocks.append(BlockQuote(text=line, span=span))
        elif kind == "list":
            blocks.append(List(text=line, span=span, items=(ListItem(text=line, span=span),)))
        else:
            blocks.append(Paragraph(text=line, span=span))
        at += len(line) + 2
    return "\n\n".join(line for _, line in lines), blocks


def quotes(lines: list[tuple[str, str]], code: str) -> tuple[Quote, ...]:
    """The quotes of an article made of lines."""
    text, blocks = article(lines)
    found = find_quotes(text, blocks, get(code), None, Limits(Options()))
    end = 0
    for quote in found:
        assert end <= quote.span.start < quote.span.end
        assert text[quote.span.start : quote.span.end] == quote.text
        if quote.speaker and quote.speaker.span:
            place = quote.speaker.span
            assert text[place.start : place.end] == quote.speaker.mention
        end = quote.span.end
    groups = [quote.group for quote in found]
    assert groups == sorted(groups)
    return found


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(KINDS, LINES), min_size=1, max_size=6), CODES)
def test_spans_slice_and_never_overlap(lines: list[tuple[str, str]], code: str) -> None:
    quotes(lines, code)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, min_size=2, max_size=5), CODES)
def test_what_follows_changes_no_quote_before(lines: list[str], code: str) -> None:
    whole = [("paragraph", line) for line in lines]
    before, after = quotes(whole[:-1], code), quotes(whole, code)
    shown = [(quote.span, quote.text, quote.kind, quote.group, quote.cue) for quote in before]
    assert [
        (quote.span, quote.text, quote.kind, quote.group, quote.cue) for quote in after[: len(shown)]
    ] == shown


def test_many_marks_take_linear_time() -> None:
    """Ten times the marks take about ten times as long, whatever the marks."""
    for unit in ("“ ", "“a” ", '"a" said b ', "‘a’ ", "« ", "„a“ ", "“a ‘b "):
        times = []
        for count in (2_000, 20_000):
            line = unit * (count // max(1, len(unit.split())))
            start = time.perf_counter()
            quotes([("paragraph", line)], "en")
            times.append(time.perf_counter() - start)
        assert times[1] < 40 * times[0] + 0.5, unit

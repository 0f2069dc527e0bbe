"""The standfirst: the shown lines that introduce the text, weighed with what the page declares as its summary."""

from __future__ import annotations

from collections.abc import Sequence

from articlekit.body.header import Header, Lead
from articlekit.metadata.evidence import Evidence, shown_text
from articlekit.metadata.json_ld import folded
from articlekit.model import Provenance

__all__ = ["choose_standfirst"]

WEIGHTS = {"declared": 3.0, "cut": 0.5, "named": 2.0, "outside": 2.0, "apart": 1.0, "stated": 1.0}
"""What speaks for a line. A paragraph of the text that is merely repeated as the summary is not enough."""
_LEAST = 3.0
_SURE = 40  # a summary cut after this many letters is still the line's
_HOLDERS = ("p", "h2", "h3", "h4", "li", "div", "span")


def choose_standfirst(
    page: Evidence, header: Header, headline: str | None
) -> tuple[str | None, Provenance | None]:
    """The line between the headline and the text with most weight behind it; None where none has enough.

    Args:
        page: What the page declares.
        header: The lines around its text.
        headline: The headline, which is no standfirst.
    """
    summaries = _summaries(page)
    head = folded(headline)
    weighed = [
        (_weight(lead, summaries), lead.text)
        for lead in header.leads
        if not _repeats(folded(lead.text), head) and _is_worded(lead.text)
    ]
    best = max(weighed, key=lambda pair: pair[0], default=(0.0, ""))
    if best[0] >= _LEAST:
        return best[1], Provenance(source="lead", raw=best[1])
    hidden = _in_furniture(header, summaries) if summaries else None
    return (hidden, Provenance(source="description", raw=hidden)) if hidden else (None, None)


def _summaries(page: Evidence) -> list[str]:
    declared = (
        page.linked.text("description"),
        page.first_meta("og:description"),
        page.first_meta("description"),
    )
    return [key for key in map(folded, declared) if len(key) > 15]


def _weight(lead: Lead, summaries: Sequence[str]) -> float:
    key = folded(lead.text)
    declared = key in summaries
    cut = not declared and _is_declared(key, summaries)
    introduces = lead.outside and lead.stated and lead.plain and len(lead.text) >= _SURE
    if not (declared or cut or lead.named or introduces) or not (lead.outside or lead.apart):
        return 0.0  # the text's first paragraph
    traits = {
        "declared": declared,
        "cut": cut,
        "named": lead.named,
        "outside": lead.outside,
        "apart": lead.apart,
        "stated": lead.stated,
    }
    return sum(WEIGHTS[name] for name, holds in traits.items() if holds)


def _is_declared(key: str, summaries: Sequence[str]) -> bool:
    """Whether a line is a declared summary, whole or cut."""
    return any(
        key == summary
        or (len(summary) > _SURE and key.startswith(summary))
        or (len(key) > _SURE and summary.startswith(key))
        for summary in summaries
    )


def _repeats(key: str, head: str) -> bool:
    return bool(head) and (key == head or key in head)


def _is_worded(text: str) -> bool:
    """Whether a line is made of words: dates and counts are not."""
    return sum(map(str.isdigit, text)) <= 0.2 * len(text)


def _in_furniture(header: Header, summaries: Sequence[str]) -> str | None:
    """The declared summary where it is shown in a box that is named as furniture."""
    for box in header.unwalked:
        whole = folded("".join(map(str, box.itertext())))
        if not any(summary[:_SURE] in whole for summary in summaries):
            continue
        for element in box.iter(*_HOLDERS):
            text = shown_text(element)
            if len(text) < 900 and _is_declared(folded(text), summaries):
                return text
    return None

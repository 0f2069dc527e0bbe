"""What kind of thing each run of the column is, before it is asked whether it is the article's text."""

from __future__ import annotations

from enum import IntEnum

from articlekit.body import vocabulary as words
from articlekit.body.survey import HEADINGS, Survey

__all__ = ["Fate", "fate_of"]

_LEAST_FIGURE_TEXT = 600  # a figure element with more prose than this holds more than a caption
_LEAST_TABLE_TEXT = 500
_TABLE_SHARE = 0.3


class Fate(IntEnum):
    """What a run is taken for; only a TEXT is weighed."""

    TEXT = 0
    PASSED = 1
    MEDIA = 2
    HIDDEN = 3
    CAPTION = 4
    CELL = 5
    CITE = 6
    REPEATED = 7


def fate_of(survey: Survey, index: int) -> Fate:
    """The kind of one run of the column (an index into ``survey.runs``)."""
    run = survey.runs[index]
    if run.passed:
        return Fate.PASSED
    if not run.tag:
        return Fate.MEDIA
    box = survey.boxes[run.box]
    if survey.flags(box) & words.HIDDEN:
        return Fate.HIDDEN
    place, column = box.place, survey.column
    in_figure = place.figure >= column and survey.boxes[place.figure].prose < _LEAST_FIGURE_TEXT
    if in_figure and place.table < place.figure:
        return Fate.CAPTION
    if place.table > column and _is_data(survey, place.table):
        return Fate.CELL
    if run.tag in ("figcaption", "legend", "caption"):
        return Fate.CAPTION
    if place.quote > column and run.tag in ("cite", "footer"):
        return Fate.CITE
    return Fate.REPEATED if _is_pulled(survey, index) else Fate.TEXT


def _is_pulled(survey: Survey, index: int) -> bool:
    """A pull quote: words of the running text, shown again in a box of their own."""
    run = survey.runs[index]
    if survey.main[index] or run.tag in HEADINGS or run.tag == "li":
        return False
    apart = survey.boxes[survey.homes[index]].parent not in survey.stems or run.tag == "blockquote"
    return apart and survey.repeats(run.text)


def _is_data(survey: Survey, table: int) -> bool:
    """A table of data, not of layout: short cells, little prose."""
    whole = survey.boxes[table]
    return whole.prose < _LEAST_TABLE_TEXT or whole.prose < _TABLE_SHARE * whole.text

"""What speaks for and against each run of the column being the article's text.

Each run has a few named traits; ``weights.toml`` says how much each of them counts. Headings, list items
and texts share the traits of the place they stand at, and have shapes of their own.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache

from articlekit.body import vocabulary as words
from articlekit.body.outline import Run
from articlekit.body.survey import HEADINGS, MAIN_SHARE, WORDS_WITHIN, Survey
from articlekit.data import read_data

__all__ = ["speaks_for", "traits", "weights"]

_PLAIN = 4.0
_KNOWN_SHARE = 0.03
_OWN_TAGS = frozenset({"p", "li", "figcaption", "blockquote", "td", "dd", "dt", "summary"})
_SIZES = ((20, "tiny"), (50, "short"), (100, "line"), (200, "long"))
_ENDED = re.compile(r"[.!?…。！？।؟]+[\"”’»)\]」』“]*$")
_SPEECH = re.compile(r"[.!?…。！？।؟][\"”’»)\]」』]*(?:\s|$)")
_FIGURES = re.compile(r"\d\d")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_DAY = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d{1,2}月\d{1,2}日")
_LEADS = frozenset("→►▶▸➜»>☞👉■▪●•*-–—+|#([【（")
_QUOTES = frozenset('"“„«「')
_NAMED = (
    (words.DROPPED, "named furniture"),
    (words.ASIDE, "named aside"),
    (words.FURNITURE, "named line"),
    (words.HIDDEN, "hidden"),
)
_NAMED_NEAR = ((words.CAPTION, "named caption"), (words.PICTURE, "named picture"), (words.TEXT, "named text"))
_TELLING = frozenset({"aside", "form", "figure", "header", "footer", "section", "article", "ul", "ol", "dl"})


def speaks_for(survey: Survey, index: int) -> float:
    """The weighed evidence that a run is the article's text: positive for, negative against."""
    if _is_plain(survey, index):
        return _PLAIN
    return sum(map(weights().__getitem__, traits(survey, index)))


class _Weights(dict[str, float]):
    """A trait that was never learnt counts nothing."""

    def __missing__(self, trait: str) -> float:
        return 0.0


@cache
def weights() -> dict[str, float]:
    """The learnt weight of every trait."""
    return _Weights(tomllib.loads(read_data("body/weights.toml"))["weights"])


def _is_plain(survey: Survey, index: int) -> bool:
    """A paragraph of the main make with a sentence or more, in its place: most are, and need no weighing."""
    run = survey.runs[index]
    size = len(run.text)
    if not survey.main[index] or size < 120 or 3 * run.linked > size or run.tag not in ("p", "div"):
        return False
    if survey.share_under[survey.unders[index]] < MAIN_SHARE or not survey.first <= index <= survey.last:
        return False
    if _ENDED.search(run.text, size - 8) is None or survey.covered or 2 * run.slanted > size:
        return False
    return not survey.promoted[index]


def traits(survey: Survey, index: int) -> list[str]:
    """The traits of one run of the column (an index into ``survey.runs``)."""
    run = survey.runs[index]
    if run.tag in HEADINGS:
        found = ["heading"]
        _heading(found, survey, index, run)
    else:
        found = ["text"]
        _shape(found, run, survey.dense)
        _standing(found, survey, index, run)
    _words(found, survey, index, run)
    _company(found, survey, index, run)
    return found


def _heading(found: list[str], survey: Survey, index: int, run: Run) -> None:
    if index < survey.first:
        found.append("heading before")
    elif index > survey.last:
        found.append("heading after")
    home, like = survey.homes[index], survey.like[survey.makes[index]]
    found.append(
        "heading on a stem" if survey.boxes[home].parent in survey.stems else "heading off the stems"
    )
    if like > 1:
        found.append("heading of a make")
    elif len(survey.like) > 1:
        found.append("heading of its own make")
        if index < survey.first:
            found.append("heading of its own make before")
    if survey.outside(home):
        found.append("heading outside the trunk")
    if len(run.text) > 120:
        found.append("heading of a paragraph's length")
    if run.linked:
        found.append("heading linked")
    following = survey.next_text(index)
    if following is None:
        found.append("heading over nothing")
    elif survey.main[following]:
        found.append("heading over a main text")
    elif 2 * survey.runs[following].linked > len(survey.runs[following].text):
        found.append("heading over a link")


def _shape(found: list[str], run: Run, dense: bool) -> None:
    text, size = run.text, len(run.text)
    found.append("tag " + (run.tag if run.tag in _OWN_TAGS else "div"))
    weighed = 2 * size if dense else size
    length = next((name for most, name in _SIZES if weighed < most), "full")
    found.append("size " + length)
    if _ENDED.search(text, max(size - 8, 0)):
        found.append("ends a sentence")
        if weighed < 100:
            found.append("short sentence")
    elif text.endswith((":", "：")):
        found.append("ends in a colon")
    else:
        found.append("holds a sentence" if _SPEECH.search(text) else "no sentence")
    if run.linked:
        share = run.linked / size
        found.append("linked a little" if share < 0.3 else "linked half" if share < 0.75 else "linked whole")
    if run.bold and sum(end - start for start, end in run.bold) > 0.9 * size:
        found.append("bold")
    if run.slanted > 0.8 * size:
        found.append("slanted")


def _standing(found: list[str], survey: Survey, index: int, run: Run) -> None:
    short = len(run.text) < 100
    if index < survey.first:
        found.append("before and short" if short else "before")
        if short and run.bold:
            found.append("bold before")
        if _like_a_name(run.text):
            found.append("name before")
    elif index > survey.last:
        found.append("after and short" if short else "after")
        if run.slanted > 0.8 * len(run.text):
            found.append("slanted after")
    elif run.text.isupper():
        found.append("capitals inside")
    home = survey.homes[index]
    above = survey.boxes[home].parent
    outside = survey.outside(home)
    if outside:
        place = "before" if index < survey.first else "after" if index > survey.last else "beside"
        found.append(f"{place} the trunk, in its like" if survey.like_trunk(home) else f"{place} the trunk")
    if run.tag == "li":
        found.append("item on a stem" if survey.boxes[above].parent in survey.stems else "item off the stems")
        listed = survey.boxes[max(survey.boxes[home].place.what_list, 0)]
        if listed.links > 0.7 * listed.text:
            found.append("list of links")
    else:
        _make(found, survey, index, outside)
        found.append("on a stem" if above in survey.stems else "off the stems")
    if survey.covered:
        if survey.declared(run.text):
            found.append("declared")
        elif not short:
            found.append("undeclared")
        elif len(run.text) > 40:
            found.append("undeclared and short")
    if index:
        last = survey.runs[index - 1]
        if not last.tag and not last.passed:
            found.append("after a picture")


def _make(found: list[str], survey: Survey, index: int, outside: bool) -> None:
    """How much of the column's prose has the run's make, there and elsewhere."""
    share = survey.share.get(survey.makes[index], 0.0)
    if share < MAIN_SHARE:
        found.append("make known" if share > _KNOWN_SHARE else "make rare")
        return
    found.append("make main outside" if outside else "make main")
    under = survey.share_under.get(survey.unders[index], 0.0)
    if under < MAIN_SHARE:
        found.append("make main elsewhere" if under > _KNOWN_SHARE else "make main far from here")


def _like_a_name(text: str) -> bool:
    """A few words with capitals and no figures."""
    parts = text.replace("/", " ").split()
    return (
        2 <= len(parts) <= 6
        and len(text) < 60
        and all(word[0].isupper() and word.isalpha() for word in parts)
    )


def _words(found: list[str], survey: Survey, index: int, run: Run) -> None:
    text, size = run.text, len(run.text)
    if size >= WORDS_WITHIN:
        return
    heading = run.tag in HEADINGS
    if survey.promoted[index]:
        found.append("promotion" if survey.promoted[index] > 1 else "promotion's word")
    if size < 60 and text.lower().strip(" :：") in survey.phrases.labels:
        found.append("label heading" if heading else "label")
    if heading:
        return
    if survey.phrases.credited(text):
        found.append("credit")
    if size < 120 and _FIGURES.search(text):
        if _CLOCK.search(text):
            found.append("clock")
        if _DAY.search(text):
            found.append("date")
    if "@" in text or "www." in text or "http" in text:
        found.append("address")
    first = text[0]
    if first == "»" and "«" in text:
        found.append("quoted")
    elif first in _LEADS:
        found.append("in brackets" if first in "([（" and text[-1] in ")]）" else "marked")
    elif first in _QUOTES:
        found.append("quoted")
    elif first.islower():
        found.append("small letter")
    if "|" in text or " / " in text:
        found.append("divided")
    if "©" in text or "ⓒ" in text or "copyright" in text.lower():
        found.append("rights")


def _company(found: list[str], survey: Survey, index: int, run: Run) -> None:
    boxes = survey.boxes
    home, side = survey.homes[index], survey.sides[index]
    box, whole = boxes[home], boxes[side]
    flags = survey.flags(boxes[run.box])
    if flags:
        for flag, name in _NAMED:
            if flags & flag:
                found.append(name)
    near = box.own_flags | boxes[box.parent].own_flags if home != survey.column else 0
    for flag, name in _NAMED_NEAR:
        if near & flag:
            found.append(name)
    if box.place.quote > survey.column:
        found.append("in a quote")
    if side == home:
        return
    heading = run.tag in HEADINGS
    if heading and whole.text <= len(run.text) + 1:
        found.append("heading alone")
        return
    found.append(
        "big side box" if whole.text > 600 else "side box" if whole.text >= 200 else "small side box"
    )
    if whole.links > 0.4 * whole.text:
        found.append("linked side box")
    if side in survey.headed and not heading:
        found.append("headed side box")
    if side in survey.pictures and not heading:
        found.append("by a picture" if survey.pictures[side] == 1 else "by pictures")
    if whole.tag in _TELLING:
        found.append("side " + whole.tag)

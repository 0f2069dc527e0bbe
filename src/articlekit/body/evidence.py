"""What speaks for and against each run of the column being the article's text, as named traits.

The traits are weighed in ``weights``; nothing here decides.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from articlekit.body import vocabulary as words
from articlekit.body.outline import Run
from articlekit.body.phrases import Phrases
from articlekit.body.survey import HEADINGS, MAIN_SHARE, Survey

__all__ = ["speaks_for", "traits"]

_ENDED = re.compile(r"[.!?…。！？।؟]+[\"”’»)\]」』“]*$")
_SPEECH = re.compile(r"[.!?…。！？।؟][\"”’»)\]」』]*(?:\s|$)")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_DAY = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d{1,2}月\d{1,2}日")
_LEADS = frozenset("→►▶▸➜»>☞👉■▪●•*-–—+|#([【（")
_QUOTES = frozenset('"“„«「')
_PLAIN = 4.0
_WORDS_WITHIN = 300  # longer texts are told by their shape


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
    weight = weights().get
    return sum(weight(trait, 0.0) for trait in traits(survey, index))


def _is_plain(survey: Survey, index: int) -> bool:
    """A paragraph of the main make with a sentence or more, in its place: most are, and need no weighing."""
    run = survey.runs[index]
    size = len(run.text)
    if not survey.main[index] or size < 120 or 3 * run.linked > size or run.tag not in ("p", "div"):
        return False
    if survey.share_under[survey.unders[index]] < MAIN_SHARE or not survey.first <= index <= survey.last:
        return False
    if _ENDED.search(run.text, size - 8) is None or survey.covered:
        return False
    low = run.text.lower()
    return size >= _WORDS_WITHIN or not survey.phrases.promotes(low, survey.phrases.tokens(low))


@cache
def weights() -> dict[str, float]:
    """The learnt weight of every trait."""
    source = resources.files(__package__).joinpath("weights.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(source)["weights"])


def traits(survey: Survey, index: int) -> list[str]:
    """The traits of one run of the column (an index into ``survey.runs``)."""
    run = survey.runs[index]
    found = ["bias"]
    _shape(found, run, survey.dense)
    _words(found, run, survey.phrases)
    _standing(found, survey, index, run)
    _company(found, survey, index, run)
    return found


def _shape(found: list[str], run: Run, dense: bool) -> None:
    text, size = run.text, len(run.text)
    weighed = 2 * size if dense else size
    tag = run.tag
    kind = (
        "heading"
        if tag in HEADINGS
        else tag
        if tag in ("p", "li", "figcaption", "blockquote", "td", "dd", "dt", "summary")
        else "div"
    )
    found.append("tag " + kind)
    length = (
        "tiny"
        if weighed < 20
        else "short"
        if weighed < 50
        else "line"
        if weighed < 100
        else "long"
        if weighed < 200
        else "full"
    )
    found.append("size " + length)
    if _ENDED.search(text):
        found.append("ends a sentence")
        if length in ("tiny", "short", "line"):
            found.append("short sentence")
    elif text.endswith((":", "：")):
        found.append("ends in a colon")
    elif _SPEECH.search(text):
        found.append("holds a sentence")
    elif kind != "heading":
        found.append("no sentence")
    if run.linked:
        share = run.linked / size
        found.append("linked a little" if share < 0.3 else "linked half" if share < 0.75 else "linked whole")
    if run.bold and sum(end - start for start, end in run.bold) > 0.9 * size:
        found.append("bold")


def _words(found: list[str], run: Run, phrases: Phrases) -> None:
    text, size = run.text, len(run.text)
    if size >= _WORDS_WITHIN:
        return
    if size < 120:
        if _CLOCK.search(text):
            found.append("clock")
        if _DAY.search(text):
            found.append("date")
    if "@" in text or "www." in text or "http" in text:
        found.append("address")
    first = text[0]
    if first in _LEADS:
        found.append("in brackets" if first in "([（" and text[-1] in ")]）" else "marked")
    elif first in _QUOTES:
        found.append("quoted")
    elif first.islower():
        found.append("small letter")
    if "|" in text or " / " in text:
        found.append("divided")
    low = text.lower()
    if "©" in text or "ⓒ" in text or "copyright" in low:
        found.append("rights")
    tokens = phrases.tokens(low)
    if phrases.promotes(low, tokens):
        found.append("promotion")
    if not tokens.isdisjoint(phrases.credits):
        found.append("credit")


def _standing(found: list[str], survey: Survey, index: int, run: Run) -> None:
    heading = run.tag in HEADINGS
    short = len(run.text) < 100
    if index < survey.first:
        found.append("heading before" if heading else "before and short" if short else "before")
    elif index > survey.last:
        found.append("heading after" if heading else "after and short" if short else "after")
    elif run.text.isupper() and not heading:
        found.append("capitals inside")
    home = survey.homes[index]
    above = survey.boxes[home].parent
    stem = above in survey.stems
    outside = survey.outside(home)
    if outside:
        found.append("outside the trunk")
    if heading:
        found.append("heading on a stem" if stem else "heading off the stems")
        if survey.like[survey.makes[index]] > 1:
            found.append("heading of a make")
    elif run.tag == "li":
        stem = survey.boxes[above].parent in survey.stems
        found.append("item on a stem" if stem else "item off the stems")
    else:
        share = survey.share.get(survey.makes[index], 0.0)
        if share >= MAIN_SHARE:
            found.append("make main outside" if outside else "make main")
        else:
            found.append("make known" if share > 0.03 else "make rare")
        under = survey.share_under.get(survey.unders[index], 0.0)
        if share >= MAIN_SHARE and under < MAIN_SHARE:
            found.append("make main elsewhere" if under > 0.03 else "make main far from here")
        found.append("on a stem" if stem else "off the stems")
    if survey.covered:
        if survey.declared(run.text):
            found.append("declared")
        elif len(run.text) > 40:
            found.append(
                "undeclared heading" if heading else "undeclared li" if run.tag == "li" else "undeclared"
            )
    if index and not heading:
        last = survey.runs[index - 1]
        if not last.tag and not last.passed:
            found.append("after a picture")
        if not survey.main[index] and survey.repeats(run.text):
            found.append("repeated")


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

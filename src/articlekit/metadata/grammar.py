"""A language's words about bylines, ready for use."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from articlekit.languages import get
from articlekit.metadata.phrases import Phrases, lowered
from articlekit.scripts import CJK

__all__ = ["Grammar", "grammar"]

_MARKS = " \t\n|•·–—-*_(（【[〔“„\"'"
_COLON = re.compile(r"\s*[:：／]\s*")
_GAP = re.compile(r"\s*[:：／]\s*|\s+")
_BEFORE_LABEL = frozenset(" \t,;|/•·(–—-、，；")


class Grammar(NamedTuple):
    """What parts a byline in one language (and in English, which stands in all).

    Attributes:
        by: What begins a byline.
        also: What begins a part with helpers: "additional reporting by".
        photo: What begins a part with other crafts: "Fotos".
        ands: Words for "and".
        joins: "and" between names.
        attached: "and" written on to the name after it.
        place: "in" after a name.
        paper: "for" after a name.
        roles: Jobs.
        beats: Words that stand before a job: "senior", "political".
        others: "and two others" at the end.
        stamps: "published", "updated".
        calendar: Names of months and weekdays, and the words before dates.
        weekdays: Names of weekdays.
        articles: Words with which a newsroom's name begins and no person's.
        organisations: Words that a newsroom's name holds.
        legal_forms: Those written with stops, "e.V.", at a name's end.
        dense_organisations: The same in scripts without spaces.
        agencies: News agencies, whole names.
        accounts: Names of no one: "admin".
        particles: Small words inside names: "van", "de la".
        stops: Common words, which no name holds.
        telling: Every word above: a name without any of them is nothing else.
        and_in_names: The word for "and" also stands inside family names.
        space_divides: A space divides names, not a name's parts.
    """

    by: Phrases
    also: Phrases
    photo: Phrases
    ands: frozenset[str]
    joins: re.Pattern[str]
    attached: re.Pattern[str]
    place: re.Pattern[str]
    paper: re.Pattern[str]
    roles: Phrases
    beats: frozenset[str]
    others: re.Pattern[str]
    stamps: Phrases
    calendar: frozenset[str]
    weekdays: frozenset[str]
    articles: frozenset[str]
    organisations: frozenset[str]
    legal_forms: tuple[str, ...]
    dense_organisations: tuple[str, ...]
    agencies: frozenset[str]
    accounts: frozenset[str]
    particles: frozenset[str]
    stops: frozenset[str]
    telling: frozenset[str]
    and_in_names: bool
    space_divides: bool

    def opening(self, text: str) -> tuple[str, int] | None:
        """The word for "by" that a text begins with, and where what it says of begins."""
        start = len(text) - len(text.lstrip(_MARKS))
        phrase = self.by.at(lowered(text), start)
        if phrase is None:
            return None
        end = start + len(phrase)
        gap = _GAP.match(text, end)
        if gap:
            return phrase, gap.end()
        return (phrase, end) if CJK.match(phrase) and end < len(text) else None

    def labels(self, text: str) -> list[tuple[int, int, str | None]]:
        """(start, end, role) of the labels that begin parts of a byline; None where it is the writing."""
        low = lowered(text)
        found: list[tuple[int, int, str | None]] = []
        for phrases, role in ((self.also, True), (self.photo, True), (self.by, False)):
            for start, end in phrases.find(low):
                gap = (_GAP if role else _COLON).match(text, end)
                after = gap.end() if gap else end if low[end - 1] == "・" else 0
                if after and (start == 0 or text[start - 1] in _BEFORE_LABEL):
                    found.append((start, after, low[start:end].rstrip("・") if role else None))
        found.sort(key=lambda label: (label[0], -label[1]))
        apart = found[:1]
        for label in found[1:]:
            if label[0] >= apart[-1][1]:
                apart.append(label)
        return apart

    def job(self, text: str) -> tuple[int, int] | None:
        """(start, end) of the first and longest job named in a text."""
        return min(self.roles.find(lowered(text)), key=lambda span: (span[0], -span[1]), default=None)


@cache
def grammar(code: str) -> Grammar:
    """The byline words of a language and of English."""
    own, english = get(code), get("en")
    languages = (own,) if own == english else (own, english)

    def words(key: str, table: str = "byline") -> list[str]:
        return [word for language in languages for word in language.words(table, key)]

    calendar = words("months", "dates") + words("weekdays", "dates")
    organisations = words("organisations")
    particles = frozenset(words("particles"))
    return Grammar(
        by=Phrases(words("prefixes")),
        also=Phrases(words("also")),
        photo=Phrases(words("photo")),
        ands=frozenset(words("and")),
        joins=_joins(words("and")),
        attached=re.compile(rf"(?<=\w\w)\s(?:{_either(words('and_attached'))})(?=\w{{3}})"),
        place=_between(words("in")),
        paper=_between(words("for")),
        roles=Phrases(words("roles")),
        beats=frozenset(words("beats")),
        others=re.compile(rf"\s*(?:{_either(words('others'))})\s*\d+\s?\w*$"),
        stamps=Phrases(words("published", "dates") + words("updated", "dates")),
        calendar=frozenset(
            name for entry in (*calendar, *words("leads", "dates")) for name in entry.lower().split("|")
        ),
        weekdays=frozenset(
            name for entry in words("weekdays", "dates") for name in entry.lower().split("|") if len(name) > 3
        ),
        articles=frozenset(words("articles")),
        organisations=frozenset(word.lower() for word in organisations),
        legal_forms=tuple(
            form for word in organisations if "." in word for form in (f" {word}", f" {word}.")
        ),
        dense_organisations=tuple(word for word in organisations if CJK.match(word)),
        agencies=frozenset(words("agencies", "datelines")),
        accounts=frozenset(words("accounts")),
        particles=particles,
        stops=frozenset(word for word in own.words("detect", "stopwords") if word not in particles),
        telling=frozenset(
            part
            for key in (
                "prefixes",
                "also",
                "photo",
                "and",
                "in",
                "for",
                "roles",
                "organisations",
                "accounts",
                "articles",
            )
            for word in words(key)
            for part in word.lower().split()
        )
        | frozenset(words("published", "dates") + words("updated", "dates")),
        and_in_names=bool(own.value("byline", "and_in_names", False)),
        space_divides=bool(own.value("byline", "space_divides", False)),
    )


def _either(words: Collection[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"


def _between(words: Collection[str]) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_either(words)})\s+", re.IGNORECASE)


def _joins(ands: Collection[str]) -> re.Pattern[str]:
    spaced = rf"\s+(?i:{_either(ands)})\s+"
    dense = [word for word in ands if CJK.match(word)]
    if not dense:
        return re.compile(spaced)
    inside = r"[^\W\x00-\u2e7f]"  # a letter of these scripts; naming them would take longer to build
    return re.compile(rf"{spaced}|(?<={inside})(?:{_either(dense)})\s*(?={inside})")

"""What proves that a head is a dateline: agency, date, reporter, the kind of name, the mark, how the text goes on."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from articlekit.annotate.datelines.heads import Head
from articlekit.annotate.datelines.places import names_of
from articlekit.languages import Language

__all__ = ["Context", "proves"]

_OPENS = re.compile(r"""[\s"“«„‘'(\[*]*(.)""")
_SHORT = 20
_ABBREVIATED = re.compile(r"[A-Z]{2}|[A-Z][a-z]{1,4}\.|(?:[A-Z]\.){2,3}")


class Context(NamedTuple):
    """Where a head stands.

    Attributes:
        text: The article's text, which tells how it writes the name elsewhere.
        language: The article's.
        place: "first" (the article's start), "section" (a section's or entry's) or "later".
        reference: The day against which dates are resolved.
        publisher: The paper's name.
        alone: What stands on a line of its own may be a place and nothing else.
    """

    text: str
    language: Language
    place: str
    reference: dt.date | None = None
    publisher: str | None = None
    alone: bool = False


def proves(head: Head, kind: str, mark: str, rest: str, context: Context) -> bool:
    """Whether a head's parts prove a dateline.

    Args:
        head: The head.
        kind: The kind of mark that ends it: "dash", "colon", "bar", "stop", "close" (of a bracket) or "alone".
        mark: The mark.
        rest: The text behind it.
        context: Where the head stands.
    """
    named = bool(head.agencies) and not head.unsure
    sure = _is_sure(head, context.language)
    if kind == "close" and head.enclosed and not head.agencies:
        return context.place == "first" and len(rest) > _SHORT and _opens(rest) and _is_city(head, context)
    if kind == "close":
        return named and head.bracketed and _opens(rest) and (sure or _is_like_a_town(head, context))
    if head.date and head.date.day and not head.places:
        return named and kind == "dash"
    if kind == "alone" and not names_of(context.language.code).knows(head.places[0].name):
        return named and head.bracketed and head.capitals
    if named and (sure or head.bracketed or kind in ("dash", "bar")):
        return kind != "stop" or not rest or _opens(rest)
    if kind == "dash" and head.agencies and sure:
        return True
    if head.by_reporter:
        return context.place != "later" and (sure or kind in ("dash", "alone"))
    if head.date_first and not _is_city(head, context):
        return False
    if head.date and head.date.month:
        if kind in ("dash", "bar"):
            return sure or (head.apart and context.place == "first" and _is_like_a_town(head, context))
        return sure and (kind != "colon" or _opens(rest))
    if kind == "alone":
        return context.alone and head.capitals and _is_city(head, context)
    return context.place != "later" and _is_weakly_proved(head, kind, mark, rest, context)


def _is_sure(head: Head, language: Language) -> bool:
    """Whether a head's first place is printed in capitals or known."""
    return bool(head.places) and (head.capitals or names_of(language.code).knows(head.places[0].name))


def _is_like_a_town(head: Head, context: Context) -> bool:
    """Whether an unknown name is one word, or the article says "in" it."""
    place = head.places[0].name
    return " " not in place or _is_confirmed(place, context)


def _is_city(head: Head, context: Context) -> bool:
    return names_of(context.language.code).is_city(head.places[0].name)


def _is_weakly_proved(head: Head, kind: str, mark: str, rest: str, context: Context) -> bool:
    """A place and a mark, nothing else: what kind of name it is and how the text goes on must tell."""
    language, names = context.language, names_of(context.language.code)
    place = head.places[0].name
    region = head.places[0].region
    city = names.is_city(place) or (region is not None and _is_region(region, context))
    first = context.place == "first"
    if kind == "stop" and first and len(head.places) <= 2 and (not rest.strip() or _opens(rest)):
        return _is_stopped(head, context)
    if not _opens(rest) or len(rest) < _SHORT or _goes_to_a_place(rest, head, context):
        return False
    if kind == "dash":
        if head.capitals:
            return city or bool(region) or (first and not _is_no_town(place, context))
        spaced = mark != mark.strip() or mark.startswith(".")
        told = names.looks_like_town(place) or _is_confirmed(place, context)
        return first and spaced and (city or bool(told)) and mark.strip() not in _first_sentence(rest)
    if kind == "colon":
        return city and first and (head.capitals or bool(language.value("datelines", "colon")))
    return False


def _is_region(region: str, context: Context) -> bool:
    """Whether a region is known, or an abbreviation: "Minn.", "TX"."""
    return names_of(context.language.code).knows(region) or _ABBREVIATED.fullmatch(region) is not None


def _is_stopped(head: Head, context: Context) -> bool:
    """A place with a full stop, as regional papers have it: "Essen. Die Stadt …"."""
    place, names = head.places[0].name, names_of(context.language.code)
    if head.capitals:
        return names.is_city(place)
    stopped = bool(context.language.value("datelines", "full_stop"))
    return stopped and (names.is_city(place) or names.looks_like_town(place) or _is_confirmed(place, context))


def _opens(rest: str) -> bool:
    """Whether a sentence begins: a capital, a figure, a letter of a script without case."""
    match = _OPENS.match(rest)
    return match is not None and not match[1].islower() and match[1].isalnum()


def _goes_to_a_place(rest: str, head: Head, context: Context) -> bool:
    """Whether another place follows and no sentence: "Paris – Brest", a route or a match."""
    words = rest.strip().split(None, 2)
    names = names_of(context.language.code)
    if (
        not words
        or head.capitals
        or (context.language.value("datelines", "bare_dash") and len(rest) > 2 * _SHORT)
    ):
        return False
    return names.is_city(words[0].strip(",.:;"))


def _first_sentence(rest: str) -> str:
    """The first sentence, where a second dash would make the first one a parenthesis."""
    return re.split(r"[.!?](?=\s)", rest, maxsplit=1)[0][:200]


def _is_no_town(place: str, context: Context) -> bool:
    """Capitals that are an acronym, a person or a word: how the article writes them elsewhere tells."""
    words = place.split()
    text = context.text
    if len(words) == 1:
        again = len(re.findall(rf"(?<!\w){re.escape(place)}(?!\w)", text)) > 1
        return again or _is_surname(place.title(), context) or (len(place) <= 4 and place.title() not in text)
    last = words[-1].title()
    return text.count(last) > text.count(" ".join(words).title())


def _is_surname(name: str, context: Context) -> bool:
    """Whether the article mostly writes a capitalised word before the name: "Anna Berg", not "in Berg"."""
    before = re.findall(rf"(\w+)\s{re.escape(name)}(?!\w)", context.text)
    prepositions = context.language.words("datelines", "prepositions")
    given = [word for word in before if word[0].isupper() and word.lower() not in prepositions]
    return 2 * len(given) > context.text.count(name) > 0


def _is_confirmed(place: str, context: Context) -> bool:
    """Whether the article says "in X" elsewhere, or calls something after the place ("Kieler")."""
    words = context.language.words("datelines", "prepositions")
    prepositions = "|".join(map(re.escape, words)) or "(?!)"
    told = rf"(?<!\w)(?:{prepositions})\s+{re.escape(place)}(?!\w)"
    return re.search(told, context.text, re.IGNORECASE) is not None or (
        bool(context.language.value("datelines", "noun_capitals"))
        and re.search(rf"(?<!\w){re.escape(place)}er\s+[^\W\d_a-z]", context.text) is not None
    )

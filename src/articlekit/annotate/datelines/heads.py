"""The head of a report, before its text begins: places, date, agencies and reporters told apart at its marks.

A head is read as a list of parts in any order: every part must be known for what it is, or the head is none.
What the parts prove, and where a head may end, is judged in ``datelines``.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import NamedTuple

from articlekit.annotate.datelines.agencies import Agencies, agencies_of
from articlekit.annotate.datelines.places import Names, is_capitals, names_of
from articlekit.dates import DateMatch, date_in, is_month, month_in, weekday_in
from articlekit.languages import Language, get
from articlekit.model import PartialDate, Place

__all__ = ["Head", "has_reporters", "read_head", "without_reporters"]

_BRACKET = re.compile(r"\(([^()]{1,60})\)|\[([^\[\]]{1,60})\]|(?<!\S)/\s?([^/\n]{2,40}?)\s?/(?!\w)")
_QUOTED = re.compile('[«"“”]([^«»"“”]{2,30})[»"“”]')
_SPLIT = re.compile(
    r"\s*[,،|•]\s*|\s·\s|\s+[-–—―ـ]+\s*|\s*[–—―ـ]+\s+|(?<=[\u0590-\u06ff])-\s+|\s+--+\s?|--|(?<=\w\w\w\.)\s+|\s?[:।]\s|\.[–-]"
)
_SLASH = re.compile(r"\s?/\s?")
_LEFT_OVER = re.compile(
    r"\d{4}|\d{1,2}[:.]\d{2}(?:\s?[A-Za-z]{1,4}\.?)?|[^\W\d_]+\.?\s\d{1,3}(?:,?\s\d{4})?|\d{1,2}\.?\s[^\W\d_]+\.?(?:\s\d{4})?"
)
_EDGE = " *_-–—―ـ:\u200f\u200e"
_DIGIT = re.compile(r"\d")
_LONGEST_REGION = 3
_INITIALS = re.compile(r"[a-zäöüß/]{2,6}\.")
_DASH = re.compile(r"[-–—―ـ]+")
_REGION = "\x1f"  # before a region that stood in brackets


class Head(NamedTuple):
    """What a head says, and how.

    Attributes:
        places: Its places, in order.
        date: Its date as far as given; None too where its words make no day that exists.
        agencies: The agencies as printed.
        bracketed: It names an agency in brackets.
        by_reporter: It has a correspondent's words.
        unsure: It has an agency known by its shape alone.
        apart: A comma stands between its place and its date.
        enclosed: Its place stands in brackets.
        date_first: Its date stands before all else.
    """

    places: tuple[Place, ...] = ()
    date: PartialDate | None = None
    agencies: tuple[str, ...] = ()
    bracketed: bool = False
    by_reporter: bool = False
    unsure: bool = False
    apart: bool = False
    enclosed: bool = False
    date_first: bool = False

    @property
    def capitals(self) -> bool:
        """Whether the places are printed in capitals."""
        return bool(self.places) and is_capitals(self.places[0].name)


def read_head(text: str, language: Language, publisher: str | None) -> Head | None:
    """Take a head apart.

    Args:
        text: The words before the mark that may end a head.
        language: Whose agencies, months, correspondents and names hold besides the English ones.
        publisher: The paper itself, which names itself as an agency does.
    """
    parts = _Parts(language=language, publisher=publisher)
    rest = parts.without_brackets(text)
    if rest is None:
        return None
    rest = parts.without_date(rest)
    at, mark = 0, ""
    for match in chain(_SPLIT.finditer(rest), (None,)):
        if not parts.take(rest[at : match.start() if match else None].strip(_EDGE), mark):
            return None
        at, mark = (match.end(), match[0].strip()) if match else (at, mark)
    return parts.head()


class _Named(NamedTuple):
    name: str
    region: str | None


class _Parts:
    """The parts found so far."""

    def __init__(self, language: Language, publisher: str | None) -> None:
        self.language = language
        self.publisher = publisher
        self.places: list[_Named] = []
        self.dates: list[PartialDate] = []
        self.agencies: list[str] = []
        self.flags: set[str] = set()

    @property
    def known(self) -> Agencies:
        return agencies_of(self.language.code)

    @property
    def names(self) -> Names:
        return names_of(self.language.code)

    def head(self) -> Head:
        """What the parts say together."""
        return Head(
            places=tuple(
                Place(text=f"{p.name}, {p.region}" if p.region else p.name, name=p.name, region=p.region)
                for p in self.places
            ),
            date=self.dates[0] if self.dates else None,
            agencies=tuple(self.agencies),
            bracketed="bracketed" in self.flags,
            by_reporter="reporter" in self.flags,
            unsure="unsure" in self.flags,
            apart="apart" in self.flags,
            enclosed="enclosed" in self.flags,
            date_first="date first" in self.flags,
        )

    def without_brackets(self, text: str) -> str | None:
        """The text with its brackets read and taken out; None where a bracket holds anything else."""
        out, at = [], 0
        for match in _BRACKET.finditer(text):
            inside = (match[1] or match[2] or match[3]).strip()
            out.append(text[at : match.start()])
            at = match.end()
            opens = not "".join(out).strip(_EDGE)
            if is_month(inside, self.language) and self._ends_in_month(out[-1]):
                out.append(f" ({inside}) ")
            elif self._is_agency_bracket(inside) or (not opens and self._is_reporter(inside)):
                out.append(" , ")
            elif opens or _DIGIT.search(inside):
                out.append(f", {inside} ,")
                self.flags.add("enclosed" if opens else "")
            elif self.names.is_name(inside):
                out.append(f" {_REGION}{inside} ,")
            else:
                return None
        rest = "".join(out) + text[at:]
        if self.language.value("datelines", "quoted_outlets"):
            self.agencies.extend(match[1] for match in _QUOTED.finditer(rest))
            rest = _QUOTED.sub(" , ", rest)
        return rest

    def _ends_in_month(self, text: str) -> bool:
        words = text.split()
        return any(is_month(" ".join(words[-count:]), self.language) for count in (1, 2))

    def _is_agency_bracket(self, inside: str) -> bool:
        found = self.known.within(inside)
        if not found and inside == self.publisher:
            found = (inside,)
        if found:
            self.flags.add("bracketed")
        elif self.known.looks_like_one(inside) and not self.names.knows(inside):
            found = (inside,)
            self.flags.update(("bracketed", "unsure"))
        self.agencies.extend(found)
        return bool(found)

    def _is_reporter(self, text: str) -> bool:
        match = _correspondents(self.language.code).search(text)
        if match:
            self.flags.add("reporter")
        return match is not None

    def without_date(self, text: str) -> str:
        """The text with its date read and taken out, in the language's own words or the English ones."""
        if _DIGIT.search(text) is None and not self.language.value("dates", "day_words"):
            return text
        found = self._date(text)
        if found is None:
            return text
        if found.date is not None:
            self.dates.append(found.date)
        before = _without_lead(text[: found.start].rstrip(), self.language)
        if not before.strip(_EDGE):
            self.flags.add("date first")
        if before.endswith((",", ".", "،")):
            self.flags.add("apart")
        return f"{before} , {text[found.end :]}"

    def _date(self, text: str) -> DateMatch | None:
        return date_in(text, self.language, bare=True) or (
            date_in(text, get("en")) if self.language.code != "en" else None
        )

    def take(self, piece: str, mark: str = ",") -> bool:
        """Whether a piece is known for what it is; ``mark`` stands before it."""
        piece = _SLASH.sub("/", piece)
        shown, piece = piece.lstrip("."), piece.strip(". ")
        if not piece or self._is_initials(shown):
            return True
        if not self.places and self.names.is_marker(piece):
            return False
        if self.known.is_plain(piece) or piece == self.publisher:
            self.agencies.append(piece)
            self.flags.add("signed")
            return True
        told = _correspondents(self.language.code).match(piece)
        if told:
            self.flags.add("reporter")
            return self.take(piece[told.end() :].strip(_EDGE))
        return self._take_time(piece) or self._take_agency(piece) or self._take_place(piece, shown, mark)

    def _is_initials(self, piece: str) -> bool:
        """A reporter's initials before all else: "mas. BERLIN"."""
        stopped = bool(self.language.value("datelines", "full_stop"))
        return stopped and not self.places and not self.agencies and _INITIALS.fullmatch(piece) is not None

    def _take_time(self, piece: str) -> bool:
        """A weekday, a month with its year, a clock; what looks like a date and is none stays unread."""
        weekday = weekday_in(piece, self.language)
        if weekday is not None:
            if not self.dates:
                self.dates.append(PartialDate(weekday=weekday))
            return True
        if _DIGIT.search(piece) is None:
            return False
        month = month_in(piece, self.language)
        if month is not None:
            self.dates.append(month)
            return True
        return _LEFT_OVER.fullmatch(piece) is not None

    def _take_agency(self, piece: str) -> bool:
        """An agency at one end of a piece without a mark between: "BERLIN taz", "dpa Berlin"."""
        words = re.split(r"([ /-])", piece)
        for count in (1, 3, 5):
            head, tail = "".join(words[: -count - 1]), "".join(words[-count:])
            glued = count + 1 < len(words) and words[-count - 1] == "-" and not self.names.is_city(head)
            if count + 1 < len(words) and not glued and self.known.is_plain(tail):
                self.agencies.append(tail)
                return self.take(head.strip(_EDGE))
            head, tail = "".join(words[:count]), "".join(words[count + 1 :])
            if count + 1 < len(words) and words[count] != "-" and self.known.is_plain(head):
                self.agencies.append(head)
                return self.take(tail.strip(_EDGE))
        return False

    def _take_place(self, piece: str, shown: str, mark: str) -> bool:
        if not self.places:
            self.places.extend(self._placed(piece))
            return bool(self.places)
        last = self.places[-1]
        if last.region and self.names.is_city(piece) and self.names.is_city(last.region):
            self.places[-1:] = [_Named(last.name, None), _Named(last.region, None), _Named(piece, None)]
            return True  # three cities in a row are no region
        region, *more = piece.split("/")
        dashed = _DASH.fullmatch(mark) is not None
        if (
            "signed" not in self.flags
            and last.region is None
            and not dashed
            and self._are_regions(region, more, shown)
        ):
            shown = piece if more or self.names.knows(piece) else shown
            self.places[-1] = _Named(last.name, shown.split("/")[0])
            self.places.extend(_Named(name, None) for name in more)
            return True
        follows = dashed and bool(self.language.value("datelines", "reporters_follow"))
        signed = "signed" in self.flags or (follows and self.names.is_city(last.name))
        return (
            signed and len(piece.split()) <= 3
        )  # the reporter's name after the agency's, or after the place

    def _are_regions(self, region: str, more: list[str], shown: str) -> bool:
        if len(region.split()) > _LONGEST_REGION and not self.names.knows(region):
            return False
        short = shown.endswith(".") and region[:1].isupper()  # "Ind." is no word of any language
        return (short or self.names.is_name(region)) and all(map(self.names.is_name, more))

    def _placed(self, piece: str) -> list[_Named]:
        """One place or several: "GENEVA/LISBON", "Rio e Brasília"; a reporter's name before a slash is none."""
        items = [item.strip() for item in _SLASH.split(piece)]
        if len(items) == 1:
            items = self._listed(piece)
        if any(map(is_capitals, items)):
            items = [item for item in items if is_capitals(item)]
        found = []
        for item in items:
            name, _, region = item.partition(_REGION)
            name, region = name.strip(), region.strip()
            if not self.names.is_name(name):
                return []
            found.append(_Named(name, region or None))
        return found

    def _listed(self, piece: str) -> list[str]:
        for word in self.language.words("datelines", "and"):
            sides = re.split(rf"\s+{re.escape(word)}\s+", piece, flags=re.IGNORECASE)
            if len(sides) == 2 and all(map(self.names.knows, sides)):
                return sides
        return [piece]


@cache
def _correspondents(code: str) -> re.Pattern[str]:
    """Words for the paper's own reporter: "dal nostro inviato NEW YORK", "envoyée spéciale"."""
    words = sorted(get(code).words("datelines", "correspondents"), key=len, reverse=True)
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?!\w)\.?\s*(?:[AÀ]\s+)?", re.IGNORECASE
    )


def has_reporters(text: str, language: Language) -> bool:
    """Whether a text has the words for a correspondent."""
    return _correspondents(language.code).search(text) is not None


def without_reporters(text: str, language: Language) -> str:
    """The text with the words for a correspondent blanked, each letter for a dash."""
    return _correspondents(language.code).sub(lambda match: "-" * len(match[0]), text)


def _without_lead(text: str, language: Language) -> str:
    """The words before a date without the one that led to it: "Bruxelles, le"."""
    for lead in sorted(language.words("dates", "leads"), key=len, reverse=True):
        if text.lower().endswith(f" {lead}") or text.lower() == lead:
            return text[: len(text) - len(lead)].rstrip()
    return text

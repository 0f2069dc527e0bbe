"""Told apart: names of people, names of newsrooms, jobs."""

from __future__ import annotations

import re
from collections.abc import Collection

from articlekit.metadata.grammar import Grammar
from articlekit.scripts import CJK

__all__ = ["Names", "divided"]

_DOMAIN = re.compile(r"\w\.(?:[a-z]{2,4})(?:\.[a-z]{2})?$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_PLAIN = re.compile(r"[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]*\.?){1,2}")
_LONGEST = 60
_MOST_WORDS = 6
_LONGEST_DENSE = 12
_NOT_IN_NAMES = frozenset("!?%<>=#:@©|")


class Names:
    """What a name is in one byline.

    Args:
        grammar: The language's words.
        own: Names of the page's publisher.
        declared: The page says that these are names: what is not written like one still counts.
    """

    def __init__(self, grammar: Grammar, own: Collection[str], declared: bool) -> None:
        self.grammar, self.declared, self.lenient = grammar, declared, declared
        self._own = [self._particular(name) for name in own]

    def parted_from_paper(self, text: str) -> tuple[str, str] | None:
        """(name, paper) where the publisher or an agency stands after a name with no mark between."""
        words = text.split()
        for count in (2, 3):
            name, paper = " ".join(words[:count]), " ".join(words[count:])
            is_paper = bool(paper) and (self._is_own(paper) or self._is_agency(paper))
            if is_paper and self.is_name(name) and not self.is_organisation(name):
                return name, paper
        return None

    def is_plain(self, text: str) -> bool:
        """Whether a text is a name and holds no word that could make it anything else."""
        if _PLAIN.fullmatch(text) is None or text.isupper():
            return False
        words = text.lower().split()
        return self.grammar.telling.isdisjoint(words) and not self._is_own(text) and not self._is_agency(text)

    def parted(self, text: str) -> tuple[str, str | None, str | None]:
        """A text as name, job and affiliation; the name is "" where it is none."""
        if CJK.search(text):
            return self._dense(text)
        text, affiliation = divided(text, self.grammar.paper)
        text, _ = divided(text, self.grammar.place)
        text = text.strip(" ,:-")
        job, span = None, self.grammar.job(text)
        if span:
            start, end = self._whole_job(text, *span)
            before, after = text[:start].split(), text[end:].split()
            if len(before) < 2 <= len(after):
                job, text = text[:end], text[end:].strip(" :")
            elif len(before) >= 2:
                job, text = text[start:].strip(), text[:start].strip(" -–—")
        return (text, job, affiliation) if self.is_name(text) else ("", None, None)

    def _whole_job(self, text: str, start: int, end: int) -> tuple[int, int]:
        """A job with the words before it that tell which: "Senior Political Editor"."""
        words = text[:start].split()
        while words and words[-1].lower() in self.grammar.beats:
            words.pop()
        return (text.rindex(words[-1], 0, start) + len(words[-1]) if words else 0), end

    def _dense(self, text: str) -> tuple[str, str | None, None]:
        """A name in a script without spaces, its job written on to it."""
        job, span = None, self.grammar.job(text)
        if span:
            job, before = text[span[0] : span[1]], text[: span[0]].split()
            whole = text[: span[0]] if before else text[span[1] :]
            text = before[-1] if before and len(before[-1]) > 1 else whole
        text = text.rpartition("=")[2].rpartition("＝")[2].strip(" :：")
        fits = 2 <= len(text.replace(" ", "")) <= _LONGEST_DENSE and len(text.split()) <= 2
        return (text, job, None) if fits and not any(map(str.isdigit, text)) else ("", None, None)

    def is_name(self, name: str) -> bool:
        """Whether a text is written as a person's name is: few words, each with a capital where the script has any."""
        words = name.split()
        if not 1 < len(name) <= _LONGEST or not 0 < len(words) <= _MOST_WORDS:
            return False
        if any(char.isdigit() or char in _NOT_IN_NAMES for char in name) or not any(map(str.isalpha, name)):
            return False
        span = self.grammar.job(name)
        if span and (self.declared or len(name[: self._whole_job(name, *span)[0]].split()) < 2):
            return False
        low = [word.lower().strip(".,'’\"") for word in words]
        common = [word for word in low if word in self.grammar.stops]
        if self.lenient and len(words) <= 3:
            return len(common) < 2
        if len(common) > 1 or any(word in common for word in words):  # "Nagy" is also a word
            return False
        small = [word[:1].islower() for word in words]
        return not all(small) and all(
            word in self.grammar.particles for word, is_small in zip(low, small, strict=True) if is_small
        )

    def is_organisation(self, name: str) -> bool:
        """Whether a name in an author's place is a newsroom's or an agency's."""
        low = name.lower()
        if self._is_agency(name) or _DOMAIN.search(name) or self._is_own(name):
            return True
        if CJK.search(name):
            return any(word in name for word in self.grammar.dense_organisations)
        words = _WORD.findall(low)
        if any(word in self.grammar.organisations for word in words) or low.endswith(
            self.grammar.legal_forms
        ):
            return True
        if len(words) > 1 and words[0] in self.grammar.articles:
            return True
        if len(words) != 1:
            return False
        return (name.isupper() and 2 <= len(name) <= 5) or (
            name.islower() and len(name) <= 4
        )  # initials, too

    def _is_agency(self, name: str) -> bool:
        """Whether a name is an agency's as it is written; capitals tell "ANA" from "Ana"."""
        known = self.grammar.agencies
        return (
            name in known
            or (len(name) > 3 and name.istitle() and name.upper() in known)
            or (name.isupper() and name.lower() in known)
            or (name.islower() and name.upper() in known)
        )

    def _particular(self, name: str) -> frozenset[str]:
        """The words of a name that any newsroom's could not hold as well."""
        return frozenset(
            word for word in _WORD.findall(name.lower()) if word not in self.grammar.organisations
        )

    def _is_own(self, name: str) -> bool:
        """Whether a name is the publisher's, or holds all that is particular in it."""
        mine = self._particular(name)
        return bool(mine) and any(theirs and (theirs <= mine or mine <= theirs) for theirs in self._own)


def divided(text: str, pattern: re.Pattern[str]) -> tuple[str, str | None]:
    """What stands before a word between, and what after it."""
    pieces = pattern.split(text, maxsplit=1)
    if len(pieces) == 1 or not (pieces[0].strip() or text[:1].isspace()):
        return text, None
    return pieces[0], pieces[1].strip() or None

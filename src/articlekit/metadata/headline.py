"""The headline: the shown heading and the declared titles put to the vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import define, field
from lxml import etree

from articlekit.body.vocabulary import KICKER
from articlekit.metadata.evidence import Evidence, is_hidden, shown_parts
from articlekit.metadata.json_ld import folded
from articlekit.model import Provenance

__all__ = ["Chosen", "choose_headline"]

WEIGHTS = {
    "h1": 3.0,
    "json-ld": 2.0,
    "og:title": 2.0,
    "microdata": 1.0,
    "parsely-title": 1.0,
    "twitter:title": 0.5,
    "title": 0.5,
}
"""What a source's vote counts: readers see the heading, so two others must agree against it."""
_METAS = (
    ("microdata", "headline"),
    ("og:title", "og:title"),
    ("parsely-title", "parsely-title"),
    ("twitter:title", "twitter:title"),
)
_LONGEST = 400
_CUT = 20  # a title this long with which another begins was cut
_BAR = re.compile(r"\s*[|ㅣ｜»«]\s*[^|ㅣ｜»«]{2,60}$")
_DIVIDED = re.compile(r"[\"”’»)\]?!.…]*(?:\s*[|ㅣ｜»«_：~<]|\s+[-–—·•:/]\s|\s*(?:--|::|-))")
"""What stands between a headline and the site's name after it."""
_FIRST = re.compile(r"\s*[|ㅣ｜»]|\s+[-–—•·:]\s|:\s")
"""What stands between a site's name and the headline after it."""
_SHORT_NAME = re.compile(r"\s+[-–—·•:]\s+(?:\w\S*\s?){1,3}$")
_WORD = re.compile(r"\w+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


class Chosen(NamedTuple):
    """The headline, the kicker that stood inside the heading, and where they came from."""

    headline: str | None = None
    kicker: str | None = None
    provenance: Provenance | None = None


@define(eq=False, repr=False)
class _Title:
    """One wording and who gives it; in a heading, ``kicker`` stands before it, ``pieces`` make it up."""

    text: str
    key: str
    votes: dict[str, str] = field(factory=dict)
    kicker: str | None = None
    pieces: int = 1

    @property
    def is_whole(self) -> bool:
        """Whether a source gives this wording and nothing more."""
        return len(self.key) > 3 and any(folded(text) == self.key for text in self.votes.values())

    @property
    def weight(self) -> float:
        return sum(WEIGHTS[source] for source in self.votes)

    def means(self, text: str, key: str) -> bool:
        """Whether a declared title is this one: whole, cut short, or with the site's name after it."""
        mine = self.key
        if mine == key:
            return True
        if key.startswith(mine):
            return self._named_after(text, mine) or self._was_cut()
        return mine.startswith(key) and len(key) >= max(_CUT, 0.4 * len(mine))

    def complete(self, text: str, key: str) -> None:
        """Take over the rest of a declared title that was cut elsewhere."""
        mine = self.key
        if mine != key and key.startswith(mine) and self._was_cut() and not self._named_after(text, mine):
            self.text, self.key = text, key

    def _was_cut(self) -> bool:
        return len(self.key) >= _CUT and "h1" not in self.votes

    @staticmethod
    def _named_after(text: str, mine: str) -> bool:
        """Whether a title goes on with a dividing mark, as before a site's name."""
        return _DIVIDED.match(text, _place(text, len(mine))) is not None


def choose_headline(page: Evidence, shown: etree._Element | None, site_names: Sequence[str]) -> Chosen:
    """The wording with most weight behind it, in the spelling of the surest source.

    Args:
        page: The page's evidence.
        shown: The heading above the article's text, where one was found.
        site_names: Names of the site, which titles end in.
    """
    declared = [(source, text) for source, text in _declared(page) if len(text) <= _LONGEST]
    site_keys = [key for key in map(folded, site_names) if key]
    titles: list[_Title] = []
    heading = _heading(page.headings, shown, declared)
    if heading is not None:
        titles.append(heading)
    for source, text in declared:
        key = folded(text)
        short = _without_site(text, site_keys)
        known = next((title for title in titles if title.means(text, key)), None)
        if known is None:
            known = _Title(short, folded(short))
            titles.append(known)
        known.votes.setdefault(source, text)
        known.complete(short, folded(short))
    if not titles:
        return Chosen()
    best = max(titles, key=lambda title: title.weight)
    if "h1" in best.votes:
        best = _not_the_site(best, titles, page.title, site_keys)
    source, raw = next(iter(best.votes.items()))
    passed = tuple(vote for title in titles if title is not best for vote in title.votes.items())
    return Chosen(
        headline=_spelled(best),
        kicker=best.kicker,
        provenance=Provenance(source=source, raw=raw, passed_over=passed),
    )


def _not_the_site(best: _Title, titles: list[_Title], whole: str | None, site_keys: Sequence[str]) -> _Title:
    """Another title where the heading is the site's name: alone so, or beside the other in the document's title."""
    others = [title for title in titles if title is not best and title.is_whole]
    if others and best.key in site_keys:
        return max(others, key=lambda title: title.weight)
    if {"json-ld", "og:title"} & best.votes.keys() or not whole:
        return best
    key = folded(whole)
    for title in others:
        if key in (best.key + title.key, title.key + best.key):
            return title
    end = _place(whole, len(key) - len(best.key))
    front = folded(whole[:end])
    if (
        key.endswith(best.key)
        and len(front) > len(best.key)
        and _DIVIDED.match(whole, end)
        and "title" not in best.votes
    ):
        return _Title(whole[:end], front, {"title": whole})
    return best


def _declared(page: Evidence) -> Iterator[tuple[str, str]]:
    filed = page.linked.text("headline")
    if filed:
        yield "json-ld", filed
    for source, name in _METAS:
        text = page.first_meta(name)
        if text:
            yield source, text
    if page.title:
        yield "title", page.title


def _place(text: str, letters: int) -> int:
    """Where in a text its first so many letters and digits end."""
    for index, char in enumerate(text):
        if letters == 0:
            return index
        letters -= len(char.casefold()) if char.isalnum() else 0
    return len(text)


def _without_site(text: str, site_keys: Sequence[str]) -> str:
    """A title without what follows its last dividing mark, where that is a site's or a section's name."""
    whole = folded(text)
    for key in site_keys:
        if len(whole) <= len(key) + 8:
            continue
        if whole.startswith(key) and _FIRST.match(text, _place(text, len(key))):
            return text[_place(text, len(key)) :].lstrip(" |ㅣ｜»«_：:~<·•/-–—)")
        if whole.endswith(key):
            end = _place(text, len(whole) - len(key))
            return _BAR.sub("", text[:end].rstrip(" |ㅣ｜»«_：:~<·•/-–—(")) or text
    shorter = _BAR.sub("", text) or text
    named = _SHORT_NAME.search(shorter)
    if shorter == text and named and len(shorter[: named.start()].split()) >= 4 and named[0].istitle():
        return shorter[: named.start()]
    return shorter


def _spelled(title: _Title) -> str:
    """A heading's text; one set in pieces, of which style makes one line, as another source spells it."""
    if title.pieces > 1:
        for source, text in title.votes.items():
            if source != "h1" and folded(text) == title.key:
                return text
    return title.text


def _heading(
    elements: Sequence[etree._Element], shown: etree._Element | None, declared: Sequence[tuple[str, str]]
) -> _Title | None:
    """The heading that agrees best with the declared titles, without its kicker and badges.

    The one above the text is the article's even where its wording is its own; any other must agree.
    """
    if shown is not None and shown not in elements:
        elements = [*elements, shown]
    headings = [(element, pieces) for element in elements if (pieces := _pieces(element))]
    headings = [(element, pieces) for element, pieces in headings if len(_joined(pieces)) <= _LONGEST]
    if not headings:
        return None
    wanted = [(WEIGHTS[source], _words(text)) for source, text in declared]
    whole = sum(weight for weight, _ in wanted) or 1.0

    def support(heading: tuple[etree._Element, list[tuple[str, bool]]]) -> float:
        words = _words(_joined(heading[1]))
        agreed = sum(weight * len(words & other) / max(1, len(words | other)) for weight, other in wanted)
        return agreed / whole + 0.1 * (heading[0] is shown and shown.tag == "h1")

    best = max(headings, key=support) if len(headings) > 1 else headings[0]
    text = _joined(best[1])
    if declared and support(best) < 0.1:
        return None
    titles = [text for _, text in declared]
    start, end = _core(best[1], titles)
    kicker = _joined(best[1][:start]).strip(" :|•·–—-") or None
    core = _joined(best[1][start:end])
    return _Title(core, folded(core), {"h1": text}, kicker=kicker, pieces=end - start)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _joined(pieces: Sequence[tuple[str, bool]]) -> str:
    return " ".join(_INVISIBLE.sub("", "".join(text for text, _ in pieces)).split())


def _pieces(element: etree._Element) -> list[tuple[str, bool]]:
    """A heading's stretches of text, and whether each is named a kicker."""
    above = element.getparent()
    if is_hidden(element) or (above is not None and (is_hidden(above) or above.tag in ("li", "nav"))):
        return []  # in a list it ends the path to the page
    found: list[tuple[str, bool]] = []
    for text, owner in shown_parts(element):
        if text.isspace() and found:
            found[-1] = (found[-1][0] + text, found[-1][1])
        elif text and not text.isspace():
            named = owner is not element and KICKER.search(owner.get("class") or "") is not None
            found.append((text, named))
    return found


def _core(pieces: Sequence[tuple[str, bool]], declared: Sequence[str]) -> tuple[int, int]:
    """Which of a heading's pieces are the headline: those that a declared title repeats, none named a kicker."""
    keys = {folded(text) for text in declared}
    count = len(pieces)
    if 1 < count <= 8 and folded(_joined(pieces)) not in keys:
        for size in range(count - 1, 0, -1):
            for start in range(count - size + 1):
                key = folded(_joined(pieces[start : start + size]))
                if len(key) > 12 and any(
                    other == key or (len(key) > 20 and other.startswith(key)) for other in keys
                ):
                    return start, start + size
    start = 0
    if folded(_joined(pieces)) not in keys:
        while start < count - 1 and pieces[start][1] and pieces[start + 1][0].strip()[:1] not in ":–—-":
            start += 1
    return start, count

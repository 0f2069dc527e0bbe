"""Bylines: "By A and B in Kyiv" taken apart into authors."""

from __future__ import annotations

import re
from functools import cache

from articlekit.languages import Language, get
from articlekit.model import Author

__all__ = ["is_organisation", "looks_signed", "parse_byline", "split_names"]

_SPLIT = re.compile(r"\s*(?:[;,、،/|•·&]|\s[-–—]\s)\s*")
_NOISE = re.compile(r"https?://\S+|\S+@\S+\.\S+|\([^)]{0,80}\)|\d{1,2}[.:h]\d{2}\b.*|\b\d{4}\b.*")
_ORGANISATION = re.compile(
    r"\b(?:redaktion|redaction|rédaction|redacción|redazione|redação|redactie|newsroom|news|agency|agence|agencia|"
    r"agenzia|agência|agentur|staff|team|desk|press|presse|prensa|media|tv|radio|zeitung|times|post|editors?|"
    r"reporters?|correspondents?|reuters|afp|dpa|apa|ap|efe|ansa|epd|kna|sid|tt|ntb|ritzau|pap|mti|tass)\b|\.(?:com|de|org|net)\b|新聞|通信|뉴스",
    re.IGNORECASE,
)


def is_organisation(name: str) -> bool:
    """Whether a name in an author's place is a newsroom's or an agency's."""
    return _ORGANISATION.search(name) is not None


@cache
def _grammar(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    languages = {get(code), get("en")}
    prefixes = [word for language in languages for word in language.words("byline", "prefixes")] or ["By"]
    ands = [word for language in languages for word in language.words("byline", "and")] or ["and"]
    places = [word for language in languages for word in language.words("byline", "in")] or ["in"]
    return (_starts(prefixes), _between(ands), _between(places))


@cache
def _roles(code: str) -> re.Pattern[str] | None:
    """Roles written on to a name, in scripts without spaces between."""
    words = get(code).words("byline", "roles")
    return re.compile(rf"\s*(?:{_alternatives(list(words))})(?=\s|$|[,、，・])") if words else None


def _starts(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{_alternatives(words)})(?:\s*[:：]\s*|\s+)", re.IGNORECASE)


def _between(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_alternatives(words)})\s+", re.IGNORECASE)


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def split_names(text: str, language: Language) -> list[str]:
    """The names in a byline or an author field that holds several."""
    prefix, and_, place = _grammar(language.code)
    text = prefix.sub("", _NOISE.sub(" ", text), count=1).strip()
    roles = _roles(language.code)
    if roles:
        text = roles.sub("", text)
    parts = [piece for part in _SPLIT.split(text) for piece in and_.split(part)]
    named = (place.split(part.strip(" .\u00a0"), maxsplit=1)[0] for part in parts)
    return [name for name in (prefix.sub("", part.strip()).strip() for part in named) if _is_name(name)]


def _is_name(name: str) -> bool:
    return 1 < len(name) <= 60 and len(name.split()) <= 6 and not any(char.isdigit() for char in name)


def parse_byline(text: str, language: Language) -> tuple[Author, ...]:
    """The people in a byline.

    Args:
        text: As printed: "By Ana Silva and Jon Berg in Oslo".
        language: Whose words for "by", "and" and "in" hold besides English ones.

    Example:
        >>> from articlekit.languages import get
        >>> [author.name for author in parse_byline("By Ana Silva and Jon Berg in Oslo", get("en"))]
        ['Ana Silva', 'Jon Berg']
    """
    return tuple(Author(name=name) for name in dict.fromkeys(split_names(text, language)))


def looks_signed(byline: str, language: Language) -> bool:
    """Whether a byline reads as names from end to end."""
    names = split_names(byline, language)
    return bool(names) and all(name[:1].isupper() or not name[:1].islower() for name in names)

"""A language's words for quotes and speakers, ready for look-up: one number of flags a word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrs import define

from articlekit import languages
from articlekit.annotate.quotes.given_names import given_names
from articlekit.languages import Language

__all__ = ["Lexicon", "Script", "lexicon"]


# What a word can be: bits of one number. Most are named after the list of the language file they come from.
CUE = 1 << 0
NOUN = 1 << 1
HE = 1 << 2
SHE = 1 << 3
THEY = 1 << 4
FIRST = 1 << 5
OBJECT = 1 << 6
POSSESSIVE = 1 << 7
RELATIVE = 1 << 8
TITLE = 1 << 9
ROLE = 1 << 10
ARTICLE = 1 << 11
PARTICLE = 1 << 12
STOP = 1 << 13
PREPOSITION = 1 << 14
THING = 1 << 15
ACCORDING = 1 << 16
ACCORDING_AFTER = 1 << 17
SUBJECT = 1 << 18
TERM = 1 << 19
WORK = 1 << 20
ABBREVIATION = 1 << 21
PHRASE = 1 << 22
CAPITAL = 1 << 23
OWNER = 1 << 24
QUOTE = 1 << 25
PASSIVE = 1 << 26
PARTICIPLE = 1 << 27
ACCORDING_CLOSE = 1 << 28
CLAUSE = 1 << 29
DEFINITE = 1 << 30
ACCORDING_OPEN = 1 << 31
GENITIVE = 1 << 32
OBLIQUE = 1 << 33
AND = 1 << 34
QUOTATIVE = 1 << 35
HONORIFIC = 1 << 36
POSTPOSITION = 1 << 37
LINK = 1 << 38
NAMING = 1 << 39
ECHO = 1 << 40
TOPIC = 1 << 41
THIRD = HE | SHE | THEY
PRONOUN = THIRD | FIRST | RELATIVE

_KEYS = {
    ("speakers", "cues"): CUE,
    ("speakers", "nouns"): NOUN,
    ("speakers", "he"): HE,
    ("speakers", "she"): SHE,
    ("speakers", "they"): THEY,
    ("speakers", "first"): FIRST,
    ("speakers", "objects"): OBJECT,
    ("speakers", "possessives"): POSSESSIVE,
    ("speakers", "relatives"): RELATIVE,
    ("speakers", "titles"): TITLE,
    ("speakers", "roles"): ROLE,
    ("speakers", "articles"): ARTICLE,
    ("speakers", "particles"): PARTICLE,
    ("speakers", "stops"): STOP,
    ("speakers", "passives"): PASSIVE,
    ("speakers", "prepositions"): PREPOSITION,
    ("speakers", "things"): THING,
    ("speakers", "according"): ACCORDING | STOP,
    ("speakers", "according_close"): ACCORDING_CLOSE | STOP,
    ("speakers", "according_open"): ACCORDING_OPEN | STOP,
    ("speakers", "according_after"): ACCORDING_AFTER | STOP,
    ("speakers", "clauses"): CLAUSE | STOP,
    ("speakers", "definite"): DEFINITE | ARTICLE,
    ("speakers", "genitives"): GENITIVE,
    ("speakers", "oblique"): OBLIQUE | ARTICLE,
    ("speakers", "subject_markers"): SUBJECT,
    ("speakers", "topic_markers"): SUBJECT | TOPIC,
    ("speakers", "quotatives"): QUOTATIVE,
    ("speakers", "honorifics"): HONORIFIC,
    ("speakers", "postpositions"): POSTPOSITION,
    ("speakers", "accusatives"): POSTPOSITION,
    ("speakers", "links"): LINK,
    ("speakers", "echoes"): ECHO,
    ("speakers", "abbreviations"): ABBREVIATION,
    ("quotes", "naming"): NAMING,
    ("datelines", "and"): AND,
    ("quotes", "terms"): TERM,
    ("quotes", "works"): WORK,
}
_SHORTEST_HEAD = 4
_HEADS = ((TITLE, _SHORTEST_HEAD), (ROLE, 6), (THING, 5))
"""Letters of a title, a role, a thing that may end a longer word."""
_SHORTEST_STEM = 3
"""Letters that stay of a word whose ending is taken off."""
_UNSPACED = frozenset({"zh", "ja", "th"})
_GLUED = {
    "subject_markers": SUBJECT,
    "topic_markers": SUBJECT | TOPIC,
    "links": LINK,
    "postpositions": POSTPOSITION,
    "accusatives": POSTPOSITION,
}
"""Lists of particles, which may be glued to their words."""
_KANA = re.compile("[ぁ-ゖ]")


@define(eq=False)
class Script:
    """How words are told where there are no spaces or no capitals; all is empty where both are.

    Attributes:
        sizes: Without spaces: how long the known words are that begin with a sign, longest first.
        kana: The script changes between nouns and particles (Japanese), which parts words.
        endings: Particles glued to their words (Korean) with what they are, longest first.
        accusatives: Those that even a word of one sign loses.
        plurals: Endings of several, before a glued particle.
        verb_endings: Endings of words that are verbs, where particles are glued to nouns.
        prefixes: Letters that may be glued before a known word and change nothing in it ("and", "that").
        definite: Articles that are glued to their nouns.
        governing: Prepositions that may be glued before a word.
        surnames: Family names that open a name, where they are a closed set.
        thing_endings: Endings of words for things (ministries, parties, towns).
    """

    sizes: dict[str, tuple[int, ...]]
    kana: bool
    endings: dict[str, int]
    accusatives: tuple[str, ...]
    plurals: tuple[str, ...]
    verb_endings: tuple[str, ...]
    prefixes: tuple[str, ...]
    definite: tuple[str, ...]
    governing: tuple[str, ...]
    surnames: frozenset[str]
    thing_endings: tuple[str, ...]


@define(eq=False)
class Lexicon:
    """One language's knowledge of speech.

    Attributes:
        flags: What each word (lower case) can be.
        phrases: Entries of several words, by their first word: the other words and the entry's flag, longest first.
        spaced: Words are divided by spaces.
        cased: The script has capitals.
        capital_nouns: Every noun has a capital, so a single capitalised word is no name by itself.
        inverts: The subject may follow its verb ("„…“, sagte Berg").
        verb_first: The verb stands before its subject as a rule.
        drops_subject: A verb may stand without its subject ("…, señaló.").
        incises: What tells the speaker may stand inside the marks («Oui, dit Berg, c'est vrai»).
        dash: A dash at the head of a paragraph opens speech.
        marks: The marks that hold speech, where the file names them.
        marks_subject: Particles mark the subject.
        verb_last: The verb stands behind its object: X “…” said.
        titles_behind: Titles stand behind the name.
        stresses: Single marks stress words and hold no speech, unless a particle says so (Korean).
        letters: Letters that count as one word where words cannot be counted.
        script: What the language's script asks for.
        inflections: Endings a name may take.
        longest_ending: How long the longest of them is.
        participles: Endings of verb forms without a subject of their own ("…, saying “…”").
        given: Given names of the language's own with their gender ("f", "m").
        folded_given: The given names of all languages by their fold, for those that inflect names.
        set_off: Names take endings behind an apostrophe or colon ("Yılmaz'ın", "EU:n").
        head_last: A noun phrase ends with its head: what follows a role is its name or no part of it.
        finite: Endings of finite verbs, which end a noun phrase.
        articles: The language has a definite article; without one "minister" may mean "the minister".
        honours: Titles that show a gender.
        heads: Titles and roles that may end a longer word, with their flags: every one behind a hyphen
            ("vice-president"), and in languages with compounds the longer ones ("Polizeisprecher").
        compounds: The language writes compounds as one word.
        definite_endings: Endings by which a noun is definite, longest first ("ministern").
    """

    code: str
    flags: dict[str, int]
    phrases: dict[str, list[tuple[list[str], int]]]
    spaced: bool
    cased: bool
    capital_nouns: bool
    inverts: bool
    verb_first: bool
    drops_subject: bool
    incises: bool
    dash: bool
    marks: str
    marks_subject: bool
    verb_last: bool
    titles_behind: bool
    stresses: bool
    letters: float
    script: Script
    inflections: frozenset[str]
    longest_ending: int
    participles: tuple[str, ...]
    given: dict[str, str]
    folded_given: dict[str, str]
    set_off: bool
    head_last: bool
    finite: tuple[str, ...]
    articles: bool
    honours: dict[str, str]
    heads: dict[str, int]
    compounds: bool
    definite_endings: tuple[str, ...]

    def meaning(self, low: str) -> int:
        """What a word in lower case can be; one that is not known may end in a title or role that is."""
        return self.flags.get(low, 0) or self.heads.get(self.head(low), 0)

    def honour(self, low: str) -> str | None:
        """The gender that a title shows, if any."""
        return self.honours.get(low) or self.honours.get(self.head(low))

    def head(self, low: str) -> str:
        """The known title or role at the end of a longer word; empty where there is none."""
        last = low.rsplit("-", 1)[-1] if "-" in low else ""
        if last in self.heads:
            return last
        if self.compounds and low.isalpha():
            for start in range(2, len(low) - _SHORTEST_HEAD + 1):
                if low[start:] in self.heads:
                    return low[start:]
        return ""

    def fold(self, word: str) -> str:
        """A word in lower case, without an ending that inflection gave it."""
        return _fold(word.lower().replace("’", "'").rstrip("."), self.inflections, self.longest_ending)

    def role(self, word: str) -> str:
        """A title or role in the form by which two of its forms are the same: "ministern", "minister"."""
        low = word.lower()
        for ending in self.definite_endings:
            stem = low.removesuffix(ending)
            if stem != low and self.meaning(stem) & TITLE:
                return self.fold(stem)
        return self.fold(low)

    def without_ending(self, word: str) -> str:
        """A word without an ending that is set off by an apostrophe or colon ("Yılmaz'ın", "EU:n")."""
        low = word.lower().replace("’", "'")
        at = max(low.rfind("'"), low.rfind(":"))
        return word[:at] if at > 0 and len(low) == len(word) and low[at:] in self.inflections else word

    def lists_given(self, low: str) -> bool:
        """A word is a given name in the form it is listed in."""
        return low in given_names() or low in self.given

    def gender(self, low: str) -> str | None:
        """The gender a given name in any case shows, "" where both bear it; None for other words."""
        found = self.given.get(low, given_names().get(low))
        return found if found is not None or not self.inflections else self.folded_given.get(self.fold(low))

    def person_at(self, lows: Sequence[str]) -> int:
        """Where in a run of capitalised words behind a title a person's name begins.

        At a given name behind what the person is the head of ("[meras] Vilniaus Marie Berg"): a surname must follow.
        """
        inner = range(len(lows) - 1)
        if len(lows) < 3 or self.flags.get(lows[-1], 0) & THING:
            return 0
        found = next((place for place in inner if self.lists_given(lows[place])), None)
        if found is None and self.inflections:
            found = next((place for place in inner if self.gender(lows[place]) is not None), None)
        return found or 0


def lexicon(language: Language) -> Lexicon:
    """The language's lexicon; English where the language has none."""
    return _lexicon(language.code if language.table("speakers") else "en")


@cache
def _lexicon(code: str) -> Lexicon:
    language = languages.get(code)
    flags: dict[str, int] = {}
    phrases: dict[str, list[tuple[list[str], int]]] = {}
    spaced = code not in _UNSPACED
    endings = _endings(language) if language.value("speakers", "glued", False) else {}
    for (table, key), flag in _KEYS.items():
        for entry in () if endings and key in _GLUED else _entries(language, table, key):
            _enter(entry, flag, flags, phrases)
    for stem in language.words("speakers", "cue_stems"):
        for ending in language.words("speakers", "cue_endings"):
            _enter(stem + ending, CUE, flags, phrases)
    for entries in phrases.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    given = _gendered(language, "given")
    inflections = frozenset(_entries(language, "speakers", "inflections"))
    longest_ending = max(map(len, inflections), default=0)
    return Lexicon(
        code=code,
        flags=flags,
        phrases=phrases,
        spaced=spaced,
        cased=any(word != word.upper() for word, flag in flags.items() if flag & CUE),
        capital_nouns=bool(language.value("speakers", "capital_nouns", False)),
        inverts=bool(language.value("speakers", "inverts", False)),
        verb_first=bool(language.value("speakers", "verb_first", False)),
        drops_subject=bool(language.value("speakers", "drops_subject", False)),
        incises=bool(language.value("quotes", "incises", False)),
        dash=bool(language.value("quotes", "dash", False)),
        marks="".join(language.words("quotes", "marks")),
        marks_subject=any(language.words("speakers", key) for key in ("subject_markers", "topic_markers")),
        verb_last=bool(language.value("speakers", "verb_last", False)),
        titles_behind=bool(language.value("speakers", "titles_behind", False)),
        stresses=bool(language.value("quotes", "single_marks_stress", False)),
        letters=float(language.value("quotes", "letters", 0 if spaced else 3)),
        script=_script(language, flags, endings, spaced=spaced),
        inflections=inflections,
        longest_ending=longest_ending,
        participles=_longest(language, "participles"),
        given=given,
        folded_given=_folded_given(given, inflections, longest_ending),
        set_off=any(ending[0] in "':" for ending in inflections),
        head_last=bool(language.value("speakers", "head_last", False)),
        finite=_longest(language, "finite"),
        articles=bool(language.words("speakers", "definite")),
        honours=_gendered(language, "titles"),
        heads=_heads(flags),
        compounds=bool(language.value("speakers", "compounds", False)),
        definite_endings=_longest(language, "definite_endings"),
    )


def _entries(language: Language, table: str, key: str) -> list[str]:
    """The entries of a list in lower case, each in both scripts where the language has two."""
    found = [entry.lower().replace("’", "'") for entry in language.words(table, key)]
    script = [letters.split() for letters in language.words("language", "second_script")]
    if script:
        for entry in tuple(found):
            for letters, other in script:
                entry = entry.replace(letters, other)
            found.append(entry)
    return found


def _heads(flags: dict[str, int]) -> dict[str, int]:
    """Titles and longer roles and things: what the end of a longer word may be."""
    found: dict[str, int] = {}
    for word, flag in flags.items():
        for bit, shortest in _HEADS:
            if flag & bit and len(word) >= shortest:
                found[word] = found.get(word, 0) | bit
    return found


def _enter(
    entry: str, flag: int, flags: dict[str, int], phrases: dict[str, list[tuple[list[str], int]]]
) -> None:
    first, *rest = entry.split()
    if rest:
        flags[first] = flags.get(first, 0) | PHRASE
        phrases.setdefault(first, []).append((rest, flag))
    else:
        flags[first] = flags.get(first, 0) | flag


def _fold(low: str, inflections: frozenset[str], longest: int) -> str:
    for size in range(min(longest, len(low) - _SHORTEST_STEM), 0, -1):
        if low[-size:] in inflections:
            return low[:-size]
    return low


def _folded_given(given: dict[str, str], inflections: frozenset[str], longest: int) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, gender in [*given_names().items(), *given.items()] if inflections else ():
        stem = _fold(name, inflections, longest)
        found[stem] = gender if found.get(stem, gender) == gender else ""
    return found


def _longest(language: Language, key: str) -> tuple[str, ...]:
    return tuple(sorted(_entries(language, "speakers", key), key=len, reverse=True))


def _gendered(language: Language, key: str) -> dict[str, str]:
    return {word: gender for gender in "fm" for word in _entries(language, "speakers", f"{key}_{gender}")}


def _endings(language: Language) -> dict[str, int]:
    """Particles that are glued to their words with what they are, the longest first."""
    found = {ending: flag for key, flag in _GLUED.items() for ending in language.words("speakers", key)}
    return dict(sorted(found.items(), key=lambda one: -len(one[0])))


def _script(language: Language, flags: dict[str, int], endings: dict[str, int], *, spaced: bool) -> Script:
    sizes: dict[str, set[int]] = {}
    for word in () if spaced else flags:
        sizes.setdefault(word[0], set()).add(len(word))
    return Script(
        sizes={first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()},
        kana=any(map(_KANA.search, flags)),
        endings=endings,
        accusatives=language.words("speakers", "accusatives"),
        plurals=language.words("speakers", "plurals"),
        verb_endings=language.words("speakers", "verb_endings"),
        prefixes=language.words("speakers", "prefixes"),
        definite=language.words("speakers", "definite_prefixes"),
        governing=language.words("speakers", "governing_prefixes"),
        surnames=frozenset(language.words("speakers", "surnames")),
        thing_endings=language.words("speakers", "thing_endings"),
    )

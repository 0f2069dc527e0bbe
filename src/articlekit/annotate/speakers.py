"""Who said it: cues around a quote, the words that name the speaker, and the fullest form of a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from functools import cache

from attrs import define, field, frozen

from articlekit import languages
from articlekit.languages import Language

__all__ = ["Found", "Lexicon", "Names", "Token", "attribute", "lexicon", "tokens"]

_REACH = 320
"""Characters on either side of a quote in which its speaker is looked for."""
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_GLUED = re.compile(r"(?<=[a-zà-ÿ]{3})(?=[A-Z]{2})|(?<=[a-zà-ÿ]{4})(?=[A-Z][a-z])")
_SCRIPTLESS = frozenset({"zh", "ja", "th"})
"""Languages written without spaces between words."""
_CASELESS = frozenset({"zh", "ja", "th", "ko", "ar", "he", "hi", "fa"})
_CLITIC = re.compile(r"(?<=\w)(?:-t)?-(ils?|elles?|on|je|ele|ela)$")
"""Pronouns that hang on the verb: "a-t-il", "explique-t-elle"."""
_PLAIN = re.compile(r"[\w -]+")
_HAN_NAME = re.compile(r"[^\s，。、；：！？,.:;!?（）()“”「」『』]{1,24}$")
_UPPER = "".join(char for char in map(chr, range(0x41, 0x530)) if char.isupper())
_MENTION = re.compile(
    rf"((?:(?<=[.!?…\n”\"»] )|(?<=\n)|^)(?:[{_UPPER}][\w.'’-]*[ \u00a0]){{0,3}})?\b([{_UPPER}][\w-]+)"
)
"""One capitalised word, and whether it or the capitals before it open a sentence."""
_CAPITALS = re.compile(
    rf"(?<!\w)[{_UPPER}][\w'’-]*(?:\.?[ \u00a0](?:[a-z’']{{1,4}}[ \u00a0]){{0,2}}[{_UPPER}][\w'’-]*)+"
)
"""Two and more capitalised words in a row, with short ones between: where full names are looked for."""


class Token:
    """One word with its place in the text."""

    __slots__ = ("end", "low", "start", "word")

    def __init__(self, start: int, end: int, word: str, low: str) -> None:
        self.start, self.end, self.word, self.low = start, end, word, low

    @property
    def capital(self) -> bool:
        """The word starts with a capital letter."""
        return self.word[0].isupper()


@frozen
class Found:
    """A speaker found: the mention, its place, the cue and the rule."""

    mention: str
    start: int
    end: int
    cue: str | None
    rule: str


@define(eq=False)
class Lexicon:
    """A language's words for attribution, ready for look-up."""

    code: str
    cues: frozenset[str]
    according: re.Pattern[str] | None
    he: frozenset[str]
    she: frozenset[str]
    they: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    stops: frozenset[str]
    things: frozenset[str]
    special: frozenset[str]
    articles: frozenset[str]
    capital_nouns: bool
    verb_first: bool
    inverts: bool
    cue_text: re.Pattern[str] | None
    topic: re.Pattern[str] | None
    nouns: frozenset[str]

    @property
    def spaced(self) -> bool:
        """Words are divided by spaces."""
        return self.code not in _SCRIPTLESS

    @property
    def cased(self) -> bool:
        """The script has capitals."""
        return self.code not in _CASELESS

    def pronoun(self, low: str) -> bool:
        """The word is a personal pronoun of the third person."""
        return low in self.he or low in self.she or low in self.they


def lexicon(language: Language) -> Lexicon:
    """The language's lexicon; English where the language has none."""
    return _lexicon(language.code if language.table("speakers") else "en")


@cache
def _lexicon(code: str) -> Lexicon:
    language = languages.get(code)

    def words(key: str) -> frozenset[str]:
        return frozenset(word.lower() for word in language.words("speakers", key))

    cues = words("cues")
    according = sorted(language.words("speakers", "according"), key=len, reverse=True)
    return Lexicon(
        code=code,
        cues=cues,
        according=_any(according, code in _SCRIPTLESS),
        he=words("he"),
        she=words("she"),
        they=words("they"),
        titles=words("titles"),
        particles=words("particles"),
        stops=words("stops"),
        things=words("things"),
        special=words("titles")
        | words("stops")
        | words("particles")
        | words("he")
        | words("she")
        | words("they"),
        articles=words("articles"),
        inverts=bool(language.value("speakers", "inverts", False)),
        verb_first=bool(language.value("speakers", "verb_first", False)),
        capital_nouns=bool(language.value("speakers", "capital_nouns", False)),
        topic=_topic(language),
        nouns=words("nouns"),
        cue_text=_any(sorted(cues, key=len, reverse=True), True) if code in _SCRIPTLESS else None,
    )


def _topic(language: Language) -> re.Pattern[str] | None:
    """The subject that a particle marks at the head of a clause, in languages that have one."""
    particles = language.words("speakers", "topic_particles")
    if not particles:
        return None
    marks = "|".join(map(re.escape, particles))
    return re.compile(
        rf"(?:.*[。.,、，」\"”])?\s*(?P<who>[^。.,、，「」\"“”]{{1,30}}?)(?:{marks})(?:\s|[^。.]{{0,60}}$)"
    )


def _any(entries: Sequence[str], inside: bool) -> re.Pattern[str] | None:
    if not entries:
        return None
    joined = "|".join(re.escape(entry) for entry in entries)
    return re.compile(joined if inside else rf"(?<!\w)(?:{joined})", re.IGNORECASE)


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words of a stretch; words glued to a name for want of a space are divided."""
    found: list[Token] = []
    for match in _WORD.finditer(text, start, end):
        word, at = match.group(), match.start()
        if word.endswith(("'s", "’s")):
            word = word[:-2]
            if not word:
                continue
        low = word.lower()
        clitic = _CLITIC.search(low) if "-" in low and word.islower() else None
        if clitic:
            cut_at = clitic.start()
            found.append(Token(at, at + cut_at, word[:cut_at], low[:cut_at]))
            at, word, low = at + clitic.start(1), clitic[1], clitic[1]
        if word[0] == low[0] and low != word and len(word) < 60:
            cut = _GLUED.search(word)
            if cut:
                found.append(Token(at, at + cut.start(), word[: cut.start()], low[: cut.start()]))
                at, word, low = at + cut.start(), word[cut.start() :], low[cut.start() :]
        found.append(Token(at, at + len(word), word, low))
    return found


def _runs(text: str, words: Sequence[Token], known: Lexicon) -> Iterable[list[Token]]:
    """Runs of capitalised words (with particles inside) that may be names."""
    run: list[Token] = []
    for token in words:
        gap = text[run[-1].end : token.start] if run else ""
        joined = not run or gap in (" ", "\u00a0", ". ", ".")  # an initial's stop may stand in a name
        if gap.startswith(".") and run and len(run[-1].word) > 2 and run[-1].low not in known.titles:
            joined = False
        if not joined:
            yield run
            run = []
        if (token.capital and not (not run and (token.low in known.stops or known.pronoun(token.low)))) or (
            run and token.low in known.particles and len(run) < 12
        ):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _trim(run: list[Token], known: Lexicon) -> list[Token]:
    """A run without particles at its end and titles at its front."""
    while run and not run[-1].capital:
        run = run[:-1]
    last = max((i for i, token in enumerate(run) if token.low in known.titles), default=-1)
    rest = run[last + 1 :]
    while rest and not rest[0].capital and rest[0].low in known.stops:
        rest = rest[1:]
    return rest or run


@define(eq=False)
class Names:
    """Names met in the article, and who was spoken of last."""

    known: Lexicon
    full: dict[str, str] = field(factory=dict)
    people: list[tuple[int, str]] = field(factory=list)
    gender: dict[str, str] = field(factory=dict)
    roles: dict[str, str] = field(factory=dict)
    running: str | None = None
    running_at: int = -1
    text: str = ""
    mentions: list[tuple[int, str, bool]] | None = None

    def learn(self, text: str) -> None:
        """Note every full name of the text, which is the article's."""
        self.text = self.text or text
        if not self.known.cased:
            return
        plain = self.known.special
        for match in _CAPITALS.finditer(text):
            shown = match.group()
            words = shown.split(" ")
            lows = shown.lower().split(" ")
            if len(words) <= 4 and plain.isdisjoint(lows) and _PLAIN.fullmatch(shown):
                self._note(text, match.start(), match.end(), lows)  # most are plain names
                continue
            for run in _runs(text, tokens(text, match.start(), match.end()), self.known):
                name = _trim(run, self.known)
                if 2 <= len(name) <= 5 and all(token.low not in self.known.titles for token in name):
                    self._note(text, name[0].start, name[-1].end, [token.low for token in name])

    def _note(self, text: str, start: int, end: int, lows: Sequence[str]) -> None:
        whole = text[start:end]
        new = self.full.setdefault(lows[-1], whole) is whole
        self.full.setdefault(lows[0], whole)
        if self.known.things.isdisjoint(lows):
            self.people.append((start, whole))
            if new:
                self._learn_roles(text, start, end, whole)

    def _learn_roles(self, text: str, start: int, end: int, name: str) -> None:
        """Note the titles right before a name ("president Ann Lee") or behind its comma (", the mayor")."""
        near = text[max(0, start - 45) : start].lower().split()[-5:]
        if text[end : end + 1] == ",":
            near += text[end + 1 : end + 40].lower().split()[:4]
        for word in near:
            if word in self.known.titles:
                self.roles.setdefault(word, name)

    def resolve(self, mention: str, start: int) -> str | None:
        """The fullest name for a mention at an offset."""
        words = tokens(mention, 0, len(mention))
        if not words:
            return mention or None
        if len(words) == 1 and self.known.pronoun(words[0].low):
            return self._pronoun(words[0].low, start)
        if not self.known.cased:
            return mention
        runs = [_trim(run, self.known) for run in _runs(mention, words, self.known)]
        runs = [run for run in runs if run and any(token.low not in self.known.titles for token in run)]
        if not runs:
            return next((self.roles[token.low] for token in words if token.low in self.roles), None)
        run = max(runs, key=len)
        name = mention[run[0].start : run[-1].end]
        return self.full.get(run[-1].low, name) if len(run) == 1 else name

    def _pronoun(self, low: str, start: int) -> str | None:
        """Whom a pronoun means: the subject named since the last quote, its speaker, the person named last."""
        both = low in self.known.she and low in self.known.he
        gender = None if both else "f" if low in self.known.she else "m" if low in self.known.he else None
        if gender is None:
            return self.running
        mentions = self._mentions_before(start)
        since = [name for at, name, opens in mentions if opens and at > self.running_at]
        candidates = [*since, *([self.running] if self.running else []), *(name for _, name, _ in mentions)]
        found = next((name for name in candidates if self.gender.get(name, gender) == gender), None)
        if found:
            self.gender[found] = gender
        return found

    def _mentions_before(self, start: int) -> list[tuple[int, str, bool]]:
        """The last mentions of people before a place, latest first, and whether each opens a sentence."""
        if self.mentions is None:
            names = {whole.split()[-1].lower(): whole for _, whole in reversed(self.people)}
            self.mentions = [
                (match.start(2), names[match[2].lower()], bool(match[1]))
                for match in _MENTION.finditer(self.text)
                if match[2].lower() in names
            ]
        end = bisect_left(self.mentions, (start,))
        return self.mentions[max(0, end - 8) : end][::-1]


def attribute(
    text: str, before: tuple[int, int], after: tuple[int, int], known: Lexicon, full: Container[str]
) -> Found | None:
    """The speaker named in the clause before or after a quote.

    Args:
        text: The whole text.
        before: Stretch of the sentence before the opening mark.
        after: Stretch of the sentence after the closing mark.
        known: The language's words.
    """
    before = (max(before[0], before[1] - _REACH), before[1])
    after = (after[0], min(after[1], after[0] + _REACH))
    if not known.spaced:
        return _unspaced(text, before, after, known)
    topic = known.topic.match(text, *before) if known.topic else None
    if topic:
        return Found(topic["who"], *topic.span("who"), None, "topic")
    left, right = tokens(text, *before), tokens(text, *after)
    embedded = (
        bool(left)
        and text[before[0] : before[1]].rstrip()[-1:] not in (":", "：")
        and not _turns(text, after)
    )
    if embedded:  # “she said that they were “…” about it”: the sentence's own verb stands before
        none = (after[0], after[0])
        found = _according(text, before, none, known, full) or _cue_before(text, left, before, known, full)
        if found:
            return found
    return (
        _close_after(text, right, after, known, full)
        or _according(text, before, after, known, full)
        or _cue_before(text, left, before, known, full)
        or _cue_after(text, right, after, known, full)
        or _inversion(text, right, after, known, full)
        or _colon(text, left, before, known, full)
    )


def sentence_subject(
    text: str, before: tuple[int, int], known: Lexicon, full: Container[str]
) -> Found | None:
    """The subject that opens the sentence a quote stands in, where no cue is known: "Moore thanked him for “…”"."""
    if not known.spaced or not known.cased:
        return None
    lead = _leading(text, tokens(text, max(before[0], before[1] - _REACH), before[1])[:14], known, full)
    return _phrase(text, lead, None, "sentence subject")


def _turns(text: str, after: tuple[int, int]) -> bool:
    """The clause after a quote is its attribution: a comma parts them, on either side of the mark."""
    ending = text[max(0, after[0] - 2) : after[0]]
    return any(mark in ending for mark in ",?!，") or text[after[0] : after[0] + 1] in (",", "，")


def _phrase(text: str, words: Sequence[Token], cue: str | None, rule: str) -> Found | None:
    if not words:
        return None
    start, end = words[0].start, words[-1].end
    return Found(text[start:end], start, end, cue, rule)


def _leading(text: str, words: Sequence[Token], known: Lexicon, full: Container[str]) -> list[Token]:
    """The subject that opens a clause whose cue stands behind a comma: "Ann Lee, 41, said", "…, saying"."""
    if not words:
        return []
    segments: list[list[Token]] = [[]]
    for token in words:
        if segments[-1] and "," in text[segments[-1][-1].end : token.start]:
            segments.append([])
        segments[-1].append(token)
    for segment in segments:
        opening = segment[0].low
        small = opening in known.stops and opening not in known.articles and not known.pronoun(opening)
        if small and len(segments) > 1:
            continue  # "In a statement, …"
        for token in segment[:3]:
            if known.pronoun(token.low):
                return [token]
        runs = [run for run in (_trim(run, known) for run in _runs(text, segment[:10], known)) if run]
        if runs:
            return runs[0]
        if segment[0].low in known.articles:
            return segment[:3]
    return []


def _named(runs: Sequence[list[Token]], known: Lexicon, full: Container[str]) -> list[list[Token]]:
    """The runs that can be names; any capitals where none can and capitals mean something."""
    some = [run for run in runs if run]
    return [run for run in some if _is_named(run, known, full)] or ([] if known.capital_nouns else some)


def _is_named(run: Sequence[Token], known: Lexicon, full: Container[str]) -> bool:
    """Whether a run of capitals can be a name; where all nouns have capitals, one word must be a known name."""
    if known.capital_nouns and len(run) == 1 and run[0].low not in full and not run[0].word.isupper():
        return False
    return any(token.low not in known.titles and token.low not in known.stops for token in run)


def _possesses(text: str, pair: Sequence[Token]) -> bool:
    """A pronoun set right before a common noun: "her spokesman"."""
    return len(pair) == 2 and not pair[1].capital and text[pair[0].end : pair[1].start].isspace()


def _small(token: Token, known: Lexicon) -> bool:
    return token.low in known.cues or (token.low in known.stops and not token.capital)


def _subject_left(
    text: str, words: Sequence[Token], cue: str, known: Lexicon, full: Container[str], rule: str
) -> Found | None:
    """The subject that ends just left of a cue."""
    kept = list(words)
    while kept and not known.pronoun(kept[-1].low) and _small(kept[-1], known):
        kept.pop()  # auxiliaries and small words between subject and verb
    if not kept:
        return None
    for index in range(len(kept) - 1, max(-1, len(kept) - 5), -1):
        if known.pronoun(kept[index].low) and not _possesses(text, kept[index : index + 2]):
            return _phrase(text, [kept[index]], cue, rule)
    if "," in text[kept[-1].end : words[-1].end + 2] or "," in text[words[-1].end : words[-1].end + 2]:
        lead = _leading(text, kept, known, full)
        if lead:
            return _phrase(text, lead, cue, rule + ", apposition")
    runs = [_trim(run, known) for run in _runs(text, kept, known)] if known.cased else []
    runs = _named(runs, known, full)
    near = [run for run in runs if run[-1].end >= kept[-1].start]
    if near:
        return _phrase(text, near[-1], cue, rule)
    long = [run for run in runs if len(run) > 1]
    if long or runs:
        return _phrase(text, (long or runs)[0], cue, rule)
    return _phrase(text, kept[-3:], cue, rule + " role")


def _subject_right(
    text: str, words: Sequence[Token], cue: str, known: Lexicon, full: Container[str], rule: str
) -> Found | None:
    """The subject that begins just right of a cue."""
    if not words:
        return None
    for index, token in enumerate(words[:2]):
        if known.pronoun(token.low) and not _possesses(text, words[index : index + 2]):
            return _phrase(text, [token], cue, rule)
    clause: list[Token] = []
    for token in words[:14]:
        if clause and not set(text[clause[-1].end : token.start]).isdisjoint(",;:()"):
            break
        clause.append(token)
    if known.cased:
        runs = [_trim(run, known) for run in _runs(text, words[:18], known)]
        runs = _named(runs, known, full)
        inside = [run for run in runs if run[0].start <= clause[-1].end]
        named = (
            [run for run in inside if len(run) > 1]
            or [run for run in inside if run[-1].low in full]
            or [run for run in runs if len(run) > 1]  # "said the minister, Ann Lee"
            or inside
        )
        if named:
            return _phrase(text, named[0], cue, rule)
    if not known.cased:
        cut = next((i for i, token in enumerate(clause) if token.low in known.stops), len(clause))
        return _phrase(text, clause[: min(cut, 3)], cue, rule)
    return _phrase(text, clause[:4], cue, rule + " role")


def _close_after(
    text: str, words: Sequence[Token], span: tuple[int, int], known: Lexicon, full: Container[str]
) -> Found | None:
    """A cue within a few words of the closing mark: “…,” said X; “…,” X said."""
    for index, token in enumerate(words[:8]):
        if token.low not in known.cues:
            continue
        if index <= 1 and (index == 0 or words[0].low in known.stops) and not known.pronoun(words[0].low):
            return _subject_right(text, words[index + 1 :], token.word, known, full, "cue after, inverted")
        return _subject_left(text, words[:index], token.word, known, full, "cue after")
    return None


def _cue_after(
    text: str, words: Sequence[Token], span: tuple[int, int], known: Lexicon, full: Container[str]
) -> Found | None:
    for index, token in enumerate(words[8:], 8):
        if token.low in known.cues:
            return _subject_left(text, words[:index], token.word, known, full, "cue later")
    return None


def _cue_before(
    text: str, words: Sequence[Token], span: tuple[int, int], known: Lexicon, full: Container[str]
) -> Found | None:
    for index in range(len(words) - 1, -1, -1):
        token = words[index]
        if token.low not in known.cues or _is_noun(words, index, known):
            continue
        parted = known.inverts and index > 0 and "," in text[words[index - 1].end : token.start]
        if known.verb_first or (parted and index + 1 < len(words)):  # "…, sagte Jendro, „…“"
            turned = _subject_right(text, words[index + 1 :], token.word, known, full, "cue before, inverted")
            if known.verb_first or (turned and not turned.rule.endswith("role")):
                return turned
        found = _subject_left(text, words[:index], token.word, known, full, "cue before")
        if found is None or found.rule.endswith("role"):
            turned = _subject_right(text, words[index + 1 :], token.word, known, full, "cue before, inverted")
            if turned and (found is None or not turned.rule.endswith("role")):
                return turned
        if found:
            return found
    return None


def _is_noun(words: Sequence[Token], index: int, known: Lexicon) -> bool:
    """A form that is a noun too ("states", "reports") is a cue only right after its subject."""
    if words[index].low not in known.nouns or index == 0:
        return False
    before = words[index - 1]
    return not (before.capital or known.pronoun(before.low)) or words[index].capital


def _according(
    text: str, before: tuple[int, int], after: tuple[int, int], known: Lexicon, full: Container[str]
) -> Found | None:
    if known.according is None:
        return None
    for span in (after, before):
        match = known.according.search(text, *span)
        if match:
            return _subject_right(
                text, tokens(text, match.end(), span[1]), match.group(), known, full, "according to"
            )
    return None


def _inversion(
    text: str, words: Sequence[Token], span: tuple[int, int], known: Lexicon, full: Container[str]
) -> Found | None:
    """An unknown verb right after the mark, then a name: the order alone tells."""
    if not known.cased or len(words) < 2 or words[0].capital or words[0].low in known.stops:
        return None
    if words[1].start - words[0].end > 1 or not words[1].capital:
        return None
    return _subject_right(text, words[1:], words[0].word, known, full, "inversion")


def _colon(
    text: str, words: Sequence[Token], span: tuple[int, int], known: Lexicon, full: Container[str]
) -> Found | None:
    if not text[span[0] : span[1]].rstrip().endswith((":", "：")) or not words:
        return None
    runs = [_trim(run, known) for run in _runs(text, words, known)]
    return _phrase(text, next((run for run in runs if run), []), None, "colon")


def _unspaced(text: str, before: tuple[int, int], after: tuple[int, int], known: Lexicon) -> Found | None:
    """Chinese, Japanese, Thai: the stretch before the cue, cut at punctuation and particles."""
    if known.cue_text is None:
        return None
    for span, rule in ((before, "cue before"), (after, "cue after")):
        matches = list(known.cue_text.finditer(text, *span))
        match = (matches[0] if rule == "cue after" else matches[-1]) if matches else None
        if match:
            head = _HAN_NAME.search(text[max(span[0], match.start() - 30) : match.start()])
            name = re.split(r"[はがもと在对對向]", head.group())[0] if head else ""
            if name:
                start = text.rfind(name, span[0], match.start())
                return Found(name, start, start + len(name), match.group(), rule)
    return None

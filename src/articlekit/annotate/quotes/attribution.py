"""Whose words a quote holds: candidates around it, evidence for each, one scored decision.

Candidates are the mentions in the quote's sentence and the one before, in the sentence that leads up to it
from the paragraph before, the speaker running on from the quote before, and nobody. What speaks for each is
a list of short names ("said it", "cue: right after the quote"); the weight of every name stands in
``weights.toml``, learnt by ``benchmarks/learn_quotes.py``. The candidate with the highest sum is taken.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import accumulate

from attrs import define, field

from articlekit.annotate.quotes.lexicon import (
    ACCORDING,
    ACCORDING_AFTER,
    ACCORDING_CLOSE,
    ACCORDING_OPEN,
    CLAUSE,
    CUE,
    HE,
    OBJECT,
    OBLIQUE,
    OWNER,
    PARTICIPLE,
    PASSIVE,
    PREPOSITION,
    QUOTE,
    ROLE,
    SHE,
    STOP,
    THING,
    TITLE,
    Lexicon,
)
from articlekit.annotate.quotes.mentions import Kind, Mention
from articlekit.annotate.quotes.names import capital_inside
from articlekit.annotate.quotes.skeleton import Skeleton
from articlekit.annotate.quotes.words import COLON, COMMA, DASH, GLUED, STOPPED
from articlekit.model import Speaker

__all__ = ["Candidate", "Paragraph", "Running", "candidates"]

_REACH = 70
_MOST = 8


@define(eq=False)
class Paragraph:
    """A skeleton with its mentions and where its verbs of saying stand."""

    made: Skeleton
    mentions: list[Mention]
    firsts: list[int] = field(factory=list)
    cues: list[int] = field(factory=list)
    weights: list[int] = field(factory=list)

    @classmethod
    def of(cls, made: Skeleton, mentions: list[Mention]) -> Paragraph:
        """A paragraph ready for look-up."""
        cues = [index for index, flags in enumerate(made.flags) if flags & CUE]
        weights = list(accumulate((not flags & STOP for flags in made.flags), initial=0))
        return cls(made, mentions, [mention.first for mention in mentions], cues, weights)

    def apart(self, start: int, end: int) -> int:
        """Words of weight in a range of elements."""
        return self.weights[end] - self.weights[start] if end > start else 0

    def crossed(self, start: int, end: int) -> bool:
        """A quote stands in a range of elements."""
        spot = bisect_left(self.made.quotes, start)
        return spot < len(self.made.quotes) and self.made.quotes[spot] < end

    def between(self, start: int, end: int) -> list[Mention]:
        """Mentions that start in a range of elements, the first few of them."""
        low = bisect_left(self.firsts, start)
        return self.mentions[low : min(bisect_left(self.firsts, end), low + _MOST)]

    def last(self, start: int, end: int, most: int = _MOST) -> list[Mention]:
        """Mentions that start in a range of elements, the last few of them."""
        high = bisect_left(self.firsts, end)
        return self.mentions[max(bisect_left(self.firsts, start), high - most) : high]

    def count(self, start: int, end: int) -> int:
        """How many mentions start in a range of elements."""
        return max(0, bisect_left(self.firsts, end) - bisect_left(self.firsts, start))

    def sentence(self, element: int) -> tuple[int, int]:
        """First element of the sentence an element is in, and of the next."""
        begins = self.made.begins
        number = self.made.sentence[element]
        return begins[number], begins[number + 1] if number + 1 < len(begins) else len(self.made.flags)

    def cue_from(self, start: int, end: int) -> int:
        """The first verb of saying in a range of elements, or -1."""
        spot = bisect_left(self.cues, start)
        return self.cues[spot] if spot < len(self.cues) and self.cues[spot] < end else -1

    def cue_to(self, start: int, end: int) -> int:
        """The last verb of saying in a range of elements, or -1."""
        spot = bisect_left(self.cues, end) - 1
        return self.cues[spot] if spot >= 0 and self.cues[spot] >= start else -1


@define(eq=False)
class Known:
    """What the article so far tells about its names.

    Attributes:
        text: The article's text.
        persons: Where a person's last name, in lower case, is first met in a full name.
        limit: End of the paragraph that is looked at: what stands behind it decides nothing.
        spoken: Last words of those who have spoken before.
    """

    text: str
    persons: Mapping[str, int]
    limit: int = 0
    spoken: set[str] = field(factory=set)

    def inside(self, start: int, end: int) -> bool:
        """The word at two offsets has its capital inside a sentence too."""
        return capital_inside(self.text, self.text[start:end], self.limit)

    def person(self, low: str) -> bool:
        """A word is the last of a person's full name."""
        return self.persons.get(low, self.limit) < self.limit


@define(eq=False)
class Candidate:
    """One possible speaker and what speaks for it.

    Attributes:
        rule: The kind of evidence, for ``Quote.evidence``.
        evidence: Names of the weights that count.
        mention: The words, in ``paragraph``; None for the running speaker and for nobody.
        cue: Element of its verb of saying, or -1.
        running: It is the speaker of the quote before.
    """

    rule: str
    evidence: list[str]
    mention: Mention | None = None
    paragraph: Paragraph | None = None
    cue: int = -1
    running: bool = False


@define(eq=False)
class Running:
    """The speaker of the quote before, as a candidate sees it.

    Attributes:
        block: Index of the block of that quote.
        sentence: Its sentence in that block.
        mention: The mention that named the speaker, if it stands in the same paragraph.
        speaker: Who that is.
    """

    block: int
    sentence: int
    mention: Mention | None
    speaker: Speaker


def candidates(
    here: Paragraph,
    number: int,
    block: int,
    before: Paragraph | None,
    running: Running | None,
    known: Lexicon,
    names: Known,
    *,
    heading: bool,
) -> list[Candidate]:
    """All possible speakers of a quote.

    Args:
        here: The quote's paragraph.
        number: Which of its quotes it is.
        block: Index of its block.
        before: The paragraph before, where its last sentence can lead up to this quote.
        running: The speaker of the quote before.
        known: The language's words.
        names: What is known of the article's names.
        heading: The quote stands in a heading, where nobody's words run on.
    """
    made = here.made
    element = made.quotes[number]
    start, end = here.sentence(element)
    own = [*_before(here, element, start, known, names), *_after(here, element, number, end, known, names)]
    words = end - start - 1
    own_cue = any(candidate.cue >= 0 for candidate in own)
    context = "bare" if words == 0 else "cue" if own_cue else "words"
    if known.drops_subject and words and _dropped(here, element, start, end):
        context = "bare"
    found = own
    if heading:
        running = None
    elif start > 0:
        found = [*found, *_earlier(here, start, context, running)]
    elif before is not None:
        found = [*found, *_lead(before, context)]
    if running is not None:
        found.append(_running(here, element, block, running, context))
    found.append(Candidate("none", ["none", f"none: {context}", f"none: running {running is not None}"]))
    return found


def _dropped(here: Paragraph, element: int, start: int, end: int) -> bool:
    """The quote's own verb of saying has no subject beside it: "…, señaló."."""
    made = here.made
    cue = here.cue_from(element + 1, min(end, element + 4))
    if cue < 0:
        cue = here.cue_to(start, element)
    if cue < 0:
        return False
    beside = here.between(max(start, cue - 12), min(end, cue + 3))
    return not any(
        0 <= here.apart(one.tail + 1, cue) + (one.tail >= cue) * 9 < 1
        or (
            one.first > cue
            and not made.gaps[one.first]
            and not made.flags[one.first - 1] & (PREPOSITION | CLAUSE)
        )
        for one in beside
    )


def _bucket(count: int) -> str:
    return str(count) if count < 3 else "few" if count < 6 else "some" if count < 12 else "many"


def _before(here: Paragraph, element: int, start: int, known: Lexicon, names: Known) -> list[Candidate]:
    """Mentions that stand before the quote in its sentence."""
    made = here.made
    found = []
    last = here.cue_to(start, element)
    for mention in here.last(max(start, element - _REACH), element):
        left = here.cue_to(start, mention.first)
        right = here.cue_from(mention.tail + 1, element)
        rule, cue, gap, between = _relation(here, mention, left, right, known, after=False)
        evidence = [
            f"before, {rule}",
            f"before, {rule}: {_bucket(here.count(mention.tail + 1, element))} mentions from quote",
        ]
        if cue >= 0:
            evidence += [
                f"before, {rule}: gap {_bucket(gap)}",
                f"before, {rule}: {min(between, 2)} between",
                f"before, cue: {_bucket(here.apart(cue + 1, element))} from quote",
                "before, cue: last" if cue == last else "before, cue: not last",
            ]
            if rule == "subject":
                evidence += _verb(made, mention, cue, start)
                cue = last if made.flags[last] & PARTICIPLE else cue  # "…, saying “…”"
        if made.gaps[element] & COLON:
            evidence.append(f"before, {rule}: colon")
        if here.crossed(mention.last + 1, element):
            evidence.append("before: other quote between")
        evidence += _about(here, mention, start, known, names)
        found.append(Candidate(f"before, {rule}", evidence, mention, here, cue))
    return found


def _after(
    here: Paragraph, element: int, number: int, end: int, known: Lexicon, names: Known
) -> list[Candidate]:
    """Mentions that stand after the quote in its sentence."""
    made = here.made
    tail = made.tails[number]
    found = []
    high = min(end, element + _REACH)
    joint = "dash" if element + 1 < end and made.gaps[element + 1] & DASH else f"tail {tail}"
    for mention in here.between(element + 1, high):
        left = here.cue_to(element + 1, mention.first)
        right = here.cue_from(mention.tail + 1, end)
        rule, cue, gap, between = _relation(here, mention, left, right, known, after=True)
        evidence = [
            f"after, {rule}",
            f"after, {rule}: {_bucket(here.count(element + 1, mention.first))} mentions from quote",
            f"after: {joint}",
        ]
        if joint == "dash" and mention.first == element + 1 and mention.tail + 1 == end:
            rule, cue = "signature", -1
            evidence = ["after, signature"]
        if cue >= 0:
            evidence += [
                f"after, {rule}: gap {_bucket(gap)}",
                f"after, {rule}: {min(between, 2)} between",
                f"after, cue: {_bucket(here.apart(element + 1, cue))} from quote",
                "after, cue: first" if cue == here.cue_from(element + 1, end) else "after, cue: not first",
            ]
        if here.crossed(element + 1, mention.first):
            evidence.append("after: other quote between")
        found.append(
            Candidate(
                f"after, {rule}",
                evidence + _about(here, mention, element + 1, known, names),
                mention,
                here,
                cue,
            )
        )
    return found


def _verb(made: Skeleton, mention: Mention, cue: int, start: int) -> list[str]:
    """What the form of a verb says about its subject."""
    if made.flags[cue] & PARTICIPLE:
        opens = mention.first == start or (mention.first - start < 3 and made.gaps[mention.first] & COMMA)
        return ["participle: opens the clause" if opens else "participle: inside"]
    if any(flags & PASSIVE for flags in made.flags[max(mention.last + 1, cue - 3) : cue]):
        return ["passive"]
    return []


def _relation(
    here: Paragraph, mention: Mention, left: int, right: int, known: Lexicon, *, after: bool
) -> tuple[str, int, int, int]:
    """How a mention hangs on a verb of saying: rule, the verb, words of weight and mentions between."""
    made = here.made
    phrase = _phrase_beside(here, mention, after=after)
    if phrase >= 0:
        return "according to", phrase, 0, 0
    turns = known.verb_first or known.inverts
    if left >= 0 and (_parted(made, left, mention.first) or (turns and _governed(made, mention))):
        left = -1
    begin = _glued_from(made, mention.first)
    left_gap = here.apart(left + 1, begin) if left >= 0 else 99
    right_gap = here.apart(mention.tail + 1, right) if right >= 0 else 99
    aside = left_gap == 0 and not after and _aside(made, left, mention)
    if left >= 0 and (left_gap < right_gap or (left_gap == 0 and (after or turns or aside))):
        rule = "subject" if turns or aside else "inverted"
        return rule, left, left_gap, here.count(left + 1, begin)
    if right >= 0:
        return "subject", right, right_gap, here.count(mention.tail + 1, right)
    return "no cue", -1, 0, 0


def _phrase_beside(here: Paragraph, mention: Mention, *, after: bool) -> int:
    """The element of "according to" beside a mention, or -1."""
    made = here.made
    flags = made.flags
    lead, behind = mention.first - 1, mention.tail + 1
    if lead >= 0 and flags[lead] & ACCORDING and not made.gaps[mention.first] & STOPPED:
        return lead
    if lead >= 0 and flags[lead] & ACCORDING_OPEN and _heads(here, mention):
        return lead
    if after and lead > 0 and flags[lead] & ACCORDING_CLOSE and flags[lead - 1] & QUOTE:
        return lead
    if behind < len(flags) and flags[behind] & ACCORDING_AFTER and not made.gaps[behind] & STOPPED:
        return behind
    return -1


def _heads(here: Paragraph, mention: Mention) -> bool:
    """The word before a mention opens the sentence and a comma ends the phrase: "Pour Marie Berg, …"."""
    made = here.made
    start, _ = here.sentence(mention.first)
    behind = mention.tail + 1
    return mention.first - 1 == start and behind < len(made.gaps) and bool(made.gaps[behind] & COMMA)


def _glued_from(made: Skeleton, first: int) -> int:
    """Where a phrase begins that a mention is glued to for want of a space ("at the outsetNATO chief …")."""
    if not made.gaps[first] & GLUED:
        return first
    places = range(first - 1, max(-1, first - 4), -1)
    return next((place for place in places if made.flags[place] & PREPOSITION), first)


def _governed(made: Skeleton, mention: Mention) -> bool:
    """A preposition stands right before a mention, or its article shows a case that no subject has."""
    if made.flags[mention.first] & OBLIQUE and mention.kind is not Kind.PRONOUN:
        return True
    lead = mention.first - 1
    if lead < 0 or made.flags[lead] & ACCORDING or made.gaps[mention.first]:
        return False
    return bool(made.flags[lead] & PREPOSITION)


def _aside(made: Skeleton, cue: int, mention: Mention) -> bool:
    """Verb and mention stand between commas of their own: "…, warns Berg, …"."""
    behind = mention.last + 1
    return bool(made.gaps[cue] & COMMA) and behind < len(made.gaps) and bool(made.gaps[behind] & COMMA)


def _parted(made: Skeleton, cue: int, first: int) -> bool:
    """A clause of its own begins between a verb and a mention: "said that Berg …"."""
    return any(made.flags[place] & CLAUSE for place in range(cue + 1, min(first, cue + 4)))


def _about(here: Paragraph, mention: Mention, start: int, known: Lexicon, names: Known) -> list[str]:
    """What a mention is by itself, whatever it stands by."""
    made = here.made
    flags = made.flags
    found = [f"kind: {mention.kind.value}"]
    if mention.kind is Kind.PRONOUN and not flags[mention.first] & (HE | SHE):
        found.append("neither he nor she")
    if mention.core is not None:
        found += _about_name(made, mention, known, names)
    if mention.bare:
        found.append("bare noun")
    if mention.kind is Kind.ROLE and not any(
        flag & (TITLE | ROLE) for flag in flags[mention.first : mention.last + 1]
    ):
        found.append("no known role")
    if mention.subject:
        found.append("marked subject")
    if flags[mention.last] & OBJECT:
        found.append("object pronoun")
    if flags[mention.last] & OWNER:
        found.append("owner")
    if flags[mention.last] & THING:
        found.append("thing")
    if _governed(made, mention):
        found.append("behind a preposition")
    if mention.first == start or (mention.first - start < 3 and made.gaps[mention.first] & COMMA):
        found.append("opens the clause")
    if mention.tail > mention.last:
        found.append("with apposition")
    return found


def _about_name(made: Skeleton, mention: Mention, known: Lexicon, names: Known) -> list[str]:
    """What the article knows of a name."""
    assert mention.core is not None
    first, last = mention.core
    low = made.low[last]
    found = []
    if last > first:
        found.append("full name")
    elif known.capital_nouns:
        if not names.person(low) and not made.flags[last] & ROLE and low not in names.spoken:
            found.append("capital only by its place")
    elif known.cased and not names.inside(made.start[last], made.end[last]):
        found.append("capital only by its place")
    if low in names.spoken:
        found.append("spoke before")
    if names.person(low) or made.low[first] in known.given:
        found.append("person")
    if any(flags & TITLE for flags in made.flags[mention.first : first]):
        found.append("titled")
    return found


def _earlier(here: Paragraph, start: int, context: str, running: Running | None) -> list[Candidate]:
    """Mentions in the sentence before, in the same paragraph, and who was reported to speak before that."""
    made = here.made
    low, high = here.sentence(start - 1)
    found = []
    for place, mention in enumerate(here.between(low, high)):
        if running is not None and running.mention is mention:
            continue
        evidence = [
            f"sentence before: {context}",
            "sentence before: has cue" if _speaks(here, mention, high) else "sentence before: no cue",
            f"sentence before: mention {min(place, 2)}",
            *_about_earlier(here, mention, low),
        ]
        if made.gaps[start] & COLON:
            evidence.append("sentence before: colon")
        found.append(Candidate("sentence before", evidence, mention, here))
    reporter = _reporter(here, 0, low)
    if reporter is not None and (running is None or running.mention is not reporter):
        away = made.sentence[start] - made.sentence[reporter.first]
        found.append(
            Candidate(
                "reported before", [f"reported: {context}", f"reported: {_bucket(away)} back"], reporter, here
            )
        )
    return found


def _speaks(here: Paragraph, mention: Mention, end: int) -> bool:
    """The next verb of saying behind a mention is its own."""
    cue = here.cue_from(mention.tail + 1, end)
    return cue >= 0 and here.count(mention.tail + 1, cue) == 0


def _reporter(here: Paragraph, start: int, end: int) -> Mention | None:
    """The subject of the last verb of saying in a range of sentences."""
    cue = here.cue_to(start, end)
    if cue < 0:
        return None
    low, _ = here.sentence(cue)
    before = here.last(max(low, start), cue)
    return next((one for one in reversed(before) if _speaks(here, one, end)), None)


def _about_earlier(here: Paragraph, mention: Mention, low: int) -> list[str]:
    made = here.made
    found = [f"sentence before: {mention.kind.value}"]
    if mention.first == low:
        found.append("sentence before: opens it")
    lead = mention.first - 1
    if made.flags[mention.last] & (OWNER | OBJECT) or (lead >= 0 and made.flags[lead] & PREPOSITION):
        found.append("sentence before: no subject")
    return found


def _lead(before: Paragraph, context: str) -> list[Candidate]:
    """Mentions in the last sentence of the paragraph before, which leads up to a quote."""
    made = before.made
    if not made.flags:
        return []
    low, high = before.sentence(len(made.flags) - 1)
    found = []
    colon = "colon" if made.closing & COLON else "no colon"
    for place, mention in enumerate(before.between(low, high)):
        near = _speaks(before, mention, high)
        cue = before.cue_from(mention.tail + 1, high)
        evidence = [
            f"lead: {context}",
            f"lead: {colon}",
            f"lead, {colon}: " + ("has cue" if near else "no cue"),
            f"lead, {colon}: mention {min(place, 2)}",
            *(name.replace("sentence before", "lead") for name in _about_earlier(before, mention, low)),
        ]
        found.append(Candidate("lead-in", evidence, mention, before, cue if near else -1))
    reporter = _reporter(before, 0, low)
    if reporter is not None:
        evidence = [f"reported: {context}", "reported: paragraph before"]
        found.append(Candidate("reported before", evidence, reporter, before))
    return found


def _running(here: Paragraph, element: int, block: int, running: Running, context: str) -> Candidate:
    """The speaker of the quote before, running on."""
    made = here.made
    if running.block == block:
        away = made.sentence[element] - running.sentence
        place = "same sentence" if away == 0 else f"{_bucket(away)} sentences back"
    else:
        place = f"{_bucket(block - running.block)} paragraphs back"
    evidence = [f"running: {place}", f"running: {context}", f"running, {context}: {place}"]
    if running.block == block and running.sentence != made.sentence[element]:
        begin, _ = here.sentence(element)
        last = made.quotes[bisect_right(made.quotes, element) - 2]
        others = here.count(last + 1, begin)
        evidence.append(f"running: {_bucket(others)} mentions since")
    rule = "same sentence" if place == "same sentence" else "running speaker"
    return Candidate(rule, evidence, running=True)

"""Quotes of an article: scanned, judged, attributed and named, in one pass from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby

from attrs import define, field

from articlekit.annotate.quotes.candidates import Candidate, Running, candidates
from articlekit.annotate.quotes.evidence import Fact
from articlekit.annotate.quotes.judgement import facts_of_speech
from articlekit.annotate.quotes.lexicon import HONORIFIC, TITLE, Lexicon, lexicon
from articlekit.annotate.quotes.mention import Mention
from articlekit.annotate.quotes.mentions import find_mentions
from articlekit.annotate.quotes.names import Names
from articlekit.annotate.quotes.paragraph import Paragraph
from articlekit.annotate.quotes.reference import Reference
from articlekit.annotate.quotes.scanner import scan
from articlekit.annotate.quotes.settle import settled
from articlekit.annotate.quotes.skeleton import skeleton, told_behind
from articlekit.annotate.quotes.stretch import Stretch
from articlekit.annotate.quotes.told import Told
from articlekit.annotate.quotes.weights import scale
from articlekit.languages import Language
from articlekit.limits import Limits
from articlekit.model import Block, Heading, Quote, QuoteKind, Span, Speaker
from articlekit.model import Paragraph as TextBlock

__all__ = ["Decider", "find_quotes"]

_SINGLE = frozenset("'‘‚‹")
_DASHES = " \t\u00a0—–―-"
_LONGEST_PHRASE = 4
_DOUBT = -0.3
"""In doubt words are quoted: languages with short lists show less evidence."""


class Decider:
    """The two decisions taken for every stretch; the learning script puts its own in their place."""

    def __init__(self) -> None:
        self.speakers = scale("speaker")
        self.speech = scale("quoted")

    def speaker(self, one: Stretch, found: Sequence[Candidate]) -> tuple[Candidate, float]:
        """The candidate with the most evidence, the first of equals, and how far nobody is behind it."""
        weigh = self.speakers.weigh
        sums = [weigh(candidate.facts) for candidate in found]
        best = max(sums)
        return found[sums.index(best)], best - sums[-1]

    def quoted(self, one: Stretch, facts: tuple[Fact, ...]) -> bool:
        """Whether the stretch is words that someone said."""
        return self.speech.weigh(facts) > _DOUBT


def find_quotes(
    text: str,
    blocks: Sequence[Block],
    language: Language,
    headline: str | None,
    limits: Limits,
    decider: Decider | None = None,
) -> tuple[Quote, ...]:
    """The quotations of a text with their speakers.

    Args:
        text: The article's text, into which all spans point.
        blocks: The article's blocks in order.
        language: The language's words.
        headline: The article's headline, a source of full names.
        limits: What the parse may spend; paragraphs that there is no time for are not read.
        decider: Takes the decisions; the weights' by default.

    Returns:
        Quotes in order of place, none overlapping.
    """
    known = lexicon(language)
    stretches = scan(text, blocks, known)
    if not stretches:
        return ()
    names = Names(text, headline, known)
    state = _State(text, blocks, known, names, decider or Decider(), Told(text, known, names))
    groups = [list(group) for _, group in groupby(stretches, key=lambda one: one.low)]
    if not known.cased:
        state.meet(groups, limits)
    for group in limits.while_time(groups):
        state.paragraph(group)
    return settled(text, state.quotes)


@define(eq=False)
class _State:
    """What is known on the way down the article."""

    text: str
    blocks: Sequence[Block]
    known: Lexicon
    names: Names
    decider: Decider
    told: Told
    quotes: list[Quote] = field(factory=list)
    running: Running | None = None
    last: Stretch | None = None
    refused: set[str] = field(factory=set)
    double: bool = False
    paragraphs: dict[int, Paragraph] = field(factory=dict)
    ready: dict[int, Paragraph] = field(factory=dict)
    quoted: set[int] = field(factory=set)
    reference: Reference = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.reference = Reference(self.text, self.names, self.known, self._paragraph)

    def meet(self, groups: Sequence[Sequence[Stretch]], limits: Limits) -> None:
        """Learn the names of a script without capitals: they stand where the mentions are."""
        self.quoted = {stretches[0].block for stretches in groups}
        for stretches in limits.while_time(groups):
            first = stretches[0]
            self.ready[first.low] = self._read(first.low, first.high, stretches)
        for here in self.ready.values():
            self._learn(here)
        for block in limits.while_time(range(len(self.blocks))):
            plain = self._paragraph(block) if block not in self.quoted else None
            if plain is not None:
                self._learn(plain)

    def _learn(self, here: Paragraph) -> None:
        """Take in the names of a paragraph with the titles beside them."""
        made = here.made
        for mention in here.mentions:
            if mention.core is not None and not mention.plain:
                first, last = mention.core
                words = [self.text[made.start[at] : made.end(at)] for at in range(first, last + 1)]
                around = range(max(0, mention.first - 1), mention.last + 1)
                titles = [made.low[at] for at in around if made.flags[at] & (TITLE | HONORIFIC)]
                self.names.met.meet(words, titles, made.start[first])

    def paragraph(self, stretches: Sequence[Stretch]) -> None:
        """Decide on all stretches of one paragraph."""
        first = stretches[0]
        here = self.ready.get(first.low) or self._read(first.low, first.high, stretches)
        lead = self._lead(first)
        self.paragraphs[first.block] = here
        self.double = self.double or any(
            one.kind is QuoteKind.DIRECT and self.text[one.outer_start] not in _SINGLE for one in stretches
        )
        self.told.limit = first.high
        joined_at = -1
        for number, one in enumerate(stretches):
            sentence = here.made.sentence[here.made.quotes[number]]
            if self._decide(one, here, number, lead, joined=sentence == joined_at):
                joined_at = sentence
            lead = None

    def _read(self, low: int, high: int, stretches: Sequence[Stretch]) -> Paragraph:
        made = skeleton(self.text, low, high, stretches, self.known)
        return Paragraph(made, find_mentions(made, self.known))

    def _paragraph(self, block: int) -> Paragraph | None:
        """A block that is read already, or one without quotes that is read now."""
        if block not in self.paragraphs and isinstance(self.blocks[block], (TextBlock, Heading)):
            span = self.blocks[block].span
            self.paragraphs[block] = self._read(span.start, span.end, ())
        return self.paragraphs.get(block)

    def _lead(self, first: Stretch) -> Callable[[], Paragraph | None] | None:
        """Reads the paragraph before, where nothing but a mark opens this one."""
        if first.block == 0 or self.text[first.low : first.outer_start].strip(_DASHES):
            return None
        return partial(self._paragraph, first.block - 1)

    def _decide(
        self,
        one: Stretch,
        here: Paragraph,
        number: int,
        lead: Callable[[], Paragraph | None] | None,
        *,
        joined: bool,
    ) -> bool:
        heading = isinstance(self.blocks[one.block], Heading)
        found = candidates(here, number, one.block, lead, self.running, self.told, heading=heading)
        best, sure = self.decider.speaker(one, found)
        if not self._is_quote(one, here, number, best, sure, joined):
            return False
        speaker = self._speaker(one, here, best)
        rule = best.rule if speaker else None
        if rule in (None, "running speaker") and one.outer_start == one.low and one.outer_end == one.high:
            told = self._told_behind(one)
            speaker, rule = (told, "paragraph behind") if told else (speaker, rule)
        cue = self._cue(best)
        group = self.quotes[-1].group + (not self._continues(one, joined)) if self.quotes else 0
        made = here.made
        self.quotes.append(
            Quote(
                text=self.text[one.start : one.end],
                span=Span(start=one.start, end=one.end),
                speaker=speaker,
                cue=cue,
                kind=self._kind(one, here, number),
                group=group,
                evidence=rule,
            )
        )
        if speaker:
            mention = best.mention if best.paragraph is here else None
            if best.running and self.running is not None:
                mention = self.running.mention if self.running.block == one.block else None
            self.running = Running(one.block, made.sentence[made.quotes[number]], mention, speaker)
            if speaker.name:
                self.reference.speaker = speaker.name
                self.told.spoken.add(speaker.name.rsplit(" ", 1)[-1].lower())
        self.last = one
        return True

    def _told_behind(self, one: Stretch) -> Speaker | None:
        """The speaker of a quote that is a paragraph, from the next one: "大野さんは静かに語った。" """
        number = one.block + 1
        if not self.known.verb_last or number >= len(self.blocks):
            return None
        behind = self.ready.get(self.blocks[number].span.start)
        if behind is None and number not in self.quoted:
            behind = self._paragraph(number)
        if behind is None or not behind.made.flags or not told_behind(behind.made, 0):
            return None
        _, end = behind.sentence(0)
        mention = next((found for found in behind.between(0, end) if found.subject), None)
        return self._named(behind, mention, number) if mention is not None else None

    def _cue(self, best: Candidate) -> str | None:
        """The verb of saying, or all words of a phrase ("according to")."""
        if best.cue < 0 or best.paragraph is None:
            return None
        made, first = best.paragraph.made, best.cue
        for place in range(max(0, first - _LONGEST_PHRASE), first):
            following = made.low[place + 1 : best.cue + 1]
            if any(rest == following for rest, _ in self.known.phrases.get(made.low[place], ())):
                first = place
                break
        return self.text[made.start[first] : made.end(best.cue)]

    def _is_quote(
        self, one: Stretch, here: Paragraph, number: int, best: Candidate, sure: float, joined: bool
    ) -> bool:
        if one.kind is not QuoteKind.DIRECT:
            return True
        words = self.text[one.start : min(one.end, one.start + 80)].lower()
        heading = isinstance(self.blocks[one.block], Heading)
        facts = facts_of_speech(
            self.text,
            one,
            here,
            number,
            best,
            sure,
            self.known,
            heading=heading,
            joined=joined,
            repeated=words in self.refused,
            second=self.double and not heading and self.text[one.outer_start] in _SINGLE,
        )
        if self.decider.quoted(one, facts):
            return True
        self.refused.add(words)
        return False

    def _continues(self, one: Stretch, joined: bool) -> bool:
        """Stretches of one interrupted quote, or paragraphs of one long one."""
        return joined or one.continues or self._reopened(one)

    def _reopened(self, one: Stretch) -> bool:
        """The paragraph before ended in an open quote, and its mark stands again at the head of this one."""
        last = self.last
        if last is None or last.closed or one.block != last.block + 1 or one.outer_start != one.low:
            return False
        return self.text[one.outer_start] == self.text[last.outer_start]

    def _kind(self, one: Stretch, here: Paragraph, number: int) -> QuoteKind:
        made = here.made
        element = made.quotes[number]
        opens = element == 0 or made.sentence[element - 1] != made.sentence[element]
        words = self.text[one.start : one.end]
        if one.kind is QuoteKind.DIRECT and not opens and words[0].islower() and words[-1] not in "!?":
            return QuoteKind.FRAGMENT
        return one.kind

    def _speaker(self, one: Stretch, here: Paragraph, best: Candidate) -> Speaker | None:
        if one.kind is QuoteKind.BLOCK and one.cite:
            return Speaker(name=self.names.full(one.cite.split()), mention=one.cite)
        if best.running and self.running is not None:
            return self.running.speaker
        if best.mention is None or best.paragraph is None:
            return None
        block = one.block if best.paragraph is here else one.block - 1
        return self._named(best.paragraph, best.mention, block)

    def _named(self, paragraph: Paragraph, mention: Mention, block: int) -> Speaker:
        made = paragraph.made
        start, end = made.start[mention.first], made.end(mention.last)
        name = self.reference.name(paragraph, mention, block)
        return Speaker(name=name, mention=self.text[start:end], span=Span(start=start, end=end))

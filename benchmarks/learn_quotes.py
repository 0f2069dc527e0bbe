#!/usr/bin/env python3
"""Learn the weights of evidence in ``annotate/quotes/weights.toml`` from articles with known quotes.

    python benchmarks/learn_quotes.py train.jsonl [--write]

Each line of the file is one article: ``text`` and ``quotes``, each with ``start``, ``end``, ``text`` and either
``source`` with ``source_span`` or ``not_attributed`` (PolNeAR's training part in this form was used). The samples in
``tests/samples/quotes`` are learnt from as well, several times each: the articles are all English. The speaker's
weights are those of a conditional logit over a quote's candidates, the judgement's those of a logistic
regression; both by plain AdaGrad with a pull towards zero, rounded to one decimal, so the tables stay readable.
Weights in ``weights_set.toml`` are taken as they are, and the others learnt beside them.
"""

from __future__ import annotations

import argparse
import json
import math
import pathlib
import random
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from articlekit import languages
from articlekit.annotate.quotes import weights as weights_module
from articlekit.annotate.quotes.candidates import Candidate
from articlekit.annotate.quotes.evidence import Fact, Scale, evidence
from articlekit.annotate.quotes.find import Decider, find_quotes
from articlekit.annotate.quotes.stretch import Stretch
from articlekit.annotate.quotes.weights import set_weights
from articlekit.limits import Limits
from articlekit.model import Paragraph, Quote, Span
from articlekit.options import Options

TABLE = pathlib.Path(weights_module.__file__).with_name("weights.toml")
SAMPLES = pathlib.Path(__file__).parents[1] / "tests" / "samples" / "quotes"
TIMES = 2
"""How often a sample is learnt from."""
SEEN = 15
"""Times that evidence must be seen for its weight to be learnt."""
Choice = tuple[list[list[str]], list[bool]]
NOISY = {"size some", "size many"}
"""Long stretches that the known answers leave out are quotes all the same: they teach nothing."""
Verdict = tuple[list[str], bool]


def main() -> None:
    """Learn from a file; print the fit or write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--write", action="store_true", help="put the weights into weights.toml")
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    articles = [json.loads(line) for line in options.file.open(encoding="utf-8")]
    articles += samples() * TIMES
    speaker = learn_choices(watch(articles, {}).choices, options.rounds)
    verdicts = watch(articles, speaker).verdicts
    quoted = learn_verdicts(verdicts, options.rounds)
    text = table({"speaker": speaker, "quoted": quoted})
    if options.write:
        TABLE.write_text(text, encoding="utf-8")


class Watcher(Decider):
    """Decides as the known answers say and keeps the evidence of each decision."""

    def __init__(self, speaker: dict[str, float]) -> None:
        super().__init__()
        self.learnt = bool(speaker)
        self.speakers = Scale(speaker)
        self.choices: list[Choice] = []
        self.verdicts: list[Verdict] = []
        self.gold: list[dict[str, Any]] = []
        self.text = ""
        self.last: str | None = None

    def begin(self, article: dict[str, Any]) -> None:
        """Start a new article."""
        self.gold = sorted(article["quotes"], key=lambda quote: int(quote["start"]))
        self.text = article["text"]
        self.last = None

    def answer(self, one: Stretch) -> dict[str, Any] | None:
        """The known quote that a stretch is."""
        for quote in self.gold:
            shared = min(quote["end"], one.end) - max(quote["start"], one.start)
            if shared > 0.8 * max(quote["end"] - quote["start"], one.end - one.start):
                return quote
        return None

    def speaker(self, one: Stretch, found: Sequence[Candidate]) -> tuple[Candidate, float]:
        best, sure = super().speaker(one, found)
        gold = self.answer(one)
        if gold is None or gold.get("not_attributed") or "source" not in gold:
            return best, sure
        right = [self.right(candidate, gold) for candidate in found]
        if any(right):
            self.choices.append(([evidence(candidate.facts) for candidate in found], right))
        self.last = gold["source"]
        if self.learnt or not any(right):
            return best, sure
        return found[right.index(True)], sure

    def right(self, candidate: Candidate, gold: dict[str, Any]) -> bool:
        """Whether a candidate is the known source."""
        source = gold["source"]
        if candidate.mention is None or candidate.paragraph is None:
            if candidate.running:
                return bool(source and self.last) and same(source, self.last or "")
            return not source
        if not source or not gold["source_span"]:
            return False
        made = candidate.paragraph.made
        start, end = made.start[candidate.mention.first], made.end(candidate.mention.last)
        low, high = gold["source_span"]
        return start < high and low < end and same(source, self.text[start:end])

    def quoted(self, one: Stretch, facts: tuple[Fact, ...]) -> bool:
        gold = self.answer(one)
        verdict = gold is not None and not gold.get("not_attributed")
        names = evidence(facts)
        if verdict or not NOISY.intersection(names):
            self.verdicts.append((names, verdict))
        return verdict


def samples() -> list[dict[str, Any]]:
    """The samples in the form of articles. They tell speakers by name; which words name them is told by the weights
    so far, where these get the name right."""
    found = []
    for path in sorted(SAMPLES.glob("*.toml")):
        for sample in tomllib.loads(path.read_text(encoding="utf-8"))["sample"]:
            article = {"language": path.stem, "text": f"Nothing of note\n{sample['text']}"}
            told = {quote.span.start: quote for quote in find(article)}
            quotes = []
            end = 0
            for quote in sample["quotes"]:
                start = article["text"].index(quote["text"], end)
                end = start + len(quote["text"])
                now = told.get(start)
                name = now.speaker.name if now and now.speaker else None
                known = {"source": None, "source_span": None} if quote.get("speaker") is False else {}
                if now and now.speaker and now.speaker.span and name == quote.get("speaker"):
                    span = [now.speaker.span.start, now.speaker.span.end]
                    known = {"source": now.speaker.mention, "source_span": span}
                quotes.append({"start": start, "end": end, "text": quote["text"], **known})
            found.append({**article, "quotes": quotes})
    return found


def find(article: dict[str, Any], decider: Decider | None = None) -> tuple[Quote, ...]:
    """The quotes of an article whose first line is its headline."""
    text = article["text"]
    lines = list(re.finditer(r"[^\n]+", text))
    blocks = [Paragraph(text=line[0], span=Span(start=line.start(), end=line.end())) for line in lines[1:]]
    language = languages.get(article.get("language", "en"))
    return find_quotes(text, blocks, language, lines[0][0], Limits(Options()), decider)


def same(left: str, right: str) -> bool:
    """One's last word is in the other."""
    a, b = re.findall(r"\w+", left.lower()), re.findall(r"\w+", right.lower())
    return bool(a and b) and (a[-1] in b or b[-1] in a)


def watch(articles: Iterable[dict[str, Any]], speaker: dict[str, float]) -> Watcher:
    """Run the engine over the articles."""
    watcher = Watcher(speaker)
    for article in articles:
        watcher.begin(article)
        find(article, watcher)
    return watcher


def learn_choices(choices: Sequence[Choice], rounds: int) -> dict[str, float]:
    """Weights under which the right candidates have the most of the probability."""
    weight: dict[str, float] = defaultdict(float)
    mean: dict[str, float] = defaultdict(float)
    step: dict[str, float] = defaultdict(lambda: 1e-6)
    counts = Counter(name for lists, _ in choices for names in lists for name in names)
    given = set_weights("speaker")
    weight.update(given)
    order = list(range(len(choices)))
    for turn in range(rounds):
        random.Random(turn).shuffle(order)
        hits = 0
        for number in order:
            lists, right = choices[number]
            sums = [sum(weight[name] for name in names) for names in lists]
            top = max(sums)
            odds = [math.exp(value - top) for value in sums]
            whole = sum(odds)
            good = sum(value for value, holds in zip(odds, right, strict=True) if holds)
            hits += right[sums.index(top)]
            for names, value, holds in zip(lists, odds, right, strict=True):
                push = (value / good if holds else 0.0) - value / whole
                if abs(push) > 1e-4:
                    nudge(weight, step, names, push, given)
        print(f"speaker, round {turn}: {hits / max(1, len(choices)):.4f} of {len(choices)}")
        settle(mean, weight, turn, rounds)
    return kept(mean, counts, given)


def learn_verdicts(verdicts: Sequence[Verdict], rounds: int) -> dict[str, float]:
    """Weights whose sum is above zero for words that were said."""
    weight: dict[str, float] = defaultdict(float)
    mean: dict[str, float] = defaultdict(float)
    step: dict[str, float] = defaultdict(lambda: 1e-6)
    counts = Counter(name for names, _ in verdicts for name in names)
    given = set_weights("quoted")
    weight.update(given)
    order = list(range(len(verdicts)))
    for turn in range(rounds):
        random.Random(turn).shuffle(order)
        tally: Counter[str] = Counter()
        for number in order:
            names, holds = verdicts[number]
            value = sum(weight[name] for name in names)
            guess = 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))
            tally[
                "both" if holds and value > 0 else "missed" if holds else "invented" if value > 0 else "left"
            ] += 1
            nudge(weight, step, names, (1.0 if holds else 0.0) - guess, given)
        score = 2 * tally["both"] / max(1, 2 * tally["both"] + tally["missed"] + tally["invented"])
        print(f"quoted, round {turn}: {score:.4f} {dict(tally)}")
        settle(mean, weight, turn, rounds)
    return kept(mean, counts, given)


def nudge(
    weight: dict[str, float],
    step: dict[str, float],
    names: Iterable[str],
    push: float,
    given: Mapping[str, float],
) -> None:
    """One step of AdaGrad, with a pull towards zero."""
    for name in names:
        if name in given:
            continue
        slope = push - 0.0005 * weight[name]
        step[name] += slope * slope
        weight[name] += 0.3 * slope / math.sqrt(step[name])


def settle(mean: dict[str, float], weight: dict[str, float], turn: int, rounds: int) -> None:
    """Add a round of the later half to the mean: single rounds waver."""
    first = rounds // 2
    if turn >= first:
        for name, value in weight.items():
            mean[name] += value / (rounds - first)


def kept(weight: dict[str, float], counts: Counter[str], given: Mapping[str, float]) -> dict[str, float]:
    """The weights worth keeping, rounded."""
    often = sorted(name for name in weight if counts[name] >= SEEN and name not in given)
    rounded = {name: round(weight[name], 1) for name in often}
    return {name: value for name, value in rounded.items() if value}


def table(tables: dict[str, dict[str, float]]) -> str:
    """The weights as TOML."""
    head = "# Weights of evidence, learnt by benchmarks/learn_quotes.py; what is not listed weighs nothing.\n"
    parts = [head]
    for name, values in tables.items():
        lines = "\n".join(f'"{key}" = {value}' for key, value in values.items())
        parts.append(f"\n[{name}]\n{lines}\n")
    return "".join(parts)


if __name__ == "__main__":
    main()

"""The column's runs as typed pieces in source order, and what was left out, with reasons."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urljoin

from attrs import frozen
from lxml import etree

from articlekit.body import vocabulary as words
from articlekit.body.column import choose, headed, inside, judge
from articlekit.body.evidence import speaks_for
from articlekit.body.fates import Fate, fate_of
from articlekit.body.media import Figures, Tables, embed_of, provider_of
from articlekit.body.outline import Outline, Run, outline, shown_text
from articlekit.body.paths import Paths
from articlekit.body.phrases import phrases_of
from articlekit.body.state import article_declared, article_in_state
from articlekit.body.survey import HEADINGS, Survey
from articlekit.limits import Limits
from articlekit.model import LeftOut
from articlekit.pieces import Piece, PieceKind

__all__ = ["Body", "read_body", "survey_column"]

_ENDED = re.compile(r"[.!?…:。！？।؟][\"”’»)\]」』]*\s*$")
_STANDS_ALONE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,}(?:[ /-][A-ZÄÖÜ][a-zäöüß]+){0,2}\.")
_LITTLE = 300
_FULL = 400  # a declared text of this length is no stub
_NOTHING = 120  # a column with less text than this may be waiting for a script to fill it
_EMBED_QUOTE = re.compile(
    r"twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|reddit-", re.IGNORECASE
)


@frozen(kw_only=True)
class Body:
    """What the column holds.

    ``truncated`` when a limit cut the walk; ``source`` is "page", or "state" or "declared" where the text is only
    in the page's scripts or JSON-LD; ``page`` and ``column`` are for the header.
    """

    pieces: list[Piece]
    left_out: list[LeftOut]
    truncated: bool
    source: str
    page: Outline
    column: int


def read_body(
    root: etree._Element,
    *,
    url: str | None,
    body_text: str | None,
    language: str | None,
    titles: Collection[str],
    limits: Limits,
) -> Body:
    """Find the article's column and read it.

    Args:
        root: The page; it is not changed.
        url: Against which links are made absolute.
        body_text: The page's declared article text (JSON-LD ``articleBody``), as evidence only.
        language: The page's language, as far as it is declared.
        titles: Its declared titles, letters and digits only, to know the article by in the page's state.
        limits: What the parse may spend.
    """

    def survey(tree: etree._Element) -> Survey:
        return survey_column(
            tree,
            body_text=body_text,
            language=language,
            titles=titles,
            limits=limits,
        )

    whole = survey(root)
    reader = _Reader(whole, url)
    reader.read()
    pieces, source = reader.pieces, "page"
    declared = len(body_text or "")
    strange = declared >= _FULL and reader.prose < declared / 2 and not whole.said
    if strange or (reader.prose < _NOTHING and not (reader.prose and headed(whole.page, titles))):
        least = max(2 * reader.prose, 1)
        for name, tree in (
            ("state", article_in_state(root, titles)),
            ("declared", article_declared(body_text) if body_text else None),
        ):
            if tree is None:
                continue
            found = _Reader(survey(tree), url)
            found.read()
            if found.prose >= least:
                pieces, source, least = found.pieces, name, 2 * found.prose
    return Body(
        pieces=pieces,
        left_out=reader.left_out,
        truncated=not whole.page.complete,
        source=source,
        page=whole.page,
        column=whole.column,
    )


def survey_column(
    root: etree._Element,
    *,
    body_text: str | None,
    language: str | None,
    titles: Collection[str],
    limits: Limits,
) -> Survey:
    """Find the article's column and look at it as a whole; arguments as of ``read_body``."""
    page = outline(root, limits)
    judge(page, body_text)
    if page.boxes[0].prose < _LITTLE:  # perhaps the article stands in a box that is named as furniture
        page = outline(root, limits, prune=False)
        judge(page, body_text)
    column = choose(page, titles)
    wanted = "".join(body_text.split()) if body_text else ""
    return Survey(page, column, inside(page.boxes, column), wanted, phrases_of(language))


class _Reader:
    """Makes the column's runs pieces, in order."""

    def __init__(self, survey: Survey, url: str | None) -> None:
        self.survey, self.column, self.url = survey, survey.column, url
        self.boxes = survey.boxes
        self.pieces: list[Piece] = []
        self.left_out: list[LeftOut] = []
        self.figures = Figures(survey, self.pieces, self._absolute)
        self.tables = Tables(survey)
        self.quotes: dict[int, Piece] = {}
        self._path_of = Paths().of

    def read(self) -> None:
        """Read all runs."""
        for index, run in enumerate(self.survey.runs):
            self._run(index, run)
        self.tables.finish()
        self.figures.finish()
        self.pieces[:] = [p for p in self.pieces if p.kind is not PieceKind.FIGURE or p.url or p.caption]
        mark_interview(self.pieces)
        settle_headings(self.pieces)

    @property
    def prose(self) -> int:
        """How much running text was found."""
        return sum(len(p.text) for p in self.pieces if p.kind is PieceKind.PARAGRAPH and not p.asided)

    def _run(self, index: int, run: Run) -> None:
        box = self.boxes[run.box]
        match fate_of(self.survey, index):
            case Fate.TEXT:
                self._text(index, run)
            case Fate.PASSED:
                self._leave(shown_text(run.element), "furniture")
            case Fate.MEDIA:
                if not self.survey.flags(box) & words.OUTSIDE:
                    self._media(index, run)
            case Fate.HIDDEN:
                self._leave(run.text, "hidden")
            case Fate.CAPTION:
                if box.place.figure >= self.column:
                    self.figures.caption(index, run, box)
                else:
                    self._leave(run.text, "caption")
            case Fate.CELL:
                table = self.tables.cell(run, box, self._path_of)
                if table is not None:
                    self.pieces.append(table)
            case Fate.REPEATED:
                self._leave(run.text, "repeated")
            case Fate.CITE:
                self._cite(run.text, box.place.quote)

    def _leave(self, text: str, reason: str) -> None:
        if text:
            self.left_out.append(LeftOut(text=text, reason=reason))

    def _text(self, index: int, run: Run) -> None:
        box = self.boxes[run.box]
        if box.place.quote > self.column and self._embedded(run, box.place.quote):
            return
        if speaks_for(self.survey, index) <= 0 and not _STANDS_ALONE.fullmatch(run.text):
            if self.survey.flags(box) & words.DROPPED:
                self._leave(run.text, "furniture")
                return
            if not run.links and run.tag not in HEADINGS and self.figures.captioned(index):
                self.figures.caption(index, run, box)
                return
            self._add(self._kind(index, run), index, run, asided=True)
        else:
            self._add(self._kind(index, run), index, run, asided=False)

    def _kind(self, index: int, run: Run) -> PieceKind:
        place = self.boxes[run.box].place
        if run.tag in HEADINGS:
            return PieceKind.HEADING
        if place.what_list > self.column:
            return PieceKind.ITEM
        if place.quote > self.column:
            return PieceKind.QUOTE
        heads = index > self.survey.first and _is_heading(run)
        return PieceKind.HEADING if heads else PieceKind.PARAGRAPH

    def _add(self, kind: PieceKind, index: int, run: Run, asided: bool) -> None:
        piece = Piece(kind=kind, text=run.text, bold=run.bold, asided=asided)
        piece.links = [(start, end, self._absolute(url)) for start, end, url in run.links]
        piece.path = self._path_of(run.element)
        piece.side = self.survey.side_box(index)
        if index <= self.survey.first or kind is PieceKind.HEADING:
            piece.hint = self.survey.names(index)
            piece.before = index < self.survey.first
        if kind is PieceKind.HEADING:
            piece.level = int(run.tag[1]) if run.tag in HEADINGS else None
        elif kind is PieceKind.ITEM:
            piece.list_id = self.boxes[run.box].place.what_list
            piece.ordered = self.boxes[piece.list_id].tag == "ol"
        elif kind is PieceKind.QUOTE:
            self.quotes[self.boxes[run.box].place.quote] = piece
        self.pieces.append(piece)

    def _cite(self, text: str, quote: int) -> None:
        """The source of a block quote goes with it."""
        known = self.quotes.get(quote)
        if known is None:
            self._leave(text, "aside")
        else:
            known.cite = f"{known.cite} {text}" if known.cite else text

    def _embedded(self, run: Run, quote: int) -> bool:
        """A post of a social network set as a block quote becomes an embed."""
        names = self.boxes[quote].names
        if not _EMBED_QUOTE.search(names):
            return False
        known = self.quotes.get(quote)
        if known is None:
            url = next((url for _, _, url in run.links), None)
            provider = provider_of(f"{names} {url or ''}")
            known = self.quotes[quote] = Piece(kind=PieceKind.EMBED, url=url, provider=provider)
            self.pieces.append(known)
        known.text = f"{known.text}\n{run.text}" if known.text else run.text
        return True

    def _media(self, index: int, run: Run) -> None:
        if words.KINDS[run.element.tag] == words.IMAGE:
            self.figures.picture(index, run, self.boxes[run.box], self._path_of)
            return
        piece = embed_of(run.element, self._absolute)
        if piece is not None:
            piece.path = self._path_of(run.element)
            self.pieces.append(piece)

    def _absolute(self, url: str) -> str:
        if not self.url or url.startswith(("http://", "https://")):
            return url.strip()
        try:
            return urljoin(self.url, url.strip())
        except ValueError:
            return url


def _is_heading(run: Run) -> bool:
    """A short paragraph that is bold from end to end and does not end a sentence is a heading."""
    size = len(run.text)
    if not run.bold or size > 120 or run.links or _ENDED.search(run.text):
        return False
    return sum(end - start for start, end in run.bold) >= size - 2


def mark_interview(pieces: list[Piece]) -> None:
    """Two and more bold paragraphs that end in a question mark make an interview."""
    prose = [piece for piece in pieces if piece.kind is PieceKind.PARAGRAPH and not piece.asided]
    asked = [piece for piece in prose if piece.bold and _is_question(piece)]
    if len(asked) < 2:
        return
    role = None
    for piece in prose:
        role = "question" if _is_question(piece) else "answer" if role else None
        piece.role = role


def _is_question(piece: Piece) -> bool:
    bold = sum(end - start for start, end in piece.bold)
    return bold >= 0.9 * len(piece.text) and piece.text.rstrip('"”»“ ').endswith(("?", "？", "؟", ";"))


def _goes_with(heading: Piece, following: Piece) -> bool:
    """Whether a heading shares a side box with a kept list or text right under it."""
    if following.kind is PieceKind.HEADING or following.asided or heading.level == 1:
        return False
    return 0 < heading.side == following.side and following.kind is PieceKind.ITEM


def settle_headings(pieces: list[Piece]) -> None:
    """A heading is kept in a side box whose text is kept, and not kept over what is left out."""
    under, passed = False, True
    following: Piece | None = None  # the next piece, pictures apart
    for piece in reversed(pieces):
        if piece.kind in (PieceKind.FIGURE, PieceKind.EMBED):
            under = under or not piece.asided
            continue
        if piece.kind is not PieceKind.HEADING:
            under = under or not piece.asided
            passed = passed or piece.asided
        elif following is not None and _goes_with(piece, following):
            piece.asided = following.asided
        elif not under and passed:
            piece.asided = True
        if piece.kind is PieceKind.HEADING and not piece.asided:
            under = passed = False
        following = piece

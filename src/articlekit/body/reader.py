"""The column's runs as typed pieces in source order, and what was left out, with reasons."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urljoin

from attrs import frozen
from lxml import etree

from articlekit.body import vocabulary as words
from articlekit.body.column import choose, inside, judge
from articlekit.body.evidence import speaks_for
from articlekit.body.outline import Box, Outline, Run, outline, shown_text
from articlekit.body.paths import Paths
from articlekit.body.phrases import phrases_of
from articlekit.body.state import article_declared, article_in_state
from articlekit.body.survey import Survey
from articlekit.model import LeftOut
from articlekit.pieces import Piece, PieceKind

__all__ = ["Body", "read_body", "survey_column"]

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ENDED = re.compile(r"[.!?…:。！？।؟][\"”’»)\]」』]*\s*$")
_SPEECH = re.compile(r"[.!?…。！？।؟][\"”’»)\]」』]*(?:\s|$)")
_CREDIT = re.compile(
    r"^(.*?)\s*(?:[|•]\s*|\(?\s*(?:©|Photos?\s?:|Foto\s?:|Bild\s?:|Image\s?:|Credit\s?:|Quelle\s?:|Crédit\s?:)\s*)([^|]{2,120}?)\)?$",
    re.IGNORECASE,
)
_STANDS_ALONE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,}(?:[ /-][A-ZÄÖÜ][a-zäöüß]+){0,2}\.")
_PROVIDERS = {
    "twitter": "x",
    "x.com": "x",
    "youtu": "youtube",
    "instagram": "instagram",
    "facebook": "facebook",
    "tiktok": "tiktok",
    "vimeo": "vimeo",
    "spotify": "spotify",
    "soundcloud": "soundcloud",
    "datawrapper": "datawrapper",
    "dailymotion": "dailymotion",
    "google.com/maps": "google_maps",
    "bsky": "bluesky",
    "reddit": "reddit",
    "telegram": "telegram",
    "infogram": "infogram",
    "flourish": "flourish",
}
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
    max_nodes: int,
    max_depth: int,
) -> Body:
    """Find the article's column and read it.

    Args:
        root: The page; it is not changed.
        url: Against which links are made absolute.
        body_text: The page's declared article text (JSON-LD ``articleBody``), as evidence only.
        language: The page's language, as far as it is declared.
        titles: Its declared titles, letters and digits only, to know the article by in the page's state.
        max_nodes: Most elements looked at.
        max_depth: Deepest nesting looked at.
    """

    def survey(tree: etree._Element) -> Survey:
        return survey_column(
            tree,
            body_text=body_text,
            language=language,
            titles=titles,
            max_nodes=max_nodes,
            max_depth=max_depth,
        )

    whole = survey(root)
    reader = _Reader(whole, url)
    reader.read()
    pieces, source = reader.pieces, "page"
    declared = len(body_text or "")
    strange = declared >= _FULL and reader.prose < declared / 2 and not whole.said
    if reader.prose < _NOTHING or strange:
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
    max_nodes: int,
    max_depth: int,
) -> Survey:
    """Find the article's column and look at it as a whole; arguments as of ``read_body``."""
    page = outline(root, max_nodes, max_depth)
    judge(page, body_text)
    if page.boxes[0].prose < _LITTLE:  # perhaps the article stands in a box that is named as furniture
        page = outline(root, max_nodes, max_depth, prune=False)
        judge(page, body_text)
    column = choose(page, titles)
    wanted = "".join(body_text.split()) if body_text else ""
    return Survey(page, column, inside(page.boxes, column), wanted, phrases_of(language))


class _Reader:
    def __init__(self, survey: Survey, url: str | None) -> None:
        self.survey, self.column, self.url = survey, survey.column, url
        self.boxes = survey.boxes
        self.pieces: list[Piece] = []
        self.left_out: list[LeftOut] = []
        self.base_flags = survey.base
        self.figures: dict[int, Piece] = {}
        self.tables: dict[int, tuple[Piece, dict[tuple[int, int], str]]] = {}
        self.quotes: dict[int, bool] = {}
        self._path_of = Paths().of

    def read(self) -> None:
        for index, run in enumerate(self.survey.runs):
            self._run(index, run, self.boxes[run.box])
        self._finish_tables()
        self._mark_interview()
        self._drop_headings()

    @property
    def prose(self) -> int:
        """How much running text was found."""
        return sum(len(p.text) for p in self.pieces if p.kind is PieceKind.PARAGRAPH and not p.asided)

    def _mark_interview(self) -> None:
        """Two and more bold paragraphs that end in a question mark make an interview."""
        prose = [piece for piece in self.pieces if piece.kind is PieceKind.PARAGRAPH and not piece.asided]
        asked = [piece for piece in prose if _is_question(piece)]
        if len(asked) < 2:
            return
        role = None
        for piece in prose:
            role = "question" if _is_question(piece) else "answer" if role else None
            piece.role = role

    def _drop_headings(self) -> None:
        """A heading with nothing kept under it, at the end or over what was left out, heads no section."""
        under = False
        passed = True
        for piece in reversed(self.pieces):
            if piece.kind is not PieceKind.HEADING:
                under = under or not piece.asided
                passed = passed or piece.asided
            elif not piece.asided:
                if not under and passed:
                    piece.asided = True
                else:
                    under = passed = False

    def _run(self, index: int, run: Run, box: Box) -> None:
        flags = box.flags & ~self.base_flags
        if run.passed:
            text = shown_text(run.element)
            if text:
                self.left_out.append(LeftOut(text=text, reason="furniture"))
        elif not run.tag:
            if not flags & words.OUTSIDE:
                self._media(run, box)
        elif flags & words.HIDDEN:
            self._leave(run, "hidden")
        elif (
            box.place.figure >= self.column
            and self.boxes[box.place.figure].prose < 600
            and box.place.table < box.place.figure
        ):
            self._caption(run, box)
        elif run.tag in ("figcaption", "caption", "legend"):
            self._leave(run, "caption")
        elif box.place.table > self.column and self._is_data(box.place.table):
            self._cell(run, box)
        else:
            kept = speaks_for(self.survey, index) > 0 or _STANDS_ALONE.fullmatch(run.text)
            if not kept and flags & words.DROPPED:
                self._leave(run, "furniture")
            else:
                self._text(index, run, box, not kept)

    def _leave(self, run: Run, reason: str) -> None:
        self.left_out.append(LeftOut(text=run.text, reason=reason))

    def _text(self, index: int, run: Run, box: Box, asided: bool) -> None:
        if run.tag in _HEADINGS:
            self._add(PieceKind.HEADING, run, box, asided=asided, level=_HEADINGS[run.tag])
        elif box.place.what_list > self.column:
            ordered = self.boxes[box.place.what_list].tag == "ol"
            listed = box.place.what_list
            self._add(PieceKind.ITEM, run, box, asided=asided, list_id=listed, ordered=ordered)
        elif box.place.quote > self.column:
            if not self._embedded_quote(run, box):
                self._add(PieceKind.QUOTE, run, box, asided=asided)
        else:
            heads = index > self.survey.first and _is_heading(run)
            self._add(PieceKind.HEADING if heads else PieceKind.PARAGRAPH, run, box, asided=asided)

    def _add(self, kind: PieceKind, run: Run, box: Box, **more: object) -> None:
        piece = Piece(kind=kind, text=run.text, bold=run.bold, hint=box.names.strip().lower(), **more)  # type: ignore[arg-type]
        piece.links = [(start, end, self._absolute(url)) for start, end, url in run.links]
        piece.path = self._path_of(run.element)
        self.pieces.append(piece)

    def _absolute(self, url: str) -> str:
        if not self.url or url.startswith(("http://", "https://")):
            return url.strip()
        try:
            return urljoin(self.url, url.strip())
        except ValueError:
            return url

    def _embedded_quote(self, run: Run, box: Box) -> bool:
        """A post of a social network set as a block quote becomes an embed."""
        whole = self.boxes[box.place.quote]
        if not _EMBED_QUOTE.search(whole.names):
            return False
        if not self.quotes.get(box.place.quote):
            url = next((url for _, _, url in run.links), None)
            piece = Piece(
                kind=PieceKind.EMBED,
                text=run.text,
                url=url,
                provider=_provider(whole.names + " " + (url or "")),
            )
            self.pieces.append(piece)
            self.quotes[box.place.quote] = True
        else:
            self.pieces[-1].text += "\n" + run.text
        return True

    def _media(self, run: Run, box: Box) -> None:
        element = run.element
        if element.tag == "iframe" or element.tag in ("video", "audio"):
            source = element.get("src") or element.get("data-src") or ""
            if source.startswith(("http", "//")):
                self.pieces.append(
                    Piece(
                        kind=PieceKind.EMBED,
                        url=self._absolute(source),
                        provider=_provider(source),
                        path=self._path_of(element),
                    )
                )
            return
        piece = self._figure(box)
        source = element.get("src") or ""
        if not source or source.startswith("data:"):
            source = (
                element.get("data-src")
                or element.get("data-original")
                or (element.get("srcset") or "").split(" ")[0]
            )
        if source and piece.url is None:
            piece.url = self._absolute(source)
            piece.alt = " ".join((element.get("alt") or "").split()) or None
            piece.path = self._path_of(element)

    def _figure(self, box: Box) -> Piece:
        known = self.figures.get(box.place.figure) if box.place.figure >= 0 else None
        if known is not None:
            return known
        piece = Piece(kind=PieceKind.FIGURE)
        self.pieces.append(piece)
        if box.place.figure >= 0:
            self.figures[box.place.figure] = piece
        return piece

    def _caption(self, run: Run, box: Box) -> None:
        piece = self._figure(box)
        piece.caption = f"{piece.caption} {run.text}" if piece.caption else run.text

    def _is_data(self, table: int) -> bool:
        """A table of data, not of layout: short cells, little prose."""
        whole = self.boxes[table]
        return whole.prose < 500 or whole.prose < 0.3 * whole.text

    def _cell(self, run: Run, box: Box) -> None:
        known = self.tables.get(box.place.table)
        if known is None:
            asided = bool(box.flags & ~self.base_flags & words.ASIDE)
            known = (
                Piece(
                    kind=PieceKind.TABLE,
                    path=self._path_of(self.boxes[box.place.table].element),
                    asided=asided,
                ),
                {},
            )
            self.tables[box.place.table] = known
            self.pieces.append(known[0])
        key = (box.place.row, box.place.cell)
        known[1][key] = f"{known[1][key]} {run.text}" if key in known[1] else run.text

    def _finish_tables(self) -> None:
        for piece, cells in self.tables.values():
            rows: dict[int, list[str]] = {}
            for (row, _), text in cells.items():
                rows.setdefault(row, []).append(text)
            piece.rows = tuple(tuple(row) for row in rows.values())
            piece.text = "\n".join("\t".join(row) for row in piece.rows)
        for piece in self.figures.values():
            found = _CREDIT.match(piece.caption or "")
            if found:
                piece.caption, piece.credit = found[1].strip() or None, found[2].strip()
        kept = [p for p in self.pieces if p.kind is not PieceKind.FIGURE or p.url or p.caption]
        self.pieces[:] = kept


def _is_heading(run: Run) -> bool:
    """A short paragraph that is bold from end to end and does not end a sentence is a heading."""
    size = len(run.text)
    if not run.bold or size > 120 or run.links or _ENDED.search(run.text):
        return False
    return sum(end - start for start, end in run.bold) >= size - 2


def _is_question(piece: Piece) -> bool:
    bold = sum(end - start for start, end in piece.bold)
    return bold >= 0.9 * len(piece.text) and piece.text.rstrip('"”»“ ').endswith(("?", "？", "؟", ";"))


def _provider(address: str) -> str:
    low = address.lower()
    for part, name in _PROVIDERS.items():
        if part in low:
            return name
    host = re.search(r"//(?:www\.)?([\w.-]+)", low)
    return host[1] if host else "unknown"

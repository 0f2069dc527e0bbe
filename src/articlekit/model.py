"""The objects a parse gives: frozen, slotted, hashable, picklable, made of plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Union

from attrs import field, frozen

__all__ = [
    "Access",
    "Article",
    "Author",
    "Block",
    "BlockQuote",
    "CrossReference",
    "Dateline",
    "DatelineKind",
    "Diagnostic",
    "Embed",
    "Figure",
    "Heading",
    "LeftOut",
    "Link",
    "List",
    "ListItem",
    "Notice",
    "Paragraph",
    "PartialDate",
    "Place",
    "Position",
    "Provenance",
    "Quote",
    "QuoteKind",
    "ReferenceKind",
    "Role",
    "Section",
    "Span",
    "Speaker",
    "Table",
]


class ReferenceKind(StrEnum):
    """What a cross-reference points to."""

    ANALYSIS = "analysis"
    EXPLAINER = "explainer"
    INTERVIEW = "interview"
    OPINION = "opinion"
    REPORT = "report"
    PROFILE = "profile"
    FACT_CHECK = "fact_check"
    LIVE = "live"
    VIDEO = "video"
    AUDIO = "audio"
    GALLERY = "gallery"
    INTERACTIVE = "interactive"
    BACKGROUND = "background"
    STORY = "story"
    UNKNOWN = "unknown"


class Position(StrEnum):
    """Where in the article a cross-reference stands."""

    LEAD = "lead"
    INLINE = "inline"
    END = "end"


class QuoteKind(StrEnum):
    """How words are quoted: a whole statement, a few words, a quoted block, dialogue after a dash."""

    DIRECT = "direct"
    FRAGMENT = "fragment"
    BLOCK = "block"
    DIALOGUE = "dialogue"


class DatelineKind(StrEnum):
    """FORMAL: the agency's "MEXICO CITY (AP) —"; SCENE: place and date mentioned in the running text."""

    FORMAL = "formal"
    SCENE = "scene"


class Access(StrEnum):
    """Who may read the page, as the page itself declares it."""

    FREE = "free"
    METERED = "metered"
    PAID = "paid"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """The part a paragraph plays in an interview."""

    QUESTION = "question"
    ANSWER = "answer"


@frozen(kw_only=True)
class Span:
    """Character offsets into ``Article.text``, end exclusive."""

    start: int
    end: int


@frozen(kw_only=True)
class Link:
    """A link inside a block's text."""

    text: str
    url: str
    span: Span


@frozen(kw_only=True)
class Heading:
    """A heading. ``source_level`` is the page's (1 to 6, None where styled text serves as one)."""

    text: str
    span: Span
    level: int = 2
    source_level: int | None = None
    links: tuple[Link, ...] = ()
    path: str | None = None


@frozen(kw_only=True)
class Paragraph:
    """A paragraph of running text. ``body_start`` is where the text begins after a dateline."""

    text: str
    span: Span
    links: tuple[Link, ...] = ()
    role: Role | None = None
    dateline_length: int = 0
    path: str | None = None

    @property
    def text_without_dateline(self) -> str:
        """The paragraph's text after its dateline, if it has one."""
        return self.text[self.dateline_length :].lstrip()


@frozen(kw_only=True)
class ListItem:
    """One item of a list."""

    text: str
    span: Span
    links: tuple[Link, ...] = ()


@frozen(kw_only=True)
class List:
    """A bulleted or numbered list; ``text`` is its items, a line each."""

    text: str
    span: Span
    items: tuple[ListItem, ...]
    ordered: bool = False
    path: str | None = None


@frozen(kw_only=True)
class BlockQuote:
    """A quotation set apart, with the source the page gives for it."""

    text: str
    span: Span
    cite: str | None = None
    links: tuple[Link, ...] = ()
    path: str | None = None


@frozen(kw_only=True)
class Table:
    """A table; ``text`` is its rows, a line each, cells divided by tabs."""

    text: str
    span: Span
    rows: tuple[tuple[str, ...], ...]
    caption: str | None = None
    path: str | None = None


@frozen(kw_only=True)
class Figure:
    """A picture with its caption, credit and alternative text; ``span`` is the place it stands at."""

    url: str | None
    span: Span
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None
    text: str = ""
    path: str | None = None


@frozen(kw_only=True)
class Embed:
    """Foreign content shown in the article: a post, a video, a map; ``span`` is the place it stands at."""

    provider: str
    span: Span
    url: str | None = None
    text: str = ""
    path: str | None = None


Block = Union[Heading, Paragraph, List, BlockQuote, Table, Figure, Embed]  # noqa: UP007  cattrs reads it


@frozen(kw_only=True)
class Section:
    """A heading and the blocks under it; the part before the first heading has ``heading`` None."""

    heading: str | None
    level: int
    blocks: tuple[Block, ...]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The section's paragraphs, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))


@frozen(kw_only=True)
class CrossReference:
    """An editorial pointer to another piece, not part of the running prose."""

    label: str
    kind: ReferenceKind
    title: str
    url: str | None
    span: Span
    position: Position


@frozen(kw_only=True)
class Speaker:
    """Who said it: ``name`` is the fullest form in the article, ``mention`` the words by the quote."""

    name: str | None
    mention: str
    span: Span | None = None


@frozen(kw_only=True)
class Quote:
    """Quoted words. ``text`` has no marks; ``evidence`` says which rule found the speaker."""

    text: str
    span: Span
    speaker: Speaker | None = None
    cue: str | None = None
    kind: QuoteKind = QuoteKind.DIRECT
    group: int = 0
    evidence: str | None = None


@frozen(kw_only=True)
class Place:
    """A place in a dateline: as printed, its name without region, its region or country."""

    text: str
    name: str
    region: str | None = None


@frozen(kw_only=True)
class PartialDate:
    """A date as far as the text gives it; ``resolved`` is the full day where it can be known.

    ``weekday`` counts from Monday = 0.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    resolved: dt.date | None = None


@frozen(kw_only=True)
class Dateline:
    """Where and when a report was filed (FORMAL) or a scene is set (SCENE).

    ``span`` is empty, at the text's start, for one on a line above the text.
    """

    text: str
    kind: DatelineKind
    places: tuple[Place, ...]
    date: PartialDate | None
    agencies: tuple[str, ...]
    span: Span


@frozen(kw_only=True)
class Author:
    """A person or organisation named as author."""

    name: str
    role: str | None = None
    affiliation: str | None = None
    url: str | None = None


@frozen(kw_only=True)
class Notice:
    """A correction, update or editor's note; ``kind`` is "correction", "update" or "note"."""

    kind: str
    text: str


@frozen(kw_only=True)
class Provenance:
    """Where a value came from; ``raw`` is the string found, ``passed_over`` other candidates."""

    source: str
    raw: str | None = None
    passed_over: tuple[tuple[str, str], ...] = ()


@frozen(kw_only=True)
class Diagnostic:
    """Something odd about the input, in words; ``code`` is stable."""

    code: str
    message: str


@frozen(kw_only=True)
class LeftOut:
    """Visible text of the article's column that is not in the article, and why."""

    text: str
    reason: str


def _freeze(value: Mapping[str, Provenance]) -> tuple[tuple[str, Provenance], ...]:
    return tuple(value.items()) if isinstance(value, Mapping) else tuple(value)


@frozen(kw_only=True)
class Article:
    """A news article as structured objects.

    Example:
        >>> import articlekit
        >>> article = articlekit.parse_text("Harbour reopens\\n\\nLISBON, May 3 - The port opened today.")
        >>> article.headline
        'Harbour reopens'
        >>> article.dateline.places[0].name
        'LISBON'
    """

    headline: str | None = None
    kicker: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    authors: tuple[Author, ...] = ()
    published: dt.datetime | dt.date | None = None
    modified: dt.datetime | dt.date | None = None
    datelines: tuple[Dateline, ...] = ()
    blocks: tuple[Block, ...] = ()
    cross_references: tuple[CrossReference, ...] = ()
    quotes: tuple[Quote, ...] = ()
    notices: tuple[Notice, ...] = ()
    tags: tuple[str, ...] = ()
    language: str | None = None
    publisher: str | None = None
    section_name: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    access: Access = Access.UNKNOWN
    text: str = ""
    left_out: tuple[LeftOut, ...] = ()
    provenance_items: tuple[tuple[str, Provenance], ...] = field(default=(), converter=_freeze)
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def provenance(self) -> dict[str, Provenance]:
        """Where each field's value came from, by field name."""
        return dict(self.provenance_items)

    @property
    def dateline(self) -> Dateline | None:
        """The first formal dateline."""
        return next((line for line in self.datelines if line.kind is DatelineKind.FORMAL), None)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The blocks grouped under their headings, in order."""
        sections: list[Section] = []
        heading: Heading | None = None
        blocks: list[Block] = []
        for block in self.blocks:
            if not isinstance(block, Heading):
                blocks.append(block)
                continue
            if heading is not None or blocks:
                sections.append(_section(heading, blocks))
            heading, blocks = block, []
        if heading is not None or blocks:
            sections.append(_section(heading, blocks))
        return tuple(sections)

    @property
    def links(self) -> tuple[Link, ...]:
        """Every link in the running text, in order."""
        found: list[Link] = []
        for block in self.blocks:
            if isinstance(block, List):
                for item in block.items:
                    found.extend(item.links)
            elif not isinstance(block, (Table, Figure, Embed)):
                found.extend(block.links)
        return tuple(found)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The article's pictures, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Figure))

    def to_dict(self) -> dict[str, Any]:
        """The article as plain dicts, lists and strings."""
        from articlekit.export.serialise import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Article:
        """The article that ``to_dict`` gave.

        Raises:
            InvalidDocumentError: The data is not an article.
        """
        from articlekit.export.serialise import from_dict

        return from_dict(data)

    def to_json(self, *, indent: int | None = None) -> str:
        """The article as JSON; follows the JSON Schema shipped with the package."""
        from articlekit.export.serialise import to_json

        return to_json(self, indent=indent)

    @classmethod
    def from_json(cls, data: str | bytes) -> Article:
        """The article that ``to_json`` gave.

        Raises:
            InvalidDocumentError: The data is not JSON or not an article.
        """
        from articlekit.export.serialise import from_json

        return from_json(data)

    def to_markdown(self) -> str:
        """The article as Markdown, cross-references as quoted lines."""
        from articlekit.export.markdown import to_markdown

        return to_markdown(self)

    def to_html(self) -> str:
        """The article as clean HTML; nothing of the page gets through as mark-up."""
        from articlekit.export.html import to_html

        return to_html(self)

    def to_json_ld(self) -> dict[str, Any]:
        """The article as a schema.org NewsArticle."""
        from articlekit.export.newsroom import to_json_ld

        return to_json_ld(self)

    def to_ninjs(self) -> dict[str, Any]:
        """The article as IPTC ninjs 2.1."""
        from articlekit.export.newsroom import to_ninjs

        return to_ninjs(self)


def _section(heading: Heading | None, blocks: list[Block]) -> Section:
    if heading is None:
        return Section(heading=None, level=0, blocks=tuple(blocks))
    return Section(heading=heading.text, level=heading.level, blocks=tuple(blocks))

"""Words and weights by which boxes are judged: the knowledge of the body reader, as data."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["ASIDE", "BLOCKS", "DROPPED", "FURNITURE", "HIDDEN", "LEAD", "NAMED", "OUTSIDE", "SKIPPED", "flags_of"]

SKIPPED = frozenset(
    "script style noscript template svg math head title link meta iframe object canvas button input select "
    "textarea video audio map dialog nav option datalist audio-player amp-ad amp-iframe amp-video".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li main ol p pre section summary table tbody td tfoot th thead "
    "tr ul caption".split()
)

DROPPED = 1
"""Furniture: comments, share bars, newsletter boxes, author boxes, navigation."""
ASIDE = 2
"""Boxes beside the prose that may hold cross-references: related links, asides, teasers."""
FURNITURE = 4
"""Byline, time, tag lines: read as metadata, not text."""
HIDDEN = 8
"""Hidden by style: furniture, unless it holds most of the page's prose (pay walls, folded texts)."""
OUTSIDE = DROPPED | ASIDE | HIDDEN
"""Flags that take a box out of the running text."""

_SEPARATED = r"(?:^|[\s_\-/:.])"
_END = r"(?:$|[\s_\-/:.\d])"
_DROPPED = re.compile(
    _SEPARATED
    + r"(?:comments?|comment-?list|kommentare?|commentaires|comentarios|commenti|disqus|respond|share|sharing|shares|"
    r"sharebar|social|socials|addtoany|newsletters?|subscribe|subscription|subscriptions?|abo|paywall|signup|sign-up|"
    r"login|register|most-?read|most-?popular|meistgelesen|popular|trending|taboola|outbrain|sidebar|breadcrumbs?|"
    r"footer|site-?footer|nav|navigation|navbar|menu|cookies?|consent|gdpr|promo|promotion|adverts?|advertisement|"
    r"ads?|adslot|ad-?container|banner|anzeige|werbung|publicidad|sponsor(?:ed)?|authorbox|author-?box|author-?bio|"
    r"about-?author|biography|toolbar|skip-?link|sr-?only|visually-?hidden|screen-?reader(?:-text)?|print-?only|"
    r"hidden|modal|popup|pop-up|overlay|lightbox|tooltip|feedback|rating|votes?|poll|widget-?area|masthead|"
    r"copyright|disclaimer|donate|donation|reactions?|player|jwplayer|audio-?player|pagination|pager|"
    r"post-?navigation|nav-links|infinite-scroll|back-to-top|download-app|app-promo|follow-us|whatsapp)"
    + _END,
    re.IGNORECASE,
)
_ASIDE = re.compile(
    _SEPARATED
    + r"(?:related|related-?\w+|read-?more|readmore|read-?also|see-?also|more-?on|recommend\w*|recirc\w*|teasers?|"
    r"teaser-?\w+|card|cards|aside|inset|infobox|info-?box|factbox|fact-?box|linkbox|further|onward|mehr-?zum-?thema|"
    r"lees-?ook|leggi-?anche|a-lire-aussi|relacionad[ao]s?|correlat[ie]|verwandte?|more-?stories|more-?news|"
    r"you-may-like|suggested|latest|similar|crosslink\w*|article-?list|story-?list|links)"
    + _END,
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    _SEPARATED
    + r"(?:bylines?|by-line|author|authors|autor|autoren|auteur|signature|dateline-?time|timestamp|time|date|"
    r"datetime|published|pub-?date|publish-?date|posted-on|updated|entry-meta|article-?meta|post-?meta|meta|"
    r"metadata|article-?info|tags?|tag-?list|topics?|keywords|categories|category|cat-links|kicker|eyebrow|"
    r"overline|rubric|reading-?time|credits?|copyright|source|caption|wp-caption-text|image-?caption|tools?)"
    + _END,
    re.IGNORECASE,
)

NAMED = re.compile(
    r"article-?_*(?:body|content|text)|(?:entry|post|story)-?_*(?:content|body|text)|articleBody|news-?_*(?:body|text)|"
    r"body-?text|artikel-?_*(?:text|body|inhalt)|corpo-?_*(?:articolo|noticia)|cuerpo|texto-?noticia|td-post-content",
    re.IGNORECASE,
)
"""Names that sites of many kinds give to the box with the article's text."""

LEAD = re.compile(
    r"stand-?first|sub-?(?:title|head|headline)|\bdek\b|lead\b|lede|intro|teaser|excerpt|summary|vorspann|anrisstext|"
    r"untertitel|chapo|chapeau|sommario|occhiello|subtitulo|bajada|entradilla|copete|resumo|linha-?fina|ingress|"
    r"description|standfirst|preamble|perex|zajawka|spot|anons|deck",
    re.IGNORECASE,
)
"""Names of the standfirst, in the languages of the web's sites."""


@lru_cache(maxsize=16_384)
def flags_of(name: str) -> int:
    """What one class or id name says of a box, as a set of the flags above (a pure function, cached)."""
    found = 0
    if _DROPPED.search(name):
        found |= DROPPED
    if _ASIDE.search(name):
        found |= ASIDE
    if _FURNITURE.search(name):
        found |= FURNITURE
    return found

"""Words and weights by which boxes are judged: the knowledge of the body reader, as data."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = [
    "ASIDE",
    "BLOCK",
    "BOLD",
    "BREAK",
    "CAPTION",
    "CITE",
    "DATED",
    "DROPPED",
    "FURNITURE",
    "HIDDEN",
    "IMAGE",
    "INLINE",
    "KICKER",
    "KINDS",
    "LEAD",
    "LINK",
    "MEDIA",
    "NAMED",
    "OUTSIDE",
    "PASSED",
    "PICTURE",
    "SIGNED",
    "SLANT",
    "SPAN",
    "STANDFIRST",
    "TEXT",
    "UNSEEN",
    "flags_of",
]

INLINE, BLOCK, LINK, BOLD, SLANT, BREAK, SPAN, CITE, IMAGE, MEDIA, PASSED, UNSEEN = range(12)
"""What the walk does at an element; from PASSED on it does not go into it."""

_TAGS = {
    INLINE: """
        abbr acronym bdi bdo big code data del dfn ins kbd label mark nobr output picture progress q rp rt ruby s
        samp small strike sub sup time tt u var wbr meter rb rtc blink marquee
    """,
    BLOCK: """
        address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer
        form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu ol p pre search section summary table tbody td
        tfoot th thead tr ul
    """,
    LINK: "a",
    BOLD: "b strong",
    SLANT: "i em",
    BREAK: "br",
    SPAN: "span font",
    CITE: "cite",
    IMAGE: "img amp-img",
    MEDIA: "iframe video audio amp-iframe amp-video amp-youtube amp-audio amp-brightcove object embed",
    PASSED: "nav button select textarea dialog option optgroup datalist",
    UNSEEN: """
        script style noscript noframes template svg head title link meta base canvas input map area param source
        track amp-ad amp-analytics amp-pixel amp-sidebar amp-state amp-consent
    """,
}
KINDS = {tag: kind for kind, tags in _TAGS.items() for tag in tags.split()}
"""The kind of every element that is not plainly inline; unknown ones are."""

DROPPED = 1
"""Furniture: comments, share bars, newsletter boxes, author boxes, navigation."""
ASIDE = 2
"""Boxes beside the prose that may hold cross-references: related links, asides, teasers."""
FURNITURE = 4
"""Byline, time, tag lines: read as metadata, not text."""
HIDDEN = 8
"""Hidden by style: furniture, unless it holds most of the page's prose (pay walls, folded texts)."""
CAPTION, PICTURE, TEXT = 16, 32, 64
"""Captions, boxes of pictures, and text: told by a box's own name, no reason to take it out of the text."""
OUTSIDE = DROPPED | ASIDE | HIDDEN
"""Flags that take a box out of the running text."""

_WORDS = {
    DROPPED: """
        comment comments comment-list kommentar kommentare kommentarer kommentarfeld commentaire commentaires comentario
        comentarios comentariu comentarii commenti comentaris komentar komentari komentarji komentarze komentare
        kommentit hozzaszolas hozzaszolasok yorum yorumlar diskuse diskuze diskusia diskuzia discussion discussions
        forum disqus respond prispevek prispevky opinie-czytelnikow reacties binhluan binh-luan
        share sharing shares share-bar social socials add-to-any newsletter newsletters subscribe subscription
        subscriptions abo paywall signup sign-up login register most-read most-popular meistgelesen popular trending
        taboola outbrain sidebar breadcrumb breadcrumbs footer site-footer nav navigation navbar menu cookie cookies
        consent gdpr promo promotion advert adverts advertisement ad ads ad-slot ad-container banner anzeige werbung
        publicidad sponsor sponsored author-box author-bio about-author biography toolbar skip-link print-only hidden modal popup pop-up overlay lightbox tooltip feedback rating
        vote votes poll widget-area masthead copyright disclaimer donate donation reaction reactions player jwplayer
        audio-player pagination pager post-navigation nav-links infinite-scroll back-to-top download-app app-promo
        follow-us whatsapp
    """,
    ASIDE: """
        related read-more read-also see-also more-on recommend recommended recommendation recommendations
        recommendedarticles recirc recirculation teaser teasers card cards aside inset infobox info-box factbox
        fact-box linkbox link-box further onward zum-thema lees-ook leggi-anche lire-aussi relacionado relacionados
        relacionada relacionadas correlati correlate verwandt verwandte more-stories more-news may-like suggested
        latest similar crosslink crosslinks article-list story-list links cta affiliate
        yarpp empfehlung empfehlungen weitere mehr-zum leia-mais lea-tambien czytaj zobacz
    """,
    HIDDEN: "sr-only visually-hidden visuallyhidden screen-reader screen-reader-text offscreen assistive-text",
    CAPTION: """
        caption captions caption-text image-caption figcaption legend legende leyenda legenda didascalia bildtext
        bildunterschrift bildtekst kuvateksti popisek podpis bildnachweis photographer photo-credit pie-foto
    """,
    PICTURE: """
        image images img photo photos picture pictures pic bild bilder foto fotos imagen imagem immagine bilde video
        videos media gallery galerie galeria slideshow slider carousel swiper embed embedded attachment thumbnail thumb
    """,
    TEXT: """
        text txt paragraph paragraphs para paragraf absatz parrafo paragrafo body-text copy rich-text rte editor intro
        lead lede standfirst sub-title subheading excerpt summary perex chapo entradilla ingress sommario teaser-text
        texto testo tekst brodtext corpo cuerpo
    """,
    FURNITURE: """
        byline bylines by-line author authors autor autoren auteur signature timestamp time date datetime published
        pub-date publish-date posted-on updated entry-meta article-meta post-meta meta metadata article-info tag tags
        tag-list topic topics keywords categories category cat-links kicker eyebrow overline rubric reading-time
        credit credits source caption caption-text image-caption tools
    """,
}
_FLAG: dict[str, int] = {}
for _flag, _listed in _WORDS.items():
    for _word in _listed.replace("-", "").split():
        _FLAG[_word] = _FLAG.get(_word, 0) | _flag
_SEGMENTS = re.compile(r"[^\W_]+")
_HUMPS = re.compile(r"[A-Z]?[a-z]{3,}")

NAMED = re.compile(
    r"article-?_*(?:body|content|text)|(?:entry|post|story)-?_*(?:content|body|text)|articleBody|news-?_*(?:body|text)|"
    r"body-?text|artikel-?_*(?:text|body|inhalt)|corpo-?_*(?:articolo|noticia)|cuerpo|texto-?noticia|td-post-content",
    re.IGNORECASE,
)
"""Names that sites of many kinds give to the box with the article's text."""

STANDFIRST = re.compile(
    r"stand-?first|sub-?(?:title|head(?:line)?)\b|\bdek\b|\bdeck\b|vorspann|untertitel|chapo|sommario|entradilla|bajada|"
    r"copete|linha-?fina|ingress|perex",
    re.IGNORECASE,
)
"""Names that only a standfirst has, wherever it stands."""

KICKER = re.compile(
    r"kicker|eyebrow|over-?line|dachzeile|top-?line|roof-?line|spitzmarke|antetitul|surtitre|sur-?titre|occhiello|"
    r"chapeu|pre-?title|pretitulo|vignette|stikktittel|trompete",
    re.IGNORECASE,
)
"""Names of the short line over the headline."""

DATED = re.compile(r"date|time|publi|posted|datum|zeit|fecha|data\b|stand\b|jour", re.IGNORECASE)
"""Names of the box with the time of publication."""

SIGNED = re.compile(
    r"by-?line|author|autor|auteur|autore|signature|writer|reporter|journalist", re.IGNORECASE
)
"""Names of the box with the byline."""

LEAD = re.compile(
    r"stand-?first|sub-?(?:title|head|headline)|\bdek\b|lead\b|lede|intro|teaser|excerpt|summary|vorspann|anrisstext|"
    r"untertitel|chapo|chapeau|sommario|occhiello|subtitulo|bajada|entradilla|copete|resumo|linha-?fina|ingress|"
    r"description|standfirst|preamble|perex|zajawka|spot|anons|deck",
    re.IGNORECASE,
)
"""Names of the standfirst, in the languages of the web's sites."""


@lru_cache(maxsize=65_536)
def flags_of(name: str) -> int:
    """What one class or id name says of a box, as a set of the flags above (a pure function, cached).

    Words are read between hyphens and at the humps of camelCase; the letters inside a machine-made
    name ("_163e51ad8") are no words.
    """
    found = 0
    before = ""
    for segment in _SEGMENTS.findall(name):
        word = segment.lower()
        found |= _FLAG.get(word, 0) | _FLAG.get(before + word, 0)
        if word != segment and segment.isalpha():
            for hump in _HUMPS.findall(segment):
                found |= _FLAG.get(hump.lower(), 0)
        before = word
    return found

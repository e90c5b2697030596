"""The words of a hand-written page as they go out: links by name get their addresses, records are shown, and nothing passes that is not on the list."""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import chain, zip_longest

import nh3
from markupsafe import Markup, escape

from drws.kernel.authored import Prose
from drws.planning.addresses import Addresses
from drws.render.page_blocks import TAGS
from drws.say.foreign_words import marked
from drws.say.languages import direction_of

ALLOWED_TAGS = {
    "a",
    "blockquote",
    "br",
    "caption",
    "code",
    "em",
    "h2",
    "h3",
    "h4",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "span",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    *TAGS,
}
"""What Markdown may make. A page's only h1 is its title, which the theme prints."""
ALLOWED_ATTRIBUTES = {
    "a": {"href"},
    **{f"h{level}": {"id"} for level in (2, 3, 4)},
    "img": {"alt", "height", "src", "width"},
    "ol": {"start"},
    "table": {"class"},
    "td": {"data-label"},
    "th": {"scope"},
    **TAGS,
}
ALLOWED_CLASSES = {"p": {"picture", "pictured"}, "span": {"pictured__line", "pictured__words"}}


TAG = re.compile(r"(<[^>]*>)")
"""A tag of cleaned HTML."""
OWN_FILE = re.compile(r"/(?!/)")


def prose(
    text: Prose,
    language: str,
    addresses: Addresses,
    shown: Callable[[str, str], Markup],
    finished: Callable[[str], str] = str,
) -> Markup:
    """The HTML of words for a page in `language`, marked where they are in another.

    `shown` says a record, by its name, in a language: that of the words around it; of a drawing, its address. `finished` adds what the theme
    wants to HTML that is cleaned.
    """
    gaps = (
        str(shown(link.target, text.language) if link.is_shown else escape(_url(link.target, language, addresses)))
        for link in text.links
    )
    html = finished(clean("".join(chain(*zip_longest(text.html, gaps, fillvalue="")))))
    if text.language == language:
        return Markup(html)  # noqa: S704  it is cleaned
    return Markup(f"<div{marked(text.language, direction_of(language))}>{html}</div>")  # noqa: S704  likewise


def emphasise(html: str, words: re.Pattern[str]) -> str:
    """What a pattern finds in words is made strong. Found words are part of cleaned HTML, so they go in as they are; tags are passed over,
    and what is strong already.
    """
    pieces = TAG.split(html)
    return "".join(
        each if each.startswith("<") or before == "<strong>" else words.sub(r"<strong>\g<0></strong>", each)
        for before, each in zip(("", *pieces), pieces, strict=False)
    )


@lru_cache(maxsize=1024)
def clean(html: str) -> str:
    """HTML without anything that is not on the list. Pages with more are refused when they are read: this is the last line of defence."""
    return nh3.clean(
        html,
        tags=ALLOWED_TAGS,
        attributes=ALLOWED_ATTRIBUTES,
        allowed_classes=ALLOWED_CLASSES,
        attribute_filter=_of_this_site,
        url_schemes={"http", "https", "tel"},
        link_rel=None,
    )


def _of_this_site(tag: str, name: str, value: str) -> str | None:
    """A picture is a file of the site: nothing is fetched from elsewhere."""
    return None if (tag, name) == ("img", "src") and not OWN_FILE.match(value) else value


def _url(target: str, language: str, addresses: Addresses) -> str:
    name, anchor = addresses.linked(target, language)
    return addresses.url(name, language) + anchor

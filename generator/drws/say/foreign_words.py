"""Words of the interface in another language than the page's: a language that is there in part borrows them.

A template may print them anywhere, in an attribute too, where no element can mark them. So they go into the page between signs of their
own, which no text can hold, and when the page is done the signs become elements where elements can be, and nothing elsewhere.
"""

import re

from markupsafe import Markup, escape

from drws.say.languages import direction_of

BEGIN, WITHIN, END = "\ufdd0", "\ufdd1", "\ufdd2"
"""Noncharacters: Unicode keeps them for use inside of programs."""

_OPENING = f"{BEGIN}([a-z0-9-]+){WITHIN}"
_SIGNS = re.compile(f"{_OPENING}|{END}")
_WITHOUT_ELEMENTS = "title|textarea|option|script|svg"
_PARTS = re.compile(
    rf"(?P<plain><(?P<name>{_WITHOUT_ELEMENTS})\b.*?</(?P=name)>|<[^>]*>)|{BEGIN}(?P<language>[a-z0-9-]+){WITHIN}|{END}",
    re.DOTALL,
)
"""What can hold no element, tags among it, and the signs that stand elsewhere."""


def borrowed(words: Markup | str, language: str) -> Markup:
    """Words of the interface, between signs that say their language."""
    return Markup(f"{BEGIN}{escape(language)}{WITHIN}{escape(words)}{END}")  # noqa: S704  both are escaped


def unmarked(words: str) -> str:
    """The same words as plain text, for a place that is no part of a page's markup."""
    return Markup(_SIGNS.sub("", words)).unescape() if BEGIN in words else words  # noqa: S704  it becomes text, not markup


def marked(language: str, around: str) -> Markup:
    """The attributes of an element in another language: its code, and the direction of its script where that is not the one around it."""
    direction = direction_of(language)
    turned = f' dir="{direction}"' if direction != around else ""
    return Markup(f' lang="{escape(language)}"{turned}')  # noqa: S704  the code is escaped


def with_elements(html: str, language: str) -> str:
    """A page in a language with elements in the place of the signs."""
    around = direction_of(language)

    def replaced(found: re.Match[str]) -> str:
        if plain := found["plain"]:
            return _SIGNS.sub("", plain) if BEGIN in plain or END in plain else plain
        return f"<span{marked(code, around)}>" if (code := found["language"]) else "</span>"

    return _PARTS.sub(replaced, html)

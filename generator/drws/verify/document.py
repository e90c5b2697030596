"""A built page, read once: what the verifiers need of it, and nothing else."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

FETCHING = frozenset({"src", "poster", "data", "background", "action", "formaction", "ping", "xlink:href"})
"""Attributes whose address the browser asks for by itself, or sends something to."""
SETS = frozenset({"srcset", "imagesrcset"})
"""Attributes with several such addresses."""
SILENT = frozenset({"class", "lang", "hreflang", "rel", "role", "for", "name", "type", "aria-label", "aria-labelledby"})
"""Attributes that hold neither an address nor code. Most elements have no others."""
RUNS = re.compile(r"\s*(javascript|vbscript|data):", re.IGNORECASE)
"""The beginning of an address that is itself script or a document."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a built page links to, holds and says of itself."""

    path: str
    """Its file, from the root of the site."""
    language: str
    title: str
    ids: frozenset[str]
    repeated_ids: tuple[str, ...]
    links: tuple[str, ...]
    """Addresses that a visitor may go to."""
    fetched: tuple[str, ...]
    """Addresses that the browser fetches by itself (styles, scripts, images, icons), or sends a form to."""
    alternates: tuple[tuple[str, str], ...]
    """Language and address of every `link rel=alternate`."""
    inline: tuple[str, ...]
    """Script or style that stands in the page itself."""


def read(path: str, html: str) -> Document:
    """Take apart the HTML of a page."""
    tree = LexborHTMLParser(html)
    root = tree.root
    title = tree.css_first("head > title")
    found = _Found(inline=[f"<{node.tag}>" for node in tree.css("style, script:not([src])")])
    for node in tree.css("*"):
        attributes = node.attributes
        for name, value in attributes.items():
            if name not in SILENT:
                found.take(node.tag or "", name, value or "", attributes)
    return Document(
        path=path,
        language=(root.attributes.get("lang") or "") if root else "",
        title=title.text(strip=True) if title else "",
        ids=frozenset(found.ids),
        repeated_ids=tuple(id_ for id_, times in found.ids.items() if times > 1),
        links=tuple(found.links),
        fetched=tuple(found.fetched),
        alternates=tuple(found.alternates),
        inline=(*found.inline, *(address for address in (*found.links, *found.fetched) if RUNS.match(address))),
    )


@dataclass(slots=True)
class _Found:
    """What the attributes of a page say, sorted."""

    inline: list[str]
    ids: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    alternates: list[tuple[str, str]] = field(default_factory=list)

    def take(self, tag: str, name: str, value: str, attributes: Mapping[str, str | None]) -> None:
        """One attribute, and those that stand beside it."""
        if name == "id":
            self.ids[value] += 1
        elif name == "href":
            self._address(tag, value, attributes)
        elif name in FETCHING:
            self.fetched.append(value)
        elif name in SETS:
            self.fetched += (candidate.split()[0] for candidate in value.split(",") if candidate.strip())
        elif name == "style" or name.startswith("on"):
            self.inline.append(f"<{tag}>")
        elif name == "http-equiv" and value.lower() == "refresh":
            self.fetched.append((attributes.get("content") or "").partition("=")[2].strip(" '\""))

    def _address(self, tag: str, value: str, attributes: Mapping[str, str | None]) -> None:
        if tag in ("a", "area"):
            self.links.append(value)
        elif attributes.get("rel") == "alternate":
            self.alternates.append((attributes.get("hreflang") or "", value))
        elif attributes.get("rel") != "canonical":
            self.fetched.append(value)

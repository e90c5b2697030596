"""A built page, read once: what the verifiers need of it, and nothing else."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

FETCHING = frozenset({"src", "poster", "data", "background", "action", "formaction", "ping", "xlink:href"})
"""Attributes whose address the browser asks for by itself, or sends something to."""
SETS = ("srcset", "imagesrcset")
"""Attributes with several such addresses."""
SILENT = frozenset(
    {"class", "lang", "hreflang", "rel", "role", "for", "aria-label", "aria-labelledby", "aria-hidden", "aria-current"}
)
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
    ids: list[str] = []
    links: list[str] = []
    fetched: list[str] = []
    alternates: list[tuple[str, str]] = []
    inline: list[str] = []
    for node in tree.css("*"):
        attributes = node.attributes
        if attributes.keys() <= SILENT and node.tag not in ("script", "style"):
            continue
        tag = node.tag or ""
        if (id_ := attributes.get("id")) is not None:
            ids.append(id_)
        href = attributes.get("href")
        if tag == "link" and href and attributes.get("rel") == "alternate":
            alternates.append((attributes.get("hreflang") or "", href))
        elif tag in ("a", "area"):
            links += [href] if href is not None else []
        elif href and not (tag == "link" and attributes.get("rel") == "canonical"):
            fetched.append(href)
        fetched += _addresses(tag, attributes)
        inline += _code(tag, attributes)
    counted = Counter(ids)
    title = tree.css_first("head > title")
    return Document(
        path=path,
        language=(root.attributes.get("lang") or "") if root else "",
        title=title.text(strip=True) if title else "",
        ids=frozenset(ids),
        repeated_ids=tuple(id_ for id_, times in counted.items() if times > 1),
        links=tuple(links),
        fetched=tuple(fetched),
        alternates=tuple(alternates),
        inline=tuple(inline),
    )


def _addresses(tag: str, attributes: Mapping[str, str | None]) -> Iterator[str]:
    """What an element asks for besides its `href`."""
    for name, value in attributes.items():
        if name in FETCHING and value:
            yield value
        elif name in SETS:
            for candidate in (value or "").split(","):
                yield from candidate.split()[:1]
    if tag == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh":
        _, _, address = (attributes.get("content") or "").partition("=")
        yield address.strip(" '\"")


def _code(tag: str, attributes: Mapping[str, str | None]) -> Iterator[str]:
    """Script or style in an element: in the element itself, in an attribute, in an address."""
    if (
        tag == "style"
        or (tag == "script" and not attributes.get("src"))
        or any(name == "style" or name.startswith("on") for name in attributes.keys() - SILENT)
    ):
        yield f"<{tag}>"
    for name, value in attributes.items():
        if (name == "href" or name in FETCHING) and RUNS.match(value or ""):
            yield value or ""

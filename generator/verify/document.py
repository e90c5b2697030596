"""A built page, read once: what the verifiers need of it, and nothing else."""

from collections import Counter
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser


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
    """Addresses that a visitor may go to: `a` and `form`."""
    fetched: tuple[str, ...]
    """Addresses that the browser fetches by itself: styles, scripts, images, icons."""
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
    for node in tree.css("[id], [href], [src], [action], [srcset], [style], script, style"):
        attributes = node.attributes
        tag = node.tag
        if (id_ := attributes.get("id")) is not None:
            ids.append(id_)
        if "style" in attributes or tag == "style" or (tag == "script" and not attributes.get("src")):
            inline.append(f"<{tag}>")
        if tag == "link" and (href := attributes.get("href")):
            relation = attributes.get("rel") or ""
            if relation == "alternate":
                alternates.append((attributes.get("hreflang") or "", href))
            elif relation != "canonical":
                fetched.append(href)
        elif tag in ("a", "area") and (href := attributes.get("href")) is not None:
            links.append(href)
        elif tag == "form" and (action := attributes.get("action")):
            links.append(action)
        if tag != "a" and (source := attributes.get("src")):
            fetched.append(source)
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

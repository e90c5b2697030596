"""The words of a built site as Markdown, a file a page, so that other generators can make the same pages.

What stands in a page's `main` becomes Markdown, and the frame around it a minimal theme of the other generator. Welsh pages take the
path of their English counterparts: Hugo and mkdocs-static-i18n pair the languages by path.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
LISTS = ("ul", "ol")
INLINE = ("a", "strong", "em", "span", "br", "b", "i", "small", "label", "button", "input", "img", "svg", "-text")
SPECIAL = re.compile(r"([\\`*_\[\]])")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the built site."""

    built: Path
    """Its file in the built site."""
    language: str
    path: str
    """Its English address without the language: `services/letterbox`. The home page has none."""
    title: str
    description: str
    markdown: str

    @property
    def file(self) -> str:
        """The page with the front matter that Hugo and MkDocs both read."""
        title, description = (json.dumps(words, ensure_ascii=False) for words in (self.title, self.description))
        return f"---\ntitle: {title}\ndescription: {description}\n---\n\n{self.markdown}"


def pages(site: Path, languages: tuple[str, ...], leading: str) -> Iterator[Page]:
    """Every page of a built site that has an address. `leading` is the language whose addresses all take."""
    for language in languages:
        for file in sorted((site / language).rglob("index.html")):
            tree = LexborHTMLParser(file.read_text("utf-8"))
            yield Page(
                built=file,
                language=language,
                path=_path(tree, leading),
                title=_first(tree, "h1").text(strip=True),
                description=_first(tree, "meta[name=description]").attributes["content"] or "",
                markdown="\n\n".join(_blocks(_first(tree, "main"))) + "\n",
            )


def letters(html: str) -> str:
    """Every character in a page's `main` but the space between them: what must be the same whoever made the page."""
    return "".join(_first(LexborHTMLParser(html), "main").text().split())


def _path(tree: LexborHTMLParser, leading: str) -> str:
    address = _first(tree, f"link[rel=alternate][hreflang={leading}]").attributes["href"] or ""
    return urlsplit(address).path.strip("/").removeprefix(leading).strip("/")


def _first(tree: LexborHTMLParser, selector: str) -> LexborNode:
    found = tree.css_first(selector)
    if found is None:
        raise ValueError(f"a page without {selector}")
    return found


def _blocks(node: LexborNode) -> Iterator[str]:
    """The blocks inside an element, one string each; neighbouring inline elements are one block."""
    line = ""
    for child in node.iter(include_text=True):
        if child.tag in INLINE:
            line += _inline(child)
            continue
        if line.strip():
            yield _tidy(line)
        line = ""
        yield from _block(child)
    if line.strip():
        yield _tidy(line)


def _block(node: LexborNode) -> Iterator[str]:
    tag = node.tag or ""
    if tag in HEADINGS:
        yield f"{HEADINGS[tag]} {_tidy(_inside(node))}"
    elif tag in LISTS:
        yield "\n\n".join(_item(_blocks(child)) for child in node.iter() if child.text(strip=True))
    elif tag == "dl":
        yield "\n".join(_facts(node))
    elif tag in ("p", "address", "tr"):
        if line := _tidy(_inside(node)):
            yield line
    elif tag not in ("template", "script", "noscript"):
        yield from _blocks(node)


def _item(blocks: Iterator[str]) -> str:
    return "*   " + "\n\n".join(blocks).replace("\n", "\n    ").replace("\n    \n", "\n\n")


def _facts(node: LexborNode) -> Iterator[str]:
    """A term and what is said of it, as an item of a list."""
    said = ""
    for part in node.css("dt, dd"):
        if part.tag == "dt" and said:
            yield _tidy(said)
            said = ""
        said += f"*   **{_tidy(_inside(part))}** " if part.tag == "dt" else f"{_tidy(_inside(part))} "
    yield _tidy(said)


def _inside(node: LexborNode) -> str:
    return "".join(_inline(child) for child in node.iter(include_text=True))


def _inline(node: LexborNode) -> str:
    match node.tag:
        case "-text":
            return (
                SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", node.text_content or ""))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
            )
        case "a":
            return f"[{_tidy(_inside(node))}]({node.attributes.get('href')})"
        case "strong" | "b":
            return f"**{_tidy(_inside(node))}**"
        case "br":
            return " "
        case _:
            return f" {_inside(node)} " if node.tag not in INLINE else _inside(node)


def _tidy(line: str) -> str:
    return re.sub(r"\s+", " ", line).strip()

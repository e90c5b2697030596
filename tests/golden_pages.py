"""A built site as golden files: the frame of each language once, then what fills it on each page, and nothing shown twice.

A block that an earlier page has too, with the same markup and words, is named with that page: when a component that forty pages show
changes, there is one change to read. No byte but white space between blocks changes unseen on a page that is shown: a line can stand for
one block only.
"""

import difflib
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .html_layout import Block, Node, block, blocks, read

SHORTEST = 4
"""The fewest lines that are not shown a second time."""


@dataclass(frozen=True)
class Page:
    """A page, taken apart."""

    filled: tuple[str, ...]
    """What stands in the frame on this page alone, a line each."""
    main: Block
    frame: tuple[str, ...]
    """The lines of everything else."""


def take_apart(html: str) -> Page:
    """The frame of a page, without what is its own, and its `<main>`."""
    page = read(html)
    told = tuple(_told(page))
    main = page.css_first("main")
    content = block(main)
    filled = (*_head(page), *_here(page), *_breadcrumbs(page), *told)
    for child in list(main.iter(include_text=True)):
        child.decompose(recursive=True)
    main.attrs["class"] = "…"
    return Page(filled, content, tuple(line for part in blocks(page.parent) for line in part.lines()))


def _head(page: Node) -> Iterator[str]:
    """Its title, its description, and where it is in each language."""
    title = page.css_first("title")
    yield f"title: {title.text()}"
    yield from _preview(page, title.text())
    title.inner_html = "…"
    if description := page.css_first("meta[name=description]"):
        yield f"description: {description.attrs['content']}"
        description.attrs["content"] = "…"
    for link in page.css("link[rel=canonical], link[rel=alternate]:not([hreflang=x-default])"):
        yield f"{link.attrs.get('hreflang') or 'address'}: {link.attrs['href']}"
        link.attrs["href"] = "…"
    for link in page.css("header nav a[hreflang]"):
        link.attrs["href"] = "…"


def _preview(page: Node, title: str) -> Iterator[str]:
    """How a link to it is shown elsewhere: its picture, and its title where that is another than the page's own."""
    said = {meta.attrs["property"]: meta for meta in page.css("meta[property^='og:']")}
    if said:
        picture, shown = (said[f"og:{name}"].attrs["content"] for name in ("image", "title"))
        yield f"link: {picture}" + ("" if title.startswith(shown) else f" {shown}")
        for name in ("title", "description", "url", "image", "image:alt"):
            said[f"og:{name}"].attrs["content"] = "…"


def _told(page: Node) -> Iterator[str]:
    """What it tells programs that it is about. What they are told of each page, its way for instance, stands in the lines above."""
    for script in page.css("script[type='application/ld+json']"):
        itself, *things = json.loads(script.text())["@graph"]
        shown = {
            name: itself[name]
            for name in ("@type", "datePublished", "dateModified", "lastReviewed", "mainEntity")
            if name in itself
        }
        own = [shown] if shown != {"@type": "WebPage"} else []
        yield from (f"told: {json.dumps(each, ensure_ascii=False)}" for each in (*own, *things))
        script.inner_html = "…"


def _here(page: Node) -> Iterator[str]:
    """The part of the site that the navigation marks."""
    for link in page.css("header .govuk-service-navigation [aria-current]"):
        yield f"here: {link.text()} ({link.attrs['aria-current']})"
        del link.attrs["aria-current"]
        item = link.parent
        item.attrs["class"] = item.attrs["class"].replace(" govuk-service-navigation__item--active", "")


def _breadcrumbs(page: Node) -> Iterator[str]:
    """The way back. Its first step stays in the frame."""
    if steps := page.css(".govuk-breadcrumbs li"):
        yield "breadcrumbs: " + " / ".join(
            f"{step.text().strip()} {step.css_first('a').attrs['href']}" for step in steps
        )
    for step in steps[1:]:
        step.decompose()


def frames(pages: Mapping[str, Page]) -> list[str]:
    """The frame that most pages have, and how those of others differ from it."""
    [(usual, _)] = Counter(page.frame for page in pages.values()).most_common(1)
    others = defaultdict(list)
    for name, page in pages.items():
        if page.frame != usual:
            others[page.frame].append(name)
    lines = [*usual]
    for frame, names in others.items():
        changes = [line for line in difflib.ndiff(usual, frame) if line[0] in "+-"]
        lines += ["", *names, *(f"{line[0]} {line[2:].strip()}" for line in changes)]
    return lines


@dataclass
class Shown:
    """What has been shown, and on which page."""

    on: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    """By the line that can stand for a block: the first page with such a block, and the block's lines."""

    def lines(self, shown: Block, page: str, indent: str = "") -> Iterator[str]:
        """The lines of a block, without the parts that earlier pages have."""
        lines = tuple(shown.lines())
        if len(lines) < SHORTEST:
            yield from (indent + line for line in lines)
            return
        brief = _brief(shown)
        first, as_there = self.on.setdefault(brief, (page, lines))
        if first != page and as_there == lines:
            yield f"{indent}{brief} … (on {first})"
            return
        yield from (indent + line for line in shown.opening.split("\n"))
        for part in shown.parts:
            yield from self.lines(part, page, indent + "  ")


def _brief(shown: Block) -> str:
    """The opening tag of a block, and its first words. Blocks that differ may share them: only the first is then named elsewhere."""
    tag = " ".join(line.strip() for line in shown.opening.split("\n")[:2])
    held = "".join(line for part in shown.parts for line in part.lines())
    return " … ".join((tag, *filter(None, [" ".join(read(held).text(separator=" ").split()[:6])])))


def golden_pages(site: Path, shown: Collection[str]) -> dict[str, str]:
    """The golden files of a site's pages, by their names, each with what it should hold; of pages that are not `shown`, the frame alone."""
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    apart = {name: take_apart(html) for name, html in pages.items()}
    languages: dict[str, dict[str, Page]] = defaultdict(dict)
    for name, page in apart.items():
        languages[name.partition("/")[0] if "/" in name else name][name] = page
    golden = {name if name in apart else f"{name}/frame.html": frames(of) for name, of in languages.items()}
    before = Shown()
    for name, page in apart.items():
        if name in golden or name in shown:
            golden.setdefault(name, []).extend([*page.filled, "", *before.lines(page.main, name)])
    return {name: "\n".join(lines) + "\n" for name, lines in golden.items()}


def outline(html: str) -> Counter[tuple[str, str]]:
    """How many elements of each kind a page is put together from, but for what depends on the words of its language.

    That is what stands within a line, links to terms that the words name, and a list by the letters of an alphabet.
    """
    page = read(html)
    for part in page.css(".letters, .letter, .term, span, text"):
        part.decompose(recursive=True)
    return Counter((node.tag, node.attrs.get("class") or "") for node in page.css("*"))

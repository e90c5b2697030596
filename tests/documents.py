"""The documents of the project, as text: what stands in them, and what is code."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def name(path: Path) -> str:
    """A file as people call it."""
    return path.relative_to(ROOT).as_posix()


@cache
def read(path: str) -> str:
    """A file of the repository."""
    return (ROOT / path).read_text("utf-8")


def headings_of(markdown: str) -> list[tuple[int, str]]:
    """The level and the words of each heading."""
    found = re.findall(r"^(#{1,6}) (.+)$", without_code(markdown, inline=False), re.MULTILINE)
    return [(len(signs), title) for signs, title in found]


@cache
def anchors(path: Path) -> frozenset[str]:
    """The anchors that GitHub gives the headings of a page."""
    met: dict[str, int] = {}
    found = set()
    for _, title in headings_of(read(name(path))) if path.suffix == ".md" else []:
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", title)
        slug = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
        found.add(f"{slug}-{met[slug]}" if slug in met else slug)
        met[slug] = met.get(slug, 0) + 1
    return frozenset(found)


def section(path: str, title: str) -> str:
    """What stands under a heading."""
    return re.split(r"^## ", read(path).split(f"\n## {title}\n")[1], flags=re.MULTILINE)[0]


def without_code(markdown: str, *, inline: bool = True) -> str:
    """Prose alone."""
    prose = re.sub(r"^```.*?^```", "", markdown, flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"`[^`\n]*`", "", prose) if inline else prose


def code_of(markdown: str) -> Iterator[str]:
    """Everything that is marked as code."""
    yield from re.findall(r"^```\w*\n(.*?)^```", markdown, re.DOTALL | re.MULTILINE)
    yield from re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", markdown, flags=re.DOTALL | re.MULTILINE))


def targets() -> list[str]:
    """What make can be asked for."""
    return re.findall(r"^([a-z]+):.*##", read("Makefile"), re.MULTILINE)

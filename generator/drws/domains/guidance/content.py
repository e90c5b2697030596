"""Read the hand-written pages: front matter, links by name, and what must not be in them. Markdown itself is MkDocs' business."""

import re
from collections.abc import Iterator
from pathlib import Path

from drws.kernel.authored import AuthoredLink, AuthoredPage, AuthoredText, FrontMatter
from drws.kernel.problem import Place, Problem
from drws.kernel.values import RESERVED_NAMES, SLUG
from drws.read import tree
from drws.read.decode import Context, decode
from drws.read.reader import Folder, read_text
from drws.read.tree import position, problem_at

FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---(?:\n|\Z)", re.DOTALL)
LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
"""The target of an inline link."""
WEB = re.compile(r"https?://", re.IGNORECASE)
NAMED = re.compile(r"[a-z_]+:[a-z0-9][a-z0-9/-]*(#[\w-]+)?")
HTML = re.compile(r"<(?:[a-zA-Z/!?])[^\n>]*>?")
AUTOLINK = re.compile(r"<https?://[^\s<>]+>")
ATTRIBUTES = re.compile(r"\{:?\s*[.#][^{}\n]*\}")
DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:", re.MULTILINE)
IMAGE = re.compile(r"!\[[^\[\]\n]*\]\(")
MARKS = re.compile(r"^[ \t]*(?:(?:>[ \t]?|(?:[-+*]|\d{1,9}[.)])[ \t]+)){9}", re.MULTILINE)
"""More lists and quotations inside one another than anyone writes: Markdown's parser calls itself for each."""
BRACKET = re.compile(r"[\[\]]|\n[ \t]*\n")
MAX_BRACKETS = 9
"""Open at a time, in a paragraph. Markdown's parser looks for the end of each, so that its time grows with their number's square."""


def read_content(folder: Folder, context: Context) -> tuple[dict[str, AuthoredPage], list[Problem]]:
    """Every authored page by its path. A page has to be there in every language."""
    texts: dict[str, dict[str, AuthoredText]] = {}
    problems: list[Problem] = []
    for language in context.languages:
        root = folder.path / language
        for path in sorted(root.rglob("*.md")):
            text, found = _read(path, folder, context)
            problems += found
            if text:
                page = _page_path(path.relative_to(root))
                problems += _misnamed(page, text, texts.get(page, {}).get(language))
                texts.setdefault(page, {})[language] = text
    if not any(_exists(folder, language, "") for language in context.languages):
        problems += [
            Problem(Place(f"content/{language}/index.md", line=1, column=1), "file.missing")
            for language in context.languages
        ]
    for page, by_language in sorted(texts.items()):
        problems += [
            Problem(
                Place(next(iter(by_language.values())).file, line=1, column=1),
                "content.one-language",
                {"language": language, "nearest": f"content/{language}/{page or 'index'}.md"},
            )
            for language in context.languages
            if language not in by_language and not _exists(folder, language, page)
        ]
    return {
        path: AuthoredPage(path=path, texts=by_language)
        for path, by_language in texts.items()
        if len(by_language) == len(context.languages)
    }, problems


def _exists(folder: Folder, language: str, page: str) -> bool:
    """Is there a file for the page, perhaps one that could not be read?"""
    names = (f"{page}.md", f"{page}/index.md") if page else ("index.md",)
    return any((folder.path / language / name).exists() for name in names)


def page_paths(folder: Folder, languages: tuple[str, ...]) -> frozenset[str]:
    """The path of every page that there is a file for, in any language, readable or not."""
    roots = [folder.path / language for language in languages]
    return frozenset(_page_path(path.relative_to(root)) for root in roots for path in root.rglob("*.md"))


def _misnamed(page: str, text: AuthoredText, twin: AuthoredText | None) -> Iterator[Problem]:
    """What keeps a page from having an address of its own."""
    start = Place(text.file, line=1, column=1)
    if twin:  # about.md and about/index.md
        yield Problem(start, "addresses.taken", {"address": page, "name": twin.file})
    if page and not text.front_matter.slug:
        yield Problem(start, "fields.missing", {"name": "slug"})
    for step in filter(None, page.split("/")):
        if not SLUG.fullmatch(step) or step in RESERVED_NAMES:
            yield Problem(start, "value.slug", {"value": step})


def _page_path(path: Path) -> str:
    parts = path.with_suffix("").parts
    return "/".join(parts[:-1] if parts[-1] == "index" else parts)


def _read(path: Path, folder: Folder, context: Context) -> tuple[AuthoredText | None, list[Problem]]:
    file = folder.logical(path)
    text, problems = read_text(path, folder)
    if text is None:
        return None, problems
    if hidden := tree.INVISIBLE.search(text):
        return None, [problem_at(text, file, hidden.start(), "yaml.invisible", code=f"U+{ord(hidden[0]):04X}")]
    match = FRONT_MATTER.match(text)
    if not match:
        return None, [Problem(Place(file, line=1, column=1), "content.no-front-matter")]
    value, problems = tree.parse("\n" + match[1], file)
    if value is None:
        return None, problems
    front_matter, more = decode(FrontMatter, value, file, context)
    problems += more
    body_start = match.end()
    problems += list(_declined(text, file, body_start))
    if front_matter is None or problems:
        return None, problems
    return AuthoredText(file=file, front_matter=front_matter, links=_links(text, body_start)), []


def _links(text: str, start: int) -> tuple[AuthoredLink, ...]:
    found = []
    for match in LINK.finditer(text, start):
        if NAMED.fullmatch(match[1]):
            line, column = position(text, match.start(1))
            found.append(AuthoredLink(target=match[1], line=line, column=column))
    return tuple(found)


def _declined(text: str, file: str, start: int) -> list[Problem]:
    problems = [
        problem_at(text, file, match.start(), "content.html", value=match[0][:40])
        for match in HTML.finditer(text, start)
        if not AUTOLINK.fullmatch(match[0])
    ]
    problems += [
        problem_at(text, file, match.start(), "content.attributes", value=match[0][:40])
        for match in ATTRIBUTES.finditer(text, start)
    ]
    problems += [
        problem_at(text, file, match.start(), "content.definition", value=match[0].strip())
        for match in DEFINITION.finditer(text, start)
    ]
    problems += [problem_at(text, file, match.start(), "content.image") for match in IMAGE.finditer(text, start)]
    problems += [
        problem_at(text, file, offset, "content.nesting")
        for offset in (*(match.start() for match in MARKS.finditer(text, start)), *_too_many_brackets(text, start))
    ]
    for match in LINK.finditer(text, start):
        target = match[1]
        if not (WEB.match(target) or NAMED.fullmatch(target) or re.fullmatch(r"#[\w-]+", target)):
            problems.append(problem_at(text, file, match.start(1), "content.link", value=target))
    return problems


def _too_many_brackets(text: str, start: int) -> Iterator[int]:
    """Where the first bracket stands that is one too many, in each paragraph."""
    depth = 0
    for match in BRACKET.finditer(text, start):
        depth = depth + 1 if match[0] == "[" else max(depth - 1, 0) if match[0] == "]" else 0
        if depth == MAX_BRACKETS + 1 and match[0] == "[":
            yield match.start()

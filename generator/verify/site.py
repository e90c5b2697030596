"""A built site as verifiers see it: its pages, its other files, and where it is published."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urljoin, urlsplit

from generator.problems import Problem
from generator.verify.document import Document, read


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """Every page and the name of every file."""

    url: str
    """Where the site is published, with a slash at the end."""
    languages: tuple[str, ...]
    documents: Mapping[str, Document]
    """Pages by their file, from the root of the site."""
    files: frozenset[str]

    def file_of(self, address: str, page: str) -> tuple[str | None, str]:
        """The file that an address on a page leads to and the fragment in it; None for another site or another scheme."""
        target = urlsplit(urljoin(urljoin(self.url, page.removesuffix("index.html")), address))
        home = urlsplit(self.url)
        if (target.scheme, target.netloc) != (home.scheme, home.netloc):
            return None, ""
        if not target.path.startswith(home.path):
            return target.path, target.fragment
        path = unquote(target.path.removeprefix(home.path))
        return path + "index.html" if not path or path.endswith("/") else path, unquote(target.fragment)


class Verifier(Protocol):
    """A module with one rule over the built site. Its docstring is its part of `docs/checks.md`."""

    ID: str

    def verify(self, site: BuiltSite) -> Iterable[Problem]:
        """Everything in the built site that breaks the rule."""


def read_site(root: Path, url: str, languages: tuple[str, ...]) -> BuiltSite:
    """Read a built site from disk."""
    files = frozenset(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    documents = {name: read(name, (root / name).read_text("utf-8")) for name in sorted(files) if name.endswith(".html")}
    return BuiltSite(url, languages, documents, files)

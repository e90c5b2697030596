"""A built site as verifiers see it: its pages, its other files, and where it is published."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urljoin, urlsplit

from drws.kernel.problem import Place, Problem
from drws.system.parallel import in_parallel
from drws.system.signature import digest, signed
from drws.verify.document import Document, read
from drws.verify.passages import telling_words


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """Every page and the name of every file."""

    root: Path
    """Its folder."""
    url: str
    """Where the site is published, with a slash at the end."""
    languages: tuple[str, ...]
    documents: Mapping[str, Document]
    """Pages by their file, from the root of the site."""
    files: frozenset[str]
    symbolic_links: frozenset[str] = frozenset()
    """Names that only lead to a file somewhere."""
    searched: Mapping[str, int] = field(default_factory=dict)
    """How many pages search should find, by language. Empty where the site was built without search."""
    signed: Mapping[str, str] | None = None
    """The digest of every file when the site was finished; None when nobody signed it."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """The same as it is now, where it was signed."""

    def content(self, name: str) -> bytes:
        """What is in a file of the site."""
        return (self.root / name).read_bytes()

    def file_of(self, address: str, page: str) -> tuple[str | None, str]:
        """The file that an address on a page leads to and the fragment in it; None for another site or another scheme."""
        if address[:1] == "#":
            return page, unquote(address[1:])
        return _file_of(self.url, "" if self.is_absolute(address) else page.removesuffix("index.html"), address)

    @staticmethod
    def is_absolute(address: str) -> bool:
        """Does it mean the same on every page: a path from the root, or an address with a scheme?"""
        return ABSOLUTE.match(address) is not None


ABSOLUTE = re.compile(r"/|[a-zA-Z][a-zA-Z0-9+.-]*:")
"""How an address begins that does not depend on the page where it stands (RFC 3986, sections 3.1 and 4.2)."""


_split = cache(urlsplit)


@cache
def _file_of(url: str, folder: str, address: str) -> tuple[str | None, str]:
    try:
        return _resolved(url, folder, address)
    except ValueError:  # a host that cannot be one
        return None, ""


def _resolved(url: str, folder: str, address: str) -> tuple[str | None, str]:
    home, target = _split(url), urlsplit(address)
    if address[:1] == "/" and not target.netloc and "/." not in address:  # nearly all; what is joined would be the same
        target = target._replace(scheme=home.scheme, netloc=home.netloc)
    elif not (target.scheme and target.netloc):
        target = urlsplit(urljoin(url + folder, address))
    if (target.scheme, target.netloc) != (home.scheme, home.netloc):
        return None, ""
    if not target.path.startswith(home.path):
        return target.path, target.fragment
    path = unquote(target.path.removeprefix(home.path))
    return path + "index.html" if not path or path.endswith("/") else path, unquote(target.fragment)


SAMPLE = 30
"""Pages from which one learns what tells the languages apart."""


class Verifier(Protocol):
    """A module with one rule over the built site. Its docstring is its part of `docs/checks.md`."""

    ID: str

    def verify(self, site: BuiltSite) -> Iterable[Problem]:
        """Everything in the built site that breaks the rule."""


def place_of(name: str, line: int = 1) -> Place:
    """A place in a file of the site."""
    return Place(f"site/{name}", line=line, column=1)


def read_site(
    root: Path, url: str, languages: tuple[str, ...], partial: frozenset[str], searched: Mapping[str, int]
) -> BuiltSite:
    """Read a built site from disk. In the languages that are there in part, words of another stand for what is missing."""
    entries = dict(_entries(str(root), ""))
    linked = frozenset(name for name, entry in entries.items() if entry.is_symlink())
    files = sorted(entries.keys() - linked)
    pages = [name for name in files if name.endswith(".html")]

    def text(name: str) -> str:
        return Path(root, name).read_bytes().decode(errors="replace")

    complete = [language for language in languages if language not in partial]
    told_apart = telling_words(map(text, pages[:: len(pages) // SAMPLE or 1]), complete)

    def read_one(name: str) -> Document:
        return read(name, text(name), told_apart)

    documents = dict(zip(pages, in_parallel(read_one, pages), strict=True))
    then = signed(root)
    now = {name: digest(root / name) for name in files if then and then.get(name)}
    return BuiltSite(root, url, languages, documents, frozenset(files), linked, searched, then, now)


def _entries(folder: str, prefix: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Every file by its name from the root of the site. A link is a file, whatever it leads to."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(entry.path, f"{prefix}{entry.name}/")
        elif entry.is_file() or entry.is_symlink():
            yield f"{prefix}{entry.name}", entry

"""`bucket.json`: what each file of a site needs when it is put into a bucket (S3 and what speaks like it), and in which order.

A bucket is a heap of files that are replaced one by one, while people read. So nothing is there before what it names: first what has a
name of its own for each content, then data and pictures, then pages, and last what lists pages: search, sitemap, feeds. Files that are not
in the list are removed after all of it, and better a day later: a page that somebody still has open may ask for its old parts.
"""

import json
from collections.abc import Collection, Iterator
from typing import Any

from drws.domains.website.hosting.describe import FOR_EVER
from drws.domains.website.hosting.description import Description

COMPRESSED = ".gz"
"""A bucket has one form of a file for everybody. Every browser and program reads gzip; not every one brotli."""
FORMS = (".br", COMPRESSED)

LISTS = (".atom", "/sitemap.xml", "/robots.txt", "/build-info.json")
"""How the addresses end of what names pages, besides the tables of search."""
SEARCH = ("/search/", "/pagefind/")


def bucket(description: Description, files: Collection[str]) -> str:
    """The list of a site with these files."""
    steps: list[dict[tuple[str, str, str], list[str]]] = [{}, {}, {}, {}]
    there = frozenset(files)
    for name in sorted(_published(description, there), key=lambda name: (-name.count("/"), name)):
        path = f"/{name}"
        encoding = "gzip" if name + COMPRESSED in there else ""
        group = (description.type_of(path), description.cache_control(path), encoding)
        steps[_step(description, path)].setdefault(group, []).append(name)
    listed = [[_group(*group, names) for group, names in sorted(step.items())] for step in steps]
    return json.dumps({"steps": listed}, indent=1) + "\n"


def _published(description: Description, files: Collection[str]) -> Iterator[str]:
    for name in files:
        is_form = any(name.endswith(form) and name.removesuffix(form) in files for form in FORMS)
        if not is_form and not description.is_hidden(f"/{name}"):
            yield name


def _step(description: Description, path: str) -> int:
    """When its turn is."""
    if description.cache_control(path) == FOR_EVER or "/pagefind/fragment/" in path or "/pagefind/index/" in path:
        return 0
    if path.endswith(".html"):
        return 2
    return 3 if path.endswith(LISTS) or path.startswith(SEARCH) else 1


def _group(type_: str, cache_control: str, encoding: str, names: list[str]) -> dict[str, Any]:
    """Files that are put there alike. Where they are compressed, the content of each is that of the file beside it that ends in `.gz`."""
    encoded = {"content_encoding": encoding} if encoding else {}
    return {"content_type": type_, "cache_control": cache_control, **encoded, "files": names}

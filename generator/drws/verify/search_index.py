"""Search finds every page that it should, in each language: its index is there, whole, and has as many pages as were to be searched (`build-info.json`). A site that was built without search has none."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from drws.kernel.problem import Problem
from drws.search.chunks import cbor_of
from drws.search.packed import unpacked
from drws.search.pagefind import ENTRY, VERSION
from drws.verify.site import BuiltSite, place_of

ID = "search-index"

FOLDER = "pagefind/"
PROGRAM = ("pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind")
"""What every search fetches, whatever its language."""


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every index that is missing, partial or broken."""
    if not site.searched:
        return
    for folder in (FOLDER, *sorted(_others(site))):
        entry = _entry(site, folder)
        needed = (ENTRY, *PROGRAM, *(f"wasm.{language}.pagefind" for language in _with_programs(entry)))
        absent = [name for name in needed if folder + name not in site.files]
        yield from (Problem(place_of(folder + name), "verify.absent") for name in absent)
        if entry:
            yield from _verify_index(site, folder, entry)
        elif folder == FOLDER:
            yield from _few(folder, dict.fromkeys(site.searched, 0), site.searched)


def _others(site: BuiltSite) -> set[str]:
    """The folders of the indexes of collections."""
    return {name.partition(FOLDER)[0] + FOLDER for name in site.files if name.startswith("search/") and FOLDER in name}


def _entry(site: BuiltSite, folder: str) -> dict[str, Any]:
    """What the first file of an index says; nothing when it cannot be read, which is told elsewhere."""
    try:
        entry = json.loads(site.content(folder + ENTRY))
        return entry if isinstance(entry["languages"], dict) else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _verify_index(site: BuiltSite, folder: str, entry: dict[str, Any]) -> Iterator[Problem]:
    stamps, counts = _said(entry)
    expected = site.searched if folder == FOLDER else counts
    if not stamps.keys() >= {language.lower() for language, count in expected.items() if count}:
        yield Problem(place_of(folder + ENTRY), "verify.broken-file", {"value": "Pagefind"})
    fragments = sorted(name for name in site.files if name.startswith(f"{folder}fragment/"))
    if entry.get("version") != VERSION:  # files in a form that we do not know: only their number tells something
        yield from _few(folder, _counted(fragments, expected), expected)
        return
    readable = []
    for name in fragments:
        address = _address_in(site, name)
        if address is None:
            yield Problem(place_of(name), "verify.broken-file", {"value": "Pagefind"})
            continue
        readable.append(name)
        path, _, fragment = address.removeprefix("/").partition("#")  # from the root of the site, wherever that is
        document = site.documents.get(path + "index.html" if path.endswith("/") or not path else path)
        if document is None or (fragment and fragment not in document.ids):
            yield Problem(place_of(name), "verify.broken-link", {"value": address})
    yield from _few(folder, _counted(readable, expected), expected)
    for stamp in stamps.values():
        yield from _verify_language(site, folder, stamp)
    for name in sorted(name for name in site.files if name.startswith(f"{folder}wasm.")):
        if unpacked(site.root / name) is None:
            yield Problem(place_of(name), "verify.broken-file", {"value": "Pagefind"})


def _with_programs(entry: dict[str, Any]) -> Iterator[str]:
    """The languages with a program of their own, that knows their endings."""
    for about in entry.get("languages", {}).values():
        match about:
            case {"wasm": str(language)}:
                yield language


def _said(entry: dict[str, Any]) -> tuple[dict[str, str], dict[str, int]]:
    """The stamp of the index of each language, and how many pages it has."""
    stamps, counts = {}, {}
    for language, about in entry["languages"].items():
        match about:
            case {"hash": str(stamp), "page_count": int(count)}:
                stamps[language], counts[language] = stamp, count
    return stamps, counts


def _verify_language(site: BuiltSite, folder: str, stamp: str) -> Iterator[Problem]:
    """The list of one language, and the files that it names."""
    name = f"{folder}pagefind.{stamp}.pf_meta"
    if name not in site.files:
        yield Problem(place_of(name), "verify.absent")
        return
    match cbor_of(site.root / name):
        case [str(), [*pages], [*words], *_] if all(map(_is_page, pages)) and all(map(_is_file, words)):
            files = [f"fragment/{page}.pf_fragment" for page, *_ in pages]
            files += [f"index/{file}.pf_index" for _, _, file in words]
        case _:
            yield Problem(place_of(name), "verify.broken-file", {"value": "Pagefind"})
            return
    for file in files:
        if folder + file not in site.files:
            yield Problem(place_of(folder + file), "verify.absent")
        elif file.startswith("index/") and unpacked(site.root / (folder + file)) is None:
            yield Problem(place_of(folder + file), "verify.broken-file", {"value": "Pagefind"})


def _is_page(page: Any) -> bool:  # noqa: ANN401  whatever CBOR can hold
    return isinstance(page, list) and len(page) > 0


def _is_file(file: Any) -> bool:  # noqa: ANN401
    return isinstance(file, list) and len(file) == 3  # noqa: PLR2004  its first word, its last, and its name


def _few(folder: str, found: Mapping[str, int], expected: Mapping[str, int]) -> Iterator[Problem]:
    for language, count in expected.items():
        if found.get(language, 0) != count:
            values = {"value": language, "found": found.get(language, 0), "expected": count}
            yield Problem(place_of(folder + ENTRY), "verify.search-count", values)


def _counted(fragments: Sequence[str], languages: Iterable[str]) -> dict[str, int]:
    """How many pages an index has, by language: a page's file begins with it."""
    names = [name.rpartition("/")[2].partition(".")[0].rpartition("_")[0] for name in fragments]
    return {language: names.count(language.lower()) for language in languages}


def _address_in(site: BuiltSite, name: str) -> str | None:
    """Where a page of the index leads; None when that cannot be read."""
    try:
        return str(json.loads(unpacked(site.root / name) or b"null")["url"])
    except (ValueError, KeyError, TypeError):
        return None

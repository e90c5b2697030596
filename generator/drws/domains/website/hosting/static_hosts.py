"""`_headers` and `_redirects`, as Netlify and Cloudflare Pages read them: one file for both, so only what both understand alike.

Both join the values of a header that several rules give to one address. So each header is given once: those of all addresses, and how long
an answer may be kept by folder alone, not by ending. What no rule speaks of both have browsers ask for again each time, as the description
does. For the same reason `Cross-Origin-Resource-Policy` stays as it is for open data. A page that asks for it by `fetch` gets
it all the same: that goes by `Access-Control-Allow-Origin` alone (Fetch, section 3.7).

A file counts more than a redirect at Netlify, and less at Cloudflare. Neither answers 410.
"""

from collections.abc import Collection, Iterator
from itertools import chain
from typing import NamedTuple

from drws.domains.website.hosting.description import Description

MOST_RULES = 100
"""Of `_headers` (Cloudflare Pages, *Headers*, *Limits*). Netlify has no such limits."""
MOST_CHARACTERS = 1_000
"""Of a line: 2,000 in `_headers`, and 1,000 in `_redirects`."""
MOST_REDIRECTS = 2_000
"""Of those without a star in `_redirects` (Cloudflare Pages, *Redirects*, *Per file*)."""

LEFT_OUT = (
    "# {number} more: Cloudflare Pages reads {most}. There is a page at each address that moved, which leads on.\n"
)


class Redirects(NamedTuple):
    """The file `_redirects`, and how many lines had no place in it."""

    text: str
    left_out: int


def headers(description: Description) -> str:
    """`_headers`."""
    rules: dict[str, dict[str, str]] = {"/*": dict(description.headers)}
    added = {name: value for name, value in description.open_headers.items() if name not in description.headers}
    for folder in description.open_folders:
        rules[f"{folder}*"] = added
    for folder, value in description.caching.folders.items():
        rules[f"{folder}*"] = {**rules.get(f"{folder}*", {}), "Cache-Control": value}
    for ending, type_ in description.types.items():
        if "charset=" in type_ and ending != "html":  # the hosts know the types, but not that text is UTF-8
            rules[f"/*.{ending}"] = {"Content-Type": type_}
    written = ((f"{path}\n", *(f"  {name}: {value}\n" for name, value in own.items())) for path, own in rules.items())
    return "\n".join(map("".join, written))


def redirects(description: Description, files: Collection[str]) -> Redirects:
    """`_redirects`. What moved comes first; what has no place in the file is answered otherwise, or is open data under its full name."""
    moved = [f"{each.path} {each.to} 301\n" for each in description.redirects]
    plain = (
        f"{address} /{name} 200\n"
        for name, ending in _with_ending(description, files)
        for address in _without(f"/{name}", ending)
    )
    lines = [*moved, *plain]
    kept = lines[:MOST_REDIRECTS]
    left_out = len(lines) - len(kept)
    said = [LEFT_OUT.format(number=left_out, most=MOST_REDIRECTS)] if left_out else []
    others = list(description.not_found.items())[1:]
    # Cloudflare has no such lines, passes over them and says so: it finds the page of a folder by itself.
    missing = (f"{folder}* {page} 404\n" for folder, page in others)
    return Redirects("".join(chain(kept, said, missing)), left_out)


def _with_ending(description: Description, files: Collection[str]) -> Iterator[tuple[str, str]]:
    """The files that can be asked for without their ending: one by one, because for Cloudflare a rule for all would count for files as well."""
    for each in description.without_ending:
        for name in sorted(files):
            if name.startswith(each.folder.removeprefix("/")) and name.endswith(each.ending):
                yield name, each.ending


def _without(path: str, ending: str) -> Iterator[str]:
    """The addresses of a file without its ending; of an `index` those of its folder."""
    folder, _, name = path.removesuffix(ending).rpartition("/")
    yield from (folder, f"{folder}/") if name == "index" else (f"{folder}/{name}",)

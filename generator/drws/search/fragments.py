"""Pagefind's file for each page, made as small as it can be. A file that is not in the form that we know stays as Pagefind made it, but for
the address, where that is another than the one under which it was indexed.

The form is no promise of Pagefind's, so it is looked at before anything is written (docs/decisions/0019).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from drws.search.packed import pack, unpacked

FORM = {"url": str, "content": str, "word_count": int, "filters": dict, "meta": dict, "anchors": list}
"""The fields of a fragment, all of them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a result shows besides its title. It goes from here to the results, and not by way of the index, which has its words."""

    summary: str = ""
    url: str = ""
    """Where it leads, from the root of the site, where that is not the address under which it was indexed."""
    more: Mapping[str, str] = field(default_factory=dict)
    """Other things to show, by name."""


def lighten(fragment: Path, shown: Mapping[str, Shown]) -> tuple[str, bool]:
    """Leave in a fragment what a result shows, by the address under which it was indexed: ours show a summary of our own, and no excerpt.

    Returns the address of its page, empty when there is none to be read, and whether the fragment had the form that we know.
    """
    page = _read(fragment)
    known = _is_known(page)
    url = page.get("url")
    own = shown.get(url, Shown()) if isinstance(url, str) else Shown()
    if known:
        meta = {"title": page["meta"]["title"], "summary": own.summary, **own.more}
        lighter = {**page, "url": own.url or page["url"], "content": "", "word_count": 0, "anchors": [], "meta": meta}
        pack(fragment, json.dumps(lighter, ensure_ascii=False, separators=(",", ":")).encode())
    elif own.url:  # under the other address nothing is published
        pack(fragment, json.dumps({**page, "url": own.url}, ensure_ascii=False).encode())
    return url if isinstance(url, str) else "", known


def _read(fragment: Path) -> dict[str, Any]:
    """What a fragment says; nothing when it cannot be read."""
    try:
        page = json.loads(unpacked(fragment) or b"null")
    except ValueError:
        return {}
    return page if isinstance(page, dict) else {}


def _is_known(page: dict[str, Any]) -> bool:
    """Are its fields those that we know, and the title where it is looked for?"""
    return {name: type(value) for name, value in page.items()} == FORM and isinstance(page["meta"].get("title"), str)

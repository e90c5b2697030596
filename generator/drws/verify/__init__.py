"""Rules over the built site, one a file, in the order in which they run."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from drws.kernel.problem import Place, Problem
from drws.verify import (
    atom,
    canonical,
    compressed,
    descriptions,
    feeds,
    fetches,
    files,
    formats,
    headers,
    languages,
    linked_data,
    links,
    listed_numbers,
    markup,
    numbers,
    policy,
    previews,
    privacy,
    published,
    robots,
    search_index,
    search_tables,
    security_txt,
    sitemap,
    spreadsheets,
)
from drws.verify.site import BuiltSite, Verifier, read_site

VERIFIERS: tuple[Verifier, ...] = (
    files,
    compressed,
    formats,
    links,
    canonical,
    descriptions,
    previews,
    linked_data,
    languages,
    numbers,
    published,
    listed_numbers,
    markup,
    privacy,
    fetches,
    policy,
    headers,
    robots,
    security_txt,
    sitemap,
    spreadsheets,
    atom,
    feeds,
    search_index,
    search_tables,
)


def verify(root: Path) -> list[Problem]:
    """Everything that is wrong with a built site. `build-info.json`, which every build writes, says how to read it."""
    try:
        info = json.loads((root / "build-info.json").read_text("utf-8"))
        partial = frozenset(info.get("partial_languages") or ())
        site = read_site(root, str(info["url"]), tuple(info["languages"]), partial, _searched(info))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return [Problem(Place("site", line=1, column=1), "verify.unreadable")]
    return verify_site(site)


def _searched(info: Mapping[str, Any]) -> Mapping[str, int]:
    """How many pages search should find. An older site, and one that was built without search, says nothing of it."""
    return {str(language): int(count) for language, count in (info.get("searched") or {}).items()}


def verify_site(site: BuiltSite) -> list[Problem]:
    """Everything that is wrong with a site that has been read."""
    return [problem for verifier in VERIFIERS for problem in verifier.verify(site)]

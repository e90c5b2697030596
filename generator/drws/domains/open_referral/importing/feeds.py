"""The feeds in a folder, by their languages."""

import json
from collections.abc import Mapping
from pathlib import Path

from drws.domains.open_referral.importing.found import Feed, read_feed
from drws.kernel.problem import Place, Problem

NAMES = "services.json, services/<id>.json, organizations.json"
"""What an API answers, as files."""


def read_feeds(folder: Path, languages: tuple[str, ...], language: str) -> tuple[Mapping[str, Feed], list[Problem]]:
    """A feed for each language of the site that is a folder in it, or else the one feed that it is.

    A single feed says its language as ours do (`x_language` of `index.json`); of another, `language` says it, and on a site in one language
    that is known.
    """
    place = Place(folder.as_posix(), line=1, column=1)
    if not folder.is_dir():
        return {}, [Problem(place, "import-oruk.no-folder")]
    several = {code: folder / code for code in languages if (folder / code).is_dir()}
    if not several:
        code = _language(folder) or language or (languages[0] if len(languages) == 1 else "")
        if code not in languages:
            return {}, [Problem(place, "import-oruk.language", {"known": ", ".join(languages)})]
        several = {code: folder}
    feeds: dict[str, Feed] = {}
    problems: list[Problem] = []
    for code, each in several.items():
        feed, found = read_feed(each)
        problems += found
        if feed:
            feeds[code] = feed
    if not feeds and not problems:
        problems.append(Problem(place, "import-oruk.nothing", {"names": NAMES}))
    return feeds, problems


def _language(folder: Path) -> str:
    """What the root of a feed of ours says. Nothing where there is none: whatever is wrong with the file is told when it is read."""
    try:
        root = json.loads((folder / "index.json").read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return ""
    return str(root.get("x_language", "")) if isinstance(root, dict) else ""

"""Rules over the built site, one a file, in the order in which they run."""

import json
from pathlib import Path

from drws.kernel.problem import Place, Problem
from drws.verify import files, languages, links, markup, privacy
from drws.verify.site import BuiltSite, Verifier, read_site

VERIFIERS: tuple[Verifier, ...] = (files, links, languages, markup, privacy)


def verify(root: Path) -> list[Problem]:
    """Everything that is wrong with a built site. `build-info.json`, which every build writes, says how to read it."""
    try:
        info = json.loads((root / "build-info.json").read_text("utf-8"))
        site = read_site(root, str(info["url"]), tuple(info["languages"]))
    except (OSError, ValueError, KeyError, TypeError):
        return [Problem(Place("site", line=1, column=1), "verify.unreadable")]
    return verify_site(site)


def verify_site(site: BuiltSite) -> list[Problem]:
    """Everything that is wrong with a site that has been read."""
    return [problem for verifier in VERIFIERS for problem in verifier.verify(site)]

"""`build-info.json`: for which day, of what and by what the site was made, and how to read it. It also marks the folder as one that Drws made."""

import json
from collections.abc import Iterator
from functools import partial

from drws import __version__
from drws.kernel.materials import Materials
from drws.planning.export import File, Publication
from drws.planning.page_plan import PagePlan

NAME = "build-info.json"


def export(publication: Publication) -> Iterator[File]:
    """One file."""
    searched = tuple(plan for plan in publication.plans if plan.is_searchable) if publication.is_searched else ()
    yield NAME, partial(_build_info, publication, searched)


def _build_info(publication: Publication, searched: tuple[PagePlan, ...]) -> bytes:
    site, plans = publication.site, publication.plans
    info: dict[str, object] = {
        "generator": f"drws {__version__}",
        "as_of": site.as_of.isoformat(),
        "url": site.partnership.url,
        "languages": [language.code for language in site.languages],
        "pages": {
            language.code: sum(plan.path.startswith(f"{language.code}/") for plan in plans)
            for language in site.languages
        },
        "records": len(site.entities),
    }
    if partial := [language.code for language in site.languages if language.partial]:
        info["partial_languages"] = partial
    if searched:
        info["searched"] = {each.code: sum(plan.language == each.code for plan in searched) for each in site.languages}
    if publication.is_compressed:
        info["compressed"] = True
    if publication.materials:
        info |= _made_of(publication.materials)
    return json.dumps(info, indent=2).encode() + b"\n"


def _made_of(materials: Materials) -> dict[str, object]:
    """With it anybody can make the same site again. `versions` is the one part that differs between versions of Python."""
    revision = materials.revision
    at = {"commit": revision.commit, "has_changes": revision.is_changed} if revision else {}
    return {**at, "sources_sha256": materials.sources, "versions": materials.versions}

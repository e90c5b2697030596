"""`build-info.json`: which day and which version made the site, and how to read it. It also marks the folder as one that Drws made."""

import json
from collections.abc import Iterator
from functools import partial

from drws import __version__
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
    return json.dumps(info, indent=2).encode() + b"\n"

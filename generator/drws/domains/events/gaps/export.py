"""The same for programs: JSON, in each language."""

import json
from collections.abc import Iterator
from functools import partial

from drws.domains.events.addresses import GAPS_JSON
from drws.domains.events.gaps.gaps import expected_dates
from drws.domains.events.settings import EventSettings
from drws.planning.export import File, Publication
from drws.planning.plan import Planner


def export(publication: Publication) -> Iterator[File]:
    """One file for each language, where somebody looks for dates."""
    for planner in publication.planners:
        if planner.addresses.has(GAPS_JSON, planner.code):
            yield planner.addresses.path(GAPS_JSON, planner.code), partial(_json, planner)


def _json(planner: Planner) -> bytes:
    watch = planner.site.settings(EventSettings).event_watch
    rows = [
        {
            "region": each.region.id,
            "region_name": planner.plain(each.region.name),
            "kind": each.kind.id,
            "kind_name": planner.plain(each.kind.name),
            "next_date": each.next_day.isoformat() if each.next_day else None,
            "is_missing": each.is_missing,
        }
        for each in expected_dates(planner.site)
    ]
    whole = {"as_of": planner.site.as_of.isoformat(), "weeks": watch.weeks if watch else None, "dates": rows}
    return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()

"""Who holds which records, for programs and spreadsheets: JSON and CSV (RFC 4180), in each language."""

import csv
import json
from collections.abc import Iterator
from functools import partial
from io import StringIO
from typing import Any
from urllib.parse import urljoin

from drws.domains.archives.addresses import HOLDINGS_JSON, HOLDINGS_TABLE, PAGE
from drws.domains.archives.holding.queries import areas_of, creator_types, part_of
from drws.domains.archives.holding.record import Custody, RecordHolding
from drws.domains.directory.queries import provider
from drws.kernel.period import Period
from drws.kernel.term import term
from drws.planning.export import File, Publication
from drws.planning.plan import Planner
from drws.read.tables import guarded

COLUMNS = (
    "creator",
    "creator_name",
    "creator_type",
    "start_date",
    "end_date",
    "areas",
    "holder",
    "holder_name",
    "basis",
    "part",
    "part_start_date",
    "part_end_date",
    "sources",
    "url",
)
"""A row for each holder of the records of a body, and one for a body of whose holder nothing is known."""


def export(publication: Publication) -> Iterator[File]:
    """Two files for each language, where there are such records."""
    for planner in publication.planners:
        if planner.addresses.has(HOLDINGS_JSON, planner.code):
            yield planner.addresses.path(HOLDINGS_JSON, planner.code), partial(_json, planner)
            yield planner.addresses.path(HOLDINGS_TABLE, planner.code), partial(_table, planner)


def _json(planner: Planner) -> bytes:
    whole = {"as_of": planner.site.as_of.isoformat(), "record_holdings": list(_rows(planner))}
    return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()


def _table(planner: Planner) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in _rows(planner):
        writer.writerow([_cell(value) for value in row.values()])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    words = "; ".join(value) if isinstance(value, list) else str(value or "")
    return guarded(words)


def _rows(planner: Planner) -> Iterator[dict[str, Any]]:
    for holding in planner.by_name(planner.site.all(RecordHolding)):
        for custody in holding.custody or (None,):
            yield dict(zip(COLUMNS, _values(holding, custody, planner), strict=True))


def _values(holding: RecordHolding, custody: Custody | None, planner: Planner) -> Iterator[Any]:
    site = planner.site
    holder = provider(custody.holder_id, site) if custody else None
    part = part_of(custody, site) if custody else None
    kind = term(creator_types(site), holding.creator_type_id)
    sources = (*holding.sources, *(custody.sources if custody else ()))
    yield holding.id
    yield planner.plain(holding.name)
    yield planner.plain(kind.name) if kind else None
    yield from _dates(holding.period)
    yield [planner.plain(area.name) for area in areas_of(holding, site)]
    yield custody.holder_id if custody else None
    yield planner.plain(holder.name) if holder else None
    yield custody.basis.value if custody else None
    yield planner.plain(part) if part else None
    yield from _dates(custody or Period())
    yield list(dict.fromkeys(each.url or each.document or each.description or "" for each in sources))
    yield urljoin(site.partnership.url, f"{planner.addresses.path(PAGE, planner.code)}#{holding.id}")


def _dates(period: Period) -> Iterator[str | None]:
    for day in (period.start_date, period.end_date):
        yield day.iso if day else None

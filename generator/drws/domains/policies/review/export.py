"""The reviews for programs and spreadsheets: JSON, CSV (RFC 4180) and a calendar (RFC 5545), in each language."""

import csv
import json
from collections.abc import Iterator
from functools import partial
from io import StringIO
from typing import Any
from urllib.parse import urljoin

from drws.domains.diary.calendar.export import as_icalendar
from drws.domains.policies.addresses import REVIEW_CALENDAR, REVIEW_TABLE, REVIEWS_JSON
from drws.domains.policies.review.calendar import review_calendar
from drws.domains.policies.review.reviews import Review, reviews
from drws.planning.export import File, Publication
from drws.planning.plan import Planner
from drws.read.tables import guarded

COLUMNS = ("policy", "name", "owner", "owner_name", "review_date", "state", "days_left", "url")


def export(publication: Publication) -> Iterator[File]:
    """Three files for each language, where there are policies."""
    for planner in publication.planners:
        addresses, code = planner.addresses, planner.code
        if addresses.has(REVIEWS_JSON, code):
            yield addresses.path(REVIEWS_JSON, code), partial(_json, planner)
            yield addresses.path(REVIEW_TABLE, code), partial(_table, planner)
        if calendar := planner.once(review_calendar):
            yield addresses.path(REVIEW_CALENDAR, code), partial(as_icalendar, calendar, planner.site.as_of)


def _json(planner: Planner) -> bytes:
    rows = [_row(review, planner) for review in reviews(planner.site)]
    whole = {"as_of": planner.site.as_of.isoformat(), "reviews": rows}
    return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()


def _table(planner: Planner) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for review in reviews(planner.site):
        cells = _row(review, planner).values()
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def _row(review: Review, planner: Planner) -> dict[str, Any]:
    """A review by the names of the columns. One with no owner named has None there."""
    return dict(
        zip(
            COLUMNS,
            (
                review.policy.id,
                planner.plain(review.policy.name),
                review.owner.id if review.owner else None,
                planner.plain(review.owner.name) if review.owner else None,
                review.day.isoformat(),
                review.state.value,
                review.days,
                urljoin(planner.site.partnership.url, planner.addresses.path(review.policy, planner.code)),
            ),
            strict=True,
        )
    )

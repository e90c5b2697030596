"""What is known of each organization as two files for programs, in all languages at once: JSON, and a table for spreadsheets (CSV, RFC 4180)."""

import csv
import json
from collections.abc import Iterator
from functools import partial
from io import StringIO
from typing import Any
from urllib.parse import urljoin

from drws.domains.directory.addresses import COMPLETENESS_JSON, COMPLETENESS_PAGE, COMPLETENESS_TABLE
from drws.domains.directory.completeness.facts import Completeness, Fact
from drws.domains.directory.completeness.page import in_groups
from drws.kernel.text import Text
from drws.planning.addresses import Target
from drws.planning.export import File, Publication
from drws.planning.plan import Planner
from drws.read.tables import guarded


def export(publication: Publication) -> Iterator[File]:
    """Both files, where there is an organization to tell of."""
    addresses, planners = publication.addresses, publication.planners
    code = planners[0].code
    if addresses.has(COMPLETENESS_JSON, code):
        yield addresses.path(COMPLETENESS_JSON, code), partial(_json, planners)
        yield addresses.path(COMPLETENESS_TABLE, code), partial(_table, planners)


def _json(planners: tuple[Planner, ...]) -> bytes:
    whole = {
        "as_of": planners[0].site.as_of.isoformat(),
        "url": _urls(COMPLETENESS_PAGE, planners),
        "facts": [{"id": fact.value, "name": _fact_names(fact, planners)} for fact in Fact],
        "organizations": [
            {
                "id": each.organization.id,
                "organization_type": each.organization.organization_type,
                "name": _said(each.organization.name, planners),
                "url": _urls(each.organization, planners),
                "known": [fact.value for fact in each.known],
                "missing": [fact.value for fact in each.missing],
            }
            for each in _in_order(planners)
        ],
    }
    return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()


def _table(planners: tuple[Planner, ...]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text)
    in_languages = [f"{name}_{planner.code}" for planner in planners for name in ("name", "url")]
    writer.writerow(["id", "organization_type", *in_languages, *(fact.value for fact in Fact)])
    for each in _in_order(planners):
        names, urls = _said(each.organization.name, planners), _urls(each.organization, planners)
        cells = [cell for planner in planners for cell in (names.get(planner.code, ""), urls[planner.code])]
        facts = ["known" if fact in each.known else "" for fact in Fact]
        row = (each.organization.id, each.organization.organization_type, *cells, *facts)
        writer.writerow(map(guarded, row))
    return text.getvalue().encode("utf-8-sig")


def _in_order(planners: tuple[Planner, ...]) -> Iterator[Completeness]:
    """As the page of the first language has them."""
    for group in in_groups(planners[0]):
        yield from group.members


def _said(text: Text, planners: tuple[Planner, ...]) -> dict[str, str]:
    return {planner.code: planner.plain(text) for planner in planners if text.is_in(planner.code)}


def _fact_names(fact: Fact, planners: tuple[Planner, ...]) -> dict[str, str]:
    return {planner.code: planner.say(f"completeness.fact.{fact}") for planner in planners}


def _urls(target: Target, planners: tuple[Planner, ...]) -> dict[str, Any]:
    url = planners[0].site.partnership.url
    return {planner.code: urljoin(url, planner.addresses.path(target, planner.code)) for planner in planners}

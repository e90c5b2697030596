"""`addresses.json`: where every page is, by its name, and what became of addresses that pages and files had before."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from drws.domains.website.ledger.planned import INDEX, answers_beside
from drws.domains.website.ledger.written import contact_count
from drws.planning.export import File, Publication

NAME = "addresses.json"


def export(publication: Publication) -> Iterator[File]:
    """One file, of paths from the root of the site."""
    yield NAME, partial(_written, publication)


def _written(publication: Publication) -> bytes:
    answers = answers_beside(publication.plans, publication.planners[0])
    pages: dict[str, dict[str, str]] = {}
    for plan in sorted(publication.plans, key=lambda plan: (plan.name, plan.path)):
        folder, slash, _ = plan.path.rpartition("/")
        if plan.is_indexed and plan.path.endswith(f"{slash}{INDEX}") and slash:
            pages.setdefault(plan.name, {})[plan.language] = f"{folder}/"
    table: dict[str, Any] = {
        "contacts": contact_count(publication.site),
        "pages": pages,
        "moved": dict(sorted(answers.moved.items())),
        "withdrawn": sorted(address for page in answers.withdrawn for address in page.addresses.values()),
        "gone": sorted(set(answers.gone)),
    }
    return json.dumps(table, indent=1).encode() + b"\n"

"""Site health for programs: JSON, in each language."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import urljoin

from drws.domains.website.addresses import HEALTH_JSON
from drws.domains.website.audits.links import BrokenLinks
from drws.domains.website.health.due import health
from drws.planning.export import File, Publication
from drws.planning.plan import Planner
from drws.planning.upkeep import Task, Upkeep


def export(publication: Publication) -> Iterator[File]:
    """One file for each language."""
    for planner in publication.planners:
        yield planner.addresses.path(HEALTH_JSON, planner.code), partial(_json, planner)


def _json(planner: Planner) -> bytes:
    found = planner.once(health)
    whole = {
        "as_of": planner.site.as_of.isoformat(),
        "links_were_asked": planner.site.dataset(BrokenLinks) is not None,
        "due": [
            {
                **_kind(each.kind, planner),
                "tasks": [_task(task, planner) for owned in each.owners for task in owned.tasks],
            }
            for _, kinds in found.due
            for each in kinds
        ],
        "ahead": [
            {"within_days": step.days, **_kind(kind, planner), **_task(task, planner)}
            for step in found.ahead
            for kind, task in step.tasks
        ],
    }
    return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()


def _kind(kind: Upkeep, planner: Planner) -> dict[str, str]:
    return {
        "kind": kind.id,
        "weight": kind.weight.value,
        "title": planner.say(f"upkeep.{kind.id}"),
        "fix": planner.say(f"upkeep.{kind.id}.fix"),
    }


def _task(task: Task, planner: Planner) -> dict[str, Any]:
    """The names of its keys hold for every task. What is not known is None."""
    owner = task.owner
    return {
        "name": task.name.words,
        "detail": task.detail.words if task.detail else None,
        "owner": owner.id if owner else None,
        "owner_name": planner.plain(owner.name) if owner else None,
        "day": task.day.isoformat() if task.day else None,
        "file": task.place.file,
        "field": task.place.field_name or None,
        "line": task.place.line or None,
        "url": urljoin(planner.site.partnership.url, task.url) if task.url else None,
    }

"""Nothing was checked, read or done on a day that has not come yet.

Refused::

    data/contacts/dyffryn-ymholiadau.yml: {assured_date: 2199-01-01}
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from drws.kernel.entity import Entity
from drws.kernel.problem import Place, Problem
from drws.kernel.site import Site
from drws.planning.check import Subject

if TYPE_CHECKING:
    from drws.kernel.entity import Happening

ID = "dates"


def check(subject: Subject) -> Iterator[Problem]:
    """Every date of what was read or done that has not come, and every history that is not told in order."""
    site, today = subject.site, subject.today
    for entity, path, day in chain(_assured(site), _done(site)):
        if day > today:
            yield future(entity.at(*path), day, subject)
    for entity in site.entities:
        history: tuple[Happening, ...] = getattr(entity, "history", ())
        for index, (earlier, later) in enumerate(pairwise(happening.date.first_day for happening in history)):
            if later < earlier:
                yield Problem(entity.at("history", index + 1, "date"), "dates.order")


def _assured(site: Site) -> Iterator[tuple[Entity, tuple[str | int, ...], date]]:
    """When somebody last confirmed each record."""
    return ((entity, ("assured_date",), entity.assured_date) for entity in site.entities if entity.assured_date)


def _done(site: Site) -> Iterator[tuple[Entity, tuple[str | int, ...], date]]:
    """When something was read, happened, was delivered or signed, wherever that stands in a record. Of a date that is known in part, its first day."""
    for entity, path, piece in site.pieces:
        for name in getattr(piece, "PAST_DATES", ()):
            if day := getattr(piece, name):
                yield entity, (*path, name), day.first_day


def future(place: Place, day: date, subject: Subject) -> Problem:
    """What is said of a day that has not come."""
    return Problem(place, "dates.future", {"value": day.isoformat(), "today": subject.today.isoformat()})

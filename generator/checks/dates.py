"""Nothing was checked, read or done on a day that has not come yet.

Refused::

    data/contacts/dyffryn-ymholiadau.yml: {assured_date: 2199-01-01}
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.checks.check import Subject
from generator.problems import Problem

if TYPE_CHECKING:
    from generator.model.entity import Happening

ID = "dates"


def check(subject: Subject) -> Iterator[Problem]:
    """Every date after the day for which the site is built."""
    today = subject.site.as_of
    for entity in subject.site.entities:
        if entity.assured_date and entity.assured_date > today:
            yield Problem(
                entity.at("assured_date"),
                "dates.future",
                {"value": entity.assured_date.isoformat(), "today": today.isoformat()},
            )
        for index, source in enumerate(entity.sources):
            if source.as_of and source.as_of.first_day > today:
                yield Problem(
                    entity.at("sources", index, "as_of"),
                    "dates.future",
                    {"value": source.as_of.first_day.isoformat(), "today": today.isoformat()},
                )
        history: tuple[Happening, ...] = getattr(entity, "history", ())
        for index, (earlier, later) in enumerate(pairwise(happening.date.first_day for happening in history)):
            if later < earlier:
                yield Problem(entity.at("history", index + 1, "date"), "dates.order")
    yield from _figures(subject)


def _figures(subject: Subject) -> Iterator[Problem]:
    """Figures that were read on a day that has not come."""
    today = subject.site.as_of
    for series in subject.site.observations.values():
        for index, observation in enumerate(series.observations):
            if observation.as_of and observation.as_of.first_day > today:
                values = {"value": observation.as_of.first_day.isoformat(), "today": today.isoformat()}
                yield Problem(series.at(index, "as_of"), "dates.future", values)

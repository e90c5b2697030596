"""Nothing was checked, read or done on a day that has not come yet.

Refused::

    data/contacts/dyffryn-ymholiadau.yml: {assured_date: 2199-01-01}
"""

from collections.abc import Iterator
from itertools import pairwise

from generator.checks.check import Subject
from generator.model import Body, Organization, Post, Service
from generator.problems import Problem

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
        if isinstance(entity, (Organization, Service, Body, Post)):
            days = [happening.date.first_day for happening in entity.history]
            for index, (earlier, later) in enumerate(pairwise(days)):
                if later < earlier:
                    yield Problem(entity.at("history", index + 1, "date"), "dates.order")

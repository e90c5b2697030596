"""Every number on one page, by what it is for, with when it is answered and how sure it is: to check, to print, to keep beside a telephone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from drws.domains.directory.addresses import NUMBERS_JSON, NUMBERS_PAGE, NUMBERS_TABLE
from drws.domains.directory.numbers.lines import Line, lines
from drws.domains.directory.queries import listed_name
from drws.kernel.site import grouped
from drws.kernel.term import Term
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


class PurposeLines(NamedTuple):
    """The numbers for one purpose, in the order of whose they are."""

    purpose: Term
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class NumbersView:
    """What the page prints."""

    purposes: tuple[PurposeLines, ...]
    count: int
    """How many numbers there are."""
    unconfirmed: int
    """How many of them nobody has confirmed."""
    json: str
    csv: str
    """Where the same is as a file."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page. Search finds the pages of those whose numbers they are."""
    every = lines(planner.site)
    if not every:
        return
    by_purpose = grouped((line.purpose.id, line) for line in every)
    view = NumbersView(
        tuple(PurposeLines(each[0].purpose, _in_order(each, planner)) for each in by_purpose.values()),
        count=len(every),
        unconfirmed=sum(not line.contact.is_assured for line in every),
        json=planner.url(NUMBERS_JSON),
        csv=planner.url(NUMBERS_TABLE),
    )
    yield from planner.page(NUMBERS_PAGE, "directory/numbers.html", view, is_searchable=False)


def _in_order(group: tuple[Line, ...], planner: Planner) -> tuple[Line, ...]:
    whose = {line.contact: listed_name(line.organization) for line in group}
    place = {contact: number for number, contact in enumerate(planner.by_name(whose, name=lambda each: whose[each]))}
    return tuple(sorted(group, key=lambda line: place[line.contact]))

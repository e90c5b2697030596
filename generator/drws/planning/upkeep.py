"""What has to be done for a site to stay right: each domain says what it knows of, and one page for the people who run the site shows it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from drws.kernel.entity import Entity
from drws.kernel.problem import Place
from drws.kernel.text import Said, Text
from drws.planning.addresses import Target, name_of

if TYPE_CHECKING:
    from drws.planning.plan import Planner


class Weight(StrEnum):
    """What it means to a visitor until it is done. In this order: the first is the worst."""

    NOBODY = "nobody"
    """Somebody who needs help finds nobody to turn to."""
    WRONG = "wrong"
    """A page leaves out what it once said, says what may be out of date, or leads nowhere."""
    UNSURE = "unsure"
    """A page says itself that nobody has confirmed it, or that nothing is known."""
    LATE = "late"
    """Something about how the service is run was due and is not recorded."""
    WORDS = "words"
    """What a page says is right, and nobody has looked at its words again."""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do."""

    name: Said
    """What it is about."""
    place: Place
    """The file to change, or the folder of the files."""
    url: str | None = None
    """The page on which it shows. None where there is none."""
    owner: Entity | None = None
    """Who can do it: an organization, or a post. None where nobody is named."""
    day: date | None = None
    """The day from which it is due. None for what is due as long as it is there."""
    detail: Said | None = None
    """What exactly, where the name does not say it."""

    def is_due(self, day: date) -> bool:
        """Is it to be done on a day already?"""
        return self.day is None or self.day <= day


@dataclass(frozen=True, slots=True)
class Upkeep:
    """A kind of thing to do."""

    id: str
    """The interface says `upkeep.<id>` of it, and `upkeep.<id>.fix`: what to do."""
    weight: Weight
    tasks: Callable[["Planner"], Iterable[Task]]
    """Every one of its kind on the day of the site, and those that are going to be due."""


def task(  # noqa: PLR0913  all but the record are named where it is called
    record: Entity,
    planner: "Planner",
    *path: str | int,
    name: Text | None = None,
    page: Target | None = None,
    owner: Entity | None = None,
    day: date | None = None,
    detail: str | Text | None = None,
) -> Task:
    """Something to do about a record: at `path` in its file, shown on its own page or on `page`."""
    said = detail.in_language(planner.code) if isinstance(detail, Text) else detail
    shown = next((each for each in (record, page) if each and planner.addresses.has(name_of(each), planner.code)), None)
    return Task(
        name=(name or record.name).in_language(planner.code),
        place=record.at(*path),
        url=planner.url(shown) if shown else None,
        owner=owner,
        day=day,
        detail=Said(said, planner.code) if isinstance(said, str) else said,
    )

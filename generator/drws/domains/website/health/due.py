"""What is to be done now, by how much it means to a visitor, and what is going to be due."""

from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from drws.domains.governance.post.record import Post
from drws.kernel.entity import Entity
from drws.planning.plan import Planner
from drws.planning.upkeep import Task, Upkeep, Weight
from drws.say.collation import alphabetical

AHEAD = (30, 60, 90)
"""Days within which something is going to be due: the steps in which it is told."""


class Owned(NamedTuple):
    """Tasks of one owner."""

    owner: Entity | None
    """An organization or a post. None for those of nobody."""
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """Everything of one kind that is to be done now."""

    kind: Upkeep
    owners: tuple[Owned, ...]
    """In the alphabetical order of their names, organizations before posts and those of nobody last."""

    @property
    def count(self) -> int:
        """How many tasks they are."""
        return sum(len(each.tasks) for each in self.owners)

    @property
    def has_details(self) -> bool:
        """Is there more to say of any than what it is about?"""
        return any(task.detail or task.day for each in self.owners for task in each.tasks)


@dataclass(frozen=True, slots=True)
class Ahead:
    """Everything that is going to be due within some days."""

    after: int
    """More days than these from the day of the site."""
    days: int
    """And not more than these."""
    tasks: tuple[tuple[Upkeep, Task], ...]
    """The first to come first."""


@dataclass(frozen=True, slots=True)
class Health:
    """How a site is on its day."""

    due: tuple[tuple[Weight, tuple[Due, ...]], ...]
    """By weight, the heaviest first. What nothing is due of is not there."""
    ahead: tuple[Ahead, ...]

    @property
    def count(self) -> int:
        """How many things are to be done now."""
        return sum(each.count for _, kinds in self.due for each in kinds)


def health(planner: Planner) -> Health:
    """For `planner.once`."""
    every = [(kind, tuple(kind.tasks(planner))) for kind in planner.domains.upkeep]
    day = planner.site.as_of
    due = [
        Due(kind, _by_owner([task for task in tasks if task.is_due(day)], planner))
        for kind, tasks in every
        if any(task.is_due(day) for task in tasks)
    ]
    weights = tuple((weight, tuple(each for each in due if each.kind.weight is weight)) for weight in Weight)
    coming = sorted(
        ((kind, task) for kind, tasks in every for task in tasks if not task.is_due(day)),
        key=lambda pair: (pair[1].day or day, pair[1].place.file),
    )
    steps = zip((0, *AHEAD), AHEAD, strict=False)
    ahead = tuple(Ahead(first, last, tuple(_within(coming, planner, first, last))) for first, last in steps)
    return Health(
        tuple((weight, kinds) for weight, kinds in weights if kinds), tuple(each for each in ahead if each.tasks)
    )


def _within(coming: list[tuple[Upkeep, Task]], planner: Planner, first: int, last: int) -> list[tuple[Upkeep, Task]]:
    """What is going to be due in more than `first` days and not more than `last`."""
    day = planner.site.as_of
    after, until = day + timedelta(days=first), day + timedelta(days=last)
    return [(kind, task) for kind, task in coming if task.day and after < task.day <= until]


def _by_owner(tasks: list[Task], planner: Planner) -> tuple[Owned, ...]:
    key = alphabetical(planner.language)
    owners = {(task.owner.KIND, task.owner.id): task.owner for task in tasks if task.owner}
    ordered = sorted(
        owners.values(), key=lambda owner: (isinstance(owner, Post), key(planner.plain(owner.name)), owner.id)
    )
    groups = [Owned(owner, tuple(task for task in tasks if task.owner == owner)) for owner in ordered]
    nobody = tuple(task for task in tasks if task.owner is None)
    return (*groups, *([Owned(None, nobody)] if nobody else []))

"""What every import of records has: the site whose records are made, and what became of each."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from drws.kernel.entity import Entity
from drws.kernel.problem import Problem
from drws.kernel.site import Site
from drws.planning.addresses import Addresses
from drws.planning.domain import Domains
from drws.read.decode import Context
from drws.read.tree import Value

LAST = ("sources", "confidence", "conflicts", "assured_date", "translation")
"""Where a record comes from, and how sure that is: it stands at its end."""


class Outcome(StrEnum):
    """What became of a record."""

    MADE = "made"
    RENEWED = "renewed"
    """It was there, and says something else now."""
    UNCHANGED = "unchanged"
    KEPT = "kept"
    """It is there, and not ours to write over: it stays as it is."""


@dataclass
class Imported:
    """What became of everything that was imported."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Target:
    """The site whose records are made."""

    data: Path
    site: Site
    addresses: Addresses
    domains: Domains
    context: Context
    today: date


def in_order(model: type[Entity], fields: Mapping[str, Value | None]) -> dict[str, Value]:
    """The fields that hold something, in the order of the data dictionary, where they come from last."""
    names = ("id", "name", *(name for name in model.model_fields if name not in ("id", "name", *LAST)), *LAST)
    return {name: value for name in names if (value := fields.get(name)) not in (None, "", [], {}, ())}

"""What a check is, and what it looks at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, cast

from generator.addresses import Addresses
from generator.model.site import Site
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Subject:
    """What a check looks at: the site, its addresses, and what could not be read and so is not in it."""

    site: Site
    addresses: Addresses
    unread: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By folder, the ids of records that exist but could not be read: they are reported already, and they do exist."""
    unread_pages: frozenset[str] = frozenset()
    """Likewise the paths of hand-written pages."""
    drawings: frozenset[str] = frozenset()
    """The drawings that the theme has."""

    def exists(self, folder: str, id_: str) -> bool:
        """Is there a record of this id, readable or not?"""
        return id_ in self.ids(folder) or id_ in self.unread.get(folder, ())

    def ids(self, folder: str) -> Mapping[str, object]:
        """The readable records of a folder."""
        return cast("Mapping[str, object]", getattr(self.site, folder))


class Check(Protocol):
    """A module with one rule. Its docstring is its page in `docs/checks.md`, and the `Refused` example in it is run as a test."""

    ID: str

    def check(self, subject: Subject) -> Iterable[Problem]:
        """Everything in the site that breaks the rule."""

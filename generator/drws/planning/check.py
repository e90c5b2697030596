"""What a check is, and what it looks at."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from drws.kernel.entity import Entity
from drws.kernel.ids import Mention
from drws.kernel.palette import ThemePalette
from drws.kernel.problem import Problem, nearest
from drws.kernel.site import Site
from drws.planning.addresses import Addresses
from drws.read.earlier import Earlier
from drws.say.strings import Strings

if TYPE_CHECKING:
    from drws.kernel.partnership import Document
    from drws.kernel.term import Term
    from drws.planning.domain import Domains


@dataclass(frozen=True, slots=True)
class Subject:
    """What a check looks at: the site, its addresses, and what could not be read and so is not in it."""

    site: Site
    addresses: Addresses
    domains: "Domains"
    today: date
    """The later of the day for which the site is made and the real one: what lies after it cannot have been read or done."""
    unread: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By folder, the ids of records that exist but could not be read: they are reported already, and they do exist."""
    unread_pages: frozenset[str] = frozenset()
    """Likewise the paths of hand-written pages."""
    drawings: frozenset[str] = frozenset()
    """The drawings that the site and the theme have."""
    palette: ThemePalette | None = None
    """The colours of the theme."""
    strings: Strings | None = None
    """What the interface says."""
    earlier: Earlier = field(default_factory=Earlier, repr=False, compare=False)
    """What an earlier run found in single files: checks that look at each by itself and take long ask it."""

    _existing: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def exists(self, collection: str, id_: str) -> bool:
        """Is there something of this id, readable or not?"""
        if collection not in self._existing:
            unread = (self.unread.get(model.FOLDER, ()) for model in self.models(collection))
            self._existing[collection] = frozenset(chain(self.ids(collection), *unread))
        name = id_.partition("#")[0] if collection == "pages" else id_
        return name in self._existing[collection]

    def has_page(self, name: str) -> bool:
        """Does a name lead to a page, be it one that could not be read? A file to save is none."""
        folders = {model.KIND: model.FOLDER for model in self.site.records}
        kind, _, id_ = name.partition(":")
        return (
            name in self.addresses.pages
            or id_ in self.unread.get(folders.get(kind, ""), ())
            or (kind == "page" and id_ in self.unread_pages)
        )

    def knows(self, mention: Mention) -> bool:
        """Is there something behind an id that a record names?"""
        return any(self.exists(name, mention.id) for name in mention.collections)

    def nearest(self, mention: Mention) -> str:
        """The id that was probably meant, or the empty string."""
        return nearest(mention.id, dict.fromkeys(id_ for name in mention.collections for id_ in self.ids(name)))

    def ids(self, collection: str) -> Collection[str]:
        """The ids of the readable records of a folder or of a role, of the terms of a list in `site.yml`, of the drawings, or of the pages."""
        if collection == "drawings":
            return sorted(self.drawings)
        if collection == "pages":
            return sorted(self._page_names())
        terms: tuple[Term | Document, ...] | None = getattr(self.site.partnership, collection, None)
        if terms is not None:
            return [term.id for term in terms]
        return [id_ for model in self.models(collection) for id_ in self.site.of(model)]

    def _page_names(self) -> Iterator[str]:
        """The names of pages as links have them, and of those whose record or text could not be read."""
        kinds = {"", "page", *(model.KIND for model in self.site.records)}
        for name in self.addresses.pages:
            if name.rpartition(":")[0] in kinds:  # no page of a list that was narrowed down
                yield name if ":" in name else f"page:{name}"
        yield from (f"{model.KIND}:{id_}" for model in self.site.records for id_ in self.unread.get(model.FOLDER, ()))
        yield from (f"page:{path}" for path in self.unread_pages)

    def models(self, collection: str) -> tuple[type[Entity], ...]:
        """The types of record that stand in a folder, or play a role."""
        return tuple(model for model in self.site.records if collection in (model.FOLDER, *model.roles()))


class Check(Protocol):
    """A module with one rule. Its docstring is its page in `docs/checks.md`, and the `Refused` example in it is run as a test."""

    ID: str

    def check(self, subject: Subject) -> Iterable[Problem]:
        """Everything in the site that breaks the rule."""

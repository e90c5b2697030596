"""The whole of the data as one immutable value, and how one finds something in it.

An unknown id answers “none” rather than raising, so that every check can run and report in the same pass.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from types import MappingProxyType
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from drws.kernel.authored import AuthoredPage, HoldsProse, Prose
from drws.kernel.entity import Entity
from drws.kernel.fact_kind import FactKind
from drws.kernel.ids import pieces
from drws.kernel.language import Language
from drws.kernel.partnership import Document, Partnership

E = TypeVar("E", bound=Entity)
S = TypeVar("S")
T = TypeVar("T")
V = TypeVar("V")


@dataclass(frozen=True)
class Site:
    """Everything that the site says, as it stands on one day."""

    partnership: Partnership
    languages: tuple[Language, ...]
    """The site's languages, the first in order first."""
    as_of: date
    """The day for which the site is built. Nothing else asks a clock."""
    records: Mapping[type[Entity], Mapping[str, Entity]]
    """Every record that has a file of its own, by its type and its id, in the order of the domains."""
    authored: Mapping[str, AuthoredPage]
    """Hand-written pages by their path under `content/<language>/`, without the ending."""
    datasets: Mapping[type, object] = field(default_factory=dict)
    """What was read that is no record: postcodes, figures, public holidays, by its type."""
    withheld: Mapping[tuple[str, str], frozenset[FactKind]] = field(default_factory=dict)
    """By type and id of a record, the kinds of its facts that were too old to trust: they are no longer in it."""
    _derived: dict[Callable[..., object], object] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of(self, model: type[E]) -> Mapping[str, E]:
        """The records of a type by their ids; of a role such as `Actor`, those of every type that plays it."""
        return cast("Mapping[str, E]", self.records[model] if model in self.records else self._by_role(model))

    def all(self, model: type[E]) -> Collection[E]:
        """The records of a type, or of every type that plays a role."""
        return self.of(model).values()

    def get(self, model: type[E], id_: str | None) -> E | None:
        """The record of a type, or of a role, that an id names."""
        return self.of(model).get(id_) if id_ else None

    def dataset(self, kind: type[T]) -> T | None:
        """What was read of a kind that is no record. None where the site has none of it."""
        return cast("T | None", self.datasets.get(kind))

    def settings(self, kind: type[S]) -> S:
        """What `data/site.yml` says about one subject. Raises TypeError for a subject that the site does not have."""
        settings = self.partnership.settings(kind)
        if settings is None:
            raise TypeError(f"the partnership has no {kind.__name__}: its domain is not in this site")
        return settings

    def language(self, code: str) -> Language:
        """The language with this code. The code is one of the site's own."""
        return next(language for language in self.languages if language.code == code)

    def withheld_from(self, record: Entity) -> frozenset[FactKind]:
        """The kinds of fact that a record no longer shows, because they were too old to trust."""
        return self.withheld.get((record.KIND, record.id), frozenset())

    def prose(self) -> Iterator[Prose]:
        """Every hand-written page in each language, then the passages of whatever else was read from Markdown."""
        for page in self.authored.values():
            yield from page.texts.values()
        for dataset in self.datasets.values():
            if isinstance(dataset, HoldsProse):
                yield from dataset.passages()

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The documents that sources name."""
        return MappingProxyType({document.id: document for document in self.partnership.documents})

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """Every record that has a file of its own."""
        return tuple(record for records in self.records.values() for record in records.values())

    @cached_property
    def pieces(self) -> tuple[tuple[Entity, tuple[str | int, ...], BaseModel], ...]:
        """Every record and every piece that it is made of, however deep, each with the record and the way from it to the piece."""
        return tuple((record, path, piece) for record in self.entities for path, piece in pieces(record))

    def derive(self, function: Callable[["Site"], T]) -> T:
        """What a function makes of the site: worked out once."""
        if function not in self._derived:
            self._derived[function] = function(self)
        return cast("T", self._derived[function])

    def _by_role(self, role: type[Entity]) -> Mapping[str, Entity]:
        roles = self.derive(_records_by_role)
        if role not in roles:
            found: dict[str, Entity] = {}
            for model, records in self.records.items():
                for id_, record in records.items() if issubclass(model, role) else ():
                    found.setdefault(id_, record)  # of two with one id, which a check reports, the first counts
            roles[role] = MappingProxyType(found)
        return roles[role]


def _records_by_role(_site: Site) -> dict[type[Entity], Mapping[str, Entity]]:
    return {}


def derived(function: Callable[[Site], T]) -> Callable[[Site], T]:
    """Mark a fact that follows from the whole site: it is worked out once for each site, however many pages show it."""

    @wraps(function)
    def once(site: Site) -> T:
        return site.derive(function)

    return once


def known(records: Mapping[str, V], ids: Iterable[str | None]) -> tuple[V, ...]:
    """The records that some ids name, in the order of the ids. An id that no record has is passed over: a check reports it."""
    return tuple(records[id_] for id_ in ids if id_ and id_ in records)


def grouped(pairs: Iterable[tuple[str, Any]]) -> Mapping[str, tuple[Any, ...]]:
    """Values under the keys that they come with, in their order."""
    groups: dict[str, list[Any]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return MappingProxyType({key: tuple(values) for key, values in groups.items()})

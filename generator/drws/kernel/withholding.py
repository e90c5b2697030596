"""A site without the facts that are too old to trust: nothing that is made of it, page, export or search index, can show them."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from drws.kernel.ageing import facts_of, is_expired
from drws.kernel.entity import Entity
from drws.kernel.fact_kind import FactKind
from drws.kernel.site import Site
from drws.kernel.text import Text

E = TypeVar("E", bound=Entity)


def withhold(site: Site, instead: Text) -> Site:
    """The site as it may be shown on its day. `instead` stands where a record cannot be without a text."""
    withheld: dict[tuple[str, str], frozenset[FactKind]] = {}

    def shown(records: Mapping[str, E]) -> Mapping[str, E]:
        return MappingProxyType({id_: _shown(record, site, instead, withheld) for id_, record in records.items()})

    aged = replace(site, records={model: shown(records) for model, records in site.records.items()})
    return replace(aged, withheld=MappingProxyType(withheld)) if withheld else site


def _shown(record: E, site: Site, instead: Text, withheld: dict[tuple[str, str], frozenset[FactKind]]) -> E:
    if record.assured_date is None:
        return record  # what nobody has confirmed does not age
    lives = site.partnership.half_lives
    expired = {
        kind: fields for kind, fields in facts_of(record) if is_expired(record.assured_date, kind, site.as_of, lives)
    }
    if not expired:
        return record
    withheld[(record.KIND, record.id)] = frozenset(expired)
    empty = {name: _empty(record, name, instead) for fields in expired.values() for name in fields}
    return record.model_copy(update=empty)


def _empty(record: Entity, name: str, instead: Text) -> object:
    """What a field holds when it holds nothing."""
    field = type(record).model_fields[name]
    return instead if field.is_required() else field.default

"""What rests on a law or an agreement: every provision of every record, seen from the other side."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from drws.domains.law.provision import Provision
from drws.kernel.entity import Entity
from drws.kernel.site import Site, derived


class Citation(NamedTuple):
    """A record that rests on a place in a law or an agreement."""

    record: Entity
    provision: Provision
    path: tuple[str | int, ...]
    """Where in the record the provision stands."""


def every_citation(site: Site) -> Iterator[Citation]:
    """Every provision of every record, however deep it stands in it."""
    for record, path, piece in site.pieces:
        if isinstance(piece, Provision):
            yield Citation(record, piece, path)


@derived
def citations(site: Site) -> Mapping[tuple[str, str], tuple[Citation, ...]]:
    """What rests on each law and each agreement, by its folder and id."""
    found: dict[tuple[str, str], list[Citation]] = {}
    for each in every_citation(site):
        if each.provision.legislation_id:
            found.setdefault(("legislation", each.provision.legislation_id), []).append(each)
        if each.provision.agreement_id:
            found.setdefault(("agreements", each.provision.agreement_id), []).append(each)
    return MappingProxyType({key: tuple(each) for key, each in found.items()})

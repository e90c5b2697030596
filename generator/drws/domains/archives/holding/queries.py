"""What follows from a holding and the directory: the kind of body, where it worked, and which part each holder has."""

from drws.domains.archives.holding.record import Custody, RecordHolding
from drws.domains.archives.settings import RecordCreatorType, RecordSettings
from drws.domains.directory.organization.record import Authority, Region
from drws.domains.directory.queries import areas, authorities_in, provider
from drws.kernel.site import Site, known
from drws.kernel.term import Term
from drws.kernel.text import Text


def creator_types(site: Site) -> tuple[RecordCreatorType, ...]:
    """The kinds of bodies, in the order of lists."""
    return site.settings(RecordSettings).record_creator_types


def part_of(custody: Custody, site: Site) -> Text | None:
    """Which part of the records a holder has, by place. None where it has all of them."""
    holder = provider(custody.holder_id, site)
    return custody.place or (holder.place if isinstance(holder, Authority) else None)


def areas_of(holding: RecordHolding, site: Site) -> tuple[Authority | Region | Term, ...]:
    """Where the body worked, as the areas are today: those it names, then those of the authorities that hold its records."""
    holders = (provider(each.holder_id, site) for each in holding.custody)
    authorities = (each.id for each in holders if isinstance(each, Authority))
    return known(areas(site), dict.fromkeys((*holding.area_ids, *authorities)))


def authorities_of(holding: RecordHolding, site: Site) -> tuple[Authority, ...]:
    """The authorities in whose areas the body worked."""
    found: dict[str, Authority] = {}
    for area in areas_of(holding, site):
        within = authorities_in(area, site) if isinstance(area, Region) else (area,)
        found |= {each.id: each for each in within if isinstance(each, Authority)}
    return tuple(found.values())


def may_be_anywhere(holding: RecordHolding, site: Site) -> bool:
    """Did the body work in every region, or is it not known where?"""
    found = areas_of(holding, site)
    return not found or any(isinstance(area, Term) for area in found)

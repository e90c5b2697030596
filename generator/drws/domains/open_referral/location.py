"""HSDS `location`, with its `address` and `accessibility`."""

import re

from drws.domains.directory.finder.geography import Geography
from drws.domains.directory.location.record import Address, Location, LocationType
from drws.domains.directory.organization.record import Authority
from drws.domains.directory.queries import provider
from drws.domains.directory.service.record import DeliveryMode, Service
from drws.domains.open_referral.ids import uuid_of, uuid_of_record
from drws.domains.open_referral.provenance import provenance
from drws.domains.open_referral.stated import Stated, stated, ui_words
from drws.kernel.site import Site
from drws.kernel.text import Said
from drws.planning.plan import Planner

FAR = (DeliveryMode.PHONE, DeliveryMode.ONLINE)
"""The ways in which a service is given where nobody goes anywhere: HSDS calls that a virtual location."""


def location(record: Location, planner: Planner) -> Stated:
    """A place that can be visited or written to."""
    site = planner.site
    owner = provider(record.organization_id, site)
    address = record.address_in(planner.code)
    return {
        **stated(
            planner,
            id=uuid_of_record(site, record),
            location_type=record.location_type.value,
            organization_id=uuid_of_record(site, owner) if owner else None,
            name=record.name,
            description=record.description,
            addresses=[_address(address, record, planner)] if address else [],
            accessibility=[
                stated(
                    planner,
                    id=uuid_of(site, record.KIND, record.id, "accessibility", str(number)),
                    description=each.description,
                    details=each.details,
                    url=each.website,
                )
                for number, each in enumerate(record.accessibility)
            ],
        ),
        **provenance(record, planner),
    }


def virtual_location(service: Service, planner: Planner) -> Stated | None:
    """Where a service is given by telephone or online. Nothing where it is not; no address is made up for it."""
    modes = [mode for mode in FAR if mode in service.delivery_modes]
    if not modes:
        return None
    words = [ui_words(planner, f"facet.how.{mode}") for mode in modes]
    return stated(
        planner,
        id=uuid_of(planner.site, service.KIND, service.id, LocationType.VIRTUAL.value),
        location_type=LocationType.VIRTUAL.value,
        name=Said(", ".join(each.words for each in words), words[0].language),
    )


def _address(address: Address, record: Location, planner: Planner) -> Stated:
    return stated(
        planner,
        id=uuid_of(planner.site, record.KIND, record.id, "address"),
        address_1=address.address_1,
        address_2=address.address_2,
        city=address.city,
        state_province=_state_province(address, planner),
        postal_code=address.postal_code,
        country=address.country,
        address_type=record.location_type.value,
        x_language=address.language,
    )


def _state_province(address: Address, planner: Planner) -> str:
    """The place that the authority of the postcode governs. HSDS wants one, and our addresses have none: elsewhere it is the town again."""
    code = _authority_code(address.postal_code, planner.site)
    authority = next((each for each in planner.site.all(Authority) if each.code == code), None)
    return planner.plain(authority.place) if authority else address.city


def _authority_code(postcode: str, site: Site) -> str | None:
    geography = site.dataset(Geography)
    parts = re.fullmatch(r"(\S+) (\d[A-Z]{2})", postcode)
    return geography.postcodes.authority_code(parts[1], parts[2]) if geography and parts else None

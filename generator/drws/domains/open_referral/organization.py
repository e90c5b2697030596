"""HSDS `organization`: who provides and decides. Regions and authorities are organizations as well."""

from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.queries import contacts_of, locations_of, provider
from drws.domains.directory.settings import DirectorySettings
from drws.domains.open_referral.addresses import alternates
from drws.domains.open_referral.contact import contact
from drws.domains.open_referral.ids import uuid_of, uuid_of_record
from drws.domains.open_referral.location import location
from drws.domains.open_referral.provenance import findings, provenance
from drws.domains.open_referral.stated import Stated, stated
from drws.domains.open_referral.taxonomy import Taxonomy, attributes
from drws.kernel.site import Site, known
from drws.planning.addresses import name_of
from drws.planning.plan import Planner

GSS = "GSS"
"""The scheme of the codes by which the Government Statistical Service knows areas and those who govern them."""
AS_PROVIDER = (
    "id",
    "name",
    "description",
    "email",
    "website",
    "parent_organization_id",
    "organization_identifiers",
    "attributes",
    "x_record",
    "x_url",
    "x_in_language",
)
"""What of an organization stands in its services: the fields of the UK profile, and where the rest is."""


def organization(record: Organization, planner: Planner) -> Stated:
    """An organization with everybody who can be reached there and its places."""
    return {
        **_own(record, planner),
        **stated(
            planner,
            contacts=[contact(each, planner) for each in contacts_of(record, planner.site)],
            locations=[location(each, planner) for each in locations_of(record, planner.site)],
            x_facts=findings(record.facts, planner),
        ),
    }


def brief(record: Organization, planner: Planner) -> Stated:
    """An organization as it stands in a service that it provides."""
    own = _own(record, planner)
    return {name: own[name] for name in AS_PROVIDER if name in own}


def _own(record: Organization, planner: Planner) -> Stated:
    """What an organization says of itself."""
    site = planner.site
    path = planner.addresses.path(record, planner.code)
    parent = _parent(record, site)
    emails = (email for each in contacts_of(record, site) for email in each.emails)
    return {
        **stated(
            planner,
            id=uuid_of_record(site, record),
            name=record.name,
            description=record.description,
            email=next(emails, None),
            website=record.website,
            parent_organization_id=uuid_of_record(site, parent) if parent else None,
            organization_identifiers=_identifiers(record, site),
            attributes=attributes(
                (record.KIND, record.id),
                "organization",
                Taxonomy.ORGANIZATION_TYPE,
                (record.organization_type,),
                planner,
            ),
            x_url=site.partnership.url + path,
            x_alternate_names=dict(record.alternate_names.names),
            x_abbreviation=record.abbreviation,
            x_status=record.status.value,
            x_alternate=alternates(f"organizations/{uuid_of_record(site, record)}.json", site),
            **_of_a_kind(record, site),
        ),
        **provenance(record, planner),
    }


def _of_a_kind(record: Organization, site: Site) -> Stated:
    """What only a region, or only an authority, has."""
    match record:
        case Authority():
            region = known(site.of(Region), (record.region_id,))
            return {"x_place": record.place, "x_region": name_of(region[0]) if region else None}
        case Region():
            lead = known(site.of(Authority), (record.lead_authority_id,))
            return {"x_lead_authority": name_of(lead[0]) if lead else None}
    return {}


def _parent(record: Organization, site: Site) -> Organization | None:
    """A region is part of the partnership, and nobody else of anybody: no record says so."""
    return provider(site.settings(DirectorySettings).organization_id, site) if isinstance(record, Region) else None


def _identifiers(record: Organization, site: Site) -> list[Stated]:
    """Numbers in public registers, and the code of an authority. HSDS wants a type beside a scheme: it is the scheme again."""
    code = ((GSS, record.code),) if isinstance(record, Authority) else ()
    return [
        {
            "id": uuid_of(site, record.KIND, record.id, "identifier", scheme, identifier),
            "organization_id": uuid_of_record(site, record),
            "identifier_scheme": scheme,
            "identifier_type": scheme,
            "identifier": identifier,
        }
        for scheme, identifier in (*((each.scheme, each.identifier) for each in record.identifiers), *code)
    ]

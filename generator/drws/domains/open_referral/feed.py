"""The collections of a feed in one language, by the names of the endpoints of the API."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from drws.domains.directory.organization.record import Authority
from drws.domains.directory.queries import listed_services, providers
from drws.domains.directory.service.record import Service
from drws.domains.open_referral.addresses import alternates
from drws.domains.open_referral.ids import uuid_of, uuid_of_record
from drws.domains.open_referral.organization import organization
from drws.domains.open_referral.service import service, service_at_locations
from drws.domains.open_referral.service_area import covers
from drws.domains.open_referral.stated import Stated
from drws.domains.open_referral.taxonomy import Taxonomy, taxonomies, taxonomy_terms
from drws.planning.plan import Planner

VERSION = "HSDS-UK-3.0"
PROFILE = "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md"
OPENAPI = "https://docs.openreferraluk.org/en/latest/openapi30.json"
"""The standard, its profile and its description, as the profile’s own example of this answer has them."""

COLLECTIONS = ("services", "organizations", "taxonomies", "taxonomy_terms", "service_at_locations")
"""The endpoints that list something."""


def root(planner: Planner) -> Stated:
    """What the API says of itself, the day for which it was made, and where the other languages are."""
    return {
        "version": VERSION,
        "profile": PROFILE,
        "openapi_url": OPENAPI,
        "x_title": planner.plain(planner.site.partnership.name),
        "x_language": planner.code,
        "x_as_of": planner.site.as_of.isoformat(),
        "x_alternate": alternates("index.json", planner.site),
    }


def makers(name: str, planner: Planner) -> Mapping[str, Callable[[], Stated]]:
    """By its id, what makes each object of a list: a file of one object makes no other."""
    site = planner.site
    match name:
        case "services":
            return {uuid_of_record(site, each): partial(service, each, planner) for each in _services(planner)}
        case "organizations":
            every = sorted(providers(site).values(), key=lambda each: (each.FOLDER, each.id))
            return {uuid_of_record(site, each): partial(organization, each, planner) for each in every}
        case "taxonomies":
            found = taxonomies(planner)
        case "taxonomy_terms":
            found = taxonomy_terms(planner)
        case _:
            found = [each for record in _services(planner) for each in service_at_locations(record, planner)]
    return {each["id"]: partial(dict, each) for each in found}


def collection(name: str, planner: Planner) -> tuple[Stated, ...]:
    """Everything in a list, whole: made once for a language."""
    made = planner.once(_collections)
    if name not in made:
        made[name] = tuple(make() for make in makers(name, planner).values())
    return made[name]


def services_in(authority: Authority, planner: Planner) -> Iterator[Stated]:
    """The services that somebody who lives there can use."""
    site = planner.site
    wanted = {uuid_of_record(site, each) for each in listed_services(site) if covers(each, authority, site)}
    return (each for each in collection("services", planner) if each["id"] in wanted)


def services_with(taxonomy: Taxonomy, code: str, planner: Planner) -> Iterator[Stated]:
    """The services that somebody can use and that have a term."""
    site = planner.site
    term = uuid_of(site, "taxonomy_term", taxonomy.value, code)
    wanted = {uuid_of_record(site, each) for each in listed_services(site)}
    return (
        each
        for each in collection("services", planner)
        if each["id"] in wanted and term in {had["taxonomy_term_id"] for had in each.get("attributes", ())}
    )


def _collections(_planner: Planner) -> dict[str, tuple[Stated, ...]]:
    return {}


def _services(planner: Planner) -> list[Service]:
    """Every service, those that have ended as well: their status says so."""
    return sorted(planner.site.all(Service), key=lambda each: each.id)

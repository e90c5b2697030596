"""A service for programs (schema.org `Service`, `GovernmentService`)."""

from collections.abc import Iterable, Iterator

from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.contact.linked_data import contact_points
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.linked_data import kind_of, organization_reference
from drws.domains.directory.queries import areas, providers_of
from drws.domains.directory.service.record import Service
from drws.kernel.site import known
from drws.planning.linked_data import Node, id_of, is_told, node
from drws.planning.plan import Planner


def linked_data(service: Service, contacts: Iterable[Contact], planner: Planner) -> tuple[Node, ...]:
    """It, who provides it and whom to ask. Nothing of one that nobody can use now: a program would still offer it."""
    if not service.is_listed:
        return ()
    site = planner.site
    providers = providers_of(service, site)
    is_government = bool(providers) and all(kind_of(each) == "GovernmentOrganization" for each in providers)
    website = service.website if is_told(service, "website", planner) else None
    told = is_told(service, "description", planner)
    said = {
        "name": planner.plain(service.name),
        "description": planner.plain(service.summary) if told else None,
        "url": website.in_language(planner.code)[0] if website else None,
        "serviceType": [planner.plain(each.name) for each in known(site.of(KindOfHelp), service.kind_of_help_ids)],
        "audience": [
            node("Audience", {"audienceType": planner.plain(each.name)})
            for each in known(site.of(Audience), service.audience_ids)
        ],
        "areaServed": [
            node("AdministrativeArea", {"name": planner.plain(each.name)})
            for each in known(areas(site), service.area_ids)
        ],
        "provider": [organization_reference(each, planner) for each in providers],
        "availableChannel": list(_channels(service, contacts, planner)),
    }
    return (node("GovernmentService" if is_government else "Service", said, id_of(service, planner)),)


def _channels(service: Service, contacts: Iterable[Contact], planner: Planner) -> Iterator[Node]:
    """How to get at it: the languages in which it is given, and each number and mailbox of whom to ask."""
    languages = list(service.languages) if is_told(service, "languages", planner) else None
    for point in contact_points(contacts, planner):
        if "telephone" in point:
            yield node("ServiceChannel", {"servicePhone": point, "availableLanguage": languages})
        else:
            yield node("ServiceChannel", {"serviceUrl": f"mailto:{point['email']}", "availableLanguage": languages})

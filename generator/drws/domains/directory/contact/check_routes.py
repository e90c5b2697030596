"""Every service, and every region, can be reached.

A page that explains a service and does not say whom to ask leaves its reader alone. A contact has a telephone number, a mailbox, a form or
an address; a service without contacts of its own has a provider that can be reached.

Refused::

    data/contacts/dyffryn-newydd.yml:
      id: dyffryn-newydd
      translation: draft
      organization_id: dyffryn
      name: {cy: Ymholiadau, en: Enquiries}
      purpose: enquiries
      sources: [{url: https://dyffryn.example/}]
"""

from collections.abc import Iterator

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Organization, Region
from drws.domains.directory.queries import contacts_of, listed_services, providers_of
from drws.domains.directory.service.record import Service
from drws.kernel.problem import Place, Problem
from drws.planning.check import Subject

ID = "contact-routes"


def check(subject: Subject) -> Iterator[Problem]:
    """Every contact that holds no way to get in touch, and every service and region that nobody can reach."""
    site = subject.site
    for contact in site.all(Contact):
        if not (contact.is_reachable or contact.website or contact.location_id):
            yield Problem(contact.at("id"), "contact-routes.empty", {"id": contact.id})
    if any(subject.unread.values()):
        return
    for region in site.all(Region):
        if not _reachable(region, subject):
            yield Problem(region.at("id"), "contact-routes.region", {"id": region.id})
    for service in listed_services(site):
        if not (
            service.contact_ids
            or service.website
            or any(_reachable(provider, subject) for provider in providers_of(service, site))
        ):
            yield Problem(_where(service), "contact-routes.service", {"id": service.id})


def _reachable(organization: Organization, subject: Subject) -> bool:
    return bool(contacts_of(organization, subject.site) or organization.website)


def _where(service: Service) -> Place:
    return service.at("organization_id") if service.organization_id else service.at("delivered_by")

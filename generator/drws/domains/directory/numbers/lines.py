"""Every number that the site shows, with whom it reaches. Numbers that are too old to trust are not among them: no page has them either."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.contact.doubt import Doubt, doubt_about
from drws.domains.directory.contact.record import Contact, ContactPhone
from drws.domains.directory.organization.record import Organization
from drws.domains.directory.queries import provider
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.site import Site, derived
from drws.kernel.term import Term
from drws.kernel.values import PartialDate


@dataclass(frozen=True, slots=True)
class Line:
    """A number, and whom one reaches by it."""

    id: str
    """The same for as long as the number belongs to the contact: `letterbox:voice:+441234567890`."""
    phone: ContactPhone
    contact: Contact
    organization: Organization
    purpose: Term
    doubt: Doubt | None
    """Why the number may be wrong."""

    @property
    def source_date(self) -> PartialDate | None:
        """The date of the newest source that has one."""
        return max((source.as_of for source in self.contact.sources if source.as_of), default=None)


def purposes(site: Site) -> tuple[Term, ...]:
    """What contacts are for, what cannot wait first."""
    settings = site.settings(DirectorySettings)
    order = {id_: place for place, id_ in enumerate(settings.urgent_purpose_ids)}
    return tuple(sorted(settings.contact_purposes, key=lambda purpose: order.get(purpose.id, len(order))))


@derived
def lines(site: Site) -> tuple[Line, ...]:
    """All of them: those that cannot wait first, then by purpose, and the best line of each contact first."""
    return tuple(_lines(site))


def _lines(site: Site) -> Iterator[Line]:
    for purpose in purposes(site):
        for contact in sorted(site.all(Contact), key=lambda contact: contact.id):
            organization = provider(contact.organization_id, site)
            if contact.purpose == purpose.id and organization:
                doubt = doubt_about(contact, site)
                for id_, phone in _named(contact):
                    yield Line(id_, phone, contact, organization, purpose, doubt)


def _named(contact: Contact) -> Iterator[tuple[str, ContactPhone]]:
    """The lines of a contact, each under a name that does not depend on their order."""
    times = Counter[str]()
    for phone in contact.phones:
        parts = (contact.id, phone.type, phone.number.dialled, phone.extension, phone.option)
        name = ":".join(part for part in parts if part)
        times[name] += 1
        yield (name if times[name] == 1 else f"{name}:{times[name]}"), phone

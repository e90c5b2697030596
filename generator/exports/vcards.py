"""A card for each contact that a telephone can keep: vCard 3.0 (RFC 2426), which every address book reads."""

from collections.abc import Iterator

import vobject

from generator.addresses import Addresses, card_of
from generator.model import Contact
from generator.model.site import Site
from generator.pages.plan import PagePlan


def export(site: Site, _plans: tuple[PagePlan, ...], addresses: Addresses) -> Iterator[tuple[str, bytes]]:
    """One file for each contact and language. What is not published of a contact is not in its card either."""
    for contact in site.contacts.values():
        if contact.is_reachable:
            for language in site.languages:
                path = addresses.path(card_of(contact), language.code)
                yield path, _card(contact, site, language.code, site.partnership.url + path)


def _card(contact: Contact, site: Site, language: str, address: str) -> bytes:
    organization = site.provider(contact.organization_id)
    card = vobject.vCard()
    card.add("n").value = vobject.vcard.Name(family=contact.name.in_language(language).words)
    card.add("fn").value = contact.name.in_language(language).words
    card.add("uid").value = address
    if organization:
        card.add("org").value = [organization.name.in_language(language).words]
    for phone in contact.phones:
        card.add("tel").value = phone.number.e164
    for email in contact.emails:
        card.add("email").value = email
    if contact.website:
        card.add("url").value = contact.website.in_language(language)[0]
    return str(card.serialize()).encode()

"""A card for each contact that a telephone can keep: vCard 3.0 (RFC 2426), which every address book reads."""

import re
from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from icalendar import Component
from icalendar.prop import vN, vOrg, vText, vUri

from drws.domains.directory.addresses import card_of
from drws.domains.directory.contact.record import Contact, ContactPhone, PhoneType
from drws.domains.directory.queries import provider
from drws.planning.export import File, Publication
from drws.planning.plan import Planner


def export(publication: Publication) -> Iterator[File]:
    """One file for each contact and language. What is not published of a contact is not in its card either."""
    site, addresses = publication.site, publication.addresses
    for contact in site.all(Contact):
        if contact.is_reachable:
            for planner in publication.planners:
                path = addresses.path(card_of(contact), planner.code)
                yield path, partial(_card, contact, planner, site.partnership.url + path)


class _Card(Component):
    """A card: vCard has the same lines as iCalendar, for which the library is (RFC 2425)."""

    name: ClassVar[str | None] = "VCARD"


def _card(contact: Contact, planner: Planner, address: str) -> bytes:
    language = planner.code
    organization = provider(contact.organization_id, planner.site)
    name = contact.name.in_language(language).words
    card = _Card()
    card.add("version", vText("3.0"))
    card.add("n", vN((name, "", "", "", "")))
    card.add("fn", vText(name))
    card.add("uid", vText(address))
    if organization:
        card.add("org", vOrg((organization.name.in_language(language).words,)))
    # A number or a URI is no text: in it a backslash before a comma would be part of it (RFC 2426, section 4).
    for phone in contact.phones:
        card.add("tel", vUri(_dialled(phone)), parameters={"TYPE": _TYPES[phone.type]})
    for email in contact.emails:
        card.add("email", vText(email))
    for page in (contact.website, contact.web_chat):
        if page:
            card.add("url", vUri(page.in_language(language)[0]))
    if note := "\n".join(_unsaid(contact, planner)):
        card.add("note", vText(note))
    return bytes(card.to_ical(sorted=False))


_TYPES = {
    PhoneType.VOICE: "VOICE",
    PhoneType.FREEPHONE: "VOICE",
    PhoneType.TEXTPHONE: "TEXTPHONE",
    PhoneType.TEXT: "TEXT",
}
"""What RFC 2426 calls each kind of line, and RFC 6350 those that it has no word for: a telephone shows a word that it does not know as
the label of the number."""


def _unsaid(contact: Contact, planner: Planner) -> Iterator[str]:
    """What no property of a card says, and whoever rings from their address book needs: a line each."""
    for phone in contact.phones:
        if phone.option:
            yield f"{phone.number.text}. {planner.say('contact_card.option', keys=phone.option)}"
        if phone.message:
            yield f"{phone.number.text}. {planner.say('contact_card.message', words=phone.message)}"
    if contact.is_always_open:
        yield planner.say("contact_card.always")


def _dialled(phone: ContactPhone) -> str:
    """What a telephone dials: the number, a pause (a comma) for the answer, and the extension.

    An extension that no key stands for is left to the page; a number that ends with it would not ring.
    """
    extension = re.sub(r"[\s-]", "", phone.extension or "")
    return f"{phone.number.dialled},{extension}" if re.fullmatch(r"[0-9*#]+", extension) else phone.number.dialled

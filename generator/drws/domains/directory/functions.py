"""What templates can ask of the directory about a record that they print."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from drws.domains.directory.child_in_danger.route import ring_instead_of
from drws.domains.directory.completeness.facts import completeness_of
from drws.domains.directory.contact.doubt import doubt_about
from drws.domains.directory.contact.record import Contact, ContactPhone
from drws.domains.directory.contact.speech import OpeningSpeech
from drws.domains.directory.location.record import Location
from drws.domains.directory.queries import assurance_of, fallback_contacts, opening_of, provider, providers_of
from drws.domains.directory.settings import DirectorySettings
from drws.planning.plan import Planner
from drws.say.pressable import pressable


def functions(planner: Planner) -> Mapping[str, Callable[..., Any]]:
    """By the names that templates use."""
    site = planner.site
    speech = OpeningSpeech(planner.code, planner.strings)

    def location_of(contact: Contact) -> Location | None:
        return site.get(Location, contact.location_id)

    emergency = site.get(Contact, site.settings(DirectorySettings).emergency_contact_id)

    def emergency_contact() -> Contact | None:
        return emergency

    def emergency_line() -> ContactPhone | None:
        return emergency.line if emergency else None

    def with_numbers(html: Any, contacts: Iterable[Contact] = ()) -> Any:  # noqa: ANN401  markup is the business of `say`
        named = [each for each in (*contacts, emergency) if each]
        texted = {phone.number.text: phone.uri for each in named for phone in each.phones if not phone.is_rung}
        rung = {each.line.number.text: each.line.uri for each in named if each.line}
        return pressable(html, texted | rung)  # A number that takes both is rung.

    return {
        "assurance_of": partial(assurance_of, site=site),
        "completeness_of": partial(completeness_of, site=site),
        "doubt_about": partial(doubt_about, site=site),
        "emergency_contact": emergency_contact,
        "emergency_line": emergency_line,
        "fallback_contacts": partial(fallback_contacts, site),
        "location_of": location_of,
        "open_now_words": speech.open_now_words,
        "open_now_longest": speech.open_now_longest,
        "opening_of": partial(opening_of, site=site),
        "provider": partial(provider, site=site),
        "ring_instead_of": partial(ring_instead_of, site=site),
        "providers_of": partial(providers_of, site=site),
        "time": speech.time,
        "with_numbers": with_numbers,
    }

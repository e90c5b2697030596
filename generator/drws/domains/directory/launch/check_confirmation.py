"""People have confirmed with the organizations what the site says of them.

Where nobody has, the page says so. Those whom the site tells to ring in danger, or where nobody else answers, must be confirmed: a number that
has changed costs minutes, or the only call that somebody dares to make. Not the emergency number of the country (`emergency_contact_id`): nobody
rings that to try it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.queries import fallback_contacts
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.problem import Place, Problem, Severity
from drws.kernel.site import Site, known
from drws.planning.check import Subject

ID = "confirmation"


def check(subject: Subject) -> Iterator[Problem]:
    """Each line for those in danger that is not confirmed, then how many other records are not, and where they are."""
    site = subject.site
    yield from unconfirmed_lines(_for_those_in_danger(site), site)
    aging = [each for each in site.entities if each.AGES]
    unconfirmed = Counter(each.FOLDER for each in aging if not each.is_assured)
    if unconfirmed:
        places = ", ".join(f"{name} {count}" for name, count in unconfirmed.most_common())
        values = {"count": unconfirmed.total(), "total": len(aging), "places": places}
        yield Problem(Place("data", line=1, column=1), "launch.unconfirmed", values, Severity.WARNING)


def unconfirmed_lines(contacts: Iterable[Contact], site: Site) -> Iterator[Problem]:
    """What is said of lines that people in danger are told to ring, where nobody has confirmed them."""
    emergency = site.settings(DirectorySettings).emergency_contact_id
    for contact in dict.fromkeys(contacts):
        if not contact.is_assured and contact.id != emergency:
            yield Problem(contact.at(), "launch.unconfirmed-line", {"id": contact.id})


def _for_those_in_danger(site: Site) -> Iterator[Contact]:
    settings = site.settings(DirectorySettings)
    rule = settings.child_in_danger
    yield from known(site.of(Contact), rule.contact_ids if rule else ())
    yield from fallback_contacts(site)

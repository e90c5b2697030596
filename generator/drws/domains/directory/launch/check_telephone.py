"""The partnership itself can be rung.

Somebody who does not know which region or service to ask rings the number of the whole. Where there is none, the site sends them to the
helplines of others (`fallback_contact_ids`), who may not know that they are meant to answer: then it is a warning. Where there are none of
these either, nobody answers, and that must not be.
"""

from collections.abc import Iterator

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.queries import fallback_contacts
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.problem import Problem, Severity
from drws.planning.check import Subject

ID = "telephone"


def check(subject: Subject) -> Iterator[Problem]:
    """No number of the partnership’s own, or none at all."""
    site = subject.site
    settings = site.settings(DirectorySettings)
    own = {
        settings.organization_id,
        *(each.id for each in site.all(Contact) if each.id == settings.helpline_contact_id),
    }
    if any(each.is_rung and (each.organization_id in own or each.id in own) for each in site.all(Contact)):
        return
    place = site.partnership.at("organization_id")
    others = [each.id for each in fallback_contacts(site) if each.is_rung]
    if others:
        values = {"id": settings.organization_id, "others": ", ".join(others)}
        yield Problem(place, "launch.no-own-number", values, Severity.WARNING)
    else:
        yield Problem(place, "launch.no-number", {"id": settings.organization_id})

"""The way for somebody who fears for a child: the authority by day, its team at night, and whom to ring when neither answers."""

from dataclasses import dataclass

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Authority
from drws.domains.directory.queries import contacts_of, contacts_serving
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.site import Site, known


@dataclass(frozen=True, slots=True)
class Route:
    """Whom to ring about a child in one authority's area, in the order in which to try."""

    authority: Authority
    by_day: tuple[Contact, ...]
    at_night: tuple[Contact, ...]
    instead: tuple[Contact, ...]
    """Where neither has a number, or nobody answers."""

    @property
    def is_open_at_every_hour(self) -> bool:
        """Is there somebody to ring whose line never closes?"""
        return any(each.is_rung and each.is_always_open for each in (*self.by_day, *self.at_night, *self.instead))


def route_in(authority: Authority, site: Site) -> Route | None:
    """The way in an authority's area. None where the site says nothing about children in danger."""
    rules = site.settings(DirectorySettings).child_in_danger
    if rules is None:
        return None
    own = (*contacts_of(authority, site), *contacts_serving(authority, site))
    return Route(
        authority,
        by_day=tuple(each for each in own if each.purpose == rules.by_day),
        at_night=tuple(each for each in own if each.purpose == rules.at_night),
        instead=known(site.of(Contact), rules.contact_ids),
    )


def ring_instead_of(contact: Contact, site: Site) -> tuple[Contact, ...]:
    """Whom to ring when nobody answers a number that is for children in danger. Nobody for numbers that can wait until tomorrow."""
    rules = site.settings(DirectorySettings).child_in_danger
    if rules is None or contact.purpose not in (rules.by_day, rules.at_night):
        return ()
    return tuple(each for each in known(site.of(Contact), rules.contact_ids) if each.is_rung)

"""The way for somebody who fears for a child: the authority by day, its team at night, and whom to ring when neither answers."""

from collections.abc import Iterable, Iterator
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

    @property
    def day_hours(self) -> Contact | None:
        """The contact whose hours are those of the lines by day. None where nobody knows them, or lines differ in them."""
        return _whose_hours(self.by_day)

    @property
    def night_hours(self) -> Contact | None:
        """Likewise at night."""
        return _whose_hours(self.at_night)


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
    """Whom to ring when nobody answers a number that is for children in danger. Nobody for numbers that can wait until tomorrow.

    Instead of a line that answers by day first the teams that answer at night in the same areas.
    """
    rules = site.settings(DirectorySettings).child_in_danger
    if rules is None or contact.purpose not in (rules.by_day, rules.at_night):
        return ()
    at_night = _at_night_beside(contact, site) if contact.purpose == rules.by_day else ()
    others = dict.fromkeys((*at_night, *known(site.of(Contact), rules.contact_ids)))
    return tuple(each for each in others if each.is_rung and each != contact)


def _at_night_beside(contact: Contact, site: Site) -> Iterator[Contact]:
    for authority in site.all(Authority):
        if authority.id == contact.organization_id or authority.id in contact.area_ids:
            route = route_in(authority, site)
            yield from route.at_night if route else ()


def _whose_hours(contacts: Iterable[Contact]) -> Contact | None:
    lines = [each for each in contacts if each.is_rung]
    agree = all((each.schedules, each.holiday_hours) == (lines[0].schedules, lines[0].holiday_hours) for each in lines)
    return lines[0] if lines and lines[0].schedules and agree else None

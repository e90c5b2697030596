"""Where somebody can go or write, for programs (schema.org `PostalAddress`)."""

from collections.abc import Iterable, Iterator

from drws.domains.directory.location.record import Location
from drws.planning.linked_data import Node, is_told, node
from drws.planning.plan import Planner


def postal_addresses(locations: Iterable[Location], planner: Planner) -> Iterator[Node]:
    """The address of each place that has one, in the language of the page where it is written in it."""
    for location in locations:
        address = location.address_in(planner.code)
        if address and is_told(location, "address", planner):
            said = {
                "streetAddress": ", ".join(line for line in (address.address_1, address.address_2) if line),
                "addressLocality": address.city,
                "postalCode": address.postal_code,
                "addressCountry": address.country,
            }
            yield node("PostalAddress", said)

"""Objects of a feed taken apart: each kind of object in its own table, with the id of what it belongs to."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from drws.domains.open_referral.feed import COLLECTIONS, collection
from drws.domains.open_referral.stated import Stated
from drws.planning.plan import Planner


class Row(NamedTuple):
    """A row, and the table in which it stands."""

    table: str
    values: Stated


PARTS: Mapping[str, tuple[str, str]] = {
    "contacts": ("contacts", ""),
    "phones": ("phones", "contact_id"),
    "locations": ("locations", ""),
    "addresses": ("addresses", "location_id"),
    "accessibility": ("accessibility", "location_id"),
    "organization_identifiers": ("organization_identifiers", ""),
    "attributes": ("attributes", ""),
    "service_areas": ("service_areas", "service_id"),
    "cost_options": ("cost_options", "service_id"),
    "additional_urls": ("urls", "service_id"),
    "schedules": ("schedules", "service_id"),
    "x_schedules": ("schedules", "x_contact_id"),
    "x_holiday_hours": ("holiday_hours", "x_contact_id"),
    "x_languages": ("languages", "x_contact_id"),
    "service_at_locations": ("service_at_locations", ""),
}
"""By the name of a list in an object, the table of what is in it, and the column for the id of the object, where nothing says it yet."""
LANGUAGES_OF = {"services": "service_id", "phones": "phone_id"}
"""The column of languages for the id of what is given or answered in them."""


def rows(planner: Planner) -> Mapping[str, list[Stated]]:
    """The rows of each table that has any, none twice, in the order of the feed."""
    tables: dict[str, dict[object, Stated]] = {}
    for name in COLLECTIONS:
        for whole in collection(name, planner):
            for table, values in _taken_apart(name, whole):
                key = values.get("id") or tuple(values.values())
                tables.setdefault(table, {}).setdefault(key, values)
    return {name: list(found.values()) for name, found in tables.items()}


def _taken_apart(table: str, whole: Stated) -> Iterator[Row]:
    yield Row(table, whole)
    if isinstance(place := whole.get("location"), dict):
        yield from _taken_apart("locations", place)
    for name, parts in whole.items():
        if not isinstance(parts, list):
            continue
        if name == "contacts" and table == "services":
            yield from (
                Row("service_contacts", {"service_id": whole["id"], "contact_id": part["id"]}) for part in parts
            )
        if name == "languages":
            yield from _parts("languages", LANGUAGES_OF[table], parts, whole["id"])
        elif name in PARTS:
            yield from _parts(*PARTS[name], parts, whole["id"])


def _parts(table: str, column: str, parts: Iterable[Stated], owner: str) -> Iterator[Row]:
    for part in parts:
        yield from _taken_apart(table, {**part, **({column: owner} if column else {})})

"""Where in the feeds a problem of a record stands."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from drws.domains.open_referral.importing.defaults import OPTIONS
from drws.domains.open_referral.importing.found import Found
from drws.domains.open_referral.importing.told import Told
from drws.kernel.problem import Place, Problem, Severity
from drws.read.tree import Path as Way
from drws.read.tree import Places

STANDS_IN = {
    "summary": ("x_summary", "description"),
    "emails": ("email", "x_more_emails"),
    "audience_ids": ("attributes",),
    "kind_of_help_ids": ("attributes",),
    "delivery_modes": ("attributes",),
    "organization_type": ("attributes",),
    "purpose": ("attributes",),
    "area_ids": ("x_areas", "service_areas"),
    "contact_ids": ("contacts",),
    "delivered_by": ("x_delivered_by",),
    "partner_ids": ("x_partners",),
    "application_link": ("additional_urls",),
    "website": ("website", "x_website", "additional_urls", "url"),
    "address": ("addresses",),
    "translated_addresses": ("addresses",),
    "identifiers": ("organization_identifiers",),
    "code": ("organization_identifiers",),
    "region_id": ("x_region",),
    "id": ("x_record", "id"),
    "fees_description": ("fees_description", "fees"),
}
"""What the feeds call a field of a record, where that is not its name, with `x_` before it or without."""

PlacesIn = Callable[[Path], Places]
"""Finds where everything in a file stands."""


def place_of(found: Found, way: Way, places_in: PlacesIn) -> Place:
    """The place of a value in a file of a feed."""
    whole = (*found.path, *way)
    line, column = places_in(found.file).find(whole)
    return Place(found.file.as_posix(), whole, line=line, column=column)


def placed(problem: Problem, told: Told, places_in: PlacesIn) -> Problem:
    """A problem of a record, where the feed has what is wrong. What is missing is told with the option that would say it."""
    way = problem.place.path
    if problem.message in ("fields.missing", "type.empty-list", "service.no-provider"):
        name = str(problem.values.get("name") or (way[-1] if way else "organization_id"))
        option = OPTIONS.get(name, "")
        message = "import-oruk.missing-option" if option else "import-oruk.missing"
        problem = replace(problem, message=message, values={"name": name, "option": option})
        way = way if way[-1:] == (name,) else (*way, name)
    said = next((step for step in way if step in told.by_language), "")
    found = told.by_language.get(str(said), told.first)
    return replace(problem, place=place_of(found, _way(way, found), places_in))


def warning(message: str, found: Found, places_in: PlacesIn, **values: object) -> Problem:
    """Something to know about an object, which stops nothing."""
    return Problem(place_of(found, (), places_in), message, values, Severity.WARNING)


def _way(way: Way, found: Found) -> Way:
    """The way to a field of a record, as the feed has it."""
    if not way:
        return ()
    name, *rest = way
    called = (*STANDS_IN.get(str(name), ()), str(name), f"x_{name}")
    return (next((each for each in called if each in found.value), str(name)), *rest)
